//! Links: one that the page was opened with, and one that its reader has asked for.
//!
//! A program from a link, or of a lesson, is not the reader's own: their draft stays as it is.

use std::rc::Rc;

use interleave_text::Language;
use interleave_views::sight::{Aim, Axis, Lane, Moment};

use crate::engine::protocol::{OpenedLink, Request, RequestId, Shared};
use crate::held::Held;

/// What there is of links.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Linking {
    /// The reader's own program, for when they want it back.
    own: Rc<str>,
    /// The fragment that the program in the editor came from.
    pub(crate) from: Option<Rc<str>>,
    /// That program before the reader changed it.
    pub(crate) original: Option<Rc<str>>,
    /// As the reader has left it on an earlier visit.
    remembered: Option<Rc<str>>,
    asked: Option<(RequestId, Rc<Request>)>,
    /// What is wrong with the link.
    pub(crate) complaint: Option<Rc<str>>,
    /// The text that the editor is to have.
    pub(crate) given: Option<Held<Rc<str>>>,
    /// Where to look, and at whom, when it has run.
    sight: Option<(Option<Aim>, Option<Lane>)>,
    /// The link that was asked for, or why there is none.
    pub(crate) made: Option<Held<Result<String, String>>>,
}

impl Linking {
    /// Nothing but the reader's own program.
    pub(super) fn new(own: Rc<str>) -> Self {
        Self {
            own,
            from: None,
            original: None,
            remembered: None,
            asked: None,
            complaint: None,
            given: None,
            sight: None,
            made: None,
        }
    }

    /// Whether the reader's own program is another than this one.
    pub(crate) fn keeps_other_than(&self, text: &str) -> bool {
        *self.own != *text
    }

    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|(_, request)| Rc::clone(request))
    }

    /// What is in the editor is not the reader's own: a program is about to be opened, and has been left like this.
    pub(super) fn expect(&mut self, from: Option<Rc<str>>, text: Option<Rc<str>>) {
        (self.from, self.remembered) = (from, text);
    }

    /// Open the link with this fragment.
    pub(super) fn open(&mut self, id: RequestId, link: &Rc<str>, language: Language) {
        self.from = Some(Rc::clone(link));
        (self.original, self.complaint, self.sight) = (None, None, None);
        self.asked = Some((id, Request::OpenLink { id, link: String::from(&**link), language }.into()));
    }

    /// Open a lesson, whose address is this. What is to be run: the program, or what the reader has made of it.
    pub(super) fn open_lesson(&mut self, address: Rc<str>, program: Rc<str>) -> Rc<str> {
        let text = self.remembered.take().unwrap_or_else(|| Rc::clone(&program));
        (self.from, self.original) = (Some(address), Some(program));
        (self.asked, self.complaint, self.sight) = (None, None, None);
        self.given = Some(Held::from(Rc::clone(&text)));
        text
    }

    /// This is the reader's own program, unless it came from a link.
    pub(super) fn keep(&mut self, text: &Rc<str>) {
        if self.from.is_none() {
            self.own = Rc::clone(text);
        }
    }

    /// Make a link.
    pub(super) fn make(&mut self, id: RequestId, shared: Shared, language: Language) {
        self.asked = Some((id, Request::MakeLink { id, shared, language }.into()));
    }

    /// A link says this. The text to run: the reader's own if it has none.
    pub(super) fn hear_opened(&mut self, id: RequestId, opened: OpenedLink) -> Option<Rc<str>> {
        self.asked.take_if(|(asked, _)| *asked == id)?;
        let OpenedLink { text, complaint, time_ns, event, selected, .. } = opened;
        let aim = match (time_ns, event.map(Moment)) {
            (Some(ns), Some(moment)) => Some(Aim::Noted { moment, ns }),
            (Some(ns), None) => Some(Aim::Along(Axis::Time, ns)),
            (None, moment) => moment.map(Aim::At),
        };
        self.complaint = complaint.map(Rc::from);
        self.original = text.map(Rc::from);
        let text = match (&self.original, self.remembered.take()) {
            // It is in the editor.
            (Some(_), Some(_)) => return None,
            (Some(text), None) => {
                self.sight = Some((aim, selected));
                Rc::clone(text)
            }
            (None, _) => {
                self.from = None;
                Rc::clone(&self.own)
            }
        };
        self.given = Some(Held::from(Rc::clone(&text)));
        Some(text)
    }

    pub(super) fn hear_made(&mut self, id: RequestId, link: Result<String, String>) {
        if self.asked.take_if(|(asked, _)| *asked == id).is_some() {
            self.made = Some(link.into());
        }
    }

    /// The linked program has run: where to look, and at whom.
    pub(super) fn take_sight(&mut self) -> Option<(Option<Aim>, Option<Lane>)> {
        self.sight.take()
    }

    /// The reader wants their own program back.
    pub(super) fn leave(&mut self) -> Rc<str> {
        (self.from, self.original, self.complaint) = (None, None, None);
        self.given = Some(Held::from(Rc::clone(&self.own)));
        Rc::clone(&self.own)
    }

    /// Another worker does not know what was asked.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }
}
