//! A conformance case: a program in `tests/cases/AREA/NAME.py`, or a lesson's, and what its first
//! comments ask for. Read by the test and by `cargo xtask record`; nothing is run here.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where cases lie, from the workspace's root: those of their own, and the programs of the lessons.
pub(crate) const ROOTS: [&str; 2] = ["tests/cases", "crates/lessons/catalogue"];

/// One program whose output CPython has the last word on.
pub(crate) struct Case {
    /// `AREA/NAME`.
    pub(crate) title: String,
    pub(crate) source: String,
    /// Where its expected output lies, whether or not it is recorded.
    pub(crate) expected: PathBuf,
}

impl Case {
    /// All cases of the workspace in that folder: below each root in the order of their titles.
    pub(crate) fn all(workspace: &Path) -> io::Result<Vec<Self>> {
        let mut cases = Vec::new();
        for area in areas(workspace)? {
            for program in sorted_entries(&area)?.into_iter().filter(|path| has_extension(path, "py")) {
                cases.push(Self {
                    title: title(&program),
                    source: fs::read_to_string(&program)?,
                    expected: program.with_extension("expected"),
                });
            }
        }
        Ok(cases)
    }

    pub(crate) fn area(&self) -> &str {
        self.title.split('/').next().unwrap_or_default()
    }

    /// What the comments `# KEY: …` before the first statement say, in their order.
    pub(crate) fn notes<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        let head = self.source.lines().take_while(|line| line.is_empty() || line.starts_with('#'));
        head.filter_map(move |line| line.strip_prefix("# ")?.strip_prefix(key)?.strip_prefix(':'))
            .map(|value| value.strip_prefix(' ').unwrap_or(value))
    }

    /// What there is to read for `input()`: the lines of the notes `# stdin: …`.
    pub(crate) fn stdin(&self) -> String {
        self.notes("stdin").map(|line| format!("{line}\n")).collect()
    }
}

/// The expected files whose program is gone.
pub(crate) fn orphans(workspace: &Path) -> io::Result<Vec<PathBuf>> {
    let mut orphans = Vec::new();
    for area in areas(workspace)? {
        let expected = sorted_entries(&area)?.into_iter().filter(|path| has_extension(path, "expected"));
        orphans.extend(expected.filter(|path| !path.with_extension("py").exists()));
    }
    Ok(orphans)
}

fn areas(workspace: &Path) -> io::Result<Vec<PathBuf>> {
    let mut areas = Vec::new();
    for root in ROOTS {
        areas.extend(sorted_entries(&workspace.join(root))?.into_iter().filter(|path| path.is_dir()));
    }
    Ok(areas)
}

fn sorted_entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|own| own == extension)
}

fn title(program: &Path) -> String {
    let name = |path: Option<&Path>| {
        path.and_then(Path::file_stem).unwrap_or_default().to_string_lossy().into_owned()
    };
    format!("{}/{}", name(program.parent()), name(Some(program)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_end_at_the_first_statement() {
        let source = "# python: 3.10\n# stdin: Ada\n# stdin:\n\n# stdin:  36\nprint(input())\n# stdin: no\n"
            .to_owned();
        let case = Case { title: "files/input".to_owned(), source, expected: PathBuf::new() };
        assert_eq!(case.notes("python").collect::<Vec<_>>(), ["3.10"]);
        assert_eq!(case.stdin(), "Ada\n\n 36\n");
        assert_eq!(case.area(), "files");
    }
}
