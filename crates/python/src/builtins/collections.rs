//! What the builtin collections have in common: taking all items of an argument, comparing,
//! searching, indices that may need the program's `__index__`. What they do with the object they
//! are called on is in `receive`; what the prelude needs of them is in `collection_helpers`.

use std::cmp::Ordering;

use super::receive::{inside, integer};
use super::{Table, native};
use crate::code::Comparison;
use crate::effort;
use crate::object::Exception;
use crate::object::function::{Home, NativeCall};
use crate::types::names;
use crate::value::Value;
use crate::vm::attributes::special;
use crate::vm::compare::holds;
use crate::vm::describe::error_name;
use crate::vm::equality::{MustAsk, equal, order};
use crate::vm::hashing::{self, NoHash};
use crate::vm::items::compare_sets;
use crate::vm::iterate::{builtin_iter, known_items};
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::LARGEST;
use crate::vm::raise::{memory_error, type_error};

/// How many items one collection may have.
pub(crate) const MOST_ITEMS: usize = LARGEST / size_of::<Value>();

/// All items of an iterable; nothing if the program has to be asked for them.
pub(crate) fn items_of(value: &Value) -> Result<Option<Vec<Value>>, Exception> {
    match value {
        Value::List(_) | Value::Set(_) | Value::Dict(_) => return Ok(known_items(value)),
        _ => {}
    }
    let Some(iter) = builtin_iter(value) else { return not_iterable_or_ask(value).map(|()| None) };
    let expected = iter.length_hint();
    if expected > MOST_ITEMS {
        return Err(memory_error(""));
    }
    let mut items = Vec::with_capacity(expected);
    while let Some(item) = iter.next()? {
        if items.len() >= MOST_ITEMS {
            return Err(memory_error(""));
        }
        items.push(item);
    }
    effort::spend_length(items.len(), 0);
    Ok(Some(items))
}

/// An error if nothing can be iterated here.
fn not_iterable_or_ask(value: &Value) -> Result<(), Exception> {
    let iterable = match special(value, &names().iter) {
        Some(Value::None) => false,
        Some(_) => true,
        None => special(value, &names().getitem).is_some() && !matches!(value, Value::Class(_)),
    };
    if iterable { Ok(()) } else { Err(not_iterable(value)) }
}

pub(crate) fn not_iterable(value: &Value) -> Exception {
    type_error(format!("'{}' object is not iterable", error_name(value)))
}

/// The hash of a key; nothing if the program has to be asked.
pub(crate) fn hash_of(key: &Value) -> Result<Option<i64>, Exception> {
    match hashing::of(key) {
        Ok(hash) => Ok(Some(hash)),
        Err(NoHash::Ask) => Ok(None),
        Err(NoHash::Unhashable(error)) => Err(error),
    }
}

/// A whole number, held within 64 bits; nothing if the program's `__index__` has to be asked.
pub(crate) fn index_of(value: &Value) -> Result<Option<i64>, Exception> {
    match integer(value) {
        Ok(number) => {
            let far = if number.is_negative() { i64::MIN } else { i64::MAX };
            Ok(Some(number.small().unwrap_or(far)))
        }
        Err(_) if special(value, &names().index).is_some() => Ok(None),
        Err(error) => Err(error),
    }
}

/// The same call again, once `__index__` has made an int of one of the arguments.
pub(crate) fn again_with_index(
    cx: &Context<'_>,
    name: &str,
    call: NativeCall,
    arguments: &Arguments<'_>,
    index: usize,
) -> Answer {
    let function = Value::Native(std::rc::Rc::new(native(name, Home::Nowhere, call, false)));
    let mut all = vec![function, Value::index(index)];
    all.extend(arguments.positional().iter().cloned());
    cx.prelude("again_with_index", all)
}

/// The first of some items, from a place up to another, that is or equals a value.
pub(crate) fn position(items: &[Value], value: &Value) -> Result<Option<usize>, MustAsk> {
    for (index, item) in items.iter().enumerate() {
        effort::spend(1);
        if item.is(value) || equal(item, value)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

/// How many of some items are or equal a value.
pub(crate) fn occurrences(items: &[Value], value: &Value) -> Result<usize, MustAsk> {
    let mut count = 0;
    for item in items {
        effort::spend(1);
        count += usize::from(item.is(value) || equal(item, value)?);
    }
    Ok(count)
}

/// Where `index(value, start, stop)` looks: bounds as slices have them.
pub(crate) fn bounds(start: i64, stop: i64, length: usize) -> (usize, usize) {
    let bound = |number: i64| {
        let far = i64::try_from(length).unwrap_or(i64::MAX);
        let number = if number < 0 { number.saturating_add(far) } else { number };
        usize::try_from(number.clamp(0, far)).unwrap_or(0)
    };
    let start = bound(start);
    (start, bound(stop).max(start))
}

macro_rules! comparison_methods {
    ($($function:ident $operator:ident;)*) => {$(
        fn $function(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
            compare(cx, Comparison::$operator, arguments)
        }
    )*};
}

comparison_methods! {
    eq Equal;
    ne NotEqual;
    lt Less;
    le LessEqual;
    gt Greater;
    ge GreaterEqual;
}

/// `==` and `<` and their like, of lists, tuples, dicts and sets.
pub(crate) const COMPARISONS: &Table =
    &[("__eq__", eq), ("__ne__", ne), ("__lt__", lt), ("__le__", le), ("__gt__", gt), ("__ge__", ge)];

fn compare(cx: &mut Context<'_>, operator: Comparison, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.rest().all() else {
        return Err(type_error(format!("expected 1 argument, got {}", arguments.rest().all().len())));
    };
    let (own, other) = (inside(arguments.object()), inside(other));
    let is_order = !matches!(operator, Comparison::Equal | Comparison::NotEqual);
    let (equality, by_order) = match (own, other) {
        (Value::List(_), Value::List(_)) | (Value::Tuple(_), Value::Tuple(_)) => {
            ("sequence_equal", Some("sequence_order"))
        }
        (Value::Set(_), Value::Set(_)) => ("set_equal", Some("compare_sets")),
        (Value::Dict(_), Value::Dict(_)) if !is_order => ("dict_equal", None),
        _ => return Ok(Outcome::Value(Value::NotImplemented)),
    };
    let operands = || vec![own.clone(), other.clone()];
    if !is_order {
        return match equal(own, other) {
            Ok(same) => {
                let order = if same { Ordering::Equal } else { Ordering::Less };
                Ok(Outcome::from(holds(operator, Some(order))))
            }
            Err(MustAsk) if operator == Comparison::Equal => cx.prelude(equality, operands()),
            Err(MustAsk) => {
                cx.prelude("differs", vec![cx.vm.prelude_function(equality), own.clone(), other.clone()])
            }
        };
    }
    let known = match (own, other) {
        (Value::Set(one), Value::Set(other)) => compare_sets(operator, one, other),
        _ => match order(own, other) {
            Ok(order) => Ok(holds(operator, order.flatten())),
            Err(MustAsk) => Err(MustAsk),
        },
    };
    match (known, by_order) {
        (Ok(truth), _) => Ok(Outcome::from(truth)),
        (Err(MustAsk), Some(function)) => {
            let mut operands = operands();
            operands.push(Value::name(operator.symbol()));
            cx.prelude(function, operands)
        }
        (Err(MustAsk), None) => Ok(Outcome::Value(Value::NotImplemented)),
    }
}
