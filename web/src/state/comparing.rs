//! The run that others are compared with, while somebody looks: the last comparison that was
//! told, and the one question that may be on its way.
//!
//! What is kept is a text: runs are reproducible.

use std::rc::Rc;

use interleave_text::Language;
use interleave_views::comparison::{Against, Comparison};

use super::running::{FUEL_WHILE_TYPING, Finished};
use crate::engine::protocol::{Request, RequestId};
use crate::held::Held;

/// How many pixels long the clock is that is asked for; the screen stretches it.
const CLOCK: f32 = 1000.0;

/// Comparisons with the program that is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Comparing {
    pub(crate) kept: Rc<str>,
    against: Against,
    asked: Option<Asked>,
    pub(crate) seen: Option<Rc<Compared>>,
    /// What the worker could not say, as it had something else to do.
    gone: Option<Subject>,
}

#[derive(Clone, Debug, PartialEq)]
struct Asked {
    id: RequestId,
    subject: Subject,
    request: Rc<Request>,
}

/// What is compared, and for whom.
#[derive(Clone, Debug, PartialEq)]
struct Subject {
    kept: Rc<str>,
    against: Against,
    run: RequestId,
    language: Language,
}

/// What a comparison came to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Compared {
    subject: Subject,
    /// Nothing if the program that is kept cannot begin.
    pub(crate) comparison: Option<Held<Comparison>>,
}

impl Comparing {
    pub(super) fn new(kept: &Rc<str>) -> Self {
        Self { kept: Rc::clone(kept), against: Against::Earlier, asked: None, seen: None, gone: None }
    }

    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|asked| Rc::clone(&asked.request))
    }

    pub(super) fn is_idle(&self) -> bool {
        self.asked.is_none()
    }

    /// From now on runs are compared with this program's.
    pub(super) fn keep(&mut self, against: Against, text: &Rc<str>) {
        (self.against, self.kept) = (against, Rc::clone(text));
    }

    /// Ask about this run, unless the answer is known or another is awaited.
    pub(super) fn proceed(&mut self, picture: &Finished, language: Language, id: impl FnOnce() -> RequestId) {
        let against = self.against;
        let subject = Subject { kept: Rc::clone(&self.kept), against, run: picture.run, language };
        let is_known = self.seen.as_ref().is_some_and(|seen| seen.subject == subject);
        let is_answered = is_known || self.gone.as_ref() == Some(&subject);
        if self.asked.is_some() || is_answered || picture.text == self.kept {
            return;
        }
        let (id, text) = (id(), String::from(&*self.kept));
        let (run, fuel, width) = (picture.run, FUEL_WHILE_TYPING, CLOCK);
        let request = Request::Compare { id, run, text, against, fuel, language, width }.into();
        self.asked = Some(Asked { id, subject, request });
    }

    pub(super) fn hear(&mut self, id: RequestId, comparison: Option<Comparison>) {
        if let Some(Asked { subject, .. }) = self.asked.take_if(|asked| asked.id == id) {
            self.seen = Some(Rc::new(Compared { subject, comparison: comparison.map(Held::from) }));
        }
    }

    pub(super) fn hear_gone(&mut self, id: RequestId) {
        if let Some(Asked { subject, .. }) = self.asked.take_if(|asked| asked.id == id) {
            self.gone = Some(subject);
        }
    }

    /// The worker has time again.
    pub(super) fn hear_end(&mut self) {
        self.gone = None;
    }

    /// No answer will come.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }
}
