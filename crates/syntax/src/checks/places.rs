//! What a statement or expression may do where it stands: `return` in a function,
//! `await` in an async one, `break` in a loop, one star in an assignment.

#![expect(clippy::wildcard_enum_match_arm, reason = "most nodes may stand anywhere")]

use interleave_text::Span;

use super::Checked;
use crate::error::Mistake;
use crate::tree::{
    Alias, Branch, ClassDef, Comprehension, Expr, ExprKind, FunctionDef, Keyword, MatchCase, Module, Name,
    Parameter, ParameterKind, Stmt, StmtKind, Try, WithItem,
};
use crate::walk::defaults;

/// The code object that a statement belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Code {
    Module,
    Class,
    Function,
    AsyncFunction,
    /// A generator expression has code of its own and may await in it.
    Generator,
}

#[derive(Clone, Copy)]
struct Place {
    code: Code,
    /// The code has a `yield` of its own.
    yields: bool,
    in_loop: bool,
    in_except_star: bool,
}

impl Place {
    fn of(code: Code, yields: bool) -> Self {
        Self { code, yields, in_loop: false, in_except_star: false }
    }
}

pub(super) fn check(module: &Module) -> Checked {
    future_imports(&module.body)?;
    block(&module.body, Place::of(Code::Module, false))
}

fn wrong(message: impl Into<String>, span: Span) -> Checked {
    Err(Mistake::new(message, span))
}

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// `from __future__ import …` comes first and names what there is.
fn future_imports(body: &[Stmt]) -> Checked {
    let feature = |alias: &Alias, span: Span| match &*alias.name {
        "braces" => wrong("not a chance", Span::new(span.start, span.start)),
        name if !FEATURES.contains(&name) => {
            wrong(format!("future feature {name} is not defined"), Span::new(span.start, span.start))
        }
        _ => Ok(()),
    };
    let has_docstring = usize::from(crate::tree::docstring(body).is_some());
    for statement in &body[has_docstring..] {
        match &statement.kind {
            StmtKind::ImportFrom { module: Some(module), names, level: 0 }
                if &*module.text == "__future__" =>
            {
                names.iter().try_for_each(|alias| feature(alias, statement.span))?;
            }
            _ => break,
        }
    }
    let is_future = |statement: &&Stmt| matches!(&statement.kind, StmtKind::ImportFrom { module: Some(module), level: 0, .. } if &*module.text == "__future__");
    let late = body[has_docstring..].iter().skip_while(is_future).find(is_future);
    match late {
        Some(late) => wrong("from __future__ imports must occur at the beginning of the file", late.span),
        None => Ok(()),
    }
}

fn block(body: &[Stmt], place: Place) -> Checked {
    for it in body {
        statement(it, place)?;
    }
    Ok(())
}

fn all<'a>(expressions: impl IntoIterator<Item = &'a Expr>, place: Place) -> Checked {
    // A loop and not a closure: this is on the stack once for each level of an expression.
    for it in expressions {
        expression(it, place)?;
    }
    Ok(())
}

fn statement(it: &Stmt, place: Place) -> Checked {
    match &it.kind {
        StmtKind::FunctionDef(inner) => function(inner, place),
        StmtKind::ClassDef(class) => class_body(class, place),
        StmtKind::Return(value) => returning(it.span, value.as_ref(), place),
        StmtKind::Delete(targets) => targets.iter().try_for_each(|it| target(it, place)),
        StmtKind::Assign { targets, value } => {
            expression(value, place)?;
            targets.iter().try_for_each(|it| whole_target(it, place))
        }
        StmtKind::AugAssign { target: to, value, .. } => {
            target(to, place)?;
            expression(value, place)
        }
        StmtKind::AnnAssign { target: to, annotation, value, .. } => {
            all(value, place)?;
            target(to, place)?;
            expression(annotation, place)
        }
        StmtKind::TypeAlias(_) | StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => Ok(()),
        StmtKind::For { .. } | StmtKind::While { .. } => looping(it, place),
        StmtKind::If { branches, orelse } => conditional(branches, orelse, place),
        StmtKind::With { is_async, items, body } => with(it.span, *is_async, items, body, place),
        StmtKind::Match { subject, cases } => matched(subject, cases, place),
        StmtKind::Raise { exception, cause } => all(exception.iter().chain(cause), place),
        StmtKind::Try(it) => handled(it, place),
        StmtKind::Assert { test, message } => all([test].into_iter().chain(message), place),
        StmtKind::Import(_) | StmtKind::ImportFrom { .. } => Ok(()),
        StmtKind::Expr(value) => expression(value, place),
        StmtKind::Break | StmtKind::Continue if place.in_except_star => {
            wrong("'break', 'continue' and 'return' cannot appear in an except* block", it.span)
        }
        StmtKind::Break if !place.in_loop => wrong("'break' outside loop", it.span),
        StmtKind::Continue if !place.in_loop => wrong("'continue' not properly in loop", it.span),
        StmtKind::Break | StmtKind::Continue => Ok(()),
    }
}

