//! Every kind of sentence in all languages, side by side (`sentences.txt`), for readers of each to check.

use expect_test::expect_file;
use interleave_trace::{BarrierPhase, Limit, Stopped};

use super::*;
use crate::facts::Thing;
use crate::why::facts::{Company, Handling};

const S: i64 = 1_000_000_000;

struct Table(String);

impl Table {
    fn part(&mut self, title: &str) {
        self.0 += &format!("\n{title}\n");
    }

    fn row(&mut self, say: impl Fn(Language) -> String) {
        let [traditional, simplified, english] = Language::ALL.map(&say);
        self.0 += &format!("  {english}\n  {traditional}\n  {simplified}\n\n");
    }
}

fn thing(class: &'static str) -> Thing {
    Thing { name: "x".to_owned(), class, named: true }
}

const CLASSES: [&str; 12] = [
    "Lock",
    "Event",
    "Condition",
    "Semaphore",
    "BoundedSemaphore",
    "Barrier",
    "Queue",
    "PriorityQueue",
    "LifoQueue",
    "TaskGroup",
    "timeout",
    "ThreadPoolExecutor",
];

/// Each purpose of a line with the class of a thing that has it.
const LINES: [(InLine, &str); 9] = [
    (InLine::Pass, "Lock"),
    (InLine::Pass, "Event"),
    (InLine::Pass, "Barrier"),
    (InLine::Notice, "Condition"),
    (InLine::ItsLock, "Condition"),
    (InLine::Item, "Queue"),
    (InLine::Room, "Queue"),
    (InLine::AllDone, "Queue"),
    (InLine::Tasks, "TaskGroup"),
];

const ENDS: [State; 3] = [State::Done, State::Failed, State::Cancelled];

fn awaited() -> Vec<Awaited> {
    let things = LINES.map(|(purpose, class)| Awaited::Thing { thing: thing(class), purpose });
    let others = [
        Awaited::Unknown,
        Awaited::Task { name: "Task-3".into() },
        Awaited::Job { name: "fetch()".into(), thread: Some("asyncio_0".into()) },
        Awaited::Job { name: "fetch()".into(), thread: None },
        Awaited::Call { function: "asyncio.gather".into(), several: 0 },
        Awaited::Call { function: "asyncio.gather".into(), several: 3 },
    ];
    others.into_iter().chain(things).collect()
}

fn stretches(table: &mut Table) {
    let facts = |state, awaited, of_thread| StretchFacts {
        name: "Task-2".into(),
        state,
        from_ns: S / 2,
        to_ns: Some(2 * S),
        awaited,
        deadline_ns: None,
        stretches: 1,
        of_thread,
        endless: false,
    };
    table.part("What a lane does");
    for state in [State::Ready, State::Running, State::Sleeping, State::Blocking] {
        let awaited = match state {
            State::Sleeping | State::Blocking => Awaited::Time { due_ns: 2 * S },
            _ => Awaited::Unknown,
        };
        for of_thread in [false, true] {
            let facts = facts(state, awaited.clone(), of_thread);
            table.row(|language| stretch(language, &facts));
            table.row(|language| mark(language, &facts));
        }
    }
    for awaited in awaited() {
        let facts = facts(State::Waiting, awaited, false);
        table.row(|language| format!("[{}] {}", label(language, &facts), stretch(language, &facts)));
    }
    for state in ENDS {
        let facts = StretchFacts { to_ns: Some(S / 2), ..facts(state, Awaited::Unknown, false) };
        table.row(|language| stretch(language, &facts));
    }
    let open = StretchFacts { to_ns: None, ..facts(State::Running, Awaited::Unknown, true) };
    table.row(|language| stretch(language, &open));
    let endless =
        StretchFacts { to_ns: None, endless: true, ..facts(State::Waiting, Awaited::Unknown, false) };
    table.row(|language| stretch(language, &endless));
    let many = StretchFacts { stretches: 7, ..facts(State::Running, Awaited::Unknown, false) };
    table.row(|language| stretch(language, &many));
}

