//! What the prelude needs of collections, as functions of `_interleave`: keys of one hash, which it compares by
//! the program's `__eq__`, and reaching exactly the key that it has found.

use super::{Table, functions_into, iterators, repr, sequence_functions, sorting, tuple};
use crate::number::hash;
use crate::object::{Dict, Exception};
use crate::types::types;
use crate::value::{Value, intern};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{key_error, type_error};

const FUNCTIONS: &Table = &[
    ("dict_candidates", dict_candidates),
    ("dict_value", dict_value),
    ("dict_put", dict_put),
    ("dict_drop", dict_drop),
    ("set_candidates", set_candidates),
    ("set_put", set_put),
    ("set_drop", set_drop),
    ("set_reserve", set_reserve),
    ("hash_items", hash_items),
    ("function_text", function_text),
    ("sort_items", sorting::sort_items),
    ("list_return", sorting::list_return),
    ("tuple_field", tuple::tuple_field),
];

/// Puts them, and the classes that are made of them, into the module.
pub(crate) fn fill(namespace: &Dict) {
    for table in [FUNCTIONS, iterators::INTRINSICS, sequence_functions::INTRINSICS] {
        functions_into(namespace, "_interleave", table);
    }
    drop(namespace.set_str(&intern("deque"), Value::Class(types().deque.clone())));
}

fn wrong() -> Exception {
    type_error("a collection and a hash are needed")
}

/// `dict_candidates(dict, hash)`: the keys of that hash.
fn dict_candidates(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Dict(dict), Value::Int(hash, _)] = arguments.positional() else { return Err(wrong()) };
    Ok(Outcome::Value(Value::list(dict.candidates(*hash))))
}

/// `dict_value(dict, hash, key)`: the value of this very key.
fn dict_value(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Dict(dict), Value::Int(hash, _), key] = arguments.positional() else { return Err(wrong()) };
    dict.get_identical(*hash, key).map(Outcome::Value).ok_or_else(|| key_error(key.clone()))
}

/// `dict_put(dict, hash, key, value)`: sets the value of this very key, which may be new.
fn dict_put(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Dict(dict), Value::Int(hash, _), key, value] = arguments.positional() else {
        return Err(wrong());
    };
    let old = dict.set_identical(*hash, key, value.clone());
    drop(old);
    nothing()
}

/// `dict_drop(dict, hash, key)`: takes this very key out, and gives its value.
fn dict_drop(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Dict(dict), Value::Int(hash, _), key] = arguments.positional() else { return Err(wrong()) };
    let entry = dict.remove_identical(*hash, key);
    entry.map(|entry| Outcome::Value(entry.value)).ok_or_else(|| key_error(key.clone()))
}

/// `set_candidates(set, hash)`: the keys of that hash.
fn set_candidates(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Set(set), Value::Int(hash, _)] = arguments.positional() else { return Err(wrong()) };
    Ok(Outcome::Value(Value::list(set.candidates(*hash))))
}

/// `set_put(set, hash, key)`: adds a key that equals none.
fn set_put(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Set(set), Value::Int(hash, _), key] = arguments.positional() else { return Err(wrong()) };
    set.push(*hash, key.clone());
    nothing()
}

/// `set_drop(set, hash, key)`: takes this very key out.
fn set_drop(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Set(set), Value::Int(hash, _), key] = arguments.positional() else { return Err(wrong()) };
    let old = set.remove_identical(*hash, key);
    drop(old);
    nothing()
}

/// `set_reserve(set, count)`: room for as many keys more, as CPython makes it before it adds another set.
fn set_reserve(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Set(set), Value::Int(count, _)] = arguments.positional() else { return Err(wrong()) };
    set.reserve(usize::try_from(*count).unwrap_or(0));
    nothing()
}

/// `hash_items(hashes)`: the hash of a tuple whose items hash to these.
fn hash_items(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::List(hashes)] = arguments.positional() else { return Err(wrong()) };
    let hashes: Vec<i64> = hashes
        .items()
        .iter()
        .map(|hash| match hash {
            Value::Int(hash, _) => *hash,
            _ => 0,
        })
        .collect();
    Ok(Outcome::Value(Value::int(hash::tuple(&hashes))))
}

/// `function_text(callee)`: how errors about its arguments name it.
fn function_text(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(repr::function_text(arguments.object())))
}
