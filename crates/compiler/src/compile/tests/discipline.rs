//! The law of the temporaries, checked for whole codes: what is read is there, what is
//! written is free, and every way to an instruction leaves the same temporaries filled.

use std::collections::BTreeMap;

use crate::code::{CONSTANTS, Draft, Handler, Instruction, Label, NOTHING, Operand, Register};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filling {
    Empty,
    Full,
    /// Full on some ways here: it may only be cleared.
    Perhaps,
}

/// What an instruction does to registers.
#[derive(Default)]
struct Effects {
    /// Moved out, if temporaries.
    reads: Vec<Operand>,
    /// Looked at.
    stays: Vec<Register>,
    clears: Vec<Register>,
    writes: Vec<Register>,
    /// Cleared on the way to the label.
    clears_at_jump: Vec<Register>,
    /// Written only if there is no jump.
    target: Option<Label>,
    is_final: bool,
}

impl Effects {
    fn new(reads: impl Into<Vec<Operand>>, writes: impl Into<Vec<Register>>) -> Self {
        Self { reads: reads.into(), writes: writes.into(), ..Self::default() }
    }

    fn stay(mut self, stays: impl Into<Vec<Register>>) -> Self {
        self.stays = stays.into();
        self
    }

    fn clear(mut self, clears: impl Into<Vec<Register>>) -> Self {
        self.clears = clears.into();
        self
    }

    fn jump(mut self, target: Label) -> Self {
        self.target = Some(target);
        self
    }

    fn end(mut self) -> Self {
        self.is_final = true;
        self
    }
}

fn row(base: Register, count: u16) -> Vec<Register> {
    (base..base + count).collect()
}

