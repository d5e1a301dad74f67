//! Ways through expressions: what is evaluated where it stands, and what is bound there.

use interleave_syntax::tree::{Comprehension, Expr, ExprKind, Keyword, Stmt};

/// An expression and all that is evaluated with it, from the outside in; not the bodies of lambdas.
pub(crate) fn each<'p>(expression: &'p Expr, see: &mut dyn FnMut(&'p Expr)) {
    see(expression);
    if !matches!(expression.kind, ExprKind::Lambda { .. }) {
        expression.children().into_iter().for_each(|child| each(child, see));
    }
}

/// All expressions of a statement that stand in no block of its own.
pub(crate) fn each_of<'p>(statement: &'p Stmt, see: &mut dyn FnMut(&'p Expr)) {
    statement.expressions().into_iter().for_each(|expression| each(expression, see));
}

/// A statement with all blocks inside, but for those of functions and classes.
pub(crate) fn each_inside<'p>(statement: &'p Stmt, see: &mut dyn FnMut(&'p Stmt)) {
    use interleave_syntax::tree::StmtKind::{ClassDef, FunctionDef};
    see(statement);
    if !matches!(statement.kind, FunctionDef(_) | ClassDef(_)) {
        statement.blocks().into_iter().flatten().for_each(|inner| each_inside(inner, see));
    }
}

/// Whether any of a statement's own expressions is so.
pub(crate) fn any_of(statement: &Stmt, is: impl Fn(&Expr) -> bool) -> bool {
    let mut found = false;
    each_of(statement, &mut |expression| found |= is(expression));
    found
}

/// Whether an expression, or one inside, is so.
pub(crate) fn any(expression: &Expr, is: impl Fn(&Expr) -> bool) -> bool {
    let mut found = false;
    each(expression, &mut |inner| found |= is(inner));
    found
}

pub(crate) fn is_name(expression: &Expr, name: &str) -> bool {
    matches!(&expression.kind, ExprKind::Name(other) if **other == *name)
}

/// A plain name.
pub(crate) fn name(expression: &Expr) -> Option<&str> {
    match &expression.kind {
        ExprKind::Name(name) => Some(name),
        _ => None,
    }
}

/// What is awaited.
pub(crate) fn awaited(expression: &Expr) -> Option<&Expr> {
    match &expression.kind {
        ExprKind::Await(inner) => Some(inner),
        _ => None,
    }
}

/// A call, taken apart.
#[derive(Clone, Copy)]
pub(crate) struct Call<'p> {
    pub(crate) function: &'p Expr,
    pub(crate) args: &'p [Expr],
    pub(crate) keywords: &'p [Keyword],
}

pub(crate) fn call(expression: &Expr) -> Option<Call<'_>> {
    match &expression.kind {
        ExprKind::Call { function, args, keywords, .. } => Some(Call { function, args, keywords }),
        _ => None,
    }
}

/// The names that an assignment to a target binds.
pub(crate) fn bound<'p>(target: &'p Expr, found: &mut Vec<&'p str>) {
    match &target.kind {
        ExprKind::Name(name) => found.push(name),
        ExprKind::Tuple(items) | ExprKind::List(items) => {
            items.iter().for_each(|item| bound(item, found));
        }
        ExprKind::Starred(inner) => bound(inner, found),
        _ => {}
    }
}

/// The clauses of a comprehension.
pub(crate) fn clauses(expression: &Expr) -> &[Comprehension] {
    match &expression.kind {
        ExprKind::ListComp { clauses, .. }
        | ExprKind::SetComp { clauses, .. }
        | ExprKind::DictComp { clauses, .. }
        | ExprKind::GeneratorExp { clauses, .. } => clauses,
        _ => &[],
    }
}
