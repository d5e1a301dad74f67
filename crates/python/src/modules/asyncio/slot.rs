//! The native state inside an object: empty until `__init__` has run, so that subclasses
//! can have an `__init__` of their own.

use std::cell::OnceCell;
use std::rc::Rc;

use interleave_core::nanoseconds;

use crate::object::{Exception, Instance, Payload};
use crate::value::Value;
use crate::value::intern;
use crate::vm::describe::{class_name, error_name};
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::raise::{attribute_error, type_error};

/// State that `__init__` sets.
pub(super) struct Slot<T>(OnceCell<T>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(OnceCell::new())
    }
}

/// `__new__` of a class whose objects have a state of this type.
pub(super) fn make<T: 'static>(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Value::Class(class) = arguments.object() else {
        return Err(type_error("__new__ takes a class"));
    };
    let payload = Payload::Native(Box::new(Slot::<T>(OnceCell::new())));
    Ok(Outcome::Value(Value::Instance(Rc::new(Instance::new(class.clone(), payload)))))
}

/// Sets the state; it is set once.
pub(super) fn set<T: 'static>(value: &Value, state: T) -> Result<(), Exception> {
    let Some(slot) = value.native::<Slot<T>>() else { return Err(wrong(value)) };
    let _ = slot.0.set(state);
    Ok(())
}

/// The state of an object.
pub(super) fn get<T: 'static>(value: &Value) -> Result<&T, Exception> {
    let Some(slot) = value.native::<Slot<T>>() else { return Err(wrong(value)) };
    slot.0.get().ok_or_else(|| {
        let name = intern("_loop");
        attribute_error(value, &name, format!("'{}' object has no attribute '{name}'", class_name(value)))
    })
}

/// The state of an object, if it is one of these.
pub(super) fn find<T: 'static>(value: &Value) -> Option<&T> {
    value.native::<Slot<T>>()?.0.get()
}

fn wrong(value: &Value) -> Exception {
    type_error(format!("an object of another class was expected, not '{}'", class_name(value)))
}

/// A number of seconds.
pub(super) fn seconds(value: &Value) -> Option<f64> {
    match value {
        Value::Float(number, _) => Some(*number),
        #[expect(clippy::cast_precision_loss, reason = "as Python does")]
        Value::Int(number, _) => Some(*number as f64),
        Value::Bool(truth) => Some(f64::from(u8::from(*truth))),
        Value::Big(number) => num_traits::ToPrimitive::to_f64(&**number),
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) => seconds(inner),
            _ => None,
        },
        _ => None,
    }
}

/// A number of seconds, or none at all.
pub(super) fn patience(value: &Value) -> Result<Option<f64>, Exception> {
    patience_or(value, |value| no_order(value, "int"))
}

/// The same, with an error of the caller's for what is no number.
pub(super) fn patience_or(
    value: &Value,
    refuse: impl FnOnce(&Value) -> Exception,
) -> Result<Option<f64>, Exception> {
    match value {
        Value::None | Value::Unset => Ok(None),
        value => seconds(value).map(Some).ok_or_else(|| refuse(value)),
    }
}

/// It was added to a time.
pub(super) fn no_sum(value: &Value) -> Exception {
    type_error(format!("unsupported operand type(s) for +: 'float' and '{}'", error_name(value)))
}

/// It was compared with a number of this class.
pub(super) fn no_order(value: &Value, number: &str) -> Exception {
    type_error(format!("'<=' not supported between instances of '{}' and '{number}'", error_name(value)))
}

/// Nanoseconds that a thread waits, at most.
pub(super) fn patience_ns(value: &Value) -> Result<Option<i64>, Exception> {
    Ok(patience(value)?.and_then(nanoseconds))
}
