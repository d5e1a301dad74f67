//! What surrounds a statement: loops, guarded regions, handlers, `with`; and how `break`,
//! `continue` and `return` leave them, from the inside out.

use interleave_syntax::tree::Stmt;
use interleave_text::Span;

use super::Compiler;
use super::names::Variable;
use super::unit::{LabelId, Place};
use crate::code::{Handler, Instruction, Label, Operand, Register};

/// As many as CPython allows.
const NESTED_BLOCKS: usize = 21;

#[derive(Debug)]
pub(super) struct Block<'t> {
    pub(super) kind: BlockKind<'t>,
    pub(super) region: Option<Region>,
}

#[derive(Clone, Debug)]
pub(super) enum BlockKind<'t> {
    Loop {
        /// Where `break` leads, and `continue`.
        leave: LabelId,
        again: LabelId,
        /// What `for` iterates over.
        iterator: Option<Register>,
    },
    /// Nothing is to be done when it is left.
    Guarded,
    Finally(&'t [Stmt]),
    /// In a `finally` that a `return` goes through: what will be returned.
    Value(Register),
    /// An exception is being handled.
    Handler(Register),
    /// `except … as`: the variable is unbound at the end.
    Named(Variable),
    With {
        /// Of `__exit__`, followed by its object.
        exit: Register,
        is_async: bool,
        place: Place,
    },
}

/// Instructions whose exceptions go to a handler; from `start` on, up to now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    pub(super) target: LabelId,
    pub(super) depth: Register,
    start: Label,
}

/// A handler that only clears up. It is written after everything else.
#[derive(Debug)]
pub(super) struct Cleanup {
    pub(super) target: LabelId,
    pub(super) depth: Register,
    pub(super) span: Span,
    pub(super) task: Task,
    /// The handlers around it, from the inside out.
    regions: Vec<Region>,
}

#[derive(Clone, Debug)]
pub(super) enum Task {
    /// An exception leaves a handler: the one that was being handled goes.
    LeaveHandler(Register),
    /// An exception leaves the block of an `except … as`, whose variable goes.
    LeaveNamed(Variable),
    /// An exception leaves a comprehension, whose variables go.
    LeaveComprehension(Vec<Register>),
    /// An exception leaves the `__anext__` of a loop: perhaps that is its end.
    EndLoop(LabelId),
}

impl<'t> Compiler<'t> {
    /// Begins a region whose exceptions go to `target`.
    pub(super) fn open(&mut self, kind: BlockKind<'t>, target: LabelId, depth: Register) {
        self.unit.comes_from_here(target);
        let region = Region { target, depth, start: self.unit.position() };
        self.push_block(Block { kind, region: Some(region) });
    }

    fn push_block(&mut self, block: Block<'t>) {
        if self.unit.blocks.len() >= NESTED_BLOCKS {
            self.unit.fail("too many statically nested blocks", self.unit.last_span());
        }
        self.unit.blocks.push(block);
    }

    /// Begins a region with a handler that only clears up.
    pub(super) fn open_with_cleanup(&mut self, kind: BlockKind<'t>, task: Task, span: Span) {
        let target = self.unit.label();
        let depth = self.unit.depth;
        let regions = self.unit.blocks.iter().rev().filter_map(|block| block.region).collect();
        self.unit.cleanups.push(Cleanup { target, depth, span, task, regions });
        self.open(kind, target, depth);
    }

    /// Begins the body of a handler, whose exception is in `exception`.
    pub(super) fn open_handler(&mut self, exception: Register, span: Span) {
        self.open_with_cleanup(BlockKind::Handler(exception), Task::LeaveHandler(exception), span);
    }

    pub(super) fn open_loop(&mut self, leave: LabelId, again: LabelId, iterator: Option<Register>) {
        let kind = BlockKind::Loop { leave, again, iterator };
        self.push_block(Block { kind, region: None });
    }

