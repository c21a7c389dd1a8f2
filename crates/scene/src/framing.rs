//! Where the map is centred and how it is fitted, from the view and the facts.

use entente_atlas::order::Order as _;
use entente_atlas::{Atlas, BlocIx, CountryIx, CountrySet, Status};
use entente_geo::{Bounds, LonLat, PlanePoint, Projection, UnitVector};

use crate::camera::{Camera, ScreenPoint, Size, within};
use crate::style::measure;
use crate::view::{CameraView, Centre, HOME_LON_DEG, View};
use crate::world::World;

/// Below this width the world fills the picture's height instead of showing whole: as a strip it would be unreadable.
pub const NARROW_PX: f64 = 560.0;

/// Blocs of more members than this span the world whatever its centre: they do not move it.
const SPANNING: usize = 60;

/// The projection that a view asks for.
pub fn projection(view: &View, atlas: &Atlas, world: &World) -> Projection {
    let kind = view.projection;
    match view.centre {
        Centre::Fixed { lon_deg, lat_deg } if kind.is_globe() => Projection::globe(LonLat::new(lon_deg, lat_deg)),
        Centre::Fixed { lon_deg, .. } => Projection::new(kind, lon_deg),
        Centre::Auto => {
            if kind.is_globe() {
                return Projection::globe(front(view, atlas, world));
            }
            Projection::new(kind, auto_centre_deg(view, atlas, world).unwrap_or(HOME_LON_DEG))
        }
    }
}

/// What a globe turns to the reader: the middle of all who were ever members, not too near a pole.
fn front(view: &View, atlas: &Atlas, world: &World) -> LonLat {
    let countries = ever_members_of(view, atlas);
    let places: Vec<LonLat> = countries.iter().filter_map(|country| world.label_of_country(country)).collect();
    let middle = if countries.len() > SPANNING { None } else { middle(&places) };
    middle.map_or(LonLat::new(HOME_LON_DEG, 15.0), |at| {
        LonLat::new(at.lon_deg.round(), within(at.lat_deg.round(), -40.0, 40.0))
    })
}

/// The place nearest to all of these on the sphere; none where they cancel out.
pub fn middle(places: &[LonLat]) -> Option<LonLat> {
    let mut sum = UnitVector::new(0.0, 0.0, 0.0);
    for place in places {
        sum = sum.plus(UnitVector::from(*place));
    }
    (sum.length() > 1e-6).then(|| LonLat::from(sum.normalized()))
}

fn ever_members_of(view: &View, atlas: &Atlas) -> CountrySet {
    view.blocs.iter().chain(&view.outlined).copied().flat_map(|bloc| ever_members(atlas, bloc)).collect()
}

/// The meridian that the shown blocs ask for: the middle of the arc that holds all who were ever members,
/// where the usual map would tear it. Free of the date, so that moving through time does not turn the world.
fn auto_centre_deg(view: &View, atlas: &Atlas, world: &World) -> Option<f64> {
    let countries = ever_members_of(view, atlas);
    if countries.len() > SPANNING {
        return None;
    }
    let mut lons_deg: Vec<f64> =
        countries.iter().filter_map(|country| world.label_of_country(country)).map(|place| place.lon_deg).collect();
    lons_deg.order_by(f64::total_cmp);
    let first = *lons_deg.first()?;
    let nexts = lons_deg.iter().skip(1).copied().chain([first + 360.0]);
    let (gap_deg, gap_middle_deg) = lons_deg
        .iter()
        .zip(nexts)
        .map(|(from, to)| (to - from, (from + to) / 2.0))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    let tear_deg = HOME_LON_DEG + 180.0;
    let from_tear_deg = wrapped_deg(gap_middle_deg - tear_deg);
    let is_torn = from_tear_deg.abs() > gap_deg / 2.0;
    let turned_deg = ((gap_middle_deg + 180.0) / 10.0).round() * 10.0;
    is_torn.then(|| wrapped_deg(turned_deg))
}

/// The same angle from -180 to 180.
pub fn wrapped_deg(angle_deg: f64) -> f64 {
    angle_deg - 360.0 * ((angle_deg + 180.0) / 360.0).floor()
}

fn ever_members(atlas: &Atlas, bloc: BlocIx) -> impl Iterator<Item = CountryIx> {
    atlas.memberships_of_bloc(bloc).iter().filter(|row| row.status == Status::Member).map(|row| row.country)
}

/// The camera that shows the whole world, or on a narrow screen as much of it as can be read, where most of the shown blocs is.
pub fn home(view: &View, atlas: &Atlas, world: &World, projection: &Projection, size: Size) -> Camera {
    let bounds = projection.bounds();
    let fitted = Camera::fit(bounds, size, measure::MARGIN_PX);
    let width = bounds.max.x - bounds.min.x;
    let scale_px = (size.height_px - 2.0 * measure::MARGIN_PX).max(1.0) / (bounds.max.y - bounds.min.y).max(1e-9);
    let is_wide = width > 1.2 * (bounds.max.y - bounds.min.y);
    if size.width_px >= NARROW_PX || !is_wide || scale_px <= fitted.scale_px {
        return fitted;
    }
    let middle = focus(view, atlas, world, projection, (SEEN * size.width_px / scale_px / width).min(WINDOW));
    // The world's edges stay at the picture's, or beyond.
    let x_px = within(
        size.width_px / 2.0 - middle * scale_px,
        size.width_px - bounds.max.x * scale_px,
        -bounds.min.x * scale_px,
    );
    Camera { scale_px, x_px, y_px: size.height_px / 2.0 - scale_px * (bounds.min.y + bounds.max.y) / 2.0 }
}

