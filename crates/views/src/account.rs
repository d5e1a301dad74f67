//! A whole run as plain data, for files that other programs read: who did what from when to when, what
//! was printed, and who caused what.
//!
//! Times are nanoseconds and moments numbers of events, so nothing is lost, and nothing is left out for
//! want of room. Sentences are in one language; the rest is the same in all.

use interleave_text::Language;
use serde::Serialize;

use crate::sight::{ArrowKind, State, Stream};
use crate::story::Story;
pub use crate::timeline::Cause;
use crate::timeline::causes;
use crate::{describe, log, words};

/// All of a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Account {
    /// Virtual time at the end.
    pub end_ns: i64,
    /// It ended because nothing could ever go on.
    pub stuck: bool,
    /// Events that the record had no room for: what they tell is missing.
    pub left_out: u64,
    /// Threads and tasks, in order of creation.
    pub lanes: Vec<Lane>,
    /// What was printed, line by line.
    pub lines: Vec<Line>,
    /// Who created, woke and cancelled whom, in order.
    pub causes: Vec<Cause>,
}

/// A thread or a task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// The coroutine it runs, such as `worker()`; empty for a thread.
    pub code: String,
    /// What it did, without a gap.
    pub stretches: Vec<Stretch>,
}

/// What a lane did for a while.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stretch {
    /// What.
    pub state: State,
    /// When it began, and when it ended.
    pub from_ns: i64,
    /// When it ended, or the record did.
    pub to_ns: i64,
    /// The moment in which it began.
    pub from: u32,
    /// The moment in which it ended.
    pub to: u32,
    /// For what or how long, in a word or two; may be empty.
    pub label: String,
    /// The same in a sentence.
    pub sentence: String,
}

/// A line that was printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// When.
    pub ns: i64,
    /// The moment.
    pub at: u32,
    /// By which lane.
    pub lane: usize,
    /// Where to.
    pub stream: Stream,
    /// The line without its end.
    pub text: String,
}

impl Account {
    /// Gives an account of a run.
    pub fn new(story: &Story, language: Language) -> Self {
        let overview = story.overview();
        Self {
            end_ns: overview.end_ns,
            stuck: overview.stuck,
            left_out: overview.left_out,
            lanes: (0..overview.lanes).map(|lane| Lane::new(story, language, lane)).collect(),
            lines: log::rows(story, language, 0, overview.log_rows)
                .into_iter()
                .map(|row| Line {
                    ns: row.ns,
                    at: row.moment.0,
                    lane: story.lanes.number(row.lane).unwrap_or_default() as usize,
                    stream: row.stream,
                    text: row.text,
                })
                .collect(),
            causes: causes(story),
        }
    }
}

impl Lane {
    fn new(story: &Story, language: Language, lane: u32) -> Self {
        let stretches = story.lanes.stretches(lane).iter().enumerate().filter_map(|(index, stretch)| {
            let facts = describe::stretch(story, language, lane, index)?;
            let to = describe::end_of(story, lane, index).unwrap_or(story.end());
            Some(Stretch {
                state: stretch.state,
                from_ns: facts.from_ns,
                to_ns: story.ns(to),
                from: stretch.from,
                to,
                label: words::label(language, &facts),
                sentence: words::stretch(language, &facts),
            })
        });
        Self { name: story.name(language, lane), code: story.code(lane), stretches: stretches.collect() }
    }
}

/// A state in the reader's words.
pub fn state(language: Language, state: State) -> &'static str {
    words::state(language, state)
}

/// A moment's time in the reader's words, such as `1.5 s`.
pub fn time(language: Language, ns: i64) -> String {
    words::seconds(language, ns)
}

/// What an arrow of this kind tells, in the reader's words.
pub fn deed(language: Language, kind: ArrowKind) -> &'static str {
    use Language::{English, SimplifiedChinese, TraditionalChinese};
    match (kind, language) {
        (ArrowKind::Spawn, English) => "creates",
        (ArrowKind::Spawn, TraditionalChinese) => "建立",
        (ArrowKind::Spawn, SimplifiedChinese) => "创建",
        (ArrowKind::Wake, English) => "wakes",
        (ArrowKind::Wake | ArrowKind::Cause, TraditionalChinese) => "喚醒",
        (ArrowKind::Wake | ArrowKind::Cause, SimplifiedChinese) => "唤醒",
        (ArrowKind::Cause, English) => "causes",
        (ArrowKind::Cancel, English) => "cancels",
        (ArrowKind::Cancel, TraditionalChinese | SimplifiedChinese) => "取消",
    }
}
