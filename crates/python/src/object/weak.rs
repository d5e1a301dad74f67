//! Weak references: to objects of every kind that can have them, and who is told of a death.
//! What Python code does with them is in `modules::weakrefs`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use super::{Class, Function, Generator, Id, Instance, Method, Module, NativeFunction, Set};
use crate::value::Value;

/// A value that is not kept alive.
pub(crate) enum WeakValue {
    Instance(Weak<Instance>),
    Function(Weak<Function>),
    Native(Weak<NativeFunction>),
    Method(Weak<Method>),
    Generator(Weak<Generator>),
    Class(Weak<Class>),
    Module(Weak<Module>),
    Set(Weak<Set>),
}

impl WeakValue {
    /// Nothing for values that cannot be referred to weakly.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Instance(instance) => Self::Instance(Rc::downgrade(instance)),
            Value::Function(function) => Self::Function(Rc::downgrade(function)),
            Value::Native(native) => Self::Native(Rc::downgrade(native)),
            Value::Method(method) => Self::Method(Rc::downgrade(method)),
            Value::Generator(generator) => Self::Generator(Rc::downgrade(generator)),
            Value::Class(class) => Self::Class(Rc::downgrade(class)),
            Value::Module(module) => Self::Module(Rc::downgrade(module)),
            Value::Set(set) => Self::Set(Rc::downgrade(set)),
            _ => return None,
        })
    }

    /// The value, if it lives.
    pub(crate) fn get(&self) -> Option<Value> {
        match self {
            Self::Instance(instance) => instance.upgrade().map(Value::Instance),
            Self::Function(function) => function.upgrade().map(Value::Function),
            Self::Native(native) => native.upgrade().map(Value::Native),
            Self::Method(method) => method.upgrade().map(Value::Method),
            Self::Generator(generator) => generator.upgrade().map(Value::Generator),
            Self::Class(class) => class.upgrade().map(Value::Class),
            Self::Module(module) => module.upgrade().map(Value::Module),
            Self::Set(set) => set.upgrade().map(Value::Set),
        }
    }
}

/// The reference objects of one object, in the order in which they were made.
type Watchers = Vec<Weak<Instance>>;

thread_local! {
    static WATCHED: RefCell<BTreeMap<u32, Watchers>> = RefCell::default();
}

/// A reference object is to hear of the death of what has this address.
pub(crate) fn watch(id: &Id, watcher: &Rc<Instance>) {
    let number = id.watch();
    WATCHED.with(|watched| {
        let mut watched = watched.borrow_mut();
        let watchers = watched.entry(number).or_default();
        watchers.retain(|other| other.strong_count() > 0);
        watchers.push(Rc::downgrade(watcher));
    });
}

/// The reference objects that live, of what has this address.
pub(crate) fn watchers(id: &Id) -> Vec<Rc<Instance>> {
    let number = id.number();
    WATCHED.with(|watched| {
        let watched = watched.borrow();
        watched.get(&number).map_or_else(Vec::new, |list| list.iter().filter_map(Weak::upgrade).collect())
    })
}

/// An object has died: those who want to be called because of it will be.
pub(crate) fn died(number: u32) {
    // While a thread ends its table may be gone.
    let watchers = WATCHED.try_with(|watched| watched.borrow_mut().remove(&number)).ok().flatten();
    let latest_first: Vec<_> = watchers.unwrap_or_default().iter().rev().filter_map(Weak::upgrade).collect();
    crate::modules::weakrefs::target_died(&latest_first);
}

/// A run begins.
pub(crate) fn forget_all() {
    WATCHED.with(|watched| watched.borrow_mut().clear());
}
