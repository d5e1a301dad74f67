//! All matches in a text, one after the other: `finditer`, `sub`, `split`.

use super::Pattern;
use super::matcher::{Mode, Spans, TooManySteps, run};

/// Goes through a text match by match. Empty matches count too, but not where the one
/// before ended empty.
#[derive(Clone, Debug)]
pub(crate) struct Scan {
    next: usize,
    advance: bool,
    done: bool,
}

impl Scan {
    pub(crate) fn starting_at(start: usize) -> Self {
        Self { next: start, advance: false, done: false }
    }

    /// The next match, if there is one.
    pub(crate) fn next(
        &mut self,
        pattern: &Pattern,
        text: &[char],
        budget: &mut u64,
    ) -> Result<Option<Spans>, TooManySteps> {
        if self.done || self.next > text.len() {
            return Ok(None);
        }
        let found = run(&pattern.program, text, self.next, Mode::Search, self.advance, budget)?;
        match found.as_ref().and_then(|spans| spans.groups.first().copied().flatten()) {
            Some((start, end)) => (self.next, self.advance) = (end, start == end),
            None => self.done = true,
        }
        Ok(found)
    }
}

/// `split(text, maxsplit)`: the spans of the pieces and of the groups between them, of
/// which `None` took no part. `most` is 0 for all.
pub(crate) fn split(
    pattern: &Pattern,
    text: &[char],
    most: usize,
    budget: &mut u64,
) -> Result<Vec<Option<(usize, usize)>>, TooManySteps> {
    let mut scan = Scan::starting_at(0);
    let (mut pieces, mut from, mut count) = (Vec::new(), 0, 0);
    while most == 0 || count < most {
        let Some(spans) = scan.next(pattern, text, budget)? else { break };
        if let Some(Some((start, end))) = spans.groups.first() {
            pieces.push(Some((from, *start)));
            from = *end;
        }
        pieces.extend(spans.groups.iter().skip(1));
        count += 1;
    }
    pieces.push(Some((from, text.len())));
    Ok(pieces)
}
