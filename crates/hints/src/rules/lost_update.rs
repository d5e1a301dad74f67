//! A value is read, time passes, and it is written back: what others have written in between is lost. The run says
//! whether that happened.
//!
//! ```python
//! seen = balance  # async with lock: around all three
//! await asyncio.sleep(1)
//! balance = seen - amount
//! ```

use interleave_edits::{Command, Head};
use interleave_syntax::tree::{Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use super::hint;
use crate::reading::{Reading, Site};
use crate::repair::{all, command, newline};
use crate::run::{Run, Task, contains};
use crate::walk::{any, any_of, awaited, bound, call, clauses, each_inside, each_of, is_name, name};
use crate::{Hint, Mistake};

/// So many statements later a value may be written back.
const FAR: usize = 50;

/// A statement that reads, and one of the same block that writes: the same one, if it awaits in between.
struct Update<'p> {
    place: &'p str,
    read: &'p Stmt,
    write: &'p Stmt,
    /// Where the functions are defined that the writing statement awaits before it writes; nothing if it does not.
    awaits_in: Option<Vec<Span>>,
}

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in reading.sites.iter().filter(|site| reading.is_async(site) && !is_held(reading, site)) {
        for update in updates(reading, site) {
            let Some((lost, by)) = overlap(run, &update) else { continue };
            let ((loser, from, to), (winner, _, over)) = (lost, by);
            let mistake = Mistake::LostUpdate {
                place: update.place.to_owned(),
                lost: run.name(winner),
                by: run.name(loser),
            };
            let seen = vec![Run::seen(loser, from, to), Run::seen(winner, over, over)];
            let span = Span::new(update.read.span.start, update.write.span.end);
            found.push(hint(mistake, span, seen, repair(reading, site, &update)));
            if found.len() == crate::MOST {
                return found;
            }
        }
    }
    found
}

/// Somebody has seen to it: the statement stands inside an `async with`.
fn is_held(reading: &Reading<'_>, site: &Site<'_>) -> bool {
    reading.around(site).any(|outer| matches!(outer.kind, StmtKind::With { is_async: true, .. }))
}

/// The updates that begin with a statement.
fn updates<'p>(reading: &Reading<'p>, site: &Site<'p>) -> Vec<Update<'p>> {
    let read = site.statement;
    let in_itself = match &read.kind {
        StmtKind::AugAssign { target, value, .. } if any(value, is_await) => Some(target),
        StmtKind::Assign { targets, value } => match targets.as_slice() {
            [target] => {
                let place = reading.source(target.span);
                let at = position(value, |inner| reading.source(inner.span) == place);
                let awaits = position(value, is_await);
                at.zip(awaits).filter(|(at, awaits)| at < awaits).map(|_| target)
            }
            _ => None,
        },
        _ => None,
    };
    if let Some(target) = in_itself.filter(|target| is_shared(reading, target, site)) {
        let place = reading.source(target.span);
        let awaits_in = awaited_in(reading, site, read);
        return awaits_in
            .map(|awaits_in| Update { place, read, write: read, awaits_in: Some(awaits_in) })
            .into_iter()
            .collect();
    }
    later(reading, site).into_iter().collect()
}

/// `seen = shared`, and further down `shared = … seen …`, with an await in between.
fn later<'p>(reading: &Reading<'p>, site: &Site<'p>) -> Option<Update<'p>> {
    let StmtKind::Assign { targets, value: source } = &site.statement.kind else { return None };
    let [target] = targets.as_slice() else { return None };
    let seen = name(target)?;
    let mut awaits = false;
    for next in site.block.iter().skip(site.index + 1).take(FAR) {
        if let StmtKind::Assign { targets, value } = &next.kind
            && let [written] = targets.as_slice()
        {
            let place = reading.source(written.span);
            let is_back = any(value, |inner| is_name(inner, seen))
                && any(source, |inner| reading.source(inner.span) == place)
                && !any(value, |inner| reading.source(inner.span) == place);
            if is_back && is_shared(reading, written, site) {
                let awaits_itself = any(value, is_await);
                let awaits_in = if awaits_itself { Some(awaited_in(reading, site, next)?) } else { None };
                let update = Update { place, read: site.statement, write: next, awaits_in };
                return (awaits || awaits_itself).then_some(update);
            }
            if is_name(written, seen) {
                return None;
            }
        }
        awaits |= suspends(next);
    }
    None
}

