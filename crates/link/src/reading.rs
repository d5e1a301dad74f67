//! From a link to a program, or to what is left of it.

use crate::packing::{End, unpack};
use crate::{Damage, Form, Key, View, alphabet, bounds, checksum};

/// Characters of a checksum.
const CHECK: usize = 6;

/// What a link says, as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The program; where there is damage, what can be read of it, from its beginning.
    pub text: Option<String>,
    /// How one looks at it.
    pub view: View,
    /// What is wrong with the link, if the program is not the one that it was made of.
    pub damage: Option<Damage>,
    /// Keys of the view whose values say nothing.
    pub unread: Vec<Key>,
}

/// Reads a link: a whole address, or its fragment with or without `#`.
pub fn open(link: &str) -> Opened {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment).trim();
    let end = fragment.floor_char_boundary(bounds::LINK);
    let (kept, is_too_long) = (fragment.get(..end).unwrap_or_default(), end < fragment.len());
    let (held, said) =
        kept.split_once(['&', '%']).map_or((kept, ""), |(held, _)| (held, &kept[held.len()..]));
    let (view, unread) = View::read(&plain(said));
    let found = match held.split_once('.') {
        Some((version, held)) => text_of(version, held),
        None => Err(Damage::Foreign),
    };
    let (text, damage) = match found {
        Ok((text, damage)) => (Some(text), damage),
        Err(damage) => (None, Some(damage)),
    };
    match damage {
        Some(damage @ (Damage::Foreign | Damage::Later(_))) => {
            Opened { damage: Some(damage), ..Opened::default() }
        }
        Some(_) if is_too_long => Opened { text, view, damage: Some(Damage::TooLong), unread },
        damage => Opened { text, view, damage, unread },
    }
}

/// What a link holds before its view: the text, and what is wrong with it. Only damage if there is no text at all.
fn text_of(version: &str, held: &str) -> Result<(String, Option<Damage>), Damage> {
    match version.strip_prefix('v').and_then(|number| number.parse::<u32>().ok()) {
        Some(1) => {}
        Some(later) if later > 1 => return Err(Damage::Later(later)),
        _ => return Err(Damage::Foreign),
    }
    let Some((word, held)) = held.split_once('.') else { return Err(Damage::Cut) };
    let form = Form::ALL.into_iter().find(|form| form.word() == word).ok_or(Damage::UnknownForm)?;
    let (packed, rest) = alphabet::read(held);
    let (bytes, end) = unpack(&packed, form);
    let sum = checksum::of(&bytes);
    let (text, is_text) = readable(bytes);
    let damage = match end {
        End::TooLarge => Some(Damage::TooLarge),
        End::Broken => Some(Damage::Broken),
        End::Cut => match rest.chars().next() {
            None | Some('.' | '…') => Some(Damage::Cut),
            Some(stray) => Some(Damage::Stray(stray)),
        },
        End::Whole if !is_text => Some(Damage::NotText),
        End::Whole => misfit(rest, sum),
    };
    Ok((text, damage))
}

/// What is wrong with a whole text, by its checksum. What follows the checksum is not the link's.
fn misfit(rest: &str, sum: u32) -> Option<Damage> {
    let Some(check) = rest.strip_prefix('.') else { return Some(Damage::Cut) };
    let check: String =
        check.chars().filter(|character| !character.is_ascii_whitespace()).take(CHECK).collect();
    let (check, _) = alphabet::read(&check);
    match <[u8; 4]>::try_from(check.as_slice()) {
        Ok(check) if u32::from_be_bytes(check) == sum => None,
        Ok(_) => Some(Damage::Altered),
        Err(_) => Some(Damage::Cut),
    }
}

/// The text at the beginning of some bytes, and whether it is all of them.
fn readable(bytes: Vec<u8>) -> (String, bool) {
    let len = bytes.len();
    let mut text = String::from_utf8(bytes).unwrap_or_else(|error| {
        let end = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(end);
        String::from_utf8(bytes).unwrap_or_default()
    });
    text.truncate(text.find('\0').unwrap_or(text.len()));
    let is_whole = text.len() == len;
    (text, is_whole)
}

/// Text that an address has escaped, as it was. What is no escape stays.
fn plain(escaped: &str) -> String {
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |byte: u8| char::from(byte).to_digit(16);
        rest = after;
        bytes.push(*first);
        if let (b'%', [high, low, after @ ..]) = (first, rest)
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            bytes.pop();
            bytes.extend(u8::try_from(high * 16 + low));
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
