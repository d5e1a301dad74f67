//! The compiler: from the tree of a program to bytecode.
//!
//! `scopes` and `collect` find out which names are variables of what. A `unit` is one
//! code being written; the other files write each kind of statement and expression,
//! as methods of the [`Compiler`]. Mistakes in programs are found by the syntax crate;
//! all that can go wrong here is that a program is too large.

mod assignments;
mod blocks;
mod calls;
mod classes;
mod collect;
mod comprehensions;
mod constants;
mod displays;
mod docstrings;
mod exceptions;
mod expressions;
mod functions;
mod loops;
mod names;
mod patterns;
mod scopes;
mod statements;
#[cfg(test)]
pub(crate) mod tests;
mod unit;
mod warnings;

use std::collections::BTreeMap;

use interleave_syntax::tree::{Module, StmtKind};
use interleave_syntax::{ErrorKind, SyntaxError};
use interleave_text::{Lines, Span};

pub use self::scopes::mangle;
use self::scopes::{MODULE, ScopeId, ScopeKind, Scopes};
use self::unit::Unit;
use crate::code::{CodeKind, Draft, Instruction, Naming, Register};

/// All instructions of a program; see the limit for one function.
const TOTAL_LIMIT: usize = 1_000_000;

/// How a text is compiled.
#[derive(Debug, Default)]
pub struct Options<'l> {
    /// If numbers are to remember where they come from: the list of literals, to which this
    /// program's are added.
    pub literals: Option<&'l mut Vec<Span>>,
    /// If slips are to be warned of: where they are, and what is said of them.
    pub warnings: Option<&'l mut Vec<(Span, String)>>,
    /// The code says where each statement begins, for a record of lines.
    pub marks_lines: bool,
    /// For `eval` and `exec` with local variables: those of the text are in the frame's namespace, as
    /// in a class body, not in the globals.
    pub has_namespace: bool,
}

/// A program is larger than the machine's code can be.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TooMuch {
    message: &'static str,
    span: Span,
}

impl TooMuch {
    fn into_error(self, text: &str, lines: &Lines) -> SyntaxError {
        let lineno = lines.line_of(self.span.start);
        SyntaxError {
            kind: ErrorKind::Syntax,
            message: self.message.to_owned(),
            span: self.span,
            lineno,
            offset: 0,
            end_lineno: lineno,
            end_offset: 0,
            text: lines.line(text, lineno).to_owned(),
            is_parsed: true,
        }
    }
}

/// Compiles a module, or the text given to `exec`.
pub fn compile(module: &Module, text: &str, options: Options<'_>) -> Result<Draft, SyntaxError> {
    Compiler::new(module, text, options).module(|this| {
        this.module_body(&module.body);
        functions::end_of(&module.body, Span::default())
    })
}

/// Compiles an expression, which is all there is in the module, to code that returns its value.
pub fn compile_expression(module: &Module, text: &str, options: Options<'_>) -> Result<Draft, SyntaxError> {
    Compiler::new(module, text, options).module(|this| {
        if let Some(StmtKind::Expr(value)) = module.body.first().map(|statement| &statement.kind) {
            let src = this.operand(value);
            this.unit.emit(value.span, Instruction::Return { src });
        }
        Span::default()
    })
}

struct Compiler<'t> {
    scopes: Scopes<'t>,
    text: &'t str,
    lines: Lines,
    literals: Option<&'t mut Vec<Span>>,
    warnings: Option<&'t mut Vec<(Span, String)>>,
    literal_indices: BTreeMap<Span, usize>,
    marks_lines: bool,
    has_namespace: bool,
    /// The code being written.
    unit: Unit<'t>,
    /// The codes around it.
    outer: Vec<Unit<'t>>,
    failure: Option<TooMuch>,
    /// Instructions of the codes that are finished.
    written: usize,
}

impl<'t> Compiler<'t> {
    fn new(module: &'t Module, text: &'t str, options: Options<'t>) -> Self {
        let name: Box<str> = "<module>".into();
        let kind = if options.has_namespace { CodeKind::Class } else { CodeKind::Module };
        let mut unit = Unit::new(name.clone(), name, kind, 1, MODULE);
        unit.prefix = String::new();
        unit.naming = Naming::Transparent;
        Self {
            scopes: Scopes::new(module),
            text,
            lines: Lines::new(text),
            literals: options.literals,
            warnings: options.warnings,
            literal_indices: BTreeMap::new(),
            marks_lines: options.marks_lines,
            has_namespace: options.has_namespace,
            unit,
            outer: Vec::new(),
            failure: None,
            written: 0,
        }
    }

