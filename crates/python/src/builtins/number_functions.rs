//! Builtin functions of numbers and of values as text: `abs`, `round`, `pow`, `divmod`,
//! `hash`, `repr`, `format`, `chr` and their like.

use super::receive::{inside, integer};
use super::{Table, repr};
use crate::code::BinaryOperator;
use crate::number::integer::Integer;
use crate::number::{float, ratio};
use crate::object::Exception;
use crate::text::repr::ascii_of_repr;
use crate::types::names;
use crate::value::{Str, Value};
use crate::vm::attributes::special;
use crate::vm::compare::has_python_method;
use crate::vm::describe::class_name;
use crate::vm::hashing::{self, NoHash};
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::{self, as_float};
use crate::vm::raise::{type_error, value_error};

pub(crate) const FUNCTIONS: &Table = &[
    ("abs", abs),
    ("ascii", ascii),
    ("bin", bin),
    ("chr", chr),
    ("divmod", divmod),
    ("format", format_value),
    ("hash", hash),
    ("hex", hex),
    ("oct", oct),
    ("ord", ord),
    ("pow", pow),
    ("repr", show),
    ("round", round),
];

/// It is an object whose class says in Python what this special method does.
fn asks(value: &Value, name: &Str) -> bool {
    matches!(value, Value::Instance(_)) && has_python_method(value, name)
}

/// `abs` of a builtin number.
pub(crate) fn absolute(value: &Value) -> Option<Result<Value, Exception>> {
    match value {
        Value::Float(number, _) => Some(Ok(Value::float(number.abs()))),
        Value::Complex(parts) => Some(super::complex::magnitude(parts.0, parts.1).map(Value::float)),
        _ => operators::integer(value).map(|number| Ok(number.absolute().into())),
    }
}

fn abs(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.only("abs")?;
    if !asks(value, &names().abs)
        && let Some(result) = absolute(inside(value))
    {
        return result.map(Outcome::Value);
    }
    match special(value, &names().abs) {
        Some(method) => Ok(Outcome::call(method, Vec::new())),
        None => Err(type_error(format!("bad operand type for abs(): '{}'", class_name(value)))),
    }
}

/// `round` of a builtin number, to so many digits if they are given.
pub(crate) fn rounded(value: &Value, digits: &Value) -> Option<Result<Value, Exception>> {
    let whole = digits.is_unset() || digits.is_none();
    let result = match value {
        Value::Float(number, _) if whole => {
            float::round_to_integer(*number).map(Value::from).map_err(Exception::from)
        }
        Value::Float(number, _) => {
            integer(digits).and_then(|digits| Ok(Value::float(float::round(*number, &digits)?)))
        }
        _ => {
            let number = operators::integer(value)?;
            if whole {
                Ok(number.into())
            } else {
                integer(digits).and_then(|digits| {
                    Ok(if digits.is_negative() { number.round(&digits)?.into() } else { number.into() })
                })
            }
        }
    };
    Some(result)
}

fn round(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [number, digits] = arguments.bind("round", ["number", "ndigits"], 1, 0)?;
    if !asks(&number, &names().round)
        && let Some(result) = rounded(inside(&number), &digits)
    {
        return result.map(Outcome::Value);
    }
    match special(&number, &names().round) {
        Some(method) => {
            let digits = if digits.is_unset() || digits.is_none() { Vec::new() } else { vec![digits] };
            Ok(Outcome::call(method, digits))
        }
        None => Err(type_error(format!("type {} doesn't define __round__ method", class_name(&number)))),
    }
}

