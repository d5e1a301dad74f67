//! `weakref.ref`, in `_interleave` because `weakref` itself is written in Python: references
//! that do not keep an object alive, equal as their objects are, and told of its death.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::builtins::{Table, install, install_getters, install_static, native};
use crate::object::function::Home;
use crate::object::weak::{self, WeakValue};
use crate::object::{Dict, Exception, Instance, Payload};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::describe::{address_text, class_name, id, with_class};
use crate::vm::graves::{self, Grave};
use crate::vm::hashing::{self, NoHash};
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome, nothing};
use crate::vm::raise::type_error;

pub(super) const INTRINSICS: &Table = &[
    ("weakref_count", count),
    ("weakrefs", references),
    ("remember_hash", remember_hash),
    ("report_ignored", report_ignored),
];

pub(super) fn fill(namespace: &Dict) {
    super::constant(namespace, "ref", Value::Class(types().weak_reference.clone()));
}

/// What a reference object is.
struct Reference {
    target: WeakValue,
    /// `None` if nobody wants to be called, or has been.
    callback: RefCell<Value>,
    /// That of the object, once asked for: it outlives the object.
    hash: Cell<Option<i64>>,
}

pub(super) fn fill_classes(types: &Types) {
    let class = &types.weak_reference;
    install_static(class, &[("__new__", new)]);
    install(
        class,
        &[
            ("__init__", init),
            ("__call__", get),
            ("__hash__", hash),
            ("__eq__", equal),
            ("__ne__", not_equal),
            ("__repr__", repr),
        ],
    );
    install_getters(class, &[("__callback__", callback)]);
    crate::builtins::install_class_methods(
        class,
        &[("__class_getitem__", crate::builtins::type_expressions::make_alias)],
    );
}

fn reference<'a>(arguments: &Arguments<'a>) -> Result<&'a Reference, Exception> {
    arguments.object().native().ok_or_else(|| {
        let class = class_name(arguments.object());
        type_error(format!("descriptor requires a 'weakref.ReferenceType' object but received a '{class}'"))
    })
}

/// Objects of classes with `__slots__` have room for weak references only if these say so.
fn has_room(instance: &Instance) -> bool {
    instance.with_class(|class| {
        if class.is_builtin {
            return instance.payload.is_native();
        }
        let in_slots = |slots: &[crate::value::Str]| slots.iter().any(|slot| slot == "__weakref__");
        class.has_dict || in_slots(&class.slots) || {
            let ancestors = class.ancestors.borrow();
            ancestors.iter().any(|ancestor| {
                in_slots(&ancestor.slots) || ancestor.is_builtin && instance.payload.is_native()
            })
        }
    })
}

fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = crate::builtins::object::new_class(&arguments, "weakref.ReferenceType")?.clone();
    let given = arguments.rest();
    // A subclass may have an `__init__` of its own, with arguments for that.
    let given = given.positional();
    if class.is(&types().weak_reference) && given.len() > 2 {
        return Err(type_error(format!("__new__ expected at most 2 arguments, got {}", given.len())));
    }
    let Some(target) = given.first() else {
        return Err(type_error("__new__ expected at least 1 argument, got 0"));
    };
    let refused = || type_error(format!("cannot create weak reference to '{}' object", class_name(target)));
    if let Value::Instance(instance) = target
        && !has_room(instance)
    {
        return Err(refused());
    }
    let (Some(weak), Some(id)) = (WeakValue::of(target), id(target)) else { return Err(refused()) };
    let callback = given.get(1).cloned().unwrap_or(Value::None);
    let is_plain = |other: &Rc<Instance>| {
        let callback = other.native::<Reference>().map(|reference| reference.callback.borrow().is_none());
        callback == Some(true) && other.with_class(|class| class.is(&types().weak_reference))
    };
    if class.is(&types().weak_reference)
        && callback.is_none()
        && let Some(shared) = weak::watchers(id).into_iter().find(is_plain)
    {
        return Ok(Outcome::Value(Value::Instance(shared)));
    }
    let reference = Reference { target: weak, callback: RefCell::new(callback), hash: Cell::new(None) };
    let instance = Rc::new(Instance::new(class, Payload::Native(Box::new(reference))));
    weak::watch(id, &instance);
    Ok(Outcome::Value(Value::Instance(instance)))
}

