//! The command behind `cargo xtask differ`: random programs on both sides, and what differs.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on the terminal")]

use std::process::ExitCode;

use interleave_tests::differ::campaign::Campaign;
use interleave_tests::differ::oracle::Oracle;
use interleave_tests::differ::{Shape, engine, program};

const USAGE: &str = "\
usage: cargo xtask differ [--count N] [--seed S] [--shape lesson|scheduling|storm] [--stderr] [--shrink] [--print]
                          [--first] [--skip S,…] [--seeds]

  --count N    how many programs (1000)
  --seed S     the first one's seed (0); the others follow
  --shape …    all of one shape; else a seed decides
  --stderr     compare what programs complain of, too
  --shrink     make a few programs of each way to differ small
  --print      only print the programs
  --first      one that differs is enough
  --skip S,…   leave these seeds out
  --seeds      only say the seeds of those that differ";

fn main() -> ExitCode {
    match parse(std::env::args().skip(1)).and_then(|(campaign, output)| carry_out(&campaign, &output)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

/// What is printed.
#[derive(PartialEq, Eq)]
enum Output {
    Programs,
    Report,
    Seeds,
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<(Campaign, Output), String> {
    let mut campaign = Campaign {
        seed: 0,
        count: 1000,
        shape: None,
        with_stderr: false,
        shrinks: false,
        stops_at_first: false,
        skipped: Vec::new(),
    };
    let mut output = Output::Report;
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
            "--print" => output = Output::Programs,
            "--seeds" => output = Output::Seeds,
            "--first" => campaign.stops_at_first = true,
            "--skip" => {
                let seeds = words.next().unwrap_or_default();
                let seeds = seeds.split(',').filter(|seed| !seed.is_empty()).map(str::parse);
                campaign.skipped =
                    seeds.collect::<Result<_, _>>().map_err(|error| format!("--skip: {error}"))?;
            }
            other => return Err(format!("what is `{other}`?")),
        }
    }
    Ok((campaign, output))
}

fn carry_out(campaign: &Campaign, output: &Output) -> Result<ExitCode, String> {
    if *output == Output::Programs {
        for seed in campaign.seed..campaign.seed + campaign.count {
            println!("{}", program(seed, campaign.shape_of(seed)));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut oracle = Oracle::find()
        .ok_or("no CPython 3.13 is on the path or under pyenv: INTERLEAVE_PYTHON313 can name one")?;
    let engine = engine();
    let findings = campaign.run(engine, |source| oracle.play(source));
    match output {
        Output::Seeds => findings.seeds().iter().for_each(|seed| println!("{seed}")),
        Output::Report | Output::Programs => print!("{}", findings.report(engine.is_some())),
    }
    let is_fine = findings.count() == 0 && findings.invalid.is_empty();
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
