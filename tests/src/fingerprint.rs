//! A run in one number, which is the same on every machine as long as the run is: for engines that
//! are too far apart to compare their traces event by event.

use std::hash::{Hash, Hasher};

use interleave_python::{Ending, Limits, Options, Run, run};

/// Runs a program; what it came to, in sixteen digits.
pub fn of_program(source: &str, stdin: &str) -> String {
    const MOST_INSTRUCTIONS: u64 = 100_000_000;
    let limits = Limits { instructions: MOST_INSTRUCTIONS, ..Limits::default() };
    let options = Options { stdin: stdin.to_owned(), record: true, limits, ..Options::default() };
    format!("{:016x}", of_run(&run(source, &options)))
}

fn of_run(run: &Run) -> u64 {
    let mut hasher = Fnv::default();
    let why = match &run.ending {
        Ending::Finished | Ending::Mistake(_) | Ending::Library => String::new(),
        Ending::Deadlock(why) => why.clone(),
        Ending::Limit(stopped) => format!("{stopped:?}"),
    };
    (&run.stdout, &run.stderr, run.exit, why).hash(&mut hasher);
    (run.end_ns, run.iterations, run.instructions).hash(&mut hasher);
    run.trace.hash(&mut hasher);
    hasher.finish()
}

/// FNV-1a. What is as wide as the machine's words is hashed as if these had 64 bits.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_i64(number as i64);
    }
}

#[test]
fn a_fingerprint_tells_runs_apart() {
    let tea = of_program("print('tea')\n", "");
    assert_eq!(tea, of_program("print('tea')\n", ""));
    assert_ne!(tea, of_program("print( 'tea')\n", ""), "it happens at another place");
    assert_ne!(tea, of_program("print('teas')\n", ""));
}
