//! Iterators: `enumerate`, `zip`, `map`, `filter`, `reversed`, and the methods of those over builtin
//! collections. Over what only the program can iterate, a generator of the prelude does the work inside.

use std::rc::Rc;

use super::collections::{index_of, not_iterable};
use super::receive::{self, wrong_object};
use super::{Table, install, install_static, range};
use crate::code::CodeKind;
use crate::object::function::NativeCall;
use crate::object::iter::{Recipe, Walk};
use crate::object::{Class, Exception, Generator, Instance, Iter, Payload};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::attributes::special;
use crate::vm::compare::has_python_method;
use crate::vm::describe::class_name;
use crate::vm::iterate::builtin_iter;
use crate::vm::native::{Answer, Arguments, Context, Outcome, Resumption, nothing};
use crate::vm::operators::truth;
use crate::vm::raise::{stop_iteration, type_error, unexpected_keyword};

/// An iterator that may need the program at every step.
enum Lazy {
    Map {
        function: Value,
        iterators: Vec<Value>,
    },
    /// The function is `None` if items are asked for their own truth.
    Filter {
        function: Value,
        iterator: Value,
    },
    /// A generator of the prelude.
    Driven(Rc<Generator>),
}

/// Gives iterators their methods.
pub(crate) fn fill(types: &Types) {
    let walks = [
        &types.iterator,
        &types.list_iterator,
        &types.list_reverseiterator,
        &types.tuple_iterator,
        &types.range_iterator,
        &types.str_iterator,
        &types.str_ascii_iterator,
        &types.bytes_iterator,
        &types.bytearray_iterator,
        &types.set_iterator,
        &types.dict_keyiterator,
        &types.dict_valueiterator,
        &types.dict_itemiterator,
        &types.dict_reversekeyiterator,
        &types.dict_reversevalueiterator,
        &types.dict_reverseitemiterator,
    ];
    for class in walks {
        install(class, &[("__iter__", itself), ("__next__", next_of), ("__length_hint__", length_hint)]);
        install(class, STATES);
    }
    let makers: [(&Rc<Class>, NativeCall); 5] = [
        (&types.enumerate, new_enumerate),
        (&types.zip, new_zip),
        (&types.map, new_map),
        (&types.filter, new_filter),
        (&types.reversed, new_reversed),
    ];
    for (class, new) in makers {
        install(class, &[("__iter__", itself), ("__next__", next_of)]);
        install(class, STATES);
        install_static(class, &[("__new__", new)]);
    }
    install(&types.reversed, &[("__length_hint__", length_hint)]);
    install(&types.callable_iterator, &[("__iter__", itself), ("__next__", next_of)]);
}

/// What the prelude makes iterators with.
pub(crate) const INTRINSICS: &Table = &[
    ("make_map", make_map),
    ("make_filter", make_filter),
    ("make_driven", make_driven),
    ("iterator_parts", iterator_parts),
];

/// How iterators are copied and pickled.
const STATES: &Table = &[("__reduce__", reduce), ("__setstate__", set_state)];

fn reduce(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("reduction", vec![Value::name("reduce_iterator"), arguments.object().clone()])
}

fn set_state(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [state] = arguments.exactly("__setstate__")?;
    if let Value::Iter(iter) = arguments.object() {
        let wanted = match state {
            Value::Bool(flag) => i64::from(*flag),
            state => receive::integer(state)?.small().unwrap_or(i64::MAX),
        };
        iter.go_to(wanted);
    }
    nothing()
}

/// `_interleave.iterator_parts(iterator)`: how it is made anew, as `Recipe` has it; nothing for those that a generator
/// works for.
fn iterator_parts(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let object = arguments.object();
    let recipe = match object {
        Value::Iter(iter) => iter.recipe(),
        object => match object.native::<Lazy>() {
            Some(Lazy::Map { function, iterators }) => {
                let arguments = [std::slice::from_ref(function), iterators].concat();
                Recipe { maker: "map", arguments, state: None }
            }
            Some(Lazy::Filter { function, iterator }) => {
                Recipe { maker: "filter", arguments: vec![function.clone(), iterator.clone()], state: None }
            }
            Some(Lazy::Driven(_)) | None => return nothing(),
        },
    };
    let parts = [Value::name(recipe.maker), Value::tuple(recipe.arguments)].into_iter().chain(recipe.state);
    Ok(Outcome::Value(Value::tuple(parts.collect())))
}

