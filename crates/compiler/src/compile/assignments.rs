//! Assignment, also with an operator or an annotation, unpacking, and `del`.

use interleave_syntax::tree::{BinaryOperator as TreeBinary, Expr, ExprKind, Stmt};
use interleave_text::Span;

use super::Compiler;
use super::expressions::binary_operator;
use super::names::Variable;
use super::unit::Place;
use crate::code::{CodeKind, Instruction, Operand, Register};

impl<'t> Compiler<'t> {
    pub(super) fn assign(&mut self, targets: &'t [Expr], value: &'t Expr) {
        let mark = self.unit.depth;
        match targets {
            [target] => self.assign_one(target, value),
            _ => {
                let src = match self.constant(value) {
                    Some(constant) => constant,
                    None => self.push(value),
                };
                for (index, target) in targets.iter().enumerate() {
                    let depth = self.unit.depth;
                    let is_last = index + 1 == targets.len();
                    let src = if is_last { src } else { self.once_more(src, Place::from(value.span)) };
                    self.store_target(target, src);
                    self.unit.depth = depth;
                }
            }
        }
        self.unit.depth = mark;
    }

    fn assign_one(&mut self, target: &'t Expr, value: &'t Expr) {
        if let ExprKind::Name(name) = &target.kind
            && let Variable::Local(register) = self.variable(name)
        {
            self.into(value, register);
            return self.unit.set_bound(register, true);
        }
        if let (ExprKind::Tuple(targets) | ExprKind::List(targets), ExprKind::Tuple(values)) =
            (&target.kind, &value.kind)
            && targets.len() == values.len()
            && !targets.iter().chain(values).any(|item| matches!(item.kind, ExprKind::Starred(_)))
        {
            // `a, b = b, a` needs no tuple.
            let base = self.push_all(values);
            return (base..).zip(targets).for_each(|(src, target)| self.store_target(target, src));
        }
        let src = self.early(value);
        self.store_target(target, src);
    }

    /// Binds a target. The temporaries are then as before, but that `src`, if it is one, is empty.
    pub(super) fn store_target(&mut self, target: &'t Expr, src: Operand) {
        let mark = self.unit.depth;
        let place = Place::from(target);
        match &target.kind {
            ExprKind::Name(name) => {
                let variable = self.variable(name);
                self.store(&variable, src, place);
            }
            ExprKind::Attribute { value, attribute } => {
                let object = self.operand(value);
                let site = self.attribute_site(attribute);
                let place = self.attribute_place(place, target);
                self.unit.emit(place, Instruction::StoreAttribute { object, src, site });
            }
            ExprKind::Subscript { value, index, .. } => {
                let object = self.early(value);
                let index = self.operand(index);
                self.unit.emit(place, Instruction::StoreItem { object, index, src });
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => self.unpack(targets, src, place),
            ExprKind::Starred(value) => self.store_target(value, src),
            // The checks of the syntax let nothing else be a target.
            _ => {}
        }
        self.unit.depth = mark;
    }

    fn unpack(&mut self, targets: &'t [Expr], src: Operand, place: Place) {
        let starred = targets.iter().position(|target| matches!(target.kind, ExprKind::Starred(_)));
        let locals = self.locals_in_a_row(targets);
        let base = locals.unwrap_or_else(|| self.unit.reserve(targets.len(), place.span));
        let narrow = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let instruction = match starred {
            None => Instruction::Unpack { src, base, count: narrow(targets.len()) },
            Some(index) => {
                let after = narrow(targets.len() - index - 1);
                Instruction::UnpackRest { src, base, before: narrow(index), after }
            }
        };
        self.unit.emit(place, instruction);
        for (register, target) in (base..).zip(targets) {
            self.store_target(target, register);
        }
    }

    /// The first register, if the targets are locals whose registers follow each other.
    fn locals_in_a_row(&self, targets: &'t [Expr]) -> Option<Register> {
        let local = |target: &'t Expr| match &target.kind {
            ExprKind::Name(name) => match self.variable(name) {
                Variable::Local(register) => Some(register),
                _ => None,
            },
            _ => None,
        };
        let first = local(targets.first()?)?;
        (first..).zip(targets).all(|(register, target)| local(target) == Some(register)).then_some(first)
    }

    // --- with an operator ---

