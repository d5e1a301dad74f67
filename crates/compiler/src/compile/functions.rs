//! Functions and lambdas: their code, their defaults, annotations and decorators.

use interleave_syntax::tree::{
    Expr, ExprKind, FunctionDef, Parameter, ParameterKind, Stmt, TypeParam, TypeParamKind,
};
use interleave_text::Span;

use super::Compiler;
use super::scopes::{ScopeId, in_register_order};
use super::unit::Place;
use crate::code::{CodeKind, Constant, Instruction, Naming, Operand, Parameters, Register};

impl<'t> Compiler<'t> {
    pub(super) fn function_def(&mut self, statement: &'t Stmt, function: &'t FunctionDef) {
        let mark = self.unit.depth;
        let place = Place::from(statement.span);
        self.push_all(&function.decorators);
        let dst = self.unit.depth;
        let begin =
            function.decorators.first().map_or(statement.span.start, |decorator| decorator.span.start);
        self.with_type_params(&function.type_params, &function.name.text, place, |this, dst| {
            let (base, flags) =
                this.function_extras(&function.parameters, Some(function.returns.as_ref()), place.span);
            let kind = function_kind(function.is_async, this.scopes.list[this.scopes.of(function)].yields);
            let scope = this.scopes.of(function);
            this.enter(&function.name.text, kind, scope, begin);
            this.unit.doc = super::docstrings::docstring(&function.body).map(Into::into);
            this.parameters(scope, &function.parameters, place.span);
            this.block(&function.body);
            let code = this.exit(end_of(&function.body, place.span));
            this.unit.touch(dst);
            this.unit.emit(place, Instruction::MakeFunction { dst, code, base, flags });
        });
        let decorated = self.decorate(&function.decorators, dst);
        let variable = self.variable(&function.name.text);
        self.store(&variable, decorated, place);
        self.unit.depth = mark;
    }

    /// Calls the decorators that stand before what is in `argument`, the last one first; gives the
    /// register of the result.
    pub(super) fn decorate(&mut self, decorators: &'t [Expr], mut argument: Register) -> Register {
        for decorator in decorators.iter().rev() {
            let base = argument.saturating_sub(1);
            self.unit.emit(decorator, Instruction::Call { dst: base, base, count: 1, names: 0 });
            argument = base;
        }
        argument
    }

    pub(super) fn lambda(
        &mut self,
        lambda: &'t Expr,
        parameters: &'t [Parameter],
        body: &'t Expr,
        dst: Register,
    ) {
        let (base, flags) = self.function_extras(parameters, None, lambda.span);
        let scope = self.scopes.of(body);
        self.enter(
            "<lambda>",
            function_kind(false, self.scopes.list[scope].yields),
            scope,
            lambda.span.start,
        );
        self.parameters(scope, parameters, lambda.span);
        let src = self.operand(body);
        self.unit.emit(body.span, Instruction::Return { src });
        let code = self.exit(body.span);
        self.unit.emit(lambda.span, Instruction::MakeFunction { dst, code, base, flags });
    }

    fn parameters(&mut self, scope: ScopeId, parameters: &'t [Parameter], span: Span) {
        let count = |kinds: &[ParameterKind]| {
            let number = parameters.iter().filter(|parameter| kinds.contains(&parameter.kind)).count();
            u16::try_from(number).unwrap_or(u16::MAX)
        };
        self.unit.parameters = Parameters {
            positional_only: count(&[ParameterKind::PositionalOnly]),
            positional: count(&[ParameterKind::PositionalOnly, ParameterKind::Positional]),
            keyword_only: count(&[ParameterKind::KeywordOnly]),
            rest: count(&[ParameterKind::Variadic]) > 0,
            keywords: count(&[ParameterKind::Keywords]) > 0,
        };
        for parameter in in_register_order(parameters) {
            let name = self.mangle(&parameter.name.text);
            let register = self.unit.add_local(scope, &name);
            self.unit.set_bound(register, true);
        }
        self.add_scope_registers(span);
    }

