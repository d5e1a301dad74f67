//! Expressions. Each is compiled to an operand, or into a given register.
//!
//! When `into` returns, no temporary is left above those that were there before, but
//! for the destination if that is the next one.

use interleave_syntax::tree::{
    BinaryOperator as TreeBinary, BoolOperator, CompareOperator, Conversion as TreeConversion, Expr,
    ExprKind, FStringPart, FStringValue, Name, UnaryOperator as TreeUnary,
};
use interleave_text::Span;

use super::Compiler;
use super::constants::truth;
use super::names::Variable;
use super::unit::{LabelId, Place};
use crate::code::{
    AwaitPlace, BinaryOperator, CONSTANTS, Comparison, Conversion, Instruction, NOTHING, Operand, Register,
    UnaryOperator,
};

impl<'t> Compiler<'t> {
    /// The value of an expression, for an instruction that comes at once.
    pub(super) fn operand(&mut self, expression: &'t Expr) -> Operand {
        if let Some(constant) = self.constant(expression) {
            return constant;
        }
        match &expression.kind {
            ExprKind::Name(name) => {
                if let Variable::Local(register) = self.variable(name)
                    && self.unit.is_bound(register)
                {
                    return register;
                }
            }
            ExprKind::Named { target, value } => {
                if let Variable::Local(register) = self.variable(&target.text) {
                    self.into(value, register);
                    self.unit.set_bound(register, true);
                    return register;
                }
            }
            _ => {}
        }
        self.push(expression)
    }

    /// The value of an expression that stays the same while others are evaluated.
    pub(super) fn early(&mut self, expression: &'t Expr) -> Operand {
        match &expression.kind {
            ExprKind::Name(name) if self.changes_within_expressions(name) => self.push(expression),
            ExprKind::Named { .. } => self.push(expression),
            _ => self.operand(expression),
        }
    }

    /// The value of an expression in a new temporary.
    pub(super) fn push(&mut self, expression: &'t Expr) -> Register {
        let dst = self.unit.depth;
        self.into(expression, dst);
        self.unit.reserve(1, expression.span)
    }

    /// Values in temporaries in a row; the first of them.
    pub(super) fn push_all(&mut self, expressions: impl IntoIterator<Item = &'t Expr>) -> Register {
        let base = self.unit.depth;
        for expression in expressions {
            self.push(expression);
        }
        base
    }

    pub(super) fn is_temporary(&self, operand: Operand) -> bool {
        operand < CONSTANTS && usize::from(operand) >= self.unit.locals.len()
    }