#[expect(clippy::too_many_lines, reason = "one line an instruction")]
fn effects(instruction: Instruction) -> Effects {
    use Instruction as I;
    match instruction {
        I::Move { dst, src } => Effects::new([src], [dst]),
        I::Copy { dst, src } => Effects::new([], [dst]).stay([src]),
        I::Constant { dst, .. }
        | I::LoadGlobal { dst, .. }
        | I::LoadName { dst, .. }
        | I::BuildClass { dst }
        | I::AssertionError { dst }
        | I::Import { dst, .. } => Effects::new([], [dst]),
        I::DeleteLocal { .. }
        | I::DeleteGlobal { .. }
        | I::DeleteName { .. }
        | I::MakeCell { .. }
        | I::DeleteCell { .. } => Effects::default(),
        I::Clear { register } => Effects::default().clear([register]),
        I::Discard { register } => Effects::new([register], []),
        I::StoreGlobal { src, .. } | I::StoreName { src, .. } | I::StoreCell { src, .. } => {
            Effects::new([src], [])
        }
        I::LoadNameOrCell { dst, .. } | I::LoadCell { dst, .. } => Effects::new([], [dst]),
        I::Add { dst, left, right }
        | I::Subtract { dst, left, right }
        | I::Multiply { dst, left, right }
        | I::Binary { dst, left, right, .. }
        | I::InPlace { dst, left, right, .. }
        | I::Compare { dst, left, right, .. } => Effects::new([left, right], [dst]),
        I::Unary { dst, src, .. } | I::Not { dst, src } => Effects::new([src], [dst]),
        I::Line => Effects::default(),
        I::Jump { target } | I::EndDetour { target } => Effects::default().jump(target).end(),
        I::JumpIfTrue { condition, target } | I::JumpIfFalse { condition, target } => {
            Effects::new([condition], []).jump(target)
        }
        I::JumpUnless { left, right, target, .. } => Effects::new([left, right], []).jump(target),
        I::JumpIfTrueKeep { register, target } | I::JumpIfFalseKeep { register, target } => {
            // Kept on the way to the label: `flow` takes care of that.
            Effects::default().stay([register]).clear([register]).jump(target)
        }
        I::JumpIfNone { register, target } => Effects::default().stay([register]).jump(target),
        I::LoadAttribute { dst, object, .. } => Effects::new([object], [dst]),
        I::StoreAttribute { object, src, .. } => Effects::new([src, object], []),
        I::DeleteAttribute { object, .. } => Effects::new([object], []),
        I::LoadMethod { base, object, .. } => Effects::new([object], [base, base + 1]),
        I::Super { dst, callee, .. } => Effects::new([callee], [dst]),
        I::LoadItem { dst, object, index } => Effects::new([object, index], [dst]),
        I::StoreItem { object, index, src } => Effects::new([object, index, src], []),
        I::DeleteItem { object, index } => Effects::new([object, index], []),
        I::MakeSlice { dst, base } => Effects::new(row(base, 3), [dst]),
        I::MakeTuple { dst, base, count }
        | I::MakeList { dst, base, count }
        | I::MakeSet { dst, base, count }
        | I::BuildString { dst, base, count } => Effects::new(row(base, count), [dst]),
        I::MakeDict { dst, base, count } => Effects::new(row(base, 2 * count), [dst]),
        I::ListAppend { list, src } | I::ListExtend { list, src } => Effects::new([src], []).stay([list]),
        I::SetAdd { set, src } | I::SetUpdate { set, src } => Effects::new([src], []).stay([set]),
        I::DictInsert { dict, key, value } => Effects::new([key, value], []).stay([dict]),
        I::DictUpdate { dict, src } => Effects::new([src], []).stay([dict]),
        I::DictMerge { dict, src, callee } => Effects::new([src], []).stay([dict, callee]),
        I::ListToTuple { dst, src } => Effects::new([src], [dst]),
        I::Format { dst, src, spec, .. } => Effects::new([src, spec], [dst]),
        I::Unpack { src, base, count } => Effects::new([src], row(base, count)),
        I::UnpackRest { src, base, before, after } => Effects::new([src], row(base, before + 1 + after)),
        I::Iterate { dst, src } | I::AsyncIterate { dst, src } => Effects::new([src], [dst]),
        I::Next { dst, iterator, end } => {
            let mut effects = Effects::new([], [dst]).stay([iterator]).jump(end);
            effects.clears_at_jump = vec![iterator, dst];
            effects
        }
        I::AsyncNext { dst, iterator } => Effects::new([], [dst]).stay([iterator]),
        I::EndAsyncFor { exception, end } => Effects::new([exception], []).jump(end).end(),
        I::Call { dst, base, count, .. } => Effects::new(row(base, count + 1), [dst]),
        I::CallMethod { dst, base, count, .. } => Effects::new(row(base, count + 2), [dst]),
        I::CallSpread { dst, base } => Effects::new([base, base + 1], [dst]).clear([base + 2]),
        I::MakeFunction { dst, base, flags, .. } => {
            Effects::new(row(base, (0..3).filter(|bit| flags & (1 << bit) != 0).count() as u16), [dst])
        }
        I::Return { src } => Effects::new([src], []).end(),
        I::Yield { dst, src } | I::Awaitable { dst, src, .. } | I::DelegateIterator { dst, src } => {
            Effects::new([src], [dst])
        }
        I::Delegate { dst, iterator } => Effects::new([iterator], [dst]),
        I::RaiseAgain => Effects::default().end(),
        I::Raise { exception } => Effects::new([exception], []).end(),
        I::RaiseFrom { exception, cause } => Effects::new([exception, cause], []).end(),
        I::BeginHandler { exception } => Effects::new([], [exception + 1]).stay([exception]),
        I::EndHandler { exception } => Effects::new([exception, exception + 1], []),
        I::Reraise { exception } | I::LetPass { exception } => {
            Effects::new([exception], []).clear([exception + 1]).end()
        }
        I::ExceptionMatches { dst, exception, classes } => Effects::new([classes], [dst]).stay([exception]),
        I::StarMatches { base, classes } => Effects::new([classes], [base + 1]).stay([base]),
        I::StarRest { dst, exception, list } => Effects::new([list], [dst]).stay([exception]),
        I::LoadSpecial { base, object, .. } => {
            let written = row(base, 2).into_iter().filter(|register| *register != object);
            Effects::new([], written.collect::<Vec<_>>()).stay([object])
        }
        I::ExceptionParts { base, exception } => Effects::new([], row(base, 3)).stay([exception]),
        I::ImportFrom { dst, module, .. } => Effects::new([], [dst]).stay([module]),
        I::ImportAll { module } => Effects::new([module], []),
        I::IsSequence { dst, subject } | I::IsMapping { dst, subject } | I::Length { dst, subject } => {
            Effects::new([], [dst]).stay([subject])
        }
        I::MatchKeys { dst, subject, keys } => Effects::new([], [dst]).stay([subject, keys]),
        I::MatchClass { dst, subject, base, .. } => Effects::new([base], [dst]).stay([subject]),
    }
}

