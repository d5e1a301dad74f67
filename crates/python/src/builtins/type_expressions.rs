//! Type expressions: `list[int]` and `int | str`.

use std::rc::Rc;

use super::{install, install_class_methods, install_getters, install_static};
use crate::effort;
use crate::object::{Instance, Payload, Tuple};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::equality::equal;
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome, nothing};
use crate::vm::raise::{attribute_error, type_error};

/// Gives these classes their attributes and methods, and those that take types `[...]` and `|`.
pub(crate) fn fill(types: &Types) {
    install_getters(
        &types.generic_alias,
        &[("__origin__", alias_origin), ("__args__", alias_arguments), ("__parameters__", alias_parameters)],
    );
    install(
        &types.generic_alias,
        &[
            ("__getitem__", alias_again),
            ("__call__", alias_call),
            ("__getattr__", alias_getattr),
            ("__iter__", alias_iter),
            ("__or__", make_union),
            ("__ror__", make_union_backwards),
            ("__eq__", alias_eq),
            ("__hash__", alias_hash),
            ("__instancecheck__", no_instances),
            ("__subclasscheck__", no_subclasses),
            ("__mro_entries__", alias_mro_entries),
            ("__reduce__", alias_reduce),
            ("__repr__", alias_repr),
        ],
    );
    install_static(&types.generic_alias, &[("__new__", new_alias)]);
    install_getters(&types.union, &[("__args__", alias_arguments), ("__parameters__", alias_parameters)]);
    install(
        &types.union,
        &[
            ("__getitem__", union_again),
            ("__reduce__", union_reduce),
            ("__or__", make_union),
            ("__ror__", make_union_backwards),
            ("__eq__", alias_eq),
            ("__hash__", alias_hash),
            ("__repr__", alias_repr),
        ],
    );
    install(&types.none, &[("__or__", make_union), ("__ror__", make_union_backwards)]);
    for class in [
        &types.list,
        &types.tuple,
        &types.dict,
        &types.set,
        &types.frozenset,
        &types.enumerate,
        &types.mappingproxy,
        &types.generator,
        &types.coroutine,
        &types.async_generator,
    ] {
        install_class_methods(class, &[("__class_getitem__", make_alias)]);
    }
}

/// What `list[int]` and `int | str` are made of.
pub(crate) struct TypeExpression {
    /// Nothing for a union.
    pub(crate) origin: Value,
    pub(crate) arguments: Rc<Tuple>,
}

fn expression(value: &Value) -> Option<&TypeExpression> {
    value.native()
}

fn alias(origin: Value, arguments: Vec<Value>) -> Value {
    let alias = TypeExpression { origin, arguments: Rc::new(Tuple::new(arguments)) };
    Value::Instance(Rc::new(Instance::new(types().generic_alias.clone(), Payload::Native(Box::new(alias)))))
}

fn several(index: &Value) -> Vec<Value> {
    match index {
        Value::Tuple(items) if items.class().is_builtin => items.to_vec(),
        other => vec![other.clone()],
    }
}

/// `list[int]`
pub(crate) fn make_alias(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [index] = arguments.exactly("__class_getitem__")?;
    Ok(Outcome::Value(alias(arguments.object().clone(), several(index))))
}

fn new_alias(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.rest().all() {
        [origin, index] => Ok(Outcome::Value(alias(origin.clone(), several(index)))),
        given => Err(type_error(format!("GenericAlias expected 2 arguments, got {}", given.len()))),
    }
}

fn alias_origin(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(expression(arguments.object()).map_or(Value::None, |alias| alias.origin.clone())))
}

fn alias_arguments(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let arguments = expression(arguments.object()).map(|alias| alias.arguments.clone());
    Ok(Outcome::Value(arguments.map_or(Value::None, Value::Tuple)))
}

fn alias_parameters(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("alias_parameters", vec![arguments.object().clone()])
}

