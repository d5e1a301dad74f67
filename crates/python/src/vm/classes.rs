//! Making classes: what a `class` statement and `type(name, bases, namespace)` do.

use std::rc::Rc;

use super::attributes::special;
use super::describe::class_of;
use super::frame::{ClassCall, Frame, Then};
use super::native::{Call, Context, Outcome};
use super::raise::type_error;
use super::{Loop, Next, Vm};
use crate::builtins::descriptors::{is_named_at_once, member};
use crate::code::Register;
use crate::object::class::{Builtin, Layout, Parts, linearize};
use crate::object::{Class, Dict, Exception, Instance, Payload};
use crate::types::{names, types};
use crate::value::{Str, Value};

/// A class with abstract methods has no instances.
pub(crate) fn check_abstract(class: &Class) -> Result<(), Exception> {
    let Some(Value::Set(methods)) = class.namespace.get_str(&names().abstract_methods) else { return Ok(()) };
    let mut missing: Vec<String> = methods
        .keys()
        .into_iter()
        .filter_map(|name| match name {
            Value::Str(name) => Some(format!("'{name}'")),
            _ => None,
        })
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    missing.sort();
    let plural = if missing.len() == 1 { "" } else { "s" };
    Err(type_error(format!(
        "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
        class.name(),
        missing.join(", ")
    )))
}

/// The most derived of the metaclasses of some bases.
pub(crate) fn metaclass_of(first: Rc<Class>, bases: &[Value]) -> Result<Rc<Class>, Exception> {
    let mut winner = first;
    for base in bases {
        let own = class_of(base);
        if winner.inherits(&own) {
            continue;
        }
        if !own.inherits(&winner) {
            return Err(type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            ));
        }
        winner = own;
    }
    Ok(winner)
}

/// A class of a namespace: `type.__new__` without the calls that follow it.
pub(crate) fn make_class(
    metaclass: Rc<Class>,
    name: &Str,
    bases: &[Value],
    namespace: &Dict,
) -> Result<Rc<Class>, Exception> {
    let names = names();
    let mut base_classes = Vec::new();
    for base in bases {
        let Value::Class(base) = base else {
            return Err(type_error("type.__new__() argument 2 must be a tuple of classes"));
        };
        if matches!(base.layout, Layout::Builtin(Builtin::Final)) || base.is(&types().super_) {
            return Err(type_error(format!("type '{}' is not an acceptable base type", base.name())));
        }
        if base_classes.iter().any(|other: &Rc<Class>| other.is(base)) {
            return Err(type_error(format!("duplicate base class {}", base.name())));
        }
        base_classes.push(base.clone());
    }
    if base_classes.is_empty() {
        base_classes.push(types().object.clone());
    }
    let layout = layout_of(&base_classes)?;
    let Some(ancestors) = linearize(&base_classes) else {
        let list: Vec<String> = base_classes.iter().map(|base| base.name().as_str().to_owned()).collect();
        return Err(type_error(format!(
            "Cannot create a consistent method resolution order (MRO) for bases {}",
            list.join(", ")
        )));
    };
    let own = Rc::new(namespace.copy());
    let qualname = match own.remove_str(&names.qualname).map(|entry| entry.value) {
        Some(Value::Str(qualname)) => qualname,
        _ => name.clone(),
    };
    drop(own.remove_str(&names.class_cell));
    if own.get_str(&names.doc).is_none() {
        drop(own.set_str(&names.doc, Value::None));
    }
    // These are class methods and static methods without being told.
    for (method, is_static) in
        [(&names.init_subclass, false), (&names.class_getitem, false), (&names.new, true)]
    {
        if let Some(function @ Value::Function(_)) = own.get_str(method) {
            let (class, payload) = if is_static {
                (&types().staticmethod, Payload::StaticMethod(function))
            } else {
                (&types().classmethod, Payload::ClassMethod(function))
            };
            drop(own.set_str(method, Value::Instance(Rc::new(Instance::new(class.clone(), payload)))));
        }
    }
    if own.get_str(&names.eq).is_some() && own.get_str(&names.hash).is_none() {
        drop(own.set_str(&names.hash, Value::None));
    }
    let slots = slots_of(name, &base_classes, &own)?;
    let bases_have_dict = ancestors.iter().any(|ancestor| ancestor.has_dict && !ancestor.is(&types().object));
    let has_dict =
        bases_have_dict || slots.as_ref().is_none_or(|slots| slots.iter().any(|slot| slot == "__dict__"));
    let class = Class::new(Parts {
        name: name.clone(),
        qualname,
        bases: base_classes,
        ancestors,
        namespace: own,
        metaclass: (!metaclass.is(&types().class)).then_some(metaclass),
        layout,
        has_dict,
        slots: slots.unwrap_or_default(),
        is_builtin: false,
    });
    for slot in &class.slots {
        if slot != "__dict__" && slot != "__weakref__" {
            drop(class.namespace.set_str(slot, member(slot, &class)));
        }
    }
    Ok(class)
}

/// What instances carry inside, as the bases have it.
fn layout_of(bases: &[Rc<Class>]) -> Result<Layout, Exception> {
    let mut solid: Option<Rc<Class>> = None;
    for base in bases {
        let Some(other) = solid_base(base) else { continue };
        solid = Some(match solid {
            Some(one)
                if one.inherits(&other)
                    || (one.layout, other.layout) == (Layout::Exception, Layout::Exception) =>
            {
                one
            }
            Some(one) if !other.inherits(&one) => {
                return Err(type_error("multiple bases have instance lay-out conflict"));
            }
            _ => other,
        });
    }
    Ok(solid.map_or(Layout::Object, |solid| solid.layout))
}

