//! The views in English.

use interleave_trace::{BarrierPhase, Limit, Stopped};

use super::number;
use crate::comparison::{Against, Differences};
use crate::facts::{Awaited, InLine, LifeFacts, ReadyFacts, StretchFacts, Thing, ThingFacts, TimerFacts};
use crate::sight::{EdgeKind, State};
use crate::why::facts::{Asked, Cause, Company, Deed, Handling, Hindrance};

pub(super) fn second() -> &'static str {
    "s"
}

pub(super) fn seconds(ns: i64) -> String {
    format!("{} {}", number(ns), second())
}

pub(super) fn callback() -> String {
    "a callback".to_owned()
}

pub(super) fn housekeeping() -> String {
    "asyncio's housekeeping".to_owned()
}

pub(super) fn thread(number: u32) -> String {
    if number == 0 { "main thread".to_owned() } else { format!("thread {number}") }
}

fn thing(thing: &Thing) -> String {
    if !thing.named {
        return thing.name.clone();
    }
    let kind = match thing.class {
        "Lock" => "lock",
        "Event" => "event",
        "Condition" => "condition",
        "Semaphore" | "BoundedSemaphore" => "semaphore",
        "Barrier" => "barrier",
        "Queue" | "PriorityQueue" | "LifoQueue" => "queue",
        "TaskGroup" => "task group",
        "timeout" => "timeout",
        class => class,
    };
    // "the queue", where the program calls it `queue`.
    if thing.name == kind { format!("the {kind}") } else { format!("the {kind} {}", thing.name) }
}

fn awaited(awaited: &Awaited) -> String {
    match awaited {
        Awaited::Unknown => "a future".to_owned(),
        Awaited::Time { due_ns } => format!("{} to come", seconds(*due_ns)),
        Awaited::Thing { thing, purpose } => {
            let thing = self::thing(thing);
            match purpose {
                InLine::Pass => thing,
                InLine::Notice => format!("a notice from {thing}"),
                InLine::ItsLock => format!("the lock of {thing}"),
                InLine::Item => format!("an item of {thing}"),
                InLine::Room => format!("room in {thing}"),
                InLine::AllDone => format!("all items of {thing} to be done"),
                InLine::Tasks => format!("the tasks of {thing}"),
            }
        }
        Awaited::Task { name } => name.clone(),
        Awaited::Job { name, thread: Some(thread) } => format!("the job {name} in thread {thread}"),
        Awaited::Job { name, thread: None } => format!("the job {name}"),
        Awaited::Call { function, several: 0 | 1 } => function.clone(),
        Awaited::Call { function, several } => format!("{function} of {several}"),
    }
}

fn doing(facts: &StretchFacts) -> String {
    match (facts.state, facts.of_thread) {
        (State::Ready, _) => "is ready, waiting for its turn".to_owned(),
        (State::Running, _) => "runs".to_owned(),
        (State::Sleeping, false) => "sleeps".to_owned(),
        (State::Sleeping | State::Waiting, true) => "has nothing to do".to_owned(),
        (State::Waiting, false) => format!("waits for {}", awaited(&facts.awaited)),
        (State::Blocking, true) => "is blocked".to_owned(),
        (State::Blocking, false) => "blocks the event loop".to_owned(),
        (State::Done, true) => "has ended".to_owned(),
        (State::Done, false) => "is done".to_owned(),
        (State::Failed, _) => "failed with an exception".to_owned(),
        (State::Cancelled, _) => "was cancelled".to_owned(),
    }
}

pub(super) fn stretch(facts: &StretchFacts) -> String {
    let from = seconds(facts.from_ns);
    // Several turns at one instant are one for a reader.
    let took_time = facts.to_ns.is_none_or(|to_ns| to_ns > facts.from_ns);
    let doing = match facts.stretches {
        several @ 2.. if took_time => format!("{several} short stretches: mostly {}", state(facts.state)),
        _ => doing(facts),
    };
    match facts.to_ns {
        Some(to_ns) if to_ns > facts.from_ns => format!("{doing}, from {from} to {}", seconds(to_ns)),
        Some(_) => format!("{doing}, at {from}"),
        None if facts.endless => format!("{doing}, from {from} on, for ever"),
        None => format!("{doing}, from {from} on"),
    }
}

