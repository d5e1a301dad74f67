//! A look into a run at a moment: who is in the middle of what, with which variables, and what has
//! just changed. And that looking, and being looked at, leave no mark on a run.

use interleave_python::{Change, Execution, LiveTask, Looking, Options, Run, Snapshot, Who, look_at, run};
use interleave_trace::{TaskId, ThreadId, What};

fn options() -> Options {
    Options { record: true, ..Options::default() }
}

fn recorded(source: &str) -> Run {
    let run = run(source, &options());
    assert_eq!(run.exit, 0, "{}", run.stderr);
    run
}

/// The moment at which a line begins for the n-th time.
fn beginning(run: &Run, source: &str, line: usize, n: usize) -> usize {
    let events = &run.trace.as_ref().unwrap().events;
    let begins = |(index, event): (usize, interleave_trace::Event)| {
        let number = source[..event.place.start as usize].matches('\n').count() + 1;
        (event.what == What::Line && number == line).then_some(index + 1)
    };
    events.iter().enumerate().filter_map(begins).nth(n - 1).expect("the line is run so often")
}

fn seen(source: &str, line: usize, n: usize) -> Snapshot {
    let run = recorded(source);
    let moment = beginning(&run, source, line, n);
    look_at(source, &options(), run.trace.as_ref().unwrap(), &run.checkpoints, moment)
}

/// One line a frame: `Task 0: main:9 n=1* job=…+`; `+` after what is new, `*` after what has changed.
fn shown(snapshot: &Snapshot) -> Vec<String> {
    let mut lines = Vec::new();
    for task in &snapshot.tasks {
        let who = match task.who {
            Who::Thread(ThreadId(number)) => format!("thread {number}"),
            Who::Task(TaskId(number)) => format!("task {number}"),
        };
        for (index, frame) in task.frames.iter().enumerate() {
            let mut line = format!("{who} {}:{}", frame.function, frame.line);
            for variable in &frame.variables {
                let mark = match snapshot.change(task, index, variable) {
                    Change::New => "+",
                    Change::Changed => "*",
                    Change::Same => "",
                };
                line += &format!(" {}={}{mark}", variable.name, variable.text);
            }
            lines.push(line);
        }
    }
    lines
}

const NESTED: &str = "import asyncio

async def inner(n):
    total = n * 2
    await asyncio.sleep(1)
    return total

async def job(name):
    result = await inner(len(name))
    result += 1
    return result

async def main():
    tasks = [asyncio.create_task(job(name)) for name in ('a', 'bb')]
    return await asyncio.gather(*tasks)

LIMIT = 3
asyncio.run(main())
";

#[test]
fn a_line_has_not_begun_when_its_moment_comes() {
    let source = "x = 1\ny = [x]\nx = 2\nz = x\n";
    assert_eq!(shown(&seen(source, 1, 1)), ["thread 0 <module>:1"]);
    assert_eq!(shown(&seen(source, 2, 1)), ["thread 0 <module>:2 x=1+"]);
    assert_eq!(shown(&seen(source, 3, 1)), ["thread 0 <module>:3 x=1 y=[1]+"]);
    assert_eq!(shown(&seen(source, 4, 1)), ["thread 0 <module>:4 x=2* y=[1]"]);
}

#[test]
fn at_the_end_all_has_been_done() {
    let source = "x = 1\nx += 1\n";
    let run = recorded(source);
    let trace = run.trace.unwrap();
    let snapshot = look_at(source, &options(), &trace, &run.checkpoints, trace.events.len());
    assert_eq!(shown(&snapshot), ["thread 0 <module>:2 x=2*"]);
}

#[test]
fn awaits_are_frames_inside_each_other() {
    assert_eq!(
        shown(&seen(NESTED, 10, 1)),
        [
            "thread 0 <module>:18 LIMIT=3",
            "task 0 main:15 tasks=[<Task Task-2 pending>, <Task Task-3 pending>]",
            "task 1 job:10 name='a' result=2+",
            "task 2 job:9 name='bb'",
            "task 2 inner:5 n=2 total=4",
        ]
    );
}

#[test]
fn whoever_has_not_begun_stands_at_its_definition() {
    let lines = shown(&seen(NESTED, 4, 1));
    assert_eq!(lines[2..], ["task 1 job:9 name='a'", "task 1 inner:4 n=1+", "task 2 job:8 name='bb'"]);
}

#[test]
fn closures_and_objects() {
    let source = "class Job:\n    def __init__(self, name, n):\n        self.name, self.n = name, n\n    def __repr__(self):\n        return print('asked')\ndef counter():\n    count = 0\n    def more(job):\n        nonlocal count\n        count += job.n\n        return count\n    return more\nmore = counter()\njob = Job('a', 3)\nmore(job)\nmore(job)\ndone = True\n";
    assert_eq!(
        shown(&seen(source, 11, 1)),
        [
            "thread 0 <module>:15 job=Job{name='a', n=3}",
            "thread 0 counter.<locals>.more:11 job=Job{name='a', n=3} count=3*"
        ]
    );
    assert_eq!(
        shown(&seen(source, 11, 2))[1],
        "thread 0 counter.<locals>.more:11 job=Job{name='a', n=3} count=6*"
    );
    assert_eq!(recorded(source).stdout, "", "nobody asks the program");
}

