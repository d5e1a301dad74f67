//! Which constants only the second part can reach: texts of its messages, its tables.
//!
//! The linker knows where each constant lies and which constants point to which (`--emit-relocs`). What the
//! first part's code names, as a number that lies in a constant, stays, and so does what that leads to; but not
//! what it only hands to functions that were cut, such as the place of a panic. A number that only happens
//! to look like an address keeps a constant too many, which does no harm. A constant that is ever named by
//! an address outside of it always stays.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, Instruction, MemArg};
use wasmparser::{
    FunctionBody, KnownCustom, Linking, Operator, Parser, Payload, RelocAddendKind, RelocSectionReader,
    SymbolInfo,
};

use super::module::{Function, constant};

/// The most that lies between a constant and the next, for the sake of alignment.
const GAP: u32 = 16;

/// The furthest that a number which the optimiser has reckoned may lie before the constant that it means.
const NEAR: u32 = 256;

/// What is smaller takes more bytes to move than it has.
const LEAST: usize = 16;

/// Constants by where they begin.
#[derive(Default)]
pub(super) struct Constants {
    all: BTreeMap<u32, Constant>,
    /// The addresses by which code names them.
    said: BTreeSet<u32>,
}

struct Constant {
    end: u32,
    /// It is named in ways that cannot be followed.
    is_fixed: bool,
    /// Other constants that it points to.
    points_to: BTreeSet<u32>,
}

