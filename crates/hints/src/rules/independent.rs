//! Which coroutines could run at the same time without anybody noticing but by the clock: they wait for times and
//! for one another, and change nothing that others see.

use interleave_syntax::tree::{Expr, ExprKind, FunctionDef, Stmt, StmtKind};

use crate::reading::{Reading, Site};
use crate::walk::{awaited, bound, call, each_of, name};

/// What the library lets a coroutine wait for on its own.
const WAITS: [&str; 2] = ["asyncio.sleep", "asyncio.to_thread"];

/// Methods that give what has been asked for, as of an answer from the network.
const READS: [&str; 3] = ["json", "read", "text"];

/// Methods that change what they are called on.
const CHANGES: [&str; 27] = [
    "acquire",
    "add",
    "append",
    "appendleft",
    "cancel",
    "clear",
    "close",
    "discard",
    "extend",
    "get_nowait",
    "insert",
    "notify",
    "notify_all",
    "pop",
    "popleft",
    "put",
    "put_nowait",
    "release",
    "remove",
    "send",
    "set",
    "set_exception",
    "set_result",
    "setdefault",
    "sort",
    "update",
    "write",
];

/// The coroutine function behind what is awaited: of a coroutine, or of a task that is made of one.
pub(super) fn behind(reading: &Reading<'_>, awaited: &Expr, site: &Site<'_>) -> Option<usize> {
    if let Some(function) = reading.coroutine(awaited, site) {
        return Some(function);
    }
    let is_task = reading.calls(awaited).is_some_and(|called| called == "asyncio.create_task");
    let coroutine = call(awaited).filter(|_| is_task)?.args.first()?;
    reading.coroutine(coroutine, site)
}

/// Whether calls of a function are independent of each other.
pub(super) fn is_independent(reading: &Reading<'_>, function: usize) -> bool {
    let (mut open, mut seen) = (vec![function], vec![function]);
    while let Some(function) = open.pop() {
        let mut calls = Vec::new();
        if !reading.body(function).all(|site| is_harmless(reading, site, &mut calls)) {
            return false;
        }
        for called in calls {
            if !seen.contains(&called) {
                seen.push(called);
                open.push(called);
            }
        }
    }
    true
}

fn is_harmless(reading: &Reading<'_>, site: &Site<'_>, calls: &mut Vec<usize>) -> bool {
    let is_plain = match &site.statement.kind {
        StmtKind::Global(_)
        | StmtKind::Nonlocal(_)
        | StmtKind::Raise { .. }
        | StmtKind::Delete(_)
        | StmtKind::FunctionDef(_)
        | StmtKind::ClassDef(_)
        | StmtKind::For { is_async: true, .. } => false,
        StmtKind::With { items, .. } => items.iter().all(|item| call(&item.context).is_some()),
        StmtKind::Assign { targets, .. } => targets.iter().all(is_local),
        StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } => is_local(target),
        _ => true,
    };
    let mut all = is_plain;
    each_of(site.statement, &mut |expression| {
        all &= match &expression.kind {
            ExprKind::Await(inner) => waits_alone(reading, inner, site),
            ExprKind::Call { function, .. } => changes_nothing(reading, function, site, calls),
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) | ExprKind::Lambda { .. } => false,
            _ => true,
        };
    });
    all
}

fn is_local(target: &Expr) -> bool {
    match &target.kind {
        ExprKind::Name(_) => true,
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().all(is_local),
        ExprKind::Starred(inner) => is_local(inner),
        _ => false,
    }
}

fn waits_alone(reading: &Reading<'_>, inner: &Expr, site: &Site<'_>) -> bool {
    let is_read = call(inner).is_some_and(|call| match &call.function.kind {
        ExprKind::Attribute { attribute, .. } => READS.contains(&&*attribute.text),
        _ => false,
    });
    is_read
        || reading.coroutine(inner, site).is_some()
        || reading.calls(inner).is_some_and(|called| WAITS.contains(&&*called))
}

fn changes_nothing(reading: &Reading<'_>, function: &Expr, site: &Site<'_>, calls: &mut Vec<usize>) -> bool {
    if reading.names.dotted(function).is_some() {
        return true;
    }
    if let Some(own) = reading.meant(function, site) {
        calls.push(own);
        return true;
    }
    match &function.kind {
        ExprKind::Name(name) if reading.names.bindings(name) == 0 => true,
        // A function of the program's that is not async.
        ExprKind::Name(name) if reading.names.bindings(name) == 1 => {
            let is_it = |definition: &FunctionDef| *definition.name.text == **name;
            let own = reading.functions.iter().position(|function| is_it(function.definition));
            calls.extend(own);
            own.is_some()
        }
        ExprKind::Attribute { value, attribute } => {
            !CHANGES.contains(&&*attribute.text)
                || name(value).is_some_and(|name| is_own(reading, name, site))
        }
        _ => false,
    }
}

/// A function binds this name itself, so that nobody else has the object.
fn is_own(reading: &Reading<'_>, name: &str, site: &Site<'_>) -> bool {
    site.function.is_some_and(|function| {
        reading.body(function).any(|site| match &site.statement.kind {
            StmtKind::Assign { targets, value } => {
                let is_new = matches!(value.kind, ExprKind::List(_) | ExprKind::Dict(_) | ExprKind::Set(_));
                is_new && targets.iter().any(|target| crate::walk::is_name(target, name))
            }
            _ => false,
        })
    })
}

/// `await x`, or `name = await x`: the name, and what is awaited.
pub(super) fn plain_await(statement: &Stmt) -> Option<(Option<&str>, &Expr)> {
    match &statement.kind {
        StmtKind::Expr(value) => Some((None, awaited(value)?)),
        StmtKind::Assign { targets, value } => {
            let [target] = targets.as_slice() else { return None };
            Some((Some(name(target)?), awaited(value)?))
        }
        _ => None,
    }
}

/// The names that a target binds.
pub(super) fn names_of(target: &Expr) -> Vec<&str> {
    let mut found = Vec::new();
    bound(target, &mut found);
    found
}
