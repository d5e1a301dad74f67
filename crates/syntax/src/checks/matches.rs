//! Patterns that hide others, or bind a name twice.

#![expect(clippy::wildcard_enum_match_arm, reason = "most patterns are of no concern here")]

use std::collections::BTreeSet;

use super::Checked;
use crate::error::Mistake;
use crate::tree::{Constant, ExprKind, MatchCase, Number, Pattern, PatternKind};

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
                if let ExprKind::Constant(constant) = &key.kind {
                    if keys.contains(&constant) {
                        let message = format!("mapping pattern checks duplicate key ({})", shown(constant));
                        return Err(Mistake::new(message, it.span));
                    }
                    keys.push(constant);
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

/// A key as Python shows it.
fn shown(key: &Constant) -> String {
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
