//! How long one waits for the first line that a lesson prints, from the start of the process on: with
//! `interleave run`, and with CPython 3.13. Turn and turn about; time on the wall, as people feel it.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::cpython;
use crate::workspace;

/// As lessons are: tasks that take turns.
const LESSON: &str = "\
import asyncio

async def brew(tea, kettles):
    async with kettles:
        print(tea)
        await asyncio.sleep(0.01)

async def main():
    kettles = asyncio.Semaphore(2)
    await asyncio.gather(*(brew(tea, kettles) for tea in ('green', 'black', 'white')))

asyncio.run(main())
";
const ROUNDS: usize = 20;

/// What `interleave run` is to stay below, on a machine that does nothing else.
const AIM: Duration = Duration::from_millis(5);

pub(super) fn run(words: &[String]) -> Result<()> {
    ensure!(words.is_empty(), "`cargo xtask bench start` takes nothing more");
    let python = cpython::judge()?;
    let interleave = super::interleave()?;
    let folder = workspace::target()?.join("bench");
    fs::create_dir_all(&folder)?;
    let lesson = folder.join("lesson.py");
    fs::write(&lesson, LESSON)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(first_line(&interleave, &[OsStr::new("run"), lesson.as_os_str()])?);
        theirs.push(first_line(&python, &[lesson.as_os_str()])?);
    }
    println!("\n{}", row(ours, theirs));
    Ok(())
}

/// How long a program takes to print a line.
fn first_line(program: &Path, arguments: &[&OsStr]) -> Result<Duration> {
    let begin = Instant::now();
    let mut child = Command::new(program).args(arguments).stdout(Stdio::piped()).spawn()?;
    let mut stdout = BufReader::new(child.stdout.take().context("it has no output")?);
    let mut line = String::new();
    stdout.read_line(&mut line)?;
    let time = begin.elapsed();
    // Let it end: who stops listening would be told of.
    std::io::copy(&mut stdout, &mut std::io::sink())?;
    ensure!(child.wait()?.success() && !line.is_empty(), "{} printed no line", program.display());
    Ok(time)
}

/// Medians, and the best of each: on a busy machine the best says more.
fn row(ours: Vec<Duration>, theirs: Vec<Duration>) -> String {
    let told = |mut times: Vec<Duration>| {
        times.sort_unstable();
        let milliseconds = |time: Option<&Duration>| time.map_or(0.0, Duration::as_secs_f64) * 1e3;
        format!(
            "{:.1} ms (best {:.1})",
            milliseconds(times.get(times.len() / 2)),
            milliseconds(times.first())
        )
    };
    format!("first line: {}, CPython {}, aim {} ms", told(ours), told(theirs), AIM.as_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_tells_median_and_best() {
        let times = |all: [u64; 3]| all.map(Duration::from_millis).to_vec();
        assert_eq!(
            row(times([9, 4, 5]), times([40, 90, 60])),
            "first line: 5.0 ms (best 4.0), CPython 60.0 ms (best 40.0), aim 5 ms"
        );
    }
}
