//! A loop makes a task in each round and gives all of them one name: behind it, only the last can be awaited.
//!
//! ```python
//! for page in pages:
//!     task = asyncio.create_task(save(page))
//! await task
//! ```

use std::collections::BTreeSet;

use interleave_syntax::tree::{Expr, Stmt, StmtKind};
use interleave_text::{Edit, Span};
use interleave_trace::{Actor, FutureId, What};

use super::hint;
use super::unreferenced_task::fate;
use crate::reading::{Reading, Site};
use crate::repair::{all, indent, newline};
use crate::run::Run;
use crate::walk::{any_of, awaited, each_inside, each_of, is_name, name};
use crate::{Fate, Hint, Mistake};

const MAKERS: [&str; 2] = ["asyncio.create_task", "asyncio.ensure_future"];

/// A name for a task in each round of a loop, and where it is read.
struct Last<'p> {
    name: &'p str,
    assignment: &'p Stmt,
    made: &'p Expr,
    /// The statement behind the loop that awaits it.
    waits: &'p Stmt,
}

pub(super) fn find(reading: &Reading<'_>, run: Option<&Run<'_>>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in reading.sites.iter().filter(|site| reading.is_async(site)) {
        let Some(last) = last_of_loop(reading, site) else { continue };
        let awaited = run.map(futures_awaited).unwrap_or_default();
        let made = run.into_iter().flat_map(|run| run.created_in(last.made.span)).collect::<Vec<_>>();
        let others = made.iter().filter(|task| !awaited.contains(&task.future));
        let harmed: Vec<_> = others.filter_map(|task| Some((task, fate(run?, task)?))).collect();
        if !made.is_empty() && harmed.is_empty() {
            continue;
        }
        let worst = harmed.iter().map(|(_, fate)| *fate).min().unwrap_or(Fate::Unknown);
        let seen = harmed.iter().filter_map(|(task, _)| Some(run?.life(task))).collect();
        // Whoever waited for all would have to be ready for their exceptions.
        let repair = repair(reading, site, &last).filter(|_| worst != Fate::Failed);
        let mistake = Mistake::OnlyLastAwaited { name: last.name.to_owned(), fate: worst };
        found.push(hint(mistake, last.assignment.span, seen, repair));
    }
    found
}

/// What tasks have waited for; the end of the loop waits for all that is left.
fn futures_awaited(run: &Run<'_>) -> BTreeSet<FutureId> {
    let awaited = run.events().filter_map(|(_, event)| match (event.what, event.actor) {
        (What::Awaits(future) | What::Depends { inner: future, .. }, Actor::Task(_)) => Some(future),
        _ => None,
    });
    awaited.collect()
}

/// The name is bound in the loop and nowhere else, and read behind the loop once: to be awaited.
fn last_of_loop<'p>(reading: &Reading<'p>, site: &Site<'p>) -> Option<Last<'p>> {
    let StmtKind::For { body, .. } = &site.statement.kind else { return None };
    let (assignment, made, last) = body.iter().find_map(|statement| match &statement.kind {
        StmtKind::Assign { targets, value } => {
            let is_made = reading.calls(value).is_some_and(|called| MAKERS.contains(&&*called));
            let [target] = &**targets else { return None };
            Some((statement, value, name(target).filter(|_| is_made)?))
        }
        _ => None,
    })?;
    let mut written = 0;
    reading.each_expression(|_, expression| written += u32::from(is_name(expression, last)));
    let awaits = |statement: &Stmt| {
        any_of(statement, |inner| awaited(inner).is_some_and(|awaited| is_name(awaited, last)))
    };
    let waits = site.block.get(site.index + 1..)?.iter().find(|statement| {
        let mut is_awaited = false;
        each_inside(statement, &mut |inner| is_awaited |= awaits(inner));
        is_awaited
    })?;
    (reading.names.bindings(last) == 1 && written == 2).then_some(Last {
        name: last,
        assignment,
        made,
        waits,
    })
}

fn repair(reading: &Reading<'_>, site: &Site<'_>, last: &Last<'_>) -> Option<Edit> {
    let StmtKind::Expr(waits) = &last.waits.kind else { return None };
    let mut is_plain = false;
    each_of(last.waits, &mut |expression| {
        is_plain |=
            expression.span == waits.span && awaited(expression).is_some_and(|it| is_name(it, last.name));
    });
    let gather = reading.names.called("asyncio", "gather").filter(|_| is_plain)?;
    let tasks = reading.names.free("tasks");
    let start = site.statement.span.start;
    let (indent, newline) = (indent(reading.text, start)?, newline(reading.text));
    all([
        (Span::new(start, start), format!("{tasks} = []{newline}{indent}")),
        (last.assignment.span, format!("{tasks}.append({})", reading.source(last.made.span))),
        (last.waits.span, format!("await {gather}(*{tasks})")),
    ])
}
