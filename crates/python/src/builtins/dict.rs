//! `dict`: its methods. Each works at once while keys can be hashed and compared without the program;
//! otherwise the prelude does it, by means of `collection_helpers`. Views are in `views`.

use std::rc::Rc;

use super::collections::{COMPARISONS, hash_of, items_of};
use super::operator_methods::{no_operand, show};
use super::receive::{class_to_make, inside, made, wrong_object};
use super::{Table, install, install_class_methods, install_static, views};
use crate::object::iter::{DictPart, DictWalk, Walk};
use crate::object::{Dict, Exception, Iter};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::compare::has_python_method;
use crate::vm::equality::MustAsk;
use crate::vm::hashing::{self, NoHash};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{key_error, type_error, value_error};

/// Gives `dict` its methods.
pub(crate) fn fill(types: &Types) {
    let dict = &types.dict;
    install(dict, &COMPARISONS[..2]);
    install(dict, METHODS);
    install_static(dict, &[("__new__", new)]);
    install_class_methods(dict, &[("fromkeys", from_keys)]);
    dict.namespace.set_name("__hash__", Value::None);
}

const METHODS: &Table = &[
    ("__init__", init),
    ("__repr__", show),
    ("__len__", length),
    ("__iter__", iterate),
    ("__reversed__", reversed),
    ("__contains__", contains),
    ("__getitem__", get_item),
    ("__setitem__", set_item),
    ("__delitem__", delete_item),
    ("__or__", or),
    ("__ror__", ror),
    ("__ior__", ior),
    ("get", get),
    ("setdefault", set_default),
    ("pop", pop),
    ("popitem", pop_item),
    ("update", update),
    ("clear", clear),
    ("copy", copy),
    ("keys", keys),
    ("values", values),
    ("items", items),
];

/// The dict that a method is called on.
fn own<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Dict>, Exception> {
    match inside(arguments.object()) {
        Value::Dict(dict) => Ok(dict),
        _ => Err(wrong_object(arguments, "dict", method)),
    }
}

fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().dict)?;
    made(class, Value::Dict(Rc::default()))
}

fn init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    update_with(cx, &arguments, "dict")
}

fn update(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    update_with(cx, &arguments, "update")
}

fn update_with(cx: &mut Context<'_>, arguments: &Arguments<'_>, method: &str) -> Answer {
    let dict = own(arguments, method)?;
    let given = &arguments.positional()[1..];
    if given.len() > 1 {
        return Err(type_error(format!("{method} expected at most 1 argument, got {}", given.len())));
    }
    if let [source] = given
        && let Some(rest) = merge(dict, source)?
    {
        let named = arguments.named().map(|(name, value)| (name.clone(), value.clone()));
        let named = Value::Dict(Rc::new(crate::vm::native::dict_of_names(named)));
        return cx.prelude("dict_update", vec![Value::Dict(dict.clone()), rest, named]);
    }
    for (name, value) in arguments.named() {
        let name = Value::Str(crate::object::text::intern_str(name));
        if let Some(hash) = hash_of(&name)? {
            let _ = dict.set(hash, &name, value.clone());
        }
    }
    nothing()
}

/// Adds what a mapping or an iterable of pairs has. What the program has to be asked about is given back; what
/// is done already may be done again.
fn merge(dict: &Dict, source: &Value) -> Result<Option<Value>, Exception> {
    if let Some(other) = plain_dict(source) {
        return Ok(merge_dict(dict, other).err().map(|MustAsk| source.clone()));
    }
    if let Value::Instance(_) = source {
        return Ok(Some(source.clone()));
    }
    let Some(pairs) = items_of(source)? else { return Ok(Some(source.clone())) };
    for (index, pair) in pairs.iter().enumerate() {
        let items = match pair {
            Value::Instance(_) | Value::Generator(_) | Value::Iter(_) => return Ok(Some(Value::list(pairs))),
            _ => items_of(pair).map_err(|_| not_a_pair(index))?.unwrap_or_default(),
        };
        let [key, value] = items.as_slice() else {
            return Err(value_error(format!(
                "dictionary update sequence element #{index} has length {}; 2 is required",
                items.len()
            )));
        };
        let set = match hash_of(key)? {
            Some(hash) => dict.set(hash, key, value.clone()).map(drop),
            None => Err(MustAsk),
        };
        if set == Err(MustAsk) {
            return Ok(Some(Value::list(pairs)));
        }
    }
    Ok(None)
}

