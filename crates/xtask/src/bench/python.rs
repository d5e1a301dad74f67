//! Programs of `tests/bench`: by `interleave run`, and by CPython 3.13 in its fastest form (its own
//! loop, with a clock that waits for nobody). Both must print the same. Turn and turn about.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::cost::Cost;
use crate::cpython;
use crate::process::Step;
use crate::workspace;

const FOLDER: &str = "tests/bench";
const THEIR_LOOP: &str = "fastest";

/// The line of a program that says how much it does.
const SIZE: &str = "SIZE = ";

pub(super) fn run(words: &[String]) -> Result<()> {
    let options = Options::parse(words)?;
    let python = cpython::judge()?;
    let interleave = super::interleave()?;
    let theirs = workspace::root().join(FOLDER).join(THEIR_LOOP).with_extension("py");

    let mut rows = Vec::new();
    for program in programs(&options)? {
        let name = program.name.clone();
        let row = Step::quietly(&name).time(|| {
            let rounds = (0..options.rounds).map(|_| {
                let pair = (
                    Cost::of(&interleave, &[Path::new("run"), &program.path])?,
                    Cost::of(&python, &[&theirs, &program.path])?,
                );
                let (ours, cpythons) = (&pair.0.stdout, &pair.1.stdout);
                ensure!(ours == cpythons, "it prints {ours:?}, and CPython prints {cpythons:?}");
                Ok(pair)
            });
            Ok(Row::new(&program, rounds.collect::<Result<Vec<_>>>()?))
        });
        match row {
            Ok(row) => rows.push(row),
            // The others are worth knowing all the same.
            Err(error) => eprintln!("  ✗ {error:#}"),
        }
    }
    println!("\n{}", table(&rows));
    Ok(())
}

struct Options {
    scale: f64,
    rounds: usize,
    wanted: Vec<String>,
}

impl Options {
    fn parse(words: &[String]) -> Result<Self> {
        let mut options = Self { scale: 1.0, rounds: 5, wanted: Vec::new() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--scale" => {
                    let scale = words.next().and_then(|text| text.parse().ok()).filter(|scale| *scale > 0.0);
                    options.scale = scale.context("--scale wants a number above 0, such as 0.1")?;
                }
                "--rounds" => {
                    let rounds = words.next().and_then(|text| text.parse().ok()).filter(|rounds| *rounds > 0);
                    options.rounds = rounds.context("--rounds wants a whole number above 0")?;
                }
                option if option.starts_with('-') => {
                    bail!("what is `{option}`? there are --scale and --rounds")
                }
                name => options.wanted.push(name.to_owned()),
            }
        }
        Ok(options)
    }
}

/// A program of the size that was asked for, as a file.
struct Program {
    name: String,
    size: u64,
    path: PathBuf,
}

fn programs(options: &Options) -> Result<Vec<Program>> {
    let target = workspace::target()?.join("bench");
    fs::create_dir_all(&target)?;
    let mut programs = Vec::new();
    for entry in fs::read_dir(workspace::root().join(FOLDER))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_program = path.extension().is_some_and(|end| end == "py") && name != THEIR_LOOP;
        if !is_program || !(options.wanted.is_empty() || options.wanted.contains(&name)) {
            continue;
        }
        let (source, size) =
            scaled(&fs::read_to_string(&path)?, options.scale).with_context(|| name.clone())?;
        let path = target.join(&name).with_extension("py");
        fs::write(&path, source)?;
        programs.push(Program { name, size, path });
    }
    ensure!(!programs.is_empty(), "no program of {FOLDER} is called that");
    programs.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(programs)
}

/// A program that does so much more, or less; and how much that is.
fn scaled(source: &str, scale: f64) -> Result<(String, u64)> {
    let line = source.lines().find(|line| line.starts_with(SIZE)).context("no line says SIZE = …")?;
    let written: u64 = line[SIZE.len()..].replace('_', "").parse().context("SIZE is no whole number")?;
    let size = ((written as f64 * scale).round() as u64).max(1);
    Ok((source.replacen(line, &format!("{SIZE}{size}"), 1), size))
}

/// Medians: ours, then CPython's.
struct Row {
    name: String,
    size: u64,
    seconds: (f64, f64),
    peak_bytes: (f64, f64),
}

impl Row {
    fn new(program: &Program, rounds: Vec<(Cost, Cost)>) -> Self {
        let medians = |of: fn(&Cost) -> f64| {
            let (ours, theirs) = rounds.iter().map(|(ours, theirs)| (of(ours), of(theirs))).unzip();
            (median(ours), median(theirs))
        };
        Self {
            name: program.name.clone(),
            size: program.size,
            seconds: medians(|cost| cost.seconds),
            peak_bytes: medians(|cost| cost.peak_bytes as f64),
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len().is_multiple_of(2) { (values[middle - 1] + values[middle]) / 2.0 } else { values[middle] }
}

fn table(rows: &[Row]) -> String {
    const MIB: f64 = 1024.0 * 1024.0;
    let mut lines = vec![format!(
        "{:<18}{:>10}{:>10}{:>12}{:>8}{:>11}{:>14}",
        "", "size", "ours, s", "CPython, s", "ratio", "ours, MiB", "CPython, MiB"
    )];
    for Row { name, size, seconds: (ours, theirs), peak_bytes: (our_peak, their_peak) } in rows {
        let (ratio, our_peak, their_peak) = (ours / theirs, our_peak / MIB, their_peak / MIB);
        lines.push(format!(
            "{name:<18}{size:>10}{ours:>10.3}{theirs:>12.3}{ratio:>8.2}{our_peak:>11.1}{their_peak:>14.1}"
        ));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_scaled_where_it_says_its_size() {
        let (source, size) =
            scaled("import asyncio\nSIZE = 200_000\nprint(SIZE)\n", 0.01).expect("it has a size");
        assert_eq!((source.as_str(), size), ("import asyncio\nSIZE = 2000\nprint(SIZE)\n", 2_000));
        assert_eq!(scaled("SIZE = 3\n", 0.01).expect("it has a size").1, 1);
        assert!(scaled("print(1)\n", 1.0).is_err());
    }

    #[test]
    fn a_median_is_in_the_middle() {
        assert_eq!(median(vec![3.0, 1.0, 9.0]), 3.0);
        assert_eq!(median(vec![3.0, 1.0, 9.0, 4.0]), 3.5);
    }

    #[test]
    fn the_table_shows_ours_over_theirs() {
        let mib = 1024.0 * 1024.0;
        let row = Row { name: "fib".to_owned(), size: 30, seconds: (0.1, 0.2), peak_bytes: (mib, 2.0 * mib) };
        let line =
            table(&[row]).lines().nth(1).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(line.as_deref(), Some("fib 30 0.100 0.200 0.50 1.0 2.0"));
    }
}
