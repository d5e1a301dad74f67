//! `try` in all its forms, and `with`.

use interleave_syntax::tree::{ExceptHandler, Expr, Stmt, Try, WithItem};
use interleave_text::Span;

use super::Compiler;
use super::blocks::{BlockKind, Task};
use super::functions::end_of;
use super::unit::{LabelId, Place};
use crate::code::{AwaitPlace, Instruction, Register, Special};

impl<'t> Compiler<'t> {
    pub(super) fn try_statement(&mut self, statement: &'t Try, span: Span) {
        if statement.finalbody.is_empty() {
            return self.try_except(statement, span);
        }
        let exception = self.unit.depth;
        let (handler, end) = (self.unit.label(), self.unit.label());
        let at_end = end_of(&statement.finalbody, span);
        self.open(BlockKind::Finally(&statement.finalbody), handler, exception);
        if statement.handlers.is_empty() {
            self.block(&statement.body);
            self.block(&statement.orelse);
        } else {
            self.try_except(statement, span);
        }
        self.close();
        self.block(&statement.finalbody);
        self.unit.emit(at_end, Instruction::Jump { target: end });

        self.unit.place(handler);
        self.begin_handler(exception, at_end);
        self.open_handler(exception, at_end);
        self.block(&statement.finalbody);
        self.close();
        self.unit.emit(at_end, Instruction::Reraise { exception });
        self.unit.depth = exception;
        self.unit.place(end);
    }

    fn try_except(&mut self, statement: &'t Try, span: Span) {
        let exception = self.unit.depth;
        let (handler, end) = (self.unit.label(), self.unit.label());
        self.open(BlockKind::Guarded, handler, exception);
        self.block(&statement.body);
        self.close();
        self.block(&statement.orelse);
        self.unit.emit(end_of(&statement.body, span), Instruction::Jump { target: end });

        self.unit.place(handler);
        let first = statement.handlers.first().map_or(span, |handler| handler.span);
        self.begin_handler(exception, first);
        self.open_handler(exception, first);
        if statement.is_star {
            self.star_handlers(&statement.handlers, exception, end, span);
        } else {
            for handler in &statement.handlers {
                self.handler(handler, exception, end);
            }
            self.close();
            let last = statement.handlers.last().and_then(|handler| handler.class.as_ref());
            self.unit.emit(last.map_or(first, |class| class.span), Instruction::Reraise { exception });
        }
        self.unit.depth = exception;
        self.unit.place(end);
    }

    fn begin_handler(&mut self, exception: Register, span: Span) {
        self.unit.depth = exception;
        self.unit.reserve(2, span);
        self.unit.emit(span, Instruction::BeginHandler { exception });
    }

    fn handler(&mut self, handler: &'t ExceptHandler, exception: Register, end: LabelId) {
        if !self.unit.is_reachable() {
            return;
        }
        let mark = self.unit.depth;
        let next = self.unit.label();
        self.begin_line(handler.span);
        if let Some(class) = &handler.class {
            let classes = self.operand(class);
            self.unit.depth = mark;
            let dst = self.unit.reserve(1, class.span);
            self.unit.emit(handler.span, Instruction::ExceptionMatches { dst, exception, classes });
            self.unit.emit(handler.span, Instruction::JumpIfFalse { condition: dst, target: next });
            self.unit.depth = mark;
        }
        self.handler_body(handler, exception);
        let span = end_of(&handler.body, handler.span);
        self.leave_handler(exception, end, span);
        self.unit.place(next);
    }

    /// The block of a handler, with the name the exception has in it.
    fn handler_body(&mut self, handler: &'t ExceptHandler, exception: Register) {
        let Some(name) = &handler.name else { return self.block(&handler.body) };
        let mark = self.unit.depth;
        let variable = self.variable(&name.text);
        let copy = self.unit.reserve(1, handler.span);
        self.unit.emit(handler.span, Instruction::Copy { dst: copy, src: exception });
        self.store(&variable, copy, handler.span);
        self.unit.depth = mark;
        let task = Task::LeaveNamed(variable.clone());
        self.open_with_cleanup(BlockKind::Named(variable.clone()), task, handler.span);
        self.block(&handler.body);
        self.close();
        self.forget(&variable, end_of(&handler.body, handler.span));
    }

    /// The normal end of a handler, which no longer guards this.
    fn leave_handler(&mut self, exception: Register, target: LabelId, span: Span) {
        let handler = self.close();
        self.unit.emit(span, Instruction::EndHandler { exception });
        self.unit.emit(span, Instruction::Jump { target });
        self.come_back(handler);
    }

    // --- except* ---

    /// Writes the clauses and what follows them, and closes the handler. Above the exception: a list of what is raised in the end, what is left, and what matches.
    fn star_handlers(
        &mut self,
        handlers: &'t [ExceptHandler],
        exception: Register,
        end: LabelId,
        span: Span,
    ) {
        let place = Place::from(span);
        let list = self.unit.reserve(1, span);
        self.unit.emit(place, Instruction::MakeList { dst: list, base: list, count: 0 });
        let rest = self.unit.reserve(1, span);
        self.unit.emit(place, Instruction::Copy { dst: rest, src: exception });
        for handler in handlers {
            self.star_handler(handler, list, rest);
        }
        self.unit.emit(place, Instruction::ListAppend { list, src: rest });
        self.unit.depth = rest;
        let raised = self.unit.reserve(1, span);
        self.unit.emit(place, Instruction::StarRest { dst: raised, exception, list });
        self.close();
        let done = self.unit.label();
        self.unit.emit(place, Instruction::JumpIfNone { register: raised, target: done });
        self.unit.emit(place, Instruction::EndHandler { exception });
        self.unit.emit(place, Instruction::Reraise { exception: raised });
        self.unit.place(done);
        self.unit.emit(place, Instruction::Clear { register: raised });
        self.unit.emit(place, Instruction::EndHandler { exception });
        self.unit.emit(place, Instruction::Jump { target: end });
    }

