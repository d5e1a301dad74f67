//! Calls: of functions, of methods, with `*` and `**`, and `super()`.

use interleave_syntax::tree::{Expr, ExprKind, Keyword};

use super::Compiler;
use super::names::Variable;
use super::unit::Place;
use crate::code::{Constant, Instruction, Register};

/// What has been prepared for a call, in registers from `base` on.
#[derive(Clone, Copy)]
pub(super) enum Callee {
    /// A function, and this many arguments behind it.
    Function { arguments: u16 },
    /// A method and its object.
    Method,
}

impl<'t> Compiler<'t> {
    pub(super) fn call(
        &mut self,
        call: &'t Expr,
        function: &'t Expr,
        args: &'t [Expr],
        keywords: &'t [Keyword],
        dst: Register,
    ) {
        let place = Place::from(call);
        let base = self.unit.depth;
        if args.is_empty() && keywords.is_empty() && self.super_call(function, dst, place) {
            self.unit.depth = base;
            return;
        }
        match &function.kind {
            ExprKind::Attribute { value, attribute } if !is_spread(args, keywords) => {
                let object = self.operand(value);
                let site = self.attribute_site(attribute);
                let method_place = self.attribute_place(function.into(), function);
                self.unit.depth = base;
                self.unit.reserve(2, call.span);
                self.unit.emit(method_place, Instruction::LoadMethod { base, object, site });
                let place = self.attribute_place(place, function);
                self.call_prepared(base, Callee::Method, args, keywords, dst, place);
            }
            _ => {
                self.push(function);
                self.call_prepared(base, Callee::Function { arguments: 0 }, args, keywords, dst, place);
            }
        }
    }

    /// `super()` in a method.
    fn super_call(&mut self, function: &'t Expr, dst: Register, place: Place) -> bool {
        let ExprKind::Name(name) = &function.kind else { return false };
        let has_self = self.unit.parameters.count() > 0;
        let (true, true, Some(class_cell)) = (&**name == "super", has_self, self.cell("__class__")) else {
            return false;
        };
        if matches!(self.variable(name), Variable::Name(_) | Variable::NameOrCell(..)) {
            return false;
        }
        let callee = self.operand(function);
        self.unit.emit(place, Instruction::Super { dst, callee, class_cell, first: 0 });
        true
    }

    /// Evaluates the arguments and calls.
    pub(super) fn call_prepared(
        &mut self,
        base: Register,
        callee: Callee,
        args: &'t [Expr],
        keywords: &'t [Keyword],
        dst: Register,
        place: Place,
    ) {
        if let (true, Callee::Function { arguments }) = (is_spread(args, keywords), callee) {
            self.spread_arguments(base, arguments, args, keywords, place);
            self.unit.emit(place, Instruction::CallSpread { dst, base });
        } else {
            self.push_all(args);
            let names = self.push_named(keywords, place);
            let count = self.unit.depth - base - 1;
            self.unit.emit(
                place,
                match callee {
                    Callee::Function { .. } => Instruction::Call { dst, base, count, names },
                    Callee::Method => {
                        Instruction::CallMethod { dst, base, count: count.saturating_sub(1), names }
                    }
                },
            );
        }
        self.unit.depth = base;
    }

    /// The values of keyword arguments; the number of the list of their names.
    fn push_named(&mut self, keywords: &'t [Keyword], place: Place) -> u16 {
        let mut names = Vec::with_capacity(keywords.len());
        for keyword in keywords {
            self.push(&keyword.value);
            names.extend(keyword.name.as_ref().map(|name| self.mangle(&name.text)));
        }
        if names.is_empty() { 0 } else { self.unit.name_list(names, place.span) }
    }

    /// A list of the positional arguments behind the function, then perhaps a dict of the named ones.
    fn spread_arguments(
        &mut self,
        base: Register,
        already_there: u16,
        args: &'t [Expr],
        keywords: &'t [Keyword],
        place: Place,
    ) {
        let list = base + 1;
        match args {
            [] if already_there == 0 => {
                let empty = self.unit.constant(Constant::Tuple(Vec::new()), place.span);
                self.unit.depth = list;
                self.unit.touch(list);
                self.move_into(list, empty, place);
            }
            // The machine makes a tuple of it, or names the function in the error.
            [Expr { kind: ExprKind::Starred(value), .. }] if already_there == 0 => self.into(value, list),
            _ => self.list_of(list, args, place),
        }
        self.unit.depth = list;
        self.unit.reserve(2, place.span);
        if !keywords.is_empty() {
            self.unit.depth = base + 2;
            self.named_arguments(base, keywords, place);
        }
    }

    /// A dict in the next temporary.
    fn named_arguments(&mut self, callee: Register, keywords: &'t [Keyword], place: Place) {
        let dict = self.unit.depth;
        let mut rest = keywords;
        let mut is_begun = false;
        while let Some(first) = rest.first() {
            if is_begun || first.name.is_none() {
                if !is_begun {
                    self.unit.reserve(1, place.span);
                    self.unit.emit(place, Instruction::MakeDict { dst: dict, base: dict, count: 0 });
                    is_begun = true;
                }
                let src = if first.name.is_none() {
                    rest = &rest[1..];
                    self.operand(&first.value)
                } else {
                    self.named_run(&mut rest, place)
                };
                self.unit.emit(place, Instruction::DictMerge { dict, src, callee });
                self.unit.depth = dict + 1;
            } else {
                self.named_run(&mut rest, place);
                is_begun = true;
            }
        }
    }

    /// A dict of the keyword arguments up to the next `**`, in the next temporary.
    fn named_run(&mut self, keywords: &mut &'t [Keyword], place: Place) -> Register {
        let base = self.unit.depth;
        let mut count = 0;
        while let Some((Keyword { name: Some(name), value, .. }, rest)) = keywords.split_first() {
            let key_register = self.unit.reserve(1, name.span);
            let mangled = self.mangle(&name.text);
            let key = self.text(&mangled, name.span);
            self.move_into(key_register, key, place);
            self.unit.depth = key_register + 1;
            self.push(value);
            count += 1;
            *keywords = rest;
        }
        self.unit.emit(place, Instruction::MakeDict { dst: base, base, count });
        self.unit.depth = base;
        self.unit.reserve(1, place.span)
    }
}

fn is_spread(args: &[Expr], keywords: &[Keyword]) -> bool {
    args.iter().any(|arg| matches!(arg.kind, ExprKind::Starred(_)))
        || keywords.iter().any(|keyword| keyword.name.is_none())
}
