//! The replacement templates of `sub` and `Match.expand`.

use super::escapes::control;
use super::matcher::Spans;
use super::{Pattern, PatternError, Refusal};
use crate::number::failure::{Failure, Outcome, within_bytes};
use crate::text::{case, repr};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Literal(String),
    Group(usize),
}

/// Takes a template apart, with the groups of a pattern.
pub(crate) fn parse(template: &str, pattern: &Pattern) -> Result<Vec<Part>, Refusal> {
    let characters: Vec<char> = template.chars().collect();
    let mut reader = Reader { characters: &characters, at: 0, pattern };
    let (mut parts, mut literal) = (Vec::new(), String::new());
    while let Some(c) = reader.next() {
        let part = if c == '\\' { reader.escape()? } else { Part::Literal(c.to_string()) };
        match part {
            Part::Literal(text) => literal.push_str(&text),
            group @ Part::Group(_) => {
                if !literal.is_empty() {
                    parts.push(Part::Literal(std::mem::take(&mut literal)));
                }
                parts.push(group);
            }
        }
    }
    if !literal.is_empty() {
        parts.push(Part::Literal(literal));
    }
    Ok(parts)
}

/// Fills in a match; groups that took no part are empty.
pub(crate) fn expand(parts: &[Part], spans: &Spans, text: &[char], limit: usize) -> Outcome<String> {
    let mut result = String::new();
    for part in parts {
        match part {
            Part::Literal(literal) => result.push_str(literal),
            Part::Group(group) => {
                if let Some(Some((start, end))) = spans.groups.get(*group) {
                    result.extend(&text[*start..*end]);
                }
            }
        }
        within_bytes(result.len(), limit)?;
    }
    Ok(result)
}

struct Reader<'a> {
    characters: &'a [char],
    at: usize,
    pattern: &'a Pattern,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn error<T>(&self, message: impl Into<String>, position: usize) -> Result<T, Refusal> {
        Err(Refusal::Pattern(PatternError { message: message.into(), position: Some(position) }))
    }

    fn take_octal(&mut self) -> Option<char> {
        let digit = self.peek().filter(|c| c.is_digit(8))?;
        self.at += 1;
        Some(digit)
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<Part, Refusal> {
        let start = self.at - 1;
        let Some(c) = self.next() else {
            return self.error("bad escape (end of pattern)", start);
        };
        match c {
            'g' => self.named(),
            '0' => {
                let digits: String =
                    [Some('0'), self.take_octal(), self.take_octal()].into_iter().flatten().collect();
                self.octal(&digits, start)
            }
            '1'..='9' => self.numbered(c, start),
            c => match control(c) {
                Some(control) => Ok(Part::Literal(control.to_string())),
                None if c.is_ascii_alphabetic() => self.error(format!("bad escape \\{c}"), start),
                None => Ok(Part::Literal(format!("\\{c}"))),
            },
        }
    }

    fn octal(&self, digits: &str, start: usize) -> Result<Part, Refusal> {
        let code = u32::from_str_radix(digits, 8).unwrap_or(0);
        if code > 0o377 {
            return self.error(format!("octal escape value \\{digits} outside of range 0-0o377"), start);
        }
        Ok(Part::Literal(char::from_u32(code).map(String::from).unwrap_or_default()))
    }

    fn group(&self, group: usize, position: usize) -> Result<Part, Refusal> {
        if group > self.pattern.groups {
            return self.error(format!("invalid group reference {group}"), position);
        }
        Ok(Part::Group(group))
    }

    fn numbered(&mut self, first: char, start: usize) -> Result<Part, Refusal> {
        let mut digits = String::from(first);
        if let Some(second) = self.peek().filter(char::is_ascii_digit) {
            self.at += 1;
            digits.push(second);
            if first.is_digit(8)
                && second.is_digit(8)
                && let Some(third) = self.take_octal()
            {
                digits.push(third);
                return self.octal(&digits, start);
            }
        }
        self.group(digits.parse().unwrap_or(usize::MAX), start + 1)
    }

    /// `\g<name>` and `\g<number>`.
    fn named(&mut self) -> Result<Part, Refusal> {
        if self.peek() != Some('<') {
            return self.error("missing <", self.at);
        }
        self.at += 1;
        let start = self.at;
        let mut name = String::new();
        loop {
            match self.next() {
                Some('>') => break,
                Some(c) => name.push(c),
                None if name.is_empty() => return self.error("missing group name", start),
                None => return self.error("missing >, unterminated name", start),
            }
        }
        if name.is_empty() {
            return self.error("missing group name", start);
        }
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            return match name.parse::<usize>() {
                Ok(group) => self.group(group, start),
                Err(_) => self.error(format!("invalid group reference {name}"), start),
            };
        }
        if !case::is_identifier(&name) {
            return self.error(format!("bad character in group name {}", repr::text(&name)), start);
        }
        match self.pattern.group_named(&name) {
            Some(group) => Ok(Part::Group(group)),
            None => Err(Refusal::Other(Failure::index(format!("unknown group name {}", repr::text(&name))))),
        }
    }
}
