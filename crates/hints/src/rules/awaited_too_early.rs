//! What is to run as a task is awaited before it becomes one: its result is handed over, and all is over by then.
//!
//! ```python
//! await asyncio.gather(await brew(), await toast())
//! ```
//! ```python
//! await asyncio.gather(brew(), toast())
//! ```

use interleave_syntax::tree::{Expr, ExprKind, StmtKind};
use interleave_text::Span;

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::all;
use crate::walk::{any_of, awaited, call};
use crate::{Hint, Mistake};

const TAKERS: [&str; 4] =
    ["asyncio.gather", "asyncio.create_task", "asyncio.ensure_future", "asyncio.wait_for"];

pub(super) fn find(reading: &Reading<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    reading.each_expression(|site, expression| {
        let Some(taker) = reading.calls(expression).filter(|called| TAKERS.contains(&&**called)) else {
            return;
        };
        let args = call(expression).map_or(&[][..], |call| call.args);
        let awaits = args.iter().filter_map(|arg| Some((arg, awaited(arg)?)));
        let awaits: Vec<(&Expr, &Expr)> =
            awaits.filter(|(_, inner)| gives_a_value(reading, inner, site)).collect();
        if !awaits.is_empty() {
            let words = awaits
                .iter()
                .map(|(outer, inner)| (Span::new(outer.span.start, inner.span.start), String::new()));
            found.push(hint(Mistake::AwaitedTooEarly { taker }, expression.span, Vec::new(), all(words)));
        }
    });
    found
}

/// A coroutine of the program's, which returns nothing that could be awaited in its turn.
fn gives_a_value(reading: &Reading<'_>, expression: &Expr, site: &Site<'_>) -> bool {
    let Some(function) = reading.coroutine(expression, site) else { return false };
    let could_be_awaited = |value: &Expr| {
        matches!(value.kind, ExprKind::Call { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. })
    };
    reading.body(function).all(|inner| match &inner.statement.kind {
        StmtKind::Return(Some(value)) => {
            let is_plain = !matches!(value.kind, ExprKind::Name(_)) || is_parameter(reading, function, value);
            is_plain && !any_of(inner.statement, could_be_awaited)
        }
        _ => true,
    })
}

fn is_parameter(reading: &Reading<'_>, function: usize, value: &Expr) -> bool {
    let parameters = reading.functions.get(function).map(|function| &function.definition.parameters);
    let is_it = |parameters: &Vec<interleave_syntax::tree::Parameter>| {
        parameters.iter().any(|parameter| crate::walk::is_name(value, &parameter.name.text))
    };
    parameters.is_some_and(is_it)
}
