//! What the record of a run says beyond the schedule: lines, codes, what depends on what, errors,
//! names of threads, places. And that keeping it changes nothing else.

#![expect(clippy::wildcard_enum_match_arm, reason = "each test is about one kind of event")]

use interleave_python::{Options, Run, run};
use interleave_trace::{Event, Span, Trace, What};

fn recorded(source: &str) -> Run {
    run(source, &Options { record: true, ..Options::default() })
}

fn line_of(source: &str, place: Span) -> usize {
    source[..place.start as usize].matches('\n').count() + 1
}

/// The lines that were run, in order.
fn lines(source: &str) -> Vec<usize> {
    let trace = recorded(source).trace.unwrap();
    let lines = trace.events.iter().filter(|event| event.what == What::Line);
    lines.map(|event| line_of(source, event.place)).collect()
}

fn told<T>(trace: &Trace, tell: impl Fn(&Event) -> Option<T>) -> Vec<T> {
    trace.events.iter().filter_map(|event| tell(&event)).collect()
}

#[test]
fn each_statement_that_does_something_is_a_line() {
    let source = "x = 1\nif x > 1:\n    x = 2\nelif x:\n    x = (\n        3)\nelse:\n    x = 4\nprint(x)\n";
    assert_eq!(lines(source), [1, 2, 4, 5, 9]);
}

#[test]
fn a_loop_comes_back_to_its_head() {
    let source =
        "for n in range(3):\n    if n == 1:\n        continue\n    print(n)\nelse:\n    print('end')\n";
    assert_eq!(lines(source), [1, 2, 4, 1, 2, 3, 1, 2, 4, 1, 6]);
    let source = "n = 2\nwhile n:\n    n -= 1\n    if n: continue\nn = 5\n";
    assert_eq!(lines(source), [1, 2, 3, 4, 4, 2, 3, 4, 2, 5]);
}

#[test]
fn handlers_and_cases_are_lines_too() {
    let source = "try:\n    1 / 0\nexcept KeyError:\n    pass\nexcept ZeroDivisionError as error:\n    print(error)\nfinally:\n    x = 1\n";
    assert_eq!(lines(source), [2, 3, 5, 6, 8]);
    let source = "match 2:\n    case 1:\n        x = 1\n    case 2 | 3:\n        x = 2\n";
    assert_eq!(lines(source), [1, 2, 4, 5]);
}

#[test]
fn lines_belong_to_whoever_runs_them() {
    let source = "import asyncio\nasync def job(n):\n    await asyncio.sleep(n)\n    return n\nasync def main():\n    await asyncio.gather(job(1), job(2))\nasyncio.run(main())\n";
    let trace = recorded(source).trace.unwrap();
    let third = told(&trace, |event| {
        (event.what == What::Line && line_of(source, event.place) == 3).then_some(event.actor)
    });
    assert_eq!(third.len(), 2);
    assert_ne!(third[0], third[1]);
}

#[test]
fn a_long_record_keeps_no_lines() {
    let mut options = Options { record: true, ..Options::default() };
    options.limits.lines = 100;
    let run = run("n = 0\nwhile n < 1000:\n    n += 1\nprint(n)\n", &options);
    let trace = run.trace.unwrap();
    assert_eq!(trace.events.len(), 102, "all that is no line goes on to be kept");
    assert_eq!(trace.left_out, 0, "lines that are not kept are not missing");
}

#[test]
fn marks_of_lines_cost_nothing() {
    let programs = [
        "for n in range(9):\n    while True:\n        if n % 2:\n            if n == 3: break\n            elif n == 5: break\n        else:\n            try:\n                if n: continue\n            finally:\n                n = n and n - 1\n        break\n",
        "def f(n):\n    while n:\n        n -= 1\n        if n % 2:\n            if n % 3:\n                continue\n            else:\n                pass\n        else:\n            try: pass\n            except ValueError: n = 0\n    return n\nprint(f(50))\n",
        "import asyncio\nasync def items():\n    for n in range(5):\n        if n == 2: continue\n        yield n\nasync def main():\n    async for n in items():\n        if n > 3: break\n        for m in range(n):\n            if m: continue\n            await asyncio.sleep(0)\n    else: pass\nasyncio.run(main())\n",
    ];
    for source in programs {
        let (with, without) = (recorded(source), run(source, &Options::default()));
        assert_eq!(with.exit, 0, "{}", with.stderr);
        assert_eq!(with.instructions, without.instructions, "{source}");
        assert_eq!(with.stdout, without.stdout);
    }
}

