//! Two runs under one clock: lanes that belong together one above the other, logs aligned line by
//! line, and what differs marked.
//!
//! What is here is the data, and the one door; `lanes` and `log` find what belongs together.

mod lanes;
mod log;

use interleave_text::Language;
use serde::{Deserialize, Serialize};

use crate::sight::{Axis, Frame, Lane, LogRow, Row, Tick};
use crate::story::Story;
use crate::{layout, timeline, words};

/// What the present run is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Against {
    /// A run from before: the present one comes after it.
    #[default]
    Earlier,
    /// The run of the program without a mistake: the present one comes before it.
    Repaired,
}

/// Two runs, the one before and the one after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Which of them is the present one.
    pub against: Against,
    /// What the clock counts: where neither run takes time, steps.
    pub axis: Axis,
    /// Where it ends: with the longer of the two.
    pub end: i64,
    /// How many pixels long it is drawn.
    pub width: f32,
    /// Marks along it.
    pub ticks: Vec<Tick>,
    /// Lanes; if there are many, those that differ.
    pub lanes: Vec<LanePair>,
    /// Lanes beyond those listed.
    pub more_lanes: u32,
    /// Lines of the log in the order of the run after, with those that are gone where they were.
    pub lines: Vec<LinePair>,
    /// Lines of either run beyond those that were compared.
    pub more_lines: u32,
    /// What differs, in a sentence or two.
    pub summary: String,
}

/// A lane in both runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LanePair {
    /// Whose it is, in the run after if it is there.
    pub lane: Lane,
    /// As it was; nothing if it is new.
    pub before: Option<Row>,
    /// As it is afterwards; nothing if it is gone.
    pub after: Option<Row>,
    /// It does something else, or at another time.
    pub differs: bool,
}

/// A line of the log in both runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinePair {
    /// As it was; nothing if it is new.
    pub before: Option<LogRow>,
    /// As it is afterwards; nothing if it is gone.
    pub after: Option<LogRow>,
    /// What has become of it.
    pub change: Change,
}

/// What has become of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// It is printed at the same time.
    Same,
    /// It is printed at another time.
    Shifted,
    /// Others that came before it then come after it, or the other way round.
    Reordered,
    /// It is not printed any more.
    Gone,
    /// It was not printed.
    New,
}

/// What there is to say about two runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Differences {
    pub(crate) against: Against,
    pub(crate) before_ns: i64,
    pub(crate) after_ns: i64,
    /// Lanes that are in both and differ.
    pub(crate) lanes: u32,
    /// Lines of each kind of change.
    pub(crate) shifted: u32,
    pub(crate) reordered: u32,
    pub(crate) gone: u32,
    pub(crate) new: u32,
}

/// Compares the present run with another, on a clock that is so many pixels long.
pub fn compare(
    present: &Story,
    (against, other): (Against, &Story),
    language: Language,
    width: f32,
) -> Comparison {
    let (before, after) = match against {
        Against::Earlier => (other, present),
        Against::Repaired => (present, other),
    };
    let (of_before, of_after) = (before.overview(), after.overview());
    let takes_time = of_before.end_ns.max(of_after.end_ns) > 0;
    let axis = if takes_time { Axis::Time } else { Axis::Steps };
    let end = layout::extent(axis, &of_before).1.max(layout::extent(axis, &of_after).1);
    let frame = Frame { axis, from: 0, to: end, width, first_row: 0, rows: 0 };
    let (lanes, more_lanes, differing) = lanes::pairs(before, after, language, frame);
    let (lines, more_lines) = log::pairs(before, after, language);
    let count = |change| crate::compact::size(lines.iter().filter(|line| line.change == change).count());
    let differences = Differences {
        against,
        before_ns: of_before.end_ns,
        after_ns: of_after.end_ns,
        lanes: differing,
        shifted: count(Change::Shifted),
        reordered: count(Change::Reordered),
        gone: count(Change::Gone),
        new: count(Change::New),
    };
    Comparison {
        against,
        axis,
        end,
        width,
        ticks: timeline::ticks(language, frame),
        lanes,
        more_lanes,
        lines,
        more_lines,
        summary: words::differences(language, &differences),
    }
}
