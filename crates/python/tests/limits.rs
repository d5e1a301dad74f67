//! Every limit below, at, and above: the run ends with a word about which it was, and keeps
//! what was printed before.

use interleave_python::{Ending, Limits, Options, Run, run};
use interleave_trace::Limit;

fn with(limits: Limits, source: &str) -> Run {
    run(source, &Options { limits, ..Options::default() })
}

fn is_limit(run: &Run, limit: Limit) -> bool {
    run.exit == 4 && matches!(&run.ending, Ending::Limit(stopped) if stopped.limit == limit)
}

/// The line in which a run was stopped.
fn stopped_at(run: &Run) -> Option<(u32, &str)> {
    let Ending::Limit(stopped) = &run.ending else { return None };
    stopped.at.as_ref().map(|(line, text)| (*line, text.as_str()))
}

#[test]
fn source() {
    let text = |bytes: usize| format!("print(1){}", " ".repeat(bytes - "print(1)".len()));
    let limits = || Limits { source: 1000, ..Limits::default() };
    assert_eq!(with(limits(), &text(999)).stdout, "1\n");
    assert_eq!(with(limits(), &text(1000)).stdout, "1\n");
    let above = with(limits(), &text(1001));
    assert!(is_limit(&above, Limit::Source { bytes: 1001, most: 1000 }), "{above:?}");
}

#[test]
fn instructions() {
    let source = "print('begun')\nn = 0\nwhile n < 1000:\n    n += 1\nprint(n)\n";
    let needed = with(Limits::default(), source).instructions;
    for (granted, ends) in [(needed + 1, true), (needed, true), (needed / 2, false)] {
        let run = with(Limits { instructions: granted, ..Limits::default() }, source);
        assert_eq!(run.exit == 0, ends, "{granted} of {needed}: {run:?}");
        assert!(run.stdout.starts_with("begun\n"));
    }
    let endless = with(Limits { instructions: 100_000, ..Limits::default() }, "print(1)\nwhile True: pass\n");
    assert!(is_limit(&endless, Limit::Instructions(100_000)), "{endless:?}");
    assert_eq!(endless.stdout, "1\n");
}

#[test]
fn a_limit_cannot_be_caught() {
    let source = "try:\n    while True: pass\nexcept BaseException:\n    print('caught')\nfinally:\n    print('finally')\n";
    let run = with(Limits { instructions: 10_000, ..Limits::default() }, source);
    assert_eq!((run.exit, run.stdout.as_str()), (4, ""));
}

#[test]
fn output() {
    let source = "for _ in range(10): print('123456789')\n";
    for (room, ends) in [(101, true), (100, true), (99, false)] {
        let run = with(Limits { output: room, ..Limits::default() }, source);
        assert_eq!(run.exit == 0, ends, "{room}: {run:?}");
        assert_eq!(run.stdout.len(), if ends { 100 } else { 90 });
    }
}

#[test]
fn calls_as_deep_as_in_cpython() {
    let source = |depth: usize| {
        format!(
            "def f(n):\n    if n: f(n - 1)\ntry:\n    f({depth})\n    print('ended')\nexcept RecursionError as e:\n    print(e)\n"
        )
    };
    assert_eq!(with(Limits::default(), &source(900)).stdout, "ended\n");
    assert_eq!(with(Limits::default(), &source(998)).stdout, "ended\n");
    assert_eq!(with(Limits::default(), &source(999)).stdout, "maximum recursion depth exceeded\n");
    assert_eq!(with(Limits::default(), &source(100_000)).stdout, "maximum recursion depth exceeded\n");
}

#[test]
fn nesting() {
    let parentheses = |depth: usize| format!("print({}1{})\n", "(".repeat(depth), ")".repeat(depth));
    for depth in [90, 99] {
        assert_eq!(with(Limits::default(), &parentheses(depth)).stdout, "1\n", "{depth}");
    }
    for depth in [100, 101, 1000, 100_000] {
        let run = with(Limits { source: 1 << 20, ..Limits::default() }, &parentheses(depth));
        assert_eq!(run.exit, 1);
        assert!(run.stderr.contains("SyntaxError"), "{}", run.stderr);
    }
}

