//! A cancellation ends in a handler, and the task goes on as if nobody had asked it to stop.
//!
//! ```python
//! while True:
//!     try:
//!         await work()
//!     except asyncio.CancelledError:
//!         print("no")  # and then: raise
//! ```

use std::collections::BTreeSet;

use interleave_syntax::tree::{Constant, ExceptHandler, Expr, ExprKind, Stmt, StmtKind, Try};
use interleave_text::{Edit, Span};
use interleave_trace::What;

use super::hint;
use crate::reading::Reading;
use crate::repair::{all, indent, insert, newline};
use crate::run::{Run, Task, contains};
use crate::walk::{any_of, awaited, each_inside};
use crate::{Hint, Mistake};

pub(super) fn find(reading: &Reading<'_>, run: Option<&Run<'_>>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in reading.sites.iter().filter(|site| reading.is_async(site)) {
        let StmtKind::Try(parts) = &site.statement.kind else { continue };
        if !parts
            .body
            .iter()
            .any(|statement| inside(statement, |inner| any_of(inner, |part| awaited(part).is_some())))
        {
            continue;
        }
        let Some(around) = reading.around(site).find(|outer| is_loop(outer)) else { continue };
        let swallows = |handler: &&ExceptHandler| catches(reading, handler) && !leaves(handler, is_raise);
        for handler in parts.handlers.iter().filter(swallows) {
            let executed = run.map_or_else(Vec::new, |run| executions(run, handler, parts, around.span));
            let goes_on_for_ever = is_endless(around) && !leaves(handler, is_way_out);
            let place = heading(reading, handler);
            if let Some(run) = run
                && !executed.is_empty()
            {
                let went_on = executed.into_iter().filter_map(|(task, from, to)| Some((task, from, to?)));
                let went_on: Vec<_> = went_on.collect();
                let Some((task, ..)) = went_on.first() else { continue };
                let mistake = Mistake::SwallowedCancellation { task: Some(run.name(task)) };
                let seen = went_on.iter().map(|(task, from, to)| Run::seen(task, *from, *to)).collect();
                // Whoever awaits the task would hear of the cancellation, and may not be ready for that.
                let is_awaited = run.events().any(|(_, event)| match event.what {
                    What::Awaits(future) | What::Depends { inner: future, .. } => future == task.future,
                    _ => false,
                });
                let repair = repair(reading, handler).filter(|_| !is_awaited);
                found.push(hint(mistake, place, seen, repair));
            } else if goes_on_for_ever {
                let mistake = Mistake::SwallowedCancellation { task: None };
                found.push(hint(mistake, place, Vec::new(), repair(reading, handler)));
            }
        }
    }
    found
}

fn inside(statement: &Stmt, is: impl Fn(&Stmt) -> bool) -> bool {
    let mut found = false;
    each_inside(statement, &mut |inner| found |= is(inner));
    found
}

fn is_loop(statement: &Stmt) -> bool {
    matches!(statement.kind, StmtKind::For { .. } | StmtKind::While { .. })
}

fn is_endless(statement: &Stmt) -> bool {
    let StmtKind::While { test, .. } = &statement.kind else { return false };
    matches!(test.kind, ExprKind::Constant(Constant::True | Constant::Number(_)))
}

fn leaves(handler: &ExceptHandler, is: fn(&Stmt) -> bool) -> bool {
    handler.body.iter().any(|statement| inside(statement, is))
}

fn is_raise(statement: &Stmt) -> bool {
    matches!(statement.kind, StmtKind::Raise { .. })
}

fn is_way_out(statement: &Stmt) -> bool {
    matches!(statement.kind, StmtKind::Raise { .. } | StmtKind::Return(_) | StmtKind::Break)
}

/// Whether a handler takes a `CancelledError`.
fn catches(reading: &Reading<'_>, handler: &ExceptHandler) -> bool {
    let is_it = |class: &Expr| {
        reading.names.is_builtin(class, "BaseException")
            || reading.names.dotted(class).is_some_and(|dotted| dotted == "asyncio.CancelledError")
    };
    match &handler.class {
        None => true,
        Some(Expr { kind: ExprKind::Tuple(classes), .. }) => classes.iter().any(is_it),
        Some(class) => is_it(class),
    }
}

/// The times when a cancellation has come to a handler: the task, when it was delivered, and when the task ended
/// after it had gone on in the loop, if it did.
fn executions<'r>(
    run: &'r Run<'_>,
    handler: &ExceptHandler,
    parts: &Try,
    around: Span,
) -> Vec<(&'r Task, u32, Option<u32>)> {
    let (mut found, mut asked) = (Vec::new(), BTreeSet::new());
    let last = parts.finalbody.last().map_or(0, |last| last.span.end);
    let cleanup = parts.finalbody.first().map_or(Span::default(), |first| Span::new(first.span.start, last));
    for (index, event) in run.events() {
        if let What::CancelRequested(id) = event.what {
            asked.insert(id);
        }
        // Whoever awaits what is cancelled gets the same exception, and has not been asked to stop.
        let What::CancelDelivered(id) = event.what else { continue };
        let Some(task) = run.task(id).filter(|_| asked.remove(&id)) else { continue };
        let next = task.lines.partition_point(|(line, _)| *line < index);
        // A handler that names no class is no line itself.
        if task.lines.get(next).is_none_or(|(_, place)| !contains(handler.span, *place)) {
            continue;
        }
        let (mut went_on, mut taken_back) = (false, false);
        for later in run.events_after(index) {
            match later.what {
                What::Uncancelled(other) => taken_back |= other == id,
                What::Awaits(_) => {
                    let is_its = later.actor == interleave_trace::Actor::Task(id);
                    let is_cleanup = contains(handler.span, later.place) || contains(cleanup, later.place);
                    went_on |= is_its && contains(around, later.place) && !is_cleanup;
                }
                _ => {}
            }
        }
        if found.len() == crate::MOST {
            break;
        }
        let ended = task.ended.unwrap_or_else(|| task.turns.last().map_or(index, |turn| turn.1));
        found.push((task, index, (went_on && !taken_back).then_some(ended)));
    }
    found
}

/// `except …`, up to its colon.
fn heading(reading: &Reading<'_>, handler: &ExceptHandler) -> Span {
    let inside = handler.body.first().map_or(handler.span.end, |first| first.span.start);
    let head = reading.source(Span::new(handler.span.start, inside));
    let length = head.find(':').and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
    Span::new(handler.span.start, handler.span.start + length)
}

/// The cancellation is passed on.
fn repair(reading: &Reading<'_>, handler: &ExceptHandler) -> Option<Edit> {
    let last = handler.body.last()?;
    if matches!(last.kind, StmtKind::Pass | StmtKind::Continue) {
        return all([(last.span, "raise".to_owned())]);
    }
    let indent = indent(reading.text, last.span.start)?;
    insert(last.span.end, &format!("{}{indent}raise", newline(reading.text)))
}