impl Constants {
    /// Reads a module as the linker wrote it.
    pub(super) fn read(linked: &[u8]) -> Result<Self> {
        // Where each segment's bytes lie in its section, and in memory.
        let mut segments: Vec<(Range<u32>, u32)> = Vec::new();
        let mut symbols = Vec::new();
        let mut naming: Vec<(u32, RelocSectionReader<'_>)> = Vec::new();
        let (mut section, mut data_section) = (0, None);
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload?;
            let number = section;
            section += u32::from(payload.as_section().is_some());
            match payload {
                Payload::DataSection(data) => {
                    data_section = Some(number);
                    let begin = data.range().start;
                    for segment in data {
                        let segment = segment?;
                        let wasmparser::DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                        let end = u32::try_from(segment.range.end - begin)?;
                        let length = u32::try_from(segment.data.len())?;
                        segments.push((end - length..end, constant(&offset_expr)?));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(parts) => {
                        for part in parts.subsections() {
                            if let Linking::SymbolTable(table) = part? {
                                symbols = table.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(relocations) => {
                        naming.push((relocations.section_index(), relocations))
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if naming.is_empty() {
            return Ok(Self::default());
        }

        let mut constants = Self::default();
        let place = |symbol: &SymbolInfo<'_>| match symbol {
            SymbolInfo::Data { symbol: Some(data), .. } => {
                let begin = segments.get(data.index as usize)?.1 + data.offset;
                Some(begin..begin + data.size)
            }
            _ => None,
        };
        let mut places: Vec<_> = symbols.iter().filter_map(place).filter(|place| !place.is_empty()).collect();
        places.sort_by_key(|place| place.start);
        for place in places {
            match constants.all.last_entry() {
                // The linker lays what ends alike into one place.
                Some(mut last) if place.start < last.get().end => {
                    let last = last.get_mut();
                    last.end = last.end.max(place.end);
                }
                _ => {
                    let new = Constant { end: place.end, is_fixed: false, points_to: BTreeSet::new() };
                    constants.all.insert(place.start, new);
                }
            }
        }
        for (section, relocations) in naming {
            for relocation in relocations.entries() {
                let relocation = relocation?;
                if relocation.ty.addend_kind() == RelocAddendKind::None {
                    continue;
                }
                let Some(target) = symbols.get(relocation.index as usize).and_then(place) else { continue };
                let inside = i64::from(target.end - target.start);
                let to = constants.at(target.start);
                if !(0..inside.max(1)).contains(&relocation.addend)
                    && let Some(target) = to.and_then(|to| constants.all.get_mut(&to))
                {
                    target.is_fixed = true;
                }
                if Some(section) != data_section {
                    constants.said.extend(u32::try_from(i64::from(target.start) + relocation.addend));
                } else {
                    let segment = segments.iter().find(|(bytes, _)| bytes.contains(&relocation.offset));
                    let (bytes, address) = segment.context("the linker names a place that has no data")?;
                    let from = constants.at(address + relocation.offset - bytes.start);
                    if let Some(from) = from.and_then(|from| constants.all.get_mut(&from)) {
                        from.points_to.extend(to);
                    }
                }
            }
        }
        Ok(constants)
    }

    /// The constant that an address lies in.
    fn at(&self, address: u32) -> Option<u32> {
        let (begin, constant) = self.all.range(..=address).next_back()?;
        (address < constant.end).then_some(*begin)
    }

    /// Stretches of memory that code which names these addresses cannot reach.
    pub(super) fn out_of_reach(&self, named: &Addresses) -> Vec<Range<u32>> {
        let fixed = self.all.iter().filter(|(_, constant)| constant.is_fixed).map(|(begin, _)| begin);
        let reckoned = named.bases.difference(&self.said);
        let near = reckoned.flat_map(|base| self.all.range(base..&base.saturating_add(NEAR)));
        let mut waiting: Vec<u32> = fixed.chain(near.map(|(begin, _)| begin)).copied().collect();
        waiting.extend(named.exact.union(&named.bases).filter_map(|address| self.at(*address)));
        let mut reached = BTreeSet::new();
        while let Some(begin) = waiting.pop() {
            if reached.insert(begin)
                && let Some(constant) = self.all.get(&begin)
            {
                waiting.extend(&constant.points_to);
            }
        }
        let mut stretches: Vec<Range<u32>> = Vec::new();
        let mut goes_on = false;
        for (begin, constant) in &self.all {
            let is_out = !reached.contains(begin);
            match stretches.last_mut() {
                // What fills the gap belongs to nobody.
                Some(last) if is_out && goes_on && *begin < last.end + GAP => {
                    last.end = last.end.max(constant.end)
                }
                _ if is_out => stretches.push(*begin..constant.end),
                _ => {}
            }
            goes_on = is_out;
        }
        stretches.retain(|stretch| stretch.len() >= LEAST);
        stretches
    }
}

/// Numbers in code that may be addresses.
#[derive(Default)]
pub(super) struct Addresses {
    /// Those of what is read.
    exact: BTreeSet<u32>,
    /// Those to which something may be added before.
    bases: BTreeSet<u32>,
}

/// Finds the addresses of what the first part's code reads.
pub(super) struct Search<F> {
    pub(super) found: Addresses,
    /// How many values a function takes, if it was cut.
    taken: F,
    /// What the latest instructions have put on the stack, each a value: numbers, and others.
    pushed: Vec<Option<u32>>,
}

impl<F: Fn(Function) -> Option<usize>> Search<F> {
    pub(super) fn new(taken: F) -> Self {
        Self { found: Addresses::default(), taken, pushed: Vec::new() }
    }

    pub(super) fn read(&mut self, body: &FunctionBody<'_>) -> Result<()> {
        self.parse_function_body(&mut CodeSection::new(), body.clone())?;
        Ok(())
    }
}

impl<F: Fn(Function) -> Option<usize>> Reencode for Search<F> {
    type Error = Infallible;

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Error<Infallible>> {
        match operator {
            Operator::I32Const { value } => self.pushed.push(Some(value.cast_unsigned())),
            Operator::LocalGet { .. } | Operator::I64Const { .. } => self.pushed.push(None),
            Operator::Call { function_index } => {
                // When a function that was cut gets to read what it is handed, all of the second part is there.
                let handed = (self.taken)(function_index).unwrap_or_default();
                self.pushed.truncate(self.pushed.len().saturating_sub(handed));
                self.found.bases.extend(self.pushed.drain(..).flatten());
            }
            _ => {
                let instruction = utils::instruction(self, operator);
                self.found.bases.extend(self.pushed.drain(..).flatten());
                return instruction;
            }
        }
        utils::instruction(self, operator)
    }

    fn mem_arg(&mut self, argument: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        if let Ok(offset) = u32::try_from(argument.offset) {
            self.found.bases.insert(offset);
            if let Some(top) = self.pushed.pop().flatten() {
                // It is the address, or what is to be stored there.
                self.found.exact.extend([top, top.wrapping_add(offset)]);
            }
        }
        utils::mem_arg(self, argument)
    }
}

/// Parts of a module's data by their addresses: those outside of some stretches, and those inside.
pub(super) type Pieces<'a> = Vec<(u32, &'a [u8])>;

pub(super) fn divided<'a>(data: &Pieces<'a>, stretches: &[Range<u32>]) -> (Pieces<'a>, Pieces<'a>) {
    let (mut outside, mut inside) = (Vec::new(), Vec::new());
    for (address, bytes) in data {
        let (mut address, mut rest) = (*address, *bytes);
        for stretch in stretches {
            let mut take = |until: u32, pieces: &mut Pieces<'a>| {
                let length = (until.saturating_sub(address) as usize).min(rest.len());
                let (piece, after) = rest.split_at(length);
                if !piece.is_empty() {
                    pieces.push((address, piece));
                }
                (address, rest) = (address.max(until), after);
            };
            take(stretch.start, &mut outside);
            take(stretch.end, &mut inside);
        }
        if !rest.is_empty() {
            outside.push((address, rest));
        }
    }
    (outside, inside)
}

#[cfg(test)]
mod tests {
    use super::divided;

    #[test]
    fn data_is_divided_at_the_ends_of_stretches() {
        let data = vec![(10, &b"abcdef"[..]), (20, b"ghi"), (30, b"jk")];
        let (outside, inside) = divided(&data, &[8..11, 13..15, 18..22]);
        assert_eq!(outside, [(11, &b"bc"[..]), (15, b"f"), (22, b"i"), (30, b"jk")]);
        assert_eq!(inside, [(10, &b"a"[..]), (13, b"de"), (20, b"gh")]);
    }
}
