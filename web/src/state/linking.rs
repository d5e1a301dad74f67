//! Links: one that the page was opened with, and one that its reader has asked for.
//!
//! A program from a link is not the reader's own: their draft stays as it is.

use std::rc::Rc;

use interleave_text::Language;
use interleave_views::sight::Lane;

use crate::engine::protocol::{OpenedLink, Request, RequestId, Shared};
use crate::held::Held;

/// What there is of links.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Linking {
    /// The reader's own program, for when they want it back.
    own: Rc<str>,
    /// The fragment that the program in the editor came from.
    pub(crate) from: Option<Rc<str>>,
    asked: Option<(RequestId, Rc<Request>)>,
    /// What is wrong with the link.
    pub(crate) complaint: Option<Rc<str>>,
    /// The text that the editor is to have.
    pub(crate) given: Option<Held<Rc<str>>>,
    /// Where to look, and at whom, when it has run.
    sight: Option<(Option<i64>, Option<Lane>)>,
    /// The link that was asked for, or why there is none.
    pub(crate) made: Option<Held<Result<String, String>>>,
}

impl Linking {
    /// Nothing but the reader's own program.
    pub(super) fn new(own: Rc<str>) -> Self {
        Self { own, from: None, asked: None, complaint: None, given: None, sight: None, made: None }
    }

    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|(_, request)| Rc::clone(request))
    }

    /// Open the link with this fragment; `text` if it was opened before, and changed since.
    pub(super) fn open(&mut self, id: RequestId, link: &Rc<str>, text: Option<&Rc<str>>, language: Language) {
        self.from = Some(Rc::clone(link));
        (self.complaint, self.sight) = (None, None);
        self.asked = text.is_none().then(|| {
            let request = Request::OpenLink { id, link: String::from(&**link), language };
            (id, request.into())
        });
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
        let OpenedLink { text, complaint, time_ns, selected, language: _ } = opened;
        self.complaint = complaint.map(Rc::from);
        let text = match text {
            Some(text) => {
                self.sight = Some((time_ns, selected));
                Rc::from(text)
            }
            None => {
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
    pub(super) fn take_sight(&mut self) -> Option<(Option<i64>, Option<Lane>)> {
        self.sight.take()
    }

    /// The reader wants their own program back.
    pub(super) fn leave(&mut self) -> Rc<str> {
        (self.from, self.complaint) = (None, None);
        self.given = Some(Held::from(Rc::clone(&self.own)));
        Rc::clone(&self.own)
    }

    /// Another worker does not know what was asked.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }
}
