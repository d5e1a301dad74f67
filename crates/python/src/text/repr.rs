//! `repr` and `ascii` of texts, and `repr` of bytes.

use super::unicode::is_printable;
use std::fmt::Write as _;

/// Single quotes, unless the text has such and no double ones.
fn quote_for(single: bool, double: bool) -> char {
    if single && !double { '"' } else { '\'' }
}

/// `repr(text)`.
pub(crate) fn text(value: &str) -> String {
    quoted(value, is_printable)
}

/// `ascii(value)` from `repr(value)`.
pub(crate) fn ascii_of_repr(shown: &str) -> String {
    let mut result = String::with_capacity(shown.len());
    for c in shown.chars() {
        if c.is_ascii() {
            result.push(c);
        } else {
            push_escape(&mut result, c);
        }
    }
    result
}

fn quoted(value: &str, shows: impl Fn(char) -> bool) -> String {
    let quote = quote_for(value.contains('\''), value.contains('"'));
    let mut result = String::with_capacity(value.len() + 2);
    result.push(quote);
    for c in value.chars() {
        match c {
            '\n' => result.push_str("\\n"),
            '\r' => result.push_str("\\r"),
            '\t' => result.push_str("\\t"),
            '\\' => result.push_str("\\\\"),
            c if c == quote => result.extend(['\\', c]),
            c if shows(c) => result.push(c),
            c => push_escape(&mut result, c),
        }
    }
    result.push(quote);
    result
}

/// A character as `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
pub(crate) fn push_escape(result: &mut String, c: char) {
    let code = u32::from(c);
    // Writing to a string cannot fail.
    let _ = match code {
        0..=0xff => write!(result, "\\x{code:02x}"),
        0x100..=0xffff => write!(result, "\\u{code:04x}"),
        0x1_0000.. => write!(result, "\\U{code:08x}"),
    };
}

/// `repr(bytes)`.
pub(crate) fn bytes(value: &[u8]) -> String {
    let quote = quote_for(value.contains(&b'\''), value.contains(&b'"'));
    quoted_bytes(value, quote, quote)
}

/// What `repr(bytearray)` puts between its parentheses: single quotes are escaped even between double ones.
pub(crate) fn array_of_bytes(value: &[u8]) -> String {
    let quote = quote_for(value.contains(&b'\''), value.contains(&b'"'));
    quoted_bytes(value, quote, '\'')
}

fn quoted_bytes(value: &[u8], quote: char, escaped: char) -> String {
    let mut result = format!("b{quote}");
    for byte in value {
        match char::from(*byte) {
            '\n' => result.push_str("\\n"),
            '\r' => result.push_str("\\r"),
            '\t' => result.push_str("\\t"),
            '\\' => result.push_str("\\\\"),
            c if c == escaped => result.extend(['\\', c]),
            c @ ' '..='~' => result.push(c),
            c => push_escape(&mut result, c),
        }
    }
    result.push(quote);
    result
}

#[cfg(test)]
#[path = "tests/repr.rs"]
mod tests;
