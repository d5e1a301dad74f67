//! `int`, `bool` and `float`: how they are made, and their methods. Operators as methods
//! are in `operator_methods`, functions of numbers in `number_functions`.

use super::number_functions::{rounded, to_float};
use super::operator_methods::{ARITHMETIC, BITS, COMPARISONS, DIVISION, format};
use super::receive::{class_to_make, count, inside, integer, made, own_float, own_integer};
use super::{install, install_class_methods, install_getters, install_static};
use crate::number::integer::Integer;
use crate::number::ratio;
use crate::object::Exception;
use crate::text::repr::bytes as bytes_text;
use crate::text::{float_repr, number_text};
use crate::types::{Types, names, types};
use crate::value::{Str, Value};
use crate::vm::compare::has_python_method;
use crate::vm::describe::class_name;
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators;
use crate::vm::raise::{type_error, value_error};

/// Gives the numbers their methods.
pub(crate) fn fill(types: &Types) {
    let (int, float) = (&types.int, &types.float);
    for table in [COMPARISONS, ARITHMETIC, DIVISION] {
        install(int, table);
        install(float, table);
    }
    install(int, BITS);
    install(
        int,
        &[
            ("__ceil__", int_itself),
            ("__float__", int_to_float),
            ("__floor__", int_itself),
            ("__format__", format),
            ("__getnewargs__", new_arguments),
            ("__index__", int_itself),
            ("__int__", int_itself),
            ("__round__", int_round),
            ("__trunc__", int_itself),
            ("as_integer_ratio", int_ratio),
            ("bit_count", bit_count),
            ("bit_length", bit_length),
            ("conjugate", int_itself),
            ("is_integer", int_is_integer),
            ("to_bytes", to_bytes),
        ],
    );
    install_class_methods(int, &[("from_bytes", from_bytes)]);
    install_getters(
        int,
        &[("real", int_itself), ("imag", zero), ("numerator", int_itself), ("denominator", one)],
    );
    install_static(int, &[("__new__", new_int)]);
    install_static(&types.bool, &[("__new__", new_bool)]);
    install(
        float,
        &[
            ("__ceil__", float_ceil),
            ("__float__", float_itself),
            ("__floor__", float_floor),
            ("__format__", format),
            ("__getnewargs__", new_arguments),
            ("__int__", float_trunc),
            ("__round__", float_round),
            ("__trunc__", float_trunc),
            ("as_integer_ratio", float_ratio),
            ("conjugate", float_itself),
            ("hex", float_hex),
            ("is_integer", float_is_integer),
        ],
    );
    install_class_methods(float, &[("fromhex", from_hex)]);
    install_getters(float, &[("real", float_itself), ("imag", float_zero)]);
    install_static(float, &[("__new__", new_float)]);
}

// --- making ---

/// How an error quotes the text that is no number.
fn quoted(value: &Value) -> String {
    match value {
        Value::Bytes(bytes) => bytes_text(&bytes.get()),
        Value::Str(text) => crate::text::repr::text(text),
        _ => String::new(),
    }
}

/// The text that a number is read from: of a `str`, or of bytes.
fn digits(value: &Value) -> Option<String> {
    match value {
        Value::Str(text) => Some(text.as_str().to_owned()),
        Value::Bytes(bytes) => Some(bytes.get().iter().copied().map(char::from).collect()),
        _ => None,
    }
}

/// An object has a method of its own for a conversion, written in Python.
fn asks(value: &Value, methods: &[&Str]) -> bool {
    matches!(value, Value::Instance(_)) && methods.iter().any(|name| has_python_method(value, name))
}

