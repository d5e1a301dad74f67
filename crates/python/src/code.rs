//! Bytecode: what the compiler writes and the machine runs.
//!
//! A frame has numbered registers: first the locals (parameters in front), then
//! temporaries. An operand names a local, a temporary or a constant. **Reading a
//! local or a constant copies it; reading a temporary moves it out**, so that a
//! value dies when CPython's stack would let it. No running here, and no syntax.

use std::cell::Cell;
use std::rc::Rc;

use interleave_text::Span;

use crate::value::{Str, Value};
use crate::vm::cache::Cache;

/// A register, or a constant: see [`Operand`].
pub(crate) type Register = u16;

/// What an instruction reads: a register below [`CONSTANTS`], else a constant of the code's.
pub(crate) type Operand = u16;

/// Where operands stop to be registers: operand `CONSTANTS + n` is constant number `n`.
pub(crate) const CONSTANTS: u16 = 0x8000;

/// An operand that is not there: `return` without a value in a place that has none, no format spec.
pub(crate) const NOTHING: u16 = 0xffff;

/// An index into a code's instructions.
pub(crate) type Label = u32;

/// One name used at one place, with what the machine remembers about it there.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) name: Str,
    pub(crate) cache: Cell<Cache>,
}

/// An index into a code's sites.
pub(crate) type SiteIndex = u16;

/// A function, class body, module, lambda or comprehension, compiled.
#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) name: Str,
    pub(crate) qualname: Str,
    /// Which text it was compiled from.
    pub(crate) source: Rc<Source>,
    pub(crate) kind: CodeKind,
    pub(crate) parameters: Parameters,
    /// The names of the locals, register by register. Registers of cells are among them.
    pub(crate) locals: Vec<Str>,
    /// Cells that the frame has from the beginning, taken from the function's closure in this order:
    /// closure item `n` goes to register `free[n]`.
    pub(crate) free: Vec<Register>,
    /// Where, in the frame that makes a function of this code, the cells of its closure are.
    pub(crate) captures: Vec<Register>,
    /// All registers: locals and temporaries.
    pub(crate) registers: u16,
    /// The first temporary.
    pub(crate) temporaries: Register,
    pub(crate) instructions: Vec<Instruction>,
    /// Where each instruction comes from; as many as instructions.
    pub(crate) spans: Vec<Span>,
    /// For some instructions the part of their span that a traceback marks with `^`, the rest being
    /// marked `~`: the operator, the parentheses of a call, the brackets. In order of instructions.
    pub(crate) anchors: Vec<(Label, Span)>,
    /// Inner handlers come first.
    pub(crate) handlers: Vec<Handler>,
    pub(crate) constants: Vec<Value>,
    pub(crate) sites: Vec<Site>,
    /// The code of functions, classes, lambdas and comprehensions inside.
    pub(crate) children: Vec<Rc<Code>>,
    /// Names of keyword arguments, of calls and of class patterns: each list is used by index + 1.
    pub(crate) name_lists: Vec<Rc<[Str]>>,
    /// The line of the `def`, `class`, `lambda`: of its first decorator, if there is one.
    pub(crate) first_line: u32,
    pub(crate) doc: Option<Str>,
    /// It stands in the library and is left out of tracebacks where a line has no number of CPython's.
    pub(crate) hidden: bool,
}

/// A text that was compiled.
#[derive(Debug)]
pub(crate) struct Source {
    /// As tracebacks name it: `main.py`.
    pub(crate) filename: Str,
    pub(crate) text: Rc<str>,
    /// Offsets of the beginnings of lines.
    pub(crate) lines: Vec<u32>,
    /// It is part of the library.
    pub(crate) is_library: bool,
}

/// What running the code amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeKind {
    /// Globals are its variables.
    Module,
    /// Its variables are in the frame's namespace.
    Class,
    Function,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// A code's parameters, in the order of its first registers: positional (those before `/` first),
/// keyword-only, then `*args`, then `**kwargs`.
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    pub(crate) positional_only: u16,
    /// Positional ones, the positional-only ones included.
    pub(crate) positional: u16,
    pub(crate) keyword_only: u16,
    pub(crate) rest: bool,
    pub(crate) keywords: bool,
}

