//! Steps that follow each other become a coroutine of their own, which is awaited in their place. What they need is
//! given to it; what they leave behind is what it returns.
//!
//! ```python
//! await asyncio.sleep(n)
//! ```
//! ```python
//! await rest(n)
//! ```

use interleave_syntax::tree::{ExprKind, FunctionDef, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::add_card::apart;
use crate::graph::{each_expression, scopes};
use crate::occurrences::{binds, has_parameter, names_in_target, occurrences};
use crate::rename::is_name;
use crate::{Program, Refusal, Wanted};

pub(crate) fn edit(program: &Program<'_>, first: Span, last: Span, name: &str) -> Result<Edit, Refusal> {
    if !is_name(name) {
        return Err(Refusal::NotA(Wanted::Name));
    }
    let body = &program.module().body;
    if !occurrences(body, name).is_empty() {
        return Err(Refusal::Taken(name.to_owned()));
    }
    let steps = program.steps(first, last)?;
    let [first, ..] = steps else { return Err(Refusal::Gone) };
    let end = steps.last().map_or(first.span.end, |last| last.span.end);
    let whole = Span::new(first.span.start, end);
    let scopes = scopes(body);
    let around = scopes.iter().rev().find(|scope| scope.definition.is_some() && scope.has(whole));
    let around =
        around.and_then(|scope| scope.definition).ok_or_else(|| Refusal::Tangled(name.to_owned()))?;
    let StmtKind::FunctionDef(function) = &around.kind else { return Err(Refusal::Gone) };
    if let Some(word) = leaves(steps, false) {
        return Err(Refusal::Tangled(word.to_owned()));
    }
    let Needs { given, left } = needs(function, steps, whole)?;

    let (newline, unit) = (program.newline(), program.indent_unit());
    let (indent, outer) = (program.indent(first), program.indent(around));
    let mut lines = String::new();
    let mut edit = Edit::default();
    let call = format!("await {name}({})", given.join(", "));
    let call = if left.is_empty() { call } else { format!("{} = {call}", left.join(", ")) };
    let from = program.lines(first)?.start;
    let mut to = from;
    for step in steps {
        let span = program.lines(step)?;
        // Empty lines between them go along.
        let span = Span::new(to, span.end);
        lines.push_str(&program.reindented(span, indent, &format!("{outer}{unit}")));
        to = span.end;
    }
    let is_ended = lines.ends_with('\n');
    if !is_ended {
        lines.push_str(newline);
    }
    if !left.is_empty() {
        lines.push_str(&format!("{outer}{unit}return {}{newline}", left.join(", ")));
    }
    let between = newline.repeat(usize::try_from(apart(program)).unwrap_or(2));
    let parameters = given.join(", ");
    let card = format!("{outer}async def {name}({parameters}):{newline}{lines}{between}");
    let at = program.lines(around)?.start;
    let ending = if is_ended { newline } else { "" };
    if edit.add(Span::new(at, at), card) && edit.add(Span::new(from, to), format!("{indent}{call}{ending}")) {
        Ok(edit)
    } else {
        Err(Refusal::SharesLine)
    }
}

/// What ends or leaves more than the steps themselves, in Python's word for it.
fn leaves(steps: &[Stmt], in_loop: bool) -> Option<&'static str> {
    steps.iter().find_map(|step| {
        let yields = step.expressions().into_iter().any(|expression| {
            let mut found = false;
            each_expression(expression, &mut |inner| {
                found |= matches!(inner.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_));
            });
            found
        });
        let inside = |is_loop| step.blocks().into_iter().find_map(|block| leaves(block, is_loop));
        match &step.kind {
            _ if yields => Some("yield"),
            StmtKind::Return(_) => Some("return"),
            StmtKind::Break if !in_loop => Some("break"),
            StmtKind::Continue if !in_loop => Some("continue"),
            StmtKind::Global(_) => Some("global"),
            StmtKind::Nonlocal(_) => Some("nonlocal"),
            StmtKind::Delete(_) => Some("del"),
            StmtKind::FunctionDef(_) | StmtKind::ClassDef(_) => None,
            StmtKind::For { .. } | StmtKind::While { .. } => inside(true),
            _ => inside(in_loop),
        }
    })
}

/// Names that steps share with the function around them.
#[derive(Default)]
struct Needs {
    /// What is to be given to them.
    given: Vec<String>,
    /// What is used after them.
    left: Vec<String>,
}

