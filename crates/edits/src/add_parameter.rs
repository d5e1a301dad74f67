//! A function takes something more, and each of its calls gives it: a 1, to be written over.
//!
//! ```python
//! async def job(): …
//! await job()
//! ```
//! ```python
//! async def job(n): …
//! await job(1)
//! ```

use interleave_syntax::tree::StmtKind;
use interleave_text::{Edit, Span};

use crate::graph::scopes;
use crate::occurrences::occurrences;
use crate::reach::{add_parameter, calls, give};
use crate::rename::is_name;
use crate::{Program, Refusal, Wanted};

/// `function` is the whole definition.
pub(crate) fn edit(program: &Program<'_>, function: Span, name: &str) -> Result<Edit, Refusal> {
    if !is_name(name) {
        return Err(Refusal::NotA(Wanted::Name));
    }
    let body = &program.module().body;
    let scopes = scopes(body);
    let is_it = |definition: &interleave_syntax::tree::Stmt| definition.span == function;
    let place = scopes.iter().position(|scope| scope.definition.is_some_and(is_it)).ok_or(Refusal::Gone)?;
    let here = scopes.get(place).ok_or(Refusal::Gone)?;
    let Some(StmtKind::FunctionDef(definition)) = here.definition.map(|definition| &definition.kind) else {
        return Err(Refusal::Gone);
    };
    let is_own = here.parameters.iter().any(|parameter| *parameter.name.text == *name);
    if is_own || occurrences(here.body, name).iter().any(|place| place.within == 0) {
        return Err(Refusal::Taken(name.to_owned()));
    }
    let calls = calls(body, &scopes, place).ok_or_else(|| Refusal::OutOfReach(name.to_owned()))?;
    let mut edit = Edit::default();
    let by_name = add_parameter(program, definition, name, &mut edit)?;
    for (_, call) in calls {
        give(call, name, "1", by_name, &mut edit)?;
    }
    Ok(edit)
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use crate::testing::{check, refused};
    use crate::{Command, Refusal};

    fn add(name: &'static str) -> impl Fn(Span) -> Command {
        move |function| Command::AddParameter { function, name: name.to_owned() }
    }

    #[test]
    fn its_calls_give_it() {
        check(
            add("n"),
            "«async def job(a):\n    pass»\nasync def main():\n    await job(2)\n    await job(a=3)\n",
            "async def job(a, n):\n    pass\nasync def main():\n    await job(2, 1)\n    await job(a=3, n=1)\n",
        );
        check(add("n"), "«async def job():\n    pass»\n", "async def job(n):\n    pass\n");
    }

    #[test]
    fn not_a_name_that_it_has_and_not_where_calls_cannot_be_found() {
        refused(add("a"), "«def f(a):\n    pass»\n", &Refusal::Taken("a".to_owned()));
        refused(add("a"), "«def f():\n    pass»\njobs = [f]\n", &Refusal::OutOfReach("a".to_owned()));
    }
}
