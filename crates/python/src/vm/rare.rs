//! Instructions that programs seldom run, away from the dispatch so that it stays small:
//! names of class bodies, deletions, displays with stars, raising, imports, patterns. The
//! frame already points past them; whoever dies meanwhile is buried by the dispatch.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use super::frame::{Frame, Must, Then};
use super::native::{Call, Context, Outcome, nothing};
use super::patterns;
use super::{Loop, Next, Vm};
use crate::code::{Code, CodeKind, Instruction, Register};
use crate::object::function::CellObject;
use crate::object::{Exception, Function, Set, Slice};
use crate::types::{names, types};
use crate::value::{Str, Value};
use crate::vm::raise::{name_error, runtime_error, type_error, unbound_local};

impl Vm {
    /// Runs one instruction that has no arm in the dispatch.
    pub(super) fn run_rare(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        code: &Code,
        instruction: Instruction,
    ) -> Result<Next, Exception> {
        macro_rules! context {
            () => {
                Context { vm: self, machine }
            };
        }
        let (outcome, then) = match instruction {
            Instruction::DeleteLocal { local } => {
                if mem::take(&mut frame.registers[usize::from(local)]).is_unset() {
                    return Err(unbound(code, local));
                }
                return Ok(Next::Go);
            }
            Instruction::DeleteGlobal { site } => {
                let name = &code.body().sites[usize::from(site)].name;
                return match frame.function.globals.remove_str(name) {
                    Some(_) => Ok(Next::Go),
                    None => Err(name_error(name)),
                };
            }
            Instruction::LoadName { dst, site } => {
                (context!().load_name(frame, code, site)?, Then::Store(dst))
            }
            Instruction::StoreName { src, site } => {
                let value = self.operand(frame, src)?;
                (context!().store_name(frame, code, site, value)?, Then::Discard)
            }
            Instruction::DeleteName { site } => (context!().delete_name(frame, code, site)?, Then::Discard),
            Instruction::LoadNameOrCell { dst, cell, site } => {
                let name = &code.body().sites[usize::from(site)].name;
                let own = frame.names().and_then(|names| names.get_str(name));
                let value = match own {
                    Some(value) => value,
                    None => load_cell(frame, code, cell)?,
                };
                (Outcome::Value(value), Then::Store(dst))
            }
            Instruction::DeleteCell { cell } => {
                drop(load_cell(frame, code, cell)?);
                if let Value::Cell(cell) = &frame.registers[usize::from(cell)] {
                    drop(cell.set(Value::Unset));
                }
                return Ok(Next::Go);
            }
            Instruction::DeleteAttribute { object, site } => {
                let object = self.operand(frame, object)?;
                let name = &code.body().sites[usize::from(site)].name;
                (context!().delete_attribute(&object, name)?, Then::Discard)
            }
            Instruction::Super { dst, callee, class_cell, first } => {
                let callee = self.operand(frame, callee)?;
                let class = load_cell(frame, code, class_cell)?;
                let first = match &frame.registers[usize::from(first)] {
                    Value::Cell(cell) => cell.get(),
                    value => value.clone(),
                };
                let arguments = match &callee {
                    Value::Class(super_class) if super_class.is(&types().super_) => vec![class, first],
                    _ => Vec::new(),
                };
                (Outcome::call(callee, arguments), Then::Store(dst))
            }
            Instruction::DeleteItem { object, index } => {
                let object = self.operand(frame, object)?;
                let index = self.operand(frame, index)?;
                (context!().delete_item(object, index)?, Then::Discard)
            }
            Instruction::MakeSlice { dst, base } => {
                let mut part = |at: Register| mem::take(&mut frame.registers[usize::from(base + at)]);
                let (start, stop, step) = (part(0), part(1), part(2));
                let slice = Slice { start, stop, step, id: Default::default() };
                (Outcome::Value(Value::Slice(Rc::new(slice))), Then::Store(dst))
            }
            Instruction::ListExtend { list, src } => {
                let value = self.operand(frame, src)?;
                let list = frame.registers[usize::from(list)].clone();
                (context!().extend_display(list, value)?, Then::Discard)
            }
            Instruction::SetUpdate { set, src } => {
                let value = self.operand(frame, src)?;
                let set = frame.registers[usize::from(set)].clone();
                (context!().prelude("set_update", vec![set, value])?, Then::Discard)
            }
            Instruction::DictUpdate { dict, src } => {
                let value = self.operand(frame, src)?;
                let dict = frame.registers[usize::from(dict)].clone();
                (context!().prelude("dict_display_update", vec![dict, value])?, Then::Discard)
            }
            Instruction::DictMerge { dict, src, callee } => {
                let value = self.operand(frame, src)?;
                let dict = frame.registers[usize::from(dict)].clone();
                let callee = frame.registers[usize::from(callee)].clone();
                (context!().merge_keywords(dict, value, callee)?, Then::Discard)
            }
            Instruction::ListToTuple { dst, src } => {
                let items = match self.operand(frame, src)? {
                    Value::List(list) => list.take(),
                    other => vec![other],
                };
                (Outcome::Value(Value::tuple(items)), Then::Store(dst))
            }
            Instruction::UnpackRest { src, base, before, after } => {
                let value = self.operand(frame, src)?;
                (context!().unpack(value, before, Some(after))?, Then::Unpack { base })
            }
            Instruction::AsyncIterate { dst, src } => {
                let value = self.operand(frame, src)?;
                (context!().async_iterate(value)?, Then::Store(dst))
            }
            Instruction::AsyncNext { dst, iterator } => {
                let value = frame.registers[usize::from(iterator)].clone();
                (context!().async_next(value)?, Then::Store(dst))
            }
            Instruction::EndAsyncFor { exception, end } => {
                let value = mem::take(&mut frame.registers[usize::from(exception)]);
                match Exception::of(&value) {
                    Some(exception) if exception.is_a(&types().stop_async_iteration) => frame.next = end,
                    Some(exception) => return self.reraise(machine, frame, exception),
                    None => {}
                }
                return Ok(Next::Go);
            }
            Instruction::CallSpread { dst, base } => (context!().spread_call(frame, base)?, Then::Store(dst)),
            Instruction::BuildClass { dst } => (Outcome::Value(self.build_class.clone()), Then::Store(dst)),
            Instruction::DelegateIterator { dst, src } => {
                let value = self.operand(frame, src)?;
                let takes_coroutines = code.kind != CodeKind::Generator || is_marked(frame);
                match context!().delegate_iterator(value, takes_coroutines)? {
                    ready @ Outcome::Value(_) => (ready, Then::Store(dst)),
                    asked => (asked, Then::Check(dst, Must::Iterator)),
                }
            }
            Instruction::RaiseAgain => {
                return match self.handled(frame) {
                    Some(exception) => self.reraise(machine, frame, exception),
                    None => Err(runtime_error("No active exception to reraise")),
                };
            }
            Instruction::Raise { exception } => {
                let value = self.operand(frame, exception)?;
                (context!().exception_to_raise(value)?, Then::Raise)
            }
            Instruction::RaiseFrom { exception, cause } => {
                let value = self.operand(frame, exception)?;
                let cause = self.operand(frame, cause)?;
                (context!().prelude("raise_from", vec![value, cause])?, Then::Raise)
            }
            Instruction::Reraise { exception } => match leave_handler(frame, exception) {
                Some(exception) => return self.reraise(machine, frame, exception),
                None => return Err(runtime_error("No active exception to reraise")),
            },
            Instruction::LetPass { exception } => match leave_handler(frame, exception) {
                Some(exception) => return Ok(self.let_pass(machine, frame, exception)),
                None => return Err(runtime_error("No active exception to reraise")),
            },
            Instruction::StarMatches { base, classes } => {
                let classes = self.operand(frame, classes)?;
                let left = mem::take(&mut frame.registers[usize::from(base)]);
                (context!().prelude("star_matches", vec![left, classes])?, Then::Unpack { base })
            }
            Instruction::StarRest { dst, exception, list } => {
                let list = self.operand(frame, list)?;
                let original = frame.registers[usize::from(exception)].clone();
                (context!().prelude("star_rest", vec![original, list])?, Then::Store(dst))
            }
            Instruction::LoadSpecial { special, base, object } => {
                let object = frame.registers[usize::from(object)].clone();
                let (function, object) = patterns::load_special(special, object)?;
                frame.registers[usize::from(base)] = function;
                frame.registers[usize::from(base) + 1] = object;
                return Ok(Next::Go);
            }
            Instruction::ExceptionParts { base, exception } => {
                let value = frame.registers[usize::from(exception)].clone();
                if let Some(exception) = Exception::of(&value) {
                    let traceback = exception.state().traceback.borrow().clone();
                    frame.registers[usize::from(base)] = Value::Class(exception.class());
                    frame.registers[usize::from(base) + 2] = traceback.map_or(Value::None, Value::Traceback);
                }
                frame.registers[usize::from(base) + 1] = value;
                return Ok(Next::Go);
            }
            Instruction::AssertionError { dst } => {
                (Outcome::Value(Value::Class(types().assertion_error.clone())), Then::Store(dst))
            }
            Instruction::Import { dst, site, level, names } => {
                let name = code.body().sites[usize::from(site)].name.clone();
                (context!().import(frame, &name, level, names != 0)?, Then::Store(dst))
            }
            Instruction::ImportFrom { dst, module, site } => {
                let module = frame.registers[usize::from(module)].clone();
                let name = &code.body().sites[usize::from(site)].name;
                (context!().import_from(&module, name)?, Then::Store(dst))
            }
            Instruction::ImportAll { module } => {
                let module = self.operand(frame, module)?;
                let globals = Value::Dict(frame.function.globals.clone());
                (context!().prelude("import_all", vec![module, globals])?, Then::Discard)
            }
            Instruction::IsSequence { dst, subject } => {
                let is = patterns::is_sequence(&frame.registers[usize::from(subject)]);
                (Outcome::from(is), Then::Store(dst))
            }
            Instruction::IsMapping { dst, subject } => {
                let is = patterns::is_mapping(&frame.registers[usize::from(subject)]);
                (Outcome::from(is), Then::Store(dst))
            }
            Instruction::Length { dst, subject } => {
                let value = frame.registers[usize::from(subject)].clone();
                (context!().length(&value)?, Then::Store(dst))
            }
            Instruction::MatchKeys { dst, subject, keys } => {
                let subject = frame.registers[usize::from(subject)].clone();
                let keys = frame.registers[usize::from(keys)].clone();
                (context!().prelude("match_keys", vec![subject, keys])?, Then::Store(dst))
            }
            Instruction::MatchClass { dst, subject, base, count, names } => {
                let class = mem::take(&mut frame.registers[usize::from(base)]);
                let subject = frame.registers[usize::from(subject)].clone();
                let names = name_list(code, names).iter().cloned().map(Value::Str).collect();
                let arguments = vec![subject, class, Value::int(i64::from(count)), Value::tuple(names)];
                (context!().prelude("match_class", arguments)?, Then::Store(dst))
            }
            _ => unreachable!("all others are run by the dispatch"),
        };
        self.proceed(machine, frame, outcome, then)
    }
}

