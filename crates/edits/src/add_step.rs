//! A new step, in the style of the code around it.
//!
//! ```python
//! async def job():
//!     pass
//! ```
//! ```python
//! async def job():
//!     await asyncio.sleep(1)
//! ```

use interleave_syntax::tree::{Constant, Expr, ExprKind};
use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

use crate::graph::{each_expression, each_statement, scopes};
use crate::imports::called;
use crate::insertion::Spot;
use crate::{Calling, Place, Program, Refusal, Use, Wanted, call_card, use_thing};

/// A step that can be added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NewStep {
    /// Prints the name of the function that it is in.
    Print,
    /// Sleeps for a second.
    Sleep,
    /// Has a coroutine run.
    Call {
        /// The definition of its function.
        card: Span,
        /// How.
        how: Calling,
    },
    /// Does something with a thing, which is handed to where the step is.
    Use {
        /// Where the thing's name is written as it is made.
        thing: Span,
        /// What.
        how: Use,
    },
    /// Source, not indented; where it has blocks, by four spaces. No strings of several lines.
    Code(String),
}

pub(crate) fn edit(program: &Program<'_>, step: &NewStep, at: Place) -> Result<Edit, Refusal> {
    let mut edit = Edit::default();
    let source = match step {
        NewStep::Print => {
            let quote = quote(program);
            format!("print({quote}{}{quote})", function_around(program, at.neighbour()))
        }
        NewStep::Sleep => format!("await {}(1)", called(program, "asyncio", "sleep", &mut edit)?),
        NewStep::Call { card, how } => call_card::source(program, *card, *how, at, &mut edit)?,
        NewStep::Use { thing, how } => use_thing::source(program, *thing, *how, at, &mut edit)?,
        NewStep::Code(source) => source.clone(),
    };
    let spot = Spot::find(program, at)?;
    let unit = program.indent_unit();
    let mut lines = String::new();
    for line in source.lines() {
        let text = line.trim_start_matches(' ');
        if text.trim().is_empty() {
            continue;
        }
        let depth = (line.len() - text.len()) / 4;
        lines.push_str(spot.indent);
        (0..depth).for_each(|_| lines.push_str(unit));
        lines.push_str(text);
        lines.push_str(program.newline());
    }
    if lines.is_empty() {
        return Err(Refusal::NotA(Wanted::Statement));
    }
    spot.take_in(program, &lines, &mut edit)?;
    Ok(edit)
}

/// What the program puts its strings between first, or what is the custom.
pub(crate) fn quote(program: &Program<'_>) -> char {
    let mut found = None;
    let mut see = |expression: &Expr| {
        if let ExprKind::Constant(Constant::Str(_)) | ExprKind::JoinedStr(_) = &expression.kind {
            let source = program.source(expression.span).trim_start_matches(char::is_alphabetic);
            found = found.or_else(|| source.chars().next()).filter(|quote| matches!(quote, '"' | '\''));
        }
    };
    for scope in scopes(&program.module().body) {
        each_statement(scope.body, &mut |statement| {
            statement.expressions().into_iter().for_each(|expression| each_expression(expression, &mut see));
        });
    }
    found.unwrap_or('"')
}

/// The name of the innermost function around a place.
fn function_around(program: &Program<'_>, at: Span) -> String {
    let scopes = scopes(&program.module().body);
    let around = scopes.iter().rev().filter(|scope| scope.definition.is_some()).find(|scope| scope.has(at));
    let name = around.and_then(|scope| scope.name.rsplit('.').next());
    name.unwrap_or("here").to_owned()
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use super::NewStep;
    use crate::testing::{check, refused};
    use crate::{Command, Place, Refusal, Wanted};

    fn after(source: &'static str) -> impl Fn(Span) -> Command {
        move |at| Command::AddStep { step: NewStep::Code(source.to_owned()), at: Place::After(at) }
    }

    #[test]
    fn as_far_in_as_its_neighbour() {
        check(
            after("for item in range(3):\n    await nap(1)"),
            "async def f():\n\tif x:\n\t\t«a()»  # first\n\t\tb()\n",
            "async def f():\n\tif x:\n\t\ta()  # first\n\t\tfor item in range(3):\n\t\t\tawait nap(1)\n\t\tb()\n",
        );
    }

    #[test]
    fn in_the_place_of_what_kept_it() {
        check(after("a()"), "def f():\n    «pass»\n", "def f():\n    a()\n");
        check(after("a()"), "def f():\n    «pass»", "def f():\n    a()");
    }

    #[test]
    fn behind_the_last_line() {
        check(after("b()"), "«a()»", "a()\nb()");
    }

    #[test]
    fn only_what_is_a_step() {
        refused(after("  "), "«a()»\n", &Refusal::NotA(Wanted::Statement));
        refused(after("await x"), "«a()»\n", &Refusal::WouldBreak("'await' outside function".to_owned()));
    }

    #[test]
    fn sleeping_takes_an_import_and_printing_the_quotes_that_are_there() {
        let at_the_end = |step: NewStep| {
            move |of| Command::AddStep { step: step.clone(), at: Place::EndOf { of, block: 0 } }
        };
        check(
            at_the_end(NewStep::Sleep),
            "«async def job():\n  print('a')»\n",
            "import asyncio\n\nasync def job():\n  print('a')\n  await asyncio.sleep(1)\n",
        );
        check(
            at_the_end(NewStep::Print),
            "«async def job():\n  print('a')»\n",
            "async def job():\n  print('a')\n  print('job')\n",
        );
        check(
            at_the_end(NewStep::Print),
            "«async def job():\n    pass»\n",
            "async def job():\n    print(\"job\")\n",
        );
    }
}
