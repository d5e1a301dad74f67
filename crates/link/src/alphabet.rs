//! Bytes as characters that an address may have: base64url (RFC 4648, section 5), without padding.

const CHARACTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends the bytes, six bits a character.
pub(crate) fn write(out: &mut String, bytes: &[u8]) {
    for group in bytes.chunks(3) {
        let bits =
            group.iter().zip([16, 8, 0]).fold(0, |bits, (byte, shift)| bits | u32::from(*byte) << shift);
        for shift in [18, 12, 6, 0].into_iter().take(group.len() + 1) {
            let character = CHARACTERS.get((bits >> shift & 63) as usize).copied();
            out.extend(character.map(char::from));
        }
    }
}

/// The bytes at the beginning of a text, and the text from the first character that belongs to none.
///
/// White space is passed over, since mail programs break long lines. `+` and `/` are read as `-` and `_`, and
/// padding as nothing, since that is what others' encoders write.
pub(crate) fn read(text: &str) -> (Vec<u8>, &str) {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut bits, mut count) = (0_u32, 0);
    for (at, character) in text.char_indices() {
        let Some(value) = value(character) else {
            if character.is_ascii_whitespace() || character == '=' {
                continue;
            }
            return (bytes, text.get(at..).unwrap_or_default());
        };
        bits = bits << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    (bytes, "")
}

fn value(character: char) -> Option<u32> {
    let (first, base) = match character {
        'A'..='Z' => ('A', 0),
        'a'..='z' => ('a', 26),
        '0'..='9' => ('0', 52),
        '-' | '+' => return Some(62),
        '_' | '/' => return Some(63),
        _ => return None,
    };
    Some(u32::from(character) - u32::from(first) + base)
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    #[track_caller]
    fn check(bytes: &[u8], text: &str) {
        let mut written = String::new();
        write(&mut written, bytes);
        assert_eq!((written.as_str(), read(text)), (text, (bytes.to_vec(), "")));
    }

    #[test]
    fn bytes_are_written_as_others_write_them() {
        // The examples of RFC 4648, section 10, but for the padding.
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            check(bytes.as_bytes(), text);
        }
        check(&[0xfb, 0xff], "-_8");
        check(&(0..=255).collect::<Vec<u8>>(), &{
            let mut text = String::new();
            write(&mut text, &(0..=255).collect::<Vec<u8>>());
            text
        });
    }

    #[test]
    fn what_others_add_is_passed_over() {
        for text in ["Zm9vYg==", "Zm9v\nYg", " Zm9vYg "] {
            assert_eq!(read(text), (b"foob".to_vec(), ""), "{text:?}");
        }
        assert_eq!(read("+/8="), (vec![0xfb, 0xff], ""));
    }

    #[test]
    fn reading_stops_at_what_belongs_to_no_byte() {
        assert_eq!(read("Zm9v.Yg"), (b"foo".to_vec(), ".Yg"));
        assert_eq!(read("Zm9v…"), (b"foo".to_vec(), "…"));
    }
}
