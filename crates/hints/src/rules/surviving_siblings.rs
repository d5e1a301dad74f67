//! A gather has failed, and the other tasks in it go on: nobody waits for them any more, and nobody has stopped them.
//!
//! ```python
//! await asyncio.gather(step("bad"), step("slow"))
//! ```
//! ```python
//! async with asyncio.TaskGroup() as group:
//!     group.create_task(step("bad"))
//!     group.create_task(step("slow"))
//! ```

use std::collections::{BTreeMap, BTreeSet};

use interleave_syntax::tree::{Expr, ExprKind, StmtKind};
use interleave_text::{Edit, Span};
use interleave_trace::{Actor, FutureId, TaskId, What};

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::{all, indent, newline};
use crate::run::{Run, Task};
use crate::walk::{awaited, call};
use crate::{Hint, Mistake};

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut gathers: BTreeMap<FutureId, (Span, Vec<FutureId>)> = BTreeMap::new();
    let mut failures = Vec::new();
    for (index, event) in run.events() {
        match event.what {
            What::Depends { outer, inner } => {
                gathers.entry(outer).or_insert_with(|| (event.place, Vec::new())).1.push(inner);
            }
            What::Failed(outer) if gathers.contains_key(&outer) => failures.push((index, outer)),
            _ => {}
        }
    }
    let mut found: Vec<Hint> = Vec::new();
    for (index, outer) in failures.into_iter().take(crate::MOST) {
        let Some((place, inner)) = gathers.get(&outer) else { continue };
        let Some((site, gather)) = gather_at(reading, *place) else { continue };
        let tasks = || inner.iter().filter_map(|future| run.task_of(*future));
        let survivors = survivors(run, tasks(), index);
        let has_failed = |task: &&Task| {
            task.ended.is_some_and(|ended| {
                ended < index && run.event(ended).is_some_and(|event| matches!(event.what, What::Failed(_)))
            })
        };
        let (Some(failed), false) = (tasks().find(has_failed), survivors.is_empty()) else { continue };
        // A gather that nobody awaits is another mistake.
        let is_left_alone =
            matches!(&site.statement.kind, StmtKind::Expr(value) if value.span == gather.span);
        if is_left_alone || found.iter().any(|hint| hint.span == gather.span) {
            continue;
        }
        let mistake = Mistake::SurvivingSiblings {
            failed: run.name(failed),
            survivors: survivors.iter().map(|task| run.name(task)).collect(),
        };
        let end = |task: &Task| task.ended.or_else(|| Some(task.turns.last()?.1)).unwrap_or(index);
        let seen = survivors.iter().map(|task| Run::seen(task, index, end(task))).collect();
        found.push(hint(mistake, gather.span, seen, repair(reading, site, gather)));
    }
    found
}

fn gather_at<'r, 'p>(reading: &'r Reading<'p>, place: Span) -> Option<(&'r Site<'p>, &'p Expr)> {
    let mut found = None;
    reading.sites.iter().filter(|site| crate::run::contains(site.statement.span, place)).for_each(|site| {
        crate::walk::each_of(site.statement, &mut |expression| {
            if expression.span == place
                && reading.calls(expression).is_some_and(|called| called == "asyncio.gather")
            {
                found = Some((site, expression));
            }
        });
    });
    found
}

/// Those of some tasks that have turns of their own after an event, and that nobody stops or waits for.
fn survivors<'r>(run: &'r Run<'_>, tasks: impl Iterator<Item = &'r Task>, from: u32) -> Vec<&'r Task> {
    let alive = tasks.filter(|task| task.ended.is_none_or(|ended| ended > from));
    let has_turns = |task: &&Task| task.turns.last().is_some_and(|(last, _)| *last > from);
    let mut left: BTreeMap<TaskId, &Task> = alive.filter(has_turns).map(|task| (task.id, task)).collect();
    let mut at_work = BTreeSet::new();
    for event in run.events_after(from) {
        match event.what {
            What::Start { .. } => {
                if let Actor::Task(task) = event.actor {
                    at_work.insert(task);
                }
            }
            // The end of the loop stops those who were at work until then.
            What::CancelRequested(task)
                if !matches!(event.actor, Actor::Thread(_)) || !at_work.contains(&task) =>
            {
                left.remove(&task);
            }
            What::Awaits(future) | What::Depends { inner: future, .. } => {
                let awaited = run.task_of(future).map(|task| task.id);
                awaited.into_iter().for_each(|task| {
                    left.remove(&task);
                });
            }
            _ => {}
        }
    }
    left.into_values().collect()
}

/// The gather as a group, where its tasks are written one by one and nobody wants their results.
fn repair(reading: &Reading<'_>, site: &Site<'_>, gather: &Expr) -> Option<Edit> {
    let StmtKind::Expr(value) = &site.statement.kind else { return None };
    let gather = call(gather).filter(|_| awaited(value).is_some_and(|inner| inner.span == gather.span))?;
    if !gather.keywords.is_empty() || gather.args.iter().any(|arg| !matches!(arg.kind, ExprKind::Call { .. }))
    {
        return None;
    }
    let group = reading.names.free("group");
    let maker = reading.names.called("asyncio", "TaskGroup")?;
    let indent = indent(reading.text, site.statement.span.start)?;
    let inner = if indent.contains('\t') { "\t" } else { "    " };
    let newline = newline(reading.text);
    let mut text = format!("async with {maker}() as {group}:");
    for arg in gather.args {
        let source = reading.source(arg.span);
        text += &format!("{newline}{indent}{inner}{group}.create_task({source})");
    }
    let mut parts = vec![(site.statement.span, text)];
    parts.extend(starred_handlers(reading, site)?);
    all(parts)
}

/// A group's exceptions come in a group: handlers around it have to take them apart, if that is all they would do.
fn starred_handlers(reading: &Reading<'_>, site: &Site<'_>) -> Option<Vec<(Span, String)>> {
    let mut parts = Vec::new();
    for outer in reading.around(site) {
        let StmtKind::Try(outer) = &outer.kind else { continue };
        let is_body = outer.body.iter().any(|inner| crate::run::contains(inner.span, site.statement.span));
        if !is_body || outer.is_star {
            continue;
        }
        for handler in &outer.handlers {
            let leaves = |statement: &interleave_syntax::tree::Stmt| {
                matches!(statement.kind, StmtKind::Return(_) | StmtKind::Break | StmtKind::Continue)
            };
            let mut is_out = handler.class.is_none();
            for statement in &handler.body {
                crate::walk::each_inside(statement, &mut |inner| is_out |= leaves(inner));
            }
            if is_out {
                return None;
            }
            let except = Span::new(handler.span.start, handler.span.start + 6);
            parts.push((except, "except*".to_owned()));
        }
    }
    Some(parts)
}
