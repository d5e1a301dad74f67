//! The special methods of builtin classes, as methods that programs can call and `super()`
//! can reach: each does to the value inside what the operator does to a plain one, and
//! answers `NotImplemented` where the other operand is not for it.

use std::cmp::Ordering;

use super::formatting::percent;
use super::receive::{inside, wrong_object};
use super::{Table, repr};
use crate::code::{BinaryOperator, Comparison, UnaryOperator};
use crate::object::Exception;
use crate::value::Value;
use crate::vm::compare::holds;
use crate::vm::describe::class_name;
use crate::vm::equality::{MustAsk, equal, order};
use crate::vm::hashing::{self, NoHash};
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::{self, Trouble, builtin_binary, integer};
use crate::vm::raise::type_error;

macro_rules! binary_methods {
    ($($function:ident $reflected:ident $operator:ident;)*) => {$(
        pub(crate) fn $function(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
            binary(cx, BinaryOperator::$operator, arguments, false)
        }

        pub(crate) fn $reflected(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
            binary(cx, BinaryOperator::$operator, arguments, true)
        }
    )*};
}

binary_methods! {
    add radd Add;
    sub rsub Subtract;
    mul rmul Multiply;
    truediv rtruediv Divide;
    floordiv rfloordiv FloorDivide;
    modulo rmodulo Modulo;
    lshift rlshift LeftShift;
    rshift rrshift RightShift;
    and rand And;
    or ror Or;
    xor rxor Xor;
}

macro_rules! comparison_methods {
    ($($function:ident $operator:ident;)*) => {$(
        fn $function(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
            comparison(cx, Comparison::$operator, arguments)
        }
    )*};
}

comparison_methods! {
    eq Equal;
    ne NotEqual;
    lt Less;
    le LessEqual;
    gt Greater;
    ge GreaterEqual;
}

macro_rules! unary_methods {
    ($($function:ident $operator:ident;)*) => {$(
        fn $function(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
            no_operand(&arguments)?;
            cx.unary(UnaryOperator::$operator, inside(arguments.object()).clone())
        }
    )*};
}

unary_methods! {
    neg Minus;
    pos Plus;
    invert Invert;
}

/// `==`, `<` and their like, and the hash: for what compares by value.
pub(crate) const COMPARISONS: &Table = &[
    ("__eq__", eq),
    ("__ne__", ne),
    ("__lt__", lt),
    ("__le__", le),
    ("__gt__", gt),
    ("__ge__", ge),
    ("__hash__", hash),
];

/// What all numbers can do.
pub(crate) const ARITHMETIC: &Table = &[
    ("__add__", add),
    ("__radd__", radd),
    ("__sub__", sub),
    ("__rsub__", rsub),
    ("__mul__", mul),
    ("__rmul__", rmul),
    ("__truediv__", truediv),
    ("__rtruediv__", rtruediv),
    ("__pow__", pow),
    ("__rpow__", rpow),
    ("__neg__", neg),
    ("__pos__", pos),
    ("__abs__", abs),
    ("__bool__", truth),
];

/// What numbers that have an order can do besides.
pub(crate) const DIVISION: &Table = &[
    ("__floordiv__", floordiv),
    ("__rfloordiv__", rfloordiv),
    ("__mod__", modulo),
    ("__rmod__", rmodulo),
    ("__divmod__", divmod),
    ("__rdivmod__", rdivmod),
];

/// What ints can do besides.
pub(crate) const BITS: &Table = &[
    ("__lshift__", lshift),
    ("__rlshift__", rlshift),
    ("__rshift__", rshift),
    ("__rrshift__", rrshift),
    ("__and__", and),
    ("__rand__", rand),
    ("__or__", or),
    ("__ror__", ror),
    ("__xor__", xor),
    ("__rxor__", rxor),
    ("__invert__", invert),
];

/// What sequences can do.
pub(crate) const SEQUENCE: &Table = &[
    ("__len__", len),
    ("__contains__", contains),
    ("__getitem__", getitem),
    ("__iter__", iter),
    ("__add__", add),
    ("__mul__", mul),
    ("__rmul__", rmul),
];

/// `%` of texts and bytes.
pub(crate) const PERCENT: &Table = &[("__mod__", modulo)];

/// The only argument of a special method.
pub(super) fn operand<'a>(arguments: &Arguments<'a>) -> Result<&'a Value, Exception> {
    match arguments.rest().all() {
        [other] if arguments.names().is_empty() => Ok(other),
        given => Err(type_error(format!("expected 1 argument, got {}", given.len()))),
    }
}

pub(super) fn no_operand(arguments: &Arguments<'_>) -> Result<(), Exception> {
    match arguments.rest().all().len() {
        0 => Ok(()),
        given => Err(type_error(format!("expected 0 arguments, got {given}"))),
    }
}

/// Whether a number's own method knows what to do with another: ints leave floats alone, and
/// floats complex numbers.
fn knows(own: &Value, other: &Value) -> bool {
    match own {
        Value::Int(..) | Value::Bool(_) | Value::Big(_) => integer(other).is_some(),
        Value::Float(..) => operators::as_float(other).is_some(),
        Value::Complex(_) => matches!(other, Value::Complex(_)) || operators::as_float(other).is_some(),
        Value::Instance(_) => false,
        _ => true,
    }
}

