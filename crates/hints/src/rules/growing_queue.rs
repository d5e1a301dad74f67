//! A queue without a limit fills faster than it empties: whoever puts is never slowed down by whoever gets.
//!
//! ```python
//! queue = asyncio.Queue()
//! ```
//! ```python
//! queue = asyncio.Queue(maxsize=2)
//! ```

use std::collections::BTreeMap;

use interleave_syntax::tree::{Expr, ExprKind};
use interleave_text::{Edit, Span};
use interleave_trace::{Actor, Change, Resource, What};

use super::hint;
use crate::reading::Reading;
use crate::repair::all;
use crate::run::Run;
use crate::walk::call;
use crate::{Hint, Mistake};

const CLASSES: [&str; 3] = ["asyncio.Queue", "asyncio.LifoQueue", "asyncio.PriorityQueue"];

/// A queue that holds fewer items at the last put has not grown far.
const FAR: u32 = 8;

/// What happened to a queue.
#[derive(Default)]
struct Life {
    place: Span,
    /// Each put: when, by whom, and how many items there were then.
    puts: Vec<(u32, Actor, u32)>,
    /// How many gets, and by whom the last one.
    gets: Vec<(u32, Actor)>,
}

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut queues: BTreeMap<_, Life> = BTreeMap::new();
    for (index, event) in run.events() {
        match event.what {
            What::ResourceCreated(id, Resource::Queue | Resource::LifoQueue | Resource::PriorityQueue) => {
                queues.insert(id, Life { place: event.place, ..Life::default() });
            }
            What::ResourceChanged(id, change) => {
                let Some(queue) = queues.get_mut(&id) else { continue };
                match change {
                    Change::Put(items) => queue.puts.push((index, event.actor, items)),
                    Change::Got(_) => queue.gets.push((index, event.actor)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let grown = queues.values().filter_map(|queue| Some((queue, grows(run, queue)?)));
    let hints = grown.filter_map(|(queue, items)| {
        let mut made = None;
        reading.each_expression(|_, expression| {
            made = made.or_else(|| unlimited(reading, expression).filter(|_| expression.span == queue.place));
        });
        let brackets = made?;
        let seen = queue.puts.first().zip(queue.puts.last()).and_then(|((from, actor, _), (to, ..))| {
            let Actor::Task(task) = actor else { return None };
            Some(Run::seen(run.task(*task)?, *from, *to))
        });
        let repair = repair(reading, brackets);
        Some(hint(Mistake::GrowingQueue { items }, queue.place, seen.into_iter().collect(), repair))
    });
    hints.collect()
}

/// How many items there are at the last put, if that is far more than a consumer that is at work takes out.
fn grows(run: &Run<'_>, queue: &Life) -> Option<u32> {
    let (last, producer, items) = queue.puts.last()?;
    let taken = queue.gets.iter().filter(|(get, getter)| get < last && getter != producer).count();
    let puts = queue.puts.len();
    // Who puts everything at one time gives out work; it grows while somebody makes more and more.
    let mut times: Vec<i64> = queue.puts.iter().map(|(put, ..)| run.ns(*put)).collect();
    times.dedup();
    let is_far = *items >= FAR
        && items.saturating_mul(2) as usize >= puts
        && taken > 0
        && times.len() >= puts / 2
        && times.len() > 3;
    is_far.then_some(*items)
}

/// The brackets of a call that makes a queue without a limit.
fn unlimited(reading: &Reading<'_>, expression: &Expr) -> Option<Span> {
    let made = call(expression).filter(|call| call.args.is_empty() && call.keywords.is_empty())?;
    let class = reading.names.dotted(made.function)?;
    let ExprKind::Call { brackets, .. } = &expression.kind else { return None };
    CLASSES.contains(&&*class).then_some(*brackets)
}

/// A limit, where everybody who puts would wait for room.
fn repair(reading: &Reading<'_>, brackets: Span) -> Option<Edit> {
    if reading.text.contains("put_nowait") {
        return None;
    }
    all([(brackets, "(maxsize=2)".to_owned())])
}
