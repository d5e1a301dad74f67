//! How many decimal digits an int may have where it is read or written: `sys.set_int_max_str_digits`.

use std::cell::Cell;

use super::failure::{Failure, Outcome};
use crate::effort;

/// The limit that a program begins with.
pub(crate) const USUAL: usize = 4300;

/// A limit is none, or at least this.
pub(crate) const LEAST: usize = 640;

thread_local! {
    static LIMIT: Cell<usize> = const { Cell::new(USUAL) };
}

/// The limit; 0 is none.
pub(crate) fn limit() -> usize {
    LIMIT.get()
}

pub(crate) fn set_limit(digits: usize) {
    LIMIT.set(digits);
}

/// A run begins.
pub(crate) fn forget() {
    LIMIT.set(USUAL);
}

/// An int of so many bits is going to be written.
pub(super) fn allow_writing(bits: u64) -> Outcome<()> {
    // 3.3219 bits make a digit: what has too many for sure is spared a hopeless conversion.
    let most = limit() as u64 * 333 / 100;
    if limit() > 0 && bits > most { Err(refusal("")) } else { pay_for(bits * 3 / 10) }
}

/// So many digits have been written.
pub(super) fn check_written(digits: usize) -> Outcome<()> {
    if is_within(digits) { Ok(()) } else { Err(refusal("")) }
}

/// So many digits are going to be read.
pub(crate) fn allow_reading(digits: usize) -> Outcome<()> {
    if is_within(digits) {
        pay_for(digits as u64)
    } else {
        Err(refusal(&format!(": value has {digits} digits")))
    }
}

fn is_within(digits: usize) -> bool {
    limit() == 0 || digits <= limit()
}

fn refusal(told: &str) -> Failure {
    let limit = limit();
    Failure::value(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion{told}; use \
         sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// Each word of a number, some nineteen digits, meets each other.
fn pay_for(digits: u64) -> Outcome<()> {
    let words = digits / 19;
    if digits <= USUAL as u64 || effort::can_spend(words * words / 2) {
        Ok(())
    } else {
        Err(Failure::value("this number has too many digits to be read or written"))
    }
}
