//! Makes functions of what is never reached inside of functions that are entered, so that it can be cut off
//! like any other: the arms of a match for what no lesson does, the ways that end in errors.
//!
//! A piece begins where a fork may lead and ends with its frame, so there is one way in. The locals that it
//! reads become parameters; those that are read after it become results, and so does, as a number, the
//! frame that it leaves.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{CodeSection, FunctionSection, Instruction, TypeSection};
use wasmparser::{
    BlockType, CodeSectionReader, FuncType, FuncValidatorAllocations, FunctionBody, FunctionSectionReader,
    Operator, Parser, TypeSectionReader, ValType, ValidPayload, Validator,
};

use super::flow::{At, Flow, Locals};
use super::mark::{Points, is_fork};
use super::module::{Function, Module};

/// What a piece has to have more than its call, in bytes: else it is not worth a function.
const GAIN: usize = 40;

/// More results than fit into registers get lost between V8's compilers: seen in its version 11.3.
const MOST_RESULTS: usize = 2;

/// The module with functions of their own for the pieces of which `is_reached` says, by the numbers of points, that
/// nothing comes there.
pub(super) fn outline(
    bytes: &[u8],
    module: &Module<'_>,
    points: &Points,
    is_reached: impl Fn(usize) -> bool,
) -> Result<Vec<u8>> {
    let mut outlining = Outlining {
        module,
        types: module.types.clone(),
        kinds: Vec::new(),
        bodies: Vec::new(),
        rewritten: BTreeMap::new(),
    };
    let mut validator = Validator::new();
    let mut functions = module.imported..;
    for payload in Parser::new(0).parse_all(bytes) {
        let ValidPayload::Func(validating, body) = validator.payload(&payload?)? else { continue };
        let function = functions.next().context("too many functions")?;
        let first = points.first(function).context("a function without a beginning")?;
        if is_reached(first) {
            let flow = Flow::read(&body, validating.into_validator(FuncValidatorAllocations::default()))?;
            outlining.rewrite(function, &body, &flow, |point| is_reached(first + point))?;
        }
    }
    let mut written = wasm_encoder::Module::new();
    outlining.parse_core_module(&mut written, Parser::new(0), bytes).map_err(unencodable)?;
    Ok(written.finish())
}

struct Outlining<'m, 'a> {
    module: &'m Module<'a>,
    /// The module's, and those of the new functions that it has not.
    types: Vec<FuncType>,
    /// Of each new function, the number of its type.
    kinds: Vec<u32>,
    bodies: Vec<wasm_encoder::Function>,
    /// The functions that now call new ones.
    rewritten: BTreeMap<Function, wasm_encoder::Function>,
}

/// A way out of a piece.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// On behind a frame.
    End(usize),
    /// Back to the beginning of a loop.
    Head(usize),
}

/// Instructions that are to be a function.
struct Piece {
    begin: At,
    end: At,
    /// The frame that they are in.
    frame: usize,
    /// The locals that it reads, and those that it writes for others.
    taken: Vec<u32>,
    given: Vec<u32>,
    /// All that it mentions.
    locals: BTreeSet<u32>,
    /// Where it may lead. That it ends comes first.
    exits: Vec<Exit>,
    /// A branch leads out of it.
    has_branch: bool,
    /// What is on the stack when it is left.
    values: Option<ValType>,
}

impl Outlining<'_, '_> {
    fn rewrite(
        &mut self,
        function: Function,
        body: &FunctionBody<'_>,
        flow: &Flow<'_>,
        is_reached: impl Fn(usize) -> bool,
    ) -> Result<()> {
        let forks = (1..flow.operators.len()).filter(|at| is_fork(&flow.operators[at - 1]));
        let mut live = None;
        let mut pieces: Vec<Piece> = Vec::new();
        for (at, point) in forks.zip(1..) {
            if is_reached(point) || pieces.last().is_some_and(|piece| at < piece.end) {
                continue;
            }
            let results = self.module.signature(function)?.results();
            pieces.extend(Piece::at(at, flow, results, live.get_or_insert_with(|| flow.live())));
        }
        if pieces.is_empty() {
            return Ok(());
        }
        let mut written = RoundtripReencoder.new_function_with_parsed_locals(body).map_err(unencodable)?;
        let mut at = 0;
        let mut pieces = pieces.iter().peekable();
        while let Some(operator) = flow.operators.get(at) {
            if let Some(piece) = pieces.next_if(|piece| piece.begin == at) {
                let number = self.add(piece, flow)?;
                piece.call(flow, number, &mut written);
                at = piece.end;
            } else {
                written.instruction(
                    &utils::instruction(&mut RoundtripReencoder, operator.clone()).map_err(unencodable)?,
                );
                at += 1;
            }
        }
        self.rewritten.insert(function, written);
        Ok(())
    }

