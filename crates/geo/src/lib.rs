//! Where: shapes on the sphere, projected to the plane; knows no countries.
//!
//! The way of a map: [`feature::Feature`]s become a [`Topology`] whose borders are shared arcs; a [`Projection`] turns the
//! arcs' unit vectors, a [`clip`] cuts them where the projection tears the sphere, [`resample`] bends long edges, and a
//! [`sink::Sink`] takes the result: a [`Path`] to draw, or a measure. [`Plane`] does so for a whole topology at once.
//!
//! Conventions: degrees at the public edge (`_deg`), radians and unit vectors inside; plane units are sphere radii with x to
//! the right and y down; rings keep their inside on the left as seen from outside the sphere (RFC 7946).
//!
//! The algorithms follow d3-geo (Mike Bostock, ISC licence), written afresh for shared arcs and unit vectors.

pub mod affine;
pub mod bounds;
pub mod cap;
pub mod clip;
pub mod contains;
pub mod feature;
#[cfg(feature = "geojson")]
pub mod geojson;
pub mod graticule;
pub mod great_circle;
pub mod hit;
pub mod label_point;
pub mod measure;
pub mod path;
pub mod plane;
pub mod point;
pub mod projection;
pub mod resample;
pub mod sink;
pub mod svg_path;
pub mod topology;
pub mod trig;

pub use affine::Affine;
pub use bounds::Bounds;
pub use hit::HitIndex;
pub use path::Path;
pub use plane::Plane;
pub use point::{LonLat, PlanePoint, UnitVector};
pub use projection::{Projection, ProjectionKind};
pub use topology::simplify::simplify;
pub use topology::thin::thin;
pub use topology::{Arc, ArcRef, Polygon, Shape, Topology};
