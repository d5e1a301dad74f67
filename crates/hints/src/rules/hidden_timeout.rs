//! A time runs out, and a handler for every exception says nothing: nobody hears of it, or of any other failure.
//!
//! ```python
//! try:
//!     await asyncio.wait_for(work(), 1)
//! except Exception:  # except TimeoutError:
//!     pass
//! ```

use interleave_syntax::tree::{Constant, ExceptHandler, ExprKind, Stmt, StmtKind, Try};
use interleave_text::Span;

use super::hint;
use crate::reading::Reading;
use crate::repair::all;
use crate::run::{Run, TimedOut, contains};
use crate::{Hint, Mistake};

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in reading.sites.iter().filter(|site| reading.is_async(site)) {
        let StmtKind::Try(parts) = &site.statement.kind else { continue };
        let [handler] = &*parts.handlers else { continue };
        let class = handler.class.as_ref().filter(|class| reading.names.is_builtin(class, "Exception"));
        let Some(class) = class.filter(|_| handler.body.iter().all(says_nothing)) else { continue };
        let timed_out = run.timed_out();
        let hidden = timed_out.iter().filter(|time_out| is_hidden(time_out, parts, handler));
        let seen: Vec<_> =
            hidden.map(|time_out| Run::seen(time_out.task, time_out.told, time_out.told)).collect();
        if !seen.is_empty() {
            let repair = all([(class.span, "TimeoutError".to_owned())])
                .filter(|_| reading.names.bindings("TimeoutError") == 0);
            let heading = Span::new(handler.span.start, class.span.end);
            found.push(hint(Mistake::HiddenTimeout, heading, seen, repair));
        }
    }
    found
}

fn says_nothing(statement: &Stmt) -> bool {
    match &statement.kind {
        StmtKind::Pass | StmtKind::Continue => true,
        StmtKind::Expr(value) => matches!(value.kind, ExprKind::Constant(Constant::Ellipsis)),
        _ => false,
    }
}

/// The limit was set in the guarded block, and the handler came next.
fn is_hidden(time_out: &TimedOut<'_>, parts: &Try, handler: &ExceptHandler) -> bool {
    let is_set_there = parts.body.iter().any(|statement| contains(statement.span, time_out.place));
    let Some(body) = handler.body.first().filter(|_| is_set_there) else { return false };
    let mut next = time_out.lines_after().filter(|place| contains(handler.span, *place));
    next.any(|place| place == body.span)
}
