//! Tuples, and what named tuples add: a class of their own.

use std::ops::Deref;
use std::rc::Rc;

use super::{Class, Id, trashcan};
use crate::types::types;
use crate::value::Value;

/// A Python `tuple`, or an instance of a subclass without attributes of its own.
#[derive(Debug)]
pub(crate) struct Tuple {
    items: Vec<Value>,
    /// Its class, if that is not `tuple` itself.
    class: Option<Rc<Class>>,
    id: Id,
}

impl Tuple {
    pub(crate) fn new(items: Vec<Value>) -> Self {
        crate::effort::make(items.len(), 0);
        Self { items, class: None, id: Id::default() }
    }

    pub(crate) fn of_class(class: Rc<Class>, items: Vec<Value>) -> Self {
        Self { items, class: Some(class), id: Id::default() }
    }

    pub(crate) fn id(&self) -> &Id {
        &self.id
    }

    pub(crate) fn class(&self) -> &Rc<Class> {
        self.class.as_ref().unwrap_or(&types().tuple)
    }
}

impl Deref for Tuple {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.items
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        if self.items.iter().any(trashcan::holds_others) {
            // From the end, as in CPython.
            trashcan::discard(std::mem::take(&mut self.items).into_iter().rev());
        }
    }
}
