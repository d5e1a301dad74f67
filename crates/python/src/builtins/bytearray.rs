//! What a `bytearray` can do that `bytes` cannot: change in place.

use std::rc::Rc;

use super::bytes::{byte, bytes_like, of_items};
use super::receive::{count, inside, integer, own_bytes};
use super::{Table, install};
use crate::object::{Bytes, Exception};
use crate::types::Types;
use crate::value::Value;
use crate::vm::describe::class_name;
use crate::vm::items::{places, slice_bounds, slice_indices};
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::{LARGEST, as_float};
use crate::vm::raise::{index_error, memory_error, type_error, value_error};

/// Gives `bytearray` its own methods.
pub(crate) fn fill(types: &Types) {
    install(&types.bytearray, METHODS);
    // `bytes` has a hash; what can change has none.
    types.bytearray.namespace.set_name("__hash__", Value::None);
    types.bytearray.changed();
}

const METHODS: &Table = &[
    ("__delitem__", delitem),
    ("__iadd__", iadd),
    ("__imul__", imul),
    ("__setitem__", setitem),
    ("append", append),
    ("clear", clear),
    ("copy", copy),
    ("extend", extend),
    ("insert", insert),
    ("pop", pop),
    ("remove", remove),
    ("reverse", reverse),
];

/// A place counted from the end if negative.
fn place(bytes: &Bytes, index: i64) -> Option<usize> {
    let length = bytes.get().len();
    let index = if index < 0 { index + i64::try_from(length).unwrap_or(i64::MAX) } else { index };
    usize::try_from(index).ok().filter(|index| *index < length)
}

/// `array[index] = value`
pub(crate) fn set_item(cx: &mut Context<'_>, bytes: &Rc<Bytes>, index: &Value, value: &Value) -> Answer {
    if let Value::Slice(slice) = index {
        let length = bytes.get().len();
        let (start, stop, step) = slice_bounds(slice, length)?;
        let part = match (bytes_like(value), inside(value), known_items(value)) {
            (Some(part), ..) => part,
            (None, Value::Str(_), _) => return Err(not_assignable()),
            (None, inner, _) if as_float(inner).is_some() => return Err(not_assignable()),
            (None, _, Some(items)) => of_items(&items, true)?,
            (None, _, None) => {
                return cx.prelude(
                    "bytearray_assign",
                    vec![Value::Bytes(bytes.clone()), index.clone(), value.clone()],
                );
            }
        };
        if step == 1 {
            let start = usize::try_from(start).unwrap_or(0);
            let stop = usize::try_from(stop).unwrap_or(0).max(start);
            bytes.get_mut().splice(start..stop, part);
            return nothing();
        }
        let indices = slice_indices(slice, length)?;
        if part.is_empty() {
            let mut goes = places(indices, length).into_iter();
            bytes.get_mut().retain(|_| !goes.next().unwrap_or(false));
            return nothing();
        }
        if indices.len() != part.len() {
            return Err(value_error(format!(
                "attempt to assign bytes of size {} to extended slice of size {}",
                part.len(),
                indices.len()
            )));
        }
        for (at, byte) in indices.into_iter().zip(part) {
            bytes.get_mut()[at] = byte;
        }
        return nothing();
    }
    let at = integer(index).map_err(|_| {
        type_error(format!("bytearray indices must be integers or slices, not {}", class_name(index)))
    })?;
    let at = at.small().and_then(|at| place(bytes, at));
    let at = at.ok_or_else(|| index_error("bytearray index out of range"))?;
    let byte = byte(value, true)?;
    bytes.get_mut()[at] = byte;
    nothing()
}

fn not_assignable() -> Exception {
    type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
}

fn setitem(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "__setitem__")?;
    let [index, value] = arguments.exactly("bytearray.__setitem__")?;
    set_item(cx, own, index, value)
}

fn delitem(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [index] = arguments.exactly("bytearray.__delitem__")?;
    cx.delete_item(inside(arguments.object()).clone(), index.clone())
}

fn grow(own: &Bytes, more: usize) -> Result<(), Exception> {
    if own.get().len().saturating_add(more) > LARGEST { Err(memory_error("")) } else { Ok(()) }
}

fn iadd(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "__iadd__")?;
    let [other] = arguments.exactly("bytearray.__iadd__")?;
    let more = bytes_like(other)
        .ok_or_else(|| type_error(format!("can't concat {} to bytearray", class_name(other))))?;
    grow(own, more.len())?;
    own.get_mut().extend(more);
    Ok(Outcome::Value(arguments.object().clone()))
}

fn imul(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "__imul__")?;
    let [times] = arguments.exactly("bytearray.__imul__")?;
    let times = usize::try_from(count(times)?).unwrap_or(0);
    if own.get().len().saturating_mul(times) > LARGEST {
        return Err(memory_error(""));
    }
    let repeated = own.get().repeat(times);
    *own.get_mut() = repeated;
    Ok(Outcome::Value(arguments.object().clone()))
}

fn append(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "append")?;
    let [item] = arguments.exactly("bytearray.append")?;
    let byte = byte(item, true)?;
    grow(own, 1)?;
    own.get_mut().push(byte);
    nothing()
}

fn extend(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "extend")?;
    let [more] = arguments.exactly("bytearray.extend")?;
    let more = match (bytes_like(more), inside(more), known_items(more)) {
        (Some(bytes), ..) => bytes,
        (None, Value::Str(_), _) => {
            return Err(type_error("expected iterable of integers; got: 'str'"));
        }
        (None, _, Some(items)) => of_items(&items, true)?,
        (None, _, None) => {
            return cx.prelude("bytearray_extend", vec![arguments.object().clone(), more.clone()]);
        }
    };
    grow(own, more.len())?;
    own.get_mut().extend(more);
    nothing()
}

fn insert(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "insert")?;
    let [index, item] = arguments.exactly("bytearray.insert")?;
    let (index, byte) = (count(index)?, byte(item, true)?);
    grow(own, 1)?;
    let length = own.get().len();
    let from_end = i64::try_from(length).unwrap_or(i64::MAX);
    let index = if index < 0 { (index + from_end).max(0) } else { index.min(from_end) };
    own.get_mut().insert(usize::try_from(index).unwrap_or(length), byte);
    nothing()
}

fn pop(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "pop")?;
    let index = arguments.between("pop", 0, 1)?.first().map_or(Ok(-1), count)?;
    if own.get().is_empty() {
        return Err(index_error("pop from empty bytearray"));
    }
    let at = place(own, index).ok_or_else(|| index_error("pop index out of range"))?;
    let byte = own.get_mut().remove(at);
    Ok(Outcome::Value(Value::int(i64::from(byte))))
}

fn remove(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let own = own_bytes(&arguments, "remove")?;
    let [item] = arguments.exactly("bytearray.remove")?;
    let byte = byte(item, true)?;
    let at = own.get().iter().position(|other| *other == byte);
    let at = at.ok_or_else(|| value_error("value not found in bytearray"))?;
    own.get_mut().remove(at);
    nothing()
}

fn reverse(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("bytearray.reverse")?;
    own_bytes(&arguments, "reverse")?.get_mut().reverse();
    nothing()
}

fn clear(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("bytearray.clear")?;
    own_bytes(&arguments, "clear")?.get_mut().clear();
    nothing()
}

fn copy(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("bytearray.copy")?;
    let copy = own_bytes(&arguments, "copy")?.get().clone();
    Ok(Outcome::Value(Value::Bytes(Rc::new(Bytes::array(copy)))))
}