fn binary(
    cx: &mut Context<'_>,
    operator: BinaryOperator,
    arguments: Arguments<'_>,
    reflected: bool,
) -> Answer {
    let (own, given) = (inside(arguments.object()), operand(&arguments)?);
    let other = inside(given);
    if !knows(own, other) {
        return Ok(Outcome::Value(Value::NotImplemented));
    }
    if operator == BinaryOperator::Modulo && matches!(own, Value::Str(_) | Value::Bytes(_)) {
        return percent(cx, own, given);
    }
    let (left, right) = if reflected { (other, own) } else { (own, other) };
    match builtin_binary(operator, left.clone(), right.clone(), false) {
        Ok(value) => Ok(Outcome::Value(value)),
        Err(Trouble::Raise(exception)) => Err(exception),
        Err(Trouble::Ask(function, left, right)) => cx.prelude(function, vec![left, right]),
        // A method of the other operand's may still know.
        Err(Trouble::NoSuch(..)) if matches!(other, Value::Instance(_)) => {
            Ok(Outcome::Value(Value::NotImplemented))
        }
        Err(Trouble::NoSuch(left, right)) => Err(operators::unsupported(operator, &left, &right, false)),
    }
}

fn pow(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.rest().all() {
        [exponent, modulus] if !modulus.is_none() => {
            super::number_functions::power_modulo(arguments.object(), exponent, modulus)
        }
        [_, _] => binary(cx, BinaryOperator::Power, Arguments::new(&arguments.all()[..2], &[]), false),
        _ => binary(cx, BinaryOperator::Power, arguments, false),
    }
}

fn rpow(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    binary(cx, BinaryOperator::Power, arguments, true)
}

fn divmod(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (own, other) = (inside(arguments.object()), inside(operand(&arguments)?));
    if knows(own, other) {
        super::number_functions::both_of_division(own, other)
    } else {
        Ok(Outcome::Value(Value::NotImplemented))
    }
}

fn rdivmod(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (own, other) = (inside(arguments.object()), inside(operand(&arguments)?));
    if knows(own, other) {
        super::number_functions::both_of_division(other, own)
    } else {
        Ok(Outcome::Value(Value::NotImplemented))
    }
}

fn abs(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match super::number_functions::absolute(inside(arguments.object())) {
        Some(value) => Ok(Outcome::Value(value?)),
        None => Err(wrong_object(&arguments, "int", "__abs__")),
    }
}

fn truth(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(operators::truth(inside(arguments.object())).unwrap_or(true)))
}

/// Whether two values are of one kind, whose methods compare them.
fn comparable(own: &Value, other: &Value) -> bool {
    match own {
        Value::Str(_) => matches!(other, Value::Str(_)),
        Value::Bytes(_) => matches!(other, Value::Bytes(_)),
        _ => knows(own, other),
    }
}

fn comparison(cx: &mut Context<'_>, operator: Comparison, arguments: Arguments<'_>) -> Answer {
    let (own, other) = (inside(arguments.object()), inside(operand(&arguments)?));
    if !comparable(own, other) {
        return Ok(Outcome::Value(Value::NotImplemented));
    }
    let is_order = !matches!(operator, Comparison::Equal | Comparison::NotEqual);
    let known = if is_order {
        match order(own, other) {
            Ok(Some(order)) => Ok(holds(operator, order)),
            Ok(None) => return Ok(Outcome::Value(Value::NotImplemented)),
            Err(MustAsk) => Err(MustAsk),
        }
    } else {
        equal(own, other)
            .map(|same| holds(operator, Some(if same { Ordering::Equal } else { Ordering::Less })))
    };
    match known {
        Ok(truth) => Ok(Outcome::from(truth)),
        Err(MustAsk) => cx.compare(operator, own.clone(), other.clone()),
    }
}

fn hash(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match hashing::of(inside(arguments.object())) {
        Ok(hash) => Ok(Outcome::Value(Value::int(hash))),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude("hash_of", vec![arguments.object().clone()]),
    }
}

fn len(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.length(inside(arguments.object()))
}

fn contains(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let item = operand(&arguments)?;
    cx.compare(Comparison::In, item.clone(), inside(arguments.object()).clone())
}

fn getitem(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let index = operand(&arguments)?;
    cx.get_item(inside(arguments.object()).clone(), index.clone())
}

fn iter(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.iterate(inside(arguments.object()).clone())
}

/// `__repr__` of builtin classes: what the value inside shows, under the object's own class.
pub(crate) fn show(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match repr::plain_repr(cx, arguments.object()) {
        Some(text) => Ok(Outcome::from(text?)),
        None => cx.prelude("repr_of", vec![arguments.object().clone()]),
    }
}

/// `__format__` of texts and numbers.
pub(crate) fn format(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let spec = operand(&arguments)?;
    let Value::Str(text) = inside(spec) else {
        return Err(type_error(format!("__format__() argument must be str, not {}", class_name(spec))));
    };
    if text.is_empty() {
        return cx.str(arguments.object());
    }
    match super::format_builtin(inside(arguments.object()), inside(spec)) {
        Some(text) => Ok(Outcome::from(text?)),
        None => cx.str(arguments.object()),
    }
}