#[test]
fn a_task_knows_its_code() {
    let source = "import asyncio\nasync def main():\n    async def job(): pass\n    await asyncio.create_task(job(), name='a')\nasyncio.run(main())\n";
    let trace = recorded(source).trace.unwrap();
    let codes = told(&trace, |event| match event.what {
        What::TaskCreated { code, .. } => {
            Some((trace.text(code), trace.definitions.get(&code).map(|place| line_of(source, *place))))
        }
        _ => None,
    });
    assert_eq!(codes[..2], [("main", Some(2)), ("main.<locals>.job", Some(3))]);
    // What `run` does at the end is the library's.
    assert!(codes[2..].iter().all(|(_, place)| place.is_none()));
}

#[test]
fn futures_that_follow_others_say_so() {
    let count = |body: &str| {
        let source = format!(
            "import asyncio\nasync def job(): await asyncio.sleep(1)\nasync def main():\n    a, b = asyncio.create_task(job()), asyncio.create_task(job())\n    {body}\nasyncio.run(main())\n"
        );
        let trace = recorded(&source).trace.unwrap();
        told(&trace, |event| matches!(event.what, What::Depends { .. }).then_some(())).len()
    };
    assert_eq!(count("await asyncio.gather(a, b, a)"), 2);
    assert_eq!(count("await asyncio.wait([a, b])"), 2);
    assert_eq!(count("await asyncio.shield(a)"), 1);
    assert_eq!(count("[await one for one in asyncio.as_completed([a, b])]"), 2);
    assert_eq!(count("await a"), 0);
}

#[test]
fn an_error_is_told_in_a_line() {
    let source = "import asyncio\nclass Odd(Exception):\n    def __str__(self): return 'asked'\nasync def fail(error): raise error\nasync def main():\n    errors = [ValueError('boom\\nbang'), KeyError('k'), OSError(2, 'gone'), Odd(), TimeoutError()]\n    await asyncio.gather(*map(fail, errors), return_exceptions=True)\nasyncio.run(main())\n";
    let trace = recorded(source).trace.unwrap();
    let raised = told(&trace, |event| match event.what {
        What::Raised { error, .. } => Some(trace.text(error)),
        _ => None,
    });
    assert_eq!(
        raised,
        ["ValueError: boom…", "KeyError: 'k'", "FileNotFoundError: [Errno 2] gone", "Odd", "TimeoutError"]
    );
    let pairs = trace.events.iter().zip(trace.events.iter().skip(1));
    let before =
        pairs.filter(|(_, event)| matches!(event.what, What::Failed(_))).map(|(before, _)| before.what);
    assert_eq!(before.filter(|before| matches!(before, What::Raised { .. })).count(), 5);
}

#[test]
fn threads_have_names() {
    let source = "import asyncio, threading, time\nfrom concurrent.futures import ThreadPoolExecutor\nt = threading.Thread(target=time.sleep, args=(1,), name='mine')\nt.start()\nt.join()\nwith ThreadPoolExecutor(2, 'pool') as pool:\n    names = pool.map(lambda n: (time.sleep(n), threading.current_thread().name)[1], [1, 1])\nprint(*names)\n";
    let run = recorded(source);
    assert_eq!(run.stdout, "pool_0 pool_1\n");
    let trace = run.trace.unwrap();
    let names = told(&trace, |event| match event.what {
        What::ThreadStarted { name, .. } => Some(trace.text(name)),
        _ => None,
    });
    assert_eq!(names, ["mine", "pool_0", "pool_1"]);
}

#[test]
fn what_is_made_and_set_has_a_place_in_the_program() {
    let source = "import asyncio\nasync def nap(): await asyncio.sleep(1)\nasync def main():\n    lock, event = asyncio.Lock(), asyncio.Event()\n    condition, semaphore = asyncio.Condition(lock), asyncio.BoundedSemaphore(2)\n    queues = [asyncio.Queue(), asyncio.PriorityQueue(3)]\n    barrier = asyncio.Barrier(1)\n    loop = asyncio.get_running_loop()\n    loop.call_later(1, print)\n    async with asyncio.TaskGroup() as group, asyncio.timeout(3):\n        group.create_task(nap())\n        await asyncio.wait_for(asyncio.sleep(2), 5)\n        await barrier.wait()\nasyncio.run(main())\n";
    let run = recorded(source);
    assert_eq!(run.exit, 0, "{}", run.stderr);
    let places = told(&run.trace.unwrap(), |event| match event.what {
        What::ResourceCreated(..) | What::TimerSet { .. } | What::FutureCreated(_) => {
            Some((event.what, line_of(source, event.place), event.place))
        }
        _ => None,
    });
    for (what, line, place) in &places {
        assert!(*line >= 2 && *place != Span::default(), "{what:?} has no place: {place:?}");
    }
    let made = places.iter().filter(|(what, ..)| matches!(what, What::ResourceCreated(..)));
    assert!(made.count() >= 9);
}
