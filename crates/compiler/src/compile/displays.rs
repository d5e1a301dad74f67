//! Displays: tuples, lists, sets and dicts, with `*` and `**`.

use interleave_syntax::tree::{DictItem, Expr, ExprKind};

use super::Compiler;
use super::unit::Place;
use crate::code::{Instruction, Register};

/// Longer displays are built item by item, so that registers suffice for any.
const IN_REGISTERS: usize = 64;

/// From so many constants on, a list is made from a tuple of them, a set from a frozen one.
const WORTH_A_TUPLE: usize = 3;

fn is_starred(item: &Expr) -> bool {
    matches!(item.kind, ExprKind::Starred(_))
}

fn fits(items: &[Expr]) -> bool {
    items.len() <= IN_REGISTERS && !items.iter().any(is_starred)
}

impl<'t> Compiler<'t> {
    pub(super) fn tuple(&mut self, items: &'t [Expr], dst: Register, place: Place) {
        if fits(items) {
            let (base, count) = self.items(items);
            return self.unit.emit(place, Instruction::MakeTuple { dst, base, count });
        }
        let list = self.unit.depth;
        self.list_of(list, items, place);
        self.unit.emit(place, Instruction::ListToTuple { dst, src: list });
    }

    pub(super) fn list(&mut self, items: &'t [Expr], dst: Register, place: Place) {
        if fits(items) && (items.len() < WORTH_A_TUPLE || self.is_no_constant_tuple(items)) {
            let (base, count) = self.items(items);
            return self.unit.emit(place, Instruction::MakeList { dst, base, count });
        }
        let list = self.unit.depth;
        self.list_of(list, items, place);
        self.move_into(dst, list, place);
    }

    fn is_no_constant_tuple(&self, items: &[Expr]) -> bool {
        !items.iter().all(super::constants::is_constant)
    }

    fn items(&mut self, items: &'t [Expr]) -> (Register, u16) {
        let base = self.push_all(items);
        (base, self.unit.depth - base)
    }

    /// A list in the next temporary, or behind values that are already there from `list` on.
    pub(super) fn list_of(&mut self, list: Register, items: &'t [Expr], place: Place) {
        let mut rest = items;
        if self.unit.depth == list && items.len() >= WORTH_A_TUPLE && !self.is_no_constant_tuple(items) {
            rest = &[];
        } else {
            while let Some((item, after)) = rest.split_first()
                && !is_starred(item)
                && usize::from(self.unit.depth - list) < IN_REGISTERS
            {
                self.push(item);
                rest = after;
            }
        }
        let count = self.unit.depth - list;
        self.unit.touch(list);
        self.unit.emit(place, Instruction::MakeList { dst: list, base: list, count });
        self.unit.depth = list;
        self.unit.reserve(1, place.span);
        if rest.is_empty()
            && count == 0
            && !items.is_empty()
            && let Some(src) = self.constant_tuple(items, place.span)
        {
            self.unit.emit(place, Instruction::ListExtend { list, src });
        }
        for item in rest {
            let instruction = match &item.kind {
                ExprKind::Starred(value) => Instruction::ListExtend { list, src: self.operand(value) },
                _ => Instruction::ListAppend { list, src: self.operand(item) },
            };
            self.unit.emit(place, instruction);
            self.unit.depth = list + 1;
        }
        self.unit.depth = list;
    }

    pub(super) fn set(&mut self, items: &'t [Expr], dst: Register, place: Place) {
        if items.len() >= WORTH_A_TUPLE && !self.is_no_constant_tuple(items) {
            let set = self.unit.reserve(1, place.span);
            self.unit.emit(place, Instruction::MakeSet { dst: set, base: set, count: 0 });
            if let Some(src) = self.constant_set(items, place.span) {
                self.unit.emit(place, Instruction::SetUpdate { set, src });
                return self.move_into(dst, set, place);
            }
            self.unit.depth = set;
        }
        if fits(items) {
            let (base, count) = self.items(items);
            return self.unit.emit(place, Instruction::MakeSet { dst, base, count });
        }
        let set = self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::MakeSet { dst: set, base: set, count: 0 });
        for item in items {
            let instruction = match &item.kind {
                ExprKind::Starred(value) => Instruction::SetUpdate { set, src: self.operand(value) },
                _ => Instruction::SetAdd { set, src: self.operand(item) },
            };
            self.unit.emit(place, instruction);
            self.unit.depth = set + 1;
        }
        self.move_into(dst, set, place);
    }

    pub(super) fn dict(&mut self, items: &'t [DictItem], dst: Register, place: Place) {
        if items.len() <= IN_REGISTERS && items.iter().all(|item| item.key.is_some()) {
            let base = self.unit.depth;
            for DictItem { key, value } in items {
                self.push_all(key);
                self.push(value);
            }
            let count = (self.unit.depth - base) / 2;
            return self.unit.emit(place, Instruction::MakeDict { dst, base, count });
        }
        let dict = self.unit.reserve(1, place.span);
        self.unit.emit(place, Instruction::MakeDict { dst: dict, base: dict, count: 0 });
        for DictItem { key, value } in items {
            let instruction = match key {
                None => Instruction::DictUpdate { dict, src: self.operand(value) },
                Some(key) => {
                    let key = self.early(key);
                    Instruction::DictInsert { dict, key, value: self.operand(value) }
                }
            };
            self.unit.emit(place, instruction);
            self.unit.depth = dict + 1;
        }
        self.move_into(dst, dict, place);
    }
}
