//! Which run is under way, which was the last, and which one is looked at.

use std::rc::Rc;

use interleave_text::Language;
use interleave_views::sight::Overview;

use super::pulling::Wanted;
use crate::engine::protocol::{Foresight, Outcome, Request, RequestId};

/// What a program may do while its author types, before the page asks.
pub(super) const FUEL_WHILE_TYPING: u64 = 20_000_000;

/// Runs, from the page's side.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Running {
    pub(crate) under_way: Option<UnderWay>,
    /// The run that ended last.
    pub(crate) latest: Option<Rc<Finished>>,
    /// The last one that began at all: what there is to be seen.
    pub(crate) picture: Option<Rc<Finished>>,
}

/// A run that has not been heard to end.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct UnderWay {
    pub(crate) id: RequestId,
    pub(crate) text: Rc<str>,
    pub(crate) purpose: Purpose,
    pub(crate) phase: Phase,
    /// It takes so long that the page says so.
    pub(crate) lasts: bool,
    pub(crate) progress: Option<Progress>,
    /// What the worker is asked.
    pub(crate) request: Rc<Request>,
}

/// Why a program is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It was typed.
    Typed,
    /// The reader said: run.
    Asked,
    /// A new worker does not know the run that is looked at, which took so many
    /// instructions.
    Revival(u64),
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Going,
    /// It has used up its fuel.
    Paused,
    /// The reader lets it go on.
    GoingOn,
    /// The reader has had enough.
    Stopping,
    /// It has stopped, and its story is being read.
    Stopped,
}

/// What a run has done so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) instructions: u64,
    pub(crate) now_ns: i64,
}

/// A run that has ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finished {
    pub(crate) run: RequestId,
    pub(crate) text: Rc<str>,
    pub(crate) outcome: Outcome,
    pub(crate) overview: Overview,
}

impl Finished {
    /// A program with a mistake in its grammar never begins.
    pub(crate) fn began(&self) -> bool {
        self.outcome.instructions > 0 || self.outcome.problem.is_none()
    }
}

impl UnderWay {
    fn new(id: RequestId, text: Rc<str>, purpose: Purpose, request: Rc<Request>) -> Self {
        Self { id, text, purpose, phase: Phase::Going, lasts: false, progress: None, request }
    }

    /// What else the worker is to be told about this run.
    pub(crate) fn word(&self) -> Option<Request> {
        match self.phase {
            Phase::Going | Phase::Paused | Phase::Stopped => None,
            Phase::GoingOn => Some(Request::GoOn { id: self.id }),
            Phase::Stopping => Some(Request::Stop { id: self.id }),
        }
    }
}

impl Running {
    /// Begin a run, instead of the one under way.
    pub(super) fn begin(
        &mut self,
        id: RequestId,
        text: Rc<str>,
        purpose: Purpose,
        language: Language,
        foresight: Option<Box<Foresight>>,
    ) {
        let fuel = match purpose {
            Purpose::Typed => Some(FUEL_WHILE_TYPING),
            Purpose::Asked => None,
            Purpose::Revival(instructions) => Some(instructions),
        };
        let (program, stdin) = (String::from(&*text), String::new());
        let request = Request::Run { id, text: program, stdin, seed: None, fuel, language, foresight }.into();
        self.under_way = Some(UnderWay::new(id, text, purpose, request));
    }

    /// Begin the run that a pull asks for. Which text it is of is known when it is over.
    pub(super) fn begin_pull(
        &mut self,
        text: Rc<str>,
        pull: Wanted,
        language: Language,
        foresight: Option<Box<Foresight>>,
    ) {
        let Wanted { id, grip, literal, length_ns } = pull;
        let fuel = Some(FUEL_WHILE_TYPING);
        let request = Request::Pull { id, grip, literal, length_ns, fuel, language, foresight }.into();
        self.under_way = Some(UnderWay::new(id, text, Purpose::Typed, request));
    }

    /// The run under way is of another text, if it is this one.
    pub(super) fn learn_text(&mut self, id: RequestId, text: &Rc<str>) -> bool {
        self.this(id).map(|run| run.text = Rc::clone(text)).is_some()
    }

    /// The run under way, if it is this one.
    fn this(&mut self, id: RequestId) -> Option<&mut UnderWay> {
        self.under_way.as_mut().filter(|run| run.id == id)
    }

    /// A run takes long.
    pub(super) fn last(&mut self, id: RequestId) {
        if let Some(run) = self.this(id) {
            run.lasts = true;
        }
    }

    pub(super) fn hear_progress(&mut self, id: RequestId, progress: Progress) {
        if let Some(run) = self.this(id) {
            run.progress = Some(progress);
        }
    }

    pub(super) fn hear_pause(&mut self, id: RequestId) {
        if let Some(run) = self.this(id)
            && run.phase == Phase::Going
        {
            // What is revived was stopped here before.
            run.phase = match run.purpose {
                Purpose::Typed | Purpose::Asked => Phase::Paused,
                Purpose::Revival(_) => Phase::Stopping,
            };
        }
    }

    pub(super) fn hear_stop(&mut self, id: RequestId) {
        if let Some(run) = self.this(id) {
            run.phase = Phase::Stopped;
        }
    }

    /// A run is over; its purpose, if it was the one under way.
    pub(super) fn hear_end(
        &mut self,
        id: RequestId,
        outcome: Outcome,
        overview: Overview,
    ) -> Option<Purpose> {
        let ended = self.under_way.take_if(|run| run.id == id)?;
        let finished = Rc::new(Finished { run: id, text: ended.text, outcome, overview });
        if finished.began() {
            self.picture = Some(Rc::clone(&finished));
        }
        // A run that is repeated for its picture says nothing new of the program.
        if !matches!(ended.purpose, Purpose::Revival(_)) || self.latest.is_none() {
            self.latest = Some(finished);
        }
        Some(ended.purpose)
    }

    /// The worker does not have the run under way.
    pub(super) fn hear_gone(&mut self, id: RequestId) {
        self.under_way.take_if(|run| run.id == id);
    }

    pub(super) fn go_on(&mut self) {
        if let Some(run) = &mut self.under_way
            && run.phase == Phase::Paused
        {
            run.phase = Phase::GoingOn;
        }
    }

    pub(super) fn stop(&mut self) {
        if let Some(run) = &mut self.under_way
            && run.phase != Phase::Stopped
        {
            run.phase = Phase::Stopping;
        }
    }

    /// Whether the reader waits for this run to stop.
    pub(super) fn is_stopping(&self, id: RequestId) -> bool {
        self.under_way.as_ref().is_some_and(|run| run.id == id && run.phase == Phase::Stopping)
    }
}
