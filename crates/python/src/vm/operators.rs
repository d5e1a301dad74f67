//! Operators on builtin values. Where one operand is an object of a class of the program's,
//! its special methods are asked, by the library's prelude.

use std::rc::Rc;

use num_bigint::BigInt;

use super::describe::error_name;
use super::equality::plain;
use super::native::{Answer, Context, Outcome};
use super::raise::{memory_error, type_error};
use crate::code::{BinaryOperator, UnaryOperator};
use crate::effort;
use crate::number::integer::Integer;
use crate::number::{float, ratio};
use crate::object::{Bytes, Exception, Payload};
use crate::provenance::{Operation, Origin, of_binary, of_unary};
use crate::types::types;
use crate::value::Value;

const INVERTED_TRUTH: &str = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. \
    This returns the bitwise inversion of the underlying int object and is usually not what you expect from \
    negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise \
    inversion of the underlying int.";

/// The most bytes that one value may take: a quarter of what the whole run may.
pub(crate) const LARGEST: usize = 64 << 20;

/// The int that a value is.
pub(crate) fn integer(value: &Value) -> Option<Integer> {
    match value {
        Value::Int(number, _) => Some(Integer::Small(*number)),
        Value::Bool(truth) => Some(Integer::Small(i64::from(*truth))),
        Value::Big(number) => {
            effort::spend(number.bits() >> 7);
            Some(Integer::Big(BigInt::clone(number)))
        }
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) => integer(inner),
            _ => None,
        },
        _ => None,
    }
}

impl From<Integer> for Value {
    fn from(number: Integer) -> Self {
        match number {
            Integer::Small(number) => Self::int(number),
            Integer::Big(number) => Self::Big(Rc::new(number)),
        }
    }
}

/// The float that a number is, if it is a float or int.
pub(crate) fn as_float(value: &Value) -> Option<Result<f64, Exception>> {
    match value {
        Value::Float(number, _) => Some(Ok(*number)),
        #[expect(clippy::cast_precision_loss, reason = "as Python does")]
        Value::Int(number, _) => Some(Ok(*number as f64)),
        Value::Bool(truth) => Some(Ok(f64::from(u8::from(*truth)))),
        Value::Big(_) => Some(ratio::to_float(&integer(value)?).map_err(Exception::from)),
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) => as_float(inner),
            _ => None,
        },
        _ => None,
    }
}