pub(super) fn mark(facts: &StretchFacts) -> String {
    let doing = doing(facts);
    match facts.awaited {
        Awaited::Time { due_ns } => format!("{} {doing} until {}", facts.name, seconds(due_ns)),
        _ => format!("{} {doing}", facts.name),
    }
}

pub(super) fn life(facts: &LifeFacts) -> String {
    let who =
        if facts.code.is_empty() { facts.name.clone() } else { format!("{}, {}", facts.name, facts.code) };
    let from = seconds(facts.from_ns);
    let mut said = match facts.end {
        Some((_, ns)) if ns > facts.from_ns => format!("{who}: from {from} to {}", seconds(ns)),
        Some(_) => format!("{who}: at {from}"),
        None => format!("{who}: from {from} on"),
    };
    if !facts.of_thread {
        said += &format!(", {}", count(facts.turns, "turn", "turns"));
    }
    for (ns, doing) in [(facts.slept_ns, "slept"), (facts.waited_ns, "waited"), (facts.blocked_ns, "blocked")]
    {
        if ns > 0 && !(facts.of_thread && doing != "blocked") {
            said += &format!(", {doing} {}", seconds(ns));
        }
    }
    match facts.end {
        Some((State::Failed, _)) => said += "; it failed with an exception",
        Some((State::Cancelled, _)) => said += "; it was cancelled",
        Some(_) => {}
        None if facts.endless => said += "; it waits for ever",
        None => said += "; it had not ended when the record did",
    }
    said
}

pub(super) fn ready(facts: &ReadyFacts) -> String {
    match facts {
        ReadyFacts::Created => "new".to_owned(),
        ReadyFacts::Yielded => "gave up its turn".to_owned(),
        ReadyFacts::Awaited(Awaited::Time { .. }) => "its sleep is over".to_owned(),
        ReadyFacts::Awaited(what) => format!("done waiting for {}", awaited(what)),
        ReadyFacts::Done(what) => format!("{} has ended", awaited(what)),
        ReadyFacts::Thrown => "is told of an exception".to_owned(),
        ReadyFacts::CalledSoon => "was asked for".to_owned(),
        ReadyFacts::Timer { sleep: true } => "a sleep is over".to_owned(),
        ReadyFacts::Timer { sleep: false } => "a timer fell due".to_owned(),
    }
}

pub(super) fn timer(facts: &TimerFacts) -> String {
    let said = match facts {
        TimerFacts::Sleep => "ends its sleep",
        TimerFacts::Timeout => "ends its timeout",
        TimerFacts::Call(Some(name)) => return format!("calls {name}"),
        TimerFacts::Call(None) => "makes a call that it asked for",
    };
    said.to_owned()
}

pub(super) fn numbers(facts: &ThingFacts) -> String {
    let level = facts.level.unwrap_or(0);
    match facts.thing.class {
        "Lock" | "Condition" => if level == 0 { "held" } else { "free" }.to_owned(),
        "Event" => if level == 0 { "not set" } else { "set" }.to_owned(),
        "Semaphore" | "BoundedSemaphore" => match facts.first_level {
            Some(first) if first >= level => format!("{level} of {} free", count(first, "permit", "permits")),
            _ => format!("{} free", count(level, "permit", "permits")),
        },
        "Barrier" => match facts.phase {
            BarrierPhase::Filling => format!("{} waiting", count(level, "party", "parties")),
            BarrierPhase::Draining => "lets its parties out".to_owned(),
            BarrierPhase::Resetting => "is being reset".to_owned(),
            BarrierPhase::Broken => "broken".to_owned(),
        },
        "Queue" | "PriorityQueue" | "LifoQueue" => {
            let mut said = count(facts.items, "item", "items");
            if facts.unfinished > 0 {
                said += &format!(", {} not reported done", facts.unfinished);
            }
            if facts.shut_down {
                said += ", shut down";
            }
            said
        }
        "TaskGroup" => format!("{} not done", count(facts.tasks, "task", "tasks")),
        "timeout" if facts.ran_out => "ran out".to_owned(),
        "timeout" => match facts.deadline_ns {
            Some(ns) => format!("runs out at {}", seconds(ns)),
            None => "never runs out".to_owned(),
        },
        _ => facts.level.map(|level| level.to_string()).unwrap_or_default(),
    }
}

