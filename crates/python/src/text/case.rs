//! The case of texts: changing it and asking for it.

use super::unicode::{continues_name, starts_name};
use super::unicode::{
    is_alphabetic, is_alphanumeric, is_decimal, is_digit, is_numeric, is_printable, is_space,
};

/// The title case of a character, which differs from its capital for ligatures and the like.
fn push_title(result: &mut String, c: char) {
    let single = match c {
        'Ǆ'..='ǆ' => Some('ǅ'),
        'Ǉ'..='ǉ' => Some('ǈ'),
        'Ǌ'..='ǌ' => Some('ǋ'),
        'Ǳ'..='ǳ' => Some('ǲ'),
        // Georgian titles keep small letters; Greek letters with an iota below keep the iota.
        '\u{10d0}'..='\u{10fa}' | '\u{10fd}'..='\u{10ff}' => Some(c),
        '\u{1f80}'..='\u{1faf}' => char::from_u32(u32::from(c) | 8),
        '\u{1fb3}' | '\u{1fc3}' | '\u{1ff3}' => char::from_u32(u32::from(c) + 9),
        '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}' => Some(c),
        _ => None,
    };
    if let Some(single) = single {
        result.push(single);
        return;
    }
    let mut capitals = c.to_uppercase();
    let first = capitals.next().unwrap_or(c);
    match c {
        '\u{1fb2}' | '\u{1fb4}' | '\u{1fc2}' | '\u{1fc4}' | '\u{1ff2}' | '\u{1ff4}' => {
            result.extend([first, '\u{345}']);
        }
        'ŉ' => {
            result.push(first);
            result.extend(capitals);
        }
        '\u{1fb7}' | '\u{1fc7}' | '\u{1ff7}' => {
            result.extend(char::from_u32(u32::from(c) + 5).into_iter().chain(['\u{342}']));
        }
        _ => {
            result.push(first);
            result.extend(capitals.flat_map(char::to_lowercase));
        }
    }
}

/// Whether a character takes title case as it stands.
fn is_title(c: char) -> bool {
    matches!(c, 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ' | '\u{1f88}'..='\u{1f8f}' | '\u{1f98}'..='\u{1f9f}')
        || matches!(c, '\u{1fa8}'..='\u{1faf}' | '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}')
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title(c)
}

pub(crate) fn upper(text: &str) -> String {
    text.to_uppercase()
}

pub(crate) fn lower(text: &str) -> String {
    text.to_lowercase()
}

pub(crate) fn capitalize(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    if let Some(first) = text.chars().next() {
        push_title(&mut result, first);
        let lowered = text.to_lowercase();
        let skipped: usize = first.to_lowercase().map(char::len_utf8).sum();
        result.push_str(lowered.get(skipped..).unwrap_or(""));
    }
    result
}

pub(crate) fn title(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if inside {
            push_lower(&mut result, text, at, c);
        } else {
            push_title(&mut result, c);
        }
        inside = is_cased(c);
    }
    result
}

pub(crate) fn swap_case(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_uppercase() {
            push_lower(&mut result, text, at, c);
        } else if c.is_lowercase() {
            result.extend(c.to_uppercase());
        } else {
            result.push(c);
        }
    }
    result
}

/// The small letter; a capital sigma becomes a final one at the end of a word, which
/// depends on its surroundings.
fn push_lower(result: &mut String, text: &str, at: usize, c: char) {
    if c == 'Σ' {
        let lowered = text.to_lowercase();
        let before = text[..at].to_lowercase().len();
        result.extend(lowered.get(before..).and_then(|rest| rest.chars().next()));
    } else {
        result.extend(c.to_lowercase());
    }
}

pub(crate) fn casefold(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Cherokee folds to capitals, as its small letters came later.
            'ı' | '\u{13a0}'..='\u{13f5}' => result.push(c),
            '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => result.extend(c.to_uppercase()),
            'ẞ' => result.push_str("ss"),
            c if c.is_ascii() => result.push(c.to_ascii_lowercase()),
            c => result.extend(c.to_uppercase().flat_map(char::to_lowercase)),
        }
    }
    result
}

fn all(text: &str, belongs: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(belongs)
}

pub(crate) fn is_alpha(text: &str) -> bool {
    all(text, is_alphabetic)
}

pub(crate) fn is_alnum(text: &str) -> bool {
    all(text, is_alphanumeric)
}

pub(crate) fn is_decimal_text(text: &str) -> bool {
    all(text, is_decimal)
}

pub(crate) fn is_digit_text(text: &str) -> bool {
    all(text, is_digit)
}

pub(crate) fn is_numeric_text(text: &str) -> bool {
    all(text, is_numeric)
}

pub(crate) fn is_space_text(text: &str) -> bool {
    all(text, is_space)
}

pub(crate) fn is_printable_text(text: &str) -> bool {
    text.chars().all(is_printable)
}

pub(crate) fn is_identifier(text: &str) -> bool {
    text.chars().next().is_some_and(starts_name) && text.chars().all(continues_name)
}

pub(crate) fn is_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase) && !text.chars().any(|c| c.is_uppercase() || is_title(c))
}

pub(crate) fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(|c| c.is_lowercase() || is_title(c))
}

/// `istitle()`: capitals start words, and small letters go on.
pub(crate) fn is_title_text(text: &str) -> bool {
    let (mut inside, mut found) = (false, false);
    for c in text.chars() {
        if c.is_uppercase() || is_title(c) {
            if inside {
                return false;
            }
            (inside, found) = (true, true);
        } else if c.is_lowercase() {
            if !inside {
                return false;
            }
        } else {
            inside = false;
        }
    }
    found
}

#[cfg(test)]
#[path = "tests/case.rs"]
mod tests;