impl Context<'_> {
    /// `left operator right`; for `in_place`, `left operator= right`.
    pub(crate) fn binary(
        &mut self,
        operator: BinaryOperator,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Answer {
        let is_foreign = |value: &Value| {
            matches!(value, Value::Instance(_) | Value::Class(_) | Value::Unset)
                || matches!(value, Value::Tuple(tuple) if !tuple.class().is_builtin)
        };
        if is_foreign(&left) || is_foreign(&right) {
            return self.binary_by_methods(operator, left, right, in_place);
        }
        let history = self.history(operator, &left, &right);
        match builtin_binary(operator, left, right, in_place) {
            Ok(value) => Ok(Outcome::Value(self.with_history(value, history))),
            Err(Trouble::Raise(exception)) => Err(exception),
            Err(Trouble::Ask(function, left, right)) => self.prelude(function, vec![left, right]),
            Err(Trouble::NoSuch(left, right)) => match (&left, operator, in_place) {
                (Value::List(_), BinaryOperator::Add, true) => {
                    self.prelude("list_extend_in_place", vec![left, right])
                }
                (Value::Str(_) | Value::Bytes(_), BinaryOperator::Modulo, _) => {
                    crate::builtins::percent(self, &left, &right)
                }
                _ => Err(unsupported(operator, &left, &right, in_place)),
            },
        }
    }

    /// What the result of an operation will remember, if one of the operands remembers anything.
    fn history(&mut self, operator: BinaryOperator, left: &Value, right: &Value) -> Option<History> {
        let (one, other) = (origin_of(left)?, origin_of(right)?);
        if one.0.is_none() && other.0.is_none() {
            return None;
        }
        Some((of_binary(operator)?, one, other))
    }

    fn with_history(&mut self, value: Value, history: Option<History>) -> Value {
        let Some((operation, left, right)) = history else { return value };
        match value {
            Value::Int(number, _) => Value::Int(number, self.vm.provenance.derive(operation, left, right)),
            Value::Float(number, _) => {
                Value::Float(number, self.vm.provenance.derive(operation, left, right))
            }
            other => other,
        }
    }

    fn binary_by_methods(
        &mut self,
        operator: BinaryOperator,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Answer {
        let name = format!("{}{}", if in_place { "i" } else { "" }, function_name(operator));
        self.prelude(&name, vec![left, right])
    }

    /// `-value`, `+value`, `~value`
    pub(crate) fn unary(&mut self, operator: UnaryOperator, value: Value) -> Answer {
        if let (UnaryOperator::Invert, Value::Bool(truth)) = (operator, &value) {
            let category = Value::Class(types().deprecation_warning.clone());
            let result = Value::int(!i64::from(*truth));
            return self.prelude("warn", vec![Value::str(INVERTED_TRUTH), category, result]);
        }
        let inner = match &value {
            Value::Instance(instance) => match &instance.payload {
                Payload::Value(inner)
                    if instance.with_class(|class| {
                        class
                            .lookup(unary_name(operator))
                            .is_some_and(|method| matches!(method, Value::Native(_)))
                    }) =>
                {
                    inner.clone()
                }
                _ => return self.unary_by_method(operator, value),
            },
            _ => value.clone(),
        };
        let origin = origin_of(&inner);
        let result = match (operator, &inner) {
            (UnaryOperator::Minus, Value::Float(number, _)) => Value::float(-number),
            (UnaryOperator::Plus, Value::Float(number, _)) => Value::float(*number),
            (UnaryOperator::Minus, Value::Complex(parts)) => Value::Complex(Rc::new((-parts.0, -parts.1))),
            (UnaryOperator::Plus, Value::Complex(_)) => inner,
            (operator, number) => match integer(number) {
                Some(number) => match operator {
                    UnaryOperator::Minus => number.negate(),
                    UnaryOperator::Plus => number,
                    UnaryOperator::Invert => number.invert(),
                }
                .into(),
                None => return Err(bad_unary(operator, &value)),
            },
        };
        let history = match (origin, of_unary(operator)) {
            (Some(origin), Some(operation)) if !origin.0.is_none() => {
                Some((operation, origin, (Origin::NONE, 0.0)))
            }
            _ => None,
        };
        Ok(Outcome::Value(self.with_history(result, history)))
    }

    fn unary_by_method(&mut self, operator: UnaryOperator, value: Value) -> Answer {
        match super::describe::with_class(&value, |class| class.lookup(unary_name(operator))) {
            Some(method) => Ok(Outcome::call(method, vec![value])),
            None => Err(bad_unary(operator, &value)),
        }
    }
}

/// An operation, and its operands' origins and values.
type History = (Operation, (Origin, f64), (Origin, f64));

#[expect(clippy::cast_precision_loss, reason = "a literal that is dragged is no such number")]
fn origin_of(value: &Value) -> Option<(Origin, f64)> {
    match value {
        Value::Int(number, origin) => Some((*origin, *number as f64)),
        Value::Float(number, origin) => Some((*origin, *number)),
        _ => None,
    }
}

fn unary_name(operator: UnaryOperator) -> &'static crate::value::Str {
    let names = crate::types::names();
    match operator {
        UnaryOperator::Minus => &names.neg,
        UnaryOperator::Plus => &names.pos,
        UnaryOperator::Invert => &names.invert,
    }
}

fn bad_unary(operator: UnaryOperator, value: &Value) -> Exception {
    let symbol = match operator {
        UnaryOperator::Minus => "-",
        UnaryOperator::Plus => "+",
        UnaryOperator::Invert => "~",
    };
    type_error(format!("bad operand type for unary {symbol}: '{}'", error_name(value)))
}