    /// Makes a function of a piece; its number.
    fn add(&mut self, piece: &Piece, flow: &Flow<'_>) -> Result<Function> {
        let kind = piece.kind(flow);
        let known = self.types.iter().position(|known| *known == kind).unwrap_or_else(|| {
            self.types.push(kind);
            self.types.len() - 1
        });
        let number = self.module.functions.len() + self.kinds.len();
        self.kinds.push(u32::try_from(known)?);
        self.bodies.push(piece.body(flow)?);
        Ok(u32::try_from(number)?)
    }
}

impl Piece {
    /// What begins here, if it can be taken out and is large enough.
    fn at(begin: At, flow: &Flow<'_>, results: &[ValType], live: &[Locals]) -> Option<Self> {
        let state = flow.states.get(begin)?;
        let end = flow.piece_end(begin);
        let size = (flow.offsets.get(end)? - flow.offsets.get(begin)?) as usize;
        if !state.is_bare || state.is_dead || size < GAIN {
            return None;
        }
        let mut exits = BTreeSet::new();
        let (mut locals, mut written) = (BTreeSet::new(), BTreeSet::new());
        for at in begin..end {
            match flow.operators.get(at)? {
                Operator::LocalGet { local_index } => {
                    locals.insert(*local_index);
                }
                Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                    locals.insert(*local_index);
                    written.insert(*local_index);
                }
                Operator::Block { blockty: BlockType::FuncType(_) }
                | Operator::Loop { blockty: BlockType::FuncType(_) }
                | Operator::If { blockty: BlockType::FuncType(_) } => return None,
                _ => {}
            }
            let out = flow.branches(at).0.into_iter().filter_map(|target| exit(flow, begin, target));
            exits.extend(out);
        }
        let has_branch = !exits.is_empty();
        let falls = !flow.states.get(end)?.is_dead;
        let on = Exit::End(state.frame);
        if falls {
            exits.insert(on);
        }
        let mut exits: Vec<Exit> = exits.into_iter().collect();
        exits.sort_by_key(|exit| *exit != on);
        let mut values = None;
        for exit in &exits {
            let of_frame = exit.values(flow, results)?;
            let is_odd = of_frame.len() > 1 || (exits.len() > 1 && !of_frame.is_empty());
            // A loop's end is no place that a table of branches could lead to.
            if is_odd || (exits.len() > 1 && *exit == on && flow.frames.get(state.frame)?.is_loop) {
                return None;
            }
            values = of_frame.first().copied();
        }
        let after: Vec<&Locals> = exits.iter().filter_map(|exit| live.get(exit.place(flow)?)).collect();
        let given = written.into_iter().filter(|local| after.iter().any(|after| after.has(*local))).collect();
        let before = live.get(begin)?;
        let taken = locals.iter().copied().filter(|local| before.has(*local)).collect();
        let piece = Self { begin, end, frame: state.frame, taken, given, locals, exits, has_branch, values };
        let results = piece.kind(flow).results().len();
        let costs = 2 * (piece.taken.len() + results + piece.exits.len());
        (results <= MOST_RESULTS && size >= GAIN + costs).then_some(piece)
    }

    fn has_many_exits(&self) -> bool {
        self.exits.len() > 1
    }

    fn kind(&self, flow: &Flow<'_>) -> FuncType {
        let which = self.has_many_exits().then_some(ValType::I32);
        let results = which.into_iter().chain(self.values).chain(types(flow, &self.given));
        FuncType::new(types(flow, &self.taken), results)
    }

    /// The call that stands where the piece stood.
    fn call(&self, flow: &Flow<'_>, number: Function, code: &mut wasm_encoder::Function) {
        let mut code = code.instructions();
        for local in &self.taken {
            code.local_get(*local);
        }
        code.call(number);
        for local in self.given.iter().rev() {
            code.local_set(*local);
        }
        let depth = |exit: &Exit| flow.depth(self.frame, exit.frame());
        match self.exits.as_slice() {
            [] => {
                code.unreachable();
            }
            [Exit::End(frame)] if *frame == self.frame => {}
            [exit] => {
                code.br(depth(exit));
            }
            [first @ .., last] => {
                code.br_table(first.iter().map(depth).collect::<Vec<_>>(), depth(last));
            }
        }
    }

    /// The piece as a function. Behind a block for each exit stands what is returned there.
    fn body(&self, flow: &Flow<'_>) -> Result<wasm_encoder::Function> {
        let others = self.locals.iter().filter(|local| !self.taken.contains(local));
        let order: Vec<u32> = self.taken.iter().chain(others).copied().collect();
        let own = types(flow, order.get(self.taken.len()..).unwrap_or_default());
        let numbers: BTreeMap<u32, u32> = order.iter().copied().zip(0..).collect();
        let number = |local: &u32| numbers.get(local).copied().context("a local that is not mentioned");
        let mut same = RoundtripReencoder;
        let own = own
            .into_iter()
            .map(|kind| same.val_type(kind))
            .collect::<Result<Vec<_>, _>>()
            .map_err(unencodable)?;
        let mut body = wasm_encoder::Function::new_with_locals_types(own);

        let kind = match self.values {
            Some(kind) => wasm_encoder::BlockType::Result(same.val_type(kind).map_err(unencodable)?),
            None => wasm_encoder::BlockType::Empty,
        };
        let blocks = if self.has_branch { self.exits.len() } else { 0 };
        for _ in 0..blocks {
            body.instructions().block(kind);
        }
        for at in self.begin..self.end {
            let operator = flow.operators.get(at).context("a piece without an end")?;
            let frame = flow.states.get(at).context("a piece without an end")?.frame;
            let inside = flow.depth(frame, self.frame);
            let depth = |depth: u32| match exit(flow, self.begin, flow.target(frame, depth)) {
                Some(out) => inside + self.index(out),
                None => depth,
            };
            let instruction = match operator {
                Operator::LocalGet { local_index } => Instruction::LocalGet(number(local_index)?),
                Operator::LocalSet { local_index } => Instruction::LocalSet(number(local_index)?),
                Operator::LocalTee { local_index } => Instruction::LocalTee(number(local_index)?),
                Operator::Br { relative_depth } => Instruction::Br(depth(*relative_depth)),
                Operator::BrIf { relative_depth } => Instruction::BrIf(depth(*relative_depth)),
                Operator::BrTable { targets } => {
                    let all =
                        targets.targets().map(|target| Ok(depth(target?))).collect::<Result<Vec<_>>>()?;
                    Instruction::BrTable(all.into(), depth(targets.default()))
                }
                Operator::Return => Instruction::Br(inside + self.index(Exit::End(0))),
                other => utils::instruction(&mut same, other.clone()).map_err(unencodable)?,
            };
            body.instruction(&instruction);
        }
        for exit in 0..self.exits.len().max(1) {
            let mut code = body.instructions();
            if exit < blocks {
                code.end();
            }
            if self.has_many_exits() {
                code.i32_const(i32::try_from(exit)?);
            }
            for local in &self.given {
                code.local_get(number(local)?);
            }
            if exit + 1 < self.exits.len() {
                code.return_();
            }
        }
        body.instructions().end();
        Ok(body)
    }

    fn index(&self, exit: Exit) -> u32 {
        (0..).zip(&self.exits).find(|(_, other)| **other == exit).map_or(0, |(index, _)| index)
    }
}

