//! A change of a text: replacements that can be applied, taken back, and that carry places along.

use serde::{Deserialize, Serialize};

use crate::Span;

/// Text in the place of other text. An empty span inserts, an empty text deletes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Replacements in one text, in order, none reaching into another. What stands outside them
/// keeps its bytes.
///
/// ```
/// use interleave_text::{Edit, Span};
/// let text = "await nap(2)";
/// let mut edit = Edit::replace(Span::new(10, 11), "0.5");
/// assert!(edit.add(Span::new(6, 9), "sleep"));
/// let changed = edit.apply(text).unwrap();
/// assert_eq!(changed, "await sleep(0.5)");
/// assert_eq!(edit.inverse(text).unwrap().apply(&changed).unwrap(), text);
/// assert_eq!(edit.carry(9), 11);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit(Vec<Replacement>);

impl Edit {
    /// One replacement.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self(vec![Replacement { span, text: text.into() }])
    }

    /// Text that comes between two bytes.
    pub fn insert(at: u32, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }

    /// Another replacement in the same text, behind those of the same place; `false`, and no change, if it
    /// reaches into one that is there.
    #[must_use]
    pub fn add(&mut self, span: Span, text: impl Into<String>) -> bool {
        let place =
            self.0.partition_point(|other| (other.span.start, other.span.end) <= (span.start, span.end));
        let before = place.checked_sub(1).and_then(|before| self.0.get(before));
        let apart = before.is_none_or(|before| before.span.end <= span.start)
            && self.0.get(place).is_none_or(|after| span.end <= after.span.start);
        if apart {
            self.0.insert(place, Replacement { span, text: text.into() });
        }
        apart
    }

    /// In order.
    pub fn replacements(&self) -> &[Replacement] {
        &self.0
    }

    /// The text after the change; nothing if a replacement lies outside the text, or cuts a character.
    pub fn apply(&self, text: &str) -> Option<String> {
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for replacement in &self.0 {
            changed.push_str(Span { start: done, end: replacement.span.start }.of(text)?);
            replacement.span.of(text)?;
            changed.push_str(&replacement.text);
            done = replacement.span.end;
        }
        changed.push_str(text.get(done as usize..)?);
        Some(changed)
    }

    /// What makes the text `before` of the text after the change.
    pub fn inverse(&self, before: &str) -> Option<Self> {
        let back = self.0.iter().map(|replacement| {
            let start = self.carry_before(replacement);
            let end = start.checked_add(length(&replacement.text)?)?;
            Some(Replacement { span: Span { start, end }, text: replacement.span.of(before)?.to_owned() })
        });
        Some(Self(back.collect::<Option<_>>()?))
    }

    /// Where an offset is after the change. What is replaced shrinks to the end of what takes its place, and so
    /// does the place where something is inserted.
    pub fn carry(&self, offset: u32) -> u32 {
        let touched = self.0.iter().take_while(|replacement| replacement.span.start <= offset);
        let Some(last) = touched.last() else { return offset };
        let end = self.carry_before(last).saturating_add(length(&last.text).unwrap_or(u32::MAX));
        end.saturating_add(offset.saturating_sub(last.span.end))
    }

    /// Where a replacement of this change begins in the text after it.
    fn carry_before(&self, replacement: &Replacement) -> u32 {
        let earlier = self.0.iter().take_while(|other| !std::ptr::eq(*other, replacement));
        let grown: i64 = earlier
            .map(|other| {
                i64::from(length(&other.text).unwrap_or(u32::MAX))
                    - i64::from(other.span.end - other.span.start)
            })
            .sum();
        u32::try_from(i64::from(replacement.span.start) + grown).unwrap_or(u32::MAX)
    }
}

fn length(text: &str) -> Option<u32> {
    u32::try_from(text.len()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(replacements: &[(u32, u32, &str)]) -> Edit {
        let mut edit = Edit::default();
        for (start, end, text) in replacements {
            assert!(edit.add(Span::new(*start, *end), *text));
        }
        edit
    }

    #[test]
    fn replacements_do_not_reach_into_each_other() {
        let mut edit = edit(&[(4, 6, "x"), (0, 2, "y"), (2, 4, "")]);
        assert!(!edit.add(Span::new(1, 3), "z"));
        assert!(!edit.add(Span::new(5, 5), "z"));
        assert!(edit.add(Span::new(6, 6), "z"));
        assert_eq!(edit.apply("aabbccdd").as_deref(), Some("yxzdd"));
    }

    #[test]
    fn what_is_inserted_at_one_place_keeps_its_order() {
        assert_eq!(edit(&[(1, 1, "1"), (1, 1, "2"), (1, 2, "3")]).apply("abc").as_deref(), Some("a123c"));
    }

    #[test]
    fn what_does_not_fit_the_text_changes_nothing() {
        assert_eq!(edit(&[(2, 9, "")]).apply("abc"), None);
        assert_eq!(edit(&[(1, 2, "")]).apply("é"), None);
        assert_eq!(edit(&[(9, 9, "")]).apply("abc"), None);
    }

    #[test]
    fn every_place_is_carried_and_every_change_is_taken_back() {
        let text = "one two three";
        let edit = edit(&[(0, 3, "eins"), (4, 4, "und "), (8, 13, "")]);
        let changed = edit.apply(text).unwrap();
        assert_eq!(changed, "eins und two ");
        assert_eq!(
            (0..=13).map(|at| edit.carry(at)).collect::<Vec<_>>(),
            [4, 4, 4, 4, 9, 10, 11, 12, 13, 13, 13, 13, 13, 13]
        );
        let back = edit.inverse(text).unwrap();
        assert_eq!(back.apply(&changed).as_deref(), Some(text));
        assert_eq!(back.inverse(&changed).unwrap(), edit);
    }
}
