//! What CPython would say of a program that the parser has refused.
//!
//! A second reader of the same words, which builds no tree: it follows the grammar to
//! the first word that doesn't fit and there asks, as CPython does, which common
//! mistake it looks like. Mistakes that CPython's compiler finds are in `checks`.

mod arguments;
mod assignments;
mod brackets;
mod compound;
mod expressions;
mod f_strings;
mod imports;
mod literals;
mod parameters;
mod patterns;
mod piece;

use interleave_text::Span;

use crate::error::{Mistake, line_number, line_start};
use crate::lexer::{Bracket, Kind, Token, Words};
use piece::Piece;

/// The mistake that CPython reports, if this reader sees one.
pub(crate) fn diagnose(source: &str, words: &Words) -> Option<Mistake> {
    if let Some(error) = words.error.as_ref().filter(|error| error.comes_first) {
        return Some(error.mistake.clone());
    }
    let mut reader = Reader { source, tokens: &words.tokens, at: 0, furthest: 0, is_guessing: false };
    let mistake = reader.program().err()?;
    if reader.tokens[reader.furthest].kind == Kind::Wrong
        && let Some(error) = &words.error
    {
        return Some(error.mistake.clone());
    }
    Some(words.open_bracket.and_then(|bracket| reader.never_closed(bracket)).unwrap_or(mistake))
}

/// Whether a word is no name.
pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

type Read<T> = Result<T, Mistake>;

struct Reader<'a> {
    source: &'a str,
    tokens: &'a [Token],
    at: usize,
    /// The last token looked at: where CPython's parser has got to.
    furthest: usize,
    /// Whether what is read now is only tried: then guesses about mistakes are not wanted.
    is_guessing: bool,
}

impl<'a> Reader<'a> {
    fn token(&self, index: usize) -> Token {
        self.tokens[index.min(self.tokens.len() - 1)]
    }

    fn word(&self, index: usize) -> &'a str {
        self.token(index).span.of(self.source).unwrap_or_default()
    }

    fn kind(&mut self) -> Kind {
        self.at = self.at.min(self.tokens.len() - 1);
        self.furthest = self.furthest.max(self.at);
        self.tokens[self.at].kind
    }

    /// The sign or keyword here; nothing for strings and the like.
    fn sign(&mut self) -> &'a str {
        match self.kind() {
            Kind::Operator | Kind::Name => self.word(self.at),
            Kind::Number | Kind::String | Kind::FStringStart | Kind::FStringText | Kind::FStringEnd => "",
            Kind::Newline | Kind::Indent | Kind::Dedent | Kind::End | Kind::Wrong => "",
        }
    }

    fn is(&mut self, sign: &str) -> bool {
        self.sign() == sign
    }

    fn is_any(&mut self, signs: &[&str]) -> bool {
        signs.contains(&self.sign())
    }

    fn accept(&mut self, sign: &str) -> bool {
        let is_here = self.is(sign);
        self.at += usize::from(is_here);
        is_here
    }

    fn accept_any(&mut self, signs: &[&str]) -> bool {
        let is_here = self.is_any(signs);
        self.at += usize::from(is_here);
        is_here
    }

    fn expect(&mut self, sign: &str) -> Read<()> {
        if self.accept(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// A sign that CPython names when it is missing.
    fn demand(&mut self, sign: &str) -> Read<()> {
        if self.accept(sign) { Ok(()) } else { Err(self.here(format!("expected '{sign}'"))) }
    }

    fn is_name(&mut self) -> bool {
        self.kind() == Kind::Name && !is_keyword(self.word(self.at))
    }

    fn is_name_at(&self, index: usize) -> bool {
        self.token(index).kind == Kind::Name && !is_keyword(self.word(index))
    }

    fn name(&mut self) -> Read<Piece> {
        if !self.is_name() {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(Piece::name(self.token(self.at - 1).span))
    }

    /// Reads something to see whether it is there; the place is kept only if it is.
    fn guess<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Option<T> {
        let (at, was_guessing) = (self.at, self.is_guessing);
        self.is_guessing = true;
        let found = read(self).ok();
        self.is_guessing = was_guessing;
        if found.is_none() {
            self.at = at;
        }
        found
    }

    /// As [`Self::guess`], but goes back in any case.
    fn look_ahead<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Option<T> {
        let at = self.at;
        let found = self.guess(read);
        self.at = at;
        found
    }

    /// From the first token of a rule to the last one read.
    fn span_from(&self, start: usize) -> Span {
        let last = self.at.saturating_sub(1).max(start);
        Span::new(self.token(start).span.start, self.token(last).span.end)
    }

    fn here(&mut self, message: impl Into<String>) -> Mistake {
        let kind = self.kind();
        let mistake = Mistake::new(message, self.token(self.at).span);
        if kind == Kind::End { self.at_last_line(mistake) } else { mistake }
    }

    /// CPython has no line for the end of a file and shows the last one instead.
    fn at_last_line(&self, mistake: Mistake) -> Mistake {
        let end = self.source.strip_suffix('\n').unwrap_or(self.source).len();
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Mistake { span: Span::new(end, end), ..mistake }.without_caret()
    }

    /// The word here doesn't fit, and there is no better name for it.
    fn unexpected(&mut self) -> Mistake {
        let span = self.token(self.at).span;
        match self.kind() {
            Kind::Indent => self.unexpected_indent(span),
            Kind::Dedent => Mistake::indentation("unexpected unindent", span).without_caret(),
            Kind::Name | Kind::Number | Kind::String | Kind::FStringStart | Kind::FStringText => {
                Mistake::new("invalid syntax", span)
            }
            Kind::FStringEnd | Kind::Operator | Kind::Newline | Kind::Wrong => {
                Mistake::new("invalid syntax", span)
            }
            Kind::End => self.at_last_line(Mistake::new("invalid syntax", span)),
        }
    }

    /// It shows under the indentation's last character, if that is more than the spaces that are not shown.
    fn unexpected_indent(&self, span: Span) -> Mistake {
        let text = &self.source[line_start(&self.source[..span.end as usize])..];
        let indentation = text.len() - text.trim_start_matches([' ', '\t', '\x0c']).len();
        if !text[..indentation].contains('\t') {
            return Mistake::indentation("unexpected indent", span).without_caret();
        }
        let end = self.source.len() - text.len() + indentation;
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Mistake::indentation("unexpected indent", Span::new(offset(end - 1), offset(end)))
    }

    /// CPython prefers this to an error on a later line than the bracket's.
    fn never_closed(&self, bracket: Bracket) -> Option<Mistake> {
        let token = self.tokens[self.furthest];
        let reached = line_number(&self.source[..token.span.start as usize]);
        if token.kind != Kind::End && reached <= line_number(&self.source[..bracket.at]) {
            return None;
        }
        let at = u32::try_from(bracket.at).unwrap_or(u32::MAX);
        Some(Mistake::new(format!("'{}' was never closed", char::from(bracket.byte)), Span::new(at, at)))
    }
}
