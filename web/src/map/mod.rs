//! The live map: canvases, pointer, keys, tooltip, tools and legend.

mod brush;
mod canvas;
mod controller;
mod gesture;
mod keys;
mod legend;
mod paths;
mod stage;
mod swap;
mod tiles;
mod toolbar;
mod tooltip;
mod view;

pub(crate) use legend::LegendList;
pub(crate) use view::Map;
