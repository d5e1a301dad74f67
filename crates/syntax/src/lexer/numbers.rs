//! Numbers, and what CPython says of one that is malformed.

use super::{Kind, Lexed, Lexer, first};

impl Lexer<'_> {
    pub(super) fn number(&mut self) -> Lexed {
        let start = self.at;
        let radix = match (self.byte(), self.peek(1).map(|byte| byte.to_ascii_lowercase())) {
            (Some(b'0'), Some(b'x')) => Some((16, "hexadecimal")),
            (Some(b'0'), Some(b'o')) => Some((8, "octal")),
            (Some(b'0'), Some(b'b')) => Some((2, "binary")),
            _ => None,
        };
        match radix {
            Some((radix, name)) => {
                self.at += 2;
                self.prefixed(radix, name)?;
            }
            None => self.decimal(start)?,
        }
        self.push(Kind::Number, start);
        Ok(())
    }

    /// CPython points at the character before the one that it could not use.
    fn wrong_number(&self, message: String) -> Lexed {
        Err(first(message, self.at - 1, self.at - 1))
    }

    /// The digits behind `0x`, `0o` or `0b`.
    fn prefixed(&mut self, radix: u32, name: &str) -> Lexed {
        let is_digit = |byte: u8| char::from(byte).is_digit(radix);
        loop {
            if self.byte() == Some(b'_') {
                self.at += 1;
            }
            match self.byte() {
                Some(byte) if is_digit(byte) => {}
                Some(byte) if byte.is_ascii_digit() => return self.wrong_digit(byte, name),
                _ => return self.wrong_number(format!("invalid {name} literal")),
            }
            while self.byte().is_some_and(is_digit) {
                self.at += 1;
            }
            match self.byte() {
                Some(b'_') => {}
                Some(byte) if byte.is_ascii_digit() => return self.wrong_digit(byte, name),
                _ => return self.nothing_attached(name),
            }
        }
    }

    fn wrong_digit(&self, digit: u8, name: &str) -> Lexed {
        Err(first(format!("invalid digit '{}' in {name} literal", char::from(digit)), self.at, self.at))
    }

    fn decimal(&mut self, start: usize) -> Lexed {
        if self.byte() != Some(b'.') {
            self.digits()?;
        }
        let whole = &self.bytes[start..self.at];
        let zeros = whole.iter().take_while(|&&byte| matches!(byte, b'0' | b'_')).count();
        let is_padded = whole.first() == Some(&b'0') && zeros < whole.len();
        let mut is_whole = true;
        if self.byte() == Some(b'.') {
            is_whole = false;
            self.at += 1;
            if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                self.digits()?;
            }
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.peek(1), Some(b'+' | b'-')));
            if self.peek(1 + sign).is_some_and(|byte| byte.is_ascii_digit()) {
                is_whole = false;
                self.at += 1 + sign;
                self.digits()?;
            } else if sign == 1 {
                self.at += 2;
                return self.wrong_number("invalid decimal literal".into());
            }
        }
        if matches!(self.byte(), Some(b'j' | b'J')) {
            self.at += 1;
            return self.nothing_attached("imaginary");
        }
        if is_whole && is_padded {
            let message = "leading zeros in decimal integer literals are not permitted; \
                           use an 0o prefix for octal integers";
            return Err(first(message, start, start + zeros));
        }
        self.nothing_attached("decimal")
    }

    /// Digits, in groups joined by `_`.
    fn digits(&mut self) -> Lexed {
        loop {
            while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                self.at += 1;
            }
            if self.byte() != Some(b'_') {
                return Ok(());
            }
            self.at += 1;
            if !self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return self.wrong_number("invalid decimal literal".into());
            }
        }
    }

    /// No name may follow a number without a space, but a few keywords may.
    fn nothing_attached(&self, name: &str) -> Lexed {
        let rest = &self.bytes[self.at..];
        let keywords: [&[u8]; 8] = [b"and", b"else", b"for", b"if", b"in", b"is", b"or", b"not"];
        let is_attached = rest.first().is_some_and(|&byte| byte == b'_' || byte.is_ascii_alphanumeric());
        if is_attached && !keywords.iter().any(|keyword| rest.starts_with(keyword)) {
            return self.wrong_number(format!("invalid {name} literal"));
        }
        Ok(())
    }
}
