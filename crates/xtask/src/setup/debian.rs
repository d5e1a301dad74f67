//! Packages of Debian, for what cannot be had otherwise.

use std::process::Command;
use std::sync::Once;

use anyhow::{Result, bail};

use crate::process::{Step, answer, find};

/// Installs packages, or says which command a person has to give.
/// `what_for` completes the sentence "… is needed".
pub(super) fn install(packages: &[&str], what_for: &str) -> Result<()> {
    let list = packages.join(" ");
    if find("apt-get").is_none() {
        bail!("{what_for} is needed, and this is no Debian: install what it calls {list}");
    }
    let Some(prefix) = root_prefix() else {
        bail!("{what_for} is needed: run `sudo apt-get install {list}`, then try again");
    };
    refresh_once(&prefix);
    let mut command = apt(&prefix);
    command.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
    Step::quietly(&format!("Debian packages {list}")).run(&mut command)
}

/// The version of an installed package.
pub(super) fn version(package: &str) -> Option<String> {
    answer(Command::new("dpkg-query").args(["-W", "-f", "${Version}", package]))
        .filter(|version| !version.is_empty())
}

/// What to put before apt-get: nothing as root, sudo where it asks no password.
fn root_prefix() -> Option<Vec<&'static str>> {
    if answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(Vec::new());
    }
    answer(Command::new("sudo").args(["-n", "true"])).map(|_| vec!["sudo", "-n"])
}

fn apt(prefix: &[&'static str]) -> Command {
    let mut words = prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = Command::new(words.next().unwrap_or("env"));
    command.args(words);
    command
}

/// An outdated list of packages is no reason to stop: the install will tell.
fn refresh_once(prefix: &[&'static str]) {
    static REFRESHED: Once = Once::new();
    REFRESHED.call_once(|| {
        if let Err(problem) =
            Step::quietly("Debian's list of packages").run(apt(prefix).args(["update", "-q"]))
        {
            println!("  ! {problem:#}");
        }
    });
}
