//! `list`: its methods. Sorting is in `sorting`; subscripts in `vm::items`.

use std::rc::Rc;

use super::collections::{COMPARISONS, again_with_index, bounds, index_of, items_of, occurrences, position};
use super::operator_methods::{SEQUENCE, show};
use super::receive::{class_to_make, inside, made, wrong_object};
use super::{heeded, install, install_static};
use crate::code::BinaryOperator;
use crate::effort;
use crate::object::iter::Walk;
use crate::object::{Exception, Iter, List};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::describe::class_of;
use crate::vm::equality::MustAsk;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::{Trouble, builtin_binary};
use crate::vm::raise::{index_error, type_error};

/// Gives `list` its methods.
pub(crate) fn fill(types: &Types) {
    let list = &types.list;
    install(list, SEQUENCE);
    install(list, COMPARISONS);
    install(
        list,
        &[
            ("__init__", init),
            ("__repr__", show),
            ("__setitem__", set_item),
            ("__delitem__", delete_item),
            ("__iadd__", add_in_place),
            ("__imul__", multiply_in_place),
            ("__reversed__", reversed),
            ("append", append),
            ("extend", extend),
            ("insert", insert),
            ("pop", pop),
            ("remove", remove),
            ("index", index),
            ("count", count),
            ("sort", super::sorting::sort),
            ("reverse", reverse),
            ("clear", clear),
            ("copy", copy),
        ],
    );
    install_static(list, &[("__new__", new)]);
    list.namespace.set_name("__hash__", Value::None);
}

/// The list that a method is called on.
pub(crate) fn own<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<List>, Exception> {
    match inside(arguments.object()) {
        Value::List(list) => Ok(list),
        _ => Err(wrong_object(arguments, "list", method)),
    }
}

fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().list)?;
    made(class, Value::list(Vec::new()))
}

fn init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "__init__")?;
    let arguments = heeded(arguments, &class_of(arguments.object()), &names().new);
    let given = arguments.between("list", 0, 1)?;
    let old = list.take();
    drop(old);
    match given.first() {
        Some(items) => fill_from(cx, list, items),
        None => nothing(),
    }
}

fn fill_from(cx: &mut Context<'_>, list: &Rc<List>, items: &Value) -> Answer {
    match items_of(items)? {
        Some(items) => {
            list.items_mut().extend(items);
            nothing()
        }
        None => cx.prelude("list_extend", vec![Value::List(list.clone()), items.clone()]),
    }
}

fn append(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "append")?;
    let [item] = arguments.exactly("list.append")?;
    list.push(item.clone());
    nothing()
}

fn extend(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "extend")?;
    let [items] = arguments.exactly("list.extend")?;
    fill_from(cx, list, items)
}

fn insert(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "insert")?;
    effort::spend_length(list.len(), 3);
    let [index, item] = arguments.exactly("list.insert")?;
    let Some(place) = index_of(index)? else {
        return again_with_index(cx, "list.insert", insert, &arguments, 1);
    };
    let (place, _) = bounds(place, i64::MAX, list.len());
    list.items_mut().insert(place, item.clone());
    nothing()
}

fn pop(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "pop")?;
    let place = match arguments.between("list.pop", 0, 1)?.first() {
        None => -1,
        Some(place) => match index_of(place)? {
            Some(place) => place,
            None => return again_with_index(cx, "list.pop", pop, &arguments, 1),
        },
    };
    let length = i64::try_from(list.len()).unwrap_or(i64::MAX);
    if length == 0 {
        return Err(index_error("pop from empty list"));
    }
    let place = if place < 0 { place.saturating_add(length) } else { place };
    match usize::try_from(place) {
        Ok(place) if place < list.len() => {
            effort::spend_length(list.len() - place, 3);
            Ok(Outcome::Value(list.items_mut().remove(place)))
        }
        _ => Err(index_error("pop index out of range")),
    }
}

