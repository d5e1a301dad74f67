//! The methods of `bytes` and `bytearray`, on plain slices.
//!
//! Only ASCII letters have case here. Places are bytes.

use super::methods::{Place, clip, padding};
use super::split::{Sides, empty_separator};
use crate::number::failure::{Failure, Outcome, within_bytes};

/// White space, as bytes know it.
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | 9..=13)
}

/// A part of so many bytes is compared wherever it might be.
const SHORT: usize = 32;

fn first(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    if part.len() > SHORT {
        return end_of_match(bytes.iter(), &part.iter().collect::<Vec<_>>()).map(|end| end - part.len());
    }
    bytes.windows(part.len()).position(|window| window == part)
}

fn last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(bytes.len());
    }
    if part.len() > SHORT {
        let end = end_of_match(bytes.iter().rev(), &part.iter().rev().collect::<Vec<_>>());
        return end.map(|end| bytes.len() - end);
    }
    bytes.windows(part.len()).rposition(|window| window == part)
}

/// Where the first match ends: by the method of Knuth, Morris and Pratt, which never looks at a byte twice.
fn end_of_match<'a>(mut bytes: impl Iterator<Item = &'a u8>, part: &[&u8]) -> Option<usize> {
    // Of each beginning of the part: how much of the part it ends with, all of it aside.
    let mut borders = vec![0; part.len()];
    let longer = |borders: &[usize], mut matched: usize, byte: &u8| {
        while matched > 0 && part[matched] != byte {
            matched = borders[matched - 1];
        }
        matched + usize::from(part[matched] == byte)
    };
    for at in 1..part.len() {
        borders[at] = longer(&borders, borders[at - 1], part[at]);
    }
    let mut matched = 0;
    let last = bytes.position(|byte| {
        matched = longer(&borders, matched, byte);
        matched == part.len()
    })?;
    Some(last + 1)
}

/// `find` and `rfind`.
pub(crate) fn find(
    bytes: &[u8],
    part: &[u8],
    start: Option<i64>,
    end: Option<i64>,
    rightmost: bool,
) -> Option<usize> {
    let (start, end) = clip(start, end, bytes.len())?;
    let window = &bytes[start..end];
    Some(start + if rightmost { last(window, part) } else { first(window, part) }?)
}

/// `count`.
pub(crate) fn count(bytes: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> usize {
    let Some((start, end)) = clip(start, end, bytes.len()) else {
        return 0;
    };
    if part.is_empty() {
        return end - start + 1;
    }
    let (mut found, mut rest) = (0, &bytes[start..end]);
    while let Some(at) = first(rest, part) {
        found += 1;
        rest = &rest[at + part.len()..];
    }
    found
}

/// `startswith`.
pub(crate) fn starts_with(bytes: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    clip(start, end, bytes.len()).is_some_and(|(start, end)| bytes[start..end].starts_with(part))
}

/// `endswith`.
pub(crate) fn ends_with(bytes: &[u8], part: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    clip(start, end, bytes.len()).is_some_and(|(start, end)| bytes[start..end].ends_with(part))
}

/// `replace(old, new, count)`; a negative count means all.
pub(crate) fn replace(bytes: &[u8], old: &[u8], new: &[u8], times: i64, limit: usize) -> Outcome<Vec<u8>> {
    let times = usize::try_from(times).unwrap_or(usize::MAX).min(count(bytes, old, None, None));
    let kept = bytes.len() - times * old.len();
    within_bytes(kept.saturating_add(times.saturating_mul(new.len())), limit)?;
    let (mut result, mut rest) = (Vec::new(), bytes);
    for done in 0..times {
        // Nothing is found between any two bytes: one byte is kept before each next find.
        let at = if old.is_empty() { usize::from(done > 0) } else { first(rest, old).unwrap_or(rest.len()) };
        result.extend_from_slice(&rest[..at]);
        result.extend_from_slice(new);
        rest = &rest[at + old.len()..];
    }
    result.extend_from_slice(rest);
    Ok(result)
}

/// `split` and, from the right, `rsplit`; without a separator at white space.
pub(crate) fn split<'a>(
    bytes: &'a [u8],
    separator: Option<&[u8]>,
    maxsplit: i64,
    from_right: bool,
) -> Outcome<Vec<&'a [u8]>> {
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let mut parts = Vec::new();
    let mut rest = bytes;
    match separator {
        Some(b"") => return Err(empty_separator()),
        Some(separator) => {
            let search = if from_right { last } else { first };
            while parts.len() < most
                && let Some(at) = search(rest, separator)
            {
                let (before, after) = (&rest[..at], &rest[at + separator.len()..]);
                parts.push(if from_right { after } else { before });
                rest = if from_right { before } else { after };
            }
            parts.push(rest);
        }
        None => {
            let outer = Sides { left: !from_right, right: from_right };
            rest = strip(rest, None, outer);
            while !rest.is_empty() {
                let at = match from_right {
                    _ if parts.len() == most => None,
                    true => rest.iter().rposition(|byte| is_space(*byte)).map(|at| at + 1),
                    false => rest.iter().position(|byte| is_space(*byte)),
                };
                let (before, after) = rest.split_at(at.unwrap_or(if from_right { 0 } else { rest.len() }));
                let (part, left) = if from_right { (after, before) } else { (before, after) };
                parts.push(part);
                rest = strip(left, None, outer);
            }
        }
    }
    if from_right {
        parts.reverse();
    }
    Ok(parts)
}

