//! The command behind `cargo xtask yardstick`: what came of CPython's own tests on Interleave, as a table.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on the terminal")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use interleave_tests::yardstick::suites::{SUITES, Suite};
use interleave_tests::yardstick::{Counts, Outcome, Yardstick};

const USAGE: &str = "\
usage: cargo xtask yardstick [asyncio | language | FILE …] [--brief]

  asyncio   the files of CPython's tests of asyncio, which is what is measured if nothing is said
  language  its files about syntax and builtin types that make sense here
  FILE      one of them, such as test_locks
  --brief   leave out those that pass";

/// As many reasons for failing are counted at the end.
const COMMONEST: usize = 15;

fn main() -> ExitCode {
    match measure(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn measure(words: impl Iterator<Item = String>) -> Result<(), String> {
    let (mut files, mut brief) = (Vec::new(), false);
    for word in words {
        let found = chosen(word.trim_end_matches(".py"));
        match found.is_empty() {
            false => files.extend(found),
            true if word == "--brief" => brief = true,
            true => return Err(format!("what is `{word}`?")),
        }
    }
    if files.is_empty() {
        files = chosen("asyncio");
    }
    let python = std::env::var_os("INTERLEAVE_PYTHON313").ok_or("$INTERLEAVE_PYTHON313 names no CPython")?;
    let yardstick = Yardstick::of(Path::new(&python))?;
    let (mut summary, mut sum, mut failures) = (String::new(), Counts::default(), BTreeMap::new());
    for (suite, file) in files {
        let measured = yardstick.measure(suite, file)?;
        for one in &measured {
            let (words, kind) = (one.outcome.words(), one.outcome.kind());
            if !brief || !words.is_empty() {
                println!("{file}\t{}.{}\t{kind}\t{words}", one.class, one.function);
            }
            if let Outcome::Failed(words) = &one.outcome {
                *failures.entry(words.clone()).or_insert(0_usize) += 1;
            }
        }
        let counts = Counts::of(&measured);
        summary += &row(file, &counts);
        sum.add(&counts);
    }
    let mut failures: Vec<_> = failures.into_iter().collect();
    failures.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if !failures.is_empty() {
        println!("\nthe commonest last words of those that fail");
    }
    for (words, count) in failures.iter().take(COMMONEST) {
        println!("{count:>6}  {words}");
    }
    println!("\n{:<25}functions   passed           skipped  not for us   failed", "");
    print!("{summary}{}", row("all", &sum));
    Ok(())
}

/// What a word of the command line means.
fn chosen(word: &str) -> Vec<(&'static Suite, &'static str)> {
    let all = SUITES.iter().flat_map(|suite| suite.files.iter().map(move |file| (suite, *file)));
    all.filter(|(suite, file)| suite.name == word || *file == word).collect()
}

fn row(file: &str, counts: &Counts) -> String {
    let share = 100.0 * counts.get("passed") as f64 / counts.all().max(1) as f64;
    format!(
        "{file:<25}{:>9}{:>9}{share:>7.1} %{:>9}{:>12}{:>9}\n",
        counts.all(),
        counts.get("passed"),
        counts.get("skipped"),
        counts.get("not for us"),
        counts.get("failed")
    )
}
