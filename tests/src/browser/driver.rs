//! chromedriver: one process for a test binary, which ends with it whatever happens,
//! and the tools' places, which come from the environment.
//!
//! A test binary ends by `exit`, so nothing of it is dropped, and it may be killed.
//! What the system does in every case is to close its pipes: a small shell holds one
//! and ends the driver, and all browsers of the driver, when the pipe closes.

use std::env;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

/// Runs the driver until the pipe closes, then kills the group it leads.
const GUARD: &str = r#""$0" --port=0 & exec >&-; read -r _; kill -s KILL 0"#;

struct Driver {
    url: String,
    /// Holds the pipe whose end is the driver's.
    _guard: Child,
    /// Held so that the driver may go on writing.
    _output: BufReader<ChildStdout>,
}

/// The address of the driver, which the first caller starts.
pub(super) fn url() -> &'static str {
    static DRIVER: OnceLock<Result<Driver, String>> = OnceLock::new();
    match DRIVER.get_or_init(|| start(&tool("CHROMEDRIVER"))) {
        Ok(driver) => &driver.url,
        Err(problem) => panic!("{problem}"),
    }
}

/// The file that an environment variable names.
///
/// # Panics
/// If it names none: a browser test without its browser has failed.
pub(super) fn tool(variable: &str) -> PathBuf {
    let Some(file) = env::var_os(variable).map(PathBuf::from) else {
        panic!(
            "the browser tests need {variable} in the environment: run them with `cargo xtask test`, \
             which brings a browser and says where it is"
        );
    };
    assert!(
        file.is_file(),
        "{variable} names {}, which is no file: run `cargo xtask test`, which sets it, or correct it",
        file.display()
    );
    file
}

/// The folder of the built page.
///
/// # Panics
/// If nothing has been built there.
pub fn dist() -> PathBuf {
    let folder = env::var_os("INTERLEAVE_DIST")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../dist")), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "there is no built page in {}: run `cargo xtask test`, which builds it first",
        folder.display()
    );
    folder
}

fn start(program: &PathBuf) -> Result<Driver, String> {
    let mut guard = Command::new("/bin/sh")
        .args(["-c", GUARD])
        .arg(program)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("cannot start a shell to run {}: {error}", program.display()))?;
    let mut output = BufReader::new(
        guard.stdout.take().ok_or("the driver's output was not caught, though it was asked for")?,
    );
    // "ChromeDriver was started successfully on port 40123."
    let mut said = String::new();
    while output.read_line(&mut said).is_ok_and(|bytes| bytes > 0) {
        let port = said.lines().last().and_then(|line| line.rsplit_once("successfully on port "));
        if let Some((_, port)) = port {
            let port = port.trim().trim_end_matches('.');
            return Ok(Driver { url: format!("http://127.0.0.1:{port}"), _guard: guard, _output: output });
        }
    }
    Err(format!("{} did not start; it said: {}", program.display(), said.trim()))
}
