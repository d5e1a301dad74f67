//! Why somebody does not go on: what it waits for, who could end that, and what keeps those in turn.

use interleave_trace::{Actor, Event, FutureId, JobId, Resource, ResourceId, What};

use super::facts::{Company, Hindrance};
use super::{Teller, causes, deeds};
use crate::describe;
use crate::facts::{Awaited, InLine};
use crate::futures::Purpose;
use crate::lanes::{Stretch, is_end};
use crate::resources::Tenure;
use crate::sight::{Lane, Link, Moment, State};
use crate::words;

/// Holders and parts that are followed, of each thing.
const FOLLOWED: usize = 3;
/// Links in an answer.
const MOST: usize = 24;

/// What keeps a lane at a moment, and when it goes on.
pub(super) fn of(teller: Teller<'_>, lane: u32, moment: u32) -> Vec<Link> {
    let mut search = Search { teller, moment, links: Vec::new(), path: Vec::new(), seen: Vec::new() };
    search.explain(lane);
    search.goes_on(lane);
    search.links
}

/// What keeps lanes for ever, and the ring that some of them form.
pub(super) fn for_ever(teller: Teller<'_>, lanes: &[u32], ring: &[u32]) -> Vec<Link> {
    let moment = teller.story.end();
    let mut search = Search { teller, moment, links: Vec::new(), path: Vec::new(), seen: Vec::new() };
    lanes.iter().for_each(|lane| search.waits_for_ever(*lane));
    if !ring.is_empty() {
        let names = ring.iter().map(|lane| search.name(*lane)).collect();
        search.push_missing(&Hindrance::Circle { names });
    }
    search.links
}

struct Search<'a> {
    teller: Teller<'a>,
    moment: u32,
    links: Vec<Link>,
    /// Those who wait for each other, from the one that is asked about.
    path: Vec<u32>,
    seen: Vec<u32>,
}

