//! Tracebacks as CPython 3.13 prints them: frames with their lines and marks, chains of causes and contexts,
//! groups as trees, notes, and what is suggested for mistaken names.
//!
//! Nothing here runs the program's code. Texts that need it (`__str__` in Python) are made by the prelude's
//! `format_exception`, which then hands them to [`render::exception`].

mod excerpt;
pub(crate) mod frames;
pub(crate) mod lines;
pub(crate) mod natives;
pub(crate) mod render;
mod suggestions;
pub(crate) mod syntax;
mod unraisable;
mod width;

use std::rc::Rc;

use crate::object::{Exception, Traceback};
use crate::vm::native::Context;

pub(crate) use suggestions::{NamesThere, remember};

/// The first line of a traceback, from this one on, that is shown.
pub(crate) fn visible(mut line: Option<Rc<Traceback>>) -> Option<Rc<Traceback>> {
    while let Some(here) = line {
        if lines::Line::of(&here.place).is_some() {
            return Some(here);
        }
        line = here.next.borrow().clone();
    }
    None
}

/// The whole text of an exception, if no code of the program's has to run for it.
pub(crate) fn known_text(cx: &mut Context<'_>, exception: &Exception) -> Option<String> {
    let needs_code = render::family(exception).iter().any(|one| crate::builtins::exceptions::text_of(cx, one).is_none());
    (!needs_code).then(|| render::exception(cx, exception, &render::Manner::default(), &[]))
}
