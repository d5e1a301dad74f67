//! Virtual times as they are written wherever they are shown.

use interleave_text::Language;

use crate::decimal::{parts_of_one, trimmed};
use crate::words;

/// Seconds with the digits that they need, such as `1.5`.
pub fn seconds(ns: i64) -> String {
    String::from(trimmed(&parts_of_one(ns, 9)))
}

/// Seconds with three digits at least, for columns of them: `1.500`.
pub fn seconds_in_column(ns: i64) -> String {
    let nanos_in_a_part = |places| 10_i64.pow(9 - places);
    let places = [3, 6].into_iter().find(|places| ns % nanos_in_a_part(*places) == 0).unwrap_or(9);
    parts_of_one(ns / nanos_in_a_part(places), places)
}

/// Seconds as they stand in a column, with their unit: `1.500 s`.
pub fn seconds_with_unit(ns: i64, language: Language) -> String {
    format!("{} {}", seconds_in_column(ns), words::second(language))
}

#[cfg(test)]
mod tests {
    use super::{seconds, seconds_in_column};

    #[test]
    fn seconds_have_the_digits_that_they_need() {
        for (ns, short, column) in [
            (0, "0", "0.000"),
            (1_500_000_000, "1.5", "1.500"),
            (10_000_000_000, "10", "10.000"),
            (-200_000_000, "-0.2", "-0.200"),
            (1_000_500_000, "1.0005", "1.000500"),
            (7, "0.000000007", "0.000000007"),
        ] {
            assert_eq!((seconds(ns).as_str(), seconds_in_column(ns).as_str()), (short, column));
        }
    }
}