fn class_body(class: &ClassDef, place: Place) -> Checked {
    not_debug(&class.name, class.name.span)?;
    all(&class.decorators, place)?;
    for base in &class.bases {
        expression(unpacked(base), place)?;
    }
    keyword_names(&class.keywords)?;
    all(class.keywords.iter().map(|keyword| &keyword.value), place)?;
    block(&class.body, Place::of(Code::Class, false))
}

fn conditional(branches: &[Branch], orelse: &[Stmt], place: Place) -> Checked {
    for branch in branches {
        expression(&branch.test, place)?;
        block(&branch.body, place)?;
    }
    block(orelse, place)
}

fn matched(subject: &Expr, cases: &[MatchCase], place: Place) -> Checked {
    expression(subject, place)?;
    for (index, case) in cases.iter().enumerate() {
        super::matches::check(case, index + 1 == cases.len())?;
        all(&case.guard, place)?;
        block(&case.body, place)?;
    }
    Ok(())
}

fn looping(it: &Stmt, place: Place) -> Checked {
    let (body, orelse) = match &it.kind {
        StmtKind::For { is_async, target: to, iter, body, orelse } => {
            in_async("async for", *is_async, it.span, place)?;
            expression(iter, place)?;
            whole_target(to, place)?;
            (body, orelse)
        }
        StmtKind::While { test, body, orelse } => {
            expression(test, place)?;
            (body, orelse)
        }
        _ => return Ok(()),
    };
    block(body, Place { in_loop: true, in_except_star: false, ..place })?;
    block(orelse, place)
}

fn with(span: Span, is_async: bool, items: &[WithItem], body: &[Stmt], place: Place) -> Checked {
    in_async("async with", is_async, span, place)?;
    for item in items {
        expression(&item.context, place)?;
        item.target.iter().try_for_each(|it| whole_target(it, place))?;
    }
    block(body, place)
}

fn function(it: &FunctionDef, place: Place) -> Checked {
    not_debug(&it.name, it.name.span)?;
    all(&it.decorators, place)?;
    all(defaults(&it.parameters), place)?;
    parameters(&it.parameters)?;
    all(it.parameters.iter().filter_map(annotation_of).chain(&it.returns), place)?;
    let code = if it.is_async { Code::AsyncFunction } else { Code::Function };
    let is_async_generator = has_own(&it.body, yields) && (it.is_async || has_own(&it.body, waits));
    block(&it.body, Place::of(code, is_async_generator))
}

/// A parameter's annotation; of `*args: *Ts` what is unpacked.
fn annotation_of(parameter: &Parameter) -> Option<&Expr> {
    match &parameter.annotation.as_ref()?.kind {
        ExprKind::Starred(items) if parameter.kind == ParameterKind::Variadic => Some(items),
        _ => parameter.annotation.as_ref(),
    }
}

fn parameters(parameters: &[Parameter]) -> Checked {
    parameters.iter().try_for_each(|parameter| not_debug(&parameter.name, parameter.span))
}

fn not_debug(name: &Name, span: Span) -> Checked {
    if &*name.text == "__debug__" { wrong("cannot assign to __debug__", span) } else { Ok(()) }
}

fn returning(span: Span, value: Option<&Expr>, place: Place) -> Checked {
    if !matches!(place.code, Code::Function | Code::AsyncFunction) {
        return wrong("'return' outside function", span);
    }
    if value.is_some() && place.yields {
        return wrong("'return' with value in async generator", span);
    }
    if place.in_except_star {
        return wrong("'break', 'continue' and 'return' cannot appear in an except* block", span);
    }
    all(value, place)
}

fn in_async(what: &str, is_async: bool, span: Span, place: Place) -> Checked {
    if is_async && place.code != Code::AsyncFunction {
        return wrong(format!("'{what}' outside async function"), span);
    }
    Ok(())
}

