//! The event loop at a moment: what runs, what is ready, which timers are set, and what tasks share.

use interleave_text::Language;
use interleave_trace::{Actor, Change, Event, FutureId, Reason, ResourceId, StepId, TimerId, What};

use crate::compact::size;
use crate::facts::{Awaited, ReadyFacts, TimerFacts};
use crate::futures::Purpose;
use crate::lanes::colour;
use crate::sight::{Entry, LoopState, Moment, ResourceState, TimerEntry, WaitingLine};
use crate::steps::StepLife;
use crate::story::Story;
use crate::things::Waiter;
use crate::timers::TimerLife;
use crate::{describe, things, words};

/// So many entries of each list are shown.
const MOST: usize = 50;

pub(crate) fn loop_state(story: &Story, language: Language, moment: u32) -> LoopState {
    let (ready, more_ready) = first(story.steps.ready_at(moment));
    let mut timers: Vec<_> = story.timers.at(moment).map(|(id, life)| (life.due_ns, id)).collect();
    timers.sort_unstable();
    let (timers, more_timers) = first(timers.into_iter());
    let (resources, more_resources) = first(things::at(story, moment));
    LoopState {
        iteration: story.iteration(moment),
        running: running(story, language, moment),
        ready: ready.into_iter().filter_map(|(id, life)| waiting_step(story, language, id, life)).collect(),
        more_ready,
        timers: timers.into_iter().filter_map(|(_, id)| timer(story, language, id)).collect(),
        more_timers,
        resources: resources.into_iter().map(|id| resource(story, language, id, moment)).collect(),
        more_resources,
    }
}

/// The first of them, and how many more there are.
fn first<T>(mut all: impl Iterator<Item = T>) -> (Vec<T>, u32) {
    (all.by_ref().take(MOST).collect(), size(all.count()))
}

fn running(story: &Story, language: Language, moment: u32) -> Option<Entry> {
    let event = story.latest(moment)?;
    let idle = event.what == What::End || matches!(event.actor, Actor::Loop(_));
    let since = story.steps.get(event.step)?.begun.get()?;
    (!idle).then(|| entry(story, language, &event, since + 1, String::new()))
}

/// Somebody in a list; a callback has no lane of its own, nor has a task of asyncio's that closes a loop.
fn entry(story: &Story, language: Language, event: &Event, since: u32, note: String) -> Entry {
    let lane = story.lanes.of(event.actor);
    let since = Moment(since);
    match event.actor {
        Actor::Thread(_) => entry_of(story, language, lane, since.0, note),
        actor if story.lanes.is_task(actor) => entry_of(story, language, lane, since.0, note),
        _ => {
            let name = story.who(language, event).unwrap_or_else(|| words::callback(language));
            Entry { lane: None, colour: colour(lane), name, note, since }
        }
    }
}

fn entry_of(story: &Story, language: Language, lane: u32, since: u32, note: String) -> Entry {
    Entry {
        lane: Some(story.lane_at(lane)),
        colour: colour(lane),
        name: story.name(language, lane),
        note,
        since: Moment(since),
    }
}

fn waiting_step(story: &Story, language: Language, id: StepId, life: StepLife) -> Option<Entry> {
    let start = story.event(life.begun.get()?)?;
    let ready = life.ready.get()?;
    let note = words::ready(language, &why_ready(story, language, id, life)?);
    Some(entry(story, language, &start, ready, note))
}

/// Why a step is in the ready queue.
pub(crate) fn why_ready(story: &Story, language: Language, id: StepId, life: StepLife) -> Option<ReadyFacts> {
    let start = story.event(life.begun.get()?).filter(|event| event.step == id)?;
    let What::Start { reason, .. } = start.what else { return None };
    let lane = story.lanes.of(start.actor);
    let before = life.ready.get()?.saturating_sub(1);
    let what = |future| {
        let index = story.lanes.stretch_index(lane, before);
        let from = index.and_then(|index| story.lanes.stretches(lane).get(index)).map_or(0, |last| last.from);
        describe::awaited(story, language, future, lane, from)
    };
    Some(match reason {
        Reason::Created => ReadyFacts::Created,
        Reason::Yielded => ReadyFacts::Yielded,
        Reason::Awaited(future) => ReadyFacts::Awaited(what(future)),
        Reason::Thrown => ReadyFacts::Thrown,
        Reason::CalledSoon => ReadyFacts::CalledSoon,
        Reason::Timer(timer) => ReadyFacts::Timer { sleep: nap_of(story, timer).is_some() },
        Reason::Done(future) => ReadyFacts::Done(match story.futures.purpose(future) {
            Purpose::Plain => Awaited::Unknown,
            _ => what(future),
        }),
    })
}

/// The sleep that a timer ends.
pub(crate) fn nap_of(story: &Story, timer: TimerId) -> Option<FutureId> {
    let set = story.timers.get(timer)?.set.get()?;
    match story.event(set.checked_sub(1)?)?.what {
        What::FutureCreated(future) => Some(future),
        _ => None,
    }
}

fn timer(story: &Story, language: Language, id: TimerId) -> Option<TimerEntry> {
    let TimerLife { set, due_ns, .. } = story.timers.get(id)?;
    let set = set.get()?;
    let before = set.checked_sub(1).and_then(|before| story.event(before)).map(|event| event.what);
    let facts = match before {
        Some(What::FutureCreated(_)) => TimerFacts::Sleep,
        Some(What::ResourceChanged(_, Change::Deadline(_))) => TimerFacts::Timeout,
        Some(What::CallAsked { name, .. }) => TimerFacts::Call(Some(story.called(name))),
        _ => TimerFacts::Call(None),
    };
    let note = words::timer(language, &facts);
    Some(TimerEntry { due_ns, entry: entry(story, language, &story.event(set)?, set + 1, note) })
}

fn resource(story: &Story, language: Language, id: ResourceId, moment: u32) -> ResourceState {
    let facts = things::facts(story, id, moment);
    let life = story.resources.get(id).unwrap_or_default();
    let (holders, more_holders) = first(things::holders(story, id, moment).into_iter());
    let (waiters, more_waiters) = first(things::waiters(story, id, moment).into_iter());
    let lines = waiters.chunk_by(|one, next| one.purpose == next.purpose);
    let lines = lines.filter_map(|line| {
        let purpose = line.first()?.purpose;
        let entry = |waiter: &Waiter| {
            entry_of(story, language, waiter.tenure.lane, waiter.tenure.from, String::new())
        };
        Some(WaitingLine {
            note: words::in_line(language, purpose),
            in_turn: purpose.in_turn(facts.thing.class),
            waiters: line.iter().map(entry).collect(),
        })
    });
    ResourceState {
        note: words::numbers(language, &facts),
        name: facts.thing.name,
        class: facts.thing.class.to_owned(),
        holders: holders
            .iter()
            .map(|tenure| entry_of(story, language, tenure.lane, tenure.from, String::new()))
            .collect(),
        more_holders,
        lines: lines.collect(),
        more_waiters,
        span: life.place,
        since: Moment(life.created.get().map_or(0, |created| created + 1)),
    }
}
