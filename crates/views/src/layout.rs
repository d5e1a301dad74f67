//! The timeline's geometry and names: how high a row is, which shape and pattern a state has, where
//! an arrow runs. The page and the SVG file draw by these, so that both look alike.
//!
//! Horizontal places are pixels of the frame; vertical ones count from the first row's top.

use crate::decimal::{parts_of_one, trimmed};
use crate::sight::{Arrow, ArrowKind, Axis, COLOURS, Overview, Segment, State};

/// How much room names have, left of the frame.
pub const LABEL_WIDTH: f32 = 148.0;
/// How much a name is set in for each creator above it, and how often at most.
pub const INDENT: (f32, u16) = (9.0, 4);
/// The axis with its labels, above the rows.
pub const AXIS_HEIGHT: f32 = 24.0;
/// One lane.
pub const ROW_HEIGHT: f32 = 34.0;
/// A bar of somebody who runs or blocks.
pub const BAR_HEIGHT: f32 = 20.0;
/// A bar of somebody who waits, in whichever way.
pub const THIN_BAR_HEIGHT: f32 = 12.0;
/// How wide running is drawn where it took no time.
pub const INSTANT_WIDTH: f32 = 4.0;
/// A print.
pub const DOT_RADIUS: f32 = 3.0;
/// How far arrows that go straight down have their handles to the side.
const BOW: f32 = 12.0;
/// Where the word in a bar begins: beside the arrows that come by where the bar does.
pub const WORD_LEFT: f32 = INSTANT_WIDTH / 2.0 + 0.75 * BOW + 2.0;
/// What is left free behind a word, where there may be the sign of a print.
pub const WORD_RIGHT: f32 = DOT_RADIUS + 1.0;
/// Bars narrower than this are not drawn, unless something ran.
pub const NARROWEST: f32 = 0.5;

/// A tile that fills bars, so that states can be told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pattern {
    /// The state it stands for.
    pub state: State,
    /// Its name in `url(#…)`.
    pub id: &'static str,
    /// Its width and height.
    pub size: (f32, f32),
    /// Its lines, as a path with the class `mark` on a ground with the class `ground`.
    pub path: &'static str,
}

/// All patterns; states without one are filled plainly.
pub const PATTERNS: [Pattern; 4] = [
    Pattern { state: State::Ready, id: "il-ready", size: (6.0, 6.0), path: "M2.2 3h1.6" },
    Pattern {
        state: State::Sleeping,
        id: "il-sleeping",
        size: (8.0, 8.0),
        path: "M-2 2l4-4M0 8l8-8M6 10l4-4",
    },
    Pattern { state: State::Waiting, id: "il-waiting", size: (7.0, 7.0), path: "M3.5 0v7" },
    Pattern {
        state: State::Blocking,
        id: "il-blocking",
        size: (7.0, 7.0),
        path: "M-2 5l4 4M0 0l7 7M5-2l4 4",
    },
];

/// The name of the pattern that fills a bar of this state, if one does.
pub fn pattern_of(state: State) -> Option<&'static str> {
    PATTERNS.iter().find(|pattern| pattern.state == state).map(|pattern| pattern.id)
}

/// The class that says which state it is.
pub const fn state_class(state: State) -> &'static str {
    match state {
        State::Ready => "state-ready",
        State::Running => "state-running",
        State::Sleeping => "state-sleeping",
        State::Waiting => "state-waiting",
        State::Blocking => "state-blocking",
        State::Done => "state-done",
        State::Failed => "state-failed",
        State::Cancelled => "state-cancelled",
    }
}

/// The class that says what an arrow tells.
pub const fn arrow_class(kind: ArrowKind) -> &'static str {
    match kind {
        ArrowKind::Spawn => "arrow-spawn",
        ArrowKind::Wake => "arrow-wake",
        ArrowKind::Cancel => "arrow-cancel",
        ArrowKind::Cause => "arrow-cause",
    }
}

/// The shape of an end, as a path around the origin: a disc, a cross, a circle with a stroke through it.
pub const fn end_shape(state: State) -> Option<&'static str> {
    match state {
        State::Done => Some("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"),
        State::Failed => Some("M-4.5-4.5l9 9M4.5-4.5l-9 9"),
        State::Cancelled => Some("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM-3.5 3.5l7-7"),
        State::Ready | State::Running | State::Sleeping | State::Waiting | State::Blocking => None,
    }
}

/// The sign of a wait that nothing ends, as a path around the origin: eight, lying down.
pub const ENDLESS_SHAPE: &str = "M0 0C1-1.7 1.9-2.4 3-2.4a2.4 2.4 0 0 1 0 4.8C1.9 2.4 1 1.7 0 0S-1.9-2.4-3-2.4a2.4 2.4 0 0 0 0 4.8C-1.9 2.4-1 1.7 0 0z";
/// How far it stands behind the end of its bar.
pub const ENDLESS_GAP: f32 = 7.5;

/// Along what a run is drawn unless somebody chooses: by time, or by its steps where no time goes by.
pub fn axis(overview: &Overview) -> Axis {
    if overview.end_ns > 0 { Axis::Time } else { Axis::Steps }
}

/// From where to where a whole run is drawn: nanoseconds or events. Behind the end of a run that got stuck
/// there is room for its waits.
pub fn extent(axis: Axis, overview: &Overview) -> (i64, i64) {
    let end = match axis {
        Axis::Time => overview.end_ns,
        Axis::Steps => i64::from(overview.end.0),
    };
    (0, end.saturating_add(if overview.stuck { end / 6 } else { 0 }).max(1))
}

