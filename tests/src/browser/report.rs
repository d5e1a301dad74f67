//! What is wrong after a visit, as data, and as the text of a failed test.

use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};

use serde_json::Value;

/// One thing that a visit must not end with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// The test itself: an expectation not met, or no end within the time.
    Test(String),
    /// An error in the console: of a script, a worker, the policy, the network.
    Console(String),
    /// The page asked another host for something.
    ForeignRequest(String),
    /// What would show the above could not be read, so nothing is known.
    Blind(String),
}

impl Display for Complaint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Test(message) => write!(f, "{message}"),
            Self::Console(entry) => write!(f, "the console has an error: {entry}"),
            Self::ForeignRequest(url) => write!(
                f,
                "the page asked another host for {url}; it must work with every other host out of reach"
            ),
            Self::Blind(problem) => write!(f, "the visit can't be judged: {problem}"),
        }
    }
}

/// The end of a visit.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The test's path, as Cargo prints it.
    pub test: String,
    /// What is wrong; empty after a good visit.
    pub complaints: Vec<Complaint>,
    /// What the test did, in order.
    pub steps: Vec<String>,
    /// All that the console said.
    pub console: Vec<String>,
    /// The page as it was at the end, as a PNG; empty if the browser gave none.
    pub picture: Vec<u8>,
}

impl Report {
    /// End the test as its complaints demand.
    ///
    /// # Panics
    /// If there is any complaint.
    pub(super) fn judge(&self) {
        if self.complaints.is_empty() {
            return;
        }
        let file = screenshot_file(&format!("{}-failed", self.test.replace("::", "-")));
        let kept = std::fs::write(&file, &self.picture);
        let place =
            kept.map_or_else(|error| format!("could not be kept: {error}"), |()| file.display().to_string());
        panic!("{self}  screenshot: {place}\n");
    }
}

/// Where the picture of this name is kept; out of version control.
pub(super) fn screenshot_file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    std::fs::create_dir_all(&folder).expect("the folder of screenshots can be made");
    folder.join(name).with_extension("png")
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.test)?;
        for complaint in &self.complaints {
            writeln!(f, "  ✗ {complaint}")?;
        }
        list(f, "what the test did", &self.steps)?;
        list(f, "the console", &self.console)
    }
}

fn list(f: &mut Formatter<'_>, title: &str, lines: &[String]) -> fmt::Result {
    writeln!(f, "  {title}:{}", if lines.is_empty() { " nothing" } else { "" })?;
    lines.iter().try_for_each(|line| writeln!(f, "    {line}"))
}

/// An entry of the console as a line.
pub(super) fn console_line(entry: &Value) -> String {
    let word = |name: &str| entry[name].as_str().unwrap_or("?");
    format!("{} ({}) {}", word("level"), word("source"), word("message"))
}

/// Whether the console calls it an error. What it calls a warning is printed only.
pub(super) fn is_error(entry: &Value) -> bool {
    entry["level"] == "SEVERE"
}