impl Search<'_> {
    fn name(&self, lane: u32) -> String {
        self.teller.story.name(self.teller.language, lane)
    }

    /// Adds a reason that has held since a moment.
    fn push(&mut self, lane: u32, since: u32, hindrance: &Hindrance) {
        self.push_of(lane, since, self.moment, hindrance);
    }

    /// The same of what a lane did where it was at that moment.
    fn push_of(&mut self, lane: u32, since: u32, place: u32, hindrance: &Hindrance) {
        let story = self.teller.story;
        let span = story.place(lane, place).unwrap_or_default();
        let ns = story.ns(since);
        let sentence = words::hindrance(self.teller.language, hindrance);
        let sentence = words::since(self.teller.language, &sentence, ns, story.source.line(span));
        let lane = Some(story.lane_at(lane));
        self.links.push(Link { sentence, moment: Some(Moment(since)), ns, lane, span });
    }

    /// Adds what did not happen yet.
    fn push_missing(&mut self, hindrance: &Hindrance) {
        let sentence = words::hindrance(self.teller.language, hindrance);
        self.links.push(Link { sentence, ns: self.teller.story.ns(self.moment), ..Link::default() });
    }

    /// What keeps a lane, and what keeps those for whom it waits.
    fn explain(&mut self, lane: u32) {
        let story = self.teller.story;
        if let Some(from) = self.path.iter().position(|above| *above == lane) {
            let names = self.path.iter().skip(from).map(|lane| self.name(*lane)).collect();
            return self.push_missing(&Hindrance::Circle { names });
        }
        if self.seen.contains(&lane) || self.links.len() >= MOST {
            return;
        }
        self.seen.push(lane);
        let who = self.name(lane);
        let Some(index) = story.lanes.stretch_index(lane, self.moment) else {
            return self.push_missing(&Hindrance::Unborn { who });
        };
        let Some(stretch) = story.lanes.stretches(lane).get(index).copied() else { return };
        self.path.push(lane);
        match stretch.state {
            State::Running => self.push(lane, stretch.from, &Hindrance::Runs { who }),
            State::Ready => self.ready(lane, stretch),
            State::Blocking => {
                let until_ns = self.blocked_until(stretch);
                self.push(lane, stretch.from, &Hindrance::Blocks { who, until_ns });
            }
            State::Sleeping | State::Waiting => self.waits(lane, index, stretch),
            State::Done | State::Failed | State::Cancelled => {
                self.push(lane, stretch.from, &Hindrance::Ended { who, how: stretch.state });
                if self.path.len() == 1 {
                    self.links.extend(causes::before(self.teller, stretch.from.saturating_sub(1)));
                }
            }
        }
        self.path.pop();
    }

    /// What a lane waits for, who holds it, and what would have to be done where nobody does.
    fn waits_for_ever(&mut self, lane: u32) {
        let story = self.teller.story;
        let index = story.lanes.stretches(lane).len().saturating_sub(1);
        let Some(stretch) = story.lanes.stretches(lane).get(index).copied() else { return };
        let who = self.name(lane);
        let facts = describe::stretch(story, self.teller.language, lane, index);
        let Some(awaited) = facts.map(|facts| facts.awaited).filter(|_| stretch.awaits().is_some()) else {
            return self.push(lane, stretch.from, &Hindrance::Blocks { who, until_ns: None });
        };
        let by = match stretch.awaits().map(|future| story.futures.purpose(future)) {
            Some(Purpose::Line(id) | Purpose::LineToPut(id)) => self.holding(id),
            _ => Vec::new(),
        };
        let needed = match &awaited {
            Awaited::Thing { thing, purpose } if by.is_empty() => {
                Some(Hindrance::NeedsDeed { thing: thing.clone(), purpose: *purpose })
            }
            _ => None,
        };
        let hindrance = if by.is_empty() {
            Hindrance::Waits { who, awaited, company: Company::Alone }
        } else {
            let by = by.iter().map(|tenure| self.name(tenure.lane)).collect();
            Hindrance::WaitsForHeld { who, awaited, by }
        };
        self.push(lane, stretch.from, &hindrance);
        if let Some(needed) = needed {
            let before = self.links.len();
            self.push_missing(&needed);
            let said = self.links.last().map(|link| link.sentence.clone());
            // Once is enough.
            if self.links.iter().take(before).any(|link| Some(&link.sentence) == said.as_ref()) {
                self.links.pop();
            }
        }
    }

    fn blocked_until(&self, stretch: Stretch) -> Option<i64> {
        match stretch.on.get().and_then(|index| self.teller.story.event(index)).map(|event| event.what) {
            Some(What::Blocks { until_ns }) if until_ns < i64::MAX => Some(until_ns),
            _ => None,
        }
    }

    /// Who is before it, and whether anybody can run at all.
    fn ready(&mut self, lane: u32, stretch: Stretch) {
        let story = self.teller.story;
        let Some(home) = story.lanes.life(lane).map(|life| life.home) else { return };
        let runs = story.latest(self.moment).filter(|event| {
            let ended = matches!(event.what, What::End);
            !ended && !matches!(event.actor, Actor::Loop(_)) && story.lanes.home_of(event.actor) == home
        });
        let ready = story.steps.ready_at(self.moment).filter(|(_, life)| life.home.get() == Some(home));
        let starts = ready.filter_map(|(_, life)| story.event(life.begun.get()?));
        let is_this =
            |start: &Event| matches!(start.actor, Actor::Task(_)) && story.lanes.of(start.actor) == lane;
        let mut before = runs.into_iter().chain(starts.take_while(|start| !is_this(start)));
        let first = before.next().map(|event| self.teller.who(&event));
        let before = crate::compact::size(usize::from(first.is_some()) + before.count());
        let who = self.name(lane);
        self.push(lane, stretch.from, &Hindrance::Ready { who, before, first });
        self.blocked_loop(home);
    }

    /// Who blocks the loop of a thread, so that nobody's turn comes.
    fn blocked_loop(&mut self, home: u32) {
        let story = self.teller.story;
        let Some(blocked) = story.lanes.stretch_at(home, self.moment) else { return };
        let Some(block) = blocked.on.get().filter(|_| blocked.state == State::Blocking) else { return };
        let Some(event) = story.event(block) else { return };
        let (by, until_ns) = (self.teller.who(&event), self.blocked_until(blocked));
        let culprit = story.lanes.of(event.actor);
        self.push(culprit, blocked.from, &Hindrance::LoopBlocked { by, until_ns });
    }

    /// Whose timer wakes a loop that has nothing to run.
    fn next_timer(&mut self, home: u32) {
        let story = self.teller.story;
        let set = |set: u32| story.event(set).filter(|event| story.lanes.home_of(event.actor) == home);
        let timers = story.timers.at(self.moment);
        let own = timers.filter_map(|(id, life)| Some((life.due_ns, id, set(life.set.get()?)?.actor)));
        if let Some((.., actor)) = own.min_by_key(|(due_ns, id, _)| (*due_ns, *id))
            && story.lanes.is_task(actor)
        {
            self.explain(story.lanes.of(actor));
        }
    }

    fn waits(&mut self, lane: u32, index: usize, stretch: Stretch) {
        let story = self.teller.story;
        let who = self.name(lane);
        let Some(facts) = describe::stretch(story, self.teller.language, lane, index) else { return };
        if let Awaited::Time { due_ns } = facts.awaited {
            self.push(lane, stretch.from, &Hindrance::Sleeps { who, until_ns: due_ns });
            self.timeout(facts.deadline_ns.filter(|ns| *ns < due_ns));
            if story.lanes.is_thread(lane) {
                self.next_timer(lane);
            } else if let Some(life) = story.lanes.life(lane) {
                self.blocked_loop(life.home);
            }
            return;
        }
        let future = stretch.awaits();
        let purpose = future.map_or(Purpose::Plain, |future| story.futures.purpose(future));
        let company = match purpose {
            Purpose::Line(id) | Purpose::LineToPut(id) => self.company(lane, id, &facts.awaited),
            Purpose::Plain | Purpose::Nap(_) | Purpose::Task(_) | Purpose::Job(_) => Company::Alone,
        };
        self.push(lane, stretch.from, &Hindrance::Waits { who, awaited: facts.awaited.clone(), company });
        self.timeout(facts.deadline_ns);
        match (purpose, future) {
            (Purpose::Task(task), _) => {
                if let Some(other) = story.lanes.number(Lane::Task(task.0)) {
                    self.explain(other);
                }
            }
            (Purpose::Job(job), _) => self.job(job),
            (Purpose::Line(id) | Purpose::LineToPut(id), _) => self.holders(id, &facts.awaited),
            (Purpose::Plain | Purpose::Nap(_), Some(future)) => {
                self.parts(future, stretch.from, &facts.awaited)
            }
            (Purpose::Plain | Purpose::Nap(_), None) => {}
        }
    }

    /// Who else stands in the line of a thing, and whether that matters.
    fn company(&self, lane: u32, id: ResourceId, awaited: &Awaited) -> Company {
        let waiters = || self.teller.story.resources.waiters(id, self.moment);
        let Some(place) = waiters().position(|waiter| waiter.lane == lane) else { return Company::Alone };
        let (place, all) = (crate::compact::size(place) + 1, crate::compact::size(waiters().count()));
        match awaited {
            _ if all == 1 => Company::Alone,
            Awaited::Thing { thing, purpose } if !purpose.in_turn(thing.class) => {
                Company::Together { others: all - 1 }
            }
            _ => Company::Line { place, all },
        }
    }

    /// What keeps the thread that does a job; or that none does yet.
    fn job(&mut self, job: JobId) {
        let story = self.teller.story;
        let Some(life) = story.jobs.get(job) else { return };
        match life.worker.get().filter(|_| life.begun.or_never() < self.moment) {
            Some(_) if life.ended.or_never() < self.moment => {}
            Some(worker) => self.explain(worker),
            None => self.push_missing(&Hindrance::JobWaits { name: story.called(life.name) }),
        }
    }

    fn timeout(&mut self, deadline_ns: Option<i64>) {
        if let Some(at_ns) = deadline_ns {
            self.push_missing(&Hindrance::Timeout { at_ns });
        }
    }

    /// Who holds what is waited for; or what has to be done, where nobody holds it.
    fn holders(&mut self, id: ResourceId, awaited: &Awaited) {
        let holders = self.holding(id);
        if let (true, Awaited::Thing { thing, purpose }) = (holders.is_empty(), awaited) {
            let purpose: InLine = *purpose;
            return self.push_missing(&Hindrance::NeedsDeed { thing: thing.clone(), purpose });
        }
        for holder in holders {
            let hindrance =
                Hindrance::HeldBy { who: self.name(holder.lane), thing: deeds::thing(self.teller, id) };
            self.push_of(holder.lane, holder.from, holder.from, &hindrance);
            self.explain(holder.lane);
        }
    }

    /// Some of those who hold something.
    fn holding(&self, id: ResourceId) -> Vec<Tenure> {
        let resources = &self.teller.story.resources;
        let kind = resources.get(id).and_then(|life| life.kind);
        let is_held = matches!(kind, Some(Resource::Lock | Resource::Semaphore | Resource::BoundedSemaphore));
        resources.holders(id, self.moment).filter(|_| is_held).take(FOLLOWED).copied().collect()
    }

    /// What else has to end before a future can: the parts of a gather, the tasks of a group.
    fn parts(&mut self, outer: FutureId, from: u32, awaited: &Awaited) {
        let story = self.teller.story;
        let events = (0..from).rev().map_while(|index| story.event(index));
        let since = events.take_while(|event| event.what != What::FutureCreated(outer));
        let mut parts: Vec<FutureId> = since
            .filter_map(|event| match event.what {
                What::Depends { outer: of, inner } if of == outer => Some(inner),
                _ => None,
            })
            .filter(|inner| story.futures.ended(*inner).is_none_or(|ended| ended >= self.moment))
            .collect();
        parts.reverse();
        let known = parts.iter().map(|part| story.futures.purpose(*part));
        let known: Vec<Purpose> =
            known.filter(|part| matches!(part, Purpose::Task(_) | Purpose::Job(_))).take(FOLLOWED).collect();
        if known.is_empty() {
            let missing = match awaited {
                Awaited::Thing { thing, purpose } => {
                    Hindrance::NeedsDeed { thing: thing.clone(), purpose: *purpose }
                }
                _ => Hindrance::NeedsResult,
            };
            self.push_missing(&missing);
        }
        for part in known {
            if let Purpose::Job(job) = part {
                self.job(job);
            } else if let Purpose::Task(task) = part
                && let Some(lane) = story.lanes.number(Lane::Task(task.0))
            {
                self.explain(lane);
            }
        }
    }

    /// When it goes on in this run, if it does not run already and has not ended.
    fn goes_on(&mut self, lane: u32) {
        let story = self.teller.story;
        let Some(index) = story.lanes.stretch_index(lane, self.moment) else { return };
        let stretches = story.lanes.stretches(lane);
        let now = stretches.get(index).map(|stretch| stretch.state);
        if now.is_none_or(|state| is_end(state) || state == State::Running) {
            return;
        }
        let who = self.name(lane);
        let runs = |stretch: &&Stretch| stretch.state == State::Running || is_end(stretch.state);
        match stretches.iter().skip(index + 1).find(runs) {
            Some(next) => {
                let at_ns = story.ns(next.from);
                let sentence = words::hindrance(self.teller.language, &Hindrance::GoesOn { who, at_ns });
                let lane = Some(story.lane_at(lane));
                let moment = Some(Moment(next.from));
                self.links.push(Link { sentence, moment, ns: at_ns, lane, ..Link::default() });
            }
            None if describe::waits_for_ever(story, lane) => self.push_missing(&Hindrance::Stuck { who }),
            None => self.push_missing(&Hindrance::Never { who }),
        }
    }
}
