//! Hints: when they are asked for, and whose they are.

use interleave_hints::Words;

use super::*;
use crate::engine::protocol::Advice;

fn advice() -> Advice {
    Advice {
        rule: "forgotten-await".into(),
        span: Span::new(0, 4),
        line: 1,
        words: Words { what: "It is never awaited.".into(), instead: "Await it.".into() },
        seen: Vec::new(),
        repaired: Some("repaired".into()),
    }
}

impl Page {
    /// The request for hints, if one is on its way: its number, and the language.
    fn hints_asked(&self) -> Option<(RequestId, Language)> {
        match self.0.advising.request().as_deref() {
            Some(Request::Hints { id, language, .. }) => Some((*id, *language)),
            _ => None,
        }
    }

    /// A page whose reader has typed something that has run.
    fn typed() -> Self {
        let mut page = Self::at_rest();
        page.edit("typed");
        page.ends(outcome());
        page
    }
}

#[test]
fn the_program_that_everybody_finds_is_not_looked_through() {
    assert_eq!(Page::at_rest().hints_asked(), None);
}

#[test]
fn what_was_typed_is_looked_through_once() {
    let mut page = Page::typed();
    let (id, _) = page.hints_asked().expect("hints are asked for");
    page.hear(Response::Hints { id, hints: vec![advice()] });
    let (text, hints) = page.0.advising.found().expect("there is one");
    assert_eq!((&**text, hints.as_slice()), ("typed", [advice()].as_slice()));
    assert_eq!(page.hints_asked(), None, "the answer is known");
    page.act(Action::ChooseLanguage(Language::SimplifiedChinese));
    assert_eq!(page.hints_asked().map(|(_, language)| language), Some(Language::SimplifiedChinese));
}

#[test]
fn what_is_gone_is_no_hint_and_is_not_asked_for_again() {
    let mut page = Page::typed();
    let (id, _) = page.hints_asked().expect("hints are asked for");
    page.hear(Response::Gone { id });
    assert_eq!((page.hints_asked(), page.0.advising.found().is_none()), (None, true));
}

#[test]
fn a_repaired_program_is_compared_without_changing_ones_own() {
    let mut page = Page::typed();
    page.act(Action::CompareWith("repaired".into()));
    assert_eq!((&*page.0.comparing.kept, &*page.0.text), ("repaired", "typed"));
    let against = |page: &Page| match page.0.comparing.request().as_deref() {
        Some(Request::Compare { against, .. }) => Some(*against),
        _ => None,
    };
    assert_eq!(against(&page), Some(Against::Repaired));
    assert!(page.0.looking.wish.panels.comparison);
}
