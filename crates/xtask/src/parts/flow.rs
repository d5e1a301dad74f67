//! The body of a function as outlining sees it: instructions with what is on the stack before each, where
//! frames end, and which locals are still read from there on.

use std::iter::successors;

use anyhow::{Context, Result};
use wasmparser::{BlockType, FuncValidator, FunctionBody, Operator, ValType, ValidatorResources};

/// An instruction, by its number in the body.
pub(super) type At = usize;

pub(super) struct Flow<'a> {
    pub(super) operators: Vec<Operator<'a>>,
    pub(super) offsets: Vec<u32>,
    pub(super) locals: Vec<ValType>,
    /// Before each instruction.
    pub(super) states: Vec<State>,
    /// By their numbers; the first is the function itself.
    pub(super) frames: Vec<Frame>,
}

#[derive(Clone, Copy)]
pub(super) struct State {
    /// The innermost frame.
    pub(super) frame: usize,
    /// The frame has put nothing on the stack.
    pub(super) is_bare: bool,
    /// Nothing comes here.
    pub(super) is_dead: bool,
}

pub(super) struct Frame {
    pub(super) outer: Option<usize>,
    pub(super) kind: BlockType,
    pub(super) is_loop: bool,
    pub(super) begin: At,
    otherwise: Option<At>,
    pub(super) end: At,
}

impl<'a> Flow<'a> {
    pub(super) fn read(
        body: &FunctionBody<'a>,
        mut validator: FuncValidator<ValidatorResources>,
    ) -> Result<Self> {
        let mut reader = body.get_binary_reader();
        validator.read_locals(&mut reader)?;
        let locals =
            (0..validator.len_locals()).filter_map(|local| validator.get_local_type(local)).collect();
        let whole =
            Frame { outer: None, kind: BlockType::Empty, is_loop: false, begin: 0, otherwise: None, end: 0 };
        let mut flow = Self {
            operators: Vec::new(),
            offsets: Vec::new(),
            locals,
            states: Vec::new(),
            frames: vec![whole],
        };
        let mut open = vec![0];
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let (operator, offset) = operators.read_with_offset()?;
            let at = flow.operators.len();
            let frame = *open.last().context("code behind the end of a function")?;
            let inside = validator.get_control_frame(0).context("code outside of any frame")?;
            flow.states.push(State {
                frame,
                is_bare: validator.operand_stack_height() as usize == inside.height,
                is_dead: inside.unreachable,
            });
            match &operator {
                Operator::Block { blockty } | Operator::Loop { blockty } | Operator::If { blockty } => {
                    open.push(flow.frames.len());
                    flow.frames.push(Frame {
                        outer: Some(frame),
                        kind: *blockty,
                        is_loop: matches!(operator, Operator::Loop { .. }),
                        begin: at,
                        otherwise: None,
                        end: 0,
                    });
                }
                Operator::Else => flow.frame(frame)?.otherwise = Some(at),
                Operator::End => {
                    flow.frame(frame)?.end = at;
                    open.pop();
                }
                _ => {}
            }
            validator.op(offset, &operator)?;
            flow.operators.push(operator);
            flow.offsets.push(u32::try_from(offset)?);
        }
        Ok(flow)
    }

    fn frame(&mut self, number: usize) -> Result<&mut Frame> {
        self.frames.get_mut(number).context("no such frame")
    }

    /// The frame that a branch leads out of, or to whose beginning if it is a loop.
    pub(super) fn target(&self, from: usize, depth: u32) -> usize {
        (0..depth).fold(from, |frame, _| self.frames.get(frame).and_then(|frame| frame.outer).unwrap_or(0))
    }

    /// How many frames one has to leave to be in that one.
    pub(super) fn depth(&self, from: usize, to: usize) -> u32 {
        let outer = |frame: &usize| self.frames.get(*frame).and_then(|frame| frame.outer);
        let way = successors(Some(from), outer).take_while(|frame| *frame != to);
        way.fold(0, |depth, _| depth + 1)
    }

    /// Where a piece ends that begins here and goes as far as its frame, or the frame's half.
    pub(super) fn piece_end(&self, at: At) -> At {
        let frame = self.states.get(at).and_then(|state| self.frames.get(state.frame));
        frame.map_or(at, |frame| frame.otherwise.filter(|otherwise| *otherwise >= at).unwrap_or(frame.end))
    }

    /// The frames that the branches of an instruction lead to, and whether it lets the next one follow.
    pub(super) fn branches(&self, at: At) -> (Vec<usize>, bool) {
        let frame = self.states.get(at).map_or(0, |state| state.frame);
        match self.operators.get(at) {
            Some(Operator::Br { relative_depth }) => (vec![self.target(frame, *relative_depth)], false),
            Some(Operator::BrIf { relative_depth }) => (vec![self.target(frame, *relative_depth)], true),
            Some(Operator::BrTable { targets }) => {
                let depths = targets.targets().flatten().chain([targets.default()]);
                (depths.map(|depth| self.target(frame, depth)).collect(), false)
            }
            Some(Operator::Return) => (vec![0], false),
            Some(Operator::Unreachable) => (Vec::new(), false),
            _ => (Vec::new(), true),
        }
    }

    /// Which locals may be read before they are written: before each instruction.
    pub(super) fn live(&self) -> Vec<Locals> {
        let none = Locals(vec![0; self.locals.len().div_ceil(64)]);
        let mut live = vec![none.clone(); self.operators.len() + 1];
        loop {
            let mut changed = false;
            for (at, operator) in self.operators.iter().enumerate().rev() {
                let (branches, goes_on) = self.branches(at);
                let mut now = none.clone();
                let leads_to = branches.iter().filter_map(|frame| self.frames.get(*frame));
                for target in leads_to.map(|frame| if frame.is_loop { frame.begin } else { frame.end }) {
                    now.add(&live[target]);
                }
                let frame = self.frames.get(self.states.get(at).map_or(0, |state| state.frame));
                match operator {
                    // Where one half ends, the other does not begin.
                    Operator::Else => now.add(&live[frame.map_or(at, |frame| frame.end)]),
                    _ if goes_on => now.add(&live[at + 1]),
                    _ => {}
                }
                if let Operator::If { .. } = operator {
                    let own = self.states.get(at + 1).and_then(|state| self.frames.get(state.frame));
                    let other = own.map(|own| own.otherwise.map_or(own.end, |otherwise| otherwise + 1));
                    now.add(&live[other.unwrap_or(at)]);
                }
                match operator {
                    Operator::LocalGet { local_index } => now.set(*local_index, true),
                    Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                        now.set(*local_index, false);
                    }
                    _ => {}
                }
                if now != live[at] {
                    live[at] = now;
                    changed = true;
                }
            }
            if !changed {
                return live;
            }
        }
    }
}

/// A set of locals.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Locals(Vec<u64>);

impl Locals {
    fn add(&mut self, others: &Self) {
        self.0.iter_mut().zip(&others.0).for_each(|(own, other)| *own |= other);
    }

    fn set(&mut self, local: u32, value: bool) {
        if let Some(word) = self.0.get_mut(local as usize / 64) {
            let bit = 1 << (local % 64);
            *word = if value { *word | bit } else { *word & !bit };
        }
    }

    pub(super) fn has(&self, local: u32) -> bool {
        self.0.get(local as usize / 64).is_some_and(|word| word >> (local % 64) & 1 == 1)
    }
}
