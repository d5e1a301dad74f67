//! `set` and `frozenset`: methods and operators. What the other operand holds is hashed first; where the program
//! has to be asked about a key, the prelude does the whole operation, which bears being begun twice.

use std::rc::Rc;

use super::collections::{COMPARISONS, hash_of, items_of};
use super::operator_methods::{no_operand, operand, show};
use super::receive::{class_to_make, inside, made, wrong_object};
use super::{Table, dict, heeded, install, install_static};
use crate::code::BinaryOperator;
use crate::object::{Exception, Set};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::describe::class_of;
use crate::vm::equality::MustAsk;
use crate::vm::hashing::{self, NoHash};
use crate::vm::items;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::Trouble;
use crate::vm::raise::{key_error, type_error};

/// Gives both classes their methods.
pub(crate) fn fill(types: &Types) {
    for class in [&types.set, &types.frozenset] {
        install(class, COMPARISONS);
        install(class, SHARED);
    }
    install(&types.set, CHANGING);
    install_static(&types.set, &[("__new__", new_set)]);
    install_static(&types.frozenset, &[("__new__", new_frozenset)]);
    install(&types.frozenset, &[("__hash__", hash)]);
    types.set.namespace.set_name("__hash__", Value::None);
}

const SHARED: &Table = &[
    ("__repr__", show),
    ("__len__", length),
    ("__iter__", iterate),
    ("__contains__", contains),
    ("__or__", |cx, arguments| operator(cx, &arguments, BinaryOperator::Or, false)),
    ("__and__", |cx, arguments| operator(cx, &arguments, BinaryOperator::And, false)),
    ("__sub__", |cx, arguments| operator(cx, &arguments, BinaryOperator::Subtract, false)),
    ("__xor__", |cx, arguments| operator(cx, &arguments, BinaryOperator::Xor, false)),
    ("__ror__", |cx, arguments| reflected(cx, &arguments, BinaryOperator::Or)),
    ("__rand__", |cx, arguments| reflected(cx, &arguments, BinaryOperator::And)),
    ("__rsub__", |cx, arguments| reflected(cx, &arguments, BinaryOperator::Subtract)),
    ("__rxor__", |cx, arguments| reflected(cx, &arguments, BinaryOperator::Xor)),
    ("union", |cx, arguments| combined(cx, &arguments, BinaryOperator::Or)),
    ("intersection", |cx, arguments| combined(cx, &arguments, BinaryOperator::And)),
    ("difference", |cx, arguments| combined(cx, &arguments, BinaryOperator::Subtract)),
    ("symmetric_difference", |cx, arguments| {
        let [_] = arguments
            .exactly(&qualified(own(&arguments, "symmetric_difference")?, "symmetric_difference"))?;
        combined(cx, &arguments, BinaryOperator::Xor)
    }),
    ("issubset", |cx, arguments| relation(cx, &arguments, "issubset")),
    ("issuperset", |cx, arguments| relation(cx, &arguments, "issuperset")),
    ("isdisjoint", |cx, arguments| relation(cx, &arguments, "isdisjoint")),
    ("copy", copy),
];

const CHANGING: &Table = &[
    ("__init__", init),
    ("__ior__", |cx, arguments| operator(cx, &arguments, BinaryOperator::Or, true)),
    ("__iand__", |cx, arguments| operator(cx, &arguments, BinaryOperator::And, true)),
    ("__isub__", |cx, arguments| operator(cx, &arguments, BinaryOperator::Subtract, true)),
    ("__ixor__", |cx, arguments| operator(cx, &arguments, BinaryOperator::Xor, true)),
    ("update", |cx, arguments| changed(cx, &arguments, BinaryOperator::Or)),
    ("intersection_update", |cx, arguments| changed(cx, &arguments, BinaryOperator::And)),
    ("difference_update", |cx, arguments| changed(cx, &arguments, BinaryOperator::Subtract)),
    ("symmetric_difference_update", |cx, arguments| {
        let [_] = arguments.exactly("set.symmetric_difference_update")?;
        changed(cx, &arguments, BinaryOperator::Xor)
    }),
    ("add", add),
    ("remove", remove),
    ("discard", discard),
    ("pop", pop),
    ("clear", clear),
];