/// The function of the prelude that asks special methods: `add`, `sub`, `truediv`…
fn function_name(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "add",
        BinaryOperator::Subtract => "sub",
        BinaryOperator::Multiply => "mul",
        BinaryOperator::MatrixMultiply => "matmul",
        BinaryOperator::Divide => "truediv",
        BinaryOperator::FloorDivide => "floordiv",
        BinaryOperator::Modulo => "mod",
        BinaryOperator::Power => "pow",
        BinaryOperator::LeftShift => "lshift",
        BinaryOperator::RightShift => "rshift",
        BinaryOperator::And => "and_",
        BinaryOperator::Or => "or_",
        BinaryOperator::Xor => "xor",
    }
}

/// Two operands that do not go together.
pub(crate) fn unsupported(
    operator: BinaryOperator,
    left: &Value,
    right: &Value,
    in_place: bool,
) -> Exception {
    let concatenates = match left {
        Value::Str(_) => Some("str"),
        Value::List(_) if !in_place => Some("list"),
        Value::Tuple(_) => Some("tuple"),
        _ => None,
    };
    if let (BinaryOperator::Add, Some(kind)) = (operator, concatenates) {
        return type_error(format!("can only concatenate {kind} (not \"{}\") to {kind}", error_name(right)));
    }
    if let (BinaryOperator::Add, Value::Bytes(_)) = (operator, left) {
        return type_error(format!("can't concat {} to {}", error_name(right), error_name(left)));
    }
    let sequence = |value: &Value| match value {
        Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_) => true,
        Value::Instance(instance) => instance.with_class(|class| class.inherits(&types().deque)),
        _ => false,
    };
    if operator == BinaryOperator::Multiply {
        if sequence(left) {
            return type_error(format!("can't multiply sequence by non-int of type '{}'", error_name(right)));
        }
        // A change in place asks the right operand only if the left one can have no such method.
        if sequence(right) && !(in_place && has_sequence_methods(left)) {
            return type_error(format!("can't multiply sequence by non-int of type '{}'", error_name(left)));
        }
    }
    let symbol = match (operator, in_place) {
        (BinaryOperator::Power, false) => "** or pow()".to_owned(),
        (BinaryOperator::Power, true) => "**=".to_owned(),
        (_, true) => format!("{}=", operator.symbol()),
        (_, false) => operator.symbol().to_owned(),
    };
    type_error(format!(
        "unsupported operand type(s) for {symbol}: '{}' and '{}'",
        error_name(left),
        error_name(right)
    ))
}

/// Its class has methods of sequences, in CPython's terms, if not those that matter.
fn has_sequence_methods(value: &Value) -> bool {
    match value {
        Value::Dict(_) | Value::Set(_) | Value::Range(_) => true,
        Value::Instance(instance) => instance.with_class(|class| !class.is_builtin),
        _ => false,
    }
}

/// Why there is no result.
pub(crate) enum Trouble {
    Raise(Exception),
    /// The operands, given back.
    NoSuch(Value, Value),
    /// Keys have to be asked: the function of the prelude that does it, and the operands.
    Ask(&'static str, Value, Value),
}

impl<E: Into<Exception>> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::Raise(error.into())
    }
}

/// An operator on values of builtin classes.
pub(crate) fn builtin_binary(
    operator: BinaryOperator,
    left: Value,
    right: Value,
    in_place: bool,
) -> Result<Value, Trouble> {
    if let (Some(one), Some(other)) = (integer(&left), integer(&right)) {
        if let (Value::Bool(left), Value::Bool(right)) = (&left, &right) {
            match operator {
                BinaryOperator::And => return Ok(Value::Bool(*left && *right)),
                BinaryOperator::Or => return Ok(Value::Bool(*left || *right)),
                BinaryOperator::Xor => return Ok(Value::Bool(left != right)),
                _ => {}
            }
        }
        return integers(operator, &one, &other, left, right);
    }
    if matches!((&left, &right), (Value::Complex(_), _) | (_, Value::Complex(_))) {
        return crate::builtins::complex::binary(operator, left, right);
    }
    if let (Some(one), Some(other)) = (as_float(&left), as_float(&right)) {
        return floats(operator, one?, other?, left, right);
    }
    match operator {
        BinaryOperator::Add => concatenate(left, right, in_place),
        BinaryOperator::Multiply => repeat(left, right, in_place),
        BinaryOperator::Or | BinaryOperator::And | BinaryOperator::Xor | BinaryOperator::Subtract => {
            crate::builtins::collections_binary(operator, left, right, in_place)
        }
        _ => Err(Trouble::NoSuch(left, right)),
    }
}

