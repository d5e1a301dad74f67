//! The format mini-language: `format(value, spec)` for texts, integers and floats.
//!
//! `percent` shares the layout of numbers; `str_format` takes templates apart.

use super::float_repr::{Style, magnitude, magnitude_len, name_of_special};
use crate::number::failure::{Failure, Outcome, within_bytes};
use crate::number::integer::Integer;
use crate::number::ratio;

/// Where padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
    Center,
    /// Between the sign and the digits.
    AfterSign,
}

/// What a spec such as `*>+#010,.3f` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FormatSpec {
    pub(crate) fill: Option<char>,
    pub(crate) align: Option<Align>,
    /// `+`, `-` or a space.
    pub(crate) sign: Option<char>,
    /// `z`: what rounds to zero has no sign.
    pub(crate) plain_zero: bool,
    /// `#`.
    pub(crate) alternate: bool,
    pub(crate) width: Option<usize>,
    /// `,` or `_`.
    pub(crate) grouping: Option<char>,
    pub(crate) precision: Option<usize>,
    pub(crate) kind: Option<char>,
}

fn align_of(c: char) -> Option<Align> {
    match c {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

/// A character as error texts quote it.
fn quoted(c: char) -> String {
    if ('!'..='\x7f').contains(&c) { format!("'{c}'") } else { format!("'\\x{:x}'", u32::from(c)) }
}

fn unknown_kind(kind: char, type_name: &str) -> Failure {
    Failure::value(format!("Unknown format code {} for object of type '{type_name}'", quoted(kind)))
}

/// The characters of a spec that are yet to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, wanted: impl FnOnce(char) -> bool) -> Option<char> {
        let c = self.rest.chars().next().filter(|c| wanted(*c))?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn number(&mut self) -> Outcome<Option<usize>> {
        let mut value = None;
        while let Some(digit) = self.take(super::unicode::is_decimal) {
            let digit = super::unicode::decimal_value(digit).unwrap_or(0) as i64;
            let next = value.unwrap_or(0_i64).checked_mul(10).and_then(|value| value.checked_add(digit));
            value = Some(next.ok_or_else(|| Failure::value("Too many decimal digits in format string"))?);
        }
        Ok(value.map(|value| usize::try_from(value).unwrap_or(usize::MAX)))
    }
}

impl FormatSpec {
    /// Reads a spec for a value of the named type, whose kind is `usual` if none is given;
    /// `leftwards` says that such values usually stand at the left.
    pub(crate) fn parse(spec: &str, type_name: &str, usual: Option<char>, leftwards: bool) -> Outcome<Self> {
        let mut reader = Reader { rest: spec };
        let mut result = Self::default();
        let mut start = spec.chars();
        if let (Some(fill), Some(align)) = (start.next(), start.next().and_then(align_of)) {
            (result.fill, result.align) = (Some(fill), Some(align));
            reader.rest = start.as_str();
        } else if let Some(c) = reader.take(|c| align_of(c).is_some()) {
            result.align = align_of(c);
        }
        result.sign = reader.take(|c| matches!(c, '+' | '-' | ' '));
        result.plain_zero = reader.take(|c| c == 'z').is_some();
        result.alternate = reader.take(|c| c == '#').is_some();
        if result.fill.is_none() && reader.take(|c| c == '0').is_some() {
            result.fill = Some('0');
            if result.align.is_none() && !leftwards {
                result.align = Some(Align::AfterSign);
            }
        }
        result.width = reader.number()?;
        result.grouping = reader.take(|c| c == ',');
        if let Some(underscore) = reader.take(|c| c == '_') {
            if result.grouping.is_some() {
                return Err(Failure::value("Cannot specify both ',' and '_'."));
            }
            result.grouping = Some(underscore);
        }
        if result.grouping == Some('_') && reader.rest.starts_with(',') {
            return Err(Failure::value("Cannot specify both ',' and '_'."));
        }
        if reader.take(|c| c == '.').is_some() {
            result.precision = reader.number()?;
            if result.precision.is_none() {
                return Err(Failure::value("Format specifier missing precision"));
            }
        }
        result.kind = reader.take(|_| true).or(usual);
        if !reader.rest.is_empty() {
            let text = format!("Invalid format specifier '{spec}' for object of type '{type_name}'");
            return Err(Failure::value(text));
        }
        result.check_grouping()?;
        Ok(result)
    }

    fn check_grouping(&self) -> Outcome<()> {
        let Some(separator) = self.grouping else {
            return Ok(());
        };
        match self.kind {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
            Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
            Some(kind) => Err(Failure::value(format!("Cannot specify '{separator}' with {}.", quoted(kind)))),
        }
    }

    /// Pads to the width, counted in characters.
    pub(crate) fn pad(&self, text: &str, usual: Align, limit: usize) -> Outcome<String> {
        let fill = self.fill.unwrap_or(' ');
        let missing = self.width.unwrap_or(0).saturating_sub(text.chars().count());
        within_bytes(text.len().saturating_add(missing.saturating_mul(fill.len_utf8())), limit)?;
        let before = match self.align.unwrap_or(usual) {
            Align::Left => 0,
            Align::Right | Align::AfterSign => missing,
            Align::Center => missing / 2,
        };
        let fills = |count| std::iter::repeat_n(fill, count);
        Ok(fills(before).chain(text.chars()).chain(fills(missing - before)).collect())
    }

    /// Lays out a number: groups its digits and pads it.
    fn lay_out(&self, number: &NumberParts<'_>, limit: usize) -> Outcome<String> {
        let width = self.width.unwrap_or(0);
        let lead = format!("{}{}", number.sign, number.prefix);
        let fixed = lead.chars().count() + number.tail.len();
        let after_sign = self.align == Some(Align::AfterSign);
        let zeros = after_sign && self.fill == Some('0');
        if after_sign {
            within_bytes(width.saturating_mul(4), limit)?;
        }
        let least = if zeros { width.saturating_sub(fixed) } else { 0 };
        let digits = match self.grouping {
            Some(separator) if !number.digits.is_empty() => {
                let size = if matches!(self.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
                grouped(number.digits, separator, size, least)
            }
            _ => format!("{}{}", "0".repeat(least.saturating_sub(number.digits.len())), number.digits),
        };
        if after_sign {
            let missing = width.saturating_sub(fixed + digits.len());
            let fill = self.fill.unwrap_or(' ').to_string().repeat(missing);
            return Ok(format!("{lead}{fill}{digits}{}", number.tail));
        }
        self.pad(&format!("{lead}{digits}{}", number.tail), Align::Right, limit)
    }

    fn sign_of(&self, negative: bool) -> &'static str {
        match (negative, self.sign) {
            (true, _) => "-",
            (false, Some('+')) => "+",
            (false, Some(' ')) => " ",
            (false, _) => "",
        }
    }
}

/// A number in pieces.
struct NumberParts<'a> {
    sign: &'a str,
    /// `0x` and the like.
    prefix: &'a str,
    /// The whole part.
    digits: &'a str,
    /// The point and what follows.
    tail: &'a str,
}

