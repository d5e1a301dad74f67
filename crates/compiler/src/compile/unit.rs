//! One code while it is being written: instructions, labels, temporaries, constants,
//! and which locals are certainly bound. Nothing here knows syntax but places.

use std::collections::BTreeMap;

use interleave_syntax::tree::{Expr, ExprKind};
use interleave_text::Span;

use super::TooMuch;
use super::blocks::Block;
use super::scopes::ScopeId;
use crate::code::{
    CONSTANTS, CodeKind, Constant, Draft, Handler, Instruction, Label, Naming, Operand, Parameters, Register,
    SiteIndex,
};

/// A label while code is written: labels become places in the code at the end.
pub(super) type LabelId = Label;

/// More than anyone writes; but `finally` blocks in `finally` blocks double.
const INSTRUCTION_LIMIT: usize = 400_000;

/// What a traceback marks, and the part that stands out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) span: Span,
    pub(super) anchor: Option<Span>,
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self { span, anchor: None }
    }
}

impl From<&Expr> for Place {
    fn from(expression: &Expr) -> Self {
        let anchor = match &expression.kind {
            ExprKind::BinOp { operator_span, .. } => Some(*operator_span),
            ExprKind::Call { brackets, .. } | ExprKind::Subscript { brackets, .. } => Some(*brackets),
            _ => None,
        };
        Self { span: expression.span, anchor }
    }
}

/// Locals that are certainly bound, as bits.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound(Vec<u64>);

impl Bound {
    fn has(&self, register: Register) -> bool {
        self.0.get(usize::from(register / 64)).is_some_and(|word| word & (1 << (register % 64)) != 0)
    }

    fn set(&mut self, register: Register, bound: bool) {
        let index = usize::from(register / 64);
        if self.0.len() <= index {
            self.0.resize(index + 1, 0);
        }
        let bit = 1 << (register % 64);
        self.0[index] = if bound { self.0[index] | bit } else { self.0[index] & !bit };
    }

    fn keep_common(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }
}

#[derive(Debug, Default)]
struct LabelState {
    position: Option<Label>,
    used: bool,
    /// What is bound wherever something jumps here.
    bound: Option<Bound>,
}

#[derive(Debug)]
pub(super) struct Unit<'t> {
    /// The scope of the code, and of the inlined comprehensions around what is being compiled.
    pub(super) scopes: Vec<ScopeId>,
    pub(super) registers: BTreeMap<ScopeId, BTreeMap<Box<str>, Register>>,
    pub(super) name: Box<str>,
    pub(super) qualname: Box<str>,
    pub(super) naming: Naming,
    /// What the qualified names of functions and classes inside begin with.
    pub(super) prefix: String,
    pub(super) kind: CodeKind,
    pub(super) parameters: Parameters,
    pub(super) locals: Vec<Box<str>>,
    pub(super) free: Vec<Register>,
    pub(super) first_line: u32,
    pub(super) doc: Option<Box<str>>,
    /// The next free temporary.
    pub(super) depth: Register,
    pub(super) blocks: Vec<Block<'t>>,
    pub(super) handlers: Vec<Handler>,
    pub(super) cleanups: Vec<super::blocks::Cleanup>,
    pub(super) children: Vec<Draft>,
    pub(super) failure: Option<TooMuch>,
    registers_used: Register,
    instructions: Vec<Instruction>,
    spans: Vec<Span>,
    anchors: Vec<(Label, Span)>,
    /// Each with its number.
    constants: BTreeMap<Constant, u32>,
    sites: Vec<Box<str>>,
    name_lists: Vec<Vec<Box<str>>>,
    labels: Vec<LabelState>,
    bound: Bound,
    /// Locals that may become unbound again, so that nobody is ever sure of them.
    unsure: Bound,
    reachable: bool,
    /// Where a statement begins of which nothing is written yet.
    line: Option<Span>,
    /// Marks of lines, which are no instructions of the program's.
    marks: usize,
}

