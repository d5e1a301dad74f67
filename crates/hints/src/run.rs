//! A run, read once for what rules ask: who executed which statement when, what became of tasks and futures, and
//! who was kept from going on.

use std::collections::{BTreeMap, BTreeSet};

use interleave_syntax::tree::Stmt;
use interleave_text::Span;
use interleave_trace::{
    Actor, Change, Event, FutureId, Reason, Resource, TaskId, TextId, TimerId, Trace, What,
};
use interleave_views::Story;
use interleave_views::sight::{Lane, Moment};

use crate::Seen;

/// Events of a run beyond which nobody looks for mistakes in it. Up to there, all of its lines are on the record.
const MOST_EVENTS: usize = 100_000;

/// So many are asked whether they were kept.
const SOON: usize = 100;

pub(crate) struct Run<'s> {
    pub(crate) trace: &'s Trace,
    pub(crate) tasks: Vec<Task>,
    /// The tasks that futures are.
    of_future: BTreeMap<FutureId, TaskId>,
    /// The nanosecond at which each future was done.
    done: BTreeMap<FutureId, i64>,
    /// Statements that were begun by others than tasks.
    elsewhere: BTreeSet<Span>,
    /// Tasks that were asked to stop by no task: the end of the loop does that.
    pub(crate) cut: BTreeSet<TaskId>,
    /// What was ready, and had to wait: from when to when, and the event by which it went on.
    kept: Vec<Kept>,
    end: u32,
}

/// A task's life. Numbers are those of events.
pub(crate) struct Task {
    pub(crate) id: TaskId,
    pub(crate) future: FutureId,
    name: TextId,
    pub(crate) created: u32,
    /// Where in the text.
    pub(crate) place: Span,
    /// The statements that it began, in order.
    pub(crate) lines: Vec<(u32, Span)>,
    /// Its turns: from and to.
    pub(crate) turns: Vec<(u32, u32)>,
    pub(crate) ended: Option<u32>,
}

/// Something that could have run at a time, and did so later.
struct Kept {
    ready_ns: i64,
    ran_ns: i64,
    /// The task, if it was one.
    who: Option<TaskId>,
}

/// A limit of time that ran out.
pub(crate) struct TimedOut<'r> {
    /// Where it was set.
    pub(crate) place: Span,
    pub(crate) task: &'r Task,
    /// The event by which the task was asked to stop.
    pub(crate) told: u32,
}

impl TimedOut<'_> {
    /// Whether the task was in these statements of a block, as far as its way through that block goes.
    pub(crate) fn was_in(&self, block: Span, statements: &[Stmt]) -> bool {
        let next = self.task.lines.partition_point(|(line, _)| *line < self.told);
        let mut before = self.task.lines.iter().take(next).rev().map(|(_, place)| *place);
        let last = before.find(|place| contains(block, *place) && *place != block);
        last.is_some_and(|last| statements.iter().any(|statement| contains(statement.span, last)))
    }

    /// The statements that the task began afterwards.
    pub(crate) fn lines_after(&self) -> impl Iterator<Item = Span> {
        let next = self.task.lines.partition_point(|(line, _)| *line < self.told);
        self.task.lines.iter().skip(next).map(|(_, place)| *place)
    }
}

impl<'s> Run<'s> {
    /// Nothing if the run is too long, or not all of it is on the record.
    pub(crate) fn of(story: &'s Story) -> Option<Self> {
        let trace = story.trace();
        if trace.left_out > 0 || trace.events.len() > MOST_EVENTS {
            return None;
        }
        let mut run = Self {
            trace,
            tasks: Vec::new(),
            of_future: BTreeMap::new(),
            done: BTreeMap::new(),
            elsewhere: BTreeSet::new(),
            cut: BTreeSet::new(),
            kept: Vec::new(),
            end: 0,
        };
        let mut due = BTreeMap::new();
        for (index, event) in (0..).zip(&trace.events) {
            run.note(index, &event, &mut due);
            run.end = index + 1;
        }
        Some(run)
    }

