//! Mistakes planted in `crates/core`, one at a time, to see that random programs find each of them.
//! The files are put back as they were, whatever happens in between; the mistakes are listed here and
//! nowhere else.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use crate::process::{Step, program_of_tests};
use crate::workspace;

/// A mistake: in a file of the core's, other code in the place of some.
struct Mistake {
    name: &'static str,
    file: &'static str,
    right: &'static str,
    wrong: &'static str,
}

const MISTAKES: [Mistake; 10] = [
    Mistake {
        name: "last-in-first-out",
        file: "event_loop.rs",
        right: "self.state_mut(home).ready.push_back(Ready { cause, work });",
        wrong: "self.state_mut(home).ready.push_front(Ready { cause, work });",
    },
    Mistake {
        name: "same-iteration",
        file: "run.rs",
        right: "state.todo = state.todo.checked_sub(1)?;",
        wrong: "state.todo = state.todo.saturating_sub(1);",
    },
    Mistake {
        name: "timers-without-hairs",
        file: "event_loop.rs",
        right: "let due = Moment { ns: due_ns, hairs: self.now.hairs };",
        wrong: "let due = Moment { ns: due_ns, hairs: 0 };",
    },
    Mistake {
        name: "last-waiter-first",
        file: "waiters.rs",
        right: "self.places.borrow().futures.front().cloned()",
        wrong: "self.places.borrow().futures.back().cloned()",
    },
    Mistake {
        name: "gather-off-by-one",
        file: "gather.rs",
        right: "let results = self.family.children.iter().map(outcome).collect();",
        wrong: "let all = &self.family.children;\n        \
                let results = all.iter().cycle().skip(1).take(all.len()).map(outcome).collect();",
    },
    Mistake {
        name: "wait-for-forgets-cancel",
        file: "wait_for.rs",
        right: "leave(machine, &timeout, Err(exception))",
        wrong: "leave(machine, &timeout, if P::kind(&exception) == Kind::Cancelled { Ok(P::nothing()) } \
                else { Err(exception) })",
    },
    Mistake {
        name: "group-does-not-wait",
        file: "taskgroups.rs",
        right: "home.filter(|_| !self.group.tasks.borrow().is_empty())",
        wrong: "home.filter(|_| self.group.tasks.borrow().len() > 1)",
    },
    Mistake {
        name: "notify-one-more",
        file: "condition.rs",
        right: "self.wake(machine, most);\n        Ok(())",
        wrong: "self.wake(machine, most.saturating_add(1));\n        Ok(())",
    },
    Mistake {
        name: "join-counts-wrong",
        file: "queues.rs",
        right: "        if left == 0 {\n            self.0.finished.set(machine);",
        wrong: "        if left <= 1 {\n            self.0.finished.set(machine);",
    },
    Mistake {
        name: "shield-passes-cancel",
        file: "run.rs",
        right: "Callback::ShieldOuter(inner) => crate::shield::outer_done(&inner, future),",
        wrong: "Callback::ShieldOuter(inner) => {\n                \
                let _ = future.is_cancelled() && inner.cancel(self, None);\n                \
                crate::shield::outer_done(&inner, future);\n            }",
    },
];

/// Puts a file back when it goes.
struct Planted {
    file: PathBuf,
    before: String,
}

impl Planted {
    fn plant(mistake: &Mistake) -> Result<Self> {
        let file = workspace::root().join("crates/core/src").join(mistake.file);
        let before = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let times = before.matches(mistake.right).count();
        ensure!(times == 1, "{}: {} has its place {times} times, not once", mistake.name, file.display());
        fs::write(&file, before.replace(mistake.right, mistake.wrong))?;
        Ok(Self { file, before })
    }
}

impl Drop for Planted {
    fn drop(&mut self) {
        if let Err(error) = fs::write(&self.file, &self.before) {
            eprintln!("{} still has a mistake in it: {error}", self.file.display());
        }
    }
}

pub(crate) fn run(words: &[String]) -> Result<()> {
    let (mut count, mut seed, mut names) = ("1000".to_owned(), "0".to_owned(), Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--count" => count = words.next().context("--count wants a number")?.clone(),
            "--seed" => seed = words.next().context("--seed wants a number")?.clone(),
            name if MISTAKES.iter().any(|mistake| mistake.name == name) => names.push(name),
            other => bail!("no mistake is called `{other}`"),
        }
    }
    let range = ["--count", &count, "--seed", &seed, "--seeds"];
    let known = Step::quietly("programs that differ without a mistake").time(|| seeds(&range))?.join(",");
    let mut missed = Vec::new();
    for mistake in MISTAKES.iter().filter(|mistake| names.is_empty() || names.contains(&mistake.name)) {
        let planted = Planted::plant(mistake)?;
        let found = Step::quietly(mistake.name)
            .time(|| seeds(&[&range[..], &["--first", "--skip", &known]].concat()))?;
        drop(planted);
        match found.first() {
            Some(seed) => println!("    found by the program of seed {seed}"),
            None => missed.push(mistake.name),
        }
    }
    ensure!(missed.is_empty(), "not found within {count} programs: {}", missed.join(", "));
    Ok(())
}

/// The seeds of the programs that differ.
fn seeds(words: &[&str]) -> Result<Vec<String>> {
    let output = program_of_tests("differ", &[])
        .args(words)
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    let text = String::from_utf8(output.stdout)?;
    ensure!(output.status.success() || !text.is_empty(), "random programs: {}", output.status);
    Ok(text.lines().map(str::to_owned).collect())
}
