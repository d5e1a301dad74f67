//! Classes: a namespace, bases, and the order in which both are searched.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use super::{Dict, Id};
use crate::types::types;
use crate::value::{Str, Value};

thread_local! {
    static VERSIONS: Cell<u32> = const { Cell::new(0) };
}

/// What an instance is made of, besides its attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Nothing.
    Object,
    /// An exception's state.
    Exception,
    /// A value of this builtin class, whose methods it has.
    Builtin(Builtin),
    /// Something of a native module's.
    Native,
}

/// The builtin classes whose values a subclass carries inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Builtin {
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    /// Classes themselves: a metaclass.
    Class,
    /// Those that cannot have subclasses: `bool`, `NoneType`, `range`, functions…
    Final,
}

/// A Python class.
#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) name: RefCell<Str>,
    pub(crate) qualname: RefCell<Str>,
    pub(crate) bases: RefCell<Vec<Rc<Class>>>,
    /// The method resolution order, without the class itself.
    pub(crate) ancestors: RefCell<Vec<Rc<Class>>>,
    pub(crate) namespace: Rc<Dict>,
    pub(crate) metaclass: RefCell<Option<Rc<Class>>>,
    pub(crate) layout: Layout,
    /// Instances may have any attribute.
    pub(crate) has_dict: bool,
    /// The names in `__slots__`, of this class alone.
    pub(crate) slots: Vec<Str>,
    /// Part of the machine: its attributes cannot be set.
    pub(crate) is_builtin: bool,
    subclasses: RefCell<Vec<Weak<Class>>>,
    version: Cell<u32>,
    habits: Cell<Option<(u32, Habits)>>,
    pub(crate) id: Id,
    /// The same class, as values hold it.
    itself: OnceCell<Weak<Class>>,
}

/// Which of the machine's shortcuts an instance's class rules out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Habits {
    /// `__getattribute__` of its own.
    pub(crate) getattribute: bool,
    pub(crate) getattr: bool,
    pub(crate) setattr: bool,
    pub(crate) delattr: bool,
    /// `__eq__` in Python, or of a native class's own.
    pub(crate) eq: bool,
    pub(crate) hash: HashHabit,
    /// `__del__`
    pub(crate) del: bool,
    /// `__bool__` or `__len__` in Python.
    pub(crate) truth: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum HashHabit {
    /// By address.
    #[default]
    Identity,
    /// As the builtin value that it carries.
    Payload,
    /// Not at all.
    Never,
    /// By a function of the program's.
    Python,
}

/// What a class is made of.
pub(crate) struct Parts {
    pub(crate) name: Str,
    pub(crate) qualname: Str,
    pub(crate) bases: Vec<Rc<Class>>,
    /// Without the class itself.
    pub(crate) ancestors: Vec<Rc<Class>>,
    pub(crate) namespace: Rc<Dict>,
    pub(crate) metaclass: Option<Rc<Class>>,
    pub(crate) layout: Layout,
    pub(crate) has_dict: bool,
    pub(crate) slots: Vec<Str>,
    pub(crate) is_builtin: bool,
}

impl Class {
    pub(crate) fn new(parts: Parts) -> Rc<Self> {
        let class = Rc::new(Self {
            name: RefCell::new(parts.name),
            qualname: RefCell::new(parts.qualname),
            bases: RefCell::new(parts.bases),
            ancestors: RefCell::new(parts.ancestors),
            namespace: parts.namespace,
            metaclass: RefCell::new(parts.metaclass),
            layout: parts.layout,
            has_dict: parts.has_dict,
            slots: parts.slots,
            is_builtin: parts.is_builtin,
            subclasses: RefCell::default(),
            version: Cell::new(next_version()),
            habits: Cell::new(None),
            id: Id::default(),
            itself: OnceCell::new(),
        });
        let _ = class.itself.set(Rc::downgrade(&class));
        for base in class.bases.borrow().iter() {
            let mut subclasses = base.subclasses.borrow_mut();
            subclasses.retain(|other| other.strong_count() > 0);
            subclasses.push(Rc::downgrade(&class));
        }
        class
    }

