//! A coroutine is awaited a second time: it runs once. A task can be awaited as often as one likes.
//!
//! ```python
//! tea = brew()  # asyncio.create_task(brew())
//! await tea
//! await tea
//! ```

use interleave_syntax::tree::{Expr, ExprKind, Stmt, StmtKind};

use super::hint;
use crate::reading::Reading;
use crate::repair::all;
use crate::walk::{any_of, awaited, is_name};
use crate::{Hint, Mistake};

/// So many statements later somebody may await it again.
const FAR: usize = 50;

pub(super) fn find(reading: &Reading<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in &reading.sites {
        let StmtKind::Assign { targets, value } = &site.statement.kind else { continue };
        let [Expr { kind: ExprKind::Name(name), .. }] = targets.as_slice() else { continue };
        if reading.names.bindings(name) != 1
            || reading.coroutine(value, site).is_none()
            || reading.is_guarded(site)
        {
            continue;
        }
        let later = site.block.iter().skip(site.index + 1).take(FAR);
        let awaits: Vec<&Stmt> = later.filter(|statement| awaits(statement, name)).collect();
        let [_, second, ..] = awaits.as_slice() else { continue };
        let repair = reading
            .names
            .called("asyncio", "create_task")
            .and_then(|create| all([(value.span, format!("{create}({})", reading.source(value.span)))]));
        found.push(hint(Mistake::AwaitedTwice { name: name.to_string() }, second.span, Vec::new(), repair));
    }
    found
}

/// A statement that, if it is reached, awaits what has this name.
fn awaits(statement: &Stmt, name: &str) -> bool {
    let is_simple =
        matches!(statement.kind, StmtKind::Expr(_) | StmtKind::Assign { .. } | StmtKind::Return(_));
    is_simple && any_of(statement, |inner| awaited(inner).is_some_and(|inner| is_name(inner, name)))
}
