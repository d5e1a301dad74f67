//! The first part: the module without the bodies of later ones.

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ExportKind, ExportSection, FunctionSection,
    GlobalSection, GlobalType, TableSection, ValType,
};
use wasmparser::{CodeSectionReader, CustomSectionReader, Parser};

use super::bodies::Bodies;
use super::loans::Loan;
use super::module::{FUNCTIONS, Function, Missing, Module};
use super::plan::{Part, Plan};

/// `load` is the function that has the host fetch parts.
pub(super) fn write(bytes: &[u8], module: &Module<'_>, plan: &Plan<'_>, load: Function) -> Result<Vec<u8>> {
    let part = plan.parts.first().context("a plan without parts")?;
    let numbers = (0..module.imported).chain(part.own.iter().chain(&part.stubs).copied()).zip(0..).collect();
    let askers = u32::try_from(part.own.len() + part.stubs.len())? + module.imported;
    let asker_kind = module.asker_kind()?;
    let are_loaded = u32::try_from(module.globals.len())?;
    let askers = (1..plan.parts.len()).zip(askers..).collect();
    let bodies = Bodies { module, plan, numbers, askers };
    let mut first = First { bodies, part, load, asker_kind, are_loaded };
    let mut written = wasm_encoder::Module::new();
    first.parse_core_module(&mut written, Parser::new(0), bytes)?;
    Ok(written.finish())
}

struct First<'m, 'a> {
    bodies: Bodies<'m, 'a>,
    part: &'m Part<'a>,
    load: Function,
    asker_kind: u32,
    /// The global that says how many later parts are there.
    are_loaded: u32,
}

type Done = Result<(), Error<Missing>>;

impl First<'_, '_> {
    /// Takes a place of the table and returns it when a part is there.
    fn asker(&self, part: usize) -> Result<wasm_encoder::Function, Error<Missing>> {
        let number = i32::try_from(part).unwrap_or(i32::MAX);
        let mut asker = wasm_encoder::Function::new([]);
        let mut code = asker.instructions();
        code.global_get(self.are_loaded).i32_const(number).i32_lt_s().if_(BlockType::Empty);
        code.i32_const(number).call(self.bodies.number(self.load)?);
        code.i32_const(number).global_set(self.are_loaded);
        code.end().local_get(0).end();
        Ok(asker)
    }
}

impl Reencode for First<'_, '_> {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        self.bodies.number(function)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: wasmparser::FunctionSectionReader<'_>,
    ) -> Done {
        self.bodies.declare(self.part, functions)?;
        for _ in &self.bodies.askers {
            functions.function(self.asker_kind);
        }
        Ok(())
    }

    fn parse_table(&mut self, tables: &mut TableSection, mut table: wasmparser::Table<'_>) -> Done {
        if tables.len() == FUNCTIONS {
            self.bodies.plan.enlarge(&mut table.ty);
        }
        utils::parse_table(self, tables, table)
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: wasmparser::GlobalSectionReader<'_>,
    ) -> Done {
        utils::parse_global_section(self, globals, section)?;
        globals.global(
            GlobalType { val_type: ValType::I32, mutable: true, shared: false },
            &ConstExpr::i32_const(0),
        );
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Done {
        utils::parse_export_section(self, exports, section)?;
        for loan in Loan::all_of_first(self.bodies.module, self.bodies.plan) {
            let (kind, number) = match loan {
                Loan::Memory => (ExportKind::Memory, 0),
                Loan::Table(table) => (ExportKind::Table, table),
                Loan::Global(global) => (ExportKind::Global, global),
                Loan::Function(function) => (ExportKind::Func, self.bodies.number(function)?),
                Loan::Asker(part) => {
                    let asker = self.bodies.askers.get(&part).copied();
                    (ExportKind::Func, asker.ok_or(Error::UserError(Missing(self.load)))?)
                }
            };
            exports.export(&loan.name(), kind, number);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: CodeSectionReader<'_>) -> Done {
        self.bodies.write(self.part, code)?;
        for part in self.bodies.askers.keys() {
            code.function(&self.asker(*part)?);
        }
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error<Missing>> {
        Ok(u32::try_from(self.part.data.len()).unwrap_or(u32::MAX))
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: wasmparser::DataSectionReader<'_>) -> Done {
        for (address, bytes) in &self.part.data {
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
        }
        Ok(())
    }

    /// Names, and who has compiled this: nobody's who runs it.
    fn parse_custom_section(&mut self, _: &mut wasm_encoder::Module, _: CustomSectionReader<'_>) -> Done {
        Ok(())
    }
}
