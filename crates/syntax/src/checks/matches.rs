//! Patterns that hide others, or bind a name twice.

#![expect(clippy::wildcard_enum_match_arm, reason = "most patterns are of no concern here")]

use std::collections::BTreeSet;

use super::Checked;
use crate::error::Mistake;
use crate::tree::{
    BinaryOperator, Constant, Expr, ExprKind, MatchCase, Number, Pattern, PatternKind, UnaryOperator,
};

pub(super) fn check(case: &MatchCase, is_last: bool) -> Checked {
    pattern(&case.pattern, &mut BTreeSet::new())?;
    if is_last || case.guard.is_some() { Ok(()) } else { refutable(&case.pattern) }
}

/// A pattern behind which nothing else can come must not have something behind it.
fn refutable(it: &Pattern) -> Checked {
    let message = match &it.kind {
        PatternKind::As { pattern: Some(inner), .. } => return refutable(inner),
        PatternKind::As { name: Some(name), .. } => format!("name capture '{}'", name.text),
        PatternKind::As { .. } => "wildcard".into(),
        PatternKind::Or(patterns) => return patterns.last().map_or(Ok(()), refutable),
        _ => return Ok(()),
    };
    Err(Mistake::new(format!("{message} makes remaining patterns unreachable"), it.span))
}

fn pattern<'a>(it: &'a Pattern, bound: &mut BTreeSet<&'a str>) -> Checked {
    match &it.kind {
        PatternKind::Value(Expr { kind: ExprKind::JoinedStr(_), .. }) => {
            Err(Mistake::new("patterns may only match literals and attribute lookups", it.span))
        }
        PatternKind::Value(_) | PatternKind::Singleton(_) => Ok(()),
        PatternKind::Sequence(patterns) => {
            if patterns.iter().filter(|pattern| matches!(pattern.kind, PatternKind::Star(_))).count() > 1 {
                return Err(Mistake::new("multiple starred names in sequence pattern", it.span));
            }
            patterns.iter().try_for_each(|inner| pattern(inner, bound))
        }
        PatternKind::Mapping { items, rest } => {
            let mut keys = Vec::new();
            for (key, inner) in items {
                if let Some(key) = Key::of(key) {
                    if keys.contains(&key) {
                        let message = format!("mapping pattern checks duplicate key ({})", shown(&key));
                        return Err(Mistake::new(message, it.span));
                    }
                    keys.push(key);
                }
                pattern(inner, bound)?;
            }
            rest.iter().try_for_each(|name| bind(it, &name.text, bound))
        }
        PatternKind::Class { patterns, keywords, .. } => {
            for (index, (name, inner)) in keywords.iter().enumerate() {
                if keywords[..index].iter().any(|(before, _)| before.text == name.text) {
                    let message = format!("attribute name repeated in class pattern: {}", name.text);
                    return Err(Mistake::new(message, inner.span));
                }
            }
            let keywords = keywords.iter().map(|(_, inner)| inner);
            patterns.iter().chain(keywords).try_for_each(|inner| pattern(inner, bound))
        }
        PatternKind::Star(name) => name.iter().try_for_each(|name| bind(it, &name.text, bound)),
        PatternKind::As { pattern: inner, name } => {
            inner.iter().try_for_each(|inner| pattern(inner, bound))?;
            name.iter().try_for_each(|name| bind(it, &name.text, bound))
        }
        PatternKind::Or(patterns) => alternatives(it, patterns, bound),
    }
}

fn alternatives<'a>(it: &Pattern, patterns: &'a [Pattern], bound: &mut BTreeSet<&'a str>) -> Checked {
    let mut first: Option<BTreeSet<&str>> = None;
    for (index, inner) in patterns.iter().enumerate() {
        if index + 1 < patterns.len() {
            refutable(inner)?;
        }
        let mut names = bound.clone();
        pattern(inner, &mut names)?;
        if first.get_or_insert_with(|| names.clone()) != &names {
            return Err(Mistake::new("alternative patterns bind different names", it.span));
        }
    }
    bound.extend(first.unwrap_or_default());
    Ok(())
}

