//! Floats as text: the shortest digits that read back, a given number of digits, and
//! hexadecimal.

use crate::number::failure::{Failure, Outcome};
use crate::number::ratio::decode;

/// How digits are chosen and laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// As many digits as it takes to read back.
    Shortest,
    /// `e`: one digit before the point.
    Exponent,
    /// `f`: digits after the point.
    Fixed,
    /// `g`: significant digits, laid out as fits.
    General,
}

/// No finite float has more decimal digits than this, so all further ones are zeros.
const MEANINGFUL: usize = 1100;

/// `repr(value)`, which is `str(value)` too.
pub(crate) fn repr(value: f64) -> String {
    if let Some(name) = name_of_special(value) {
        return if value.is_sign_negative() && !value.is_nan() {
            format!("-{name}")
        } else {
            name.to_owned()
        };
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    sign.to_owned() + &magnitude(value.abs(), Style::Shortest, 0, false, true)
}

/// `inf` or `nan`, if the value is one.
pub(crate) fn name_of_special(value: f64) -> Option<&'static str> {
    if value.is_nan() {
        Some("nan")
    } else if value.is_infinite() {
        Some("inf")
    } else {
        None
    }
}

/// The digits of a finite float that isn't negative. `alternate` keeps the point and
/// the zeros after it; `pointed` sees to at least one digit after the point.
pub(crate) fn magnitude(
    value: f64,
    style: Style,
    precision: usize,
    alternate: bool,
    pointed: bool,
) -> String {
    match style {
        Style::Fixed => fixed(value, precision, alternate),
        Style::Exponent => {
            let (digits, exponent) = significant(value, precision);
            with_exponent(&digits, exponent, alternate)
        }
        Style::General => {
            let precision = precision.max(1);
            let (mut digits, exponent) = significant(value, precision - 1);
            if !alternate {
                digits.truncate(digits.trim_end_matches('0').len().max(1));
            }
            let widest = precision as i64 - i64::from(pointed);
            if (-4..widest).contains(&exponent) {
                positional(&digits, exponent, alternate, pointed)
            } else {
                with_exponent(&digits, exponent, alternate)
            }
        }
        Style::Shortest => {
            let (digits, exponent) = shortest(value);
            if (-4..16).contains(&exponent) {
                positional(&digits, exponent, alternate, pointed)
            } else {
                with_exponent(&digits, exponent, alternate)
            }
        }
    }
}

/// How many bytes `magnitude` may take, so that callers may refuse.
pub(crate) fn magnitude_len(style: Style, precision: usize) -> usize {
    let whole = if style == Style::Fixed { 310 } else { 10 };
    precision.saturating_add(whole)
}

fn split_exponent(text: &str) -> (String, i64) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// The fewest digits that read back. Rust and Python disagree only where two texts are
/// equally near, of which Python takes the one with the even last digit.
fn shortest(value: f64) -> (String, i64) {
    let text = format!("{value:e}");
    let (digits, exponent) = split_exponent(&text);
    if digits.len() > 14 {
        let even = format!("{value:.*e}", digits.len() - 1);
        if even != text && even.parse() == Ok(value) {
            return split_exponent(&even);
        }
    }
    (digits, exponent)
}

/// One digit and `places` more, correctly rounded, and the decimal exponent of the first.
fn significant(value: f64, places: usize) -> (String, i64) {
    let (mut digits, exponent) = split_exponent(&format!("{value:.*e}", places.min(MEANINGFUL)));
    digits.extend(std::iter::repeat_n('0', places.saturating_sub(MEANINGFUL)));
    (digits, exponent)
}

fn fixed(value: f64, places: usize, alternate: bool) -> String {
    let mut text = format!("{value:.*}", places.min(MEANINGFUL));
    text.extend(std::iter::repeat_n('0', places.saturating_sub(MEANINGFUL)));
    if alternate && places == 0 {
        text.push('.');
    }
    text
}

fn with_exponent(digits: &str, exponent: i64, alternate: bool) -> String {
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() && !alternate { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.abs())
}

fn positional(digits: &str, exponent: i64, alternate: bool, pointed: bool) -> String {
    let mut text = String::new();
    let whole = usize::try_from(exponent + 1).unwrap_or(0);
    if whole == 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', (-exponent - 1) as usize));
        text.push_str(digits);
    } else if whole < digits.len() {
        text.push_str(&digits[..whole]);
        text.push('.');
        text.push_str(&digits[whole..]);
    } else {
        text.push_str(digits);
        text.extend(std::iter::repeat_n('0', whole - digits.len()));
        if pointed {
            text.push_str(".0");
        } else if alternate {
            text.push('.');
        }
    }
    text
}

/// `value.hex()`.
pub(crate) fn hex(value: f64) -> String {
    if !value.is_finite() {
        return repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (mantissa, exponent) = decode(value.abs());
    let (whole, fraction) = (mantissa >> 52, mantissa & ((1 << 52) - 1));
    format!("{sign}0x{whole}.{fraction:013x}p{:+}", exponent + 52)
}

/// `float.fromhex(text)`.
pub(crate) fn from_hex(text: &str) -> Outcome<f64> {
    let invalid = || Failure::value("invalid hexadecimal floating-point string");
    let overflow = || Failure::overflow("hexadecimal value too large to represent as a float");
    let text = text.trim().to_ascii_lowercase();
    let (negative, rest) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, &*text),
    };
    let signed = |value: f64| if negative { -value } else { value };
    match rest {
        "inf" | "infinity" => return Ok(signed(f64::INFINITY)),
        "nan" => return Ok(signed(f64::NAN)),
        _ => {}
    }
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    let (digits, exponent) = match rest.split_once('p') {
        Some((digits, exponent)) => (digits, exponent.parse::<i64>().map_err(|_| invalid())?),
        None => (rest, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return Err(invalid());
    }
    // Up to 60 bits are taken exactly; what follows only matters as "there is more".
    let (mut mantissa, mut dropped, mut sticky) = (0_u64, 0_i64, false);
    for digit in whole.chars().chain(fraction.chars()) {
        let digit = u64::from(digit.to_digit(16).ok_or_else(invalid)?);
        if mantissa >> 56 == 0 {
            mantissa = mantissa << 4 | digit;
        } else {
            dropped += 4;
            sticky |= digit != 0;
        }
    }
    if mantissa == 0 {
        return Ok(signed(0.0));
    }
    let exponent = exponent.clamp(-100_000, 100_000) + dropped - 4 * fraction.len() as i64;
    let value = scaled(mantissa | u64::from(sticky), exponent);
    if value.is_infinite() { Err(overflow()) } else { Ok(signed(value)) }
}

/// `mantissa * 2**exponent`, rounded half to even once.
fn scaled(mantissa: u64, exponent: i64) -> f64 {
    let top = i64::from(63 - mantissa.leading_zeros()) + exponent;
    if top >= -1022 || exponent >= -1074 {
        return libm::scalbn(mantissa as f64, exponent.clamp(-5000, 5000) as i32);
    }
    if top < -1075 {
        return 0.0;
    }
    let places = (-1074 - exponent).clamp(0, 64) as u32;
    let wide = u128::from(mantissa) << 64 >> places;
    let (kept, lost) = ((wide >> 64) as u64, wide as u64);
    let up = lost > 1 << 63 || (lost == 1 << 63 && kept & 1 == 1);
    f64::from_bits(kept + u64::from(up))
}

#[cfg(test)]
#[path = "tests/float_repr.rs"]
mod tests;
