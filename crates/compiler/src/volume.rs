//! A volume: texts, compiled ones and others, bound together into one text, which can lie in a file of the page.
//!
//! A number is a character, the one of that number, so that UTF-8 keeps small ones small and a volume is
//! itself a text. A text is its number of bytes, and then itself. A volume begins with all names, the
//! commonest first, and all constants; what is behind means them by their place. Then comes book after book.
//! Of a code, the body is a text of its own, which is read when the code is to run.

mod constants;
mod excerpt;
mod reading;
mod writing;

pub use reading::{Body, Book, Heading, Opened, Pages, Pool, Unread, Volume};
pub use writing::Binder;

pub(crate) use reading::Reader;
pub(crate) use writing::Writer;

/// What UTF-8 has no characters for.
const GAP: std::ops::Range<u32> = 0xd800..0xe000;

/// A number's character.
fn character_of(number: u32) -> Option<char> {
    char::from_u32(if number < GAP.start { number } else { number.checked_add(GAP.len() as u32)? })
}

/// A character's number.
fn number_of(character: char) -> u32 {
    let number = u32::from(character);
    if number < GAP.start { number } else { number - GAP.len() as u32 }
}

/// A number with a sign as one without: small ones stay small.
fn without_sign(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)).cast_unsigned()
}

fn with_sign(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

#[cfg(test)]
mod tests;
