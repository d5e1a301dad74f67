//! `interleave check`: the programs of Markdown lessons run, and what they print is held against what the
//! lessons say that they print.

mod compare;
mod lesson;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use interleave_python::{Options, run};
use interleave_text::{Edit, count};

use crate::arguments::Check;
use crate::run::{limits, read};
use crate::terminal;
use compare::agree;
pub(crate) use compare::difference;
use lesson::{Claim, claims};

/// Something differs.
const DIFFERS: u8 = 1;

/// Checks lessons, or mends them; the exit code.
pub(crate) fn check(verb: &Check) -> Result<u8> {
    let options = Options {
        filename: "main.py".to_owned(),
        limits: limits(&verb.bounds),
        settings: verb.scenario.settings(),
        ..Options::default()
    };
    let mut tally = Tally::default();
    for path in &verb.files {
        let markdown = read(path)?;
        let edit = checked(path, &markdown, &options, verb.fix, &mut tally)?;
        if verb.fix {
            mend(path, &markdown, &edit)?;
        }
    }
    terminal::say(&tally.to_string());
    Ok(if tally.differ == 0 { 0 } else { DIFFERS })
}

/// Runs the programs of a lesson and says what differs; how the lesson would have to be changed.
fn checked(path: &Path, markdown: &str, options: &Options, fix: bool, tally: &mut Tally) -> Result<Edit> {
    let mut edit = Edit::default();
    for Claim { program, output } in claims(markdown) {
        let run = run(&program.text(markdown), options);
        tally.programs += 1;
        let printed = [run.stdout.as_str(), run.stderr.as_str()].concat();
        let claimed = output.text(markdown);
        if agree(&claimed, &run.stdout) || agree(&claimed, &printed) {
            continue;
        }
        let place = format!("{}:{}", path.display(), output.line);
        let mended = output.holding(&printed).filter(|_| fix);
        if mended.is_some_and(|mended| edit.add(output.inside, mended)) {
            tally.mended += 1;
            terminal::say(&format!("{place}: mended"));
            continue;
        }
        tally.differ += 1;
        if fix {
            terminal::complain(&format!(
                "{place}: what it prints would end the block: give it a longer fence"
            ));
        } else {
            let said = format!("{place}: it prints something else\n{}", difference(&claimed, &printed));
            io::stdout().write_all(said.as_bytes()).context("cannot write to standard output")?;
            terminal::complain_of(&run.ending);
        }
    }
    Ok(edit)
}

fn mend(path: &Path, markdown: &str, edit: &Edit) -> Result<()> {
    let mended = edit.apply(markdown).context("the blocks of a text lie in it")?;
    if path == Path::new("-") {
        return io::stdout().write_all(mended.as_bytes()).context("cannot write to standard output");
    }
    if mended == markdown {
        return Ok(());
    }
    fs::write(path, mended).with_context(|| format!("cannot write {}", path.display()))
}

#[derive(Default)]
struct Tally {
    programs: u64,
    differ: u64,
    mended: u64,
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let programs = if self.programs == 1 { "program" } else { "programs" };
        write!(out, "{} {programs} with output", count(self.programs))?;
        match (self.differ, self.mended) {
            (0, 0) if self.programs == 0 => Ok(()),
            (0, 0) => write!(out, ": as it is said"),
            (0, mended) => write!(out, ": {} mended", count(mended)),
            (differ, 0) => write!(out, ": {} print something else", count(differ)),
            (differ, mended) => {
                write!(out, ": {} mended, {} print something else", count(mended), count(differ))
            }
        }
    }
}
