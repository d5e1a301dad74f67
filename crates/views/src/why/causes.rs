//! The chain of causes: why an event happened, why that did, and so on, back to the beginning.
//!
//! An event happens because its step ran, and then: because nothing had blocked its thread any more. A step
//! runs because of what scheduled it. Each cause lies before its effect, so chains end.

use interleave_trace::{Actor, Change, Event, FutureId, Reason, StepId, What};

use super::facts::{Cause, Deed};
use super::{Teller, deeds};
use crate::facts::Awaited;
use crate::futures::Purpose;
use crate::sight::{Link, Moment, State};
use crate::words;

/// Links in an answer; who wants to know more asks again from the last one.
const MOST: usize = 16;

/// The chain that ends in what has just happened at a moment.
pub(super) fn of(teller: Teller<'_>, moment: u32) -> Vec<Link> {
    let Some(index) = moment.checked_sub(1) else { return Vec::new() };
    let Some(event) = teller.story.event(index) else { return Vec::new() };
    let first = Cause::Deed { who: teller.who(&event), deed: deeds::deed(teller, index, &event) };
    let mut chain = Chain { teller, links: Vec::new() };
    chain.push(index, &first);
    chain.follow(index);
    chain.links
}

/// The causes of an event, without the event itself.
pub(super) fn before(teller: Teller<'_>, index: u32) -> Vec<Link> {
    let mut chain = Chain { teller, links: Vec::new() };
    chain.follow(index);
    chain.links
}

struct Chain<'a> {
    teller: Teller<'a>,
    links: Vec<Link>,
}

