//! Encoding texts as bytes.

use super::codecs::{Encoding, OnError, Untranslatable};
use super::repr::push_escape;

/// `text.encode(encoding, errors)`.
pub(crate) fn encode(text: &str, encoding: Encoding, on_error: OnError) -> Result<Vec<u8>, Untranslatable> {
    let units = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
    match encoding {
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Signed => Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        Encoding::Utf16 => {
            Ok([0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect())
        }
        Encoding::Utf16Little => Ok(units(u16::to_le_bytes)),
        Encoding::Utf16Big => Ok(units(u16::to_be_bytes)),
        Encoding::Ascii => narrow(text, '\x7f', encoding, "ordinal not in range(128)", on_error),
        Encoding::Latin1 => narrow(text, '\u{ff}', encoding, "ordinal not in range(256)", on_error),
    }
}

/// Encodes in one byte a character, of which `highest` is the last that has one.
fn narrow(
    text: &str,
    highest: char,
    encoding: Encoding,
    reason: &'static str,
    on_error: OnError,
) -> Result<Vec<u8>, Untranslatable> {
    let mut result = Vec::with_capacity(text.len());
    for (place, c) in text.chars().enumerate() {
        if c <= highest {
            result.push(c as u8);
            continue;
        }
        match on_error {
            OnError::Strict => {
                let end = place + text.chars().skip(place).take_while(|c| *c > highest).count();
                return Err(Untranslatable { encoding: encoding.name(), start: place, end, reason });
            }
            OnError::Ignore => {}
            OnError::Replace => result.push(b'?'),
            OnError::BackslashReplace => {
                let mut escape = String::new();
                push_escape(&mut escape, c);
                result.extend(escape.bytes());
            }
            OnError::XmlReplace => result.extend(format!("&#{};", u32::from(c)).bytes()),
        }
    }
    Ok(result)
}