/// The machine's own class that says what instances carry inside.
fn solid_base(class: &Rc<Class>) -> Option<Rc<Class>> {
    if class.layout == Layout::Object {
        return None;
    }
    if class.is_builtin {
        return Some(class.clone());
    }
    class
        .ancestors
        .borrow()
        .iter()
        .find(|ancestor| ancestor.is_builtin && ancestor.layout != Layout::Object)
        .cloned()
}

/// `__slots__`, mangled.
fn slots_of(class: &Str, bases: &[Rc<Class>], namespace: &Dict) -> Result<Option<Vec<Str>>, Exception> {
    let Some(slots) = namespace.get_str(&names().slots) else { return Ok(None) };
    let listed = match &slots {
        Value::Str(_) => vec![slots.clone()],
        other => super::iterate::known_items(other)
            .ok_or_else(|| type_error("__slots__ must be a list of names"))?,
    };
    // Objects of these have no end to put a slot behind.
    let endless = |base: &&Rc<Class>| {
        matches!(base.layout, Layout::Builtin(Builtin::Int | Builtin::Tuple | Builtin::Bytes))
    };
    if let Some(base) = bases.iter().find(endless).filter(|_| !listed.is_empty()) {
        let base = base.name();
        return Err(type_error(format!("nonempty __slots__ not supported for subtype of '{base}'")));
    }
    let mut result = Vec::new();
    for slot in listed {
        let Value::Str(slot) = slot else {
            let class = super::describe::class_name(&slot);
            return Err(type_error(format!("__slots__ items must be strings, not '{class}'")));
        };
        if !crate::text::case::is_identifier(&slot) {
            return Err(type_error("__slots__ must be identifiers"));
        }
        let slot = crate::value::intern(&interleave_compiler::mangle(&slot, Some(class)));
        if namespace.get_str(&slot).is_some() && slot != "__dict__" {
            return Err(super::raise::value_error(format!(
                "'{slot}' in __slots__ conflicts with class variable"
            )));
        }
        result.push(slot);
    }
    Ok(Some(result))
}

impl Vm {
    /// The body of a `class` statement is to run: `metaclass`, `bases` and `namespace` are settled.
    pub(crate) fn begin_class(
        &mut self,
        frame: &mut Box<Frame>,
        function: &Value,
        call: ClassCall,
        dst: Register,
    ) -> Result<Next, Exception> {
        let Value::Function(function) = function else {
            return Err(type_error("__build_class__: func must be a function"));
        };
        let mut body = self.blank_frame(function.clone());
        body.namespace = Some(call.namespace.clone());
        self.enter(frame, body, Then::Class(dst, Box::new(call)))
    }

    /// The body has run: the metaclass is called with what it has left.
    pub(crate) fn finish_class(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        dst: Register,
        call: ClassCall,
        cell: Value,
    ) -> Result<Next, Exception> {
        if let Value::Dict(namespace) = super::operators::unwrapped(&call.namespace) {
            if let Value::Cell(_) = &cell {
                drop(namespace.set_str(&names().class_cell, cell));
            }
            if let Some(bases) = call.original_bases {
                namespace.set_name("__orig_bases__", bases);
            }
        }
        let mut arguments = vec![call.name, call.bases, call.namespace];
        let names = call.keywords.iter().map(|(name, _)| name.clone()).collect();
        arguments.extend(call.keywords.into_iter().map(|(_, value)| value));
        self.call(machine, frame, Call { function: call.metaclass, arguments, names }, Then::Store(dst))
    }
}

impl Context<'_> {
    /// `__set_name__` of attributes and `__init_subclass__` of the parent, in the prelude; and the cell of
    /// methods that say `super()`.
    pub(crate) fn complete_class(
        &mut self,
        class: &Rc<Class>,
        cell: Value,
        keywords: Vec<(Str, Value)>,
    ) -> Result<Outcome, Exception> {
        if let Value::Cell(cell) = cell {
            drop(cell.set(Value::Class(class.clone())));
        }
        let value = Value::Class(class.clone());
        let named: Vec<Value> = class
            .namespace
            .entries()
            .into_iter()
            .filter(|entry| {
                matches!(&entry.value, Value::Instance(_))
                    && !is_named_at_once(&entry.value, &entry.key)
                    && special(&entry.value, &names().set_name).is_some()
            })
            .map(|entry| Value::tuple(vec![entry.key, entry.value]))
            .collect();
        let init_subclass = class.lookup_after(class, &names().init_subclass);
        let plain = matches!(&init_subclass, Some(Value::Instance(instance)) if instance.with_class(|class| class.is_builtin) && matches!(&instance.payload, Payload::ClassMethod(Value::Native(_))));
        if named.is_empty() && plain {
            if !keywords.is_empty() {
                return Err(type_error(format!(
                    "{}.__init_subclass__() takes no keyword arguments",
                    class.name()
                )));
            }
            return Ok(Outcome::Value(value));
        }
        let keywords = super::native::dict_of_names(keywords);
        self.prelude("complete_class", vec![value, Value::list(named), Value::Dict(Rc::new(keywords))])
    }
}
