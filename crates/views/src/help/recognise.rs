//! Which mistake is behind an exception, a warning or a report: by its class and CPython's words.

use super::complaints::Exception;

/// A mistake that there is help for. What the program's text calls things is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mistake<'a> {
    // Coroutines and the loop.
    NeverAwaited { coroutine: &'a str },
    NoRunningLoop,
    RunInsideLoop,
    LoopAlreadyRunning,
    NoCurrentLoop,
    LoopClosed,
    OtherLoop,
    OutsideAsync { keyword: &'a str },
    OutsideFunction,
    YieldFromInAsync,
    AwaitsNone,
    AwaitsFunction,
    AwaitsCollection { class: &'a str },
    AwaitsAsyncGenerator,
    CannotAwait { class: &'a str },
    ReusedCoroutine,
    ForgottenAwait,
    TaskNotAwaited { class: &'a str },
    CoroutineExpected { got: &'a str },
    AwaitableRequired,
    CoroutinesInWait,
    NotAsyncIterable { class: &'a str },
    AsyncIterable,
    NeedsAsyncWith { class: &'a str },
    NotAsyncWith { class: &'a str },
    // Tasks and futures.
    TaskDestroyed,
    NeverRetrieved { of_task: bool },
    AlreadyDone,
    NotDoneYet,
    Cancelled,
    TimedOut,
    TaskGroupFailed { count: &'a str },
    // Things that tasks share.
    QueueEmpty,
    QueueFull,
    QueueShutDown,
    BrokenBarrier,
    NotHeld,
    ReleasedTooOften,
    TaskDoneTooOften,
    WaitWithoutLock,
    // The text.
    NeverClosed { bracket: &'a str },
    Unmatched { bracket: &'a str },
    WrongBracket { closing: &'a str, opening: &'a str },
    MissingColon,
    MissingBlock,
    UnexpectedIndent,
    UnindentMatchesNothing,
    TabsAndSpaces,
    UnterminatedString,
    UnterminatedTripleString,
    AssignedInsteadOfCompared,
    MissingComma,
    PrintStatement,
    BadSyntax,
    // Names and values.
    UnknownName { name: &'a str, meant: Option<&'a str> },
    NotImported { module: &'a str },
    UnknownInModule { module: &'a str, name: &'a str, meant: Option<&'a str> },
    UnknownAttribute { class: &'a str, name: &'a str, meant: Option<&'a str> },
    NoneHasNothing { name: &'a str },
    MissingArguments { function: &'a str, names: &'a str },
    TooManyArguments { function: &'a str, given: &'a str },
    UnexpectedArgument { function: &'a str, name: &'a str },
    NoSuchModule { module: &'a str },
    CannotImport { name: &'a str, module: &'a str, meant: Option<&'a str> },
    IndexOutOfRange,
    NoSuchKey { key: &'a str },
    DividedByZero,
    RecursedTooDeep,
    AssignedLater { name: &'a str },
    TextAndNumber,
    NotCallable { class: &'a str },
    NoInput,
}

/// Behind an exception that ended a program, or a mistake in its text.
pub(super) fn exception(Exception { class, message }: Exception<'_>) -> Option<Mistake<'_>> {
    use Mistake::*;
    Some(match class {
        "SyntaxError" => return syntax(message),
        "IndentationError" if message.starts_with("expected an indented block") => MissingBlock,
        "IndentationError" if message.starts_with("unindent") => UnindentMatchesNothing,
        "IndentationError" => UnexpectedIndent,
        "TabError" => TabsAndSpaces,
        "RuntimeError" => return runtime(message),
        "TypeError" => return of_type(message),
        "ValueError" => return value(message),
        "AttributeError" => return attribute(message),
        "NameError" => name(message)?,
        "UnboundLocalError" => AssignedLater { name: quoted(message, 0)? },
        "ModuleNotFoundError" => NoSuchModule { module: quoted(message, 0)? },
        "ImportError" => {
            CannotImport { name: quoted(message, 0)?, module: quoted(message, 1)?, meant: meant(message) }
        }
        "InvalidStateError" if message.ends_with("is not set.") => NotDoneYet,
        "InvalidStateError" => AlreadyDone,
        "CancelledError" => Cancelled,
        "TimeoutError" => TimedOut,
        "QueueEmpty" => QueueEmpty,
        "QueueFull" => QueueFull,
        "QueueShutDown" => QueueShutDown,
        "BrokenBarrierError" => BrokenBarrier,
        "ExceptionGroup" | "BaseExceptionGroup" => {
            let (_, rest) = message.strip_prefix("unhandled errors in a TaskGroup")?.split_once('(')?;
            TaskGroupFailed { count: rest.split(' ').next()? }
        }
        "IndexError" if message.ends_with("out of range") => IndexOutOfRange,
        "KeyError" => NoSuchKey { key: message },
        "ZeroDivisionError" => DividedByZero,
        "RecursionError" => RecursedTooDeep,
        "EOFError" => NoInput,
        _ => return None,
    })
}

/// Behind what asyncio reports when nobody can be told any more.
pub(super) fn report(text: &str) -> Option<Mistake<'_>> {
    match text {
        "Task was destroyed but it is pending!" => Some(Mistake::TaskDestroyed),
        _ => text
            .ends_with("exception was never retrieved")
            .then(|| Mistake::NeverRetrieved { of_task: text.starts_with("Task") }),
    }
}

/// Behind a warning.
pub(super) fn warning(text: &str) -> Option<Mistake<'_>> {
    if text.ends_with("was never awaited") {
        return Some(Mistake::NeverAwaited { coroutine: quoted(text, 0)? });
    }
    text.contains("no current event loop").then_some(Mistake::NoCurrentLoop)
}

fn syntax(message: &str) -> Option<Mistake<'_>> {
    use Mistake::*;
    Some(match message {
        "'await' outside function" => OutsideFunction,
        "asynchronous comprehension outside of an asynchronous function" => {
            OutsideAsync { keyword: "async for" }
        }
        "'yield from' inside async function" => YieldFromInAsync,
        "expected ':'" => MissingColon,
        _ if message.ends_with("outside async function") => OutsideAsync { keyword: quoted(message, 0)? },
        _ if message.ends_with("was never closed") => NeverClosed { bracket: quoted(message, 0)? },
        _ if message.starts_with("closing parenthesis") => {
            WrongBracket { closing: quoted(message, 0)?, opening: quoted(message, 1)? }
        }
        _ if message.starts_with("unmatched") || message.starts_with("f-string: unmatched") => {
            Unmatched { bracket: quoted(message, 0)? }
        }
        _ if message.starts_with("unterminated triple-quoted") => UnterminatedTripleString,
        _ if message.starts_with("unterminated") => UnterminatedString,
        _ if message.contains("Maybe you meant '=='") => AssignedInsteadOfCompared,
        _ if message.contains("forgot a comma") => MissingComma,
        _ if message.starts_with("Missing parentheses in call to") => PrintStatement,
        "invalid syntax" => BadSyntax,
        _ => return None,
    })
}

fn runtime(message: &str) -> Option<Mistake<'_>> {
    use Mistake::*;
    Some(match message {
        "no running event loop" => NoRunningLoop,
        "cannot reuse already awaited coroutine" => ReusedCoroutine,
        "Event loop is closed" => LoopClosed,
        "This event loop is already running" | "Cannot run the event loop while another loop is running" => {
            LoopAlreadyRunning
        }
        "Lock is not acquired." | "cannot notify on un-acquired lock" => NotHeld,
        "cannot wait on un-acquired lock" => WaitWithoutLock,
        _ if message.ends_with("cannot be called from a running event loop") => RunInsideLoop,
        _ if message.starts_with("There is no current event loop") => NoCurrentLoop,
        _ if message.ends_with("attached to a different loop") => OtherLoop,
        _ if message.ends_with("is bound to a different event loop") => OtherLoop,
        _ => return None,
    })
}

fn value(message: &str) -> Option<Mistake<'_>> {
    use Mistake::*;
    Some(match message {
        "task_done() called too many times" => TaskDoneTooOften,
        "BoundedSemaphore released too many times" => ReleasedTooOften,
        _ => CoroutineExpected { got: message.strip_prefix("a coroutine was expected, got ")? },
    })
}

fn of_type(message: &str) -> Option<Mistake<'_>> {
    use Mistake::*;
    if let Some(class) = between(message, "object ", " can't be used in 'await' expression") {
        return Some(match class {
            "NoneType" => AwaitsNone,
            "function" | "method" | "builtin_function_or_method" | "type" => AwaitsFunction,
            "list" | "tuple" | "set" | "dict" | "generator" => AwaitsCollection { class },
            "async_generator" => AwaitsAsyncGenerator,
            _ => CannotAwait { class },
        });
    }
    if let Some(class) = between(message, "'async for' requires an object with __aiter__ method, got ", "") {
        return Some(if class == "coroutine" { ForgottenAwait } else { NotAsyncIterable { class } });
    }
    if let Some(got) = message.strip_prefix("a coroutine was expected, got ") {
        return Some(CoroutineExpected { got });
    }
    let class = quoted(message, 0).unwrap_or_default();
    Some(match message {
        "An asyncio.Future, a coroutine or an awaitable is required" => AwaitableRequired,
        "Passing coroutines is forbidden, use tasks explicitly." => CoroutinesInWait,
        _ if class == "async_generator" && message.ends_with("is not iterable") => AsyncIterable,
        _ if message.contains("'coroutine'") => ForgottenAwait,
        _ if message.contains("does not support the asynchronous context manager") => NotAsyncWith { class },
        _ if message.contains("does not support the context manager") => NeedsAsyncWith { class },
        _ if matches!(class, "Task" | "Future") => TaskNotAwaited { class },
        _ if message.ends_with("is not callable") => NotCallable { class },
        _ if message.starts_with("can only concatenate str") => TextAndNumber,
        _ => return arguments(message),
    })
}

fn arguments(message: &str) -> Option<Mistake<'_>> {
    use Mistake::*;
    let (function, rest) = message.split_once("() ")?;
    Some(if rest.starts_with("missing ") {
        MissingArguments { function, names: rest.split_once(": ")?.1 }
    } else if let Some((_, given)) = rest.split_once(" but ").filter(|_| rest.starts_with("takes ")) {
        TooManyArguments { function, given: given.split(' ').next()? }
    } else if rest.starts_with("got an unexpected keyword argument") {
        UnexpectedArgument { function, name: quoted(rest, 0)? }
    } else {
        return None;
    })
}

fn attribute(message: &str) -> Option<Mistake<'_>> {
    use Mistake::*;
    let (first, name) = (quoted(message, 0)?, quoted(message, 1)?);
    Some(match first {
        _ if message.starts_with("module ") => UnknownInModule { module: first, name, meant: meant(message) },
        "coroutine" => ForgottenAwait,
        "NoneType" => NoneHasNothing { name },
        class => UnknownAttribute { class, name, meant: meant(message) },
    })
}

fn name(message: &str) -> Option<Mistake<'_>> {
    let name = quoted(message, 0)?;
    Some(match between(message, "Did you forget to import '", "'?") {
        Some(module) => Mistake::NotImported { module },
        None => Mistake::UnknownName { name, meant: meant(message) },
    })
}

/// What CPython thinks was meant.
fn meant(message: &str) -> Option<&str> {
    between(message, "Did you mean: '", "'?")
}

/// The n-th thing that stands between single quotes, counted from zero.
fn quoted(message: &str, n: usize) -> Option<&str> {
    let mut parts = message.split('\'').skip(1).step_by(2);
    parts.nth(n)
}

/// What stands after one text and before another.
fn between<'a>(message: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = message.split_once(before)?;
    if after.is_empty() { Some(rest) } else { rest.split_once(after).map(|(found, _)| found) }
}
