//! `match`. Whatever a pattern captures waits in temporaries until the whole pattern fits.

use std::collections::BTreeSet;

use interleave_syntax::tree::{Expr, MatchCase, Name, Pattern, PatternKind};
use interleave_text::Span;

use super::Compiler;
use super::functions::end_of;
use super::unit::{LabelId, Place};
use crate::code::{Comparison, Instruction, Operand, Register};

/// A pattern being compiled.
struct Matching<'t> {
    /// Where a subject that doesn't fit leads.
    failed: LabelId,
    captures: Vec<(&'t Name, Register)>,
    /// Temporaries that hold something.
    live: BTreeSet<Register>,
    /// Those that may hold something at `failed`.
    to_clear: BTreeSet<Register>,
}

impl Matching<'_> {
    fn new(failed: LabelId) -> Self {
        Self { failed, captures: Vec::new(), live: BTreeSet::new(), to_clear: BTreeSet::new() }
    }

    /// A jump to `failed` has been written.
    fn may_fail(&mut self) {
        self.to_clear.extend(&self.live);
    }
}

/// What a pattern looks at: the subject of the whole statement, which stays, or a part of it, which the
/// pattern uses up.
#[derive(Clone, Copy)]
struct Subject {
    register: Register,
    is_part: bool,
}

impl<'t> Compiler<'t> {
    pub(super) fn match_statement(&mut self, subject: &'t Expr, cases: &'t [MatchCase]) {
        let mark = self.unit.depth;
        let register = self.push(subject);
        let end = self.unit.label();
        for case in cases {
            if !self.unit.is_reachable() {
                break;
            }
            self.begin_line(case.span);
            let next = self.unit.label();
            let mut matching = Matching::new(self.unit.label());
            self.pattern(&mut matching, &case.pattern, Subject { register, is_part: false });
            for (name, register) in &matching.captures {
                let variable = self.variable(&name.text);
                self.store(&variable, *register, case.pattern.span);
            }
            self.unit.depth = register + 1;
            if let Some(guard) = &case.guard {
                self.jump_unless(guard, next);
            }
            self.unit.emit(case.pattern.span, Instruction::Clear { register });
            self.unit.depth = mark;
            self.block(&case.body);
            self.unit.emit(end_of(&case.body, case.span), Instruction::Jump { target: end });
            self.unit.depth = register + 1;
            self.unit.place(matching.failed);
            self.clear_all(&matching.to_clear, case.pattern.span);
            self.unit.place(next);
        }
        self.unit.emit(subject, Instruction::Clear { register });
        self.unit.place(end);
        self.unit.depth = mark;
    }

    fn clear_all(&mut self, registers: &BTreeSet<Register>, span: Span) {
        for register in registers {
            self.unit.emit(span, Instruction::Clear { register: *register });
        }
    }

