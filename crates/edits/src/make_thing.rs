//! A new thing that tasks can share, made at the beginning of a function.
//!
//! ```python
//! async def main():
//!     permits = asyncio.Semaphore(3)
//! ```

use interleave_syntax::tree::{Constant, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::graph::ThingKind;
use crate::imports::called;
use crate::insertion::Spot;
use crate::occurrences::occurrences;
use crate::rename::is_name;
use crate::{Place, Program, Refusal, Wanted};

/// `function` is the whole definition; `number` what stands in the brackets.
pub(crate) fn edit(
    program: &Program<'_>,
    kind: ThingKind,
    name: &str,
    number: Option<u32>,
    function: Span,
) -> Result<Edit, Refusal> {
    if !is_name(name) {
        return Err(Refusal::NotA(Wanted::Name));
    }
    let standing = program.statement(function)?;
    let StmtKind::FunctionDef(definition) = &standing.statement.kind else { return Err(Refusal::Gone) };
    let inside = |span: Span| function.start <= span.start && span.end <= function.end;
    if occurrences(&program.module().body, name).iter().any(|place| inside(place.span)) {
        return Err(Refusal::Taken(name.to_owned()));
    }
    let mut edit = Edit::default();
    let (module, member) = match kind {
        ThingKind::Lock => ("asyncio", "Lock"),
        ThingKind::Semaphore => ("asyncio", "Semaphore"),
        ThingKind::Event => ("asyncio", "Event"),
        ThingKind::Condition => ("asyncio", "Condition"),
        ThingKind::Barrier => ("asyncio", "Barrier"),
        ThingKind::Queue => ("asyncio", "Queue"),
        ThingKind::Future => ("asyncio", "get_running_loop"),
        ThingKind::ThreadPool => ("concurrent.futures", "ThreadPoolExecutor"),
        ThingKind::ProcessPool => ("concurrent.futures", "ProcessPoolExecutor"),
    };
    let maker = called(program, module, member, &mut edit)?;
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    let made = match kind {
        ThingKind::Future => format!("{maker}().create_future()"),
        _ => format!("{maker}({number})"),
    };
    let is_docstring = |first: &&Stmt| matches!(&first.kind, StmtKind::Expr(value) if matches!(value.kind, ExprKind::Constant(Constant::Str(_))));
    let first = definition.body.first().ok_or(Refusal::Gone)?;
    let place = if is_docstring(&first) { Place::After(first.span) } else { Place::Before(first.span) };
    let spot = Spot::find(program, place)?;
    let line = format!("{}{name} = {made}{}", spot.indent, program.newline());
    spot.take_in(program, &line, &mut edit)?;
    Ok(edit)
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use crate::graph::{ProgramGraph, ThingKind};
    use crate::testing::{check, refused};
    use crate::{Command, Program, Refusal, Wanted};

    fn make(kind: ThingKind, name: &'static str, number: Option<u32>) -> impl Fn(Span) -> Command {
        move |function| Command::MakeThing { kind, name: name.to_owned(), number, function }
    }

    #[test]
    fn behind_the_docstring_and_before_all_else() {
        check(
            make(ThingKind::Semaphore, "permits", Some(3)),
            "import asyncio\n«async def main():\n    '''All.'''\n    # then\n    await job()»\n",
            "import asyncio\nasync def main():\n    '''All.'''\n    permits = asyncio.Semaphore(3)\n    # then\n    await job()\n",
        );
        check(
            make(ThingKind::Queue, "queue", None),
            "from asyncio import Queue\n«async def main():\n    pass»\n",
            "from asyncio import Queue\nasync def main():\n    queue = Queue()\n",
        );
    }

    #[test]
    fn with_the_import_that_it_takes() {
        check(
            make(ThingKind::Future, "dish", None),
            "«async def main():\n    await x»",
            "import asyncio\n\nasync def main():\n    dish = asyncio.get_running_loop().create_future()\n    await x",
        );
        check(
            make(ThingKind::Lock, "lock", None),
            "'''Doc.'''\nimport time\n\n«async def main():\n    await x»\n",
            "'''Doc.'''\nimport time\nimport asyncio\n\nasync def main():\n    lock = asyncio.Lock()\n    await x\n",
        );
    }

    #[test]
    fn what_is_made_is_a_thing() {
        let before = "import asyncio\nasync def main():\n    pass\n";
        let program = Program::read(before).unwrap();
        let function = Span::new(15, u32::try_from(before.len()).unwrap() - 1);
        for kind in [ThingKind::Future, ThingKind::Barrier, ThingKind::ThreadPool] {
            let command = make(kind, "it", None)(function);
            let after = program.edit(&command).unwrap().apply(before).unwrap();
            let graph = ProgramGraph::of(&Program::read(&after).unwrap());
            assert_eq!(graph.things.iter().map(|thing| thing.kind).collect::<Vec<_>>(), [kind], "{after}");
        }
    }

    #[test]
    fn under_a_name_of_its_own() {
        refused(
            make(ThingKind::Lock, "x", None),
            "«async def f():\n    x()»\n",
            &Refusal::Taken("x".to_owned()),
        );
        refused(
            make(ThingKind::Lock, "a b", None),
            "«async def f():\n    x()»\n",
            &Refusal::NotA(Wanted::Name),
        );
    }
}
