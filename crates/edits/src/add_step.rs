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

use interleave_text::Edit;

use crate::insertion::Spot;
use crate::{Place, Program, Refusal, Wanted};

/// The source is indented by four spaces where it has blocks, and has no strings of several lines.
pub(crate) fn edit(program: &Program<'_>, source: &str, at: Place) -> Result<Edit, Refusal> {
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
    let mut edit = Edit::default();
    spot.take_in(program, &lines, &mut edit)?;
    Ok(edit)
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use crate::testing::{check, refused};
    use crate::{Command, Place, Refusal, Wanted};

    fn after(source: &'static str) -> impl Fn(Span) -> Command {
        move |step| Command::AddStep { source: source.to_owned(), at: Place::After(step) }
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
}
