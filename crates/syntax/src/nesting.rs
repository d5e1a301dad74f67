//! How deep a program is, before anything recursive sees it.
//!
//! The parser, the trees and those who walk them recurse, and a browser's stack is
//! small. So one pass over the words bounds what makes them deep: brackets, blocks
//! and words that open an operand (`not`, `-`, `lambda`, `else`, …), and, more
//! generously, chains that lean to the left (`a + b + …`, `a.b.c…`, `f()()…`).

use crate::error::Mistake;
use crate::lexer::{Kind, Token};

/// How large a program may be in depth; the same in every build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Brackets, blocks and prefixes inside one another.
    pub nesting: usize,
    /// Operators, calls, attributes and subscripts in a row, those of the expressions around included.
    pub links: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { nesting: 100, links: 200 }
    }
}

/// What has been seen since the last comma inside one pair of brackets.
#[derive(Clone, Copy, Default)]
struct Level {
    prefixes: usize,
    links: usize,
    /// Lambdas whose parameters go on, so that a comma ends no expression.
    lambdas: usize,
}

/// Words after which the parser goes one step deeper.
const PREFIXES: [&str; 17] = [
    "async", "await", "class", "def", "else", "except", "finally", "for", "from", "if", "lambda", "match",
    "not", "try", "while", "with", "yield",
];

/// Words between two operands.
const LINKS: [&str; 5] = ["and", "in", "is", "or", "as"];

/// Words that are operands and yet keywords.
const VALUES: [&str; 3] = ["None", "True", "False"];

pub(crate) fn check(source: &str, tokens: &[Token], limits: Limits) -> Result<(), Mistake> {
    let mut blocks = 0_usize;
    let mut levels = vec![Level::default()];
    let (mut prefixes, mut links) = (0, 0);
    let mut after_operand = false;
    for token in tokens {
        let text = token.span.of(source).unwrap_or_default();
        let Some(level) = levels.last_mut() else { break };
        let before = *level;
        let was_operand = after_operand;
        after_operand = false;
        match token.kind {
            Kind::Indent => blocks += 1,
            Kind::Dedent => blocks = blocks.saturating_sub(1),
            Kind::Newline => *level = Level::default(),
            Kind::Number | Kind::String | Kind::FStringEnd => after_operand = true,
            Kind::Name if LINKS.contains(&text) => level.links += 1,
            Kind::Name if PREFIXES.contains(&text) => {
                level.prefixes += 1;
                level.lambdas += usize::from(text == "lambda");
            }
            Kind::Name => after_operand = VALUES.contains(&text) || !crate::diagnosis::is_keyword(text),
            Kind::Operator => match text {
                "," if level.lambdas == 0 => *level = Level::default(),
                ";" => *level = Level::default(),
                ":" => level.lambdas = level.lambdas.saturating_sub(1),
                "(" | "[" => level.links += usize::from(was_operand),
                "{" => {}
                ")" | "]" | "}" => after_operand = true,
                "**" | ":=" | "->" => level.prefixes += 1,
                "..." => after_operand = true,
                "," | "=" => {}
                _ if was_operand => level.links += 1,
                _ => level.prefixes += 1,
            },
            Kind::FStringStart | Kind::FStringText | Kind::End | Kind::Wrong => {}
        }
        prefixes = prefixes + level.prefixes - before.prefixes;
        links = links + level.links - before.links;
        if token.kind == Kind::Operator {
            match text {
                "(" | "[" | "{" => levels.push(Level::default()),
                ")" | "]" | "}" if levels.len() > 1 => {
                    let closed = levels.pop().unwrap_or_default();
                    prefixes -= closed.prefixes;
                    links -= closed.links;
                }
                _ => {}
            }
        }
        if blocks + prefixes + levels.len() - 1 > limits.nesting {
            let message = format!("nested too deeply: {} levels are the limit here", limits.nesting);
            return Err(Mistake::new(message, token.span));
        }
        if links > limits.links {
            let message =
                format!("too long an expression: {} operators in a row are the limit here", limits.links);
            return Err(Mistake::new(message, token.span));
        }
    }
    Ok(())
}
