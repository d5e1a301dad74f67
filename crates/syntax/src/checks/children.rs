//! The expressions directly inside an expression, in the order of their evaluation.

use crate::tree::{Comprehension, Expr, ExprKind, FStringPart, Parameter};

pub(super) fn children(expression: &Expr) -> Vec<&Expr> {
    match &expression.kind {
        ExprKind::Constant(_) | ExprKind::Name(_) => Vec::new(),
        ExprKind::JoinedStr(parts) => in_parts(parts),
        ExprKind::BoolOp { values, .. } => values.iter().collect(),
        ExprKind::Named { value, .. } => vec![value],
        ExprKind::BinOp { left, right, .. } => vec![left, right],
        ExprKind::UnaryOp { operand, .. } => vec![operand],
        ExprKind::Lambda { parameters, body } => defaults(parameters).chain([&**body]).collect(),
        ExprKind::IfExp { test, body, orelse } => vec![test, body, orelse],
        ExprKind::Dict(items) => items.iter().flat_map(|item| item.key.iter().chain([&item.value])).collect(),
        ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple(items) => items.iter().collect(),
        ExprKind::ListComp { element, clauses }
        | ExprKind::SetComp { element, clauses }
        | ExprKind::GeneratorExp { element, clauses } => in_clauses(clauses).chain([&**element]).collect(),
        ExprKind::DictComp { key, value, clauses } => in_clauses(clauses).chain([&**key, &**value]).collect(),
        ExprKind::Await(value) | ExprKind::YieldFrom(value) | ExprKind::Starred(value) => vec![value],
        ExprKind::Yield(value) => value.iter().map(|value| &**value).collect(),
        ExprKind::Compare { left, rest } => {
            [&**left].into_iter().chain(rest.iter().map(|(_, value)| value)).collect()
        }
        ExprKind::Call { function, args, keywords, .. } => [&**function]
            .into_iter()
            .chain(args)
            .chain(keywords.iter().map(|keyword| &keyword.value))
            .collect(),
        ExprKind::Attribute { value, .. } => vec![value],
        ExprKind::Subscript { value, index, .. } => vec![value, index],
        ExprKind::Slice { lower, upper, step } => {
            [lower, upper, step].into_iter().flatten().map(|part| &**part).collect()
        }
    }
}

pub(super) fn defaults(parameters: &[Parameter]) -> impl Iterator<Item = &Expr> {
    parameters.iter().filter_map(|parameter| parameter.default.as_ref())
}

fn in_parts(parts: &[FStringPart]) -> Vec<&Expr> {
    let mut found = Vec::new();
    for part in parts {
        if let FStringPart::Value(field) = part {
            found.push(&field.value);
            found.extend(in_parts(field.spec.as_deref().unwrap_or_default()));
        }
    }
    found
}

fn in_clauses(clauses: &[Comprehension]) -> impl Iterator<Item = &Expr> {
    clauses.iter().flat_map(|clause| [&clause.iter, &clause.target].into_iter().chain(&clause.ifs))
}
