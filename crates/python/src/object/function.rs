//! Functions: compiled ones, native ones, bound methods, and the cells of closures.

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;
use std::rc::Rc;

use super::{Dict, Id, Tuple, trashcan};
use crate::code::Code;
use crate::value::{Str, Value};
use crate::vm::native::{Answer, Arguments, Context};

/// A variable that functions share.
#[derive(Debug, Default)]
pub(crate) struct CellObject {
    pub(crate) value: RefCell<Value>,
    pub(crate) id: Id,
}

impl CellObject {
    pub(crate) fn new(value: Value) -> Self {
        Self { value: RefCell::new(value), id: Id::default() }
    }

    pub(crate) fn get(&self) -> Value {
        self.value.borrow().clone()
    }

    /// Gives what it held.
    pub(crate) fn set(&self, value: Value) -> Value {
        self.value.replace(value)
    }
}

impl Drop for CellObject {
    fn drop(&mut self) {
        trashcan::discard([std::mem::take(self.value.get_mut())]);
    }
}

/// A function of Python code.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) code: Rc<Code>,
    pub(crate) globals: Rc<Dict>,
    pub(crate) closure: Box<[Rc<CellObject>]>,
    /// For the last positional parameters.
    pub(crate) defaults: RefCell<Option<Rc<Tuple>>>,
    pub(crate) keyword_defaults: RefCell<Option<Rc<Dict>>>,
    pub(crate) annotations: RefCell<Option<Rc<Dict>>>,
    pub(crate) name: RefCell<Str>,
    pub(crate) qualname: RefCell<Str>,
    /// `__doc__`, `__module__`, and what else is set.
    pub(crate) attributes: OnceCell<Rc<Dict>>,
    /// Its generators can be awaited: `types.coroutine`.
    pub(crate) awaitable: Cell<bool>,
    pub(crate) id: Id,
}

impl Drop for Function {
    fn drop(&mut self) {
        let cells = std::mem::take(&mut self.closure);
        let defaults = self.defaults.get_mut().take();
        let attributes = self.attributes.take();
        trashcan::discard(
            cells
                .into_iter()
                .map(Value::Cell)
                .chain(defaults.map(Value::Tuple))
                .chain(attributes.map(Value::Dict)),
        );
    }
}

/// What a native function is written as.
pub(crate) type NativeCall = fn(&mut Context<'_>, Arguments<'_>) -> Answer;

/// A function of the machine's.
pub(crate) struct NativeFunction {
    pub(crate) name: Str,
    pub(crate) home: Home,
    pub(crate) call: NativeCall,
    /// It is a method of a builtin class: it binds to the object that it is looked up on.
    pub(crate) is_method: bool,
    /// What the program sees instead, where CPython's library has a function in Python: it is never called.
    pub(crate) face: Option<Rc<Function>>,
    pub(crate) id: Id,
}

/// Where a native function belongs: a module or a class, by its name.
#[derive(Clone)]
pub(crate) enum Home {
    Nowhere,
    Module(Str),
    Class(Str),
}

impl NativeFunction {
    /// `list.append`, or the name alone. Few are ever asked.
    pub(crate) fn qualname(&self) -> Str {
        match &self.home {
            Home::Class(class) => Str::from([class.as_str(), ".", self.name.as_str()].concat()),
            Home::Module(_) | Home::Nowhere => self.name.clone(),
        }
    }

    pub(crate) fn module(&self) -> Option<&Str> {
        match &self.home {
            Home::Module(module) => Some(module),
            Home::Class(_) | Home::Nowhere => None,
        }
    }

    /// The class whose method or attribute this is.
    pub(crate) fn class(&self) -> Option<&Str> {
        match &self.home {
            Home::Class(class) => Some(class),
            Home::Module(_) | Home::Nowhere => None,
        }
    }

    /// It is what a builtin class has under this name.
    pub(crate) fn is_of(&self, class: &str, name: &str) -> bool {
        self.name == name && self.class().is_some_and(|own| own == class)
    }

    pub(crate) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for NativeFunction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "<native {}>", self.qualname())
    }
}

/// A function and the object it was looked up on.
#[derive(Debug)]
pub(crate) struct Method {
    pub(crate) function: Value,
    pub(crate) object: Value,
    pub(crate) id: Id,
}

impl Method {
    pub(crate) fn new(function: Value, object: Value) -> Self {
        Self { function, object, id: Id::default() }
    }
}

impl Drop for Method {
    fn drop(&mut self) {
        trashcan::discard([std::mem::take(&mut self.function), std::mem::take(&mut self.object)]);
    }
}
