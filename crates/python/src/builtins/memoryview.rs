//! `memoryview`, of bytes only: a window on somebody's bytes.

use std::cell::Cell;
use std::rc::Rc;

use super::bytes::{bytes_like, hex_text};
use super::receive::{class_to_make, count, inside, integer};
use super::{install, install_getters, install_static};
use crate::object::{Bytes, Exception, Instance, Payload, Range};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::describe::{address_text, class_name};
use crate::vm::items::slice_bounds;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{index_error, type_error, value_error};

/// A window on bytes.
struct View {
    /// Whose bytes they are.
    owner: Value,
    bytes: Rc<Bytes>,
    /// Where its first byte lies in them, how many there are, and how far each is from the one before.
    start: usize,
    length: usize,
    step: i64,
    readonly: bool,
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
            ("__hash__", hash),
            ("__iter__", iter),
            ("__len__", len),
            ("__repr__", show),
            ("__setitem__", setitem),
            ("hex", hex),
            ("release", release),
            ("tobytes", tobytes),
            ("tolist", tolist),
            ("toreadonly", to_readonly),
        ],
    );
    install_getters(
        class,
        &[
            ("c_contiguous", contiguous),
            ("contiguous", contiguous),
            ("f_contiguous", contiguous),
            ("format", format),
            ("itemsize", one),
            ("nbytes", len),
            ("ndim", one),
            ("obj", owner),
            ("readonly", readonly),
            ("shape", shape),
            ("strides", strides),
        ],
    );
}

/// The bytes that a memoryview shows, copied.
pub(crate) fn viewed(value: &Value) -> Option<Vec<u8>> {
    let view = value.native::<View>()?;
    if view.released.get() { None } else { Some(view.copied()) }
}

impl View {
    /// The place of its byte of this number in the bytes behind.
    fn place(&self, number: usize) -> usize {
        let far = i64::try_from(number).unwrap_or(i64::MAX).saturating_mul(self.step);
        self.start.saturating_add_signed(isize::try_from(far).unwrap_or(isize::MAX))
    }

    fn copied(&self) -> Vec<u8> {
        let bytes = self.bytes.get();
        let part: Vec<u8> =
            (0..self.length).map_while(|number| bytes.get(self.place(number)).copied()).collect();
        crate::effort::make(part.len(), 5);
        part
    }

    /// The part of it from one place to another, by steps.
    fn part(&self, (start, stop, step): (i64, i64, i64)) -> Self {
        let length = usize::try_from(Range { start, stop, step }.len()).unwrap_or(0);
        Self {
            owner: self.owner.clone(),
            bytes: self.bytes.clone(),
            start: self.place(usize::try_from(start).unwrap_or(0)),
            length,
            step: self.step.saturating_mul(step),
            readonly: self.readonly,
            released: Cell::new(false),
        }
    }

    /// Another view of the same.
    fn again(&self) -> Self {
        self.part((0, i64::try_from(self.length).unwrap_or(i64::MAX), 1))
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
    let view = match (inside(&object), object.native::<View>()) {
        (Value::Bytes(bytes), _) => View {
            bytes: bytes.clone(),
            start: 0,
            length: bytes.get().len(),
            step: 1,
            readonly: !bytes.is_array(),
            released: Cell::new(false),
            owner: object.clone(),
        },
        (_, Some(view)) => view.again(),
        _ => {
            let class = class_name(&object);
            return Err(type_error(format!("memoryview: a bytes-like object is required, not '{class}'")));
        }
    };
    Ok(Outcome::Value(view.value()))
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

fn hash(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "__hash__")?;
    if !view.readonly {
        return Err(value_error("cannot hash writable memoryview object"));
    }
    Ok(Outcome::Value(Value::int(crate::number::hash::bytes(&view.copied()))))
}

/// The place of an index in the bytes behind.
fn place(view: &View, index: &Value) -> Result<usize, Exception> {
    let index = count(index).map_err(|_| type_error("memoryview: invalid slice key"))?;
    let length = i64::try_from(view.length).unwrap_or(i64::MAX);
    let index = if index < 0 { index + length } else { index };
    match usize::try_from(index) {
        Ok(index) if index < view.length => Ok(view.place(index)),
        _ => Err(index_error("index out of bounds on dimension 1")),
    }
}

fn getitem(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "__getitem__")?;
    let [index] = arguments.exactly("memoryview.__getitem__")?;
    if let Value::Slice(slice) = index {
        return Ok(Outcome::Value(view.part(slice_bounds(slice, view.length)?).value()));
    }
    let at = place(view, index)?;
    let byte = view.bytes.get().get(at).copied().unwrap_or(0);
    Ok(Outcome::Value(Value::int(i64::from(byte))))
}

fn setitem(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "__setitem__")?;
    let [index, value] = arguments.exactly("memoryview.__setitem__")?;
    if view.readonly {
        return Err(type_error("cannot modify read-only memory"));
    }
    if let Value::Slice(slice) = index {
        let part = view.part(slice_bounds(slice, view.length)?);
        let given = bytes_like(value).ok_or_else(|| {
            type_error(format!("a bytes-like object is required, not '{}'", class_name(value)))
        })?;
        if given.len() != part.length {
            return Err(value_error("memoryview assignment: lvalue and rvalue have different structures"));
        }
        let mut bytes = view.bytes.get_mut();
        for (number, byte) in given.into_iter().enumerate() {
            if let Some(slot) = bytes.get_mut(part.place(number)) {
                *slot = byte;
            }
        }
        return nothing();
    }
    let at = place(view, index)?;
    let number = integer(value).map_err(|_| type_error("memoryview: invalid type for format 'B'"))?;
    let byte = number.small().and_then(|number| u8::try_from(number).ok());
    let byte = byte.ok_or_else(|| value_error("memoryview: invalid value for format 'B'"))?;
    if let Some(slot) = view.bytes.get_mut().get_mut(at) {
        *slot = byte;
    }
    nothing()
}

fn to_readonly(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("memoryview.toreadonly")?;
    let view = own(&arguments, "toreadonly")?.again();
    Ok(Outcome::Value(View { readonly: true, ..view }.value()))
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

fn contiguous(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "contiguous")?;
    Ok(Outcome::from(view.step == 1 || view.length < 2))
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
    Ok(Outcome::from(own(&arguments, "readonly")?.readonly))
}

fn shape(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::tuple(vec![Value::index(own(&arguments, "shape")?.length)])))
}

fn strides(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::tuple(vec![Value::int(own(&arguments, "strides")?.step)])))
}
