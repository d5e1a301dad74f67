//! A `TimeoutError` is expected inside the block that has the limit: what comes there is a cancellation, and the
//! `TimeoutError` is raised only where the block ends.
//!
//! ```python
//! async with asyncio.timeout(1):
//!     try:
//!         await work()
//!     except TimeoutError:
//!         print("too slow")
//! ```

use interleave_syntax::tree::{ExceptHandler, Expr, StmtKind, Try};
use interleave_text::{Edit, Span};

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::{all, indent, line_start};
use crate::run::{Run, contains};
use crate::walk::any_of;
use crate::{Hint, Mistake};

const LIMITS: [&str; 2] = ["asyncio.timeout", "asyncio.timeout_at"];

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in reading.sites.iter().filter(|site| reading.is_async(site)) {
        let StmtKind::Try(parts) = &site.statement.kind else { continue };
        let Some(handler) = parts.handlers.iter().find(|handler| catches(reading, handler)) else { continue };
        let around = site.parent.and_then(|parent| reading.sites.get(parent));
        let Some((block, limit)) = around.and_then(|around| Some((around, limit(reading, around)?))) else {
            continue;
        };
        // Somebody inside could raise it.
        let has_limit = |expression: &Expr| {
            let called = reading.calls(expression).unwrap_or_default();
            LIMITS.contains(&&*called) || called == "asyncio.wait_for"
        };
        let has_own = reading.sites.iter().any(|inner| {
            contains(site.statement.span, inner.statement.span) && any_of(inner.statement, has_limit)
        });
        let helps = handler.body.first().is_some_and(|first| run.came_by(first.span));
        if has_own || helps {
            continue;
        }
        let seen: Vec<_> = run
            .timed_out()
            .into_iter()
            .filter(|time_out| time_out.place == limit && time_out.was_in(block.statement.span, &parts.body))
            .map(|time_out| Run::seen(time_out.task, time_out.told, time_out.told))
            .collect();
        if !seen.is_empty() {
            let heading = Span::new(handler.span.start, class_end(handler));
            found.push(hint(
                Mistake::TimeoutCaughtInside,
                heading,
                seen,
                repair(reading, block, site, parts),
            ));
        }
    }
    found
}

fn class_end(handler: &ExceptHandler) -> u32 {
    handler.class.as_ref().map_or(handler.span.start, |class| class.span.end)
}

/// Whether a handler is for a time that has run out, and for nothing else.
fn catches(reading: &Reading<'_>, handler: &ExceptHandler) -> bool {
    handler.class.as_ref().is_some_and(|class| {
        reading.names.is_builtin(class, "TimeoutError")
            || reading.names.dotted(class).is_some_and(|dotted| dotted == "asyncio.TimeoutError")
    })
}

/// The call that a block has its limit from.
fn limit(reading: &Reading<'_>, site: &Site<'_>) -> Option<Span> {
    let StmtKind::With { items, is_async: true, .. } = &site.statement.kind else { return None };
    let is_limit = |called: String| LIMITS.contains(&&*called);
    let [item] = &**items else { return None };
    reading.calls(&item.context).is_some_and(is_limit).then_some(item.context.span)
}

/// Turns the two inside out, where there is nothing else in the block.
fn repair(reading: &Reading<'_>, block: &Site<'_>, site: &Site<'_>, parts: &Try) -> Option<Edit> {
    let StmtKind::With { body, .. } = &block.statement.kind else { return None };
    let [_] = &**body else { return None };
    let (outer, inner) = (block.statement.span.start, site.statement.span.start);
    let (margin, deeper) = (indent(reading.text, outer)?, indent(reading.text, inner)?);
    let step = deeper.strip_prefix(margin)?;
    let first = parts.body.first()?.span.start;
    let head = line_start(reading.text, inner);
    // Headings in lines of their own, and nothing beside them.
    let heading = reading.source(Span::new(outer, head)).trim_end();
    let opening = reading.source(Span::new(inner, line_start(reading.text, first))).trim_end();
    if opening != "try:" || heading.contains('\n') || heading.contains('#') || !is_alone(parts) {
        return None;
    }
    let heading_end = outer + u32::try_from(heading.len()).ok()?;
    let mut edits = vec![
        (Span::new(outer, heading_end), opening.to_owned()),
        (Span::new(inner, inner + 4), heading.to_owned()),
    ];
    let from = line_start(reading.text, parts.handlers.first()?.span.start);
    let mut at = from;
    let handlers = reading.source(Span::new(from, site.statement.span.end));
    // The lines of a text are what it says.
    if ["\"\"\"", "'''"].iter().any(|quotes| handlers.contains(quotes)) {
        return None;
    }
    for line in handlers.split_inclusive('\n') {
        if line.starts_with(deeper) {
            let start = at + u32::try_from(margin.len()).ok()?;
            edits.push((Span::new(start, start + u32::try_from(step.len()).ok()?), String::new()));
        } else if !line.trim().is_empty() {
            return None;
        }
        at += u32::try_from(line.len()).ok()?;
    }
    all(edits)
}

/// Handlers are all there is behind the body.
fn is_alone(parts: &Try) -> bool {
    parts.orelse.is_empty() && parts.finalbody.is_empty() && !parts.is_star
}