    fn note(&mut self, index: u32, event: &Event, due: &mut BTreeMap<TimerId, i64>) {
        let actor = match event.actor {
            Actor::Task(task) => self.tasks.get_mut(task.0 as usize),
            _ => None,
        };
        match event.what {
            What::TaskCreated { task, future, name, .. } => {
                self.of_future.insert(future, task);
                self.tasks.push(Task {
                    id: task,
                    future,
                    name,
                    created: index,
                    place: event.place,
                    lines: Vec::new(),
                    turns: Vec::new(),
                    ended: None,
                });
            }
            What::Line => match actor {
                Some(task) => task.lines.push((index, event.place)),
                None => {
                    self.elsewhere.insert(event.place);
                }
            },
            What::Start { reason, .. } => {
                let ready_ns = match (reason, &actor) {
                    (Reason::Created, Some(task)) => Some(self.trace.events.ns(task.created as usize)),
                    (Reason::Awaited(future) | Reason::Done(future), _) => self.done.get(&future).copied(),
                    (Reason::Yielded, Some(task)) => {
                        task.turns.last().map(|(_, end)| self.trace.events.ns(*end as usize))
                    }
                    _ => None,
                };
                let who = actor.as_ref().map(|task| task.id);
                actor.into_iter().for_each(|task| task.turns.push((index, index)));
                self.keep(ready_ns, event.ns, who);
            }
            What::End => {
                let turn = actor.and_then(|task| task.turns.last_mut());
                turn.into_iter().for_each(|turn| turn.1 = index);
            }
            What::CancelRequested(task) if matches!(event.actor, Actor::Thread(_)) => {
                self.cut.insert(task);
            }
            What::Resolved(future) | What::Failed(future) | What::Cancelled(future) => {
                self.done.insert(future, event.ns);
                if let Some(task) = self.of_future.get(&future) {
                    let task = self.tasks.get_mut(task.0 as usize);
                    task.into_iter().for_each(|task| task.ended = Some(index));
                }
            }
            What::TimerSet { timer, due_ns } => {
                due.insert(timer, due_ns);
            }
            What::TimerFired(timer) => self.keep(due.remove(&timer), event.ns, None),
            _ => {}
        }
    }

    fn keep(&mut self, ready_ns: Option<i64>, ran_ns: i64, who: Option<TaskId>) {
        if let Some(ready_ns) = ready_ns.filter(|ready_ns| *ready_ns < ran_ns) {
            self.kept.push(Kept { ready_ns, ran_ns, who });
        }
    }

    /// Whether a stretch of a task's time has kept anything else from going on.
    pub(crate) fn keeps(&self, task: TaskId, from_ns: i64, to_ns: i64) -> bool {
        // What was kept runs soon after, so only the first to run are asked.
        let first = self.kept.partition_point(|kept| kept.ran_ns < to_ns);
        let soon = self.kept.iter().skip(first).take(SOON);
        let is_other = |kept: &Kept| kept.who != Some(task);
        soon.into_iter().any(|kept| is_other(kept) && kept.ready_ns < to_ns && from_ns < kept.ran_ns)
    }

    pub(crate) fn events(&self) -> impl Iterator<Item = (u32, Event)> {
        (0..).zip(&self.trace.events)
    }

    /// Those behind one.
    pub(crate) fn events_after(&self, index: u32) -> impl Iterator<Item = Event> {
        self.trace.events.iter_from(index as usize + 1)
    }

    /// The nanoseconds between events that follow each other.
    pub(crate) fn times(&self, way: &[u32]) -> Vec<i64> {
        way.iter().zip(way.iter().skip(1)).map(|(from, to)| self.ns(*to) - self.ns(*from)).collect()
    }

    pub(crate) fn event(&self, index: u32) -> Option<Event> {
        self.trace.events.get(index as usize)
    }

    pub(crate) fn ns(&self, index: u32) -> i64 {
        self.trace.events.ns(index as usize)
    }

    pub(crate) fn task(&self, task: TaskId) -> Option<&Task> {
        self.tasks.get(task.0 as usize)
    }

    /// The task that a future is.
    pub(crate) fn task_of(&self, future: FutureId) -> Option<&Task> {
        self.task(*self.of_future.get(&future)?)
    }

    pub(crate) fn name(&self, task: &Task) -> String {
        self.trace.text(task.name).to_owned()
    }

    /// A stretch of a task's lane: from an event to another.
    pub(crate) fn seen(task: &Task, from: u32, to: u32) -> Seen {
        Seen { lane: Lane::Task(task.id.0), from: Moment(from + 1), to: Moment(to + 1) }
    }

    /// All of a task's lane.
    pub(crate) fn life(&self, task: &Task) -> Seen {
        Self::seen(task, task.created, task.ended.unwrap_or(self.end.saturating_sub(1)))
    }

