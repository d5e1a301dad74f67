//! Where things lie on the timeline, in pixels. Heights and widths grow with the reader's size
//! of type; `timeline.css` repeats those that HTML boxes need.

use interleave_views::sight::{Moment, Row, Segment};
use interleave_views::{decimal, layout};

use crate::components::size::{Size, USUAL_REM};

/// Below this many rem, names stand above the bars instead of beside them.
const NARROW_REM: f64 = 36.0;
const ROW_REM: f64 = layout::ROW_HEIGHT as f64 / USUAL_REM;
/// Names share their room with a button.
const LABEL_REM: f64 = layout::LABEL_WIDTH as f64 / USUAL_REM + 1.25;
const NARROW_ROW_REM: f64 = 3.0;
const NARROW_LABEL_REM: f64 = 1.5;

/// Room for marks that stand at the very ends of the axis.
pub(super) const INSET: f64 = 14.0;

/// How near a pointer must come to a mark that is thinner than itself.
const REACH: f64 = 6.0;

/// The sizes that everything else follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Geometry {
    /// Names stand above the bars.
    pub(super) narrow: bool,
    /// A row's height, with its name where that stands above.
    pub(super) row: f64,
    /// The height of a row's picture.
    pub(super) bars: f64,
    /// The whole width of a row's picture.
    pub(super) width: f64,
    /// How much larger than usual the reader's type is.
    pub(super) scale: f64,
}

impl Geometry {
    pub(super) fn of(room: Size) -> Self {
        let narrow = room.width < NARROW_REM * room.rem;
        let (row, label_width, label_height) =
            if narrow { (NARROW_ROW_REM, 0.0, NARROW_LABEL_REM) } else { (ROW_REM, LABEL_REM, 0.0) };
        Self {
            narrow,
            row: row * room.rem,
            bars: (row - label_height) * room.rem,
            width: (room.width - label_width * room.rem).max(0.0),
            scale: room.rem / USUAL_REM,
        }
    }

    /// The width of the axis.
    pub(super) fn span(&self) -> f64 {
        (self.width - 2.0 * INSET).max(0.0)
    }

    /// Which share of the axis lies left of a place on the bars.
    pub(super) fn share(&self, x: f64) -> f64 {
        ((x - INSET) / self.span().max(1.0)).clamp(0.0, 1.0)
    }

    /// The middle of the bars of the row in this place of the list.
    pub(super) fn middle(&self, row: f64) -> f64 {
        (row + 1.0) * self.row - self.bars / 2.0
    }
}

/// How a picture drawn for one stretch of the axis is shown while another is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    pub(super) scale: f64,
    pub(super) offset: f64,
}

impl Fit {
    /// From the stretch that was drawn, so wide, to the one that is shown, so wide.
    pub(super) fn new(drawn: (f64, f64), drawn_width: f64, shown: (f64, f64), shown_width: f64) -> Self {
        let density = |(from, to): (f64, f64), width: f64| width / (to - from).max(f64::MIN_POSITIVE);
        if drawn == shown && (drawn_width - shown_width).abs() < 0.5 || drawn_width <= 0.0 {
            return Self { scale: 1.0, offset: 0.0 };
        }
        let scale = density(shown, shown_width) / density(drawn, drawn_width);
        Self { scale, offset: (drawn.0 - shown.0) * density(shown, shown_width) }
    }

    pub(super) fn x(self, x: f32) -> f64 {
        f64::from(x) * self.scale + self.offset
    }

    /// For the `transform` of what is drawn in the picture's own pixels.
    pub(super) fn transform(self) -> String {
        format!("matrix({} 0 0 1 {} 0)", decimal::of(self.scale), decimal::of(INSET + self.offset))
    }
}

/// What lies under a pointer on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    /// The print of this moment.
    Print(Moment),
    /// The segment with this index.
    Segment(usize),
}