fn not_a_pair(index: usize) -> Exception {
    type_error(format!("cannot convert dictionary update sequence element #{index} to a sequence"))
}

/// The dict that a value is or carries, if its items are what iterating over it gives.
fn plain_dict(value: &Value) -> Option<&Rc<Dict>> {
    match inside(value) {
        Value::Dict(dict)
            if !has_python_method(value, &names().iter) && !has_python_method(value, &names().keys) =>
        {
            Some(dict)
        }
        _ => None,
    }
}

/// `dict.update(other)` of two dicts.
pub(crate) fn merge_dict(dict: &Dict, other: &Dict) -> Result<(), MustAsk> {
    crate::effort::make(other.len().saturating_mul(2), 0);
    for entry in other.entries() {
        drop(dict.set(entry.hash, &entry.key, entry.value)?);
    }
    Ok(())
}

/// The value of a key.
fn find(dict: &Dict, key: &Value) -> Result<Option<Value>, NoHash> {
    Ok(dict.get(hashing::of(key)?, key)?)
}

/// What a search came to, or what the prelude is to do.
fn found_or<T>(
    cx: &Context<'_>,
    found: Result<T, NoHash>,
    settle: impl FnOnce(T) -> Answer,
    function: &str,
    ask: impl FnOnce() -> Vec<Value>,
) -> Answer {
    match found {
        Ok(found) => settle(found),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude(function, ask()),
    }
}

fn get(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "get")?;
    let given = arguments.between("dict.get", 1, 2)?;
    let default = || given.get(1).cloned().unwrap_or(Value::None);
    let settle = |found: Option<Value>| Ok(Outcome::Value(found.unwrap_or_else(default)));
    found_or(cx, find(dict, &given[0]), settle, "dict_get", || {
        vec![Value::Dict(dict.clone()), given[0].clone(), default()]
    })
}

fn set_default(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "setdefault")?;
    let given = arguments.between("dict.setdefault", 1, 2)?;
    let (key, default) = (&given[0], given.get(1).cloned().unwrap_or(Value::None));
    let add = || -> Result<Value, NoHash> {
        let hash = hashing::of(key)?;
        if let Some(value) = dict.get(hash, key)? {
            return Ok(value);
        }
        dict.push(hash, key.clone(), default.clone());
        Ok(default.clone())
    };
    found_or(
        cx,
        add(),
        |value| Ok(Outcome::Value(value)),
        "dict_set_default",
        || vec![Value::Dict(dict.clone()), key.clone(), default.clone()],
    )
}

fn pop(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "pop")?;
    let given = arguments.between("dict.pop", 1, 2)?;
    // Nothing is asked of a key where there are none.
    if dict.len() == 0 && given.len() == 1 {
        return Err(key_error(given[0].clone()));
    }
    let take = || -> Result<_, NoHash> { Ok(dict.remove(hashing::of(&given[0])?, &given[0])?) };
    found_or(
        cx,
        take(),
        |entry| match (entry, given.get(1)) {
            (Some(entry), _) => Ok(Outcome::Value(entry.value)),
            (None, Some(default)) => Ok(Outcome::Value(default.clone())),
            (None, None) => Err(key_error(given[0].clone())),
        },
        "dict_pop",
        || std::iter::once(Value::Dict(dict.clone())).chain(given.iter().cloned()).collect(),
    )
}

fn pop_item(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "popitem")?;
    let [] = arguments.exactly("dict.popitem")?;
    match dict.pop_last() {
        Some(entry) => Ok(Outcome::Value(Value::tuple(vec![entry.key, entry.value]))),
        None => Err(key_error(Value::str("popitem(): dictionary is empty"))),
    }
}

fn clear(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "clear")?;
    let [] = arguments.exactly("dict.clear")?;
    let old = dict.clear();
    drop(old);
    nothing()
}

fn copy(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "copy")?;
    let [] = arguments.exactly("dict.copy")?;
    Ok(Outcome::Value(Value::Dict(Rc::new(dict.copy()))))
}

