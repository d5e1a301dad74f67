//! The `%` operator of texts: a template taken apart, and single values put in.
//!
//! Fetching values, and their str, repr and ascii, is the caller's.

use super::float_repr::{Style, magnitude, magnitude_len, name_of_special};
use crate::number::failure::{Failure, Outcome, within_bytes};
use crate::number::integer::Integer;

/// A width or precision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Size {
    #[default]
    Unset,
    Fixed(i64),
    /// `*`: the next value says it.
    Star,
}

/// One `%…x` of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conversion {
    pub(crate) key: Option<String>,
    pub(crate) left: bool,
    pub(crate) plus: bool,
    pub(crate) space: bool,
    pub(crate) alternate: bool,
    pub(crate) zero: bool,
    pub(crate) width: Size,
    pub(crate) precision: Size,
    pub(crate) kind: char,
    /// Where the kind stands, for `unsupported`.
    pub(crate) at: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Literal(String),
    Value(Conversion),
    /// What is wrong from here on; raised when reached, as values before it are used first.
    Fault(Failure),
}

/// Takes a template apart.
pub(crate) fn parse(template: &str) -> Vec<Part> {
    let characters: Vec<char> = template.chars().collect();
    let (mut parts, mut literal, mut at) = (Vec::new(), String::new(), 0);
    while at < characters.len() {
        if characters[at] != '%' {
            literal.push(characters[at]);
            at += 1;
        } else if characters.get(at + 1) == Some(&'%') {
            literal.push('%');
            at += 2;
        } else {
            if !literal.is_empty() {
                parts.push(Part::Literal(std::mem::take(&mut literal)));
            }
            match conversion(&characters, at + 1) {
                Ok((conversion, end)) => {
                    parts.push(Part::Value(conversion));
                    at = end;
                }
                Err(failure) => {
                    parts.push(Part::Fault(failure));
                    return parts;
                }
            }
        }
    }
    if !literal.is_empty() {
        parts.push(Part::Literal(literal));
    }
    parts
}

fn conversion(characters: &[char], start: usize) -> Outcome<(Conversion, usize)> {
    let (mut result, mut at) = (Conversion::default(), start);
    if characters.get(at) == Some(&'(') {
        let (mut depth, key_start) = (1, at + 1);
        while depth > 0 {
            at += 1;
            match characters.get(at) {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                Some(_) => {}
                None => return Err(Failure::value("incomplete format key")),
            }
        }
        result.key = Some(characters[key_start..at].iter().collect());
        at += 1;
    }
    while let Some(flag) = characters.get(at) {
        match flag {
            '-' => result.left = true,
            '+' => result.plus = true,
            ' ' => result.space = true,
            '#' => result.alternate = true,
            '0' => result.zero = true,
            _ => break,
        }
        at += 1;
    }
    result.width = size(characters, &mut at, i64::MAX, "width too big")?;
    if characters.get(at) == Some(&'.') {
        at += 1;
        result.precision = match size(characters, &mut at, i64::from(i32::MAX), "precision too big")? {
            Size::Unset => Size::Fixed(0),
            size @ (Size::Fixed(_) | Size::Star) => size,
        };
    }
    if matches!(characters.get(at), Some('h' | 'l' | 'L')) {
        at += 1;
    }
    result.kind = *characters.get(at).ok_or_else(|| Failure::value("incomplete format"))?;
    result.at = at;
    Ok((result, at + 1))
}

fn size(characters: &[char], at: &mut usize, most: i64, refusal: &str) -> Outcome<Size> {
    if characters.get(*at) == Some(&'*') {
        *at += 1;
        return Ok(Size::Star);
    }
    let mut value = None;
    while let Some(digit) = characters.get(*at).and_then(|c| c.to_digit(10)) {
        let next =
            value.unwrap_or(0_i64).checked_mul(10).and_then(|value| value.checked_add(i64::from(digit)));
        value = Some(next.filter(|next| *next <= most).ok_or_else(|| Failure::value(refusal))?);
        *at += 1;
    }
    Ok(value.map_or(Size::Unset, Size::Fixed))
}

impl Conversion {
    /// Puts in a width that came as a value; a negative one means left.
    pub(crate) fn set_width(&mut self, width: i64) {
        self.left |= width < 0;
        self.width = Size::Fixed(width.saturating_abs());
    }

    /// Puts in a precision that came as a value.
    pub(crate) fn set_precision(&mut self, precision: i64) {
        self.precision = Size::Fixed(precision.max(0));
    }

