//! Whether a run is what was recorded, and the report over all cases, by area.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::addresses;
use super::expected::{DEADLOCK, LIMIT, Outcome, difference};

/// The first difference between a recording and what Interleave gave.
pub(crate) fn differs(recorded: &str, mut run: Outcome) -> Option<String> {
    run.stdout = addresses::numbered(&run.stdout);
    run.stderr = addresses::numbered(&run.stderr);
    // Where CPython would wait for ever, Interleave goes on to explain why.
    if [DEADLOCK, LIMIT].contains(&run.exit) {
        let printed = stderr_of(recorded);
        if run.stderr.starts_with(&printed) {
            run.stderr = printed;
        }
    }
    difference(recorded, &run.written(), "Interleave")
}

/// What stands in the section of that name.
fn stderr_of(recorded: &str) -> String {
    let section = recorded.lines().skip_while(|line| *line != "stderr").skip(1);
    let lines = section.map_while(|line| line.strip_prefix('|'));
    lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect()
}

/// What is said at the end.
#[derive(Default)]
pub(crate) struct Report {
    /// Cases that agree, and all, by area.
    areas: BTreeMap<String, (usize, usize)>,
    differences: String,
}

impl Report {
    pub(crate) fn add(&mut self, area: &str, title: &str, fault: Option<String>) {
        let (agree, all) = self.areas.entry(area.to_owned()).or_default();
        *all += 1;
        match fault {
            None => *agree += 1,
            Some(fault) => {
                let _ = writeln!(self.differences, "{title}.py: {fault}");
            }
        }
    }

    /// All is well, or the differences and then how many cases of each area agree.
    pub(crate) fn verdict(&self) -> Result<(), String> {
        if self.differences.is_empty() {
            return Ok(());
        }
        let mut text = self.differences.clone();
        for (area, (agree, all)) in &self.areas {
            let mark = if agree == all { ' ' } else { '≠' };
            let _ = writeln!(text, "{mark} {area:<24}{agree:>4} of {all}");
        }
        let sum = |count: fn(&(usize, usize)) -> usize| self.areas.values().map(count).sum::<usize>();
        let _ = writeln!(text, "{} of {} cases agree with CPython", sum(|area| area.0), sum(|area| area.1));
        Err(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(stdout: &str, stderr: &str, exit: i64) -> Outcome {
        Outcome { stdout: stdout.to_owned(), stderr: stderr.to_owned(), exit, end_ns: 0 }
    }

    #[test]
    fn an_explanation_may_follow_where_cpython_waits_for_ever() {
        let recorded = run("a\n", "a warning\n\nof two lines\n", 3).written();
        let explained = "a warning\n\nof two lines\nTask-1 waits for a future that nobody holds\n";
        assert_eq!(differs(&recorded, run("a\n", explained, 3)), None);
        assert!(differs(&recorded, run("a\n", "another\n", 3)).is_some());
        let recorded = run("a\n", "", 3).written();
        assert_eq!(differs(&recorded, run("a\n", "Task-1 waits\n", 3)), None);
        let recorded = run("a\n", "", 0).written();
        assert!(differs(&recorded, run("a\n", "Task-1 waits\n", 0)).is_some());
    }

    #[test]
    fn addresses_are_compared_by_their_order() {
        let recorded = run("<C at 0xADDR1>\n", "", 0).written();
        assert_eq!(differs(&recorded, run("<C at 0x7f2200110033>\n", "", 0)), None);
    }

    #[test]
    fn the_report_counts_by_area() {
        let mut report = Report::default();
        report.add("lists", "lists/a", None);
        assert_eq!(report.verdict(), Ok(()));
        report.add("lists", "lists/b", Some("line 1 differs".to_owned()));
        report.add("sets", "sets/a", None);
        let said = report.verdict().expect_err("one differs");
        assert_eq!(
            said,
            "lists/b.py: line 1 differs\n\
             ≠ lists                      1 of 2\n  sets                       1 of 1\n\
             2 of 3 cases agree with CPython\n"
        );
    }
}
