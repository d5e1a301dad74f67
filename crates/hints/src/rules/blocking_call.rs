//! A call keeps the loop from everything else: while it waits, no task has a turn and no timer fires.
//!
//! ```python
//! time.sleep(2)
//! ```
//! ```python
//! await asyncio.sleep(2)
//! ```

use interleave_syntax::tree::Expr;
use interleave_text::{Edit, Span};
use interleave_trace::{Actor, What};

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::all;
use crate::run::{Run, contains};
use crate::walk::call;
use crate::{Hint, Mistake};

/// What blocks wherever it is called.
const BLOCKING: [&str; 12] = [
    "time.sleep",
    "requests.get",
    "requests.post",
    "requests.put",
    "requests.patch",
    "requests.delete",
    "requests.head",
    "requests.request",
    "urllib.request.urlopen",
    "subprocess.run",
    "subprocess.check_output",
    "subprocess.call",
];

/// For how long others were kept waiting at a place of the text, and where that shows.
struct Block {
    place: Span,
    ns: i64,
    seen: Vec<crate::Seen>,
    harms: bool,
}

impl Block {
    /// Whether it kept anybody waiting. Whoever came by again might have been, if it had been started at the same time.
    fn matters(&self) -> bool {
        self.harms || self.seen.len() > 1
    }
}

pub(super) fn find(reading: &Reading<'_>, run: Option<&Run<'_>>) -> Vec<Hint> {
    let mut blocks = run.map_or_else(Vec::new, blocks);
    let mut found = Vec::new();
    reading.each_expression(|site, expression| {
        let Some(name) = reading.calls(expression).filter(|called| BLOCKING.contains(&&**called)) else {
            return;
        };
        if !reading.is_async(site) {
            return;
        }
        let executed: Vec<Block> =
            blocks.extract_if(.., |block| is_same(expression.span, block.place)).collect();
        // Where the run came by, it knows.
        let came_by = run.is_some_and(|run| run.came_by(site.statement.span));
        if came_by && !executed.iter().any(Block::matters) {
            return;
        }
        let blocked_ns = executed.iter().filter(|block| block.harms).map(|block| block.ns).max();
        let seen = executed.into_iter().filter(|block| block.harms).flat_map(|block| block.seen).collect();
        let repair = repair(reading, expression, &name);
        found.push(hint(
            Mistake::BlockingCall { call: name, within: None, blocked_ns },
            expression.span,
            seen,
            repair,
        ));
    });
    // What is blocked by a function that a coroutine calls.
    for block in blocks.into_iter().filter(Block::matters) {
        let Some((site, expression)) = innermost_call(reading, block.place) else { continue };
        let source = call(expression).map_or("", |call| reading.source(call.function.span));
        let name = reading.calls(expression).unwrap_or_else(|| source.to_owned());
        let is_new = !name.is_empty() && !found.iter().any(|hint| hint.span == expression.span);
        if is_new && !reading.is_async(site) {
            let within = reading.function(site).map(|function| function.definition.name.text.to_string());
            let (blocked_ns, seen) =
                if block.harms { (Some(block.ns), block.seen) } else { (None, Vec::new()) };
            let mistake = Mistake::BlockingCall { call: name, within, blocked_ns };
            found.push(hint(mistake, expression.span, seen, None));
        }
    }
    found
}

fn is_same(one: Span, other: Span) -> bool {
    contains(one, other) || contains(other, one)
}

/// Where tasks have blocked their loops, place by place.
fn blocks(run: &Run<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut begun = std::collections::BTreeMap::new();
    for (index, event) in run.events() {
        let Actor::Task(id) = event.actor else { continue };
        match event.what {
            What::Blocks { .. } => {
                begun.insert(id, (index, event.place, event.ns));
            }
            What::Unblocks => {
                let Some((from, place, from_ns)) = begun.remove(&id) else { continue };
                let Some(task) = run.task(id).filter(|_| from_ns < event.ns) else { continue };
                let harms = run.keeps(id, from_ns, event.ns);
                let seen = Run::seen(task, from, index);
                let ns = event.ns - from_ns;
                match blocks.iter_mut().find(|block| block.place == place) {
                    Some(block) => {
                        block.ns = block.ns.max(ns);
                        block.harms |= harms;
                        block.seen.push(seen);
                    }
                    None => blocks.push(Block { place, ns, seen: vec![seen], harms }),
                }
            }
            _ => {}
        }
    }
    blocks
}

/// The call at a place of the text.
fn innermost_call<'r, 'p>(reading: &'r Reading<'p>, place: Span) -> Option<(&'r Site<'p>, &'p Expr)> {
    let mut found = None;
    for site in reading.sites.iter().filter(|site| contains(site.statement.span, place)) {
        crate::walk::each_of(site.statement, &mut |expression| {
            if call(expression).is_some() && contains(expression.span, place) {
                found = Some((site, expression));
            }
        });
    }
    found
}

fn repair(reading: &Reading<'_>, expression: &Expr, name: &str) -> Option<Edit> {
    let function = call(expression)?.function;
    let before = reading.text.get(..expression.span.start as usize)?;
    let wait = if before.trim_end().ends_with("await") { "" } else { "await " };
    if name == "time.sleep" {
        let sleep = reading.names.called("asyncio", "sleep")?;
        return all([(function.span, format!("{wait}{sleep}"))]);
    }
    let to_thread = reading.names.called("asyncio", "to_thread")?;
    let arguments = reading.source(Span::new(function.span.end, expression.span.end));
    let arguments = arguments.trim_start().strip_prefix('(')?;
    let comma = if arguments.trim_start().starts_with(')') { "" } else { ", " };
    let blocking = reading.source(function.span);
    all([(expression.span, format!("{wait}{to_thread}({blocking}{comma}{arguments}"))])
}
