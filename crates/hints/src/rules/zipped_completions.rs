//! What ends first is taken for what was begun first: a list is zipped with results in the order of their completion.
//!
//! ```python
//! for name, result in zip(names, asyncio.as_completed(downloads)):
//!     print(name, await result)
//! ```
//! ```python
//! for name, result in zip(names, await asyncio.gather(*downloads)):
//!     print(name, result)
//! ```

use interleave_syntax::tree::{Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::all;
use crate::walk::{awaited, call, each_inside, each_of, is_name, name};
use crate::{Hint, Mistake};

pub(super) fn find(reading: &Reading<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    reading.each_expression(|site, expression| {
        let Some(zip) = call(expression).filter(|call| reading.names.is_builtin(call.function, "zip")) else {
            return;
        };
        let Some((position, source)) = zip
            .args
            .iter()
            .enumerate()
            .find_map(|(position, arg)| Some((position, by_completion(reading, arg)?)))
        else {
            return;
        };
        // Numbers in the order of arrival are meant.
        let counts = |arg: &Expr| {
            let function = call(arg).map(|call| reading.source(call.function.span)).unwrap_or_default();
            function == "range" || function.ends_with("count")
        };
        if zip.args.len() < 2 || zip.args.iter().any(counts) {
            return;
        }
        let repair = repair(reading, site, expression, position);
        found.push(hint(Mistake::ZippedCompletions { source }, expression.span, Vec::new(), repair));
    });
    found
}

/// What an expression comes from that gives results, or sets of tasks, as they end.
fn by_completion(reading: &Reading<'_>, expression: &Expr) -> Option<String> {
    if let Some(called) = reading.calls(expression) {
        return (called == "asyncio.as_completed").then_some(called);
    }
    let done = name(expression).filter(|name| reading.names.bindings(name) == 1)?;
    let is_waited = reading.sites.iter().any(|site| match &site.statement.kind {
        StmtKind::Assign { targets, value } => {
            let is_first = targets.iter().any(|target| match &target.kind {
                ExprKind::Tuple(items) => items.first().is_some_and(|first| is_name(first, done)),
                _ => false,
            });
            let is_wait = awaited(value)
                .and_then(|inner| reading.calls(inner))
                .is_some_and(|called| called == "asyncio.wait");
            is_first && is_wait
        }
        _ => false,
    });
    is_waited.then(|| "asyncio.wait".to_owned())
}

/// Gathers what was to be taken as completed; what the loop awaited is a result then.
fn repair(reading: &Reading<'_>, site: &Site<'_>, zip: &Expr, position: usize) -> Option<Edit> {
    let StmtKind::For { is_async: false, target, iter, body, .. } = &site.statement.kind else { return None };
    let completed = call(zip)?.args.get(position)?;
    let [coroutines] = call(completed)?.args else { return None };
    let ExprKind::Tuple(targets) = &target.kind else { return None };
    let result = name(targets.get(position)?)?;
    if iter.span != zip.span || !call(completed)?.keywords.is_empty() {
        return None;
    }
    let gather = reading.names.called("asyncio", "gather")?;
    let gathered = format!("await {gather}(*{})", reading.source(coroutines.span));
    let mut parts = vec![(completed.span, gathered)];
    let mut is_only_awaited = true;
    for statement in body {
        each_inside(statement, &mut |inner: &Stmt| {
            let (mut uses, mut awaits) = (0, Vec::new());
            each_of(inner, &mut |expression| {
                uses += u32::from(is_name(expression, result));
                if let Some(awaited) = awaited(expression).filter(|awaited| is_name(awaited, result)) {
                    awaits.push((Span::new(expression.span.start, awaited.span.start), String::new()));
                }
            });
            is_only_awaited &= usize::try_from(uses).ok() == Some(awaits.len());
            parts.extend(awaits);
        });
    }
    if is_only_awaited { all(parts) } else { None }
}