    fn star_handler(&mut self, handler: &'t ExceptHandler, list: Register, rest: Register) {
        let Some(class) = &handler.class else { return };
        let mark = self.unit.depth;
        let (no_match, next, failed) = (self.unit.label(), self.unit.label(), self.unit.label());
        let classes = self.operand(class);
        self.unit.depth = mark;
        let matching = self.unit.reserve(2, class.span);
        self.unit.emit(handler.span, Instruction::StarMatches { base: rest, classes });
        self.unit.emit(handler.span, Instruction::JumpIfNone { register: matching, target: no_match });
        self.unit.emit(handler.span, Instruction::BeginHandler { exception: matching });
        let span = end_of(&handler.body, handler.span);

        let raised = self.unit.depth;
        self.open(BlockKind::Guarded, failed, raised);
        self.handler_body(handler, matching);
        self.close();
        self.unit.emit(span, Instruction::EndHandler { exception: matching });
        self.unit.emit(span, Instruction::Jump { target: next });

        self.unit.place(failed);
        self.unit.depth = raised;
        self.unit.reserve(1, span);
        self.unit.emit(span, Instruction::ListAppend { list, src: raised });
        self.unit.emit(span, Instruction::EndHandler { exception: matching });
        self.unit.emit(span, Instruction::Jump { target: next });

        self.unit.place(no_match);
        self.unit.emit(handler.span, Instruction::Clear { register: matching });
        self.unit.place(next);
        self.unit.depth = mark;
    }

    // --- with ---

    /// While the body runs, two temporaries hold the method `__exit__` and its object.
    pub(super) fn with_statement(&mut self, is_async: bool, items: &'t [WithItem], body: &'t [Stmt]) {
        let Some((item, inner)) = items.split_first() else { return self.block(body) };
        let place = Place::from(&item.context);
        let exit = self.enter_context(is_async, &item.context, place);
        let exception = exit + 2;
        let (handler, end) = (self.unit.label(), self.unit.label());
        self.open(BlockKind::With { exit, is_async, place }, handler, exception);
        let entered = self.unit.reserve(1, place.span);
        match &item.target {
            Some(target) => self.store_target(target, entered),
            None => self.unit.emit(place, Instruction::Clear { register: entered }),
        }
        self.unit.depth = exception;
        self.with_statement(is_async, inner, body);
        self.close();
        if self.unit.is_reachable() {
            self.exit_without_exception(exit, is_async, place);
        }
        self.unit.emit(place, Instruction::Jump { target: end });

        self.unit.place(handler);
        self.exit_with_exception(exit, is_async, place);
        self.unit.place(end);
        self.unit.depth = exit;
    }

    /// Calls `__enter__`; the result is in the next temporary.
    fn enter_context(&mut self, is_async: bool, context: &'t Expr, place: Place) -> Register {
        let exit = self.unit.reserve(1, place.span);
        let object = self.push(context);
        let enter = self.unit.depth;
        self.unit.reserve(2, place.span);
        let (first, last) = if is_async {
            (Special::AsyncEnter, Special::AsyncExit)
        } else {
            (Special::Enter, Special::Exit)
        };
        self.unit.emit(place, Instruction::LoadSpecial { special: first, base: enter, object });
        self.unit.emit(place, Instruction::LoadSpecial { special: last, base: exit, object });
        self.unit.emit(place, Instruction::CallMethod { dst: enter, base: enter, count: 0, names: 0 });
        if is_async {
            self.await_in_place(enter, AwaitPlace::AsyncEnter, place);
        }
        self.unit.depth = enter;
        exit
    }

    /// What `__exit__` does with an exception: if its result is true, the exception is over.
    fn exit_with_exception(&mut self, exit: Register, is_async: bool, place: Place) {
        let exception = exit + 2;
        self.begin_handler(exception, place.span);
        self.open_handler(exception, place.span);
        let base = self.unit.reserve(5, place.span);
        self.unit.emit(place, Instruction::Copy { dst: base, src: exit });
        self.unit.emit(place, Instruction::Copy { dst: base + 1, src: exit + 1 });
        self.unit.emit(place, Instruction::ExceptionParts { base: base + 2, exception });
        self.call_exit(base, is_async, place);
        let over = self.unit.label();
        self.unit.emit(place, Instruction::JumpIfTrue { condition: base, target: over });
        self.close();
        self.unit.emit(place, Instruction::LetPass { exception });
        self.unit.place(over);
        self.unit.emit(place, Instruction::EndHandler { exception });
        self.unit.emit(place, Instruction::Clear { register: exit });
        self.unit.emit(place, Instruction::Clear { register: exit + 1 });
    }
}