    /// Defaults and annotations in temporaries, as `MakeFunction` wants them; `returns` is `None` for
    /// what can't have annotations.
    fn function_extras(
        &mut self,
        parameters: &'t [Parameter],
        returns: Option<Option<&'t Expr>>,
        span: Span,
    ) -> (Register, u16) {
        let base = self.unit.depth;
        let mut flags = 0;
        let positional = parameters.iter().filter(|parameter| parameter.kind != ParameterKind::KeywordOnly);
        if self.defaults_tuple(positional, span) {
            flags |= 1;
        }
        let keyword_only = parameters.iter().filter(|parameter| parameter.kind == ParameterKind::KeywordOnly);
        let dict = self.unit.depth;
        for parameter in keyword_only {
            if let Some(default) = &parameter.default {
                let name = self.mangle(&parameter.name.text);
                self.push_text(&name, parameter.name.span);
                self.push(default);
            }
        }
        flags |= self.dict_of_pushed(dict, span, 2);
        if let Some(returns) = returns {
            let dict = self.unit.depth;
            for parameter in parameters {
                if let Some(annotation) = &parameter.annotation {
                    let name = self.mangle(&parameter.name.text);
                    self.push_text(&name, parameter.name.span);
                    self.push_annotation(annotation);
                }
            }
            if let Some(annotation) = returns {
                self.push_text("return", annotation.span);
                self.push_annotation(annotation);
            }
            flags |= self.dict_of_pushed(dict, span, 4);
        }
        self.unit.depth = base;
        (base, flags)
    }

    fn defaults_tuple(&mut self, parameters: impl Iterator<Item = &'t Parameter>, span: Span) -> bool {
        let base = self.unit.depth;
        self.push_all(parameters.filter_map(|parameter| parameter.default.as_ref()));
        let count = self.unit.depth - base;
        if count == 0 {
            return false;
        }
        self.unit.depth = base;
        let dst = self.unit.reserve(1, span);
        self.unit.emit(span, Instruction::MakeTuple { dst, base, count });
        true
    }

    /// Makes a dict of keys and values from `base` on, if there are any.
    fn dict_of_pushed(&mut self, base: Register, span: Span, flag: u16) -> u16 {
        let count = (self.unit.depth - base) / 2;
        if count == 0 {
            return 0;
        }
        self.unit.depth = base;
        let dst = self.unit.reserve(1, span);
        self.unit.emit(span, Instruction::MakeDict { dst, base, count });
        flag
    }

    pub(super) fn push_text(&mut self, text: &str, span: Span) -> Register {
        let dst = self.unit.depth;
        let src = self.text(text, span);
        self.push_operand(dst, src, span)
    }

    pub(super) fn push_true(&mut self, span: Span) -> Register {
        self.push_constant(Constant::Bool(true), span)
    }

    pub(super) fn push_none(&mut self, span: Span) -> Register {
        self.push_constant(Constant::None, span)
    }

    fn push_constant(&mut self, constant: Constant, span: Span) -> Register {
        let dst = self.unit.depth;
        let src = self.unit.constant(constant, span);
        self.push_operand(dst, src, span)
    }

    fn push_operand(&mut self, dst: Register, src: Operand, span: Span) -> Register {
        self.unit.depth = dst;
        self.unit.reserve(1, span);
        self.move_into(dst, src, span.into());
        dst
    }

    /// An annotation's value, or its text if the module wants it so.
    pub(super) fn push_annotation(&mut self, annotation: &'t Expr) -> Register {
        if self.scopes.annotations_are_text {
            return self.push_text(annotation.span.of(self.text).unwrap_or_default(), annotation.span);
        }
        // `*args: *Ts`
        if let ExprKind::Starred(items) = &annotation.kind {
            let base = self.push(items);
            self.unit.emit(annotation.span, Instruction::Unpack { src: base, base, count: 1 });
            return base;
        }
        self.push(annotation)
    }

    // --- type parameters ---

