//! Bytecode: what the compiler writes and the machine runs.
//!
//! A frame has numbered registers: first the locals (parameters in front), then
//! temporaries. An operand names a local, a temporary or a constant. **Reading a
//! local or a constant copies it; reading a temporary moves it out**, so that a
//! value dies when CPython's stack would let it. No running here, and no syntax.

mod instructions;

use std::cell::Cell;
use std::rc::Rc;

use interleave_text::Span;

use crate::value::{Str, Value};
use crate::vm::cache::Cache;
pub(crate) use instructions::{
    AwaitPlace, BinaryOperator, Comparison, Conversion, Instruction, Special, UnaryOperator,
};

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

/// Where a frame stands that has not begun: at the function's definition.
pub(crate) const BEFORE: Label = Label::MAX;

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

impl Code {
    /// Where an instruction comes from.
    pub(crate) fn span(&self, at: Label) -> Span {
        if at == BEFORE {
            let start = self.source.lines.get(self.first_line.saturating_sub(1) as usize).copied();
            return Span::new(start.unwrap_or_default(), start.unwrap_or_default());
        }
        self.spans.get(at as usize).copied().unwrap_or_default()
    }

    /// The span that a traceback marks for an instruction, and the part of it that stands out.
    pub(crate) fn place(&self, at: Label) -> (Span, Option<Span>) {
        let anchor = self.anchors.binary_search_by_key(&at, |(label, _)| *label).ok();
        (self.span(at), anchor.map(|index| self.anchors[index].1))
    }

    /// The line where it is defined, if that is in the program.
    pub(crate) fn definition(&self) -> Option<Span> {
        let start = self.source.lines.get(self.first_line.checked_sub(1)? as usize).copied()?;
        let length = u32::try_from(self.source.line(self.first_line).len()).ok()?;
        (!self.source.is_library).then(|| Span::new(start, start + length))
    }

    /// The innermost handler of an instruction.
    pub(crate) fn handler(&self, at: Label) -> Option<Handler> {
        self.handlers.iter().copied().find(|handler| (handler.start..handler.end).contains(&at))
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
