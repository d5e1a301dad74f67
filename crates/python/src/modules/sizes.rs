//! `sys.getsizeof` and `sys.getrefcount`: what CPython 3.13 on a 64-bit machine would say.

use std::rc::Rc;

use super::exactly_one;
use crate::builtins::receive::inside;
use crate::object::trashcan::holds_others;
use crate::value::{Value, intern};
use crate::vm::compare::has_python_method;
use crate::vm::native::{Answer, Arguments, Context, Outcome};

/// What an immortal object says of its references.
const IMMORTAL: i64 = 0xffff_ffff;

/// `sys.getsizeof(object, default)`: everything here has a size, so the default is never needed.
pub(super) fn size_of(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, _] = arguments.bind("getsizeof", ["object", "default"], 1, 0)?;
    if matches!(object, Value::Instance(_)) && has_python_method(&object, &intern("__sizeof__")) {
        let header = Value::index(header(&object));
        return cx.prelude("size_with_header", vec![object, header]);
    }
    Ok(Outcome::Value(Value::index(bytes(&object))))
}

/// `object.__sizeof__()`: without what the collector of garbage keeps in front.
pub(crate) fn size_without_header(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("object.__sizeof__")?;
    let object = arguments.object();
    Ok(Outcome::Value(Value::index(bytes(object) - header(object))))
}

/// What the collector of garbage keeps in front of an object, and the places of an instance's dict and weak references.
fn header(value: &Value) -> usize {
    match value {
        Value::Instance(instance) if instance.with_class(|class| class.has_dict) => 32,
        _ if holds_others(value) => 16,
        _ => 0,
    }
}

fn bytes(value: &Value) -> usize {
    match value {
        Value::Unset | Value::None | Value::NotImplemented | Value::Ellipsis => 16,
        Value::Bool(_) | Value::Int(0, _) => 28,
        Value::Int(number, _) => int(u64::from(64 - number.unsigned_abs().leading_zeros())),
        Value::Big(number) => int(number.bits()),
        Value::Float(..) => 24,
        Value::Complex(_) => 32,
        Value::Str(text) => text_bytes(text.as_str(), text.len()),
        Value::Bytes(bytes) if bytes.is_array() => match bytes.get().len() {
            0 => 56,
            length => 57 + length,
        },
        Value::Bytes(bytes) => 33 + bytes.get().len(),
        Value::Tuple(items) => 40 + 8 * items.len(),
        Value::List(items) => 56 + 8 * items.len().next_multiple_of(2),
        Value::Dict(dict) => {
            let by_name = dict.look(|entries| {
                entries.iter().all(|entry| matches!(entry.key, Value::Str(_) | Value::Unset))
            });
            dict_bytes(dict.len(), by_name)
        }
        Value::Set(set) => set_bytes(set.len()),
        Value::Range(_) | Value::Iter(_) => 48,
        Value::Slice(_) => 56,
        Value::Cell(_) => 40,
        Value::Function(_) => 160,
        Value::Native(_) => 72,
        Value::Method(method) => match method.function {
            Value::Native(_) => 72,
            _ => 64,
        },
        Value::Generator(_) => 192,
        Value::Class(_) => 1712,
        Value::Module(_) => 72,
        Value::Traceback(_) => 64,
        Value::Instance(_) => match inside(value) {
            Value::Instance(_) => 48,
            inner => bytes(inner) + 16,
        },
    }
}

/// An int of so many bits: digits of thirty.
fn int(bits: u64) -> usize {
    24 + 4 * usize::try_from(bits.div_ceil(30).max(1)).unwrap_or(usize::MAX / 8)
}

/// A text in the narrowest of CPython's four layouts.
fn text_bytes(text: &str, length: usize) -> usize {
    match text.chars().map(u32::from).max().unwrap_or(0) {
        0..0x80 => 41 + length,
        0x80..0x100 => 57 + length,
        0x100..0x1_0000 => 58 + 2 * length,
        _ => 60 + 4 * length,
    }
}

/// A table of entries of three words, of two if all keys are texts, with an index in front.
fn dict_bytes(length: usize, by_name: bool) -> usize {
    if length == 0 {
        return 64;
    }
    let mut size = 8_usize;
    while size * 2 / 3 < length {
        size *= 2;
    }
    let index_bytes = match size {
        0..0x100 => 1,
        0x100..0x1_0000 => 2,
        _ => 4,
    };
    96 + size * index_bytes + size * 2 / 3 * if by_name { 16 } else { 24 }
}

fn set_bytes(length: usize) -> usize {
    let mut size = 8;
    for filled in 1..=length {
        if filled * 5 >= (size - 1) * 3 {
            let wanted = if filled > 50_000 { filled * 2 } else { filled * 4 };
            while size <= wanted {
                size *= 2;
            }
        }
    }
    if size == 8 { 216 } else { 216 + 16 * size }
}

/// Holders of an object, the argument of the call included.
pub(super) fn reference_count(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = exactly_one("sys.getrefcount", &arguments)?;
    let count = match value {
        Value::List(list) => Rc::strong_count(list),
        Value::Dict(dict) => Rc::strong_count(dict),
        Value::Set(set) => Rc::strong_count(set),
        Value::Tuple(tuple) if !tuple.is_empty() => Rc::strong_count(tuple),
        Value::Instance(instance) => Rc::strong_count(instance),
        Value::Function(function) => Rc::strong_count(function),
        Value::Generator(generator) => Rc::strong_count(generator),
        Value::Class(class) => Rc::strong_count(class),
        Value::Method(method) => Rc::strong_count(method),
        Value::Module(module) => Rc::strong_count(module),
        _ => return Ok(Outcome::Value(Value::int(IMMORTAL))),
    };
    Ok(Outcome::Value(Value::index(count)))
}