    /// Where a statement was begun by tasks: the turn from then on.
    pub(crate) fn at_line(&self, statement: Span) -> Vec<Seen> {
        let mut seen = Vec::new();
        for task in &self.tasks {
            for (index, _) in task.lines.iter().filter(|(_, place)| *place == statement) {
                let turn =
                    task.turns.get(task.turns.partition_point(|(start, _)| start <= index).saturating_sub(1));
                seen.push(Self::seen(task, *index, turn.map_or(*index, |(_, end)| *end)));
            }
        }
        seen
    }

    /// Whether anybody has begun a statement.
    pub(crate) fn came_by(&self, statement: Span) -> bool {
        let is_it = |(_, place): &(u32, Span)| *place == statement;
        self.elsewhere.contains(&statement) || self.tasks.iter().any(|task| task.lines.iter().any(is_it))
    }

    /// The tasks that were created at a place of the text, or inside it.
    pub(crate) fn created_in(&self, place: Span) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(move |task| contains(place, task.place))
    }

    /// Whether a task's way was lost time: nobody but those born in it had a turn, and nothing blocked the loop, as
    /// that takes as long for calls at the same time.
    pub(crate) fn is_lost(&self, task: &Task, way: &[u32]) -> bool {
        let Some((from, to)) = way.first().zip(way.last()) else { return false };
        let mut between = (*from..*to).filter_map(|index| self.event(index));
        !self.is_shared(task, *from, *to) && !between.any(|event| matches!(event.what, What::Blocks { .. }))
    }

    fn is_shared(&self, task: &Task, from: u32, to: u32) -> bool {
        let others = self.tasks.iter().filter(|other| other.id != task.id && other.created < from);
        others.into_iter().any(|other| {
            let next = other.turns.partition_point(|(start, _)| *start < from);
            other.turns.get(next).is_some_and(|(start, _)| *start < to)
        })
    }

    /// Where coroutines were thrown away, and the last part of what they are called: Python warned of them.
    pub(crate) fn never_awaited(&self) -> Vec<(Span, &str)> {
        let of = |text| {
            let said = self.trace.text(text).lines().next()?;
            let name =
                said.strip_suffix("' was never awaited")?.rsplit_once("RuntimeWarning: coroutine '")?.1;
            Some(name.rsplit('.').next().unwrap_or(name))
        };
        let warned = self.events().filter_map(|(_, event)| match event.what {
            What::Warns(text) => Some((event.place, of(text)?)),
            _ => None,
        });
        warned.collect()
    }

    /// The limits of time that ran out, and whom that hit.
    pub(crate) fn timed_out(&self) -> Vec<TimedOut<'_>> {
        let (mut places, mut next, mut found) = (BTreeMap::new(), None, Vec::new());
        for (index, event) in self.events() {
            match event.what {
                What::ResourceCreated(limit, Resource::Timeout) => {
                    places.insert(limit, event.place);
                }
                What::ResourceChanged(limit, Change::RanOut) => next = places.get(&limit).copied(),
                What::CancelRequested(id) => {
                    let hit = next.take().zip(self.task(id));
                    found.extend(hit.map(|(place, task)| TimedOut { place, task, told: index }));
                }
                _ => {}
            }
        }
        found
    }

    /// The events at which a task's way through statements begins and ends, one list for each time that it went
    /// through all of them: statements of one block, one behind the other, up to the next of their function's.
    pub(crate) fn passages(&self, statements: &[Span], function: Span) -> Vec<(&Task, Vec<u32>)> {
        let mut found = Vec::new();
        let Some(last) = statements.last() else { return found };
        for task in &self.tasks {
            let mut way: Vec<u32> = Vec::new();
            for (index, place) in &task.lines {
                if way.len() == statements.len() && contains(function, *place) && !contains(*last, *place) {
                    way.push(*index);
                    found.push((task, std::mem::take(&mut way)));
                }
                if statements.first() == Some(place) {
                    way = vec![*index];
                } else if statements.get(way.len()) == Some(place) && !way.is_empty() {
                    way.push(*index);
                }
            }
            if let Some(ended) = task.ended.filter(|_| way.len() == statements.len()) {
                way.push(ended);
                found.push((task, way));
            }
        }
        found
    }
}

pub(crate) fn contains(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end && inner.start < inner.end
}
