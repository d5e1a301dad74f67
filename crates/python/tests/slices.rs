//! A program that runs in slices, however small, prints the same and leaves the same trace as
//! one that runs in one go; and it can be left in the middle.

use interleave_python::{Execution, Options, Run, run};

const PROGRAMS: [&str; 5] = [
    "print(sum(i * i for i in range(50)), sorted([3, 1, 2], key=lambda x: -x))\n",
    "import asyncio\nasync def nap(n):\n    await asyncio.sleep(n / 10)\n    print('slept', n)\n    return n\n\
     async def main():\n    async with asyncio.timeout(1):\n        print(await asyncio.gather(*map(nap, [3, 1, 2])))\n\
     asyncio.run(main())\n",
    "class A:\n    def __eq__(self, other): return True\n    def __hash__(self): return 1\n    def __repr__(self): return 'A'\n\
     d = {A(): 1}\nprint(A() in d, [A()] == [2], d, {A(), A()})\n",
    "import time, threading\ndef work(n):\n    time.sleep(n)\n    print(n)\n\
     ts = [threading.Thread(target=work, args=(n,)) for n in (2, 1)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint('end')\n",
    "import asyncio\nclass A:\n    def __del__(self): print('gone')\nfor n in range(3): A()\nasync def forgotten(): pass\n\
     async def main():\n    forgotten()\n    await asyncio.sleep(1)\n    A()\nasyncio.run(main())\n",
];

/// Threads and processes that compute: whose turn it is has nothing to do with slices.
const COMPUTING: &str = "# interleave: cpu=20000ns\nimport asyncio, threading, time\nfrom concurrent.futures import ProcessPoolExecutor\n\
     def work(n):\n    for i in range(n): pass\n    print(n, time.monotonic_ns())\n    return n\n\
     async def main():\n    loop = asyncio.get_running_loop()\n    with ProcessPoolExecutor(2) as pool:\n\
    \x20       jobs = [loop.run_in_executor(pool, work, n) for n in (90, 50, 70)]\n\
    \x20       print(await asyncio.gather(*jobs, asyncio.to_thread(work, 60), asyncio.to_thread(work, 80)))\n\
     asyncio.run(main())\n";

fn in_slices(source: &str, instructions: u64) -> Run {
    let options = Options { record: true, ..Options::default() };
    let mut execution = Execution::new(source, &options).unwrap();
    let mut output = String::new();
    while !execution.advance(instructions) {
        output.push_str(&execution.take_output().0);
    }
    let mut run = execution.finish();
    output.push_str(&run.stdout);
    run.stdout = output;
    run
}

#[test]
fn slices_change_nothing() {
    for source in PROGRAMS.into_iter().chain([COMPUTING]) {
        let whole = run(source, &Options { record: true, ..Options::default() });
        assert_eq!(whole.exit, 0, "{}", whole.stderr);
        for instructions in [1, 2, 7, 100, 10_000] {
            let sliced = in_slices(source, instructions);
            assert_eq!(sliced.stdout, whole.stdout, "in slices of {instructions}:\n{source}");
            assert_eq!(sliced.end_ns, whole.end_ns);
            assert!(sliced.trace == whole.trace, "another trace in slices of {instructions}:\n{source}");
        }
    }
}

#[test]
fn a_slice_is_exactly_as_long_as_was_said() {
    for source in PROGRAMS {
        let options = Options { record: true, ..Options::default() };
        let whole = run(source, &options).instructions;
        for instructions in [1, 2, 7, 100] {
            let mut execution = Execution::new(source, &options).unwrap();
            let mut before = execution.instructions();
            while !execution.advance(instructions) {
                assert_eq!(execution.instructions() - before, instructions, "{source}");
                before = execution.instructions();
            }
            assert_eq!(execution.finish().instructions, whole, "in slices of {instructions}:\n{source}");
        }
    }
}

#[test]
fn a_run_can_be_left() {
    let mut execution = Execution::new("n = 0\nwhile True:\n    n += 1\n", &Options::default()).unwrap();
    let before = execution.instructions();
    for _ in 0..10 {
        assert!(!execution.advance(1000));
    }
    assert_eq!(execution.instructions() - before, 10_000);
    drop(execution.finish());
}

#[test]
fn two_programs_on_one_thread_do_not_meet() {
    let first = run("x = 1\nprint(x, hex(id(print)))\n", &Options::default());
    let again = run("x = 1\nprint(x, hex(id(print)))\n", &Options::default());
    assert_eq!(first.stdout, again.stdout);
    assert!(run("print(x)\n", &Options::default()).stderr.ends_with("NameError: name 'x' is not defined\n"));
}
