//! Many programs, played on both sides: how they end, which differ and how, and the smallest
//! form of one program for each way to differ.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::panic;

use super::compare::{DEADLOCK, Difference, LIMIT, Run, Way, difference};
use super::outside::outside;
use super::shrink::shrink;
use super::{Shape, program};

/// How many programs are made small for each way to differ.
const MOST_SHRUNK: usize = 5;
/// Of how many the first place that differs is shown.
const MOST_SHOWN: usize = 40;

/// What plays a program.
pub type Engine = fn(&str) -> Run;

/// Which programs, and what is asked of them.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// The first seed.
    pub seed: u64,
    /// How many programs.
    pub count: u64,
    /// Of this shape; else each of the shape that its seed has.
    pub shape: Option<Shape>,
    /// What programs complain of is compared too.
    pub with_stderr: bool,
    /// A few programs for each way to differ are made small.
    pub shrinks: bool,
    /// One program that differs is enough.
    pub stops_at_first: bool,
    /// Programs that are left out, by their seeds.
    pub skipped: Vec<u64>,
}

/// What came of it.
#[derive(Default)]
pub struct Findings {
    /// How many programs were played.
    pub played: usize,
    /// How many ended so, by CPython.
    pub endings: BTreeMap<&'static str, usize>,
    /// Seeds of programs that CPython didn't understand, which is the generator's fault.
    pub invalid: Vec<u64>,
    /// Seeds of programs that differ, with the first place, by way.
    pub differing: BTreeMap<Way, Vec<(u64, String)>>,
    /// Seeds of programs that differ in what lies outside the comparison alone, by its name.
    pub outside: BTreeMap<&'static str, Vec<u64>>,
    /// The smallest forms of those that differ, some of them, by way.
    pub smallest: BTreeMap<Way, Vec<String>>,
}

impl Campaign {
    /// The shape of a seed's program.
    pub fn shape_of(&self, seed: u64) -> Shape {
        self.shape.unwrap_or_else(|| Shape::of_seed(seed))
    }

    /// Plays all programs, by the oracle alone if there is no engine.
    pub fn run(&self, engine: Option<Engine>, mut oracle: impl FnMut(&str) -> Run) -> Findings {
        let mut findings = Findings::default();
        for seed in (self.seed..self.seed + self.count).filter(|seed| !self.skipped.contains(seed)) {
            if self.stops_at_first && findings.count() > 0 {
                break;
            }
            let source = program(seed, self.shape_of(seed));
            let theirs = oracle(&source);
            findings.played += 1;
            *findings.endings.entry(ending(&theirs)).or_default() += 1;
            if theirs.is_invalid() {
                findings.invalid.push(seed);
            }
            let Some(engine) = engine else { continue };
            let ours = play(engine, &source);
            if let Some(Difference { way, first }) = self.differs(&ours, &theirs) {
                if let Some(name) = outside(&ours, &theirs, self.with_stderr) {
                    findings.outside.entry(name).or_default().push(seed);
                    continue;
                }
                if self.shrinks && findings.differing.get(&way).map_or(0, Vec::len) < MOST_SHRUNK {
                    let small = self.smallest(&source, &way, engine, &mut oracle);
                    let known = findings.smallest.entry(way.clone()).or_default();
                    if !known.iter().any(|other| without_digits(other) == without_digits(&small)) {
                        known.push(small);
                    }
                }
                findings.differing.entry(way).or_default().push((seed, first));
            }
        }
        findings
    }

    fn differs(&self, ours: &Run, theirs: &Run) -> Option<Difference> {
        difference(ours, theirs, self.with_stderr)
    }

    /// Less of a program that still differs in this way.
    fn smallest(
        &self,
        source: &str,
        way: &Way,
        engine: Engine,
        oracle: &mut impl FnMut(&str) -> Run,
    ) -> String {
        shrink(source, |smaller| {
            let theirs = oracle(smaller);
            !theirs.is_invalid()
                && self.differs(&play(engine, smaller), &theirs).is_some_and(|found| found.way == *way)
        })
    }
}

/// A panic is a way to end like any other.
fn play(engine: Engine, source: &str) -> Run {
    panic::catch_unwind(|| engine(source)).unwrap_or_else(|_| Run { exit: 101, ..Run::default() })
}

/// What programs have in common that differ in their names and numbers alone.
fn without_digits(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

/// How CPython ended, in a few kinds.
fn ending(run: &Run) -> &'static str {
    match run.exit {
        0 => "well",
        1 => "traceback",
        DEADLOCK => "deadlock",
        LIMIT => "limit",
        _ => "other",
    }
}

impl Findings {
    /// Hundredths of the programs that ended so.
    #[expect(clippy::cast_precision_loss, reason = "programs are counted in thousands")]
    pub fn share(&self, ending: &str) -> f64 {
        let count = self.endings.get(ending).copied().unwrap_or_default();
        count as f64 * 100.0 / self.played.max(1) as f64
    }