pub(super) fn unbound(code: &Code, register: Register) -> Exception {
    match code.locals.get(usize::from(register)) {
        Some(name) => unbound_local(name),
        None => runtime_error("a temporary register was read before it was written"),
    }
}

pub(super) fn load_cell(frame: &Frame, code: &Code, cell: Register) -> Result<Value, Exception> {
    let value = match &frame.registers[usize::from(cell)] {
        Value::Cell(cell) => cell.get(),
        _ => Value::Unset,
    };
    if !value.is_unset() {
        return Ok(value);
    }
    let name = &code.locals[usize::from(cell)];
    if !code.free.contains(&cell) {
        return Err(unbound_local(name));
    }
    let message = format!(
        "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
    );
    let exception = Exception::saying(&types().name_error, message);
    exception.instance().set(&names().name_, Value::Str(name.clone()));
    Err(exception)
}

/// The names of a call's arguments.
pub(crate) fn name_list(code: &Code, names: u16) -> &[Str] {
    match names.checked_sub(1) {
        Some(index) => &code.body().name_lists[usize::from(index)],
        None => &[],
    }
}

pub(super) fn make_function(frame: &mut Frame, code: &Rc<Code>, base: Register, flags: u16) -> Value {
    let mut next = usize::from(base);
    let mut part = |flag: u16| {
        if flags & flag == 0 {
            return Value::Unset;
        }
        next += 1;
        mem::take(&mut frame.registers[next - 1])
    };
    let defaults = match part(1) {
        Value::Tuple(tuple) => Some(tuple),
        _ => None,
    };
    let as_dict = |value| match value {
        Value::Dict(dict) => Some(dict),
        _ => None,
    };
    let keyword_defaults = as_dict(part(2));
    let annotations = as_dict(part(4));
    let closure = code
        .captures
        .iter()
        .map(|register| match &frame.registers[usize::from(*register)] {
            Value::Cell(cell) => cell.clone(),
            other => Rc::new(CellObject::new(other.clone())),
        })
        .collect();
    Value::Function(Rc::new(Function {
        code: code.clone(),
        globals: frame.function.globals.clone(),
        closure,
        defaults: RefCell::new(defaults),
        keyword_defaults: RefCell::new(keyword_defaults),
        annotations: RefCell::new(annotations),
        name: RefCell::new(code.name.clone()),
        qualname: RefCell::new(code.qualname.clone()),
        attributes: Default::default(),
        awaitable: Default::default(),
        id: Default::default(),
    }))
}

