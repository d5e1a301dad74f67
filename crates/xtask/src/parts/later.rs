//! A part after the first: bodies that were cut, and constants of theirs. It imports all else from earlier ones,
//! and puts its functions into the table where those look for them.

use std::borrow::Cow;

use anyhow::{Context, Result};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    FunctionSection, ImportSection, TypeSection,
};

use super::bodies::Bodies;
use super::loans::Loan;
use super::module::{FUNCTIONS, Module};
use super::plan::Plan;

pub(super) fn write(module: &Module<'_>, plan: &Plan<'_>, number: usize) -> Result<Vec<u8>> {
    let part = plan.parts.get(number).context("no such part")?;
    let borrowed = part.borrowed.iter().map(|(_, function)| *function);
    let askers = number + 1..plan.parts.len();
    let first = u32::try_from(askers.len())?;
    let numbers = borrowed.chain(part.own.iter().chain(&part.stubs).copied()).zip(first..).collect();
    let mut bodies = Bodies { module, plan, numbers, askers: askers.clone().zip(0..).collect() };

    let mut types = TypeSection::new();
    for kind in &module.types {
        types.ty().func_type(&bodies.func_type(kind.clone())?);
    }

    let mut imported = ImportSection::new();
    let askers = askers.map(|part| (0, Loan::Asker(part)));
    let borrowed = part.borrowed.iter().map(|(from, function)| (*from, Loan::Function(*function)));
    for (from, loan) in Loan::world(module).map(|loan| (0, loan)).chain(askers).chain(borrowed) {
        let entity: EntityType = match loan {
            Loan::Memory => bodies.memory_type(*module.memories.first().context("no memory")?)?.into(),
            Loan::Table(table) => {
                let mut kind = *module.tables.get(table as usize).context("no such table")?;
                if table == FUNCTIONS {
                    plan.enlarge(&mut kind);
                }
                bodies.table_type(kind)?.into()
            }
            Loan::Global(global) => {
                bodies.global_type(*module.globals.get(global as usize).context("no such global")?)?.into()
            }
            Loan::Function(function) => EntityType::Function(module.kind(function)?),
            Loan::Asker(_) => EntityType::Function(module.asker_kind()?),
        };
        imported.import(&from.to_string(), &loan.name(), entity);
    }

    let mut functions = FunctionSection::new();
    bodies.declare(part, &mut functions)?;
    let mut code = CodeSection::new();
    bodies.write(part, &mut code)?;

    let mut exports = ExportSection::new();
    for function in &part.lent {
        exports.export(&Loan::Function(*function).name(), ExportKind::Func, bodies.number(*function)?);
    }

    let mut elements = ElementSection::new();
    let mut places = part.fillings.iter().peekable();
    while let Some((start, function)) = places.next() {
        let mut row = vec![bodies.function_index(*function)?];
        while let Some((_, function)) = places.next_if(|(place, _)| **place == start + row.len() as u32) {
            row.push(bodies.function_index(*function)?);
        }
        let offset = ConstExpr::i32_const(start.cast_signed());
        elements.active(None, &offset, Elements::Functions(Cow::Owned(row)));
    }

    let mut data = DataSection::new();
    for (address, bytes) in &part.data {
        data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
    }

    let mut written = wasm_encoder::Module::new();
    written
        .section(&types)
        .section(&imported)
        .section(&functions)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&data);
    Ok(written.finish())
}