fn init(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn get(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = reference(&arguments)?;
    arguments.exactly::<0>("weakref.ReferenceType.__call__")?;
    Ok(Outcome::Value(own.target.get().unwrap_or(Value::None)))
}

fn hash(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = reference(&arguments)?;
    if let Some(hash) = own.hash.get() {
        return Ok(Outcome::Value(Value::int(hash)));
    }
    let Some(target) = own.target.get() else { return Err(type_error("weak object has gone away")) };
    match hashing::of(&target) {
        Ok(hash) => {
            own.hash.set(Some(hash));
            Ok(Outcome::Value(Value::int(hash)))
        }
        Err(NoHash::Ask) => cx.prelude("weak_hash", vec![arguments.object().clone(), target]),
        Err(NoHash::Unhashable(exception)) => Err(exception),
    }
}

/// `remember_hash(reference, hash)`: what the program's own `__hash__` has said of the object.
fn remember_hash(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [reference, hash] = arguments.plain_between("remember_hash", 2, 2)? else { return nothing() };
    if let (Some(own), Value::Int(hash, _)) = (reference.native::<Reference>(), hash) {
        own.hash.set(Some(*hash));
    }
    Ok(Outcome::Value(hash.clone()))
}

fn compared(cx: &mut Context<'_>, arguments: &Arguments<'_>, equal: bool) -> Answer {
    let own = reference(arguments)?;
    let [other] = arguments.exactly(if equal { "__eq__" } else { "__ne__" })?;
    let Some(others) = other.native::<Reference>() else { return Ok(Outcome::Value(Value::NotImplemented)) };
    match (own.target.get(), others.target.get()) {
        (Some(one), Some(other)) => {
            let operator =
                if equal { crate::code::Comparison::Equal } else { crate::code::Comparison::NotEqual };
            cx.compare(operator, one, other)
        }
        _ => Ok(Outcome::from(arguments.object().is(other) == equal)),
    }
}

fn equal(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    compared(cx, &arguments, true)
}

fn not_equal(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    compared(cx, &arguments, false)
}

fn repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = reference(&arguments)?;
    let here = address_text(arguments.object());
    let Some(target) = own.target.get() else {
        return Ok(Outcome::from(format!("<weakref at {here}; dead>")));
    };
    let class = with_class(&target, |class| class.name());
    let there = address_text(&target);
    let name = match &target {
        Value::Function(function) => format!(" ({})", function.name.borrow()),
        Value::Native(native) => format!(" ({})", native.name),
        Value::Class(class) => format!(" ({})", class.name()),
        Value::Generator(generator) => format!(" ({})", generator.name.borrow()),
        _ => String::new(),
    };
    Ok(Outcome::from(format!("<weakref at {here}; to '{class}' at {there}{name}>")))
}

fn callback(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(reference(&arguments)?.callback.borrow().clone()))
}

/// Who wants to be called because of the death is called when the instruction that let go is over.
pub(crate) fn target_died(watchers: &[Rc<Instance>]) {
    let mut calls = Vec::new();
    for watcher in watchers {
        let callback = watcher.native::<Reference>().map(|reference| reference.callback.replace(Value::None));
        if let Some(callback) = callback.filter(|callback| !callback.is_none()) {
            calls.push((callback, Value::Instance(watcher.clone())));
        }
    }
    let (function, arguments) = match calls.len() {
        0 => return,
        1 => match calls.pop() {
            Some((callback, reference)) => (callback, vec![reference]),
            None => return,
        },
        _ => {
            let tell = native("tell_watchers", Home::Nowhere, tell_watchers, false);
            let pairs =
                calls.into_iter().map(|(callback, reference)| Value::tuple(vec![callback, reference]));
            (Value::Native(Rc::new(tell)), pairs.collect())
        }
    };
    graves::push(Grave::Call(Box::new(Call { function, arguments, names: Vec::new() })));
}

/// Several callbacks, one after the other.
fn tell_watchers(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("tell_watchers", arguments.all().to_vec())
}

/// `report_ignored(error, what)`: an error that nobody can catch.
fn report_ignored(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [error, what] = arguments.plain_between("report_ignored", 2, 2)? else { return nothing() };
    if let Some(exception) = Exception::of(error) {
        cx.vm.report_unraisable(cx.machine, &exception, what);
    }
    nothing()
}

fn all_of(value: &Value) -> Vec<Value> {
    let watchers = id(value).map(weak::watchers).unwrap_or_default();
    watchers.into_iter().map(Value::Instance).collect()
}

/// `weakref.getweakrefcount(object)`
fn count(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(all_of(arguments.object()).len())))
}

/// `weakref.getweakrefs(object)`: the one that is shared first, then the latest first.
fn references(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (shared, mut others): (Vec<_>, Vec<_>) = all_of(arguments.object()).into_iter().partition(|value| {
        value.native::<Reference>().is_some_and(|reference| reference.callback.borrow().is_none())
    });
    others.reverse();
    Ok(Outcome::Value(Value::list(shared.into_iter().chain(others).collect())))
}
