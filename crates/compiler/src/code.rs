//! Bytecode as plain data: what the compiler writes, and what lies in a file.
//!
//! A frame has numbered registers: first the locals (parameters in front), then
//! temporaries. An operand names a local, a temporary or a constant. **Reading a
//! local or a constant copies it; reading a temporary moves it out**, so that a
//! value dies when CPython's stack would let it. No running here, and no syntax.

use interleave_text::Span;
use num_bigint::BigInt;

#[expect(missing_docs, reason = "their names say what registers and operands are for")]
mod instructions;
#[expect(missing_docs, reason = "their names say what they are")]
mod operators;

pub use instructions::Instruction;
pub use operators::{AwaitPlace, BinaryOperator, Comparison, Conversion, Special, UnaryOperator};

/// A register, or a constant: see [`Operand`].
pub type Register = u16;

/// What an instruction reads: a register below [`CONSTANTS`], else a constant of the code's.
pub type Operand = u16;

/// Where operands stop to be registers: operand `CONSTANTS + n` is constant number `n`.
pub const CONSTANTS: u16 = 0x8000;

/// An operand that is not there: `return` without a value in a place that has none, no format spec.
pub const NOTHING: u16 = 0xffff;

/// An index into a code's instructions.
pub type Label = u32;

/// An index into a code's sites: the names that its instructions use, once for each place of use.
pub type SiteIndex = u16;

/// A function, class body, module, lambda or comprehension, compiled.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// As in `__name__`.
    pub name: Box<str>,
    /// What its qualified name is.
    pub naming: Naming,
    /// What running it amounts to.
    pub kind: CodeKind,
    /// What it takes.
    pub parameters: Parameters,
    /// The names of the locals, register by register. Registers of cells are among them.
    pub locals: Vec<Box<str>>,
    /// Cells that the frame has from the beginning, taken from the function's closure in this order:
    /// closure item `n` goes to register `free[n]`.
    pub free: Vec<Register>,
    /// Where, in the frame that makes a function of this code, the cells of its closure are.
    pub captures: Vec<Register>,
    /// All registers: locals and temporaries.
    pub registers: u16,
    /// What it does.
    pub instructions: Vec<Instruction>,
    /// Where each instruction comes from; as many as instructions.
    pub spans: Vec<Span>,
    /// For some instructions the part of their span that a traceback marks with `^`, the rest being
    /// marked `~`: the operator, the parentheses of a call, the brackets. In order of instructions.
    pub anchors: Vec<(Label, Span)>,
    /// Inner handlers come first.
    pub handlers: Vec<Handler>,
    /// What operands from [`CONSTANTS`] on mean.
    pub constants: Vec<Constant>,
    /// The names that instructions use.
    pub sites: Vec<Box<str>>,
    /// The code of functions, classes, lambdas and comprehensions inside.
    pub children: Vec<Self>,
    /// Names of keyword arguments, of calls and of class patterns: each list is used by index + 1.
    pub name_lists: Vec<Vec<Box<str>>>,
    /// The line of the `def`, `class`, `lambda`: of its first decorator, if there is one.
    pub first_line: u32,
    /// The docstring.
    pub doc: Option<Box<str>>,
}

/// How a code has its qualified name, and what is inside of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// By what it is in, and what is in it by it.
    #[default]
    Nested,
    /// A `global` statement says that the name is the module's: it alone is the qualified name.
    Global,
    /// What is in it is named as if it were not there: modules, and what binds type parameters.
    Transparent,
}

/// What running a code amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// Globals are its variables.
    Module,
    /// Its variables are in the frame's namespace.
    Class,
    /// A call runs it.
    Function,
    /// A call gives a generator.
    Generator,
    /// A call gives a coroutine.
    Coroutine,
    /// A call gives an asynchronous generator.
    AsyncGenerator,
}

/// A code's parameters, in the order of its first registers: positional (those before `/` first),
/// keyword-only, then `*args`, then `**kwargs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    /// Those before `/`.
    pub positional_only: u16,
    /// Positional ones, the positional-only ones included.
    pub positional: u16,
    /// Those behind `*`.
    pub keyword_only: u16,
    /// There is `*args`.
    pub rest: bool,
    /// There is `**kwargs`.
    pub keywords: bool,
}

impl Parameters {
    /// So many positional arguments fill them all, one each.
    #[inline]
    pub fn are(&self, count: usize) -> bool {
        usize::from(self.positional) == count && self.keyword_only == 0 && !self.rest && !self.keywords
    }
}

/// Instructions in which an exception is caught. Registers from `depth` on are cleared, the exception
/// goes to register `depth`, and the handler at `target` begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// The first label.
    pub start: Label,
    /// The label after the last.
    pub end: Label,
    /// Where the handler begins.
    pub target: Label,
    /// Where the exception goes.
    pub depth: Register,
}

/// A value that is written in the program. Those of one code that are equal are one constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constant {
    /// `None`
    None,
    /// `True` and `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// With the index of its literal, if literals are kept.
    Int(i64, Option<usize>),
    /// An int that may be too large for that.
    Big(BigInt),
    /// Its bits, with the index of its literal.
    Float(u64, Option<usize>),
    /// The bits of a complex number's imaginary part.
    Imaginary(u64),
    /// A text.
    Str(Box<str>),
    /// `b"…"`
    Bytes(Box<[u8]>),
    /// A tuple of constants.
    Tuple(Vec<Self>),
    /// A frozen set of constants.
    Set(Vec<Self>),
}

impl Draft {
    /// The first temporary.
    pub fn temporaries(&self) -> Register {
        Register::try_from(self.locals.len()).unwrap_or(CONSTANTS)
    }
}

impl Handler {
    /// The innermost of a code's handlers for an instruction.
    pub fn innermost(handlers: &[Self], at: Label) -> Option<Self> {
        handlers.iter().copied().find(|handler| (handler.start..handler.end).contains(&at))
    }
}

impl Parameters {
    /// How many registers they take.
    pub fn count(&self) -> usize {
        usize::from(self.positional + self.keyword_only) + usize::from(self.rest) + usize::from(self.keywords)
    }
}
