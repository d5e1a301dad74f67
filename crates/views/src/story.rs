//! A trace made ready for questions.

use interleave_trace::{Actor, Event, OriginId, Span, StepId, TextId, Trace, What};

use crate::calls::{CallLife, Calls};
use crate::compact::size;
use crate::delays::Delays;
use crate::futures::Futures;
use crate::jobs::Jobs;
use crate::lanes::{Lanes, Life, colour};
use crate::notes::Notes;
use crate::output::Output;
use crate::places::Source;
use crate::recent::Recent;
use crate::resources::Resources;
use crate::sight::{Deadlock, DelayId, Grasp, Lane, Look, Moment, Overview, Position, Sight};
use crate::steps::Steps;
use crate::timeline::Counts;
use crate::timers::Timers;
use crate::{aim, delays, graph, identity, lanes, log, loop_state, marks, resources, timeline, why, words};

/// A run, ready for questions.
#[derive(Clone, Debug)]
pub struct Story {
    pub(crate) source: Source,
    pub(crate) notes: Notes,
    pub(crate) trace: Trace,
    pub(crate) recent: Recent,
    pub(crate) futures: Futures,
    pub(crate) calls: Calls,
    pub(crate) jobs: Jobs,
    pub(crate) timers: Timers,
    pub(crate) delays: Delays,
    pub(crate) resources: Resources,
    pub(crate) lanes: Lanes,
    pub(crate) steps: Steps,
    pub(crate) output: Output,
    /// The events that begin iterations.
    pub(crate) iterations: Vec<u32>,
    /// The moment after which no more lines are on the record.
    pub(crate) last_line: u32,
    /// The events that ask for cancellation.
    pub(crate) cancels: Vec<u32>,
    pub(crate) counts: Counts,
}

impl Story {
    /// Reads a trace once, from its beginning to its end.
    pub fn new(text: &str, trace: Trace) -> Self {
        let mut delays = delays::Building::default();
        let (mut futures, mut timers, mut steps) = (Futures::default(), Timers::default(), Steps::default());
        let (mut calls, mut jobs) = (Calls::default(), Jobs::default());
        let (mut lanes, mut resources) = (lanes::Building::new(), resources::Building::default());
        let (mut output, mut iterations, mut cancels) = (Output::default(), Vec::new(), Vec::new());
        let mut last_line = 0;
        for (index, event) in (0..).zip(&trace.events) {
            if matches!(event.what, What::Line) {
                // Many events are lines, which tell nothing but where somebody is.
                lanes.note(index, &event, &futures, &trace);
                steps.goes_on(index, &event);
                last_line = index + 1;
                continue;
            }
            futures.note(index, &event);
            timers.note(index, &event);
            calls.note(index, &event);
            let lane = lanes.note(index, &event, &futures, &trace);
            delays.note(index, &event, lane);
            jobs.note(index, &event, lane);
            steps.note(index, &event, (&lanes.lanes, &futures, &timers, &calls));
            resources.note(index, &event, lane);
            output.note(index, &event, lane, &trace);
            if let What::Iteration { .. } = event.what {
                iterations.push(index);
            } else if let What::CancelRequested(_) = event.what {
                cancels.push(index);
            }
        }
        let lanes = lanes.finish(&trace);
        futures.finish();
        steps.finish(lanes.count());
        output.finish();
        let source = Source::new(text);
        let delays = delays.finish(lanes.count());
        let (resources, counts) = (resources.finish(lanes.count()), Counts::new(&lanes.transitions));
        Self {
            source,
            notes: Notes::of(text),
            trace,
            recent: Recent::default(),
            futures,
            calls,
            jobs,
            timers,
            delays,
            resources,
            lanes,
            steps,
            output,
            iterations,
            last_line,
            cancels,
            counts,
        }
    }

    /// The record that it was made of.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// What a lane is called, and its colour's number.
    pub fn sign(&self, language: interleave_text::Language, lane: Lane) -> (String, u8) {
        let number = self.lanes.number(lane).unwrap_or_default();
        (self.name(language, number), colour(number))
    }

    /// All delays whose numbers the program's text has made.
    pub fn written_delays(&self) -> Vec<(DelayId, OriginId)> {
        delays::written(self)
    }

    /// Where in the program a delay was set.
    pub fn place_of(&self, delay: DelayId) -> Option<Span> {
        self.event(delay.0).map(|event| event.place).filter(|place| *place != Span::default())
    }

    /// What finds a delay again in a run of the program as it is after an edit.
    pub fn grasp(&self, delay: DelayId) -> Option<Grasp> {
        delays::grasp(self, delay)
    }

    /// What the whole run is.
    pub fn overview(&self) -> Overview {
        Overview {
            end: Moment(self.end()),
            end_ns: self.ns(self.end()),
            lanes: self.lanes.count(),
            log_rows: size(self.output.lines.len()),
            left_out: self.trace.left_out,
            stuck: self.is_stuck(),
        }
    }

    /// Why nothing could go on at its end, if that was so.
    pub fn deadlock(&self, language: interleave_text::Language) -> Option<Deadlock> {
        graph::deadlock(self, language)
    }

    /// Whether it ended because nothing could ever go on, and all of it is on the record.
    pub(crate) fn is_stuck(&self) -> bool {
        self.trace.stuck && self.trace.left_out == 0
    }