/// Digits in groups from the right, filled up with zeros to a least width. A separator
/// never comes first, so the result may be wider by one.
fn grouped(digits: &str, separator: char, size: usize, least: usize) -> String {
    let (mut rest, mut missing) = (digits.len(), least);
    let mut groups = Vec::new();
    loop {
        let length = size.min(rest.max(missing).max(1));
        let taken = length.min(rest);
        groups.push(format!("{}{}", "0".repeat(length - taken), &digits[rest - taken..rest]));
        rest -= taken;
        missing = missing.saturating_sub(length);
        if rest == 0 && missing == 0 {
            break;
        }
        missing = missing.saturating_sub(1);
    }
    groups.reverse();
    groups.join(separator.encode_utf8(&mut [0; 4]))
}

/// `format(value, spec)` of a `str`.
pub(crate) fn format_text(value: &str, spec: &str, limit: usize) -> Outcome<String> {
    if spec.is_empty() {
        return Ok(value.to_owned());
    }
    let spec = FormatSpec::parse(spec, "str", Some('s'), true)?;
    match spec.kind {
        Some('s') => {}
        kind => return Err(unknown_kind(kind.unwrap_or('s'), "str")),
    }
    let refusal = match (spec.sign, spec.align) {
        (Some(' '), _) => "Space not allowed in string format specifier",
        (Some(_), _) => "Sign not allowed in string format specifier",
        _ if spec.plain_zero => "Negative zero coercion (z) not allowed in string format specifier",
        _ if spec.alternate => "Alternate form (#) not allowed in string format specifier",
        (None, Some(Align::AfterSign)) => "'=' alignment not allowed in string format specifier",
        _ => {
            let end = spec.precision.and_then(|most| value.char_indices().nth(most)).map(|(at, _)| at);
            return spec.pad(&value[..end.unwrap_or(value.len())], Align::Left, limit);
        }
    };
    Err(Failure::value(refusal))
}