    fn module(mut self, write: impl FnOnce(&mut Self) -> Span) -> Result<Draft, SyntaxError> {
        self.add_scope_registers(Span::default());
        let end = write(&mut self);
        self.end_unit(end);
        match self.failure.or(self.unit.failure.take()) {
            Some(failure) => Err(failure.into_error(self.text, &self.lines)),
            None => Ok(self.unit.finish(Vec::new())),
        }
    }

    fn has_failed(&self) -> bool {
        self.failure.is_some() || self.unit.failure.is_some()
    }

    /// Begins a code inside the one at hand. `begin` is where its text begins.
    fn enter(&mut self, name: &str, kind: CodeKind, scope: ScopeId, begin: u32) {
        let mangled = self.mangle(name);
        let parent = self.unit.scopes.last().map_or(MODULE, |scope| *scope);
        let is_global = self.scopes.list[parent].symbols.get(&mangled).is_some_and(|symbol| symbol.global);
        let qualname = if is_global { name.to_owned() } else { format!("{}{name}", self.unit.prefix) };
        let mut unit = Unit::new(name.into(), qualname.into(), kind, self.lines.line_of(begin), scope);
        if is_global {
            unit.naming = Naming::Global;
        }
        self.outer.push(std::mem::replace(&mut self.unit, unit));
    }

    /// Ends the code at hand; it becomes a child of the one around it, whose index is given.
    fn exit(&mut self, end: Span) -> u16 {
        self.end_unit(end);
        let Some(outer) = self.outer.pop() else { return 0 };
        let mut unit = std::mem::replace(&mut self.unit, outer);
        self.written += unit.size();
        if self.written > TOTAL_LIMIT {
            self.unit.fail("too much code", end);
        }
        if let Some(failure) = unit.failure.take() {
            self.failure.get_or_insert(failure);
        }
        let scope = unit.scopes.first().map_or(MODULE, |scope| *scope);
        let free: Vec<Box<str>> = self.scopes.list[scope].free.iter().cloned().collect();
        let captures = free.iter().filter_map(|name| self.cell(name)).collect();
        let code = unit.finish(captures);
        self.unit.child(code, end)
    }

    fn end_unit(&mut self, end: Span) {
        if self.unit.is_reachable() {
            let src = self.none(end);
            self.unit.emit(end, Instruction::Return { src });
        }
        self.write_cleanups();
    }

    // --- registers of variables ---

    /// Registers for the variables of a code's scope that aren't parameters, and for those of
    /// comprehensions inlined into it; and the cells. Those come last, by name: `locals()` shows variables in the order
    /// of registers, and a frame that ends lets go of them in it.
    fn add_scope_registers(&mut self, span: Span) {
        let Some(scope) = self.unit.scopes.first().copied() else { return };
        let kind = self.scopes.list[scope].kind;
        let mut holders = self.scopes.list[scope].inlined.clone();
        if matches!(kind, ScopeKind::Function | ScopeKind::Comprehension) {
            holders.insert(0, scope);
        } else if self.scopes.list[scope].has_class_cell {
            let register = self.unit.add_local(scope, "__class__");
            self.unit.emit(span, Instruction::MakeCell { register });
        }
        let names = holders.iter().flat_map(|scope| {
            let names = self.scopes.list[*scope].own_names();
            names.map(|name| (*scope, Box::from(name)))
        });
        let (mut cells, others): (Vec<_>, Vec<(ScopeId, Box<str>)>) =
            names.partition(|(scope, name)| self.scopes.list[*scope].symbols[name].captured);
        cells.sort_by(|(_, one), (_, other)| one.cmp(other));
        for (scope, name) in others.into_iter().chain(cells) {
            self.add_own_register(scope, &name);
        }
        for name in self.scopes.list[scope].free.clone() {
            let register = self.unit.add_local(scope, &name);
            self.unit.free.push(register);
        }
        if matches!(kind, ScopeKind::Function | ScopeKind::Comprehension) {
            self.make_cells(scope, span);
        }
    }

    fn add_own_register(&mut self, scope: ScopeId, name: &str) {
        let known = self.unit.registers.get(&scope).and_then(|registers| registers.get(name)).copied();
        let register: Register = known.unwrap_or_else(|| self.unit.add_local(scope, name));
        if self.scopes.list[scope].symbols[name].deleted {
            self.unit.never_sure(register);
        }
    }

    /// Cells for the variables of a scope that inner functions use.
    fn make_cells(&mut self, scope: ScopeId, span: Span) {
        let registers = self.unit.registers.get(&scope);
        let captured: Vec<Register> = self.scopes.list[scope]
            .symbols
            .iter()
            .filter(|(_, symbol)| symbol.is_own() && symbol.captured)
            .filter_map(|(name, _)| registers?.get(name).copied())
            .collect();
        for register in captured {
            self.unit.emit(span, Instruction::MakeCell { register });
        }
    }
}