/// The set that a method is called on.
fn own<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Set>, Exception> {
    match inside(arguments.object()) {
        Value::Set(set) => Ok(set),
        _ => Err(wrong_object(arguments, "set", method)),
    }
}

/// How errors name a method.
fn qualified(set: &Set, method: &str) -> String {
    format!("{}.{method}", if set.is_frozen() { "frozenset" } else { "set" })
}

/// The method that does what an operator does.
fn method_for(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::And => "intersection",
        BinaryOperator::Subtract => "difference",
        BinaryOperator::Xor => "symmetric_difference",
        _ => "union",
    }
}

fn new_set(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().set)?;
    made(class, Value::Set(Rc::new(Set::empty(false))))
}

fn init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = own(&arguments, "__init__")?;
    let arguments = heeded(arguments, &class_of(arguments.object()), &names().new);
    let given = arguments.between("set", 0, 1)?;
    let old = set.clear();
    drop(old);
    let Some(items) = given.first() else { return nothing() };
    if let Some(keys) = keys_of(items)?
        && change(set, BinaryOperator::Or, &keys).is_ok()
    {
        return nothing();
    }
    cx.prelude("set_fill", vec![Value::Set(set.clone()), items.clone()])
}

fn new_frozenset(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().frozenset)?;
    let arguments = heeded(arguments, class, &names().init);
    let given = arguments.between("frozenset", 0, 1)?;
    let set = Set::empty(true);
    let Some(items) = given.first() else { return made(class, Value::Set(Rc::new(set))) };
    if let Value::Set(same) = items
        && same.is_frozen()
        && class.is_builtin
    {
        return Ok(Outcome::Value(items.clone()));
    }
    match keys_of(items)? {
        Some(keys) if change(&set, BinaryOperator::Or, &keys).is_ok() => {
            made(class, Value::Set(Rc::new(set)))
        }
        _ => cx.prelude("frozenset_new", vec![Value::Class(class.clone()), items.clone()]),
    }
}

/// The keys of an operand.
enum Keys {
    Set(Rc<Set>),
    /// A dict's, or those of any other iterable.
    Listed {
        keys: Vec<(i64, Value)>,
        of_dict: bool,
    },
}

/// The keys of an iterable; nothing if the program has to be asked for them, or for what they hash to. An
/// iterator's are lost then: the prelude is better asked at once.
fn keys_of(value: &Value) -> Result<Option<Keys>, Exception> {
    match inside(value) {
        Value::Set(set) => return Ok(Some(Keys::Set(set.clone()))),
        Value::Dict(dict) => {
            let keys = dict.entries().into_iter().map(|entry| (entry.hash, entry.key)).collect();
            return Ok(Some(Keys::Listed { keys, of_dict: true }));
        }
        Value::Iter(_) => return Ok(None),
        _ => {}
    }
    let Some(items) = items_of(value)? else { return Ok(None) };
    let mut keys = Vec::with_capacity(items.len());
    for item in items {
        match hash_of(&item)? {
            Some(hash) => keys.push((hash, item)),
            None => return Ok(None),
        }
    }
    Ok(Some(Keys::Listed { keys, of_dict: false }))
}

/// `own operator other`, as a set of its own.
fn combine(own: &Set, operator: BinaryOperator, other: &Keys, frozen: bool) -> Result<Set, MustAsk> {
    match (operator, other) {
        (BinaryOperator::And, Keys::Set(other)) => own.intersection(other, frozen),
        (BinaryOperator::And, Keys::Listed { keys, .. }) => {
            let both = Set::empty(frozen);
            for (hash, key) in keys {
                if own.contains(*hash, key)? {
                    both.add(*hash, key.clone())?;
                }
            }
            Ok(both)
        }
        (BinaryOperator::Subtract, Keys::Set(other)) => own.difference(other, frozen),
        (BinaryOperator::Xor, other) => {
            let result = Set::empty(frozen);
            change(&result, BinaryOperator::Or, other)?;
            exchange(&result, own)?;
            Ok(result)
        }
        _ => {
            let result = own.copy(frozen);
            change(&result, operator, other)?;
            Ok(result)
        }
    }
}

