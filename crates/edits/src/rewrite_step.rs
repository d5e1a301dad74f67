//! Another source in the place of a step's; of a step with blocks, in the place of what introduces them.
//!
//! ```python
//! for n in range(3):
//!     await job(n)
//! ```
//! ```python
//! while True:
//!     await job(n)
//! ```

use interleave_text::{Edit, Span};

use crate::{Program, Refusal, Wanted};

/// `source` has no indentation of its own, and no colon at the end.
pub(crate) fn edit(program: &Program<'_>, step: Span, source: &str) -> Result<Edit, Refusal> {
    let statement = program.statement(step)?.statement;
    let head = program.head(statement);
    let has_blocks = head.end < step.end;
    let source = source.trim();
    let source = if has_blocks { source.trim_end_matches(':').trim_end() } else { source };
    if source.is_empty() {
        return Err(Refusal::NotA(Wanted::Statement));
    }
    let lines: Vec<&str> = source.lines().collect();
    let between = format!("{}{}", program.newline(), program.indent(statement));
    Ok(Edit::replace(head, lines.join(&between)))
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use crate::testing::{check, refused};
    use crate::{Command, Refusal, Wanted};

    fn into(source: &'static str) -> impl Fn(Span) -> Command {
        move |step| Command::RewriteStep { step, source: source.to_owned() }
    }

    #[test]
    fn all_of_it_or_its_head() {
        check(into(" b(2) "), "if x:\n    «a(1)»  # why\n", "if x:\n    b(2)  # why\n");
        check(into("b()\nc()"), "if x:\n    «a()»\n", "if x:\n    b()\n    c()\n");
        check(
            into("while x['a:b']:"),
            "«for n in [1]:  # so\n    a()»\n",
            "while x['a:b']:  # so\n    a()\n",
        );
    }

    #[test]
    fn only_what_is_python() {
        refused(into(""), "«a()»\n", &Refusal::NotA(Wanted::Statement));
        refused(into("(1"), "«a()»\n", &Refusal::WouldBreak("'(' was never closed".to_owned()));
    }
}