    /// Ends the innermost region, or loop.
    pub(super) fn close(&mut self) -> Option<Block<'t>> {
        let block = self.unit.blocks.pop()?;
        if let Some(region) = block.region {
            self.guard(region, region.start);
        }
        Some(block)
    }

    fn guard(&mut self, region: Region, start: Label) {
        let end = self.unit.position();
        if start < end {
            self.unit.is_used(region.target);
            self.unit.handlers.push(Handler { start, end, target: region.target, depth: region.depth });
        }
    }

    // --- leaving ---

    pub(super) fn return_value(&mut self, value: Option<&'t interleave_syntax::tree::Expr>, span: Span) {
        let mark = self.unit.depth;
        let src = match value {
            None => self.none(span),
            Some(value) if self.leaving_runs_code() => match self.constant(value) {
                Some(constant) => constant,
                None => self.push(value),
            },
            Some(value) => self.operand(value),
        };
        let kept = self.is_temporary(src).then_some(src);
        let left = self.leave(0, kept, span);
        self.unit.emit(span, Instruction::Return { src });
        self.come_back(left);
        self.unit.depth = mark;
    }

    fn leaving_runs_code(&self) -> bool {
        let runs_code =
            |block: &Block<'_>| !matches!(block.kind, BlockKind::Loop { .. } | BlockKind::Guarded);
        self.unit.blocks.iter().any(runs_code)
    }

    pub(super) fn break_loop(&mut self, span: Span) {
        let Some((index, leave, _, iterator)) = self.innermost_loop() else { return };
        let left = self.leave(index + 1, None, span);
        if let Some(register) = iterator {
            self.unit.emit(span, Instruction::Clear { register });
        }
        self.unit.emit(span, Instruction::Jump { target: leave });
        self.come_back(left);
    }

    pub(super) fn continue_loop(&mut self, span: Span) {
        let Some((index, _, again, _)) = self.innermost_loop() else { return };
        let left = self.leave(index + 1, None, span);
        self.unit.emit(span, Instruction::Jump { target: again });
        self.come_back(left);
    }

    fn innermost_loop(&self) -> Option<(usize, LabelId, LabelId, Option<Register>)> {
        self.unit.blocks.iter().enumerate().rev().find_map(|(index, block)| match block.kind {
            BlockKind::Loop { leave, again, iterator } => Some((index, leave, again, iterator)),
            _ => None,
        })
    }

    /// Writes what leaving the blocks from `keep` on amounts to, `value` being what will be returned. Meanwhile, and until [`Self::come_back`],
    /// their handlers catch nothing.
    fn leave(&mut self, keep: usize, value: Option<Register>, span: Span) -> Vec<Block<'t>> {
        let mut left = Vec::new();
        while self.unit.blocks.len() > keep {
            let Some(block) = self.close() else { break };
            match block.kind.clone() {
                BlockKind::Loop { iterator, .. } => {
                    if let Some(register) = iterator {
                        self.unit.emit(span, Instruction::Clear { register });
                    }
                }
                BlockKind::Guarded => {}
                BlockKind::Finally(body) => match value {
                    None => self.block(body),
                    Some(value) => {
                        self.push_block(Block { kind: BlockKind::Value(value), region: None });
                        self.block(body);
                        self.unit.blocks.pop();
                    }
                },
                BlockKind::Value(register) => self.unit.emit(span, Instruction::Clear { register }),
                BlockKind::Handler(exception) => {
                    self.unit.emit(span, Instruction::EndHandler { exception });
                }
                BlockKind::Named(variable) => self.forget(&variable, span),
                BlockKind::With { exit, is_async, place } => {
                    self.exit_without_exception(exit, is_async, place)
                }
            }
            left.push(block);
        }
        left
    }

    /// The blocks go on, whose innermost comes first.
    pub(super) fn come_back<I>(&mut self, left: I)
    where
        I: IntoIterator<Item = Block<'t>, IntoIter: DoubleEndedIterator>,
    {
        for mut block in left.into_iter().rev() {
            if let Some(region) = &mut block.region {
                region.start = self.unit.position();
            }
            self.unit.blocks.push(block);
        }
    }

    // --- clearing up ---

    /// Writes the handlers that only clear up. Handlers around them catch what they raise again.
    pub(super) fn write_cleanups(&mut self) {
        for cleanup in std::mem::take(&mut self.unit.cleanups) {
            self.unit.place(cleanup.target);
            if !self.unit.is_reachable() {
                continue;
            }
            let start = self.unit.position();
            self.unit.depth = cleanup.depth;
            let (span, exception) = (cleanup.span, cleanup.depth);
            self.unit.reserve(2, span);
            match cleanup.task {
                Task::LeaveHandler(handled) => {
                    self.unit.emit(span, Instruction::EndHandler { exception: handled });
                    self.unit.emit(span, Instruction::LetPass { exception });
                }
                Task::LeaveNamed(variable) => {
                    self.forget(&variable, span);
                    self.unit.emit(span, Instruction::LetPass { exception });
                }
                Task::LeaveComprehension(variables) => {
                    for register in variables {
                        self.unit.emit(span, Instruction::Clear { register });
                    }
                    self.unit.emit(span, Instruction::Reraise { exception });
                }
                Task::EndLoop(end) => self.unit.emit(span, Instruction::EndAsyncFor { exception, end }),
            }
            for region in cleanup.regions {
                self.guard(region, start);
            }
        }
    }

    // --- with ---

    /// `__exit__(None, None, None)`, its method being in `exit` and its object behind it.
    pub(super) fn exit_without_exception(&mut self, exit: Register, is_async: bool, place: Place) {
        let mark = self.unit.depth;
        let base = if mark == exit + 2 {
            exit
        } else {
            // Something stands above: a value to be returned.
            let base = self.unit.reserve(2, place.span);
            self.unit.emit(place, Instruction::Move { dst: base, src: exit });
            self.unit.emit(place, Instruction::Copy { dst: base + 1, src: exit + 1 });
            self.unit.emit(place, Instruction::Clear { register: exit + 1 });
            base
        };
        let none = self.none(place.span);
        let arguments = self.unit.reserve(3, place.span);
        for dst in arguments..arguments.saturating_add(3) {
            self.unit.emit(place, Instruction::Move { dst, src: none });
        }
        self.call_exit(base, is_async, place);
        self.unit.emit(place, Instruction::Discard { register: base });
        self.unit.depth = mark;
    }

    /// The result goes to `base`.
    pub(super) fn call_exit(&mut self, base: Register, is_async: bool, place: Place) {
        self.unit.emit(place, Instruction::CallMethod { dst: base, base, count: 3, names: 0 });
        if is_async {
            self.await_in_place(base, crate::code::AwaitPlace::AsyncExit, place);
        }
    }

    /// Awaits what is in a temporary; the result goes to the same.
    pub(super) fn await_in_place(&mut self, register: Register, of: crate::code::AwaitPlace, place: Place) {
        let src: Operand = register;
        self.unit.emit(place, Instruction::Awaitable { place: of, dst: register, src });
        self.unit.emit(place, Instruction::Delegate { dst: register, iterator: register });
    }
}