/// How much of a narrow picture's width counts as seen: a label is no country's edge.
const SEEN: f64 = 0.9;

/// The most of the world's width that a narrow picture's middle is chosen by: the same at every width that the page calls narrow,
/// so that its style sheet can lay the first picture where the live map will be.
pub const WINDOW: f64 = 0.6;

/// Where on the plane the middle is of what holds most memberships of the shown blocs, `share` of its width wide; else the plane's own.
pub fn focus(view: &View, atlas: &Atlas, world: &World, projection: &Projection, share: f64) -> f64 {
    let bounds = projection.bounds();
    let window = share * (bounds.max.x - bounds.min.x);
    let shown = view.blocs.iter().chain(&view.outlined).copied();
    let places = shown.flat_map(|bloc| ever_members(atlas, bloc)).filter_map(|country| world.label_of_country(country));
    let mut places: Vec<f64> = places.filter_map(|place| projection.project(place)).map(|at| at.x).collect();
    places.order_by(f64::total_cmp);
    let (mut most, mut middle) = (0, (bounds.min.x + bounds.max.x) / 2.0);
    if ever_members_of(view, atlas).len() > SPANNING {
        return middle;
    }
    for (first, from) in places.iter().enumerate() {
        let inside = places.iter().skip(first).take_while(|at| **at <= from + window);
        let (count, last) = inside.fold((0, *from), |(count, _), at| (count + 1, *at));
        if count > most {
            (most, middle) = (count, (from + last) / 2.0);
        }
    }
    // Labels of coarser shapes lie a little elsewhere: that moves nothing.
    (middle * 100.0).round() / 100.0
}

/// The camera of a view whose home is known.
pub fn camera(view: &View, projection: &Projection, size: Size, home: &Camera) -> Camera {
    let Some(CameraView { lon_deg, lat_deg, zoom }) = view.camera else { return *home };
    let Some(middle) = projection.project(LonLat::new(lon_deg, lat_deg)) else { return *home };
    let scale_px = home.scale_px * zoom;
    let camera = Camera {
        scale_px,
        x_px: size.width_px / 2.0 - middle.x * scale_px,
        y_px: size.height_px / 2.0 - middle.y * scale_px,
    };
    camera.clamped(home, projection.bounds(), size)
}

/// The part of the view that a camera is; `None` where it is at home.
pub fn view_of_camera(camera: &Camera, projection: &Projection, size: Size, home: &Camera) -> Option<CameraView> {
    let zoom = camera.scale_px / home.scale_px;
    let moved_px = (camera.x_px - home.x_px).hypot(camera.y_px - home.y_px);
    if (zoom - 1.0).abs() < 0.005 && moved_px < 1.0 {
        return None;
    }
    let middle = camera.plane_from_screen(ScreenPoint { x_px: size.width_px / 2.0, y_px: size.height_px / 2.0 });
    let place = projection.invert(middle)?;
    Some(CameraView { lon_deg: place.lon_deg, lat_deg: place.lat_deg, zoom })
}

/// A camera that shows all of these countries, with room around them; `None` where none can be seen.
pub fn camera_on(
    countries: CountrySet,
    world: &World,
    plane: &entente_geo::Plane,
    projection: &Projection,
    size: Size,
    home: &Camera,
) -> Option<Camera> {
    let mut bounds = Bounds::EMPTY;
    for shape in countries.iter().filter_map(|country| world.shape_of_country(country)) {
        let of_shape = plane.shape(shape).bounds();
        if of_shape.min.x <= of_shape.max.x {
            bounds.add(of_shape.min);
            bounds.add(of_shape.max);
        }
        // A point-only place has no area: its label stands for it.
        let label = world.topology.shapes().get(shape).and_then(|shape| projection.project(shape.label));
        label.into_iter().for_each(|at| bounds.add(at));
    }
    if bounds.min.x > bounds.max.x {
        return None;
    }
    let least = 60.0 / home.scale_px;
    let grown = |low: f64, high: f64| {
        if high - low < least { ((low + high - least) / 2.0, (low + high + least) / 2.0) } else { (low, high) }
    };
    let ((left, right), (top, bottom)) = (grown(bounds.min.x, bounds.max.x), grown(bounds.min.y, bounds.max.y));
    let bounds = Bounds { min: PlanePoint::new(left, top), max: PlanePoint::new(right, bottom) };
    let margin_px = size.width_px.min(size.height_px) * 0.18;
    Some(Camera::fit(bounds, size, margin_px).clamped(home, projection.bounds(), size))
}