fn needs(function: &FunctionDef, steps: &[Stmt], whole: Span) -> Result<Needs, Refusal> {
    let mut names: Vec<String> = Vec::new();
    names_of(steps, &mut names);
    let is_inside = |span: Span| whole.start <= span.start && span.end <= whole.end;
    let in_loop = is_in_loop(&function.body, whole);
    let mut needs = Needs::default();
    for name in names {
        let binding = binds(&function.body, &name);
        let is_parameter = has_parameter(&function.parameters, &name);
        if binding.is_global || binding.is_nonlocal {
            if binds(steps, &name).is_local {
                return Err(Refusal::Tangled(name));
            }
            continue;
        }
        if !(binding.is_local || is_parameter) {
            continue;
        }
        let own = occurrences(&function.body, &name).into_iter().filter(|place| place.scope == 0);
        let outside: Vec<Span> = own.map(|place| place.span).filter(|span| !is_inside(*span)).collect();
        let before = is_parameter || outside.iter().any(|span| span.start < whole.start);
        let after = outside.iter().any(|span| span.start >= whole.end || in_loop);
        let is_set = binds(steps, &name).is_local;
        let is_set_first = sets_first(steps, &name);
        if before && !is_set_first {
            needs.given.push(name.clone());
        }
        if is_set && after {
            // What may not have been set could not be returned.
            let is_certain = before || steps.iter().any(|step| sets(step, &name));
            if !is_certain {
                return Err(Refusal::Tangled(name));
            }
            needs.left.push(name);
        }
    }
    Ok(needs)
}

/// Names in the order of the text.
fn names_of(steps: &[Stmt], names: &mut Vec<String>) {
    for step in steps {
        for expression in step.expressions() {
            each_expression(expression, &mut |inner| {
                let name = match &inner.kind {
                    ExprKind::Name(name) => name.to_string(),
                    ExprKind::Named { target, .. } => target.text.to_string(),
                    _ => return,
                };
                if !names.contains(&name) {
                    names.push(name);
                }
            });
        }
        step.blocks().into_iter().for_each(|block| names_of(block, names));
    }
}

fn is_in_loop(body: &[Stmt], whole: Span) -> bool {
    let around = |statement: &&Stmt| statement.span.start <= whole.start && whole.end <= statement.span.end;
    body.iter().find(around).is_some_and(|statement| {
        let is_loop = matches!(statement.kind, StmtKind::For { .. } | StmtKind::While { .. });
        (is_loop && statement.span.start < whole.start)
            || statement.blocks().into_iter().any(|block| is_in_loop(block, whole))
    })
}

/// Whether a statement surely gives a name a value.
fn sets(step: &Stmt, name: &str) -> bool {
    match &step.kind {
        StmtKind::Assign { targets, .. } => targets.iter().any(|target| names_in_target(target, name)),
        StmtKind::AnnAssign { target, value: Some(_), .. } => names_in_target(target, name),
        StmtKind::With { items, body, .. } => {
            let given = items.iter().filter_map(|item| item.target.as_ref());
            given.into_iter().any(|target| names_in_target(target, name))
                || body.iter().any(|inner| sets(inner, name))
        }
        _ => false,
    }
}

/// Whether the first that steps do with a name is to give it a value.
fn sets_first(steps: &[Stmt], name: &str) -> bool {
    let first = steps.iter().find(|step| !occurrences(std::slice::from_ref(step), name).is_empty());
    first.is_some_and(|step| match &step.kind {
        StmtKind::Assign { targets, value } => {
            let mut is_used = false;
            each_expression(value, &mut |inner| {
                is_used |= matches!(&inner.kind, ExprKind::Name(other) if **other == *name);
            });
            !is_used && targets.iter().any(|target| names_in_target(target, name))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    fn extract(name: &'static str) -> impl Fn(Span) -> Command {
        move |step| Command::ExtractCard { first: step, last: step, name: name.to_owned() }
    }

    #[test]
    fn what_it_needs_is_given_and_what_it_leaves_returned() {
        check(
            extract("brew"),
            "async def main(kind):\n    n = 3\n    # slow\n    «cup = await tea(kind, n)»\n    print(cup)\n",
            "async def brew(kind, n):\n    # slow\n    cup = await tea(kind, n)\n    return cup\n\n\nasync def main(kind):\n    n = 3\n    cup = await brew(kind, n)\n    print(cup)\n",
        );
        check(
            extract("brew"),
            "async def main():\n    total = 0\n    for n in range(3):\n        «total += n»\n",
            "async def brew(total, n):\n    total += n\n    return total\n\n\nasync def main():\n    total = 0\n    for n in range(3):\n        total = await brew(total, n)\n",
        );
    }

    #[test]
    fn several_steps_with_their_blocks() {
        let both = |last: Span| Command::ExtractCard { first: Span::new(20, 23), last, name: "rest".into() };
        check(
            both,
            "async def main():\n  a()\n\n  «for n in b():\n    await c(n)»",
            "async def rest():\n  a()\n\n  for n in b():\n    await c(n)\n\n\nasync def main():\n  await rest()",
        );
    }

    #[test]
    fn not_what_leaves_the_function_around_it() {
        refused(
            extract("rest"),
            "async def main():\n    «if x():\n        return»\n    y()\n",
            &Refusal::Tangled("return".to_owned()),
        );
        refused(
            extract("rest"),
            "async def main():\n    «if x():\n        cup = 1»\n    print(cup)\n",
            &Refusal::Tangled("cup".to_owned()),
        );
        refused(extract("x"), "async def main():\n    «x()»\n", &Refusal::Taken("x".to_owned()));
        refused(extract("y"), "«x()»\n", &Refusal::Tangled("y".to_owned()));
    }
}
