//! A step that has a coroutine run: awaited, as a task, or several times at once.
//!
//! ```python
//! await asyncio.gather(*(job(n, permits) for n in range(3)))
//! ```

use std::collections::BTreeSet;

use interleave_syntax::tree::{Parameter, ParameterKind};
use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

use crate::graph::{Imports, Meaning, Scope, Things, scopes};
use crate::imports::called;
use crate::occurrences::{free_name, occurrences};
use crate::{Place, Program, Refusal};

/// How a coroutine comes to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Calling {
    /// `await job()`
    Await,
    /// `task = asyncio.create_task(job())`
    Task,
    /// `await asyncio.gather(*(job(n) for n in range(3)))`
    Several,
    /// `async with asyncio.TaskGroup() as group: group.create_task(job())`
    Group,
}

/// `card` is the definition of the coroutine's function.
pub(crate) fn source(
    program: &Program<'_>,
    card: Span,
    how: Calling,
    at: Place,
    edit: &mut Edit,
) -> Result<String, Refusal> {
    let body = &program.module().body;
    let scopes = scopes(body);
    let place = scopes
        .iter()
        .position(|scope| scope.definition.is_some_and(|definition| definition.span == card))
        .ok_or(Refusal::Gone)?;
    let called_scope = scopes.get(place).ok_or(Refusal::Gone)?;
    let caller = scopes.iter().rposition(|scope| scope.has(at.neighbour())).unwrap_or_default();
    let name = called_scope.name.rsplit('.').next().unwrap_or_default();
    if called_scope.is_method || !is_seen(&scopes, called_scope, caller) {
        return Err(Refusal::OutOfReach(name.to_owned()));
    }
    let things = Things::of(&scopes, &Imports::of(program.module()));
    let calling = Call { scopes: &scopes, things: &things, called: place, caller };
    let wanted = called_scope.parameters.iter().filter(|parameter| parameter.default.is_none());
    let wanted: Vec<(&Parameter, Option<String>)> = wanted
        .filter(|parameter| !matches!(parameter.kind, ParameterKind::Variadic | ParameterKind::Keywords))
        .map(|parameter| (parameter, calling.value(&parameter.name.text)))
        .collect();
    let counter =
        wanted.iter().find(|(_, value)| value.is_none()).map(|(parameter, _)| &*parameter.name.text);
    let arguments: Vec<String> = wanted
        .iter()
        .map(|(parameter, value)| {
            let own = &*parameter.name.text;
            let value = match (value, how) {
                (Some(value), _) => value.clone(),
                (None, Calling::Several) if counter == Some(own) => own.to_owned(),
                (None, _) => "1".to_owned(),
            };
            match parameter.kind {
                ParameterKind::KeywordOnly => format!("{own}={value}"),
                _ => value,
            }
        })
        .collect();
    let call = format!("{name}({})", arguments.join(", "));
    let mut member = |member| called(program, "asyncio", member, edit);
    Ok(match how {
        Calling::Await => format!("await {call}"),
        Calling::Task => format!("{} = {}({call})", free_name(program, "task"), member("create_task")?),
        Calling::Several => {
            let counter = counter.unwrap_or("_");
            format!("await {}(*({call} for {counter} in range(3)))", member("gather")?)
        }
        Calling::Group => {
            let group = free_name(program, "group");
            format!("async with {}() as {group}:\n    {group}.create_task({call})", member("TaskGroup")?)
        }
    })
}

/// Whether a function is known by its plain name in a scope.
fn is_seen(scopes: &[Scope<'_>], called: &Scope<'_>, from: usize) -> bool {
    let mut place = Some(from);
    while let Some(here) = place {
        if called.parent == Some(here) {
            return true;
        }
        place = scopes.get(here).and_then(|scope| scope.parent);
    }
    false
}

/// One function that calls another.
struct Call<'a> {
    scopes: &'a [Scope<'a>],
    things: &'a Things,
    called: usize,
    caller: usize,
}

impl Call<'_> {
    /// What the caller has for a parameter: the thing that others give, or a name that is the same.
    fn value(&self, parameter: &str) -> Option<String> {
        let meant: BTreeSet<Meaning> = self.things.meant_by(self.called, parameter);
        let things = meant.into_iter().filter(|meaning| matches!(meaning, Meaning::Thing(_)));
        let name = things.filter_map(|thing| self.things.name_of(self.scopes, self.caller, thing)).next();
        name.or_else(|| {
            let caller = self.scopes.get(self.caller)?;
            let is_own = caller.parameters.iter().any(|own| *own.name.text == *parameter)
                || occurrences(caller.body, parameter).iter().any(|place| place.within == 0);
            is_own.then(|| parameter.to_owned())
        })
    }
}

#[cfg(test)]
mod tests {
    use interleave_text::Span;

    use super::Calling;
    use crate::testing::{check, refused};
    use crate::{Command, NewStep, Place, Refusal};

    /// At the end of the program's last function.
    fn in_main(how: Calling, before: &'static str) -> impl Fn(Span) -> Command {
        move |card| {
            let text = before.replace(['«', '»'], "");
            let place = |offset: usize| u32::try_from(offset).unwrap();
            let main = Span::new(place(text.find("async def main").unwrap()), place(text.trim_end().len()));
            Command::AddStep { step: NewStep::Call { card, how }, at: Place::EndOf { of: main, block: 0 } }
        }
    }

    fn adds(how: Calling, before: &'static str, after: &str) {
        check(in_main(how, before), before, after);
    }

    const PLAIN: &str =
        "import asyncio\n«async def job(n, *, loud=True):\n    pass»\nasync def main():\n    pass\n";

    #[test]
    fn alone_as_a_task_or_several_times() {
        for (how, line) in [
            (Calling::Await, "await job(1)"),
            (Calling::Task, "task = asyncio.create_task(job(1))"),
            (Calling::Several, "await asyncio.gather(*(job(n) for n in range(3)))"),
            (Calling::Group, "async with asyncio.TaskGroup() as group:\n        group.create_task(job(1))"),
        ] {
            let after = format!(
                "import asyncio\nasync def job(n, *, loud=True):\n    pass\nasync def main():\n    {line}\n"
            );
            adds(how, PLAIN, &after);
        }
    }

    #[test]
    fn with_the_things_that_others_give_it() {
        adds(
            Calling::Several,
            "import asyncio\n«async def job(door):\n    pass»\nasync def main():\n    lock = asyncio.Lock()\n    await job(lock)\n",
            "import asyncio\nasync def job(door):\n    pass\nasync def main():\n    lock = asyncio.Lock()\n    await job(lock)\n    await asyncio.gather(*(job(lock) for _ in range(3)))\n",
        );
        adds(
            Calling::Await,
            "«async def job(queue):\n    pass»\nasync def main(queue):\n    x()\n",
            "async def job(queue):\n    pass\nasync def main(queue):\n    x()\n    await job(queue)\n",
        );
    }

    #[test]
    fn not_what_cannot_be_named_there() {
        let before = "class Shop:\n    «async def serve(self):\n        pass»\nasync def main():\n    pass\n";
        refused(in_main(Calling::Await, before), before, &Refusal::OutOfReach("serve".to_owned()));
    }
}
