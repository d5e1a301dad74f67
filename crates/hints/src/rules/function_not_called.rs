//! A coroutine function stands where its coroutine should: its brackets are missing.
//!
//! ```python
//! asyncio.run(main)
//! ```
//! ```python
//! asyncio.run(main())
//! ```

use interleave_syntax::tree::{Expr, ExprKind, ParameterKind};

use super::hint;
use crate::reading::Reading;
use crate::repair::insert;
use crate::walk::{call, name};
use crate::{Hint, Mistake};

/// What takes coroutines.
const TAKERS: [&str; 5] =
    ["asyncio.run", "asyncio.gather", "asyncio.create_task", "asyncio.ensure_future", "asyncio.wait_for"];

pub(super) fn find(reading: &Reading<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    reading.each_expression(|site, expression| {
        if reading.is_guarded(site) {
            return;
        }
        for taken in taken(reading, expression) {
            let Some(function) = reading.meant(taken, site) else { continue };
            let Some(function) = reading.functions.get(function) else { continue };
            let takes_nothing = function.definition.parameters.iter().all(|parameter| {
                let is_rest = matches!(parameter.kind, ParameterKind::Variadic | ParameterKind::Keywords);
                is_rest || parameter.default.is_some()
            });
            let repair = insert(taken.span.end, "()").filter(|_| takes_nothing);
            let mistake = Mistake::FunctionNotCalled { function: function.definition.name.text.to_string() };
            found.push(hint(mistake, taken.span, Vec::new(), repair));
        }
    });
    found
}

/// Where an expression wants something that can be awaited: names that stand there.
fn taken<'p>(reading: &Reading<'_>, expression: &'p Expr) -> Vec<&'p Expr> {
    let candidates = match &expression.kind {
        ExprKind::Await(inner) => vec![&**inner],
        _ if reading.calls(expression).is_some_and(|called| TAKERS.contains(&&*called)) => {
            call(expression).map_or_else(Vec::new, |call| call.args.iter().collect())
        }
        _ => Vec::new(),
    };
    candidates.into_iter().filter(|candidate| name(candidate).is_some()).collect()
}