fn itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(arguments.object().clone()))
}

fn length_hint(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(match arguments.object() {
        Value::Iter(iter) => Value::index(iter.length_hint()),
        _ => Value::NotImplemented,
    }))
}

fn next_of(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let object = arguments.object();
    if let Value::Iter(iter) = object {
        return iter.next()?.map(Outcome::Value).ok_or_else(|| stop_iteration(Value::None));
    }
    let Some(lazy) = object.native::<Lazy>() else {
        return Err(wrong_object(&arguments, "iterator", "__next__"));
    };
    match lazy {
        Lazy::Map { function, iterators } => {
            let mut items = Vec::with_capacity(iterators.len());
            for iterator in iterators {
                let Value::Iter(iter) = iterator else {
                    return match iterators.as_slice() {
                        [iterator] => cx.prelude("map_next", vec![function.clone(), iterator.clone()]),
                        _ => {
                            let rest = Value::list(iterators[items.len()..].to_vec());
                            cx.prelude(
                                "map_next_of_several",
                                vec![function.clone(), Value::list(items), rest],
                            )
                        }
                    };
                };
                items.push(iter.next()?.ok_or_else(|| stop_iteration(Value::None))?);
            }
            Ok(Outcome::call(function.clone(), items))
        }
        Lazy::Filter { function, iterator } => filter_next(cx, function, iterator),
        Lazy::Driven(generator) => Ok(Outcome::Resume(generator.clone(), Resumption::Send(Value::None))),
    }
}

fn filter_next(cx: &mut Context<'_>, function: &Value, iterator: &Value) -> Answer {
    let Value::Iter(iter) = iterator else {
        return cx.prelude("filter_next", vec![function.clone(), iterator.clone()]);
    };
    if !function.is_none() {
        return cx.prelude("filter_next", vec![function.clone(), iterator.clone()]);
    }
    while let Some(item) = iter.next()? {
        match truth(&item) {
            Some(true) => return Ok(Outcome::Value(item)),
            Some(false) => {}
            None => return cx.prelude("filter_next_after", vec![item, iterator.clone()]),
        }
    }
    Err(stop_iteration(Value::None))
}

/// The iterator of a value; nothing if the program has to be asked.
pub(crate) fn known_iterator(value: &Value) -> Result<Option<Value>, Exception> {
    if let Some(iter) = builtin_iter(value) {
        return Ok(Some(Value::Iter(iter)));
    }
    match value {
        Value::Generator(generator) if generator.kind == CodeKind::Generator => Ok(Some(value.clone())),
        _ if value.native::<Lazy>().is_some() => Ok(Some(value.clone())),
        _ => match special(value, &names().iter) {
            Some(Value::None) => Err(not_iterable(value)),
            Some(_) => Ok(None),
            None if special(value, &names().getitem).is_some() => Ok(None),
            None => Err(not_iterable(value)),
        },
    }
}

/// The iterators of several values; nothing if the program has to be asked for one.
fn known_iterators(values: &[Value]) -> Result<Option<Vec<Value>>, Exception> {
    let mut iterators = Vec::with_capacity(values.len());
    for value in values {
        match known_iterator(value)? {
            Some(iterator) => iterators.push(iterator),
            None => return Ok(None),
        }
    }
    Ok(Some(iterators))
}

/// Iterators that are all builtin, and may be inside another.
fn all_builtin(iterators: &[Value]) -> Option<Vec<Rc<Iter>>> {
    let builtin = |value: &Value| match value {
        Value::Iter(iter) if iter.can_nest() => Some(iter.clone()),
        _ => None,
    };
    iterators.iter().map(builtin).collect()
}

fn lazy(class: &Rc<Class>, lazy: Lazy) -> Value {
    Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Native(Box::new(lazy)))))
}

fn new_map(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let rest = arguments.rest();
    rest.no_names("map")?;
    let [function, iterables @ ..] = rest.all() else {
        return Err(type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(type_error("map() must have at least two arguments."));
    }
    match known_iterators(iterables)? {
        Some(iterators) => {
            Ok(Outcome::Value(lazy(&types().map, Lazy::Map { function: function.clone(), iterators })))
        }
        None => cx.prelude("map_of", rest.all().to_vec()),
    }
}

fn make_map(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function, Value::List(iterators)] = arguments.positional() else { return nothing() };
    let iterators = iterators.to_vec();
    Ok(Outcome::Value(lazy(&types().map, Lazy::Map { function: function.clone(), iterators })))
}