    /// The same value for one more reader: a copy, if reading would take it away.
    pub(super) fn once_more(&mut self, operand: Operand, place: Place) -> Operand {
        if !self.is_temporary(operand) {
            return operand;
        }
        let dst = self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::Copy { dst, src: operand });
        dst
    }

    pub(super) fn move_into(&mut self, dst: Register, src: Operand, place: Place) {
        if dst != src {
            self.unit.emit(place, Instruction::Move { dst, src });
        }
    }

    /// The value of an expression in a given register: a local, or the next temporary.
    pub(super) fn into(&mut self, expression: &'t Expr, dst: Register) {
        let mark = self.unit.depth;
        self.unit.touch(dst);
        let place = Place::from(expression);
        if let Some(constant) = self.constant(expression) {
            self.move_into(dst, constant, place);
            self.unit.depth = mark;
            return;
        }
        match &expression.kind {
            ExprKind::Constant(_) => {}
            ExprKind::Name(name) => {
                let variable = self.variable(name);
                self.load(&variable, dst, place);
            }
            ExprKind::JoinedStr(parts) => self.f_string(parts, dst, place),
            ExprKind::BoolOp { operator, values } => self.bool_op(*operator, values, dst, place),
            ExprKind::Named { target, value } => self.named(target, value, dst),
            ExprKind::BinOp { .. } => self.binary(expression, dst),
            ExprKind::UnaryOp { operator, operand } => {
                let src = match (&operand.kind, operator) {
                    // CPython takes such a comparison for a part of the `not`.
                    (ExprKind::Compare { left, rest }, TreeUnary::Not) => {
                        let truth = self.temporary_at(mark, place.span);
                        self.look_at_comparison(operand);
                        self.compare(left, rest, truth, place);
                        truth
                    }
                    _ => self.operand(operand),
                };
                let operator = match operator {
                    TreeUnary::Not => None,
                    TreeUnary::Invert => Some(UnaryOperator::Invert),
                    TreeUnary::UAdd => Some(UnaryOperator::Plus),
                    TreeUnary::USub => Some(UnaryOperator::Minus),
                };
                self.unit.emit(
                    place,
                    match operator {
                        Some(operator) => Instruction::Unary { operator, dst, src },
                        None => Instruction::Not { dst, src },
                    },
                );
            }
            ExprKind::Lambda { parameters, body } => self.lambda(expression, parameters, body, dst),
            ExprKind::IfExp { test, body, orelse } => {
                let (otherwise, end) = (self.unit.label(), self.unit.label());
                self.jump_unless(test, otherwise);
                self.write_if_reachable(body, dst);
                self.unit.emit(place, Instruction::Jump { target: end });
                self.unit.place(otherwise);
                self.write_if_reachable(orelse, dst);
                self.unit.place(end);
            }
            ExprKind::Dict(items) => self.dict(items, dst, place),
            ExprKind::Set(items) => self.set(items, dst, place),
            ExprKind::List(items) => self.list(items, dst, place),
            ExprKind::Tuple(items) => self.tuple(items, dst, place),
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. }
            | ExprKind::GeneratorExp { .. } => self.comprehension(expression, dst),
            ExprKind::Await(value) => {
                let src = self.operand(value);
                let iterator = self.temporary_at(mark, place.span);
                self.unit.emit(
                    place,
                    Instruction::Awaitable { place: AwaitPlace::Expression, dst: iterator, src },
                );
                self.unit.emit(place, Instruction::Delegate { dst, iterator });
            }
            ExprKind::Yield(value) => {
                let src = match value {
                    Some(value) => self.operand(value),
                    None => self.none(place.span),
                };
                self.unit.emit(place, Instruction::Yield { dst, src });
            }
            ExprKind::YieldFrom(value) => {
                let src = self.operand(value);
                let iterator = self.temporary_at(mark, place.span);
                self.unit.emit(place, Instruction::DelegateIterator { dst: iterator, src });
                self.unit.emit(place, Instruction::Delegate { dst, iterator });
            }
            ExprKind::Compare { left, rest } => {
                self.look_at_comparison(expression);
                self.compare(left, rest, dst, place);
            }
            ExprKind::Call { function, args, keywords, .. } => {
                self.look_at_callee(function);
                self.call(expression, function, args, keywords, dst);
            }
            ExprKind::Attribute { value, attribute } => {
                let object = self.operand(value);
                let site = self.attribute_site(attribute);
                let place = self.attribute_place(place, expression);
                self.unit.emit(place, Instruction::LoadAttribute { dst, object, site });
            }
            ExprKind::Subscript { value, index, .. } => {
                self.look_at_index(value, index);
                let object = self.early(value);
                let index = self.operand(index);
                self.unit.emit(place, Instruction::LoadItem { dst, object, index });
            }
            // Only where the checks of the syntax allow it, and there it isn't compiled by itself.
            ExprKind::Starred(value) => self.into(value, dst),
            ExprKind::Slice { lower, upper, step } => {
                let base = self.unit.depth;
                for part in [lower, upper, step] {
                    match part {
                        Some(part) => {
                            self.push(part);
                        }
                        None => {
                            let none = self.none(place.span);
                            let dst = self.unit.reserve(1, place.span);
                            self.unit.emit(place, Instruction::Move { dst, src: none });
                        }
                    }
                }
                self.unit.emit(place, Instruction::MakeSlice { dst, base });
            }
        }
        self.unit.depth = mark;
    }

    fn write_if_reachable(&mut self, expression: &'t Expr, dst: Register) {
        if self.unit.is_reachable() {
            self.into(expression, dst);
        }
    }

    /// The temporary at the given depth, whatever has been there.
    fn temporary_at(&mut self, depth: Register, span: Span) -> Register {
        self.unit.depth = depth;
        self.unit.reserve(1, span)
    }

    pub(super) fn attribute_site(&mut self, attribute: &Name) -> crate::code::SiteIndex {
        let name = self.mangle(&attribute.text);
        self.site(&name, attribute.span)
    }

    /// An attribute that is written on a later line than its object is marked alone there.
    pub(super) fn attribute_place(&self, place: Place, attribute: &Expr) -> Place {
        let ExprKind::Attribute { attribute, .. } = &attribute.kind else { return place };
        let line = |offset| self.lines.line_of(offset);
        if line(place.span.start) == line(attribute.span.start) {
            return place;
        }
        Place { span: Span::new(attribute.span.start, place.span.end), ..place }
    }

    // --- operators ---

    /// A long sum leans to the left: it is compiled without recursion.
    fn binary(&mut self, expression: &'t Expr, dst: Register) {
        let mut sum = Vec::new();
        let mut first = expression;
        while let ExprKind::BinOp { left, .. } = &first.kind {
            sum.push(first);
            first = left;
        }
        let mark = self.unit.depth;
        let mut left = self.early(first);
        while let Some(node) = sum.pop() {
            let ExprKind::BinOp { operator, right, .. } = &node.kind else { break };
            let right = self.operand(right);
            let result = if sum.is_empty() { dst } else { self.temporary_at(mark, node.span) };
            self.unit.emit(node, binary_instruction(binary_operator(*operator), result, left, right));
            left = result;
        }
    }

    fn bool_op(&mut self, operator: BoolOperator, values: &'t [Expr], dst: Register, place: Place) {
        let Some((last, before)) = values.split_last() else { return };
        let register = self.unit.depth;
        let target = self.unit.label();
        for value in before {
            let decided = match operator {
                BoolOperator::And => false,
                BoolOperator::Or => true,
            };
            self.into(value, register);
            self.unit.emit(
                value,
                match decided {
                    true => Instruction::JumpIfTrueKeep { register, target },
                    false => Instruction::JumpIfFalseKeep { register, target },
                },
            );
        }
        self.into(last, register);
        self.unit.place(target);
        self.move_into(dst, register, place);
    }

    fn named(&mut self, target: &'t Name, value: &'t Expr, dst: Register) {
        let variable = self.variable(&target.text);
        if let Variable::Local(register) = variable {
            self.into(value, register);
            self.unit.set_bound(register, true);
            return self.move_into(dst, register, target.span.into());
        }
        let value = self.push(value);
        let copy = self.once_more(value, target.span.into());
        self.store(&variable, copy, target.span);
        self.move_into(dst, value, target.span.into());
    }

    fn compare(&mut self, left: &'t Expr, rest: &'t [(CompareOperator, Expr)], dst: Register, place: Place) {
        let Some(((operator, last), before)) = rest.split_last() else { return };
        if before.is_empty() {
            let left = self.early(left);
            let right = match operator {
                CompareOperator::In | CompareOperator::NotIn => self.unchanged_operand(last),
                _ => self.operand(last),
            };
            return self
                .unit
                .emit(place, Instruction::Compare { operator: comparison(*operator), dst, left, right });
        }
        let result = self.unit.reserve(1, place.span);
        let (end, given_up) = (self.unit.label(), self.unit.label());
        let mut left = self.early(left);
        for (operator, middle) in before {
            let middle = self.early(middle);
            let right = self.once_more(middle, place);
            let operator = comparison(*operator);
            self.unit.emit(place, Instruction::Compare { operator, dst: result, left, right });
            let target = if self.is_temporary(middle) { given_up } else { end };
            self.unit.emit(place, Instruction::JumpIfFalseKeep { register: result, target });
            left = middle;
        }
        let right = self.operand(last);
        self.unit
            .emit(place, Instruction::Compare { operator: comparison(*operator), dst: result, left, right });
        self.let_go_of_middles(result + 1, given_up, end, place);
        self.unit.place(end);
        self.move_into(dst, result, place);
    }

    /// Where a chain of comparisons ends early, it goes to `target` without the values it held,
    /// in the temporaries from `from` on.
    fn let_go_of_middles(&mut self, from: Register, given_up: LabelId, target: LabelId, place: Place) {
        if !self.unit.is_label_used(given_up) {
            return;
        }
        let end = self.unit.label();
        self.unit.emit(place, Instruction::Jump { target: end });
        self.unit.place(given_up);
        for register in from..self.unit.depth {
            self.unit.emit(place, Instruction::Clear { register });
        }
        self.unit.emit(place, Instruction::Jump { target });
        self.unit.place(end);
    }

    // --- conditions ---

    /// Goes to `target` if the condition is false.
    pub(super) fn jump_unless(&mut self, condition: &'t Expr, target: LabelId) {
        self.jump_if(condition, false, target);
    }

    /// Goes to `target` if the condition's truth is `truth`.
    pub(super) fn jump_if(&mut self, condition: &'t Expr, when: bool, target: LabelId) {
        let mark = self.unit.depth;
        let place = Place::from(condition);
        if let Some(known) = truth(condition) {
            if known == when {
                self.unit.emit(place, Instruction::Jump { target });
            }
            return;
        }
        self.look_at_comparison(condition);
        match &condition.kind {
            ExprKind::UnaryOp { operator: TreeUnary::Not, operand } => self.jump_if(operand, !when, target),
            ExprKind::BoolOp { operator, values } => self.jump_if_any(*operator, values, when, target),
            ExprKind::IfExp { test, body, orelse } => {
                let (otherwise, end) = (self.unit.label(), self.unit.label());
                self.jump_unless(test, otherwise);
                self.jump_if(body, when, target);
                self.unit.emit(place, Instruction::Jump { target: end });
                self.unit.place(otherwise);
                if self.unit.is_reachable() {
                    self.jump_if(orelse, when, target);
                }
                self.unit.place(end);
            }
            ExprKind::Compare { left, rest } if when && opposite(rest).is_some() => {
                let (Some(operator), [(_, right)]) = (opposite(rest), &**rest) else { return };
                let left = self.early(left);
                let right = self.operand(right);
                self.unit.emit(place, Instruction::JumpUnless { operator, left, right, target });
            }
            ExprKind::Compare { left, rest } if !when => self.jump_unless_compare(left, rest, target, place),
            _ => {
                let condition = self.operand(condition);
                self.unit.emit(
                    place,
                    match when {
                        true => Instruction::JumpIfTrue { condition, target },
                        false => Instruction::JumpIfFalse { condition, target },
                    },
                );
            }
        }
        self.unit.depth = mark;
    }

    fn jump_if_any(&mut self, operator: BoolOperator, values: &'t [Expr], when: bool, target: LabelId) {
        let Some((last, before)) = values.split_last() else { return };
        let decided = operator == BoolOperator::Or;
        let end = self.unit.label();
        for value in before {
            self.jump_if(value, decided, if decided == when { target } else { end });
            if !self.unit.is_reachable() {
                break;
            }
        }
        if self.unit.is_reachable() {
            self.jump_if(last, when, target);
        }
        self.unit.place(end);
    }

    fn jump_unless_compare(
        &mut self,
        left: &'t Expr,
        rest: &'t [(CompareOperator, Expr)],
        target: LabelId,
        place: Place,
    ) {
        let Some(((operator, last), before)) = rest.split_last() else { return };
        let from = self.unit.depth;
        let given_up = self.unit.label();
        let mut left = self.early(left);
        for (operator, middle) in before {
            let middle = self.early(middle);
            let right = self.once_more(middle, place);
            let target = if self.is_temporary(middle) { given_up } else { target };
            self.unit.emit(
                place,
                Instruction::JumpUnless { operator: comparison(*operator), left, right, target },
            );
            left = middle;
        }
        let right = self.operand(last);
        self.unit
            .emit(place, Instruction::JumpUnless { operator: comparison(*operator), left, right, target });
        self.let_go_of_middles(from, given_up, target, place);
    }

    // --- texts ---

    fn f_string(&mut self, parts: &'t [FStringPart], dst: Register, place: Place) {
        match parts {
            [] => {
                let src = self.text("", place.span);
                self.move_into(dst, src, place);
            }
            [FStringPart::Text(text)] => {
                let src = self.text(text, place.span);
                self.move_into(dst, src, place);
            }
            [FStringPart::Value(value)] => self.replacement(value, dst),
            _ => {
                let base = self.unit.depth;
                for part in parts {
                    let dst = self.unit.depth;
                    match part {
                        FStringPart::Text(text) => {
                            let src = self.text(text, place.span);
                            self.unit.depth = dst;
                            self.move_into(dst, src, place);
                        }
                        FStringPart::Value(value) => self.replacement(value, dst),
                    }
                    self.unit.reserve(1, place.span);
                }
                let count = self.unit.depth - base;
                self.unit.emit(place, Instruction::BuildString { dst, base, count });
            }
        }
    }

    fn replacement(&mut self, part: &'t FStringValue, dst: Register) {
        let mark = self.unit.depth;
        self.unit.touch(dst);
        let (src, spec) = match part.spec.as_deref() {
            None | Some([]) => (self.operand(&part.value), NOTHING),
            Some([FStringPart::Text(text)]) => (self.early(&part.value), self.text(text, part.span)),
            Some(parts) => {
                let src = self.early(&part.value);
                let spec = self.unit.depth;
                self.unit.touch(spec);
                self.f_string(parts, spec, part.span.into());
                self.unit.depth = spec;
                (src, self.unit.reserve(1, part.span))
            }
        };
        let conversion = match part.conversion {
            None => Conversion::None,
            Some(TreeConversion::Str) => Conversion::Str,
            Some(TreeConversion::Repr) => Conversion::Repr,
            Some(TreeConversion::Ascii) => Conversion::Ascii,
        };
        self.unit.emit(part.span, Instruction::Format { conversion, dst, src, spec });
        self.unit.depth = mark;
    }
}

