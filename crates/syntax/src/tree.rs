//! A Python program as a small tree of plain data: Python's own `ast`, with a
//! span on every statement and expression.
//!
//! A span is where CPython says the node is: brackets around an expression do not
//! count, those of a tuple or a generator do. Constants are decoded, adjacent
//! strings joined. Whoever holds a tree made by [`crate::parse`] may walk it by
//! recursion: its depth is bounded by [`crate::Limits`].

use interleave_text::Span;

/// A whole program.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// The docstring of a module, class or function with this body.
pub fn docstring(body: &[Stmt]) -> Option<&str> {
    if let StmtKind::Expr(Expr { kind: ExprKind::Constant(Constant::Str(text)), .. }) = &body.first()?.kind {
        return Some(text);
    }
    None
}

/// A name where it is written, as NFKC has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: Box<str>,
    /// Its place.
    pub span: Span,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// From its first word to the end of its last one; decorators come before it.
    pub span: Span,
    /// What it does.
    pub kind: StmtKind,
}

/// What a statement does.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of Python's ast")]
pub enum StmtKind {
    FunctionDef(Box<FunctionDef>),
    ClassDef(Box<ClassDef>),
    Return(Option<Expr>),
    Delete(Vec<Expr>),
    /// `targets[0] = targets[1] = value`
    Assign {
        targets: Vec<Expr>,
        value: Expr,
    },
    AugAssign {
        target: Expr,
        operator: BinaryOperator,
        /// Where `+=` is written.
        operator_span: Span,
        value: Expr,
    },
    AnnAssign {
        target: Expr,
        annotation: Expr,
        value: Option<Expr>,
        /// A bare name, not in brackets: only then the annotation is recorded.
        simple: bool,
    },
    TypeAlias(Box<TypeAlias>),
    For {
        is_async: bool,
        target: Expr,
        iter: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    While {
        test: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    /// `if` and each `elif` are a branch, so a long chain is no deep tree.
    If {
        branches: Vec<Branch>,
        orelse: Vec<Stmt>,
    },
    With {
        is_async: bool,
        items: Vec<WithItem>,
        body: Vec<Stmt>,
    },
    Match {
        subject: Expr,
        cases: Vec<MatchCase>,
    },
    Raise {
        exception: Option<Expr>,
        cause: Option<Expr>,
    },
    Try(Box<Try>),
    Assert {
        test: Expr,
        message: Option<Expr>,
    },
    Import(Vec<Alias>),
    ImportFrom {
        /// `None` for `from . import x`.
        module: Option<Name>,
        names: Vec<Alias>,
        /// The number of leading dots.
        level: u32,
    },
    Global(Vec<Name>),
    Nonlocal(Vec<Name>),
    Expr(Expr),
    Pass,
    Break,
    Continue,
}

/// `def` or `async def`.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    /// `async def`.
    pub is_async: bool,
    /// What it is called.
    pub name: Name,
    /// The expressions behind each `@`, from the top.
    pub decorators: Vec<Expr>,
    /// `[T, *Ts, **P]`
    pub type_params: Vec<TypeParam>,
    /// In the order in which they are written.
    pub parameters: Vec<Parameter>,
    /// `-> returns`
    pub returns: Option<Expr>,
    /// What it does.
    pub body: Vec<Stmt>,
}

/// `class`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassDef {
    /// What it is called.
    pub name: Name,
    /// The expressions behind each `@`, from the top.
    pub decorators: Vec<Expr>,
    /// `[T, *Ts, **P]`
    pub type_params: Vec<TypeParam>,
    /// The classes it inherits from.
    pub bases: Vec<Expr>,
    /// `metaclass=…` and what is handed to `__init_subclass__`.
    pub keywords: Vec<Keyword>,
    /// What it holds.
    pub body: Vec<Stmt>,
}

/// `type name[type_params] = value`
#[derive(Clone, Debug, PartialEq)]
pub struct TypeAlias {
    /// The new name.
    pub name: Name,
    /// `[T, *Ts, **P]`
    pub type_params: Vec<TypeParam>,
    /// What it stands for.
    pub value: Expr,
}

/// A type parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeParam {
    /// The whole of it.
    pub span: Span,
    /// What it is called.
    pub name: Name,
    /// What it stands for.
    pub kind: TypeParamKind,
    /// `= default`
    pub default: Option<Expr>,
}

