//! Strings, and f-strings in pieces: quotes, text, and fields between them.

use super::{Kind, Lexed, Lexer, first};

/// An f-string that has begun.
pub(super) struct FString {
    start: usize,
    quote: u8,
    /// One or three quotes.
    quotes: usize,
    is_raw: bool,
    /// The next character is text, of the string itself or of a format specification.
    pub(super) in_text: bool,
    /// For each open field the number of brackets that are open in it.
    pub(super) fields: Vec<usize>,
}

/// Whether these letters may stand before a quote.
pub(super) fn is_prefix(letters: &str) -> bool {
    let prefixes = ["b", "r", "u", "f", "br", "rb", "fr", "rf"];
    prefixes.iter().any(|prefix| prefix.eq_ignore_ascii_case(letters))
}

impl Lexer<'_> {
    /// Here are quotes; the prefix before them began at `start`.
    pub(super) fn string(&mut self, start: usize) -> Lexed {
        let prefix = self.source[start..self.at].to_ascii_lowercase();
        let quote = self.bytes[self.at];
        let quotes = if self.bytes[self.at..].starts_with(&[quote; 3]) { 3 } else { 1 };
        self.at += quotes;
        if prefix.contains('f') {
            self.push(Kind::FStringStart, start);
            let is_raw = prefix.contains('r');
            self.f_strings.push(FString { start, quote, quotes, is_raw, in_text: true, fields: Vec::new() });
            return Ok(());
        }
        let mut escapes_quote = false;
        loop {
            match self.byte() {
                None => return self.unterminated(start, quote, quotes, escapes_quote),
                Some(b'\n' | b'\r') if quotes == 1 => {
                    return self.unterminated(start, quote, quotes, escapes_quote);
                }
                Some(b'\\') => {
                    escapes_quote |= quotes == 1 && self.peek(1) == Some(quote);
                    self.escape();
                }
                Some(_) if self.is_closed(quote, quotes) => break,
                Some(_) => self.at += 1,
            }
        }
        self.at += quotes;
        self.push(Kind::String, start);
        Ok(())
    }

    /// A backslash and the character behind it, which is then no quote and no line end.
    fn escape(&mut self) {
        self.at += 1;
        match self.byte() {
            Some(b'\n' | b'\r') => self.newline(),
            Some(_) => self.at += 1,
            None => {}
        }
    }

    fn is_closed(&self, quote: u8, quotes: usize) -> bool {
        self.bytes[self.at..].starts_with(&[quote; 3][..quotes])
    }

    fn unterminated(&self, start: usize, quote: u8, quotes: usize, escapes_quote: bool) -> Lexed {
        let ends_f_string = |string: &FString| string.quote == quote && string.quotes == quotes;
        if self.f_strings.last().is_some_and(ends_f_string) {
            return Err(first("f-string: expecting '}'", start, start));
        }
        let sort = if quotes == 3 { "triple-quoted string" } else { "string" };
        let guess = if escapes_quote { "; perhaps you escaped the end quote?" } else { "" };
        self.unterminated_literal(sort, start, guess)
    }

    fn unterminated_literal(&self, sort: &str, start: usize, guess: &str) -> Lexed {
        // At the end of the file the last line is the one that has characters.
        let end =
            if self.byte().is_none() && self.bytes.last() == Some(&b'\n') { self.at - 1 } else { self.at };
        let line = self.line_of(end.max(start));
        Err(first(format!("unterminated {sort} literal (detected at line {line}){guess}"), start, start))
    }

    fn unterminated_f_string(&self, quotes: usize, start: usize) -> Lexed {
        let sort = if quotes == 3 { "triple-quoted f-string" } else { "f-string" };
        self.unterminated_literal(sort, start, "")
    }

    /// Text of an f-string, up to a field or the end.
    pub(super) fn f_string_text(&mut self) -> Lexed {
        let Some(string) = self.f_strings.last() else { return Ok(()) };
        let (quote, quotes, is_raw, string_start) =
            (string.quote, string.quotes, string.is_raw, string.start);
        let in_spec = !string.fields.is_empty();
        let start = self.at;
        loop {
            match self.byte() {
                Some(b'\n' | b'\r') if quotes == 1 && in_spec => {
                    self.leave_text();
                    break;
                }
                None => return self.unterminated_f_string(quotes, string_start),
                Some(b'\n' | b'\r') if quotes == 1 => {
                    return self.unterminated_f_string(quotes, string_start);
                }
                Some(b'\\') if !is_raw && self.peek(1) == Some(b'N') && self.peek(2) == Some(b'{') => {
                    while !matches!(self.byte(), None | Some(b'}' | b'\n' | b'\r'))
                        && !self.is_closed(quote, quotes)
                    {
                        self.at += 1;
                    }
                    self.at += usize::from(self.byte() == Some(b'}'));
                }
                Some(b'\\') if matches!(self.peek(1), Some(b'{' | b'}')) => self.at += 1,
                Some(b'\\') => self.escape(),
                Some(b'{') if self.peek(1) == Some(b'{') && !in_spec => self.at += 2,
                Some(b'}') if self.peek(1) == Some(b'}') && !in_spec => self.at += 2,
                Some(b'{' | b'}') => break,
                Some(_) if self.is_closed(quote, quotes) => break,
                Some(_) => self.at += 1,
            }
        }
        if self.at > start {
            self.push(Kind::FStringText, start);
        }
        match self.byte() {
            Some(b'{') => {
                self.open();
                let level = self.brackets.len();
                if let Some(string) = self.f_strings.last_mut() {
                    string.fields.push(level);
                    string.in_text = false;
                }
                Ok(())
            }
            Some(b'}') if in_spec => self.close(),
            Some(b'}') => Err(first("f-string: single '}' is not allowed", self.at, self.at)),
            Some(b'\n' | b'\r') => Ok(()),
            _ => {
                let start = self.at;
                self.at += quotes;
                // With a field still open this is for the parser to complain about.
                self.f_strings.pop();
                self.push(Kind::FStringEnd, start);
                Ok(())
            }
        }
    }

    /// A line end closes the text of a format specification.
    fn leave_text(&mut self) {
        if let Some(string) = self.f_strings.last_mut() {
            string.in_text = false;
        }
    }
}
