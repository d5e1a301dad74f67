//! Delays dragged in real runs: the run that follows has the length that was asked for, or the drag was refused.

#![expect(clippy::wildcard_enum_match_arm, reason = "only timers and delays are looked at")]
#![expect(clippy::print_stdout, reason = "what is locked may be asked for, also where all is well")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use interleave_edits::Program;
use interleave_edits::drag::{Lock, candidates, drag};
use interleave_python::{Ending, Options, Run, run};
use interleave_trace::{OriginId, What};

use super::{invented, programs};

/// Every how many programs are dragged in.
const STRIDE: usize = 6;

/// How many delays of one program.
const MOST: usize = 4;

/// A delay of a run.
struct Bar {
    /// Where it comes from, if it comes from numbers of the program.
    origin: Option<OriginId>,
    length_ns: i64,
    /// It is a whole thread that waits.
    blocks: bool,
}

/// The delays of a run, by who waits and how often they had waited before.
fn bars(run: &Run) -> BTreeMap<String, Bar> {
    let mut found = BTreeMap::new();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut from = None;
    for event in run.trace.as_ref().expect("it was recorded").events.iter() {
        let (until, blocks) = match event.what {
            What::DelayFrom(origin) => {
                from = Some(origin);
                continue;
            }
            What::TimerSet { due_ns, .. } => (due_ns, false),
            // A thread may wait for another, too.
            What::Blocks { until_ns } if until_ns < i64::MAX => (until_ns, true),
            _ => continue,
        };
        let who = format!("{:?}", event.actor);
        let count = counts.entry(who.clone()).or_default();
        *count += 1;
        let bar = Bar { origin: from.take(), length_ns: until - event.ns, blocks };
        found.insert(format!("{who} {count}"), bar);
    }
    found
}

/// What came of pulls.
#[derive(Debug, Default)]
struct Tally {
    /// The run that follows has the delay as long as asked.
    reached: usize,
    /// The run that follows took another way, which whoever looks on is told: that number's delays are as long as
    /// asked, but they come in another order, or others have begun.
    elsewhere: Vec<String>,
    /// No delay of that number's is as long as asked.
    missed: Vec<String>,
    /// Refused: no number gives this length.
    unsolved: usize,
    /// Refused, by the reason.
    locked: BTreeMap<&'static str, Vec<String>>,
}

impl Tally {
    fn all(&self) -> usize {
        self.reached + self.elsewhere.len() + self.missed.len() + self.unsolved + self.locked()
    }

    fn locked(&self) -> usize {
        self.locked.values().map(Vec::len).sum()
    }

    /// Pulls at the first delays of a program, so many of them.
    fn pull(&mut self, title: &str, text: &str, most: usize) {
        let options = Options { record: true, ..Options::default() };
        let before = run(text, &options);
        if !matches!(before.ending, Ending::Finished) || before.instructions > 300_000 {
            return;
        }
        let program = Program::read(text).expect("it has run");
        let bars_before = bars(&before);
        let all: Vec<OriginId> = bars_before.values().filter_map(|bar| bar.origin).collect();
        for (number, bar) in bars_before.iter().filter(|(_, bar)| bar.length_ns > 0).take(most) {
            let name = format!("{title} {number}");
            let found = bar.origin.ok_or(Lock::NotWritten);
            let found = found.and_then(|origin| {
                Ok((
                    origin,
                    candidates(&program, &before.origins, origin, None, &all)?.swap_remove(0).literal,
                ))
            });
            let (origin, literal) = match found {
                Ok(found) => found,
                Err(Lock::NotWritten | Lock::NoSolution) => {
                    let reason = match (bar.origin, bar.blocks) {
                        (None, false) => "drawn, measured or counted",
                        (None, true) => "how long a thread waits for another",
                        (Some(_), _) => "its numbers make no difference to it",
                    };
                    self.locked.entry(reason).or_default().push(name);
                    continue;
                }
                Err(Lock::Fixed) => panic!("{name}: no case has fixed literals"),
            };
            let wanted = (bar.length_ns + 250_000_000) / 10_000_000 * 10_000_000;
            let Ok(edit) = drag(&program, &before.origins, origin, literal, wanted) else {
                self.unsolved += 1;
                continue;
            };
            let text_after = edit.apply(text).expect("it fits");
            let after = run(&text_after, &options);
            let bars_after = bars(&after);
            if bars_after.get(number).is_some_and(|bar| bar.length_ns == wanted) {
                self.reached += 1;
                continue;
            }
            let program_after = Program::read(&text_after).expect("it has run");
            let comes_of_it = |bar: &Bar| {
                let found =
                    bar.origin.map(|origin| candidates(&program_after, &after.origins, origin, None, &[]));
                let mut all = found.into_iter().flatten().flatten();
                bar.length_ns == wanted && all.any(|candidate| candidate.literal.start == literal.start)
            };
            let is_there = bars_after.values().any(comes_of_it);
            if is_there { &mut self.elsewhere } else { &mut self.missed }.push(name);
        }
    }

    /// What is not refused is as asked, nearly always in its own place; and at most this share is refused.
    #[track_caller]
    fn check(&self, least: usize, refused: f64) {
        let Self { reached, elsewhere, missed, unsolved, locked } = self;
        let summary = format!(
            "{reached} reached, {unsolved} without a solution, {} ran another way: {elsewhere:?}; missed: {missed:?}; {} locked: {locked:?}",
            elsewhere.len(),
            self.locked()
        );
        println!("{summary}");
        assert!(missed.is_empty(), "{summary}");
        assert!(*reached >= least && (elsewhere.len() + unsolved) * 20 < *reached, "{summary}");
        assert!((self.locked() + unsolved) as f64 <= refused * self.all() as f64, "{summary}");
    }
}

#[test]
fn delays_of_cases_get_the_length_that_is_asked_for() {
    let mut tally = Tally::default();
    for (path, text) in programs().into_iter().filter(|(_, text)| text.contains("asyncio")).step_by(STRIDE) {
        tally.pull(&path.file_stem().unwrap_or_default().display().to_string(), &text, MOST);
    }
    // What is left is drawn, measured or counted, or a thread's patience with another.
    tally.check(100, 0.1);
}

#[test]
fn delays_of_lessons_get_the_length_that_is_asked_for() {
    let mut tally = Tally::default();
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/lessons/catalogue");
    let mut lessons: Vec<PathBuf> = catalogue
        .read_dir()
        .expect("there are lessons")
        .map(|lesson| lesson.expect("it can be listed").path().join("main.py"))
        .filter(|program| program.is_file())
        .collect();
    lessons.sort();
    for program in lessons {
        let text = std::fs::read_to_string(&program).expect("it can be read");
        let lesson = program.parent().and_then(Path::file_name).unwrap_or_default();
        tally.pull(&lesson.display().to_string(), &text, MOST);
    }
    tally.check(30, 0.1);
}

#[test]
fn delays_of_invented_programs_get_the_length_that_is_asked_for() {
    let mut tally = Tally::default();
    for (seed, text) in invented::programs() {
        if tally.all() >= invented::count() {
            break;
        }
        tally.pull(&seed.to_string(), &text, 2 * MOST);
    }
    tally.check(invented::count() / 2, 0.3);
}
