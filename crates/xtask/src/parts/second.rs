//! The second part: the bodies that were cut, and constants of theirs. It imports all else from the first, and
//! puts its functions into the table where the first part's stubs look for them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, FunctionSection,
    ImportSection, TypeSection,
};

use super::FIRST;
use super::module::{FUNCTIONS, Function, Missing, Module};
use super::plan::Plan;

/// What this part imports from the first: its name there, and its number in the whole module.
pub(super) fn imports(
    module: &Module<'_>,
    plan: &Plan<'_>,
) -> impl Iterator<Item = (String, ExportKind, u32)> {
    let globals = (0..).take(module.globals.len()).map(|global| (ExportKind::Global, global));
    let tables = (0..).take(module.tables.len()).map(|table| (ExportKind::Table, table));
    let lent = plan.lent.iter().map(|function| (ExportKind::Func, *function));
    let all = [(ExportKind::Memory, 0)].into_iter().chain(tables).chain(globals).chain(lent);
    all.zip(0_u32..).map(|((kind, number), place)| (short(place), kind, number))
}

/// A name for a number, with as few letters as will do. No export of Rust's has a colon.
fn short(number: u32) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+";
    let mut name = String::from(":");
    let mut rest = number as usize;
    while rest > 0 {
        name.extend(LETTERS.get(rest % LETTERS.len()).map(|letter| char::from(*letter)));
        rest /= LETTERS.len();
    }
    name
}

pub(super) fn write(module: &Module<'_>, plan: &Plan<'_>) -> Result<Vec<u8>> {
    let mut second = Second { numbers: plan.lent.iter().chain(&plan.cut).copied().zip(0..).collect() };

    let mut types = TypeSection::new();
    for kind in &module.types {
        types.ty().func_type(&second.func_type(kind.clone())?);
    }

    let mut imported = ImportSection::new();
    for (name, kind, number) in imports(module, plan) {
        let at = number as usize;
        let entity: EntityType = match kind {
            ExportKind::Memory => second.memory_type(*module.memories.get(at).context("no memory")?)?.into(),
            ExportKind::Table => {
                let mut table = *module.tables.get(at).context("no such table")?;
                if number == FUNCTIONS {
                    table.initial = plan.table.into();
                    table.maximum = table.maximum.map(|_| table.initial);
                }
                second.table_type(table)?.into()
            }
            ExportKind::Global => {
                second.global_type(*module.globals.get(at).context("no such global")?)?.into()
            }
            ExportKind::Func | ExportKind::Tag => EntityType::Function(module.kind(number)?),
        };
        imported.import(FIRST, &name, entity);
    }

    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let bodies: BTreeMap<_, _> = module.bodies().collect();
    for function in &plan.cut {
        functions.function(module.kind(*function)?);
        let body = bodies.get(function).with_context(|| format!("function {function} has no body"))?;
        second.parse_function_body(&mut code, (*body).clone())?;
    }

    let mut elements = ElementSection::new();
    let mut places = plan.fillings.iter().peekable();
    while let Some((start, function)) = places.next() {
        let mut row = vec![second.function_index(*function)?];
        while let Some((_, function)) = places.next_if(|(place, _)| **place == start + row.len() as u32) {
            row.push(second.function_index(*function)?);
        }
        let offset = ConstExpr::i32_const(start.cast_signed());
        elements.active(None, &offset, Elements::Functions(Cow::Owned(row)));
    }

    let mut data = DataSection::new();
    for (address, bytes) in &plan.data.1 {
        data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
    }

    let mut written = wasm_encoder::Module::new();
    written
        .section(&types)
        .section(&imported)
        .section(&functions)
        .section(&elements)
        .section(&code)
        .section(&data);
    Ok(written.finish())
}

struct Second {
    /// The numbers of functions here.
    numbers: BTreeMap<Function, u32>,
}

impl Reencode for Second {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        self.numbers.get(&function).copied().ok_or(Error::UserError(Missing(function)))
    }
}
