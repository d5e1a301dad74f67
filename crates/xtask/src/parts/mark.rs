//! The module with marks: whoever enters a function sets a byte behind all that the module itself uses.

use std::convert::Infallible;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, MemArg, MemArgTarget};
use wasmparser::{FunctionBody, MemoryType, Parser};

const PAGE: u64 = 64 << 10;

/// A module, and where in its memory the bytes lie: one for each function that has a body.
pub(super) struct Marked {
    pub(super) module: Vec<u8>,
    pub(super) marks: u64,
}

pub(super) fn mark(bytes: &[u8]) -> Result<Marked> {
    let mut marking = Marking { marks: 0, function: 0 };
    let mut written = wasm_encoder::Module::new();
    marking.parse_core_module(&mut written, Parser::new(0), bytes)?;
    Ok(Marked { module: written.finish(), marks: marking.marks })
}

struct Marking {
    marks: u64,
    function: u64,
}

impl Reencode for Marking {
    type Error = Infallible;

    /// What a program allocates lies behind the memory that there is at the beginning.
    fn memory_type(&mut self, memory: MemoryType) -> Result<wasm_encoder::MemoryType, Error<Infallible>> {
        self.marks = memory.initial * PAGE;
        let mut memory = utils::memory_type(self, memory);
        memory.minimum += 1;
        Ok(memory)
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let mut marked = self.new_function_with_parsed_locals(&body)?;
        let mark = MemArg {
            offset: self.marks + self.function,
            align: 0,
            target: MemArgTarget::Memory(0),
            ordering: None,
        };
        marked.instructions().i32_const(0).i32_const(1).i32_store8(mark);
        self.function += 1;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            marked.instruction(&self.parse_instruction(&mut operators)?);
        }
        code.function(&marked);
        Ok(())
    }
}
