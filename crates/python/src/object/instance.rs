//! Objects of classes: attributes, and what a builtin or native base adds.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use interleave_core::Dead;

use super::exception::ExceptionState;
use super::{Class, Dict, Id, trashcan};
use crate::modules::asyncio::FutureObject;
use crate::value::{Str, Value};
use crate::vm::graves::{self, Grave};

/// A Python object.
pub(crate) struct Instance {
    class: RefCell<Rc<Class>>,
    /// Made when the first attribute is set.
    attributes: RefCell<Option<Rc<Dict>>>,
    pub(crate) payload: Payload,
    /// Its `__del__` has been called, or is being called.
    pub(crate) finalized: Cell<bool>,
    pub(crate) id: Id,
}

/// What an object has besides attributes.
pub(crate) enum Payload {
    None,
    Exception(Box<ExceptionState>),
    /// The value inside an instance of a subclass of a builtin class.
    Value(Value),
    StaticMethod(Value),
    ClassMethod(Value),
    Property(Box<Property>),
    Super(Box<Super>),
    /// What makes it a future: there are many of these.
    Future(FutureObject),
    /// A native module's own state.
    Native(Box<dyn Any>),
}

/// A `property`.
pub(crate) struct Property {
    pub(crate) getter: Value,
    pub(crate) setter: Value,
    pub(crate) deleter: Value,
    pub(crate) doc: RefCell<Value>,
    pub(crate) name: RefCell<Option<Str>>,
}

/// A `super` object.
pub(crate) struct Super {
    /// Where the search begins: after this class.
    pub(crate) class: Rc<Class>,
    pub(crate) object: Value,
    /// In whose order it goes on.
    pub(crate) object_class: Rc<Class>,
}

impl Payload {
    /// It is what a class of a native module needs.
    pub(crate) fn is_native(&self) -> bool {
        matches!(self, Self::Native(_) | Self::Future(_))
    }
}

impl Instance {
    pub(crate) fn new(class: Rc<Class>, payload: Payload) -> Self {
        Self {
            class: RefCell::new(class),
            attributes: RefCell::default(),
            payload,
            finalized: Cell::new(false),
            id: Id::default(),
        }
    }

    pub(crate) fn class(&self) -> Rc<Class> {
        self.class.borrow().clone()
    }

    /// A look at the class without counting.
    pub(crate) fn with_class<T>(&self, look: impl FnOnce(&Class) -> T) -> T {
        look(&self.class.borrow())
    }

    pub(crate) fn set_class(&self, class: Rc<Class>) {
        *self.class.borrow_mut() = class;
    }

    /// The dict of its attributes, if it has any yet.
    pub(crate) fn attributes(&self) -> Option<Rc<Dict>> {
        self.attributes.borrow().clone()
    }

    /// The dict of its attributes, made if need be: `__dict__`.
    pub(crate) fn attributes_or_new(&self) -> Rc<Dict> {
        self.attributes.borrow_mut().get_or_insert_with(Rc::default).clone()
    }

    pub(crate) fn set_attributes(&self, attributes: Rc<Dict>) {
        let old = self.attributes.borrow_mut().replace(attributes);
        drop(old);
    }

    pub(crate) fn get(&self, name: &Str) -> Option<Value> {
        self.attributes.borrow().as_ref()?.get_str(name)
    }

    /// Whether it has an attribute of its own of this name.
    pub(crate) fn has(&self, name: &Str) -> bool {
        self.attributes.borrow().as_ref().is_some_and(|attributes| attributes.has_str(name))
    }

    /// Copies an attribute to where it is wanted, if there is one; gives the place to look first next time.
    #[inline]
    pub(crate) fn copy_hinted(&self, name: &Str, hint: u32, to: &mut Value) -> Option<u32> {
        self.attributes.borrow().as_ref()?.copy_hinted(name, hint, to)
    }

    pub(crate) fn get_hinted(&self, name: &Str, hint: u32) -> Option<(Value, u32)> {
        self.attributes.borrow().as_ref()?.get_hinted(name, hint)
    }

    /// Sets an attribute; gives what it was before, and where it is now.
    pub(crate) fn set_hinted(&self, name: &Str, value: Value, hint: u32) -> (Option<Value>, u32) {
        if let Some(attributes) = &*self.attributes.borrow() {
            return attributes.set_hinted(name, value, hint);
        }
        self.attributes_or_new().set_hinted(name, value, hint)
    }

    pub(crate) fn set(&self, name: &Str, value: Value) {
        let old = self.set_hinted(name, value, u32::MAX);
        drop(old);
    }

    /// A native module's state, if it is of this type.
    pub(crate) fn native<T: 'static>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Native(native) => native.downcast_ref(),
            _ => None,
        }
    }

    pub(crate) fn future(&self) -> Option<&FutureObject> {
        match &self.payload {
            Payload::Future(future) => Some(future),
            _ => None,
        }
    }

    pub(crate) fn exception(&self) -> Option<&ExceptionState> {
        match &self.payload {
            Payload::Exception(state) => Some(state),
            _ => None,
        }
    }
}

impl fmt::Debug for Instance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "<{} object>", self.class.borrow().name.borrow())
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let class = self.class.get_mut();
        if graves::is_open() && class.habits().del && !self.finalized.get() {
            let payload = std::mem::replace(&mut self.payload, Payload::None);
            let revived = Self {
                class: RefCell::new(class.clone()),
                attributes: RefCell::new(self.attributes.take()),
                payload,
                finalized: Cell::new(true),
                id: std::mem::take(&mut self.id),
            };
            graves::finalize(revived);
            return;
        }
        let attributes = self.attributes.get_mut().take();
        let attributes = attributes.map(Value::Dict);
        match std::mem::replace(&mut self.payload, Payload::None) {
            Payload::Future(future) => {
                match future.let_go() {
                    Dead::Nobody => {}
                    Dead::Claimed(id) => graves::push(Grave::Future(id)),
                    Dead::Others => graves::stir(),
                }
                trashcan::discard(attributes);
            }
            native @ Payload::Native(_) => {
                trashcan::discard([native]);
                // What the event loop held may have something to say, too.
                graves::stir();
                trashcan::discard(attributes);
            }
            payload => {
                trashcan::discard(attributes);
                trashcan::discard([payload]);
            }
        }
    }
}
