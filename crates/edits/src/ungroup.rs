//! What a task group runs is awaited one after the other.
//!
//! ```python
//! async with asyncio.TaskGroup() as group:
//!     b_task = group.create_task(toast())
//! b = b_task.result()
//! ```
//! ```python
//! b = await toast()
//! ```

use interleave_syntax::tree::{Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::graph::{Imports, each_expression, each_statement, scopes};
use crate::occurrences::{Occurrence, occurrences};
use crate::program::Standing;
use crate::{Program, Refusal};

/// A task that the group runs.
struct Start<'p> {
    /// The name that it gets.
    task: Option<&'p Expr>,
    /// The whole call, and what it is given.
    call: Span,
    coroutine: Span,
}

pub(crate) fn edit(program: &Program<'_>, standing: Standing<'_>) -> Result<Edit, Refusal> {
    let statement = standing.statement;
    let (group, body) = group_of(program, statement).ok_or(Refusal::NotTogether)?;
    let [first, ..] = body else { return Err(Refusal::NotTogether) };
    let name = program.source(group.span);
    let mut starts = Vec::new();
    find_starts(name, body, true, &mut starts).ok_or(Refusal::NotTogether)?;
    if uses(program, group).len() != starts.len() {
        return Err(Refusal::StillUsed(name.to_owned()));
    }
    let mut edit = Edit::default();
    let mut put = |span: Span, text: &str| {
        if edit.add(span, text) { Ok(()) } else { Err(Refusal::SharesLine) }
    };
    // Its own line goes, and what stood inside comes out.
    let lines = program.lines(statement)?;
    let head =
        Span::new(program.line_start(statement.span.start), program.line_end(program.head(statement).end));
    if program.source(head).contains('#') {
        return Err(Refusal::HasComments);
    }
    if first.span.start < head.end {
        return Err(Refusal::SharesLine);
    }
    put(head, "")?;
    for indent in program.indents(Span::new(head.end, lines.end), program.indent(first)) {
        put(indent, program.indent(statement))?;
    }
    for Start { task, call, coroutine } in starts {
        let begin = task.map_or(call.start, |task| task.span.start);
        let target = task.map_or(Ok(String::new()), |task| result_of(program, standing, task, &mut put))?;
        put(Span::new(begin, coroutine.start), &format!("{target}await "))?;
        put(Span::new(coroutine.end, call.end), "")?;
    }
    Ok(edit)
}

/// The name of the group that a statement opens, and what stands inside.
fn group_of<'p>(program: &Program<'_>, statement: &'p Stmt) -> Option<(&'p Expr, &'p [Stmt])> {
    let StmtKind::With { items, body, .. } = &statement.kind else { return None };
    let [item] = items.as_slice() else { return None };
    let ExprKind::Call { function, args, .. } = &item.context.kind else { return None };
    let is_group = Imports::of(program.module()).dotted(function).as_deref() == Some("asyncio.TaskGroup");
    let group = item.target.as_ref().filter(|target| matches!(target.kind, ExprKind::Name(_)))?;
    (is_group && args.is_empty()).then_some((group, body))
}

/// All that a block starts, if it does nothing else; in a loop no task has a name.
fn find_starts<'p>(group: &str, body: &'p [Stmt], named: bool, found: &mut Vec<Start<'p>>) -> Option<()> {
    for statement in body {
        let (task, call) = match &statement.kind {
            StmtKind::Expr(call) => (None, call),
            StmtKind::Assign { targets, value } if named => match targets.as_slice() {
                [task @ Expr { kind: ExprKind::Name(_), .. }] => (Some(task), value),
                _ => return None,
            },
            StmtKind::For { body, orelse, .. } if orelse.is_empty() => {
                find_starts(group, body, false, found)?;
                continue;
            }
            _ => return None,
        };
        found.push(Start { task, call: call.span, coroutine: coroutine_of(group, call)?.span });
    }
    Some(())
}

/// What `group.create_task(…)` is given; a task's name says nothing of what is awaited right there.
fn coroutine_of<'p>(group: &str, call: &'p Expr) -> Option<&'p Expr> {
    let ExprKind::Call { function, args, keywords, .. } = &call.kind else { return None };
    let ExprKind::Attribute { value, attribute } = &function.kind else { return None };
    let is_ours = matches!(&value.kind, ExprKind::Name(name) if **name == *group);
    let only_named =
        keywords.iter().all(|keyword| keyword.name.as_ref().is_some_and(|name| &*name.text == "name"));
    let [coroutine] = args.as_slice() else { return None };
    (is_ours
        && &*attribute.text == "create_task"
        && only_named
        && !matches!(coroutine.kind, ExprKind::Starred(_)))
    .then_some(coroutine)
}

