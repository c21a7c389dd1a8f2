//! What is read beside the map: the rail of blocs, the panel of what is selected, the legend, the table.

mod legend;
mod panel;
mod rail;
mod table;

pub(crate) use legend::LegendList;
pub(crate) use panel::PanelFor;
pub(crate) use rail::Rail;
pub(crate) use table::Table;
