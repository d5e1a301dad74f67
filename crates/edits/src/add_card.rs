//! A new coroutine function, before the one that the program begins with. Where there is no `main`, a coroutine of
//! that name is also run.
//!
//! ```python
//! async def job(n):
//!     pass
//! ```

use interleave_syntax::tree::{ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::graph::{Imports, callee, each_expression, each_statement, scopes};
use crate::imports::called;
use crate::occurrences::occurrences;
use crate::program::place;
use crate::rename::is_name;
use crate::{Program, Refusal, Wanted};

/// What the coroutine is called that the program begins with.
const MAIN: &str = "main";

/// `parameters` is what stands between the brackets.
pub(crate) fn edit(program: &Program<'_>, name: &str, parameters: &str) -> Result<Edit, Refusal> {
    if !is_name(name) {
        return Err(Refusal::NotA(Wanted::Name));
    }
    let body = &program.module().body;
    if !occurrences(body, name).is_empty() {
        return Err(Refusal::Taken(name.to_owned()));
    }
    let newline = program.newline();
    let unit = program.indent_unit();
    let between = newline.repeat(usize::try_from(apart(program)).unwrap_or(2));
    let card = format!("async def {name}({parameters}):{newline}{unit}pass{newline}");
    let mut edit = Edit::default();
    let neighbour =
        first_function(program).or_else(|| body.iter().find(|statement| runs(program, statement)));
    let (at, text) = match neighbour {
        Some(neighbour) => (program.lines(neighbour)?.start, format!("{card}{between}")),
        None => {
            let text = program.text();
            let is_begun = !text.trim().is_empty();
            let break_line = if is_begun && !text.ends_with('\n') { newline } else { "" };
            let before = if is_begun { between.as_str() } else { "" };
            let run = if name == MAIN {
                let run = called(program, "asyncio", "run", &mut edit)?;
                // The import that was added stands right before it.
                let before =
                    if is_begun || edit.replacements().is_empty() { before } else { between.as_str() };
                format!("{break_line}{before}{card}{between}{run}({MAIN}()){newline}")
            } else {
                format!("{break_line}{before}{card}")
            };
            (place(text.len()), run)
        }
    };
    if edit.add(Span::new(at, at), text) { Ok(edit) } else { Err(Refusal::SharesLine) }
}

/// The definition of the coroutine function that the program begins with.
fn first_function<'p>(program: &'p Program<'_>) -> Option<&'p Stmt> {
    let body = &program.module().body;
    let scopes = scopes(body);
    let run = body.iter().find(|statement| runs(program, statement))?;
    let mut found = None;
    each_statement(std::slice::from_ref(run), &mut |statement| {
        for expression in statement.expressions() {
            each_expression(expression, &mut |inner| {
                if let ExprKind::Call { function, .. } = &inner.kind {
                    found = found.or_else(|| callee(&scopes, 0, function));
                }
            });
        }
    });
    let definition = scopes.get(found?)?.definition?;
    body.iter().find(|statement| statement.span == definition.span)
}

/// `asyncio.run(…)`
fn runs(program: &Program<'_>, statement: &Stmt) -> bool {
    let imports = Imports::of(program.module());
    let mut found = false;
    each_statement(std::slice::from_ref(statement), &mut |statement| {
        for expression in statement.expressions() {
            each_expression(expression, &mut |inner| {
                if let ExprKind::Call { function, .. } = &inner.kind {
                    found |= imports.dotted(function).as_deref() == Some("asyncio.run");
                }
            });
        }
    });
    found
}

/// How many empty lines the program has between functions: one, or two as is the custom.
pub(crate) fn apart(program: &Program<'_>) -> u32 {
    let body = &program.module().body;
    let functions =
        body.iter().skip(1).filter(|statement| matches!(statement.kind, StmtKind::FunctionDef(_)));
    let gaps = functions.filter_map(|function| {
        let start = program.lines(function).ok()?.start;
        let before = program.source(Span::new(0, start));
        let empty = before.lines().rev().take_while(|line| line.trim().is_empty()).count();
        u32::try_from(empty).ok()
    });
    gaps.min().unwrap_or(2).clamp(1, 2)
}

#[cfg(test)]
mod tests {
    use crate::{Command, Program, Refusal};

    fn add(name: &str, parameters: &str, before: &str) -> Result<String, Refusal> {
        let program = Program::read(before).unwrap();
        let edit =
            program.edit(&Command::AddCard { name: name.to_owned(), parameters: parameters.to_owned() })?;
        Ok(edit.apply(before).unwrap())
    }

    #[test]
    fn before_the_one_that_the_program_begins_with() {
        let main = "import asyncio\n\n# the first\nasync def main():\n  pass\n\nif __name__ == '__main__':\n  asyncio.run(main())\n";
        assert_eq!(
            add("job", "n", main).as_deref(),
            Ok(
                "import asyncio\n\nasync def job(n):\n  pass\n\n# the first\nasync def main():\n  pass\n\nif __name__ == '__main__':\n  asyncio.run(main())\n"
            )
        );
    }

    #[test]
    fn from_an_empty_page() {
        let empty = add("main", "", "").unwrap();
        assert_eq!(empty, "import asyncio\n\n\nasync def main():\n    pass\n\n\nasyncio.run(main())\n");
        let two = add("job", "number, permits", &empty).unwrap();
        assert_eq!(
            two,
            "import asyncio\n\n\nasync def job(number, permits):\n    pass\n\n\nasync def main():\n    pass\n\n\nasyncio.run(main())\n"
        );
        assert_eq!(add("job", "", &two), Err(Refusal::Taken("job".to_owned())));
    }

    #[test]
    fn at_the_end_of_what_runs_nothing() {
        assert_eq!(add("job", "", "x = 1").as_deref(), Ok("x = 1\n\n\nasync def job():\n    pass\n"));
    }
}