    pub(super) fn augmented(
        &mut self,
        statement: Span,
        target: &'t Expr,
        operator: TreeBinary,
        value: &'t Expr,
    ) {
        let mark = self.unit.depth;
        let operator = binary_operator(operator);
        let place = Place::from(target);
        match &target.kind {
            ExprKind::Name(name) => {
                let variable = self.variable(name);
                let left = match variable {
                    Variable::Local(register) if !self.changes_within_expressions(name) => {
                        self.check_bound(register, place);
                        register
                    }
                    _ => self.push(target),
                };
                let right = self.operand(value);
                let dst = match variable {
                    Variable::Local(register) => register,
                    _ => left,
                };
                self.unit.emit(statement, Instruction::InPlace { operator, dst, left, right });
                self.store(&variable, dst, place);
            }
            ExprKind::Attribute { value: object, attribute } => {
                let object = self.early(object);
                let site = self.attribute_site(attribute);
                let place = self.attribute_place(place, target);
                let (left, depth) = (self.unit.depth, self.unit.depth + 1);
                let again = self.once_more(object, place);
                self.unit.touch(left);
                self.unit.emit(place, Instruction::LoadAttribute { dst: left, object: again, site });
                self.unit.depth = depth;
                let right = self.operand(value);
                self.unit.emit(statement, Instruction::InPlace { operator, dst: left, left, right });
                let site = self.attribute_site(attribute);
                self.unit.emit(place, Instruction::StoreAttribute { object, src: left, site });
            }
            ExprKind::Subscript { value: object, index, .. } => {
                let object = self.early(object);
                let index = self.early(index);
                let left = self.unit.depth;
                let object_again = self.once_more(object, place);
                let index_again = self.once_more(index, place);
                self.unit.touch(left);
                self.unit.emit(
                    place,
                    Instruction::LoadItem { dst: left, object: object_again, index: index_again },
                );
                self.unit.depth = left + 1;
                let right = self.operand(value);
                self.unit.emit(statement, Instruction::InPlace { operator, dst: left, left, right });
                self.unit.emit(place, Instruction::StoreItem { object, index, src: left });
            }
            _ => {}
        }
        self.unit.depth = mark;
    }

    /// A local that may be unbound is looked at before anything else is evaluated.
    fn check_bound(&mut self, register: Register, place: Place) {
        if self.unit.is_bound(register) {
            return;
        }
        let copy = self.unit.depth;
        self.unit.touch(copy);
        self.load(&Variable::Local(register), copy, place);
        self.unit.emit(place, Instruction::Discard { register: copy });
    }

    // --- with an annotation ---

    pub(super) fn annotated(
        &mut self,
        statement: &'t Stmt,
        target: &'t Expr,
        annotation: &'t Expr,
        value: Option<&'t Expr>,
        simple: bool,
    ) {
        let mark = self.unit.depth;
        let place = Place::from(statement.span);
        match (value, &target.kind) {
            (Some(value), _) => self.assign_one(target, value),
            (None, ExprKind::Attribute { value, .. }) => self.evaluate(value),
            (None, ExprKind::Subscript { value, index, .. }) => {
                self.evaluate(value);
                self.evaluate(index);
            }
            _ => {}
        }
        self.unit.depth = mark;
        if !matches!(self.unit.kind, CodeKind::Module | CodeKind::Class) {
            return;
        }
        match &target.kind {
            ExprKind::Name(name) if simple => {
                let src = self.push_annotation(annotation);
                let object = self.unit.reserve(1, place.span);
                let annotations = self.variable("__annotations__");
                self.load(&annotations, object, place);
                let name = self.mangle(name);
                let index = self.text(&name, target.span);
                self.unit.emit(place, Instruction::StoreItem { object, index, src });
            }
            _ if self.scopes.annotations_are_text => {}
            _ => self.evaluate(annotation),
        }
        self.unit.depth = mark;
    }

    /// Evaluates an expression and lets its value go.
    pub(super) fn evaluate(&mut self, expression: &'t Expr) {
        let mark = self.unit.depth;
        let register = self.operand(expression);
        if self.is_temporary(register) {
            self.unit.emit(expression, Instruction::Discard { register });
        }
        self.unit.depth = mark;
    }

    // --- del ---

    pub(super) fn delete_target(&mut self, target: &'t Expr) {
        let mark = self.unit.depth;
        let place = Place::from(target);
        match &target.kind {
            ExprKind::Name(name) => {
                let variable = self.variable(name);
                self.delete(&variable, place);
            }
            ExprKind::Attribute { value, attribute } => {
                let object = self.operand(value);
                let site = self.attribute_site(attribute);
                let place = self.attribute_place(place, target);
                self.unit.emit(place, Instruction::DeleteAttribute { object, site });
            }
            ExprKind::Subscript { value, index, .. } => {
                let object = self.early(value);
                let index = self.operand(index);
                self.unit.emit(place, Instruction::DeleteItem { object, index });
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                targets.iter().for_each(|target| self.delete_target(target));
            }
            _ => {}
        }
        self.unit.depth = mark;
    }
}