fn lives(table: &mut Table) {
    table.part("A lane's life");
    let life_of = |end, of_thread| LifeFacts {
        name: "Task-2".into(),
        code: if of_thread { String::new() } else { "worker".into() },
        from_ns: S / 2,
        end,
        turns: 3,
        slept_ns: S,
        waited_ns: S / 2,
        blocked_ns: S / 4,
        of_thread,
        endless: false,
    };
    for state in ENDS {
        table.row(|language| life(language, &life_of(Some((state, 2 * S)), false)));
    }
    table.row(|language| life(language, &life_of(None, true)));
    table.row(|language| life(language, &LifeFacts { endless: true, ..life_of(None, false) }));
    table.row(|language| {
        life(language, &LifeFacts { turns: 1, ..life_of(Some((State::Done, S / 2)), false) })
    });
}

fn loops(table: &mut Table) {
    table.part("The loop");
    let facts = [
        ReadyFacts::Created,
        ReadyFacts::Yielded,
        ReadyFacts::Awaited(Awaited::Time { due_ns: S }),
        ReadyFacts::Awaited(Awaited::Task { name: "Task-3".into() }),
        ReadyFacts::Done(Awaited::Task { name: "Task-3".into() }),
        ReadyFacts::Thrown,
        ReadyFacts::CalledSoon,
        ReadyFacts::Timer { sleep: true },
        ReadyFacts::Timer { sleep: false },
    ];
    for facts in facts {
        table.row(|language| ready(language, &facts));
    }
    for facts in [
        TimerFacts::Sleep,
        TimerFacts::Timeout,
        TimerFacts::Call(None),
        TimerFacts::Call(Some("tick()".into())),
    ] {
        table.row(|language| timer(language, &facts));
    }
    for (purpose, _) in LINES {
        if !in_line(Language::English, purpose).is_empty() {
            table.row(|language| in_line(language, purpose));
        }
    }
    for class in CLASSES {
        for level in [0, 2] {
            let facts = ThingFacts {
                thing: thing(class),
                level: Some(level),
                first_level: Some(3),
                items: 2,
                unfinished: 1,
                tasks: 2,
                deadline_ns: (level > 0).then_some(2 * S),
                shut_down: level > 0,
                ..ThingFacts::default()
            };
            table.row(|language| format!("{class}: {}", numbers(language, &facts)));
        }
    }
    for phase in [BarrierPhase::Draining, BarrierPhase::Resetting, BarrierPhase::Broken] {
        let facts = ThingFacts { thing: thing("Barrier"), phase, ..ThingFacts::default() };
        table.row(|language| numbers(language, &facts));
    }
    table.row(|language| {
        numbers(language, &ThingFacts { thing: thing("timeout"), ran_out: true, ..ThingFacts::default() })
    });
    table.row(callback);
    table.row(housekeeping);
    table.row(|language| thread(language, 0));
    table.row(|language| thread(language, 1));
    table.row(|language| picture_name(language).to_owned());
    table.row(|language| graph_name(language).to_owned());
    for kind in [EdgeKind::Created, EdgeKind::WaitsFor, EdgeKind::Holds] {
        table.row(|language| edge(language, kind).to_owned());
        table.row(|language| joined(language, kind, "Task-2", "sem"));
    }
    table.row(|language| print_mark(language).to_owned());
}

