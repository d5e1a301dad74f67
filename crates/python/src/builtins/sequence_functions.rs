//! Builtin functions over iterables: `len`, `sum`, `min`, `max`, `any`, `all`, `sorted`, `iter`, `next`, and
//! their asynchronous kin. Those that are classes are in `iterators`.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

use super::collections::items_of;
use super::iterators::known_iterator;
use super::{Table, install, sorting};
use crate::code::{BinaryOperator, CodeKind, Comparison};
use crate::effort;
use crate::number::integer::Integer;
use crate::number::summation::CompensatedSum;
use crate::object::{Exception, Instance, Payload, Range};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::attributes::special;
use crate::vm::compare::unordered;
use crate::vm::describe::class_name;
use crate::vm::equality::{MustAsk, order};
use crate::vm::native::{Answer, Arguments, Context, Outcome, Resumption};
use crate::vm::operators::{Trouble, builtin_binary, integer, truth};
use crate::vm::raise::{stop_iteration, type_error, unexpected_keyword, value_error};

pub(crate) const FUNCTIONS: &Table = &[
    ("len", len),
    ("sum", sum),
    ("min", |cx, arguments| extreme(cx, &arguments, "min")),
    ("max", |cx, arguments| extreme(cx, &arguments, "max")),
    ("any", |cx, arguments| quantified(cx, &arguments, "any", true)),
    ("all", |cx, arguments| quantified(cx, &arguments, "all", false)),
    ("sorted", sorting::sorted),
    ("iter", iter),
    ("next", next),
    ("aiter", aiter),
    ("anext", anext),
];

/// What the prelude sums with.
pub(crate) const INTRINSICS: &Table = &[("begin_sum", begin_sum)];

/// Gives the prelude's helper its methods.
pub(crate) fn fill(types: &Types) {
    install(&types.running_sum, &[("add", add_to_sum), ("total", total_of_sum)]);
}

fn len(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.only("len")?;
    if let Value::Instance(instance) = value
        && instance.payload.is_native()
        && !crate::vm::compare::has_python_method(value, &names().len)
        && let Some(length) = super::views::length(instance)
    {
        return Ok(Outcome::Value(Value::index(length)));
    }
    cx.length(value)
}

// --- sum ---

/// A sum so far.
enum Sum {
    Int(Integer),
    Float(CompensatedSum),
    Other(Value),
}

/// A sum that the prelude adds to.
struct RunningSum(RefCell<Sum>);

impl Sum {
    fn starting_at(value: Value) -> Self {
        match &value {
            Value::Int(number, _) => Self::Int(Integer::Small(*number)),
            Value::Big(_) => integer(&value).map_or(Self::Other(value), Self::Int),
            Value::Float(number, _) => Self::Float(CompensatedSum::starting_at(*number)),
            _ => Self::Other(value),
        }
    }

    fn total(&self) -> Value {
        match self {
            Self::Int(number) => number.clone().into(),
            Self::Float(sum) => Value::float(sum.total()),
            Self::Other(value) => value.clone(),
        }
    }

    /// Adds an item; not if the program has to be asked.
    fn add(&mut self, item: &Value) -> Result<Result<(), MustAsk>, Exception> {
        match (&mut *self, item) {
            (Self::Int(sum), Value::Int(..) | Value::Bool(_) | Value::Big(_)) => {
                if let Some(number) = integer(item) {
                    *sum = sum.add(&number)?;
                }
                return Ok(Ok(()));
            }
            (Self::Float(sum), Value::Float(number, _)) => {
                sum.add(*number);
                return Ok(Ok(()));
            }
            #[expect(clippy::cast_precision_loss, reason = "as Python does")]
            (Self::Float(sum), Value::Int(number, _)) => {
                sum.add_roughly(*number as f64);
                return Ok(Ok(()));
            }
            _ => {}
        }
        if matches!(self, Self::Other(Value::Instance(_)))
            || matches!(item, Value::Instance(_) | Value::Class(_))
            || matches!(item, Value::Tuple(tuple) if !tuple.class().is_builtin)
        {
            return Ok(Err(MustAsk));
        }
        match builtin_binary(BinaryOperator::Add, self.total(), item.clone(), false) {
            Ok(value) => {
                *self = Self::starting_at(value);
                Ok(Ok(()))
            }
            Err(Trouble::Raise(error)) => Err(error),
            // Words about operands that do not go together are for `+` itself to find.
            Err(Trouble::NoSuch(..) | Trouble::Ask(..)) => Ok(Err(MustAsk)),
        }
    }
}