fn integers(
    operator: BinaryOperator,
    one: &Integer,
    other: &Integer,
    left: Value,
    right: Value,
) -> Result<Value, Trouble> {
    Ok(match operator {
        BinaryOperator::Add => one.add(other)?.into(),
        BinaryOperator::Subtract => one.subtract(other)?.into(),
        BinaryOperator::Multiply => one.multiply(other)?.into(),
        BinaryOperator::FloorDivide => one.floor_divide(other)?.into(),
        BinaryOperator::Modulo => one.modulo(other)?.into(),
        BinaryOperator::Divide => Value::float(ratio::true_divide(one, other)?),
        BinaryOperator::Power if other.is_negative() => {
            let (base, exponent) = (ratio::to_float(one)?, ratio::to_float(other)?);
            // A whole exponent never leads to a complex number.
            Value::float(float::power(base, exponent)?.unwrap_or(f64::NAN))
        }
        BinaryOperator::Power => one.power(other)?.into(),
        BinaryOperator::LeftShift => one.shift_left(other)?.into(),
        BinaryOperator::RightShift => one.shift_right(other)?.into(),
        BinaryOperator::And => one.and(other).into(),
        BinaryOperator::Or => one.or(other).into(),
        BinaryOperator::Xor => one.xor(other).into(),
        BinaryOperator::MatrixMultiply => return Err(Trouble::NoSuch(left, right)),
    })
}

fn floats(
    operator: BinaryOperator,
    one: f64,
    other: f64,
    left: Value,
    right: Value,
) -> Result<Value, Trouble> {
    Ok(Value::float(match operator {
        BinaryOperator::Add => one + other,
        BinaryOperator::Subtract => one - other,
        BinaryOperator::Multiply => one * other,
        BinaryOperator::Divide => float::true_divide(one, other)?,
        BinaryOperator::FloorDivide => float::floor_divide(one, other)?,
        BinaryOperator::Modulo => float::modulo(one, other)?,
        BinaryOperator::Power => match float::power(one, other)? {
            Some(number) => number,
            None => {
                let base = Value::Complex(Rc::new((one, 0.0)));
                return crate::builtins::complex::binary(operator, base, right);
            }
        },
        _ => return Err(Trouble::NoSuch(left, right)),
    }))
}

fn room(items: usize, size: usize) -> Result<(), Exception> {
    if items.saturating_mul(size) > LARGEST {
        return Err(memory_error(""));
    }
    effort::spend_length(items, if size == 1 { 6 } else { 2 });
    Ok(())
}

fn concatenate(left: Value, right: Value, in_place: bool) -> Result<Value, Trouble> {
    Ok(match (left, right) {
        (Value::Str(mut left), Value::Str(right)) => {
            room(left.as_str().len() + right.as_str().len(), 1)?;
            left.push_str(&right);
            Value::Str(left)
        }
        (Value::List(left), Value::List(right)) if in_place => {
            let more = right.to_vec();
            room(left.len() + more.len(), size_of::<Value>())?;
            left.items_mut().extend(more);
            Value::List(left)
        }
        (Value::List(left), Value::List(right)) => {
            room(left.len() + right.len(), size_of::<Value>())?;
            let mut items = left.to_vec();
            items.extend(right.items().iter().cloned());
            Value::list(items)
        }
        (Value::Tuple(left), Value::Tuple(right)) => {
            room(left.len() + right.len(), size_of::<Value>())?;
            Value::tuple(left.iter().chain(right.iter()).cloned().collect())
        }
        (Value::Bytes(left), Value::Bytes(right)) if in_place && left.is_array() => {
            let more = right.get().clone();
            left.get_mut().extend(more);
            Value::Bytes(left)
        }
        (Value::Bytes(left), Value::Bytes(right)) => {
            room(left.get().len() + right.get().len(), 1)?;
            let joined = [left.get().as_slice(), right.get().as_slice()].concat();
            Value::Bytes(Rc::new(if left.is_array() { Bytes::array(joined) } else { Bytes::new(joined) }))
        }
        (left, right) => return Err(Trouble::NoSuch(left, right)),
    })
}

