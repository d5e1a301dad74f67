//! What it costs that numbers remember where they come from: recorded runs with that and without, turn and turn
//! about in one process. Only the ratio means anything.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "time is measured, where one asks for it"
)]
#![expect(clippy::print_stdout, reason = "and told")]

use std::time::{Duration, Instant};

use interleave_python::{Options, run};

const ROUNDS: usize = 25;

/// What they do, and the programs.
const PROGRAMS: [(&str, &str); 5] = [
    ("whole numbers", INTS),
    ("floats", FLOATS),
    ("calls", include_str!("../../../tests/bench/fib.py")),
    ("computed sleeps", SLEEPS),
    ("a lesson", include_str!("../../../tests/cases/programs/rate-limiter.py")),
];

const INTS: &str =
    "total = 0\nfor i in range(400_000):\n    total += i * 3 + 1\n    total -= 2\nprint(total)\n";

const FLOATS: &str =
    "x = 0.5\nfor _ in range(300_000):\n    x = x * 3.5 * (1.0 - x)\n    x += 0.25 - 0.25\nprint(x)\n";

const SLEEPS: &str = "\
import asyncio

async def nap(n):
    for k in range(100):
        await asyncio.sleep(n * 0.5 + k * 0.25)

async def main():
    await asyncio.gather(*[nap(n) for n in range(100)])

asyncio.run(main())
";

fn main() {
    // As with any bench, a word picks those that it is part of.
    let picked = std::env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_default();
    println!("{:<20}{:>14}{:>14}{:>9}", "", "with, ms", "without, ms", "ratio");
    for (name, source) in PROGRAMS.into_iter().filter(|(name, _)| name.contains(&picked)) {
        let rounds: Vec<_> =
            (0..ROUNDS).map(|_| [true, false].map(|origins| seconds_of(source, origins))).collect();
        // What disturbs a round only ever makes it longer.
        let best = |which: usize| {
            rounds.iter().map(|round| round[which]).min().unwrap_or_default().as_secs_f64() * 1e3
        };
        let (with, without) = (best(0), best(1));
        println!("{name:<20}{with:>14.2}{without:>14.2}{:>9.3}", with / without);
    }
}

fn seconds_of(source: &str, origins: bool) -> Duration {
    let options = Options { record: true, origins, ..Options::default() };
    let begin = Instant::now();
    let run = run(source, &options);
    let time = begin.elapsed();
    assert_eq!(run.exit, 0, "{}", run.stderr);
    time
}
