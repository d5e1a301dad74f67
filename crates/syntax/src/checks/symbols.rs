//! Names: declarations that come too late or contradict each other, duplicates, and
//! what may not be bound or yielded in a comprehension.

#![expect(clippy::wildcard_enum_match_arm, reason = "most expressions name nothing themselves")]

use std::collections::BTreeMap;

use interleave_text::Span;

use super::Checked;
use crate::error::Mistake;
use crate::tree::{
    Alias, Branch, ClassDef, Comprehension, Expr, ExprKind, FunctionDef, MatchCase, Module, Name, Parameter,
    Pattern, PatternKind, Stmt, StmtKind, Try, TypeParam, TypeParamKind, WithItem,
};
use crate::walk::defaults;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Module,
    Class,
    Function,
}

/// What has been done with a name in a scope.
#[derive(Clone, Copy, Default)]
struct Symbol {
    is_parameter: bool,
    is_used: bool,
    is_assigned: bool,
    is_annotated: bool,
    global: Option<Span>,
    nonlocal: Option<Span>,
}

struct Scope<'a> {
    sort: Sort,
    parent: Option<usize>,
    symbols: BTreeMap<&'a str, Symbol>,
}

/// A comprehension around the expression at hand.
struct Around<'a> {
    name: &'static str,
    /// What its clauses bind.
    targets: Vec<&'a str>,
    /// What those bind that have been read so far.
    bound: Vec<&'a str>,
    /// What assignment expressions inside have bound so far.
    named: Vec<&'a str>,
    in_iterable: bool,
    /// In the iterable of the first clause, which belongs to what stands around.
    outside: bool,
}

struct Symbols<'a> {
    scopes: Vec<Scope<'a>>,
    current: usize,
    around: Vec<Around<'a>>,
    /// A lambda at hand is part of what a comprehension iterates over.
    is_iterated: bool,
    nonlocals: Vec<(usize, &'a str, Span)>,
}

pub(super) fn check(module: &Module) -> Checked {
    let scope = Scope { sort: Sort::Module, parent: None, symbols: BTreeMap::new() };
    let mut symbols = Symbols {
        scopes: vec![scope],
        current: 0,
        around: Vec::new(),
        is_iterated: false,
        nonlocals: Vec::new(),
    };
    symbols.block(&module.body)?;
    symbols.nonlocals_are_bound()
}

impl<'a> Symbols<'a> {
    fn symbol(&mut self, name: &'a str) -> &mut Symbol {
        self.scopes[self.current].symbols.entry(name).or_default()
    }

    fn in_scope(&mut self, sort: Sort, inside: impl FnOnce(&mut Self) -> Checked) -> Checked {
        let outer = self.current;
        let around = std::mem::take(&mut self.around);
        let was_iterated = self.is_iterated;
        self.is_iterated |= around.iter().any(|around| around.in_iterable);
        self.scopes.push(Scope { sort, parent: Some(outer), symbols: BTreeMap::new() });
        self.current = self.scopes.len() - 1;
        inside(self)?;
        self.current = outer;
        self.around = around;
        self.is_iterated = was_iterated;
        Ok(())
    }

    fn nonlocals_are_bound(&self) -> Checked {
        for &(scope, name, span) in &self.nonlocals {
            if self.scopes[scope].symbols.get(name).is_some_and(|symbol| symbol.global.is_some()) {
                let global = self.scopes[scope].symbols[name].global.unwrap_or(span);
                let place = if global.start < span.start { global } else { span };
                return Err(Mistake::new(format!("name '{name}' is nonlocal and global"), place));
            }
            let mut parent = self.scopes[scope].parent;
            let is_bound = |at: usize| {
                let scope = &self.scopes[at];
                let binds = |it: &Symbol| {
                    it.global.is_none() && (it.is_parameter || it.is_assigned || it.nonlocal.is_some())
                };
                scope.sort == Sort::Function && scope.symbols.get(name).is_some_and(binds)
                    || scope.sort == Sort::Class && name == "__class__"
            };
            while parent.is_some_and(|at| !is_bound(at)) {
                parent = parent.and_then(|at| self.scopes[at].parent);
            }
            if parent.is_none() {
                return Err(Mistake::new(format!("no binding for nonlocal '{name}' found"), span));
            }
        }
        Ok(())
    }

    fn block(&mut self, body: &'a [Stmt]) -> Checked {
        for statement in body {
            self.statement(statement)?;
        }
        Ok(())
    }