/// The first breach of the law in a code or one inside it.
pub(super) fn check(code: &Draft) -> Result<(), String> {
    let mut at_label: BTreeMap<Label, Vec<Filling>> = BTreeMap::new();
    let mut todo: Vec<(Label, Vec<Filling>)> = vec![(0, vec![Filling::Empty; usize::from(code.registers)])];
    while let Some((label, state)) = todo.pop() {
        let known = at_label.get(&label);
        let merged = known.map_or_else(|| state.clone(), |known| merge(known, &state));
        if known == Some(&merged) {
            continue;
        }
        at_label.insert(label, merged.clone());
        todo.extend(flow(code, label, merged).map_err(|what| format!("{}:{label}: {what}", code.name))?);
    }
    code.children.iter().try_for_each(check)
}

fn merge(left: &[Filling], right: &[Filling]) -> Vec<Filling> {
    left.iter().zip(right).map(|(left, right)| if left == right { *left } else { Filling::Perhaps }).collect()
}

/// Where an instruction leads, and what is filled there.
fn flow(code: &Draft, label: Label, mut state: Vec<Filling>) -> Result<Vec<(Label, Vec<Filling>)>, String> {
    let Some(instruction) = code.instructions.get(label as usize).copied() else {
        return Err("runs past the end".into());
    };
    let mut ways = Vec::new();
    if let Some(handler) = Handler::innermost(&code.handlers, label) {
        let mut caught = state.clone();
        caught.iter_mut().skip(usize::from(handler.depth)).for_each(|filling| *filling = Filling::Empty);
        *caught.get_mut(usize::from(handler.depth)).ok_or("a handler has no register")? = Filling::Full;
        ways.push((handler.target, caught));
    }
    let effects = effects(instruction);
    let is_temporary = |register: Register| register < CONSTANTS && register >= code.temporaries();
    for register in effects.reads.iter().copied().filter(|operand| *operand != NOTHING) {
        if is_temporary(register) {
            let filling = state.get_mut(usize::from(register)).ok_or("reads a register that isn't there")?;
            if *filling != Filling::Full {
                return Err(format!("{instruction:?} reads r{register}, which is {filling:?}"));
            }
            *filling = Filling::Empty;
        } else if register >= CONSTANTS && usize::from(register - CONSTANTS) >= code.constants.len() {
            return Err(format!("{instruction:?} reads a constant that isn't there"));
        }
    }
    for register in effects.stays.iter().copied().filter(|register| is_temporary(*register)) {
        if state[usize::from(register)] != Filling::Full {
            return Err(format!(
                "{instruction:?} looks at r{register}, which is {:?}",
                state[usize::from(register)]
            ));
        }
    }
    let mut jumped = state.clone();
    for register in effects.clears.iter().copied().filter(|register| is_temporary(*register)) {
        state[usize::from(register)] = Filling::Empty;
    }
    for register in effects.writes.iter().copied() {
        let filling = state.get_mut(usize::from(register)).ok_or("writes a register that isn't there")?;
        if is_temporary(register) && *filling != Filling::Empty {
            return Err(format!("{instruction:?} writes r{register}, which is {filling:?}"));
        }
        *filling = Filling::Full;
    }
    for register in effects.clears_at_jump.iter().copied().filter(|register| is_temporary(*register)) {
        jumped[usize::from(register)] = Filling::Empty;
    }
    if let Some(target) = effects.target {
        ways.push((target, jumped));
    }
    if !effects.is_final {
        ways.push((label + 1, state));
    }
    Ok(ways)
}
