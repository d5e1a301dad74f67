//! Modules.

use std::rc::Rc;

use super::{Dict, Id};
use crate::value::{Str, Value};

/// A Python module: a name and a namespace.
#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) namespace: Rc<Dict>,
    pub(crate) id: Id,
}

impl Module {
    pub(crate) fn new(name: &Str) -> Self {
        let namespace = Rc::new(Dict::default());
        namespace.set_name("__name__", Value::Str(name.clone()));
        Self { namespace, id: Id::default() }
    }

    /// The name, as its namespace has it.
    pub(crate) fn name(&self) -> Option<Str> {
        match self.namespace.get_name("__name__") {
            Some(Value::Str(name)) => Some(name),
            _ => None,
        }
    }
}
