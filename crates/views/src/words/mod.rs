//! Every sentence that the views say. Facts come in, and each language has a file of its own
//! that makes sentences of them; no language is ever derived from another.
//!
//! What the program calls things, and the names of Python's own, stay as they are.

mod english;
mod simplified_chinese;
mod traditional_chinese;

use interleave_text::Language;
use interleave_trace::Stopped;

use crate::comparison::Differences;
use crate::facts::{Awaited, InLine, LifeFacts, ReadyFacts, StretchFacts, ThingFacts, TimerFacts};
use crate::sight::{EdgeKind, State};
use crate::why::facts::{Asked, Cause, Deed, Hindrance};

/// Functions that every language's file must have.
macro_rules! spoken {
    ($($(#[$meta:meta])* fn $name:ident($($argument:ident: $type:ty),*) -> $said:ty;)*) => {$(
        $(#[$meta])*
        pub(crate) fn $name(language: Language, $($argument: $type),*) -> $said {
            match language {
                Language::English => english::$name($($argument),*),
                Language::TraditionalChinese => traditional_chinese::$name($($argument),*),
                Language::SimplifiedChinese => simplified_chinese::$name($($argument),*),
            }
        }
    )*};
}

spoken! {
    /// What stands behind a number of seconds.
    fn second() -> &'static str;
    /// A time or a duration, such as "1.5 s".
    fn seconds(ns: i64) -> String;
    /// What is called when something runs that is no task.
    fn callback() -> String;
    /// Who puts a loop in order that is to be closed.
    fn housekeeping() -> String;
    /// The name of a thread that has none of its own.
    fn thread(number: u32) -> String;
    /// A stretch, such as "waits for the semaphore sem, from 0 s to 1 s".
    fn stretch(facts: &StretchFacts) -> String;
    /// What somebody does now, such as "Task-2 sleeps until 2 s".
    fn mark(facts: &StretchFacts) -> String;
    /// A lane's whole life.
    fn life(facts: &LifeFacts) -> String;
    /// Why something is in the ready queue.
    fn ready(facts: &ReadyFacts) -> String;
    /// What a timer is for.
    fn timer(facts: &TimerFacts) -> String;
    /// A shared thing's numbers, such as "1 of 3 permits free".
    fn numbers(facts: &ThingFacts) -> String;
    /// What a line of waiters is for, if it is not the obvious.
    fn in_line(purpose: InLine) -> String;
    /// A state, in a word or two.
    fn state(state: State) -> &'static str;
    /// What a line of a graph tells, in a word or two.
    fn edge(kind: EdgeKind) -> &'static str;
    /// The same in a sentence, about the names of its two ends.
    fn joined(kind: EdgeKind, from: &str, to: &str) -> String;
    /// A timeline without a title.
    fn picture_name() -> &'static str;
    /// A graph without a title.
    fn graph_name() -> &'static str;
    /// The mark of a print.
    fn print_mark() -> &'static str;
    /// What ends the bar of a wait that nothing ends.
    fn for_ever() -> &'static str;
    /// Which limit a run reached, and where.
    fn reached(stopped: &Stopped) -> String;
    /// What to do about that.
    fn advice(stopped: &Stopped) -> Option<String>;
    /// What to do about a deadlock.
    fn way_out() -> &'static str;
    /// What has just happened.
    fn deed(who: &str, deed: &Deed) -> String;
    /// A link of a chain of causes.
    fn cause(cause: &Cause) -> String;
    /// A reason for waiting on.
    fn hindrance(hindrance: &Hindrance) -> String;
    /// A question in full.
    fn question(asked: Asked, who: &str) -> String;
    /// A sentence, with when and on which line it happened.
    fn sited(sentence: &str, ns: i64, line: Option<u32>) -> String;
    /// A sentence, with since when it is so and on which line.
    fn since(sentence: &str, ns: i64, line: Option<u32>) -> String;
    /// What differs between two runs.
    fn differences(differences: &Differences) -> String;
}

/// Nanoseconds as seconds, in as few digits as are exact.
pub(crate) fn number(ns: i64) -> String {
    let (whole, part) = (ns.unsigned_abs() / 1_000_000_000, ns.unsigned_abs() % 1_000_000_000);
    let sign = if ns < 0 { "-" } else { "" };
    let digits = format!("{sign}{whole}.{part:09}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Chinese without a space between two of its characters. Sentences are put together with a space on each side of
/// what may be Latin, and it may be Chinese.
fn closed_up(sentence: &str) -> String {
    let is_chinese = |letter: char| matches!(letter, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    let mut closed = String::with_capacity(sentence.len());
    let mut letters = sentence.chars().peekable();
    while let Some(letter) = letters.next() {
        let between = letter == ' '
            && closed.ends_with(is_chinese)
            && letters.peek().is_some_and(|next| is_chinese(*next));
        if !between {
            closed.push(letter);
        }
    }
    closed
}

/// A word for inside a stretch's bar; may be empty.
pub(crate) fn label(language: Language, facts: &StretchFacts) -> String {
    match facts.state {
        State::Sleeping | State::Blocking => match facts.to_ns {
            Some(to_ns) if facts.stretches == 1 => seconds(language, to_ns - facts.from_ns),
            _ => String::new(),
        },
        State::Waiting => match &facts.awaited {
            Awaited::Thing { thing, .. } => thing.name.clone(),
            Awaited::Task { name } | Awaited::Job { name, .. } => name.clone(),
            Awaited::Call { function, .. } => function.rsplit('.').next().unwrap_or(function).to_owned(),
            Awaited::Unknown | Awaited::Time { .. } => String::new(),
        },
        State::Ready | State::Running | State::Done | State::Failed | State::Cancelled => String::new(),
    }
}

#[cfg(test)]
mod tests;
