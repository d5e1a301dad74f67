//! Which function goes where, and under which number it is known there.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};

use super::data::{Constants, Pieces, Search, divided};
use super::module::{FUNCTIONS, Function, Module, mentioned};

pub(super) struct Plan<'a> {
    /// Functions of the first part with a body of the module's.
    pub(super) kept: Vec<Function>,
    /// Functions of the second.
    pub(super) cut: Vec<Function>,
    /// Those of the cut that the first part names: it has a stub for each, which calls what lies at a place of the table.
    pub(super) stubs: Vec<(Function, u32)>,
    /// Functions of the first part, imported ones among them, that the second names.
    pub(super) lent: Vec<Function>,
    /// What the second part puts where in the table.
    pub(super) fillings: BTreeMap<u32, Function>,
    /// How long the table has to be.
    pub(super) table: u32,
    /// What the first part puts into memory, and the second.
    pub(super) data: (Pieces<'a>, Pieces<'a>),
}

impl<'a> Plan<'a> {
    pub(super) fn new(
        module: &Module<'a>,
        constants: &Constants,
        stays: impl Fn(Function) -> bool,
    ) -> Result<Self> {
        let (mut kept, mut cut) = (Vec::new(), Vec::new());
        let mut wanted_by_first = module.named.clone();
        let mut wanted_by_second = BTreeSet::new();
        let mut addresses = Search::new(|function| {
            let signature =
                (function >= module.imported && !stays(function)).then(|| module.signature(function));
            Some(signature?.ok()?.params().len())
        });
        for (function, body) in module.bodies() {
            let (part, wanted) = if stays(function) {
                addresses.read(body)?;
                (&mut kept, &mut wanted_by_first)
            } else {
                (&mut cut, &mut wanted_by_second)
            };
            part.push(function);
            wanted.extend(mentioned(body)?);
        }
        let is_cut = |function: &Function| cut.binary_search(function).is_ok();
        let lent = wanted_by_second.into_iter().filter(|function| !is_cut(function)).collect();

        let table =
            module.tables.get(FUNCTIONS as usize).context("a module without a table cannot be cut")?;
        let mut end = u32::try_from(table.initial)?;
        ensure!(
            table.maximum.is_none_or(|most| most == table.initial),
            "a table that grows cannot be added to"
        );
        let mut stubs = Vec::new();
        let mut fillings = BTreeMap::new();
        for function in wanted_by_first.into_iter().filter(is_cut) {
            let own = module.places.get(&function);
            let place = own.and_then(|places| places.first().copied()).unwrap_or(end);
            end = end.max(place + 1);
            stubs.push((function, place));
            fillings.extend(own.into_iter().flatten().chain([&place]).map(|place| (*place, function)));
        }
        // Alike ones side by side, for the sake of compression.
        stubs.sort_by_key(|(function, place)| (module.functions.get(*function as usize).copied(), *place));
        let data = divided(&module.data, &constants.out_of_reach(&addresses.found));
        Ok(Self { kept, cut, stubs, lent, fillings, table: end, data })
    }
}
