//! Statements, but for those with a file of their own: loops, exceptions, `with`,
//! `match`, assignments, functions and classes.

use interleave_syntax::tree::{Alias, Branch, Expr, Name, Stmt, StmtKind, TypeAlias};
use interleave_text::Span;

use super::Compiler;
use super::unit::Place;
use crate::code::{CodeKind, Instruction};

impl<'t> Compiler<'t> {
    /// Statements up to the first that can't be reached.
    pub(super) fn block(&mut self, statements: &'t [Stmt]) {
        for statement in statements {
            if !self.unit.is_reachable() || self.has_failed() {
                break;
            }
            let depth = self.unit.depth;
            self.statement(statement);
            self.unit.depth = depth;
        }
    }

    fn statement(&mut self, statement: &'t Stmt) {
        let span = statement.span;
        self.begin_line(span);
        match &statement.kind {
            StmtKind::FunctionDef(function) => self.function_def(statement, function),
            StmtKind::ClassDef(class) => self.class_def(statement, class),
            StmtKind::Return(value) => self.return_value(value.as_ref(), span),
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.delete_target(target)),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, operator, value, .. } => {
                self.augmented(span, target, *operator, value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(statement, target, annotation, value.as_ref(), *simple);
            }
            StmtKind::TypeAlias(alias) => self.type_alias(alias, span),
            StmtKind::For { is_async, target, iter, body, orelse } => {
                self.for_loop(statement.span, *is_async, target, iter, body, orelse);
            }
            StmtKind::While { test, body, orelse } => self.while_loop(span, test, body, orelse),
            StmtKind::If { branches, orelse } => self.if_statement(branches, orelse),
            StmtKind::With { is_async, items, body } => self.with_statement(*is_async, items, body),
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases),
            StmtKind::Raise { exception, cause } => self.raise(exception.as_ref(), cause.as_ref(), span),
            StmtKind::Try(statement) => self.try_statement(statement, span),
            StmtKind::Assert { test, message } => self.assert(test, message.as_ref(), span),
            StmtKind::Import(names) => names.iter().for_each(|alias| self.import(alias, span)),
            StmtKind::ImportFrom { module, names, level } => {
                self.import_from(module.as_ref(), names, *level, span);
            }
            StmtKind::Expr(value) => self.evaluate(value),
            StmtKind::Break => self.break_loop(span),
            StmtKind::Continue => self.continue_loop(span),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => {}
        }
    }

    /// What comes next belongs to a statement, or a part of one, that begins here.
    pub(super) fn begin_line(&mut self, span: Span) {
        if self.marks_lines {
            self.unit.begin_line(span);
        }
    }

    fn if_statement(&mut self, branches: &'t [Branch], orelse: &'t [Stmt]) {
        let end = self.unit.label();
        for (index, branch) in branches.iter().enumerate() {
            if !self.unit.is_reachable() {
                break;
            }
            let otherwise = self.unit.label();
            if index > 0 {
                self.begin_line(branch.span);
            }
            self.jump_unless(&branch.test, otherwise);
            self.block(&branch.body);
            if index + 1 < branches.len() || !orelse.is_empty() {
                let place = super::functions::end_of(&branch.body, branch.span);
                self.unit.emit(place, Instruction::Jump { target: end });
            }
            self.unit.place(otherwise);
        }
        self.block(orelse);
        self.unit.place(end);
    }

    fn raise(&mut self, exception: Option<&'t Expr>, cause: Option<&'t Expr>, span: Span) {
        let instruction = match (exception, cause) {
            (None, _) => Instruction::RaiseAgain,
            (Some(exception), None) => Instruction::Raise { exception: self.operand(exception) },
            (Some(exception), Some(cause)) => {
                let exception = self.early(exception);
                Instruction::RaiseFrom { exception, cause: self.operand(cause) }
            }
        };
        self.unit.emit(span, instruction);
    }

    fn assert(&mut self, test: &'t Expr, message: Option<&'t Expr>, span: Span) {
        self.look_at_assertion(test, span);
        let holds = self.unit.label();
        self.jump_if(test, true, holds);
        if self.unit.is_reachable() {
            let error = self.unit.reserve(1, span);
            self.unit.emit(span, Instruction::AssertionError { dst: error });
            if let Some(message) = message {
                self.push(message);
                self.unit.emit(span, Instruction::Call { dst: error, base: error, count: 1, names: 0 });
            }
            self.unit.emit(test, Instruction::Raise { exception: error });
        }
        self.unit.place(holds);
    }

    fn type_alias(&mut self, alias: &'t TypeAlias, span: Span) {
        let place = Place::from(span);
        let made = self.unit.depth;
        self.with_type_params(&alias.type_params, &alias.name.text, place, |this, dst| {
            let base = this.push_from_typing("TypeAliasType", span);
            this.push_text(&alias.name.text, alias.name.span);
            let is_postponed = this.scopes.has(&alias.value);
            if is_postponed {
                this.push_none(span);
            } else {
                this.push(&alias.value);
            }
            this.unit.emit(span, Instruction::Call { dst, base, count: 2, names: 0 });
            if is_postponed {
                this.postpone(dst, "__value__", &alias.value, &alias.name.text);
            }
        });
        let variable = self.variable(&alias.name.text);
        self.store(&variable, made, place);
    }

    // --- imports ---

    /// `import a.b` binds `a`; `import a.b as c` binds the module itself.
    fn import(&mut self, alias: &'t Alias, span: Span) {
        let mark = self.unit.depth;
        let dst = self.unit.reserve(1, span);
        let site = self.site(&alias.name, span);
        self.unit.emit(span, Instruction::Import { dst, site, level: 0, names: 0 });
        let mut parts = alias.name.split('.');
        let first = parts.next().unwrap_or_default();
        match &alias.as_name {
            None => {
                let variable = self.variable(first);
                self.store(&variable, dst, span);
            }
            Some(name) => {
                let mut module = dst;
                for part in parts {
                    let inner = self.unit.reserve(1, span);
                    let site = self.site(part, span);
                    self.unit.emit(span, Instruction::ImportFrom { dst: inner, module, site });
                    self.unit.emit(span, Instruction::Clear { register: module });
                    module = inner;
                }
                let variable = self.variable(&name.text);
                self.store(&variable, module, span);
            }
        }
        self.unit.depth = mark;
    }

    fn import_from(&mut self, module: Option<&'t Name>, names: &'t [Alias], level: u32, span: Span) {
        let name = module.map_or("", |module| &module.text);
        let list = self.unit.name_list(names.iter().map(|alias| alias.name.clone()).collect(), span);
        let site = self.site(name, span);
        let level = u16::try_from(level).unwrap_or(u16::MAX);
        let dst = self.unit.reserve(1, span);
        self.unit.emit(span, Instruction::Import { dst, site, level, names: list });
        if names.iter().any(|alias| &*alias.name == "*") {
            return self.unit.emit(span, Instruction::ImportAll { module: dst });
        }
        for alias in names {
            let depth = self.unit.depth;
            let item = self.unit.reserve(1, span);
            let site = self.site(&alias.name, span);
            self.unit.emit(span, Instruction::ImportFrom { dst: item, module: dst, site });
            let variable = self.variable(alias.as_name.as_ref().map_or(&alias.name, |name| &name.text));
            self.store(&variable, item, span);
            self.unit.depth = depth;
        }
        self.unit.emit(span, Instruction::Clear { register: dst });
    }

    /// The statements of a module, after which there is nothing to return.
    pub(super) fn module_body(&mut self, body: &'t [Stmt]) {
        let top = Span::default();
        self.begin_annotations(top);
        if let (Some(doc), CodeKind::Module) = (super::docstrings::docstring(body), self.unit.kind) {
            let depth = self.unit.depth;
            self.unit.doc = Some(doc.as_str().into());
            let src = self.text(&doc, top);
            let variable = self.variable("__doc__");
            self.store(&variable, src, top);
            self.unit.depth = depth;
        }
        self.block(body);
    }
}