/// What a type parameter stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeParamKind {
    /// `T` or `T: bound`
    TypeVar {
        /// The bound, or a tuple of constraints.
        bound: Option<Expr>,
    },
    /// `*Ts`
    TypeVarTuple,
    /// `**P`
    ParamSpec,
}

/// A parameter of a function or lambda.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// From the name to the end of the annotation.
    pub span: Span,
    /// What it is called.
    pub name: Name,
    /// How arguments reach it.
    pub kind: ParameterKind,
    /// `: annotation`
    pub annotation: Option<Expr>,
    /// `= default`
    pub default: Option<Expr>,
}

/// How arguments reach a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Before `/`.
    PositionalOnly,
    /// By position or by name.
    Positional,
    /// `*args`
    Variadic,
    /// After `*` or `*args`.
    KeywordOnly,
    /// `**kwargs`
    Keywords,
}

/// An `if` or `elif` with its block.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// From `if` or `elif` to the end of the block.
    pub span: Span,
    /// The condition.
    pub test: Expr,
    /// The block.
    pub body: Vec<Stmt>,
}

/// `context as target`
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// What is entered.
    pub context: Expr,
    /// What its `__enter__` gives goes here.
    pub target: Option<Expr>,
}

/// `try`, with `except` or `except*`.
#[derive(Clone, Debug, PartialEq)]
pub struct Try {
    /// The handlers are `except*`.
    pub is_star: bool,
    /// The guarded block.
    pub body: Vec<Stmt>,
    /// From the top.
    pub handlers: Vec<ExceptHandler>,
    /// The block of `else`.
    pub orelse: Vec<Stmt>,
    /// The block of `finally`.
    pub finalbody: Vec<Stmt>,
}

/// `except class as name:`
#[derive(Clone, Debug, PartialEq)]
pub struct ExceptHandler {
    /// From `except` to the end of the block.
    pub span: Span,
    /// What it catches; `None` catches all.
    pub class: Option<Expr>,
    /// What the exception is called in the block.
    pub name: Option<Name>,
    /// The block.
    pub body: Vec<Stmt>,
}

/// `case pattern if guard:`
#[derive(Clone, Debug, PartialEq)]
pub struct MatchCase {
    /// From `case` to the end of the block.
    pub span: Span,
    /// What must fit.
    pub pattern: Pattern,
    /// What must then be true.
    pub guard: Option<Expr>,
    /// The block.
    pub body: Vec<Stmt>,
}

/// A pattern of a `case`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Its place.
    pub span: Span,
    /// What fits it.
    pub kind: PatternKind,
}

/// What fits a pattern.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of Python's ast")]
pub enum PatternKind {
    /// Equality with a number, string or dotted name.
    Value(Expr),
    /// `None`, `True` or `False`, by identity.
    Singleton(Constant),
    Sequence(Vec<Pattern>),
    Mapping {
        items: Vec<(Expr, Pattern)>,
        /// `**rest`
        rest: Option<Name>,
    },
    Class {
        class: Expr,
        patterns: Vec<Pattern>,
        keywords: Vec<(Name, Pattern)>,
    },
    /// `*name`, or `*_` without one.
    Star(Option<Name>),
    /// `pattern as name`, `name`, or `_` without either.
    As {
        pattern: Option<Box<Pattern>>,
        name: Option<Name>,
    },
    Or(Vec<Pattern>),
}

/// One name of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// From the name to the end of `as …`.
    pub span: Span,
    /// A dotted name, or `*`.
    pub name: Box<str>,
    /// `as as_name`
    pub as_name: Option<Name>,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Its place.
    pub span: Span,
    /// What it computes.
    pub kind: ExprKind,
}

