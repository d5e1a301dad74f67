//! The bodies of a part's functions: those of the module's, with their numbers here, and stubs, which call what
//! lies at a place of the table when it is there.

use std::collections::BTreeMap;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, InstructionSink};
use wasmparser::{FunctionBody, Operator};

use super::module::{FUNCTIONS, Function, Missing, Module};
use super::plan::{Part, Plan};

pub(super) struct Bodies<'m, 'a> {
    pub(super) module: &'m Module<'a>,
    pub(super) plan: &'m Plan<'a>,
    /// The numbers that functions have in this part.
    pub(super) numbers: BTreeMap<Function, u32>,
    /// The function for each later part that takes a place of the table and returns it when that part is there.
    pub(super) askers: BTreeMap<usize, u32>,
}

impl Bodies<'_, '_> {
    pub(super) fn number(&self, function: Function) -> Result<u32, Error<Missing>> {
        self.numbers.get(&function).copied().ok_or(Error::UserError(Missing(function)))
    }

    fn kind(&self, function: Function) -> Result<u32, Error<Missing>> {
        self.module.kind(function).map_err(Error::UserError)
    }

    pub(super) fn declare(
        &self,
        part: &Part<'_>,
        functions: &mut FunctionSection,
    ) -> Result<(), Error<Missing>> {
        for function in part.own.iter().chain(&part.stubs) {
            functions.function(self.kind(*function)?);
        }
        Ok(())
    }

    pub(super) fn write(&mut self, part: &Part<'_>, code: &mut CodeSection) -> Result<(), Error<Missing>> {
        for (_, body) in self.module.bodies().filter(|(function, _)| part.own.contains(function)) {
            self.parse_function_body(code, body.clone())?;
        }
        for function in &part.stubs {
            let mut stub = wasm_encoder::Function::new([]);
            let mut instructions = stub.instructions();
            let parameters = self.module.signature(*function).map_err(Error::UserError)?.params().len();
            (0_u32..).take(parameters).for_each(|parameter| {
                instructions.local_get(parameter);
            });
            self.call_later(*function, &mut instructions)?;
            instructions.end();
            code.function(&stub);
        }
        Ok(())
    }

    /// Calls a function of a later part.
    fn call_later(&self, function: Function, code: &mut InstructionSink<'_>) -> Result<(), Error<Missing>> {
        let missing = || Error::UserError(Missing(function));
        let place = self.plan.places.get(&function).ok_or_else(missing)?;
        let asker = self.askers.get(&self.plan.home(function)).ok_or_else(missing)?;
        code.i32_const(place.cast_signed()).call(*asker).call_indirect(FUNCTIONS, self.kind(function)?);
        Ok(())
    }
}

impl Reencode for Bodies<'_, '_> {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        self.number(function)
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Missing>> {
        let mut written = self.new_function_with_parsed_locals(&body)?;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            match operators.read()? {
                // One that is called only here has no stub.
                Operator::Call { function_index } if !self.numbers.contains_key(&function_index) => {
                    self.call_later(function_index, &mut written.instructions())?;
                }
                operator => {
                    written.instruction(&self.instruction(operator)?);
                }
            }
        }
        code.function(&written);
        Ok(())
    }
}
