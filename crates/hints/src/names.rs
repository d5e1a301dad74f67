//! What names mean, as far as that is certain: a name that is bound once, or always by the same import.

use std::collections::BTreeMap;

use interleave_syntax::tree::{Expr, ExprKind, Module, Pattern, Stmt, StmtKind};

use crate::walk::{bound, clauses, each_of};

/// All names that a program binds, wherever that is.
#[derive(Default)]
pub(crate) struct Names<'p> {
    /// How often each is bound.
    bindings: BTreeMap<&'p str, u32>,
    /// What imports bind: the dotted name, and how often it is that one.
    imports: BTreeMap<&'p str, (String, u32)>,
    /// Imported by the program's own statements, so that all functions see it.
    at_top: Vec<&'p str>,
}

impl<'p> Names<'p> {
    pub(crate) fn of(module: &'p Module) -> Self {
        let mut names = Self::default();
        names.block(&module.body, true);
        names
    }

    /// How often a name is bound; not at all if it is Python's own.
    pub(crate) fn bindings(&self, name: &str) -> u32 {
        self.bindings.get(name).copied().unwrap_or(0)
    }

    /// A name of Python's own, that the program has left alone.
    pub(crate) fn is_builtin(&self, expression: &Expr, name: &str) -> bool {
        crate::walk::is_name(expression, name) && self.bindings(name) == 0
    }

    /// What an expression names in a module, such as `asyncio.sleep`, however it was imported.
    pub(crate) fn dotted(&self, expression: &Expr) -> Option<String> {
        match &expression.kind {
            ExprKind::Name(name) => {
                let (dotted, times) = self.imports.get(&**name)?;
                (self.bindings(name) == *times).then(|| dotted.clone())
            }
            ExprKind::Attribute { value, attribute } => {
                Some(format!("{}.{}", self.dotted(value)?, attribute.text))
            }
            _ => None,
        }
    }

    /// How the program's functions can call a member of a module, if it is imported for all of them.
    pub(crate) fn called(&self, module: &str, member: &str) -> Option<String> {
        let imported = |wanted: &str| {
            self.at_top.iter().find(|name| {
                self.imports
                    .get(*name)
                    .is_some_and(|(dotted, times)| dotted == wanted && self.bindings(name) == *times)
            })
        };
        imported(&format!("{module}.{member}"))
            .map(|name| (*name).to_owned())
            .or_else(|| imported(module).map(|name| format!("{name}.{member}")))
    }

    /// A name like the wanted one that the program does not bind yet.
    pub(crate) fn free(&self, wanted: &str) -> String {
        let numbered = (2..).map(|number: u32| format!("{wanted}{number}"));
        let mut names = [wanted.to_owned()].into_iter().chain(numbered);
        names.find(|name| self.bindings(name) == 0).unwrap_or_default()
    }

    fn bind(&mut self, name: &'p str) {
        *self.bindings.entry(name).or_default() += 1;
    }

    fn target(&mut self, target: &'p Expr) {
        let mut found = Vec::new();
        bound(target, &mut found);
        found.into_iter().for_each(|name| self.bind(name));
    }

    fn import(&mut self, name: &'p str, dotted: String, is_top: bool) {
        self.bind(name);
        if is_top {
            self.at_top.push(name);
        }
        let known = self.imports.entry(name).or_insert_with(|| (dotted.clone(), 0));
        if known.0 == dotted {
            known.1 += 1;
        }
    }

    fn block(&mut self, block: &'p [Stmt], is_top: bool) {
        block.iter().for_each(|statement| self.statement(statement, is_top));
    }

    fn statement(&mut self, statement: &'p Stmt, is_top: bool) {
        match &statement.kind {
            StmtKind::FunctionDef(function) => {
                self.bind(&function.name.text);
                function.parameters.iter().for_each(|parameter| self.bind(&parameter.name.text));
            }
            StmtKind::ClassDef(class) => self.bind(&class.name.text),
            StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
                targets.iter().for_each(|target| self.target(target));
            }
            StmtKind::AugAssign { target, .. }
            | StmtKind::AnnAssign { target, .. }
            | StmtKind::For { target, .. } => self.target(target),
            StmtKind::With { items, .. } => {
                items.iter().filter_map(|item| item.target.as_ref()).for_each(|target| self.target(target));
            }
            StmtKind::Try(parts) => {
                let names = parts.handlers.iter().filter_map(|handler| handler.name.as_ref());
                names.for_each(|name| self.bind(&name.text));
            }
            StmtKind::Match { cases, .. } => cases.iter().for_each(|case| self.pattern(&case.pattern)),
            StmtKind::Import(aliases) => {
                for alias in aliases {
                    let first = alias.name.split('.').next().unwrap_or(&alias.name);
                    match &alias.as_name {
                        Some(name) => self.import(&name.text, alias.name.to_string(), is_top),
                        None => self.import(first, first.to_owned(), is_top),
                    }
                }
            }
            StmtKind::ImportFrom { module: Some(module), names, level: 0 } => {
                for alias in names {
                    let name = alias.as_name.as_ref().map_or(&*alias.name, |name| &*name.text);
                    self.import(name, format!("{}.{}", module.text, alias.name), is_top);
                }
            }
            _ => {}
        }
        each_of(statement, &mut |expression| {
            if let ExprKind::Named { target, .. } = &expression.kind {
                self.bind(&target.text);
            }
            clauses(expression).iter().for_each(|clause| self.target(&clause.target));
        });
        let is_definition = matches!(statement.kind, StmtKind::FunctionDef(_) | StmtKind::ClassDef(_));
        statement.blocks().into_iter().for_each(|block| self.block(block, is_top && !is_definition));
    }

    fn pattern(&mut self, pattern: &'p Pattern) {
        pattern.captured().into_iter().for_each(|name| self.bind(&name.text));
        pattern.patterns().into_iter().for_each(|inner| self.pattern(inner));
    }
}
