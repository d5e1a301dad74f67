//! Constants: literals, negative numbers, and tuples of these. Numbers of the program
//! remember which literal they are.

use interleave_syntax::tree::{Constant as Literal, Expr, ExprKind, Number, UnaryOperator};
use interleave_text::Span;
use num_bigint::BigInt;

use super::Compiler;
use crate::code::{Constant, Operand};

impl<'t> Compiler<'t> {
    /// An expression that is a constant.
    pub(super) fn constant(&mut self, expression: &Expr) -> Option<Operand> {
        let constant = self.constant_of(expression)?;
        Some(self.unit.constant(constant, expression.span))
    }

    pub(super) fn none(&mut self, span: Span) -> Operand {
        self.unit.constant(Constant::None, span)
    }

    /// `None`, `True` or `False` of a pattern.
    pub(super) fn singleton(&mut self, literal: &Literal, span: Span) -> Operand {
        match literal {
            Literal::True => self.unit.constant(Constant::Bool(true), span),
            Literal::False => self.unit.constant(Constant::Bool(false), span),
            _ => self.none(span),
        }
    }

    pub(super) fn text(&mut self, text: &str, span: Span) -> Operand {
        self.unit.constant(Constant::Str(text.into()), span)
    }

    pub(super) fn count(&mut self, count: usize, span: Span) -> Operand {
        let number = i64::try_from(count).unwrap_or(i64::MAX);
        self.unit.constant(Constant::Int(number, None), span)
    }

    /// A tuple of constants, for a display of them.
    pub(super) fn constant_tuple(&mut self, items: &[Expr], span: Span) -> Option<Operand> {
        let items = self.constants_of(items)?;
        Some(self.unit.constant(Constant::Tuple(items), span))
    }

    /// A frozen set of constants: for a display of them.
    pub(super) fn constant_set(&mut self, items: &[Expr], span: Span) -> Option<Operand> {
        let items = self.constants_of(items).filter(|items| !items.is_empty())?;
        Some(self.unit.constant(Constant::Set(items), span))
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

    fn constants_of(&mut self, items: &[Expr]) -> Option<Vec<Constant>> {
        if !items.iter().all(is_constant) {
            return None;
        }
        items.iter().map(|item| self.constant_of(item)).collect()
    }

    fn constant_of(&mut self, expression: &Expr) -> Option<Constant> {
        let span = expression.span;
        match &expression.kind {
            ExprKind::Constant(literal) => Some(match literal {
                Literal::None => Constant::None,
                Literal::True => Constant::Bool(true),
                Literal::False => Constant::Bool(false),
                Literal::Ellipsis => Constant::Ellipsis,
                Literal::Number(number) => self.number(number, false, span),
                Literal::Str(text) => Constant::Str(text.clone()),
                Literal::Bytes(bytes) => Constant::Bytes(bytes.clone()),
            }),
            ExprKind::Name(name) => (&**name == "__debug__").then_some(Constant::Bool(true)),
            ExprKind::UnaryOp { operator: UnaryOperator::USub, operand } => match &operand.kind {
                ExprKind::Constant(Literal::Number(number)) => Some(self.number(number, true, span)),
                _ => None,
            },
            ExprKind::Tuple(items) => self.constants_of(items).map(Constant::Tuple),
            _ => None,
        }
    }

    fn number(&mut self, number: &Number, negative: bool, span: Span) -> Constant {
        let with_sign = |value: f64| if negative { -value } else { value };
        match number {
            Number::Int(value) => Constant::Int(if negative { -*value } else { *value }, self.literal(span)),
            Number::Float(value) => Constant::Float(with_sign(*value).to_bits(), self.literal(span)),
            Number::Imaginary(value) => Constant::Imaginary(with_sign(*value).to_bits()),
            Number::Big { digits, radix } => {
                let value = BigInt::parse_bytes(digits.as_bytes(), *radix).unwrap_or_default();
                Constant::Big(if negative { -value } else { value })
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

pub(super) fn is_constant(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Constant(_) => true,
        ExprKind::Name(name) => &**name == "__debug__",
        ExprKind::UnaryOp { operator: UnaryOperator::USub, operand } => {
            matches!(operand.kind, ExprKind::Constant(Literal::Number(_)))
        }
        ExprKind::Tuple(items) => items.iter().all(is_constant),
        _ => false,
    }
}

/// Whether a condition is known beforehand, and what it is.
pub(super) fn truth(expression: &Expr) -> Option<bool> {
    match &expression.kind {
        ExprKind::Constant(constant) => Some(match constant {
            Literal::None | Literal::False => false,
            Literal::True | Literal::Ellipsis => true,
            Literal::Number(Number::Int(number)) => *number != 0,
            Literal::Number(Number::Float(number) | Number::Imaginary(number)) => *number != 0.0,
            Literal::Number(Number::Big { .. }) => true,
            Literal::Str(text) => !text.is_empty(),
            Literal::Bytes(bytes) => !bytes.is_empty(),
        }),
        ExprKind::Name(name) if &**name == "__debug__" => Some(true),
        ExprKind::UnaryOp { operator: UnaryOperator::Not, operand } => truth(operand).map(|truth| !truth),
        _ => None,
    }
}
