//! How edits are tested: a text in which the step or the literal is marked «so», and the text after the edit.

use interleave_text::Span;

use crate::{Command, Program, Refusal};

/// The text without its marks, and what was between them.
fn marked(text: &str) -> (String, Span) {
    let (start, rest) = text.split_once('«').expect("the beginning is marked");
    let (inside, after) = rest.split_once('»').expect("the end is marked");
    let place = |length: usize| u32::try_from(length).expect("tests are short");
    let span = Span::new(place(start.len()), place(start.len() + inside.len()));
    (format!("{start}{inside}{after}"), span)
}

pub(crate) fn check(command: impl Fn(Span) -> Command, before: &str, after: &str) {
    let (text, span) = marked(before);
    let program = Program::read(&text).expect("it is a program");
    let edit = program.edit(&command(span)).expect("it can be changed");
    let changed = edit.apply(&text).expect("the edit fits");
    assert_eq!(changed, after);
    let back = edit.inverse(&text).and_then(|back| back.apply(&changed));
    assert_eq!(back.as_deref(), Some(&*text), "an edit can be taken back");
}

pub(crate) fn refused(command: impl Fn(Span) -> Command, before: &str, why: &Refusal) {
    let (text, span) = marked(before);
    let program = Program::read(&text).expect("it is a program");
    assert_eq!(program.edit(&command(span)).as_ref(), Err(why));
}
