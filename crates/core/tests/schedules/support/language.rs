//! The language of the scripts: asyncio's own words in Python's layout, without
//! what a table has no room for. A line is a step; see `schedules/main.rs` for all of it.
//! What lives here is the tree, and how a text becomes one. How it becomes a text
//! again is in `writing`; what steps mean, in `steps`.

use std::rc::Rc;

/// A whole script: what is made before it runs, and what runs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Script {
    /// `name = expression` at the left margin.
    pub(crate) globals: Vec<(String, Expr)>,
    /// In the order of the text.
    pub(crate) bodies: Vec<Body>,
}

/// Steps under one or more names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Body {
    /// Each is a routine of its own with the same steps.
    pub(crate) names: Vec<String>,
    pub(crate) kind: BodyKind,
    pub(crate) steps: Block,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    /// `a, b:` are coroutines.
    Coroutine,
    /// `def f:` or `def f(x):` is called by a loop, a thread, or nobody: `program`, which is
    /// what runs the loop.
    Function(Option<String>),
}

pub(crate) type Block = Rc<[Step]>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// `[target =] [await] expr`
    Do { target: Option<String>, awaits: bool, expr: Expr },
    /// `spawn a, b`: a task of each, under the same name.
    Spawn(Vec<String>),
    /// `print some words and {expr}`
    Print(Vec<Piece>),
    /// `raise [expr]`
    Raise(Option<Expr>),
    /// `return [expr]`
    Return(Option<Expr>),
    /// `pass`
    Pass,
    /// `del name`
    Delete(String),
    /// `repeat n:`
    Repeat(u32, Block),
    /// `while expr:`
    While(Expr, Block),
    /// `if expr:` and perhaps `else:`
    If(Expr, Block, Option<Block>),
    /// `[async] for name in expr:`
    For { awaits: bool, name: String, each: Expr, body: Block },
    /// `with expr [as name]:`, which is Python's `async with`.
    With { manager: Expr, name: Option<String>, body: Block },
    /// `try:`, and one of the others at least.
    Try { body: Block, handlers: Vec<Handler>, finally: Option<Block> },
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Handler {
    /// Kinds of exceptions; none means any.
    pub(crate) kinds: Vec<String>,
    pub(crate) name: Option<String>,
    pub(crate) body: Block,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    Value(Expr),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Number(f64),
    Text(String),
    Name(String),
    List(Vec<Expr>),
    Not(Box<Expr>),
    /// `left + right`, `-`, `==`, `<`
    Binary(Box<Expr>, Operator, Box<Expr>),
    Call {
        of: Option<Box<Expr>>,
        verb: String,
        args: Vec<Argument>,
    },
    /// `of.name`
    Attribute {
        of: Box<Expr>,
        name: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Plus,
    Minus,
    Equals,
    Less,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Argument {
    pub(crate) name: Option<String>,
    pub(crate) value: Expr,
}

impl Script {
    /// Reads a script; panics with the line that it can't read, since scripts are part of tests.
    pub(crate) fn parse(text: &str) -> Self {
        let lines = Lines::new(text);
        let mut reader = Reader { lines: &lines.0, at: 0 };
        let mut script = Self { globals: Vec::new(), bodies: Vec::new() };
        while let Some(line) = reader.peek() {
            assert_eq!(line.indent, 0, "an indented line under nothing: {}", line.text);
            if let Some(header) = line.text.strip_suffix(':') {
                reader.at += 1;
                let (names, kind) = parse_header(header);
                script.bodies.push(Body { names, kind, steps: reader.block(0) });
            } else {
                match parse_step(line.text) {
                    Step::Do { target: Some(name), awaits: false, expr } => script.globals.push((name, expr)),
                    step => panic!("only `name = expression` can stand at the left margin: {step:?}"),
                }
                reader.at += 1;
            }
        }
        script
    }

    /// The body with this name.
    pub(crate) fn body(&self, name: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.names.iter().any(|other| other == name))
    }
}

fn parse_header(header: &str) -> (Vec<String>, BodyKind) {
    let Some(function) = header.strip_prefix("def ") else {
        return (names(header), BodyKind::Coroutine);
    };
    match function.strip_suffix(')').and_then(|function| function.split_once('(')) {
        Some((name, parameter)) => (names(name), BodyKind::Function(Some(parameter.to_owned()))),
        None => (names(function), BodyKind::Function(None)),
    }
}

fn names(list: &str) -> Vec<String> {
    list.split(',').map(|name| name.trim().to_owned()).collect()
}

struct Lines<'text>(Vec<Line<'text>>);

