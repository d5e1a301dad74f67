//! Awaits that follow each other, of one coroutine function, whose calls have nothing to do with each other: each
//! waits until the one before has ended. The run says what that costs, and that nothing else used the time.
//!
//! ```python
//! await wash("shirt")
//! await wash("socks")
//! ```
//! ```python
//! await asyncio.gather(wash("shirt"), wash("socks"))
//! ```

use interleave_edits::{Command, Together};
use interleave_syntax::tree::{ExprKind, Stmt};
use interleave_text::Span;

use super::hint;
use super::independent::{behind, is_independent, plain_await};
use crate::mistake::Waits;
use crate::reading::{Reading, Site};
use crate::repair::command;
use crate::run::Run;
use crate::walk::{any, is_name};
use crate::{Hint, Mistake};

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in reading.sites.iter().filter(|site| site.index == 0 && reading.is_async(site)) {
        for (function, steps) in sequences(reading, site) {
            found.extend(judge(reading, run, site, function, steps));
            if found.len() == crate::MOST {
                return found;
            }
        }
    }
    found
}

/// Where a block awaits the same coroutine function several times on end.
fn sequences<'p>(reading: &Reading<'p>, site: &Site<'p>) -> Vec<(usize, &'p [Stmt])> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < site.block.len() {
        let rest = site.block.get(from..).unwrap_or_default();
        let of = |statement: &Stmt| behind(reading, plain_await(statement)?.1, site);
        let Some(function) = rest.first().and_then(of) else {
            from += 1;
            continue;
        };
        let mut length = 1;
        while rest.get(length).is_some_and(|next| of(next) == Some(function) && fits(rest, length, next)) {
            length += 1;
        }
        if length > 1 {
            found.push((function, rest.get(..length).unwrap_or_default()));
        }
        from += length;
    }
    found
}

/// Whether a statement needs nothing of those before it.
fn fits(steps: &[Stmt], before: usize, next: &Stmt) -> bool {
    let Some((target, awaited)) = plain_await(next) else { return false };
    let earlier = steps.iter().take(before).filter_map(|step| plain_await(step)?.0);
    earlier.into_iter().all(|name| target != Some(name) && !any(awaited, |inner| is_name(inner, name)))
        && !any(awaited, |inner| matches!(inner.kind, ExprKind::Await(_) | ExprKind::Named { .. }))
}

fn judge(
    reading: &Reading<'_>,
    run: &Run<'_>,
    site: &Site<'_>,
    function: usize,
    steps: &[Stmt],
) -> Option<Hint> {
    let around = reading.definition(site.function?);
    let spans: Vec<Span> = steps.iter().map(|step| step.span).collect();
    let passages = run.passages(&spans, around);
    let (_, first) = passages.first()?;
    let times = run.times(first);
    let is_lost = passages.iter().all(|(task, way)| run.is_lost(task, way));
    if !is_lost || times.iter().any(|ns| *ns <= 0) || !is_independent(reading, function) {
        return None;
    }
    let (first_step, last_step) = (spans.first()?, spans.last()?);
    let together = Command::Together { first: *first_step, last: *last_step, how: Together::Gather };
    let seen = passages.iter().filter_map(|(task, way)| Some(Run::seen(task, *way.first()?, *way.last()?)));
    Some(hint(
        Mistake::SequentialAwaits(Waits::of(reading, function, &times)),
        Span::new(first_step.start, last_step.end),
        seen.collect(),
        command(reading, &together),
    ))
}

impl Waits {
    pub(super) fn of(reading: &Reading<'_>, function: usize, times: &[i64]) -> Self {
        let name = reading.functions.get(function).map(|function| &*function.definition.name.text);
        Self {
            function: name.unwrap_or_default().to_owned(),
            times: u32::try_from(times.len()).unwrap_or(u32::MAX),
            spent_ns: times.iter().sum(),
            longest_ns: times.iter().copied().max().unwrap_or(0),
        }
    }
}
