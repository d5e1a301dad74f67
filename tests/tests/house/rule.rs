//! What a rule is: which files it covers, what it finds in one, and why it exists.

use super::repository::files;

/// Something a rule forbids: the line, counted from 1, and what is there.
pub(crate) type Breach = (usize, String);

/// A rule over one file at a time.
pub(crate) struct Rule {
    /// Why, and what to do instead: whole sentences for whoever broke it.
    pub(crate) why: &'static str,
    /// Whether the file at this path is under the rule.
    pub(crate) covers: fn(path: &str) -> bool,
    /// What is wrong in this path's text.
    pub(crate) find: fn(path: &str, text: &str) -> Vec<Breach>,
}

impl Rule {
    /// Fail with everything in the repository that breaks the rule.
    #[track_caller]
    pub(crate) fn enforce(&self) {
        let files = files();
        let covered: Vec<_> = files.iter().filter(|file| (self.covers)(&file.path)).collect();
        // A rule that covers nothing guards nothing: its paths have moved on without it.
        assert!(!covered.is_empty(), "no file is under this rule any more: {}", self.why);
        let breaches = covered.into_iter().flat_map(|file| {
            let found = (self.find)(&file.path, &file.text).into_iter();
            found.map(|(line, what)| format!("\n  {}:{line}: {what}", file.path))
        });
        let breaches: String = breaches.collect();
        assert!(breaches.is_empty(), "{}{breaches}", self.why);
    }

    /// Whether a file at this path with this text would break the rule.
    pub(crate) fn fires(&self, path: &str, text: &str) -> bool {
        (self.covers)(path) && !(self.find)(path, text).is_empty()
    }
}

/// The lines that contain one of the needles.
pub(crate) fn lines_with(text: &str, needles: &[&str]) -> Vec<Breach> {
    let hits = |line: &str| needles.iter().any(|needle| contains_word(line, needle));
    let lines = text.lines().enumerate().filter(|(_, line)| hits(line));
    lines.map(|(index, line)| (index + 1, line.trim().to_owned())).collect()
}

/// Whether the needle is there and no part of a longer word: where it begins or ends
/// with a letter, its neighbour there must be none.
fn contains_word(line: &str, needle: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(needle).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + needle.len()..].chars().next();
        let joined = |inner: Option<char>, outer: Option<char>| {
            inner.is_some_and(part_of_word) && outer.is_some_and(part_of_word)
        };
        !joined(needle.chars().next(), before) && !joined(needle.chars().next_back(), after)
    })
}

#[test]
fn needles_are_whole_words() {
    assert_eq!(lines_with("a\n  an ore {", &["ore"]), [(2, "an ore {".to_owned())]);
    assert!(lines_with("more stored ore_s", &["ore"]).is_empty());
    assert!(contains_word("(dig!(x))", "dig!("));
}
