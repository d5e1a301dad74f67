//! Strings side by side, and the escapes inside them.

use super::{Kind, Mistake, Piece, Read, Reader};

impl Reader<'_> {
    pub(super) fn strings(&mut self) -> Read<Piece> {
        let start = self.at;
        let (mut bytes, mut texts, mut has_fields) = (false, false, false);
        loop {
            match self.kind() {
                Kind::String => {
                    let token = self.token(self.at);
                    if let Some(mistake) = literal_mistake(self.word(self.at), token.span) {
                        return Err(mistake);
                    }
                    let is_bytes = prefix(self.word(self.at)).contains(['b', 'B']);
                    bytes |= is_bytes;
                    texts |= !is_bytes;
                    self.at += 1;
                }
                Kind::FStringStart => {
                    texts = true;
                    has_fields = true;
                    self.f_string()?;
                }
                Kind::Name | Kind::Number | Kind::FStringText | Kind::FStringEnd | Kind::Operator => break,
                Kind::Newline | Kind::Indent | Kind::Dedent | Kind::End | Kind::Wrong => break,
            }
        }
        if bytes && texts {
            return Err(self.here("cannot mix bytes and nonbytes literals"));
        }
        let name = if has_fields { "f-string expression" } else { "literal" };
        Ok(Piece::other(name, self.span_from(start)))
    }
}

/// The letters before the quotes.
fn prefix(literal: &str) -> &str {
    &literal[..literal.find(['\'', '"']).unwrap_or(0)]
}

/// What is wrong inside a string or bytes literal.
fn literal_mistake(literal: &str, span: interleave_text::Span) -> Option<Mistake> {
    let prefix = prefix(literal);
    let quoted = &literal[prefix.len()..];
    let quotes =
        if quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''")) { 3 } else { 1 };
    let body = quoted.get(quotes..quoted.len() - quotes)?;
    let is_raw = prefix.contains(['r', 'R']);
    let message = if prefix.contains(['b', 'B']) {
        match body.is_ascii() {
            true if is_raw => None,
            true => wrong_bytes_escape(body),
            false => Some("bytes can only contain ASCII literal characters".into()),
        }
    } else if is_raw {
        None
    } else {
        escape_message(body)
    };
    Some(Mistake::new(message?, span))
}

fn wrong_bytes_escape(body: &str) -> Option<String> {
    let mut at = 0;
    while let Some(next) = body[at..].find('\\').map(|ahead| at + ahead) {
        let escaped = body.as_bytes().get(next + 1);
        let digits = body[next + 1..].bytes().skip(1).take_while(u8::is_ascii_hexdigit).count();
        if escaped == Some(&b'x') && digits < 2 {
            return Some(format!("(value error) invalid \\x escape at position {next}"));
        }
        at = next + 2;
    }
    None
}

/// Why the escapes in a string can't be read: in CPython's words, or in ours where it could.
pub(crate) fn escape_message(body: &str) -> Option<String> {
    // CPython counts bytes of a text in which whatever is not ASCII is written as `\U` and eight digits.
    let mut position = 0;
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            position += if c.is_ascii() { 1 } else { 10 };
            continue;
        }
        let start = position;
        let escaped = chars.next()?;
        position += if escaped.is_ascii() { 2 } else { 11 };
        let wrong = |end: usize, reason: &str| {
            let place = format!("position {start}-{end}");
            Some(format!("(unicode error) 'unicodeescape' codec can't decode bytes in {place}: {reason}"))
        };
        let (width, name) = match escaped {
            'x' => (2, "\\xXX"),
            'u' => (4, "\\uXXXX"),
            'U' => (8, "\\UXXXXXXXX"),
            'N' => {
                let rest: String = chars.clone().collect();
                let name = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
                return match name {
                    Some(name) if !name.is_empty() => Some(format!(
                        "there is no table of Unicode names here: write the character itself instead of \\N{{{name}}}"
                    )),
                    _ if rest.starts_with('{') => {
                        wrong(start + 1 + rest.len(), "malformed \\N character escape")
                    }
                    _ => wrong(start + 1, "malformed \\N character escape"),
                };
            }
            _ => continue,
        };
        let mut digits = String::new();
        while digits.len() < width
            && let Some(digit) = chars.next_if(char::is_ascii_hexdigit)
        {
            digits.push(digit);
        }
        position += digits.len();
        if digits.len() < width {
            return wrong(position - 1, &format!("truncated {name} escape"));
        }
        match u32::from_str_radix(&digits, 16) {
            Ok(0xd800..=0xdfff) => {
                return Some(format!(
                    "half a character, as \\{escaped}{digits} is one, can't be held in a string here"
                ));
            }
            Ok(code) if code > 0x0010_ffff => return wrong(position - 1, "illegal Unicode character"),
            _ => {}
        }
    }
    None
}
