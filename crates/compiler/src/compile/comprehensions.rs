//! Comprehensions and generator expressions. The first iterable is evaluated outside,
//! all else in a scope of its own: code of its own for generator expressions and in
//! class bodies, else inlined.

use interleave_syntax::tree::{Comprehension, Expr, ExprKind};
use interleave_text::Span;

use super::Compiler;
use super::blocks::{BlockKind, Task};
use super::scopes::{ScopeId, ScopeKind};
use super::unit::{LabelId, Place};
use crate::code::{CodeKind, Instruction, Register};

/// What becomes of each element.
#[derive(Clone, Copy)]
enum Element<'t> {
    List(&'t Expr),
    Set(&'t Expr),
    Dict { key: &'t Expr, value: &'t Expr },
    Generator(&'t Expr),
}

impl<'t> Compiler<'t> {
    pub(super) fn comprehension(&mut self, expression: &'t Expr, dst: Register) {
        let (element, clauses) = match &expression.kind {
            ExprKind::ListComp { element, clauses } => (Element::List(element), clauses),
            ExprKind::SetComp { element, clauses } => (Element::Set(element), clauses),
            ExprKind::DictComp { key, value, clauses } => (Element::Dict { key, value }, clauses),
            ExprKind::GeneratorExp { element, clauses } => (Element::Generator(element), clauses),
            _ => return,
        };
        let Some(first) = clauses.first() else { return };
        let scope = self.scopes.of(&**clauses);
        if self.scopes.list[scope].kind == ScopeKind::Inlined {
            return self.inlined(scope, element, clauses, dst, expression.span);
        }
        let place = Place::from(expression.span);
        let base = self.unit.reserve(1, place.span);
        self.comprehension_function(scope, element, clauses, base, expression.span);
        self.first_iterator(first);
        self.unit.emit(place, Instruction::Call { dst, base, count: 1, names: 0 });
        self.unit.depth = base;
    }

    /// Evaluates the first iterable; its iterator is in the next temporary.
    fn first_iterator(&mut self, clause: &'t Comprehension) -> Register {
        let mark = self.unit.depth;
        let src = self.unchanged_operand(&clause.iter);
        self.unit.depth = mark;
        let dst = self.unit.reserve(1, clause.iter.span);
        self.iterate(dst, src, clause.is_async, Place::from(&clause.iter));
        dst
    }

    pub(super) fn iterate(&mut self, dst: Register, src: u16, is_async: bool, place: Place) {
        self.unit.emit(
            place,
            match is_async {
                true => Instruction::AsyncIterate { dst, src },
                false => Instruction::Iterate { dst, src },
            },
        );
    }

    fn comprehension_function(
        &mut self,
        scope: ScopeId,
        element: Element<'t>,
        clauses: &'t [Comprehension],
        dst: Register,
        span: Span,
    ) {
        let (name, kind) = match element {
            Element::Generator(_) if self.scopes.list[scope].awaits => {
                ("<genexpr>", CodeKind::AsyncGenerator)
            }
            Element::Generator(_) => ("<genexpr>", CodeKind::Generator),
            Element::List(_) => ("<listcomp>", CodeKind::Function),
            Element::Set(_) => ("<setcomp>", CodeKind::Function),
            Element::Dict { .. } => ("<dictcomp>", CodeKind::Function),
        };
        self.enter(name, kind, scope, span.start);
        self.unit.parameters.positional = 1;
        self.unit.parameters.positional_only = 1;
        let iterator = self.unit.add_local(scope, ".0");
        self.unit.set_bound(iterator, true);
        self.add_scope_registers(span);
        let collection = self.unit.depth;
        self.begin_collection(element, span);
        self.clauses(element, collection, iterator, clauses, span);
        if !matches!(element, Element::Generator(_)) {
            self.unit.emit(span, Instruction::Return { src: collection });
        }
        let code = self.exit(span);
        self.unit.touch(dst);
        self.unit.emit(span, Instruction::MakeFunction { dst, code, base: dst, flags: 0 });
    }

    fn inlined(
        &mut self,
        scope: ScopeId,
        element: Element<'t>,
        clauses: &'t [Comprehension],
        dst: Register,
        span: Span,
    ) {
        let Some(first) = clauses.first() else { return };
        let collection = self.unit.reserve(1, span);
        let iterator = self.first_iterator(first);
        self.unit.depth = collection;
        self.begin_collection(element, span);
        self.unit.depth = iterator + 1;
        self.unit.scopes.push(scope);
        let variables: Vec<Register> = self
            .unit
            .registers
            .get(&scope)
            .map(|names| names.values().copied().collect())
            .unwrap_or_default();
        self.make_cells(scope, span);
        self.unit.depth = collection;
        self.open_with_cleanup(BlockKind::Guarded, Task::LeaveComprehension(variables.clone()), span);
        self.unit.depth = iterator + 1;
        self.clauses(element, collection, iterator, clauses, span);
        self.close();
        self.unit.scopes.pop();
        for register in variables {
            self.unit.emit(span, Instruction::Clear { register });
            self.unit.set_bound(register, false);
        }
        self.move_into(dst, collection, span.into());
    }

    /// An empty collection in the next temporary.
    fn begin_collection(&mut self, element: Element<'t>, span: Span) {
        let dst = self.unit.depth;
        let instruction = match element {
            Element::List(_) => Instruction::MakeList { dst, base: dst, count: 0 },
            Element::Set(_) => Instruction::MakeSet { dst, base: dst, count: 0 },
            Element::Dict { .. } => Instruction::MakeDict { dst, base: dst, count: 0 },
            Element::Generator(_) => return,
        };
        self.unit.reserve(1, span);
        self.unit.emit(span, instruction);
    }

    /// The loops, the first of them over `iterator`.
    fn clauses(
        &mut self,
        element: Element<'t>,
        collection: Register,
        iterator: Register,
        clauses: &'t [Comprehension],
        span: Span,
    ) {
        let Some((clause, inner)) = clauses.split_first() else { return self.element(element, collection) };
        let mark = self.unit.depth;
        let again = self.unit.label();
        let end = self.unit.label();
        self.unit.place(again);
        // An asynchronous iterator is asked on behalf of the whole comprehension.
        let place = if clause.is_async { Place::from(span) } else { Place::from(&clause.iter) };
        self.next(iterator, &clause.target, clause.is_async, end, place);
        for condition in &clause.ifs {
            self.jump_unless_here(condition, again);
        }
        if self.unit.is_reachable() {
            match inner.first() {
                Some(first) => {
                    let iterator = self.first_iterator(first);
                    self.clauses(element, collection, iterator, inner, span);
                }
                None => self.element(element, collection),
            }
        }
        self.unit.depth = mark;
        self.unit.emit(element.place(), Instruction::Jump { target: again });
        self.unit.place(end);
        if clause.is_async {
            self.unit.emit(clause.iter.span, Instruction::Clear { register: iterator });
        }
    }

    fn jump_unless_here(&mut self, condition: &'t Expr, target: LabelId) {
        if self.unit.is_reachable() {
            self.jump_unless(condition, target);
        }
    }

    fn element(&mut self, element: Element<'t>, collection: Register) {
        let mark = self.unit.depth;
        let place = element.place();
        let instruction = match element {
            Element::List(value) => Instruction::ListAppend { list: collection, src: self.operand(value) },
            Element::Set(value) => Instruction::SetAdd { set: collection, src: self.operand(value) },
            Element::Dict { key, value } => {
                let key = self.early(key);
                Instruction::DictInsert { dict: collection, key, value: self.operand(value) }
            }
            Element::Generator(value) => {
                let src = self.operand(value);
                self.unit.depth = mark;
                let dst = self.unit.reserve(1, place.span);
                self.unit.emit(place, Instruction::Yield { dst, src });
                Instruction::Discard { register: dst }
            }
        };
        self.unit.emit(place, instruction);
        self.unit.depth = mark;
    }
}

impl Element<'_> {
    fn place(self) -> Place {
        match self {
            Self::List(value) | Self::Set(value) | Self::Generator(value) => value.into(),
            Self::Dict { key, value } => Span::new(key.span.start, value.span.end).into(),
        }
    }
}
