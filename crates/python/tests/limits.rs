//! Every limit below, at, and above: the run ends with a word about which it was, and keeps
//! what was printed before.

use interleave_python::{Ending, Limits, Options, Run, run};

fn with(limits: Limits, source: &str) -> Run {
    run(source, &Options { limits, ..Options::default() })
}

fn is_limit(run: &Run, word: &str) -> bool {
    run.exit == 4 && matches!(&run.ending, Ending::Limit(why) if why.contains(word))
}

#[test]
fn source() {
    let text = |bytes: usize| format!("print(1){}", " ".repeat(bytes - "print(1)".len()));
    let limits = || Limits { source: 1000, ..Limits::default() };
    assert_eq!(with(limits(), &text(999)).stdout, "1\n");
    assert_eq!(with(limits(), &text(1000)).stdout, "1\n");
    let above = with(limits(), &text(1001));
    assert!(is_limit(&above, "1001 bytes"), "{above:?}");
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
    assert!(is_limit(&endless, "100000 instructions"), "{endless:?}");
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
    assert_eq!(with(Limits::default(), &parentheses(90)).stdout, "1\n");
    for depth in [101, 1000, 100_000] {
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
fn virtual_time_ends_after_292_years() {
    let source = |seconds: &str| {
        format!("import time\ntime.sleep({seconds})\nprint('later')\ntime.sleep(9e9)\nprint('still')\n")
    };
    assert_eq!(with(Limits::default(), &source("1e8")).stdout, "later\nstill\n");
    let beyond = with(Limits::default(), &source("9e9"));
    assert_eq!(beyond.stdout, "later\n");
    assert!(is_limit(&beyond, "292 years"), "{beyond:?}");
}

#[test]
fn spinning_loops_are_stopped() {
    let source =
        "import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\nasyncio.run(main())\n";
    let run = with(Limits { instructions: 200_000, ..Limits::default() }, source);
    assert!(is_limit(&run, "instructions"), "{run:?}");
}