/// `int(value, base)`
fn new_int(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().int)?;
    let given = arguments.rest();
    if given.all().len() > 2 {
        return Err(type_error(format!("int expected at most 2 arguments, got {}", given.all().len())));
    }
    let [value, base] = given.bind("int", ["", "base"], 0, 0)?;
    let names = names();
    if !base.is_unset() {
        if value.is_unset() {
            return Err(type_error("int() missing string argument"));
        }
        let base = integer(&base)?.small().unwrap_or(i64::MAX);
        let Some(text) = digits(inside(&value)) else {
            return Err(type_error("int() can't convert non-string with explicit base"));
        };
        return made(class, number_text::integer(&text, base, || quoted(inside(&value)))?.into());
    }
    if asks(&value, &[&names.int, &names.index, &names.trunc]) {
        return cx.prelude("int_of", vec![Value::Class(class.clone()), value]);
    }
    let number = match inside(&value) {
        Value::Unset => Value::int(0),
        number @ (Value::Int(..) | Value::Big(_)) => number.clone(),
        Value::Bool(truth) => Value::int(i64::from(*truth)),
        Value::Float(number, _) => ratio::from_float(*number)?.into(),
        inner => match digits(inner) {
            Some(text) => number_text::integer(&text, 10, || quoted(inner))?.into(),
            None => {
                let wanted = "a string, a bytes-like object or a real number";
                let class = class_name(&value);
                return Err(type_error(format!("int() argument must be {wanted}, not '{class}'")));
            }
        },
    };
    made(class, number)
}

/// `bool(value)`
fn new_bool(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    class_to_make(&arguments, &types().bool)?;
    match arguments.rest().plain_between("bool", 0, 1)? {
        [value] => cx.truth_of(value),
        _ => Ok(Outcome::from(false)),
    }
}

/// `float(value)`
fn new_float(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().float)?;
    let [value] = arguments.rest().plain_between("float", 0, 1)? else {
        return made(class, Value::float(0.0));
    };
    if asks(value, &[&names().float, &names().index]) {
        return cx.prelude("float_of", vec![Value::Class(class.clone()), value.clone()]);
    }
    let number = match inside(value) {
        number @ Value::Float(..) => number.clone(),
        inner => match (operators::integer(inner), digits(inner)) {
            (Some(number), _) => to_float(&number)?,
            (None, Some(text)) => Value::float(distinct(number_text::float(&text, || quoted(inner))?)),
            (None, None) => {
                let class = class_name(value);
                return Err(type_error(format!(
                    "float() argument must be a string or a real number, not '{class}'"
                )));
            }
        },
    };
    made(class, number)
}

/// What is no number is an object of its own, which `is` and `in` tell from others by the bits that do not count.
fn distinct(number: f64) -> f64 {
    thread_local!(static MADE: std::cell::Cell<u64> = const { std::cell::Cell::new(0) });
    if !number.is_nan() {
        return number;
    }
    MADE.set((MADE.get() + 1) % (1 << 32));
    f64::from_bits(number.to_bits() | MADE.get())
}

/// For `copy` and `pickle`: what `__new__` takes.
fn new_arguments(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::tuple(vec![inside(arguments.object()).clone()])))
}

// --- int ---

fn int_itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(own_integer(&arguments, "__int__")?.into()))
}

fn zero(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(0)))
}

fn one(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(1)))
}

fn int_to_float(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    to_float(&own_integer(&arguments, "__float__")?).map(Outcome::Value)
}

fn int_round(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let number = own_integer(&arguments, "__round__")?.into();
    let digits = arguments.between("int.__round__", 0, 1)?.first().cloned().unwrap_or_default();
    rounded(&number, &digits).unwrap_or(Ok(number)).map(Outcome::Value)
}

fn int_ratio(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("int.as_integer_ratio")?;
    let number = own_integer(&arguments, "as_integer_ratio")?;
    Ok(Outcome::Value(Value::tuple(vec![number.into(), Value::int(1)])))
}

fn int_is_integer(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("int.is_integer")?;
    own_integer(&arguments, "is_integer").map(|_| Outcome::from(true))
}

#[expect(clippy::cast_possible_wrap, reason = "no int has that many bits")]
fn bit_count(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("int.bit_count")?;
    Ok(Outcome::Value(Value::int(own_integer(&arguments, "bit_count")?.bit_count() as i64)))
}

#[expect(clippy::cast_possible_wrap, reason = "no int has that many bits")]
fn bit_length(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("int.bit_length")?;
    Ok(Outcome::Value(Value::int(own_integer(&arguments, "bit_length")?.bit_length() as i64)))
}

