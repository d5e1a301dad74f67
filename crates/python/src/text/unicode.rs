//! What Python knows of single characters.
//!
//! Case comes from Rust's tables; what Rust has no equal of comes from `unicode_tables`.

use super::unicode_tables as tables;
use std::sync::OnceLock;

/// A set of characters, unpacked at first use into the places where membership changes.
struct CharacterSet {
    packed: &'static [&'static str],
    changes: OnceLock<Vec<u32>>,
}

impl CharacterSet {
    const fn new(packed: &'static [&'static str]) -> Self {
        Self { packed, changes: OnceLock::new() }
    }

    fn contains(&self, c: char) -> bool {
        let changes = self.changes.get_or_init(|| unpack(self.packed));
        changes.partition_point(|change| *change <= u32::from(c)) % 2 == 1
    }
}

fn unpack(packed: &[&str]) -> Vec<u32> {
    let (mut changes, mut place, mut difference, mut shift) = (Vec::new(), 0, 0, 0);
    for digit in packed.iter().flat_map(|line| line.bytes()).map(|byte| u32::from(byte) - 63) {
        difference |= (digit & 31) << shift;
        shift += 5;
        if digit < 32 {
            place += difference;
            changes.push(place);
            (difference, shift) = (0, 0);
        }
    }
    changes
}

static PRINTABLE: CharacterSet = CharacterSet::new(tables::PRINTABLE);
static ALPHABETIC: CharacterSet = CharacterSet::new(tables::ALPHABETIC);
static DECIMAL: CharacterSet = CharacterSet::new(tables::DECIMAL);
static DIGIT_ONLY: CharacterSet = CharacterSet::new(tables::DIGIT_ONLY);
static NUMERIC_ONLY: CharacterSet = CharacterSet::new(tables::NUMERIC_ONLY);
static START_UNLIKE_ALPHABETIC: CharacterSet = CharacterSet::new(tables::START_UNLIKE_ALPHABETIC);
static CONTINUE_UNLIKE_ALPHANUMERIC: CharacterSet = CharacterSet::new(tables::CONTINUE_UNLIKE_ALPHANUMERIC);

pub(crate) fn is_printable(c: char) -> bool {
    if c.is_ascii() { (' '..='~').contains(&c) } else { PRINTABLE.contains(c) }
}

pub(crate) fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { ALPHABETIC.contains(c) }
}

pub(crate) fn is_decimal(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { DECIMAL.contains(c) }
}

pub(crate) fn is_digit(c: char) -> bool {
    is_decimal(c) || (!c.is_ascii() && DIGIT_ONLY.contains(c))
}

pub(crate) fn is_numeric(c: char) -> bool {
    is_digit(c) || (!c.is_ascii() && NUMERIC_ONLY.contains(c))
}

pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || is_numeric(c)
}

/// White space includes four separators of ASCII that Unicode's property leaves out.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// Where `splitlines` splits a text.
pub(crate) fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The value of a decimal digit of any script.
pub(crate) fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if !is_decimal(c) {
        return None;
    }
    let changes = DECIMAL.changes.get_or_init(|| unpack(DECIMAL.packed));
    let start = changes[changes.partition_point(|change| *change <= u32::from(c)) - 1];
    Some((u32::from(c) - start) % 10)
}

pub(crate) fn starts_name(c: char) -> bool {
    c == '_'
        || if c.is_ascii() {
            c.is_ascii_alphabetic()
        } else {
            is_alphabetic(c) != START_UNLIKE_ALPHABETIC.contains(c)
        }
}

pub(crate) fn continues_name(c: char) -> bool {
    if c.is_ascii() {
        return c == '_' || c.is_ascii_alphanumeric();
    }
    (is_alphabetic(c) || is_decimal(c)) != CONTINUE_UNLIKE_ALPHANUMERIC.contains(c)
}
