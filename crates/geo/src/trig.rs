//! Sine and cosine of everyday angles, without the tables that a standard library keeps for huge ones.
//!
//! Polynomials of fdlibm (Sun Microsystems 1993: "Permission to use, copy, modify, and distribute this software is freely
//! granted, provided that this notice is preserved"). The same bits on every machine, and less WebAssembly.

use std::f64::consts::FRAC_2_PI;

/// π / 2 in two parts; the first has few enough digits that its multiples are exact.
const HALF_PI_HIGH: f64 = 1.570_796_326_734_125_6;
const HALF_PI_LOW: f64 = 6.077_100_506_506_192e-11;

/// The sine and cosine of an angle in radians, to 1e-15 within a thousand turns.
pub fn sin_cos(angle_rad: f64) -> (f64, f64) {
    let quarters = (angle_rad * FRAC_2_PI).round();
    let x = (angle_rad - quarters * HALF_PI_HIGH) - quarters * HALF_PI_LOW;
    let (sin, cos) = (sine(x), cosine(x));
    match quarters as i64 & 3 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// Within π / 4 of 0.
fn sine(x: f64) -> f64 {
    let z = x * x;
    let high = z * (-1.984_126_982_985_795e-4 + z * (2.755_731_370_707_006_8e-6 + z * -2.505_076_025_340_686_3e-8));
    let rest = 8.333_333_333_322_49e-3 + high + z * z * z * z * 1.589_690_995_211_55e-10;
    x + x * z * (-1.666_666_666_666_663_2e-1 + z * rest)
}

/// Within π / 4 of 0.
fn cosine(x: f64) -> f64 {
    let z = x * x;
    let high =
        z * z * z * (-2.755_731_435_139_066_3e-7 + z * (2.087_572_321_298_175e-9 + z * -1.135_964_755_778_819_5e-11));
    let rest = 4.166_666_666_666_66e-2 + z * (-1.388_888_888_887_411e-3 + z * 2.480_158_728_947_673e-5) + high;
    let half = 0.5 * z;
    let whole = 1.0 - half;
    whole + ((1.0 - whole - half) + z * z * rest)
}

#[cfg(test)]
mod tests {
    use super::sin_cos;

    #[test]
    fn sine_and_cosine_are_those_of_the_standard_library() {
        for step in -40_000..40_000 {
            let angle = f64::from(step) * 0.000_712_3;
            let (sin, cos) = sin_cos(angle);
            assert!((sin - angle.sin()).abs() < 4e-16, "sin {angle}");
            assert!((cos - angle.cos()).abs() < 4e-16, "cos {angle}");
        }
        assert_eq!(sin_cos(0.0), (0.0, 1.0));
        assert!(sin_cos(f64::INFINITY).0.is_nan());
    }
}
