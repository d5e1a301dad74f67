//! A function comes once more, right behind itself and under a name of its own.
//!
//! ```python
//! async def job(): …
//! ```
//! ```python
//! async def job(): …
//! async def job2(): …
//! ```

use interleave_syntax::tree::StmtKind;
use interleave_text::{Edit, Span};

use crate::add_card::apart;
use crate::occurrences::free_name;
use crate::{Program, Refusal};

/// `function` is the whole definition.
pub(crate) fn edit(program: &Program<'_>, function: Span) -> Result<Edit, Refusal> {
    let statement = program.statement(function)?.statement;
    let StmtKind::FunctionDef(definition) = &statement.kind else { return Err(Refusal::Gone) };
    let lines = program.lines(statement)?;
    let name = definition.name.span;
    let before = program.source(Span::new(lines.start, name.start));
    let behind = program.source(Span::new(name.end, lines.end));
    let newline = program.newline();
    let between = newline.repeat(usize::try_from(apart(program)).unwrap_or(2));
    let free = free_name(program, &definition.name.text);
    let (lead, behind) = match behind.strip_suffix('\n') {
        Some(_) => (between, behind),
        None => (format!("{newline}{between}"), behind),
    };
    Ok(Edit::insert(lines.end, format!("{lead}{before}{free}{behind}")))
}

#[cfg(test)]
mod tests {
    use crate::Command;
    use crate::testing::check;

    #[test]
    fn with_a_name_that_is_free() {
        check(
            Command::DuplicateCard,
            "«async def job(n):\n    pass»  # so\n\n\njob2 = 1\n",
            "async def job(n):\n    pass  # so\n\n\nasync def job3(n):\n    pass  # so\n\n\njob2 = 1\n",
        );
        check(
            Command::DuplicateCard,
            "«async def job():\n    pass»",
            "async def job():\n    pass\n\n\nasync def job2():\n    pass",
        );
    }
}
