//! Bytes and bytearrays.

use std::cell::{Ref, RefCell, RefMut};

use super::Id;
use crate::effort;

/// A Python `bytes`, or `bytearray`.
#[derive(Debug)]
pub(crate) struct Bytes {
    bytes: RefCell<Vec<u8>>,
    mutable: bool,
    id: Id,
}

impl Bytes {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        effort::make(bytes.len(), 4);
        Self { bytes: RefCell::new(bytes), mutable: false, id: Id::default() }
    }

    pub(crate) fn array(bytes: Vec<u8>) -> Self {
        effort::make(bytes.len(), 4);
        Self { bytes: RefCell::new(bytes), mutable: true, id: Id::default() }
    }

    pub(crate) fn id(&self) -> &Id {
        &self.id
    }

    /// It is a `bytearray`.
    pub(crate) fn is_array(&self) -> bool {
        self.mutable
    }

    pub(crate) fn get(&self) -> Ref<'_, Vec<u8>> {
        self.bytes.borrow()
    }

    /// For bytearrays.
    pub(crate) fn get_mut(&self) -> RefMut<'_, Vec<u8>> {
        self.bytes.borrow_mut()
    }
}
