//! What can be wrong with a link, and what no link can be made of, as data.

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Damage {
    /// It is no link of this kind at all.
    Foreign,
    /// It was made by a later Interleave, in this version of the format.
    Later(u32),
    /// It holds its text in a form that this Interleave does not know.
    UnknownForm,
    /// It has more than [`crate::bounds::LINK`] characters.
    TooLong,
    /// Its end is missing.
    Cut,
    /// Among the text is a character that no link has.
    Stray(char),
    /// Among the text are characters that mean nothing where they are.
    Broken,
    /// Its text has more than [`crate::bounds::TEXT`] bytes.
    TooLarge,
    /// What it holds is no text: not UTF-8, or with zero bytes.
    NotText,
    /// Its text is not the one that it was made of.
    Altered,
}

/// Why there is no link to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// It has more than [`crate::bounds::TEXT`] bytes.
    TooLarge,
    /// It has zero bytes, as no program has.
    NotText,
    /// The link would have so many characters, more than [`crate::bounds::LINK`].
    TooLong(usize),
}
