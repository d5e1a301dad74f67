//! Making the exceptions that the machine itself raises.

use std::rc::Rc;

use super::suggest;
use crate::number::failure::{ErrorClass, Failure};
use crate::object::{Class, Exception};
use crate::types::{names, types};
use crate::value::{Str, Value};

macro_rules! makers {
    ($($name:ident)*) => {$(
        #[doc = concat!("A `", stringify!($name), "` with this message.")]
        pub(crate) fn $name(message: impl Into<String>) -> Exception {
            Exception::saying(&types().$name, message)
        }
    )*};
}

makers! {
    eof_error import_error index_error memory_error
    overflow_error recursion_error runtime_error type_error value_error
    zero_division_error
}

/// A native function has no parameter of this name; those that it has may be close.
pub(crate) fn unexpected_keyword(function: &str, name: &str, known: &[&str]) -> Exception {
    let hint =
        suggest::closest(name, known).map_or_else(String::new, |close| format!(". Did you mean '{close}'?"));
    type_error(format!("{function}() got an unexpected keyword argument '{name}'{hint}"))
}

/// A `KeyError` about this key.
pub(crate) fn key_error(key: Value) -> Exception {
    Exception::new(&types().key_error, vec![key])
}

/// An `AttributeError`, which remembers the object and the name for suggestions.
pub(crate) fn attribute_error(object: &Value, name: &Str, message: impl Into<String>) -> Exception {
    let exception = Exception::saying(&types().attribute_error, message);
    exception.instance().set(&names().name_, Value::Str(name.clone()));
    exception.instance().set(&names().obj, object.clone());
    exception
}

/// A `NameError`, which remembers the name.
pub(crate) fn name_error(name: &Str) -> Exception {
    let exception = Exception::saying(&types().name_error, format!("name '{name}' is not defined"));
    exception.instance().set(&names().name_, Value::Str(name.clone()));
    exception
}

/// An `UnboundLocalError`.
pub(crate) fn unbound_local(name: &Str) -> Exception {
    let message = format!("cannot access local variable '{name}' where it is not associated with a value");
    Exception::saying(&types().unbound_local_error, message)
}

/// A `StopIteration` with a value.
pub(crate) fn stop_iteration(value: Value) -> Exception {
    let args = if value.is_none() { Vec::new() } else { vec![value.clone()] };
    let exception = Exception::new(&types().stop_iteration, args);
    exception.instance().set(&names().value, value);
    exception
}

/// A plain exception of a class without a message.
pub(crate) fn bare(class: &Rc<Class>) -> Exception {
    Exception::new(class, Vec::new())
}

impl From<Failure> for Exception {
    fn from(failure: Failure) -> Self {
        let types = types();
        let class = match failure.class {
            ErrorClass::Index => &types.index_error,
            ErrorClass::Memory => &types.memory_error,
            ErrorClass::Overflow => &types.overflow_error,
            ErrorClass::Type => &types.type_error,
            ErrorClass::Value => &types.value_error,
            ErrorClass::ZeroDivision => &types.zero_division_error,
        };
        Self::saying(class, failure.text)
    }
}
