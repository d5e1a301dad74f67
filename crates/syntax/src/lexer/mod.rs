//! Python's words: what the nesting scan counts and what the diagnosis reads.
//!
//! The parser has its own lexer. This one exists because CPython's errors about
//! words (a string without its end, a full-width comma, a bracket that does not fit)
//! come from its tokenizer, with their own texts, places and precedence. It never
//! recurses.

mod indentation;
mod numbers;
mod strings;
mod token;

use interleave_text::Span;
pub(crate) use token::{Kind, Token};

use crate::error::{Mistake, line_number};
use strings::FString;

/// The words of a program up to its end or its first error.
pub(crate) struct Words {
    /// Closed by [`Kind::End`] or [`Kind::Wrong`].
    pub(crate) tokens: Vec<Token>,
    pub(crate) error: Option<WordError>,
    /// The bracket that is still open at the end, if any.
    pub(crate) open_bracket: Option<Bracket>,
}

/// What the tokenizer of CPython complains about.
pub(crate) struct WordError {
    pub(crate) mistake: Mistake,
    /// CPython prefers it to any error of the parser, even to an earlier one.
    pub(crate) comes_first: bool,
}

/// An open bracket.
#[derive(Clone, Copy)]
pub(crate) struct Bracket {
    pub(crate) byte: u8,
    pub(crate) at: usize,
}

pub(crate) fn words(source: &str) -> Words {
    let mut lexer = Lexer {
        source,
        bytes: source.as_bytes(),
        at: if source.starts_with('\u{feff}') { 3 } else { 0 },
        tokens: Vec::new(),
        brackets: Vec::new(),
        indents: vec![(0, 0)],
        f_strings: Vec::new(),
    };
    let error = lexer.run().err();
    if error.is_some() {
        lexer.push(Kind::Wrong, lexer.at);
    }
    Words { tokens: lexer.tokens, error, open_bracket: lexer.brackets.last().copied() }
}

struct Lexer<'a> {
    source: &'a str,
    bytes: &'a [u8],
    at: usize,
    tokens: Vec<Token>,
    brackets: Vec<Bracket>,
    /// The open blocks, with tabs counted as up to eight columns and as one.
    indents: Vec<(usize, usize)>,
    f_strings: Vec<FString>,
}

type Lexed = Result<(), WordError>;

/// An error that CPython reports even if the parser would find one before it.
fn first(message: impl Into<String>, start: usize, end: usize) -> WordError {
    WordError { mistake: Mistake::new(message, span(start, end)), comes_first: true }
}

/// An error that CPython reports when the parser gets there.
fn in_turn(mistake: Mistake) -> WordError {
    WordError { mistake, comes_first: false }
}

fn span(start: usize, end: usize) -> Span {
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}