    pub(crate) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }

    pub(crate) fn name(&self) -> Str {
        self.name.borrow().clone()
    }

    /// As a value holds it.
    pub(crate) fn itself(&self) -> Option<Rc<Self>> {
        self.itself.get().and_then(Weak::upgrade)
    }

    pub(crate) fn metaclass(&self) -> Rc<Self> {
        self.metaclass.borrow().clone().unwrap_or_else(|| types().class.clone())
    }

    /// Whether it is `other` or inherits from it.
    pub(crate) fn inherits(&self, other: &Self) -> bool {
        self.is(other) || self.ancestors.borrow().iter().any(|ancestor| ancestor.is(other))
    }

    /// It inherits from a class of that name in that module.
    pub(crate) fn inherits_named(&self, module: &str, name: &str) -> bool {
        self.ancestors.borrow().iter().any(|ancestor| {
            ancestor.name() == name
                && matches!(ancestor.namespace.get_name("__module__"), Some(Value::Str(of)) if of == module)
        })
    }

    /// An attribute as the class or an ancestor has it.
    pub(crate) fn lookup(&self, name: &Str) -> Option<Value> {
        if let Some(value) = self.namespace.get_str(name) {
            return Some(value);
        }
        self.ancestors.borrow().iter().find_map(|ancestor| ancestor.namespace.get_str(name))
    }

    /// An attribute as an ancestor after `class` has it: what `super()` finds.
    pub(crate) fn lookup_after(&self, class: &Self, name: &Str) -> Option<Value> {
        let ancestors = self.ancestors.borrow();
        let from = if self.is(class) { 0 } else { ancestors.iter().position(|other| other.is(class))? + 1 };
        ancestors[from..].iter().find_map(|ancestor| ancestor.namespace.get_str(name))
    }

    /// A number that no other state of any class has had.
    pub(crate) fn version(&self) -> u32 {
        self.version.get()
    }

    /// Its namespace or its bases have changed: what was remembered of it and its subclasses is void.
    pub(crate) fn changed(&self) {
        self.version.set(next_version());
        for subclass in self.subclasses() {
            subclass.changed();
        }
    }

    pub(crate) fn subclasses(&self) -> Vec<Rc<Self>> {
        self.subclasses.borrow().iter().filter_map(Weak::upgrade).collect()
    }

    /// Sets an attribute of the class.
    pub(crate) fn set(&self, name: &Str, value: Value) -> Option<Value> {
        let old = self.namespace.set_str(name, value);
        self.changed();
        old
    }

    /// How its instances behave where the machine has shortcuts.
    pub(crate) fn habits(&self) -> Habits {
        if let Some((version, habits)) = self.habits.get()
            && version == self.version.get()
        {
            return habits;
        }
        let names = crate::types::names();
        let of_python =
            |name: &Str| matches!(self.lookup(name), Some(value) if !matches!(value, Value::Native(_)));
        // What a class body borrows (`__setattr__ = dict.__setitem__`) is no shortcut's own method.
        let not_plain = |name: &Str| match self.lookup(name) {
            Some(Value::Native(native)) => native.name != *name,
            Some(_) => true,
            None => false,
        };
        let native_eq = self.layout == Layout::Native
            && match (self.lookup(&names.eq), types().object.namespace.get_str(&names.eq)) {
                (Some(own), Some(plain)) => !own.is(&plain),
                _ => false,
            };
        let hash = match self.lookup(&names.hash) {
            Some(Value::None) => HashHabit::Never,
            Some(Value::Native(native)) if native.is(&types().object_hash) => HashHabit::Identity,
            Some(Value::Native(_)) => HashHabit::Payload,
            Some(_) => HashHabit::Python,
            None => HashHabit::Identity,
        };
        let habits = Habits {
            getattribute: not_plain(&names.getattribute),
            getattr: of_python(&names.getattr),
            setattr: not_plain(&names.setattr),
            delattr: not_plain(&names.delattr),
            eq: native_eq || of_python(&names.eq),
            hash,
            del: of_python(&names.del),
            truth: of_python(&names.bool) || of_python(&names.len),
        };
        self.habits.set(Some((self.version.get(), habits)));
        habits
    }
}

fn next_version() -> u32 {
    VERSIONS.set(VERSIONS.get() + 1);
    VERSIONS.get()
}

/// The order in which a class's ancestors are searched (C3), or nothing if there is none.
pub(crate) fn linearize(bases: &[Rc<Class>]) -> Option<Vec<Rc<Class>>> {
    let mut lists: Vec<Vec<Rc<Class>>> = bases
        .iter()
        .map(|base| std::iter::once(base.clone()).chain(base.ancestors.borrow().iter().cloned()).collect())
        .collect();
    lists.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let next = lists
            .iter()
            .map(|list| list[0].clone())
            .find(|candidate| !lists.iter().any(|list| list[1..].iter().any(|other| other.is(candidate))))?;
        for list in &mut lists {
            if list[0].is(&next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}
