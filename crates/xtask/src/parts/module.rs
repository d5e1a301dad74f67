//! A module of WebAssembly as cutting sees it: who calls whom, and where the table names functions.
//! Reads; changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::{self, Display, Formatter};

use super::data::Pieces;
use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FuncType, FunctionBody, GlobalType,
    MemoryType, Operator, Parser, Payload, TableType, TypeRef, ValType,
};

/// The table by whose numbers Rust knows functions.
pub(super) const FUNCTIONS: u32 = 0;

/// A function, by its number in the whole module.
pub(super) type Function = u32;

#[derive(Default)]
pub(super) struct Module<'a> {
    pub(super) types: Vec<FuncType>,
    /// The type of each function; imported ones come first.
    pub(super) functions: Vec<u32>,
    pub(super) imported: u32,
    /// Of the functions that are not imported.
    pub(super) bodies: Vec<FunctionBody<'a>>,
    pub(super) tables: Vec<TableType>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<GlobalType>,
    pub(super) exports: BTreeMap<&'a str, Function>,
    /// What the memory holds at the beginning.
    pub(super) data: Pieces<'a>,
    /// Functions that are named where no body is: in exports and tables, and what is run at the start.
    pub(super) named: BTreeSet<Function>,
    /// Where the table names a function.
    pub(super) places: BTreeMap<Function, Vec<u32>>,
}

impl<'a> Module<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            module.take(payload?)?;
        }
        ensure!(module.memories.len() == 1, "a module with {} memories cannot be cut", module.memories.len());
        Ok(module)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                self.types = types.into_iter_err_on_gc_types().collect::<Result<_, _>>()?;
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    match import?.ty {
                        TypeRef::Func(kind) => self.functions.push(kind),
                        other => bail!("a module that imports {other:?} cannot be cut"),
                    }
                }
                self.imported = u32::try_from(self.functions.len())?;
            }
            Payload::FunctionSection(functions) => {
                for kind in functions {
                    self.functions.push(kind?);
                }
            }
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => {
                self.memories = memories.into_iter().collect::<Result<_, _>>()?;
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.exports.insert(export.name, export.index);
                        self.named.insert(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => {
                self.named.insert(func);
            }
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element?;
                    let ElementItems::Functions(functions) = element.items else { continue };
                    let ElementKind::Active { table_index, offset_expr } = element.kind else {
                        bail!("a module that fills its tables later cannot be cut");
                    };
                    ensure!(
                        table_index.unwrap_or(FUNCTIONS) == FUNCTIONS,
                        "only the first table may name functions"
                    );
                    for (place, function) in (constant(&offset_expr)?..).zip(functions) {
                        let function = function?;
                        self.named.insert(function);
                        self.places.entry(function).or_default().push(place);
                    }
                }
            }
            Payload::DataSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else {
                        bail!("a module that copies its data itself cannot be cut");
                    };
                    self.data.push((constant(&offset_expr)?, segment.data));
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            _ => {}
        }
        Ok(())
    }

    /// All functions that have a body, by number.
    pub(super) fn bodies(&self) -> impl Iterator<Item = (Function, &FunctionBody<'a>)> {
        (self.imported..).zip(&self.bodies)
    }

    /// The number of a function's type.
    pub(super) fn kind(&self, function: Function) -> Result<u32, Missing> {
        self.functions.get(function as usize).copied().ok_or(Missing(function))
    }

    /// The type of functions that take a place of the table and return it.
    pub(super) fn asker_kind(&self) -> Result<u32> {
        let one = [ValType::I32];
        let kind = self.types.iter().position(|kind| kind.params() == one && kind.results() == one);
        Ok(u32::try_from(kind.context("no function takes a number and returns one")?)?)
    }

    /// It calls what is imported, and nothing else.
    pub(super) fn hands_on(&self, function: Function) -> Result<bool> {
        let body = self.bodies().find(|(other, _)| *other == function);
        let called = body.map(|(_, body)| mentioned(body)).transpose()?;
        Ok(called.is_none_or(|called| called.iter().all(|function| *function < self.imported)))
    }

    pub(super) fn signature(&self, function: Function) -> Result<&FuncType, Missing> {
        self.types.get(self.kind(function)? as usize).ok_or(Missing(function))
    }
}

/// A function of which the module knows nothing.
#[derive(Debug)]
pub(super) struct Missing(pub(super) Function);

impl Display for Missing {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "there is no function {}", self.0)
    }
}

impl Error for Missing {}

/// The functions that a body names, each as often as it does.
pub(super) fn mentioned(body: &FunctionBody<'_>) -> Result<Vec<Function>> {
    let mut mentioned = Vec::new();
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        match operators.read()? {
            Operator::Call { function_index }
            | Operator::ReturnCall { function_index }
            | Operator::RefFunc { function_index } => {
                mentioned.push(function_index);
            }
            _ => {}
        }
    }
    Ok(mentioned)
}

pub(super) fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(u32::try_from(value)?),
        other => bail!("something lies at {other:?}, which only the run can tell"),
    }
}