fn handled(it: &Try, place: Place) -> Checked {
    block(&it.body, place)?;
    for (index, handler) in it.handlers.iter().enumerate() {
        if handler.class.is_none() && index + 1 < it.handlers.len() {
            return wrong("default 'except:' must be last", handler.span);
        }
        all(&handler.class, place)?;
        handler.name.iter().try_for_each(|name| not_debug(name, handler.span))?;
        let inside = if it.is_star { Place { in_loop: false, in_except_star: true, ..place } } else { place };
        block(&handler.body, inside)?;
    }
    block(&it.orelse, place)?;
    block(&it.finalbody, place)
}

/// What a value is bound to as a whole.
fn whole_target(it: &Expr, place: Place) -> Checked {
    if matches!(it.kind, ExprKind::Starred(_)) {
        return wrong("starred assignment target must be in a list or tuple", it.span);
    }
    target(it, place)
}

fn target(it: &Expr, place: Place) -> Checked {
    match &it.kind {
        ExprKind::Name(name) if &**name == "__debug__" => wrong("cannot assign to __debug__", it.span),
        ExprKind::Attribute { value, attribute } => {
            not_debug(attribute, it.span)?;
            expression(value, place)
        }
        ExprKind::List(items) | ExprKind::Tuple(items) => {
            if items.iter().filter(|item| matches!(item.kind, ExprKind::Starred(_))).count() > 1 {
                return wrong("multiple starred expressions in assignment", it.span);
            }
            items.iter().try_for_each(|item| target(item, place))
        }
        ExprKind::Starred(value) => target(value, place),
        _ => expression(it, place),
    }
}

fn keyword_names(keywords: &[Keyword]) -> Checked {
    for (index, keyword) in keywords.iter().enumerate() {
        let Some(name) = &keyword.name else { continue };
        not_debug(name, keyword.span)?;
        let repeats = |other: &&Keyword| other.name.as_ref().is_some_and(|it| it.text == name.text);
        if let Some(again) = keywords[index + 1..].iter().find(repeats) {
            return wrong(format!("keyword argument repeated: {}", name.text), again.span);
        }
    }
    Ok(())
}

/// Small on purpose: it is on the stack once for each level of an expression.
fn expression(it: &Expr, place: Place) -> Checked {
    stands_rightly(it, place)?;
    for (inner, place) in inside(it, place) {
        expression(inner, place)?;
    }
    Ok(())
}

fn stands_rightly(it: &Expr, place: Place) -> Checked {
    match &it.kind {
        ExprKind::Starred(_) => wrong("can't use starred expression here", it.span),
        ExprKind::Call { keywords: by_name, .. } => keyword_names(by_name),
        ExprKind::Named { target, .. } => not_debug(target, target.span),
        ExprKind::Lambda { parameters: list, .. } => parameters(list),
        ExprKind::Await(_) | ExprKind::Yield(_) | ExprKind::YieldFrom(_) => suspension(it, place),
        ExprKind::ListComp { clauses, .. }
        | ExprKind::SetComp { clauses, .. }
        | ExprKind::DictComp { clauses, .. } => comprehension(it, clauses, place),
        _ => Ok(()),
    }
}

/// What is directly inside an expression, and the place it has there.
fn inside(it: &Expr, place: Place) -> Vec<(&Expr, Place)> {
    let inner = it.children().into_iter();
    match &it.kind {
        ExprKind::Lambda { body, .. } => {
            let code = Place::of(Code::Function, false);
            inner.map(|child| (child, if std::ptr::eq(child, &**body) { code } else { place })).collect()
        }
        ExprKind::GeneratorExp { .. } => {
            let code = Place::of(Code::Generator, false);
            inner.enumerate().map(|(index, child)| (child, if index == 0 { place } else { code })).collect()
        }
        ExprKind::Call { .. } | ExprKind::Subscript { .. } => {
            inner.map(|child| (unpacked(child), place)).collect()
        }
        ExprKind::List(_) | ExprKind::Tuple(_) | ExprKind::Set(_) => {
            inner.map(|child| (unpacked(child), place)).collect()
        }
        _ => inner.map(|child| (child, place)).collect(),
    }
}

/// What `*x` unpacks, where that may stand.
fn unpacked(item: &Expr) -> &Expr {
    if let ExprKind::Starred(value) = &item.kind { value } else { item }
}

