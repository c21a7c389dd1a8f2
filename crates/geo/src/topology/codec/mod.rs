//! A topology as bytes: small once compressed, quick to read, and told apart by its first bytes.
//!
//! ```text
//! "EGEO" version:u8
//! varint: steps per degree, arcs, points of all arcs, shapes
//! per arc    varint: 2 * points + closed (the first place is then not repeated)
//! planes     the lowest bytes of all longitude steps, then of all latitude steps, then the middle, then the highest bytes
//! per shape  text: key, name   varint: flags, polygons   label: 2 varints   area: 3 bytes of an f32
//!            per polygon varint: rings   per ring varint: arcs   per arc varint: 2 * (number - last number), zigzag, + reversed
//! ```
//!
//! Steps are zigzag differences to the place before, across arcs too: rings that follow each other lie near each other. Equal
//! bytes of many steps stand together, which is what a general compressor wants.

mod read;
mod write;

pub use read::{DecodeError, decode};
pub use write::{EncodeError, encode};

const MAGIC: [u8; 4] = *b"EGEO";
const VERSION: u8 = 1;
/// Differences must fit three bytes: 360 degrees there and back.
const MOST_STEPS_PER_DEGREE: u32 = 20_000;
/// Flag: the shape is a point, which is its label.
const IS_POINT: u64 = 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature::Feature;
    use crate::point::LonLat;
    use crate::topology::Topology;

    fn two_squares_and_a_point() -> Topology {
        let square = |key: &str, west: f64| Feature {
            key: key.into(),
            name: format!("Square {key}"),
            polygons: vec![vec![vec![
                LonLat::new(west, 10.0),
                LonLat::new(west + 10.0, 10.0),
                LonLat::new(west + 10.0, 20.0),
                LonLat::new(west, 20.0),
            ]]],
            ..Feature::default()
        };
        let point = Feature {
            key: "DOT".into(),
            name: "Dot".into(),
            point: Some(LonLat::new(-179.5, -1.25)),
            ..Feature::default()
        };
        Topology::from_features(&[square("EST", 170.0), square("WST", 160.0), point])
    }

    #[test]
    fn what_is_written_is_read_again() {
        let topology = two_squares_and_a_point();
        let bytes = encode(&topology, 1000).unwrap();
        let back = decode(&bytes).unwrap();
        assert_eq!(encode(&back, 1000).unwrap(), bytes);
        assert_eq!(back.arcs().len(), topology.arcs().len());
        for (a, b) in back.shapes().iter().zip(topology.shapes()) {
            assert_eq!((&a.key, &a.name, a.polygons.len()), (&b.key, &b.name, b.polygons.len()));
            assert!(a.label.distance_rad(b.label) < 1e-5);
            assert!((a.area_sr - b.area_sr).abs() <= 1e-4 * b.area_sr);
            assert_eq!(a.point.is_some(), b.point.is_some());
        }
    }

    #[test]
    fn broken_bytes_give_an_error_and_never_a_panic() {
        let bytes = encode(&two_squares_and_a_point(), 1000).unwrap();
        assert_eq!(decode(b"PNG?").unwrap_err(), DecodeError::NotATopology);
        let mut newer = bytes.clone();
        newer[4] = 9;
        assert_eq!(decode(&newer).unwrap_err(), DecodeError::Version(9));
        for end in 0..bytes.len() {
            assert!(decode(&bytes[..end]).is_err(), "{end} bytes were enough");
        }
        for at in 5..bytes.len() {
            for byte in [0, 1, 127, 128, 255] {
                let mut broken = bytes.clone();
                broken[at] = byte;
                let _ = decode(&broken);
            }
        }
    }
}
