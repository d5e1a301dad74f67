//! What is worth a second thought in the reader's program: the hints about the last run, and the one question that
//! may be on its way.

use std::rc::Rc;

use interleave_text::Language;

use super::running::Finished;
use crate::engine::protocol::{Advice, Request, RequestId};
use crate::held::Held;

/// The hints about a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Advising {
    /// The program is the reader's own business. The one that everybody finds makes no mistakes, and nothing is
    /// fetched to say so.
    pub(crate) awake: bool,
    /// Are they unfolded?
    pub(crate) open: bool,
    asked: Option<(RequestId, Subject, Rc<Request>)>,
    seen: Option<(Subject, Held<Vec<Advice>>)>,
}

/// What they are about, and for whom.
#[derive(Clone, Debug, PartialEq)]
struct Subject {
    run: RequestId,
    text: Rc<str>,
    language: Language,
}

impl Advising {
    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|(_, _, request)| Rc::clone(request))
    }

    /// The hints, and the text in which they have their places.
    pub(crate) fn found(&self) -> Option<(&Rc<str>, &Held<Vec<Advice>>)> {
        self.seen
            .as_ref()
            .map(|(subject, hints)| (&subject.text, hints))
            .filter(|(_, hints)| !hints.is_empty())
    }

    /// Ask about this run, unless that is known or another answer is awaited.
    pub(super) fn proceed(&mut self, picture: &Finished, language: Language, id: impl FnOnce() -> RequestId) {
        let subject = Subject { run: picture.run, text: Rc::clone(&picture.text), language };
        let is_known = self.seen.as_ref().is_some_and(|(known, _)| *known == subject);
        if !self.awake || self.asked.is_some() || is_known {
            return;
        }
        let (id, run) = (id(), picture.run);
        self.asked = Some((id, subject, Request::Hints { id, run, language }.into()));
    }

    pub(super) fn hear(&mut self, id: RequestId, hints: Vec<Advice>) {
        if let Some((_, subject, _)) = self.asked.take_if(|(asked, ..)| *asked == id) {
            self.seen = Some((subject, hints.into()));
        }
    }

    /// The run is no longer there; another one will be asked about.
    pub(super) fn hear_gone(&mut self, id: RequestId) {
        if let Some((_, subject, _)) = self.asked.take_if(|(asked, ..)| *asked == id) {
            self.seen = Some((subject, Held::default()));
        }
    }

    /// No answer will come.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }
}
