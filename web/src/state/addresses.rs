//! What the page's address asks for: a link's program, a lesson, or the list of them; and how a page opens for it.

use std::rc::Rc;

use interleave_text::Language;

use super::course::{self, Fetched, Sheet};
use super::{Comparing, Linking, State};
use crate::theme::Theme;

/// What the page's address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// The program in this fragment.
    Link(Rc<str>),
    /// A lesson or their list, in this language.
    Lessons(Language, Sheet),
}

impl Address {
    /// Under which name the program of it is kept.
    pub(crate) fn key(&self) -> Option<Rc<str>> {
        match self {
            Self::Link(link) => Some(Rc::clone(link)),
            Self::Lessons(_, Sheet::Lesson(slug)) => Some(course::key(slug)),
            Self::Lessons(_, Sheet::List) => None,
        }
    }
}

impl State {
    /// The page as an address opens it. `text`: as the reader has left its program on an earlier visit.
    pub(crate) fn addressed(
        language: Language,
        theme: Theme,
        own: &str,
        (address, text): (Address, Option<Rc<str>>),
    ) -> Self {
        if let Address::Lessons(_, Sheet::List) = address {
            let mut state = Self::new(language, theme, own);
            state.course.open(Sheet::List);
            return state;
        }
        let mut state = Self::new(language, theme, text.as_deref().unwrap_or_default());
        if text.is_none() {
            state.running.under_way = None;
        }
        state.linking = Linking::new(own.into());
        state.linking.expect(address.key(), text);
        match address {
            Address::Link(link) => state.open_link(&link),
            Address::Lessons(_, lesson) => state.course.open(lesson),
        }
        state
    }

    /// A lesson has come: its program is run, unless the reader has it before them.
    pub(super) fn hear_lesson(&mut self, sheet: &Sheet, fetched: Fetched) {
        let is_missing = fetched == Fetched::Missing;
        if self.course.hear(sheet, fetched)
            && let Some(leaf) = self.course.leaf()
        {
            let text = self.linking.open_lesson(course::key(&leaf.slug), leaf.program.as_str().into());
            self.comparing = Comparing::new(&text);
            self.edit(text);
        } else if is_missing && self.text.is_empty() {
            // The page was opened for it, and shows nothing yet.
            let own = self.linking.leave();
            self.edit(own);
        }
    }
}
