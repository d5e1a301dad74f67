//! The templates of `str.format`, taken apart.

use crate::number::failure::{Failure, Outcome};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Literal(String),
    Field(Field),
    /// What is wrong from here on; raised when reached, as fields before it are formatted first.
    Fault(Failure),
}

/// `{first.path[…]!conversion:spec}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) first: First,
    pub(crate) path: Vec<Access>,
    /// `r`, `s` or `a`; anything else is `unknown_conversion`.
    pub(crate) conversion: Option<char>,
    /// A template itself if it has a `{`; such may nest once (`too_nested`).
    pub(crate) spec: String,
}

/// What a field begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum First {
    /// Nothing: the next positional argument.
    Next,
    Index(usize),
    Name(String),
}

/// One step from a value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Attribute(String),
    Index(usize),
    Key(String),
    /// Raised once the value so far is found.
    Fault(Failure),
}

/// Takes a template apart.
pub(crate) fn parse(template: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = template;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if !matches!(c, '{' | '}') {
            literal.push(c);
            rest = after;
            continue;
        }
        if after.starts_with(c) {
            literal.push(c);
            parts.push(Part::Literal(std::mem::take(&mut literal)));
            rest = &after[1..];
            continue;
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(std::mem::take(&mut literal)));
        }
        match field(c, after) {
            Ok((field, after)) => {
                parts.push(Part::Field(field));
                rest = after;
            }
            Err(failure) => {
                parts.push(Part::Fault(failure));
                return parts;
            }
        }
    }
    if !literal.is_empty() {
        parts.push(Part::Literal(literal));
    }
    parts
}

/// Reads a field after its brace, up to and including the closing one.
fn field(brace: char, text: &str) -> Outcome<(Field, &str)> {
    if brace == '}' || text.is_empty() {
        return Err(Failure::value(format!("Single '{brace}' encountered in format string")));
    }
    let mut in_index = false;
    let stop = text.char_indices().find(|(_, c)| match c {
        '{' => !in_index,
        '[' => {
            in_index = true;
            false
        }
        ']' => {
            in_index = false;
            false
        }
        '}' | ':' | '!' => !in_index,
        _ => false,
    });
    let unclosed = || Failure::value("expected '}' before end of string");
    let (at, end) = stop.ok_or_else(unclosed)?;
    let (name, after) = (&text[..at], &text[at + 1..]);
    let (conversion, spec_start) = match end {
        '{' => return Err(Failure::value("unexpected '{' in field name")),
        '}' => return Ok((Field::new(name, None, "")?, after)),
        '!' => {
            let mut characters = after.chars();
            let missing = "end of string while looking for conversion specifier";
            let conversion = characters.next().ok_or_else(|| Failure::value(missing))?;
            match characters.next() {
                Some('}') => return Ok((Field::new(name, Some(conversion), "")?, characters.as_str())),
                Some(':') => (Some(conversion), characters.as_str()),
                Some(_) => return Err(Failure::value("expected ':' after conversion specifier")),
                None => return Err(Failure::value("unmatched '{' in format spec")),
            }
        }
        _ => (None, after),
    };
    let mut depth = 1;
    for (at, c) in spec_start.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok((Field::new(name, conversion, &spec_start[..at])?, &spec_start[at + 1..]));
        }
    }
    Err(Failure::value("unmatched '{' in format spec"))
}

impl Field {
    fn new(name: &str, conversion: Option<char>, spec: &str) -> Outcome<Self> {
        let start = name.find(['.', '[']).unwrap_or(name.len());
        let first = match (&name[..start], index(&name[..start])?) {
            ("", _) => First::Next,
            (_, Some(index)) => First::Index(index),
            (text, None) => First::Name(text.to_owned()),
        };
        Ok(Self { first, path: path(&name[start..]), conversion, spec: spec.to_owned() })
    }

    /// The error for a conversion other than `r`, `s` and `a`.
    pub(crate) fn unknown_conversion(conversion: char) -> Failure {
        Failure::value(if (' '..='\x7f').contains(&conversion) && conversion != ' ' {
            format!("Unknown conversion specifier {conversion}")
        } else {
            format!("Unknown conversion specifier \\x{:x}", u32::from(conversion))
        })
    }
}

/// A name that is a number, if it is one.
fn index(text: &str) -> Outcome<Option<usize>> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Ok(None);
    }
    let value = text.parse::<i64>().ok().and_then(|value| usize::try_from(value).ok());
    value.map(Some).ok_or_else(|| Failure::value("Too many decimal digits in format string"))
}

fn path(text: &str) -> Vec<Access> {
    let (mut steps, mut rest) = (Vec::new(), text);
    let fault = |text: &str| Access::Fault(Failure::value(text));
    while let Some(opening) = rest.chars().next() {
        let after = &rest[opening.len_utf8()..];
        let step = match opening {
            '.' => {
                let end = after.find(['.', '[']).unwrap_or(after.len());
                rest = &after[end..];
                (end > 0).then(|| Access::Attribute(after[..end].to_owned()))
            }
            '[' => {
                let Some(end) = after.find(']') else {
                    steps.push(fault("Missing ']' in format string"));
                    return steps;
                };
                rest = &after[end + 1..];
                match index(&after[..end]) {
                    Ok(Some(index)) => Some(Access::Index(index)),
                    Ok(None) => (end > 0).then(|| Access::Key(after[..end].to_owned())),
                    Err(failure) => Some(Access::Fault(failure)),
                }
            }
            _ => {
                steps.push(fault("Only '.' or '[' may follow ']' in format field specifier"));
                return steps;
            }
        };
        match step {
            Some(step) => steps.push(step),
            None => {
                steps.push(fault("Empty attribute in format string"));
                return steps;
            }
        }
    }
    steps
}

/// Counts positional fields: numbers given or not, but not both.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Numbering {
    next: usize,
    manual: bool,
}

impl Numbering {
    /// The number of a field without one.
    pub(crate) fn automatic(&mut self) -> Outcome<usize> {
        if self.manual {
            let text = "cannot switch from manual field specification to automatic field numbering";
            return Err(Failure::value(text));
        }
        self.next += 1;
        Ok(self.next - 1)
    }

    /// Notes a field with a number.
    pub(crate) fn manual(&mut self) -> Outcome<()> {
        if self.next > 0 {
            let text = "cannot switch from automatic field numbering to manual field specification";
            return Err(Failure::value(text));
        }
        self.manual = true;
        Ok(())
    }
}

/// The error for a number beyond the arguments.
pub(crate) fn out_of_range(index: usize) -> Failure {
    Failure::index(format!("Replacement index {index} out of range for positional args tuple"))
}

/// The error for a spec nested twice.
pub(crate) fn too_nested() -> Failure {
    Failure::value("Max string recursion exceeded")
}

/// The error for a positional field in `format_map`.
pub(crate) fn positional_in_map() -> Failure {
    Failure::value("Format string contains positional fields")
}

#[cfg(test)]
#[path = "tests/str_format.rs"]
mod tests;
