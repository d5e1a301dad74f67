//! Building and serving the page: Trunk, with the right tools in its way; what is built has one
//! style sheet, modules in parts, small scripts, the lessons as pages of their own, and a page for frames in one file.

use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::parts::{self, Bound, Play};
use crate::process::{Step, path_with};
use crate::setup::Tools;
use crate::styles;
use crate::workspace::{self, WASM_TARGET};
use crate::{alone, archive, offline};

const DEFAULT_PORT: u16 = 8080;

/// Where the lessons are, below the page.
pub(crate) const LESSONS: &str = "lessons";

/// How the wasm is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As it is published.
    Page,
    /// Quickly; large and slow.
    Dev,
}

pub(crate) fn build(tools: &Tools, profile: Profile) -> Result<()> {
    // Trunk would hand on the scripts of pages that were built here before.
    let before = workspace::target()?.join("wasm-bindgen");
    if before.is_dir() {
        fs::remove_dir_all(before)?;
    }
    Step::quietly("building the page")
        .run(trunk(tools, "build", profile)?.arg("--dist").arg(workspace::dist()))?;
    let dist = workspace::dist();
    styles::join(&dist)?;
    if profile == Profile::Page {
        // What lessons do without goes into a file of its own.
        cut(&dist)?;
        alone::write(&dist)?;
        make_small(&dist, tools)?;
    }
    offline::write(&dist)
}

/// Cuts off the modules what is not needed at first: that goes into files of its own.
fn cut(dist: &Path) -> Result<()> {
    let linked = workspace::target()?.join(WASM_TARGET).join("page");
    let folder = workspace::target()?.join("rehearsal");
    fs::create_dir_all(&folder)?;
    // While one is cut, the other has to be whole.
    let whole = |name: &str, glue: &Path| -> Result<Bound> {
        let whole = folder.join(name);
        let copy = Bound { glue: whole.with_extension("mjs"), wasm: whole.with_extension("wasm") };
        fs::copy(glue, &copy.glue)?;
        fs::copy(bound(glue), &copy.wasm)?;
        Ok(copy)
    };
    let glues = [dist.join("worker.js"), page_script(dist)?];
    let [worker, page] = [whole("worker", &glues[0])?, whole("page", &glues[1])?];
    let plays = [Play::Worker { worker: worker.clone(), page: page.clone() }, Play::Page { worker, page }];
    for ((name, glue), play) in ["worker", "page"].into_iter().zip(glues).zip(plays) {
        Step::quietly(&format!("cutting the {name} into parts"))
            .time(|| parts::cut(&bound(&glue), &linked.join(name).with_extension("wasm"), &play))?;
    }
    Ok(())
}

/// Makes the scripts small, but for the editor, which is kept so, and the one that is yet to be told of the others.
fn make_small(dist: &Path, tools: &Tools) -> Result<()> {
    let Some(shrinkers) = &tools.shrinkers else { return Ok(()) };
    let names = archive::names(dist)?;
    let is_done = |name: &str| name.starts_with("editor.min-") || name == offline::WORKER;
    let scripts = names.iter().filter(|name| name.ends_with(".js") && !is_done(name));
    Step::quietly("making the scripts small")
        .run(Command::new("node").arg(&shrinkers.scripts).args(scripts.map(|name| dist.join(name))))
}

/// The module that a script of wasm-bindgen's loads.
fn bound(glue: &Path) -> PathBuf {
    let stem = glue.file_stem().unwrap_or_default().to_string_lossy();
    glue.with_file_name(format!("{stem}_bg.wasm"))
}

/// The script that loads the page's module: its name has a checksum in it.
fn page_script(dist: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(dist)?.flatten().map(|file| file.path());
    let is_it = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("page-") && name.ends_with(".js")
    };
    files.into_iter().find(is_it).context("the page has no script")
}

pub(crate) fn serve(tools: &Tools, profile: Profile, port: Option<u16>) -> Result<()> {
    let port = port.unwrap_or(DEFAULT_PORT);
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    if TcpStream::connect(address).is_ok() {
        bail!(
            "something already listens on {address}: stop it, or choose another port with `--port {}`",
            port.wrapping_add(1)
        );
    }
    println!("  … building the page, then serving it; Ctrl-C ends");
    let mut command = trunk(tools, "serve", profile)?;
    command.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    let mut server = command.stdin(Stdio::null()).spawn().context("cannot start trunk")?;
    while TcpStream::connect(address).is_err() {
        if let Some(status) = server.try_wait()? {
            bail!("trunk ended with {status} before it served anything");
        }
        thread::sleep(Duration::from_millis(100));
    }
    println!("\n  Interleave is at http://{address}/ and rebuilt when a file changes (reload to see it)\n");
    let status = server.wait()?;
    if status.success() { Ok(()) } else { bail!("trunk ended with {status}") }
}

fn trunk(tools: &Tools, what: &str, profile: Profile) -> Result<Command> {
    let mut command = Command::new(&tools.trunk);
    command.current_dir(workspace::root()).arg(what);
    tools.wasm.choose_for(&mut command);
    // Trunk looks for its tools on PATH and would else download them.
    let folders = [Some(&tools.wasm_bindgen), tools.shrinkers.as_ref().map(|shrinkers| &shrinkers.wasm_opt)]
        .into_iter()
        .flatten()
        .filter_map(|file| file.parent());
    command.env("PATH", path_with(folders)?);
    command.env("TRUNK_SKIP_VERSION_CHECK", "true").env("TRUNK_BUILD_OFFLINE", "true");
    match (profile, &tools.shrinkers) {
        (Profile::Dev, _) => {}
        (Profile::Page, Some(_)) => {
            command.arg("--release");
        }
        // Trunk runs wasm-opt with --release alone; the profile is the same.
        (Profile::Page, None) => {
            command.args(["--cargo-profile", "page"]);
        }
    }
    Ok(command)
}
