//! Where integers and floats meet: exact comparison, conversions, and true division that
//! rounds once.

use super::failure::{Failure, Outcome};
use super::integer::Integer;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

/// A finite float as `mantissa * 2**exponent`, both whole.
pub(crate) fn decode(value: f64) -> (i64, i32) {
    let bits = value.to_bits();
    let field = ((bits >> 52) & 0x7ff) as i32;
    let fraction = (bits & ((1 << 52) - 1)) as i64;
    let (mantissa, exponent) =
        if field == 0 { (fraction, -1074) } else { (fraction | 1 << 52, field - 1075) };
    (if value.is_sign_negative() { -mantissa } else { mantissa }, exponent)
}

/// `mantissa * 2**exponent` rounded half to even. `mantissa` has at least 55 significant
/// bits, its last one sticky, or stands for a number so small that `exponent` is -1076.
fn encode(mantissa: u64, exponent: i64) -> f64 {
    if mantissa < 1 << 54 && exponent == -1076 {
        let half_up = (mantissa >> 2) + u64::from(mantissa & 3 == 3 || mantissa & 7 == 6);
        return f64::from_bits(half_up);
    }
    libm::scalbn(mantissa as f64, exponent.clamp(-5000, 5000) as i32)
}

/// The low bits of a number shifted right, with a last bit that remembers what was lost.
fn sticky_shift(value: &BigInt, places: u64) -> u64 {
    let kept: BigInt = value >> places;
    let lost = value.trailing_zeros().is_some_and(|zeros| zeros < places);
    kept.to_u64().unwrap_or(u64::MAX) | u64::from(lost)
}

/// `float(value)`.
pub(crate) fn to_float(value: &Integer) -> Outcome<f64> {
    let big = match value {
        Integer::Small(value) => return Ok(*value as f64),
        Integer::Big(big) => big,
    };
    let magnitude = big.abs();
    let places = magnitude.bits().saturating_sub(64);
    let result = encode(sticky_shift(&magnitude, places), places as i64);
    if result.is_infinite() {
        return Err(Failure::overflow("int too large to convert to float"));
    }
    Ok(if big.is_negative() { -result } else { result })
}

/// `int(value)`: the whole part.
pub(crate) fn from_float(value: f64) -> Outcome<Integer> {
    if value.is_nan() {
        return Err(Failure::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(Failure::overflow("cannot convert float infinity to integer"));
    }
    if value.abs() < 9e18 {
        return Ok(Integer::Small(value as i64));
    }
    let (mantissa, exponent) = decode(value);
    Ok((BigInt::from(mantissa) << exponent).into())
}

/// `value.as_integer_ratio()`.
pub(crate) fn integer_ratio(value: f64) -> Outcome<(Integer, Integer)> {
    if value.is_nan() {
        return Err(Failure::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(Failure::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = decode(value);
    if mantissa == 0 {
        return Ok((Integer::Small(0), Integer::Small(1)));
    }
    let zeros = mantissa.trailing_zeros();
    let (mantissa, exponent) = (mantissa >> zeros, exponent + zeros as i32);
    Ok(if exponent >= 0 {
        ((BigInt::from(mantissa) << exponent).into(), Integer::Small(1))
    } else {
        (Integer::Small(mantissa), (BigInt::from(1) << -exponent).into())
    })
}

/// `dividend / divisor`, correctly rounded.
pub(crate) fn true_divide(dividend: &Integer, divisor: &Integer) -> Outcome<f64> {
    if divisor.is_zero() {
        return Err(Failure::zero_division("division by zero"));
    }
    crate::effort::spend((dividend.bit_length() + divisor.bit_length()) >> 4);
    const EXACT: u64 = 1 << 53;
    if let (Integer::Small(a), Integer::Small(b)) = (dividend, divisor)
        && a.unsigned_abs() <= EXACT
        && b.unsigned_abs() <= EXACT
    {
        return Ok(*a as f64 / *b as f64);
    }
    let negative = dividend.is_negative() != divisor.is_negative();
    let (a, b) = (dividend.big().abs(), divisor.big().abs());
    if a.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    let exponent = (a.bits() as i64 - b.bits() as i64 - 60).max(-1076);
    let (a, b) = if exponent < 0 { (a << -exponent, b) } else { (a, b << exponent) };
    let (quotient, remainder) = (&a / &b, &a % &b);
    let mantissa = quotient.to_u64().unwrap_or(u64::MAX) | u64::from(!remainder.is_zero());
    let result = encode(mantissa, exponent);
    if result.is_infinite() {
        return Err(Failure::overflow("integer division result too large for a float"));
    }
    Ok(if negative { -result } else { result })
}