/// `splitlines`: bytes know only `\n` and `\r`.
pub(crate) fn split_lines(bytes: &[u8], keep_ends: bool) -> Vec<&[u8]> {
    let (mut lines, mut rest) = (Vec::new(), bytes);
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let after = rest.len().min(if rest[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 });
        lines.push(&rest[..if keep_ends { after } else { end }]);
        rest = &rest[after..];
    }
    lines
}

/// `partition` and, from the right, `rpartition`.
pub(crate) fn partition<'a>(
    bytes: &'a [u8],
    separator: &'a [u8],
    from_right: bool,
) -> Outcome<[&'a [u8]; 3]> {
    if separator.is_empty() {
        return Err(empty_separator());
    }
    let at = if from_right { last(bytes, separator) } else { first(bytes, separator) };
    Ok(match at {
        Some(at) => [&bytes[..at], separator, &bytes[at + separator.len()..]],
        None if from_right => [b"", b"", bytes],
        None => [bytes, b"", b""],
    })
}

/// `strip`, `lstrip`, `rstrip`; without a set of bytes white space.
pub(crate) fn strip<'a>(bytes: &'a [u8], set: Option<&[u8]>, sides: Sides) -> &'a [u8] {
    let goes = |byte: &u8| set.map_or_else(|| is_space(*byte), |set| set.contains(byte));
    let mut rest = bytes;
    while sides.left
        && let Some((byte, after)) = rest.split_first()
        && goes(byte)
    {
        rest = after;
    }
    while sides.right
        && let Some((byte, before)) = rest.split_last()
        && goes(byte)
    {
        rest = before;
    }
    rest
}

/// `center`, `ljust`, `rjust`.
pub(crate) fn pad(bytes: &[u8], width: i64, fill: u8, place: Place, limit: usize) -> Outcome<Vec<u8>> {
    let (before, after) = padding(bytes.len(), width, place);
    within_bytes(bytes.len().saturating_add(before).saturating_add(after), limit)?;
    let fills = |count| std::iter::repeat_n(fill, count);
    Ok(fills(before).chain(bytes.iter().copied()).chain(fills(after)).collect())
}

/// `title`, `capitalize`, `swapcase`, `upper` and `lower` of bytes.
pub(crate) fn title(bytes: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let change = |byte: &u8| {
        let changed = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        inside = byte.is_ascii_alphabetic();
        changed
    };
    bytes.iter().map(change).collect()
}

pub(crate) fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut result = bytes.to_ascii_lowercase();
    if let Some(first) = result.first_mut() {
        first.make_ascii_uppercase();
    }
    result
}

pub(crate) fn swap_case(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte }).collect()
}

/// `hex(separator, bytes_per_separator)`: groups count from the right, or, if negative,
/// from the left.
pub(crate) fn hex(bytes: &[u8], separator: Option<char>, group: i64) -> String {
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(0);
    let mut result = String::with_capacity(bytes.len() * 2);
    for (at, byte) in bytes.iter().enumerate() {
        let distance = if group < 0 { at } else { bytes.len() - at };
        if let Some(separator) = separator
            && at > 0
            && size > 0
            && distance % size == 0
        {
            result.push(separator);
        }
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
        result.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    result
}

/// `bytes.fromhex(text)`.
pub(crate) fn from_hex(text: &str) -> Outcome<Vec<u8>> {
    let mut result = Vec::new();
    let mut characters = text.chars().enumerate().filter(|(_, c)| !is_space(*c as u8)).peekable();
    let refusal =
        |at: usize| Failure::value(format!("non-hexadecimal number found in fromhex() arg at position {at}"));
    if let Some(at) = text.chars().position(|c| !c.is_ascii()) {
        return Err(refusal(at));
    }
    while let Some((at, high)) = characters.next() {
        let high = high.to_digit(16).ok_or_else(|| refusal(at))?;
        let low = match characters.next_if(|(next, _)| *next == at + 1) {
            Some((at, low)) => low.to_digit(16).ok_or_else(|| refusal(at))?,
            None => return Err(refusal(at + 1)),
        };
        result.push((high * 16 + low) as u8);
    }
    Ok(result)
}

#[cfg(test)]
#[path = "tests/bytes.rs"]
mod tests;
