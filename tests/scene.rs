//! Laws of the picture: links say all of a view, and on the real world nobody who belongs into a picture is left out of it.

#[path = "scene/any_view.rs"]
mod any_view;
#[path = "scene/arcs.rs"]
mod arcs;
#[path = "scene/charts.rs"]
mod charts;
#[path = "scene/colours.rs"]
mod colours;
#[path = "scene/links.rs"]
mod links;
#[path = "scene/pictures.rs"]
mod pictures;
#[path = "scene/press.rs"]
mod press;
#[path = "scene/reach.rs"]
mod reach;
#[path = "scene/real.rs"]
mod real;
#[path = "scene/supposed.rs"]
mod supposed;
