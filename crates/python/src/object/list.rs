//! Lists.

use std::cell::{Ref, RefCell, RefMut};

use super::{Id, trashcan};
use crate::effort;
use crate::value::Value;

/// A Python `list`.
#[derive(Debug, Default)]
pub(crate) struct List {
    items: RefCell<Vec<Value>>,
    id: Id,
}

impl List {
    pub(crate) fn new(items: Vec<Value>) -> Self {
        effort::make(items.len(), 0);
        Self { items: RefCell::new(items), id: Id::default() }
    }

    pub(crate) fn id(&self) -> &Id {
        &self.id
    }

    pub(crate) fn items(&self) -> Ref<'_, Vec<Value>> {
        self.items.borrow()
    }

    /// To change the list. A value taken out is dropped only after the borrow has ended.
    pub(crate) fn items_mut(&self) -> RefMut<'_, Vec<Value>> {
        self.items.borrow_mut()
    }

    pub(crate) fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    pub(crate) fn push(&self, value: Value) {
        self.items.borrow_mut().push(value);
    }

    /// The items, copied.
    pub(crate) fn to_vec(&self) -> Vec<Value> {
        let items = self.items.borrow().clone();
        effort::make(items.len(), 0);
        items
    }

    /// Takes everything out.
    pub(crate) fn take(&self) -> Vec<Value> {
        self.items.take()
    }
}

impl Drop for List {
    fn drop(&mut self) {
        let items = self.items.get_mut();
        if items.iter().any(trashcan::holds_others) {
            // From the end, as in CPython.
            trashcan::discard(std::mem::take(items).into_iter().rev());
        }
    }
}
