//! The escapes of patterns, inside and outside of classes.

use super::class::{Category, Class, Item};
use super::flags::Flags;
use super::syntax::{Parser, Step};
use super::tree::{Anchor, Node};

/// The control characters that a letter stands for, in patterns and templates.
pub(super) fn control(letter: char) -> Option<char> {
    Some(match letter {
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        '\\' => '\\',
        _ => return None,
    })
}

impl Parser<'_> {
    /// An escape outside of a class, after its backslash.
    pub(super) fn escape(&mut self, flags: Flags) -> Step<Node> {
        let start = self.at - 1;
        let c = self.escaped()?;
        let ascii = flags.ascii(self.bytes);
        let anchor = match c {
            'A' => Some(Anchor::TextStart),
            'Z' => Some(Anchor::TextEnd),
            'b' | 'B' => Some(Anchor::Boundary { negative: c == 'B', ascii }),
            _ => None,
        };
        if let Some(anchor) = anchor {
            return Ok(Node::At(anchor));
        }
        if let Some(item) = self.category(c, flags) {
            return Ok(Node::Class(Class {
                items: vec![item],
                negative: false,
                fold: super::flags::Fold::Exact,
            }));
        }
        if matches!(c, '1'..='9') {
            return self.reference(c, start, flags);
        }
        let c = self.literal_escape(c, start, false)?;
        Ok(self.character(c, flags))
    }

    /// An escape in a class, after its backslash.
    pub(super) fn class_escape(&mut self, flags: Flags) -> Step<Item> {
        let start = self.at - 1;
        let c = self.escaped()?;
        if let Some(item) = self.category(c, flags) {
            return Ok(item);
        }
        self.literal_escape(c, start, true).map(Item::single)
    }

    fn escaped(&mut self) -> Step<char> {
        match self.next() {
            Some(c) => Ok(c),
            None => self.error("bad escape (end of pattern)", 1),
        }
    }

    fn category(&self, c: char, flags: Flags) -> Option<Item> {
        let category = match c.to_ascii_lowercase() {
            'd' => Category::Digit,
            's' => Category::Space,
            'w' => Category::Word,
            _ => return None,
        };
        Some(Item::Category { category, negative: c.is_ascii_uppercase(), ascii: flags.ascii(self.bytes) })
    }

    fn literal_escape(&mut self, c: char, start: usize, in_class: bool) -> Step<char> {
        if let Some(c) = control(c) {
            return Ok(c);
        }
        match c {
            'x' => self.hexadecimal(2, c, start),
            'u' if !self.bytes => self.hexadecimal(4, c, start),
            'U' if !self.bytes => self.hexadecimal(8, c, start),
            'N' if !self.bytes => Err(self.error_at("this playground knows no names of characters", start)),
            '0' => self.octal(2, start),
            '1'..='7' if in_class => self.octal(2, start),
            '8' | '9' => Err(self.error_at(format!("bad escape \\{c}"), start)),
            c if c.is_ascii_alphabetic() => Err(self.error_at(format!("bad escape \\{c}"), start)),
            c => Ok(c),
        }
    }

    fn hexadecimal(&mut self, length: usize, letter: char, start: usize) -> Step<char> {
        let digits = self.digits(length, 16);
        if digits.len() < length {
            return Err(self.error_at(format!("incomplete escape \\{letter}{digits}"), start));
        }
        let code = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
        code.ok_or_else(|| self.error_at(format!("bad escape \\{letter}{digits}"), start))
    }

    fn digits(&mut self, most: usize, radix: u32) -> String {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(|c| digits.len() < most && c.is_digit(radix)) {
            digits.push(c);
            self.at += 1;
        }
        digits
    }

    /// Octal digits: the one already read and up to so many more.
    fn octal(&mut self, more: usize, start: usize) -> Step<char> {
        self.at -= 1;
        let digits = self.digits(more + 1, 8);
        let code = u32::from_str_radix(&digits, 8).unwrap_or(0);
        if code > 0o377 {
            let message = format!("octal escape value \\{digits} outside of range 0-0o377");
            return Err(self.error_at(message, start));
        }
        Ok(char::from_u32(code).unwrap_or('\0'))
    }

    /// A group's number of one or two digits; three octal digits are a character.
    fn reference(&mut self, first: char, start: usize, flags: Flags) -> Step<Node> {
        let mut number = String::from(first);
        if let Some(second) = self.peek().filter(char::is_ascii_digit) {
            let is_octal = |c: char| c.is_digit(8);
            self.at += 1;
            if is_octal(first) && is_octal(second) && self.peek().is_some_and(is_octal) {
                self.at -= 1;
                let c = self.octal(2, start)?;
                return Ok(self.character(c, flags));
            }
            number.push(second);
        }
        let group: usize = number.parse().unwrap_or(0);
        if self.check_reference(group, number.len() + 1)? {
            self.check_behind(group)?;
            return Ok(Node::Reference { group, fold: flags.fold(self.bytes) });
        }
        Err(self.error_at(format!("invalid group reference {group}"), start + 1))
    }
}
