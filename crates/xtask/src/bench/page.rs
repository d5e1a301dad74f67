//! The page in Chromium beside CPython as wasm. The measuring is done by a program of the tests' own.

use anyhow::{Context, Result, bail};

use crate::process::{Step, program_of_tests};
use crate::setup::{self, Goal, npm};
use crate::{page, workspace};

const RIVAL: &str = "tests/rivals/pyodide";

pub(super) fn run(words: &[String]) -> Result<()> {
    let rounds = match words {
        [] => 3_u32,
        [option, rounds] if option == "--rounds" => rounds
            .parse()
            .ok()
            .filter(|rounds| *rounds > 0)
            .context("--rounds wants a whole number above 0")?,
        _ => bail!("`cargo xtask bench page` takes --rounds N"),
    };
    let tools = setup::tools(Goal::Tests)?;
    page::build(&tools, page::Profile::Page)?;
    let rival = npm::install(&workspace::root().join(RIVAL), "CPython as wasm")?;
    let mut command = program_of_tests("page_bench", &["--features", "browser"]);
    command.arg(rounds.to_string());
    tools.browser()?.describe_to(&mut command);
    Step::loudly("the page beside CPython as wasm").run(command.env("INTERLEAVE_RIVAL", rival))
}