/// Where what a statement awaits is defined, if all of it is the program's own, or asyncio's.
fn awaited_in(reading: &Reading<'_>, site: &Site<'_>, statement: &Stmt) -> Option<Vec<Span>> {
    let (mut own, mut is_known) = (Vec::new(), true);
    each_of(statement, &mut |expression| {
        let Some(inner) = awaited(expression) else { return };
        match reading.coroutine(inner, site) {
            Some(function) => own.push(function),
            None => is_known &= reading.calls(inner).is_some_and(|called| called == "asyncio.sleep"),
        }
    });
    is_known.then(|| reading.reached(own).into_iter().map(|function| reading.definition(function)).collect())
}

fn is_await(expression: &Expr) -> bool {
    matches!(expression.kind, ExprKind::Await(_))
}

fn suspends(statement: &Stmt) -> bool {
    let mut found = false;
    each_inside(statement, &mut |inner| {
        found |= any_of(inner, is_await)
            || matches!(
                inner.kind,
                StmtKind::For { is_async: true, .. } | StmtKind::With { is_async: true, .. }
            );
    });
    found
}

/// Where in an expression the first of a kind begins.
fn position(expression: &Expr, is: impl Fn(&Expr) -> bool) -> Option<u32> {
    let mut first = None;
    crate::walk::each(expression, &mut |inner| {
        if is(inner) {
            first = Some(first.map_or(inner.span.start, |start: u32| start.min(inner.span.start)));
        }
    });
    first
}

/// Whether all tasks that come by mean the same place.
fn is_shared(reading: &Reading<'_>, target: &Expr, site: &Site<'_>) -> bool {
    match &target.kind {
        ExprKind::Name(name) => declared_outer(reading, name, site),
        ExprKind::Attribute { value, .. } => is_one_object(reading, value, site),
        ExprKind::Subscript { value, index, .. } => {
            let is_constant = matches!(index.kind, ExprKind::Constant(_));
            is_constant && is_one_object(reading, value, site)
        }
        _ => false,
    }
}

/// `global name` or `nonlocal name` in the function.
fn declared_outer(reading: &Reading<'_>, name: &str, site: &Site<'_>) -> bool {
    site.function.is_some_and(|function| {
        reading.body(function).any(|site| match &site.statement.kind {
            StmtKind::Global(names) | StmtKind::Nonlocal(names) => names.iter().any(|own| *own.text == *name),
            _ => false,
        })
    })
}

fn is_one_object(reading: &Reading<'_>, object: &Expr, site: &Site<'_>) -> bool {
    let (Some(name), Some(function)) = (name(object), reading.function(site)) else { return false };
    let parameters = &function.definition.parameters;
    match parameters.iter().position(|parameter| *parameter.name.text == *name) {
        Some(0) if function.class.is_some() => {
            function.class.is_some_and(|class| is_made_once(reading, class))
        }
        Some(position) if function.class.is_none() => {
            is_always_the_same(reading, &function.definition.name.text, position)
        }
        Some(_) => false,
        None => reading.names.bindings(name) == 1 && !binds(reading, site, name),
    }
}

/// A function binds this name itself: each call has its own object.
fn binds(reading: &Reading<'_>, site: &Site<'_>, name: &str) -> bool {
    site.function.is_some_and(|function| {
        reading.body(function).any(|site| {
            let mut found = Vec::new();
            match &site.statement.kind {
                StmtKind::Assign { targets, .. } => {
                    targets.iter().for_each(|target| bound(target, &mut found))
                }
                StmtKind::AnnAssign { target, .. } | StmtKind::For { target, .. } => {
                    bound(target, &mut found)
                }
                StmtKind::With { items, .. } => {
                    items
                        .iter()
                        .filter_map(|item| item.target.as_ref())
                        .for_each(|target| bound(target, &mut found));
                }
                _ => {}
            }
            found.contains(&name)
        })
    })
}

