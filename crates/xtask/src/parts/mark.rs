//! The module with marks: whoever enters a function, or goes one of two ways in it, sets a bit. The bits are in
//! globals, so that memory lies as it does without them: what a table of hashes does depends on addresses.

use std::convert::Infallible;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, ValType};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Operator, Parser};

use super::module::{Function, Module};

/// What the globals are called that have the marks: this, and a number from 0 on.
const MARKS: &str = "marks ";

/// How many marks a global has.
const BITS: usize = 32;

pub(super) struct Marked {
    pub(super) module: Vec<u8>,
    pub(super) points: Points,
}

/// What is marked, in the order of its marks: the beginning of each function, and what follows upon a fork.
pub(super) struct Points {
    imported: Function,
    /// Of each function's points the first; and how many there are in all.
    firsts: Vec<usize>,
}

impl Points {
    fn of(module: &Module<'_>) -> Result<Self> {
        let mut firsts = vec![0];
        let mut all = 0;
        for (_, body) in module.bodies() {
            all += 1;
            let mut operators = body.get_operators_reader()?;
            while !operators.eof() {
                all += usize::from(is_fork(&operators.read()?) && !operators.eof());
            }
            firsts.push(all);
        }
        Ok(Self { imported: module.imported, firsts })
    }

    /// Where a function begins.
    pub(super) fn first(&self, function: Function) -> Option<usize> {
        self.firsts.get(function.checked_sub(self.imported)? as usize).copied()
    }

    pub(super) fn count(&self) -> usize {
        self.firsts.last().copied().unwrap_or_default()
    }
}

/// There may be another way than to the next instruction, or from elsewhere than the one before.
pub(super) fn is_fork(operator: &Operator<'_>) -> bool {
    matches!(operator, Operator::If { .. } | Operator::Else | Operator::End | Operator::BrIf { .. })
}

pub(super) fn mark(bytes: &[u8], module: &Module<'_>) -> Result<Marked> {
    let points = Points::of(module)?;
    let globals = u32::try_from(points.count().div_ceil(BITS))?;
    let mut marking = Marking { first: u32::try_from(module.globals.len())?, globals, next: 0 };
    let mut written = wasm_encoder::Module::new();
    marking.parse_core_module(&mut written, Parser::new(0), bytes)?;
    Ok(Marked { module: written.finish(), points })
}

struct Marking {
    /// The number of the first global with marks, and how many there are.
    first: u32,
    globals: u32,
    /// The next mark.
    next: u32,
}

impl Marking {
    fn set(&mut self, code: &mut wasm_encoder::Function) {
        let global = self.first + self.next / BITS as u32;
        let bit = 1_i32.rotate_left(self.next);
        code.instructions().global_get(global).i32_const(bit).i32_or().global_set(global);
        self.next += 1;
    }
}

type Done = Result<(), Error<Infallible>>;

impl Reencode for Marking {
    type Error = Infallible;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Done {
        utils::parse_global_section(self, globals, section)?;
        let kind = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        for _ in 0..self.globals {
            globals.global(kind, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Done {
        utils::parse_export_section(self, exports, section)?;
        for (number, global) in (self.first..).take(self.globals as usize).enumerate() {
            exports.export(&format!("{MARKS}{number}"), ExportKind::Global, global);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Done {
        let mut marked = self.new_function_with_parsed_locals(&body)?;
        self.set(&mut marked);
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let operator = operators.read()?;
            let is_fork = is_fork(&operator);
            marked.instruction(&self.instruction(operator)?);
            if is_fork && !operators.eof() {
                self.set(&mut marked);
            }
        }
        code.function(&marked);
        Ok(())
    }
}
