//! Searching, replacing and padding texts, by code points.
//!
//! Places are counted in code points; a text of ASCII only needs no counting.

use crate::number::failure::{Outcome, within_bytes};

/// How many code points a text has.
pub(crate) fn length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// The byte where a code point begins; the end of the text for one beyond it.
pub(crate) fn byte_of(text: &str, place: usize) -> usize {
    if text.is_ascii() {
        return place.min(text.len());
    }
    text.char_indices().nth(place).map_or(text.len(), |(at, _)| at)
}

/// The code points from `start` up to `end`, both already clipped.
pub(crate) fn slice(text: &str, start: usize, end: usize) -> &str {
    if start >= end {
        return "";
    }
    let from = byte_of(text, start);
    let rest = &text[from..];
    &rest[..byte_of(rest, end - start)]
}

/// Start and end as Python's slices clip them; `None` if the start lies beyond the text.
pub(crate) fn clip(start: Option<i64>, end: Option<i64>, length: usize) -> Option<(usize, usize)> {
    let size = length as i64;
    let clipped = |place: i64| if place < 0 { (place + size).max(0) } else { place };
    let start = clipped(start.unwrap_or(0));
    let end = clipped(end.unwrap_or(size)).min(size);
    (start <= end).then_some((start as usize, end as usize))
}

/// `find(part, start, end)`, or `rfind` for the last one.
pub(crate) fn find(
    text: &str,
    part: &str,
    start: Option<i64>,
    end: Option<i64>,
    last: bool,
) -> Option<usize> {
    let (start, end) = clip(start, end, length(text))?;
    let window = slice(text, start, end);
    let at = if last { window.rfind(part) } else { window.find(part) }?;
    Some(start + length(&window[..at]))
}

/// `count(part, start, end)`.
pub(crate) fn count(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> usize {
    let Some((start, end)) = clip(start, end, length(text)) else {
        return 0;
    };
    if part.is_empty() { end - start + 1 } else { slice(text, start, end).matches(part).count() }
}

/// `startswith(part, start, end)`.
pub(crate) fn starts_with(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> bool {
    clip(start, end, length(text)).is_some_and(|(start, end)| slice(text, start, end).starts_with(part))
}

/// `endswith(part, start, end)`.
pub(crate) fn ends_with(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> bool {
    clip(start, end, length(text)).is_some_and(|(start, end)| slice(text, start, end).ends_with(part))
}

/// `replace(old, new, count)`; a negative count means all.
pub(crate) fn replace(text: &str, old: &str, new: &str, count: i64, limit: usize) -> Outcome<String> {
    let found = if old.is_empty() { length(text) + 1 } else { text.matches(old).count() };
    let times = usize::try_from(count).unwrap_or(usize::MAX).min(found);
    let added = times.saturating_mul(new.len());
    within_bytes((text.len() - times * old.len()).saturating_add(added), limit)?;
    Ok(text.replacen(old, new, times))
}

/// `removeprefix(prefix)`.
pub(crate) fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `removesuffix(suffix)`.
pub(crate) fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}

/// Where `center`, `ljust` and `rjust` put the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Left,
    Center,
    Right,
}

/// How many fill characters go before and after an item of this length.
pub(crate) fn padding(length: usize, width: i64, place: Place) -> (usize, usize) {
    let width = usize::try_from(width).unwrap_or(0);
    let missing = width.saturating_sub(length);
    let before = match place {
        Place::Left => 0,
        Place::Right => missing,
        // Odd widths lean left.
        Place::Center => missing / 2 + (missing & width & 1),
    };
    (before, missing - before)
}

/// `center`, `ljust`, `rjust`.
pub(crate) fn pad(text: &str, width: i64, fill: char, place: Place, limit: usize) -> Outcome<String> {
    let (before, after) = padding(length(text), width, place);
    let added = before.saturating_add(after).saturating_mul(fill.len_utf8());
    within_bytes(text.len().saturating_add(added), limit)?;
    let fills = |count| std::iter::repeat_n(fill, count);
    Ok(fills(before).chain(text.chars()).chain(fills(after)).collect())
}

/// `zfill(width)`: zeros after the sign.
pub(crate) fn zero_fill(text: &str, width: i64, limit: usize) -> Outcome<String> {
    let (missing, _) = padding(length(text), width, Place::Right);
    within_bytes(text.len().saturating_add(missing), limit)?;
    let (sign, digits) = text.split_at(usize::from(text.starts_with(['+', '-'])));
    Ok(format!("{sign}{}{digits}", "0".repeat(missing)))
}

/// `expandtabs(size)`.
pub(crate) fn expand_tabs(text: &str, size: i64, limit: usize) -> Outcome<String> {
    let size = usize::try_from(size).unwrap_or(0);
    let (mut result, mut column) = (String::new(), 0);
    for c in text.chars() {
        match c {
            '\t' => {
                let spaces = if size > 0 { size - column % size } else { 0 };
                within_bytes(result.len().saturating_add(spaces), limit)?;
                result.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                result.push(c);
                column = 0;
            }
            c => {
                result.push(c);
                column += 1;
            }
        }
    }
    Ok(result)
}

#[cfg(test)]
#[path = "tests/methods.rs"]
mod tests;
