//! Walks the tree and notes which names each scope binds, declares and uses.

use interleave_syntax::tree::{
    Alias, ClassDef, Comprehension, DictItem, ExceptHandler, Expr, ExprKind, FStringPart, FunctionDef,
    Keyword, Module, Parameter, Pattern, PatternKind, Stmt, StmtKind, TypeParam, TypeParamKind,
};

use super::scopes::{MODULE, Scope, ScopeId, ScopeKind, Scopes, Symbol, in_register_order, mangle};

pub(super) fn collect<'t>(scopes: &mut Scopes<'t>, module: &'t Module) {
    scopes.annotations_are_text = module.body.iter().any(imports_future_annotations);
    Collector { scopes, current: MODULE }.block(&module.body);
}

fn imports_future_annotations(statement: &Stmt) -> bool {
    matches!(&statement.kind, StmtKind::ImportFrom { module: Some(module), names, level: 0 }
        if &*module.text == "__future__" && names.iter().any(|alias| &*alias.name == "annotations"))
}

struct Collector<'s, 't> {
    scopes: &'s mut Scopes<'t>,
    current: ScopeId,
}

impl<'t> Collector<'_, 't> {
    fn scope(&mut self) -> &mut Scope<'t> {
        &mut self.scopes.list[self.current]
    }

    fn symbol(&mut self, name: &str) -> &mut Symbol {
        let scope = self.scope();
        let name = mangle(name, scope.private);
        scope.symbol(&name)
    }

    fn bind(&mut self, name: &str) {
        self.symbol(name).bound = true;
    }

    fn within(&mut self, scope: ScopeId, walk: impl FnOnce(&mut Self)) {
        let outside = std::mem::replace(&mut self.current, scope);
        walk(self);
        self.current = outside;
    }

    fn new_scope(&mut self, kind: ScopeKind) -> Scope<'t> {
        let private = self.scope().private;
        Scope::new(kind, self.current, private)
    }

    fn block(&mut self, statements: &'t [Stmt]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &'t Stmt) {
        match &statement.kind {
            StmtKind::FunctionDef(function) => self.function(function),
            StmtKind::ClassDef(class) => self.class(class),
            StmtKind::Return(value) => self.optional(value.as_ref()),
            StmtKind::Delete(targets) => targets.iter().for_each(|target| self.deleted(target)),
            StmtKind::Assign { targets, value } => {
                self.expression(value);
                targets.iter().for_each(|target| self.target(target));
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.target(target);
                self.expression(value);
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.target(target);
                self.annotation(annotation);
                self.optional(value.as_ref());
                if *simple {
                    self.scope().annotates = true;
                }
            }
            StmtKind::TypeAlias(alias) => {
                self.bind(&alias.name.text);
                self.with_type_params(&alias.type_params, |this| this.postponed(&alias.value));
            }
            StmtKind::For { is_async, target, iter, body, orelse } => {
                self.scope().awaits |= is_async;
                self.expression(iter);
                self.target(target);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.expression(test);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::If { branches, orelse } => {
                for branch in branches {
                    self.expression(&branch.test);
                    self.block(&branch.body);
                }
                self.block(orelse);
            }
            StmtKind::With { is_async, items, body } => {
                self.scope().awaits |= is_async;
                for item in items {
                    self.expression(&item.context);
                    if let Some(target) = &item.target {
                        self.target(target);
                    }
                }
                self.block(body);
            }
            StmtKind::Match { subject, cases } => {
                self.expression(subject);
                for case in cases {
                    self.pattern(&case.pattern);
                    self.optional(case.guard.as_ref());
                    self.block(&case.body);
                }
            }
            StmtKind::Raise { exception, cause } => {
                self.optional(exception.as_ref());
                self.optional(cause.as_ref());
            }
            StmtKind::Try(statement) => {
                self.block(&statement.body);
                statement.handlers.iter().for_each(|handler| self.handler(handler));
                self.block(&statement.orelse);
                self.block(&statement.finalbody);
            }
            StmtKind::Assert { test, message } => {
                self.expression(test);
                self.optional(message.as_ref());
            }
            StmtKind::Import(names) => names.iter().for_each(|alias| self.imported(alias)),
            StmtKind::ImportFrom { names, .. } => {
                names.iter().filter(|alias| &*alias.name != "*").for_each(|alias| self.imported(alias));
            }
            StmtKind::Global(names) => names.iter().for_each(|name| self.symbol(&name.text).global = true),
            StmtKind::Nonlocal(names) => {
                names.iter().for_each(|name| self.symbol(&name.text).nonlocal = true)
            }
            StmtKind::Expr(value) => self.expression(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => {}
        }
    }

    fn imported(&mut self, alias: &Alias) {
        let first_part = || alias.name.split('.').next().unwrap_or_default();
        let name = alias.as_name.as_ref().map_or_else(first_part, |name| &name.text);
        self.bind(name);
    }

    fn handler(&mut self, handler: &'t ExceptHandler) {
        self.optional(handler.class.as_ref());
        if let Some(name) = &handler.name {
            self.bind(&name.text);
            self.symbol(&name.text).deleted = true;
        }
        self.block(&handler.body);
    }

    fn function(&mut self, function: &'t FunctionDef) {
        self.bind(&function.name.text);
        self.expressions(&function.decorators);
        self.with_type_params(&function.type_params, |this| {
            this.defaults(&function.parameters);
            for annotation in function.parameters.iter().filter_map(|parameter| parameter.annotation.as_ref())
            {
                this.annotation(annotation);
            }
            if let Some(returns) = &function.returns {
                this.annotation(returns);
            }
            let scope = this.new_scope(ScopeKind::Function);
            let scope = this.scopes.add(function, scope);
            this.within(scope, |this| {
                this.parameters(&function.parameters);
                this.block(&function.body);
            });
        });
    }

    fn defaults(&mut self, parameters: &'t [Parameter]) {
        parameters.iter().for_each(|parameter| self.optional(parameter.default.as_ref()));
    }

    fn parameters(&mut self, parameters: &[Parameter]) {
        in_register_order(parameters).for_each(|parameter| self.bind(&parameter.name.text));
    }

    fn class(&mut self, class: &'t ClassDef) {
        self.bind(&class.name.text);
        self.expressions(&class.decorators);
        self.with_type_params(&class.type_params, |this| {
            this.expressions(&class.bases);
            this.keywords(&class.keywords);
            let mut scope = this.new_scope(ScopeKind::Class);
            scope.private = Some(&class.name.text);
            let scope = this.scopes.add(class, scope);
            this.within(scope, |this| this.block(&class.body));
        });
    }

    fn with_type_params(&mut self, params: &'t [TypeParam], walk: impl FnOnce(&mut Self)) {
        if params.is_empty() {
            return walk(self);
        }
        let scope = self.new_scope(ScopeKind::Function);
        let scope = self.scopes.add(params, scope);
        self.within(scope, |this| {
            params.iter().for_each(|param| this.bind(&param.name.text));
            for param in params {
                if let TypeParamKind::TypeVar { bound: Some(bound) } = &param.kind {
                    this.postponed(bound);
                }
                if let Some(default) = &param.default {
                    this.postponed(default);
                }
            }
            walk(this);
        });
    }

    /// What is evaluated when someone asks for it, in code of its own. A function would not see the names of a class,
    /// so what stands in one itself is evaluated at once.
    fn postponed(&mut self, expression: &'t Expr) {
        if self.scope().kind == ScopeKind::Class {
            return self.expression(expression);
        }
        let scope = self.new_scope(ScopeKind::Function);
        let scope = self.scopes.add(expression, scope);
        self.within(scope, |this| this.expression(expression));
    }

    fn annotation(&mut self, annotation: &'t Expr) {
        if !self.scopes.annotations_are_text {
            self.expression(annotation);
        }
    }

    fn optional(&mut self, expression: Option<&'t Expr>) {
        if let Some(expression) = expression {
            self.expression(expression);
        }
    }

    fn expressions(&mut self, expressions: &'t [Expr]) {
        expressions.iter().for_each(|expression| self.expression(expression));
    }

    fn keywords(&mut self, keywords: &'t [Keyword]) {
        keywords.iter().for_each(|keyword| self.expression(&keyword.value));
    }

    /// A target that is assigned to.
    fn target(&mut self, target: &'t Expr) {
        match &target.kind {
            ExprKind::Name(name) => self.bind(name),
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().for_each(|item| self.target(item)),
            ExprKind::Starred(value) => self.target(value),
            _ => self.expression(target),
        }
    }

    fn deleted(&mut self, target: &'t Expr) {
        match &target.kind {
            ExprKind::Name(name) => {
                self.bind(name);
                self.symbol(name).deleted = true;
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().for_each(|item| self.deleted(item))
            }
            _ => self.expression(target),
        }
    }

    fn expression(&mut self, expression: &'t Expr) {
        match &expression.kind {
            ExprKind::Constant(_) => {}
            ExprKind::Name(name) => {
                self.symbol(name);
                if &**name == "super" && !matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class) {
                    self.symbol("__class__");
                }
            }
            ExprKind::JoinedStr(parts) => self.parts(parts),
            ExprKind::BoolOp { values, .. } => self.expressions(values),
            ExprKind::Named { target, value } => {
                self.expression(value);
                self.bind_outside_comprehensions(&target.text);
            }
            ExprKind::BinOp { .. } => {
                // A long sum leans to the left: it is walked without recursion.
                let mut left = expression;
                while let ExprKind::BinOp { left: inner, right, .. } = &left.kind {
                    self.expression(right);
                    left = inner;
                }
                self.expression(left);
            }
            ExprKind::UnaryOp { operand: value, .. } | ExprKind::Attribute { value, .. } => {
                self.expression(value)
            }
            ExprKind::Starred(value) => self.expression(value),
            ExprKind::Await(value) => {
                self.scope().awaits = true;
                self.expression(value);
            }
            ExprKind::Yield(value) => {
                self.scope().yields = true;
                self.optional(value.as_deref());
            }
            ExprKind::YieldFrom(value) => {
                self.scope().yields = true;
                self.expression(value);
            }
            ExprKind::Lambda { parameters, body } => {
                self.defaults(parameters);
                let scope = self.new_scope(ScopeKind::Function);
                let scope = self.scopes.add(&**body, scope);
                self.within(scope, |this| {
                    this.parameters(parameters);
                    this.expression(body);
                });
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expression(test);
                self.expression(body);
                self.expression(orelse);
            }
            ExprKind::Dict(items) => items.iter().for_each(|DictItem { key, value }| {
                self.optional(key.as_ref());
                self.expression(value);
            }),
            ExprKind::Set(items) | ExprKind::List(items) | ExprKind::Tuple(items) => self.expressions(items),
            ExprKind::ListComp { element, clauses } | ExprKind::SetComp { element, clauses } => {
                self.comprehension(clauses, [element, element], true);
            }
            ExprKind::DictComp { key, value, clauses } => self.comprehension(clauses, [key, value], true),
            ExprKind::GeneratorExp { element, clauses } => {
                self.comprehension(clauses, [element, element], false)
            }
            ExprKind::Compare { left, rest } => {
                self.expression(left);
                rest.iter().for_each(|(_, right)| self.expression(right));
            }
            ExprKind::Call { function, args, keywords, .. } => {
                self.expression(function);
                self.expressions(args);
                self.keywords(keywords);
            }
            ExprKind::Subscript { value, index, .. } => {
                self.expression(value);
                self.expression(index);
            }
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().for_each(|part| self.optional(part.as_deref()));
            }
        }
    }

    fn parts(&mut self, parts: &'t [FStringPart]) {
        for part in parts {
            if let FStringPart::Value(value) = part {
                self.expression(&value.value);
                self.parts(value.spec.as_deref().unwrap_or_default());
            }
        }
    }

    /// `[second, first]` of a comprehension's element are the same but for a dict's.
    fn comprehension(&mut self, clauses: &'t [Comprehension], element: [&'t Expr; 2], may_inline: bool) {
        let Some(first) = clauses.first() else { return };
        self.expression(&first.iter);
        let kind = match self.scope().kind {
            _ if !may_inline => ScopeKind::Function,
            ScopeKind::Class => ScopeKind::Comprehension,
            _ => ScopeKind::Inlined,
        };
        let mut scope = self.new_scope(kind);
        scope.yields = !may_inline;
        scope.awaits = clauses.iter().any(|clause| clause.is_async);
        let scope = self.scopes.add(clauses, scope);
        self.scopes.comprehensions.insert(scope);
        self.within(scope, |this| {
            for (index, clause) in clauses.iter().enumerate() {
                if index > 0 {
                    this.expression(&clause.iter);
                }
                this.target(&clause.target);
                this.expressions(&clause.ifs);
            }
            let [key, value] = element;
            this.expression(key);
            if !std::ptr::eq(key, value) {
                this.expression(value);
            }
        });
        if kind == ScopeKind::Inlined {
            let awaits = self.scopes.list[scope].awaits;
            self.scope().awaits |= awaits;
        }
    }

    /// `name := …` binds in the function around all comprehensions.
    fn bind_outside_comprehensions(&mut self, name: &str) {
        self.symbol(name);
        let mut owner = self.current;
        while self.scopes.comprehensions.contains(&owner) {
            owner = self.scopes.list[owner].parent;
        }
        self.within(owner, |this| {
            let symbol = this.symbol(name);
            symbol.bound = true;
            symbol.walrus = true;
        });
    }

    fn pattern(&mut self, pattern: &'t Pattern) {
        match &pattern.kind {
            PatternKind::Value(value) => self.expression(value),
            PatternKind::Singleton(_) => {}
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => {
                patterns.iter().for_each(|pattern| self.pattern(pattern));
            }
            PatternKind::Mapping { items, rest } => {
                for (key, pattern) in items {
                    self.expression(key);
                    self.pattern(pattern);
                }
                if let Some(rest) = rest {
                    self.bind(&rest.text);
                }
            }
            PatternKind::Class { class, patterns, keywords } => {
                self.expression(class);
                patterns.iter().for_each(|pattern| self.pattern(pattern));
                keywords.iter().for_each(|(_, pattern)| self.pattern(pattern));
            }
            PatternKind::Star(name) => {
                if let Some(name) = name {
                    self.bind(&name.text);
                }
            }
            PatternKind::As { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern);
                }
                if let Some(name) = name {
                    self.bind(&name.text);
                }
            }
        }
    }
}