/// The shape that goes with a lane's colour, for those who see no colours: its outline, in a square from
/// -5 to 5, and whether it is hollow.
pub fn lane_shape(colour: u8) -> (&'static str, bool) {
    const OUTLINES: [&str; 4] = [
        "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
        "M-3.5 -3.5h7v7h-7z",
        "M0 -4.5L4.5 3.5H-4.5z",
        "M0 -4.8L4.8 0L0 4.8L-4.8 0z",
    ];
    let number = usize::from(colour % COLOURS);
    let outline = OUTLINES.iter().cycle().nth(number).copied().unwrap_or_default();
    (outline, number >= OUTLINES.len())
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// The middle of a row, counted from the first that is drawn.
pub fn middle(row: usize) -> f32 {
    ROW_HEIGHT * (row as f32 + 0.5)
}

/// Where a segment of this row is drawn; nowhere if it is an end, or too short to be seen.
pub fn bar(segment: &Segment, row: usize) -> Option<Bar> {
    let ran = match segment.state {
        State::Running | State::Blocking => true,
        State::Ready | State::Sleeping | State::Waiting => false,
        State::Done | State::Failed | State::Cancelled => return None,
    };
    let width = segment.x1 - segment.x0;
    if !ran && width < NARROWEST {
        return None;
    }
    let height = if ran { BAR_HEIGHT } else { THIN_BAR_HEIGHT };
    let width = if ran { width.max(INSTANT_WIDTH) } else { width };
    Some(Bar { x: segment.x0, y: middle(row) - height / 2.0, width, height })
}

/// The path of an arrow, where its ends lie on different rows; `first_row` is the first that is drawn.
pub fn arrow_path(arrow: &Arrow, first_row: u32) -> Option<String> {
    let row = |row: u32| ROW_HEIGHT * (row as f32 - first_row as f32 + 0.5);
    (arrow.row0 != arrow.row1).then(|| join((arrow.x0, row(arrow.row0)), (arrow.x1, row(arrow.row1))))
}

/// The path of an arrow between the middles of two rows.
/// What goes straight down is bowed, so that it does not hide behind the bars.
pub fn join((x0, y0): (f32, f32), (x1, y1): (f32, f32)) -> String {
    const GAP: f32 = BAR_HEIGHT / 2.0;
    let down = if y0 < y1 { 1.0 } else { -1.0 };
    let (x0, x1) = (x0 + INSTANT_WIDTH / 2.0, x1 + INSTANT_WIDTH / 2.0);
    let (y0, y1) = (y0 + GAP * down, y1 - (GAP + 1.0) * down);
    let bow = BOW * (1.0 - ((x1 - x0).abs() / 40.0).min(1.0));
    let reach = (y1 - y0) * 0.5;
    format!(
        "M{} {}C{} {} {} {} {} {}",
        Px(x0),
        Px(y0),
        Px(x0 + bow),
        Px(y0 + reach),
        Px(x1 + bow),
        Px(y1 - reach),
        Px(x1),
        Px(y1)
    )
}

/// A number of pixels as it is written into a picture: tenths are enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Px(pub f32);

impl std::fmt::Display for Px {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What no picture is large enough for is drawn at its edge.
        let tenths = (self.0.clamp(-1e6, 1e6) * 10.0).round() as i64;
        out.write_str(trimmed(&parts_of_one(tenths, 1)))
    }
}

/// The first of 1, 2, 5, 10, 20, 50 and so on that is not less.
pub fn pleasant(least: f64) -> i64 {
    let powers = (0..19).map(|power| 10_i64.pow(power));
    let all = powers.flat_map(|power| [1, 2, 5].map(|times| power.saturating_mul(times)));
    all.into_iter().find(|interval| *interval as f64 >= least).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sight::Moment;

    fn segment(state: State, x0: f32, x1: f32) -> Segment {
        let (from, to) = (Moment(0), Moment(1));
        Segment {
            state,
            x0,
            x1,
            from,
            to,
            label: String::new(),
            sentence: String::new(),
            span: Default::default(),
            endless: false,
        }
    }

    #[test]
    fn what_ran_is_seen_however_short_it_was() {
        let bar_of = |state, width: f32| bar(&segment(state, 10.0, 10.0 + width), 1);
        let ran = bar_of(State::Running, 0.0);
        assert_eq!(ran, Some(Bar { x: 10.0, y: 41.0, width: INSTANT_WIDTH, height: BAR_HEIGHT }));
        let slept = bar_of(State::Sleeping, 20.0);
        assert_eq!(slept, Some(Bar { x: 10.0, y: 45.0, width: 20.0, height: THIN_BAR_HEIGHT }));
        assert_eq!(bar_of(State::Ready, 0.0), None);
        assert_eq!(bar_of(State::Done, 20.0), None);
    }

    #[test]
    fn arrows_join_rows() {
        let arrow = |row0, row1| Arrow {
            kind: ArrowKind::Spawn,
            x0: 0.0,
            row0,
            x1: 0.0,
            row1,
            from: Moment(0),
            to: Moment(0),
        };
        assert_eq!(arrow_path(&arrow(3, 4), 3).as_deref(), Some("M2 27C14 33.5 14 33.5 2 40"));
        assert_eq!(arrow_path(&arrow(4, 3), 3).as_deref(), Some("M2 41C14 34.5 14 34.5 2 28"));
        assert_eq!(arrow_path(&arrow(3, 3), 3), None);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            [0.0, -0.01, 1.0, 2.345, -7.95].map(|px| Px(px).to_string()),
            ["0", "0", "1", "2.3", "-8"]
        );
    }
}
