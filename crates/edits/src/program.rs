//! A program's text with its tree, and where statements stand in it: blocks, whole lines, indentation.

use interleave_syntax::tree::{Expr, ExprKind, Module, Stmt, StmtKind};
use interleave_syntax::{Limits, SyntaxError, parse};
use interleave_text::Span;

use crate::Refusal;

/// A text that Python accepts, with its tree.
pub struct Program<'t> {
    text: &'t str,
    module: Module,
}

/// A statement among those of its block.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'p> {
    pub(crate) statement: &'p Stmt,
    pub(crate) block: &'p [Stmt],
}

impl<'t> Program<'t> {
    /// Reads a program.
    ///
    /// # Errors
    ///
    /// What is wrong with it: a program that does not parse has no picture.
    pub fn read(text: &'t str) -> Result<Self, SyntaxError> {
        Ok(Self { text, module: parse(text, Limits::default())? })
    }

    /// As it is written.
    pub fn text(&self) -> &'t str {
        self.text
    }

    pub(crate) fn module(&self) -> &Module {
        &self.module
    }

    /// The text at a place of the tree.
    pub(crate) fn source(&self, span: Span) -> &'t str {
        span.of(self.text).unwrap_or_default()
    }

    /// The statement that a span is all of.
    pub(crate) fn statement(&self, span: Span) -> Result<Standing<'_>, Refusal> {
        find(&self.module.body, span).ok_or(Refusal::Gone)
    }

    /// The steps of one block from one to another, in the order of the text.
    pub(crate) fn steps(&self, one: Span, other: Span) -> Result<&[Stmt], Refusal> {
        let block = self.statement(one)?.block;
        let place =
            |span: Span| block.iter().position(|statement| statement.span == span).ok_or(Refusal::Gone);
        let (from, to) = (place(one)?, place(other)?);
        block.get(from.min(to)..=from.max(to)).ok_or(Refusal::Gone)
    }

    /// All lines of a statement: with the comments right above it, at the ends of its lines, and below the last
    /// of its blocks, and with its decorators.
    pub(crate) fn lines(&self, statement: &Stmt) -> Result<Span, Refusal> {
        let first = decorators(statement).first().map_or(statement.span.start, |decorator| {
            // The sign stands before the expression.
            self.before(decorator.span.start).rfind('@').map_or(decorator.span.start, place)
        });
        let mut start = self.line_start(first);
        let indent = Span::new(start, first).of(self.text).ok_or(Refusal::Gone)?;
        if !indent.trim().is_empty() {
            return Err(Refusal::SharesLine);
        }
        let mut end = self.line_end(statement.span.end);
        let rest = self.source(Span::new(statement.span.end, end)).trim_start();
        if !(rest.is_empty() || rest.starts_with('#')) {
            return Err(Refusal::SharesLine);
        }
        while let Some(above) = start.checked_sub(1).map(|end| self.line_start(end)) {
            let line = self.source(Span::new(above, start));
            if !line.trim_start().starts_with('#') || indent_of(line) != indent {
                break;
            }
            start = above;
        }
        if statement.blocks().iter().any(|block| !block.is_empty()) {
            while (end as usize) < self.text.len() {
                let below = self.line_end(end);
                let line = self.source(Span::new(end, below));
                if !line.trim_start().starts_with('#') || indent_of(line).len() <= indent.len() {
                    break;
                }
                end = below;
            }
        }
        Ok(Span::new(start, end))
    }

    /// A statement up to its blocks, without the colon.
    pub(crate) fn head(&self, statement: &Stmt) -> Span {
        let Span { start, end } = statement.span;
        let first_inside = statement.blocks().into_iter().flatten().map(|inner| inner.span.start).min();
        let Some(inside) = first_inside else { return statement.span };
        // Behind the colon there is white space and what a comment says.
        let mut colon = end.min(inside);
        for line in self.source(Span::new(start, inside)).split_inclusive('\n').rev() {
            colon -= place(line.len());
            let code = line.split_once(" #").map_or(line, |(code, _)| code);
            if let Some(at) = code.rfind(':') {
                return Span::new(start, colon + place(at));
            }
        }
        Span::new(start, inside)
    }

    /// The white space before a statement that begins its line.
    pub(crate) fn indent(&self, statement: &Stmt) -> &'t str {
        indent_of(self.source(Span::new(self.line_start(statement.span.start), statement.span.start)))
    }

    /// What one block is indented by more than the one around it: as the program does it first, or four spaces.
    pub(crate) fn indent_unit(&self) -> &'t str {
        fn first<'t>(program: &Program<'t>, body: &[Stmt]) -> Option<&'t str> {
            body.iter().find_map(|statement| {
                let outer = program.indent(statement);
                let inner = statement.blocks().into_iter().flatten().next()?;
                let deeper = program.indent(inner).strip_prefix(outer).filter(|unit| !unit.is_empty());
                deeper.or_else(|| statement.blocks().into_iter().find_map(|block| first(program, block)))
            })
        }
        first(self, &self.module.body).unwrap_or("    ")
    }

    /// How the program ends its lines.
    pub(crate) fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Lines that stand at one depth, as they are at another. Lines that begin inside a string stay as they are.
    pub(crate) fn reindented(&self, lines: Span, from: &str, to: &str) -> String {
        let (mut moved, mut at) = (String::new(), lines.start);
        for indent in self.indents(lines, from) {
            moved.push_str(self.source(Span::new(at, indent.start)));
            moved.push_str(to);
            at = indent.end;
        }
        moved.push_str(self.source(Span::new(at, lines.end)));
        moved
    }

    /// Where lines begin with this indent, but for those that begin inside a string.
    pub(crate) fn indents(&self, lines: Span, indent: &str) -> Vec<Span> {
        let mut strings = Vec::new();
        strings_of(&self.module.body, &mut strings);
        let mut found = Vec::new();
        let mut at = lines.start;
        for line in self.source(lines).split_inclusive('\n') {
            let is_inside = strings.iter().any(|string| string.start < at && at < string.end);
            if line.starts_with(indent) && !is_inside && !line.trim().is_empty() {
                found.push(Span::new(at, at + place(indent.len())));
            }
            at += place(line.len());
        }
        found
    }

    pub(crate) fn line_start(&self, offset: u32) -> u32 {
        self.before(offset).rfind('\n').map_or(0, |at| place(at + 1))
    }

    /// Behind the line's end, newline included.
    pub(crate) fn line_end(&self, offset: u32) -> u32 {
        let rest = self.text.get(offset as usize..).unwrap_or_default();
        rest.find('\n').map_or(place(self.text.len()), |at| offset + place(at + 1))
    }

    fn before(&self, offset: u32) -> &'t str {
        self.text.get(..offset as usize).unwrap_or_default()
    }
}

