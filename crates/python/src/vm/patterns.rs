//! What `except`, `with`, `raise` and `match` ask of values.

use super::attributes::special;
use super::describe::with_class;
use super::native::{Answer, Context, Outcome};
use super::raise::type_error;
use crate::code::Special;
use crate::object::class::Layout;
use crate::object::{Exception, Payload};
use crate::types::names;
use crate::value::Value;

/// `except classes:`
pub(crate) fn exception_matches(exception: &Value, classes: &Value) -> Result<bool, Exception> {
    let wrong = || type_error("catching classes that do not inherit from BaseException is not allowed");
    match classes {
        Value::Class(class) => {
            if class.layout != Layout::Exception {
                return Err(wrong());
            }
            Ok(with_class(exception, |own| own.inherits(class)))
        }
        Value::Tuple(classes) => {
            for class in classes.iter() {
                if !matches!(class, Value::Class(class) if class.layout == Layout::Exception) {
                    return Err(wrong());
                }
            }
            Ok(classes.iter().any(|class| {
                matches!(class, Value::Class(class) if with_class(exception, |own| own.inherits(class)))
            }))
        }
        _ => Err(wrong()),
    }
}

/// The method that `with` looks up, and the object if it takes that.
pub(crate) fn load_special(kind: Special, object: Value) -> Result<(Value, Value), Exception> {
    let names = names();
    let name = match kind {
        Special::Enter => &names.enter,
        Special::Exit => &names.exit,
        Special::AsyncEnter => &names.aenter,
        Special::AsyncExit => &names.aexit,
    };
    if let Some(method) = special(&object, name) {
        return Ok(match method {
            Value::Method(method) => (method.function.clone(), method.object.clone()),
            other => (other, Value::Unset),
        });
    }
    let class = with_class(&object, |class| {
        if class.is_builtin { super::describe::full_name(class) } else { class.name().as_str().to_owned() }
    });
    let protocol = match kind {
        Special::Enter | Special::Exit => "context manager",
        Special::AsyncEnter | Special::AsyncExit => "asynchronous context manager",
    };
    let missed = match kind {
        Special::Exit => " (missed __exit__ method)",
        Special::AsyncExit => " (missed __aexit__ method)",
        Special::Enter | Special::AsyncEnter => "",
    };
    Err(type_error(format!("'{class}' object does not support the {protocol} protocol{missed}")))
}

impl Context<'_> {
    /// `raise value`: an exception, made of a class if need be.
    pub(crate) fn exception_to_raise(&mut self, value: Value) -> Answer {
        match &value {
            Value::Instance(instance) if matches!(instance.payload, Payload::Exception(_)) => {
                Ok(Outcome::Value(value))
            }
            Value::Class(class) if class.layout == Layout::Exception => Ok(Outcome::call(value, Vec::new())),
            _ => Err(type_error("exceptions must derive from BaseException")),
        }
    }
}

/// A sequence pattern may match it.
pub(crate) fn is_sequence(value: &Value) -> bool {
    match value {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) => is_sequence(inner),
            _ => crate::builtins::views::is_sequence(instance),
        },
        _ => false,
    }
}

/// A mapping pattern may match it.
pub(crate) fn is_mapping(value: &Value) -> bool {
    match value {
        Value::Dict(_) => true,
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) => is_mapping(inner),
            _ => crate::builtins::views::is_mapping(instance),
        },
        _ => false,
    }
}