/// `own operator= other`
fn change(own: &Set, operator: BinaryOperator, other: &Keys) -> Result<(), MustAsk> {
    match (operator, other) {
        (BinaryOperator::Or, Keys::Set(other)) => own.unite(other),
        (BinaryOperator::Or, Keys::Listed { keys, of_dict }) => {
            if *of_dict {
                own.reserve(keys.len());
            }
            keys.iter().try_for_each(|(hash, key)| own.add(*hash, key.clone()).map(drop))
        }
        (BinaryOperator::Subtract, Keys::Set(other)) => own.subtract(other),
        (BinaryOperator::Subtract, Keys::Listed { keys, .. }) => {
            keys.iter().try_for_each(|(hash, key)| own.remove(*hash, key).map(drop))
        }
        (BinaryOperator::Xor, Keys::Set(other)) => exchange(own, other),
        (BinaryOperator::Xor, Keys::Listed { keys, of_dict: true }) if !asks(own) => {
            for (hash, key) in keys {
                if own.remove(*hash, key)?.is_none() {
                    own.add(*hash, key.clone())?;
                }
            }
            Ok(())
        }
        (BinaryOperator::Xor, listed) => {
            let other = Set::empty(false);
            change(&other, BinaryOperator::Or, listed)?;
            exchange(own, &other)
        }
        (operator, other) => {
            let result = combine(own, operator, other, false)?;
            own.swap(&result);
            Ok(())
        }
    }
}

/// `own ^= other`, if that needs no program at all: begun twice, it would undo itself.
fn exchange(own: &Set, other: &Set) -> Result<(), MustAsk> {
    if asks(own) || asks(other) { Err(MustAsk) } else { own.exchange(other) }
}

/// Whether to compare keys may need the program.
fn asks(set: &Set) -> bool {
    fn is_foreign(key: &Value) -> bool {
        match key {
            Value::Instance(instance) => instance.with_class(|class| class.habits().eq),
            Value::Tuple(items) => items.iter().any(is_foreign),
            _ => false,
        }
    }
    set.entries().iter().any(|(_, key)| is_foreign(key))
}

/// The function of the prelude for an operation in place.
fn asking(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::And => "set_intersect",
        BinaryOperator::Subtract => "set_subtract",
        BinaryOperator::Xor => "set_exchange",
        _ => "set_update",
    }
}

/// `union` and its like.
fn combined(cx: &mut Context<'_>, arguments: &Arguments<'_>, operator: BinaryOperator) -> Answer {
    let method = method_for(operator);
    let set = own(arguments, method)?;
    arguments.no_names(&qualified(set, method))?;
    let mut result: Option<Set> = None;
    for other in arguments.rest().all() {
        let done = match (keys_of(other)?, &result) {
            (None, _) => Err(MustAsk),
            (Some(keys), None) => {
                combine(set, operator, &keys, set.is_frozen()).map(|first| result = Some(first))
            }
            (Some(keys), Some(so_far)) => change(so_far, operator, &keys),
        };
        if done == Err(MustAsk) {
            let mut all = vec![cx.vm.prelude_function(asking(operator)), Value::Set(set.clone())];
            all.extend(arguments.rest().all().iter().cloned());
            return cx.prelude("set_combined", all);
        }
    }
    let result = result.unwrap_or_else(|| set.copy(set.is_frozen()));
    Ok(Outcome::Value(Value::Set(Rc::new(result))))
}

