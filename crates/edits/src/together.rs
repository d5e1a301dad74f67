//! Awaits that follow each other become one: what they await runs at the same time.
//!
//! ```python
//! a = await brew()
//! b = await toast()
//! ```
//! ```python
//! a, b = await asyncio.gather(brew(), toast())
//! ```

use interleave_syntax::tree::{Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

use crate::graph::each_expression;
use crate::imports::called;
use crate::occurrences::free_name;
use crate::{Program, Refusal};

/// How things are awaited together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Together {
    /// `asyncio.gather`
    Gather,
    /// `asyncio.TaskGroup`
    Group,
}

/// How long a line may become before it is broken.
const WIDEST: usize = 88;

/// One of the awaits.
struct Await<'p> {
    target: Option<&'p Expr>,
    awaited: &'p Expr,
}

pub(crate) fn edit(program: &Program<'_>, first: Span, last: Span, how: Together) -> Result<Edit, Refusal> {
    let steps = program.steps(first, last)?;
    let [first, .., last] = steps else { return Err(Refusal::NotAwaits) };
    let awaits: Vec<Await<'_>> = steps.iter().map(read).collect::<Option<_>>().ok_or(Refusal::NotAwaits)?;
    for (number, later) in awaits.iter().enumerate() {
        for earlier in awaits.iter().take(number).filter_map(|earlier| earlier.target) {
            let name = program.source(earlier.span);
            let mut uses = false;
            each_expression(later.awaited, &mut |inner| {
                uses |= matches!(&inner.kind, ExprKind::Name(other) if **other == *name);
            });
            if uses {
                return Err(Refusal::Depends(name.to_owned()));
            }
        }
    }
    // Comments between them would have no place.
    let lines = Span::new(first.span.start, program.lines(last)?.end);
    let between =
        steps.iter().zip(steps.iter().skip(1)).map(|(one, next)| Span::new(one.span.end, next.span.start));
    let behind = Span::new(last.span.end, lines.end);
    if between.chain([behind]).any(|gap| !program.source(gap).trim().is_empty()) {
        return Err(Refusal::HasComments);
    }
    let mut edit = Edit::default();
    let text = match how {
        Together::Gather => gathered(program, &awaits, program.indent(first), &mut edit)?,
        Together::Group => grouped(program, &awaits, program.indent(first), &mut edit)?,
    };
    if edit.add(Span::new(first.span.start, last.span.end), text) {
        Ok(edit)
    } else {
        Err(Refusal::SharesLine)
    }
}

/// `await x`, or `name = await x`
fn read(statement: &Stmt) -> Option<Await<'_>> {
    let (target, value) = match &statement.kind {
        StmtKind::Expr(value) => (None, value),
        StmtKind::Assign { targets, value } => match targets.as_slice() {
            [target @ Expr { kind: ExprKind::Name(_), .. }] => (Some(target), value),
            _ => return None,
        },
        _ => return None,
    };
    let ExprKind::Await(awaited) = &value.kind else { return None };
    Some(Await { target, awaited })
}

