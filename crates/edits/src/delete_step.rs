//! A step goes, with the comments above it.
//!
//! ```python
//! print("begin")
//! # rest
//! await asyncio.sleep(1)
//! ```
//! ```python
//! print("begin")
//! ```

use interleave_text::{Edit, Span};

use crate::insertion::take_out;
use crate::{Program, Refusal};

pub(crate) fn edit(program: &Program<'_>, step: Span) -> Result<Edit, Refusal> {
    let mut edit = Edit::default();
    take_out(program, step, &mut edit)?;
    Ok(edit)
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    #[test]
    fn its_comments_go_with_it() {
        check(
            Command::DeleteStep,
            "def f():\n    a()\n    # about b\n    «b()»  # now\n    c()\n",
            "def f():\n    a()\n    c()\n",
        );
    }

    #[test]
    fn its_blocks_go_with_it() {
        check(
            Command::DeleteStep,
            "def f():\n    «for x in y:\n        a()»\n        # the end of it\n    c()\n",
            "def f():\n    c()\n",
        );
    }

    #[test]
    fn a_block_is_never_empty() {
        check(Command::DeleteStep, "def f():\n    «a()»\nb()\n", "def f():\n    pass\nb()\n");
        check(Command::DeleteStep, "def f():\n  «a()»", "def f():\n  pass");
    }

    #[test]
    fn a_program_may_be_empty() {
        check(Command::DeleteStep, "«a()»\n", "");
    }

    #[test]
    fn what_shares_its_line_stays() {
        refused(Command::DeleteStep, "«a()»; b()\n", &Refusal::SharesLine);
        refused(Command::DeleteStep, "if x: «a()»\n", &Refusal::SharesLine);
    }
}