#[test]
fn integers() {
    let bits = |power: u32| format!("x = 2 ** {power}\nprint(x.bit_length())\n");
    assert_eq!(with(Limits::default(), &bits(999_998)).stdout, "999999\n");
    assert_eq!(with(Limits::default(), &bits(999_999)).stdout, "1000000\n");
    for power in [1_000_000, 100_000_000] {
        let run = with(Limits::default(), &bits(power));
        assert!(run.exit == 1 && run.stderr.contains("MemoryError"), "{}", run.stderr);
    }
    let tower = with(Limits::default(), "x = 10 ** 10 ** 100\n");
    assert_eq!(tower.exit, 1);
}

#[test]
fn one_value() {
    for source in [
        "'x' * 10 ** 12",
        "[0] * 10 ** 12",
        "(1,) * 10 ** 11",
        "b'x' * 10 ** 12",
        "'x'.ljust(10 ** 12)",
        "bytes(10 ** 12)",
        "f'{1:1000000000000}'",
        "'%*d' % (10 ** 12, 1)",
    ] {
        let run = with(Limits::default(), &format!("print('begun')\n{source}\nprint('ended')\n"));
        assert_eq!((run.exit, run.stdout.as_str()), (1, "begun\n"), "{source}: {}", run.stderr);
    }
}

#[test]
fn one_value_may_be_as_large_as_the_limit() {
    let source = "try: print(len(KIND * SIZE))\nexcept MemoryError: print('too large')\n";
    for (kind, most) in
        [("'x'", 64 << 20), ("b'x'", 64 << 20), ("[0]", (64 << 20) / 16), ("(0,)", (64 << 20) / 16)]
    {
        for (size, fits) in [(most - 1, true), (most, true), (most + 1, false)] {
            let source = source.replace("KIND", kind).replace("SIZE", &size.to_string());
            let expected = if fits { format!("{size}\n") } else { "too large\n".to_owned() };
            assert_eq!(with(Limits::default(), &source).stdout, expected, "{kind} * {size}");
        }
    }
}

/// Beyond the limit, all but lines is written down.
#[test]
fn lines_of_the_trace() {
    let source = "for i in range(100): print(i)\n";
    let record = |lines: usize| {
        let limits = Limits { lines, ..Limits::default() };
        run(source, &Options { limits, record: true, ..Options::default() })
    };
    let lines = |run: &Run| {
        let events = &run.trace.as_ref().unwrap().events;
        let is_line = |event: &interleave_trace::Event| matches!(event.what, interleave_trace::What::Line);
        (events.iter().filter(is_line).count(), events.len())
    };
    let (all, events) = lines(&record(usize::MAX));
    assert_eq!(lines(&record(events + 1)), (all, events));
    assert_eq!(lines(&record(events)), (all, events));
    let (fewer, left) = lines(&record(events / 2));
    assert!(fewer < all && all - fewer == events - left, "{fewer} of {all}");
}

/// So many may wait as there is memory for: tasks, their timers, and items of a queue.
#[test]
fn tasks_timers_and_items_are_bounded_by_memory_alone() {
    interleave_python::count_memory_with(interleave_memory::in_use);
    for waiting in
        ["asyncio.create_task(asyncio.sleep(1))", "loop.call_later(1, print)", "queue.put_nowait([i])"]
    {
        let source = format!(
            "import asyncio\nasync def main():\n    loop, queue, kept = asyncio.get_running_loop(), asyncio.Queue(), []\n    print('begun')\n    for i in range(COUNT): kept.append({waiting})\n    print('all')\nasyncio.run(main())\n"
        );
        let with_count = |count: &str| {
            let limits = Limits { memory: interleave_memory::in_use() + (32 << 20), ..Limits::default() };
            with(limits, &source.replace("COUNT", count))
        };
        let few = with_count("1_000");
        assert_eq!(few.stdout, "begun\nall\n", "{waiting}: {}", few.stderr);
        let many = with_count("10**9");
        assert!(
            matches!(&many.ending, Ending::Limit(stopped) if matches!(stopped.limit, Limit::Memory(_))),
            "{waiting}: {many:?}"
        );
        assert_eq!(many.stdout, "begun\n", "{waiting}");
    }
}

