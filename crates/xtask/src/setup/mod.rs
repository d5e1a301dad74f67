//! What a fresh machine lacks, found or installed once. Everything installed
//! goes to the cache folder, but for Debian's packages and one rustup link
//! named `interleave-wasm`. Nothing else in the project knows of fallbacks.

mod browser;
mod cargo_tools;
pub(crate) mod course_tools;
mod debian;
pub(crate) mod npm;
mod wasm;

use std::fs::File;
use std::path::PathBuf;

use anyhow::{Context, Result};

pub(crate) use browser::Browser;
pub(crate) use npm::Shrinkers;
pub(crate) use wasm::WasmToolchain;

use crate::workspace;

/// What the tools are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Building and serving the page.
    Page,
    /// Everything that tests need besides.
    Tests,
}

/// Tools that are there and work.
pub(crate) struct Tools {
    pub(crate) wasm: WasmToolchain,
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    /// `None`: the page is built without them, and is larger.
    pub(crate) shrinkers: Option<Shrinkers>,
    browser: Option<Browser>,
}

impl Tools {
    pub(crate) fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().context("these tools were set up for the page alone")
    }
}

/// Finds or installs everything for a goal. Two set-ups at once wait for each other.
pub(crate) fn tools(goal: Goal) -> Result<Tools> {
    let lock =
        File::create(workspace::cache()?.join("setup.lock")).context("cannot write to the cache folder")?;
    if lock.try_lock().is_err() {
        println!("waiting for another set-up to end …");
        lock.lock()?;
    }
    let wasm = wasm::toolchain()?;
    let trunk = cargo_tools::trunk()?;
    let wasm_bindgen = cargo_tools::wasm_bindgen()?;
    let npm = npm::packages();
    let shrinkers = match &npm {
        Ok(packages) => Some(packages.shrinkers()),
        Err(problem) => {
            println!("  ! nothing makes the page small, which will be about a third larger: {problem:#}");
            None
        }
    };
    let browser = match goal {
        Goal::Page => None,
        Goal::Tests => {
            let packages =
                npm.context("the browser tests check accessibility with axe-core, which comes from npm")?;
            Some(browser::browser(packages.axe())?)
        }
    };
    Ok(Tools { wasm, trunk, wasm_bindgen, shrinkers, browser })
}