#[derive(Clone, Copy)]
struct Line<'text> {
    indent: usize,
    text: &'text str,
}

impl<'text> Lines<'text> {
    /// The lines that say something, moved to the left margin together.
    fn new(text: &'text str) -> Self {
        let said = text.lines().filter(|line| !line.trim().is_empty());
        let mut lines: Vec<_> = said
            .map(|line| Line { indent: line.len() - line.trim_start().len(), text: line.trim() })
            .collect();
        let margin = lines.iter().map(|line| line.indent).min().unwrap_or(0);
        lines.iter_mut().for_each(|line| line.indent -= margin);
        Self(lines)
    }
}

struct Reader<'lines> {
    lines: &'lines [Line<'lines>],
    at: usize,
}

impl<'lines> Reader<'lines> {
    fn peek(&self) -> Option<Line<'lines>> {
        self.lines.get(self.at).copied()
    }

    /// The lines further in than `outer`.
    fn block(&mut self, outer: usize) -> Block {
        let indent = self.peek().map_or(0, |line| line.indent);
        assert!(indent > outer, "a block is missing before {:?}", self.peek().map(|line| line.text));
        let mut steps = Vec::new();
        while let Some(line) = self.peek().filter(|line| line.indent >= indent) {
            assert_eq!(line.indent, indent, "indented too far: {}", line.text);
            self.at += 1;
            steps.push(self.step(line));
        }
        steps.into()
    }

    fn step(&mut self, line: Line<'_>) -> Step {
        let Some(opening) = line.text.strip_suffix(':') else {
            return parse_step(line.text);
        };
        let (word, rest) = opening.split_once(' ').unwrap_or((opening, ""));
        match word {
            "repeat" => Step::Repeat(
                rest.parse().unwrap_or_else(|_| panic!("a number: {rest}")),
                self.block(line.indent),
            ),
            "while" => Step::While(parse_expr(rest), self.block(line.indent)),
            "if" => {
                let then = self.block(line.indent);
                let otherwise = self.clause(line.indent, "else").map(|_| self.block(line.indent));
                Step::If(parse_expr(rest), then, otherwise)
            }
            "for" => self.for_step(false, rest, line.indent),
            "async" => self.for_step(true, rest.strip_prefix("for ").unwrap_or_default(), line.indent),
            "with" => {
                let (manager, name) = split_name(rest, " as ");
                Step::With { manager: parse_expr(manager), name, body: self.block(line.indent) }
            }
            "try" => self.try_step(line.indent),
            _ => panic!("no such block: {}", line.text),
        }
    }

    fn for_step(&mut self, awaits: bool, rest: &str, indent: usize) -> Step {
        let (name, each) = rest.split_once(" in ").unwrap_or_else(|| panic!("for … in …: {rest}"));
        Step::For { awaits, name: name.to_owned(), each: parse_expr(each), body: self.block(indent) }
    }

    fn try_step(&mut self, indent: usize) -> Step {
        let body = self.block(indent);
        let mut handlers = Vec::new();
        while let Some(rest) = self.clause(indent, "except") {
            let (kinds, name) = split_name(rest, " as ");
            let kinds = if kinds.is_empty() { Vec::new() } else { names(kinds) };
            handlers.push(Handler { kinds, name, body: self.block(indent) });
        }
        let finally = self.clause(indent, "finally").map(|_| self.block(indent));
        Step::Try { body, handlers, finally }
    }

    /// What stands after this word, if the next line continues a step with it.
    fn clause(&mut self, indent: usize, word: &str) -> Option<&'lines str> {
        let line = self.peek().filter(|line| line.indent == indent)?;
        let rest = line.text.strip_suffix(':')?.strip_prefix(word)?;
        self.at += 1;
        Some(rest.trim())
    }
}

fn split_name<'text>(text: &'text str, before: &str) -> (&'text str, Option<String>) {
    text.split_once(before).map_or((text, None), |(rest, name)| (rest, Some(name.to_owned())))
}

