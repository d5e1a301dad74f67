//! Time as whole nanoseconds and hairs, and how seconds become nanoseconds.

/// A moment: nanoseconds since the program started, then hairs, which order
/// what a real clock would order and are never shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// Whole nanoseconds.
    pub ns: i64,
    /// How many wake-ups lie between this moment and the one that it derives from.
    pub hairs: u64,
}

/// Nanoseconds of a number of seconds, half to even; `None` if no such moment
/// comes: infinity, or later than 292 years.
///
/// ```
/// use interleave_core::nanoseconds;
/// assert_eq!(nanoseconds(0.7), Some(700_000_000));
/// assert_eq!(nanoseconds(f64::INFINITY), None);
/// assert_eq!(nanoseconds(-1e300), Some(i64::MIN));
/// ```
pub fn nanoseconds(seconds: f64) -> Option<i64> {
    let ns = (seconds * 1e9).round_ties_even();
    // The cast saturates, and below zero that is what is wanted: long ago.
    #[expect(clippy::cast_possible_truncation, reason = "checked on the one side that matters")]
    (ns < 9.2e18).then_some(ns as i64)
}

/// Whole nanoseconds of a delay. One that is more than nothing takes at least one of them, as it would take some time
/// on any real clock: whoever waits for what rounding has left of a second gets there.
///
/// ```
/// use interleave_core::delay;
/// assert_eq!((delay(5e-17), delay(0.0)), (Some(1), Some(0)));
/// ```
pub fn delay(seconds: f64) -> Option<i64> {
    nanoseconds(seconds).map(|ns| if seconds > 0.0 { ns.max(1) } else { ns })
}

/// Seconds of a number of nanoseconds, as `loop.time()` shows them.
pub fn seconds(ns: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "what a float can say is what Python says")]
    let ns = ns as f64;
    ns / 1e9
}