fn bind<'a>(it: &Pattern, name: &'a str, bound: &mut BTreeSet<&'a str>) -> Checked {
    if bound.insert(name) {
        return Ok(());
    }
    Err(Mistake::new(format!("multiple assignments to name '{name}' in pattern"), it.span))
}

/// A key of a mapping pattern: equal where Python's values are.
#[derive(Clone)]
enum Key<'a> {
    /// What is no number, or one that no float holds.
    Constant(&'a Constant),
    Number {
        constant: Option<&'a Constant>,
        real: f64,
        imaginary: f64,
        kind: NumberKind,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NumberKind {
    Int,
    Float,
    Complex,
}

impl<'a> Key<'a> {
    /// A constant, also one with a sign, or the sum of a real number and an imaginary one.
    fn of(key: &'a Expr) -> Option<Self> {
        let number = |constant, real, imaginary, kind| Some(Self::Number { constant, real, imaginary, kind });
        match &key.kind {
            ExprKind::Constant(constant) => match constant {
                Constant::True => number(Some(constant), 1.0, 0.0, NumberKind::Int),
                Constant::False => number(Some(constant), 0.0, 0.0, NumberKind::Int),
                Constant::Number(Number::Int(value)) if value.unsigned_abs() < 1 << f64::MANTISSA_DIGITS => {
                    number(None, *value as f64, 0.0, NumberKind::Int)
                }
                Constant::Number(Number::Float(value)) => number(None, *value, 0.0, NumberKind::Float),
                Constant::Number(Number::Imaginary(value)) => number(None, 0.0, *value, NumberKind::Complex),
                constant => Some(Self::Constant(constant)),
            },
            ExprKind::UnaryOp { operator: UnaryOperator::USub, operand } => match Self::of(operand)? {
                Self::Number { real, imaginary, kind, .. } => number(None, -real, -imaginary, kind),
                Self::Constant(_) => None,
            },
            ExprKind::BinOp { left, operator, right, .. } => match (Self::of(left)?, Self::of(right)?) {
                (Self::Number { real, .. }, Self::Number { imaginary, .. }) => {
                    let imaginary = if *operator == BinaryOperator::Sub { -imaginary } else { imaginary };
                    number(None, real, imaginary, NumberKind::Complex)
                }
                _ => None,
            },
            _ => None,
        }
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Constant(one), Self::Constant(another)) => one == another,
            (
                Self::Number { real, imaginary, .. },
                Self::Number { real: other_real, imaginary: other_imaginary, .. },
            ) => real == other_real && imaginary == other_imaginary,
            _ => false,
        }
    }
}

/// A key as Python shows it.
fn shown(key: &Key<'_>) -> String {
    match key {
        Key::Constant(constant) | Key::Number { constant: Some(constant), .. } => shown_constant(constant),
        Key::Number { real, kind: NumberKind::Int, .. } => format!("{}", *real as i64),
        Key::Number { real, kind: NumberKind::Float, .. } => format!("{real:?}"),
        Key::Number { real, imaginary, .. } if *real == 0.0 && real.is_sign_positive() => {
            format!("{imaginary}j")
        }
        Key::Number { real, imaginary, .. } => format!("({real}{imaginary:+}j)"),
    }
}

fn shown_constant(key: &Constant) -> String {
    match key {
        Constant::None => "None".into(),
        Constant::True => "True".into(),
        Constant::False => "False".into(),
        Constant::Ellipsis => "Ellipsis".into(),
        Constant::Number(Number::Int(value)) => value.to_string(),
        Constant::Number(Number::Big { digits, .. }) => digits.to_string(),
        Constant::Number(Number::Float(value)) => format!("{value:?}"),
        Constant::Number(Number::Imaginary(value)) => format!("{value}j"),
        Constant::Str(text) => format!("'{text}'"),
        Constant::Bytes(bytes) => format!("b'{}'", bytes.escape_ascii()),
    }
}
