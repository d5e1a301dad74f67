//! Equality and order of builtin values, as far as no code of the program has to be asked.

use std::cell::Cell;
use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::effort;
use crate::object::{Payload, Slice};
use crate::value::Value;

/// Only the program's own code knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MustAsk;

/// How many collections may be inside each other before the comparison is left to the program's stack.
const DEPTH: u32 = 40;

/// Whether two keys of a dict or set are the same: identical, or equal.
pub(crate) fn same_key(left: &Value, right: &Value) -> Result<bool, MustAsk> {
    match (left, right) {
        (Value::Str(left), Value::Str(right)) => Ok(left == right),
        (Value::Int(left, _), Value::Int(right, _)) => Ok(left == right),
        _ if left.is(right) => Ok(true),
        _ => equal(left, right),
    }
}

/// How many searches for a key may be inside each other: of sets that hold sets.
const SEARCHES: u32 = 20;

thread_local! {
    static SEARCHING: Cell<u32> = const { Cell::new(0) };
}

/// `left == right`
pub(crate) fn equal(left: &Value, right: &Value) -> Result<bool, MustAsk> {
    let searching = SEARCHING.get();
    if searching >= SEARCHES {
        return Err(MustAsk);
    }
    SEARCHING.set(searching + 1);
    let result = equal_within(left, right, DEPTH);
    SEARCHING.set(searching);
    result
}

/// The value that an object of a subclass of a builtin class is, if no `__eq__` of its own hides it.
pub(crate) fn plain(value: &Value) -> Result<&Value, MustAsk> {
    match value {
        Value::Instance(instance) => {
            if instance.with_class(|class| class.habits().eq) {
                return Err(MustAsk);
            }
            match &instance.payload {
                Payload::Value(inner) => Ok(inner),
                _ => Ok(value),
            }
        }
        _ => Ok(value),
    }
}

fn equal_within(left: &Value, right: &Value, depth: u32) -> Result<bool, MustAsk> {
    let (left, right) = (plain(left)?, plain(right)?);
    Ok(match (left, right) {
        (Value::Str(left), Value::Str(right)) => left == right,
        (Value::Tuple(left), Value::Tuple(right)) => {
            // A named tuple may have an `__eq__`, but then it is no tuple inside.
            return if Rc::ptr_eq(left, right) { Ok(true) } else { sequences(left, right, depth) };
        }
        (Value::List(one), Value::List(other)) => {
            if Rc::ptr_eq(one, other) {
                return Ok(true);
            }
            return sequences(&one.items(), &other.items(), depth);
        }
        (Value::Bytes(left), Value::Bytes(right)) => {
            let (left, right) = (left.get(), right.get());
            effort::make(left.len().min(right.len()), 6);
            *left == *right
        }
        (Value::Dict(one), Value::Dict(other)) => {
            if one.len() != other.len() {
                return Ok(false);
            }
            let depth = further(depth)?;
            for entry in one.entries() {
                let Some(value) = other.get(entry.hash, &entry.key)? else { return Ok(false) };
                if !value.is(&entry.value) && !equal_within(&entry.value, &value, depth)? {
                    return Ok(false);
                }
            }
            true
        }
        (Value::Set(one), Value::Set(other)) => {
            if one.len() != other.len() {
                return Ok(false);
            }
            for (hash, key) in one.entries() {
                if !other.contains(hash, &key)? {
                    return Ok(false);
                }
            }
            true
        }
        (Value::Range(left), Value::Range(right)) => {
            left.len() == right.len()
                && (left.len() == 0
                    || left.start == right.start && (left.len() == 1 || left.step == right.step))
        }
        (Value::Slice(left), Value::Slice(right)) => {
            for (left, right) in
                [(&left.start, &right.start), (&left.stop, &right.stop), (&left.step, &right.step)]
            {
                if !equal_within(left, right, further(depth)?)? {
                    return Ok(false);
                }
            }
            true
        }
        (Value::Method(left), Value::Method(right)) => {
            left.object.is(&right.object) && equal_within(&left.function, &right.function, further(depth)?)?
        }
        (Value::Complex(left), Value::Complex(right)) => left == right,
        (Value::Complex(complex), other) | (other, Value::Complex(complex)) => {
            complex.1 == 0.0
                && compare_numbers(&Value::float(complex.0), other) == Some(Some(Ordering::Equal))
        }
        _ => match compare_numbers(left, right) {
            Some(order) => order == Some(Ordering::Equal),
            None => left.is(right),
        },
    })
}

/// How much deeper it may go from inside of a collection.
fn further(depth: u32) -> Result<u32, MustAsk> {
    if effort::is_long() { Err(MustAsk) } else { depth.checked_sub(1).ok_or(MustAsk) }
}

