//! What is read beside the map: the rail of blocs, the panel of what is selected, the table.

mod agreement;
mod bloc;
mod country;
mod fact;
mod panel;
mod rail;
mod table;

pub(crate) use panel::PanelFor;
pub(crate) use rail::Rail;
pub(crate) use table::Table;
