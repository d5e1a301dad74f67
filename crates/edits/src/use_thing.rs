//! A step that does something with a thing that tasks share, which is handed to where the step is.
//!
//! ```python
//! async def producer():
//!     pass
//! ```
//! ```python
//! async def producer(queue):
//!     await queue.put("item")
//! ```

use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

use crate::add_step::quote;
use crate::graph::{Imports, ThingKind, Things, scopes};
use crate::imports::called;
use crate::occurrences::free_name;
use crate::reach::reach;
use crate::{Place, Program, Refusal};

/// What is done with a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are those of the methods")]
pub enum Use {
    /// `async with`
    Hold,
    Put,
    Get,
    TaskDone,
    Join,
    Set,
    Clear,
    Wait,
    Notify,
    /// `await` the thing itself.
    Await,
    /// A call in the pool.
    RunIn,
}

impl ThingKind {
    /// What steps can be added that do something with it.
    pub fn uses(self) -> &'static [Use] {
        match self {
            Self::Lock | Self::Semaphore => &[Use::Hold],
            Self::Event => &[Use::Wait, Use::Set, Use::Clear],
            Self::Condition => &[Use::Wait, Use::Notify],
            Self::Barrier => &[Use::Wait],
            Self::Queue => &[Use::Put, Use::Get, Use::TaskDone, Use::Join],
            Self::Future => &[Use::Await, Use::Set],
            Self::ThreadPool | Self::ProcessPool => &[Use::RunIn],
        }
    }
}

/// `thing` is where its name is written as it is made.
pub(crate) fn source(
    program: &Program<'_>,
    thing: Span,
    how: Use,
    at: Place,
    edit: &mut Edit,
) -> Result<String, Refusal> {
    let name = reach(program, thing, at.neighbour(), edit)?;
    let scopes = scopes(&program.module().body);
    let things = Things::of(&scopes, &Imports::of(program.module()));
    let kind = things.all.iter().find(|other| other.name_span == thing).map(|thing| thing.kind);
    let quote = quote(program);
    Ok(match (how, kind) {
        (Use::Hold, _) => format!("async with {name}:\n    pass"),
        (Use::Put, _) => format!("await {name}.put({quote}item{quote})"),
        (Use::Get, _) => format!("{} = await {name}.get()", free_name(program, "item")),
        (Use::TaskDone, _) => format!("{name}.task_done()"),
        (Use::Join, _) => format!("await {name}.join()"),
        (Use::Set, Some(ThingKind::Future)) => format!("{name}.set_result({quote}done{quote})"),
        (Use::Set, _) => format!("{name}.set()"),
        (Use::Clear, _) => format!("{name}.clear()"),
        (Use::Wait, Some(ThingKind::Condition)) => format!("async with {name}:\n    await {name}.wait()"),
        (Use::Wait, _) => format!("await {name}.wait()"),
        (Use::Notify, _) => format!("async with {name}:\n    {name}.notify_all()"),
        (Use::Await, _) => format!("{} = await {name}", free_name(program, "result")),
        (Use::RunIn, _) => {
            let the_loop = called(program, "asyncio", "get_running_loop", edit)?;
            format!("await {the_loop}().run_in_executor({name}, print, {quote}in a pool{quote})")
        }
    })
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use super::Use;
    use crate::testing::check;
    use crate::{Command, NewStep, Place};

    /// Uses the thing that `main` makes, at the end of the marked function.
    fn uses(how: Use, maker: &str, after: &str) {
        let before = format!(
            "import asyncio\n«async def job():\n    pass»\nasync def main():\n    it = {maker}\n    await job()\n"
        );
        let made =
            before.replace(['«', '»'], "").find("it = ").and_then(|at| u32::try_from(at).ok()).unwrap();
        let thing = Span::new(made, made + 2);
        check(
            |of| Command::AddStep { step: NewStep::Use { thing, how }, at: Place::EndOf { of, block: 0 } },
            &before,
            &format!(
                "import asyncio\nasync def job(it):\n    {after}\nasync def main():\n    it = {maker}\n    await job(it)\n"
            ),
        );
    }

    #[test]
    fn as_one_uses_it() {
        uses(Use::Put, "asyncio.Queue()", "await it.put(\"item\")");
        uses(Use::Get, "asyncio.Queue()", "item = await it.get()");
        uses(Use::Set, "asyncio.Event()", "it.set()");
        uses(Use::Set, "asyncio.Future()", "it.set_result(\"done\")");
        uses(Use::Await, "asyncio.Future()", "result = await it");
        uses(Use::Hold, "asyncio.Lock()", "async with it:\n        pass");
        uses(Use::Wait, "asyncio.Condition()", "async with it:\n        await it.wait()");
        uses(
            Use::RunIn,
            "concurrent.futures.ThreadPoolExecutor(2)",
            "await asyncio.get_running_loop().run_in_executor(it, print, \"in a pool\")",
        );
        uses(Use::Notify, "asyncio.Condition()", "async with it:\n        it.notify_all()");
    }
}