    fn pattern(&mut self, matching: &mut Matching<'t>, pattern: &'t Pattern, subject: Subject) {
        let place = Place::from(pattern.span);
        match &pattern.kind {
            PatternKind::Value(value) => {
                let left = self.used_up(matching, subject, place);
                let depth = self.unit.depth;
                let right = self.operand(value);
                self.fail_unless(matching, Comparison::Equal, left, right, place);
                self.unit.depth = depth;
            }
            PatternKind::Singleton(constant) => {
                let left = self.used_up(matching, subject, place);
                let right = self.singleton(constant, place.span);
                self.fail_unless(matching, Comparison::Is, left, right, place);
            }
            PatternKind::Sequence(patterns) => self.sequence(matching, patterns, subject, place),
            PatternKind::Mapping { items, rest } => {
                self.mapping(matching, items, rest.as_ref(), subject, place)
            }
            PatternKind::Class { class, patterns, keywords } => {
                self.class_pattern(matching, class, patterns, keywords, subject, place);
            }
            PatternKind::Star(name) => self.capture(matching, name.as_ref(), subject, place),
            PatternKind::As { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(matching, pattern, Subject { is_part: false, ..subject });
                }
                self.capture(matching, name.as_ref(), subject, place);
            }
            PatternKind::Or(patterns) => self.alternatives(matching, patterns, subject, place),
        }
    }

    fn fail_unless(
        &mut self,
        matching: &mut Matching<'t>,
        operator: Comparison,
        left: Operand,
        right: Operand,
        place: Place,
    ) {
        self.unit.emit(place, Instruction::JumpUnless { operator, left, right, target: matching.failed });
        matching.may_fail();
    }

    /// The subject as an operand that may be moved away.
    fn used_up(&mut self, matching: &mut Matching<'t>, subject: Subject, place: Place) -> Operand {
        if subject.is_part {
            matching.live.remove(&subject.register);
            return subject.register;
        }
        self.once_more(subject.register, place)
    }

    /// A part of the subject that has been looked at and isn't wanted any more.
    fn let_go(&mut self, matching: &mut Matching<'t>, subject: Subject, place: Place) {
        if subject.is_part {
            matching.live.remove(&subject.register);
            self.unit.emit(place, Instruction::Clear { register: subject.register });
        }
    }

    fn capture(
        &mut self,
        matching: &mut Matching<'t>,
        name: Option<&'t Name>,
        subject: Subject,
        place: Place,
    ) {
        let Some(name) = name else { return self.let_go(matching, subject, place) };
        let register = self.used_up(matching, subject, place);
        matching.live.insert(register);
        matching.captures.push((name, register));
    }

    /// Parts of the subject, in a row of temporaries.
    fn parts(&mut self, matching: &mut Matching<'t>, count: usize, span: Span) -> Register {
        let base = self.unit.reserve(count, span);
        matching.live.extend(base..self.unit.depth);
        base
    }

    // --- sequences ---

    fn sequence(
        &mut self,
        matching: &mut Matching<'t>,
        patterns: &'t [Pattern],
        subject: Subject,
        place: Place,
    ) {
        let star = patterns.iter().position(|pattern| matches!(pattern.kind, PatternKind::Star(_)));
        let register = subject.register;
        let test = self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::IsSequence { dst: test, subject: register });
        self.unit.emit(place, Instruction::JumpIfFalse { condition: test, target: matching.failed });
        matching.may_fail();
        let least = patterns.len() - usize::from(star.is_some());
        if star.is_none() || least > 0 {
            let operator = if star.is_some() { Comparison::GreaterEqual } else { Comparison::Equal };
            self.fail_unless_length(matching, operator, least, test, register, place);
        }
        let is_wildcard = |pattern: &Pattern| {
            matches!(pattern.kind, PatternKind::Star(None) | PatternKind::As { pattern: None, name: None })
        };
        if patterns.iter().all(is_wildcard) {
            return self.let_go(matching, subject, place);
        }
        let src = self.used_up(matching, subject, place);
        let base = self.parts(matching, patterns.len(), place.span);
        let narrow = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        self.unit.emit(
            place,
            match star {
                None => Instruction::Unpack { src, base, count: narrow(patterns.len()) },
                Some(index) => {
                    let after = narrow(patterns.len() - index - 1);
                    Instruction::UnpackRest { src, base, before: narrow(index), after }
                }
            },
        );
        self.sub_patterns(matching, base, patterns);
    }

    fn sub_patterns(
        &mut self,
        matching: &mut Matching<'t>,
        base: Register,
        patterns: impl IntoIterator<Item = &'t Pattern>,
    ) {
        for (register, pattern) in (base..).zip(patterns) {
            self.pattern(matching, pattern, Subject { register, is_part: true });
        }
    }

    fn fail_unless_length(
        &mut self,
        matching: &mut Matching<'t>,
        operator: Comparison,
        length: usize,
        test: Register,
        subject: Register,
        place: Place,
    ) {
        self.unit.emit(place, Instruction::Length { dst: test, subject });
        let right = self.count(length, place.span);
        self.fail_unless(matching, operator, test, right, place);
    }

    // --- mappings ---

    fn mapping(
        &mut self,
        matching: &mut Matching<'t>,
        items: &'t [(Expr, Pattern)],
        rest: Option<&'t Name>,
        subject: Subject,
        place: Place,
    ) {
        let register = subject.register;
        let test = self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::IsMapping { dst: test, subject: register });
        self.unit.emit(place, Instruction::JumpIfFalse { condition: test, target: matching.failed });
        matching.may_fail();
        if items.is_empty() {
            if rest.is_some() {
                let dict = self.remaining_items(None, 0, subject, place);
                matching.live.insert(dict);
                self.capture(matching, rest, Subject { register: dict, is_part: true }, place);
            }
            return self.let_go(matching, subject, place);
        }
        self.fail_unless_length(matching, Comparison::GreaterEqual, items.len(), test, register, place);
        let keys = self.push_all(items.iter().map(|(key, _)| key));
        let count = self.unit.depth - keys;
        self.unit.emit(place, Instruction::MakeTuple { dst: keys, base: keys, count });
        self.unit.depth = keys + 1;
        matching.live.insert(keys);
        let values = self.unit.reserve(1, place.span);
        matching.live.insert(values);
        self.unit.emit(place, Instruction::MatchKeys { dst: values, subject: register, keys });
        self.unit.emit(place, Instruction::JumpIfNone { register: values, target: matching.failed });
        matching.may_fail();
        let base = self.parts(matching, items.len(), place.span);
        matching.live.remove(&values);
        self.unit.emit(place, Instruction::Unpack { src: values, base, count });
        matching.live.remove(&keys);
        if rest.is_some() {
            let dict = self.remaining_items(Some(keys), items.len(), subject, place);
            matching.live.insert(dict);
            self.capture(matching, rest, Subject { register: dict, is_part: true }, place);
        } else {
            self.unit.emit(place, Instruction::Clear { register: keys });
        }
        self.let_go(matching, subject, place);
        self.sub_patterns(matching, base, items.iter().map(|(_, pattern)| pattern));
    }

    /// A dict of the subject's items without some keys, in a new temporary.
    fn remaining_items(
        &mut self,
        keys: Option<Register>,
        count: usize,
        subject: Subject,
        place: Place,
    ) -> Register {
        let dict = self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::MakeDict { dst: dict, base: dict, count: 0 });
        let src = self.once_more(subject.register, place);
        self.unit.emit(place, Instruction::DictUpdate { dict, src });
        if let Some(src) = keys {
            let base = self.unit.reserve(count, place.span);
            let end = self.unit.depth;
            self.unit.emit(place, Instruction::Unpack { src, base, count: end - base });
            for index in base..end {
                let object = self.once_more(dict, place);
                self.unit.emit(place, Instruction::DeleteItem { object, index });
            }
        }
        self.unit.depth = dict + 1;
        dict
    }

    // --- classes ---

    fn class_pattern(
        &mut self,
        matching: &mut Matching<'t>,
        class: &'t Expr,
        patterns: &'t [Pattern],
        keywords: &'t [(Name, Pattern)],
        subject: Subject,
        place: Place,
    ) {
        let names = match keywords {
            [] => 0,
            _ => {
                let names = keywords.iter().map(|(name, _)| self.mangle(&name.text)).collect();
                self.unit.name_list(names, place.span)
            }
        };
        let count = u16::try_from(patterns.len()).unwrap_or(u16::MAX);
        let base = self.push(class);
        let values = base;
        // It looks like a call.
        let call = Place { anchor: Some(Span::new(class.span.end, place.span.end)), ..place };
        self.unit.emit(
            call,
            Instruction::MatchClass { dst: values, subject: subject.register, base, count, names },
        );
        matching.live.insert(values);
        self.unit.emit(place, Instruction::JumpIfNone { register: values, target: matching.failed });
        matching.may_fail();
        self.let_go(matching, subject, place);
        matching.live.remove(&values);
        let total = patterns.len() + keywords.len();
        let base = self.parts(matching, total, place.span);
        let count = self.unit.depth - base;
        self.unit.emit(place, Instruction::Unpack { src: values, base, count });
        self.sub_patterns(matching, base, patterns.iter().chain(keywords.iter().map(|(_, pattern)| pattern)));
    }

    // --- alternatives ---

    /// Each alternative captures the same names; in the end they are in the same temporaries.
    fn alternatives(
        &mut self,
        matching: &mut Matching<'t>,
        patterns: &'t [Pattern],
        subject: Subject,
        place: Place,
    ) {
        let fits = self.unit.label();
        let mut names: Vec<&'t Name> = Vec::new();
        let mut settled = self.unit.depth;
        for (index, pattern) in patterns.iter().enumerate() {
            if !self.unit.is_reachable() {
                break;
            }
            if index == 0 {
                captured_names(pattern, &mut names);
                settled = self.unit.reserve(names.len(), place.span);
            }
            let mut alternative = Matching::new(self.unit.label());
            self.pattern(&mut alternative, pattern, Subject { is_part: false, ..subject });
            for (dst, name) in (settled..).zip(&names) {
                let captured = alternative.captures.iter().find(|(captured, _)| captured.text == name.text);
                if let Some((_, src)) = captured {
                    self.unit.emit(place, Instruction::Move { dst, src: *src });
                }
            }
            self.unit.emit(place, Instruction::Jump { target: fits });
            self.unit.place(alternative.failed);
            self.clear_all(&alternative.to_clear, pattern.span);
        }
        self.unit.emit(place, Instruction::Jump { target: matching.failed });
        matching.may_fail();
        self.unit.place(fits);
        for (register, name) in (settled..).zip(names) {
            matching.live.insert(register);
            matching.captures.push((name, register));
        }
        self.let_go(matching, subject, place);
    }
}

fn captured_names<'t>(pattern: &'t Pattern, names: &mut Vec<&'t Name>) {
    match &pattern.kind {
        PatternKind::Value(_) | PatternKind::Singleton(_) => {}
        PatternKind::Sequence(patterns) => patterns.iter().for_each(|pattern| captured_names(pattern, names)),
        // The alternatives capture the same names.
        PatternKind::Or(patterns) => {
            patterns.iter().take(1).for_each(|pattern| captured_names(pattern, names))
        }
        PatternKind::Mapping { items, rest } => {
            items.iter().for_each(|(_, pattern)| captured_names(pattern, names));
            names.extend(rest);
        }
        PatternKind::Class { patterns, keywords, .. } => {
            patterns.iter().for_each(|pattern| captured_names(pattern, names));
            keywords.iter().for_each(|(_, pattern)| captured_names(pattern, names));
        }
        PatternKind::Star(name) => names.extend(name),
        PatternKind::As { pattern, name } => {
            pattern.iter().for_each(|pattern| captured_names(pattern, names));
            names.extend(name);
        }
    }
}
