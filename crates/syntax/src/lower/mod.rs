//! From the parser's tree to ours.
//!
//! What the parser leaves out (the place of an operator or a bracket) is found in its
//! tokens. Nothing here fails: only trees without errors come this way. Recursion is
//! as deep as the tree, which the nesting scan has bounded.

mod expressions;
mod patterns;
mod statements;

use interleave_text::Span;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_python_ast::{Identifier, ModModule};
use ruff_text_size::{Ranged, TextSize};

use crate::tree::{Module, Name};

/// The tree of a program that the parser has accepted.
pub(crate) fn module(source: &str, module: &ModModule, tokens: &Tokens) -> Module {
    Module { body: Lowering { source, tokens }.block(&module.body) }
}

/// What lowering looks up besides the parser's tree.
struct Lowering<'a> {
    source: &'a str,
    tokens: &'a Tokens,
}

impl Lowering<'_> {
    /// The place of the first token from `offset` on that is neither a line end nor, if an
    /// expression ends at `offset`, a bracket around that expression.
    fn token_after(&self, offset: TextSize) -> Span {
        let passed_over =
            [TokenKind::Rpar, TokenKind::Newline, TokenKind::NonLogicalNewline, TokenKind::Comment];
        let next = self.tokens.after(offset).iter().find(|token| !passed_over.contains(&token.kind()));
        next.map_or(Span::new(offset.to_u32(), offset.to_u32()), span_of)
    }
}

fn span_of(node: &impl Ranged) -> Span {
    Span::new(node.start().to_u32(), node.end().to_u32())
}

fn name(identifier: &Identifier) -> Name {
    Name { text: identifier.as_str().into(), span: span_of(identifier) }
}