/// What gets the result instead of the task, with its equals sign; whoever asked the task for it has it already.
fn result_of(
    program: &Program<'_>,
    standing: Standing<'_>,
    task: &Expr,
    put: &mut impl FnMut(Span, &str) -> Result<(), Refusal>,
) -> Result<String, Refusal> {
    let name = program.source(task.span);
    let used = uses(program, task);
    let results = results_of(program, name);
    let calls: Option<Vec<Span>> =
        used.iter().map(|place| Some(results.iter().find(|(of, _)| *of == place.span)?.1)).collect();
    let calls = calls.ok_or_else(|| Refusal::StillUsed(name.to_owned()))?;
    if let [call] = calls.as_slice()
        && let Some((target, assignment)) = assigned_behind(standing, *call)
    {
        put(program.lines(assignment)?, "")?;
        return Ok(format!("{} = ", program.source(target.span)));
    }
    let plain = name
        .strip_suffix("_task")
        .filter(|plain| !plain.is_empty() && occurrences(&program.module().body, plain).is_empty());
    let result = plain.unwrap_or(name);
    for call in &calls {
        put(*call, result)?;
    }
    Ok(if calls.is_empty() { String::new() } else { format!("{result} = ") })
}

/// `name = call`, among the assignments right behind the group.
fn assigned_behind<'p>(standing: Standing<'p>, call: Span) -> Option<(&'p Expr, &'p Stmt)> {
    let behind = standing.block.iter().skip_while(|other| other.span != standing.statement.span).skip(1);
    let assignments = behind.map_while(|statement| match &statement.kind {
        StmtKind::Assign { targets, value } => match targets.as_slice() {
            [target @ Expr { kind: ExprKind::Name(_), .. }] => Some((target, value, statement)),
            _ => None,
        },
        _ => None,
    });
    let mut own = assignments.filter(|(_, value, _)| value.span == call);
    own.next().map(|(target, _, statement)| (target, statement))
}

/// Where else the name is written that is bound here.
fn uses(program: &Program<'_>, bound: &Expr) -> Vec<Occurrence> {
    let mut all = occurrences(&program.module().body, program.source(bound.span));
    let scope = all.iter().find(|place| place.span == bound.span).map(|place| place.scope);
    all.retain(|place| Some(place.scope) == scope && place.span != bound.span);
    all
}

/// Every `name.result()`: where the name is written, and the whole call.
fn results_of(program: &Program<'_>, name: &str) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    for scope in scopes(&program.module().body) {
        each_statement(scope.body, &mut |statement| {
            for expression in statement.expressions() {
                each_expression(expression, &mut |inner| {
                    if let ExprKind::Call { function, args, .. } = &inner.kind
                        && let ExprKind::Attribute { value, attribute } = &function.kind
                        && matches!(&value.kind, ExprKind::Name(other) if **other == *name)
                        && (&*attribute.text, args.len()) == ("result", 0)
                    {
                        found.push((value.span, inner.span));
                    }
                });
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    #[test]
    fn with_the_names_of_the_results() {
        check(
            Command::OneByOne,
            "import asyncio\nasync def f():\n    # both\n    «async with asyncio.TaskGroup() as group:\n        group.create_task(brew(), name='b')\n        # dark\n        b_task = group.create_task(toast())»\n    b = b_task.result()\n    print(b)\n",
            "import asyncio\nasync def f():\n    # both\n    await brew()\n    # dark\n    b = await toast()\n    print(b)\n",
        );
    }

    #[test]
    fn results_that_are_asked_for_later() {
        check(
            Command::OneByOne,
            "from asyncio import TaskGroup\nasync def f():\n    «async with TaskGroup() as g:\n        a_task = g.create_task(brew())\n        b = g.create_task(toast(\n            1))»\n    print(a_task.result(), a_task.result(), b.result())\n",
            "from asyncio import TaskGroup\nasync def f():\n    a = await brew()\n    b = await toast(\n        1)\n    print(a, a, b)\n",
        );
    }

    #[test]
    fn loops_stay_loops() {
        check(
            Command::OneByOne,
            "import asyncio\nasync def f():\n    «async with asyncio.TaskGroup() as group:\n        for n in range(3):\n            group.create_task(job(n))»\n",
            "import asyncio\nasync def f():\n    for n in range(3):\n        await job(n)\n",
        );
    }

    #[test]
    fn not_what_does_more() {
        let group = |inside: &str, behind: &str| {
            format!(
                "import asyncio\nasync def f():\n    «async with asyncio.TaskGroup() as group:\n        {inside}»\n{behind}"
            )
        };
        for inside in [
            "print(1)",
            "group.create_task(*a)",
            "await group.create_task(a())",
            "if a: group.create_task(b())",
        ] {
            refused(Command::OneByOne, &group(inside, ""), &Refusal::NotTogether);
        }
        let cancelled = group("a = group.create_task(b())", "    a.cancel()\n");
        refused(Command::OneByOne, &cancelled, &Refusal::StillUsed("a".to_owned()));
        let handed_on = group("group.create_task(b(group))", "");
        refused(Command::OneByOne, &handed_on, &Refusal::StillUsed("group".to_owned()));
    }
}