    /// The seeds of programs that differ, in order.
    pub fn seeds(&self) -> Vec<u64> {
        let mut seeds: Vec<_> = self.differing.values().flatten().map(|(seed, _)| *seed).collect();
        seeds.sort_unstable();
        seeds
    }

    /// How many programs differ.
    pub fn count(&self) -> usize {
        self.differing.values().map(Vec::len).sum()
    }

    /// Everything, for a person.
    pub fn report(&self, engine_played: bool) -> String {
        let mut text = format!("{} programs by CPython:", self.played);
        for ending in self.endings.keys() {
            let _ = write!(text, " {ending} {:.1} %,", self.share(ending));
        }
        text.truncate(text.trim_end_matches(',').len());
        text.push('\n');
        if !self.invalid.is_empty() {
            let _ = writeln!(text, "not understood by CPython: seeds {:?}", self.invalid);
        }
        if !engine_played {
            text.push_str("the engine can't play yet, so nothing is compared\n");
            return text;
        }
        let _ = writeln!(text, "{} differ", self.count());
        for (name, seeds) in &self.outside {
            let _ = writeln!(text, "{} more in {name}: seeds {seeds:?}", seeds.len());
        }
        let mut ways: Vec<_> = self.differing.iter().collect();
        ways.sort_by_key(|(_, programs)| std::cmp::Reverse(programs.len()));
        for (way, programs) in ways {
            let seeds: Vec<_> = programs.iter().take(12).map(|(seed, _)| seed.to_string()).collect();
            let more = if programs.len() > seeds.len() { ", …" } else { "" };
            let _ = writeln!(text, "\n{} × {way}\n  seeds {}{more}", programs.len(), seeds.join(", "));
            for (seed, first) in programs.iter().take(MOST_SHOWN) {
                let _ = writeln!(text, "  {seed}, {first}");
            }
            for small in self.smallest.get(way).into_iter().flatten() {
                let _ = writeln!(text, "  made small:");
                small.lines().for_each(|line| {
                    let _ = writeln!(text, "    | {line}");
                });
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAMPAIGN: Campaign = Campaign {
        seed: 0,
        count: 60,
        shape: None,
        with_stderr: false,
        shrinks: true,
        stops_at_first: false,
        skipped: Vec::new(),
    };

    fn lines_with(source: &str, word: &str) -> Run {
        let stdout = source.lines().filter(|line| line.contains(word)).map(|line| format!("{line}\n"));
        Run { stdout: stdout.collect(), ..Run::default() }
    }

    #[test]
    fn sides_that_agree_differ_nowhere() {
        let findings =
            CAMPAIGN.run(Some(|source| lines_with(source, "say")), |source| lines_with(source, "say"));
        assert_eq!((findings.played, findings.count()), (60, 0));
        assert!(findings.report(true).contains("well 100.0 %"));
    }

    #[test]
    fn a_fault_is_found_and_shown_small() {
        let findings =
            CAMPAIGN.run(Some(|source| lines_with(source, "nothing")), |source| lines_with(source, "shield"));
        assert!((1..60).contains(&findings.count()), "{}", findings.count());
        let smallest: Vec<_> = findings.smallest.values().collect();
        assert_eq!(smallest.len(), 1);
        assert!(smallest[0].iter().all(|small| small.lines().count() == 1), "{smallest:?}");
        assert!(findings.report(true).contains("what it prints"));
    }

    #[test]
    fn one_is_enough_if_so_asked_and_some_are_left_out() {
        let engine: Engine = |source| lines_with(source, "nothing");
        let all = Campaign { shrinks: false, ..CAMPAIGN };
        let seeds = all.run(Some(engine), |source| lines_with(source, "shield")).seeds();
        let second = Campaign { stops_at_first: true, skipped: vec![seeds[0]], ..all };
        let found = second.run(Some(engine), |source| lines_with(source, "shield"));
        assert_eq!(found.seeds(), [seeds[1]]);
    }

    #[test]
    fn a_panic_is_a_way_to_end() {
        let few = Campaign { count: 2, shrinks: false, ..CAMPAIGN };
        let findings = few.run(Some(|_| panic!("as planned")), |_| Run::default());
        assert_eq!(findings.count(), 2);
        assert!(findings.report(true).contains("exit 101, CPython exit 0"));
    }

    #[test]
    fn without_an_engine_only_the_programs_are_judged() {
        let findings = CAMPAIGN.run(None, |_| Run { exit: DEADLOCK, ..Run::default() });
        assert_eq!(findings.endings["deadlock"], 60);
        assert!(findings.report(false).contains("nothing is compared"));
    }
}
