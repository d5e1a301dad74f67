//! The loop of `crates/core` beside tokio's, by criterion.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{Step, cargo};
use crate::workspace;

const OURS: &str = "interleave";

/// Nanoseconds by workload, then size, then contestant.
type Medians = BTreeMap<String, BTreeMap<u64, BTreeMap<String, f64>>>;

pub(super) fn run(rest: &[String]) -> Result<()> {
    let mut command = cargo();
    command.args(["bench", "--locked", "-p", "interleave-core", "--bench", "loop", "--", "--noplot"]);
    Step::loudly("the loop beside tokio").run(command.args(rest))?;
    let medians = read(&workspace::target()?.join("criterion"))?;
    println!("{}", table(&medians));
    Ok(())
}

/// Criterion keeps its estimates as WORKLOAD/CONTESTANT/SIZE/new/estimates.json.
fn read(folder: &Path) -> Result<Medians> {
    let mut medians = Medians::new();
    for (workload, contestants) in folders(folder)? {
        for (contestant, sizes) in folders(&contestants)? {
            for (size, estimates) in folders(&sizes)? {
                let (Ok(size), Ok(estimates)) =
                    (size.parse(), fs::read(estimates.join("new/estimates.json")))
                else {
                    continue;
                };
                let estimates: serde_json::Value = serde_json::from_slice(&estimates)?;
                let median =
                    estimates["median"]["point_estimate"].as_f64().context("an estimate without a median")?;
                let sizes = medians.entry(workload.clone()).or_default();
                sizes.entry(size).or_default().insert(contestant.clone(), median);
            }
        }
    }
    Ok(medians)
}

fn folders(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no results in {}", folder.display()))?;
    let mut folders: Vec<_> = entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .collect();
    folders.sort();
    Ok(folders)
}

fn table(medians: &Medians) -> String {
    let mut lines =
        vec![format!("{:<28}{:>10}{:>14}{:>14}{:>9}", "", "size", "ours, ms", "rival, ms", "ratio")];
    for (workload, sizes) in medians {
        for (size, contestants) in sizes {
            let Some(ours) = contestants.get(OURS) else { continue };
            for (_, theirs) in contestants.iter().filter(|(name, _)| *name != OURS) {
                let (ours_ms, theirs_ms, ratio) = (ours / 1e6, theirs / 1e6, ours / theirs);
                lines.push(format!("{workload:<28}{size:>10}{ours_ms:>14.2}{theirs_ms:>14.2}{ratio:>9.2}"));
            }
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_shows_ours_over_theirs() {
        let contestants = BTreeMap::from([(OURS.to_owned(), 1e6), ("tokio".to_owned(), 2e6)]);
        let medians = Medians::from([("naps".to_owned(), BTreeMap::from([(1_000, contestants)]))]);
        let row =
            table(&medians).lines().nth(1).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(row.as_deref(), Some("naps 1000 1.00 2.00 0.50"));
    }
}