#[test]
fn virtual_time_ends_after_292_years() {
    let source = |seconds: &str| {
        format!("import time\ntime.sleep({seconds})\nprint('later')\ntime.sleep(9e9)\nprint('still')\n")
    };
    assert_eq!(with(Limits::default(), &source("1e8")).stdout, "later\nstill\n");
    let beyond = with(Limits::default(), &source("9e9"));
    assert_eq!(beyond.stdout, "later\n");
    assert!(is_limit(&beyond, Limit::Time), "{beyond:?}");
}

#[test]
fn spinning_loops_are_stopped() {
    let source =
        "import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())\n";
    let run = with(Limits { instructions: 200_000, ..Limits::default() }, source);
    assert!(is_limit(&run, Limit::Instructions(200_000)), "{run:?}");
}

#[test]
fn the_line_of_the_limit_is_named() {
    let source = "import asyncio\nasync def main():\n    print('begun')\n    n = 0\n    while True: n += 1\nasyncio.run(main())\n";
    let run = with(Limits { instructions: 50_000, ..Limits::default() }, source);
    assert_eq!(run.stdout, "begun\n");
    assert_eq!(stopped_at(&run), Some((5, "while True: n += 1")), "{run:?}");
}

#[test]
fn memory() {
    interleave_python::count_memory_with(interleave_memory::in_use);
    let source = "print('begun')\nitems = []\nfor i in range({}):\n    items.append('x' * 1000 + str(i))\nprint('ended')\n";
    let with_items = |count: &str| {
        let limits = Limits { memory: interleave_memory::in_use() + (64 << 20), ..Limits::default() };
        with(limits, &source.replace("{}", count))
    };
    for (count, output) in [("1_000", "begun\nended\n"), ("30_000", "begun\nended\n"), ("10**9", "begun\n")] {
        let run = with_items(count);
        assert_eq!(run.stdout, output, "{count}: {run:?}");
        assert_eq!(run.exit, if output.ends_with("ended\n") { 0 } else { 4 });
    }
    assert!(stopped_at(&with_items("10**9")).is_some(), "the line is named");
}

#[test]
fn events_of_the_trace() {
    let source = "for i in range(100): print(i)\n";
    let record = |events: usize| {
        let limits = Limits { events, ..Limits::default() };
        run(source, &Options { limits, record: true, ..Options::default() })
    };
    let all = record(usize::MAX);
    let needed = all.trace.as_ref().unwrap().events.len();
    for room in [needed + 1, needed, needed - 1, 10] {
        let run = record(room);
        let trace = run.trace.unwrap();
        assert_eq!((run.exit, run.stdout.as_str()), (0, all.stdout.as_str()));
        assert_eq!(trace.events.len(), needed.min(room));
        assert_eq!(trace.left_out, (needed - needed.min(room)) as u64);
    }
}