/// Whether one may wait or yield here.
fn suspension(it: &Expr, place: Place) -> Checked {
    let name = match it.kind {
        ExprKind::Await(_) => "await",
        ExprKind::YieldFrom(_) => "yield from",
        _ => "yield",
    };
    match place.code {
        Code::Module | Code::Class => wrong(format!("'{name}' outside function"), it.span),
        Code::Function if name == "await" => wrong("'await' outside async function", it.span),
        Code::AsyncFunction if name == "yield from" => wrong("'yield from' inside async function", it.span),
        Code::AsyncFunction | Code::Function | Code::Generator => Ok(()),
    }
}

fn comprehension(it: &Expr, clauses: &[Comprehension], place: Place) -> Checked {
    let can_wait = matches!(place.code, Code::AsyncFunction | Code::Generator);
    if !can_wait && is_async(it, clauses) {
        return wrong("asynchronous comprehension outside of an asynchronous function", it.span);
    }
    Ok(())
}

/// Whether a comprehension waits, in whatever is not its first iterable.
fn is_async(it: &Expr, clauses: &[Comprehension]) -> bool {
    clauses.iter().any(|clause| clause.is_async) || it.children().into_iter().skip(1).any(waits)
}

fn waits(it: &Expr) -> bool {
    match &it.kind {
        ExprKind::Await(_) => true,
        ExprKind::Lambda { parameters, .. } => defaults(parameters).any(waits),
        ExprKind::GeneratorExp { clauses, .. } => clauses.first().is_some_and(|clause| waits(&clause.iter)),
        ExprKind::ListComp { clauses, .. }
        | ExprKind::SetComp { clauses, .. }
        | ExprKind::DictComp { clauses, .. } => {
            clauses.first().is_some_and(|clause| waits(&clause.iter)) || is_async(it, clauses)
        }
        _ => it.children().into_iter().any(waits),
    }
}

/// Whether the code of a function has an expression of its own in which there is one of a kind.
fn has_own(body: &[Stmt], is_in: fn(&Expr) -> bool) -> bool {
    body.iter().any(|statement| match &statement.kind {
        StmtKind::FunctionDef(inner) => inner.decorators.iter().chain(defaults(&inner.parameters)).any(is_in),
        StmtKind::ClassDef(class) => class.decorators.iter().chain(&class.bases).any(is_in),
        StmtKind::Return(value) => value.iter().any(is_in),
        StmtKind::Delete(targets) => targets.iter().any(is_in),
        StmtKind::Assign { targets, value } => targets.iter().chain([value]).any(is_in),
        StmtKind::AugAssign { target, value, .. } => is_in(target) || is_in(value),
        StmtKind::AnnAssign { target, value, .. } => is_in(target) || value.iter().any(is_in),
        StmtKind::For { target, iter, body, orelse, .. } => {
            is_in(target) || is_in(iter) || has_own(body, is_in) || has_own(orelse, is_in)
        }
        StmtKind::While { test, body, orelse } => {
            is_in(test) || has_own(body, is_in) || has_own(orelse, is_in)
        }
        StmtKind::If { branches, orelse } => {
            branches.iter().any(|branch| is_in(&branch.test) || has_own(&branch.body, is_in))
                || has_own(orelse, is_in)
        }
        StmtKind::With { items, body, .. } => {
            items.iter().any(|item| is_in(&item.context) || item.target.iter().any(is_in))
                || has_own(body, is_in)
        }
        StmtKind::Match { subject, cases } => {
            is_in(subject)
                || cases.iter().any(|case| case.guard.iter().any(is_in) || has_own(&case.body, is_in))
        }
        StmtKind::Raise { exception, cause } => exception.iter().chain(cause).any(is_in),
        StmtKind::Try(it) => {
            has_own(&it.body, is_in)
                || it
                    .handlers
                    .iter()
                    .any(|handler| handler.class.iter().any(is_in) || has_own(&handler.body, is_in))
                || has_own(&it.orelse, is_in)
                || has_own(&it.finalbody, is_in)
        }
        StmtKind::Assert { test, message } => [test].into_iter().chain(message).any(is_in),
        StmtKind::Expr(value) => is_in(value),
        StmtKind::TypeAlias(_) | StmtKind::Import(_) | StmtKind::ImportFrom { .. } => false,
        StmtKind::Global(_) | StmtKind::Nonlocal(_) => false,
        StmtKind::Pass | StmtKind::Break | StmtKind::Continue => false,
    })
}

fn yields(it: &Expr) -> bool {
    match &it.kind {
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => true,
        ExprKind::Lambda { parameters, .. } => defaults(parameters).any(yields),
        _ => it.children().into_iter().any(yields),
    }
}