fn deeds(table: &mut Table) {
    table.part("What has just happened");
    let call = || Awaited::Call { function: "asyncio.gather".into(), several: 0 };
    let deeds = [
        Deed::Printed("tea".into()),
        Deed::Warned("RuntimeWarning: …".into()),
        Deed::Began,
        Deed::WentOn(Awaited::Time { due_ns: S }),
        Deed::WentOn(Awaited::Unknown),
        Deed::WentOn(call()),
        Deed::HadItsTurn,
        Deed::WasThrownInto,
        Deed::CallbackRan,
        Deed::Waits(call()),
        Deed::Sleeps(S / 2),
        Deed::Yielded,
        Deed::Paused,
        Deed::CreatedTask("Task-3".into()),
        Deed::Made(thing("Lock")),
        Deed::MadeFuture,
        Deed::AskedToCall("tick()".into()),
        Deed::SetTimer(S),
        Deed::TimerFired,
        Deed::CancelledTimer,
        Deed::Raises("ValueError: cold".into()),
        Deed::Woke(Awaited::Time { due_ns: S }),
        Deed::Woke(Awaited::Thing { thing: thing("Semaphore"), purpose: InLine::Pass }),
        Deed::AskedToCancel("Task-3".into()),
        Deed::WasCancelled,
        Deed::TookBack("Task-3".into()),
        Deed::Blocks(None),
        Deed::Blocks(Some(S)),
        Deed::Unblocked,
        Deed::GaveJob("fetch()".into()),
        Deed::BeganJob("fetch()".into()),
        Deed::EndedJob("fetch()".into()),
        Deed::Turn { number: 3, ready: 1 },
        Deed::Executed(4),
        Deed::Worked,
    ];
    let ends = ENDS.into_iter().flat_map(|state| [Deed::Ended(state), Deed::EndedFuture(state)]);
    for said in deeds.into_iter().chain(ends) {
        table.row(|language| deed(language, "Task-2", &said));
    }
    table.row(|language| deed(language, "Task-2", &Deed::StartedThread(thread(language, 1))));
    use Handling::*;
    for (class, handling) in [
        ("Lock", Acquired),
        ("Lock", Released),
        ("timeout", Entered),
        ("timeout", Exited),
        ("Lock", Queued),
        ("Lock", Left),
        ("Queue", Put(2)),
        ("Queue", Got(1)),
        ("Event", Set),
        ("Event", Cleared),
        ("Lock", Free),
        ("Lock", Taken),
        ("Barrier", Inside(2)),
        ("Semaphore", Permits(1)),
        ("Queue", Unfinished(2)),
        ("Queue", ShutDown),
        ("TaskGroup", Joined),
        ("timeout", Deadline(Some(S))),
        ("timeout", Deadline(None)),
        ("timeout", RanOut),
        ("Barrier", Changed),
    ] {
        let said = Deed::Used(thing(class), handling);
        table.row(|language| deed(language, "Task-2", &said));
    }
}

fn causes(table: &mut Table) {
    table.part("Why");
    table.row(|language| question(language, Asked::Printed, ""));
    table.row(|language| question(language, Asked::Happened, ""));
    let who = || "Task-2".to_owned();
    let by = || "Task-1".to_owned();
    let call = || Awaited::Call { function: "asyncio.gather".into(), several: 0 };
    let mut causes = vec![
        Cause::Deed { who: who(), deed: Deed::Printed("tea".into()) },
        Cause::SleepOver { who: who(), ns: S },
        Cause::Late { who: who(), by: by(), due_ns: S },
        Cause::SleepBegan { who: who() },
        Cause::Created { who: who(), by: by() },
        Cause::Launched { who: who(), call: "asyncio.run".into() },
        Cause::CancelledBy { who: who(), by: by() },
        Cause::GroupFailed { who: who(), other: by() },
        Cause::TimedOut { who: who() },
        Cause::TimerDue { who: "tick()".into(), by: by() },
        Cause::Asked { who: "tick()".into(), by: by() },
        Cause::WhenEnded { who: "tick()".into(), what: Awaited::Task { name: by() } },
        Cause::JobGiven { who: "asyncio_0".into(), by: by(), name: "fetch()".into() },
        Cause::Beginning,
        Cause::Further,
    ];
    let tasks = Awaited::Thing { thing: thing("TaskGroup"), purpose: InLine::Tasks };
    causes.push(Cause::CallEnded { who: who(), what: tasks, how: State::Done });
    for how in ENDS {
        causes.push(Cause::RunEnded { call: "asyncio.run".into(), who: who(), how });
        causes.push(Cause::TaskEnded { who: who(), other: "Task-3".into(), how });
        causes.push(Cause::CallEnded { who: who(), what: call(), how });
        let job = Awaited::Job { name: "fetch()".into(), thread: Some("asyncio_0".into()) };
        causes.push(Cause::JobEnded { who: who(), what: job, how });
        causes.push(Cause::FutureEnded { who: who(), by: by(), how });
    }
    for ((purpose, class), place) in LINES.into_iter().zip([1, 2, 3, 4, 11, 12, 13, 21, 22]) {
        causes.push(Cause::Served { who: who(), by: by(), thing: thing(class), purpose, since_ns: S, place });
    }
    for cause in causes {
        table.row(|language| sited(language, &super::cause(language, &cause), S + S / 2, Some(7)));
    }
    table.row(|language| cause(language, &Cause::ThreadStarted { who: thread(language, 1), by: by() }));
    table.row(|language| cause(language, &Cause::ThreadFreed { who: thread(language, 1) }));
    table.row(|language| sited(language, "…", S, None));
}

