//! Bytecode as the machine runs it: what the compiler wrote, with names and constants that are values,
//! caches, and its text. `link` makes it of what the compiler wrote, `lazy` of what lies in a volume.

mod lazy;
mod link;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use interleave_text::{Lines, Span};

use crate::object::Instance;
use crate::value::{Str, Value};
use crate::vm::cache::Cache;
pub(crate) use interleave_compiler::{
    AwaitPlace, BinaryOperator, CONSTANTS, CodeKind, Comparison, Conversion, Handler, Instruction, Label,
    NOTHING, Operand, Parameters, Register, SiteIndex, Special, UnaryOperator,
};
pub(crate) use lazy::{Lazy, Words};
pub(crate) use link::{compiled, compiled_expression};

/// Where a frame stands that has not begun: at the function's definition.
pub(crate) const BEFORE: Label = Label::MAX;

/// One name used at one place, with what the machine remembers about it there.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) name: Str,
    pub(crate) cache: Cell<Cache>,
    /// What it remembers of another class: objects of two classes may take turns here.
    before: Cell<Cache>,
}

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
    /// The line of the `def`, `class`, `lambda`: of its first decorator, if there is one.
    pub(crate) first_line: u32,
    pub(crate) doc: Option<Str>,
    /// It stands in the library and is left out of tracebacks where a line has no number of CPython's.
    pub(crate) hidden: bool,
    pub(crate) body: Lazy,
    /// What the program knows it by, as long as it does.
    pub(crate) object: RefCell<Weak<Instance>>,
}

/// What running a code needs.
#[derive(Debug)]
pub(crate) struct Body {
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
}

/// A text that was compiled.
#[derive(Debug)]
pub(crate) struct Source {
    /// As tracebacks name it: `main.py`.
    pub(crate) filename: Str,
    pub(crate) text: Rc<str>,
    pub(crate) lines: Lines,
    /// It is part of the library.
    pub(crate) is_library: bool,
}

impl Site {
    pub(crate) fn new(name: Str) -> Self {
        Self { name, cache: Cell::default(), before: Cell::default() }
    }

    /// What is remembered of attributes of a class at this version, which comes to the fore. If that is nothing, what
    /// has been there longest makes room for what will be found.
    #[inline]
    pub(crate) fn turn_to(&self, version: u32) -> Cache {
        let first = self.cache.get();
        if first.is_of(version) {
            return first;
        }
        let second = self.before.replace(first);
        self.cache.set(second);
        if second.is_of(version) { second } else { Cache::Empty }
    }
}

impl Code {
    /// What running it needs. Of the library's functions, most never run, so theirs is made when it is asked for.
    #[inline]
    pub(crate) fn body(&self) -> &Body {
        self.body.get(self)
    }

    /// The first temporary.
    pub(crate) fn temporaries(&self) -> Register {
        Register::try_from(self.locals.len()).unwrap_or(CONSTANTS)
    }

    /// Where an instruction comes from.
    pub(crate) fn span(&self, at: Label) -> Span {
        if at == BEFORE {
            let start = self.source.lines.start(self.first_line).unwrap_or_default();
            return Span::new(start, start);
        }
        self.body().spans.get(at as usize).copied().unwrap_or_default()
    }

    /// The span that a traceback marks for an instruction, and the part of it that stands out.
    pub(crate) fn place(&self, at: Label) -> (Span, Option<Span>) {
        let anchors = &self.body().anchors;
        let anchor = anchors.binary_search_by_key(&at, |(label, _)| *label).ok();
        (self.span(at), anchor.map(|index| anchors[index].1))
    }

    /// The line where it is defined, if that is in the program.
    pub(crate) fn definition(&self) -> Option<Span> {
        let start = self.source.lines.start(self.first_line)?;
        let length = u32::try_from(self.source.line(self.first_line).len()).ok()?;
        (!self.source.is_library).then(|| Span::new(start, start + length))
    }

    /// The innermost handler of an instruction.
    pub(crate) fn handler(&self, at: Label) -> Option<Handler> {
        Handler::innermost(&self.body().handlers, at)
    }
}

impl Source {
    pub(crate) fn new(filename: Str, text: Rc<str>, is_library: bool) -> Self {
        let lines = Lines::new(&text);
        Self { filename, text, lines, is_library }
    }

    /// The line, counted from one, in which an offset lies.
    pub(crate) fn line_of(&self, offset: u32) -> u32 {
        self.lines.line_of(offset)
    }

    /// A line's text, without its end.
    pub(crate) fn line(&self, number: u32) -> &str {
        self.lines.line(&self.text, number)
    }
}
