//! Decimal numbers, read and written exactly: a whole number of units, of which a power of ten is 1.

/// Such as `3.5` for 3,500 thousandths; `digits` behind the point are the unit.
pub(crate) fn written(units: u64, digits: u32) -> String {
    let one = 10_u64.saturating_pow(digits);
    let (whole, part) = (units / one, units % one);
    if part == 0 {
        return whole.to_string();
    }
    let part = format!("{part:0width$}", width = digits as usize);
    format!("{whole}.{}", part.trim_end_matches('0'))
}

/// The reverse, for digits with or without a point. Nothing if it is no such number, too fine, or too large.
pub(crate) fn read(text: &str, digits: u32) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let missing = digits.checked_sub(part.len().try_into().ok()?)?;
    if whole.is_empty() || !is_number(whole) || !is_number(part) {
        return None;
    }
    format!("{whole}{part}").parse::<u64>().ok()?.checked_mul(10_u64.checked_pow(missing)?)
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (units, text) in
            [(0, "0"), (3_500, "3.5"), (7_000, "7"), (1, "0.001"), (u64::MAX, "18446744073709551.615")]
        {
            assert_eq!((written(units, 3).as_str(), read(text, 3)), (text, Some(units)));
        }
        assert_eq!([read("007", 3), read("3.50", 3), read("3.", 3)], [Some(7_000), Some(3_500), Some(3_000)]);
    }

    #[test]
    fn what_is_no_such_number_is_none() {
        for text in ["", ".", ".5", "-1", "+1", "1e3", "inf", "1.2345", "18446744073709551.616", "1,5", "１"]
        {
            assert_eq!(read(text, 3), None, "{text:?}");
        }
    }
}
