//! Decimal numbers, printed from whole ones. What prints any float exactly is larger than most
//! of what a page shows, and nobody sees more digits than these.

/// The digits after the point of a number that came from a float.
const PLACES: u32 = 4;

/// A number as pictures write it, with the digits that it needs and no more than can be seen:
/// `1.5`. What is beyond all measure is written as the largest there is, and what is no number as 0.
pub fn of(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "such casts end at the largest number")]
    let parts = (number * f64::from(10_u32.pow(PLACES))).round() as i64;
    trimmed(&parts_of_one(parts, PLACES)).to_owned()
}

/// As many parts of one, with all their places: 15 tenths are `1.5`.
pub(crate) fn parts_of_one(parts: i64, places: u32) -> String {
    let one = 10_u64.pow(places);
    let (sign, parts) = (if parts < 0 { "-" } else { "" }, parts.unsigned_abs());
    format!("{sign}{}.{:0width$}", parts / one, parts % one, width = places as usize)
}

/// The same without what adds nothing.
pub(crate) fn trimmed(digits: &str) -> &str {
    digits.trim_end_matches('0').trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn floats_have_the_digits_that_can_be_seen() {
        for (number, text) in [
            (0.0, "0"),
            (-0.00001, "0"),
            (1.5, "1.5"),
            (100.0, "100"),
            (-7.95, "-7.95"),
            (1.0 / 3.0, "0.3333"),
            (3.4e7, "34000000"),
            (f64::NAN, "0"),
            (f64::INFINITY, "922337203685477.5807"),
        ] {
            assert_eq!(of(number), text);
        }
    }
}
