//! Marks along the axis, at pleasant intervals.

use interleave_text::Language;

use crate::sight::{Axis, Frame, Tick};
use crate::{aim, layout, words};

/// No picture has more marks.
const MOST: usize = 1000;

/// How far marks are from each other, at least.
const APART: f64 = 80.0;

pub(crate) fn ticks(language: Language, frame: Frame) -> Vec<Tick> {
    let length = frame.to as f64 - frame.from as f64;
    if length <= 0.0 || frame.width.is_nan() || frame.width < 1.0 {
        return Vec::new();
    }
    let interval = layout::pleasant(length * APART / f64::from(frame.width));
    let first = frame.from.div_euclid(interval) + i64::from(frame.from.rem_euclid(interval) > 0);
    let numbers = (0..).map_while(|count| first.checked_add(count));
    let values = numbers.map_while(|number| number.checked_mul(interval));
    let label = |value| match frame.axis {
        Axis::Time => words::seconds(language, value),
        Axis::Steps => value.to_string(),
    };
    values
        .take_while(|value| *value <= frame.to)
        .take(MOST)
        .map(|value| Tick { x: aim::pixel(frame, value), label: label(value) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(axis: Axis, from: i64, to: i64, labels: &[&str]) {
        let frame = Frame { axis, from, to, width: 400.0, first_row: 0, rows: 1 };
        let ticks = ticks(Language::English, frame);
        assert_eq!(ticks.iter().map(|tick| tick.label.as_str()).collect::<Vec<_>>(), labels);
    }

    #[test]
    fn intervals_are_pleasant() {
        check(Axis::Time, 0, 2_000_000_000, &["0 s", "0.5 s", "1 s", "1.5 s", "2 s"]);
        check(
            Axis::Time,
            1_900_000_000,
            1_900_000_300,
            &["1.9 s", "1.9000001 s", "1.9000002 s", "1.9000003 s"],
        );
        check(Axis::Steps, -1, 9, &["0", "2", "4", "6", "8"]);
        check(Axis::Steps, 5, 5, &[]);
    }

    #[test]
    fn no_frame_is_too_long() {
        let frame =
            Frame { axis: Axis::Time, from: i64::MIN, to: i64::MAX, width: 1e9, first_row: 0, rows: 1 };
        assert!(ticks(Language::English, Frame { width: 800.0, ..frame }).len() < 12);
    }
}
