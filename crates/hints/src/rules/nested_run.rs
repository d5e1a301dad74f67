//! `asyncio.run` in a coroutine: a loop runs already, and a thread has one.
//!
//! ```python
//! asyncio.run(brew())
//! ```
//! ```python
//! await brew()
//! ```

use super::hint;
use crate::reading::Reading;
use crate::repair::all;
use crate::walk::call;
use crate::{Hint, Mistake};

pub(super) fn find(reading: &Reading<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    reading.each_expression(|site, expression| {
        let is_run = reading.calls(expression).is_some_and(|called| called == "asyncio.run");
        if !is_run || !reading.is_async(site) || reading.is_guarded(site) {
            return;
        }
        let coroutine = call(expression).and_then(|call| call.args.first());
        let repair = coroutine.and_then(|coroutine| {
            all([(expression.span, format!("await {}", reading.source(coroutine.span)))])
        });
        found.push(hint(Mistake::NestedRun, expression.span, Vec::new(), repair));
    });
    found
}