fn sequences(left: &[Value], right: &[Value], depth: u32) -> Result<bool, MustAsk> {
    if left.len() != right.len() {
        return Ok(false);
    }
    let depth = further(depth)?;
    effort::spend(1);
    for (left, right) in left.iter().zip(right) {
        effort::spend(1);
        if !left.is(right) && !equal_within(left, right, depth)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The order of two numbers: nothing if one is no number, and nothing inside if one is not a number.
pub(crate) fn compare_numbers(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    Some(match (number(left)?, number(right)?) {
        (Number::Int(left), Number::Int(right)) => Some(left.cmp(&right)),
        (Number::Float(left), Number::Float(right)) => left.partial_cmp(&right),
        (Number::Int(left), Number::Float(right)) => compare_int_float(left, right),
        (Number::Float(left), Number::Int(right)) => compare_int_float(right, left).map(Ordering::reverse),
        (Number::Big(left), Number::Big(right)) => Some(left.cmp(right)),
        (Number::Big(left), Number::Int(_)) => Some(left.sign().cmp(&num_bigint::Sign::NoSign)),
        (Number::Int(_), Number::Big(right)) => Some(num_bigint::Sign::NoSign.cmp(&right.sign())),
        (Number::Big(left), Number::Float(right)) => compare_big_float(left, right),
        (Number::Float(left), Number::Big(right)) => compare_big_float(right, left).map(Ordering::reverse),
    })
}

enum Number<'a> {
    Int(i64),
    Big(&'a BigInt),
    Float(f64),
}

fn number(value: &Value) -> Option<Number<'_>> {
    match value {
        Value::Int(number, _) => Some(Number::Int(*number)),
        Value::Bool(truth) => Some(Number::Int(i64::from(*truth))),
        Value::Float(number, _) => Some(Number::Float(*number)),
        Value::Big(number) => Some(Number::Big(number)),
        _ => None,
    }
}

fn compare_int_float(int: i64, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    // Beyond these, no 64-bit int matters.
    if float >= 9.3e18 {
        return Some(Ordering::Less);
    }
    if float <= -9.3e18 {
        return Some(Ordering::Greater);
    }
    let whole = float.trunc();
    #[expect(clippy::cast_possible_truncation, reason = "its size was looked at")]
    let order = i128::from(int).cmp(&(whole as i128));
    Some(order.then_with(|| 0.0_f64.partial_cmp(&(float - whole)).unwrap_or(Ordering::Equal)))
}

fn compare_big_float(big: &BigInt, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    if float.abs() < 9.2e18 {
        return Some(big.sign().cmp(&num_bigint::Sign::NoSign));
    }
    // A float of that size is whole.
    let whole = num_traits::FromPrimitive::from_f64(float).unwrap_or_else(BigInt::default);
    Some(big.cmp(&whole))
}

/// The order of two builtin values; `Ok(None)` if they have none.
pub(crate) fn order(left: &Value, right: &Value) -> Result<Option<Option<Ordering>>, MustAsk> {
    order_within(left, right, DEPTH)
}

fn order_within(left: &Value, right: &Value, depth: u32) -> Result<Option<Option<Ordering>>, MustAsk> {
    Ok(Some(match (left, right) {
        (Value::Str(left), Value::Str(right)) => Some(left.cmp(right)),
        (Value::Bytes(left), Value::Bytes(right)) => {
            let (left, right) = (left.get(), right.get());
            effort::make(left.len().min(right.len()), 6);
            Some(left.cmp(&right))
        }
        (Value::Tuple(left), Value::Tuple(right)) => return order_sequences(left, right, depth),
        (Value::List(left), Value::List(right)) => {
            return order_sequences(&left.items(), &right.items(), depth);
        }
        (Value::Slice(left), Value::Slice(right)) => {
            let parts = |slice: &Slice| [&slice.start, &slice.stop, &slice.step].map(Value::clone);
            return order_sequences(&parts(left), &parts(right), depth);
        }
        (Value::Instance(_), _) | (_, Value::Instance(_)) => return Err(MustAsk),
        _ => match compare_numbers(left, right) {
            Some(order) => order,
            None => return Ok(None),
        },
    }))
}

fn order_sequences(left: &[Value], right: &[Value], depth: u32) -> Result<Option<Option<Ordering>>, MustAsk> {
    let depth = further(depth)?;
    for (left, right) in left.iter().zip(right) {
        effort::spend(1);
        if left.is(right) || equal_within(left, right, depth)? {
            continue;
        }
        // Words about values without an order are for the program's side to find.
        return match order_within(left, right, depth)? {
            Some(order) => Ok(Some(order)),
            None => Err(MustAsk),
        };
    }
    Ok(Some(Some(left.len().cmp(&right.len()))))
}

/// A 64-bit number that an int or bool is.
pub(crate) fn small_int(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number, _) => Some(*number),
        Value::Bool(truth) => Some(i64::from(*truth)),
        Value::Big(number) => number.to_i64(),
        _ => None,
    }
}