fn find(block: &[Stmt], span: Span) -> Option<Standing<'_>> {
    let around = |outer: Span| outer.start <= span.start && span.end <= outer.end;
    let statement = block.iter().find(|statement| around(statement.span))?;
    if statement.span == span {
        return Some(Standing { statement, block });
    }
    statement.blocks().into_iter().find_map(|inner| find(inner, span))
}

fn decorators(statement: &Stmt) -> &[Expr] {
    match &statement.kind {
        StmtKind::FunctionDef(function) => &function.decorators,
        StmtKind::ClassDef(class) => &class.decorators,
        _ => &[],
    }
}

/// The white space that a line begins with.
pub(crate) fn indent_of(line: &str) -> &str {
    let rest = line.trim_start_matches([' ', '\t', '\x0c']);
    line.strip_suffix(rest).unwrap_or_default()
}

fn strings_of(body: &[Stmt], found: &mut Vec<Span>) {
    fn inside(expression: &Expr, found: &mut Vec<Span>) {
        match &expression.kind {
            ExprKind::Constant(_) | ExprKind::JoinedStr(_) => found.push(expression.span),
            _ => expression.children().into_iter().for_each(|child| inside(child, found)),
        }
    }
    for statement in body {
        statement.expressions().into_iter().for_each(|expression| inside(expression, found));
        statement.blocks().into_iter().for_each(|block| strings_of(block, found));
    }
}

pub(crate) fn place(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