/// The mark of a row at this place of the axis: a print before a bar, a thin bar before a wide one.
pub(super) fn hit(row: &Row, fit: Fit, x: f64) -> Option<Hit> {
    let nearest = |distances: &mut dyn Iterator<Item = f64>| {
        distances.enumerate().filter(|(_, distance)| *distance <= REACH).min_by(|a, b| a.1.total_cmp(&b.1))
    };
    let print = nearest(&mut row.dots.iter().map(|dot| (fit.x(dot.x) - x).abs()));
    if let Some(dot) = print.and_then(|(index, _)| row.dots.get(index)) {
        return Some(Hit::Print(dot.moment));
    }
    // Of several at one distance the last began last; of a thin one a little less is asked than of a wide one.
    let mut best = None::<(usize, f64)>;
    for (index, segment) in row.segments.iter().enumerate() {
        let (left, right) = (fit.x(segment.x0), fit.x(segment.x1));
        let thin = right - left < REACH;
        let outside = (left - x).max(x - right).max(0.0);
        let distance = if thin { outside - REACH } else { outside };
        if outside <= REACH && best.is_none_or(|(_, least)| distance <= least) {
            best = Some((index, distance));
        }
    }
    best.map(|(index, _)| Hit::Segment(index))
}

/// What a lane does at a moment: the index of its segment.
pub(super) fn segment_at(segments: &[Segment], moment: Moment) -> Option<usize> {
    let begun = segments.partition_point(|segment| segment.from <= moment);
    begun.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;
    use interleave_views::sight::{Dot, Lane, Moment, Row, Segment, State};

    use super::{Fit, Geometry, Hit, hit, segment_at};
    use crate::components::size::Size;

    const AS_DRAWN: Fit = Fit { scale: 1.0, offset: 0.0 };

    fn segment(from: u32, x0: f32, x1: f32) -> Segment {
        Segment {
            state: State::Running,
            x0,
            x1,
            from: Moment(from),
            to: Moment(from + 10),
            label: String::new(),
            sentence: String::new(),
            span: Span::default(),
            endless: false,
        }
    }

    fn row() -> Row {
        Row {
            lane: Lane::Task(1),
            name: "Task-1".into(),
            code: "main()".into(),
            depth: 0,
            colour: 0,
            segments: vec![segment(5, 0.0, 100.0), segment(15, 100.0, 100.0), segment(25, 100.0, 200.0)],
            dots: vec![Dot { x: 150.0, moment: Moment(30) }],
            pulls: Vec::new(),
            sentence: String::new(),
        }
    }

    #[test]
    fn thin_marks_can_be_hit() {
        for (x, expected) in [
            (50.0, Some(Hit::Segment(0))),
            (97.0, Some(Hit::Segment(1))),
            (104.0, Some(Hit::Segment(1))),
            (120.0, Some(Hit::Segment(2))),
            (147.0, Some(Hit::Print(Moment(30)))),
            (220.0, None),
        ] {
            assert_eq!(hit(&row(), AS_DRAWN, x), expected, "at {x}");
        }
    }

    #[test]
    fn a_moment_is_in_the_segment_that_began_last() {
        for (moment, expected) in [(4, None), (5, Some(0)), (14, Some(0)), (15, Some(1)), (90, Some(2))] {
            assert_eq!(segment_at(&row().segments, Moment(moment)), expected, "at {moment}");
        }
    }

    #[test]
    fn a_picture_of_another_stretch_is_moved_and_stretched() {
        assert_eq!(Fit::new((0.0, 10.0), 100.0, (0.0, 10.0), 100.0), AS_DRAWN);
        let closer = Fit::new((0.0, 10.0), 100.0, (5.0, 10.0), 100.0);
        assert_eq!((closer.x(50.0), closer.x(100.0)), (0.0, 100.0));
        let wider = Fit::new((0.0, 10.0), 100.0, (0.0, 10.0), 200.0);
        assert_eq!(wider.x(100.0), 200.0);
    }

    #[test]
    fn names_move_above_where_there_is_little_room() {
        let wide = Geometry::of(Size { width: 900.0, height: 300.0, rem: 16.0 });
        let narrow = Geometry::of(Size { width: 340.0, height: 300.0, rem: 16.0 });
        assert!(!wide.narrow && narrow.narrow);
        assert_eq!((narrow.width, narrow.bars), (340.0, 24.0));
        assert_eq!(wide.middle(1.0), wide.row * 1.5);
    }
}
