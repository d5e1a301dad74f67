//! A function goes, with the empty lines that held it apart, unless something still names it.
//!
//! ```python
//! async def job(): …
//! async def main(): …
//! ```
//! ```python
//! async def main(): …
//! ```

use interleave_syntax::tree::StmtKind;
use interleave_text::{Edit, Span};

use crate::insertion::take_out;
use crate::occurrences::occurrences;
use crate::program::place;
use crate::{Program, Refusal};

/// `function` is the whole definition.
pub(crate) fn edit(program: &Program<'_>, function: Span) -> Result<Edit, Refusal> {
    let standing = program.statement(function)?;
    let StmtKind::FunctionDef(definition) = &standing.statement.kind else { return Err(Refusal::Gone) };
    let name = &*definition.name.text;
    let inside = |span: Span| function.start <= span.start && span.end <= function.end;
    if occurrences(&program.module().body, name).iter().any(|mention| !inside(mention.span)) {
        return Err(Refusal::StillUsed(name.to_owned()));
    }
    let mut edit = Edit::default();
    if standing.block.len() == 1 {
        take_out(program, function, &mut edit)?;
        return Ok(edit);
    }
    let lines = program.lines(standing.statement)?;
    let rest = program.source(Span::new(lines.end, place(program.text().len())));
    let mut end = lines.end;
    for line in rest.split_inclusive('\n').take_while(|line| line.trim().is_empty()) {
        end += place(line.len());
    }
    let mut start = lines.start;
    if (end as usize) == program.text().len() {
        // The last one takes the lines above it along.
        let above = program.source(Span::new(0, start));
        for line in above.split_inclusive('\n').rev().take_while(|line| line.trim().is_empty()) {
            start -= place(line.len());
        }
    }
    if edit.add(Span::new(start, end), "") { Ok(edit) } else { Err(Refusal::SharesLine) }
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    #[test]
    fn the_lines_between_go_along() {
        check(
            Command::DeleteCard,
            "import asyncio\n\n\n# the job\n«async def job():\n    await job()»\n\n\nasync def main():\n    pass\n",
            "import asyncio\n\n\nasync def main():\n    pass\n",
        );
        check(Command::DeleteCard, "x = 1\n\n\n«async def job():\n    pass»\n", "x = 1\n");
        check(Command::DeleteCard, "class A:\n    «def b(self):\n        pass»\n", "class A:\n    pass\n");
    }

    #[test]
    fn not_what_is_called() {
        refused(
            Command::DeleteCard,
            "«async def job():\n    pass»\nasync def main():\n    await job()\n",
            &Refusal::StillUsed("job".to_owned()),
        );
    }
}
