//! Every sentence that the views say.

use interleave_text::Language;

use crate::facts::{Awaited, InLine, LifeFacts, ReadyFacts, StretchFacts, Thing, ThingFacts, TimerFacts};
use crate::sight::State;

/// A time or a duration, such as "1.5 s".
pub(crate) fn seconds(_: Language, ns: i64) -> String {
    format!("{} s", number(ns))
}

/// Nanoseconds as seconds, in as few digits as are exact.
pub(crate) fn number(ns: i64) -> String {
    let (whole, part) = (ns.unsigned_abs() / 1_000_000_000, ns.unsigned_abs() % 1_000_000_000);
    let sign = if ns < 0 { "-" } else { "" };
    let digits = format!("{sign}{whole}.{part:09}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What is called when something runs that is no task.
pub(crate) fn callback(_: Language) -> String {
    "a callback".to_owned()
}

/// The name of a thread that has none of its own.
pub(crate) fn thread(_: Language, number: u32) -> String {
    if number == 0 { "main thread".to_owned() } else { format!("thread {number}") }
}

/// What is waited for, such as "the semaphore sem".
pub(crate) fn awaited(language: Language, awaited: &Awaited) -> String {
    match awaited {
        Awaited::Unknown => "a future".to_owned(),
        Awaited::Time { due_ns } => format!("{}", seconds(language, *due_ns)),
        Awaited::Thing { thing, purpose } => {
            let thing = self::thing(language, thing);
            match purpose {
                InLine::Pass | InLine::Tasks => thing,
                InLine::Notice => format!("a notice of {thing}"),
                InLine::ItsLock => format!("the lock of {thing}"),
                InLine::Item => format!("an item of {thing}"),
                InLine::Room => format!("room in {thing}"),
                InLine::AllDone => format!("all items of {thing} to be done"),
            }
        }
        Awaited::Task { name } => name.clone(),
        Awaited::Call { function, several: 0 } => function.clone(),
        Awaited::Call { function, several } => format!("{function} of {several}"),
    }
}

/// A shared thing, such as "Semaphore sem".
pub(crate) fn thing(_: Language, thing: &Thing) -> String {
    if thing.named { format!("{} {}", thing.class, thing.name) } else { thing.name.clone() }
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
            Awaited::Unknown => String::new(),
            other => awaited(language, other),
        },
        State::Ready | State::Running | State::Done | State::Failed | State::Cancelled => String::new(),
    }
}

/// A stretch, such as "waits for the semaphore sem, from 0 s to 1 s".
pub(crate) fn stretch(language: Language, facts: &StretchFacts) -> String {
    let doing = doing(language, facts);
    let from = seconds(language, facts.from_ns);
    match facts.to_ns {
        Some(to_ns) if to_ns > facts.from_ns => {
            format!("{doing}, from {from} to {}", seconds(language, to_ns))
        }
        Some(_) => format!("{doing}, at {from}"),
        None => format!("{doing}, from {from} on"),
    }
}

fn doing(language: Language, facts: &StretchFacts) -> String {
    match facts.state {
        State::Ready => "is ready".to_owned(),
        State::Running => "runs".to_owned(),
        State::Sleeping => "sleeps".to_owned(),
        State::Waiting => format!("waits for {}", awaited(language, &facts.awaited)),
        State::Blocking => "blocks its thread".to_owned(),
        State::Done => "is done".to_owned(),
        State::Failed => "failed".to_owned(),
        State::Cancelled => "was cancelled".to_owned(),
    }
}

/// What somebody does now, such as "Task-2 sleeps until 2 s".
pub(crate) fn mark(language: Language, facts: &StretchFacts) -> String {
    let doing = doing(language, facts);
    match facts.awaited {
        Awaited::Time { due_ns } => format!("{} {doing} until {}", facts.name, seconds(language, due_ns)),
        _ => format!("{} {doing}", facts.name),
    }
}

/// A lane's whole life.
pub(crate) fn life(language: Language, facts: &LifeFacts) -> String {
    let from = seconds(language, facts.from_ns);
    match facts.end {
        Some((_, ns)) => format!("{}, from {from} to {}", facts.name, seconds(language, ns)),
        None => format!("{}, from {from} on", facts.name),
    }
}

/// Why something is in the ready queue.
pub(crate) fn ready(language: Language, facts: &ReadyFacts) -> String {
    match facts {
        ReadyFacts::Created => "new".to_owned(),
        ReadyFacts::Yielded => "gave up its turn".to_owned(),
        ReadyFacts::Awaited(what) | ReadyFacts::Done(what) => format!("{} is over", awaited(language, what)),
        ReadyFacts::Thrown => "is told of an exception".to_owned(),
        ReadyFacts::CalledSoon => "was asked for".to_owned(),
        ReadyFacts::Timer { sleep: true } => "a sleep is over".to_owned(),
        ReadyFacts::Timer { sleep: false } => "a timer fell due".to_owned(),
    }
}

/// A shared thing's numbers, such as "1 of 3 permits free".
pub(crate) fn numbers(language: Language, facts: &ThingFacts) -> String {
    if let Some(deadline_ns) = facts.deadline_ns {
        return format!("until {}", seconds(language, deadline_ns));
    }
    facts.level.map_or_else(|| format!("{} items", facts.items), |level| format!("{level}"))
}

/// What a line of waiters is for, if it is not the obvious.
pub(crate) fn in_line(_: Language, purpose: InLine) -> String {
    match purpose {
        InLine::Pass | InLine::Notice | InLine::Item | InLine::Tasks => String::new(),
        InLine::ItsLock => "for its lock".to_owned(),
        InLine::Room => "to put".to_owned(),
        InLine::AllDone => "until all is done".to_owned(),
    }
}

/// What a timer is for.
pub(crate) fn timer(_: Language, facts: TimerFacts) -> String {
    match facts {
        TimerFacts::Sleep => "ends its sleep",
        TimerFacts::Timeout => "ends its timeout",
        TimerFacts::Call => "makes a call that it asked for",
    }
    .to_owned()
}