pub(super) fn in_line(purpose: InLine) -> String {
    let said = match purpose {
        InLine::Pass | InLine::Notice | InLine::Item | InLine::Tasks => "",
        InLine::ItsLock => "for its lock",
        InLine::Room => "for room",
        InLine::AllDone => "until all is done",
    };
    said.to_owned()
}

pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Ready => "ready",
        State::Running => "running",
        State::Sleeping => "sleeping",
        State::Waiting => "waiting",
        State::Blocking => "blocking",
        State::Done => "done",
        State::Failed => "failed",
        State::Cancelled => "cancelled",
    }
}

pub(super) fn edge(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Created => "created",
        EdgeKind::WaitsFor => "waits for",
        EdgeKind::Holds => "holds",
    }
}

pub(super) fn joined(kind: EdgeKind, from: &str, to: &str) -> String {
    match kind {
        EdgeKind::Created => format!("{from} created {to}"),
        EdgeKind::WaitsFor => format!("{from} waits for {to}"),
        EdgeKind::Holds => format!("{from} holds {to}"),
    }
}

pub(super) fn graph_name() -> &'static str {
    "Tasks and what they share"
}

pub(super) fn picture_name() -> &'static str {
    "Timeline of tasks"
}

pub(super) fn print_mark() -> &'static str {
    "prints"
}

pub(super) fn for_ever() -> &'static str {
    "for ever"
}

pub(super) fn reached(stopped: &Stopped) -> String {
    let of = |bytes| interleave_text::count(u64::try_from(bytes).unwrap_or(u64::MAX));
    let mut said = match stopped.limit {
        Limit::Source { bytes, most } => {
            format!("The program is {} bytes long; the playground takes {}.", of(bytes), of(most))
        }
        Limit::Instructions(most) => {
            format!("The program has run {} instructions, as many as it may.", interleave_text::count(most))
        }
        Limit::Memory(mib) => {
            format!("The program's values take more than {mib} MiB, as much as they may.")
        }
        Limit::Output(mib) => format!("The program has written {mib} MiB, as much as it may."),
        Limit::Pattern => {
            "A regular expression tries too many ways to match: it has taken ten million steps at once."
                .to_owned()
        }
        Limit::Numbers => "An operation on numbers as large as these would take too long.".to_owned(),
        Limit::Time => "Virtual time has reached its end, 292 years from the start.".to_owned(),
        Limit::Iterations => "The event loop has turned a thousand million times.".to_owned(),
        Limit::Library => {
            "A module that the program imports has to be downloaded, and could not be. Is the network there?"
                .to_owned()
        }
    };
    if let Some((line, text)) = &stopped.at {
        said += &format!(" It was in line {line}: {text}");
    }
    said
}

pub(super) fn advice(stopped: &Stopped) -> Option<String> {
    let said = match stopped.limit {
        Limit::Instructions(_) | Limit::Iterations => {
            let mut said = "The program has computed very long: perhaps a loop never ends, or waits for the clock without \
                            await."
                .to_owned();
            if stopped.ideal {
                said += " Computing takes no time here; with the comment “# interleave: cpu=50ns” before the first \
                         statement, each instruction takes 50 ns.";
            }
            said
        }
        Limit::Memory(_) => {
            "The program's values grow without end: look for a list or text that grows in a loop.".to_owned()
        }
        Limit::Output(_) => {
            "The program prints without end: look for a print in a loop that never stops.".to_owned()
        }
        Limit::Source { .. } | Limit::Pattern | Limit::Numbers | Limit::Time | Limit::Library => return None,
    };
    Some(said)
}