/// Instructions in which an exception is caught. Registers from `depth` on are cleared, the exception
/// goes to register `depth`, and the handler at `target` begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Handler {
    pub(crate) start: Label,
    /// The label after the last.
    pub(crate) end: Label,
    pub(crate) target: Label,
    pub(crate) depth: Register,
}

/// Operators of two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum BinaryOperator {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum UnaryOperator {
    Minus,
    Plus,
    Invert,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,
    In,
    NotIn,
}

/// `!s`, `!r`, `!a` of an f-string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// Methods that statements look up on the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Special {
    Enter,
    Exit,
    AsyncEnter,
    AsyncExit,
}

/// Where an awaitable comes from; for the words of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum AwaitPlace {
    Expression,
    AsyncEnter,
    AsyncExit,
    AsyncNext,
}

/// One instruction, of at most twelve bytes. `base` is the first of several registers in a row.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Instruction {
    // --- values and variables ---
    /// Also the check that a local is bound.
    Move { dst: Register, src: Operand },
    /// Copies a temporary, which stays. What holds nothing is copied, too.
    Copy { dst: Register, src: Register },
    /// For constants beyond the reach of an operand.
    Constant { dst: Register, index: u32 },
    /// `del local`, an error if it is not bound.
    DeleteLocal { local: Register },
    /// Lets go of a temporary, or unbinds a local without a check.
    Clear { register: Register },
    /// An expression statement's value is let go.
    Discard { register: Operand },
    LoadGlobal { dst: Register, site: SiteIndex },
    StoreGlobal { src: Operand, site: SiteIndex },
    DeleteGlobal { site: SiteIndex },
    /// In a class body: its namespace, then globals, then builtins.
    LoadName { dst: Register, site: SiteIndex },
    StoreName { src: Operand, site: SiteIndex },
    DeleteName { site: SiteIndex },
    /// In a class body: its namespace, then the cell.
    LoadNameOrCell { dst: Register, cell: Register, site: SiteIndex },
    /// A fresh cell, holding what the register holds (a parameter), or nothing.
    MakeCell { register: Register },
    LoadCell { dst: Register, cell: Register },
    StoreCell { src: Operand, cell: Register },
    DeleteCell { cell: Register },
    // --- operators ---
    Add { dst: Register, left: Operand, right: Operand },
    Subtract { dst: Register, left: Operand, right: Operand },
    Multiply { dst: Register, left: Operand, right: Operand },
    Binary { operator: BinaryOperator, dst: Register, left: Operand, right: Operand },
    /// `left op= right`. If `dst` and `left` are the same local, the local gives its value away first.
    InPlace { operator: BinaryOperator, dst: Register, left: Operand, right: Operand },
    Unary { operator: UnaryOperator, dst: Register, src: Operand },
    Not { dst: Register, src: Operand },
    Compare { operator: Comparison, dst: Register, left: Operand, right: Operand },
    // --- jumps ---
    Jump { target: Label },
    JumpIfTrue { condition: Operand, target: Label },
    JumpIfFalse { condition: Operand, target: Label },
    /// Jumps if the comparison is false.
    JumpUnless { operator: Comparison, left: Operand, right: Operand, target: Label },
    /// `or`: jumps and keeps the temporary if it is true, else clears it.
    JumpIfTrueKeep { register: Register, target: Label },
    /// `and`: jumps and keeps the temporary if it is false, else clears it.
    JumpIfFalseKeep { register: Register, target: Label },
    /// Does not read the register: jumps if it holds `None`.
    JumpIfNone { register: Register, target: Label },
    // --- attributes and items ---
    LoadAttribute { dst: Register, object: Operand, site: SiteIndex },
    StoreAttribute { object: Operand, src: Operand, site: SiteIndex },
    DeleteAttribute { object: Operand, site: SiteIndex },
    /// For `CallMethod`: `base` becomes the function and `base + 1` its `self`, or `base` what the
    /// attribute is and `base + 1` nothing. Arguments follow from `base + 2`.
    LoadMethod { base: Register, object: Operand, site: SiteIndex },
    /// `super()` without arguments: `callee` is what the name `super` means here.
    Super { dst: Register, callee: Operand, class_cell: Register, first: Register },
    LoadItem { dst: Register, object: Operand, index: Operand },
    StoreItem { object: Operand, index: Operand, src: Operand },
    DeleteItem { object: Operand, index: Operand },
    /// From three registers, `None` where nothing is said.
    MakeSlice { dst: Register, base: Register },
    // --- displays ---
    MakeTuple { dst: Register, base: Register, count: u16 },
    MakeList { dst: Register, base: Register, count: u16 },
    MakeSet { dst: Register, base: Register, count: u16 },
    /// `count` pairs of key and value.
    MakeDict { dst: Register, base: Register, count: u16 },
    /// The collection stays where it is; so with the next five.
    ListAppend { list: Register, src: Operand },
    /// From any iterable: `[*src]`, call arguments.
    ListExtend { list: Register, src: Operand },
    SetAdd { set: Register, src: Operand },
    SetUpdate { set: Register, src: Operand },
    DictInsert { dict: Register, key: Operand, value: Operand },
    /// `{**src}`
    DictUpdate { dict: Register, src: Operand },
    /// `f(**src)`: a key that is there already is an error that names the function in `callee`, which stays.
    DictMerge { dict: Register, src: Operand, callee: Register },
    ListToTuple { dst: Register, src: Operand },
    /// One replacement field: to text, by conversion and `spec` (or `NOTHING`).
    Format { conversion: Conversion, dst: Register, src: Operand, spec: Operand },
    /// Joins texts.
    BuildString { dst: Register, base: Register, count: u16 },
    /// Exactly `count` items to registers from `base` on.
    Unpack { src: Operand, base: Register, count: u16 },
    /// `before` items, then a list of the rest, then `after` items.
    UnpackRest { src: Operand, base: Register, before: u16, after: u16 },
    // --- iteration ---
    Iterate { dst: Register, src: Operand },
    /// The iterator stays; when it has no more it is cleared, and the loop ends at `end`.
    Next { dst: Register, iterator: Register, end: Label },
    AsyncIterate { dst: Register, src: Operand },
    /// What `__anext__` of the iterator, which stays, gives, ready to be awaited.
    AsyncNext { dst: Register, iterator: Register },
    /// In a handler, whose exception is in `exception`: if it is a `StopAsyncIteration` it is dropped and
    /// the loop goes on at `end`, else it is raised again.
    EndAsyncFor { exception: Register, end: Label },
    // --- calls ---
    /// The function is in `base`, arguments follow, the last of them being named if `names` is not 0.
    Call { dst: Register, base: Register, count: u16, names: u16 },
    /// After `LoadMethod`; arguments from `base + 2`.
    CallMethod { dst: Register, base: Register, count: u16, names: u16 },
    /// The function in `base`, a tuple or list of arguments in `base + 1`, a dict or nothing in `base + 2`.
    CallSpread { dst: Register, base: Register },
    /// `flags`: 1: a tuple of defaults, 2: a dict of keyword defaults, 4: a dict of annotations;
    /// those that are there are in registers from `base` on, in this order.
    MakeFunction { dst: Register, code: u16, base: Register, flags: u16 },
    BuildClass { dst: Register },
    Return { src: Operand },
    /// In a generator: `dst` is what is sent. In an asynchronous one: the item is wrapped.
    Yield { dst: Register, src: Operand },
    /// What can be awaited, for `Delegate`.
    Awaitable { place: AwaitPlace, dst: Register, src: Operand },
    /// The iterator of a `yield from`.
    DelegateIterator { dst: Register, src: Operand },
    /// `await` and `yield from`: runs the iterator, which stays, to its end; `dst` is its result.
    Delegate { dst: Register, iterator: Register },
    // --- exceptions ---
    /// `raise`: the exception being handled, again.
    RaiseAgain,
    Raise { exception: Operand },
    RaiseFrom { exception: Operand, cause: Operand },
    /// The first instruction of a handler: the exception in `exception` is being handled from now on;
    /// `exception + 1` remembers what was handled before.
    BeginHandler { exception: Register },
    /// The exception has been handled; both registers are cleared.
    EndHandler { exception: Register },
    /// The exception in the register leaves the handler: no new line in its traceback. Both registers
    /// of the handler are cleared.
    Reraise { exception: Register },
    /// Whether the exception, which stays, is of one of the classes.
    ExceptionMatches { dst: Register, exception: Register, classes: Operand },
    /// `except*`: `base` holds what is left of the exception and becomes what is left after this clause,
    /// or `None`; `base + 1` becomes the part that matches, or `None`. `classes` is read.
    StarMatches { base: Register, classes: Operand },
    /// The end of `except*`: of a list of exceptions raised and left over in `list`, and the original one in
    /// `exception` (which stays), what is to be raised, or `None`.
    StarRest { dst: Register, exception: Register, list: Operand },
    /// `with`: `base` becomes the method and `base + 1` the object, for `CallMethod`.
    /// The object is copied from `object`, which stays.
    LoadSpecial { special: Special, base: Register, object: Register },
    /// The three arguments of `__exit__`, from the exception, which stays.
    ExceptionParts { base: Register, exception: Register },
    AssertionError { dst: Register },
    // --- imports ---
    /// The module, or its first part where there is no list of names. `names`: 0, or a list of the names
    /// that follow by `ImportFrom`.
    Import { dst: Register, site: SiteIndex, level: u16, names: u16 },
    /// The module stays.
    ImportFrom { dst: Register, module: Register, site: SiteIndex },
    ImportAll { module: Operand },
    // --- patterns; the subject stays in each ---
    IsSequence { dst: Register, subject: Register },
    IsMapping { dst: Register, subject: Register },
    Length { dst: Register, subject: Register },
    /// `keys` is a tuple, which stays; `dst` becomes a tuple of values, or `None`.
    MatchKeys { dst: Register, subject: Register, keys: Register },
    /// `base` holds the class and is cleared; `dst` becomes a tuple of attributes, or `None`. `count` positional
    /// patterns, then those of the list `names`.
    MatchClass { dst: Register, subject: Register, base: Register, count: u16, names: u16 },
}

