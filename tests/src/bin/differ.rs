//! The command behind `cargo xtask differ`: random programs on both sides, and what differs.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on the terminal")]

use std::process::ExitCode;

use interleave_tests::differ::campaign::Campaign;
use interleave_tests::differ::oracle::Oracle;
use interleave_tests::differ::{Shape, engine, program};

const USAGE: &str = "\
usage: cargo xtask differ [--count N] [--seed S] [--shape lesson|scheduling|storm] [--stderr] [--shrink] [--print]

  --count N    how many programs (1000)
  --seed S     the first one's seed (0); the others follow
  --shape …    all of one shape; else a seed decides
  --stderr     compare what programs complain of, too
  --shrink     make a few programs of each way to differ small
  --print      only print the programs";

fn main() -> ExitCode {
    match parse(std::env::args().skip(1)).and_then(|(campaign, prints)| carry_out(&campaign, prints)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<(Campaign, bool), String> {
    let mut campaign = Campaign { seed: 0, count: 1000, shape: None, with_stderr: false, shrinks: false };
    let mut prints = false;
    while let Some(word) = words.next() {
        let mut number = || {
            let given = words.next().and_then(|number| number.parse().ok());
            given.ok_or_else(|| format!("{word} wants a whole number"))
        };
        match word.as_str() {
            "--count" => campaign.count = number()?,
            "--seed" => campaign.seed = number()?,
            "--shape" => {
                let shape = words.next().and_then(|name| Shape::named(&name));
                campaign.shape = Some(shape.ok_or("--shape wants lesson, scheduling or storm")?);
            }
            "--stderr" => campaign.with_stderr = true,
            "--shrink" => campaign.shrinks = true,
            "--print" => prints = true,
            other => return Err(format!("what is `{other}`?")),
        }
    }
    Ok((campaign, prints))
}

fn carry_out(campaign: &Campaign, prints: bool) -> Result<ExitCode, String> {
    if prints {
        for seed in campaign.seed..campaign.seed + campaign.count {
            println!("{}", program(seed, campaign.shape_of(seed)));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut oracle = Oracle::find()
        .ok_or("no CPython 3.13 is on the path or under pyenv: INTERLEAVE_PYTHON313 can name one")?;
    let engine = engine();
    let findings = campaign.run(engine, |source| oracle.play(source));
    print!("{}", findings.report(engine.is_some()));
    let is_fine = findings.count() == 0 && findings.invalid.is_empty();
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
