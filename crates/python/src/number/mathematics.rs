//! The functions of Python's `math` on floats, with its errors.
//!
//! Whole numbers live in `combinatorics`, sums in `summation`.

use super::elementary;
use super::failure::{Failure, Outcome};
use super::gamma::{gamma, log_gamma};
use super::integer::Integer;
use super::ratio;

fn domain_error() -> Failure {
    Failure::value("math domain error")
}

fn range_error() -> Failure {
    Failure::overflow("math range error")
}

/// A function of one float: its name, itself, and whether an infinite result means overflow
/// (otherwise it means a pole).
type Function = (&'static str, fn(f64) -> f64, bool);

const FUNCTIONS: &[Function] = &[
    ("acos", elementary::acos, false),
    ("acosh", elementary::acosh, false),
    ("asin", elementary::asin, false),
    ("asinh", elementary::asinh, false),
    ("atan", elementary::atan, false),
    ("atanh", elementary::atanh, false),
    ("cbrt", elementary::cbrt, false),
    ("cos", elementary::cos, false),
    ("cosh", elementary::cosh, true),
    ("degrees", |x| x * (180.0 / std::f64::consts::PI), true),
    ("erf", elementary::erf, false),
    ("erfc", elementary::erfc, false),
    ("exp", elementary::exp, true),
    ("exp2", elementary::exp2, true),
    ("expm1", elementary::expm1, true),
    ("fabs", f64::abs, false),
    ("gamma", gamma, true),
    ("lgamma", log_gamma, true),
    ("log10", elementary::log10, false),
    ("log1p", elementary::log1p, false),
    ("log2", elementary::log2, false),
    ("radians", |x| x * (std::f64::consts::PI / 180.0), false),
    ("sin", elementary::sin, false),
    ("sinh", elementary::sinh, true),
    ("sqrt", f64::sqrt, false),
    ("tan", elementary::tan, false),
    ("tanh", elementary::tanh, false),
];

/// `math.<name>(x)`; `None` if there is no such function of one float.
pub(crate) fn one_argument(name: &str, x: f64) -> Option<Outcome<f64>> {
    let at = FUNCTIONS.binary_search_by_key(&name, |function| function.0).ok()?;
    let (_, function, overflows) = FUNCTIONS[at];
    let pole = matches!(name, "gamma" | "lgamma")
        && x <= 0.0
        && x == x.floor()
        && !(name == "lgamma" && x.is_infinite());
    let result = if pole { f64::NAN } else { function(x) };
    Some(if result.is_nan() && !x.is_nan() {
        Err(domain_error())
    } else if result.is_infinite() && x.is_finite() && name != "degrees" {
        Err(if overflows { range_error() } else { domain_error() })
    } else {
        Ok(result)
    })
}

/// The logarithms that `logarithm` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Logarithm {
    Natural,
    Binary,
    Decimal,
}

impl Logarithm {
    fn of(self, x: f64) -> f64 {
        match self {
            Self::Natural => elementary::log(x),
            Self::Binary => elementary::log2(x),
            Self::Decimal => elementary::log10(x),
        }
    }

    /// `math.log(x)`, `log2(x)`, `log10(x)` of a float.
    pub(crate) fn float(self, x: f64) -> Outcome<f64> {
        if x <= 0.0 { Err(domain_error()) } else { Ok(self.of(x)) }
    }

    /// The same of an integer, which may be too large for a float.
    pub(crate) fn integer(self, x: &Integer) -> Outcome<f64> {
        if x.is_negative() || x.is_zero() {
            return Err(domain_error());
        }
        if let Ok(x) = ratio::to_float(x) {
            return Ok(self.of(x));
        }
        let bits = x.bit_length();
        let fraction = ratio::true_divide(x, &Integer::Small(1).shift_left(&Integer::Small(bits as i64))?)?;
        Ok(self.of(fraction) + self.of(2.0) * bits as f64)
    }
}

/// `math.log(x, base)` from both logarithms.
pub(crate) fn log_quotient(of_x: f64, of_base: f64) -> Outcome<f64> {
    super::float::true_divide(of_x, of_base)
}

pub(crate) fn pow(x: f64, y: f64) -> Outcome<f64> {
    let result = elementary::pow(x, y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || (result.is_infinite() && x == 0.0) {
            return Err(domain_error());
        }
        if result.is_infinite() {
            return Err(range_error());
        }
    }
    Ok(result)
}

pub(crate) fn fmod(x: f64, y: f64) -> Outcome<f64> {
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(domain_error()) } else { Ok(result) }
}

pub(crate) fn remainder(x: f64, y: f64) -> Outcome<f64> {
    let result = libm::remainder(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(domain_error()) } else { Ok(result) }
}

pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    elementary::atan2(y, x)
}

pub(crate) fn fma(x: f64, y: f64, z: f64) -> Outcome<f64> {
    let result = libm::fma(x, y, z);
    if result.is_nan() && !(x.is_nan() || y.is_nan() || z.is_nan()) {
        return Err(Failure::value("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(Failure::overflow("overflow in fma"));
    }
    Ok(result)
}

pub(crate) fn ldexp(x: f64, exponent: &Integer) -> Outcome<f64> {
    let exponent = exponent.small().unwrap_or(if exponent.is_negative() { -9999 } else { 9999 });
    let result = libm::ldexp(x, exponent.clamp(-9999, 9999) as i32);
    if result.is_infinite() && x.is_finite() { Err(range_error()) } else { Ok(result) }
}

pub(crate) fn frexp(x: f64) -> (f64, i32) {
    if x.is_finite() && x != 0.0 { libm::frexp(x) } else { (x, 0) }
}

/// `math.modf`: fraction and whole part, both with the sign of x.
pub(crate) fn modf(x: f64) -> (f64, f64) {
    if x.is_infinite() { (0_f64.copysign(x), x) } else { ((x - x.trunc()).copysign(x), x.trunc()) }
}

pub(crate) fn is_close(a: f64, b: f64, relative: f64, absolute: f64) -> Outcome<bool> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(Failure::value("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let difference = (b - a).abs();
    Ok(difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute)
}

/// `math.nextafter(x, y, steps=…)`.
pub(crate) fn next_after(x: f64, y: f64, steps: Option<&Integer>) -> Outcome<f64> {
    if steps.is_some_and(Integer::is_negative) {
        return Err(Failure::value("steps must be a non-negative integer"));
    }
    if x.is_nan() || y.is_nan() {
        return Ok(if x.is_nan() { x } else { y });
    }
    // Floats of one sign are ordered as their bits; negative ones mirrored.
    let order = |value: f64| {
        let bits = value.to_bits() as i64;
        i128::from(if bits < 0 { -(bits & i64::MAX) } else { bits })
    };
    let steps = steps.map_or(1, |steps| i128::from(steps.small().unwrap_or(i64::MAX)));
    let (from, to) = (order(x), order(y));
    if steps == 0 {
        return Ok(x);
    }
    if (to - from).abs() <= steps {
        return Ok(y);
    }
    let place = (from + if to > from { steps } else { -steps }) as i64;
    Ok(if place < 0 || (place == 0 && x < 0.0) {
        f64::from_bits(place.unsigned_abs() | 1 << 63)
    } else {
        f64::from_bits(place as u64)
    })
}

/// `math.ulp`.
pub(crate) fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let above = f64::from_bits(x.to_bits() + 1);
    if above.is_infinite() { x - f64::from_bits(x.to_bits() - 1) } else { above - x }
}

#[cfg(test)]
#[path = "tests/mathematics.rs"]
mod tests;