/// `sum(iterable, /, start=0)`
fn sum(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if arguments.positional().is_empty() {
        return Err(type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    if arguments.all().len() > 2 {
        return Err(type_error(format!("sum() takes at most 2 arguments ({} given)", arguments.all().len())));
    }
    let [iterable, start] = arguments.bind("sum", ["", "start"], 1, 0)?;
    let joined = match &start {
        Value::Str(_) => Some(("strings", "''.join(seq)")),
        Value::Bytes(bytes) if bytes.is_array() => Some(("bytearray", "b''.join(seq)")),
        Value::Bytes(_) => Some(("bytes", "b''.join(seq)")),
        _ => None,
    };
    if let Some((kind, instead)) = joined {
        return Err(type_error(format!("sum() can't sum {kind} [use {instead} instead]")));
    }
    let start = start.or(Value::int(0));
    if let (Value::Range(range), Some(start)) = (&iterable, integer(&start)) {
        return Ok(Outcome::Value(sum_of_range(range)?.add(&start)?.into()));
    }
    let is_foreign = matches!(start, Value::Instance(_));
    let Some(items) = (if is_foreign { None } else { items_of(&iterable)? }) else {
        return cx.prelude("sum_of", vec![iterable, start]);
    };
    let mut sum = Sum::starting_at(start);
    for (index, item) in items.iter().enumerate() {
        if sum.add(item)? == Err(MustAsk) {
            let rest = Value::list(items[index..].to_vec());
            return cx.prelude("sum_by_adding", vec![rest, sum.total()]);
        }
    }
    Ok(Outcome::Value(sum.total()))
}

/// All numbers of a range, which may be too many to be added one by one. It counts as if they were.
fn sum_of_range(range: &Range) -> Result<Integer, Exception> {
    let length = range.len();
    effort::spend(length);
    let Some(last) = length.checked_sub(1) else { return Ok(Integer::Small(0)) };
    let ends = i128::from(range.start) + i128::from(range.at(last));
    let twice = Integer::from(ends).multiply(&Integer::from(i128::from(length)))?;
    Ok(twice.floor_divide(&Integer::Small(2))?)
}

/// `_interleave.begin_sum(start)`
fn begin_sum(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let sum = RunningSum(RefCell::new(Sum::starting_at(arguments.only("begin_sum")?.clone())));
    let instance = Instance::new(types().running_sum.clone(), Payload::Native(Box::new(sum)));
    Ok(Outcome::Value(Value::Instance(Rc::new(instance))))
}

/// `sum.add(item)`: whether the program has to be asked instead.
fn add_to_sum(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, item] = arguments.all() else { return Err(type_error("add() takes exactly one argument")) };
    let Some(RunningSum(sum)) = object.native() else { return Err(type_error("add() is for running sums")) };
    let added = sum.borrow_mut().add(item)?;
    Ok(Outcome::from(added == Err(MustAsk)))
}

fn total_of_sum(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Some(RunningSum(sum)) = arguments.object().native() else {
        return Err(type_error("total() is for running sums"));
    };
    Ok(Outcome::Value(sum.borrow().total()))
}

// --- min, max, any, all ---

fn extreme(cx: &mut Context<'_>, arguments: &Arguments<'_>, function: &str) -> Answer {
    let given = arguments.positional();
    if given.is_empty() {
        return Err(type_error(format!("{function} expected at least 1 argument, got 0")));
    }
    let (mut key, mut default) = (Value::None, Value::Unset);
    for (name, value) in arguments.named() {
        match name.as_str() {
            "key" => key = value.clone(),
            "default" => default = value.clone(),
            _ => return Err(unexpected_keyword(function, name, &["key", "default"])),
        }
    }
    if given.len() > 1 && !default.is_unset() {
        return Err(type_error(format!(
            "Cannot specify a default for {function}() with multiple positional arguments"
        )));
    }
    if let [Value::Range(range)] = given
        && key.is_none()
        && let Some(last) = range.len().checked_sub(1)
    {
        effort::spend(last);
        let is_last = (range.step > 0) == (function == "max");
        return Ok(Outcome::Value(Value::int(range.at(if is_last { last } else { 0 }))));
    }
    let items = match given {
        [iterable] => items_of(iterable)?,
        several => Some(several.to_vec()),
    };
    if let Some(items) = &items {
        if items.is_empty() {
            return if default.is_unset() {
                Err(value_error(format!("{function}() iterable argument is empty")))
            } else {
                Ok(Outcome::Value(default))
            };
        }
        if key.is_none()
            && let Ok(found) = extreme_of(items, function)?
        {
            return Ok(Outcome::Value(found));
        }
    }
    let items = items.map_or_else(|| given[0].clone(), Value::list);
    let mut all = vec![items, key];
    if !default.is_unset() {
        all.push(default);
    }
    cx.prelude(&format!("{function}_of"), all)
}

fn extreme_of(items: &[Value], function: &str) -> Result<Result<Value, MustAsk>, Exception> {
    let (operator, wanted) = if function == "max" {
        (Comparison::Greater, Ordering::Greater)
    } else {
        (Comparison::Less, Ordering::Less)
    };
    let mut best = &items[0];
    for item in &items[1..] {
        match order(item, best) {
            Ok(Some(order)) if order == Some(wanted) => best = item,
            Ok(Some(_)) => {}
            Ok(None) if matches!(item, Value::Set(_)) => return Ok(Err(MustAsk)),
            Ok(None) => return Err(unordered(operator, item, best)),
            Err(MustAsk) => return Ok(Err(MustAsk)),
        }
    }
    Ok(Ok(best.clone()))
}

fn quantified(cx: &mut Context<'_>, arguments: &Arguments<'_>, function: &str, wanted: bool) -> Answer {
    let iterable = arguments.only(function)?;
    if let Value::Range(range) = iterable {
        return Ok(Outcome::from(quantified_range(range, wanted)));
    }
    let items = match iterable {
        // What is behind the item that decides must stay there.
        Value::Iter(_) => None,
        _ => items_of(iterable)?,
    };
    let function = if wanted { "any_of" } else { "all_of" };
    let Some(items) = items else { return cx.prelude(function, vec![iterable.clone()]) };
    for (index, item) in items.iter().enumerate() {
        match truth(item) {
            Some(truth) if truth == wanted => return Ok(Outcome::from(wanted)),
            Some(_) => {}
            None => return cx.prelude(function, vec![Value::list(items[index..].to_vec())]),
        }
    }
    Ok(Outcome::from(!wanted))
}

/// `any` of a range, or `all` if false is what decides: 0 is the one number that is false.
fn quantified_range(range: &Range, wanted: bool) -> bool {
    let zero = (0..range.len().min(2)).find(|index| range.at(*index) == 0);
    if wanted {
        return range.len() > u64::from(zero.is_some());
    }
    let to_zero = i128::from(range.start).abs() / i128::from(range.step).abs();
    let to_zero = u64::try_from(to_zero).unwrap_or(u64::MAX);
    let has_zero = to_zero < range.len() && range.at(to_zero) == 0;
    effort::spend(if has_zero { to_zero } else { range.len() });
    !has_zero
}

// --- iter, next ---

fn iter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.plain_between("iter", 1, 2)? {
        [function, sentinel] => {
            let callable = special(function, &names().call).is_some()
                || matches!(
                    function,
                    Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_)
                );
            if !callable {
                return Err(type_error("iter(v, w): v must be callable"));
            }
            cx.prelude("call_until", vec![function.clone(), sentinel.clone()])
        }
        given => match known_iterator(&given[0])? {
            Some(iterator) => Ok(Outcome::Value(iterator)),
            None => cx.prelude("iterator_of", vec![given[0].clone()]),
        },
    }
}

