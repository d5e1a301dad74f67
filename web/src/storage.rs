//! What the page remembers between visits.
//!
//! Storage may be blocked, full or absent (private windows, sandboxed frames).
//! Then nothing is remembered, and nothing else changes.

use web_sys::Storage;

use crate::state::{Record, Standing};
use crate::theme::Theme;
use interleave_text::Language;

const LANGUAGE: &str = "interleave.language";
/// Also read by `boot.js`, so that the page does not flash in the other theme.
const THEME: &str = "interleave.theme";
const DRAFT: &str = "interleave.draft";
/// The fragment of a link, a newline, and its program.
const LINKED: &str = "interleave.linked";
/// A line for each lesson: its name, and `+` where its question is answered.
const PROGRESS: &str = "interleave.progress";

/// The language chosen on an earlier visit.
pub(crate) fn language() -> Option<Language> {
    Language::from_tag(&read(LANGUAGE)?)
}

/// The theme chosen on an earlier visit.
pub(crate) fn theme() -> Option<Theme> {
    Theme::from_word(&read(THEME)?)
}

/// Remember the language.
pub(crate) fn remember_language(language: Language) {
    write(LANGUAGE, language.tag());
}

/// Remember the theme.
pub(crate) fn remember_theme(theme: Theme) {
    write(THEME, theme.word());
}

/// The program as it was left in this tab, else on an earlier visit.
pub(crate) fn draft() -> Option<String> {
    tab().and_then(|tab| tab.get_item(DRAFT).ok()?).or_else(|| read(DRAFT))
}

/// Remember the program: this tab its own, whatever others show, and later visits the latest, unless it is the one that
/// everybody finds.
pub(crate) fn remember_draft(text: &str, opening: &str) {
    for storage in [tab(), storage()].into_iter().flatten() {
        // A refusal (quota, policy) is the reader's setting, not an error.
        let _ = if text == opening { storage.remove_item(DRAFT) } else { storage.set_item(DRAFT, text) };
    }
}

/// The program of a link as it was left on an earlier visit, if that was the link opened last.
pub(crate) fn linked(link: &str) -> Option<String> {
    let kept = read(LINKED)?;
    kept.strip_prefix(link)?.strip_prefix('\n').map(str::to_owned)
}

/// Remember what has become of a link's program.
pub(crate) fn remember_linked(link: &str, text: &str) {
    write(LINKED, &format!("{link}\n{text}"));
}

/// How far the reader has come with the lessons.
pub(crate) fn record() -> Record {
    let kept = read(PROGRESS).unwrap_or_default();
    let line = |line: &str| match line.strip_suffix('+') {
        Some(slug) => (slug.to_owned(), Standing::Answered),
        None => (line.to_owned(), Standing::Opened),
    };
    kept.lines().map(line).collect()
}

/// Remember how far the reader has come.
pub(crate) fn remember_record(record: &Record) {
    if record.is_empty() {
        return forget(PROGRESS);
    }
    let mut lines = String::new();
    for (slug, standing) in record {
        lines.push_str(slug);
        lines.push_str(if *standing == Standing::Answered { "+\n" } else { "\n" });
    }
    write(PROGRESS, &lines);
}

fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A refusal (quota, policy) is the reader's setting, not an error.
        let _ = storage.set_item(key, value);
    }
}

fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}
