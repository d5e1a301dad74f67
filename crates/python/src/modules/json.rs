//! The fast paths of `json`: texts quoted and read, and whole documents without hooks.
//! What is not a plain, valid document is left to the decoder in Python, which finds the fault.

use std::rc::Rc;

use crate::builtins::{Table, receive};
use crate::effort;
use crate::object::Dict;
use crate::text::number_text;
use crate::value::{Str, Value, intern};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::truth;

pub(super) const INTRINSICS: &Table =
    &[("json_dumps_str", quoted), ("json_scan_string", scan_string), ("json_loads", loads)];

/// How deep a document may be for the fast path.
const DEPTH: usize = 200;

/// `json_dumps_str(text, ensure_ascii)`
fn quoted(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("json_dumps_str", 2, 2)?;
    let text = receive::text(&given[0], "first argument")?;
    let only_ascii = truth(&given[1]).unwrap_or(true);
    effort::spend_length(text.as_str().len(), 3);
    let mut result = String::with_capacity(text.as_str().len() + 2);
    result.push('"');
    for character in text.chars() {
        match character {
            '"' => result.push_str("\\\""),
            '\\' => result.push_str("\\\\"),
            '\n' => result.push_str("\\n"),
            '\r' => result.push_str("\\r"),
            '\t' => result.push_str("\\t"),
            '\u{8}' => result.push_str("\\b"),
            '\u{c}' => result.push_str("\\f"),
            ' '..='~' => result.push(character),
            '\u{7f}' if only_ascii => result.push_str("\\u007f"),
            _ if only_ascii || character < ' ' => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    result.push_str(&format!("\\u{unit:04x}"));
                }
            }
            _ => result.push(character),
        }
    }
    result.push('"');
    Ok(Outcome::from(result))
}

/// What is wrong with a text in quotes, and at which byte.
struct Fault {
    message: &'static str,
    at: usize,
}

/// Reads up to the closing quote; gives the text and the byte after that.
fn read_string(text: &str, begin: usize, strict: bool) -> Result<(String, usize), Fault> {
    let bytes = text.as_bytes();
    let unterminated = Fault { message: "Unterminated string starting at", at: begin.saturating_sub(1) };
    let mut result = String::new();
    let mut from = begin;
    let mut at = begin;
    loop {
        match bytes.get(at) {
            None => return Err(unterminated),
            Some(b'"') => {
                result.push_str(&text[from..at]);
                return Ok((result, at + 1));
            }
            Some(b'\\') => {
                result.push_str(&text[from..at]);
                at = match bytes.get(at + 1) {
                    None => return Err(unterminated),
                    Some(b'u') => read_escape(text, at, &mut result)?,
                    Some(letter) => {
                        result.push(match letter {
                            b'"' | b'\\' | b'/' => char::from(*letter),
                            b'b' => '\u{8}',
                            b'f' => '\u{c}',
                            b'n' => '\n',
                            b'r' => '\r',
                            b't' => '\t',
                            _ => return Err(Fault { message: "Invalid \\escape", at }),
                        });
                        at + 2
                    }
                };
                from = at;
            }
            Some(..b' ') if strict => return Err(Fault { message: "Invalid control character at", at }),
            Some(_) => at += 1,
        }
    }
}

/// Four hexadecimal digits.
fn unit(text: &str, at: usize) -> Option<u32> {
    let digits = text.as_bytes().get(at..at + 4)?;
    digits.iter().all(u8::is_ascii_hexdigit).then(|| {
        digits.iter().fold(0, |so_far, digit| so_far * 16 + char::from(*digit).to_digit(16).unwrap_or(0))
    })
}

/// `\uXXXX`, and a second one if the first is half a character.
fn read_escape(text: &str, at: usize, result: &mut String) -> Result<usize, Fault> {
    let Some(first) = unit(text, at + 2) else {
        return Err(Fault { message: "Invalid \\uXXXX escape", at: at + 1 });
    };
    if (0xd800..0xdc00).contains(&first)
        && text.as_bytes().get(at + 6..at + 8) == Some(b"\\u")
        && let Some(second) = unit(text, at + 8)
        && (0xdc00..0xe000).contains(&second)
    {
        let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        result.extend(char::from_u32(code));
        return Ok(at + 12);
    }
    // Half a character cannot be kept.
    result.push(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER));
    Ok(at + 6)
}

