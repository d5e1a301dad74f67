//! Writes the trace, if one is wanted. With none wanted, each event costs one test.

use std::collections::BTreeMap;

use interleave_trace::{Actor, Event, Span, StepId, TextId, ThreadId, Trace, What};

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
    texts: BTreeMap<String, TextId>,
    most: usize,
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

    pub(crate) fn on(most: usize) -> Self {
        let writing = Writing { trace: Trace::default(), texts: BTreeMap::new(), most };
        Self { trace: Some(Box::new(writing)), ..Self::off() }
    }

    pub(crate) fn is_on(&self) -> bool {
        self.trace.is_some()
    }

    pub(crate) fn take(&mut self) -> Option<Trace> {
        self.trace.take().map(|writing| writing.trace)
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

    pub(crate) fn note_text(&mut self, ns: i64, text: &str, what: impl FnOnce(TextId) -> What) {
        if let Some(writing) = &mut self.trace {
            let id = writing.intern(text);
            writing.push(Event { step: self.step, actor: self.actor, ns, place: self.place, what: what(id) });
        }
    }
}

impl Writing {
    fn push(&mut self, event: Event) {
        if self.trace.events.len() < self.most {
            self.trace.events.push(event);
        } else {
            self.trace.left_out += 1;
        }
    }

    fn intern(&mut self, text: &str) -> TextId {
        if let Some(id) = self.texts.get(text) {
            return *id;
        }
        let id = TextId(u32::try_from(self.trace.texts.len()).unwrap_or(u32::MAX));
        self.trace.texts.push(text.to_owned());
        self.texts.insert(text.to_owned(), id);
        id
    }
}