fn hindrances(table: &mut Table) {
    table.part("Why not yet");
    let who = || "Task-2".to_owned();
    table.row(|language| question(language, Asked::NotYet, "Task-2"));
    let mut hindrances = vec![
        Hindrance::Unborn { who: who() },
        Hindrance::Runs { who: who() },
        Hindrance::JobWaits { name: "fetch()".into() },
        Hindrance::Ready { who: who(), before: 0, first: None },
        Hindrance::Ready { who: who(), before: 1, first: Some("Task-1".into()) },
        Hindrance::Ready { who: who(), before: 3, first: Some("Task-1".into()) },
        Hindrance::LoopBlocked { by: "Task-1".into(), until_ns: Some(3 * S) },
        Hindrance::LoopBlocked { by: "Task-1".into(), until_ns: None },
        Hindrance::Sleeps { who: who(), until_ns: S },
        Hindrance::Blocks { who: who(), until_ns: Some(S) },
        Hindrance::Waits { who: who(), awaited: Awaited::Unknown, company: Company::Alone },
        Hindrance::HeldBy { who: "Task-3".into(), thing: thing("Semaphore") },
        Hindrance::NeedsResult,
        Hindrance::Timeout { at_ns: S },
        Hindrance::Circle { names: vec![who()] },
        Hindrance::Circle { names: vec![who(), "Task-3".into()] },
        Hindrance::GoesOn { who: who(), at_ns: S },
        Hindrance::Never { who: who() },
        Hindrance::Stuck { who: who() },
        Hindrance::WaitsForHeld {
            who: who(),
            awaited: Awaited::Thing { thing: thing("Lock"), purpose: InLine::Pass },
            by: vec!["Task-3".into(), "Task-5".into()],
        },
    ];
    let awaited = Awaited::Thing { thing: thing("Event"), purpose: InLine::Pass };
    hindrances.push(Hindrance::Waits { who: who(), awaited, company: Company::Together { others: 1 } });
    hindrances.extend(ENDS.map(|how| Hindrance::Ended { who: who(), how }));
    for (purpose, class) in LINES {
        let awaited = Awaited::Thing { thing: thing(class), purpose };
        let company = match purpose.in_turn(class) {
            true => Company::Line { place: 3, all: 5 },
            false => Company::Together { others: 4 },
        };
        hindrances.push(Hindrance::Waits { who: who(), awaited, company });
        hindrances.push(Hindrance::NeedsDeed { thing: thing(class), purpose });
    }
    for hindrance in hindrances {
        table.row(|language| super::hindrance(language, &hindrance));
    }
    table.row(|language| since(language, "…", S, Some(7)));
    table.row(|language| since(language, "…", S, None));
}

fn endings(table: &mut Table) {
    table.part("What ended a run");
    let limits = [
        Limit::Source { bytes: 1_500_000, most: 1_000_000 },
        Limit::Instructions(1_000_000_000),
        Limit::Memory(64),
        Limit::Output(4),
        Limit::Pattern,
        Limit::Numbers,
        Limit::Time,
        Limit::Iterations,
        Limit::Library,
    ];
    for limit in limits {
        let stopped = Stopped { limit, at: None, ideal: false };
        table.row(|language| reached(language, &stopped));
        if advice(Language::English, &stopped).is_some() {
            table.row(|language| advice(language, &stopped).unwrap_or_default());
        }
    }
    let spins =
        Stopped { limit: Limit::Instructions(9), at: Some((4, "while True: pass".into())), ideal: true };
    table.row(|language| reached(language, &spins));
    table.row(|language| advice(language, &spins).unwrap_or_default());
    table.row(|language| way_out(language).to_owned());
}

#[test]
fn every_sentence_in_every_language() {
    let mut table = Table(String::new());
    for part in [stretches, lives, loops, deeds, causes, hindrances, endings] {
        part(&mut table);
    }
    expect_file!["sentences.txt"].assert_eq(&table.0);
}

#[test]
fn seconds_have_no_more_digits_than_they_need() {
    let all = [0, 1, 500_000_000, 2 * S, -S / 4, i64::MAX].map(|ns| seconds(Language::English, ns));
    assert_eq!(all, ["0 s", "0.000000001 s", "0.5 s", "2 s", "-0.25 s", "9223372036.854775807 s"]);
}
