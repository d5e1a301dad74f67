//! What a gather awaits together is awaited one after the other; what a task group runs is in `ungroup`.
//!
//! ```python
//! a, b = await asyncio.gather(brew(), toast())
//! ```
//! ```python
//! a = await brew()
//! b = await toast()
//! ```

use interleave_syntax::tree::{Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::graph::Imports;
use crate::{Program, Refusal, ungroup};

pub(crate) fn edit(program: &Program<'_>, step: Span) -> Result<Edit, Refusal> {
    let standing = program.statement(step)?;
    let statement = standing.statement;
    if matches!(statement.kind, StmtKind::With { .. }) {
        return ungroup::edit(program, standing);
    }
    let (targets, value) = match &statement.kind {
        StmtKind::Expr(value) => (Some(Vec::new()), value),
        StmtKind::Assign { targets, value } => match targets.as_slice() {
            [Expr { kind: ExprKind::Tuple(targets), .. }] => (Some(targets.iter().collect()), value),
            _ => (None, value),
        },
        _ => return Err(Refusal::NotTogether),
    };
    let ExprKind::Await(awaited) = &value.kind else { return Err(Refusal::NotTogether) };
    let ExprKind::Call { function, args, keywords, brackets } = &awaited.kind else {
        return Err(Refusal::NotTogether);
    };
    let is_gather = Imports::of(program.module()).dotted(function).as_deref() == Some("asyncio.gather");
    let is_plain = |expression: &&Expr| !matches!(expression.kind, ExprKind::Starred(_));
    let targets: Vec<&Expr> =
        targets.filter(|_| is_gather && keywords.is_empty()).ok_or(Refusal::NotTogether)?;
    if let ([Expr { kind: ExprKind::Starred(all), .. }], []) = (args.as_slice(), targets.as_slice()) {
        return in_a_loop(program, statement, all).ok_or(Refusal::NotTogether);
    }
    let fits = targets.is_empty() || targets.len() == args.len();
    if args.is_empty() || !fits || !targets.iter().copied().chain(args).all(|each| is_plain(&each)) {
        return Err(Refusal::NotTogether);
    }
    if program.source(*brackets).contains('#') && has_comments(program, *brackets, args) {
        return Err(Refusal::HasComments);
    }
    // Nothing else may stand on the line.
    program.lines(statement)?;
    let indent = program.indent(statement);
    let inner = format!("{indent}{}", program.indent_unit());
    let lines: Vec<String> = args
        .iter()
        .enumerate()
        .map(|(number, argument)| {
            let target = targets.get(number).map(|target| program.source(target.span));
            let target = target.filter(|target| *target != "_").map(|target| format!("{target} = "));
            let source = program.reindented(argument.span, &inner, indent);
            format!("{}await {source}", target.unwrap_or_default())
        })
        .collect();
    Ok(Edit::replace(step, lines.join(&format!("{}{indent}", program.newline()))))
}

/// `await asyncio.gather(*(job(n) for n in range(3)))`
fn in_a_loop(program: &Program<'_>, statement: &Stmt, all: &Expr) -> Option<Edit> {
    let (ExprKind::GeneratorExp { element, clauses } | ExprKind::ListComp { element, clauses }) = &all.kind
    else {
        return None;
    };
    let [clause] = clauses.as_slice() else { return None };
    let is_plain = !clause.is_async && clause.ifs.is_empty() && !program.source(all.span).contains('#');
    let inner = format!("{}{}", program.indent(statement), program.indent_unit());
    let [target, iter, element] =
        [&clause.target, &clause.iter, &**element].map(|part| program.source(part.span));
    let text = format!("for {target} in {iter}:{}{inner}await {element}", program.newline());
    is_plain.then(|| Edit::replace(statement.span, text))
}

/// Whether something is said between the arguments.
fn has_comments(program: &Program<'_>, brackets: Span, args: &[Expr]) -> bool {
    let ends = args.iter().map(|argument| argument.span.end);
    let begins = args.iter().map(|argument| argument.span.start).chain([brackets.end]);
    let gaps = [brackets.start].into_iter().chain(ends).zip(begins);
    gaps.into_iter().any(|(start, end)| program.source(Span::new(start, end)).contains('#'))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    #[test]
    fn with_the_names_of_the_results() {
        check(
            Command::OneByOne,
            "import asyncio\nasync def f():\n    «a, _ = await asyncio.gather(\n        brew('#'),\n        toast(1,\n            2),\n    )»  # both\n",
            "import asyncio\nasync def f():\n    a = await brew('#')\n    await toast(1,\n        2)  # both\n",
        );
    }

    #[test]
    fn without_names() {
        check(
            Command::OneByOne,
            "from asyncio import gather\nasync def f():\n    «await gather(a(), b)»\n",
            "from asyncio import gather\nasync def f():\n    await a()\n    await b\n",
        );
    }

    #[test]
    fn many_of_a_kind_become_a_loop() {
        check(
            Command::OneByOne,
            "import asyncio\nasync def f():\n    «await asyncio.gather(*(job(n) for n in range(3)))»  # all\n",
            "import asyncio\nasync def f():\n    for n in range(3):\n        await job(n)  # all\n",
        );
        refused(
            Command::OneByOne,
            "import asyncio\nasync def f():\n    «await asyncio.gather(*[job(n) for n in a if n])»\n",
            &Refusal::NotTogether,
        );
    }

    #[test]
    fn not_what_cannot_be_told_apart() {
        for step in [
            "«x = await asyncio.gather(a(), b())»",
            "«await asyncio.gather(*a)»",
            "«await asyncio.sleep(1)»",
            "«await asyncio.gather(a(), return_exceptions=True)»",
        ] {
            refused(
                Command::OneByOne,
                &format!("import asyncio\nasync def f():\n    {step}\n"),
                &Refusal::NotTogether,
            );
        }
        let commented = "import asyncio\nasync def f():\n    «await asyncio.gather(\n        a(),  # first\n        b(),\n    )»\n";
        refused(Command::OneByOne, commented, &Refusal::HasComments);
    }
}