pub(super) fn way_out() -> &'static str {
    "Whoever is left waits, and nobody is left who could end that: see who waits for what, and which of them \
     should go on first."
}

fn how(state: State) -> &'static str {
    match state {
        State::Failed => "ended with an exception",
        State::Cancelled => "was cancelled",
        _ => "was done",
    }
}

fn until(ns: Option<i64>) -> String {
    ns.map(|ns| format!(" until {}", seconds(ns))).unwrap_or_default()
}

fn count<N: Into<i64>>(number: N, one: &str, more: &str) -> String {
    match number.into() {
        1 => format!("1 {one}"),
        number => format!("{number} {more}"),
    }
}

fn listed(names: &[String]) -> String {
    match names {
        [rest @ .., before, last] if !rest.is_empty() => {
            format!("{}, {before} and {last}", rest.join(", "))
        }
        _ => names.join(" and "),
    }
}

fn nth(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

pub(super) fn deed(who: &str, deed: &Deed) -> String {
    let did = match deed {
        Deed::Printed(text) => format!("prints “{text}”"),
        Deed::Warned(text) => return format!("On standard error: “{text}”"),
        Deed::Began => "runs for the first time".to_owned(),
        Deed::WentOn(Awaited::Time { .. }) => "goes on: its sleep is over".to_owned(),
        Deed::WentOn(Awaited::Unknown) => "goes on".to_owned(),
        Deed::WentOn(what) => format!("goes on, done waiting for {}", awaited(what)),
        Deed::HadItsTurn => "has its turn again".to_owned(),
        Deed::WasThrownInto => "goes on with an exception".to_owned(),
        Deed::CallbackRan => "runs".to_owned(),
        Deed::Waits(what) => format!("waits for {}", awaited(what)),
        Deed::Sleeps(ns) => format!("sleeps for {}", seconds(*ns)),
        Deed::Yielded => "gives up its turn".to_owned(),
        Deed::Paused => "lets others run".to_owned(),
        Deed::CreatedTask(name) => format!("creates {name}"),
        Deed::Made(thing) => format!("makes {}", self::thing(thing)),
        Deed::MadeFuture => "makes a future".to_owned(),
        Deed::Used(thing, handling) => handled(&self::thing(thing), *handling),
        Deed::AskedToCall(name) => format!("asks the event loop to call {name}"),
        Deed::SetTimer(ns) => format!("sets a timer for {}", seconds(*ns)),
        Deed::TimerFired => return "A timer falls due".to_owned(),
        Deed::CancelledTimer => "cancels a timer".to_owned(),
        Deed::Raises(error) => format!("ends with {error}"),
        Deed::Ended(State::Failed) => "ends with an exception".to_owned(),
        Deed::Ended(State::Cancelled) => "ends cancelled".to_owned(),
        Deed::Ended(_) => "is done".to_owned(),
        Deed::EndedFuture(State::Failed) => "gives a future an exception".to_owned(),
        Deed::EndedFuture(State::Cancelled) => "cancels a future".to_owned(),
        Deed::EndedFuture(_) => "gives a future its result".to_owned(),
        Deed::Woke(Awaited::Time { .. }) => return "A sleep is over".to_owned(),
        Deed::Woke(what) => format!("wakes who waited for {}", awaited(what)),
        Deed::AskedToCancel(name) => format!("asks {name} to be cancelled"),
        Deed::WasCancelled => "gets a CancelledError".to_owned(),
        Deed::TookBack(name) => format!("takes back a request to cancel {name}"),
        Deed::Blocks(ns) => format!("blocks its thread{}", until(*ns)),
        Deed::Unblocked => "goes on, no longer blocked".to_owned(),
        Deed::StartedThread(name) => format!("starts {name}"),
        Deed::GaveJob(name) => format!("gives a pool the job {name}"),
        Deed::BeganJob(name) => format!("begins the job {name}"),
        Deed::EndedJob(name) => format!("ends the job {name}"),
        Deed::Turn { number, ready } => {
            return format!("Iteration {number} of the event loop begins, with {ready} to run");
        }
        Deed::Executed(line) => format!("executes line {line}"),
        Deed::Worked => "works".to_owned(),
    };
    capital(&format!("{who} {did}"))
}

/// A sentence begins with a capital, unless it begins with a name of the program's.
fn capital(sentence: &str) -> String {
    let ours = ["a callback", "main thread", "thread "];
    let mut letters = sentence.chars();
    match letters.next().filter(|_| ours.iter().any(|words| sentence.starts_with(words))) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => sentence.to_owned(),
    }
}

