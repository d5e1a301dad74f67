//! Codecs: their names, their errors, and decoding. Encoding lives in `encode`.

/// What bytes mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// With a byte order mark in front.
    Utf8Signed,
    Ascii,
    Latin1,
    /// With a byte order mark in front; little-endian without.
    Utf16,
    Utf16Little,
    Utf16Big,
}

/// What happens to what can't be translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnError {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    /// Encoding only.
    XmlReplace,
}

/// The pieces of a UnicodeEncodeError or UnicodeDecodeError.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Untranslatable {
    pub(crate) encoding: &'static str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) reason: &'static str,
}

impl Encoding {
    /// Finds a codec by any of its names. Those that programs rarely ask for are in the library.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let plain: String =
            name.to_lowercase().chars().map(|c| if matches!(c, '-' | ' ') { '_' } else { c }).collect();
        Some(match &*plain {
            "utf_8" | "utf8" | "u8" | "utf" | "cp65001" | "utf8_ucs2" | "utf8_ucs4" => Self::Utf8,
            "utf_8_sig" | "utf8_sig" => Self::Utf8Signed,
            "ascii" | "us_ascii" | "646" | "us" => Self::Ascii,
            "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859" | "l1" | "latin" => {
                Self::Latin1
            }
            "utf_16" | "utf16" | "u16" => Self::Utf16,
            "utf_16_le" | "utf_16le" | "utf16_le" => Self::Utf16Little,
            "utf_16_be" | "utf_16be" | "utf16_be" => Self::Utf16Big,
            _ => return None,
        })
    }

    /// The name in error texts.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Signed => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
            Self::Utf16 => "utf-16",
            Self::Utf16Little => "utf-16-le",
            Self::Utf16Big => "utf-16-be",
        }
    }
}

impl OnError {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "strict" => Self::Strict,
            "ignore" => Self::Ignore,
            "replace" => Self::Replace,
            "backslashreplace" => Self::BackslashReplace,
            "xmlcharrefreplace" => Self::XmlReplace,
            _ => return None,
        })
    }
}

/// What is wrong at a place, and how many bytes it takes.
struct Flaw {
    length: usize,
    reason: &'static str,
}

/// `bytes.decode(encoding, errors)`.
pub(crate) fn decode(bytes: &[u8], encoding: Encoding, on_error: OnError) -> Result<String, Untranslatable> {
    let (encoding, start) = match encoding {
        Encoding::Utf8Signed => (Encoding::Utf8, if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 }),
        Encoding::Utf16 if bytes.starts_with(b"\xfe\xff") => (Encoding::Utf16Big, 2),
        Encoding::Utf16 => (Encoding::Utf16Little, if bytes.starts_with(b"\xff\xfe") { 2 } else { 0 }),
        Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1 | Encoding::Utf16Little | Encoding::Utf16Big => {
            (encoding, 0)
        }
    };
    let mut result = String::with_capacity(bytes.len());
    let mut at = start;
    while at < bytes.len() {
        let flaw = match encoding {
            Encoding::Latin1 => {
                result.extend(bytes[at..].iter().map(|byte| char::from(*byte)));
                return Ok(result);
            }
            Encoding::Ascii => {
                let plain = bytes[at..].iter().take_while(|byte| byte.is_ascii()).count();
                result.extend(bytes[at..at + plain].iter().map(|byte| char::from(*byte)));
                at += plain;
                Flaw { length: 1, reason: "ordinal not in range(128)" }
            }
            Encoding::Utf16 | Encoding::Utf16Little | Encoding::Utf16Big => {
                match utf16_unit(&bytes[at..], encoding == Encoding::Utf16Big) {
                    Ok((c, length)) => {
                        result.push(c);
                        at += length;
                        continue;
                    }
                    Err(flaw) => flaw,
                }
            }
            Encoding::Utf8 | Encoding::Utf8Signed => utf8_stretch(bytes, &mut at, &mut result),
        };
        if at == bytes.len() {
            break;
        }
        let end = at + flaw.length;
        match on_error {
            OnError::Strict | OnError::XmlReplace => {
                return Err(Untranslatable {
                    encoding: encoding.name(),
                    start: at,
                    end,
                    reason: flaw.reason,
                });
            }
            OnError::Ignore => {}
            OnError::Replace => result.push(char::REPLACEMENT_CHARACTER),
            OnError::BackslashReplace => {
                for byte in &bytes[at..end] {
                    result.push_str(&format!("\\x{byte:02x}"));
                }
            }
        }
        at = end;
    }
    Ok(result)
}

/// Takes over what is valid, up to a flaw or the end.
fn utf8_stretch(bytes: &[u8], at: &mut usize, result: &mut String) -> Flaw {
    let rest = &bytes[*at..];
    let (valid, length) = match std::str::from_utf8(rest) {
        Ok(text) => (text.len(), None),
        Err(error) => (error.valid_up_to(), error.error_len()),
    };
    result.push_str(std::str::from_utf8(&rest[..valid]).unwrap_or_default());
    *at += valid;
    let wrong_start = rest.get(valid).is_some_and(|byte| !matches!(byte, 0xc2..=0xf4));
    match length {
        Some(length) => {
            let reason = if wrong_start { "invalid start byte" } else { "invalid continuation byte" };
            Flaw { length, reason }
        }
        None => Flaw { length: rest.len() - valid, reason: "unexpected end of data" },
    }
}

fn utf16_unit(bytes: &[u8], big: bool) -> Result<(char, usize), Flaw> {
    let unit = |at: usize| match bytes.get(at..at + 2) {
        Some(&[a, b]) => Some(if big { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) }),
        _ => None,
    };
    let Some(first) = unit(0) else {
        return Err(Flaw { length: bytes.len(), reason: "truncated data" });
    };
    if (0xdc00..0xe000).contains(&first) {
        return Err(Flaw { length: 2, reason: "illegal encoding" });
    }
    if !(0xd800..0xdc00).contains(&first) {
        return Ok((char::from_u32(u32::from(first)).unwrap_or(char::REPLACEMENT_CHARACTER), 2));
    }
    let Some(second) = unit(2) else {
        return Err(Flaw { length: bytes.len(), reason: "unexpected end of data" });
    };
    match char::decode_utf16([first, second]).next() {
        Some(Ok(c)) => Ok((c, 4)),
        _ => Err(Flaw { length: 2, reason: "illegal UTF-16 surrogate" }),
    }
}

#[cfg(test)]
#[path = "tests/codecs.rs"]
mod tests;
