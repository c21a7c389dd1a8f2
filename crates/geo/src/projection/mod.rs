//! From the sphere to the plane and back: five projections, any centre.

mod equal_earth;
mod equirectangular;
mod mercator;
mod natural_earth;
mod orthographic;
pub mod rotation;

use std::f64::consts::{FRAC_PI_2, PI};

use crate::bounds::Bounds;
use crate::point::{LonLat, PlanePoint, UnitVector};
use rotation::Rotation;

/// Which map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProjectionKind {
    /// Equal areas, pleasing shapes (Šavrič, Patterson, Jenny 2018).
    #[default]
    EqualEarth,
    /// A compromise of shape and area (Patterson 2012).
    NaturalEarth,
    /// Right angles, no areas; cut at 85.05° north and south.
    Mercator,
    /// Longitude and latitude as they are.
    Equirectangular,
    /// The globe from afar.
    Orthographic,
}

impl ProjectionKind {
    /// All kinds, in the order a menu shows them.
    pub const ALL: [Self; 5] =
        [Self::EqualEarth, Self::NaturalEarth, Self::Mercator, Self::Equirectangular, Self::Orthographic];

    /// Whether only half of the sphere shows at a time.
    pub fn is_globe(self) -> bool {
        matches!(self, Self::Orthographic)
    }

    /// The plane point of a place already rotated so that the map's centre lies at 0°, 0°. Total: the globe's far side falls
    /// onto its near side, Mercator's poles onto its edges.
    pub fn forward(self, rotated: UnitVector) -> PlanePoint {
        match self {
            Self::EqualEarth => equal_earth::forward(rotated),
            Self::NaturalEarth => natural_earth::forward(rotated),
            Self::Mercator => mercator::forward(rotated),
            Self::Equirectangular => equirectangular::forward(rotated),
            Self::Orthographic => orthographic::forward(rotated),
        }
    }

    /// The rotated place at a plane point, `None` off the map.
    fn inverse(self, point: PlanePoint) -> Option<UnitVector> {
        let (lambda, phi) = match self {
            Self::EqualEarth => equal_earth::inverse(point)?,
            Self::NaturalEarth => natural_earth::inverse(point)?,
            Self::Mercator => mercator::inverse(point),
            Self::Equirectangular => equirectangular::inverse(point),
            Self::Orthographic => return orthographic::inverse(point),
        };
        let on_map = lambda.abs() <= PI + 1e-9 && phi.abs() <= FRAC_PI_2 + 1e-9;
        on_map.then(|| UnitVector::from(LonLat::new(lambda.to_degrees(), phi.to_degrees())))
    }
}

/// A kind of map and what lies at its middle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Projection {
    /// Which map.
    pub kind: ProjectionKind,
    /// Longitude of the middle in degrees.
    pub centre_lon_deg: f64,
    /// Latitude of the middle in degrees; flat maps look best at 0.
    pub centre_lat_deg: f64,
}

impl Projection {
    /// A map of this kind around a meridian, the equator across the middle.
    pub const fn new(kind: ProjectionKind, centre_lon_deg: f64) -> Self {
        Self { kind, centre_lon_deg, centre_lat_deg: 0.0 }
    }

    /// A globe seen from above this place.
    pub const fn globe(centre: LonLat) -> Self {
        Self { kind: ProjectionKind::Orthographic, centre_lon_deg: centre.lon_deg, centre_lat_deg: centre.lat_deg }
    }

    /// The turn that brings the centre to 0°, 0°.
    pub fn rotation(&self) -> Rotation {
        Rotation::to_centre(self.centre_lon_deg, self.centre_lat_deg)
    }

    /// Where a place falls on the plane; `None` on the globe's far side and beyond Mercator's cut.
    ///
    /// ```
    /// use entente_geo::{LonLat, Projection, ProjectionKind};
    /// let map = Projection::new(ProjectionKind::EqualEarth, 150.0);
    /// let point = map.project(LonLat::new(150.0, 0.0)).unwrap();
    /// assert!(point.x.abs() < 1e-12 && point.y.abs() < 1e-12);
    /// ```
    pub fn project(&self, place: LonLat) -> Option<PlanePoint> {
        let rotated = self.rotation().apply(place.into());
        let shown = match self.kind {
            ProjectionKind::Orthographic => rotated.x >= 0.0,
            ProjectionKind::Mercator => rotated.z.abs() <= mercator::SIN_CUT,
            _ => true,
        };
        let finite = place.lon_deg.is_finite() && place.lat_deg.is_finite();
        (shown && finite).then(|| self.kind.forward(rotated))
    }

    /// Which place falls on a plane point; `None` off the map.
    pub fn invert(&self, point: PlanePoint) -> Option<LonLat> {
        let rotated = self.kind.inverse(point)?;
        Some(self.rotation().undo(rotated).into())
    }

    /// The box around the whole map.
    pub fn bounds(&self) -> Bounds {
        let side = UnitVector::new(-1.0, 0.0, 0.0);
        let top = UnitVector::new(0.0, 0.0, 1.0);
        let (right, up) = match self.kind {
            ProjectionKind::Orthographic => (1.0, 1.0),
            kind => (kind.forward(side).x, -kind.forward(top).y),
        };
        Bounds::new(PlanePoint::new(-right, -up), PlanePoint::new(right, up))
    }
}
