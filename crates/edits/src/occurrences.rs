//! Where a name is written, and which scope each of these places means: Python's rules of scoping, as far as a
//! rename needs them.

use interleave_syntax::tree::{
    Comprehension, ExceptHandler, Expr, ExprKind, Name, Parameter, Pattern, Stmt, StmtKind,
};
use interleave_text::Span;

use crate::Program;

/// A place where a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) span: Span,
    /// The scope that it means, by its place in the order of their beginnings; the program's own is 0. What no
    /// scope binds, as builtins, means the program's.
    pub(crate) scope: usize,
    /// The innermost scope that it stands in.
    pub(crate) within: usize,
    /// It is the name of a module or of one of its members, as the import has it.
    pub(crate) is_imported: bool,
}

/// All places where a name is written, in no order.
pub(crate) fn occurrences(body: &[Stmt], name: &str) -> Vec<Occurrence> {
    let mut search = Search { name, scopes: Vec::new(), stack: Vec::new(), found: Vec::new() };
    search.enter(false, binds(body, name), |search| search.statements(body));
    search.found
}

/// The scope around each scope, in the order of their beginnings; nothing for the program's own.
pub(crate) fn parents(body: &[Stmt]) -> Vec<Option<usize>> {
    let mut search = Search { name: "", scopes: Vec::new(), stack: Vec::new(), found: Vec::new() };
    search.enter(false, Binding::default(), |search| search.statements(body));
    search.scopes
}

/// What a scope says of the name.
#[derive(Clone, Copy, Default)]
pub(crate) struct Binding {
    pub(crate) is_local: bool,
    pub(crate) is_global: bool,
    pub(crate) is_nonlocal: bool,
}

struct Level {
    scope: usize,
    is_class: bool,
    binding: Binding,
}

struct Search<'n> {
    name: &'n str,
    /// The scope around each scope.
    scopes: Vec<Option<usize>>,
    stack: Vec<Level>,
    found: Vec<Occurrence>,
}

impl Search<'_> {
    fn enter(&mut self, is_class: bool, binding: Binding, inside: impl FnOnce(&mut Self)) {
        let scope = self.scopes.len();
        self.scopes.push(self.stack.last().map(|level| level.scope));
        self.stack.push(Level { scope, is_class, binding });
        inside(self);
        self.stack.pop();
    }

    /// The scope that the name means, written here.
    fn meaning(&self) -> usize {
        for (depth, level) in self.stack.iter().rev().enumerate() {
            if level.binding.is_global {
                return 0;
            }
            // A class's names are seen in its own statements only.
            let is_seen = depth == 0 || !level.is_class;
            if is_seen && level.binding.is_local && !level.binding.is_nonlocal {
                return level.scope;
            }
        }
        0
    }

    fn see(&mut self, text: &str, span: Span, is_imported: bool) {
        if text == self.name {
            let within = self.stack.last().map_or(0, |level| level.scope);
            self.found.push(Occurrence { span, scope: self.meaning(), within, is_imported });
        }
    }

    fn see_name(&mut self, name: &Name) {
        self.see(&name.text, name.span, false);
    }

    fn statements(&mut self, body: &[Stmt]) {
        for statement in body {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &Stmt) {
        match &statement.kind {
            StmtKind::FunctionDef(function) => {
                self.see_name(&function.name);
                function.decorators.iter().for_each(|decorator| self.expression(decorator));
                self.signature(&function.parameters);
                function.returns.iter().for_each(|returns| self.expression(returns));
                let mut binding = binds(&function.body, self.name);
                binding.is_local |= has_parameter(&function.parameters, self.name);
                self.enter(false, binding, |search| {
                    function.parameters.iter().for_each(|parameter| search.see_name(&parameter.name));
                    search.statements(&function.body);
                });
            }
            StmtKind::ClassDef(class) => {
                self.see_name(&class.name);
                class.decorators.iter().chain(&class.bases).for_each(|base| self.expression(base));
                class.keywords.iter().for_each(|keyword| self.expression(&keyword.value));
                self.enter(true, binds(&class.body, self.name), |search| search.statements(&class.body));
            }
            StmtKind::Import(names) => {
                for alias in names {
                    match &alias.as_name {
                        Some(name) => self.see_name(name),
                        None => self.see(first_part(&alias.name), alias.span, true),
                    }
                }
            }
            StmtKind::ImportFrom { names, .. } => {
                for alias in names {
                    match &alias.as_name {
                        Some(name) => self.see_name(name),
                        None => self.see(&alias.name, alias.span, true),
                    }
                }
            }
            StmtKind::Global(names) | StmtKind::Nonlocal(names) => {
                names.iter().for_each(|name| self.see_name(name));
            }
            StmtKind::AnnAssign { annotation, .. } => {
                self.expression(annotation);
                self.parts(statement);
            }
            StmtKind::Try(parts) => {
                for ExceptHandler { name, .. } in &parts.handlers {
                    name.iter().for_each(|name| self.see_name(name));
                }
                self.parts(statement);
            }
            StmtKind::Match { cases, .. } => {
                cases.iter().for_each(|case| self.pattern(&case.pattern));
                self.parts(statement);
            }
            _ => self.parts(statement),
        }
    }

    fn parts(&mut self, statement: &Stmt) {
        statement.expressions().into_iter().for_each(|expression| self.expression(expression));
        statement.blocks().into_iter().for_each(|block| self.statements(block));
    }

    /// What is said outside a function of its parameters.
    fn signature(&mut self, parameters: &[Parameter]) {
        for parameter in parameters {
            parameter.annotation.iter().chain(&parameter.default).for_each(|inner| self.expression(inner));
        }
    }

    fn expression(&mut self, expression: &Expr) {
        match &expression.kind {
            ExprKind::Name(name) => self.see(name, expression.span, false),
            ExprKind::Named { target, value } => {
                self.see_name(target);
                self.expression(value);
            }
            ExprKind::Lambda { parameters, body } => {
                self.signature(parameters);
                let is_local = has_parameter(parameters, self.name);
                self.enter(false, Binding { is_local, ..Binding::default() }, |search| {
                    parameters.iter().for_each(|parameter| search.see_name(&parameter.name));
                    search.expression(body);
                });
            }
            ExprKind::ListComp { element, clauses }
            | ExprKind::SetComp { element, clauses }
            | ExprKind::GeneratorExp { element, clauses } => self.comprehension(&[element], clauses),
            ExprKind::DictComp { key, value, clauses } => self.comprehension(&[key, value], clauses),
            _ => expression.children().into_iter().for_each(|child| self.expression(child)),
        }
    }

    fn comprehension(&mut self, made: &[&Expr], clauses: &[Comprehension]) {
        let Some((first, rest)) = clauses.split_first() else { return };
        self.expression(&first.iter);
        let is_local = clauses.iter().any(|clause| names_in_target(&clause.target, self.name));
        self.enter(false, Binding { is_local, ..Binding::default() }, |search| {
            search.expression(&first.target);
            first.ifs.iter().for_each(|condition| search.expression(condition));
            for clause in rest {
                [&clause.iter, &clause.target]
                    .into_iter()
                    .chain(&clause.ifs)
                    .for_each(|part| search.expression(part));
            }
            made.iter().for_each(|part| search.expression(part));
        });
    }

    fn pattern(&mut self, pattern: &Pattern) {
        pattern.expressions().into_iter().for_each(|expression| self.expression(expression));
        pattern.patterns().into_iter().for_each(|inner| self.pattern(inner));
        pattern.captured().into_iter().for_each(|name| self.see_name(name));
    }
}