/// None of these ends in a lifetime, and each is one call of a native or a loop over one. It stops, and soon:
/// what natives do counts as instructions.
#[test]
fn work_of_natives_is_counted() {
    let endless = [
        "sum(range(10 ** 12))",
        "all(range(1, 10 ** 12))",
        "max(range(10 ** 12))",
        "[*range(10 ** 9)]",
        "a, *b = range(10 ** 9)",
        "print(*range(10 ** 9))",
        "sorted(range(10 ** 6), key=lambda x: -x)",
        "for _ in range(10 ** 6): sorted(range(10 ** 4))",
        "sum(1 for _ in itertools.count())",
        "list(itertools.count())",
        "''.join(itertools.repeat('ab'))",
        "list(itertools.islice(itertools.repeat(1), 10 ** 9, None))",
        "collections.deque(itertools.count(), maxlen=0)",
        "10 ** 11 in iter(range(10 ** 12))",
        "for i in range(10 ** 6): math.gcd(3 ** 30_000, 7 ** 15_000)",
        "math.isqrt(10 ** 300_000)",
        "for i in range(10 ** 6): 3 ** 300_000 // 3 ** 150_000",
        "for i in range(10 ** 6): 3 ** 100_000 * 7 ** 100_000",
        "x = 'a' * 10 ** 6\nwhile True: x.upper()",
        "x = 'a' * 10 ** 6\nwhile True: 'b' in x + 'c'",
        "x = 'a' * 10 ** 6\nwhile True: x[1:]",
        "x = [0] * 10 ** 5\nwhile True: x.reverse()",
        "x = [0] * 10 ** 5\nwhile True: x.insert(0, 1)",
        "x = [0] * 10 ** 5\nwhile True: x == [0] * 10 ** 5",
        "x = [0] * 10 ** 5\nwhile True: x[:]",
        "x = dict.fromkeys(range(10 ** 4))\nwhile True: dict(x)",
        "x = (1,) * 10 ** 5\nwhile True: hash(x)",
        "x = [[0] * 100] * 100\nwhile True: repr(x)",
        "x = 3 ** 300_000\nwhile True: x / (x + 1)",
        "x = 3 ** 300_000\nwhile True: hex(x)",
        "x = 3 ** 300_000\nwhile True: -x",
        "x = 'é' * 10 ** 6\nwhile True: ('a' + x)[-1]",
        "x = 'é' * 10 ** 6\nwhile True: x[1:]",
        "x, y = 'a' * 10 ** 6, 'a' * 10 ** 6\nwhile True: x == y",
        "x, y = 'a' * 10 ** 6, 'a' * 10 ** 6\nwhile True: x < y",
        "x = 'a' * 10 ** 6\nwhile True: repr(x)",
        "x = 'a' * 10 ** 6\nwhile True: f'{x!r:>1000000}'",
        "x = 'a' * 10 ** 6\nwhile True: 'b' in x",
        "x = 'a' * 10 ** 6\nwhile True: '%s %s' % (x, x)",
        "x = '1' * 10 ** 6\nwhile True: float(x)",
        "x = 'ab' * 10 ** 5\nwhile True: x.strip(x)",
        "x = b'a' * 10 ** 6\nwhile True: hash(x)",
        "x = b'a' * 10 ** 6\nwhile True: x == b'a' * 10 ** 6",
        "x = b'a' * 10 ** 6\nwhile True: 98 in x",
        "x = b'a' * 10 ** 6\nwhile True: x.hex()",
        "x = b'a' * 10 ** 5\nwhile True: x.find(b'a' * 50_000 + b'b')",
        "x = b'a' * 10 ** 5\nwhile True: x.rfind(b'b' + b'a' * 50_000)",
        "x = bytearray(10 ** 6)\nwhile True: bytes(x)",
        "x = bytearray(10 ** 6)\nwhile True:\n    y = x[:]\n    del y[::2]",
        "x = memoryview(b'a' * 10 ** 6)\nwhile True: x == x[:]",
        "while True: bytes(10 ** 6)",
        "x = [0] * 10 ** 5\nwhile True: 1 in x",
        "x = [0] * 10 ** 5\nwhile True: x.count(1)",
        "x = (0,) * 10 ** 5\nwhile True: x.count(1)",
        "x = [0] * 10 ** 5\nwhile True: x < x[:]",
        "x = dict.fromkeys(range(10 ** 5))\nwhile True: x == x.copy()",
        "x = dict.fromkeys(range(10 ** 5))\nwhile True: x | x",
        "x = set(range(10 ** 5))\nwhile True: x <= x.copy()",
        "x = set(range(10 ** 5))\nwhile True: x.isdisjoint({-1})",
        "x = set(range(10 ** 5))\nwhile True: set(x)",
        "x = set(range(10 ** 5))\nwhile True: x.issubset(x)",
        "x = collections.deque(range(10 ** 5))\nwhile True: -1 in x",
        "x = collections.deque(range(10 ** 5))\nwhile True: x.rotate(5)",
        "x = collections.deque(range(10 ** 5))\nwhile True: x.copy()",
        "x = '[' + '1,' * 10 ** 5 + '1]'\nwhile True: json.loads(x)",
        "x = 'a' * 10 ** 6\nwhile True: json.dumps(x)",
        "while True: os.urandom(10 ** 6)",
        "x = 'a' * 10 ** 6\nwhile True: random.seed(x)",
        "x = [[i] for i in range(10 ** 4)]\nwhile True: gc.collect()",
        "x = {str(i): i for i in range(10 ** 4)}\nf = lambda **k: None\nwhile True: f(**x)",
        "while True: re.purge() or re.compile('(a|b)' * 10 ** 4)",
        "x = ()\nfor i in range(60): x = (x, x)\nhash(x)",
        "x, y = [], []\nfor i in range(35): x, y = [x, x], [y, y]\nx == y",
    ];
    for line in endless {
        let source = format!(
            "import collections, gc, itertools, json, math, os, random, re\nprint('begun')\n{line}\n"
        );
        let run = with(Limits { instructions: 500_000, ..Limits::default() }, &source);
        assert_eq!(run.stdout, "begun\n", "{line}: {}", run.stderr);
        assert!(is_limit(&run, Limit::Instructions(500_000)), "{line}: {run:?}");
    }
}