impl Lexer<'_> {
    fn run(&mut self) -> Lexed {
        self.indentation()?;
        loop {
            if self.f_strings.last().is_some_and(|string| string.in_text) {
                self.f_string_text()?;
                continue;
            }
            match self.byte() {
                None => return self.end(),
                Some(b' ' | b'\t' | b'\x0c') => self.at += 1,
                Some(b'#') => self.comment(),
                Some(b'\n' | b'\r') => self.line_end()?,
                Some(b'\\') => self.continuation()?,
                Some(b'0'..=b'9') => self.number()?,
                Some(b'.') if self.peek(1).is_some_and(|next| next.is_ascii_digit()) => self.number()?,
                Some(b'\'' | b'"') => self.string(self.at)?,
                Some(b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80..) => self.name()?,
                Some(b'(' | b'[' | b'{') => self.open(),
                Some(b')' | b']' | b'}') => self.close()?,
                Some(_) => self.operator()?,
            }
        }
    }

    fn byte(&self) -> Option<u8> {
        self.peek(0)
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// Adds the token from `start` to here.
    fn push(&mut self, kind: Kind, start: usize) {
        let level = u16::try_from(self.brackets.len()).unwrap_or(u16::MAX);
        self.tokens.push(Token { kind, span: span(start, self.at), level });
    }

    fn line_of(&self, at: usize) -> u32 {
        line_number(&self.source[..at])
    }

    /// The end of a line or of a string that should have gone on.
    fn at_line_end(&self) -> bool {
        matches!(self.byte(), None | Some(b'\n' | b'\r'))
    }

    fn comment(&mut self) {
        while !self.at_line_end() {
            self.at += 1;
        }
    }

    fn newline(&mut self) {
        self.at += if self.bytes[self.at..].starts_with(b"\r\n") { 2 } else { 1 };
    }

    fn line_end(&mut self) -> Lexed {
        // In a field of a one-line f-string brackets are open, so the line goes on there, too.
        let start = self.at;
        self.newline();
        if self.brackets.is_empty() {
            self.push(Kind::Newline, start);
            self.indentation()?;
        }
        Ok(())
    }

    fn continuation(&mut self) -> Lexed {
        self.at += 1;
        if !self.at_line_end() {
            let wrong = Mistake::new(
                "unexpected character after line continuation character",
                span(self.at, self.at),
            );
            return Err(in_turn(wrong));
        }
        if self.byte().is_some() {
            let end = self.at;
            self.newline();
            if self.byte().is_some() {
                return Ok(());
            }
            self.at = end;
        }
        Err(in_turn(Mistake::new("unexpected EOF while parsing", span(self.at, self.at))))
    }

    fn name(&mut self) -> Lexed {
        let start = self.at;
        while let Some(byte) = self.byte() {
            match byte {
                b'\'' | b'"' if strings::is_prefix(&self.source[start..self.at]) => {
                    return self.string(start);
                }
                b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => self.at += 1,
                _ => break,
            }
        }
        let text = &self.source[start..self.at];
        let allowed = |(at, c): (usize, char)| {
            c == '_'
                || if at == 0 { unicode_ident::is_xid_start(c) } else { unicode_ident::is_xid_continue(c) }
        };
        if let Some((at, wrong)) = text.char_indices().find(|&it| !allowed(it)) {
            self.at = start + at;
            return Err(self.wrong_character(wrong));
        }
        self.push(Kind::Name, start);
        Ok(())
    }

    fn wrong_character(&self, wrong: char) -> WordError {
        let code = u32::from(wrong);
        // What Rust escapes in its debug output is what Python calls not printable.
        let message = if wrong.escape_debug().count() > 1 {
            format!("invalid non-printable character U+{code:04X}")
        } else {
            format!("invalid character '{wrong}' (U+{code:04X})")
        };
        first(message, self.at, self.at)
    }

    fn open(&mut self) {
        let start = self.at;
        self.brackets.push(Bracket { byte: self.bytes[start], at: start });
        self.at += 1;
        self.push(Kind::Operator, start);
    }

    fn close(&mut self) -> Lexed {
        let start = self.at;
        let byte = self.bytes[start];
        let closing = char::from(byte);
        let field = self.f_strings.last().and_then(|string| string.fields.last()).copied();
        let Some(opening) = self.brackets.last().copied() else {
            return Err(first(format!("unmatched '{closing}'"), start, start));
        };
        let fits = matches!((opening.byte, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
        if !fits {
            let in_field = field == Some(self.brackets.len());
            let message = if in_field {
                format!("f-string: unmatched '{closing}'")
            } else {
                let opening_line = self.line_of(opening.at);
                let place = if opening_line == self.line_of(start) {
                    String::new()
                } else {
                    format!(" on line {opening_line}")
                };
                let opening = char::from(opening.byte);
                format!(
                    "closing parenthesis '{closing}' does not match opening parenthesis '{opening}'{place}"
                )
            };
            return Err(first(message, start, start));
        }
        self.brackets.pop();
        self.at += 1;
        self.push(Kind::Operator, start);
        if field == Some(self.brackets.len() + 1)
            && let Some(string) = self.f_strings.last_mut()
        {
            string.fields.pop();
            string.in_text = true;
        }
        Ok(())
    }

    fn operator(&mut self) -> Lexed {
        let start = self.at;
        let rest = &self.bytes[start..];
        let in_field = |string: &FString| string.fields.last() == Some(&self.brackets.len());
        if rest[0] == b':' && self.f_strings.last().is_some_and(in_field) {
            self.at += 1;
            self.push(Kind::Operator, start);
            if let Some(string) = self.f_strings.last_mut() {
                string.in_text = true;
            }
            return Ok(());
        }
        let length = match rest {
            [b'*', b'*', b'=', ..] | [b'.', b'.', b'.', ..] | [b'/', b'/', b'=', ..] => 3,
            [b'<', b'<', b'=', ..] | [b'>', b'>', b'=', ..] => 3,
            [
                b'!' | b'%' | b'&' | b'*' | b'+' | b'-' | b'/' | b':' | b'<' | b'=' | b'>' | b'@' | b'^'
                | b'|',
                b'=',
                ..,
            ] => 2,
            [b'*', b'*', ..]
            | [b'-', b'>', ..]
            | [b'/', b'/', ..]
            | [b'<', b'<' | b'>', ..]
            | [b'>', b'>', ..] => 2,
            _ => 1,
        };
        if rest[0].is_ascii_control() {
            return Err(self.wrong_character(char::from(rest[0])));
        }
        self.at += length;
        self.push(Kind::Operator, start);
        Ok(())
    }

    fn end(&mut self) -> Lexed {
        let end = self.at;
        if self.brackets.is_empty() {
            if self.tokens.last().is_some_and(|last| !matches!(last.kind, Kind::Newline | Kind::Dedent)) {
                self.push(Kind::Newline, end);
            }
            for _ in 1..self.indents.len() {
                self.push(Kind::Dedent, end);
            }
        }
        self.push(Kind::End, end);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, words};

    fn texts(source: &str) -> Vec<&str> {
        let words = words(source);
        assert!(words.error.is_none(), "{source}");
        words
            .tokens
            .iter()
            .filter_map(|token| token.span.of(source))
            .filter(|text| !text.is_empty())
            .collect()
    }

    #[test]
    fn f_strings_are_cut_at_their_fields() {
        let pieces = ["f'", "a", "{", "x", "!", "r", ":", ">", "{", "w", "}", "}", "b{{", "'"];
        assert_eq!(texts("f'a{x!r:>{w}}b{{'"), pieces);
        assert_eq!(
            texts("f'{d['a'][1:2]}'"),
            ["f'", "{", "d", "[", "'a'", "]", "[", "1", ":", "2", "]", "}", "'"]
        );
    }

    #[test]
    fn blocks_open_and_close() {
        let kinds: Vec<Kind> = words("if x:\n  y\n\n# z\nw").tokens.iter().map(|token| token.kind).collect();
        use Kind::{Dedent, End, Indent, Name, Newline, Operator};
        assert_eq!(kinds, [Name, Name, Operator, Newline, Indent, Name, Newline, Dedent, Name, Newline, End]);
    }
}
