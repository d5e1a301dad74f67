//! Taking texts apart and trimming them: `split`, `splitlines`, `partition`, `strip`.

use super::unicode::{is_line_break, is_space};
use crate::number::failure::{Failure, Outcome};

/// The error of `split` and `partition` for an empty separator.
pub(crate) fn empty_separator() -> Failure {
    Failure::value("empty separator")
}

/// How many splits `maxsplit` allows: a negative number means all.
fn most(maxsplit: i64) -> usize {
    usize::try_from(maxsplit).unwrap_or(usize::MAX)
}

/// `split(separator, maxsplit)`; without a separator at white space.
pub(crate) fn split<'a>(text: &'a str, separator: Option<&str>, maxsplit: i64) -> Outcome<Vec<&'a str>> {
    let most = most(maxsplit);
    match separator {
        Some("") => Err(empty_separator()),
        Some(separator) => Ok(text.splitn(most.saturating_add(1), separator).collect()),
        None => {
            let (mut parts, mut rest) = (Vec::new(), text.trim_start_matches(is_space));
            while !rest.is_empty() {
                let end = if parts.len() == most { None } else { rest.find(is_space) };
                let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
                parts.push(part);
                rest = after.trim_start_matches(is_space);
            }
            Ok(parts)
        }
    }
}

/// `rsplit(separator, maxsplit)`.
pub(crate) fn split_right<'a>(
    text: &'a str,
    separator: Option<&str>,
    maxsplit: i64,
) -> Outcome<Vec<&'a str>> {
    let most = most(maxsplit);
    let mut parts: Vec<&str> = match separator {
        Some("") => return Err(empty_separator()),
        Some(separator) => text.rsplitn(most.saturating_add(1), separator).collect(),
        None => {
            let (mut parts, mut rest) = (Vec::new(), text.trim_end_matches(is_space));
            while !rest.is_empty() {
                let found =
                    if parts.len() == most { None } else { rest.char_indices().rfind(|(_, c)| is_space(*c)) };
                let start = found.map_or(0, |(at, c)| at + c.len_utf8());
                parts.push(&rest[start..]);
                rest = rest[..start].trim_end_matches(is_space);
            }
            parts
        }
    };
    parts.reverse();
    Ok(parts)
}

/// `splitlines(keepends)`.
pub(crate) fn split_lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let (mut lines, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let (end, after) = match rest.char_indices().find(|(_, c)| is_line_break(*c)) {
            Some((at, '\r')) if rest[at + 1..].starts_with('\n') => (at, at + 2),
            Some((at, c)) => (at, at + c.len_utf8()),
            None => (rest.len(), rest.len()),
        };
        lines.push(&rest[..if keep_ends { after } else { end }]);
        rest = &rest[after..];
    }
    lines
}

/// `partition(separator)`.
pub(crate) fn partition<'a>(text: &'a str, separator: &'a str) -> Outcome<[&'a str; 3]> {
    if separator.is_empty() {
        return Err(empty_separator());
    }
    Ok(match text.split_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => [text, "", ""],
    })
}

/// `rpartition(separator)`.
pub(crate) fn partition_right<'a>(text: &'a str, separator: &'a str) -> Outcome<[&'a str; 3]> {
    if separator.is_empty() {
        return Err(empty_separator());
    }
    Ok(match text.rsplit_once(separator) {
        Some((before, after)) => [before, separator, after],
        None => ["", "", text],
    })
}

/// Which sides `strip`, `lstrip` or `rstrip` trims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sides {
    pub(crate) left: bool,
    pub(crate) right: bool,
}

/// `strip(characters)`; without characters white space.
pub(crate) fn strip<'a>(text: &'a str, characters: Option<&str>, sides: Sides) -> &'a str {
    let goes = |c: char| characters.map_or_else(|| is_space(c), |set| set.contains(c));
    let text = if sides.left { text.trim_start_matches(goes) } else { text };
    if sides.right { text.trim_end_matches(goes) } else { text }
}

#[cfg(test)]
#[path = "tests/split.rs"]
mod tests;
