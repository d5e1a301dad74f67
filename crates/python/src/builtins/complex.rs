//! Complex numbers: their operators, texts and methods.

use std::rc::Rc;

use super::operator_methods::{ARITHMETIC, COMPARISONS};
use super::receive::{class_to_make, inside, made, wrong_object};
use super::{install, install_getters, install_static};
use crate::code::BinaryOperator;
use crate::number::elementary;
use crate::number::failure::{Failure, Outcome as Computed};
use crate::number::summation::hypot;
use crate::object::Exception;
use crate::text::float_repr;
use crate::text::format_spec::{Align, FormatSpec, format_float};
use crate::text::number_text;
use crate::types::{Types, names, types};
use crate::value::{Str, Value};
use crate::vm::compare::has_python_method;
use crate::vm::describe::class_name;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::{LARGEST, Trouble, as_float};
use crate::vm::raise::{overflow_error, type_error, value_error, zero_division_error};

/// Real and imaginary part.
type Parts = (f64, f64);

/// Gives `complex` its methods.
pub(crate) fn fill(types: &Types) {
    let class = &types.complex;
    install(class, COMPARISONS);
    install(class, ARITHMETIC);
    install(
        class,
        &[
            ("__format__", super::operator_methods::format),
            ("__complex__", complex_itself),
            ("__getnewargs__", new_arguments),
            ("conjugate", conjugate),
        ],
    );
    install_getters(class, &[("real", real), ("imag", imag)]);
    install_static(class, &[("__new__", new)]);
}

/// The complex number that a number is.
fn parts(value: &Value) -> Option<Result<Parts, Exception>> {
    match inside(value) {
        Value::Complex(parts) => Some(Ok(**parts)),
        value => as_float(value).map(|number| number.map(|number| (number, 0.0))),
    }
}

fn value_of(parts: Parts) -> Value {
    Value::Complex(Rc::new(parts))
}

/// An operator of which one operand is complex.
pub(crate) fn binary(operator: BinaryOperator, left: Value, right: Value) -> Result<Value, Trouble> {
    let (Some(one), Some(other)) = (parts(&left), parts(&right)) else {
        return Err(Trouble::NoSuch(left, right));
    };
    let (one, other) = (one?, other?);
    Ok(value_of(match operator {
        BinaryOperator::Add => (one.0 + other.0, one.1 + other.1),
        BinaryOperator::Subtract => (one.0 - other.0, one.1 - other.1),
        BinaryOperator::Multiply => product(one, other),
        BinaryOperator::Divide => quotient(one, other)?,
        BinaryOperator::Power => power(one, other)?,
        _ => return Err(Trouble::NoSuch(left, right)),
    }))
}

fn product(one: Parts, other: Parts) -> Parts {
    (one.0 * other.0 - one.1 * other.1, one.0 * other.1 + one.1 * other.0)
}

/// Scaled by the larger part of the divisor, so that nothing overflows on the way.
fn quotient(one: Parts, other: Parts) -> Result<Parts, Exception> {
    if other.0.abs() >= other.1.abs() {
        if other.0 == 0.0 {
            return Err(zero_division_error("complex division by zero"));
        }
        let ratio = other.1 / other.0;
        let scale = other.0 + other.1 * ratio;
        return Ok(((one.0 + one.1 * ratio) / scale, (one.1 - one.0 * ratio) / scale));
    }
    if other.1.abs() >= other.0.abs() {
        let ratio = other.0 / other.1;
        let scale = other.0 * ratio + other.1;
        return Ok(((one.0 * ratio + one.1) / scale, (one.1 * ratio - one.0) / scale));
    }
    Ok((f64::NAN, f64::NAN))
}

