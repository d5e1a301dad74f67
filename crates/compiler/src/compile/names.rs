//! Variables: where a name lives in the code at hand, and how it is read, bound and unbound.

use interleave_text::Span;

use super::Compiler;
use super::scopes::{ScopeKind, mangle};
use super::unit::Place;
use crate::code::{Instruction, Operand, Register, SiteIndex};

/// Where a name lives.
#[derive(Clone, Debug)]
pub(super) enum Variable {
    Local(Register),
    Cell(Register),
    Global(Box<str>),
    /// In the namespace of a class body.
    Name(Box<str>),
    /// In a class body: in its namespace, or else a cell of an outer function.
    NameOrCell(Box<str>, Register),
}

impl Compiler<'_> {
    pub(super) fn mangle(&self, name: &str) -> Box<str> {
        let scope = self.unit.scopes.last().map_or(super::scopes::MODULE, |scope| *scope);
        mangle(name, self.scopes.list[scope].private)
    }

    /// The variable that a name as written stands for here.
    pub(super) fn variable(&self, name: &str) -> Variable {
        let name = self.mangle(name);
        for id in self.unit.scopes.iter().rev() {
            let scope = &self.scopes.list[*id];
            let symbol = scope.symbols.get(&name);
            let register = || self.unit.registers.get(id).and_then(|registers| registers.get(&name)).copied();
            let is_own = symbol.is_some_and(|symbol| symbol.is_own());
            match scope.kind {
                ScopeKind::Inlined if !is_own => {}
                ScopeKind::Function | ScopeKind::Comprehension | ScopeKind::Inlined => {
                    let in_cell = !is_own || symbol.is_some_and(|symbol| symbol.captured);
                    return match register() {
                        Some(register) if in_cell => Variable::Cell(register),
                        Some(register) => Variable::Local(register),
                        None => Variable::Global(name),
                    };
                }
                ScopeKind::Module if self.has_namespace && !symbol.is_some_and(|symbol| symbol.global) => {
                    return Variable::Name(name);
                }
                ScopeKind::Module => return Variable::Global(name),
                ScopeKind::Class => {
                    return match (symbol, register()) {
                        (Some(symbol), _) if symbol.global => Variable::Global(name),
                        (Some(symbol), Some(register)) if symbol.nonlocal => Variable::Cell(register),
                        (Some(symbol), Some(register)) if !symbol.bound => {
                            Variable::NameOrCell(name, register)
                        }
                        _ => Variable::Name(name),
                    };
                }
            }
        }
        Variable::Global(name)
    }

    /// The register of a name's cell, if the code at hand has one.
    pub(super) fn cell(&self, name: &str) -> Option<Register> {
        self.unit.scopes.iter().rev().find_map(|id| self.unit.registers.get(id)?.get(name).copied())
    }

    /// An operand for `name` must not be the local itself if something evaluated before the operand
    /// is used may bind it anew.
    pub(super) fn changes_within_expressions(&self, name: &str) -> bool {
        let name = self.mangle(name);
        self.unit
            .scopes
            .iter()
            .rev()
            .find_map(|id| self.scopes.list[*id].symbols.get(&name).filter(|symbol| symbol.is_own()))
            .is_some_and(|symbol| symbol.walrus)
    }

    pub(super) fn site(&mut self, name: &str, span: Span) -> SiteIndex {
        self.unit.site(name, span)
    }

    pub(super) fn load(&mut self, variable: &Variable, dst: Register, place: Place) {
        let instruction = match variable {
            Variable::Local(src) => Instruction::Move { dst, src: *src },
            Variable::Cell(cell) => Instruction::LoadCell { dst, cell: *cell },
            Variable::Global(name) => Instruction::LoadGlobal { dst, site: self.site(name, place.span) },
            Variable::Name(name) => Instruction::LoadName { dst, site: self.site(name, place.span) },
            Variable::NameOrCell(name, cell) => {
                Instruction::LoadNameOrCell { dst, cell: *cell, site: self.site(name, place.span) }
            }
        };
        self.unit.emit(place, instruction);
        if let Variable::Local(register) = variable {
            self.unit.set_bound(*register, true);
        }
    }

    pub(super) fn store(&mut self, variable: &Variable, src: Operand, place: impl Into<Place>) {
        let place = place.into();
        let instruction = match variable {
            Variable::Local(dst) if *dst == src => return self.unit.set_bound(*dst, true),
            Variable::Local(dst) => Instruction::Move { dst: *dst, src },
            Variable::Cell(cell) => Instruction::StoreCell { src, cell: *cell },
            Variable::Global(name) => Instruction::StoreGlobal { src, site: self.site(name, place.span) },
            Variable::Name(name) | Variable::NameOrCell(name, _) => {
                Instruction::StoreName { src, site: self.site(name, place.span) }
            }
        };
        self.unit.emit(place, instruction);
        if let Variable::Local(register) = variable {
            self.unit.set_bound(*register, true);
        }
    }

    pub(super) fn delete(&mut self, variable: &Variable, place: impl Into<Place>) {
        let place = place.into();
        let instruction = match variable {
            Variable::Local(local) => Instruction::DeleteLocal { local: *local },
            Variable::Cell(cell) => Instruction::DeleteCell { cell: *cell },
            Variable::Global(name) => Instruction::DeleteGlobal { site: self.site(name, place.span) },
            Variable::Name(name) | Variable::NameOrCell(name, _) => {
                Instruction::DeleteName { site: self.site(name, place.span) }
            }
        };
        self.unit.emit(place, instruction);
        if let Variable::Local(register) = variable {
            self.unit.set_bound(*register, false);
        }
    }

    /// Unbinds a variable that may be unbound already.
    pub(super) fn forget(&mut self, variable: &Variable, span: Span) {
        if let Variable::Local(register) = variable {
            self.unit.emit(span, Instruction::Clear { register: *register });
            return self.unit.set_bound(*register, false);
        }
        let none = self.none(span);
        self.store(variable, none, span);
        self.delete(variable, span);
    }
}
