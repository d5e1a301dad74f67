//! Help in English.

use super::recognise::Mistake;

pub(super) fn say(mistake: &Mistake<'_>) -> String {
    use Mistake::*;
    match mistake {
        NeverAwaited { coroutine: "main" } => {
            "Calling main() only makes a coroutine; nothing of it has run. Start it with asyncio.run(main()).".into()
        }
        NeverAwaited { coroutine } => format!(
            "The call of {coroutine}() only made a coroutine; nothing of it has run. Write await before the call, or \
             give it to asyncio.create_task()."
        ),
        NoRunningLoop => "There is no event loop here yet: do this inside an async function that asyncio.run() \
                          has started."
            .into(),
        RunInsideLoop => "An event loop is already running here, so asyncio.run() cannot start another: write await \
                          instead of asyncio.run() inside an async function."
            .into(),
        LoopAlreadyRunning => "The event loop is already running: inside an async function write await instead of \
                               run_until_complete()."
            .into(),
        NoCurrentLoop => "No event loop belongs to this place: start the program with asyncio.run(main()), and use \
                          asyncio.get_running_loop() inside async functions."
            .into(),
        LoopClosed => "This event loop has been closed and runs nothing any more: do the work before close(), or \
                       start anew with asyncio.run()."
            .into(),
        OtherLoop => "This belongs to another event loop; each asyncio.run() makes a new one. Create futures, locks \
                      and queues inside the async function that uses them."
            .into(),
        OutsideAsync { keyword } => format!(
            "{keyword} works only inside an async function: put it into one, or write async def instead of def."
        ),
        OutsideFunction => "await works only inside an async function: put this line into async def main(): and \
                            start that with asyncio.run(main())."
            .into(),
        YieldFromInAsync => "Inside an async function, write await instead of yield from.".into(),
        AwaitsNone => "What stands after await is None: the function that was called is an ordinary one and has \
                       already done its work. Leave await out, or use an async one, such as asyncio.sleep() for \
                       time.sleep()."
            .into(),
        AwaitsFunction => "A function's name stands after await: call it, with parentheses, to get something that \
                           can be awaited."
            .into(),
        AwaitsCollection { class } => format!(
            "await takes one thing, not a {class} of them: to wait for all, write await asyncio.gather(*things)."
        ),
        AwaitsAsyncGenerator => "An async generator gives its values one by one: go through them with async for \
                                 instead of await."
            .into(),
        CannotAwait { class } => format!(
            "Something of type {class} cannot be awaited; coroutines, tasks and futures can. If the value is already \
             here, leave await out."
        ),
        ReusedCoroutine => "A coroutine runs only once, and this one already has: call the function again to get a \
                            new one, or make a task, which can be awaited many times."
            .into(),
        ForgottenAwait => "This is a coroutine and not yet its result: await is missing before the call.".into(),
        TaskNotAwaited { class } => {
            format!("This is a {class} and not yet its result: get the result with await.")
        }
        CoroutineExpected { got } if got.starts_with("<function") => {
            "A coroutine is wanted here, and this is the function itself: call it, as in asyncio.run(main()).".into()
        }
        CoroutineExpected { got: "None" } => {
            "A coroutine is wanted here, and this is None: the function that was called is not an async one. Write \
             async def for it."
                .into()
        }
        CoroutineExpected { .. } => {
            "A coroutine is wanted here: what an async function gives when it is called.".into()
        }
        AwaitableRequired => "Only coroutines, tasks and futures can be waited for: call async functions here, with \
                              their parentheses."
            .into(),
        CoroutinesInWait => "asyncio.wait() takes tasks and no bare coroutines: make tasks with \
                             asyncio.create_task() first, or use asyncio.gather()."
            .into(),
        NotAsyncIterable { class } => format!(
            "async for goes through asynchronous things, and a {class} is an ordinary one: write for without async."
        ),
        AsyncIterable => "This gives its values asynchronously: write async for instead of for.".into(),
        NeedsAsyncWith { class } => {
            format!("A {class} does not work with plain with. If it is one of asyncio's, write async with.")
        }
        NotAsyncWith { class } => format!("A {class} is an ordinary one here: write with without async."),
        TaskDestroyed => "The program ended, or forgot a task, while the task was still waiting: keep the task in a \
                          variable and await it before the end."
            .into(),
        NeverRetrieved { of_task: true } => "A task failed and nobody looked at it: await the task, so that its \
                                             exception comes out where it can be handled."
            .into(),
        NeverRetrieved { of_task: false } => "A future was given an exception and nobody looked at it: await the \
                                              future."
            .into(),
        AlreadyDone => "This future already has its result, or was cancelled; it takes one only once. Ask done() \
                        first."
            .into(),
        NotDoneYet => "There is no result yet: await it instead of asking at once.".into(),
        Cancelled => "What was awaited here was cancelled: whoever awaits a cancelled task gets a CancelledError. \
                      Catch it where that is expected, with try and except asyncio.CancelledError."
            .into(),
        TimedOut => "The time ran out before this was done, and so it was cancelled: allow more time, or catch \
                     TimeoutError with try and except."
            .into(),
        TaskGroupFailed { count: "1" } => "One task of the group failed; the group cancelled the others and waited \
                                           for them. Its own traceback stands below the group's; except* can catch it."
            .into(),
        TaskGroupFailed { count } => format!(
            "{count} tasks of the group failed; the group cancelled the others and waited for them. Each numbered \
             part says what went wrong; except* can catch it."
        ),
        QueueEmpty => "The queue had no item, and get_nowait() does not wait: write await queue.get().".into(),
        QueueFull => "The queue had no room, and put_nowait() does not wait: write await queue.put(item).".into(),
        QueueShutDown => "The queue has been shut down and neither takes nor gives items any more: catch \
                          QueueShutDown to end the work in good order."
            .into(),
        BrokenBarrier => "The barrier was aborted or reset while tasks waited at it, so it lets nobody through: all \
                          parties have to come together again."
            .into(),
        NotHeld => "Only what is held can be released: acquire it first, best with async with.".into(),
        ReleasedTooOften => "It was released more often than acquired: async with does both in the right number."
            .into(),
        TaskDoneTooOften => "task_done() belongs to each get(), once: it was called more often than items came out."
            .into(),
        WaitWithoutLock => "A condition can only be waited for while it is held: do it inside async with condition:."
            .into(),
        NeverClosed { bracket } => format!("This {bracket} has no partner: add the closing bracket."),
        Unmatched { bracket } => format!("This {bracket} closes nothing: remove it, or add the opening bracket."),
        WrongBracket { closing, opening } => {
            format!("{opening} is closed by {closing}: brackets have to match, the inner ones first.")
        }
        MissingColon => "A colon is missing at the end of this line.".into(),
        MissingBlock => "After the colon, what belongs to it follows on lines that are indented: four spaces.".into(),
        UnexpectedIndent => "This line is indented further than the one before it, with no reason to be: remove the \
                             spaces at its beginning."
            .into(),
        UnindentMatchesNothing => "The beginning of this line fits no line above: indent it exactly as the lines it \
                                   belongs with."
            .into(),
        TabsAndSpaces => "Tabs and spaces are mixed at the beginning of lines: use four spaces everywhere.".into(),
        UnterminatedString => "This text has no end: add the closing quotation mark.".into(),
        UnterminatedTripleString => "This text has no end: close it with the same three quotation marks.".into(),
        AssignedInsteadOfCompared => "One = assigns a value; to compare two, write ==.".into(),
        MissingComma => "There may be a comma missing between two values.".into(),
        PrintStatement => "print is a function: what it prints stands in parentheses.".into(),
        BadSyntax => "Python does not understand this line from the marked place on: look for something missing or \
                      too much just before it."
            .into(),
        UnknownName { name, meant: Some(meant) } => {
            format!("There is no {name} here; {meant} may be what you mean.")
        }
        UnknownName { name, meant: None } => {
            format!("There is no {name} here: check how it is spelt, and that it gets a value before this line.")
        }
        NotImported { module } => format!("{module} has to be imported first: write import {module} at the top."),
        UnknownInModule { module, name, meant: Some(meant) } => {
            format!("{module} has no {name}; {meant} may be what you mean.")
        }
        UnknownInModule { module, name, meant: None } => {
            format!("{module} has no {name}: check how it is spelt, and that no file of yours is called {module}.py.")
        }
        UnknownAttribute { class, name, meant: Some(meant) } => {
            format!("A {class} has no {name}; {meant} may be what you mean.")
        }
        UnknownAttribute { class, name, meant: None } => format!("A {class} has no {name}: check how it is spelt."),
        NoneHasNothing { name } => {
            format!("This is None, which has no {name}: perhaps a function before this line returns nothing.")
        }
        MissingArguments { function, names } => format!("The call of {function}() lacks {names}."),
        TooManyArguments { function, given } => {
            format!("The call of {function}() has more arguments than it takes: {given} were given.")
        }
        UnexpectedArgument { function, name } => format!("{function}() has no parameter called {name}."),
        NoSuchModule { module } => format!(
            "There is no module {module} here: check how it is spelt; the playground has Python's own modules that \
             lessons use, and little else."
        ),
        CannotImport { name, module, meant: Some(meant) } => {
            format!("{module} has no {name}; {meant} may be what you mean.")
        }
        CannotImport { name, module, meant: None } => format!("{module} has no {name}: check how it is spelt."),
        IndexOutOfRange => "There is no item with this number: they are counted from 0, so the last is len() - 1."
            .into(),
        NoSuchKey { key } => {
            format!("The dictionary has no key {key}: ask with in first, or use get(), which gives None instead.")
        }
        DividedByZero => "A number was divided by zero.".into(),
        RecursedTooDeep => "A function calls itself without end: something has to stop it.".into(),
        AssignedLater { name } => format!(
            "{name} is assigned in this function and so belongs to it, but has no value yet: say global {name} or \
             nonlocal {name} to mean the one outside."
        ),
        TextAndNumber => "Text can only be joined to text: convert the other with str(), or use an f-string.".into(),
        NotCallable { class } => format!("A {class} cannot be called: remove the parentheses after it."),
        NoInput => "The program asked for input, and there is no line left. Say what it is to read at the top of the program, a line for each: `# interleave: input=Ada, input=36`.".into(),
    }
}
