//! What is said in English.

use super::seconds;
use crate::{Fate, Mistake};

pub(super) fn said(mistake: &Mistake) -> (String, String) {
    match mistake {
        Mistake::SequentialAwaits(waits) => (
            format!(
                "{} calls of `{}` are awaited one after the other: each begins when the one before has ended, {} s in all.",
                waits.times, waits.function, seconds(waits.spent_ns)
            ),
            format!(
                "They have nothing to do with each other, so await them together with `asyncio.gather` or as tasks of a `TaskGroup`: that takes {} s.",
                seconds(waits.longest_ns)
            ),
        ),
        Mistake::AwaitInLoop(waits) => (
            format!(
                "The loop awaits `{}` {} times, one call after the other: {} s in all.",
                waits.function, waits.times, seconds(waits.spent_ns)
            ),
            format!(
                "No round needs the one before, so gather all the calls and await them at once: that takes {} s.",
                seconds(waits.longest_ns)
            ),
        ),
        Mistake::ForgottenAwait { call } => (
            format!("`{call}` only makes a coroutine: nothing awaits it, so none of its code runs."),
            "Put `await` in front of it, or make a task of it and await that.".to_owned(),
        ),
        Mistake::AwaitedTooEarly { taker } => (
            format!("`await` stands inside the call of `{taker}`, so the coroutine has run to its end before `{taker}` is called, and gets its result."),
            format!("Hand the coroutine itself to `{taker}`, without `await`."),
        ),
        Mistake::FunctionNotCalled { function } => (
            format!("`{function}` is a coroutine function, and a coroutine is wanted here: this raises an exception."),
            format!("Call it: `{function}(…)` is the coroutine."),
        ),
        Mistake::NestedRun => (
            "`asyncio.run` starts an event loop, but a coroutine already runs on one: this raises a RuntimeError.".to_owned(),
            "Await the coroutine; `asyncio.run` is for the one place where the program begins.".to_owned(),
        ),
        Mistake::AwaitedTwice { name } => (
            format!("`{name}` is a coroutine, which runs once: the second `await` raises a RuntimeError."),
            "Make a task of it: a task keeps its result, and can be awaited as often as you like.".to_owned(),
        ),
        Mistake::BlockingCall { call, within, blocked_ns } => (
            match blocked_ns {
                Some(ns) => format!("`{call}` keeps the event loop for {} s: no task runs and no timer fires meanwhile, though others were due.", seconds(*ns)),
                None => format!("`{call}` keeps the event loop until it returns: no task runs and no timer fires meanwhile."),
            },
            match (within, call.as_str()) {
                (Some(function), _) => format!("Have coroutines call `await asyncio.to_thread({function}, …)`, or make `{function}` an `async def` that awaits."),
                (None, "time.sleep") => "Use `await asyncio.sleep(…)`, which lets the others go on.".to_owned(),
                (None, _) => "Do it in a thread with `await asyncio.to_thread(…)`, or use a library that can be awaited.".to_owned(),
            },
        ),
        Mistake::LongComputation { ns } => (
            format!("The task computes for {} s without an `await`: everybody who was due had to wait.", seconds(*ns)),
            "Give way now and then with `await asyncio.sleep(0)`, or have another process do the computing.".to_owned(),
        ),
        Mistake::UnreferencedTask { maker, fate } => (
            match fate {
                Fate::Failed => format!("Nobody keeps what `{maker}` returns: the task failed, and the program went on as if nothing had happened."),
                Fate::CutOff => format!("Nobody keeps what `{maker}` returns, or waits for it: the loop ended first, and the task was cancelled in the middle."),
                Fate::Unknown => format!("Nobody keeps what `{maker}` returns: nobody can wait for the task, and it may vanish before it ends."),
            },
            "Keep the task in a variable or a set and await it in the end, or start it in a `TaskGroup`.".to_owned(),
        ),
        Mistake::SwallowedCancellation { task } => (
            match task {
                Some(task) => format!("`{task}` was cancelled, but the exception ends in this handler, and the task goes on."),
                None => "A cancellation ends in this handler and the loop goes round again: nobody can stop this task.".to_owned(),
            },
            "Clean up and then `raise`, so that the cancellation takes effect.".to_owned(),
        ),
        Mistake::ZippedCompletions { source } => (
            format!("`{source}` gives what ends first, first: `zip` pairs it with whatever stands first in the other list."),
            "Use `asyncio.gather`, which keeps the order of what it is given, or let each coroutine return its name with its result.".to_owned(),
        ),
        Mistake::SurvivingSiblings { failed, survivors } => (
            format!("`{failed}` fails and the `gather` with it, but {} goes on, and nobody waits for it any more.", listed(survivors)),
            "Start them in an `asyncio.TaskGroup`, which cancels the others when one fails.".to_owned(),
        ),
        Mistake::LostUpdate { place, lost, by } => (
            format!("`{by}` reads `{place}`, waits, and writes what it has made of the old value: what `{lost}` has written meanwhile is lost."),
            "Read and write without an `await` in between, or hold an `asyncio.Lock` all the while.".to_owned(),
        ),
        Mistake::GrowingQueue { items } => (
            format!("The queue has no limit and fills faster than it empties: {items} items lie in it in the end."),
            "Give it a `maxsize`: then `put` waits for room, and the producer keeps to the consumer's pace.".to_owned(),
        ),
        Mistake::OnlyLastAwaited { name, fate } => (
            match fate {
                Fate::Failed => format!("Each round gives another task the name `{name}`, and only the last is awaited: another one failed, and nobody noticed."),
                Fate::CutOff => format!("Each round gives another task the name `{name}`, and only the last is awaited: the loop ended before others were done."),
                Fate::Unknown => format!("Each round gives another task the name `{name}`, so only the last can be awaited."),
            },
            "Collect the tasks in a list and await `asyncio.gather(*tasks)`, or make them in a `TaskGroup`.".to_owned(),
        ),
        Mistake::UnawaitedCancel { task } => (
            format!("`cancel()` only asks: `{task}` was still cleaning up when the program ended, and was cut off."),
            "After cancelling, wait until the task has ended, with `await asyncio.gather(…, return_exceptions=True)`.".to_owned(),
        ),
        Mistake::UnseenFailures { way, task } => (
            match way.as_str() {
                "asyncio.wait" => format!("`asyncio.wait` raises nothing: `{task}` has failed, and the program goes on as if all were well."),
                _ => format!("With `return_exceptions=True` exceptions become results: `{task}` has failed, and nobody looks at what came back."),
            },
            match way.as_str() {
                "asyncio.wait" => "Ask each task that is done for its `result()`, or use `asyncio.gather`, which raises the first exception.".to_owned(),
                _ => "Look at each result with `isinstance(…, Exception)`, or leave `return_exceptions` out.".to_owned(),
            },
        ),
        Mistake::TimeoutCaughtInside => (
            "When the time is up, the block is left by a cancellation; it turns into `TimeoutError` only where `async with` ends, so this handler never sees one.".to_owned(),
            "Put the `try` around the `async with asyncio.timeout(…)`.".to_owned(),
        ),
        Mistake::HiddenTimeout => (
            "The time ran out here, and nobody heard of it: `except Exception` takes the `TimeoutError`, and every other failure as well.".to_owned(),
            "Catch `TimeoutError` alone, so that other failures still show.".to_owned(),
        ),
        Mistake::HeldTwice { thing, task } => (
            format!("`{task}` waits for `{thing}`, which it holds itself: it waits for ever."),
            "Take it once, around all that needs it; locks of asyncio cannot be taken again by their holder.".to_owned(),
        ),
    }
}

fn listed(names: &[String]) -> String {
    match names {
        [one] => format!("`{one}`"),
        [first, rest @ ..] => format!("`{first}` with {} more", rest.len()),
        [] => String::new(),
    }
}
