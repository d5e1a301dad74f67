//! The operators of Python's `float` that differ from Rust's: division rounded down,
//! powers, and rounding to decimal places.

use super::elementary;
use super::failure::{Failure, Outcome};
use super::integer::Integer;
use super::ratio;

/// `a / b`.
pub(crate) fn true_divide(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 { Err(Failure::zero_division("float division by zero")) } else { Ok(a / b) }
}

fn quotient_and_rest(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `a // b`.
pub(crate) fn floor_divide(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 {
        return Err(Failure::zero_division("float floor division by zero"));
    }
    Ok(quotient_and_rest(a, b).0)
}

/// `a % b`, which has the sign of `b`.
pub(crate) fn modulo(a: f64, b: f64) -> Outcome<f64> {
    if b == 0.0 {
        return Err(Failure::zero_division("float modulo by zero"));
    }
    Ok(quotient_and_rest(a, b).1)
}

/// `divmod(a, b)`.
pub(crate) fn divmod(a: f64, b: f64) -> Outcome<(f64, f64)> {
    if b == 0.0 { Err(Failure::zero_division("float divmod()")) } else { Ok(quotient_and_rest(a, b)) }
}

/// `base ** exponent`; `None` where the answer is a complex number.
pub(crate) fn power(base: f64, exponent: f64) -> Outcome<Option<f64>> {
    if base == 0.0 && exponent < 0.0 {
        return Err(Failure::zero_division("0.0 cannot be raised to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent != exponent.floor() {
        return Ok(None);
    }
    let result = elementary::pow(base, exponent);
    if result.is_infinite() && base.is_finite() && exponent.is_finite() {
        return Err(Failure::overflow("(34, 'Numerical result out of range')"));
    }
    Ok(Some(result))
}

/// `round(value)`: half to even.
pub(crate) fn round_to_integer(value: f64) -> Outcome<Integer> {
    ratio::from_float(value.round_ties_even())
}

/// `round(value, digits)`: of the exact decimal expansion, half to even.
pub(crate) fn round(value: f64, digits: &Integer) -> Outcome<f64> {
    let digits = digits.small().unwrap_or(if digits.is_negative() { i64::MIN } else { i64::MAX });
    if !value.is_finite() || digits > 323 {
        return Ok(value);
    }
    if digits < -308 {
        return Ok(0.0 * value);
    }
    let result = if digits >= 0 {
        format!("{value:.*}", digits as usize).parse().unwrap_or(value)
    } else {
        round_left(value, -digits)
    };
    if result.is_infinite() {
        return Err(Failure::overflow("rounded value too large to represent"));
    }
    Ok(result)
}

/// Rounds to `places` zeros left of the point.
fn round_left(value: f64, places: i64) -> f64 {
    let scientific = format!("{:e}", value.abs());
    let exponent: i64 = scientific.split_once('e').and_then(|(_, text)| text.parse().ok()).unwrap_or(0);
    let kept = exponent - places;
    let text = match kept {
        0.. => format!("{:.*e}", kept as usize, value.abs()),
        -1 => {
            // One unit or none: a tie goes to none, which is even.
            let half: f64 = format!("5e{exponent}").parse().unwrap_or(0.0);
            if value.abs() > half { format!("1e{places}") } else { "0".to_owned() }
        }
        _ => "0".to_owned(),
    };
    text.parse::<f64>().unwrap_or(value).copysign(value)
}

#[cfg(test)]
#[path = "tests/float.rs"]
mod tests;
