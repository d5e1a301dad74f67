//! Places of one text in another: of the program that ran in the program as it is
//! now, and of bytes in the editor's units.
//!
//! The engine counts bytes of UTF-8, the editor units of UTF-16.

use std::rc::Rc;

use interleave_text::Span;

/// How to find places of an earlier text in a later one, which differs in one
/// stretch: what stands before the stretch stays, what stands behind it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    later: Rc<str>,
    /// Bytes at the beginning that both texts share.
    before: usize,
    /// Where the stretch ends in the earlier text.
    earlier_end: usize,
    /// Where it ends in the later one.
    later_end: usize,
}

impl Places {
    pub(crate) fn new(earlier: &Rc<str>, later: &Rc<str>) -> Self {
        let later = Rc::clone(later);
        if Rc::ptr_eq(earlier, &later) || **earlier == *later {
            return Self { before: later.len(), earlier_end: later.len(), later_end: later.len(), later };
        }
        let before = shared(earlier.chars(), later.chars());
        let rest = |text: &Rc<str>| text.get(before..).map(String::from).unwrap_or_default();
        let after = shared(rest(earlier).chars().rev(), rest(&later).chars().rev());
        let (earlier_end, later_end) = (earlier.len() - after, later.len() - after);
        Self { later, before, earlier_end, later_end }
    }

    /// Where a place of the earlier text is in the later one, as bytes; nowhere if
    /// it was rewritten, or is gone.
    pub(crate) fn carry(&self, span: Span) -> Option<Span> {
        let (start, end) = (span.start as usize, span.end as usize);
        // What is inserted at a place's edge does not belong to the place.
        let new_start = self.with_what_follows(start).or_else(|| self.with_what_precedes(start))?;
        let new_end = self.with_what_precedes(end).or_else(|| self.with_what_follows(end))?;
        (start == end || new_start < new_end).then(|| Span::new(offset(new_start), offset(new_end)))
    }

    /// The same in units of UTF-16.
    pub(crate) fn in_editor(&self, span: Span) -> Option<(u32, u32)> {
        let span = self.carry(span)?;
        let start = units(self.later.get(..span.start as usize)?);
        Some((start, start + units(span.of(&self.later)?)))
    }

    fn with_what_precedes(&self, place: usize) -> Option<usize> {
        (place <= self.before).then_some(place)
    }

    fn with_what_follows(&self, place: usize) -> Option<usize> {
        Some(place.checked_sub(self.earlier_end)? + self.later_end)
    }
}

/// Bytes of the characters that two texts begin with alike.
fn shared(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
}

fn units(text: &str) -> u32 {
    offset(text.encode_utf16().count())
}

/// Wasm addresses 32 bits; a longer text can't exist there.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the word `word` of `earlier` is in `later`, told as text.
    fn found(earlier: &str, later: &str, word: &str) -> Option<String> {
        let start = offset(earlier.find(word).unwrap());
        let span = Span::new(start, start + offset(word.len()));
        let places = Places::new(&earlier.into(), &later.into());
        places.carry(span).map(|span| span.of(later).unwrap().to_owned())
    }

    #[test]
    fn in_the_same_text_every_place_stays() {
        assert_eq!(found("a = 1\nb = 2\n", "a = 1\nb = 2\n", "b"), Some("b".into()));
    }

    #[test]
    fn what_stands_before_and_behind_an_edit_is_found() {
        let (earlier, later) = ("first()\nnap(2)\nlast()\n", "first()\nnap(1000)\nlast()\n");
        for word in ["first", "nap", "last"] {
            assert_eq!(found(earlier, later, word).as_deref(), Some(word));
        }
    }

    #[test]
    fn what_was_rewritten_is_nowhere() {
        assert_eq!(found("all(1, 22, 3)", "all(99)", "22"), None);
        assert_eq!(found("abc", "", "b"), None);
    }

    #[test]
    fn an_insertion_at_a_place_moves_or_leaves_it_whole() {
        assert_eq!(found("ab", "aab", "b").as_deref(), Some("b"));
        assert_eq!(found("x = 1", "y = 0\nx = 1", "1").as_deref(), Some("1"));
    }

    #[test]
    fn the_editor_counts_in_its_own_units() {
        let text: Rc<str> = "印 = '𝄞'\nnap".into();
        let start = offset(text.find("nap").unwrap());
        let places = Places::new(&text, &text);
        assert_eq!(places.in_editor(Span::new(start, start + 3)), Some((9, 12)));
        assert_eq!(places.in_editor(Span::new(0, 3)), Some((0, 1)));
        assert_eq!(places.in_editor(Span::new(1, 3)), None, "in the middle of a character");
        assert_eq!(places.in_editor(Span::new(0, 999)), None, "beyond the end");
    }
}