/// Where a branch to a frame leads, if it leads out of the piece that begins here.
fn exit(flow: &Flow<'_>, begin: At, target: usize) -> Option<Exit> {
    let frame = flow.frames.get(target)?;
    let is_outside = frame.outer.is_none() || frame.begin < begin;
    is_outside.then_some(if frame.is_loop { Exit::Head(target) } else { Exit::End(target) })
}

impl Exit {
    fn frame(self) -> usize {
        match self {
            Self::End(frame) | Self::Head(frame) => frame,
        }
    }

    /// The instruction that comes then.
    fn place(self, flow: &Flow<'_>) -> Option<At> {
        let frame = flow.frames.get(self.frame())?;
        Some(match self {
            Self::End(_) => frame.end,
            Self::Head(_) => frame.begin,
        })
    }

    /// What has to be on the stack then; nothing if it can't be told.
    fn values<'r>(self, flow: &Flow<'_>, results: &'r [ValType]) -> Option<Cow<'r, [ValType]>> {
        let frame = flow.frames.get(self.frame())?;
        match (self, frame.outer, frame.kind) {
            (Self::End(_), None, _) => Some(results.into()),
            (Self::Head(_), _, BlockType::Empty | BlockType::Type(_)) | (_, _, BlockType::Empty) => {
                Some(Cow::Borrowed(&[]))
            }
            (Self::End(_), _, BlockType::Type(kind)) => Some(vec![kind].into()),
            (_, _, BlockType::FuncType(_)) => None,
        }
    }
}

fn types(flow: &Flow<'_>, locals: &[u32]) -> Vec<ValType> {
    locals.iter().filter_map(|local| flow.locals.get(*local as usize).copied()).collect()
}

fn unencodable(error: Error<Infallible>) -> anyhow::Error {
    anyhow!("cannot be written: {error}")
}

impl Reencode for Outlining<'_, '_> {
    type Error = Infallible;