impl Code {
    /// The span that a traceback marks for an instruction, and the part of it that stands out.
    pub(crate) fn place(&self, at: Label) -> (Span, Option<Span>) {
        let span = self.spans.get(at as usize).copied().unwrap_or_default();
        let anchor = self.anchors.binary_search_by_key(&at, |(label, _)| *label).ok();
        (span, anchor.map(|index| self.anchors[index].1))
    }

    /// The innermost handler of an instruction.
    pub(crate) fn handler(&self, at: Label) -> Option<Handler> {
        self.handlers.iter().copied().find(|handler| (handler.start..handler.end).contains(&at))
    }

    pub(crate) fn is_coroutine_like(&self) -> bool {
        matches!(self.kind, CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator)
    }
}

impl Parameters {
    /// How many registers they take.
    pub(crate) fn count(&self) -> usize {
        usize::from(self.positional + self.keyword_only) + usize::from(self.rest) + usize::from(self.keywords)
    }
}

impl Source {
    pub(crate) fn new(filename: Str, text: Rc<str>, is_library: bool) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        #[expect(clippy::cast_possible_truncation, reason = "a source is at most 256 KiB")]
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect();
        Self { filename, text, lines, is_library }
    }

    /// The line, counted from one, in which an offset lies.
    pub(crate) fn line_of(&self, offset: u32) -> u32 {
        u32::try_from(self.lines.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
    }

    /// A line's text, without its end.
    pub(crate) fn line(&self, number: u32) -> &str {
        let index = number.saturating_sub(1) as usize;
        let Some(start) = self.lines.get(index) else { return "" };
        let end = self.lines.get(index + 1).map_or(self.text.len(), |next| *next as usize);
        self.text.get(*start as usize..end).unwrap_or("").trim_end_matches(['\n', '\r'])
    }
}