/// `update` and its like.
fn changed(cx: &mut Context<'_>, arguments: &Arguments<'_>, operator: BinaryOperator) -> Answer {
    let set = own(arguments, "update")?;
    arguments.no_names(&match operator {
        BinaryOperator::Or => "set.update".to_owned(),
        _ => format!("set.{}_update", method_for(operator)),
    })?;
    for (index, other) in arguments.rest().all().iter().enumerate() {
        let done = match keys_of(other)? {
            Some(keys) => change(set, operator, &keys),
            None => Err(MustAsk),
        };
        if done == Err(MustAsk) {
            let mut all = vec![cx.vm.prelude_function(asking(operator)), Value::Set(set.clone())];
            all.extend(arguments.rest().all()[index..].iter().cloned());
            return cx.prelude("set_changed", all);
        }
    }
    nothing()
}

fn operator(
    cx: &mut Context<'_>,
    arguments: &Arguments<'_>,
    operator: BinaryOperator,
    in_place: bool,
) -> Answer {
    own(arguments, &format!("__{}{}__", if in_place { "i" } else { "" }, bare_name(operator)))?;
    let other = operand(arguments)?;
    let result = binary(cx, operator, inside(arguments.object()), inside(other), in_place)?;
    match result {
        Outcome::Value(Value::Set(_)) if in_place => Ok(Outcome::Value(arguments.object().clone())),
        result => Ok(result),
    }
}

fn reflected(cx: &mut Context<'_>, arguments: &Arguments<'_>, operator: BinaryOperator) -> Answer {
    own(arguments, &format!("__r{}__", bare_name(operator)))?;
    let other = operand(arguments)?;
    binary(cx, operator, inside(other), inside(arguments.object()), false)
}

/// An operator's name, as it stands in those of its methods.
fn bare_name(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::And => "and",
        BinaryOperator::Subtract => "sub",
        BinaryOperator::Xor => "xor",
        _ => "or",
    }
}

fn binary(
    cx: &mut Context<'_>,
    operator: BinaryOperator,
    left: &Value,
    right: &Value,
    in_place: bool,
) -> Answer {
    let (Value::Set(_), Value::Set(_)) = (left, right) else {
        return Ok(Outcome::Value(Value::NotImplemented));
    };
    match collections_binary(operator, left.clone(), right.clone(), in_place) {
        Ok(value) => Ok(Outcome::Value(value)),
        Err(Trouble::Raise(error)) => Err(error),
        Err(Trouble::NoSuch(..)) => Ok(Outcome::Value(Value::NotImplemented)),
        Err(Trouble::Ask(function, left, right)) => cx.prelude(function, vec![left, right]),
    }
}

/// Operators of sets and dicts.
pub(crate) fn collections_binary(
    operator: BinaryOperator,
    left: Value,
    right: Value,
    in_place: bool,
) -> Result<Value, Trouble> {
    match (&left, &right) {
        (Value::Set(one), Value::Set(other)) => {
            let keys = Keys::Set(other.clone());
            let result = if in_place && !one.is_frozen() {
                change(one, operator, &keys).map(|()| left.clone())
            } else {
                combine(one, operator, &keys, one.is_frozen()).map(|set| Value::Set(Rc::new(set)))
            };
            let function = match (operator, in_place && !one.is_frozen()) {
                (_, true) => asking(operator),
                (BinaryOperator::And, false) => "set_and",
                (BinaryOperator::Subtract, false) => "set_sub",
                (BinaryOperator::Xor, false) => "set_xor",
                _ => "set_or",
            };
            result.map_err(|MustAsk| Trouble::Ask(function, left, right))
        }
        (Value::Dict(one), Value::Dict(other)) if operator == BinaryOperator::Or => {
            let result = if in_place { one.clone() } else { Rc::new(one.copy()) };
            match dict::merge_dict(&result, other) {
                Ok(()) => Ok(Value::Dict(result)),
                Err(MustAsk) => {
                    let function = if in_place { "dict_update_in_place" } else { "dict_union" };
                    Err(Trouble::Ask(function, left, right))
                }
            }
        }
        (Value::Dict(_), _) if operator == BinaryOperator::Or && in_place => {
            Err(Trouble::Ask("dict_update_in_place", left, right))
        }
        _ => Err(Trouble::NoSuch(left, right)),
    }
}