fn first_part(dotted: &str) -> &str {
    dotted.split('.').next().unwrap_or(dotted)
}

pub(crate) fn has_parameter(parameters: &[Parameter], name: &str) -> bool {
    parameters.iter().any(|parameter| &*parameter.name.text == name)
}

/// What the statements of a scope say of a name, without those of scopes inside.
pub(crate) fn binds(body: &[Stmt], name: &str) -> Binding {
    let mut binding = Binding::default();
    for statement in body {
        let is_named = |other: &Name| &*other.text == name;
        match &statement.kind {
            StmtKind::FunctionDef(function) => binding.is_local |= is_named(&function.name),
            StmtKind::ClassDef(class) => binding.is_local |= is_named(&class.name),
            StmtKind::Global(names) => binding.is_global |= names.iter().any(is_named),
            StmtKind::Nonlocal(names) => binding.is_nonlocal |= names.iter().any(is_named),
            StmtKind::Import(names) => {
                binding.is_local |= names.iter().any(|alias| match &alias.as_name {
                    Some(other) => is_named(other),
                    None => first_part(&alias.name) == name,
                });
            }
            StmtKind::ImportFrom { names, .. } => {
                binding.is_local |= names.iter().any(|alias| match &alias.as_name {
                    Some(other) => is_named(other),
                    None => &*alias.name == name,
                });
            }
            kind => {
                binding.is_local |= match kind {
                    StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
                        targets.iter().any(|target| names_in_target(target, name))
                    }
                    StmtKind::AugAssign { target, .. }
                    | StmtKind::AnnAssign { target, .. }
                    | StmtKind::For { target, .. } => names_in_target(target, name),
                    StmtKind::With { items, .. } => items
                        .iter()
                        .filter_map(|item| item.target.as_ref())
                        .any(|target| names_in_target(target, name)),
                    StmtKind::Try(parts) => {
                        parts.handlers.iter().filter_map(|handler| handler.name.as_ref()).any(is_named)
                    }
                    StmtKind::Match { cases, .. } => cases.iter().any(|case| captures(&case.pattern, name)),
                    _ => false,
                };
                binding.is_local |= statement.expressions().into_iter().any(|inner| walrus(inner, name));
                for block in statement.blocks() {
                    let inner = binds(block, name);
                    binding.is_local |= inner.is_local;
                    binding.is_global |= inner.is_global;
                    binding.is_nonlocal |= inner.is_nonlocal;
                }
            }
        }
    }
    binding
}

/// Whether an assignment to a target binds a name.
pub(crate) fn names_in_target(target: &Expr, name: &str) -> bool {
    match &target.kind {
        ExprKind::Name(other) => &**other == name,
        ExprKind::Tuple(items) | ExprKind::List(items) => {
            items.iter().any(|item| names_in_target(item, name))
        }
        ExprKind::Starred(inner) => names_in_target(inner, name),
        _ => false,
    }
}

/// Whether an expression binds a name by `:=`: a comprehension does that for the scope around it.
fn walrus(expression: &Expr, name: &str) -> bool {
    match &expression.kind {
        ExprKind::Named { target, value } => &*target.text == name || walrus(value, name),
        ExprKind::Lambda { .. } => false,
        _ => expression.children().into_iter().any(|child| walrus(child, name)),
    }
}

fn captures(pattern: &Pattern, name: &str) -> bool {
    pattern.captured().is_some_and(|captured| &*captured.text == name)
        || pattern.patterns().into_iter().any(|inner| captures(inner, name))
}

/// A name that the program does not use yet.
pub(crate) fn free_name(program: &Program<'_>, wanted: &str) -> String {
    let is_free = |name: &str| occurrences(&program.module().body, name).is_empty();
    let numbered = (2..).map(|number: u32| format!("{wanted}{number}"));
    [wanted.to_owned()].into_iter().chain(numbered).find(|name| is_free(name)).unwrap_or_default()
}
