//! Groups of exceptions: making them, and taking them apart.

use std::rc::Rc;

use super::exceptions::{class_to_make, itself, make};
use super::{install, install_class_methods, install_getters, install_static};
use crate::object::{Class, Exception, Tuple};
use crate::types::{Types, exception_group_class, types};
use crate::value::{Value, intern};
use crate::vm::describe::{class_name, is_instance};
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::unwrapped;
use crate::vm::raise::{type_error, value_error};

/// Gives the groups' classes their methods.
pub(crate) fn fill(types: &Types) {
    let group = &types.base_exception_group;
    install_static(group, &[("__new__", new)]);
    install(group, &[("__str__", text), ("split", split), ("subgroup", subgroup), ("derive", derive)]);
    install_getters(group, &[("exceptions", get_exceptions)]);
    install_class_methods(group, &[("__class_getitem__", super::type_expressions::make_alias)]);
    group.namespace.set_name("message", Value::None);
    group.changed();
}

fn new(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, rest) = class_to_make(&arguments)?;
    let [message, members] = rest.positional() else {
        let given = rest.positional().len();
        return Err(type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)"
        )));
    };
    if !matches!(unwrapped(message), Value::Str(_)) {
        let class = class_name(message);
        return Err(type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {class}")));
    }
    match unwrapped(members) {
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => {
            let list = known_items(unwrapped(members)).unwrap_or_default();
            of_members(class, message, members, list).map(Outcome::Value)
        }
        Value::Instance(_) => {
            cx.prelude("new_group", vec![Value::Class(class.clone()), message.clone(), members.clone()])
        }
        _ => Err(type_error("second argument (exceptions) must be a sequence")),
    }
}

/// Checks the members, and chooses the class.
fn of_members(
    class: &Rc<Class>,
    message: &Value,
    given: &Value,
    members: Vec<Value>,
) -> Result<Value, Exception> {
    if members.is_empty() {
        return Err(value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    if let Some(index) = members.iter().position(|member| Exception::of(member).is_none()) {
        return Err(value_error(format!("Item {index} of second argument (exceptions) is not an exception")));
    }
    let ordinary = &types().exception;
    let all_ordinary = members.iter().all(|member| is_instance(member, ordinary));
    let class =
        if class.is(&types().base_exception_group) && all_ordinary { exception_group_class() } else { class };
    if class.inherits(ordinary) && !all_ordinary {
        return Err(type_error(if class.is(exception_group_class()) {
            "Cannot nest BaseExceptions in an ExceptionGroup".to_owned()
        } else {
            format!("Cannot nest BaseExceptions in '{}'", class.name())
        }));
    }
    let value = make(class, vec![message.clone(), given.clone()]);
    if let Some(exception) = Exception::of(&value) {
        exception.instance().set(&intern("message"), message.clone());
        *exception.state().members.borrow_mut() = Some(Rc::new(Tuple::new(members)));
    }
    Ok(value)
}

/// The members of a group; nothing of what is no group.
pub(crate) fn members(exception: &Exception) -> Option<Rc<Tuple>> {
    exception.state().members.borrow().clone()
}

/// A group that the machine makes: an `ExceptionGroup` if all its members are ordinary exceptions.
pub(crate) fn group(message: &str, members: Vec<Exception>) -> Result<Exception, Exception> {
    let members: Vec<Value> = members.iter().map(Exception::value).collect();
    let given = Value::list(members.clone());
    let value = of_members(&types().base_exception_group, &Value::str(message), &given, members)?;
    Exception::of(&value).ok_or_else(|| type_error("a group is an exception"))
}

fn get_exceptions(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let members = members(&itself(&arguments)?);
    Ok(Outcome::Value(members.map_or_else(|| Value::tuple(Vec::new()), Value::Tuple)))
}

fn text(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let message = exception.instance().get(&intern("message")).unwrap_or_default();
    let message = match unwrapped(&message) {
        Value::Str(message) => message.as_str().to_owned(),
        other => return cx.str(other),
    };
    let count = members(&exception).map_or(0, |members| members.len());
    let plural = if count == 1 { "" } else { "s" };
    Ok(Outcome::from(format!("{message} ({count} sub-exception{plural})")))
}

fn split(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [condition] = arguments.exactly("BaseExceptionGroup.split")?;
    cx.prelude("group_split", vec![arguments.object().clone(), condition.clone(), Value::Bool(true)])
}

fn subgroup(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [condition] = arguments.exactly("BaseExceptionGroup.subgroup")?;
    cx.prelude("group_split", vec![arguments.object().clone(), condition.clone(), Value::Bool(false)])
}

/// A group like this one, of other members: what subclasses replace.
fn derive(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [members] = arguments.exactly("BaseExceptionGroup.derive")?;
    let message = itself(&arguments)?.instance().get(&intern("message")).unwrap_or_default();
    let class = Value::Class(types().base_exception_group.clone());
    let new = class_new();
    Ok(Outcome::call(new, vec![class, message, members.clone()]))
}

/// `BaseExceptionGroup.__new__`
fn class_new() -> Value {
    types().base_exception_group.namespace.get_str(&crate::types::names().new).unwrap_or_default()
}
