//! `memoryview`, of bytes only: a window on somebody's bytes.

use std::cell::Cell;
use std::rc::Rc;

use super::bytes::{byte, bytes_like, hex_text};
use super::receive::{class_to_make, count, inside};
use super::{install, install_getters, install_static};
use crate::object::{Bytes, Exception, Instance, Payload};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::describe::{address_text, class_name};
use crate::vm::items::slice_bounds;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{index_error, not_implemented_error, type_error, value_error};

/// A window on bytes.
struct View {
    /// Whose bytes they are.
    owner: Value,
    bytes: Rc<Bytes>,
    start: usize,
    length: usize,
    released: Cell<bool>,
}

/// Gives `memoryview` its methods.
pub(crate) fn fill(types: &Types) {
    let class = &types.memoryview;
    install_static(class, &[("__new__", new)]);
    install(
        class,
        &[
            ("__enter__", enter),
            ("__eq__", eq),
            ("__exit__", release),
            ("__getitem__", getitem),
            ("__iter__", iter),
            ("__len__", len),
            ("__repr__", show),
            ("__setitem__", setitem),
            ("hex", hex),
            ("release", release),
            ("tobytes", tobytes),
            ("tolist", tolist),
        ],
    );
    install_getters(
        class,
        &[
            ("contiguous", yes),
            ("format", format),
            ("itemsize", one),
            ("nbytes", len),
            ("ndim", one),
            ("obj", owner),
            ("readonly", readonly),
            ("shape", shape),
        ],
    );
}

/// The bytes that a memoryview shows, copied.
pub(crate) fn viewed(value: &Value) -> Option<Vec<u8>> {
    let view = value.native::<View>()?;
    if view.released.get() { None } else { Some(view.copied()) }
}

impl View {
    fn copied(&self) -> Vec<u8> {
        let bytes = self.bytes.get();
        let end = (self.start + self.length).min(bytes.len());
        let part = bytes.get(self.start..end).unwrap_or(&[]);
        crate::effort::make(part.len(), 5);
        part.to_vec()
    }

    fn value(self) -> Value {
        Value::Instance(Rc::new(Instance::new(types().memoryview.clone(), Payload::Native(Box::new(self)))))
    }
}

fn own<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a View, Exception> {
    let view = arguments.object().native::<View>();
    let view = view.ok_or_else(|| super::receive::wrong_object(arguments, "memoryview", method))?;
    if view.released.get() && !matches!(method, "release" | "__repr__") {
        return Err(value_error("operation forbidden on released memoryview object"));
    }
    Ok(view)
}

fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    class_to_make(&arguments, &types().memoryview)?;
    let [object] = arguments.rest().bind("memoryview", ["object"], 1, 0)?;
    let (bytes, start, length) = match (inside(&object), object.native::<View>()) {
        (Value::Bytes(bytes), _) => (bytes.clone(), 0, bytes.get().len()),
        (_, Some(view)) => (view.bytes.clone(), view.start, view.length),
        _ => {
            let class = class_name(&object);
            return Err(type_error(format!("memoryview: a bytes-like object is required, not '{class}'")));
        }
    };
    Ok(Outcome::Value(View { owner: object, bytes, start, length, released: Cell::new(false) }.value()))
}

fn enter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    own(&arguments, "__enter__")?;
    Ok(Outcome::Value(arguments.object().clone()))
}

fn release(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    own(&arguments, "release")?.released.set(true);
    nothing()
}

fn eq(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "__eq__")?;
    let [other] = arguments.exactly("memoryview.__eq__")?;
    Ok(match bytes_like(other) {
        Some(other) => Outcome::from(view.copied() == other),
        None => Outcome::Value(Value::NotImplemented),
    })
}

/// The place of an index in the bytes behind.
fn place(view: &View, index: &Value) -> Result<usize, Exception> {
    let index = count(index).map_err(|_| type_error("memoryview: invalid slice key"))?;
    let length = i64::try_from(view.length).unwrap_or(i64::MAX);
    let index = if index < 0 { index + length } else { index };
    match usize::try_from(index) {
        Ok(index) if index < view.length => Ok(view.start + index),
        _ => Err(index_error("index out of bounds on dimension 1")),
    }
}

fn getitem(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "__getitem__")?;
    let [index] = arguments.exactly("memoryview.__getitem__")?;
    let Value::Slice(slice) = index else {
        let at = place(view, index)?;
        let byte = view.bytes.get().get(at).copied().unwrap_or(0);
        return Ok(Outcome::Value(Value::int(i64::from(byte))));
    };
    let (start, stop, step) = slice_bounds(slice, view.length)?;
    if step != 1 {
        return Err(not_implemented_error("the playground's memoryviews have slices without a step"));
    }
    let start = usize::try_from(start).unwrap_or(0);
    let length = usize::try_from(stop).unwrap_or(0).saturating_sub(start);
    let part = View {
        owner: view.owner.clone(),
        bytes: view.bytes.clone(),
        start: view.start + start,
        length,
        released: Cell::new(false),
    };
    Ok(Outcome::Value(part.value()))
}

fn setitem(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "__setitem__")?;
    let [index, value] = arguments.exactly("memoryview.__setitem__")?;
    if !view.bytes.is_array() {
        return Err(type_error("cannot modify read-only memory"));
    }
    let (start, part) = match index {
        Value::Slice(slice) => {
            let (start, stop, step) = slice_bounds(slice, view.length)?;
            let part = bytes_like(value).ok_or_else(|| {
                type_error(format!("a bytes-like object is required, not '{}'", class_name(value)))
            })?;
            if step != 1 || i64::try_from(part.len()).unwrap_or(i64::MAX) != (stop - start).max(0) {
                return Err(value_error(
                    "memoryview assignment: lvalue and rvalue have different structures",
                ));
            }
            (view.start + usize::try_from(start).unwrap_or(0), part)
        }
        index => {
            let at = place(view, index)?;
            (
                at,
                vec![byte(value, true).map_err(|_| value_error("memoryview: invalid value for format 'B'"))?],
            )
        }
    };
    let mut bytes = view.bytes.get_mut();
    for (at, byte) in (start..).zip(part) {
        if let Some(slot) = bytes.get_mut(at) {
            *slot = byte;
        }
    }
    nothing()
}

fn numbers(view: &View) -> Value {
    Value::list(view.copied().into_iter().map(|byte| Value::int(i64::from(byte))).collect())
}

fn iter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let items = numbers(own(&arguments, "__iter__")?);
    cx.iterate(items)
}

fn tolist(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(numbers(own(&arguments, "tolist")?)))
}

fn tobytes(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::bytes(own(&arguments, "tobytes")?.copied())))
}

fn hex(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    hex_text(&own(&arguments, "hex")?.copied(), &arguments)
}

fn len(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(own(&arguments, "__len__")?.length)))
}

fn show(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let kind = if own(&arguments, "__repr__")?.released.get() { "released memory" } else { "memory" };
    Ok(Outcome::from(format!("<{kind} at {}>", address_text(arguments.object()))))
}

fn yes(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from(true))
}

fn one(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(1)))
}

fn format(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from("B"))
}

fn owner(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(own(&arguments, "obj")?.owner.clone()))
}

fn readonly(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(!own(&arguments, "readonly")?.bytes.is_array()))
}

fn shape(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::tuple(vec![Value::index(own(&arguments, "shape")?.length)])))
}
