//! What natives spend on work that one instruction cannot stand for: long texts and lists, large
//! numbers, patterns. They say so here, where they do it; the machine takes it to its account of
//! instructions when they have ended (`vm::pause`).

use std::cell::Cell;

thread_local! {
    static SPENT: Cell<u64> = const { Cell::new(0) };
    /// What may still be spent, as of the last look at the limits.
    static LEFT: Cell<u64> = const { Cell::new(u64::MAX) };
    static REFUSED: Cell<Option<Refused>> = const { Cell::new(None) };
}

/// Below this, an instruction stands for it.
const SMALL: u64 = 256;

/// What has fewer items, or bytes, is made by the instruction that makes it.
const FEW: usize = 256;

/// So much is not even begun: nobody can interrupt it, and it would be some seconds.
const ENDLESS: u64 = 200_000_000;

/// What goes through things inside things leaves the rest to the program's stack, which can be
/// interrupted, when it has spent so much.
const PATIENCE: u64 = 5_000_000;

/// Work that was not done, or not to its end: the run stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// A pattern tries too many ways to match.
    Pattern,
    /// An operation on large numbers.
    Numbers,
}

/// So much was done, counted in simple instructions.
#[inline]
pub(crate) fn spend(work: u64) {
    SPENT.set(SPENT.get().saturating_add(work));
}

/// So many items, or bytes of which `1 << shift` cost as much as an instruction, were gone through.
#[inline]
pub(crate) fn spend_length(length: usize, shift: u32) {
    spend(u64::try_from(length).unwrap_or(u64::MAX) >> shift);
}

/// A value was made that has so many items, or bytes of which `1 << shift` cost as much as an instruction.
#[inline]
pub(crate) fn make(length: usize, shift: u32) {
    if length >= FEW {
        spend_length(length, shift);
    }
}

/// Whether the native that runs has spent so much that what is inside should be asked one by one.
pub(crate) fn is_long() -> bool {
    SPENT.get() > PATIENCE
}

/// So much is going to be done. False if that is too much: the run stops, whatever is answered.
pub(crate) fn can_spend(work: u64) -> bool {
    if work > ENDLESS {
        refuse(Refused::Numbers);
        return false;
    }
    spend(work);
    work <= LEFT.get()
}

/// So much may still be spent.
pub(crate) fn allow(left: u64) {
    LEFT.set(left);
}

/// The run stops, whatever is answered.
pub(crate) fn refuse(refused: Refused) {
    REFUSED.set(Some(refused));
    spend(SMALL);
}

/// Takes what was spent since the last time, if it is worth the mention.
#[inline]
pub(crate) fn take() -> Option<(u64, Option<Refused>)> {
    let spent = SPENT.get();
    if spent == 0 {
        return None;
    }
    SPENT.set(0);
    (spent >= SMALL).then(|| (spent, REFUSED.take()))
}

/// A run begins.
pub(crate) fn forget() {
    SPENT.set(0);
    REFUSED.set(None);
}
