//! What CPython's compiler refuses in a program that its parser accepts.
//!
//! As there, names come first ([`symbols`]), for the whole program, then what a
//! statement may do where it stands ([`places`], [`matches`]).

mod matches;
mod places;
mod symbols;

use crate::error::Mistake;
use crate::tree::Module;

type Checked = Result<(), Mistake>;

pub(crate) fn check(module: &Module) -> Checked {
    symbols::check(module)?;
    places::check(module)
}