fn relation(cx: &mut Context<'_>, arguments: &Arguments<'_>, method: &str) -> Answer {
    let set = own(arguments, method)?;
    let [other] = arguments.exactly(&qualified(set, method))?;
    let known = match keys_of(other)? {
        Some(keys) => relates(set, method, &keys),
        None => Err(MustAsk),
    };
    match known {
        Ok(truth) => Ok(Outcome::from(truth)),
        Err(MustAsk) => cx.prelude(&format!("set_{method}"), vec![Value::Set(set.clone()), other.clone()]),
    }
}

fn relates(set: &Set, method: &str, keys: &Keys) -> Result<bool, MustAsk> {
    let listed = match keys {
        Keys::Set(other) => other.entries(),
        Keys::Listed { keys, .. } => keys.clone(),
    };
    if method == "issubset" {
        let other = Set::empty(false);
        change(&other, BinaryOperator::Or, keys)?;
        for (hash, key) in set.entries() {
            if !other.contains(hash, &key)? {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    let wanted = method == "issuperset";
    for (hash, key) in listed {
        if set.contains(hash, &key)? != wanted {
            return Ok(false);
        }
    }
    Ok(true)
}

fn length(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    no_operand(&arguments)?;
    Ok(Outcome::Value(Value::index(own(&arguments, "__len__")?.len())))
}

fn iterate(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    no_operand(&arguments)?;
    cx.iterate(Value::Set(own(&arguments, "__iter__")?.clone()))
}

fn contains(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = Value::Set(own(&arguments, "__contains__")?.clone());
    let [key] = arguments.exactly("set.__contains__")?;
    match items::contains(&set, key)? {
        Ok(truth) => Ok(Outcome::from(truth)),
        Err(MustAsk) => cx.prelude("set_contains", vec![set, key.clone()]),
    }
}

fn hash(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match hash_of(&Value::Set(own(&arguments, "__hash__")?.clone()))? {
        Some(hash) => Ok(Outcome::Value(Value::int(hash))),
        None => Err(type_error("unhashable type: 'frozenset'")),
    }
}

fn copy(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = own(&arguments, "copy")?;
    let [] = arguments.exactly(&qualified(set, "copy"))?;
    Ok(Outcome::Value(match inside(arguments.object()) {
        same if set.is_frozen() => same.clone(),
        _ => Value::Set(Rc::new(set.copy(false))),
    }))
}

fn add(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = own(&arguments, "add")?;
    let [key] = arguments.exactly("set.add")?;
    cx.set_add(Value::Set(set.clone()), key.clone())
}

/// The key to look for: a set stands for the frozenset of what it holds.
fn searched(key: &Value) -> Value {
    match inside(key) {
        Value::Set(set) if !set.is_frozen() => Value::Set(Rc::new(set.copy(true))),
        _ => key.clone(),
    }
}

fn take(set: &Set, key: &Value) -> Result<Option<Value>, NoHash> {
    let key = searched(key);
    Ok(set.remove(hashing::of(&key)?, &key)?)
}

fn remove(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = own(&arguments, "remove")?;
    let [key] = arguments.exactly("set.remove")?;
    match take(set, key) {
        Ok(Some(_)) => nothing(),
        Ok(None) => Err(key_error(key.clone())),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude("set_remove", vec![Value::Set(set.clone()), key.clone()]),
    }
}

fn discard(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = own(&arguments, "discard")?;
    let [key] = arguments.exactly("set.discard")?;
    match take(set, key) {
        Ok(_) => nothing(),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude("set_discard", vec![Value::Set(set.clone()), key.clone()]),
    }
}

fn pop(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = own(&arguments, "pop")?;
    let [] = arguments.exactly("set.pop")?;
    set.pop().map(Outcome::Value).ok_or_else(|| key_error(Value::str("pop from an empty set")))
}

fn clear(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let set = own(&arguments, "clear")?;
    let [] = arguments.exactly("set.clear")?;
    let old = set.clear();
    drop(old);
    nothing()
}
