//! A task that nothing but the loop knows: nobody waits for it, and nobody hears how it ends. A run says whether that
//! did any harm: the task failed, or was cut off by the end of the loop.
//!
//! ```python
//! asyncio.create_task(backup())  # task = asyncio.create_task(backup()), and in the end: await task
//! ```

use interleave_syntax::tree::{Constant, Expr, ExprKind, StmtKind};
use interleave_text::{Edit, Span};
use interleave_trace::What;

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::{all, indent, insert, newline};
use crate::run::{Run, Task};
use crate::walk::call;
use crate::{Fate, Hint, Mistake};

const MAKERS: [&str; 3] = ["asyncio.create_task", "asyncio.ensure_future", GATHER];

/// Makes tasks of all that it is given.
const GATHER: &str = "asyncio.gather";

pub(super) fn find(reading: &Reading<'_>, run: Option<&Run<'_>>) -> Vec<Hint> {
    let mut found = Vec::new();
    // There is another way to the tasks of a loop.
    let mut asks_the_loop = false;
    reading.each_expression(|_, expression| {
        asks_the_loop |= reading.calls(expression).is_some_and(|called| called == "asyncio.all_tasks");
    });
    if asks_the_loop {
        return found;
    }
    for site in &reading.sites {
        let StmtKind::Expr(value) = &site.statement.kind else { continue };
        let Some(maker) = reading.calls(value).filter(|called| MAKERS.contains(&&**called)) else { continue };
        if reading.is_guarded(site) {
            continue;
        }
        let made: Vec<(&Task, Option<Fate>)> = run
            .into_iter()
            .flat_map(|run| run.created_in(value.span).map(|task| (task, fate(run, task))))
            .collect();
        let harmed: Vec<_> = made.iter().filter_map(|(task, fate)| Some((*task, (*fate)?))).collect();
        if !made.is_empty() && harmed.is_empty() {
            continue;
        }
        let fate = harmed.iter().map(|(_, fate)| *fate).min().unwrap_or(Fate::Unknown);
        let seen = harmed.iter().filter_map(|(task, _)| Some(run?.life(task))).collect();
        let repair = match (fate, &*maker) {
            // Whoever waited for it would have to be ready for its exception.
            (Fate::Failed, _) => None,
            (_, GATHER) => insert(value.span.start, "await ").filter(|_| reading.is_async(site)),
            _ => repair(reading, site, value, fate),
        };
        found.push(hint(Mistake::UnreferencedTask { maker, fate }, value.span, seen, repair));
    }
    found
}

/// What harm a task came to.
pub(super) fn fate(run: &Run<'_>, task: &Task) -> Option<Fate> {
    match task.ended.and_then(|ended| run.event(ended)).map(|event| event.what) {
        Some(What::Failed(_)) => Some(Fate::Failed),
        None => Some(Fate::CutOff),
        Some(_) => run.cut.contains(&task.id).then_some(Fate::CutOff),
    }
}

/// A name for the task, or a list for those of a loop; and who was cut off is awaited in the end, if it has one.
fn repair(reading: &Reading<'_>, site: &Site<'_>, value: &Expr, fate: Fate) -> Option<Edit> {
    let span = site.statement.span;
    let newline = newline(reading.text);
    let end = end_of_function(reading, site, value).filter(|_| fate == Fate::CutOff);
    let awaited = |what: &str| {
        end.iter()
            .map(|(at, indent)| (Span::new(*at, *at), format!("{newline}{indent}await {what}")))
            .collect()
    };
    if !reading.is_repeated(site) {
        let task = reading.names.free("task");
        let ends: Vec<(Span, String)> = awaited(&task);
        return all([(Span::new(span.start, span.start), format!("{task} = "))].into_iter().chain(ends));
    }
    let tasks = reading.names.free("tasks");
    let gather = reading.names.called("asyncio", "gather")?;
    let ends: Vec<(Span, String)> = awaited(&format!("{gather}(*{tasks})"));
    let before = outermost(reading, site).statement.span.start;
    let list = format!("{tasks} = []{newline}{}", indent(reading.text, before)?);
    let kept = format!("{tasks}.append({})", reading.source(span));
    all([(Span::new(before, before), list), (span, kept)].into_iter().chain(ends))
}

/// The statement of the function's own block around one.
fn outermost<'p>(reading: &Reading<'p>, site: &Site<'p>) -> Site<'p> {
    let mut outermost = *site;
    while let Some(parent) = outermost.parent.and_then(|parent| reading.sites.get(parent)) {
        if matches!(parent.statement.kind, StmtKind::FunctionDef(_) | StmtKind::ClassDef(_)) {
            break;
        }
        outermost = *parent;
    }
    outermost
}

/// Where a line can be added that its function comes to in any case, if what the task runs comes to an end.
fn end_of_function<'p>(reading: &Reading<'p>, site: &Site<'p>, made: &Expr) -> Option<(u32, &'p str)> {
    let outermost = outermost(reading, site);
    let is_always_made = outermost.statement.span == site.statement.span
        || matches!(outermost.statement.kind, StmtKind::For { .. } | StmtKind::While { .. });
    let last = outermost.block.last()?;
    let is_open = !matches!(last.kind, StmtKind::Return(_) | StmtKind::Raise { .. } | StmtKind::While { .. });
    let coroutine = reading.coroutine(call(made)?.args.first()?, site)?;
    let is_endless = reading.body(coroutine).any(|site| match &site.statement.kind {
        StmtKind::While { test, .. } => {
            matches!(test.kind, ExprKind::Constant(Constant::True | Constant::Number(_)))
        }
        _ => false,
    });
    let returns = site.function.is_some_and(|function| {
        reading.body(function).any(|site| matches!(site.statement.kind, StmtKind::Return(_)))
    });
    (is_always_made && is_open && !is_endless && !returns)
        .then_some((last.span.end, indent(reading.text, last.span.start)?))
}