fn repeat(left: Value, right: Value, in_place: bool) -> Result<Value, Trouble> {
    let (sequence, times) = match (integer(&left), integer(&right)) {
        (None, Some(times)) => (&left, times),
        (Some(times), None) => (&right, times),
        _ => return Err(Trouble::NoSuch(left, right)),
    };
    let times = match times.small() {
        Some(times) => usize::try_from(times).unwrap_or(0),
        None if times.is_negative() => 0,
        None => {
            return Err(super::raise::overflow_error("cannot fit 'int' into an index-sized integer").into());
        }
    };
    let repeated = |items: &[Value]| -> Result<Vec<Value>, Exception> {
        room(items.len().saturating_mul(times), size_of::<Value>())?;
        Ok(items.iter().cloned().cycle().take(items.len() * times).collect())
    };
    Ok(match sequence {
        Value::Str(text) => {
            room(text.as_str().len().saturating_mul(times), 1)?;
            Value::string(text.as_str().repeat(times))
        }
        Value::List(list) if in_place && matches!(left, Value::List(_)) => {
            let items = repeated(&list.items())?;
            let old = std::mem::replace(&mut *list.items_mut(), items);
            drop(old);
            left
        }
        Value::List(list) => Value::list(repeated(&list.items())?),
        Value::Tuple(tuple) => Value::tuple(repeated(tuple)?),
        Value::Bytes(bytes) => {
            room(bytes.get().len().saturating_mul(times), 1)?;
            let repeated = bytes.get().repeat(times);
            if in_place && bytes.is_array() && matches!(left, Value::Bytes(_)) {
                *bytes.get_mut() = repeated;
                return Ok(left);
            }
            Value::Bytes(Rc::new(if bytes.is_array() {
                Bytes::array(repeated)
            } else {
                Bytes::new(repeated)
            }))
        }
        _ => return Err(Trouble::NoSuch(left, right)),
    })
}

/// Whether a builtin value counts as true; nothing if the program has to be asked.
pub(crate) fn truth(value: &Value) -> Option<bool> {
    Some(match value {
        Value::None => false,
        Value::Bool(truth) => *truth,
        Value::Int(number, _) => *number != 0,
        Value::Float(number, _) => *number != 0.0,
        Value::Complex(parts) => parts.0 != 0.0 || parts.1 != 0.0,
        Value::Str(text) => !text.is_empty(),
        Value::Bytes(bytes) => !bytes.get().is_empty(),
        Value::Tuple(tuple) => !tuple.is_empty(),
        Value::List(list) => list.len() > 0,
        Value::Dict(dict) => dict.len() > 0,
        Value::Set(set) => set.len() > 0,
        Value::Range(range) => range.len() > 0,
        Value::Instance(instance) => {
            if instance.with_class(|class| class.habits().truth) {
                return None;
            }
            match &instance.payload {
                Payload::Value(inner) => return truth(inner),
                native if native.is_native() => return crate::builtins::native_truth(instance),
                _ => true,
            }
        }
        Value::Class(class) => {
            if class.metaclass().habits().truth {
                return None;
            }
            true
        }
        Value::NotImplemented
        | Value::Ellipsis
        | Value::Big(_)
        | Value::Slice(_)
        | Value::Iter(_)
        | Value::Cell(_)
        | Value::Function(_)
        | Value::Native(_)
        | Value::Method(_)
        | Value::Generator(_)
        | Value::Module(_)
        | Value::Traceback(_)
        | Value::Unset => true,
    })
}

/// The value that stands for an operand in an operation on builtin values.
pub(crate) fn unwrapped(value: &Value) -> &Value {
    plain(value).unwrap_or(value)
}
