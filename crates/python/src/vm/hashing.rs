//! What values hash to, as far as no code of the program has to be asked.

use std::rc::Rc;

use super::equality::MustAsk;
use crate::effort;
use crate::number::{hash, integer::Integer};
use crate::object::class::HashHabit;
use crate::object::{Exception, Payload};
use crate::value::Value;
use crate::vm::operators::integer;
use crate::vm::raise::type_error;

/// Why a value has no hash that is known here.
pub(crate) enum NoHash {
    /// The program's own `__hash__` has to be run.
    Ask,
    Unhashable(Exception),
}

impl From<MustAsk> for NoHash {
    fn from(MustAsk: MustAsk) -> Self {
        Self::Ask
    }
}

/// How many values may be inside each other before hashing is left to the program's stack.
const DEPTH: u32 = 100;

/// CPython's hash under PYTHONHASHSEED=0; objects that hash by address count in the order of first asking.
pub(crate) fn of(value: &Value) -> Result<i64, NoHash> {
    within(value, DEPTH)
}

fn within(value: &Value, depth: u32) -> Result<i64, NoHash> {
    let inside = |value: &Value| match depth.checked_sub(1) {
        Some(depth) if !effort::is_long() => within(value, depth),
        _ => Err(NoHash::Ask),
    };
    Ok(match value {
        Value::Str(text) => text.python_hash(),
        Value::Int(number, _) => small(*number),
        Value::Bool(truth) => i64::from(*truth),
        Value::None => hash::NONE,
        Value::Big(number) => hash::integer(&integer_of(number)),
        Value::Float(number, _) => hash::float(*number).unwrap_or_default(),
        Value::Complex(parts) => {
            let real = hash::float(parts.0).unwrap_or(0);
            let imaginary = hash::float(parts.1).unwrap_or(0);
            match real.wrapping_add(1_000_003_i64.wrapping_mul(imaginary)) {
                -1 => -2,
                hash => hash,
            }
        }
        Value::Bytes(bytes) if !bytes.is_array() => {
            let bytes = bytes.get();
            effort::make(bytes.len(), 4);
            hash::bytes(&bytes)
        }
        Value::Tuple(items) => {
            effort::spend_length(items.len(), 0);
            let mut hashes = Vec::with_capacity(items.len());
            for item in items.iter() {
                hashes.push(inside(item)?);
            }
            hash::tuple(&hashes)
        }
        Value::Set(set) if set.is_frozen() => match set.known_hash().get() {
            Some(hash) => hash,
            None => {
                let hash = hash::frozen_set(set.entries().into_iter().map(|(hash, _)| hash));
                set.known_hash().set(Some(hash));
                hash
            }
        },
        Value::Range(range) => {
            let length = i64::try_from(range.len()).unwrap_or(i64::MAX);
            let none = hash::NONE;
            match length {
                0 => hash::tuple(&[0, none, none]),
                1 => hash::tuple(&[1, small(range.start), none]),
                _ => hash::tuple(&[small(length), small(range.start), small(range.step)]),
            }
        }
        Value::Slice(slice) => {
            hash::tuple(&[inside(&slice.start)?, inside(&slice.stop)?, inside(&slice.step)?])
        }
        Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Bytes(_) => return Err(unhashable(value)),
        Value::Method(method) => by_address(&method.object) ^ inside(&method.function)?,
        Value::Instance(instance) => match instance.with_class(|class| class.habits().hash) {
            HashHabit::Identity => by_number(instance.id.number()),
            HashHabit::Python => return Err(NoHash::Ask),
            HashHabit::Never => return Err(unhashable(value)),
            HashHabit::Payload => match &instance.payload {
                Payload::Value(inner) => return inside(inner),
                _ => return Err(NoHash::Ask),
            },
        },
        other => by_address(other),
    })
}

fn integer_of(number: &Rc<num_bigint::BigInt>) -> Integer {
    integer(&Value::Big(number.clone())).unwrap_or_else(|| Integer::from(0_i64))
}

fn small(number: i64) -> i64 {
    hash::integer(&Integer::from(number))
}

/// What has no address counts as being in one place.
fn by_address(value: &Value) -> i64 {
    crate::vm::describe::id(value).map_or(0, |id| by_number(id.number()))
}

fn by_number(number: u32) -> i64 {
    i64::from(number)
}

fn unhashable(value: &Value) -> NoHash {
    let name = crate::vm::describe::with_class(value, |class| match class.is_builtin {
        true => crate::vm::describe::full_name(class),
        false => class.name().as_str().to_owned(),
    });
    NoHash::Unhashable(type_error(format!("unhashable type: '{name}'")))
}

/// Whether a value hashes by where it is: sets that hold such keep the order of insertion.
pub(crate) fn is_by_address(value: &Value) -> bool {
    is_by_address_within(value, DEPTH)
}

/// What is too deep to be looked through counts as such.
fn is_by_address_within(value: &Value, depth: u32) -> bool {
    match value {
        Value::Unset
        | Value::None
        | Value::NotImplemented
        | Value::Ellipsis
        | Value::Bool(_)
        | Value::Int(..)
        | Value::Big(_)
        | Value::Float(..)
        | Value::Complex(_)
        | Value::Str(_)
        | Value::Bytes(_)
        | Value::Range(_)
        | Value::Slice(_)
        | Value::Set(_)
        | Value::List(_)
        | Value::Dict(_) => false,
        Value::Tuple(items) => match depth.checked_sub(1) {
            Some(depth) => items.iter().any(|item| is_by_address_within(item, depth)),
            None => true,
        },
        Value::Instance(instance) => instance.with_class(|class| class.habits().hash == HashHabit::Identity),
        _ => true,
    }
}
