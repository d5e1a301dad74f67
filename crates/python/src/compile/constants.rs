//! Constants: literals, negative numbers, and tuples of these. Numbers of the program
//! remember which literal they are.

use std::rc::Rc;

use interleave_syntax::tree::{Constant, Expr, ExprKind, Number, UnaryOperator};
use interleave_text::Span;
use num_bigint::BigInt;

use super::Compiler;
use crate::code::Operand;
use crate::object::Set;
use crate::provenance::Origin;
use crate::value::Value;

/// Constants of one code with equal keys are one constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    None,
    Bool(bool),
    Ellipsis,
    /// With the index of its literal.
    Int(i64, Option<usize>),
    Big(BigInt),
    /// Its bits, with the index of its literal.
    Float(u64, Option<usize>),
    Imaginary(u64),
    Str(Box<str>),
    Bytes(Box<[u8]>),
    Tuple(Vec<Self>),
    Set(Vec<Self>),
}

impl<'t> Compiler<'t> {
    /// The value of an expression that is a constant.
    pub(super) fn constant(&mut self, expression: &Expr) -> Option<Operand> {
        if !is_constant(expression) {
            return None;
        }
        let (key, value) = self.constant_value(expression)?;
        Some(self.unit.constant(key, value, expression.span))
    }

    pub(super) fn none(&mut self, span: Span) -> Operand {
        self.unit.constant(Key::None, Value::None, span)
    }

    /// `None`, `True` or `False` of a pattern.
    pub(super) fn singleton(&mut self, constant: &Constant, span: Span) -> Operand {
        match constant {
            Constant::True => self.unit.constant(Key::Bool(true), Value::Bool(true), span),
            Constant::False => self.unit.constant(Key::Bool(false), Value::Bool(false), span),
            _ => self.none(span),
        }
    }

    pub(super) fn text(&mut self, text: &str, span: Span) -> Operand {
        let (key, value) = text_constant(text);
        self.unit.constant(key, value, span)
    }

    pub(super) fn count(&mut self, count: usize, span: Span) -> Operand {
        let number = i64::try_from(count).unwrap_or(i64::MAX);
        self.unit.constant(Key::Int(number, None), Value::int(number), span)
    }

    /// A tuple of constants, for a display of them.
    pub(super) fn constant_tuple(&mut self, items: &[Expr], span: Span) -> Option<Operand> {
        if !items.iter().all(is_constant) {
            return None;
        }
        let (key, value) = self.tuple_value(items)?;
        Some(self.unit.constant(key, value, span))
    }

    /// A frozen set of constants: for a display of them.
    pub(super) fn constant_set(&mut self, items: &[Expr], span: Span) -> Option<Operand> {
        if items.is_empty() || !items.iter().all(is_constant) {
            return None;
        }
        let items: Option<Vec<_>> = items.iter().map(|item| self.constant_value(item)).collect();
        let (keys, values): (_, Vec<_>) = items?.into_iter().unzip();
        // CPython makes a second one of the first, and so settles its order.
        let set = frozen(frozen(values)?.keys())?;
        Some(self.unit.constant(Key::Set(keys), Value::Set(Rc::new(set)), span))
    }

    /// What is only searched or walked through: no new list or set is made of constants.
    pub(super) fn unchanged_operand(&mut self, expression: &'t Expr) -> Operand {
        let constant = match &expression.kind {
            ExprKind::List(items) if !items.is_empty() => self.constant_tuple(items, expression.span),
            ExprKind::Set(items) => self.constant_set(items, expression.span),
            _ => None,
        };
        constant.unwrap_or_else(|| self.operand(expression))
    }

    fn tuple_value(&mut self, items: &[Expr]) -> Option<(Key, Value)> {
        let items: Option<Vec<_>> = items.iter().map(|item| self.constant_value(item)).collect();
        let (keys, values) = items?.into_iter().unzip();
        Some((Key::Tuple(keys), Value::tuple(values)))
    }

