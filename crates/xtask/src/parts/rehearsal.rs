//! What ordinary use enters: it is played under Node, on a module with marks.

use std::ffi::OsStr;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::mark::{Points, mark};
use super::module::Module;
use crate::workspace;

/// What has to do without the last part, beside the program that the page opens with.
const LESSONS: &str = "tests/cases/tutorials";
const OPENING: &str = "web/src/welcome.py";
const SCRIPT: &str = "crates/xtask/src/parts/rehearse.mjs";

/// Which module is played on, and what is played.
pub(crate) enum Play {
    /// Lessons, on the engine alone.
    Engine(Bound),
    /// What the page asks of its worker when nobody touches it; then lessons, on the page and in embeds.
    Worker { worker: Bound, page: Bound },
    /// What the page does when nobody touches it.
    Page { worker: Bound, page: Bound },
}

/// A module, and what wasm-bindgen has made to load it.
#[derive(Clone)]
pub(crate) struct Bound {
    pub(crate) glue: PathBuf,
    pub(crate) wasm: PathBuf,
}

/// What was reached in a play.
pub(super) struct Seen {
    pub(super) points: Points,
    acts: Vec<usize>,
}

impl Seen {
    /// The act in which a point was first reached; their number if it never was.
    pub(super) fn act(&self, point: usize) -> usize {
        self.acts.get(point).copied().unwrap_or_default()
    }
}

impl Play {
    /// Each act is what another part is for.
    pub(super) fn acts(&self) -> usize {
        match self {
            Self::Engine(_) | Self::Page { .. } => 1,
            Self::Worker { .. } => 2,
        }
    }

    /// The acts by which functions are cut inside, too. Not so the page's: which ways it takes in them depends on
    /// when it hears of what, and nobody can play all of that. Where it waits for a part, its reader does.
    pub(super) fn acts_inside(&self) -> Range<usize> {
        match self {
            Self::Engine(_) | Self::Worker { .. } => 0..self.acts(),
            Self::Page { .. } => 0..0,
        }
    }

    pub(super) fn on(&self, bytes: &[u8], module: &Module<'_>) -> Result<Seen> {
        let marked = mark(bytes, module)?;
        let folder = workspace::target()?.join("rehearsal");
        fs::create_dir_all(&folder)?;
        let wasm = folder.join("marked.wasm");
        fs::write(&wasm, marked.module)?;

        let played = |bound: &Bound| Bound { wasm: wasm.clone(), ..bound.clone() };
        let (role, cast) = match self {
            Self::Engine(engine) => ("engine", vec![played(engine)]),
            Self::Worker { worker, page } => ("worker", vec![played(worker), page.clone()]),
            Self::Page { worker, page } => ("page", vec![worker.clone(), played(page)]),
        };
        let mut node = Command::new("node");
        node.arg(workspace::root().join(SCRIPT)).arg(role);
        node.arg(marked.points.count().to_string());
        for Bound { glue, wasm } in cast {
            node.args([glue, wasm]);
        }
        let output = node.args(programs()?).output().context("Node cannot be started")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "the {role} cannot be played on, so it cannot be cut:\n{said}");
        let reached = String::from_utf8(output.stdout)?;
        ensure!(reached.len() == marked.points.count(), "the play has lost its marks");
        let acts = reached.bytes().map(|act| usize::from(act - b'0')).collect();
        Ok(Seen { points: marked.points, acts })
    }
}

fn programs() -> Result<Vec<PathBuf>> {
    let root = workspace::root();
    let mut programs = vec![root.join(OPENING)];
    for file in fs::read_dir(root.join(LESSONS)).with_context(|| format!("no {LESSONS}"))? {
        programs.push(file?.path());
    }
    programs.retain(|file: &PathBuf| file.extension() == Some(OsStr::new("py")));
    programs.sort();
    Ok(programs)
}
