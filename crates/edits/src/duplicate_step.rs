//! A step comes once more, right behind itself.
//!
//! ```python
//! print("tick")
//! ```
//! ```python
//! print("tick")
//! print("tick")
//! ```

use interleave_text::{Edit, Span};

use crate::insertion::Spot;
use crate::{Place, Program, Refusal};

pub(crate) fn edit(program: &Program<'_>, step: Span) -> Result<Edit, Refusal> {
    let lines = program.lines(program.statement(step)?.statement)?;
    let source = program.source(lines);
    let end = if source.ends_with('\n') { "" } else { program.newline() };
    let spot = Spot::find(program, Place::After(step))?;
    let mut edit = Edit::default();
    spot.take_in(program, &format!("{source}{end}"), &mut edit)?;
    Ok(edit)
}

#[cfg(test)]
mod tests {
    use crate::Command;
    use crate::testing::check;

    #[test]
    fn with_its_comments_and_blocks() {
        check(
            Command::DuplicateStep,
            "def f():\n    # twice\n    «if x:\n        a()»  # here\n    b()\n",
            "def f():\n    # twice\n    if x:\n        a()  # here\n    # twice\n    if x:\n        a()  # here\n    b()\n",
        );
    }

    #[test]
    fn at_the_end_of_a_text_that_does_not_end_its_line() {
        check(Command::DuplicateStep, "def f():\n    «a()»", "def f():\n    a()\n    a()");
    }

    #[test]
    fn lines_end_as_they_do_elsewhere() {
        check(Command::DuplicateStep, "def f():\r\n    «a()»", "def f():\r\n    a()\r\n    a()");
    }
}
