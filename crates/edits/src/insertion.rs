//! Places between steps, and how a block takes in lines.

use interleave_syntax::tree::{Constant, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};
use serde::{Deserialize, Serialize};

use crate::{Program, Refusal};

/// A place between steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// Right before a step.
    Before(Span),
    /// Right behind a step.
    After(Span),
    /// At the end of a block of a step or a function.
    EndOf {
        /// The step or the function.
        of: Span,
        /// Which of its blocks, as Python has them: the absent ones count, too.
        block: u32,
    },
}

impl Place {
    /// The step or function that it is told by.
    pub(crate) fn neighbour(self) -> Span {
        match self {
            Self::Before(span) | Self::After(span) | Self::EndOf { of: span, .. } => span,
        }
    }
}

/// Where lines go, and how far they are indented there.
pub(crate) struct Spot<'t> {
    pub(crate) at: u32,
    pub(crate) indent: &'t str,
    /// What gives way: a `pass` that kept the block's place.
    gives_way: Option<Span>,
    /// The text before it does not end a line.
    breaks_line: bool,
}

impl<'t> Spot<'t> {
    pub(crate) fn find(program: &Program<'t>, place: Place) -> Result<Self, Refusal> {
        let (neighbour, behind) = match place {
            Place::Before(step) => (program.statement(step)?.statement, false),
            Place::After(step) => (program.statement(step)?.statement, true),
            Place::EndOf { of, block } => {
                let statement = program.statement(of)?.statement;
                let blocks = statement.blocks();
                let last = blocks.get(block as usize).and_then(|block| block.last()).ok_or(Refusal::Gone)?;
                (last, true)
            }
        };
        let lines = program.lines(neighbour)?;
        let alone = program.statement(neighbour.span)?.block.len() == 1;
        let at = if behind { lines.end } else { lines.start };
        Ok(Self {
            at,
            indent: program.indent(neighbour),
            gives_way: (alone && keeps_place(neighbour)).then_some(lines),
            breaks_line: behind && !program.source(lines).ends_with('\n'),
        })
    }

    /// The edit that brings in lines, each ended by a newline.
    pub(crate) fn take_in(&self, program: &Program<'_>, lines: &str, edit: &mut Edit) -> Result<(), Refusal> {
        let span = self.gives_way.unwrap_or(Span::new(self.at, self.at));
        let breaks_line = self.breaks_line && self.gives_way.is_none();
        let before = if breaks_line { program.newline() } else { "" };
        // A text that did not end its last line doesn't now, either.
        let ended = program.source(span).ends_with('\n')
            || (span.end as usize) < program.text().len()
            || program.text().ends_with('\n');
        let lines = if ended { lines } else { lines.strip_suffix(program.newline()).unwrap_or(lines) };
        if edit.add(span, format!("{before}{lines}")) { Ok(()) } else { Err(Refusal::IntoItself) }
    }
}

/// `pass` and `...` stand where a block needs a statement.
fn keeps_place(statement: &Stmt) -> bool {
    match &statement.kind {
        StmtKind::Pass => true,
        StmtKind::Expr(value) => matches!(value.kind, ExprKind::Constant(Constant::Ellipsis)),
        _ => false,
    }
}

/// Takes a statement's lines out of its block, where `pass` stays if nothing else does.
pub(crate) fn take_out(program: &Program<'_>, step: Span, edit: &mut Edit) -> Result<(), Refusal> {
    let standing = program.statement(step)?;
    let lines = program.lines(standing.statement)?;
    let is_whole_program = std::ptr::eq(standing.block, &*program.module().body);
    let rest = if standing.block.len() == 1 && !is_whole_program {
        let end = if program.source(lines).ends_with('\n') { program.newline() } else { "" };
        format!("{}pass{end}", program.indent(standing.statement))
    } else {
        String::new()
    };
    if edit.add(lines, rest) { Ok(()) } else { Err(Refusal::IntoItself) }
}
