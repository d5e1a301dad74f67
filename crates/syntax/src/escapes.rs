//! Escapes in strings that mean nothing, which CPython warns of.

#![expect(clippy::wildcard_enum_match_arm, reason = "only strings have escapes")]

use interleave_text::Span;

use crate::lexer::{self, Kind};

/// The strings with an escape that means nothing, and what CPython says of the first in each.
pub fn wrong_escapes(source: &str) -> Vec<(Span, String)> {
    if !source.contains('\\') {
        return Vec::new();
    }
    let mut found = Vec::new();
    // Whether each f-string that is open is raw.
    let mut open = Vec::new();
    for token in lexer::words(source).tokens {
        let text = token.span.of(source).unwrap_or_default();
        let message = match token.kind {
            Kind::FStringStart => {
                open.push(text.contains(['r', 'R']));
                None
            }
            Kind::FStringEnd => {
                open.pop();
                None
            }
            Kind::FStringText if open.last() == Some(&false) => {
                let rest = source.get(token.span.start as usize..).unwrap_or_default();
                first_wrong(rest, text.len(), false)
            }
            Kind::String => {
                let quotes = text.find(['\'', '"']).unwrap_or_default();
                let (prefix, quoted) = text.split_at(quotes);
                let is_bytes = prefix.contains(['b', 'B']);
                if prefix.contains(['r', 'R']) { None } else { first_wrong(quoted, quoted.len(), is_bytes) }
            }
            _ => None,
        };
        found.extend(message.map(|message| (token.span, message)));
    }
    found
}

/// Looks at the backslashes within the first `length` bytes; what is behind the last may lie beyond.
fn first_wrong(text: &str, length: usize, is_bytes: bool) -> Option<String> {
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        if at >= length {
            return None;
        }
        if character != '\\' {
            continue;
        }
        let (_, escaped) = characters.next()?;
        match escaped {
            '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' => {}
            'N' | 'u' | 'U' if !is_bytes => {}
            '0'..='7' => {
                let octal: String =
                    text[at + 1..].chars().take(3).take_while(|digit| digit.is_digit(8)).collect();
                if octal.len() == 3 && octal.as_str() >= "400" {
                    return Some(format!("invalid octal escape sequence '\\{octal}'"));
                }
            }
            other => return Some(format!("invalid escape sequence '\\{other}'")),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::wrong_escapes;

    fn messages(source: &str) -> Vec<String> {
        wrong_escapes(source).into_iter().map(|(_, message)| message).collect()
    }

    #[test]
    fn the_first_of_each_string_is_named() {
        assert_eq!(
            messages(r"x = '\n\d\w'; y = b'\N'"),
            [r"invalid escape sequence '\d'", r"invalid escape sequence '\N'"]
        );
        assert_eq!(
            messages(r"f'\d{1}\{'"),
            [r"invalid escape sequence '\d'", r"invalid escape sequence '\{'"]
        );
        assert_eq!(messages(r"r'\d' rf'\d' '\377' '\N{DIGIT ONE}'"), [""; 0]);
        assert_eq!(messages(r"'\400'"), [r"invalid octal escape sequence '\400'"]);
    }
}
