//! What parts have in common, and under which names they do.

use wasmparser::TableType;

use super::module::{Function, Module};
use super::plan::Plan;

/// What one part exports for later ones to import.
#[derive(Clone, Copy)]
pub(super) enum Loan {
    Memory,
    Table(u32),
    Global(u32),
    Function(Function),
    /// What makes sure that a part is there.
    Asker(usize),
}

impl Loan {
    /// What every later part imports from the first, whether it needs it or not.
    pub(super) fn world(module: &Module<'_>) -> impl Iterator<Item = Self> {
        let tables = (0..).take(module.tables.len()).map(Self::Table);
        let globals = (0..).take(module.globals.len()).map(Self::Global);
        [Self::Memory].into_iter().chain(tables).chain(globals)
    }

    /// All that the first part exports beside what the module does.
    pub(super) fn all_of_first(module: &Module<'_>, plan: &Plan<'_>) -> Vec<Self> {
        // The second part follows upon the first; only later ones are asked for from elsewhere.
        let askers = (2..plan.parts.len()).map(Self::Asker);
        let lent = plan.parts.first().into_iter().flat_map(|first| &first.lent);
        Self::world(module).chain(askers).chain(lent.map(|function| Self::Function(*function))).collect()
    }

    /// A name with as few letters as will do. No export of Rust's has such a sign.
    pub(super) fn name(self) -> String {
        match self {
            Self::Memory => ".".into(),
            Self::Table(number) => format!("#{number}"),
            Self::Global(number) => format!("={number}"),
            Self::Function(function) => format!(":{}", short(function)),
            Self::Asker(part) => format!("?{part}"),
        }
    }
}

fn short(number: u32) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+";
    let mut name = String::new();
    let mut rest = number as usize;
    while rest > 0 {
        name.extend(LETTERS.get(rest % LETTERS.len()).map(|letter| char::from(*letter)));
        rest /= LETTERS.len();
    }
    name
}

impl Plan<'_> {
    /// Makes room in the table for what parts find there.
    pub(super) fn enlarge(&self, table: &mut TableType) {
        table.initial = self.table.into();
        table.maximum = table.maximum.map(|_| table.initial);
    }
}
