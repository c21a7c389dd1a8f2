//! The live map: canvases, pointer, keys, tooltip and tools.

#[cfg(feature = "bench")]
mod bench;
mod brush;
mod canvas;
mod controller;
mod gesture;
mod hands;
mod keys;
mod painting;
mod paths;
mod stage;
mod swap;
mod tiles;
mod toolbar;
mod tooltip;
mod view;

pub(crate) use swap::follow_drops;
pub(crate) use view::Map;
