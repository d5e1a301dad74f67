//! How the methods of builtin classes take the object they are called on and their
//! arguments: the value inside an object of a subclass, and CPython's words for what does
//! not fit. How arguments are counted and named is in `vm::native`.

use std::cell::Cell;
use std::rc::Rc;

use crate::effort;
use crate::number::integer::Integer;
use crate::object::{Bytes, Class, Exception, Instance, Payload};
use crate::types::{names, types};
use crate::value::{Str, Value};
use crate::vm::attributes::special;
use crate::vm::classes::check_abstract;
use crate::vm::describe::class_name;
use crate::vm::native::{Answer, Arguments, Outcome};
use crate::vm::operators;
use crate::vm::raise::{overflow_error, type_error};

/// The builtin value that a value is, or that it carries inside as an object of a subclass.
pub(crate) fn inside(value: &Value) -> &Value {
    match value {
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) => inner,
            _ => value,
        },
        _ => value,
    }
}

/// The error for a method that was looked up on a class and called with something else.
pub(crate) fn wrong_object(arguments: &Arguments<'_>, class: &str, method: &str) -> Exception {
    let is_operator = method.starts_with("__");
    let Some(object) = arguments.positional().first() else {
        return type_error(if is_operator {
            format!("descriptor '{method}' of '{class}' object needs an argument")
        } else {
            format!("unbound method {class}.{method}() needs an argument")
        });
    };
    let given = class_name(object);
    type_error(if is_operator {
        format!("descriptor '{method}' requires a '{class}' object but received a '{given}'")
    } else {
        format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{given}' object")
    })
}

/// The text that a method of `str` is called on.
pub(crate) fn own_text<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Str, Exception> {
    match inside(arguments.object()) {
        Value::Str(text) => {
            spend_for(text.as_str().len(), method);
            Ok(text)
        }
        _ => Err(wrong_object(arguments, "str", method)),
    }
}

/// Methods go through the whole text, but for a few; some look at each character.
fn spend_for(length: usize, method: &str) {
    match method {
        "__len__" | "__getitem__" | "__str__" => {}
        "startswith" | "endswith" => effort::spend_length(length, 6),
        "translate" => effort::spend_length(length, 0),
        "swapcase" | "title" | "split" | "rsplit" | "splitlines" | "hex" => effort::spend_length(length, 1),
        _ => effort::spend_length(length, 3),
    }
}

/// The bytes that a method of `bytes` or `bytearray` is called on.
pub(crate) fn own_bytes<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Bytes>, Exception> {
    match inside(arguments.object()) {
        Value::Bytes(bytes) => {
            spend_for(bytes.get().len(), method);
            Ok(bytes)
        }
        _ => Err(wrong_object(arguments, "bytes", method)),
    }
}

/// The int that a method of `int` is called on.
pub(crate) fn own_integer(arguments: &Arguments<'_>, method: &str) -> Result<Integer, Exception> {
    operators::integer(arguments.object()).ok_or_else(|| wrong_object(arguments, "int", method))
}

/// The float that a method of `float` is called on.
pub(crate) fn own_float(arguments: &Arguments<'_>, method: &str) -> Result<f64, Exception> {
    match inside(arguments.object()) {
        Value::Float(number, _) => Ok(*number),
        _ => Err(wrong_object(arguments, "float", method)),
    }
}

thread_local! {
    static INDEX_WANTED: Cell<bool> = const { Cell::new(false) };
}

/// A number was wanted, and only the program's `__index__` could tell it.
fn want_index(value: &Value) {
    if matches!(value, Value::Instance(_)) && special(value, &names().index).is_some() {
        INDEX_WANTED.set(true);
    }
}

/// Whether that is why a native has failed: it is to be called again, with the numbers.
pub(crate) fn index_was_wanted() -> bool {
    INDEX_WANTED.replace(false)
}

/// A whole number of any size.
pub(crate) fn integer(value: &Value) -> Result<Integer, Exception> {
    operators::integer(value).ok_or_else(|| {
        want_index(value);
        type_error(format!("'{}' object cannot be interpreted as an integer", class_name(value)))
    })
}

/// A whole number of 64 bits.
pub(crate) fn count(value: &Value) -> Result<i64, Exception> {
    integer(value)?.small().ok_or_else(|| overflow_error("Python int too large to convert to C ssize_t"))
}

/// A bound of a search: a whole number, or nothing.
pub(crate) fn bound(value: Option<&Value>) -> Result<Option<i64>, Exception> {
    match value {
        None | Some(Value::None | Value::Unset) => Ok(None),
        Some(value) => match operators::integer(value) {
            Some(number) => {
                let far = if number.is_negative() { i64::MIN } else { i64::MAX };
                Ok(Some(number.small().unwrap_or(far)))
            }
            None => {
                want_index(value);
                Err(type_error("slice indices must be integers or None or have an __index__ method"))
            }
        },
    }
}

/// A text; `what` names the argument: `strip arg`, `replace() argument 1`.
pub(crate) fn text<'a>(value: &'a Value, what: &str) -> Result<&'a Str, Exception> {
    match inside(value) {
        Value::Str(text) => Ok(text),
        _ => Err(type_error(format!("{what} must be str, not {}", shown_class(value)))),
    }
}

/// A class's name, as complaints about arguments have it.
pub(crate) fn shown_class(value: &Value) -> Str {
    if value.is_none() { Str::new("None") } else { class_name(value) }
}

/// The class that a `__new__` makes an object of: `base` or one that inherits from it.
pub(crate) fn class_to_make<'a>(arguments: &Arguments<'a>, base: &Class) -> Result<&'a Rc<Class>, Exception> {
    let name = base.name();
    let class = super::object::new_class(arguments, &name)?;
    let given = class.name();
    if !class.inherits(base) {
        return Err(type_error(format!("{name}.__new__({given}): {given} is not a subtype of {name}")));
    }
    if class.is(&types().bool) && !base.is(&types().bool) {
        return Err(type_error("int.__new__(bool) is not safe, use bool.__new__()"));
    }
    Ok(class)
}

/// An object of a builtin class or of one that inherits from it, with this value.
pub(crate) fn made(class: &Rc<Class>, value: Value) -> Answer {
    if class.is_builtin {
        return Ok(Outcome::Value(value));
    }
    check_abstract(class)?;
    Ok(Outcome::Value(Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Value(value))))))
}