/// The exception that was handled before is so again.
pub(super) fn end_handler(frame: &mut Frame, exception: Register) {
    let before = mem::take(&mut frame.registers[usize::from(exception) + 1]);
    let handled = mem::replace(&mut frame.handled, Exception::of(&before));
    let caught = mem::take(&mut frame.registers[usize::from(exception)]);
    drop((handled, caught));
}

/// The exception in a register leaves its handler.
fn leave_handler(frame: &mut Frame, exception: Register) -> Option<Exception> {
    let value = frame.registers[usize::from(exception)].clone();
    if frame.registers[usize::from(exception) + 1].is_unset() {
        frame.registers[usize::from(exception)] = Value::Unset;
    } else {
        end_handler(frame, exception);
    }
    Exception::of(&value)
}

/// The generator was marked by `types.coroutine` or `asyncio.coroutine`.
fn is_marked(frame: &Frame) -> bool {
    frame.generator.as_ref().is_some_and(|generator| generator.quiet.get())
}

impl Context<'_> {
    /// A set display.
    pub(super) fn make_set(&mut self, items: Vec<Value>) -> Result<Outcome, Exception> {
        let set = Set::empty(false);
        for (index, item) in items.iter().enumerate() {
            let added = match super::hashing::of(item) {
                Ok(hash) => set.add(hash, item.clone()).is_ok(),
                Err(super::hashing::NoHash::Unhashable(error)) => return Err(error),
                Err(super::hashing::NoHash::Ask) => false,
            };
            if !added {
                let rest = Value::list(items[index..].to_vec());
                return self.prelude("set_update", vec![Value::Set(Rc::new(set)), rest]);
            }
        }
        Ok(Outcome::Value(Value::Set(Rc::new(set))))
    }

    /// `f(*items, **names)`
    fn spread_call(&mut self, frame: &mut Frame, base: Register) -> Result<Outcome, Exception> {
        let base = usize::from(base);
        let function = mem::take(&mut frame.registers[base]);
        let given = mem::take(&mut frame.registers[base + 1]);
        let keywords = mem::take(&mut frame.registers[base + 2]);
        let mut arguments = match &given {
            // A list made for this call alone is emptied; the program's own (`f(*names)`) stays whole.
            Value::List(list) if Rc::strong_count(list) == 1 => list.take(),
            other => match super::iterate::known_items(other) {
                Some(items) => items,
                None => {
                    let keywords = keywords.or(Value::None);
                    return self.prelude("call_spread", vec![function, given, keywords]);
                }
            },
        };
        let mut names = Vec::new();
        if let Value::Dict(dict) = keywords {
            crate::effort::make(dict.len().saturating_mul(8), 0);
            for entry in dict.entries() {
                let Value::Str(name) = entry.key else { return Err(type_error("keywords must be strings")) };
                names.push(name);
                arguments.push(entry.value);
            }
        }
        Ok(Outcome::Call(Box::new(Call { function, arguments, names })))
    }

    /// `[*items]`
    fn extend_display(&mut self, list: Value, items: Value) -> Result<Outcome, Exception> {
        if let Value::List(list) = &list
            && let Some(more) = super::iterate::known_items(&items)
        {
            list.items_mut().extend(more);
            return nothing();
        }
        self.prelude("extend_display", vec![list, items])
    }
}