/// `pow(base, exponent, modulus)` of builtin values.
pub(crate) fn power_modulo(base: &Value, exponent: &Value, modulus: &Value) -> Answer {
    if let (Some(base), Some(exponent), Some(modulus)) =
        (operators::integer(base), operators::integer(exponent), operators::integer(modulus))
    {
        return Ok(Outcome::Value(base.power_modulo(&exponent, &modulus)?.into()));
    }
    if let Value::Complex(_) = inside(base) {
        return Err(value_error("complex modulo"));
    }
    let all = [base, exponent, modulus];
    if all.iter().all(|value| as_float(value).is_some()) {
        return Err(type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    let [one, two, three] = all.map(class_name);
    Err(type_error(format!("unsupported operand type(s) for ** or pow(): '{one}', '{two}', '{three}'")))
}

fn pow(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [base, exponent, modulus] = arguments.bind("pow", ["base", "exp", "mod"], 2, 0)?;
    if modulus.is_unset() || modulus.is_none() {
        return cx.binary(BinaryOperator::Power, base, exponent, false);
    }
    if asks(&base, &names().pow)
        && let Some(method) = special(&base, &names().pow)
    {
        return Ok(Outcome::call(method, vec![exponent, modulus]));
    }
    power_modulo(&base, &exponent, &modulus)
}

/// `divmod` of builtin numbers.
pub(crate) fn both_of_division(left: &Value, right: &Value) -> Answer {
    if let (Some(one), Some(other)) = (operators::integer(left), operators::integer(right)) {
        let (quotient, rest) = one.divmod(&other)?;
        return Ok(Outcome::Value(Value::tuple(vec![quotient.into(), rest.into()])));
    }
    if let (Some(one), Some(other)) = (as_float(left), as_float(right)) {
        let (quotient, rest) = float::divmod(one?, other?)?;
        return Ok(Outcome::Value(Value::tuple(vec![Value::float(quotient), Value::float(rest)])));
    }
    let (one, other) = (class_name(left), class_name(right));
    Err(type_error(format!("unsupported operand type(s) for divmod(): '{one}' and '{other}'")))
}

fn divmod(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [left, right] = arguments.plain_between("divmod", 2, 2)? else {
        return Err(type_error("divmod expected 2 arguments"));
    };
    if matches!(left, Value::Instance(_)) || matches!(right, Value::Instance(_)) {
        return cx.prelude("divmod_", vec![left.clone(), right.clone()]);
    }
    both_of_division(left, right)
}

fn hash(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.only("hash")?;
    match hashing::of(value) {
        Ok(hash) => Ok(Outcome::Value(Value::int(hash))),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude("hash_of", vec![value.clone()]),
    }
}

fn show(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.repr(arguments.only("repr")?)
}

fn ascii(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.only("ascii")?;
    match repr::repr_of(cx, value) {
        Some(text) => Ok(Outcome::from(ascii_of_repr(&text?))),
        None => cx.prelude("ascii_of", vec![value.clone()]),
    }
}

fn format_value(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.plain_between("format", 1, 2)? {
        [value] => cx.format_with(value.clone(), Value::name("")),
        [value, spec] => match inside(spec) {
            Value::Str(spec) => cx.format_with(value.clone(), Value::Str(spec.clone())),
            _ => Err(type_error(format!("format() argument 2 must be str, not {}", class_name(spec)))),
        },
        _ => Err(type_error("format expected 1 or 2 arguments")),
    }
}

/// An int, or what an object's `__index__` says, for a function that is then called again.
fn whole(
    cx: &Context<'_>,
    arguments: &Arguments<'_>,
    function: &str,
) -> Result<Result<Integer, Outcome>, Exception> {
    let value = arguments.only(function)?;
    match integer(value) {
        Ok(number) => Ok(Ok(number)),
        Err(_) if special(value, &names().index).is_some() => {
            let itself = cx.vm.builtins.get_name(function).unwrap_or_default();
            cx.prelude("with_index", vec![itself, value.clone()]).map(Err)
        }
        Err(error) => Err(error),
    }
}

fn in_radix(cx: &Context<'_>, arguments: &Arguments<'_>, function: &str, radix: u32, prefix: &str) -> Answer {
    let number = match whole(cx, arguments, function)? {
        Ok(number) => number,
        Err(outcome) => return Ok(outcome),
    };
    let sign = if number.is_negative() { "-" } else { "" };
    Ok(Outcome::from(format!("{sign}{prefix}{}", number.absolute().digits(radix)?)))
}

fn bin(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    in_radix(cx, &arguments, "bin", 2, "0b")
}

fn oct(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    in_radix(cx, &arguments, "oct", 8, "0o")
}

fn hex(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    in_radix(cx, &arguments, "hex", 16, "0x")
}

fn chr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let number = match whole(cx, &arguments, "chr")? {
        Ok(number) => number.small(),
        Err(outcome) => return Ok(outcome),
    };
    let code = number.and_then(|number| u32::try_from(number).ok()).filter(|code| *code <= 0x10_ffff);
    let code = code.ok_or_else(|| value_error("chr() arg not in range(0x110000)"))?;
    // Half a surrogate pair is no character here.
    let letter = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    Ok(Outcome::Value(Value::Str(crate::object::text::of_character(letter))))
}

fn ord(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.only("ord")?;
    let (length, code) = match inside(value) {
        Value::Str(text) => (text.len(), text.at(0).map(u32::from)),
        Value::Bytes(bytes) => (bytes.get().len(), bytes.get().first().map(|byte| u32::from(*byte))),
        _ => {
            let class = class_name(value);
            return Err(type_error(format!("ord() expected string of length 1, but {class} found")));
        }
    };
    match code {
        Some(code) if length == 1 => Ok(Outcome::Value(Value::int(i64::from(code)))),
        _ => Err(type_error(format!("ord() expected a character, but string of length {length} found"))),
    }
}

/// `float(number)`, with CPython's words for what is too large.
pub(crate) fn to_float(number: &Integer) -> Result<Value, Exception> {
    Ok(Value::float(ratio::to_float(number)?))
}
