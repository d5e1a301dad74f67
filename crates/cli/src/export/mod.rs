//! `interleave export`: a run as a file for other programs, one format a file here.

mod chrome;
mod mermaid;

use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result};
use interleave_views::Story;
use interleave_views::account::Account;

use crate::arguments::Export;
use crate::run;

/// Runs a program and writes what happened; the exit code is that of the command, not of the program.
pub(crate) fn export(verb: &Export) -> Result<u8> {
    let source = run::read(&verb.program.file)?;
    let options = run::options(&verb.program, &source, true)?;
    let account = Account::new(&Story::new(&source, run::recorded(&source, &options)?), verb.lang);
    let written = if verb.format.chrome {
        chrome::written(&account, verb.lang, verb.steps)?
    } else if verb.format.mermaid {
        mermaid::written(&account, verb.lang)
    } else {
        serde_json::to_string_pretty(&account).context("cannot write JSON")? + "\n"
    };
    match &verb.out {
        Some(path) => fs::write(path, written).with_context(|| format!("cannot write {}", path.display()))?,
        None => io::stdout().write_all(written.as_bytes()).context("cannot write to standard output")?,
    }
    Ok(0)
}
