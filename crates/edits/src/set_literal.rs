//! Another literal in the place of one.
//!
//! ```python
//! await asyncio.sleep(1)
//! ```
//! ```python
//! await asyncio.sleep(2.5)
//! ```

use interleave_syntax::tree::{Constant, Expr, ExprKind, Number, Stmt, StmtKind};
use interleave_text::{Edit, Span};

use crate::{Program, Refusal, Wanted};

pub(crate) fn edit(program: &Program<'_>, literal: Span, text: &str) -> Result<Edit, Refusal> {
    let old = constant(&program.module().body, literal).ok_or(Refusal::Gone)?;
    let wanted = match &old.kind {
        ExprKind::Constant(Constant::Number(_)) => Wanted::Number,
        _ => Wanted::Expression,
    };
    let text = text.trim();
    let new = Program::read(text).map_err(|_| Refusal::NotA(wanted))?;
    let [Stmt { kind: StmtKind::Expr(value), .. }] = new.module().body.as_slice() else {
        return Err(Refusal::NotA(wanted));
    };
    match (&old.kind, &value.kind) {
        (
            ExprKind::Constant(Constant::Number(_)),
            ExprKind::Constant(Constant::Number(Number::Int(_) | Number::Float(_))),
        ) => {}
        (ExprKind::Constant(Constant::Number(_)), _) => return Err(Refusal::NotA(wanted)),
        // Comments and line breaks would reach into what stands around it.
        _ if text.contains(['\n', '\r']) || value.span != Span::new(0, crate::program::place(text.len())) => {
            return Err(Refusal::NotA(wanted));
        }
        _ => {}
    }
    Ok(Edit::replace(literal, text))
}

/// The literal, or the string with values in it, that a span is all of.
pub(crate) fn constant(body: &[Stmt], span: Span) -> Option<&Expr> {
    let around = |outer: Span| outer.start <= span.start && span.end <= outer.end;
    let statement = body.iter().find(|statement| around(statement.span))?;
    let mut ahead: Vec<&Expr> = statement.expressions();
    while let Some(expression) = ahead.pop() {
        if expression.span == span
            && matches!(expression.kind, ExprKind::Constant(_) | ExprKind::JoinedStr(_))
        {
            return Some(expression);
        }
        ahead.extend(expression.children());
    }
    statement.blocks().into_iter().find_map(|block| constant(block, span))
}

#[cfg(test)]
mod tests {
    use crate::testing::{check, refused};
    use crate::{Command, Refusal, Wanted};

    fn set(text: &'static str) -> impl Fn(interleave_text::Span) -> Command {
        move |literal| Command::SetLiteral { literal, text: text.to_owned() }
    }

    #[test]
    fn a_number_becomes_another() {
        check(set("2.5"), "await_(sleep(«1»))  # second", "await_(sleep(2.5))  # second");
    }

    #[test]
    fn a_text_becomes_another() {
        check(set("f'{x} ends'"), "print(«\"begins\"», x)", "print(f'{x} ends', x)");
    }

    #[test]
    fn a_number_stays_one() {
        refused(set("soon"), "sleep(«1»)", &Refusal::NotA(Wanted::Number));
        refused(set("-1"), "sleep(«1»)", &Refusal::NotA(Wanted::Number));
        refused(set("1) + (2"), "sleep(«1»)", &Refusal::NotA(Wanted::Number));
    }

    #[test]
    fn an_expression_stays_one() {
        refused(set("'a' # b"), "print(«'x'»)", &Refusal::NotA(Wanted::Expression));
        refused(set(""), "print(«'x'»)", &Refusal::NotA(Wanted::Expression));
    }
}