fn gathered(
    program: &Program<'_>,
    awaits: &[Await<'_>],
    indent: &str,
    edit: &mut Edit,
) -> Result<String, Refusal> {
    let gather = called(program, "asyncio", "gather", edit)?;
    let targets: Vec<&str> =
        awaits.iter().map(|each| each.target.map_or("_", |target| program.source(target.span))).collect();
    let targets = if awaits.iter().all(|each| each.target.is_none()) {
        String::new()
    } else {
        format!("{} = ", targets.join(", "))
    };
    let arguments: Vec<&str> = awaits.iter().map(|each| program.source(each.awaited.span)).collect();
    let line = format!("{targets}await {gather}({})", arguments.join(", "));
    let fits = indent.chars().count() + line.chars().count() <= WIDEST && !line.contains('\n');
    if fits {
        return Ok(line);
    }
    let (newline, unit) = (program.newline(), program.indent_unit());
    let items: Vec<String> = awaits
        .iter()
        .map(|each| {
            let item = program.reindented(each.awaited.span, indent, &format!("{indent}{unit}"));
            format!("{indent}{unit}{},{newline}", item.trim_start())
        })
        .collect();
    Ok(format!("{targets}await {gather}({newline}{}{indent})", items.concat()))
}

fn grouped(
    program: &Program<'_>,
    awaits: &[Await<'_>],
    indent: &str,
    edit: &mut Edit,
) -> Result<String, Refusal> {
    // A group makes tasks of coroutines, and takes nothing else.
    if !awaits.iter().all(|each| matches!(each.awaited.kind, ExprKind::Call { .. })) {
        return Err(Refusal::NotAwaits);
    }
    let maker = called(program, "asyncio", "TaskGroup", edit)?;
    let (newline, unit) = (program.newline(), program.indent_unit());
    let group = free_name(program, "group");
    let (mut inside, mut after) = (String::new(), String::new());
    for each in awaits {
        let coroutine = program.reindented(each.awaited.span, indent, &format!("{indent}{unit}"));
        let task = match each.target {
            Some(target) => {
                let name = program.source(target.span);
                let task = free_name(program, &format!("{name}_task"));
                after.push_str(&format!("{newline}{indent}{name} = {task}.result()"));
                format!("{task} = ")
            }
            None => String::new(),
        };
        inside.push_str(&format!(
            "{newline}{indent}{unit}{task}{group}.create_task({})",
            coroutine.trim_start()
        ));
    }
    Ok(format!("async with {maker}() as {group}:{inside}{after}"))
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use super::Together;
    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    /// From the statement at an offset, of this length, to the marked one.
    fn together(start: u32, length: u32, how: Together) -> impl Fn(Span) -> Command {
        move |last| Command::Together { first: Span::new(start, start + length), last, how }
    }

    #[test]
    fn results_keep_their_names() {
        check(
            together(45, 16, Together::Gather),
            "import asyncio\nasync def f():\n    # both\n    a = await brew()\n    «b = await toast()»\n    a + b\n",
            "import asyncio\nasync def f():\n    # both\n    a, b = await asyncio.gather(brew(), toast())\n    a + b\n",
        );
    }

    #[test]
    fn results_that_nobody_wants_have_no_name() {
        check(
            together(34, 12, Together::Gather),
            "import asyncio\nasync def f():\n    await brew()\n    «await toast(1)»\n",
            "import asyncio\nasync def f():\n    await asyncio.gather(brew(), toast(1))\n",
        );
    }

    #[test]
    fn long_ones_stand_in_lines_of_their_own() {
        let name = "a_very_long_name_of_a_coroutine_that_brews";
        check(
            together(34, 50, Together::Gather),
            &format!("import asyncio\nasync def f():\n    await {name}()\n    «await {name}(2)»\n"),
            &format!(
                "import asyncio\nasync def f():\n    await asyncio.gather(\n        {name}(),\n        {name}(2),\n    )\n"
            ),
        );
    }

    #[test]
    fn in_a_group() {
        check(
            together(34, 12, Together::Group),
            "import asyncio\nasync def f():\n    await brew()\n    «b = await toast()»\n    print(b)\n",
            "import asyncio\nasync def f():\n    async with asyncio.TaskGroup() as group:\n        group.create_task(brew())\n        b_task = group.create_task(toast())\n    b = b_task.result()\n    print(b)\n",
        );
    }

    #[test]
    fn not_what_needs_what_comes_before() {
        refused(
            together(34, 16, Together::Gather),
            "import asyncio\nasync def f():\n    a = await brew()\n    «b = await toast(a)»\n",
            &Refusal::Depends("a".to_owned()),
        );
    }

    #[test]
    fn only_awaits_without_comments() {
        refused(
            together(34, 3, Together::Gather),
            "import asyncio\nasync def f():\n    a()\n    «await b()»\n",
            &Refusal::NotAwaits,
        );
        refused(
            together(34, 9, Together::Gather),
            "import asyncio\nasync def f():\n    await a()  # x\n    «await b()»\n",
            &Refusal::HasComments,
        );
    }
}