pub(super) fn binary_instruction(
    operator: BinaryOperator,
    dst: Register,
    left: Operand,
    right: Operand,
) -> Instruction {
    match operator {
        BinaryOperator::Add => Instruction::Add { dst, left, right },
        BinaryOperator::Subtract => Instruction::Subtract { dst, left, right },
        BinaryOperator::Multiply => Instruction::Multiply { dst, left, right },
        _ => Instruction::Binary { operator, dst, left, right },
    }
}

pub(super) fn binary_operator(operator: TreeBinary) -> BinaryOperator {
    match operator {
        TreeBinary::Add => BinaryOperator::Add,
        TreeBinary::Sub => BinaryOperator::Subtract,
        TreeBinary::Mult => BinaryOperator::Multiply,
        TreeBinary::MatMult => BinaryOperator::MatrixMultiply,
        TreeBinary::Div => BinaryOperator::Divide,
        TreeBinary::Mod => BinaryOperator::Modulo,
        TreeBinary::Pow => BinaryOperator::Power,
        TreeBinary::LShift => BinaryOperator::LeftShift,
        TreeBinary::RShift => BinaryOperator::RightShift,
        TreeBinary::BitOr => BinaryOperator::Or,
        TreeBinary::BitXor => BinaryOperator::Xor,
        TreeBinary::BitAnd => BinaryOperator::And,
        TreeBinary::FloorDiv => BinaryOperator::FloorDivide,
    }
}

/// The comparison that is false when this one is true, where that is certain.
fn opposite(rest: &[(CompareOperator, Expr)]) -> Option<Comparison> {
    match rest {
        [(CompareOperator::Is, _)] => Some(Comparison::IsNot),
        [(CompareOperator::IsNot, _)] => Some(Comparison::Is),
        [(CompareOperator::In, _)] => Some(Comparison::NotIn),
        [(CompareOperator::NotIn, _)] => Some(Comparison::In),
        _ => None,
    }
}

fn comparison(operator: CompareOperator) -> Comparison {
    match operator {
        CompareOperator::Eq => Comparison::Equal,
        CompareOperator::NotEq => Comparison::NotEqual,
        CompareOperator::Lt => Comparison::Less,
        CompareOperator::LtE => Comparison::LessEqual,
        CompareOperator::Gt => Comparison::Greater,
        CompareOperator::GtE => Comparison::GreaterEqual,
        CompareOperator::Is => Comparison::Is,
        CompareOperator::IsNot => Comparison::IsNot,
        CompareOperator::In => Comparison::In,
        CompareOperator::NotIn => Comparison::NotIn,
    }
}