impl Unit<'_> {
    pub(super) fn new(
        name: Box<str>,
        qualname: Box<str>,
        kind: CodeKind,
        first_line: u32,
        scope: ScopeId,
    ) -> Self {
        let prefix = match kind {
            CodeKind::Module => String::new(),
            CodeKind::Class => format!("{qualname}."),
            CodeKind::Function | CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator => {
                format!("{qualname}.<locals>.")
            }
        };
        Self {
            scopes: vec![scope],
            prefix,
            registers: BTreeMap::new(),
            name,
            qualname,
            naming: Naming::default(),
            kind,
            parameters: Parameters::default(),
            locals: Vec::new(),
            free: Vec::new(),
            first_line,
            doc: None,
            depth: 0,
            blocks: Vec::new(),
            handlers: Vec::new(),
            cleanups: Vec::new(),
            children: Vec::new(),
            failure: None,
            registers_used: 0,
            instructions: Vec::new(),
            spans: Vec::new(),
            anchors: Vec::new(),
            constants: BTreeMap::new(),
            sites: Vec::new(),
            name_lists: Vec::new(),
            labels: Vec::new(),
            bound: Bound::default(),
            unsure: Bound::default(),
            reachable: true,
            line: None,
            marks: 0,
        }
    }

    pub(super) fn add_local(&mut self, scope: ScopeId, name: &str) -> Register {
        let register = self.depth;
        self.reserve(1, Span::default());
        self.locals.push(name.into());
        self.registers.entry(scope).or_default().insert(name.into(), register);
        register
    }

    /// Notes the first failure.
    pub(super) fn fail(&mut self, message: &'static str, span: Span) {
        self.failure.get_or_insert(TooMuch { message, span });
    }

    // --- temporaries ---

    /// Takes the next temporaries and gives the first of them.
    pub(super) fn reserve(&mut self, count: usize, span: Span) -> Register {
        let base = self.depth;
        match u16::try_from(count)
            .ok()
            .and_then(|count| base.checked_add(count))
            .filter(|end| *end < CONSTANTS)
        {
            Some(depth) => self.depth = depth,
            None => self.fail("too many values at once", span),
        }
        self.registers_used = self.registers_used.max(self.depth);
        base
    }

    /// The next temporary will be written.
    pub(super) fn touch(&mut self, register: Register) {
        self.registers_used = self.registers_used.max(register.saturating_add(1));
    }

    // --- instructions ---

    pub(super) fn position(&self) -> Label {
        Label::try_from(self.instructions.len()).unwrap_or(Label::MAX)
    }

    /// How many instructions there are, without marks.
    pub(super) fn size(&self) -> usize {
        self.instructions.len() - self.marks
    }

    pub(super) fn last_span(&self) -> Span {
        self.spans.last().copied().unwrap_or_default()
    }

    pub(super) fn is_reachable(&self) -> bool {
        self.reachable
    }

    /// Writes an instruction, if the program can get there.
    pub(super) fn emit(&mut self, place: impl Into<Place>, mut instruction: Instruction) {
        if !self.reachable {
            return;
        }
        if let Some(line) = self.line.take() {
            self.push(Instruction::Line, line);
            self.marks += 1;
        }
        let place = place.into();
        if self.size() >= INSTRUCTION_LIMIT {
            self.fail("too much code in one function", place.span);
            return;
        }
        if let Some(target) = target_of(&mut instruction) {
            let target = *target;
            self.comes_from_here(target);
            self.labels[target as usize].used = true;
        }
        if let Some(anchor) = place.anchor {
            self.anchors.push((self.position(), anchor));
        }
        self.push(instruction, place.span);
        self.reachable = !is_final(&instruction);
    }

    fn push(&mut self, instruction: Instruction, span: Span) {
        self.instructions.push(instruction);
        self.spans.push(span);
    }

    /// The next instruction is the first of a statement. What writes none, has no line.
    pub(super) fn begin_line(&mut self, span: Span) {
        self.line = Some(span);
    }

    pub(super) fn label(&mut self) -> LabelId {
        self.labels.push(LabelState::default());
        Label::try_from(self.labels.len() - 1).unwrap_or(Label::MAX)
    }

    /// What is bound now is all that is sure to be bound at the label.
    pub(super) fn comes_from_here(&mut self, label: LabelId) {
        let state = &mut self.labels[label as usize];
        match &mut state.bound {
            Some(bound) => bound.keep_common(&self.bound),
            None => state.bound = Some(self.bound.clone()),
        }
    }

    /// Something that is no instruction leads to the label: an exception.
    pub(super) fn is_used(&mut self, label: LabelId) {
        self.labels[label as usize].used = true;
    }

    pub(super) fn is_label_used(&self, label: LabelId) -> bool {
        self.labels[label as usize].used
    }

    pub(super) fn place(&mut self, label: LabelId) {
        // Whoever comes here from elsewhere does not come from that statement.
        self.line = None;
        let position = self.position();
        let state = &mut self.labels[label as usize];
        state.position = Some(position);
        if let (true, Some(bound)) = (state.used, state.bound.take()) {
            if self.reachable {
                self.bound.keep_common(&bound);
            } else {
                self.bound = bound;
            }
            self.reachable = true;
        }
    }

    // --- tables ---

    pub(super) fn site(&mut self, name: &str, span: Span) -> SiteIndex {
        let Ok(index) = SiteIndex::try_from(self.sites.len()) else {
            self.fail("too many names in one function", span);
            return 0;
        };
        self.sites.push(name.into());
        index
    }

    /// A list of names, by its index + 1.
    pub(super) fn name_list(&mut self, names: Vec<Box<str>>, span: Span) -> u16 {
        self.name_lists.push(names);
        let Ok(number) = u16::try_from(self.name_lists.len()) else {
            self.fail("too many lists of names in one function", span);
            return 0;
        };
        number
    }

    pub(super) fn child(&mut self, code: Draft, span: Span) -> u16 {
        let Ok(index) = u16::try_from(self.children.len()) else {
            self.fail("too many functions in one function", span);
            return 0;
        };
        self.children.push(code);
        index
    }

    /// A constant as an operand; the far ones through a new temporary.
    pub(super) fn constant(&mut self, constant: Constant, span: Span) -> Operand {
        let next = u32::try_from(self.constants.len()).unwrap_or(u32::MAX);
        let index = *self.constants.entry(constant).or_insert(next);
        match u16::try_from(index).ok().filter(|index| *index < CONSTANTS - 1) {
            Some(index) => CONSTANTS + index,
            None => {
                let dst = self.reserve(1, span);
                self.emit(span, Instruction::Constant { dst, index });
                dst
            }
        }
    }

    // --- what is bound ---

    pub(super) fn is_bound(&self, register: Register) -> bool {
        self.bound.has(register)
    }

    pub(super) fn set_bound(&mut self, register: Register, bound: bool) {
        self.bound.set(register, bound && !self.unsure.has(register));
    }

    pub(super) fn never_sure(&mut self, register: Register) {
        self.unsure.set(register, true);
        self.bound.set(register, false);
    }

    // --- the end ---

    pub(super) fn finish(mut self, captures: Vec<Register>) -> Draft {
        self.settle_jumps();
        let handlers = self
            .handlers
            .iter()
            .map(|handler| Handler { target: self.settled(handler.target), ..*handler })
            .collect();
        let mut constants: Vec<(Constant, u32)> = self.constants.into_iter().collect();
        constants.sort_unstable_by_key(|(_, number)| *number);
        Draft {
            naming: self.naming,
            name: self.name,
            kind: self.kind,
            parameters: self.parameters,
            locals: self.locals,
            free: self.free,
            captures,
            registers: self.registers_used,
            instructions: self.instructions,
            spans: self.spans,
            anchors: self.anchors,
            handlers,
            constants: constants.into_iter().map(|(constant, _)| constant).collect(),
            sites: self.sites,
            children: self.children,
            name_lists: self.name_lists,
            first_line: self.first_line,
            doc: self.doc,
        }
    }

    /// Labels become places; a jump to a jump goes where that one goes.
    fn settle_jumps(&mut self) {
        for index in 0..self.instructions.len() {
            let mut instruction = self.instructions[index];
            let Some(target) = target_of(&mut instruction) else { continue };
            let mut passed = Vec::new();
            // Few steps are enough, and an empty endless loop jumps to itself.
            for _ in 0..4 {
                let position = self.settled(*target) as usize;
                let marks = self.marks_at(position);
                match self.instructions.get(position + marks.len()) {
                    Some(Instruction::Jump { target: next }) if position > index => *target = *next,
                    _ => break,
                }
                passed.extend_from_slice(marks);
            }
            *target = if passed.is_empty() { self.settled(*target) } else { self.detour(&passed, *target) };
            self.instructions[index] = instruction;
        }
    }

    fn settled(&self, label: LabelId) -> Label {
        self.labels[label as usize].position.unwrap_or_default()
    }

    /// Where the statements begin whose marks stand here.
    fn marks_at(&self, position: usize) -> &[Span] {
        let rest = self.instructions.get(position..).unwrap_or_default();
        let count = rest.iter().take_while(|instruction| matches!(instruction, Instruction::Line)).count();
        self.spans.get(position..position + count).unwrap_or_default()
    }

    /// A jump that passes over other jumps does not pass over the marks before them: it goes by way of a copy
    /// of those, behind everything else.
    fn detour(&mut self, marks: &[Span], target: LabelId) -> Label {
        let position = self.position();
        for mark in marks {
            self.push(Instruction::Line, *mark);
        }
        let target = self.settled(target);
        self.push(Instruction::EndDetour { target }, marks.last().copied().unwrap_or_default());
        position
    }
}

fn target_of(instruction: &mut Instruction) -> Option<&mut Label> {
    match instruction {
        Instruction::Jump { target }
        | Instruction::JumpIfTrue { target, .. }
        | Instruction::JumpIfFalse { target, .. }
        | Instruction::JumpUnless { target, .. }
        | Instruction::JumpIfTrueKeep { target, .. }
        | Instruction::JumpIfFalseKeep { target, .. }
        | Instruction::JumpIfNone { target, .. }
        | Instruction::Next { end: target, .. }
        | Instruction::EndAsyncFor { end: target, .. } => Some(target),
        _ => None,
    }
}

/// What comes after it is reached by a jump or not at all.
fn is_final(instruction: &Instruction) -> bool {
    matches!(
        instruction,
        Instruction::Jump { .. }
            | Instruction::Return { .. }
            | Instruction::RaiseAgain
            | Instruction::Raise { .. }
            | Instruction::RaiseFrom { .. }
            | Instruction::Reraise { .. }
            | Instruction::LetPass { .. }
            | Instruction::EndAsyncFor { .. }
    )
}
