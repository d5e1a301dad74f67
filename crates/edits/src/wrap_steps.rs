//! Steps that follow each other go inside something: a timeout, a lock, a loop, a task group.
//!
//! ```python
//! async with asyncio.timeout(5):
//!     print("in")
//!     await asyncio.sleep(1)
//! ```

use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

use crate::imports::called;
use crate::{Program, Refusal};

/// What introduces a block that steps go into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Head {
    /// `async with asyncio.timeout(1)`
    Timeout,
    /// `for n in range(3)`
    Repeat,
    /// Any other, without its colon.
    Code(String),
}

pub(crate) fn edit(program: &Program<'_>, first: Span, last: Span, head: &Head) -> Result<Edit, Refusal> {
    let mut edit = Edit::default();
    let head = match head {
        Head::Timeout => format!("async with {}(1)", called(program, "asyncio", "timeout", &mut edit)?),
        Head::Repeat => "for n in range(3)".to_owned(),
        Head::Code(head) => head.clone(),
    };
    wrap(program, first, last, &head, &mut edit)?;
    Ok(edit)
}

/// Puts steps into a block.
pub(crate) fn wrap(
    program: &Program<'_>,
    first: Span,
    last: Span,
    head: &str,
    edit: &mut Edit,
) -> Result<(), Refusal> {
    let steps = program.steps(first, last)?;
    let unit = program.indent_unit();
    for (step, is_first) in steps.iter().zip([true].into_iter().chain(std::iter::repeat(false))) {
        let lines = program.lines(step)?;
        let indent = program.indent(step);
        let head = if is_first { format!("{indent}{head}:{}", program.newline()) } else { String::new() };
        let inside = program.reindented(lines, indent, &format!("{indent}{unit}"));
        if !edit.add(lines, format!("{head}{inside}")) {
            return Err(Refusal::SharesLine);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use super::Head;
    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    fn within(head: &'static str) -> impl Fn(Span) -> Command {
        move |step| Command::WrapSteps { first: step, last: step, head: Head::Code(head.to_owned()) }
    }

    #[test]
    fn one_step_with_its_comments() {
        check(
            within("async with lock"),
            "async def f():\n  # why\n  «await x»  # what\n  b()\n",
            "async def f():\n  async with lock:\n    # why\n    await x  # what\n  b()\n",
        );
    }

    #[test]
    fn a_deadline_takes_an_import() {
        check(
            |step| Command::WrapSteps { first: step, last: step, head: Head::Timeout },
            "async def f():\n    «await x»\n",
            "import asyncio\n\nasync def f():\n    async with asyncio.timeout(1):\n        await x\n",
        );
    }

    #[test]
    fn several_in_either_order() {
        let both = |head: &'static str| {
            move |last: Span| Command::WrapSteps {
                first: Span::new(13, 16),
                last,
                head: Head::Code(head.to_owned()),
            }
        };
        check(
            both("while True"),
            "def f():\n    a()\n\n    «b('''\n  x''')»\n    c()\n",
            "def f():\n    while True:\n        a()\n\n        b('''\n  x''')\n    c()\n",
        );
    }

    #[test]
    fn steps_of_one_block_only() {
        let across = |step| Command::WrapSteps {
            first: step,
            last: Span::new(10, 13),
            head: Head::Code("if x".to_owned()),
        };
        refused(across, "«a()»\nif x: b()\n", &Refusal::Gone);
    }

    #[test]
    fn only_in_what_has_a_block() {
        let why = Refusal::WouldBreak("'async with' outside async function".to_owned());
        refused(within("async with x"), "def f():\n    «a()»\n", &why);
    }
}