/// The characters before a byte.
fn character_of(text: &Str, byte: usize) -> usize {
    if text.is_ascii() { byte } else { text.as_str()[..byte].chars().count() }
}

/// `json_scan_string(text, index after the quote, strict, error class)`: the text and the index after it.
fn scan_string(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [text, begin, strict, error_class] = arguments.plain_between("json_scan_string", 4, 4)? else {
        return nothing();
    };
    let text = receive::text(text, "first argument")?;
    let begin = usize::try_from(receive::count(begin)?).unwrap_or(0).min(text.len());
    let begin = crate::text::methods::byte_of(text, begin);
    match read_string(text, begin, truth(strict).unwrap_or(true)) {
        Ok((result, end)) => {
            let end = Value::index(character_of(text, end));
            Ok(Outcome::Value(Value::tuple(vec![Value::string(result), end])))
        }
        Err(Fault { message, at }) => {
            let place = Value::index(character_of(text, at));
            let arguments = vec![error_class.clone(), Value::str(message), Value::Str(text.clone()), place];
            cx.prelude("raise_new", arguments)
        }
    }
}

/// `json_loads(text)`: a tuple with the document, or `None` if it is not plain and valid.
fn loads(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("json_loads", 1, 1)?;
    let text = receive::text(&given[0], "first argument")?;
    effort::spend_length(text.as_str().len(), 2);
    let mut reader = Reader { text, at: 0 };
    let found = reader.value(DEPTH).filter(|_| {
        reader.skip_blank();
        reader.at == text.as_str().len()
    });
    Ok(Outcome::Value(found.map_or(Value::None, |value| Value::tuple(vec![value]))))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blank(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        let there = self.text[self.at..].starts_with(word);
        if there {
            self.at += word.len();
        }
        there
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.skip_blank();
        match self.peek()? {
            b'"' => self.string().map(Value::string),
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.array(depth.checked_sub(1)?),
            b'n' => self.takes("null").then_some(Value::None),
            b't' => self.takes("true").then_some(Value::Bool(true)),
            b'f' => self.takes("false").then_some(Value::Bool(false)),
            b'N' => self.takes("NaN").then_some(Value::float(f64::NAN)),
            b'I' => self.takes("Infinity").then_some(Value::float(f64::INFINITY)),
            _ if self.takes("-Infinity") => Some(Value::float(f64::NEG_INFINITY)),
            _ => self.number(),
        }
    }

    fn string(&mut self) -> Option<String> {
        let (text, end) = read_string(self.text, self.at + 1, true).ok()?;
        self.at = end;
        Some(text)
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    fn number(&mut self) -> Option<Value> {
        let from = self.at;
        self.takes("-");
        if !self.takes("0") {
            self.digits()?;
        }
        let mut whole = true;
        if self.takes(".") {
            self.digits()?;
            whole = false;
        }
        if self.takes("e") || self.takes("E") {
            if !self.takes("+") {
                self.takes("-");
            }
            self.digits()?;
            whole = false;
        }
        let text = &self.text[from..self.at];
        if whole {
            return number_text::integer_of_text(text, 10).ok().map(Value::from);
        }
        number_text::float_of_text(text).ok().map(Value::float)
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let mut items = Vec::new();
        self.skip_blank();
        if self.takes("]") {
            return Some(Value::list(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.skip_blank();
            if self.takes("]") {
                return Some(Value::list(items));
            }
            if !self.takes(",") {
                return None;
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.at += 1;
        let dict = Rc::new(Dict::default());
        self.skip_blank();
        if self.takes("}") {
            return Some(Value::Dict(dict));
        }
        loop {
            self.skip_blank();
            if self.peek()? != b'"' {
                return None;
            }
            let key = intern(&self.string()?);
            self.skip_blank();
            if !self.takes(":") {
                return None;
            }
            let value = self.value(depth)?;
            drop(dict.set_str(&key, value));
            self.skip_blank();
            if self.takes("}") {
                return Some(Value::Dict(dict));
            }
            if !self.takes(",") {
                return None;
            }
        }
    }
}