    /// Runs `make`, which writes a function or class to the given register: in a function of its own that
    /// binds the type parameters, if there are any.
    pub(super) fn with_type_params(
        &mut self,
        params: &'t [TypeParam],
        name: &str,
        place: Place,
        make: impl FnOnce(&mut Self, Register),
    ) {
        let dst = self.unit.depth;
        if params.is_empty() {
            make(self, dst);
            self.unit.depth = dst;
            self.unit.reserve(1, place.span);
            return;
        }
        let prefix = self.unit.prefix.clone();
        let scope = self.scopes.of(params);
        self.enter(&format!("<generic parameters of {name}>"), CodeKind::Function, scope, place.span.start);
        self.unit.prefix = prefix;
        self.unit.naming = Naming::Transparent;
        self.add_scope_registers(place.span);
        for param in params {
            self.type_param(param);
        }
        let made = self.unit.depth;
        make(self, made);
        self.unit.depth = made;
        self.unit.reserve(1, place.span);
        let tuple = self.type_param_tuple(params, place);
        let object = self.once_more(made, place);
        let site = self.site("__type_params__", place.span);
        self.unit.emit(place, Instruction::StoreAttribute { object, src: tuple, site });
        self.unit.emit(place, Instruction::Return { src: made });
        let code = self.exit(place.span);
        self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::MakeFunction { dst, code, base: dst, flags: 0 });
        self.unit.emit(place, Instruction::Call { dst, base: dst, count: 0, names: 0 });
    }

    /// A tuple of the type parameters in the next temporary.
    pub(super) fn type_param_tuple(&mut self, params: &'t [TypeParam], place: Place) -> Register {
        let base = self.unit.depth;
        for param in params {
            let variable = self.variable(&param.name.text);
            let dst = self.unit.reserve(1, place.span);
            self.load(&variable, dst, place);
        }
        let count = self.unit.depth - base;
        self.unit.depth = base;
        let dst = self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::MakeTuple { dst, base, count });
        dst
    }

    fn type_param(&mut self, param: &'t TypeParam) {
        let class = match param.kind {
            TypeParamKind::TypeVar { .. } => "TypeVar",
            TypeParamKind::TypeVarTuple => "TypeVarTuple",
            TypeParamKind::ParamSpec => "ParamSpec",
        };
        let span = param.span;
        let base = self.push_from_typing(class, span);
        self.push_text(&param.name.text, param.name.span);
        let mut count = 1;
        let mut names = 0;
        if !matches!(param.kind, TypeParamKind::TypeVarTuple) {
            self.push_true(span);
            names = self.unit.name_list(vec!["infer_variance".into()], span);
            count = 2;
        }
        self.unit.emit(span, Instruction::Call { dst: base, base, count, names });
        let name = &param.name.text;
        if let TypeParamKind::TypeVar { bound: Some(bound) } = &param.kind {
            let is_choice = matches!(bound.kind, ExprKind::Tuple(_));
            self.postpone(base, if is_choice { "__constraints__" } else { "__bound__" }, bound, name);
        }
        if let Some(default) = &param.default {
            self.postpone(base, "__default__", default, name);
        }
        let variable = self.variable(name);
        self.store(&variable, base, span);
        self.unit.depth = base;
    }

    /// Has an attribute of what `typing` has made evaluated when someone asks for it.
    pub(super) fn postpone(&mut self, object: Register, attribute: &str, value: &'t Expr, name: &str) {
        let span = value.span;
        self.unit.depth = object;
        self.unit.reserve(1, span);
        let base = self.push_from_typing("_postpone", span);
        self.once_more(object, span.into());
        self.push_text(attribute, span);
        let dst = self.unit.reserve(1, span);
        self.enter(name, CodeKind::Function, self.scopes.of(value), span.start);
        self.add_scope_registers(span);
        let src = self.operand(value);
        self.unit.emit(span, Instruction::Return { src });
        let code = self.exit(span);
        self.unit.emit(span, Instruction::MakeFunction { dst, code, base: dst, flags: 0 });
        self.unit.emit(span, Instruction::Call { dst: base, base, count: 3, names: 0 });
        self.unit.emit(span, Instruction::Discard { register: base });
        self.unit.depth = base;
    }

    pub(super) fn push_from_typing(&mut self, name: &str, span: Span) -> Register {
        let dst = self.unit.reserve(1, span);
        let site = self.site("typing", span);
        self.unit.emit(span, Instruction::Import { dst, site, level: 0, names: 0 });
        let site = self.site(name, span);
        self.unit.emit(span, Instruction::LoadAttribute { dst, object: dst, site });
        dst
    }
}

fn function_kind(is_async: bool, yields: bool) -> CodeKind {
    match (is_async, yields) {
        (false, false) => CodeKind::Function,
        (false, true) => CodeKind::Generator,
        (true, false) => CodeKind::Coroutine,
        (true, true) => CodeKind::AsyncGenerator,
    }
}

/// Where what comes after the last statement is said to be: at that statement.
pub(super) fn end_of(body: &[Stmt], otherwise: Span) -> Span {
    body.last().map_or(otherwise, |statement| statement.span)
}
