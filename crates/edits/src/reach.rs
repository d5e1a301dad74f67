//! A function gets to know a thing: by the name that it has there, or as a new argument of every call.
//!
//! ```python
//! await job()
//! ```
//! ```python
//! await job(permits)
//! ```

use std::collections::BTreeSet;

use interleave_syntax::tree::{Expr, ExprKind, FunctionDef, ParameterKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::graph::{Imports, Meaning, Scope, Things, callee, each_expression, each_statement, scopes};
use crate::occurrences::occurrences;
use crate::{Program, Refusal};

/// What a thing is called at a place in the program; the edit hands it there, where it is not known.
pub(crate) fn reach(
    program: &Program<'_>,
    thing: Span,
    at: Span,
    edit: &mut Edit,
) -> Result<String, Refusal> {
    let body = &program.module().body;
    let scopes = scopes(body);
    let things = Things::of(&scopes, &Imports::of(program.module()));
    let number = things.all.iter().position(|other| other.name_span == thing).ok_or(Refusal::Gone)?;
    let innermost = scopes.iter().rposition(|scope| scope.has(at)).unwrap_or_default();
    let mut reaching =
        Reaching { program, scopes: &scopes, things: &things, number, on_the_way: BTreeSet::new() };
    reaching.name_in(innermost, edit)
}

struct Reaching<'a, 't> {
    program: &'a Program<'t>,
    scopes: &'a [Scope<'a>],
    things: &'a Things,
    /// Which thing.
    number: usize,
    /// Functions that are getting it.
    on_the_way: BTreeSet<usize>,
}

impl Reaching<'_, '_> {
    fn name_in(&mut self, scope: usize, edit: &mut Edit) -> Result<String, Refusal> {
        if let Some(name) = self.things.name_of(self.scopes, scope, Meaning::Thing(self.number)) {
            return Ok(name);
        }
        let thing = self.things.all.get(self.number).ok_or(Refusal::Gone)?;
        let name = thing.name.clone();
        if !self.on_the_way.insert(scope) {
            return Ok(name);
        }
        let unreachable = || Refusal::OutOfReach(name.clone());
        let here = self.scopes.get(scope).ok_or_else(unreachable)?;
        let StmtKind::FunctionDef(function) = &here.definition.ok_or_else(unreachable)?.kind else {
            return Err(unreachable());
        };
        let body = &self.program.module().body;
        let is_used = occurrences(here.body, &name).iter().any(|place| place.within == 0);
        if is_used || here.parameters.iter().any(|parameter| *parameter.name.text == *name) {
            return Err(Refusal::Taken(name));
        }
        let calls = calls(body, self.scopes, scope).ok_or_else(unreachable)?;
        let by_name = add_parameter(self.program, function, &name, edit)?;
        for (from, call) in calls {
            let value = self.name_in(from, edit)?;
            give(call, &name, &value, by_name, edit)?;
        }
        Ok(name)
    }
}

/// All calls of a function, each with the scope that it stands in; nothing where they can't all be found.
pub(crate) fn calls<'p>(
    body: &'p [Stmt],
    scopes: &[Scope<'p>],
    called: usize,
) -> Option<Vec<(usize, &'p Expr)>> {
    let here = scopes.get(called)?;
    let StmtKind::FunctionDef(definition) = &here.definition?.kind else { return None };
    let mut calls: Vec<(usize, &Expr)> = Vec::new();
    for (place, other) in scopes.iter().enumerate() {
        each_statement(other.body, &mut |statement| {
            for expression in statement.expressions() {
                each_expression(expression, &mut |inner| {
                    if let ExprKind::Call { function, .. } = &inner.kind
                        && callee(scopes, place, function) == Some(called)
                    {
                        calls.push((place, inner));
                    }
                });
            }
        });
    }
    // Who mentions the function without calling it decides about its arguments in ways that can't be followed.
    let mentions = occurrences(body, &definition.name.text).len();
    (here.is_method || mentions == calls.len() + 1).then_some(calls)
}

/// Gives a call one more argument.
pub(crate) fn give(
    call: &Expr,
    name: &str,
    value: &str,
    by_name: bool,
    edit: &mut Edit,
) -> Result<(), Refusal> {
    let ExprKind::Call { args, keywords, brackets, .. } = &call.kind else { return Ok(()) };
    let by_name = by_name
        || !keywords.is_empty()
        || args.iter().any(|argument| matches!(argument.kind, ExprKind::Starred(_)));
    let argument = if by_name { format!("{name}={value}") } else { value.to_owned() };
    let end = args.iter().map(|argument| argument.span.end);
    let last = end.chain(keywords.iter().map(|keyword| keyword.span.end)).max();
    let (at, text) = match last {
        Some(end) => (end, format!(", {argument}")),
        None => (brackets.start + 1, argument),
    };
    if edit.add(Span::new(at, at), text) { Ok(()) } else { Err(Refusal::SharesLine) }
}

/// A new last parameter; whether it can be given by name only.
pub(crate) fn add_parameter(
    program: &Program<'_>,
    function: &FunctionDef,
    name: &str,
    edit: &mut Edit,
) -> Result<bool, Refusal> {
    let has = |wanted| function.parameters.iter().any(|parameter| parameter.kind == wanted);
    if has(ParameterKind::Keywords) || (has(ParameterKind::PositionalOnly) && !has(ParameterKind::Positional))
    {
        return Err(Refusal::OutOfReach(name.to_owned()));
    }
    let by_name = function.parameters.iter().any(|parameter| {
        parameter.default.is_some()
            || matches!(parameter.kind, ParameterKind::Variadic | ParameterKind::KeywordOnly)
    });
    let has_star = has(ParameterKind::Variadic) || has(ParameterKind::KeywordOnly);
    let star = if by_name && !has_star { "*, " } else { "" };
    let ends = function.parameters.iter().map(|parameter| {
        parameter
            .default
            .as_ref()
            .map_or(parameter.span.end, |default| default.span.end)
            .max(parameter.span.end)
    });
    let (at, text) = match ends.max() {
        Some(end) => (end, format!(", {star}{name}")),
        None => {
            let rest =
                program.source(Span::new(function.name.span.end, program.line_end(function.name.span.end)));
            let bracket = rest.find('(').ok_or(Refusal::SharesLine)?;
            (function.name.span.end + crate::program::place(bracket) + 1, name.to_owned())
        }
    };
    if edit.add(Span::new(at, at), text) { Ok(by_name) } else { Err(Refusal::SharesLine) }
}
