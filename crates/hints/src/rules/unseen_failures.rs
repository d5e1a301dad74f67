//! A task fails while somebody waits for it in a way that raises nothing, and nobody looks at what came of it.
//!
//! ```python
//! await asyncio.wait(tasks)  # done, _ = await …, and then: task.result() for each
//! ```
//! ```python
//! await asyncio.gather(*jobs, return_exceptions=True)  # results = await …
//! ```

use interleave_syntax::tree::{Constant, Expr, ExprKind, StmtKind};
use interleave_text::Span;
use interleave_trace::{FutureId, What};

use super::hint;
use crate::reading::Reading;
use crate::run::{Run, Task, contains};
use crate::walk::{awaited, call};
use crate::{Hint, Mistake};

/// Who reads one of these has a way to see a failure, or hears of it.
const LOOKS: [&str; 7] =
    ["exception", "result", "add_done_callback", "done", "get_stack", "print_stack", "set_exception_handler"];

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    let mut looks = false;
    reading.each_expression(|_, expression| {
        if let ExprKind::Attribute { attribute, .. } = &expression.kind {
            looks |= LOOKS.contains(&&*attribute.text);
        }
    });
    if looks {
        return found;
    }
    for site in &reading.sites {
        let StmtKind::Expr(value) = &site.statement.kind else { continue };
        let Some(way) = awaited(value).and_then(|inner| silent(reading, inner)) else { continue };
        let failed: Vec<_> = failed_in(run, site.statement.span);
        let Some((first, _)) = failed.first() else { continue };
        let mistake = Mistake::UnseenFailures { way, task: run.name(first) };
        let seen = failed.iter().map(|(task, ended)| Run::seen(task, task.created, *ended)).collect();
        found.push(hint(mistake, value.span, seen, None));
    }
    found
}

/// What a call waits by, if that raises nothing.
fn silent(reading: &Reading<'_>, expression: &Expr) -> Option<String> {
    let called = reading.calls(expression)?;
    let keeps_exceptions = call(expression)?.keywords.iter().any(|keyword| {
        keyword.name.as_ref().is_some_and(|name| &*name.text == "return_exceptions")
            && matches!(keyword.value.kind, ExprKind::Constant(Constant::True))
    });
    (called == "asyncio.wait" || called == "asyncio.gather" && keeps_exceptions).then_some(called)
}

/// The tasks that a statement has waited for and that failed, if nobody else has waited for them.
fn failed_in<'r>(run: &'r Run<'_>, statement: Span) -> Vec<(&'r Task, u32)> {
    let (mut here, mut elsewhere): (Vec<FutureId>, Vec<FutureId>) = (Vec::new(), Vec::new());
    for (_, event) in run.events() {
        match event.what {
            What::Depends { inner, .. } if contains(statement, event.place) => here.push(inner),
            What::Depends { inner: future, .. } | What::Awaits(future) => elsewhere.push(future),
            _ => {}
        }
    }
    elsewhere.sort_unstable();
    let unseen = here.into_iter().filter(|future| elsewhere.binary_search(future).is_err());
    unseen
        .filter_map(|future| {
            let task = run.task_of(future)?;
            let ended = task.ended?;
            matches!(run.event(ended)?.what, What::Failed(_)).then_some((task, ended))
        })
        .collect()
}