fn parse_step(text: &str) -> Step {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let value = || (!rest.is_empty()).then(|| parse_expr(rest));
    match word {
        "print" => Step::Print(parse_pieces(rest)),
        "spawn" => Step::Spawn(names(rest)),
        "raise" => Step::Raise(value()),
        "return" => Step::Return(value()),
        "pass" => Step::Pass,
        "del" => Step::Delete(rest.to_owned()),
        _ => {
            let (target, rest) = match text.split_once(" = ") {
                Some((target, rest)) if is_name(target) => (Some(target.to_owned()), rest),
                _ => (None, text),
            };
            let awaited = rest.strip_prefix("await ");
            Step::Do { target, awaits: awaited.is_some(), expr: parse_expr(awaited.unwrap_or(rest)) }
        }
    }
}

fn parse_pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        let (value, behind) = after.split_once('}').unwrap_or_else(|| panic!("a brace is open: {text}"));
        pieces.push(Piece::Value(parse_expr(value)));
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
}

fn is_name(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
}

/// Reads one expression.
pub(crate) fn parse_expr(text: &str) -> Expr {
    let mut parser = Parser { text, rest: text };
    let expr = parser.expr();
    assert!(parser.rest.trim().is_empty(), "`{}` is left over in `{text}`", parser.rest);
    expr
}

struct Parser<'text> {
    text: &'text str,
    rest: &'text str,
}

impl<'text> Parser<'text> {
    fn expr(&mut self) -> Expr {
        if self.takes("not ") {
            return Expr::Not(Box::new(self.expr()));
        }
        let mut left = self.operand();
        let operators =
            [("+", Operator::Plus), ("- ", Operator::Minus), ("==", Operator::Equals), ("<", Operator::Less)];
        while let Some((_, operator)) = operators.iter().find(|(sign, _)| self.takes(sign)) {
            left = Expr::Binary(Box::new(left), *operator, Box::new(self.operand()));
        }
        left
    }

    fn operand(&mut self) -> Expr {
        let mut expr = self.atom();
        while self.takes(".") {
            let (of, name) = (Box::new(expr), self.word().to_owned());
            expr = match self.takes("(") {
                true => Expr::Call { of: Some(of), verb: name, args: self.arguments(")") },
                false => Expr::Attribute { of, name },
            };
        }
        expr
    }

    fn atom(&mut self) -> Expr {
        if self.takes("[") {
            return Expr::List(self.arguments("]").into_iter().map(|argument| argument.value).collect());
        }
        if self.takes("'") {
            let (text, rest) =
                self.rest.split_once('\'').unwrap_or_else(|| panic!("a quote is open: {}", self.text));
            self.rest = rest;
            return Expr::Text(text.to_owned());
        }
        let word = self.word();
        if word.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
            return Expr::Number(word.parse().unwrap_or_else(|_| panic!("no number: {word}")));
        }
        assert!(!word.is_empty(), "a value is missing at `{}` of `{}`", self.rest, self.text);
        if self.takes("(") {
            return Expr::Call { of: None, verb: word.to_owned(), args: self.arguments(")") };
        }
        Expr::Name(word.to_owned())
    }

    fn arguments(&mut self, end: &str) -> Vec<Argument> {
        let mut arguments = Vec::new();
        while !self.takes(end) {
            let before = self.rest;
            let name = self.word().to_owned();
            let named = !name.is_empty() && self.rest.starts_with('=') && !self.rest.starts_with("==");
            self.rest = if named { &self.rest[1..] } else { before };
            arguments.push(Argument { name: named.then_some(name), value: self.expr() });
            assert!(self.takes(",") || self.rest.starts_with(end), "`{end}` is missing in `{}`", self.text);
        }
        arguments
    }

    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(sign);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    /// A name or a number.
    fn word(&mut self) -> &'text str {
        let rest = self.rest.trim_start();
        let number = rest.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        let belongs =
            |letter: char| letter.is_alphanumeric() || letter == '_' || (number && "-.".contains(letter));
        let (word, rest) = rest.split_at(rest.find(|letter| !belongs(letter)).unwrap_or(rest.len()));
        self.rest = rest;
        word
    }
}