/// Whether an order of bytes is `little`.
fn is_little(order: &Value, function: &str) -> Result<bool, Exception> {
    match inside(order) {
        Value::Unset => Ok(false),
        Value::Str(name) if name == "big" => Ok(false),
        Value::Str(name) if name == "little" => Ok(true),
        Value::Str(_) => Err(value_error("byteorder must be either 'little' or 'big'")),
        _ => {
            let class = super::receive::shown_class(order);
            Err(type_error(format!("{function}() argument 'byteorder' must be str, not {class}")))
        }
    }
}

fn to_bytes(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let number = own_integer(&arguments, "to_bytes")?;
    let [length, order, signed] =
        arguments.rest().bind("to_bytes", ["length", "byteorder", "signed"], 0, 1)?;
    let length = if length.is_unset() { 1 } else { count(&length)? };
    let length = usize::try_from(length).map_err(|_| value_error("length argument must be non-negative"))?;
    if length > operators::LARGEST {
        return Err(crate::vm::raise::memory_error(""));
    }
    let signed = operators::truth(&signed.or(Value::Bool(false))).unwrap_or(true);
    Ok(Outcome::Value(Value::bytes(number.to_bytes(length, is_little(&order, "to_bytes")?, signed)?)))
}

fn from_bytes(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [bytes, order, signed] =
        arguments.rest().bind("from_bytes", ["bytes", "byteorder", "signed"], 1, 1)?;
    let little = is_little(&order, "from_bytes")?;
    let given = match super::bytes::bytes_like(&bytes) {
        Some(bytes) => bytes,
        None => match known_items(&bytes) {
            Some(items) if !matches!(inside(&bytes), Value::Str(_)) => super::bytes::of_items(&items, false)?,
            Some(_) => return Err(type_error("cannot convert 'str' object to bytes")),
            None => {
                let values = vec![
                    arguments.object().clone(),
                    bytes,
                    order.or(Value::name("big")),
                    signed.or(Value::Bool(false)),
                ];
                return cx.prelude("int_from_iterable", values);
            }
        },
    };
    let signed = operators::truth(&signed.or(Value::Bool(false))).unwrap_or(true);
    for_class(&arguments, &types().int, Integer::from_bytes(&given, little, signed)?.into())
}

/// What a class method made, as an object of the class that it was called on.
fn for_class(arguments: &Arguments<'_>, base: &crate::object::Class, value: Value) -> Answer {
    match arguments.object() {
        Value::Class(class) if !class.is(base) => Ok(Outcome::call(Value::Class(class.clone()), vec![value])),
        _ => Ok(Outcome::Value(value)),
    }
}

// --- float ---

fn float_itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::float(own_float(&arguments, "__float__")?)))
}

fn float_zero(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::float(0.0)))
}

fn float_trunc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(ratio::from_float(own_float(&arguments, "__trunc__")?)?.into()))
}

fn float_floor(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(ratio::from_float(own_float(&arguments, "__floor__")?.floor())?.into()))
}

fn float_ceil(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(ratio::from_float(own_float(&arguments, "__ceil__")?.ceil())?.into()))
}

fn float_round(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let number = Value::float(own_float(&arguments, "__round__")?);
    let digits = arguments.between("float.__round__", 0, 1)?.first().cloned().unwrap_or_default();
    rounded(&number, &digits).unwrap_or(Ok(number)).map(Outcome::Value)
}

fn float_ratio(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("float.as_integer_ratio")?;
    let (above, below) = ratio::integer_ratio(own_float(&arguments, "as_integer_ratio")?)?;
    Ok(Outcome::Value(Value::tuple(vec![above.into(), below.into()])))
}

fn float_hex(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("float.hex")?;
    Ok(Outcome::from(float_repr::hex(own_float(&arguments, "hex")?)))
}

fn float_is_integer(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("float.is_integer")?;
    let number = own_float(&arguments, "is_integer")?;
    Ok(Outcome::from(number.is_finite() && number.fract() == 0.0))
}

fn from_hex(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [text] = arguments.exactly("float.fromhex")?;
    let Value::Str(text) = inside(text) else {
        return Err(type_error("bad argument type for built-in operation"));
    };
    for_class(&arguments, &types().float, Value::float(float_repr::from_hex(text)?))
}
