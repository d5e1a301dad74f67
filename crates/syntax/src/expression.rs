//! Texts that have to be one expression, as `eval` reads them: what stands there that is none.

use interleave_text::Span;

use crate::tree::{ExprKind, Module, StmtKind};

/// The first word or sign because of which a text is more than an expression, or none.
pub(crate) fn superfluous(module: &Module, source: &str) -> Option<Span> {
    let Some(first) = module.body.first() else {
        let end = u32::try_from(source.len()).unwrap_or(u32::MAX);
        return Some(Span::new(end, end));
    };
    Some(match &first.kind {
        StmtKind::Expr(value) if matches!(value.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_)) => {
            // In parentheses it would be an expression.
            let place = word(source, first.span.start);
            let is_bare = source.get(place.start as usize..place.end as usize) == Some("yield");
            return is_bare.then_some(place);
        }
        StmtKind::Expr(value) => {
            let second = module.body.get(1)?;
            sign(source, value.span.end, second.span.start, ";")
                .unwrap_or_else(|| word(source, second.span.start))
        }
        StmtKind::Assign { targets, value } => {
            let after = targets.first().map_or(first.span.start, |target| target.span.end);
            sign(source, after, value.span.start, "=").unwrap_or(first.span)
        }
        StmtKind::AnnAssign { target, annotation, .. } => {
            sign(source, target.span.end, annotation.span.start, ":").unwrap_or(first.span)
        }
        StmtKind::AugAssign { operator_span, .. } => *operator_span,
        StmtKind::FunctionDef(_)
        | StmtKind::ClassDef(_)
        | StmtKind::Return(_)
        | StmtKind::Delete(_)
        | StmtKind::TypeAlias(_)
        | StmtKind::For { .. }
        | StmtKind::While { .. }
        | StmtKind::If { .. }
        | StmtKind::With { .. }
        | StmtKind::Match { .. }
        | StmtKind::Raise { .. }
        | StmtKind::Try(_)
        | StmtKind::Assert { .. }
        | StmtKind::Import(_)
        | StmtKind::ImportFrom { .. }
        | StmtKind::Global(_)
        | StmtKind::Nonlocal(_)
        | StmtKind::Pass
        | StmtKind::Break
        | StmtKind::Continue => word(source, first.span.start),
    })
}

/// Where a sign stands between two places.
fn sign(source: &str, from: u32, to: u32, sign: &str) -> Option<Span> {
    let at = source.get(from as usize..to as usize)?.find(sign)?;
    let start = from + u32::try_from(at).ok()?;
    Some(Span::new(start, start + 1))
}

/// The word that begins at a place, or the sign.
fn word(source: &str, start: u32) -> Span {
    let rest = source.get(start as usize..).unwrap_or_default();
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    Span::new(start, start + u32::try_from(length).unwrap_or(0).max(1))
}
