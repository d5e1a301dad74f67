//! The first part: the module without the bodies that were cut, with a stub where one is called.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ExportKind, ExportSection, FunctionSection,
    GlobalSection, GlobalType, TableSection, ValType,
};
use wasmparser::{CodeSectionReader, CustomSectionReader, Parser};

use super::LOAD;
use super::module::{FUNCTIONS, Function, Missing, Module};
use super::plan::Plan;

pub(super) fn write(bytes: &[u8], module: &Module<'_>, plan: &Plan<'_>) -> Result<Vec<u8>> {
    let bodies = plan.kept.iter().chain(plan.stubs.iter().map(|(function, _)| function));
    let numbers = (0..module.imported).chain(bodies.copied()).zip(0..).collect();
    let load = module.exports.get(LOAD).with_context(|| format!("the module exports no `{LOAD}`"))?;
    let asker = u32::try_from(plan.kept.len() + plan.stubs.len())? + module.imported;
    let asker_kind = module.types.iter().position(|kind| {
        kind.params() == [wasmparser::ValType::I32] && kind.results() == [wasmparser::ValType::I32]
    });
    let asker_kind = u32::try_from(asker_kind.context("no function takes a number and returns one")?)?;
    let is_loaded = u32::try_from(module.globals.len())?;
    let segments = u32::try_from(plan.data.0.len())?;
    let mut first = First { module, plan, numbers, load: *load, asker, asker_kind, is_loaded, segments };
    let mut written = wasm_encoder::Module::new();
    first.parse_core_module(&mut written, Parser::new(0), bytes)?;
    Ok(written.finish())
}

struct First<'m, 'a> {
    module: &'m Module<'a>,
    plan: &'m Plan<'a>,
    /// The numbers of functions here.
    numbers: BTreeMap<Function, u32>,
    load: Function,
    /// A function that takes a place of the table and returns it, when the second part is there.
    asker: u32,
    asker_kind: u32,
    /// The global that says whether it is.
    is_loaded: u32,
    /// How many pieces its data have.
    segments: u32,
}

type Done = Result<(), Error<Missing>>;

impl First<'_, '_> {
    fn number(&self, function: Function) -> Result<u32, Error<Missing>> {
        self.numbers.get(&function).copied().ok_or(Error::UserError(Missing(function)))
    }

    fn kind(&self, function: Function) -> Result<u32, Error<Missing>> {
        self.module.kind(function).map_err(Error::UserError)
    }

    fn asker(&self) -> Result<wasm_encoder::Function, Error<Missing>> {
        let mut asker = wasm_encoder::Function::new([]);
        let mut code = asker.instructions();
        code.global_get(self.is_loaded).i32_eqz().if_(BlockType::Empty);
        code.call(self.number(self.load)?).i32_const(1).global_set(self.is_loaded);
        code.end().local_get(0).end();
        Ok(asker)
    }

    /// Calls what lies at a place of the table, which is the function itself when the second part is there.
    fn stub(&self, function: Function, place: u32) -> Result<wasm_encoder::Function, Error<Missing>> {
        let mut stub = wasm_encoder::Function::new([]);
        let mut code = stub.instructions();
        let parameters = self.module.signature(function).map_err(Error::UserError)?.params().len();
        (0_u32..).take(parameters).for_each(|parameter| {
            code.local_get(parameter);
        });
        code.i32_const(place.cast_signed()).call(self.asker);
        code.call_indirect(FUNCTIONS, self.kind(function)?).end();
        Ok(stub)
    }
}

impl Reencode for First<'_, '_> {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        self.number(function)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: wasmparser::FunctionSectionReader<'_>,
    ) -> Done {
        let stubs = self.plan.stubs.iter().map(|(function, _)| function);
        for function in self.plan.kept.iter().chain(stubs) {
            functions.function(self.kind(*function)?);
        }
        functions.function(self.asker_kind);
        Ok(())
    }

    fn parse_table(&mut self, tables: &mut TableSection, mut table: wasmparser::Table<'_>) -> Done {
        if tables.len() == FUNCTIONS {
            table.ty.initial = self.plan.table.into();
            table.ty.maximum = table.ty.maximum.map(|_| self.plan.table.into());
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
        for (name, kind, number) in super::second::imports(self.module, self.plan) {
            let number = if kind == ExportKind::Func { self.number(number)? } else { number };
            exports.export(&name, kind, number);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Done {
        for (body, function) in section.into_iter().zip(self.module.imported..) {
            if self.plan.cut.binary_search(&function).is_err() {
                self.parse_function_body(code, body?)?;
            }
        }
        for (function, place) in &self.plan.stubs {
            code.function(&self.stub(*function, *place)?);
        }
        code.function(&self.asker()?);
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error<Missing>> {
        Ok(self.segments)
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: wasmparser::DataSectionReader<'_>) -> Done {
        for (address, bytes) in &self.plan.data.0 {
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
        }
        Ok(())
    }

    /// Names, and who has compiled this: nobody's who runs it.
    fn parse_custom_section(&mut self, _: &mut wasm_encoder::Module, _: CustomSectionReader<'_>) -> Done {
        Ok(())
    }
}
