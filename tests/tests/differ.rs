//! Fresh random programs, judged by CPython where there is one: other programs every day, or those
//! of INTERLEAVE_SEED, which may be any word, such as a commit.

#![allow(clippy::print_stdout, reason = "a failure must name its seed, and a success may")]

use std::env;
use std::time::{Duration, SystemTime};

use interleave_tests::differ::campaign::Campaign;
use interleave_tests::differ::engine;
use interleave_tests::differ::oracle::Oracle;

const PROGRAMS: u64 = 1000;

#[test]
fn random_programs_do_what_they_do_in_cpython() {
    let Some(mut oracle) = Oracle::find() else {
        println!("no CPython 3.13 is here to judge: nothing is compared");
        return;
    };
    let seed = seed();
    println!("INTERLEAVE_SEED={seed}");
    let campaign = Campaign {
        seed,
        count: PROGRAMS,
        shape: None,
        with_stderr: false,
        shrinks: false,
        stops_at_first: false,
        skipped: Vec::new(),
    };
    let engine = engine();
    let findings = campaign.run(engine, |source| oracle.play(source));
    let report = findings.report(engine.is_some());
    println!("{report}");
    assert!(findings.invalid.is_empty(), "from seed {seed}: {report}");
    // A program that breaks off early compares little.
    for (ending, most) in [("traceback", 25.0), ("deadlock", 10.0), ("limit", 2.0)] {
        assert!(findings.share(ending) <= most, "too many end in a {ending}, from seed {seed}: {report}");
    }
    assert_eq!(findings.count(), 0, "from seed {seed}: {report}");
}

fn seed() -> u64 {
    match env::var("INTERLEAVE_SEED") {
        Ok(word) => word.parse().unwrap_or_else(|_| hash(&word)),
        Err(_) => {
            let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or(Duration::ZERO);
            since.as_secs() / (24 * 60 * 60) * PROGRAMS
        }
    }
}

/// FNV-1a, cut so that seeds stay easy to type.
fn hash(word: &str) -> u64 {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash % 1_000_000_000
}
