//! The flags of patterns, with `re`'s numbers.

use super::refuse;
use crate::number::failure::Outcome;

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u32);

/// How letters compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    /// As they are.
    Exact,
    /// ASCII letters without regard to case.
    Ascii,
    /// All letters without regard to case.
    Unicode,
}

impl Flags {
    pub(crate) const IGNORE_CASE: Self = Self(2);
    pub(crate) const LOCALE: Self = Self(4);
    pub(crate) const MULTI_LINE: Self = Self(8);
    pub(crate) const DOT_ALL: Self = Self(16);
    pub(crate) const UNICODE: Self = Self(32);
    pub(crate) const VERBOSE: Self = Self(64);
    pub(crate) const ASCII: Self = Self(256);
    /// Those that say what a letter is: one at a time.
    pub(super) const TYPES: Self = Self(4 | 32 | 256);

    pub(crate) fn from_number(number: u32) -> Self {
        Self(number)
    }

    pub(crate) fn number(self) -> u32 {
        self.0
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The flag of a letter in `(?…)`.
    pub(super) fn of_letter(letter: char) -> Option<Self> {
        Some(match letter {
            'i' => Self::IGNORE_CASE,
            'L' => Self::LOCALE,
            'm' => Self::MULTI_LINE,
            's' => Self::DOT_ALL,
            'x' => Self::VERBOSE,
            'a' => Self::ASCII,
            'u' => Self::UNICODE,
            _ => return None,
        })
    }

    /// The flags of a pattern of this type, or why they can't be.
    pub(super) fn settled(self, bytes: bool) -> Outcome<Self> {
        if bytes {
            if self.has(Self::UNICODE) {
                return refuse("cannot use UNICODE flag with a bytes pattern");
            }
            if self.has(Self::LOCALE) && self.has(Self::ASCII) {
                return refuse("ASCII and LOCALE flags are incompatible");
            }
            return Ok(self);
        }
        if self.has(Self::LOCALE) {
            return refuse("cannot use LOCALE flag with a str pattern");
        }
        if self.has(Self::ASCII) && self.has(Self::UNICODE) {
            return refuse("ASCII and UNICODE flags are incompatible");
        }
        Ok(if self.has(Self::ASCII) { self } else { self.with(Self::UNICODE) })
    }

    /// Whether letters, digits and spaces are those of ASCII.
    pub(super) fn ascii(self, bytes: bool) -> bool {
        bytes || self.has(Self::ASCII)
    }

    pub(super) fn fold(self, bytes: bool) -> Fold {
        match (self.has(Self::IGNORE_CASE), self.ascii(bytes)) {
            (false, _) => Fold::Exact,
            (true, true) => Fold::Ascii,
            (true, false) => Fold::Unicode,
        }
    }
}

impl Fold {
    /// The representative of all characters that compare equal.
    pub(super) fn canonical(self, c: char) -> char {
        match self {
            Self::Exact => c,
            Self::Ascii => c.to_ascii_lowercase(),
            Self::Unicode if c.is_ascii() => c.to_ascii_lowercase(),
            Self::Unicode => {
                let capital = single(c.to_uppercase()).unwrap_or(c);
                capital.to_lowercase().next().unwrap_or(capital)
            }
        }
    }

    /// The capital of a character, if it is one.
    pub(super) fn capital(self, c: char) -> char {
        match self {
            Self::Exact => c,
            Self::Ascii => c.to_ascii_uppercase(),
            Self::Unicode => single(c.to_uppercase()).unwrap_or(c),
        }
    }
}

fn single(mut characters: impl Iterator<Item = char>) -> Option<char> {
    let first = characters.next();
    if characters.next().is_none() { first } else { None }
}
