//! Mistakes that are planted, one at a time, to see that each is found: those in scheduling by random programs, those in
//! what decodes by a fuzzer, which begins with nothing. The files are put back as they were, whatever happens in
//! between; the mistakes are listed here and nowhere else.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};

use crate::fuzz;
use crate::process::{Step, program_of_tests};
use crate::workspace;

/// A mistake: in a file, other code in the place of some.
struct Mistake {
    name: &'static str,
    file: &'static str,
    right: &'static str,
    wrong: &'static str,
}

/// In scheduling.
const MISTAKES: [Mistake; 10] = [
    Mistake {
        name: "last-in-first-out",
        file: "crates/core/src/event_loop.rs",
        right: "self.state_mut(home).ready.push_back(Ready { cause, work });",
        wrong: "self.state_mut(home).ready.push_front(Ready { cause, work });",
    },
    Mistake {
        name: "same-iteration",
        file: "crates/core/src/run.rs",
        right: "state.todo = state.todo.checked_sub(1)?;",
        wrong: "state.todo = state.todo.saturating_sub(1);",
    },
    Mistake {
        name: "timers-without-hairs",
        file: "crates/core/src/event_loop.rs",
        right: "let due = Moment { ns: due_ns, hairs: self.now.hairs };",
        wrong: "let due = Moment { ns: due_ns, hairs: 0 };",
    },
    Mistake {
        name: "last-waiter-first",
        file: "crates/core/src/waiters.rs",
        right: "self.places.borrow().futures.front().cloned()",
        wrong: "self.places.borrow().futures.back().cloned()",
    },
    Mistake {
        name: "gather-off-by-one",
        file: "crates/core/src/gather.rs",
        right: "let results = self.family.children.iter().map(outcome).collect();",
        wrong: "let all = &self.family.children;\n        \
                let results = all.iter().cycle().skip(1).take(all.len()).map(outcome).collect();",
    },
    Mistake {
        name: "wait-for-forgets-cancel",
        file: "crates/core/src/wait_for.rs",
        right: "leave(machine, &timeout, Err(exception))",
        wrong: "leave(machine, &timeout, if P::kind(&exception) == Kind::Cancelled { Ok(P::nothing()) } \
                else { Err(exception) })",
    },
    Mistake {
        name: "group-does-not-wait",
        file: "crates/core/src/taskgroups.rs",
        right: "home.filter(|_| !self.group.tasks.borrow().is_empty())",
        wrong: "home.filter(|_| self.group.tasks.borrow().len() > 1)",
    },
    Mistake {
        name: "notify-one-more",
        file: "crates/core/src/condition.rs",
        right: "self.wake(machine, most);\n        Ok(())",
        wrong: "self.wake(machine, most.saturating_add(1));\n        Ok(())",
    },
    Mistake {
        name: "join-counts-wrong",
        file: "crates/core/src/queues.rs",
        right: "        if left == 0 {\n            self.0.finished.set(machine);",
        wrong: "        if left <= 1 {\n            self.0.finished.set(machine);",
    },
    Mistake {
        name: "shield-passes-cancel",
        file: "crates/core/src/run.rs",
        right: "Callback::ShieldOuter(inner) => crate::shield::outer_done(&inner, future),",
        wrong: "Callback::ShieldOuter(inner) => {\n                \
                let _ = future.is_cancelled() && inner.cancel(self, None);\n                \
                crate::shield::outer_done(&inner, future);\n            }",
    },
];

/// In what decodes, each with its fuzzer.
const MISREADINGS: [(&str, Mistake); 3] = [
    (
        "links",
        Mistake {
            name: "escape-at-the-end",
            file: "crates/link/src/reading.rs",
            right: "if let (b'%', [high, low, after @ ..]) = (first, rest)",
            wrong: "if let (b'%', (high, [low, after @ ..])) = (first, rest.split_first().expect(\"two digits\"))",
        },
    ),
    (
        "calls",
        Mistake {
            name: "shield-keeps-itself",
            file: "crates/core/src/native.rs",
            right: "Self::Gathered(_) | Self::Completed(_) | Self::ShieldInner(_) | Self::JobAbandoned(..) => true,",
            wrong: "Self::Gathered(_) | Self::Completed(_) | Self::JobAbandoned(..) => true,\n            \
                    Self::ShieldInner(_) => false,",
        },
    ),
    (
        "messages",
        Mistake {
            name: "type-of-any-kind",
            file: "web/embed/frame.js",
            right: "if (typeof data.type !== \"string\" || !Object",
            wrong: "if (!Object",
        },
    ),
];

/// So many inputs a fuzzer may try.
const TRIES: u64 = 1_000_000;

/// Puts a file back when it goes.
struct Planted {
    file: PathBuf,
    before: String,
}

impl Planted {
    fn plant(mistake: &Mistake) -> Result<Self> {
        let file = workspace::root().join(mistake.file);
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
            name if all_names().any(|one| one == name) => names.push(name),
            other => bail!("no mistake is called `{other}`"),
        }
    }
    let is_wanted = |mistake: &Mistake| names.is_empty() || names.contains(&mistake.name);
    let mut missed = misreadings(MISREADINGS.iter().filter(|(_, mistake)| is_wanted(mistake)))?;
    let wanted: Vec<_> = MISTAKES.iter().filter(|mistake| is_wanted(mistake)).collect();
    if !wanted.is_empty() {
        missed.extend(mistakes(&wanted, &count, &seed)?);
    }
    ensure!(missed.is_empty(), "not found: {}", missed.join(", "));
    Ok(())
}

fn all_names() -> impl Iterator<Item = &'static str> {
    MISTAKES.iter().chain(MISREADINGS.iter().map(|(_, mistake)| mistake)).map(|mistake| mistake.name)
}

/// Those that no fuzzer finds.
fn misreadings<'a>(wanted: impl Iterator<Item = &'a (&'static str, Mistake)>) -> Result<Vec<&'static str>> {
    let mut missed = Vec::new();
    for (fuzzer, mistake) in wanted {
        let planted = Planted::plant(mistake)?;
        let found = Step::quietly(mistake.name).time(|| fuzz::tries_until_broken(fuzzer, TRIES))?;
        drop(planted);
        match found {
            Some(tries) => println!("    found by the fuzzer of {fuzzer} after {tries} tries"),
            None => missed.push(mistake.name),
        }
    }
    Ok(missed)
}

/// Those that no random program finds.
fn mistakes(wanted: &[&Mistake], count: &str, seed: &str) -> Result<Vec<&'static str>> {
    let range = ["--count", count, "--seed", seed, "--seeds"];
    let known = Step::quietly("programs that differ without a mistake").time(|| seeds(&range))?.join(",");
    let mut missed = Vec::new();
    for mistake in wanted {
        let planted = Planted::plant(mistake)?;
        let found = Step::quietly(mistake.name)
            .time(|| seeds(&[&range[..], &["--first", "--skip", &known]].concat()))?;
        drop(planted);
        match found.first() {
            Some(seed) => println!("    found by the program of seed {seed}"),
            None => missed.push(mistake.name),
        }
    }
    Ok(missed)
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