fn no_instances(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Err(type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn no_subclasses(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Err(type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

fn alias_reduce(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("alias_reduce", vec![arguments.object().clone()])
}

fn union_reduce(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("union_reduce", vec![arguments.object().clone()])
}

fn union_again(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("union_substitute", arguments.all().to_vec())
}

fn alias_again(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("alias_substitute", arguments.all().to_vec())
}

fn alias_call(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Some(alias) = expression(arguments.object()) else { return nothing() };
    let rest = arguments.rest();
    let call =
        Call { function: alias.origin.clone(), arguments: rest.all().to_vec(), names: rest.names().to_vec() };
    Ok(Outcome::Call(Box::new(call)))
}

/// `*tuple[int, ...]`
fn alias_iter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("alias_iter", vec![arguments.object().clone()])
}

fn alias_getattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name] = arguments.exactly("__getattr__")?;
    let name = super::object::name_argument(name)?;
    match expression(arguments.object()) {
        Some(alias) if !name.starts_with("__") || name == "__name__" || name == "__qualname__" => {
            cx.get_attribute(&alias.origin, &name)
        }
        _ => Err(attribute_error(
            arguments.object(),
            &name,
            format!("'types.GenericAlias' object has no attribute '{name}'"),
        )),
    }
}

fn alias_eq(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("__eq__")?;
    match (expression(arguments.object()), expression(other)) {
        (Some(one), Some(other)) => Ok(Outcome::from(Comparing::within_bounds().same_expression(one, other))),
        _ => Ok(Outcome::Value(Value::NotImplemented)),
    }
}

/// Compares expressions, within bounds: how deep they are inside each other, and how many there are altogether.
struct Comparing {
    depth: u32,
    left: u32,
}

impl Comparing {
    const fn within_bounds() -> Self {
        Self { depth: 100, left: 100_000 }
    }

    /// Of unions, the order of members makes no difference.
    fn same_expression(&mut self, one: &TypeExpression, other: &TypeExpression) -> bool {
        let (mine, others) = (&one.arguments, &other.arguments);
        if mine.len() != others.len() || one.origin.is_none() != other.origin.is_none() {
            return false;
        }
        if one.origin.is_none() {
            return others.iter().all(|item| mine.iter().any(|own| self.same(own, item)));
        }
        self.same(&one.origin, &other.origin)
            && mine.iter().zip(others.iter()).all(|(own, item)| self.same(own, item))
    }

    fn same(&mut self, one: &Value, other: &Value) -> bool {
        effort::spend(1);
        let (Some(one), Some(other)) = (expression(one), expression(other)) else {
            return one.is(other) || equal(one, other).unwrap_or(false);
        };
        if std::ptr::eq(one, other) {
            return true;
        }
        let (Some(depth), Some(left)) = (self.depth.checked_sub(1), self.left.checked_sub(1)) else {
            return false;
        };
        (self.depth, self.left) = (depth, left);
        let same = self.same_expression(one, other);
        self.depth += 1;
        same
    }
}

fn alias_hash(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Some(alias) = expression(arguments.object()) else { return nothing() };
    let members = Value::Tuple(alias.arguments.clone());
    if alias.origin.is_none() {
        return cx.prelude("union_hash", vec![members]);
    }
    cx.prelude("hash_of", vec![Value::tuple(vec![alias.origin.clone(), members])])
}

/// `list[int]`, `int | None`: what names itself is named, the rest is asked.
fn alias_repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let function = if union_members(arguments.object()).is_some() { "union_repr" } else { "alias_repr" };
    cx.prelude(function, vec![arguments.object().clone()])
}

fn alias_mro_entries(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let origin = expression(arguments.object()).map_or(Value::None, |alias| alias.origin.clone());
    Ok(Outcome::Value(Value::tuple(vec![origin])))
}

/// The members of `int | str`.
pub(crate) fn union_members(value: &Value) -> Option<Rc<Tuple>> {
    expression(value).filter(|union| union.origin.is_none()).map(|union| union.arguments.clone())
}

/// `one | other`, for types.
pub(crate) fn union_of(one: &Value, other: &Value) -> Value {
    let is_type = |value: &Value| {
        matches!(value, Value::Class(_) | Value::None)
            || expression(value).is_some()
            || crate::vm::describe::with_class(
                value,
                |class| matches!(class.lookup(&names().module), Some(Value::Str(module)) if module == "typing"),
            )
    };
    if !is_type(one) || !is_type(other) {
        return Value::NotImplemented;
    }
    let mut members: Vec<Value> = Vec::new();
    for side in [one, other] {
        let parts = match union_members(side) {
            Some(parts) => parts.to_vec(),
            None => vec![side.clone()],
        };
        for part in parts {
            let part = if part.is_none() { Value::Class(types().none.clone()) } else { part };
            if !members.iter().any(|member| Comparing::within_bounds().same(member, &part)) {
                members.push(part);
            }
        }
    }
    if let [only] = members.as_slice() {
        return only.clone();
    }
    let union = TypeExpression { origin: Value::None, arguments: Rc::new(Tuple::new(members)) };
    Value::Instance(Rc::new(Instance::new(types().union.clone(), Payload::Native(Box::new(union)))))
}

fn make_union(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("__or__")?;
    Ok(Outcome::Value(union_of(arguments.object(), other)))
}

fn make_union_backwards(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("__ror__")?;
    Ok(Outcome::Value(union_of(other, arguments.object())))
}
