//! The laws of an edit: for whatever made it.

use interleave_edits::Program;
use interleave_text::Edit;

/// The text after an edit is a program; outside the edit nothing has changed; and the edit can be taken back. The text
/// after it.
pub(crate) fn laws(text: &str, edit: &Edit, what: &str) -> String {
    let changed = edit.apply(text).unwrap_or_else(|| panic!("{what} does not fit"));
    assert!(Program::read(&changed).is_ok(), "{what} leaves\n{changed}");
    let back = edit.inverse(text).and_then(|back| back.apply(&changed));
    assert_eq!(back.as_deref(), Some(text), "{what} can't be taken back");
    let (mut old, mut new) = (0, 0);
    for replacement in edit.replacements() {
        let kept = &text[old..replacement.span.start as usize];
        assert_eq!(&changed[new..new + kept.len()], kept, "{what} touches something else");
        old = replacement.span.end as usize;
        new += kept.len() + replacement.text.len();
    }
    assert_eq!(&changed[new..], &text[old..], "{what} touches something else");
    changed
}