    fn parse_type_section(&mut self, types: &mut TypeSection, section: TypeSectionReader<'_>) -> Done {
        utils::parse_type_section(self, types, section)?;
        for kind in self.types.split_off(self.module.types.len()) {
            types.ty().func_type(&self.func_type(kind)?);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Done {
        utils::parse_function_section(self, functions, section)?;
        for kind in &self.kinds {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Done {
        for (body, function) in section.into_iter().zip(self.module.imported..) {
            match self.rewritten.get(&function) {
                Some(rewritten) => {
                    code.function(rewritten);
                }
                None => self.parse_function_body(code, body?)?,
            }
        }
        for body in &self.bodies {
            code.function(body);
        }
        Ok(())
    }
}

type Done = Result<(), Error<Infallible>>;

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        BlockType, Function, Instruction as I, MemorySection, MemoryType, Module as Written, ValType,
    };

    use super::*;
    use crate::parts::mark::mark;

    /// A module with one function, of two parameters and one result.
    fn module(locals: u32, code: &[I<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32, ValType::I32], [ValType::I32]);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        let kind =
            MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        memories.memory(kind);
        let mut function = Function::new([(locals, ValType::I32)]);
        code.iter().for_each(|instruction| {
            function.instruction(instruction);
        });
        let mut bodies = CodeSection::new();
        bodies.function(&function);
        let mut written = Written::new();
        written.section(&types).section(&functions).section(&memories).section(&bodies);
        written.finish()
    }

    /// The types of the functions that are made when nothing but the beginning is reached.
    fn outlined(code: &[I<'_>]) -> Vec<String> {
        let bytes = module(2, code);
        let module = Module::read(&bytes).expect("a module");
        let points = mark(&bytes, &module).expect("marks").points;
        let written = outline(&bytes, &module, &points, |point| point == 0).expect("pieces");
        Validator::new().validate_all(&written).expect("a valid module");
        let module = Module::read(&written).expect("a module");
        let kinds = (1..).map_while(|function| module.signature(function).ok());
        kinds.map(|kind| format!("{}-{}", kind.params().len(), kind.results().len())).collect()
    }

    /// Something that takes so many bytes that it is worth a function.
    fn long() -> Vec<I<'static>> {
        (0..12).flat_map(|_| [I::I32Const(1 << 20), I::Drop]).collect()
    }

    fn around(before: &[I<'static>], after: &[I<'static>]) -> Vec<I<'static>> {
        [before, &long(), after].concat()
    }

    const EMPTY: BlockType = BlockType::Empty;

    #[test]
    fn what_is_written_for_later_is_given_back() {
        let before = [I::LocalGet(0), I::If(EMPTY), I::LocalGet(1), I::LocalSet(2)];
        let after = [I::I32Const(7), I::LocalSet(3), I::End, I::LocalGet(2), I::End];
        assert_eq!(outlined(&around(&before, &after)), ["1-1"], "the second parameter comes back as a local");
    }

    #[test]
    fn a_way_with_one_end_says_nothing_of_it() {
        let before = [I::Block(EMPTY), I::LocalGet(0), I::BrIf(0)];
        let returns = [I::I32Const(7), I::Return, I::End, I::LocalGet(1), I::End];
        assert_eq!(outlined(&around(&before, &returns)), ["0-1"], "what is returned");
        let traps = [I::Unreachable, I::End, I::LocalGet(1), I::End];
        assert_eq!(outlined(&around(&before, &traps)), ["0-0"]);
    }

    #[test]
    fn a_way_with_several_ends_tells_which() {
        let before =
            [I::Block(EMPTY), I::Block(EMPTY), I::LocalGet(0), I::BrIf(0), I::LocalGet(1), I::BrIf(1)];
        let after = [I::End, I::I32Const(7), I::LocalSet(1), I::End, I::LocalGet(1), I::End];
        assert_eq!(outlined(&around(&before, &after)), ["1-1"]);
    }

    #[test]
    fn a_loop_goes_on_behind_what_was_taken_out_of_it() {
        let before = [I::Loop(EMPTY), I::LocalGet(0), I::If(EMPTY), I::LocalGet(2), I::LocalSet(0)];
        let after = [I::Br(1), I::End, I::End, I::LocalGet(0), I::End];
        assert_eq!(outlined(&around(&before, &after)), ["1-1"], "what the next round reads is handed on");
    }

    #[test]
    fn what_is_reached_and_what_is_short_stays() {
        let code =
            [I::LocalGet(0), I::If(EMPTY), I::I32Const(7), I::LocalSet(1), I::End, I::LocalGet(1), I::End];
        assert!(outlined(&code).is_empty());
    }
}
