//! Letting go of deep structures without deep recursion: containers give their
//! contents to `discard`, which empties them one after the other.

use std::any::Any;
use std::cell::{Cell, RefCell};

use crate::value::Value;

/// How deep containers may be inside each other before their contents wait.
const DEPTH: u32 = 50;

thread_local! {
    static DEEP: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Drops values, or what else may hold values, in order.
pub(crate) fn discard<T: 'static>(things: impl IntoIterator<Item = T>) {
    let depth = DEEP.get();
    if depth >= DEPTH {
        let things = things.into_iter().map(|thing| -> Box<dyn Any> { Box::new(thing) });
        WAITING.with(|waiting| waiting.borrow_mut().extend(things));
        return;
    }
    DEEP.set(depth + 1);
    things.into_iter().for_each(drop);
    if depth == 0 {
        // When the thread itself ends, nothing waits any more.
        while let Ok(Some(thing)) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()) {
            drop(thing);
        }
    }
    DEEP.set(depth);
}

/// Whether dropping this may drop other things.
pub(crate) fn holds_others(value: &Value) -> bool {
    !matches!(
        value,
        Value::Unset
            | Value::None
            | Value::NotImplemented
            | Value::Ellipsis
            | Value::Bool(_)
            | Value::Int(..)
            | Value::Big(_)
            | Value::Float(..)
            | Value::Complex(_)
            | Value::Str(_)
            | Value::Bytes(_)
            | Value::Range(_)
    )
}
