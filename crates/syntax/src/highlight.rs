//! Which words of a program a reader wants to tell apart by colour, for pages that show code
//! without an editor. Colours are not here.

#![expect(clippy::wildcard_enum_match_arm, reason = "most kinds of words have no colour")]

use interleave_text::Span;

use crate::lexer::{self, Kind};

/// What a word is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    /// `def`, `await`, …
    Keyword,
    /// A string, or a literal part of one.
    String,
    /// A number, `True`, `False` or `None`.
    Number,
    /// A name that is called or defined.
    Function,
    /// `@` and what decorates.
    Decorator,
    /// From `#` to the end of the line.
    Comment,
}

/// Hard keywords in alphabetical order; `match` and its like are names nearly everywhere.
const KEYWORDS: [&str; 32] = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not",
    "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The words that have a colour, in order and apart from each other; as far as the text can be read.
pub fn highlight(source: &str) -> Vec<(Span, Colour)> {
    let tokens = lexer::words(source).tokens;
    let mut coloured = Vec::new();
    let mut read = 0;
    for (index, token) in tokens.iter().enumerate() {
        comments(source, Span::new(read, token.span.start), &mut coloured);
        read = read.max(token.span.end);
        let text = token.span.of(source).unwrap_or_default();
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        let before = before.and_then(|token| token.span.of(source));
        let after = tokens.get(index + 1).and_then(|token| token.span.of(source));
        let colour = match token.kind {
            Kind::Number => Some(Colour::Number),
            Kind::String | Kind::FStringStart | Kind::FStringText | Kind::FStringEnd => Some(Colour::String),
            Kind::Name if ["True", "False", "None"].contains(&text) => Some(Colour::Number),
            Kind::Name if KEYWORDS.binary_search(&text).is_ok() => Some(Colour::Keyword),
            Kind::Name if before == Some("@") => Some(Colour::Decorator),
            Kind::Name if after == Some("(") || matches!(before, Some("def" | "class")) => {
                Some(Colour::Function)
            }
            Kind::Operator if text == "@" && starts_line(source, token.span) => Some(Colour::Decorator),
            _ => None,
        };
        if let Some(colour) = colour
            && token.span.start < token.span.end
        {
            coloured.push((token.span, colour));
        }
    }
    coloured
}

/// Comments lie where no word does.
fn comments(source: &str, gap: Span, coloured: &mut Vec<(Span, Colour)>) {
    let mut start = gap.start;
    for line in gap.of(source).unwrap_or_default().split_inclusive('\n') {
        let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
        if let Some(hash) = line.find('#') {
            let comment = line.get(hash..).unwrap_or_default().trim_end();
            let from = start + length(line.get(..hash).unwrap_or_default());
            coloured.push((Span::new(from, from + length(comment)), Colour::Comment));
        }
        start += length(line);
    }
}

fn starts_line(source: &str, span: Span) -> bool {
    let before = source.get(..span.start as usize).unwrap_or_default();
    before.rsplit('\n').next().is_some_and(|line| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Colour, KEYWORDS, highlight};

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let shown = |(span, colour): (interleave_text::Span, Colour)| {
            let letter = match colour {
                Colour::Keyword => 'k',
                Colour::String => 's',
                Colour::Number => 'n',
                Colour::Function => 'f',
                Colour::Decorator => 'd',
                Colour::Comment => 'c',
            };
            format!("{letter}:{}", span.of(source).unwrap_or("?"))
        };
        let found: Vec<String> = highlight(source).into_iter().map(shown).collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn keywords_can_be_searched() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn words_have_colours() {
        check(
            "async def nap(n):  # 睡\n    await sleep(1.5)\n",
            "k:async | k:def | f:nap | c:# 睡 | k:await | f:sleep | n:1.5",
        );
        check("@once\nx = None\n", "d:@ | d:once | n:None");
        check("print(f'{n} ok', \"a\")", "f:print | s:f' | s: ok | s:' | s:\"a\"");
    }

    #[test]
    fn comments_between_and_after_lines() {
        check("# one\n\n  # two\nx\n# three", "c:# one | c:# two | c:# three");
    }

    #[test]
    fn what_cannot_be_read_has_no_colour() {
        check("x = 'abc\nif y", "");
        check("", "");
    }
}