#[test]
fn values_are_told_in_a_few_words() {
    let source = "import asyncio, collections, enum\nclass Empty: pass\nclass Colour(enum.Enum):\n    RED = 1\nasync def nap(): pass\nasync def main():\n    ring = [1, 'two', 3.5]\n    ring.append(ring)\n    deep = [[[[[1]]]]]\n    long = list(range(100))\n    text = 'x' * 1000\n    pairs = {'a': (1,), 2: {3}, 4: set()}\n    big = 2 ** 5000\n    empty, colour, error = Empty(), Colour.RED, ValueError('boom')\n    lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event()\n    await lock.acquire()\n    await semaphore.acquire()\n    queue = asyncio.Queue(5)\n    queue.put_nowait('a')\n    counts = collections.Counter('aab')\n    line = collections.deque([1, 2])\n    function, method, code = nap, lock.release, nap()\n    await code\n    return\nasyncio.run(main())\n";
    let snapshot = seen(source, 24, 1);
    let main = snapshot.tasks.iter().find(|task| task.who == Who::Task(TaskId(0))).unwrap();
    let shown: Vec<String> = main.frames[0]
        .variables
        .iter()
        .map(|variable| {
            assert!(variable.text.chars().count() <= 121, "{variable:?}");
            format!("{}={}", variable.name, variable.text)
        })
        .collect();
    let text = format!("text='{}…", "x".repeat(119));
    assert_eq!(
        shown,
        [
            "ring=[1, 'two', 3.5, […]]",
            "deep=[[[[[…]]]]]",
            "long=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …]",
            &text,
            "pairs={'a': (1,), 2: {3}, 4: set()}",
            "big=<int of 5001 bits>",
            "empty=<Empty object>",
            "colour=<Colour.RED>",
            "error=<ValueError: boom>",
            "lock=<Lock locked>",
            "semaphore=<Semaphore value=1>",
            "event=<Event unset>",
            "queue=<Queue 1 of 5 ['a']>",
            "counts=Counter {'a': 2, 'b': 1}",
            "line=deque [1, 2]",
            "function=<function nap>",
            "method=<method Lock.release>",
            "code=<coroutine nap>",
        ]
    );
}

#[test]
fn generators_and_threads_have_frames_too() {
    let source = "import asyncio, threading, time\ndef items(n):\n    for item in range(n):\n        yield item\nasync def later(n):\n    for item in items(n):\n        await asyncio.sleep(item)\n        yield item\nasync def main():\n    async for item in later(3):\n        seen = item\ndef work(n):\n    time.sleep(n)\n    return\nthread = threading.Thread(target=work, args=(1.5,))\nthread.start()\nasyncio.run(main())\n";
    assert_eq!(
        shown(&seen(source, 14, 1)),
        [
            "thread 0 <module>:17 thread=<Thread object>",
            "thread 1 work:14 n=1.5",
            "task 0 main:10 item=1 seen=1",
            "task 0 later:7 n=3 item=2",
        ]
    );
}

#[test]
fn looking_leaves_no_mark() {
    let whole = recorded(NESTED);
    let mut execution = Execution::new(NESTED, &options()).unwrap();
    let mut most: Vec<LiveTask> = Vec::new();
    while !execution.advance(1) {
        let seen = execution.inspect();
        if seen.len() > most.len() {
            most = seen;
        }
    }
    assert_eq!(most.len(), 4);
    let looked_at = execution.finish();
    assert!(looked_at.trace == whole.trace && looked_at.stdout == whole.stdout);
    assert_eq!(looked_at.instructions, whole.instructions);
}

#[test]
fn a_look_far_into_a_run_goes_from_checkpoint_to_checkpoint_and_in_slices() {
    let source = "import asyncio\nasync def nap(n):\n    for turn in range(400):\n        await asyncio.sleep(n)\n    return n\nasync def main():\n    await asyncio.gather(*map(nap, range(1, 9)))\nasyncio.run(main())\ncount = 0\nwhile count < 60_000:\n    count += 1\nprint(count)\n";
    let run = recorded(source);
    let trace = run.trace.as_ref().unwrap();
    let moment = beginning(&run, source, 12, 1);
    let mut looking = Looking::new(source, &options(), trace, &run.checkpoints, moment).unwrap();
    let mut slices = 0;
    while !looking.advance(10_000) {
        slices += 1;
    }
    assert!(slices > 20, "{slices}");
    assert_eq!(shown(&looking.finish()), ["thread 0 <module>:12 count=60000"]);
}
