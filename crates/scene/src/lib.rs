//! What to draw: a view, the facts and the shapes become a picture that is a value.
//!
//! [`view::View`] is everything a link carries; [`link`] prints and reads it; [`action::apply`] changes it. [`build::build`]
//! turns it, with the facts and the shapes, into a [`scene::Scene`]; [`svg`] prints that, the browser paints it, and
//! [`describe`] puts it into words. [`chart`] draws sets and spells instead of land. Nothing here knows a browser, a file or a clock.

pub mod action;
pub mod build;
pub mod camera;
pub mod change;
pub mod chart;
pub mod describe;
pub mod emphasis;
pub mod foreign;
pub mod framing;
pub mod legend;
pub mod link;
pub mod mark;
pub mod page;
pub mod pattern;
pub mod pick;
pub mod press;
pub mod said;
pub mod scene;
pub mod sentence;
pub mod setting;
pub mod style;
pub mod supposed;
pub mod svg;
pub mod view;
pub mod world;