#[test]
fn ranges_are_summed_without_being_walked() {
    let source = "print(sum(range(10 ** 7)), sum(range(5, -7, -3), True), sum(range(0)), max(range(10, 3, -2)), min(range(3)))\n\
        print(any(range(1)), any(range(2)), any(range(0)), any(range(-1, 1)), any(range(0, 9, 3)))\n\
        print(all(range(1, 5)), all(range(-3, 5)), all(range(0)), all(range(-4, 5, 3)), all(range(5, 0, -1)), all(range(5, -1, -1)))\n";
    let expected = "49999995000000 3 0 10 0\nFalse True False True True\nTrue False True True True False\n";
    assert_eq!(with(Limits::default(), source).stdout, expected);
}

#[test]
fn patterns_that_try_every_way_are_stopped() {
    for search in [
        "re.match('(a+)+$', 'a' * 30 + 'b')",
        "re.findall('a*?b', 'a' * 10 ** 5)",
        "re.sub('(a*)*b', '', 'a' * 10 ** 5)",
    ] {
        let source =
            format!("import re\nprint('begun')\ntry: {search}\nexcept BaseException: print('caught')\n");
        let run = with(Limits::default(), &source);
        assert_eq!(run.stdout, "begun\n", "{search}");
        assert!(is_limit(&run, Limit::Pattern), "{search}: {run:?}");
    }
    let long = "import re\nprint(len(re.findall('[a-z]+', 'word and ' * 10 ** 5)))\n";
    assert_eq!(with(Limits::default(), long).stdout, "200000\n");
}

#[test]
fn numbers_too_large_to_work_with_are_refused() {
    for line in ["pow(3, 3 ** 100_000, 2 ** 200_000 - 1)", "math.gcd(3 ** 300_000, 7 ** 150_000)"] {
        let run = with(Limits::default(), &format!("import math\nprint('begun')\n{line}\n"));
        assert_eq!(run.stdout, "begun\n");
        assert!(is_limit(&run, Limit::Numbers), "{line}: {run:?}");
    }
}
