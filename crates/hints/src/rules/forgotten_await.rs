//! A coroutine is made and nobody ever awaits it: it is a statement of its own, is used as if it were a result, or
//! gets a name that nobody reads. Where the text alone does not tell that it is one, Python's warning does.
//!
//! ```python
//! save("second page")
//! ```
//! ```python
//! await save("second page")
//! ```

use std::collections::BTreeMap;

use interleave_syntax::tree::{CompareOperator, Expr, ExprKind, FStringPart, StmtKind, UnaryOperator};

use interleave_text::Span;

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::{all, insert};
use crate::run::Run;
use crate::walk::{call, each_of, name};
use crate::{Hint, Mistake};

/// Coroutine functions of the library.
const LIBRARY: [&str; 4] = ["asyncio.sleep", "asyncio.wait_for", "asyncio.wait", "asyncio.to_thread"];

pub(super) fn find(reading: &Reading<'_>, run: Option<&Run<'_>>) -> Vec<Hint> {
    let mut found = Vec::new();
    let warned = run.map(Run::never_awaited).unwrap_or_default();
    let mut written: BTreeMap<&str, u32> = BTreeMap::new();
    reading.each_expression(|_, expression| {
        name(expression).into_iter().for_each(|name| *written.entry(name).or_default() += 1);
    });
    for site in &reading.sites {
        let mut wasted = Vec::new();
        match &site.statement.kind {
            StmtKind::Expr(value) => wasted.push(value),
            StmtKind::Assign { targets, value } if site.function.is_some() => {
                let is_unread =
                    |target: &Expr| name(target).is_some_and(|name| written.get(name) == Some(&1));
                wasted.extend(targets.iter().all(is_unread).then_some(value));
            }
            StmtKind::If { branches, .. } => wasted.extend(branches.iter().map(|branch| &branch.test)),
            StmtKind::While { test, .. } => wasted.push(test),
            _ => {}
        }
        each_of(site.statement, &mut |expression| wasted.extend(used_as_result(reading, expression)));
        let is_wasted =
            |wasted: &&Expr| is_coroutine(reading, wasted, site) || was_one(&warned, wasted, site);
        for coroutine in wasted.into_iter().filter(is_wasted) {
            let mistake = Mistake::ForgottenAwait { call: reading.source(coroutine.span).to_owned() };
            let seen = run.map_or_else(Vec::new, |run| run.at_line(site.statement.span));
            found.push(hint(mistake, coroutine.span, seen, repair(reading, coroutine, site)));
        }
    }
    found
}

fn is_coroutine(reading: &Reading<'_>, expression: &Expr, site: &Site<'_>) -> bool {
    reading.coroutine(expression, site).is_some()
        || reading.calls(expression).is_some_and(|called| LIBRARY.contains(&&*called))
}

/// Whether a call that is a statement of its own has made a coroutine of which Python said that it was never awaited.
fn was_one(warned: &[(Span, &str)], expression: &Expr, site: &Site<'_>) -> bool {
    let is_statement = matches!(&site.statement.kind, StmtKind::Expr(value) if value.span == expression.span);
    let called = match call(expression).map(|call| &call.function.kind) {
        Some(ExprKind::Attribute { attribute, .. }) => &*attribute.text,
        Some(ExprKind::Name(name)) => name,
        _ => return false,
    };
    is_statement && warned.contains(&(site.statement.span, called))
}

/// The parts of an expression of which it needs the value.
fn used_as_result<'p>(reading: &Reading<'_>, expression: &'p Expr) -> Vec<&'p Expr> {
    match &expression.kind {
        ExprKind::BinOp { left, right, .. } => vec![left, right],
        ExprKind::UnaryOp { operator: UnaryOperator::Not | UnaryOperator::USub, operand } => vec![operand],
        ExprKind::Compare { left, rest } => {
            let is_identity =
                rest.iter().any(|(how, _)| matches!(how, CompareOperator::Is | CompareOperator::IsNot));
            if is_identity {
                return Vec::new();
            }
            [&**left].into_iter().chain(rest.iter().map(|(_, value)| value)).collect()
        }
        ExprKind::Subscript { value, .. } => vec![value],
        ExprKind::JoinedStr(parts) => parts
            .iter()
            .filter_map(|part| match part {
                FStringPart::Value(field) => Some(&field.value),
                FStringPart::Text(_) => None,
            })
            .collect(),
        ExprKind::Call { function, args, .. } if reading.names.is_builtin(function, "print") => {
            args.iter().collect()
        }
        _ => Vec::new(),
    }
}

fn repair(reading: &Reading<'_>, coroutine: &Expr, site: &Site<'_>) -> Option<interleave_text::Edit> {
    let start = coroutine.span.start;
    if reading.is_async(site) {
        let is_subscripted = reading.text.get(coroutine.span.end as usize..)?.starts_with('[');
        return if is_subscripted {
            let source = reading.source(coroutine.span);
            all([(coroutine.span, format!("(await {source})"))])
        } else {
            insert(start, "await ")
        };
    }
    // The program's own statements begin a loop for it; a function that is not async cannot wait.
    call(coroutine)?;
    if site.function.is_some() {
        return None;
    }
    let run = reading.names.called("asyncio", "run")?;
    all([(coroutine.span, format!("{run}({})", reading.source(coroutine.span)))])
}
