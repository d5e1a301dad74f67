//! A loop that awaits, one after the other, calls that have nothing to do with each other. The run says what that
//! costs, and that nothing else used the time.
//!
//! ```python
//! for shop in shops:
//!     prices.append(await ask(shop))
//! ```
//! ```python
//! prices.extend(await asyncio.gather(*(ask(shop) for shop in shops)))
//! ```

use interleave_syntax::tree::{BinaryOperator, Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use super::hint;
use super::independent::{behind, is_independent, names_of, plain_await};
use crate::mistake::Waits;
use crate::reading::{Reading, Site};
use crate::repair::{all, indent, newline};
use crate::run::{Run, Task, contains};
use crate::walk::{any, awaited, call, each_of, is_name, name};
use crate::{Hint, Mistake};

/// A loop that could be a gather.
struct Loop<'p> {
    /// What is replaced.
    span: Span,
    target: &'p Expr,
    iter: &'p Expr,
    awaited: &'p Expr,
    result: Outcome<'p>,
}

/// What becomes of each result.
enum Outcome<'p> {
    Nothing,
    AppendedTo(&'p str),
    AddedTo(&'p str),
    /// It is printed: the name that it has, where it gets that, and where it is printed.
    Printed {
        name: &'p str,
        assign: Span,
        print: Span,
    },
    /// It is a list already.
    Listed,
}

pub(super) fn find(reading: &Reading<'_>, run: &Run<'_>) -> Vec<Hint> {
    let mut found = Vec::new();
    for site in reading.sites.iter().filter(|site| reading.is_async(site)) {
        let mut loops: Vec<Loop<'_>> = statement(site.statement).into_iter().collect();
        each_of(site.statement, &mut |expression| loops.extend(comprehension(expression)));
        for each in loops {
            found.extend(judge(reading, run, site, &each));
        }
    }
    found
}

fn statement(statement: &Stmt) -> Option<Loop<'_>> {
    let StmtKind::For { is_async: false, target, iter, body, orelse } = &statement.kind else { return None };
    if !orelse.is_empty() {
        return None;
    }
    let (awaited, result) = match body.as_slice() {
        [only] => match &only.kind {
            StmtKind::Expr(value) if awaited(value).is_some() => (awaited(value)?, Outcome::Nothing),
            StmtKind::Expr(value) => {
                let (list, item) = appended(value)?;
                (awaited(item)?, Outcome::AppendedTo(list))
            }
            StmtKind::AugAssign { target, operator: BinaryOperator::Add, value, .. } => {
                (awaited(value)?, Outcome::AddedTo(name(target)?))
            }
            _ => return None,
        },
        [assign, append] => {
            let (Some(name), awaited) = plain_await(assign)? else { return None };
            let StmtKind::Expr(value) = &append.kind else { return None };
            match appended(value) {
                Some((list, item)) if is_name(item, name) => (awaited, Outcome::AppendedTo(list)),
                _ if is_print(value) => {
                    (awaited, Outcome::Printed { name, assign: assign.span, print: append.span })
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(Loop { span: statement.span, target, iter, awaited, result })
}

/// `print(…)`, which awaits nothing.
fn is_print(expression: &Expr) -> bool {
    call(expression).is_some_and(|call| is_name(call.function, "print"))
        && !any(expression, |inner| awaited(inner).is_some())
}

/// `list.append(item)`
fn appended(expression: &Expr) -> Option<(&str, &Expr)> {
    let call = call(expression)?;
    let ([item], ExprKind::Attribute { value, attribute }) = (call.args, &call.function.kind) else {
        return None;
    };
    (&*attribute.text == "append").then_some((name(value)?, item))
}

fn comprehension(expression: &Expr) -> Option<Loop<'_>> {
    let ExprKind::ListComp { element, clauses } = &expression.kind else { return None };
    let [clause] = clauses.as_slice() else { return None };
    let is_plain = !clause.is_async && clause.ifs.is_empty();
    let awaited = awaited(element).filter(|_| is_plain)?;
    Some(Loop {
        span: expression.span,
        target: &clause.target,
        iter: &clause.iter,
        awaited,
        result: Outcome::Listed,
    })
}

fn judge(reading: &Reading<'_>, run: &Run<'_>, site: &Site<'_>, each: &Loop<'_>) -> Option<Hint> {
    let function = behind(reading, each.awaited, site)?;
    let targets = names_of(each.target);
    // Each round is about something of its own, and none needs what came before.
    let is_about = any(each.awaited, |inner| name(inner).is_some_and(|name| targets.contains(&name)));
    let needs_before = match each.result {
        Outcome::AppendedTo(list) | Outcome::AddedTo(list) => any(each.awaited, |inner| is_name(inner, list)),
        Outcome::Printed { name, .. } => any(each.awaited, |inner| is_name(inner, name)),
        Outcome::Nothing | Outcome::Listed => false,
    };
    let has_more = any(each.iter, |inner| awaited(inner).is_some()) || is_by_completion(reading, each.iter);
    if !is_about || needs_before || has_more {
        return None;
    }
    let mut ways = ways(reading, run, site, each, function);
    ways.retain(|(_, way)| way.len() > 2);
    let (_, first) = ways.first()?;
    let times = run.times(first);
    let is_lost = ways.iter().all(|(task, way)| run.is_lost(task, way));
    if !is_lost || times.iter().any(|ns| *ns <= 0) || !is_independent(reading, function) {
        return None;
    }
    let seen = ways.iter().filter_map(|(task, way)| Some(Run::seen(task, *way.first()?, *way.last()?)));
    let mistake = Mistake::AwaitInLoop(Waits::of(reading, function, &times));
    Some(hint(mistake, each.span, seen.collect(), repair(reading, each)))
}

fn is_by_completion(reading: &Reading<'_>, iter: &Expr) -> bool {
    reading.calls(iter).is_some_and(|called| called == "asyncio.as_completed")
}

/// The events at which rounds begin, and the last one ends: each time that a task came by.
fn ways<'r>(
    reading: &Reading<'_>,
    run: &'r Run<'_>,
    site: &Site<'_>,
    each: &Loop<'_>,
    function: usize,
) -> Vec<(&'r Task, Vec<u32>)> {
    let around = site.function.map_or(Span::default(), |function| reading.definition(function));
    let within = site.statement.span;
    // A comprehension's rounds are no lines; what it calls begins with one.
    let round =
        if matches!(each.result, Outcome::Listed) { first_line(reading, function) } else { Some(within) };
    let mut found = Vec::new();
    let Some(round) = round else { return found };
    for task in &run.tasks {
        let mut way = Vec::new();
        for (index, place) in &task.lines {
            if *place == round {
                way.push(*index);
            } else if contains(around, *place)
                && !(contains(within, *place) && *place != within)
                && !way.is_empty()
            {
                if round != within {
                    way.push(*index);
                }
                found.push((task, std::mem::take(&mut way)));
            }
        }
        if !way.is_empty() {
            way.extend(task.ended.filter(|_| round != within));
            found.push((task, way));
        }
    }
    found
}

/// The first statement of a function that the record has as a line.
fn first_line(reading: &Reading<'_>, function: usize) -> Option<Span> {
    let is_text = |value: &Expr| matches!(value.kind, ExprKind::Constant(_));
    let mut body = reading.body(function);
    let first = body.find(|site| match &site.statement.kind {
        StmtKind::Try(_) | StmtKind::Global(_) | StmtKind::Nonlocal(_) => false,
        StmtKind::Expr(value) => !is_text(value),
        _ => true,
    });
    first.map(|site| site.statement.span)
}

fn repair(reading: &Reading<'_>, each: &Loop<'_>) -> Option<Edit> {
    let gather = reading.names.called("asyncio", "gather")?;
    // A comment would have no place.
    if reading.source(each.span).contains('#') {
        return None;
    }
    let source = |expression: &Expr| reading.source(expression.span);
    let gathered = format!(
        "await {gather}(*({} for {} in {}))",
        source(each.awaited),
        source(each.target),
        source(each.iter)
    );
    let text = match each.result {
        Outcome::Printed { name, assign, print } => {
            return printed_later(reading, each, &gathered, name, assign, print);
        }
        Outcome::Nothing | Outcome::Listed => gathered,
        Outcome::AppendedTo(list) => format!("{list}.extend({gathered})"),
        Outcome::AddedTo(sum) => format!("{sum} += sum({gathered})"),
    };
    all([(each.span, text)])
}

/// All results first, and then the loop that prints them, in the same order.
fn printed_later(
    reading: &Reading<'_>,
    each: &Loop<'_>,
    gathered: &str,
    name: &str,
    assign: Span,
    print: Span,
) -> Option<Edit> {
    // What is gone through twice has to give the same twice.
    if !matches!(each.iter.kind, ExprKind::Name(_) | ExprKind::List(_) | ExprKind::Tuple(_)) {
        return None;
    }
    let results = reading.names.free("results");
    let (target, iter) = (reading.source(each.target.span), reading.source(each.iter.span));
    let target = if matches!(each.target.kind, ExprKind::Tuple(_)) && !target.starts_with('(') {
        format!("({target})")
    } else {
        target.to_owned()
    };
    let indent = indent(reading.text, each.span.start)?;
    let start = Span::new(each.span.start, each.span.start);
    all([
        (start, format!("{results} = {gathered}{}{indent}", newline(reading.text))),
        (
            Span::new(each.target.span.start, each.iter.span.end),
            format!("{target}, {name} in zip({iter}, {results})"),
        ),
        (Span::new(assign.start, print.start), String::new()),
    ])
}
