//! Chromium and its driver, and a font that has Chinese, for the browser tests.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::debian;
use crate::process::{answer, find};
use crate::workspace;

/// What the browser tests drive.
pub(crate) struct Browser {
    chromium: PathBuf,
    driver: PathBuf,
    axe: PathBuf,
}

impl Browser {
    /// Tells a test run, by its environment, what to use.
    pub(crate) fn describe_to(&self, command: &mut Command) {
        command.env("CHROMIUM", &self.chromium).env("CHROMEDRIVER", &self.driver);
        command.env("INTERLEAVE_AXE", &self.axe).env("INTERLEAVE_DIST", workspace::dist());
    }
}

pub(super) fn browser(axe: PathBuf) -> Result<Browser> {
    if find_chromium().is_none() || find_driver().is_none() {
        debian::install(
            &["chromium", "chromium-driver"],
            "Chromium with its driver, for the browser tests,",
        )?;
    }
    // Without it the pictures of failed tests show boxes for Chinese.
    let chinese = answer(Command::new("fc-list").arg(":lang=zh-tw")).unwrap_or_default();
    if chinese.is_empty()
        && let Err(problem) = debian::install(&["fontconfig", "fonts-wqy-microhei"], "a font with Chinese")
    {
        println!("  ! screenshots will show boxes for Chinese: {problem:#}");
    }
    Ok(Browser {
        chromium: find_chromium()
            .context("Chromium was installed and cannot be found: set CHROMIUM to its path")?,
        driver: find_driver()
            .context("chromedriver was installed and cannot be found: set CHROMEDRIVER to its path")?,
        axe,
    })
}

fn find_chromium() -> Option<PathBuf> {
    named_by("CHROMIUM")
        .or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find))
}

fn find_driver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER").or_else(|| find("chromedriver"))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}
