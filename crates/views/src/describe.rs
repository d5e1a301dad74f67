//! The facts of stretches: what is waited for, until when, and where in the text.

use interleave_text::Language;
use interleave_trace::{FutureId, JobId, Resource, ResourceId, Span, What};

use crate::compact::size;
use crate::facts::{Awaited, InLine, StretchFacts};
use crate::futures::Purpose;
use crate::lanes::{Stretch, is_end};
use crate::sight::{Lane, State};
use crate::story::Story;
use crate::{naming, things};

/// The moment in which a stretch ends; none if it lasts until the record ends.
pub(crate) fn end_of(story: &Story, lane: u32, index: usize) -> Option<u32> {
    let stretches = story.lanes.stretches(lane);
    match stretches.get(index + 1) {
        Some(next) => Some(next.from),
        None => stretches.get(index).filter(|last| is_end(last.state)).map(|last| last.from),
    }
}

/// Whether a lane is in a wait at the end that nothing ends.
pub(crate) fn waits_for_ever(story: &Story, lane: u32) -> bool {
    let Some(last) = story.lanes.stretches(lane).last().filter(|_| story.is_stuck()) else { return false };
    match (last.state, story.lanes.is_thread(lane)) {
        (State::Waiting | State::Sleeping, false) => true,
        // A thread may have nothing to do, or be kept from doing its job.
        (State::Waiting, true) => story.jobs.of(lane, last.from).is_some_and(|job| job.ended.is_none()),
        (State::Blocking, of_thread) => {
            let by = last.on.get().and_then(|block| story.event(block));
            by.is_some_and(|by| of_thread != story.lanes.is_task(by.actor))
        }
        _ => false,
    }
}

/// What there is to say of a lane's stretch.
pub(crate) fn stretch(story: &Story, language: Language, lane: u32, index: usize) -> Option<StretchFacts> {
    let stretch = *story.lanes.stretches(lane).get(index)?;
    let (awaited, deadline_ns) = match stretch.state {
        State::Sleeping | State::Waiting => {
            (awaited_in(story, language, lane, index), deadline(story, lane, stretch.from))
        }
        State::Blocking => (blocked(story, stretch), None),
        State::Ready | State::Running | State::Done | State::Failed | State::Cancelled => {
            (Awaited::Unknown, None)
        }
    };
    Some(StretchFacts {
        name: story.name(language, lane),
        state: stretch.state,
        from_ns: story.ns(stretch.from),
        to_ns: end_of(story, lane, index).map(|moment| story.ns(moment)),
        awaited,
        deadline_ns,
        stretches: 1,
        of_thread: story.lanes.is_thread(lane),
        endless: index + 1 == story.lanes.stretches(lane).len() && waits_for_ever(story, lane),
    })
}

fn blocked(story: &Story, stretch: Stretch) -> Awaited {
    match stretch.on.get().and_then(|index| story.event(index)).map(|event| event.what) {
        Some(What::Blocks { until_ns }) if until_ns < i64::MAX => Awaited::Time { due_ns: until_ns },
        _ => Awaited::Unknown,
    }
}

fn awaited_in(story: &Story, language: Language, lane: u32, index: usize) -> Awaited {
    let Some(stretch) = story.lanes.stretches(lane).get(index) else { return Awaited::Unknown };
    match stretch.awaits() {
        Some(future) => awaited(story, language, future, lane, stretch.from),
        // A thread's loop is idle until its next timer falls due.
        None if stretch.state == State::Sleeping => {
            end_of(story, lane, index).map_or(Awaited::Unknown, |end| Awaited::Time { due_ns: story.ns(end) })
        }
        None => Awaited::Unknown,
    }
}

/// What somebody waits for who awaits this future from a moment on.
pub(crate) fn awaited(story: &Story, language: Language, future: FutureId, lane: u32, from: u32) -> Awaited {
    match story.futures.purpose(future) {
        Purpose::Nap(timer) => {
            story.timers.get(timer).map_or(Awaited::Unknown, |life| Awaited::Time { due_ns: life.due_ns })
        }
        Purpose::Task(task) => match story.lanes.number(Lane::Task(task.0)) {
            Some(lane) => Awaited::Task { name: story.name(language, lane) },
            None => Awaited::Unknown,
        },
        Purpose::Job(job) => job_of(story, language, job),
        Purpose::Line(part) => in_line(story, part, false),
        Purpose::LineToPut(part) => in_line(story, part, true),
        Purpose::Plain => plain(story, future, lane, from),
    }
}

fn job_of(story: &Story, language: Language, job: JobId) -> Awaited {
    let Some(life) = story.jobs.get(job) else { return Awaited::Unknown };
    let thread = life.worker.get().map(|lane| story.name(language, lane));
    Awaited::Job { name: story.called(life.name), thread }
}

fn in_line(story: &Story, part: ResourceId, to_put: bool) -> Awaited {
    let whole = story.resources.whole(part);
    let thing = naming::thing(&story.source, &story.resources, whole);
    Awaited::Thing { thing, purpose: purpose(story, part, to_put) }
}

/// What somebody wants who stands in the line of a thing or of a part of one.
pub(crate) fn purpose(story: &Story, part: ResourceId, to_put: bool) -> InLine {
    let whole = story.resources.whole(part);
    let kind = |id| story.resources.get(id).and_then(|life| life.kind);
    match (kind(whole), kind(part)) {
        _ if to_put => InLine::Room,
        (Some(Resource::Queue | Resource::PriorityQueue | Resource::LifoQueue), Some(Resource::Event)) => {
            InLine::AllDone
        }
        (Some(Resource::Queue | Resource::PriorityQueue | Resource::LifoQueue), _) => InLine::Item,
        (Some(Resource::Condition), Some(Resource::Lock)) => InLine::ItsLock,
        (Some(Resource::Condition), _) => InLine::Notice,
        _ => InLine::Pass,
    }
}

/// A future of which nobody said what it is for: the end of a task group, or what an expression gives.
fn plain(story: &Story, future: FutureId, lane: u32, from: u32) -> Awaited {
    if let Some(id) = group_at(story, lane, from) {
        let thing = naming::thing(&story.source, &story.resources, id);
        return Awaited::Thing { thing, purpose: InLine::Tasks };
    }
    let place = story.latest(from).map_or(Span::default(), |event| event.place);
    let written = story.source.at(place);
    let written = written.strip_prefix("await").unwrap_or(written);
    let function = written.split('(').next().unwrap_or("").trim();
    if function.is_empty() || function.contains('\n') {
        return Awaited::Unknown;
    }
    Awaited::Call { function: function.to_owned(), several: size(story.futures.inner(future).len()) }
}

/// The task group at whose end a lane waits from a moment on.
pub(crate) fn group_at(story: &Story, lane: u32, from: u32) -> Option<ResourceId> {
    let place = story.latest(from)?.place;
    let is_here = |id: &ResourceId| {
        let life = story.resources.get(*id);
        life.is_some_and(|life| life.kind == Some(Resource::TaskGroup) && life.place == place)
    };
    story.resources.held_by(lane, from).find(is_here)
}

/// The first deadline of the timeouts in which a lane is at a moment.
fn deadline(story: &Story, lane: u32, moment: u32) -> Option<i64> {
    let held = story.resources.held_by(lane, moment);
    held.filter_map(|id| things::deadline_at(story, id, moment)).min()
}