fn keys(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    view(&arguments, "keys", DictPart::Keys)
}

fn values(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    view(&arguments, "values", DictPart::Values)
}

fn items(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    view(&arguments, "items", DictPart::Items)
}

fn view(arguments: &Arguments<'_>, method: &str, part: DictPart) -> Answer {
    let dict = own(arguments, method)?;
    let [] = arguments.exactly(&format!("dict.{method}"))?;
    Ok(Outcome::Value(views::view(dict, part)))
}

fn from_keys(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("dict.fromkeys", 1, 2)?;
    let value = given.get(1).cloned().unwrap_or(Value::None);
    let Value::Class(class) = arguments.object() else {
        return Err(wrong_object(&arguments, "type", "fromkeys"));
    };
    if class.is_builtin
        && let Some(keys) = items_of(&given[0])?
    {
        let dict = Dict::default();
        let add = |key: &Value| -> Result<(), NoHash> {
            drop(dict.set(hashing::of(key)?, key, value.clone())?);
            Ok(())
        };
        match keys.iter().try_for_each(add) {
            Ok(()) => return Ok(Outcome::Value(Value::Dict(Rc::new(dict)))),
            Err(NoHash::Unhashable(error)) => return Err(error),
            Err(NoHash::Ask) => {}
        }
    }
    cx.prelude("dict_from_keys", vec![arguments.object().clone(), given[0].clone(), value])
}

fn length(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    no_operand(&arguments)?;
    Ok(Outcome::Value(Value::index(own(&arguments, "__len__")?.len())))
}

fn iterate(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    no_operand(&arguments)?;
    walk(own(&arguments, "__iter__")?, false)
}

fn reversed(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    walk(own(&arguments, "__reversed__")?, true)
}

fn walk(dict: &Rc<Dict>, backwards: bool) -> Answer {
    let walk = Walk::Dict(DictWalk::new(dict.clone(), DictPart::Keys, backwards));
    Ok(Outcome::Value(Value::Iter(Iter::new(walk))))
}

fn contains(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "__contains__")?;
    let [key] = arguments.exactly("dict.__contains__")?;
    found_or(
        cx,
        find(dict, key),
        |found| Ok(Outcome::from(found.is_some())),
        "dict_contains",
        || vec![Value::Dict(dict.clone()), key.clone()],
    )
}

fn get_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "__getitem__")?;
    let [key] = arguments.exactly("dict.__getitem__")?;
    match find(dict, key) {
        Ok(Some(value)) => Ok(Outcome::Value(value)),
        Ok(None) => cx.missing_key(arguments.object(), key.clone()),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude(
            "dict_get_item",
            vec![arguments.object().clone(), Value::Dict(dict.clone()), key.clone()],
        ),
    }
}

fn set_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "__setitem__")?;
    let [key, value] = arguments.exactly("dict.__setitem__")?;
    cx.set_item(Value::Dict(dict.clone()), key.clone(), value.clone())
}

fn delete_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "__delitem__")?;
    let [key] = arguments.exactly("dict.__delitem__")?;
    cx.delete_item(Value::Dict(dict.clone()), key.clone())
}

fn or(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("dict.__or__")?;
    union(cx, inside(arguments.object()), inside(other))
}

fn ror(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("dict.__ror__")?;
    union(cx, inside(other), inside(arguments.object()))
}

fn union(cx: &Context<'_>, left: &Value, right: &Value) -> Answer {
    let (Value::Dict(one), Value::Dict(other)) = (left, right) else {
        return Ok(Outcome::Value(Value::NotImplemented));
    };
    let both = Rc::new(one.copy());
    match merge_dict(&both, other) {
        Ok(()) => Ok(Outcome::Value(Value::Dict(both))),
        Err(MustAsk) => cx.prelude("dict_union", vec![left.clone(), right.clone()]),
    }
}

fn ior(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = own(&arguments, "__ior__")?;
    let [other] = arguments.exactly("dict.__ior__")?;
    match merge(dict, other)? {
        None => Ok(Outcome::Value(arguments.object().clone())),
        Some(rest) => cx.prelude("dict_update_in_place", vec![arguments.object().clone(), rest]),
    }
}