fn remove(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "remove")?;
    let [value] = arguments.exactly("list.remove")?;
    let found = position(&list.items(), value);
    match found {
        Ok(Some(index)) => {
            let removed = list.items_mut().remove(index);
            drop(removed);
            nothing()
        }
        Ok(None) => Err(crate::vm::raise::value_error("list.remove(x): x not in list")),
        Err(MustAsk) => cx.prelude("list_remove", vec![Value::List(list.clone()), value.clone()]),
    }
}

fn index(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "index")?;
    let given = arguments.between("list.index", 1, 3)?;
    let mut limits = [0, i64::MAX];
    for (at, (limit, value)) in limits.iter_mut().zip(&given[1..]).enumerate() {
        match index_of(value).map_err(|_| wrong_bound())? {
            Some(number) => *limit = number,
            None => return again_with_index(cx, "list.index", index, &arguments, at + 2),
        }
    }
    let (start, stop) = bounds(limits[0], limits[1], list.len());
    let found = position(&list.items()[start..stop], &given[0]);
    match found {
        Ok(Some(index)) => Ok(Outcome::Value(Value::index(start + index))),
        Ok(None) | Err(MustAsk) => {
            let bounds = [Value::index(start), Value::index(stop)];
            let [start, stop] = bounds;
            cx.prelude("list_index", vec![Value::List(list.clone()), given[0].clone(), start, stop])
        }
    }
}

/// The error for a bound of `index` that is no number.
pub(crate) fn wrong_bound() -> Exception {
    type_error("slice indices must be integers or have an __index__ method")
}

fn count(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "count")?;
    let [value] = arguments.exactly("list.count")?;
    let found = occurrences(&list.items(), value);
    match found {
        Ok(count) => Ok(Outcome::Value(Value::index(count))),
        Err(MustAsk) => cx.prelude("sequence_count", vec![Value::List(list.clone()), value.clone()]),
    }
}

fn reverse(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "reverse")?;
    effort::spend_length(list.len(), 3);
    let [] = arguments.exactly("list.reverse")?;
    list.items_mut().reverse();
    nothing()
}

fn clear(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "clear")?;
    let [] = arguments.exactly("list.clear")?;
    let old = list.take();
    old.into_iter().rev().for_each(drop);
    nothing()
}

fn copy(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "copy")?;
    let [] = arguments.exactly("list.copy")?;
    Ok(Outcome::Value(Value::list(list.to_vec())))
}

fn set_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "__setitem__")?;
    let [index, value] = arguments.exactly("__setitem__")?;
    cx.set_item(Value::List(list.clone()), index.clone(), value.clone())
}

fn delete_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "__delitem__")?;
    let [index] = arguments.exactly("__delitem__")?;
    cx.delete_item(Value::List(list.clone()), index.clone())
}

fn reversed(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "__reversed__")?;
    let [] = arguments.exactly("list.__reversed__")?;
    Ok(Outcome::Value(Value::Iter(Iter::new(Walk::ListBackwards(list.clone(), list.len())))))
}

fn add_in_place(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "__iadd__")?;
    let [items] = arguments.exactly("list.__iadd__")?;
    match items_of(items)? {
        Some(items) => {
            list.items_mut().extend(items);
            Ok(Outcome::Value(arguments.object().clone()))
        }
        None => cx.prelude("list_extend_in_place", vec![arguments.object().clone(), items.clone()]),
    }
}

fn multiply_in_place(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "__imul__")?;
    let [times] = arguments.exactly("list.__imul__")?;
    match builtin_binary(BinaryOperator::Multiply, Value::List(list.clone()), inside(times).clone(), true) {
        Ok(_) => Ok(Outcome::Value(arguments.object().clone())),
        Err(Trouble::Raise(error)) => Err(error),
        Err(Trouble::NoSuch(..) | Trouble::Ask(..)) => Ok(Outcome::Value(Value::NotImplemented)),
    }
}
