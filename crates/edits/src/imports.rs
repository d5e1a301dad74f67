//! What a program calls something of a module, and the import that has to be added if it calls it nothing yet.

use interleave_syntax::tree::{Constant, Expr, ExprKind, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::graph::Imports;
use crate::program::place;
use crate::{Program, Refusal};

/// The name of a module's member, as an expression; where nothing imports it, the edit imports the module.
pub(crate) fn called(
    program: &Program<'_>,
    module: &str,
    member: &str,
    edit: &mut Edit,
) -> Result<String, Refusal> {
    if let Some(name) = Imports::of(program.module()).called(module, member) {
        return Ok(name);
    }
    let newline = program.newline();
    let at = beginning(program);
    let is_first = at == Span::default();
    let rest = program.source(Span::new(at.end, place(program.text().len())));
    // Other code is held off by an empty line, other imports are not.
    let follows_code =
        is_first && !rest.trim().is_empty() && !rest.starts_with("import ") && !rest.starts_with("from ");
    let after = if follows_code { newline } else { "" };
    let before = if is_first || program.source(Span::new(0, at.end)).ends_with('\n') { "" } else { newline };
    let at = at.end;
    if edit.add(Span::new(at, at), format!("{before}import {module}{newline}{after}")) {
        Ok(format!("{module}.{member}"))
    } else {
        Err(Refusal::SharesLine)
    }
}

/// The lines after which an import is added: the imports at the top, or the docstring; nothing if there are neither.
fn beginning(program: &Program<'_>) -> Span {
    let leads = |statement: &&Stmt| match &statement.kind {
        StmtKind::Import(_) | StmtKind::ImportFrom { .. } => true,
        StmtKind::Expr(Expr { kind, .. }) => matches!(kind, ExprKind::Constant(Constant::Str(_))),
        _ => false,
    };
    let last = program.module().body.iter().take_while(leads).last();
    last.map_or(Span::default(), |last| Span::new(0, program.line_end(last.span.end)))
}
