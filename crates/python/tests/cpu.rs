//! Computing that takes time (`cpu=`): schedules worked out by hand. `compute(s)` computes for `s` seconds
//! of its thread's time; at 40 ns an instruction, all else is far below the milliseconds that are shown.

use interleave_python::{Ending, Limits, Options, Run, run};
use interleave_trace::Limit;

const PRELUDE: &str = "\
# interleave: cpu=40ns
import asyncio, time, threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

def compute(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass

def say(*words):
    print(*words, round((time.perf_counter() - begun) * 1000))
";

fn output(program: &str) -> String {
    let source = format!("{PRELUDE}\nbegun = time.perf_counter()\n{program}");
    let run = run(&source, &Options::default());
    assert_eq!((run.exit, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    run.stdout
}

fn with_cost(cost: &str, source: &str, limits: Limits) -> Run {
    let settings = vec![("cpu".to_owned(), cost.to_owned())];
    run(source, &Options { settings, limits, ..Options::default() })
}

#[test]
fn threads_compute_in_turn_and_processes_at_once() {
    let program = "
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

async def timed(pool):
    begun, spent = time.perf_counter(), time.process_time()
    if pool is None:
        for _ in range(4):
            fib(15)
    else:
        with pool:
            loop = asyncio.get_running_loop()
            await asyncio.gather(*(loop.run_in_executor(pool, fib, 15) for _ in range(4)))
    return time.perf_counter() - begun, time.process_time() - spent

async def main():
    (alone, spent), (threads, in_threads), (processes, here) = [
        await timed(pool) for pool in (None, ThreadPoolExecutor(4), ProcessPoolExecutor(4))]
    print(round(alone, 6) == round(spent, 6) > 0, 0.99 < threads / alone < 1.1, 0.25 < processes / alone < 0.4)
    print(0.99 < in_threads / alone < 1.1, here < alone / 10)

asyncio.run(main())
";
    assert_eq!(output(program), "True True True\nTrue True\n");
}

#[test]
fn who_waits_for_the_lock_gets_it_after_5_ms_in_the_order_of_coming() {
    let program = "
go = threading.Event()
def job(name):
    go.wait()
    compute(0.008)
    say(name)
threads = [threading.Thread(target=job, args=(name,)) for name in 'ABC']
for thread in threads:
    thread.start()
begun = time.perf_counter()
go.set()
for thread in threads:
    thread.join()
say('joined')
";
    // 0 A 5 B 10 C 15 A 18 B 21 C 24
    assert_eq!(output(program), "A 18\nB 21\nC 24\njoined 24\n");
}

#[test]
fn a_starter_waits_for_the_thread_that_it_has_started() {
    let program = "
def job(name):
    compute(0.008)
    say(name)
threads = [threading.Thread(target=job, args=(name,)) for name in 'ABC']
for thread in threads:
    thread.start()
    say('started')
for thread in threads:
    thread.join()
";
    // 0 A 5 main: B 5 A 8 B 13 main: C 13 B 16 C 21 main 21 C 24
    assert_eq!(output(program), "started 5\nA 8\nstarted 13\nB 16\nstarted 21\nC 24\n");
}

const TICKER: &str = "
async def ticker(times, pause):
    for _ in range(times):
        say('tick')
        await asyncio.sleep(pause)
";

#[test]
fn computing_on_the_loop_makes_timers_late() {
    let program = format!(
        "{TICKER}
async def main():
    ticks = asyncio.create_task(ticker(4, 0.01))
    await asyncio.sleep(0.012)
    compute(0.025)
    say('computed')
    await ticks
    say('end')
asyncio.run(main())
"
    );
    assert_eq!(output(&program), "tick 0\ntick 10\ncomputed 37\ntick 37\ntick 47\nend 57\n");
}

#[test]
fn a_computing_thread_lets_the_loop_in_after_5_ms() {
    let program = format!(
        "{TICKER}
async def main():
    ticks = asyncio.create_task(ticker(4, 0.004))
    await asyncio.to_thread(compute, 0.012)
    say('computed')
    await ticks
asyncio.run(main())
"
    );
    // 0 thread 5 loop 5 thread, as a loop lets go of the lock between two iterations; 10 loop: tick, until
    // 14; 10 thread 12 loop
    assert_eq!(output(&program), "tick 10\ncomputed 12\ntick 14\ntick 18\ntick 22\n");
}

#[test]
fn processes_do_not_wait_for_each_other() {
    let program = "
def job(name, seconds):
    compute(seconds)
    print(name, round(time.perf_counter(), 2))
    return name
async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        jobs = [loop.run_in_executor(pool, job, name, s) for name, s in [('A', .3), ('B', .1), ('C', .1)]]
        compute(0.15)
        print('here', round(time.perf_counter(), 2))
        for done in asyncio.as_completed(jobs):
            print('got', await done, round(time.perf_counter(), 2))
asyncio.run(main())
";
    assert_eq!(output(program), "B 0.1\nhere 0.15\ngot B 0.15\nC 0.2\ngot C 0.2\nA 0.3\ngot A 0.3\n");
}

#[test]
fn a_spin_is_ended_by_the_clock() {
    let source = "import time\nend = time.time() + 0.01\nwhile time.time() < end: pass\nprint('ended')\n";
    let run = with_cost("50ns", source, Limits::default());
    assert_eq!((run.exit, run.stdout.as_str()), (0, "ended\n"));
    assert!((10_000_000..10_200_000).contains(&run.end_ns), "{}", run.end_ns);
}

#[test]
fn a_spin_that_nothing_ends_is_stopped_and_the_setting_offered() {
    let source = "import time\nprint('begun')\nend = time.time() + 0.01\nwhile time.time() < end: pass\n";
    let limits = Limits { instructions: 100_000, ..Limits::default() };
    let run = with_cost("ideal", source, limits);
    assert_eq!((run.exit, run.stdout.as_str()), (4, "begun\n"));
    let Ending::Limit(stopped) = run.ending else { panic!("it is stopped") };
    let at = stopped.at.as_ref().map(|(line, text)| (*line, text.as_str()));
    assert_eq!(at, Some((4, "while time.time() < end: pass")));
    assert!(stopped.ideal && stopped.limit == Limit::Instructions(100_000), "{stopped:?}");
}

#[test]
fn sleeping_is_not_computing() {
    let source = "import time\nbefore = time.process_time()\ntime.sleep(2)\nprint(time.process_time() - before < 0.001)\n";
    assert_eq!(with_cost("50ns", source, Limits::default()).stdout, "True\n");
}

#[test]
fn on_the_ideal_machine_computing_takes_no_time() {
    let source = "import time\nfor i in range(1000): pass\nprint(time.process_time(), time.thread_time_ns(), time.perf_counter())\n";
    let run = run(source, &Options::default());
    assert_eq!((run.stdout.as_str(), run.end_ns), ("0.0 0 0.0\n", 0));
}

#[test]
fn threads_interrupt_each_other_between_any_two_instructions_but_not_in_a_lock() {
    let source = "
import threading
bare = kept = 0
lock = threading.Lock()
def job():
    global bare, kept
    for _ in range(50):
        bare += 1
        with lock:
            kept += 1
threads = [threading.Thread(target=job) for _ in range(5)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(kept, bare < 250)
";
    assert_eq!(with_cost("900000ns", source, Limits::default()).stdout, "250 True\n");
}

#[test]
fn each_thread_calls_as_deep_as_it_likes() {
    let source = "
import threading
def down(n):
    if n: down(n - 1)
threads = [threading.Thread(target=down, args=(900,)) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print('ended')
";
    for cost in ["ideal", "50000ns"] {
        assert_eq!(with_cost(cost, source, Limits::default()).stdout, "ended\n", "{cost}");
    }
}

#[test]
fn computing_ends_with_time() {
    let source = "import time\ntime.sleep(9.2e9 - 1)\ntime.sleep(2e7)\nprint('begun')\nwhile True: pass\n";
    let run = with_cost("4294967295ns", source, Limits::default());
    assert_eq!((run.exit, run.stdout.as_str()), (4, "begun\n"));
    assert!(
        matches!(&run.ending, Ending::Limit(stopped) if stopped.limit == Limit::Time),
        "{:?}",
        run.ending
    );
}