fn new_filter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let rest = arguments.rest();
    rest.no_names("filter")?;
    let [function, iterable] = rest.plain_between("filter", 2, 2)? else { return nothing() };
    let plain = matches!(function, Value::Class(class) if class.is(&types().bool));
    let function = if plain { Value::None } else { function.clone() };
    match known_iterator(iterable)? {
        Some(iterator) => Ok(Outcome::Value(lazy(&types().filter, Lazy::Filter { function, iterator }))),
        None => cx.prelude("filter_of", vec![function, iterable.clone()]),
    }
}

fn make_filter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function, iterator] = arguments.positional() else { return nothing() };
    let state = Lazy::Filter { function: function.clone(), iterator: iterator.clone() };
    Ok(Outcome::Value(lazy(&types().filter, state)))
}

/// `_interleave.make_driven(class, generator)`: an iterator of a builtin class that a generator works for.
fn make_driven(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [kind, Value::Generator(generator)] = arguments.positional() else { return nothing() };
    let class = match kind {
        Value::Class(class) => class,
        _ => &types().callable_iterator,
    };
    Ok(Outcome::Value(lazy(class, Lazy::Driven(generator.clone()))))
}

fn new_zip(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let rest = arguments.rest();
    let mut strict = false;
    for (name, value) in rest.named() {
        if name != "strict" {
            return Err(unexpected_keyword("zip", name, &["strict"]));
        }
        strict = truth(value).unwrap_or(true);
    }
    let iterables = rest.positional();
    if let Some(iterators) = known_iterators(iterables)?
        && let Some(inner) = all_builtin(&iterators)
    {
        return Ok(Outcome::Value(Value::Iter(Iter::new(Walk::Zip { inner, strict }))));
    }
    cx.prelude("zip_of", vec![Value::tuple(iterables.to_vec()), Value::Bool(strict)])
}

fn new_enumerate(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let unknown = arguments.names().iter().find(|name| **name != "iterable" && **name != "start");
    if let Some(name) = unknown
        && arguments.rest().all().len() <= 2
    {
        return Err(type_error(format!("'{name}' is an invalid keyword argument for enumerate()")));
    }
    let [iterable, start] = arguments.rest().bind("enumerate", ["iterable", "start"], 0, 0)?;
    if iterable.is_unset() {
        return Err(type_error("enumerate() missing required argument 'iterable'"));
    }
    let start = start.or(Value::int(0));
    let small = match &start {
        Value::Int(number, _) if (0..i64::MAX / 2).contains(number) => Some(*number),
        other => {
            index_of(other)?;
            None
        }
    };
    if let Some(iterator) = known_iterator(&iterable)?
        && let (Some(inner), Some(start)) = (all_builtin(std::slice::from_ref(&iterator)), small)
        && let Some(inner) = inner.into_iter().next()
    {
        return Ok(Outcome::Value(Value::Iter(Iter::new(Walk::Enumerate(inner, start)))));
    }
    cx.prelude("enumerate_of", vec![iterable, start])
}

fn new_reversed(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let rest = arguments.rest();
    rest.no_names("reversed")?;
    let [sequence] = rest.plain_between("reversed", 1, 1)? else { return nothing() };
    let walk = match sequence {
        Value::List(list) => Walk::ListBackwards(list.clone(), list.len()),
        Value::Tuple(tuple) if !has_python_method(sequence, &names().reversed) => {
            Walk::TupleBackwards(tuple.clone(), tuple.len())
        }
        Value::Str(text) => Walk::TextBackwards(text.clone(), text.as_str().len()),
        Value::Range(numbers) => return Ok(Outcome::Value(Value::Iter(range::backwards(numbers)))),
        _ => {
            return match special(sequence, &names().reversed) {
                Some(Value::None) => Err(not_reversible(sequence)),
                Some(method) => Ok(Outcome::call(method, Vec::new())),
                None if special(sequence, &names().len).is_some()
                    && special(sequence, &names().getitem).is_some() =>
                {
                    cx.prelude("reversed_of", vec![sequence.clone()])
                }
                None => Err(not_reversible(sequence)),
            };
        }
    };
    Ok(Outcome::Value(Value::Iter(Iter::new(walk))))
}

fn not_reversible(value: &Value) -> Exception {
    type_error(format!("'{}' object is not reversible", class_name(value)))
}