fn next(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("next", 1, 2)?;
    let (iterator, default) = (&given[0], given.get(1));
    match (iterator, default) {
        (Value::Iter(iter), _) => match iter.next()? {
            Some(value) => Ok(Outcome::Value(value)),
            None => default.cloned().map(Outcome::Value).ok_or_else(|| stop_iteration(Value::None)),
        },
        (Value::Generator(generator), None) if generator.kind == CodeKind::Generator => {
            Ok(Outcome::Resume(generator.clone(), Resumption::Send(Value::None)))
        }
        _ => match special(iterator, &names().next) {
            None => Err(type_error(format!("'{}' object is not an iterator", class_name(iterator)))),
            Some(_) if default.is_some() => cx.prelude("next_or", given.to_vec()),
            Some(method) => Ok(Outcome::call(method, Vec::new())),
        },
    }
}

fn aiter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.only("aiter")?;
    if special(value, &names().aiter).is_none() && !matches!(value, Value::Generator(_)) {
        return Err(type_error(format!("'{}' object is not an async iterable", class_name(value))));
    }
    cx.async_iterate(value.clone())
}

fn anext(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("anext", 1, 2)?;
    let step = match &given[0] {
        Value::Generator(generator) if generator.kind == CodeKind::AsyncGenerator => {
            super::async_generator::asend(generator.clone(), Value::None)
        }
        other => match special(other, &names().anext) {
            Some(method) if given.len() == 1 => return Ok(Outcome::call(method, Vec::new())),
            Some(method) => return cx.prelude("anext_of", vec![method, given[1].clone()]),
            None => {
                return Err(type_error(format!("'{}' object is not an async iterator", class_name(other))));
            }
        },
    };
    match given.get(1) {
        Some(default) => cx.prelude("anext_or", vec![step, default.clone()]),
        None => Ok(Outcome::Value(step)),
    }
}
