//! What is directly inside an expression, a statement or a pattern.

use crate::tree::{
    Comprehension, Expr, ExprKind, FStringPart, MatchCase, Name, Parameter, Pattern, PatternKind, Stmt,
    StmtKind,
};

impl Expr {
    /// The expressions directly inside this one, in the order of their evaluation.
    pub fn children(&self) -> Vec<&Expr> {
        children(self)
    }
}

impl Stmt {
    /// The expressions of a statement that stand in no block and no pattern of its own, in the order in which
    /// they are written.
    pub fn expressions(&self) -> Vec<&Expr> {
        match &self.kind {
            StmtKind::FunctionDef(function) => {
                function.decorators.iter().chain(defaults(&function.parameters)).collect()
            }
            StmtKind::ClassDef(class) => {
                let keywords = class.keywords.iter().map(|keyword| &keyword.value);
                class.decorators.iter().chain(&class.bases).chain(keywords).collect()
            }
            StmtKind::Return(value) => value.iter().collect(),
            StmtKind::Delete(targets) => targets.iter().collect(),
            StmtKind::Assign { targets, value } => targets.iter().chain([value]).collect(),
            StmtKind::AugAssign { target, value, .. } => vec![target, value],
            StmtKind::AnnAssign { target, value, .. } => [target].into_iter().chain(value).collect(),
            StmtKind::TypeAlias(alias) => vec![&alias.value],
            StmtKind::For { target, iter, .. } => vec![target, iter],
            StmtKind::While { test, .. } => vec![test],
            StmtKind::If { branches, .. } => branches.iter().map(|branch| &branch.test).collect(),
            StmtKind::With { items, .. } => {
                items.iter().flat_map(|item| [&item.context].into_iter().chain(&item.target)).collect()
            }
            StmtKind::Match { subject, cases } => {
                [subject].into_iter().chain(cases.iter().filter_map(|case| case.guard.as_ref())).collect()
            }
            StmtKind::Raise { exception, cause } => exception.iter().chain(cause).collect(),
            StmtKind::Try(parts) => {
                parts.handlers.iter().filter_map(|handler| handler.class.as_ref()).collect()
            }
            StmtKind::Assert { test, message } => [test].into_iter().chain(message).collect(),
            StmtKind::Expr(value) => vec![value],
            StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_)
            | StmtKind::Pass
            | StmtKind::Break
            | StmtKind::Continue => Vec::new(),
        }
    }

    /// The blocks of a statement, in the order in which they are written; absent ones are empty.
    pub fn blocks(&self) -> Vec<&[Stmt]> {
        match &self.kind {
            StmtKind::FunctionDef(function) => vec![&function.body],
            StmtKind::ClassDef(class) => vec![&class.body],
            StmtKind::For { body, orelse, .. } | StmtKind::While { body, orelse, .. } => vec![body, orelse],
            StmtKind::If { branches, orelse } => {
                branches.iter().map(|branch| &*branch.body).chain([&**orelse]).collect()
            }
            StmtKind::With { body, .. } => vec![body],
            StmtKind::Match { cases, .. } => cases.iter().map(|MatchCase { body, .. }| &**body).collect(),
            StmtKind::Try(parts) => {
                let handlers = parts.handlers.iter().map(|handler| &*handler.body);
                [&*parts.body]
                    .into_iter()
                    .chain(handlers)
                    .chain([&*parts.orelse, &*parts.finalbody])
                    .collect()
            }
            StmtKind::Return(_)
            | StmtKind::Delete(_)
            | StmtKind::Assign { .. }
            | StmtKind::AugAssign { .. }
            | StmtKind::AnnAssign { .. }
            | StmtKind::TypeAlias(_)
            | StmtKind::Raise { .. }
            | StmtKind::Assert { .. }
            | StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_)
            | StmtKind::Expr(_)
            | StmtKind::Pass
            | StmtKind::Break
            | StmtKind::Continue => Vec::new(),
        }
    }
}

impl Pattern {
    /// The patterns directly inside this one.
    pub fn patterns(&self) -> Vec<&Self> {
        match &self.kind {
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => patterns.iter().collect(),
            PatternKind::Mapping { items, .. } => items.iter().map(|(_, pattern)| pattern).collect(),
            PatternKind::Class { patterns, keywords, .. } => {
                patterns.iter().chain(keywords.iter().map(|(_, pattern)| pattern)).collect()
            }
            PatternKind::As { pattern, .. } => pattern.iter().map(|pattern| &**pattern).collect(),
            PatternKind::Value(_) | PatternKind::Singleton(_) | PatternKind::Star(_) => Vec::new(),
        }
    }

    /// The expressions directly inside this one.
    pub fn expressions(&self) -> Vec<&Expr> {
        match &self.kind {
            PatternKind::Value(value) => vec![value],
            PatternKind::Mapping { items, .. } => items.iter().map(|(key, _)| key).collect(),
            PatternKind::Class { class, .. } => vec![class],
            PatternKind::Singleton(_)
            | PatternKind::Sequence(_)
            | PatternKind::Star(_)
            | PatternKind::As { .. }
            | PatternKind::Or(_) => Vec::new(),
        }
    }

    /// The name that this one itself binds.
    pub fn captured(&self) -> Option<&Name> {
        match &self.kind {
            PatternKind::Mapping { rest: name, .. }
            | PatternKind::Star(name)
            | PatternKind::As { name, .. } => name.as_ref(),
            PatternKind::Value(_)
            | PatternKind::Singleton(_)
            | PatternKind::Sequence(_)
            | PatternKind::Class { .. }
            | PatternKind::Or(_) => None,
        }
    }
}

fn children(expression: &Expr) -> Vec<&Expr> {
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

pub(crate) fn defaults(parameters: &[Parameter]) -> impl Iterator<Item = &Expr> {
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
