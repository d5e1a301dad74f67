//! Numbers remember the literals they were made of, wherever they have been.

#![expect(clippy::wildcard_enum_match_arm, reason = "only timers and delays are looked at")]

use interleave_python::{Options, Run, run};
use interleave_trace::{Operation, Origin, OriginId, Span};

/// For each delay of a run: the literals it was made of, as they are written.
fn delays(source: &str) -> Vec<Vec<&str>> {
    let run = run(source, &Options { record: true, ..Options::default() });
    assert_eq!(run.exit, 0, "{}", run.stderr);
    numbers(&run)
        .map(|number| literals(&run, number).iter().filter_map(|span| span.of(source)).collect())
        .collect()
}

/// The literals that a number is made of, in the order in which they stand in its computation.
fn literals(run: &Run, number: OriginId) -> Vec<Span> {
    match run.origins.get(number).unwrap() {
        Origin::Literal(literal) => vec![literal],
        Origin::Computed(how) => {
            [how.left, how.right].into_iter().flatten().flat_map(|part| literals(run, part)).collect()
        }
    }
}

fn numbers(run: &Run) -> impl Iterator<Item = OriginId> {
    let events = &run.trace.as_ref().unwrap().events;
    events.iter().filter_map(|event| match event.what {
        interleave_trace::What::DelayFrom(number) => Some(number),
        _ => None,
    })
}

const NAP: &str = "import asyncio, time\nasync def nap(s, times=2): await asyncio.sleep(s * times)\n";

#[test]
fn through_variables_arguments_and_items() {
    let source = format!(
        "{NAP}delays = [3, 2.5, -8]\nasync def main():\n    for d in delays: await nap(abs(d) if d < 0 else d)\n    await asyncio.sleep(delays[1] - 0.5 + 1 / 4)\nasyncio.run(main())\n"
    );
    assert_eq!(delays(&source), [vec!["3", "2"], vec!["2.5", "2"], vec!["2"], vec!["2.5", "0.5", "1", "4"]]);
}

#[test]
fn through_defaults_fields_records_and_tables() {
    let source = "\
import asyncio
from collections import namedtuple
from dataclasses import dataclass

PAUSES = {'short': 0.5, 'long': (6, 7)}
Step = namedtuple('Step', 'name pause')


@dataclass
class Job:
    pause: float = 1.25
    rest: float = 0


class Kettle:
    minutes = 3

    def __init__(self, more=4):
        self.more = more


async def nap(pause=0.75):
    await asyncio.sleep(pause)


async def main():
    await nap()
    await asyncio.sleep(Job().pause)
    await asyncio.sleep(Job(rest=2.25).rest)
    await asyncio.sleep(Kettle().minutes)
    await asyncio.sleep(Kettle().more)
    await asyncio.sleep(PAUSES['short'])
    _, pause = PAUSES['long']
    await asyncio.sleep(pause)
    await asyncio.sleep(PAUSES.get('none', 8))
    for _, pause in zip('a', [9]):
        await asyncio.sleep(pause)
    await asyncio.sleep(Step('a', pause=10).pause)
    await asyncio.sleep(max(11, 1.5))


asyncio.run(main())
";
    let told = ["0.75", "1.25", "2.25", "3", "4", "0.5", "7", "8", "9", "10", "11"];
    assert_eq!(delays(source), told.map(|literal| vec![literal]));
}

#[test]
fn of_blocking_sleeps_timers_and_timeouts() {
    let source = "import asyncio, time\ntime.sleep(0.25)\nasync def main():\n    asyncio.get_running_loop().call_later(0.5, print)\n    async with asyncio.timeout(7): await asyncio.sleep(1)\nasyncio.run(main())\n";
    assert_eq!(delays(source), [vec!["0.25"], vec!["0.5"], vec!["7"], vec!["1"]]);
}

#[test]
fn of_waiting_no_longer_than() {
    let source = "import asyncio\nasync def main():\n    nap = asyncio.create_task(asyncio.sleep(9))\n    await asyncio.wait([nap], timeout=0.5)\n    try: await asyncio.wait_for(nap, 0.25 * 2)\n    except TimeoutError: print('late')\n    for first in asyncio.as_completed([nap], timeout=3):\n        try: await first\n        except asyncio.CancelledError: pass\n    await asyncio.wait_for(asyncio.sleep(0), None)\nasyncio.run(main())\n";
    assert_eq!(delays(source), [vec!["0.5"], vec!["9"], vec!["0.25", "2"], vec!["3"]]);
}

#[test]
fn of_the_simulated_network() {
    let calls = "import httpx\nURL = 'https://a.test/delay/3'\nhttpx.get('https://a.test')\nhttpx.get(URL)\nhttpx.get(f'https://a.test/delay/{1}')\n";
    assert_eq!(delays(calls), [vec![""], vec!["3"]], "where a latency could be said");
    assert_eq!(delays(&format!("# interleave: latency=0.5\n{calls}")), [vec!["0.5"], vec!["3"]]);
}

#[test]
fn what_was_measured_or_drawn_has_no_origin() {
    let source =
        "import random, time\ntime.sleep(random.random())\ntime.sleep(len('abc'))\ntime.sleep(int('2'))\n";
    assert!(delays(source).is_empty());
}

#[test]
fn each_computation_keeps_its_operands() {
    let source = "import time\nbase = 2\ntime.sleep(base * 3 + 1)\n";
    let run = run(source, &Options { record: true, ..Options::default() });
    let number = numbers(&run).next().unwrap();
    let Some(Origin::Computed(sum)) = run.origins.get(number) else { panic!("it is a sum") };
    assert_eq!((sum.operation, sum.values), (Operation::Add, (6.0, 1.0)));
    let Some(Origin::Computed(product)) = run.origins.get(sum.left.unwrap()) else {
        panic!("it is a product")
    };
    assert_eq!((product.operation, product.values), (Operation::Multiply, (2.0, 3.0)));
}

#[test]
fn long_computing_takes_no_memory_from_what_waits_afterwards() {
    let source = "import asyncio, time\nn = 0\nwhile n < 100_000: n += 1\ntime.sleep(1)\ntime.sleep(2 * 3)\nasync def main():\n    n = 0\n    while n < 100_000: n += 1\n    await asyncio.sleep(4)\n    await asyncio.sleep(5 + 6)\nasyncio.run(main())\n";
    assert_eq!(delays(source), [vec!["1"], vec!["2", "3"], vec!["4"], vec!["5", "6"]]);
}

#[test]
fn nothing_is_kept_without_a_trace() {
    let run = run("import time\ntime.sleep(0.25)\n", &Options::default());
    assert!(run.trace.is_none());
    assert_eq!(run.origins.get(OriginId(1)), None);
}
