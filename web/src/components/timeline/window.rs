//! Which stretch of the axis is on the screen, and how one moves it.
//!
//! `max` and `min` keep it within bounds, since `clamp` brings along what prints floats.

use interleave_views::layout;
use interleave_views::sight::{Axis, Overview};

/// The shortest stretch that can be looked at: nanoseconds or events.
const SHORTEST: f64 = 8.0;

/// A stretch of an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Window {
    /// What the reader chose, if anything.
    axis: Option<Axis>,
    /// From and to; nothing for all there is, however long that becomes.
    part: Option<(f64, f64)>,
}

impl Window {
    /// All of an axis.
    pub(super) fn all(axis: Axis) -> Self {
        Self { axis: Some(axis), part: None }
    }

    /// The axis: where the reader has not chosen and no time goes by, steps.
    pub(super) fn axis(self, overview: &Overview) -> Axis {
        self.axis.unwrap_or(if overview.end_ns > 0 { Axis::Time } else { Axis::Steps })
    }

    /// Where it begins and ends.
    pub(super) fn range(self, overview: &Overview) -> (f64, f64) {
        let end = self.end(overview);
        match self.part {
            Some((from, to)) if from < end => (from, to.min(end)),
            _ => (0.0, end),
        }
    }

    /// Is all there is to be seen?
    pub(super) fn is_all(self, overview: &Overview) -> bool {
        self.range(overview) == (0.0, self.end(overview))
    }

    /// Closer by a factor, with the place at this share of the width staying where it is.
    pub(super) fn zoomed(self, overview: &Overview, at: f64, factor: f64) -> Self {
        let (from, to) = self.range(overview);
        let length = ((to - from) / factor).max(SHORTEST.min(to - from)).min(self.end(overview));
        let from = from + (to - from - length) * at.clamp(0.0, 1.0);
        self.onto(overview, from, from + length)
    }

    /// Moved by a share of the width.
    pub(super) fn panned(self, overview: &Overview, share: f64) -> Self {
        let (from, to) = self.range(overview);
        let by = ((to - from) * share).max(-from).min(self.end(overview) - to);
        self.onto(overview, from + by, to + by)
    }

    /// This stretch, as far as it exists.
    pub(super) fn onto(self, overview: &Overview, from: f64, to: f64) -> Self {
        let end = self.end(overview);
        let length = (to - from).max(SHORTEST.min(end)).min(end);
        let from = from.min(end - length).max(0.0);
        let part = (length < end).then_some((from, from + length));
        Self { axis: Some(self.axis(overview)), part }
    }

    /// Moved, if it must be, so that this place is in sight.
    pub(super) fn showing(self, overview: &Overview, place: f64) -> Self {
        let (from, to) = self.range(overview);
        if (from..=to).contains(&place) {
            return self;
        }
        // Some of what comes next should be in sight, too.
        let lead = (to - from) * if place > to { 0.2 } else { 0.8 };
        self.onto(overview, place - lead, place - lead + (to - from))
    }

    /// The place at a share of the width.
    pub(super) fn place(self, overview: &Overview, share: f64) -> f64 {
        let (from, to) = self.range(overview);
        from + (to - from) * share.clamp(0.0, 1.0)
    }

    /// The end of the axis.
    fn end(self, overview: &Overview) -> f64 {
        layout::extent(self.axis(overview), overview).1 as f64
    }
}

#[cfg(test)]
mod tests {
    use interleave_views::sight::{Axis, Moment, Overview};

    use super::Window;

    fn run(end_ns: i64) -> Overview {
        Overview { end: Moment(200), end_ns, ..Overview::default() }
    }

    #[test]
    fn the_whole_run_is_seen_and_stays_so() {
        let window = Window::default();
        assert_eq!((window.axis(&run(1000)), window.range(&run(1000))), (Axis::Time, (0.0, 1000.0)));
        assert_eq!(window.range(&run(2000)), (0.0, 2000.0));
        assert_eq!((window.axis(&run(0)), window.range(&run(0))), (Axis::Steps, (0.0, 200.0)));
    }

    #[test]
    fn zooming_keeps_the_place_under_the_hand() {
        let run = run(1000);
        let window = Window::all(Axis::Time).zoomed(&run, 0.5, 4.0);
        assert_eq!(window.range(&run), (375.0, 625.0));
        assert_eq!(window.zoomed(&run, 0.0, 2.0).range(&run), (375.0, 500.0));
        assert!(window.zoomed(&run, 0.3, 0.001).is_all(&run));
        let (from, to) = window.zoomed(&run, 1.0, 1e9).range(&run);
        assert_eq!((from, to), (617.0, 625.0));
    }

    #[test]
    fn nothing_beyond_the_ends_is_shown() {
        let run = run(1000);
        let window = Window::all(Axis::Time).onto(&run, 0.0, 100.0);
        assert_eq!(window.panned(&run, -3.0).range(&run), (0.0, 100.0));
        assert_eq!(window.panned(&run, 99.0).range(&run), (900.0, 1000.0));
        assert_eq!(window.showing(&run, 50.0), window);
        assert_eq!(window.showing(&run, 500.0).range(&run), (480.0, 580.0));
        assert_eq!(window.showing(&run, 1000.0).range(&run), (900.0, 1000.0));
    }

    #[test]
    fn a_shorter_run_is_shown_as_far_as_it_goes() {
        let window = Window::all(Axis::Time).onto(&run(1000), 400.0, 600.0);
        assert_eq!(window.range(&run(500)), (400.0, 500.0));
        assert_eq!(window.range(&run(300)), (0.0, 300.0));
    }
}
