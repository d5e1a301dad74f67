//! The tools that make courses: mdBook, those of Python, those of Node; each in the version that its recipe names.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{cargo_tools, debian, npm};
use crate::process::Step;
use crate::workspace;

pub(crate) fn mdbook() -> Result<PathBuf> {
    cargo_tools::mdbook()
}

/// Installs a course's requirements; the folder of their programs.
pub(crate) fn python(requirements: &Path) -> Result<PathBuf> {
    let wanted = fs::read(requirements).with_context(|| format!("cannot read {}", requirements.display()))?;
    let folder = workspace::cache()?.join("python").join(format!("{:08x}", crc32fast::hash(&wanted)));
    let complete = folder.join("complete");
    if !complete.is_file() {
        let make = || {
            Step::quietly("a Python environment")
                .run(Command::new("python3").args(["-m", "venv"]).arg(&folder))
        };
        if make().is_err() {
            debian::install(&["python3", "python3-venv"], "Python with its environments")?;
            make()?;
        }
        let mut install = Command::new(folder.join("bin/pip"));
        Step::quietly("Python packages").run(install.args(["install", "--quiet", "-r"]).arg(requirements))?;
        fs::write(&complete, "")?;
    }
    Ok(folder.join("bin"))
}

/// Installs a course's packages and puts them where the course looks for them; the folder of their programs.
pub(crate) fn node(course: &Path) -> Result<PathBuf> {
    npm::node()?;
    let list = course.join("package.json");
    let wanted = fs::read(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let folder = workspace::cache()?.join("npm").join(format!("course-{:08x}", crc32fast::hash(&wanted)));
    let complete = folder.join("complete");
    if !complete.is_file() {
        fs::create_dir_all(&folder)?;
        fs::copy(&list, folder.join("package.json"))?;
        // No package here needs its install script, so none runs.
        let mut install = Command::new("npm");
        install.current_dir(&folder).args(["install", "--ignore-scripts", "--no-audit", "--no-fund"]);
        Step::quietly("npm packages of the course").run(&mut install)?;
        fs::write(&complete, "")?;
    }
    let packages = course.join("node_modules");
    symlink(folder.join("node_modules"), &packages).context("cannot lend the course its packages")?;
    Ok(packages.join(".bin"))
}
