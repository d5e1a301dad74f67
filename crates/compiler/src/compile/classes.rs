//! Classes: the call that makes them, and the code of their bodies.

use interleave_syntax::tree::{ClassDef, Stmt};
use interleave_text::Span;

use super::Compiler;
use super::calls::Callee;
use super::functions::end_of;
use super::unit::Place;
use crate::code::{CodeKind, Instruction, Register};

impl<'t> Compiler<'t> {
    pub(super) fn class_def(&mut self, statement: &'t Stmt, class: &'t ClassDef) {
        let mark = self.unit.depth;
        let place = Place::from(statement.span);
        self.push_all(&class.decorators);
        let dst = self.unit.depth;
        let begin = class.decorators.first().map_or(statement.span.start, |decorator| decorator.span.start);
        self.with_type_params(&class.type_params, &class.name.text, place, |this, dst| {
            let base = this.unit.reserve(3, place.span);
            this.unit.emit(place, Instruction::BuildClass { dst: base });
            let code = this.class_body(class, begin, place.span);
            let function = base + 1;
            this.unit
                .emit(place, Instruction::MakeFunction { dst: function, code, base: function, flags: 0 });
            this.unit.depth = base + 2;
            this.push_text(&class.name.text, class.name.span);
            if class.type_params.is_empty() {
                let callee = Callee::Function { arguments: 2 };
                return this.call_prepared(base, callee, &class.bases, &class.keywords, dst, place);
            }
            this.push_all(&class.bases);
            let generic = this.push_from_typing("Generic", place.span);
            let index = this.type_param_tuple(&class.type_params, place);
            this.unit.emit(place, Instruction::LoadItem { dst: generic, object: generic, index });
            this.unit.depth = generic + 1;
            let callee = Callee::Function { arguments: generic - base };
            this.call_prepared(base, callee, &[], &class.keywords, dst, place);
        });
        let decorated = self.decorate(&class.decorators, dst);
        let variable = self.variable(&class.name.text);
        self.store(&variable, decorated, place);
        self.unit.depth = mark;
    }

    fn class_body(&mut self, class: &'t ClassDef, begin: u32, span: Span) -> u16 {
        let scope = self.scopes.of(class);
        self.enter(&class.name.text, CodeKind::Class, scope, begin);
        let top = Span::new(begin, begin);
        self.add_scope_registers(top);
        let name = self.unit.reserve(1, top);
        let site = self.site("__name__", top);
        self.unit.emit(top, Instruction::LoadName { dst: name, site });
        self.store_special("__module__", name, top);
        self.unit.depth = name;
        let qualname = self.unit.qualname.clone();
        let qualname = self.text(&qualname, top);
        self.store_special("__qualname__", qualname, top);
        self.unit.depth = name;
        self.begin_annotations(top);
        if let Some(doc) = super::docstrings::docstring(&class.body) {
            self.unit.doc = Some(doc.as_str().into());
            let src = self.text(&doc, top);
            self.store_special("__doc__", src, top);
            self.unit.depth = name;
        }
        self.block(&class.body);
        let end = end_of(&class.body, span);
        if self.scopes.list[scope].has_class_cell
            && let Some(src) = self.cell("__class__")
        {
            self.store_special("__classcell__", src, end);
            self.unit.emit(end, Instruction::Return { src });
        }
        self.exit(end)
    }

    fn store_special(&mut self, name: &str, src: u16, span: Span) {
        let site = self.site(name, span);
        self.unit.emit(span, Instruction::StoreName { src, site });
    }

    /// `__annotations__`, if statements of the module or class annotate variables.
    pub(super) fn begin_annotations(&mut self, span: Span) {
        let annotates = self.unit.scopes.last().is_some_and(|scope| self.scopes.list[*scope].annotates);
        if !annotates {
            return;
        }
        let dict: Register = self.unit.reserve(1, span);
        self.unit.emit(span, Instruction::MakeDict { dst: dict, base: dict, count: 0 });
        let variable = self.variable("__annotations__");
        self.store(&variable, dict, span);
        self.unit.depth = dict;
    }
}
