//! Building and serving the page: Trunk, with the right tools in its way; what is built has one
//! style sheet, an engine in two parts, and the lessons as pages of their own.

use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::process::{Step, path_with};
use crate::setup::Tools;
use crate::workspace::{self, WASM_TARGET};
use crate::{parts, styles};

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
        let linked = workspace::target()?.join(WASM_TARGET).join("page/worker.wasm");
        parts::cut(&dist.join("worker_bg.wasm"), &linked, &dist.join("worker.js"))?;
    }
    Ok(())
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
    let folders = [Some(&tools.wasm_bindgen), tools.wasm_opt.as_ref()]
        .into_iter()
        .flatten()
        .filter_map(|file| file.parent());
    command.env("PATH", path_with(folders)?);
    command.env("TRUNK_SKIP_VERSION_CHECK", "true").env("TRUNK_BUILD_OFFLINE", "true");
    match (profile, &tools.wasm_opt) {
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
