//! From bytes to a topology: total on any bytes, and frugal with memory until they have proved themselves.

use super::{IS_POINT, MAGIC, MOST_STEPS_PER_DEGREE, VERSION};
use crate::point::{LonLat, UnitVector};
use crate::topology::rings::polygon;
use crate::topology::{Arc, ArcRef, Polygon, Ring, Shape, Topology};

/// Two shapes share a border; a few more may overlap.
const MOST_USES: u8 = 16;

/// Why bytes are no topology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The first bytes are not those of a topology.
    NotATopology,
    /// Written by another version of this program, whose number this is.
    Version(u8),
    /// The bytes end too early.
    CutShort,
    /// The bytes contradict themselves; the text says where.
    Broken(&'static str),
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotATopology => f.write_str("not a map file of this program"),
            Self::Version(version) => {
                write!(f, "map file of version {version}, this program reads {VERSION}: make it again")
            }
            Self::CutShort => f.write_str("map file cut short: fetch it again"),
            Self::Broken(place) => write!(f, "map file damaged ({place}): fetch it again"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads what [`super::encode`] wrote.
pub fn decode(bytes: &[u8]) -> Result<Topology, DecodeError> {
    let mut reader = Reader { rest: bytes };
    if reader.take(MAGIC.len()).map_err(|_| DecodeError::NotATopology)? != MAGIC {
        return Err(DecodeError::NotATopology);
    }
    match reader.take(1)? {
        [VERSION] => {}
        other => return Err(DecodeError::Version(other.first().copied().unwrap_or(0))),
    }
    let steps = reader.varint()?;
    if !(1..=u64::from(MOST_STEPS_PER_DEGREE)).contains(&steps) {
        return Err(DecodeError::Broken("steps per degree"));
    }
    let grid = Grid { steps_per_degree: steps as f64 };
    let arc_count = reader.count()?;
    let point_count = reader.count()?;
    let shape_count = reader.count()?;
    let mut counts = Vec::new();
    for _ in 0..arc_count {
        counts.push(reader.arc_length()?);
    }
    let arcs = arcs(&counts, reader.take(point_count.saturating_mul(6))?, grid)?;
    let mut references = References { last_arc: 0, uses: vec![0; arcs.len()] };
    let mut shapes = Vec::new();
    for _ in 0..shape_count {
        shapes.push(reader.shape(&arcs, grid, &mut references)?);
    }
    Ok(Topology::from_parts(arcs, shapes))
}

#[derive(Clone, Copy)]
struct Grid {
    steps_per_degree: f64,
}

impl Grid {
    fn place(self, [lon, lat]: [i32; 2]) -> LonLat {
        LonLat::new(f64::from(lon) / self.steps_per_degree, (f64::from(lat) / self.steps_per_degree).clamp(-90.0, 90.0))
    }
}

/// The arcs of these lengths from the planes of bytes.
fn arcs(counts: &[(usize, bool)], planes: &[u8], grid: Grid) -> Result<Vec<Arc>, DecodeError> {
    let points = planes.len() / 6;
    let planes: Vec<&[u8]> = planes.chunks_exact(points.max(1)).collect();
    let [x0, y0, x1, y1, x2, y2] = match *planes {
        [] => [&[][..]; 6],
        [a, b, c, d, e, f] => [a, b, c, d, e, f],
        _ => return Err(DecodeError::Broken("planes")),
    };
    let join = |low: &[u8], middle: &[u8], high: &[u8]| -> Vec<u32> {
        let bytes = low.iter().zip(middle).zip(high);
        bytes.map(|((&low, &middle), &high)| u32::from_le_bytes([low, middle, high, 0])).collect()
    };
    let (xs, ys) = (join(x0, x1, x2), join(y0, y1, y2));
    let mut steps = xs.into_iter().zip(ys);
    let mut at = [0_i32; 2];
    let mut arcs = Vec::with_capacity(counts.len());
    for &(count, closed) in counts {
        let mut places: Vec<UnitVector> = steps
            .by_ref()
            .take(count)
            .map(|(x, y)| {
                at = [at[0].wrapping_add(unzigzag(x)), at[1].wrapping_add(unzigzag(y))];
                grid.place(at).into()
            })
            .collect();
        if places.len() != count || count == 0 {
            return Err(DecodeError::Broken("points of arcs"));
        }
        if closed {
            places.extend(places.first().copied());
        }
        arcs.push(Arc::new(places));
    }
    match steps.next() {
        None => Ok(arcs),
        Some(_) => Err(DecodeError::Broken("points of arcs")),
    }
}

/// What rings have named so far.
struct References {
    last_arc: i64,
    uses: Vec<u8>,
}

impl References {
    /// The arc a zigzag step away from the last; `None` where there is none, or when too many rings run through it: a small
    /// file could else describe endless work.
    fn next(&mut self, step: u64) -> Option<usize> {
        self.last_arc += i64::from(unzigzag(u32::try_from(step).ok()?));
        let arc = usize::try_from(self.last_arc).ok()?;
        let uses = self.uses.get_mut(arc)?;
        *uses += 1;
        (*uses <= MOST_USES).then_some(arc)
    }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(DecodeError::CutShort)?;
        self.rest = rest;
        Ok(taken)
    }

    fn varint(&mut self) -> Result<u64, DecodeError> {
        let mut number = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.take(1)?.first().copied().unwrap_or(0);
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(DecodeError::Broken("number"))
    }

    /// A number of things, each of which takes a byte at least: never more than the bytes that are left.
    fn count(&mut self) -> Result<usize, DecodeError> {
        let count = usize::try_from(self.varint()?).map_err(|_| DecodeError::CutShort)?;
        if count > self.rest.len() {
            return Err(DecodeError::CutShort);
        }
        Ok(count)
    }

    /// How many places an arc has, and whether the first is to be repeated.
    fn arc_length(&mut self) -> Result<(usize, bool), DecodeError> {
        let number = self.varint()?;
        let count = usize::try_from(number / 2).map_err(|_| DecodeError::CutShort)?;
        Ok((count, number % 2 == 1))
    }

    fn text(&mut self) -> Result<String, DecodeError> {
        let length = self.count()?;
        let bytes = self.take(length)?.to_vec();
        String::from_utf8(bytes).map_err(|_| DecodeError::Broken("text"))
    }

    fn coordinate(&mut self) -> Result<i32, DecodeError> {
        let number = u32::try_from(self.varint()?).map_err(|_| DecodeError::Broken("label"))?;
        Ok(unzigzag(number))
    }

    fn shape(&mut self, arcs: &[Arc], grid: Grid, references: &mut References) -> Result<Shape, DecodeError> {
        let (key, name) = (self.text()?, self.text()?);
        let flags = self.varint()?;
        let polygon_count = self.count()?;
        let label = grid.place([self.coordinate()?, self.coordinate()?]);
        let area = match *self.take(3)? {
            [low, middle, high] => f32::from_le_bytes([0, low, middle, high]),
            _ => 0.0,
        };
        let mut polygons = Vec::new();
        for _ in 0..polygon_count {
            polygons.push(self.polygon(arcs, references)?);
        }
        Ok(Shape {
            key,
            name,
            polygons,
            point: (flags & IS_POINT != 0).then_some(label),
            label,
            area_sr: f64::from(area),
        })
    }

    fn polygon(&mut self, arcs: &[Arc], references: &mut References) -> Result<Polygon, DecodeError> {
        let ring_count = self.count()?;
        let mut rings = Vec::new();
        for _ in 0..ring_count {
            rings.push(self.ring(references)?);
        }
        Ok(polygon(rings, arcs))
    }

    fn ring(&mut self, references: &mut References) -> Result<Ring, DecodeError> {
        let count = self.count()?;
        let mut ring = Ring::new();
        for _ in 0..count {
            let number = self.varint()?;
            let arc = references.next(number / 2).ok_or(DecodeError::Broken("arc"))?;
            ring.push(ArcRef { arc, reversed: number % 2 == 1 });
        }
        Ok(ring)
    }
}

fn unzigzag(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}