    fn constant_value(&mut self, expression: &Expr) -> Option<(Key, Value)> {
        let span = expression.span;
        match &expression.kind {
            ExprKind::Constant(constant) => Some(match constant {
                Constant::None => (Key::None, Value::None),
                Constant::True => (Key::Bool(true), Value::Bool(true)),
                Constant::False => (Key::Bool(false), Value::Bool(false)),
                Constant::Ellipsis => (Key::Ellipsis, Value::Ellipsis),
                Constant::Number(number) => self.number(number, false, span),
                Constant::Str(text) => text_constant(text),
                Constant::Bytes(bytes) => (Key::Bytes(bytes.clone()), Value::bytes(bytes.to_vec())),
            }),
            ExprKind::Name(_) => Some((Key::Bool(true), Value::Bool(true))),
            ExprKind::UnaryOp { operand, .. } => match &operand.kind {
                ExprKind::Constant(Constant::Number(number)) => Some(self.number(number, true, span)),
                _ => None,
            },
            ExprKind::Tuple(items) => self.tuple_value(items),
            _ => None,
        }
    }

    fn number(&mut self, number: &Number, negative: bool, span: Span) -> (Key, Value) {
        let with_sign = |value: f64| if negative { -value } else { value };
        match number {
            Number::Int(value) => {
                let value = if negative { -*value } else { *value };
                let literal = self.literal(span);
                (Key::Int(value, literal), Value::Int(value, origin(literal)))
            }
            Number::Float(value) => {
                let literal = self.literal(span);
                let value = with_sign(*value);
                (Key::Float(value.to_bits(), literal), Value::Float(value, origin(literal)))
            }
            Number::Imaginary(value) => {
                let value = with_sign(*value);
                let real = with_sign(0.0);
                (Key::Imaginary(value.to_bits()), Value::Complex(Rc::new((real, value))))
            }
            Number::Big { digits, radix } => {
                let value = BigInt::parse_bytes(digits.as_bytes(), *radix).unwrap_or_default();
                let value = if negative { -value } else { value };
                (Key::Big(value.clone()), Value::big(value))
            }
        }
    }

    /// The index of a literal. A `finally` block that is compiled twice has its literals once.
    fn literal(&mut self, span: Span) -> Option<usize> {
        let literals = self.literals.as_deref_mut()?;
        Some(*self.literal_indices.entry(span).or_insert_with(|| {
            literals.push(span);
            literals.len() - 1
        }))
    }
}

fn frozen(values: Vec<Value>) -> Option<Set> {
    let set = Set::empty(true);
    for value in values {
        let hash = crate::vm::hashing::of(&value).ok()?;
        set.add(hash, value).ok()?;
    }
    Some(set)
}

fn origin(literal: Option<usize>) -> Origin {
    literal.map_or(Origin::NONE, Origin::literal)
}

/// A text that looks like a name is one object wherever it is written, as in CPython.
fn text_constant(text: &str) -> (Key, Value) {
    let is_name = text.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric());
    (Key::Str(text.into()), if is_name { Value::name(text) } else { Value::str(text) })
}

pub(super) fn is_constant(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Constant(_) => true,
        ExprKind::Name(name) => &**name == "__debug__",
        ExprKind::UnaryOp { operator: UnaryOperator::USub, operand } => {
            matches!(operand.kind, ExprKind::Constant(Constant::Number(_)))
        }
        ExprKind::Tuple(items) => items.iter().all(is_constant),
        _ => false,
    }
}

/// Whether a condition is known beforehand, and what it is.
pub(super) fn truth(expression: &Expr) -> Option<bool> {
    match &expression.kind {
        ExprKind::Constant(constant) => Some(match constant {
            Constant::None | Constant::False => false,
            Constant::True | Constant::Ellipsis => true,
            Constant::Number(Number::Int(number)) => *number != 0,
            Constant::Number(Number::Float(number) | Number::Imaginary(number)) => *number != 0.0,
            Constant::Number(Number::Big { .. }) => true,
            Constant::Str(text) => !text.is_empty(),
            Constant::Bytes(bytes) => !bytes.is_empty(),
        }),
        ExprKind::Name(name) if &**name == "__debug__" => Some(true),
        ExprKind::UnaryOp { operator: UnaryOperator::Not, operand } => truth(operand).map(|truth| !truth),
        _ => None,
    }
}
