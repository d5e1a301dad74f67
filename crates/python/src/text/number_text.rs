//! Reading numbers: `int('…', base)` and `float('…')`.

use super::repr;
use super::unicode::decimal_value;
use crate::effort;
use crate::number::digits::allow_reading;
use crate::number::failure::{Failure, Outcome};
use crate::number::integer::{BIT_LIMIT, Integer};
use num_bigint::BigInt;
use num_traits::Num;

/// The text with digits of other scripts as ASCII and the spaces around it taken off.
fn plain(text: &str) -> String {
    effort::spend_length(text.len(), 0);
    text.trim()
        .chars()
        .map(|c| decimal_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c))
        .collect()
}

/// Takes out underscores, each of which must stand between two digits.
fn without_underscores(digits: &str) -> Option<String> {
    let misplaced = digits.starts_with('_') || digits.ends_with('_') || digits.contains("__");
    (!misplaced).then(|| digits.replace('_', ""))
}

/// `int(text, base)`; `shown` is what an error quotes (the repr of the argument).
pub(crate) fn integer(text: &str, base: i64, shown: impl FnOnce() -> String) -> Outcome<Integer> {
    let Some(radix) = u32::try_from(base).ok().filter(|base| *base == 0 || (2..=36).contains(base)) else {
        return Err(Failure::value("int() base must be >= 2 and <= 36, or 0"));
    };
    let plain = plain(text);
    match scan(&plain, radix) {
        Some((negative, digits, radix)) => build(negative, &digits, radix),
        None => Err(Failure::value(format!("invalid literal for int() with base {base}: {}", shown()))),
    }
}

/// `int(text)` of a `str`.
pub(crate) fn integer_of_text(text: &str, base: i64) -> Outcome<Integer> {
    integer(text, base, || repr::text(text).chars().take(200).collect())
}

/// Sign, digits without underscores, and the radix that a prefix may tell.
fn scan(text: &str, radix: u32) -> Option<(bool, String, u32)> {
    let (negative, rest) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (text.starts_with('-'), rest),
        None => (false, text),
    };
    let prefixed = rest.strip_prefix('0').and_then(|rest| {
        let told = match rest.chars().next()? {
            'x' | 'X' => 16,
            'o' | 'O' => 8,
            'b' | 'B' => 2,
            _ => return None,
        };
        (radix == 0 || radix == told).then(|| (told, rest[1..].strip_prefix('_').unwrap_or(&rest[1..])))
    });
    let (told, digits) = prefixed.unwrap_or((if radix == 0 { 10 } else { radix }, rest));
    let digits = without_underscores(digits)?;
    let zeros_only = digits.bytes().all(|digit| digit == b'0');
    let ambiguous = radix == 0 && prefixed.is_none() && digits.starts_with('0') && !zeros_only;
    let valid = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(told));
    (valid && !ambiguous).then_some((negative, digits, told))
}

fn build(negative: bool, digits: &str, radix: u32) -> Outcome<Integer> {
    if !radix.is_power_of_two() {
        allow_reading(digits.len())?;
    }
    let bits = digits.len() as u64 * u64::from(radix.ilog2());
    if bits > BIT_LIMIT {
        return Err(Failure::too_large("an integer size in bits", bits, BIT_LIMIT));
    }
    if let Ok(value) = i64::from_str_radix(digits, radix) {
        return Ok(Integer::Small(if negative { -value } else { value }));
    }
    let value = BigInt::from_str_radix(digits, radix).unwrap_or_default();
    Ok(if negative { -value } else { value }.into())
}

/// `float(text)`; `shown` is what an error quotes.
pub(crate) fn float(text: &str, shown: impl FnOnce() -> String) -> Outcome<f64> {
    scan_float(&plain(text))
        .ok_or_else(|| Failure::value(format!("could not convert string to float: {}", shown())))
}

/// `float(text)` of a `str`.
pub(crate) fn float_of_text(text: &str) -> Outcome<f64> {
    float(text, || repr::text(text))
}

fn scan_float(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        let value = match &*unsigned.to_ascii_lowercase() {
            "inf" | "infinity" => f64::INFINITY,
            "nan" => f64::NAN,
            _ => return None,
        };
        return Some(if text.starts_with('-') { -value } else { value });
    }
    let bytes = unsigned.as_bytes();
    let lone = |at: usize| {
        let digit =
            |place: Option<usize>| place.and_then(|place| bytes.get(place)).is_some_and(u8::is_ascii_digit);
        bytes[at] == b'_' && !(digit(at.checked_sub(1)) && digit(Some(at + 1)))
    };
    if (0..bytes.len()).any(lone) {
        return None;
    }
    text.replace('_', "").parse().ok()
}

#[cfg(test)]
#[path = "tests/number_text.rs"]
mod tests;