    /// What is seen of it.
    pub fn look(&self, look: &Look) -> Sight {
        let cursor = aim::aim(self, look.cursor, &look.stops);
        let language = look.language;
        let question = look.question.and_then(|question| why::resolved(self, question, cursor));
        let why = question.map(|question| why::answer(self, language, question));
        let chain = why.as_ref().map_or(&[][..], |why| &why.links);
        let timeline = || timeline::timeline(self, language, look.frame, cursor, chain);
        Sight {
            position: Position {
                moment: Moment(cursor),
                ns: self.ns(cursor),
                next_ns: self.ns((cursor + 1).min(self.end())),
                lane: self.latest(cursor).map(|event| self.lane(event.actor)),
                iteration: self.iteration(cursor),
                log_row: self.output.before(cursor).checked_sub(1),
                sentence: why::caption(self, language, cursor),
                code: self.code_line(cursor).trim().to_owned(),
                note: self.note(cursor).map(str::to_owned),
                at_stop: aim::is_stop(self, cursor, &look.stops),
            },
            log: look.log.map(|(from, count)| log::rows(self, language, from, count)),
            marks: marks::marks(self, language, cursor),
            timeline: look.timeline.then(timeline),
            loop_state: look.loop_state.then(|| loop_state::loop_state(self, language, cursor)),
            graph: look.graph.then(|| graph::graph(self, language, cursor)),
            cursor_x: aim::place(self, look.frame, cursor),
            why,
            anchor: question.and_then(|question| why::anchor(self, question)),
            selected: look.selected.and_then(|selected| identity::selected(self, selected)),
            pulled: look.grasp.and_then(|grasp| delays::grasped(self, grasp)),
        }
    }

    /// The line of code at which whoever runs stands.
    fn code_line(&self, moment: u32) -> &str {
        let place = self.latest(moment).and_then(|event| self.place(self.lanes.of(event.actor), moment));
        place.map_or("", |place| self.source.whole_line(place))
    }

    /// The last moment.
    pub(crate) fn end(&self) -> u32 {
        size(self.trace.events.len())
    }

    pub(crate) fn event(&self, index: u32) -> Option<Event> {
        self.recent.get(&self.trace.events, index)
    }

    /// The event that has just happened at a moment.
    pub(crate) fn latest(&self, moment: u32) -> Option<Event> {
        self.event(moment.checked_sub(1)?)
    }

    /// What is said about the line of what has just happened.
    fn note(&self, moment: u32) -> Option<&str> {
        self.notes.about(self.source.line(self.latest(moment)?.place)?)
    }

    /// The virtual time of a moment.
    pub(crate) fn ns(&self, moment: u32) -> i64 {
        moment_ns(&self.trace, moment)
    }

    /// The lane on which what somebody does is shown.
    pub(crate) fn lane(&self, actor: Actor) -> Lane {
        self.lane_at(self.lanes.of(actor))
    }

    pub(crate) fn lane_at(&self, number: u32) -> Lane {
        self.lanes.life(number).map_or(Lane::Thread(0), |life| life.lane)
    }

    /// The coroutine of a lane, such as `work()`; empty for a thread.
    pub(crate) fn code(&self, lane: u32) -> String {
        let code = self.lanes.life(lane).and_then(|life| life.code);
        code.map_or_else(String::new, |code| self.called(code))
    }

    /// What a lane is called.
    pub(crate) fn name(&self, language: interleave_text::Language, lane: u32) -> String {
        match self.lanes.life(lane) {
            Some(&Life { name: Some(name), .. }) => self.trace.text(name).to_owned(),
            Some(&Life { lane: Lane::Thread(number), .. }) => words::thread(language, number),
            _ => String::new(),
        }
    }

    /// The call that a step makes, if the program asked for it.
    pub(crate) fn call(&self, step: StepId) -> Option<CallLife> {
        match self.event(self.steps.get(step)?.begun.get()?)?.what {
            What::Start { call, .. } => self.calls.get(call?),
            _ => None,
        }
    }

    /// Who acts in an event, such as `tick()`: a loop runs callbacks of the library that have no name.
    pub(crate) fn who(&self, language: interleave_text::Language, event: &Event) -> Option<String> {
        match event.actor {
            Actor::Callback(_) => self.call(event.step).map(|call| self.called(call.name)),
            Actor::Task(_) if !self.lanes.is_task(event.actor) => Some(words::housekeeping(language)),
            Actor::Task(_) | Actor::Thread(_) | Actor::Loop(_) => {
                Some(self.name(language, self.lanes.of(event.actor)))
            }
        }
    }

    /// A function's name as that of a call.
    pub(crate) fn called(&self, name: TextId) -> String {
        format!("{}()", self.trace.text(name))
    }

    /// The colour of somebody's lane.
    pub(crate) fn colour(&self, actor: Actor) -> u8 {
        colour(self.lanes.of(actor))
    }

    /// The loop's iteration at a moment, counted from one; 0 before the first.
    pub(crate) fn iteration(&self, moment: u32) -> u64 {
        let begun = self.iterations.partition_point(|index| *index < moment);
        let last = begun.checked_sub(1).and_then(|last| self.event(*self.iterations.get(last)?));
        match last.map(|event| event.what) {
            Some(What::Iteration { number, .. }) => number,
            _ => 0,
        }
    }

    /// Where a lane stands in the text at a moment: the last place of its own.
    pub(crate) fn place(&self, lane: u32, moment: u32) -> Option<Span> {
        Some(self.event(self.lanes.placed(lane, moment)?)?.place)
    }
}

/// The virtual time of a moment; moments after the last one have its time.
pub(crate) fn moment_ns(trace: &Trace, moment: u32) -> i64 {
    moment.checked_sub(1).map_or(0, |index| trace.events.ns(index as usize))
}