/// A class of which the program makes one object.
fn is_made_once(reading: &Reading<'_>, class: &str) -> bool {
    let (mut made, mut others) = (0, 0);
    reading.each_expression(|site, expression| {
        let is_made = call(expression).is_some_and(|call| is_name(call.function, class));
        if is_made && reading.is_repeated(site)
            || clauses(expression).iter().any(|_| any(expression, |inner| is_name(inner, class)))
        {
            others += 1;
        }
        made += u32::from(is_made);
        others += u32::from(is_name(expression, class));
    });
    // The name is written where the object is made, and nowhere else.
    made == 1 && others == 1 && reading.names.bindings(class) == 1
}

/// A function is always called with the same plain name for a parameter.
fn is_always_the_same(reading: &Reading<'_>, function: &str, position: usize) -> bool {
    let (mut uses, mut calls) = (0, 0);
    let mut given: Vec<&str> = Vec::new();
    reading.each_expression(|_, expression| {
        uses += u32::from(is_name(expression, function));
        if let Some(call) = call(expression).filter(|call| is_name(call.function, function)) {
            calls += 1;
            given.push(call.args.get(position).and_then(name).unwrap_or_default());
        }
    });
    given.dedup();
    let [only] = given.as_slice() else { return false };
    uses == calls && reading.names.bindings(function) == 1 && is_fixed(reading, only)
}

/// A name that is bound once, and not again and again by a loop.
fn is_fixed(reading: &Reading<'_>, name: &str) -> bool {
    let is_it = |site: &Site<'_>| match &site.statement.kind {
        StmtKind::Assign { targets, .. } => targets.iter().any(|target| is_name(target, name)),
        _ => false,
    };
    reading.names.bindings(name) == 1
        && reading.sites.iter().any(|site| is_it(site) && !reading.is_repeated(site))
}

/// A task's way through an update: the task, and the events at which it reads and writes.
type Pass<'r> = (&'r Task, u32, u32);

/// The way of one task in which another one has written: the first such.
fn overlap<'r>(run: &'r Run<'_>, update: &Update<'_>) -> Option<(Pass<'r>, Pass<'r>)> {
    let mut passes: Vec<Pass<'r>> = Vec::new();
    for task in &run.tasks {
        let mut read = None;
        for (number, (index, place)) in task.lines.iter().enumerate() {
            if *place == update.read.span {
                read = Some(*index);
            }
            if *place == update.write.span
                && let Some(from) = read.take()
            {
                let written = match &update.awaits_in {
                    None => Some(*index),
                    Some(inside) => {
                        let mut later = task.lines.iter().skip(number + 1);
                        let next =
                            later.find(|(_, place)| !inside.iter().any(|inside| contains(*inside, *place)));
                        next.map(|(next, _)| *next).or(task.ended)
                    }
                };
                passes.extend(written.map(|to| (task, from, to)));
            }
        }
    }
    passes.sort_by_key(|(_, _, written)| *written);
    passes.iter().find_map(|pass| {
        let (task, from, to) = pass;
        let first = passes.partition_point(|(_, _, written)| written <= from);
        let between = passes.iter().skip(first).take_while(|(_, _, written)| written < to);
        let other = between.into_iter().find(|(other, ..)| other.id != task.id)?;
        Some((*pass, *other))
    })
}

/// A lock for all, held from the read to the write.
fn repair(reading: &Reading<'_>, site: &Site<'_>, update: &Update<'_>) -> Option<Edit> {
    let maker = reading.names.called("asyncio", "Lock")?;
    let lock = reading.names.free("lock");
    let wrap = Command::WrapSteps {
        first: update.read.span,
        last: update.write.span,
        head: Head::Code(format!("async with {lock}")),
    };
    let wrapped = command(reading, &wrap)?;
    let mut outermost = *site;
    while let Some(parent) = outermost.parent.and_then(|parent| reading.sites.get(parent)) {
        outermost = *parent;
    }
    let at = outermost.statement.span.start;
    let is_decorated = match &outermost.statement.kind {
        StmtKind::FunctionDef(function) => !function.decorators.is_empty(),
        StmtKind::ClassDef(class) => !class.decorators.is_empty(),
        _ => false,
    };
    if is_decorated {
        return None;
    }
    let newline = newline(reading.text);
    let made = (Span::new(at, at), format!("{lock} = {maker}(){newline}{newline}{newline}"));
    let changes = wrapped.replacements().iter().map(|change| (change.span, change.text.clone()));
    all([made].into_iter().chain(changes))
}
