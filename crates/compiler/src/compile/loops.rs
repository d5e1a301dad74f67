//! `while`, `for` and `async for`.

use interleave_syntax::tree::{Expr, ExprKind, Stmt};
use interleave_text::Span;

use super::Compiler;
use super::blocks::{BlockKind, Task};
use super::functions::end_of;
use super::names::Variable;
use super::unit::{LabelId, Place};
use crate::code::{Instruction, Register};

impl<'t> Compiler<'t> {
    pub(super) fn while_loop(
        &mut self,
        statement: Span,
        test: &'t Expr,
        body: &'t [Stmt],
        orelse: &'t [Stmt],
    ) {
        let (again, otherwise, leave) = (self.unit.label(), self.unit.label(), self.unit.label());
        self.unit.place(again);
        self.begin_line(statement);
        self.jump_unless(test, otherwise);
        self.open_loop(leave, again, None);
        self.block(body);
        self.unit.emit(end_of(body, test.span), Instruction::Jump { target: again });
        self.close();
        self.unit.place(otherwise);
        self.block(orelse);
        self.unit.place(leave);
    }

    pub(super) fn for_loop(
        &mut self,
        statement: Span,
        is_async: bool,
        target: &'t Expr,
        iter: &'t Expr,
        body: &'t [Stmt],
        orelse: &'t [Stmt],
    ) {
        let mark = self.unit.depth;
        let place = Place::from(iter);
        let src = if is_async { self.operand(iter) } else { self.unchanged_operand(iter) };
        self.unit.depth = mark;
        let iterator = self.unit.reserve(1, iter.span);
        self.iterate(iterator, src, is_async, place);
        let (again, round) = (self.unit.label(), self.unit.label());
        let (end, leave) = (self.unit.label(), self.unit.label());
        self.unit.place(again);
        self.open_loop(leave, round, Some(iterator));
        // What goes wrong in waiting for an item is the whole statement's.
        self.next(iterator, target, is_async, end, if is_async { statement.into() } else { place });
        self.block(body);
        self.unit.place(round);
        self.begin_line(statement);
        self.unit.emit(end_of(body, target.span), Instruction::Jump { target: again });
        self.close();
        self.unit.place(end);
        if is_async {
            self.unit.emit(place, Instruction::Clear { register: iterator });
        }
        self.unit.depth = mark;
        self.block(orelse);
        self.unit.place(leave);
    }

    /// Binds the next item to the target, or goes to `end`.
    pub(super) fn next(
        &mut self,
        iterator: Register,
        target: &'t Expr,
        is_async: bool,
        end: LabelId,
        place: Place,
    ) {
        let mark = self.unit.depth;
        if is_async {
            self.open_with_cleanup(BlockKind::Guarded, Task::EndLoop(end), place.span);
            self.unit.comes_from_here(end);
            self.unit.is_used(end);
            let item = self.unit.reserve(1, place.span);
            self.unit.emit(place, Instruction::AsyncNext { dst: item, iterator });
            self.unit.emit(place, Instruction::Delegate { dst: item, iterator: item });
            self.close();
            self.store_target(target, item);
        } else if let ExprKind::Name(name) = &target.kind
            && let Variable::Local(dst) = self.variable(name)
        {
            self.unit.emit(place, Instruction::Next { dst, iterator, end });
            self.unit.set_bound(dst, true);
        } else {
            let dst = self.unit.reserve(1, place.span);
            self.unit.emit(place, Instruction::Next { dst, iterator, end });
            self.store_target(target, dst);
        }
        self.unit.depth = mark;
    }
}
