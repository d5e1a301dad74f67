//! Which function goes into which part, and where the others find it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};

use super::data::{Constants, Pieces, Search, divided};
use super::module::{FUNCTIONS, Function, Module, mentioned};

/// The first is there from the beginning; each of the others only after all before it.
pub(super) struct Plan<'a> {
    pub(super) parts: Vec<Part<'a>>,
    /// Where in the table those lie that earlier parts call.
    pub(super) places: BTreeMap<Function, u32>,
    /// How long the table has to be.
    pub(super) table: u32,
    /// In which part each function is that has a body.
    homes: BTreeMap<Function, usize>,
}

#[derive(Default)]
pub(super) struct Part<'a> {
    /// Functions of the module's.
    pub(super) own: BTreeSet<Function>,
    /// Functions of later parts that this has a stub for, which calls what lies at a place of the table.
    pub(super) stubs: Vec<Function>,
    /// Functions, or stubs, of earlier parts that this names, and in which.
    pub(super) borrowed: Vec<(usize, Function)>,
    /// Those that later parts borrow.
    pub(super) lent: BTreeSet<Function>,
    /// What it puts where in the table.
    pub(super) fillings: BTreeMap<u32, Function>,
    /// What it puts into memory.
    pub(super) data: Pieces<'a>,
}

impl<'a> Plan<'a> {
    /// Divides a module into so many parts; `home` says in which a function belongs.
    pub(super) fn new(
        module: &Module<'a>,
        constants: &Constants,
        count: usize,
        home: impl Fn(Function) -> usize,
    ) -> Result<Self> {
        let mut parts: Vec<Part<'a>> = (0..count).map(|_| Part::default()).collect();
        let homes: BTreeMap<_, _> = module.bodies().map(|(function, _)| (function, home(function))).collect();
        // How often each part names which functions.
        let mut wanted = vec![BTreeMap::<Function, usize>::new(); count];
        // What a table or an export names has to be a function of the first part.
        wanted[0].extend(module.named.iter().map(|function| (*function, 2)));
        for (function, body) in module.bodies() {
            let home = homes[&function];
            parts[home].own.insert(function);
            for other in mentioned(body)? {
                *wanted[home].entry(other).or_default() += 1;
            }
        }

        let table =
            module.tables.get(FUNCTIONS as usize).context("a module without a table cannot be cut")?;
        ensure!(
            table.maximum.is_none_or(|most| most == table.initial),
            "a table that grows cannot be added to"
        );
        let mut plan = Self { parts, places: BTreeMap::new(), table: u32::try_from(table.initial)?, homes };
        // The first part that has a stub for a function.
        let mut stubs: BTreeMap<Function, usize> = BTreeMap::new();
        for (part, wanted_here) in wanted.iter().enumerate() {
            for (function, times) in wanted_here {
                let home = plan.home(*function);
                let from = if home > part {
                    plan.reserve(*function, module);
                    let elsewhere = wanted.iter().take(home).filter(|wanted| wanted.contains_key(function));
                    if *times == 1 && elsewhere.count() == 1 {
                        // Where it is called, there is room for what a stub does.
                        continue;
                    }
                    *stubs.entry(*function).or_insert(part)
                } else {
                    home
                };
                if from < part {
                    plan.parts[from].lent.insert(*function);
                    plan.parts[part].borrowed.push((from, *function));
                } else if home > part {
                    plan.parts[part].stubs.push(*function);
                }
            }
            // Alike ones side by side, for the sake of compression.
            let key = |function: &Function| (module.kind(*function).ok(), plan.places.get(function).copied());
            let mut stubs = std::mem::take(&mut plan.parts[part].stubs);
            stubs.sort_by_key(key);
            plan.parts[part].stubs = stubs;
        }
        plan.divide_data(module, constants)?;
        Ok(plan)
    }

    /// The part that has a function's body; imported ones have none.
    pub(super) fn home(&self, function: Function) -> usize {
        self.homes.get(&function).copied().unwrap_or_default()
    }

    /// Finds a place in the table for a function that is called before it is there.
    fn reserve(&mut self, function: Function, module: &Module<'_>) {
        if self.places.contains_key(&function) {
            return;
        }
        let own = module.places.get(&function).map(Vec::as_slice).unwrap_or_default();
        let place = own.first().copied().unwrap_or(self.table);
        self.table = self.table.max(place + 1);
        self.places.insert(function, place);
        let home = self.home(function);
        self.parts[home].fillings.extend(own.iter().chain([&place]).map(|place| (*place, function)));
    }

    /// Each constant comes with the first part that can reach it.
    fn divide_data(&mut self, module: &Module<'a>, constants: &Constants) -> Result<()> {
        let mut rest = module.data.clone();
        for part in 0..self.parts.len() {
            // What earlier parts only hand to this one, this one reads.
            let mut search = Search::default();
            let taken = |function| {
                let is_later = self.home(function) > part;
                is_later.then(|| module.signature(function).map_or(0, |kind| kind.params().len()))
            };
            let mut there = module.bodies().filter(|(function, _)| self.home(*function) <= part);
            there.try_for_each(|(_, body)| search.read(body, taken))?;
            let is_last = part + 1 == self.parts.len();
            let later = if is_last { Vec::new() } else { constants.out_of_reach(&search.found) };
            (self.parts[part].data, rest) = divided(&rest, &later);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::slice;

    use wasm_encoder::{
        CodeSection, ConstExpr, DataSection, Function as Body, FunctionSection, MemorySection, MemoryType,
        Module as Written, RefType, TableSection, TableType, TypeSection, ValType,
    };

    use super::*;

    const ADDRESS: u32 = 1000;
    const TEXT: &[u8] = b"a constant of some length";

    /// The first function hands an address to the second; the others name none.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut add = |write: fn(&mut Body)| {
            functions.function(0);
            let mut body = Body::new([]);
            write(&mut body);
            body.instructions().end();
            code.function(&body);
        };
        add(|body| {
            body.instructions().i32_const(ADDRESS.cast_signed()).call(1);
        });
        for _ in 0..2 {
            add(|body| {
                body.instructions().local_get(0);
            });
        }
        let mut tables = TableSection::new();
        let table = TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 1,
            maximum: Some(1),
            shared: false,
        };
        tables.table(table);
        let mut memories = MemorySection::new();
        let kind =
            MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        memories.memory(kind);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(ADDRESS.cast_signed()), TEXT.iter().copied());
        let mut written = Written::new();
        written.section(&types).section(&functions).section(&tables).section(&memories);
        written.section(&code).section(&data);
        written.finish()
    }

    #[test]
    fn a_constant_comes_with_the_part_that_it_is_handed_to() {
        let bytes = module();
        let module = Module::read(&bytes).expect("a module");
        let end = ADDRESS + u32::try_from(TEXT.len()).expect("a few bytes");
        let constants = Constants::lying(slice::from_ref(&(ADDRESS..end)));
        let where_it_is = |homes: [usize; 3]| {
            let plan =
                Plan::new(&module, &constants, 3, |function| homes[function as usize]).expect("a plan");
            plan.parts.iter().position(|part| !part.data.is_empty())
        };
        assert_eq!(where_it_is([0, 1, 2]), Some(1));
        assert_eq!(where_it_is([0, 2, 1]), Some(2));
        assert_eq!(where_it_is([1, 0, 2]), Some(1), "who reads it is there before, but not the address");
        assert_eq!(where_it_is([0, 0, 2]), Some(0));
    }
}
