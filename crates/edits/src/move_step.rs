//! A step goes to another place, indented as the steps are there.
//!
//! ```python
//! async with lock: …
//! await asyncio.sleep(1)
//! ```
//! ```python
//! async with lock: …
//!     await asyncio.sleep(1)
//! ```

use interleave_text::{Edit, Span};

use crate::insertion::{Spot, take_out};
use crate::{Place, Program, Refusal};

pub(crate) fn edit(program: &Program<'_>, step: Span, to: Place) -> Result<Edit, Refusal> {
    let statement = program.statement(step)?.statement;
    let target = to.neighbour();
    if step.start <= target.start && target.end <= step.end {
        return Err(Refusal::IntoItself);
    }
    let lines = program.lines(statement)?;
    let spot = Spot::find(program, to)?;
    let stays = [lines.start, lines.end].contains(&spot.at) && spot.indent == program.indent(statement);
    if stays {
        return Err(Refusal::IntoItself);
    }
    let mut moved = program.reindented(lines, program.indent(statement), spot.indent);
    if !moved.ends_with('\n') {
        moved.push_str(program.newline());
    }
    let mut edit = Edit::default();
    take_out(program, step, &mut edit)?;
    spot.take_in(program, &moved, &mut edit)?;
    Ok(edit)
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use crate::testing::{check, refused};
    use crate::{Command, Place, Refusal};

    /// To before the statement at an offset, which is of this length.
    fn before(start: u32, length: u32) -> impl Fn(Span) -> Command {
        move |step| Command::MoveStep { step, to: Place::Before(Span::new(start, start + length)) }
    }

    #[test]
    fn up_and_down_in_its_block() {
        check(before(0, 3), "a()\nb()\n# third\n«c()»\n", "# third\nc()\na()\nb()\n");
        let down = |step| Command::MoveStep { step, to: Place::After(Span::new(8, 11)) };
        check(down, "«a()»\nb()\nc()\n", "b()\nc()\na()\n");
    }

    #[test]
    fn into_a_block_and_out_of_one() {
        let into = |step| Command::MoveStep { step, to: Place::EndOf { of: Span::new(0, 20), block: 0 } };
        check(
            into,
            "async def f():\n  a()\n\n«for x in y:\n    b()»\n",
            "async def f():\n  a()\n  for x in y:\n      b()\n\n",
        );
        check(before(0, 3), "a()\nif x:\n    «b()»\n", "b()\na()\nif x:\n    pass\n");
    }

    #[test]
    fn what_kept_a_place_gives_way() {
        let into = |step| Command::MoveStep { step, to: Place::EndOf { of: Span::new(0, 16), block: 0 } };
        check(into, "def f():\n    ...\n«a()»\n", "def f():\n    a()\n");
    }

    #[test]
    fn strings_keep_their_lines() {
        let into = |step| Command::MoveStep { step, to: Place::EndOf { of: Span::new(0, 13), block: 0 } };
        check(
            into,
            "if x:\n    a()\n«b('''\nc\n''', (\n  d))»\n",
            "if x:\n    a()\n    b('''\nc\n''', (\n      d))\n",
        );
    }

    #[test]
    fn not_into_itself() {
        let into = |step| Command::MoveStep { step, to: Place::EndOf { of: step, block: 0 } };
        refused(into, "«if x:\n    a()»\n", &Refusal::IntoItself);
    }
}
