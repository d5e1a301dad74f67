//! Writes the trace, if one is wanted. With none wanted, each event costs one test.

use interleave_trace::{Actor, Event, Span, StepId, TextId, ThreadId, Trace, What};

use crate::program::Code;
use crate::vocabulary::Vocabulary;

pub(crate) struct Recorder {
    trace: Option<Box<Writing>>,
    /// Steps that have begun.
    steps: u32,
    /// The one that is running, which may be an older one that was set aside.
    pub(crate) step: StepId,
    pub(crate) actor: Actor,
    pub(crate) place: Span,
}

struct Writing {
    trace: Trace,
    vocabulary: Vocabulary,
    most: usize,
    /// The time of the last event.
    latest_ns: i64,
    /// Events after which no more lines are kept.
    most_with_lines: usize,
}

impl Recorder {
    pub(crate) fn off() -> Self {
        Self {
            trace: None,
            steps: 0,
            step: StepId(0),
            actor: Actor::Thread(ThreadId(0)),
            place: Span::default(),
        }
    }

    pub(crate) fn on(most: usize, most_with_lines: usize) -> Self {
        let writing = Writing {
            trace: Trace::default(),
            vocabulary: Vocabulary::default(),
            most,
            latest_ns: 0,
            most_with_lines,
        };
        Self { trace: Some(Box::new(writing)), ..Self::off() }
    }

    pub(crate) fn is_on(&self) -> bool {
        self.trace.is_some()
    }

    pub(crate) fn take(&mut self) -> Option<Trace> {
        self.trace.take().map(|writing| writing.trace)
    }

    /// Nothing can ever go on.
    pub(crate) fn stuck(&mut self) {
        if let Some(writing) = &mut self.trace {
            writing.trace.stuck = true;
        }
    }

    /// A new step begins; its number is given out even if nobody writes.
    pub(crate) fn begin_step(&mut self, actor: Actor) {
        self.steps = self.steps.wrapping_add(1);
        self.step = StepId(self.steps);
        self.actor = actor;
        self.place = Span::default();
    }

    #[inline]
    pub(crate) fn note(&mut self, ns: i64, what: impl FnOnce() -> What) {
        if let Some(writing) = &mut self.trace {
            writing.push(Event { step: self.step, actor: self.actor, ns, place: self.place, what: what() });
        }
    }

    /// Unless the record has become too long for lines; whether there is room for more.
    pub(crate) fn note_line(&mut self, ns: i64, place: Span) -> bool {
        let Some(writing) = &mut self.trace else { return false };
        let has_room = writing.trace.events.len() < writing.most_with_lines;
        if has_room {
            writing.push(Event { step: self.step, actor: self.actor, ns, place, what: What::Line });
        }
        has_room
    }

    /// Events written so far.
    pub(crate) fn len(&self) -> usize {
        self.trace.as_ref().map_or(0, |writing| writing.trace.events.len())
    }

    /// The words as the trace knows them; 0 if nobody writes.
    pub(crate) fn intern(&mut self, text: &str) -> TextId {
        let Some(Writing { trace, vocabulary, .. }) = self.trace.as_deref_mut() else { return TextId(0) };
        vocabulary.intern(trace, text)
    }

    /// The name of a code and where it is defined, likewise.
    pub(crate) fn intern_code(&mut self, code: Code) -> TextId {
        let Some(Writing { trace, vocabulary, .. }) = self.trace.as_deref_mut() else { return TextId(0) };
        vocabulary.intern_code(trace, code)
    }

    pub(crate) fn note_text(&mut self, ns: i64, text: &str, what: impl FnOnce(TextId) -> What) {
        if let Some(writing) = &mut self.trace {
            let id = writing.vocabulary.intern(&mut writing.trace, text);
            writing.push(Event { step: self.step, actor: self.actor, ns, place: self.place, what: what(id) });
        }
    }
}

impl Writing {
    fn push(&mut self, mut event: Event) {
        // Processes that compute at the same time may be ahead of each other by a little.
        self.latest_ns = self.latest_ns.max(event.ns);
        event.ns = self.latest_ns;
        if self.trace.events.len() < self.most {
            self.trace.events.push(event);
        } else {
            self.trace.left_out += 1;
        }
    }
}