/// `format(value, spec)` of an `int`, or of a `bool` whose spec isn't empty.
pub(crate) fn format_integer(value: &Integer, spec: &str, type_name: &str, limit: usize) -> Outcome<String> {
    if spec.is_empty() {
        return value.digits(10);
    }
    let spec = FormatSpec::parse(spec, type_name, Some('d'), false)?;
    let (radix, prefix) = match spec.kind {
        Some('d' | 'n' | 'c') => (10, ""),
        Some('b') => (2, "0b"),
        Some('o') => (8, "0o"),
        Some('x') => (16, "0x"),
        Some('X') => (16, "0X"),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            return float_by(ratio::to_float(value)?, &spec, limit);
        }
        kind => return Err(unknown_kind(kind.unwrap_or('d'), type_name)),
    };
    if spec.precision.is_some() {
        return Err(Failure::value("Precision not allowed in integer format specifier"));
    }
    if spec.plain_zero {
        return Err(Failure::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if spec.kind == Some('c') {
        return format_character(value, &spec, limit);
    }
    let mut digits = value.absolute().digits(radix)?;
    if spec.kind == Some('X') {
        digits.make_ascii_uppercase();
    }
    let number = NumberParts {
        sign: spec.sign_of(value.is_negative()),
        prefix: if spec.alternate { prefix } else { "" },
        digits: &digits,
        tail: "",
    };
    spec.lay_out(&number, limit)
}

fn format_character(value: &Integer, spec: &FormatSpec, limit: usize) -> Outcome<String> {
    if spec.sign.is_some() {
        return Err(Failure::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Failure::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    if value.small().is_none() {
        return Err(Failure::overflow("Python int too large to convert to C long"));
    }
    spec.pad(&character(value)?.to_string(), Align::Right, limit)
}

/// The character of a code point, for `%c`.
pub(crate) fn character(value: &Integer) -> Outcome<char> {
    let code = value.small().and_then(|code| u32::try_from(code).ok()).filter(|code| *code < 0x11_0000);
    let code = code.ok_or_else(|| Failure::overflow("%c arg not in range(0x110000)"))?;
    char::from_u32(code).ok_or_else(|| Failure::value("this playground has no lone surrogates in texts"))
}

/// `format(value, spec)` of a `float`.
pub(crate) fn format_float(value: f64, spec: &str, limit: usize) -> Outcome<String> {
    if spec.is_empty() {
        return Ok(super::float_repr::repr(value));
    }
    let spec = FormatSpec::parse(spec, "float", None, false)?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => float_by(value, &spec, limit),
        Some(kind) => Err(unknown_kind(kind, "float")),
    }
}

fn float_by(value: f64, spec: &FormatSpec, limit: usize) -> Outcome<String> {
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(Failure::value("precision too big"));
    }
    let pointed = spec.kind.is_none();
    let (style, usual) = match spec.kind {
        None if spec.precision.is_none() => (Style::Shortest, 0),
        Some('e' | 'E') => (Style::Exponent, 6),
        Some('f' | 'F' | '%') => (Style::Fixed, 6),
        None | Some(_) => (Style::General, 6),
    };
    let precision = spec.precision.unwrap_or(usual);
    let value = if spec.kind == Some('%') { value * 100.0 } else { value };
    within_bytes(magnitude_len(style, precision), limit)?;
    let mut text = match name_of_special(value) {
        Some(name) => name.to_owned(),
        None => magnitude(value.abs(), style, precision, spec.alternate, pointed),
    };
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        text.make_ascii_uppercase();
    }
    let vanished = spec.plain_zero
        && text
            .bytes()
            .take_while(|byte| !matches!(byte, b'e' | b'E'))
            .all(|byte| matches!(byte, b'0' | b'.'));
    let negative = value.is_sign_negative() && !value.is_nan() && !vanished;
    if spec.kind == Some('%') {
        text.push('%');
    }
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = NumberParts {
        sign: spec.sign_of(negative),
        prefix: "",
        digits: &text[..whole],
        tail: &text[whole..],
    };
    spec.lay_out(&number, limit)
}

#[cfg(test)]
#[path = "tests/format_spec.rs"]
mod tests;