/// What an expression computes.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of Python's ast")]
pub enum ExprKind {
    Constant(Constant),
    Name(Box<str>),
    /// An f-string.
    JoinedStr(Vec<FStringPart>),
    BoolOp {
        operator: BoolOperator,
        values: Vec<Expr>,
    },
    /// `target := value`
    Named {
        target: Name,
        value: Box<Expr>,
    },
    BinOp {
        left: Box<Expr>,
        operator: BinaryOperator,
        /// Where the operator is written.
        operator_span: Span,
        right: Box<Expr>,
    },
    UnaryOp {
        operator: UnaryOperator,
        operand: Box<Expr>,
    },
    Lambda {
        parameters: Vec<Parameter>,
        body: Box<Expr>,
    },
    IfExp {
        test: Box<Expr>,
        body: Box<Expr>,
        orelse: Box<Expr>,
    },
    Dict(Vec<DictItem>),
    Set(Vec<Expr>),
    List(Vec<Expr>),
    Tuple(Vec<Expr>),
    ListComp {
        element: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    SetComp {
        element: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    DictComp {
        key: Box<Expr>,
        value: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    GeneratorExp {
        element: Box<Expr>,
        clauses: Vec<Comprehension>,
    },
    Await(Box<Expr>),
    Yield(Option<Box<Expr>>),
    YieldFrom(Box<Expr>),
    /// `left rest[0].0 rest[0].1 rest[1].0 …`
    Compare {
        left: Box<Expr>,
        rest: Vec<(CompareOperator, Expr)>,
    },
    Call {
        function: Box<Expr>,
        /// By position; `*x` is a [`ExprKind::Starred`].
        args: Vec<Expr>,
        /// By name, evaluated after `args`.
        keywords: Vec<Keyword>,
        /// From the opening to the closing bracket, both included.
        brackets: Span,
    },
    Attribute {
        value: Box<Expr>,
        /// The attribute with its own place.
        attribute: Name,
    },
    Subscript {
        value: Box<Expr>,
        index: Box<Expr>,
        /// From the opening to the closing bracket, both included.
        brackets: Span,
    },
    /// `*value`
    Starred(Box<Expr>),
    /// Only as (part of) the index of a subscript.
    Slice {
        lower: Option<Box<Expr>>,
        upper: Option<Box<Expr>>,
        step: Option<Box<Expr>>,
    },
}

/// A constant, decoded.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names are those of Python")]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Number(Number),
    Str(Box<str>),
    Bytes(Box<[u8]>),
}

/// A number as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// An integer that fits.
    Int(i64),
    /// A larger one.
    Big {
        /// Its digits, without prefix and underscores.
        digits: Box<str>,
        /// 2, 8, 10 or 16.
        radix: u32,
    },
    /// `1.5`
    Float(f64),
    /// `1.5j`
    Imaginary(f64),
}

/// A part of an f-string or of its format specification.
#[derive(Clone, Debug, PartialEq)]
pub enum FStringPart {
    /// Literal text. `{x=}` gives the text `x=` and then the value, as in Python's ast.
    Text(Box<str>),
    /// `{value!conversion:spec}`
    Value(FStringValue),
}

/// `{value!conversion:spec}`
#[derive(Clone, Debug, PartialEq)]
pub struct FStringValue {
    /// From `{` to `}`.
    pub span: Span,
    /// What is formatted.
    pub value: Expr,
    /// `!s`, `!r`, `!a`; `{x=}` alone implies `!r`.
    pub conversion: Option<Conversion>,
    /// What stands behind `:`; `None` without a colon.
    pub spec: Option<Vec<FStringPart>>,
}

/// How a value becomes a string before it is formatted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// `key: value`, or `**value` without a key.
#[derive(Clone, Debug, PartialEq)]
pub struct DictItem {
    /// `None` for `**value`.
    pub key: Option<Expr>,
    /// What it maps to.
    pub value: Expr,
}

/// `name=value`, or `**value` without a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The whole of it.
    pub span: Span,
    /// `None` for `**value`.
    pub name: Option<Name>,
    /// What is passed.
    pub value: Expr,
}

/// `for target in iter if … if …`
#[derive(Clone, Debug, PartialEq)]
pub struct Comprehension {
    /// From `for` or `async` to the end of the last condition.
    pub span: Span,
    /// `async for`.
    pub is_async: bool,
    /// What each element is called.
    pub target: Expr,
    /// Where the elements come from.
    pub iter: Expr,
    /// The conditions.
    pub ifs: Vec<Expr>,
}

/// An operator that cuts short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of Python's ast")]
pub enum BoolOperator {
    And,
    Or,
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of Python's ast")]
pub enum BinaryOperator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// An operator before a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of Python's ast")]
pub enum UnaryOperator {
    Invert,
    Not,
    UAdd,
    USub,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of Python's ast")]
pub enum CompareOperator {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}