fn power(base: Parts, exponent: Parts) -> Result<Parts, Exception> {
    let is_small_int = exponent.1 == 0.0 && exponent.0 == exponent.0.floor() && exponent.0.abs() <= 100.0;
    let result = if is_small_int {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole and small")]
        let times = exponent.0.abs() as u32;
        let positive = repeated_product(base, times);
        if exponent.0 >= 0.0 {
            positive
        } else {
            quotient((1.0, 0.0), positive).map_err(|_| no_such_power())?
        }
    } else if base == (0.0, 0.0) {
        if exponent.1 != 0.0 || exponent.0 < 0.0 {
            return Err(no_such_power());
        }
        (0.0, 0.0)
    } else {
        let size = hypot(&[base.0, base.1]);
        let angle = elementary::atan2(base.1, base.0);
        let mut length = elementary::pow(size, exponent.0);
        let mut turned = angle * exponent.0;
        if exponent.1 != 0.0 {
            length /= elementary::exp(angle * exponent.1);
            turned += exponent.1 * elementary::log(size);
        }
        (length * elementary::cos(turned), length * elementary::sin(turned))
    };
    let finite = |parts: Parts| parts.0.is_finite() && parts.1.is_finite();
    if !finite(result) && finite(base) && finite(exponent) {
        return Err(overflow_error("complex exponentiation"));
    }
    Ok(result)
}

fn no_such_power() -> Exception {
    zero_division_error("0.0 to a negative or complex power")
}

/// By squaring.
fn repeated_product(base: Parts, times: u32) -> Parts {
    let (mut result, mut square) = ((1.0, 0.0), base);
    let mut left = times;
    while left > 0 {
        if left & 1 == 1 {
            result = product(result, square);
        }
        square = product(square, square);
        left >>= 1;
    }
    result
}

/// The distance from zero: `abs`.
pub(crate) fn magnitude(real: f64, imaginary: f64) -> Result<f64, Exception> {
    let size = hypot(&[real, imaginary]);
    if size.is_infinite() && real.is_finite() && imaginary.is_finite() {
        return Err(overflow_error("absolute value too large"));
    }
    Ok(size)
}

/// One part, without the `.0` of whole floats.
fn part_text(number: f64) -> String {
    let text = float_repr::repr(number);
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

fn with_sign(text: String) -> String {
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// `repr(number)`
pub(crate) fn text(real: f64, imaginary: f64) -> String {
    let imaginary_text = part_text(imaginary);
    if real == 0.0 && real.is_sign_positive() {
        return format!("{imaginary_text}j");
    }
    format!("({}{}j)", part_text(real), with_sign(imaginary_text))
}

/// `format(number, spec)`: each part as a float, and the padding around both.
pub(crate) fn format(real: f64, imaginary: f64, spec: &str) -> Computed<String> {
    let parsed = FormatSpec::parse(spec, "complex", None, true)?;
    if parsed.fill == Some('0') {
        return Err(Failure::value("Zero padding is not allowed in complex format specifier"));
    }
    if parsed.align == Some(Align::AfterSign) {
        return Err(Failure::value("'=' alignment flag is not allowed in complex format specifier"));
    }
    if let Some(kind) = parsed.kind
        && !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    {
        return Err(Failure::value(format!("Unknown format code '{kind}' for object of type 'complex'")));
    }
    let part = |number: f64, sign: Option<char>| -> Computed<String> {
        if parsed.kind.is_none() && parsed.precision.is_none() && parsed.grouping.is_none() {
            let text = part_text(number);
            return Ok(match sign {
                Some(sign @ ('+' | ' ')) if !text.starts_with('-') => format!("{sign}{text}"),
                _ => text,
            });
        }
        let mut spec: String = sign.into_iter().collect();
        spec.extend(parsed.plain_zero.then_some('z'));
        spec.extend(parsed.alternate.then_some('#'));
        spec.extend(parsed.grouping);
        if let Some(precision) = parsed.precision {
            spec.push_str(&format!(".{precision}"));
        }
        spec.push(parsed.kind.unwrap_or('g'));
        format_float(number, &spec, LARGEST)
    };
    let bare = parsed.kind.is_none();
    let body = if bare && real == 0.0 && real.is_sign_positive() {
        format!("{}j", part(imaginary, parsed.sign)?)
    } else {
        let (real, imaginary) = (part(real, parsed.sign)?, part(imaginary, Some('+'))?);
        if bare { format!("({real}{imaginary}j)") } else { format!("{real}{imaginary}j") }
    };
    parsed.pad(&body, Align::Right, LARGEST)
}

fn own_parts(arguments: &Arguments<'_>, method: &str) -> Result<Parts, Exception> {
    match inside(arguments.object()) {
        Value::Complex(parts) => Ok(**parts),
        _ => Err(wrong_object(arguments, "complex", method)),
    }
}

fn real(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::float(own_parts(&arguments, "real")?.0)))
}