    fn width(&self) -> usize {
        match self.width {
            Size::Fixed(width) => usize::try_from(width).unwrap_or(0),
            Size::Unset | Size::Star => 0,
        }
    }

    fn precision(&self) -> Option<usize> {
        match self.precision {
            Size::Fixed(precision) => usize::try_from(precision).ok(),
            Size::Unset | Size::Star => None,
        }
    }

    /// The error for a kind that there is not.
    pub(crate) fn unsupported(&self) -> Failure {
        let shown = if ('\x1f'..='~').contains(&self.kind) { self.kind } else { '?' };
        let code = u32::from(self.kind);
        Failure::value(format!("unsupported format character '{shown}' (0x{code:x}) at index {}", self.at))
    }

    /// The error for a value of the wrong type, by what the kind wants.
    pub(crate) fn wrong_type(&self, type_name: &str) -> Failure {
        Failure::type_error(match self.kind {
            'x' | 'X' | 'o' => format!("%{} format: an integer is required, not {type_name}", self.kind),
            'd' | 'i' | 'u' => format!("%{} format: a real number is required, not {type_name}", self.kind),
            'c' => "%c requires int or char".to_owned(),
            _ => format!("must be real number, not {type_name}"),
        })
    }

    /// `%s`, `%r`, `%a`: text already made of the value; `%c` too, of its one character.
    pub(crate) fn text(&self, value: &str, limit: usize) -> Outcome<String> {
        let cut = self.precision().filter(|_| self.kind != 'c');
        let end = cut.and_then(|most| value.char_indices().nth(most)).map_or(value.len(), |(at, _)| at);
        self.pad("", &value[..end], false, limit)
    }

    /// `%d`, `%i`, `%u`, `%x`, `%X`, `%o`.
    pub(crate) fn integer(&self, value: &Integer, limit: usize) -> Outcome<String> {
        let (radix, prefix) = match self.kind {
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            'o' => (8, "0o"),
            _ => (10, ""),
        };
        let mut digits = value.absolute().digits(radix)?;
        if self.kind == 'X' {
            digits.make_ascii_uppercase();
        }
        let least = self.precision().unwrap_or(0);
        if least > i32::MAX as usize - 3 {
            return Err(Failure::overflow("precision too large"));
        }
        within_bytes(least, limit)?;
        let zeros = "0".repeat(least.saturating_sub(digits.len()));
        let prefix = if self.alternate { prefix } else { "" };
        self.pad(
            &format!("{}{prefix}", self.sign(value.is_negative())),
            &format!("{zeros}{digits}"),
            true,
            limit,
        )
    }

    /// `%e`, `%f`, `%g` and their capitals.
    pub(crate) fn float(&self, value: f64, limit: usize) -> Outcome<String> {
        let style = match self.kind {
            'e' | 'E' => Style::Exponent,
            'f' | 'F' => Style::Fixed,
            _ => Style::General,
        };
        let precision = self.precision().unwrap_or(6);
        if precision > i32::MAX as usize {
            return Err(Failure::value("precision too big"));
        }
        within_bytes(magnitude_len(style, precision), limit)?;
        let mut text = match name_of_special(value) {
            Some(name) => name.to_owned(),
            None => magnitude(value.abs(), style, precision, self.alternate, false),
        };
        if self.kind.is_ascii_uppercase() {
            text.make_ascii_uppercase();
        }
        self.pad(self.sign(value.is_sign_negative() && !value.is_nan()), &text, true, limit)
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.space) {
            (true, _, _) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            (false, false, false) => "",
        }
    }

    fn pad(&self, lead: &str, body: &str, number: bool, limit: usize) -> Outcome<String> {
        let missing = self.width().saturating_sub(lead.len() + body.chars().count());
        within_bytes(lead.len() + body.len().saturating_add(missing), limit)?;
        let space = |count| " ".repeat(count);
        Ok(if self.left {
            format!("{lead}{body}{}", space(missing))
        } else if self.zero && number {
            format!("{lead}{}{body}", "0".repeat(missing))
        } else {
            format!("{}{lead}{body}", space(missing))
        })
    }
}

/// The error when a template wants more values than there are.
pub(crate) fn too_few() -> Failure {
    Failure::type_error("not enough arguments for format string")
}

/// The error when values are left over.
pub(crate) fn too_many(template: &str) -> Failure {
    Failure::type_error(format!("not all arguments converted during {template} formatting"))
}

#[cfg(test)]
#[path = "tests/percent.rs"]
mod tests;
