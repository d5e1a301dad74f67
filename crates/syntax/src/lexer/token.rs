//! A word and its kind.

use interleave_text::Span;

/// What sort of word a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Name,
    Number,
    /// A whole string without fields.
    String,
    /// `f"`
    FStringStart,
    /// Literal text of an f-string.
    FStringText,
    /// The closing quotes of an f-string.
    FStringEnd,
    /// A bracket or any other sign.
    Operator,
    Newline,
    Indent,
    Dedent,
    End,
    /// Here is what the lexer could not read.
    Wrong,
}

/// A word and its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    /// How many brackets are open behind it.
    pub(crate) level: u16,
}