    fn all<'b: 'a>(&mut self, expressions: impl IntoIterator<Item = &'b Expr>) -> Checked {
        // A loop and not a closure: this is on the stack once for each level of an expression.
        for expression in expressions {
            self.expression(expression)?;
        }
        Ok(())
    }

    fn statement(&mut self, statement: &'a Stmt) -> Checked {
        match &statement.kind {
            StmtKind::FunctionDef(function) => self.function(function),
            StmtKind::ClassDef(class) => self.class(class),
            StmtKind::Return(value) => self.all(value),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.target(target)),
            StmtKind::Assign { targets, value } => {
                targets.iter().try_for_each(|target| self.target(target))?;
                self.expression(value)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.target(target)?;
                self.expression(value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(statement, target, annotation, value.as_ref(), *simple)
            }
            StmtKind::TypeAlias(alias) => {
                self.bind(&alias.name);
                self.type_params(&alias.type_params)?;
                self.expression(&alias.value)
            }
            StmtKind::For { target, iter, body, orelse, .. } => self.for_loop([target, iter], [body, orelse]),
            StmtKind::While { test, body, orelse } => {
                self.expression(test)?;
                self.block(body)?;
                self.block(orelse)
            }
            StmtKind::If { branches, orelse } => self.conditional(branches, orelse),
            StmtKind::With { items, body, .. } => self.with(items, body),
            StmtKind::Match { subject, cases } => self.matched(subject, cases),
            StmtKind::Raise { exception, cause } => self.all(exception.iter().chain(cause)),
            StmtKind::Try(it) => self.handled(it),
            StmtKind::Assert { test, message } => self.all([test].into_iter().chain(message)),
            StmtKind::Import(names) | StmtKind::ImportFrom { names, .. } => self.imported(names),
            StmtKind::Global(names) => self.declare(names, statement.span, "global"),
            StmtKind::Nonlocal(names) => self.declare(names, statement.span, "nonlocal"),
            StmtKind::Expr(value) => self.expression(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    fn annotated(
        &mut self,
        statement: &Stmt,
        target: &'a Expr,
        annotation: &'a Expr,
        value: Option<&'a Expr>,
        simple: bool,
    ) -> Checked {
        if let (ExprKind::Name(name), true) = (&target.kind, simple) {
            let is_global = self.current > 0;
            let symbol = self.symbol(name);
            if symbol.global.is_some() && is_global || symbol.nonlocal.is_some() {
                let sort = if symbol.global.is_some() { "global" } else { "nonlocal" };
                return Err(Mistake::new(format!("annotated name '{name}' can't be {sort}"), statement.span));
            }
            symbol.is_annotated = true;
            symbol.is_assigned = true;
        } else {
            self.target(target)?;
        }
        self.expression(annotation)?;
        self.all(value)
    }

    fn for_loop(&mut self, [target, iter]: [&'a Expr; 2], [body, orelse]: [&'a [Stmt]; 2]) -> Checked {
        self.target(target)?;
        self.expression(iter)?;
        self.block(body)?;
        self.block(orelse)
    }

    fn conditional(&mut self, branches: &'a [Branch], orelse: &'a [Stmt]) -> Checked {
        for branch in branches {
            self.expression(&branch.test)?;
            self.block(&branch.body)?;
        }
        self.block(orelse)
    }

    fn with(&mut self, items: &'a [WithItem], body: &'a [Stmt]) -> Checked {
        for item in items {
            self.expression(&item.context)?;
            item.target.iter().try_for_each(|target| self.target(target))?;
        }
        self.block(body)
    }

    fn matched(&mut self, subject: &'a Expr, cases: &'a [MatchCase]) -> Checked {
        self.expression(subject)?;
        for case in cases {
            self.pattern(&case.pattern)?;
            self.all(&case.guard)?;
            self.block(&case.body)?;
        }
        Ok(())
    }

    fn handled(&mut self, it: &'a Try) -> Checked {
        self.block(&it.body)?;
        for handler in &it.handlers {
            self.all(&handler.class)?;
            handler.name.iter().for_each(|name| self.bind(name));
            self.block(&handler.body)?;
        }
        self.block(&it.orelse)?;
        self.block(&it.finalbody)
    }

    fn imported(&mut self, names: &'a [Alias]) -> Checked {
        for alias in names {
            if &*alias.name == "*" && self.current > 0 {
                return Err(Mistake::new("import * only allowed at module level", alias.span));
            }
            let bound = alias.name.split('.').next().unwrap_or_default();
            self.symbol(alias.as_name.as_ref().map_or(bound, |name| &name.text)).is_assigned = true;
        }
        Ok(())
    }

    fn declare(&mut self, names: &'a [Name], span: Span, sort: &'static str) -> Checked {
        let is_global = sort == "global";
        for name in names {
            let current = self.current;
            let text = &*name.text;
            let symbol = self.symbol(text);
            let message = match symbol {
                Symbol { is_parameter: true, .. } => format!("name '{text}' is parameter and {sort}"),
                Symbol { is_used: true, .. } => format!("name '{text}' is used prior to {sort} declaration"),
                Symbol { is_annotated: true, .. } => format!("annotated name '{text}' can't be {sort}"),
                Symbol { is_assigned: true, .. } => {
                    format!("name '{text}' is assigned to before {sort} declaration")
                }
                Symbol { .. } if !is_global && current == 0 => {
                    "nonlocal declaration not allowed at module level".into()
                }
                Symbol { .. } => {
                    if is_global {
                        symbol.global = Some(span);
                    } else {
                        symbol.nonlocal = Some(span);
                        self.nonlocals.push((current, text, span));
                    }
                    continue;
                }
            };
            return Err(Mistake::new(message, span));
        }
        Ok(())
    }

    fn bind(&mut self, name: &'a Name) {
        self.symbol(&name.text).is_assigned = true;
    }

    fn function(&mut self, function: &'a FunctionDef) -> Checked {
        self.bind(&function.name);
        self.all(defaults(&function.parameters))?;
        self.type_params(&function.type_params)?;
        self.all(function.parameters.iter().filter_map(|parameter| parameter.annotation.as_ref()))?;
        self.all(&function.returns)?;
        self.all(&function.decorators)?;
        self.in_scope(Sort::Function, |inner| {
            inner.parameters(&function.parameters)?;
            inner.block(&function.body)
        })
    }

    fn class(&mut self, class: &'a ClassDef) -> Checked {
        self.bind(&class.name);
        self.all(&class.decorators)?;
        self.type_params(&class.type_params)?;
        self.all(&class.bases)?;
        self.all(class.keywords.iter().map(|keyword| &keyword.value))?;
        self.in_scope(Sort::Class, |inner| inner.block(&class.body))
    }

    fn type_params(&mut self, params: &'a [TypeParam]) -> Checked {
        for (index, param) in params.iter().enumerate() {
            if params[..index].iter().any(|before| before.name.text == param.name.text) {
                return Err(Mistake::new(
                    format!("duplicate type parameter '{}'", param.name.text),
                    param.span,
                ));
            }
            if let TypeParamKind::TypeVar { bound: Some(bound) } = &param.kind {
                self.expression(bound)?;
            }
            self.all(&param.default)?;
        }
        Ok(())
    }

    fn parameters(&mut self, parameters: &'a [Parameter]) -> Checked {
        for parameter in parameters {
            let name = &*parameter.name.text;
            if self.symbol(name).is_parameter {
                let message = format!("duplicate argument '{name}' in function definition");
                return Err(Mistake::new(message, parameter.span));
            }
            self.symbol(name).is_parameter = true;
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &'a Pattern) -> Checked {
        match &pattern.kind {
            PatternKind::Value(value) => self.expression(value),
            PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => {
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))
            }
            PatternKind::Mapping { items, rest } => {
                rest.iter().for_each(|name| self.bind(name));
                items.iter().try_for_each(|(_, pattern)| self.pattern(pattern))
            }
            PatternKind::Class { class, patterns, keywords } => {
                self.expression(class)?;
                let keywords = keywords.iter().map(|(_, pattern)| pattern);
                patterns.iter().chain(keywords).try_for_each(|pattern| self.pattern(pattern))
            }
            PatternKind::Star(name) => {
                name.iter().for_each(|name| self.bind(name));
                Ok(())
            }
            PatternKind::As { pattern, name } => {
                name.iter().for_each(|name| self.bind(name));
                pattern.iter().try_for_each(|pattern| self.pattern(pattern))
            }
        }
    }

    fn target(&mut self, target: &'a Expr) -> Checked {
        match &target.kind {
            ExprKind::Name(name) => {
                self.symbol(name).is_assigned = true;
                Ok(())
            }
            ExprKind::List(items) | ExprKind::Tuple(items) => {
                items.iter().try_for_each(|item| self.target(item))
            }
            ExprKind::Starred(value) => self.target(value),
            _ => self.all(target.children()),
        }
    }

    fn expression(&mut self, expression: &'a Expr) -> Checked {
        match &expression.kind {
            ExprKind::Name(name) => {
                if !self.around.iter().any(|around| around.targets.contains(&&**name)) {
                    self.symbol(name).is_used = true;
                }
                Ok(())
            }
            ExprKind::Named { target, value } => {
                self.named(target, expression.span)?;
                self.expression(value)
            }
            ExprKind::Lambda { parameters, body } => {
                self.all(defaults(parameters))?;
                self.in_scope(Sort::Function, |inner| {
                    inner.parameters(parameters)?;
                    inner.expression(body)
                })
            }
            ExprKind::Yield(_) | ExprKind::YieldFrom(_)
                if self.around.iter().any(|around| !around.outside) =>
            {
                let name =
                    self.around.iter().rfind(|around| !around.outside).map_or("", |around| around.name);
                Err(Mistake::new(format!("'yield' inside {name}"), expression.span))
            }
            ExprKind::ListComp { element, clauses } => {
                self.comprehension("list comprehension", clauses, &[element])
            }
            ExprKind::SetComp { element, clauses } => {
                self.comprehension("set comprehension", clauses, &[element])
            }
            ExprKind::GeneratorExp { element, clauses } => {
                self.comprehension("generator expression", clauses, &[element])
            }
            ExprKind::DictComp { key, value, clauses } => {
                self.comprehension("dict comprehension", clauses, &[key, value])
            }
            _ => self.all(expression.children()),
        }
    }

    fn comprehension(
        &mut self,
        name: &'static str,
        clauses: &'a [Comprehension],
        elements: &[&'a Expr],
    ) -> Checked {
        let mut targets = Vec::new();
        clauses.iter().for_each(|clause| places_in(&clause.target, &mut targets));
        let targets = targets.into_iter().map(|(name, _)| name).collect();
        self.around.push(Around {
            name,
            targets: Vec::new(),
            bound: Vec::new(),
            named: Vec::new(),
            in_iterable: true,
            outside: true,
        });
        clauses.first().map_or(Ok(()), |clause| self.expression(&clause.iter))?;
        if let Some(around) = self.around.last_mut() {
            (around.targets, around.outside) = (targets, false);
        }
        for (index, clause) in clauses.iter().enumerate() {
            self.clause_target(&clause.target)?;
            if index > 0 {
                self.set_in_iterable(true);
                self.expression(&clause.iter)?;
            }
            self.set_in_iterable(false);
            self.all(&clause.ifs)?;
        }
        self.all(elements.iter().copied())?;
        // What is named in a comprehension inside this one is bound around both.
        let named = self.around.pop().map_or_else(Vec::new, |around| around.named);
        if let Some(around) = self.around.last_mut() {
            around.named.extend(named);
        }
        Ok(())
    }

    fn clause_target(&mut self, target: &'a Expr) -> Checked {
        let mut names = Vec::new();
        places_in(target, &mut names);
        let Some(around) = self.around.last_mut() else { return Ok(()) };
        for (name, span) in names {
            if around.named.contains(&name) {
                let message =
                    format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                return Err(Mistake::new(message, span));
            }
            around.bound.push(name);
        }
        Ok(())
    }

    fn set_in_iterable(&mut self, in_iterable: bool) {
        if let Some(around) = self.around.last_mut() {
            around.in_iterable = in_iterable;
        }
    }

    fn named(&mut self, target: &'a Name, span: Span) -> Checked {
        let name = &*target.text;
        if self.is_iterated || self.around.iter().any(|around| around.in_iterable) {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(Mistake::new(message, span));
        }
        if self.around.iter().any(|around| around.bound.contains(&name)) {
            let message =
                format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
            return Err(Mistake::new(message, target.span));
        }
        if !self.around.is_empty() && self.scopes[self.current].sort == Sort::Class {
            let message = "assignment expression within a comprehension cannot be used in a class body";
            return Err(Mistake::new(message, target.span));
        }
        if let Some(around) = self.around.last_mut() {
            around.named.push(name);
        }
        self.bind(target);
        Ok(())
    }
}

/// The names that a target binds, and where they stand.
fn places_in<'a>(target: &'a Expr, names: &mut Vec<(&'a str, Span)>) {
    match &target.kind {
        ExprKind::Name(name) => names.push((name, target.span)),
        ExprKind::List(items) | ExprKind::Tuple(items) => {
            items.iter().for_each(|item| places_in(item, names))
        }
        ExprKind::Starred(value) => places_in(value, names),
        _ => {}
    }
}