impl Chain<'_> {
    fn push(&mut self, index: u32, cause: &Cause) {
        self.links.push(self.teller.link(index, &words::cause(self.teller.language, cause)));
    }

    /// Adds the causes of an event.
    fn follow(&mut self, mut index: u32) {
        while let Some(earlier) = self.cause(index).filter(|earlier| *earlier < index) {
            index = earlier;
            if self.links.len() > MOST {
                self.links.truncate(MOST);
                let last = self.links.last().and_then(|link| link.moment);
                self.push(last.map_or(index, |Moment(last)| last.saturating_sub(1)), &Cause::Further);
                return;
            }
        }
    }

    /// Adds the cause of an event; the event to go on with.
    fn cause(&mut self, index: u32) -> Option<u32> {
        let story = self.teller.story;
        let event = story.event(index)?;
        match event.what {
            What::Start { cause, reason, .. } => {
                self.kept(index, &event);
                return self.started(index, &event, cause, reason);
            }
            What::TimerFired(timer) => {
                let set = story.timers.get(timer)?.set.get()?;
                let who = self.teller.callback();
                let cause = Cause::TimerDue { who, by: self.teller.who(&story.event(set)?) };
                self.push(set, &cause);
                return Some(set);
            }
            What::CancelDelivered(_) => {
                if let Some(request) = self.request(&event, index) {
                    return Some(request);
                }
            }
            _ => {}
        }
        if let Some(block) = self.block(index, &event) {
            let who = self.teller.who(&event);
            self.push(block, &Cause::ThreadFreed { who });
            return Some(block);
        }
        match event.actor {
            Actor::Task(_) | Actor::Callback(_) => {
                let start = story.steps.get(event.step)?.begun.get().filter(|start| *start < index)?;
                let Some(Event { what: What::Start { cause, reason, .. }, .. }) = story.event(start) else {
                    return None;
                };
                self.kept(start, &event);
                self.started(start, &event, cause, reason)
            }
            Actor::Thread(_) => self.thread(index, &event),
            Actor::Loop(_) => None,
        }
    }

    /// The last time before an event at which its step was blocked, so that time went by.
    fn block(&self, index: u32, event: &Event) -> Option<u32> {
        let story = self.teller.story;
        let start = story.steps.get(event.step)?.begun.get()?;
        if story.event(start)?.ns == event.ns {
            return None;
        }
        (start..index).rev().find(|earlier| {
            story.event(*earlier).is_some_and(|earlier| {
                earlier.step == event.step
                    && earlier.ns < event.ns
                    && matches!(earlier.what, What::Blocks { .. })
            })
        })
    }

    /// What blocked a loop when a timer should have fired that was set and fired in these events.
    fn block_over(&self, set: u32, due_ns: i64, fired: u32) -> Option<u32> {
        let story = self.teller.story;
        let home = |index: u32| story.event(index).map(|event| story.lanes.home_of(event.actor));
        (set..fired).rev().find(|index| {
            story.event(*index).is_some_and(|event| {
                matches!(event.what, What::Blocks { until_ns } if event.ns <= due_ns && due_ns < until_ns)
            }) && home(*index) == home(set)
        })
    }

    /// Adds who blocked the loop while a task was ready for its step.
    fn kept(&mut self, start: u32, event: &Event) {
        let story = self.teller.story;
        let lane = story.lanes.of(event.actor);
        let before = start.checked_sub(1).and_then(|before| story.lanes.stretch_at(lane, before));
        let Some(ready) =
            before.filter(|stretch| stretch.state == State::Ready && story.lanes.is_task(event.actor))
        else {
            return;
        };
        let since = ready.on.get().unwrap_or(ready.from);
        if let Some(ready) = story.event(since)
            && story.event(start).is_some_and(|start| ready.ns < start.ns)
            && let Some(block) = self.block_over(since, ready.ns, start)
            && let Some(blocking) = story.event(block)
        {
            let by = self.teller.who(&blocking);
            self.push(block, &Cause::Late { who: self.teller.who(event), by, due_ns: ready.ns });
        }
    }

    /// A thread's own code: whoever started the thread is its cause.
    fn thread(&mut self, index: u32, event: &Event) -> Option<u32> {
        let story = self.teller.story;
        let who = self.teller.who(event);
        let lane = story.lanes.of(event.actor);
        let blocked = story.lanes.stretches(lane).iter().filter(|stretch| stretch.state == State::Blocking);
        let blocks = blocked.filter_map(|stretch| stretch.on.get()).take_while(|block| *block < index);
        let earlier = |block: &u32| story.event(*block).is_some_and(|block| block.ns < event.ns);
        let job = story.jobs.of(lane, index);
        let begun = job.map_or(0, |job| job.begun.or_never());
        let block = blocks.filter(|block| earlier(block) && *block >= begun).last();
        if let Some(run) =
            run_before(self.teller, lane, index).filter(|run| run.ended >= begun && Some(run.ended) > block)
        {
            let who = story.name(self.teller.language, run.task);
            self.push(run.ended, &Cause::RunEnded { call: run.call.to_owned(), who, how: run.how });
            return Some(run.ended);
        }
        if let Some(block) = block {
            self.push(block, &Cause::ThreadFreed { who });
            return Some(block);
        }
        if let Some(job) = job {
            let given = job.given.get()?;
            let by = self.teller.who(&story.event(given)?);
            self.push(given, &Cause::JobGiven { who, by, name: story.called(job.name) });
            return Some(given);
        }
        let Some(created) = story.lanes.life(lane)?.created.get() else {
            if self.links.len() == 1 {
                self.links.push(Link {
                    sentence: words::cause(self.teller.language, &Cause::Beginning),
                    moment: Some(Moment(0)),
                    ..Link::default()
                });
            }
            return None;
        };
        let by = self.teller.who(&story.event(created)?);
        self.push(created, &Cause::ThreadStarted { who, by });
        Some(created)
    }

    /// Why a step ran.
    fn started(&mut self, start: u32, event: &Event, cause: StepId, reason: Reason) -> Option<u32> {
        let story = self.teller.story;
        let who = self.teller.who(event);
        let is_task = matches!(event.actor, Actor::Task(_));
        match reason {
            Reason::Created => {
                let created = story.lanes.life(story.lanes.of(event.actor))?.created.get()?;
                let creator = story.event(created)?;
                let call = called(story.source.at(creator.place));
                let cause = match creator.actor {
                    Actor::Thread(_) if !call.is_empty() => Cause::Launched { who, call: call.to_owned() },
                    _ => Cause::Created { who, by: self.teller.who(&creator) },
                };
                self.push(created, &cause);
                Some(created)
            }
            Reason::Awaited(future) => self.awaited(start, event, future),
            Reason::Timer(timer) => {
                let set = story.timers.get(timer)?.set.get()?;
                let by = self.teller.who(&story.event(set)?);
                self.push(set, &Cause::TimerDue { who, by });
                Some(set)
            }
            Reason::Done(future) => {
                let ended = story.futures.ended(future)?;
                let what = deeds::awaited(self.teller, event, future, ended);
                self.push(ended, &Cause::WhenEnded { who, what });
                Some(ended)
            }
            Reason::Yielded | Reason::CalledSoon | Reason::Thrown => {
                let call = story.call(event.step).and_then(|call| call.asked.get());
                let asked = call.or(story.steps.get(cause)?.last.get()).filter(|asked| *asked < start)?;
                let by = self.teller.who(&story.event(asked)?);
                let cause = match reason {
                    Reason::Yielded => Cause::Deed { who, deed: Deed::Yielded },
                    _ if is_task => Cause::CancelledBy { who, by },
                    _ => Cause::Asked { who, by },
                };
                self.push(asked, &cause);
                Some(asked)
            }
        }
    }

    /// Why a task went on that had awaited a future.
    fn awaited(&mut self, start: u32, event: &Event, future: FutureId) -> Option<u32> {
        let story = self.teller.story;
        let ended = story.futures.ended(future)?;
        let ending = story.event(ended)?;
        let (who, by) = (self.teller.who(event), self.teller.who(&ending));
        let how = match ending.what {
            What::Failed(_) => State::Failed,
            What::Cancelled(_) => State::Cancelled,
            _ => State::Done,
        };
        if how == State::Cancelled
            && !matches!(story.futures.purpose(future), Purpose::Task(_))
            && let Some(request) = self.request(event, ended)
        {
            return Some(request);
        }
        let lane = story.lanes.of(event.actor);
        let waiting = story.lanes.stretch_index(lane, ended);
        let since =
            waiting.and_then(|index| story.lanes.stretches(lane).get(index)).map_or(start, |wait| wait.from);
        let what = deeds::awaited(self.teller, event, future, since);
        match (story.futures.purpose(future), what) {
            (Purpose::Nap(timer), _) => {
                let set = story.timers.get(timer)?.set.get()?;
                let due_ns = story.timers.get(timer)?.due_ns;
                let ns = due_ns.saturating_sub(story.event(set)?.ns);
                self.push(ended, &Cause::SleepOver { who: who.clone(), ns });
                if ending.ns > due_ns
                    && let Some(block) = self.block_over(set, due_ns, ended)
                {
                    let by = self.teller.who(&story.event(block)?);
                    self.push(block, &Cause::Late { who: who.clone(), by, due_ns });
                }
                self.push(set, &Cause::SleepBegan { who });
                Some(set)
            }
            (Purpose::Task(_), Awaited::Task { name: other }) => {
                self.push(ended, &Cause::TaskEnded { who, other, how });
                Some(ended)
            }
            (Purpose::Job(job), what) => {
                self.push(ended, &Cause::JobEnded { who, what, how });
                let done = story.jobs.get(job)?.ended.get().filter(|done| *done < ended)?;
                let deed = deeds::deed(self.teller, done, &story.event(done)?);
                let who = self.teller.who(&story.event(done)?);
                self.push(done, &Cause::Deed { who, deed });
                Some(done)
            }
            (Purpose::Line(id) | Purpose::LineToPut(id), Awaited::Thing { thing, purpose }) => {
                let place = story.resources.waiters(id, ended).position(|waiter| waiter.lane == lane);
                let place = crate::compact::size(place.unwrap_or(0)) + 1;
                let since_ns = story.ns(since);
                self.push(ended, &Cause::Served { who, by, thing, purpose, since_ns, place });
                Some(ended)
            }
            (_, what @ (Awaited::Call { .. } | Awaited::Thing { .. }))
                if matches!(ending.actor, Actor::Callback(_)) =>
            {
                self.push(ended, &Cause::CallEnded { who, what, how });
                Some(self.part(&ending).unwrap_or(ended))
            }
            _ => {
                self.push(ended, &Cause::FutureEnded { who, by, how });
                Some(ended)
            }
        }
    }

    /// What ended last of all that a call waited for: the event that the callback answers to.
    fn part(&mut self, ending: &Event) -> Option<u32> {
        let story = self.teller.story;
        let start = story.steps.get(ending.step)?.begun.get()?;
        let What::Start { reason: Reason::Done(part), .. } = story.event(start)?.what else { return None };
        let ended = story.futures.ended(part)?;
        let event = story.event(ended)?;
        let deed = deeds::deed(self.teller, ended, &event);
        self.push(ended, &Cause::Deed { who: self.teller.who(&event), deed });
        Some(ended)
    }

    /// Adds who asked for a task's cancellation, which came before an event.
    fn request(&mut self, event: &Event, before: u32) -> Option<u32> {
        let story = self.teller.story;
        let Actor::Task(task) = event.actor else { return None };
        let born = story.lanes.life(story.lanes.of(event.actor))?.created.get().unwrap_or(0);
        let what = |index: u32| story.event(index).map(|event| event.what);
        let request = (born..before).rev().find(|index| what(*index) == Some(What::CancelRequested(task)))?;
        let asking = story.event(request)?;
        let who = self.teller.who(event);
        let start = story.steps.get(asking.step)?.begun.get().unwrap_or(request);
        let by_callback = matches!(asking.actor, Actor::Callback(_));
        match what(start) {
            Some(What::Start { reason: Reason::Timer(timer), .. }) if by_callback => {
                let ran_out = |index| matches!(what(index), Some(What::ResourceChanged(_, Change::RanOut)));
                if (start..request).any(ran_out) {
                    self.push(request, &Cause::TimedOut { who });
                    let set = story.timers.get(timer)?.set.get()?;
                    let setting = story.event(set)?;
                    let deed = deeds::deed(self.teller, set, &setting);
                    self.push(set, &Cause::Deed { who: self.teller.who(&setting), deed });
                    return Some(set);
                }
            }
            Some(What::Start { reason: Reason::Done(other), .. }) if by_callback => {
                let failed = story.futures.ended(other)?;
                if let (Purpose::Task(task), Some(What::Failed(_))) =
                    (story.futures.purpose(other), what(failed))
                {
                    self.push(failed, &Cause::GroupFailed { who, other: deeds::name(self.teller, task) });
                    return Some(failed);
                }
            }
            _ => {}
        }
        self.push(request, &Cause::CancelledBy { who, by: self.teller.who(&asking) });
        Some(request)
    }
}

/// A loop that ran until a task had ended.
struct LoopRun<'a> {
    task: u32,
    /// What started it.
    call: &'a str,
    /// The task's last event.
    ended: u32,
    how: State,
}

/// The last loop that a thread drove to the end of a task before an event.
fn run_before(teller: Teller<'_>, thread: u32, index: u32) -> Option<LoopRun<'_>> {
    let story = teller.story;
    let launched = story.lanes.all().filter(|(_, life)| life.creator.get() == Some(thread));
    let runs = launched.filter_map(|(task, life)| {
        let creation = story.event(life.created.get()?)?;
        let last = story.lanes.stretches(task).last()?;
        let is_over = matches!(last.state, State::Done | State::Failed | State::Cancelled);
        let call = called(story.source.at(creation.place));
        let ended = last.from.checked_sub(1).filter(|ended| is_over && *ended < index)?;
        let is_launch = matches!(creation.actor, Actor::Thread(_)) && !call.is_empty();
        is_launch.then_some(LoopRun { task, call, ended, how: last.state })
    });
    runs.max_by_key(|run| run.ended)
}

/// The function in the text of a call.
fn called(call: &str) -> &str {
    call.split_once('(').map_or("", |(function, _)| function.trim_end())
}
