//! Statements, parameters and type parameters.

use interleave_text::Span;
use ruff_python_ast as ruff;
use ruff_text_size::Ranged;

use super::{Lowering, name, span_of};
use crate::tree::{
    Alias, Branch, ClassDef, ExceptHandler, Expr, FunctionDef, MatchCase, Parameter, ParameterKind, Stmt,
    StmtKind, Try, TypeAlias, TypeParam, TypeParamKind, WithItem,
};

impl Lowering<'_> {
    pub(super) fn block(&self, body: &[ruff::Stmt]) -> Vec<Stmt> {
        body.iter().map(|statement| self.statement(statement)).collect()
    }

    fn statement(&self, statement: &ruff::Stmt) -> Stmt {
        let span = span_of(statement);
        let kind = match statement {
            ruff::Stmt::FunctionDef(function) => {
                return Stmt {
                    span: self.without_decorators(span, &function.decorator_list),
                    kind: StmtKind::FunctionDef(Box::new(self.function(function))),
                };
            }
            ruff::Stmt::ClassDef(class) => {
                return Stmt {
                    span: self.without_decorators(span, &class.decorator_list),
                    kind: StmtKind::ClassDef(Box::new(self.class(class))),
                };
            }
            ruff::Stmt::Return(it) => StmtKind::Return(self.optional(it.value.as_deref())),
            ruff::Stmt::Delete(it) => StmtKind::Delete(self.expressions(&it.targets)),
            ruff::Stmt::TypeAlias(it) => StmtKind::TypeAlias(Box::new(self.type_alias(it))),
            ruff::Stmt::Assign(it) => {
                StmtKind::Assign { targets: self.expressions(&it.targets), value: self.expression(&it.value) }
            }
            ruff::Stmt::AugAssign(it) => StmtKind::AugAssign {
                target: self.expression(&it.target),
                operator: super::expressions::binary_operator(it.op),
                operator_span: self.token_after(it.target.end()),
                value: self.expression(&it.value),
            },
            ruff::Stmt::AnnAssign(it) => StmtKind::AnnAssign {
                target: self.expression(&it.target),
                annotation: self.expression(&it.annotation),
                value: self.optional(it.value.as_deref()),
                simple: it.simple,
            },
            ruff::Stmt::For(it) => self.for_loop(it),
            ruff::Stmt::While(it) => StmtKind::While {
                test: self.expression(&it.test),
                body: self.block(&it.body),
                orelse: self.block(&it.orelse),
            },
            ruff::Stmt::If(it) => self.conditional(it),
            ruff::Stmt::With(it) => self.with(it),
            ruff::Stmt::Match(it) => self.match_statement(it),
            ruff::Stmt::Raise(it) => StmtKind::Raise {
                exception: self.optional(it.exc.as_deref()),
                cause: self.optional(it.cause.as_deref()),
            },
            ruff::Stmt::Try(it) => StmtKind::Try(Box::new(self.try_statement(it))),
            ruff::Stmt::Assert(it) => StmtKind::Assert {
                test: self.expression(&it.test),
                message: self.optional(it.msg.as_deref()),
            },
            ruff::Stmt::Import(it) => StmtKind::Import(it.names.iter().map(alias).collect()),
            ruff::Stmt::ImportFrom(it) => StmtKind::ImportFrom {
                module: it.module.as_ref().map(name),
                names: it.names.iter().map(alias).collect(),
                level: it.level,
            },
            ruff::Stmt::Global(it) => StmtKind::Global(it.names.iter().map(name).collect()),
            ruff::Stmt::Nonlocal(it) => StmtKind::Nonlocal(it.names.iter().map(name).collect()),
            ruff::Stmt::Expr(it) => StmtKind::Expr(self.expression(&it.value)),
            ruff::Stmt::Pass(_) => StmtKind::Pass,
            ruff::Stmt::Break(_) => StmtKind::Break,
            ruff::Stmt::Continue(_) => StmtKind::Continue,
            ruff::Stmt::IpyEscapeCommand(_) => unreachable!("these exist only in notebooks"),
        };
        Stmt { span, kind }
    }

    /// CPython lets a decorated definition begin at `def`, `async` or `class`.
    fn without_decorators(&self, span: Span, decorators: &[ruff::Decorator]) -> Span {
        match decorators.last() {
            Some(last) => Span::new(self.token_after(last.end()).start, span.end),
            None => span,
        }
    }

    fn decorators(&self, decorators: &[ruff::Decorator]) -> Vec<Expr> {
        decorators.iter().map(|decorator| self.expression(&decorator.expression)).collect()
    }

    fn function(&self, function: &ruff::StmtFunctionDef) -> FunctionDef {
        FunctionDef {
            is_async: function.is_async,
            name: name(&function.name),
            decorators: self.decorators(&function.decorator_list),
            type_params: self.type_params(function.type_params.as_deref()),
            parameters: self.parameters(&function.parameters),
            returns: self.optional(function.returns.as_deref()),
            body: self.block(&function.body),
        }
    }

    fn class(&self, class: &ruff::StmtClassDef) -> ClassDef {
        ClassDef {
            name: name(&class.name),
            decorators: self.decorators(&class.decorator_list),
            type_params: self.type_params(class.type_params.as_deref()),
            bases: self.expressions(class.bases()),
            keywords: self.keywords(class.keywords()),
            body: self.block(&class.body),
        }
    }

    fn type_alias(&self, alias: &ruff::StmtTypeAlias) -> TypeAlias {
        TypeAlias {
            name: self.bare_name(&alias.name),
            type_params: self.type_params(alias.type_params.as_deref()),
            value: self.expression(&alias.value),
        }
    }

    fn for_loop(&self, it: &ruff::StmtFor) -> StmtKind {
        StmtKind::For {
            is_async: it.is_async,
            target: self.expression(&it.target),
            iter: self.expression(&it.iter),
            body: self.block(&it.body),
            orelse: self.block(&it.orelse),
        }
    }

    fn conditional(&self, it: &ruff::StmtIf) -> StmtKind {
        let first_end = it.body.last().map_or(it.end(), Ranged::end);
        let mut branches = vec![Branch {
            span: Span::new(it.start().to_u32(), first_end.to_u32()),
            test: self.expression(&it.test),
            body: self.block(&it.body),
        }];
        let mut orelse = Vec::new();
        for clause in &it.elif_else_clauses {
            match &clause.test {
                Some(test) => branches.push(Branch {
                    span: span_of(clause),
                    test: self.expression(test),
                    body: self.block(&clause.body),
                }),
                None => orelse = self.block(&clause.body),
            }
        }
        StmtKind::If { branches, orelse }
    }

    fn with(&self, it: &ruff::StmtWith) -> StmtKind {
        let item = |item: &ruff::WithItem| WithItem {
            context: self.expression(&item.context_expr),
            target: self.optional(item.optional_vars.as_deref()),
        };
        StmtKind::With {
            is_async: it.is_async,
            items: it.items.iter().map(item).collect(),
            body: self.block(&it.body),
        }
    }

    fn match_statement(&self, it: &ruff::StmtMatch) -> StmtKind {
        let case = |case: &ruff::MatchCase| MatchCase {
            span: span_of(case),
            pattern: self.pattern(&case.pattern),
            guard: self.optional(case.guard.as_deref()),
            body: self.block(&case.body),
        };
        StmtKind::Match { subject: self.expression(&it.subject), cases: it.cases.iter().map(case).collect() }
    }

    fn try_statement(&self, it: &ruff::StmtTry) -> Try {
        let handler = |handler: &ruff::ExceptHandler| {
            let ruff::ExceptHandler::ExceptHandler(inner) = handler;
            ExceptHandler {
                span: span_of(handler),
                class: self.optional(inner.type_.as_deref()),
                name: inner.name.as_ref().map(name),
                body: self.block(&inner.body),
            }
        };
        Try {
            is_star: it.is_star,
            body: self.block(&it.body),
            handlers: it.handlers.iter().map(handler).collect(),
            orelse: self.block(&it.orelse),
            finalbody: self.block(&it.finalbody),
        }
    }

    fn type_params(&self, type_params: Option<&ruff::TypeParams>) -> Vec<TypeParam> {
        let lower = |param: &ruff::TypeParam| {
            let (identifier, kind, default) = match param {
                ruff::TypeParam::TypeVar(it) => (
                    &it.name,
                    TypeParamKind::TypeVar { bound: self.optional(it.bound.as_deref()) },
                    &it.default,
                ),
                ruff::TypeParam::TypeVarTuple(it) => (&it.name, TypeParamKind::TypeVarTuple, &it.default),
                ruff::TypeParam::ParamSpec(it) => (&it.name, TypeParamKind::ParamSpec, &it.default),
            };
            TypeParam {
                span: span_of(param),
                name: name(identifier),
                kind,
                default: self.optional(default.as_deref()),
            }
        };
        type_params.map_or(Vec::new(), |list| list.type_params.iter().map(lower).collect())
    }

    pub(super) fn parameters(&self, parameters: &ruff::Parameters) -> Vec<Parameter> {
        let lower = |parameter: &ruff::Parameter, kind, default: Option<&ruff::Expr>| Parameter {
            span: Span::new(
                parameter.name.start().to_u32(),
                parameter
                    .annotation
                    .as_ref()
                    .map_or(parameter.name.end(), |annotation| annotation.end())
                    .to_u32(),
            ),
            name: name(&parameter.name),
            kind,
            annotation: self.optional(parameter.annotation.as_deref()),
            default: self.optional(default),
        };
        let several = |list: &[ruff::ParameterWithDefault], kind| -> Vec<Parameter> {
            list.iter().map(|it| lower(&it.parameter, kind, it.default.as_deref())).collect()
        };
        let mut all = several(&parameters.posonlyargs, ParameterKind::PositionalOnly);
        all.extend(several(&parameters.args, ParameterKind::Positional));
        all.extend(parameters.vararg.iter().map(|it| lower(it, ParameterKind::Variadic, None)));
        all.extend(several(&parameters.kwonlyargs, ParameterKind::KeywordOnly));
        all.extend(parameters.kwarg.iter().map(|it| lower(it, ParameterKind::Keywords, None)));
        all
    }
}

fn alias(alias: &ruff::Alias) -> Alias {
    Alias { span: span_of(alias), name: alias.name.as_str().into(), as_name: alias.asname.as_ref().map(name) }
}
