//! Which constants only later parts can reach: texts of their messages, their tables.
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

/// The furthest that a number which the optimiser has reckoned may lie from the constant that it means.
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

    /// Constants that code names by where they begin.
    #[cfg(test)]
    pub(super) fn lying(places: &[Range<u32>]) -> Self {
        let constant = |place: &Range<u32>| {
            (place.start, Constant { end: place.end, is_fixed: false, points_to: BTreeSet::new() })
        };
        let said = places.iter().map(|place| place.start).collect();
        Self { all: places.iter().map(constant).collect(), said }
    }

    /// The constant that an address lies in.
    fn at(&self, address: u32) -> Option<u32> {
        let (begin, constant) = self.all.range(..=address).next_back()?;
        (address < constant.end).then_some(*begin)
    }

    /// The constants that an address may mean to which something has been added, or from which something was taken.
    fn near(&self, address: u32) -> impl Iterator<Item = u32> {
        let around = address.saturating_sub(NEAR)..=address.saturating_add(NEAR);
        self.at(*around.start()).into_iter().chain(self.all.range(around).map(|(begin, _)| *begin))
    }

    /// Stretches of memory that code which names these addresses cannot reach.
    pub(super) fn out_of_reach(&self, named: &Addresses) -> Vec<Range<u32>> {
        let fixed = self.all.iter().filter(|(_, constant)| constant.is_fixed).map(|(begin, _)| begin);
        let reckoned = named.bases.difference(&self.said);
        let near = reckoned.flat_map(|base| self.near(*base));
        let mut waiting: Vec<u32> = fixed.copied().chain(near).collect();
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

/// Finds the addresses of what code reads.
#[derive(Default)]
pub(super) struct Search {
    pub(super) found: Addresses,
    /// What the latest instructions have put on the stack, each a value: numbers, the two halves of long ones, for the
    /// optimiser packs an address and a length into one; and others.
    pushed: Vec<[Option<u32>; 2]>,
}

impl Search {
    /// Reads the body of a function; `taken` says how many values a function takes, if it is in a later part.
    pub(super) fn read(
        &mut self,
        body: &FunctionBody<'_>,
        taken: impl Fn(Function) -> Option<usize>,
    ) -> Result<()> {
        Reading { search: self, taken }.parse_function_body(&mut CodeSection::new(), body.clone())?;
        Ok(())
    }
}

struct Reading<'s, F> {
    search: &'s mut Search,
    taken: F,
}

impl<F: Fn(Function) -> Option<usize>> Reencode for Reading<'_, F> {
    type Error = Infallible;

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Result<Instruction<'a>, Error<Infallible>> {
        let Search { found, pushed } = &mut *self.search;
        match operator {
            Operator::I32Const { value } => pushed.push([Some(value.cast_unsigned()), None]),
            Operator::I64Const { value } => pushed.push([Some(value as u32), Some((value >> 32) as u32)]),
            Operator::LocalGet { .. } => pushed.push([None, None]),
            Operator::Call { function_index } => {
                // When a function of a later part gets to read what it is handed, all of that part is there.
                let handed = (self.taken)(function_index).unwrap_or_default();
                pushed.truncate(pushed.len().saturating_sub(handed));
                found.bases.extend(pushed.drain(..).flatten().flatten());
            }
            _ => {
                let instruction = utils::instruction(self, operator);
                let Search { found, pushed } = &mut *self.search;
                found.bases.extend(pushed.drain(..).flatten().flatten());
                return instruction;
            }
        }
        utils::instruction(self, operator)
    }

    fn mem_arg(&mut self, argument: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        if let Ok(offset) = u32::try_from(argument.offset) {
            let Search { found, pushed } = &mut *self.search;
            found.bases.insert(offset);
            for top in pushed.pop().into_iter().flatten().flatten() {
                // It is the address, or what is to be stored there.
                found.exact.extend([top, top.wrapping_add(offset)]);
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
    use super::{Addresses, Constants, divided};

    #[test]
    fn data_is_divided_at_the_ends_of_stretches() {
        let data = vec![(10, &b"abcdef"[..]), (20, b"ghi"), (30, b"jk")];
        let (outside, inside) = divided(&data, &[8..11, 13..15, 18..22]);
        assert_eq!(outside, [(11, &b"bc"[..]), (15, b"f"), (22, b"i"), (30, b"jk")]);
        assert_eq!(inside, [(10, &b"a"[..]), (13, b"de"), (20, b"gh")]);
    }

    #[test]
    fn what_lies_around_an_address_that_was_reckoned_is_in_reach() {
        let constants = Constants::lying(&[1000..1100, 2000..2100, 3000..3100]);
        let out = |address| {
            let named = Addresses { bases: [address].into(), ..Addresses::default() };
            constants.out_of_reach(&named).iter().map(|stretch| stretch.start).collect::<Vec<_>>()
        };
        assert_eq!(out(2000), [1000, 3000], "an address that the linker knows");
        assert_eq!(out(2100), [1000, 3000], "the end, from which one goes back");
        assert_eq!(out(1900), [1000, 3000], "what comes before, to which something is added");
        assert_eq!(out(2500), [1000, 2000, 3000]);
    }
}
