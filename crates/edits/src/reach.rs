//! A function gets to know a thing: by the name that it has there, or as a new argument of every call.
//!
//! ```python
//! await job()
//! ```
//! ```python
//! await job(permits)
//! ```

use std::collections::BTreeSet;

use interleave_syntax::tree::{Expr, ExprKind, FunctionDef, ParameterKind, StmtKind};
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
    let inside = |scope: &Scope<'_>| {
        scope
            .definition
            .is_none_or(|definition| definition.span.start <= at.start && at.end <= definition.span.end)
    };
    let innermost = scopes.iter().rposition(inside).unwrap_or_default();
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
        // Who mentions the function without calling it decides about its arguments in ways that can't be followed.
        let mut calls: Vec<(usize, &Expr)> = Vec::new();
        for (place, other) in self.scopes.iter().enumerate() {
            each_statement(other.body, &mut |statement| {
                for expression in statement.expressions() {
                    each_expression(expression, &mut |inner| {
                        if let ExprKind::Call { function, .. } = &inner.kind
                            && callee(self.scopes, place, function) == Some(scope)
                        {
                            calls.push((place, inner));
                        }
                    });
                }
            });
        }
        let mentions = occurrences(body, &function.name.text).len();
        if !here.is_method && mentions != calls.len() + 1 {
            return Err(unreachable());
        }
        let by_name = self.add_parameter(function, &name, edit)?;
        for (from, call) in calls {
            let ExprKind::Call { args, keywords, brackets, .. } = &call.kind else { continue };
            let value = self.name_in(from, edit)?;
            let by_name = by_name
                || !keywords.is_empty()
                || args.iter().any(|argument| matches!(argument.kind, ExprKind::Starred(_)));
            let argument = if by_name { format!("{name}={value}") } else { value };
            let end = args.iter().map(|argument| argument.span.end);
            let last = end.chain(keywords.iter().map(|keyword| keyword.span.end)).max();
            let (at, text) = match last {
                Some(end) => (end, format!(", {argument}")),
                None => (brackets.start + 1, argument),
            };
            if !edit.add(Span::new(at, at), text) {
                return Err(Refusal::SharesLine);
            }
        }
        Ok(name)
    }

    /// A new last parameter; whether it can be given by name only.
    fn add_parameter(&self, function: &FunctionDef, name: &str, edit: &mut Edit) -> Result<bool, Refusal> {
        let has = |wanted| function.parameters.iter().any(|parameter| parameter.kind == wanted);
        if has(ParameterKind::Keywords)
            || (has(ParameterKind::PositionalOnly) && !has(ParameterKind::Positional))
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
                let rest = self
                    .program
                    .source(Span::new(function.name.span.end, self.program.line_end(function.name.span.end)));
                let bracket = rest.find('(').ok_or(Refusal::SharesLine)?;
                (function.name.span.end + crate::program::place(bracket) + 1, name.to_owned())
            }
        };
        if edit.add(Span::new(at, at), text) { Ok(by_name) } else { Err(Refusal::SharesLine) }
    }
}
