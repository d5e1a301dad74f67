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
#[cfg(test)]
mod tests;
mod unraisable;
mod width;

use std::rc::Rc;

use crate::object::Traceback;

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
