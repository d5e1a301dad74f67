//! What has died and still has something to say: objects with `__del__`, suspended generators, coroutines that were
//! never awaited, tasks and futures. They wait here until the instruction that let go of them is over; `vm::finalize`
//! then runs what has to run.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use interleave_trace::FutureId;

use super::attributes::special;
use super::native::Call;
use crate::object::{Generator, Instance};
use crate::types::names;
use crate::value::Value;

/// Something that is not quite gone.
pub(crate) enum Grave {
    /// It has a `__del__`.
    Instance(Instance),
    Generator(Generator),
    /// A coroutine that somebody holds, and that ends all the same.
    Ending(Rc<Generator>),
    /// A step of an asynchronous generator's, by its method's name.
    NeverAwaited(&'static str, Rc<Generator>),
    /// A future or task, which the event loop buries.
    Future(FutureId),
    /// Something is to be called because of a death: a weak reference's callback, a report.
    Call(Box<Call>),
}

/// Who waits, the longest first, each with where it died, if that is not where the program is.
type Row = VecDeque<(Grave, Value)>;

thread_local! {
    static ANY: Cell<bool> = const { Cell::new(false) };
    /// A run is going on: the dead still have their say.
    static OPEN: Cell<bool> = const { Cell::new(false) };
    static GRAVES: RefCell<Row> = const { RefCell::new(VecDeque::new()) };
    /// Those that wait until the last words which are being said have ended: for each speaker, where that died, and who
    /// waits.
    static HELD: RefCell<Vec<(Value, Row)>> = const { RefCell::new(Vec::new()) };
    /// So many speakers have ended, and their rows have not joined in yet.
    static RELEASED: Cell<usize> = const { Cell::new(0) };
}

/// A run begins.
pub(crate) fn open() {
    close();
    OPEN.set(true);
}

/// A run is over: whatever dies from now on dies in silence.
pub(crate) fn close() {
    OPEN.set(false);
    ANY.set(false);
    RELEASED.set(0);
    let left = (GRAVES.with(RefCell::take), HELD.with(RefCell::take));
    drop(left);
}

/// Whether the dead are listened to.
pub(crate) fn is_open() -> bool {
    OPEN.get()
}

pub(crate) fn finalize(instance: Instance) {
    push(Grave::Instance(instance));
}

pub(crate) fn abandon(generator: Generator) {
    push(Grave::Generator(generator));
}

/// A thing ends, whoever holds it: it has its last words now, and only now.
pub(crate) fn end(value: &Value) {
    match value {
        Value::Generator(generator) => push(Grave::Ending(generator.clone())),
        Value::Instance(instance) if !instance.finalized.get() => {
            if let Some(function) = special(value, &names().del) {
                instance.finalized.set(true);
                push(Grave::Call(Box::new(Call { function, arguments: Vec::new(), names: Vec::new() })));
            }
        }
        _ => {}
    }
}

/// Lays something there.
pub(crate) fn push(grave: Grave) {
    ANY.set(true);
    GRAVES.with(|graves| graves.borrow_mut().push_back((grave, Value::None)));
}

/// Says of those whose place is not known yet that they have died here: file, line, globals.
/// The place is asked for only if there is somebody, which is rare.
pub(crate) fn died_at(place: impl FnOnce() -> Value) {
    GRAVES.with(|graves| {
        let mut graves = graves.borrow_mut();
        let mut unknown = graves.iter_mut().map(|(_, known)| known).filter(|known| known.is_none());
        if let Some(first) = unknown.next() {
            *first = place();
            unknown.for_each(|known| known.clone_from(first));
        }
    });
}

/// Somebody who died there says last words: who waits behind has its turn when they have ended.
pub(crate) fn hold(place: Value) {
    let waiting = GRAVES.with(RefCell::take);
    HELD.with(|held| held.borrow_mut().push((place, waiting)));
    ANY.set(false);
}

/// The last words have ended: who waits has its turn after those who have died with what was called.
pub(crate) fn release() {
    RELEASED.set(RELEASED.get() + 1);
    stir();
}

/// Who has waited joins in, now that all are here who died with the speaker, and in the same place.
pub(crate) fn join_in() {
    for _ in 0..RELEASED.take() {
        let Some((place, mut waiting)) = HELD.with(|held| held.borrow_mut().pop()) else { return };
        if !place.is_none() {
            died_at(|| place);
        }
        GRAVES.with(|graves| graves.borrow_mut().append(&mut waiting));
    }
}

/// The event loop may have something to bury.
pub(crate) fn stir() {
    ANY.set(true);
}

/// Whether anything waits.
#[inline]
pub(crate) fn any() -> bool {
    ANY.get()
}

/// The one that has waited longest, and where it died if that is not where the program is now.
pub(crate) fn next() -> Option<(Grave, Value)> {
    let grave = GRAVES.with(|graves| graves.borrow_mut().pop_front());
    if grave.is_none() {
        ANY.set(false);
    }
    grave
}
