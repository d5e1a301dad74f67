//! What a program's author has to say about some of its lines: comments `# note: …`, shown when the run is there.
//!
//! A note stands behind the code of its line, or above it on lines of its own.

/// How a note begins.
const NOTE: &str = "# note:";

/// All notes of a program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    /// The line that each is about, counted from one and ascending, and what it says.
    notes: Vec<(u32, String)>,
}

impl Notes {
    pub(crate) fn of(text: &str) -> Self {
        let mut notes: Vec<(u32, String)> = Vec::new();
        let mut above: Vec<&str> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let (code, note) = split(line);
            let note = note.map(str::trim).filter(|note| !note.is_empty());
            let is_code = !code.trim().is_empty() && !code.trim_start().starts_with('#');
            above.extend(note);
            if is_code && !above.is_empty() {
                notes.push((number, std::mem::take(&mut above).join(" ")));
            }
        }
        Self { notes }
    }

    /// What is said about a line.
    pub(crate) fn about(&self, line: u32) -> Option<&str> {
        let place = self.notes.binary_search_by_key(&line, |(line, _)| *line).ok()?;
        self.notes.get(place).map(|(_, note)| note.as_str())
    }
}

/// The code of a line, and the note behind it. A `#` in a string begins no comment.
fn split(line: &str) -> (&str, Option<&str>) {
    let found = line.match_indices(NOTE).find(|(at, _)| !is_in_string(line.get(..*at).unwrap_or_default()));
    match found {
        Some((at, _)) => (line.get(..at).unwrap_or_default(), line.get(at + NOTE.len()..)),
        None => (line, None),
    }
}

/// Whether a string has begun and not ended in what stands before.
fn is_in_string(before: &str) -> bool {
    let mut open = None;
    let mut is_escaped = false;
    for character in before.chars() {
        match (open, character) {
            _ if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (None, '"' | '\'') => open = Some(character),
            (Some(quote), _) if quote == character => open = None,
            (Some(_) | None, _) => {}
        }
    }
    open.is_some()
}

/// Whether a program may have notes: whoever shows them keeps room for them then.
pub fn has_notes(text: &str) -> bool {
    text.contains(NOTE) && !Notes::of(text).notes.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_about_its_line_or_the_one_below() {
        let notes = Notes::of(
            "# note: first\n# note: and more\n\n# a comment\nbrew()  # note:  here \npour()\n# note: nothing below\n",
        );
        assert_eq!(notes.notes, [(5, "first and more here".to_owned())]);
        assert_eq!((notes.about(5), notes.about(6)), (Some("first and more here"), None));
    }

    #[test]
    fn a_string_is_no_note() {
        assert!(!has_notes("print('# note: tea')\nprint(\"it's # note: tea\")\n"));
        assert!(has_notes("print('it\\'s')  # note: tea\n"));
        assert!(!has_notes("brew()  # note:\n# notes: tea\n"));
    }
}