fn handled(thing: &str, handling: Handling) -> String {
    match handling {
        Handling::Acquired => format!("gets {thing}"),
        Handling::Released => format!("gives back {thing}"),
        Handling::Entered => format!("enters {thing}"),
        Handling::Exited => format!("leaves {thing}"),
        Handling::Queued => format!("stands in line for {thing}"),
        Handling::Left => format!("leaves the line for {thing}"),
        Handling::Put(items) => format!("puts an item into {thing}, which has {items} now"),
        Handling::Got(items) => format!("takes an item out of {thing}, which has {items} left"),
        Handling::Set => format!("sets {thing}"),
        Handling::Cleared => format!("clears {thing}"),
        Handling::Free => format!("leaves {thing} free"),
        Handling::Taken => format!("leaves {thing} held"),
        Handling::Inside(level) => format!("finds {level} at {thing}"),
        Handling::Permits(level) => format!("leaves {thing} with {} free", count(level, "permit", "permits")),
        Handling::Unfinished(items) => format!("leaves {thing} with {items} not reported done"),
        Handling::ShutDown => format!("shuts down {thing}"),
        Handling::Joined => format!("adds a task to {thing}"),
        Handling::Deadline(Some(ns)) => format!("lets {thing} run out at {}", seconds(ns)),
        Handling::Deadline(None) => format!("lets {thing} never run out"),
        Handling::RanOut => format!("finds that {thing} has run out"),
        Handling::Changed => format!("changes {thing}"),
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let said = match cause {
        Cause::Deed { who, deed } => self::deed(who, deed),
        Cause::SleepOver { who, ns } => {
            format!("{who} went on because its sleep of {} was over", seconds(*ns))
        }
        Cause::Late { who, by, due_ns } => {
            format!("{who} could have run at {}, but {by} blocked the event loop", seconds(*due_ns))
        }
        Cause::SleepBegan { who } => format!("{who} began that sleep"),
        Cause::Created { who, by } => format!("{who} ran because {by} had created it"),
        Cause::Launched { who, call } => format!("{who} ran because {call} had started it"),
        Cause::RunEnded { call, who, how } => {
            format!("{call} came to its end because {who} {}", self::how(*how))
        }
        Cause::TaskEnded { who, other, how } => {
            format!("{who} went on because {other}, which it awaited, {}", self::how(*how))
        }
        Cause::Served { who, by, thing, purpose, since_ns, place } => {
            let did = served(&self::thing(thing), thing.class, *purpose);
            let since = seconds(*since_ns);
            format!("{who} went on because {by} {did}; it had waited since {since}, {} in line", nth(*place))
        }
        Cause::CallEnded { who, what: Awaited::Thing { thing, purpose: InLine::Tasks }, .. } => {
            format!(
                "{who} went on because all tasks of {}, for which it waited, had ended",
                self::thing(thing)
            )
        }
        Cause::CallEnded { who, what, how: State::Done } => {
            let function = awaited(what);
            format!("{who} went on because {function}, which it awaited, had all it needed")
        }
        Cause::CallEnded { who, what, how } => {
            let function = awaited(what);
            format!("{who} went on because {function}, which it awaited, {}", self::how(*how))
        }
        Cause::JobEnded { who, what, how } => {
            format!("{who} went on because {}, which it awaited, {}", awaited(what), self::how(*how))
        }
        Cause::JobGiven { who, by, name } => {
            format!("{who} did the job {name} because {by} had given it to the pool")
        }
        Cause::FutureEnded { who, by, how: State::Failed } => {
            format!("{who} went on because {by} gave the future that it awaited an exception")
        }
        Cause::FutureEnded { who, by, how: State::Cancelled } => {
            format!("{who} went on because {by} cancelled the future that it awaited")
        }
        Cause::FutureEnded { who, by, .. } => {
            format!("{who} went on because {by} gave the future that it awaited a result")
        }
        Cause::CancelledBy { who, by } => format!("{who} was cancelled because {by} asked for it"),
        Cause::GroupFailed { who, other } => {
            format!("{who} was cancelled because {other}, of the same task group, had failed")
        }
        Cause::TimedOut { who } => format!("{who} was cancelled because a timeout around it ran out"),
        Cause::TimerDue { who, by } => format!("{who} ran because a timer fell due that {by} had set"),
        Cause::Asked { who, by } => format!("{who} ran because {by} had asked for it"),
        Cause::WhenEnded { who, what } => format!("{who} ran because {} had ended", awaited(what)),
        Cause::ThreadStarted { who, by } => format!("{who} ran because {by} had given it work"),
        Cause::ThreadFreed { who } => format!("{who} went on because what blocked it was over"),
        Cause::Beginning => "The program begins".to_owned(),
        Cause::Further => "And so on, back to the beginning of the program: ask again from here".to_owned(),
    };
    capital(&said)
}

fn served(thing: &str, class: &str, purpose: InLine) -> String {
    match (purpose, class) {
        (InLine::Pass, "Event") => format!("set {thing}"),
        (InLine::Pass, "Barrier") => format!("came to {thing} as the last"),
        (InLine::Pass | InLine::ItsLock, _) => format!("gave back {thing}"),
        (InLine::Notice, _) => format!("notified {thing}"),
        (InLine::Item, _) => format!("put an item into {thing}"),
        (InLine::Room, _) => format!("took an item out of {thing}"),
        (InLine::AllDone, _) => format!("reported the last item of {thing} done"),
        (InLine::Tasks, _) => format!("was the last task of {thing} to end"),
    }
}

pub(super) fn hindrance(hindrance: &Hindrance) -> String {
    let said = match hindrance {
        Hindrance::Unborn { who } => format!("{who} has not been created yet"),
        Hindrance::Runs { who } => format!("{who} is running right now"),
        Hindrance::Ended { who, how } => format!("{who} does nothing more: it {}", self::how(*how)),
        Hindrance::Ready { who, before: 0, .. } => format!("{who} is ready, and next in line"),
        Hindrance::Ready { who, before, first: Some(first) } => match before {
            1 => format!("{who} is ready; {first} has its turn first"),
            _ => format!("{who} is ready; {first} has its turn first, and {} more are before it", before - 1),
        },
        Hindrance::Ready { who, before, first: None } => format!("{who} is ready; {before} are before it"),
        Hindrance::LoopBlocked { by, until_ns } => {
            format!("{by} blocks the event loop{}: nobody else can run", until(*until_ns))
        }
        Hindrance::Sleeps { who, until_ns } => format!("{who} sleeps until {}", seconds(*until_ns)),
        Hindrance::Blocks { who, until_ns } => format!("{who} is blocked{}", until(*until_ns)),
        Hindrance::Waits { who, awaited, company: Company::Together { others } } => {
            let so_do =
                if *others == 1 { "so does one other".to_owned() } else { format!("so do {others} others") };
            format!("{who} waits for {}, and {so_do}: all go on together", self::awaited(awaited))
        }
        Hindrance::Waits { who, awaited, company: Company::Line { place, all } } => {
            format!("{who} is {} of {all} in line for {}", nth(*place), self::awaited(awaited))
        }
        Hindrance::Waits { who, awaited, company: Company::Alone } => {
            format!("{who} waits for {}", self::awaited(awaited))
        }
        Hindrance::WaitsForHeld { who, awaited, by } => {
            format!("{who} waits for {}, held by {}", self::awaited(awaited), listed(by))
        }
        Hindrance::HeldBy { who, thing } => format!("{who} holds {}", self::thing(thing)),
        Hindrance::NeedsDeed { thing, purpose } => {
            let name = self::thing(thing);
            match (purpose, thing.class) {
                (InLine::Pass, "Event") => format!("Somebody has to set {name}"),
                (InLine::Pass, "Barrier") => format!("More parties have to come to {name}"),
                (InLine::Pass | InLine::ItsLock, _) => format!("Somebody has to give back {name}"),
                (InLine::Notice, _) => format!("Somebody has to notify {name}"),
                (InLine::Item, _) => format!("Somebody has to put an item into {name}"),
                (InLine::Room, _) => format!("Somebody has to take an item out of {name}, which is full"),
                (InLine::AllDone, _) => format!("task_done() has to be called for every item of {name}"),
                (InLine::Tasks, _) => format!("All tasks of {name} have to end"),
            }
        }
        Hindrance::NeedsResult => "Somebody has to give that future a result".to_owned(),
        Hindrance::Timeout { at_ns } => {
            format!("A timeout ends the wait at {} at the latest", seconds(*at_ns))
        }
        Hindrance::JobWaits { name } => format!("The job {name} waits until a thread of its pool is free"),
        Hindrance::Circle { names } => match names.as_slice() {
            [one] => format!("{one} waits for itself: a deadlock, which nothing can end"),
            _ => format!(
                "{} wait for each other, in a circle: a deadlock, which nothing can end",
                listed(names)
            ),
        },
        Hindrance::GoesOn { who, at_ns } => format!("In this run, {who} goes on at {}", seconds(*at_ns)),
        Hindrance::Never { who } => format!("In this run, {who} never goes on"),
        Hindrance::Stuck { who } => {
            format!("Nobody is left who could end that: {who} never goes on")
        }
    };
    capital(&said)
}

pub(super) fn question(asked: Asked, who: &str) -> String {
    match asked {
        Asked::Printed => "Why was this printed now?".to_owned(),
        Asked::Happened => "Why did this happen now?".to_owned(),
        Asked::NotYet => format!("Why does {who} not go on yet?"),
    }
}

pub(super) fn sited(sentence: &str, ns: i64, line: Option<u32>) -> String {
    match line {
        Some(line) => format!("{sentence} ({}, line {line})", seconds(ns)),
        None => format!("{sentence} ({})", seconds(ns)),
    }
}

pub(super) fn since(sentence: &str, ns: i64, line: Option<u32>) -> String {
    match line {
        Some(line) => format!("{sentence} (since {}, line {line})", seconds(ns)),
        None => format!("{sentence} (since {})", seconds(ns)),
    }
}

pub(super) fn differences(differences: &Differences) -> String {
    let Differences { against, before_ns, after_ns, lanes, shifted, reordered, gone, new } = *differences;
    let mut said = if before_ns == after_ns {
        format!("Both runs take {}.", seconds(after_ns))
    } else {
        let (before, after) = (seconds(before_ns), seconds(after_ns));
        match against {
            Against::Earlier => format!("The run took {before} before and takes {after} now."),
            Against::Repaired => format!("The run takes {before} now, and {after} once repaired."),
        }
    };
    let lines = [(shifted, "at another time"), (reordered, "in another order"), (gone, "gone"), (new, "new")];
    let kinds: Vec<String> =
        lines.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{count} {kind}")).collect();
    match (kinds.is_empty(), lanes) {
        (true, 0) => said += " They print the same lines at the same times.",
        (true, _) => said += " They print the same lines at the same times, but not all lanes do the same.",
        (false, _) => said += &format!(" Lines of the log: {}.", kinds.join(", ")),
    }
    said
}
