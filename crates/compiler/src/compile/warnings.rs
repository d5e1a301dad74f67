//! What CPython's compiler warns of: comparisons, calls, indices and assertions that are most likely slips.
//! Escapes that mean nothing are found in the program's words, by the syntax crate.

use interleave_syntax::tree::{BinaryOperator, CompareOperator, Constant, Expr, ExprKind, Number};
use interleave_text::Span;

use super::Compiler;
use super::constants::is_constant;

impl Compiler<'_> {
    fn warn(&mut self, span: Span, message: String) {
        let Some(warnings) = self.warnings.as_deref_mut() else { return };
        // What is compiled twice, such as `finally`, is warned of once.
        let warning = (span, message);
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }

    /// Identity with a literal.
    pub(super) fn look_at_comparison(&mut self, expression: &Expr) {
        let ExprKind::Compare { left, rest } = &expression.kind else { return };
        let mut left = &**left;
        for (operator, right) in rest {
            let literal = [left, right].into_iter().find(|side| is_literal(side));
            let words = match operator {
                CompareOperator::Is => Some(("is", "==")),
                CompareOperator::IsNot => Some(("is not", "!=")),
                _ => None,
            };
            if let (Some((written, meant)), Some(class)) = (words, literal.and_then(class_of)) {
                let message = format!("\"{written}\" with '{class}' literal. Did you mean \"{meant}\"?");
                return self.warn(expression.span, message);
            }
            left = right;
        }
    }

    /// A call of what is certainly no function.
    pub(super) fn look_at_callee(&mut self, function: &Expr) {
        if let Some(class) = class_of(function).filter(|class| *class != "function") {
            let message = format!("'{class}' object is not callable; perhaps you missed a comma?");
            self.warn(function.span, message);
        }
    }

    /// An index of what certainly has none, or no such.
    pub(super) fn look_at_index(&mut self, object: &Expr, index: &Expr) {
        let Some(class) = class_of(object) else { return };
        if matches!(
            class,
            "NoneType" | "ellipsis" | "bool" | "int" | "float" | "complex" | "set" | "generator" | "function"
        ) {
            let message = format!("'{class}' object is not subscriptable; perhaps you missed a comma?");
            self.warn(object.span, message);
        }
        let Some(given) = class_of(index).filter(|given| !matches!(*given, "int" | "bool")) else { return };
        if matches!(class, "str" | "bytes" | "tuple" | "list") {
            let message = format!(
                "{class} indices must be integers or slices, not {given}; perhaps you missed a comma?"
            );
            self.warn(object.span, message);
        }
    }

    /// `assert (condition, message)`
    pub(super) fn look_at_assertion(&mut self, test: &Expr, span: Span) {
        if matches!(&test.kind, ExprKind::Tuple(items) if !items.is_empty()) {
            self.warn(span, "assertion is always true, perhaps remove parentheses?".to_owned());
        }
    }
}

/// A constant that is no singleton.
fn is_literal(expression: &Expr) -> bool {
    is_constant(expression)
        && !matches!(
            expression.kind,
            ExprKind::Name(_)
                | ExprKind::Constant(Constant::None | Constant::True | Constant::False | Constant::Ellipsis)
        )
}

/// The class of what an expression gives, where its form tells.
fn class_of(expression: &Expr) -> Option<&'static str> {
    Some(match &expression.kind {
        ExprKind::Constant(constant) => match constant {
            Constant::None => "NoneType",
            Constant::True | Constant::False => "bool",
            Constant::Ellipsis => "ellipsis",
            Constant::Number(Number::Int(_) | Number::Big { .. }) => "int",
            Constant::Number(Number::Float(_)) => "float",
            Constant::Number(Number::Imaginary(_)) => "complex",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
        },
        ExprKind::UnaryOp { operand, .. } if is_constant(expression) => return class_of(operand),
        ExprKind::BinOp { left, operator, right, .. } => return class_of_sum(left, *operator, right),
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) | ExprKind::ListComp { .. } => "list",
        ExprKind::Dict(_) | ExprKind::DictComp { .. } => "dict",
        ExprKind::Set(_) | ExprKind::SetComp { .. } => "set",
        ExprKind::GeneratorExp { .. } => "generator",
        ExprKind::Lambda { .. } => "function",
        ExprKind::JoinedStr(_) => "str",
        _ => return None,
    })
}

/// The class of a sum or product of numbers that are written out, which CPython computes beforehand.
fn class_of_sum(left: &Expr, operator: BinaryOperator, right: &Expr) -> Option<&'static str> {
    const NUMBERS: [&str; 3] = ["int", "float", "complex"];
    if !matches!(operator, BinaryOperator::Add | BinaryOperator::Sub | BinaryOperator::Mult) {
        return None;
    }
    let rank = |side| NUMBERS.iter().position(|class| Some(*class) == class_of(side));
    Some(NUMBERS[rank(left)?.max(rank(right)?)])
}
