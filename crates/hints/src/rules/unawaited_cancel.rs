//! A task is cancelled, nobody waits for it, and the program's end cuts it off in the middle of cleaning up.
//!
//! ```python
//! task.cancel()  # and then: await asyncio.gather(task, return_exceptions=True)
//! ```

use std::collections::{BTreeMap, BTreeSet};

use interleave_syntax::tree::{Expr, ExprKind, StmtKind};
use interleave_text::Edit;
use interleave_trace::{Actor, TaskId, What};

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::{indent, insert, newline};
use crate::run::{Run, contains};
use crate::walk::{call, is_name, name};
use crate::{Hint, Mistake};

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found: Vec<Hint> = Vec::new();
    for (task, asked) in cut_off_while_cleaning_up(run) {
        let (Some(task), Some(event)) = (run.task(task), run.event(asked)) else { continue };
        let at = reading.sites.iter().rev().find(|site| contains(site.statement.span, event.place));
        let Some((site, cancelled)) = at.and_then(|site| Some((site, cancelled(site)?))) else { continue };
        let span = site.statement.span;
        let seen = run.life(task);
        if let Some(known) = found.iter_mut().find(|hint| hint.span == span) {
            known.seen.push(seen);
            continue;
        }
        let mistake = Mistake::UnawaitedCancel { task: run.name(task) };
        found.push(hint(mistake, span, vec![seen], repair(reading, site, cancelled)));
    }
    found
}

/// Tasks that another one has asked to stop, that were told, and that the end of the loop found still at it; with
/// the event of the request. Nobody has waited for them since.
fn cut_off_while_cleaning_up(run: &Run<'_>) -> BTreeMap<TaskId, u32> {
    let (mut asked, mut told, mut found) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
    for (index, event) in run.events() {
        match (event.what, event.actor) {
            (What::CancelRequested(task), Actor::Task(by)) if by != task => {
                asked.insert(task, index);
            }
            (What::CancelRequested(task), Actor::Thread(_)) if told.contains(&task) => {
                asked.remove(&task).into_iter().for_each(|asked| {
                    found.insert(task, asked);
                });
            }
            (What::CancelDelivered(task), _) if asked.contains_key(&task) => {
                told.insert(task);
            }
            (What::Awaits(future) | What::Depends { inner: future, .. }, _) => {
                run.task_of(future).into_iter().for_each(|task| {
                    asked.remove(&task.id);
                });
            }
            _ => {}
        }
    }
    found
}

/// What a statement cancels, if it does nothing else.
fn cancelled<'p>(site: &Site<'p>) -> Option<&'p Expr> {
    let StmtKind::Expr(value) = &site.statement.kind else { return None };
    match &call(value)?.function.kind {
        ExprKind::Attribute { value, attribute } if &*attribute.text == "cancel" => Some(value),
        _ => None,
    }
}

/// Waits behind the statement, or behind the loop that cancels one after the other.
fn repair(reading: &Reading<'_>, site: &Site<'_>, cancelled: &Expr) -> Option<Edit> {
    let gather = reading.names.called("asyncio", "gather").filter(|_| reading.is_async(site))?;
    let cancelled = name(cancelled)?;
    let around = site.parent.and_then(|parent| reading.sites.get(parent));
    let (last, tasks) = match around.map(|around| (around.statement, &around.statement.kind)) {
        Some((statement, StmtKind::For { target, iter, is_async: false, .. }))
            if is_name(target, cancelled) && site.block.len() == 1 =>
        {
            (statement, format!("*{}", name(iter)?))
        }
        Some((_, StmtKind::For { .. } | StmtKind::While { .. })) => return None,
        _ => (site.statement, cancelled.to_owned()),
    };
    let indent = indent(reading.text, last.span.start)?;
    let newline = newline(reading.text);
    insert(last.span.end, &format!("{newline}{indent}await {gather}({tasks}, return_exceptions=True)"))
}