fn imag(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::float(own_parts(&arguments, "imag")?.1)))
}

fn conjugate(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("complex.conjugate")?;
    let (real, imaginary) = own_parts(&arguments, "conjugate")?;
    Ok(Outcome::Value(value_of((real, -imaginary))))
}

fn complex_itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("complex.__complex__")?;
    Ok(Outcome::Value(value_of(own_parts(&arguments, "__complex__")?)))
}

fn new_arguments(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("complex.__getnewargs__")?;
    let (real, imaginary) = own_parts(&arguments, "__getnewargs__")?;
    Ok(Outcome::Value(Value::tuple(vec![Value::float(real), Value::float(imaginary)])))
}

/// `complex(real, imag)`
fn new(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().complex)?;
    let [real, imaginary] = arguments.rest().bind("complex", ["real", "imag"], 0, 0)?;
    if let Value::Str(text) = inside(&real) {
        if !imaginary.is_unset() {
            return Err(type_error("complex() can't take second arg if first is a string"));
        }
        let read = read(text).ok_or_else(|| {
            // Digits with underscores between them are another story in CPython, with words of its own.
            value_error(if text.contains('_') {
                format!("could not convert string to complex: {}", crate::text::repr::text(text))
            } else {
                "complex() arg is a malformed string".to_owned()
            })
        })?;
        return made(class, value_of(read));
    }
    if let Value::Str(_) = inside(&imaginary) {
        return Err(type_error("complex() second arg can't be a string"));
    }
    let asks = |value: &Value, methods: &[&Str]| {
        matches!(value, Value::Instance(_)) && methods.iter().any(|name| has_python_method(value, name))
    };
    let names = names();
    if asks(&real, &[&names.complex, &names.float, &names.index])
        || asks(&imaginary, &[&names.float, &names.index])
    {
        let class = Value::Class(class.clone());
        return cx.prelude("complex_of", vec![class, real.or(Value::int(0)), imaginary.or(Value::int(0))]);
    }
    let known = |value: &Value, complaint: &str| {
        if value.is_unset() {
            return Ok((0.0, 0.0));
        }
        parts(value).unwrap_or_else(|| Err(type_error(format!("{complaint}, not '{}'", class_name(value)))))
    };
    let one = known(&real, "complex() first argument must be a string or a number")?;
    let other = known(&imaginary, "complex() second argument must be a number")?;
    let is_plain = |value: &Value| !matches!(inside(value), Value::Complex(_));
    let sum = match (is_plain(&real), is_plain(&imaginary), imaginary.is_unset()) {
        (_, _, true) => one,
        (true, true, _) => (one.0, other.0),
        (false, true, _) => (one.0, one.1 + other.0),
        (true, false, _) => (one.0 - other.1, other.0),
        (false, false, _) => (one.0 - other.1, one.1 + other.0),
    };
    made(class, value_of(sum))
}

/// A text such as ` (1-2.5e3j) `.
fn read(text: &str) -> Option<Parts> {
    let text = text.trim_matches(crate::text::unicode::is_space);
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim_matches(crate::text::unicode::is_space),
        None => text,
    };
    if text.is_empty() || text.contains(char::is_whitespace) {
        return None;
    }
    let number = |text: &str| number_text::float_of_text(text).ok();
    let Some(body) = text.strip_suffix(['j', 'J']) else { return Some((number(text)?, 0.0)) };
    // The sign between the parts is the last one that does not belong to an exponent.
    let split = body
        .char_indices()
        .rev()
        .find(|(at, letter)| matches!(letter, '+' | '-') && !body[..*at].ends_with(['e', 'E']))
        .map_or(0, |(at, _)| at);
    let (real, imaginary) = body.split_at(split);
    let imaginary = match imaginary {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => number(digits)?,
    };
    let real = if real.is_empty() { 0.0 } else { number(real)? };
    Some((real, imaginary))
}
