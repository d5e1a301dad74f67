//! The dispatch: one instruction after the other. What is simple happens here; what may
//! call code, raise, or change frames is done elsewhere and comes back as a [`Next`].

use std::mem;
use std::rc::Rc;

use super::frame::{Frame, Then};
use super::native::{Context, Outcome};
use super::operators::truth;
use super::{Loop, Next, Rest, Vm, graves};
use crate::code::{
    BinaryOperator, CONSTANTS, Code, Comparison, Instruction, Label, NOTHING, Operand, Register,
};
use crate::object::function::CellObject;
use crate::object::{Exception, Function, Set};
use crate::types::types;
use crate::value::Value;
use crate::vm::raise::{name_error, runtime_error, type_error, unbound_local};

/// What an operand holds.
#[inline]
fn peek<'a>(registers: &'a [Value], code: &'a Code, operand: Operand) -> &'a Value {
    if operand < CONSTANTS {
        &registers[usize::from(operand)]
    } else {
        &code.constants[usize::from(operand - CONSTANTS)]
    }
}

/// Reads an operand: a temporary is moved out.
#[inline]
fn read(registers: &mut [Value], code: &Code, operand: Operand) -> Value {
    if operand < code.temporaries {
        registers[usize::from(operand)].clone()
    } else if operand < CONSTANTS {
        mem::take(&mut registers[usize::from(operand)])
    } else {
        code.constants[usize::from(operand - CONSTANTS)].clone()
    }
}

impl Vm {
    /// Reads an operand that has to be bound.
    fn operand(&self, frame: &mut Frame, operand: Operand) -> Result<Value, Exception> {
        let Frame { function, registers, .. } = frame;
        let value = read(registers, &function.code, operand);
        if value.is_unset() && operand < function.code.temporaries {
            return Err(unbound(&function.code, operand));
        }
        Ok(value)
    }

    /// Runs a frame, and those that it calls, until all of them rest.
    pub(crate) fn run(&mut self, machine: &mut Loop, mut frame: Box<Frame>) -> Rest {
        loop {
            let next = match self.dispatch(machine, &mut frame) {
                Ok(next) => next,
                Err(exception) => self.unwind(machine, &mut frame, exception),
            };
            match next {
                Next::Go => {}
                Next::Blocks(block) => return Rest::Blocks(block, frame),
                Next::Slice => return Rest::Slice(frame),
                Next::Ended(rest) => {
                    self.recycle(frame);
                    return rest;
                }
            }
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each instruction is the simplest to read and the fastest")]
    fn dispatch(&mut self, machine: &mut Loop, frame: &mut Box<Frame>) -> Result<Next, Exception> {
        'frame: loop {
            if frame.native.is_some() {
                match self.drive(machine, frame)? {
                    Next::Go => continue 'frame,
                    rest => return Ok(rest),
                }
            }
            let code: Rc<Code> = frame.function.code.clone();
            let mut next = frame.next as usize;
            macro_rules! slow {
                ($outcome:expr, $then:expr) => {{
                    frame.next = next as Label;
                    let outcome = $outcome?;
                    if let Outcome::Value(value) = outcome {
                        match $then {
                            Then::Store(dst) => {
                                frame.registers[usize::from(dst)] = value;
                            }
                            then => {
                                self.deliver(frame, then, value)?;
                                next = frame.next as usize;
                            }
                        }
                        if graves::any() {
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                        continue;
                    }
                    match self.proceed(machine, frame, outcome, $then)? {
                        Next::Go => continue 'frame,
                        rest => return Ok(rest),
                    }
                }};
            }
            macro_rules! context {
                () => {
                    Context { vm: self, machine }
                };
            }
            macro_rules! reading {
                ($operand:expr) => {{
                    frame.next = next as Label;
                    self.operand(frame, $operand)?
                }};
            }
            macro_rules! arithmetic {
                ($operator:ident, $checked:ident, $float:tt, $dst:expr, $left:expr, $right:expr) => {{
                    let result = match (
                        peek(&frame.registers, &code, $left),
                        peek(&frame.registers, &code, $right),
                    ) {
                        (Value::Int(left, origin), Value::Int(right, other)) => {
                            match left.$checked(*right) {
                                Some(number) if origin.is_none() && other.is_none() => Some(Value::int(number)),
                                _ => None,
                            }
                        }
                        (Value::Float(left, origin), Value::Float(right, other))
                            if origin.is_none() && other.is_none() =>
                        {
                            Some(Value::float(left $float right))
                        }
                        _ => None,
                    };
                    if let Some(value) = result {
                        frame.registers[usize::from($dst)] = value;
                        continue;
                    }
                    let left = reading!($left);
                    let right = reading!($right);
                    let outcome = context!().binary(BinaryOperator::$operator, left, right, false);
                    slow!(outcome, Then::Store($dst))
                }};
            }
            loop {
                if self.budget == 0 {
                    frame.next = next as Label;
                    match self.pause(machine, frame) {
                        Next::Go => {}
                        rest => return Ok(rest),
                    }
                }
                self.budget -= 1;
                let instruction = code.instructions[next];
                next += 1;
                match instruction {
                    Instruction::Move { dst, src } => {
                        let value = read(&mut frame.registers, &code, src);
                        if value.is_unset() {
                            frame.next = next as Label;
                            return Err(unbound(&code, src));
                        }
                        frame.registers[usize::from(dst)] = value;
                        if graves::any() {
                            frame.next = next as Label;
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::Copy { dst, src } => {
                        let value = frame.registers[usize::from(src)].clone();
                        frame.registers[usize::from(dst)] = value;
                    }
                    Instruction::Constant { dst, index } => {
                        frame.registers[usize::from(dst)] = code.constants[index as usize].clone();
                    }
                    Instruction::DeleteLocal { local } => {
                        let value = mem::take(&mut frame.registers[usize::from(local)]);
                        frame.next = next as Label;
                        if value.is_unset() {
                            return Err(unbound(&code, local));
                        }
                        drop(value);
                        if graves::any() {
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::Clear { register } => {
                        drop(mem::take(&mut frame.registers[usize::from(register)]));
                        if graves::any() {
                            frame.next = next as Label;
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::Discard { register } => {
                        drop(reading!(register));
                        if graves::any() {
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::LoadGlobal { dst, site } => {
                        match self.load_global(frame, &code, site) {
                            Some(value) => frame.registers[usize::from(dst)] = value,
                            None => {
                                frame.next = next as Label;
                                return Err(name_error(&code.sites[usize::from(site)].name));
                            }
                        }
                    }
                    Instruction::StoreGlobal { src, site } => {
                        let value = reading!(src);
                        self.store_global(frame, &code, site, value);
                        if graves::any() {
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::DeleteGlobal { site } => {
                        frame.next = next as Label;
                        let name = &code.sites[usize::from(site)].name;
                        let removed = frame.function.globals.remove_str(name);
                        if removed.is_none() {
                            return Err(name_error(name));
                        }
                        drop(removed);
                        if graves::any() {
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::LoadName { dst, site } => {
                        frame.next = next as Label;
                        let outcome = context!().load_name(frame, &code, site);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::StoreName { src, site } => {
                        let value = reading!(src);
                        let outcome = context!().store_name(frame, &code, site, value);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::DeleteName { site } => {
                        frame.next = next as Label;
                        let outcome = context!().delete_name(frame, &code, site);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::LoadNameOrCell { dst, cell, site } => {
                        frame.next = next as Label;
                        let name = &code.sites[usize::from(site)].name;
                        let own = frame.names().and_then(|dict| dict.get_str(name));
                        let value = match own {
                            Some(value) => value,
                            None => load_cell(frame, &code, cell)?,
                        };
                        frame.registers[usize::from(dst)] = value;
                    }
                    Instruction::MakeCell { register } => {
                        let place = &mut frame.registers[usize::from(register)];
                        let value = mem::take(place);
                        *place = Value::Cell(Rc::new(CellObject::new(value)));
                    }
                    Instruction::LoadCell { dst, cell } => {
                        frame.next = next as Label;
                        let value = load_cell(frame, &code, cell)?;
                        frame.registers[usize::from(dst)] = value;
                    }
                    Instruction::StoreCell { src, cell } => {
                        let value = reading!(src);
                        if let Value::Cell(cell) = &frame.registers[usize::from(cell)] {
                            drop(cell.set(value));
                        }
                        if graves::any() {
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::DeleteCell { cell } => {
                        frame.next = next as Label;
                        drop(load_cell(frame, &code, cell)?);
                        if let Value::Cell(cell) = &frame.registers[usize::from(cell)] {
                            drop(cell.set(Value::Unset));
                        }
                        if graves::any() {
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::Add { dst, left, right } => {
                        arithmetic!(Add, checked_add, +, dst, left, right)
                    }
                    Instruction::Subtract { dst, left, right } => {
                        arithmetic!(Subtract, checked_sub, -, dst, left, right)
                    }
                    Instruction::Multiply { dst, left, right } => {
                        arithmetic!(Multiply, checked_mul, *, dst, left, right)
                    }
                    Instruction::Binary { operator, dst, left, right } => {
                        if let Some(value) = quick_binary(
                            operator,
                            peek(&frame.registers, &code, left),
                            peek(&frame.registers, &code, right),
                        ) {
                            frame.registers[usize::from(dst)] = value;
                            continue;
                        }
                        let left = reading!(left);
                        let right = reading!(right);
                        let outcome = context!().binary(operator, left, right, false);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::InPlace { operator, dst, left, right } => {
                        let result = match (
                            operator,
                            peek(&frame.registers, &code, left),
                            peek(&frame.registers, &code, right),
                        ) {
                            (BinaryOperator::Add, Value::Int(left, origin), Value::Int(right, other))
                                if origin.is_none() && other.is_none() =>
                            {
                                left.checked_add(*right).map(Value::int)
                            }
                            (BinaryOperator::Add, Value::Float(left, origin), Value::Float(right, other))
                                if origin.is_none() && other.is_none() =>
                            {
                                Some(Value::float(left + right))
                            }
                            (_, left, right) => quick_binary(operator, left, right),
                        };
                        if let Some(value) = result {
                            frame.registers[usize::from(dst)] = value;
                            continue;
                        }
                        let right = reading!(right);
                        let mut left_value = reading!(left);
                        if dst == left
                            && let Value::Str(_) = left_value
                        {
                            // The local lets go, so that the text can grow where it is.
                            frame.registers[usize::from(dst)] = Value::Unset;
                            if let (Value::Str(text), Value::Str(more), BinaryOperator::Add) =
                                (&mut left_value, &right, operator)
                                && text.as_str().len() + more.as_str().len() <= super::operators::LARGEST
                            {
                                text.push_str(more);
                                frame.registers[usize::from(dst)] = left_value;
                                continue;
                            }
                            frame.registers[usize::from(dst)] = left_value.clone();
                        }
                        let outcome = context!().binary(operator, left_value, right, true);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::Unary { operator, dst, src } => {
                        let value = reading!(src);
                        let outcome = context!().unary(operator, value);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::Not { dst, src } => {
                        match truth(peek(&frame.registers, &code, src)) {
                            Some(truth) if !matches!(peek(&frame.registers, &code, src), Value::Unset) => {
                                drop(read(&mut frame.registers, &code, src));
                                frame.registers[usize::from(dst)] = Value::Bool(!truth);
                            }
                            _ => {
                                let value = reading!(src);
                                let outcome = context!().truth_of(&value);
                                slow!(outcome, Then::Truth { dst, negate: true })
                            }
                        }
                    }
                    Instruction::Compare { operator, dst, left, right } => {
                        let quick = quick_compare(
                            operator,
                            peek(&frame.registers, &code, left),
                            peek(&frame.registers, &code, right),
                        );
                        if let Some(truth) = quick {
                            drop(read(&mut frame.registers, &code, left));
                            drop(read(&mut frame.registers, &code, right));
                            frame.registers[usize::from(dst)] = Value::Bool(truth);
                            continue;
                        }
                        let left = reading!(left);
                        let right = reading!(right);
                        let outcome = context!().compare(operator, left, right);
                        slow!(outcome, comparison_result(operator, dst))
                    }
                    Instruction::Jump { target } => next = target as usize,
                    Instruction::JumpIfTrue { condition, target } => {
                        let value = peek(&frame.registers, &code, condition);
                        match truth(value) {
                            Some(truth) if !value.is_unset() => {
                                drop(read(&mut frame.registers, &code, condition));
                                if truth {
                                    next = target as usize;
                                }
                            }
                            _ => {
                                let value = reading!(condition);
                                let outcome = context!().truth_of(&value);
                                slow!(outcome, Then::Branch { when: true, target })
                            }
                        }
                    }
                    Instruction::JumpIfFalse { condition, target } => {
                        let value = peek(&frame.registers, &code, condition);
                        match truth(value) {
                            Some(truth) if !value.is_unset() => {
                                drop(read(&mut frame.registers, &code, condition));
                                if !truth {
                                    next = target as usize;
                                }
                            }
                            _ => {
                                let value = reading!(condition);
                                let outcome = context!().truth_of(&value);
                                slow!(outcome, Then::Branch { when: false, target })
                            }
                        }
                    }
                    Instruction::JumpUnless { operator, left, right, target } => {
                        let quick = quick_compare(
                            operator,
                            peek(&frame.registers, &code, left),
                            peek(&frame.registers, &code, right),
                        );
                        if let Some(truth) = quick {
                            drop(read(&mut frame.registers, &code, left));
                            drop(read(&mut frame.registers, &code, right));
                            if !truth {
                                next = target as usize;
                            }
                            continue;
                        }
                        let left = reading!(left);
                        let right = reading!(right);
                        let outcome = context!().compare(operator, left, right);
                        // The prelude negates what it finds for `!=` and `not in` itself.
                        slow!(outcome, Then::Branch { when: false, target })
                    }
                    Instruction::JumpIfTrueKeep { register, target } => {
                        match truth(&frame.registers[usize::from(register)]) {
                            Some(true) => next = target as usize,
                            Some(false) => drop(mem::take(&mut frame.registers[usize::from(register)])),
                            None => {
                                frame.next = next as Label;
                                let value = frame.registers[usize::from(register)].clone();
                                let outcome = context!().truth_of(&value);
                                slow!(outcome, Then::BranchKeep { register, when: true, target })
                            }
                        }
                    }
                    Instruction::JumpIfFalseKeep { register, target } => {
                        match truth(&frame.registers[usize::from(register)]) {
                            Some(false) => next = target as usize,
                            Some(true) => drop(mem::take(&mut frame.registers[usize::from(register)])),
                            None => {
                                frame.next = next as Label;
                                let value = frame.registers[usize::from(register)].clone();
                                let outcome = context!().truth_of(&value);
                                slow!(outcome, Then::BranchKeep { register, when: false, target })
                            }
                        }
                    }
                    Instruction::JumpIfNone { register, target } => {
                        if frame.registers[usize::from(register)].is_none() {
                            next = target as usize;
                        }
                    }
                    Instruction::LoadAttribute { dst, object, site } => {
                        let object = reading!(object);
                        let site = &code.sites[usize::from(site)];
                        let outcome = context!().get_attribute_cached(&object, &site.name, &site.cache);
                        drop(object);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::StoreAttribute { object, src, site } => {
                        let object = reading!(object);
                        let value = reading!(src);
                        let site = &code.sites[usize::from(site)];
                        let outcome = context!().set_attribute(&object, &site.name, value, &site.cache);
                        drop(object);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::DeleteAttribute { object, site } => {
                        let object = reading!(object);
                        let outcome = context!().delete_attribute(&object, &code.sites[usize::from(site)].name);
                        drop(object);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::LoadMethod { base, object, site } => {
                        let object = reading!(object);
                        let site = &code.sites[usize::from(site)];
                        match context!().load_method(object, site)? {
                            Ok((function, object)) => {
                                frame.registers[usize::from(base)] = function;
                                frame.registers[usize::from(base) + 1] = object;
                            }
                            Err(outcome) => slow!(Ok::<_, Exception>(outcome), Then::Store(base)),
                        }
                    }
                    Instruction::Super { dst, callee, class_cell, first } => {
                        frame.next = next as Label;
                        let callee = self.operand(frame, callee)?;
                        let class = load_cell(frame, &code, class_cell)?;
                        let first = match &frame.registers[usize::from(first)] {
                            Value::Cell(cell) => cell.get(),
                            value => value.clone(),
                        };
                        let arguments = match &callee {
                            Value::Class(super_class) if super_class.is(&types().super_) => vec![class, first],
                            _ => Vec::new(),
                        };
                        slow!(Ok::<_, Exception>(Outcome::call(callee, arguments)), Then::Store(dst))
                    }
                    Instruction::LoadItem { dst, object, index } => {
                        if let Some(value) = quick_item(
                            peek(&frame.registers, &code, object),
                            peek(&frame.registers, &code, index),
                        ) {
                            drop(read(&mut frame.registers, &code, object));
                            drop(read(&mut frame.registers, &code, index));
                            frame.registers[usize::from(dst)] = value;
                            continue;
                        }
                        let object = reading!(object);
                        let index = reading!(index);
                        let outcome = context!().get_item(object, index);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::StoreItem { object, index, src } => {
                        let object = reading!(object);
                        let index = reading!(index);
                        let value = reading!(src);
                        if let (Value::List(list), Value::Int(at, _)) = (&object, &index)
                            && let Ok(at) = usize::try_from(*at)
                            && at < list.len()
                        {
                            let old = mem::replace(&mut list.items_mut()[at], value);
                            drop(old);
                            if graves::any() {
                                self.bury(machine, frame);
                                continue 'frame;
                            }
                            continue;
                        }
                        let outcome = context!().set_item(object, index, value);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::DeleteItem { object, index } => {
                        let object = reading!(object);
                        let index = reading!(index);
                        let outcome = context!().delete_item(object, index);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::MakeSlice { dst, base } => {
                        let mut part = |at: Register| mem::take(&mut frame.registers[usize::from(base + at)]);
                        let (start, stop, step) = (part(0), part(1), part(2));
                        let slice = crate::object::Slice { start, stop, step, id: Default::default() };
                        frame.registers[usize::from(dst)] = Value::Slice(Rc::new(slice));
                    }
                    Instruction::MakeTuple { dst, base, count } => {
                        let items = take_row(frame, base, count);
                        frame.registers[usize::from(dst)] = Value::tuple(items);
                    }
                    Instruction::MakeList { dst, base, count } => {
                        let items = take_row(frame, base, count);
                        frame.registers[usize::from(dst)] = Value::list(items);
                    }
                    Instruction::MakeSet { dst, base, count } => {
                        let items = take_row(frame, base, count);
                        frame.next = next as Label;
                        let outcome = context!().make_set(items);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::MakeDict { dst, base, count } => {
                        let items = take_row(frame, base, count * 2);
                        frame.next = next as Label;
                        let outcome = context!().make_dict(items);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::ListAppend { list, src } => {
                        let value = reading!(src);
                        if let Value::List(list) = &frame.registers[usize::from(list)] {
                            list.push(value);
                        }
                    }
                    Instruction::ListExtend { list, src } => {
                        let value = reading!(src);
                        let list = frame.registers[usize::from(list)].clone();
                        let outcome = context!().extend_display(list, value);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::SetAdd { set, src } => {
                        let value = reading!(src);
                        let set = frame.registers[usize::from(set)].clone();
                        let outcome = context!().set_add(set, value);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::SetUpdate { set, src } => {
                        let value = reading!(src);
                        let set = frame.registers[usize::from(set)].clone();
                        slow!(context!().prelude("set_update", vec![set, value]), Then::Discard)
                    }
                    Instruction::DictInsert { dict, key, value } => {
                        let key = reading!(key);
                        let value = reading!(value);
                        let dict = frame.registers[usize::from(dict)].clone();
                        let outcome = context!().set_item(dict, key, value);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::DictUpdate { dict, src } => {
                        let value = reading!(src);
                        let dict = frame.registers[usize::from(dict)].clone();
                        slow!(context!().prelude("dict_display_update", vec![dict, value]), Then::Discard)
                    }
                    Instruction::DictMerge { dict, src, callee } => {
                        let value = reading!(src);
                        let dict = frame.registers[usize::from(dict)].clone();
                        let callee = frame.registers[usize::from(callee)].clone();
                        let outcome = context!().merge_keywords(dict, value, callee);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::ListToTuple { dst, src } => {
                        let items = match reading!(src) {
                            Value::List(list) => list.take(),
                            other => vec![other],
                        };
                        frame.registers[usize::from(dst)] = Value::tuple(items);
                    }
                    Instruction::Format { conversion, dst, src, spec } => {
                        let value = reading!(src);
                        let spec = if spec == NOTHING { Value::Unset } else { reading!(spec) };
                        let outcome = context!().format(conversion, value, spec);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::BuildString { dst, base, count } => {
                        let mut text = String::new();
                        for register in base..base + count {
                            if let Value::Str(part) = mem::take(&mut frame.registers[usize::from(register)]) {
                                text.push_str(&part);
                            }
                        }
                        frame.registers[usize::from(dst)] = Value::string(text);
                    }
                    Instruction::Unpack { src, base, count } => {
                        let value = reading!(src);
                        match quick_unpack(frame, &value, base, count) {
                            true => {}
                            false => {
                                let outcome = context!().unpack(value, count, None);
                                slow!(outcome, Then::Unpack { base })
                            }
                        }
                    }
                    Instruction::UnpackRest { src, base, before, after } => {
                        let value = reading!(src);
                        let outcome = context!().unpack(value, before, Some(after));
                        slow!(outcome, Then::Unpack { base })
                    }
                    Instruction::Iterate { dst, src } => {
                        let value = reading!(src);
                        let outcome = context!().iterate(value);
                        slow!(outcome, Then::Check(dst, super::frame::Must::Iterator))
                    }
                    Instruction::Next { dst, iterator, end } => {
                        frame.next = next as Label;
                        let walked = match &frame.registers[usize::from(iterator)] {
                            Value::Iter(iter) => iter.next(),
                            _ => {
                                match self.next_item(machine, frame, dst, iterator, end)? {
                                    Next::Go => continue 'frame,
                                    rest => return Ok(rest),
                                }
                            }
                        };
                        match walked {
                            Ok(Some(value)) => frame.registers[usize::from(dst)] = value,
                            Ok(None) => {
                                frame.registers[usize::from(iterator)] = Value::Unset;
                                next = end as usize;
                            }
                            Err(error) => return Err(error.into()),
                        }
                        if graves::any() {
                            frame.next = next as Label;
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::AsyncIterate { dst, src } => {
                        let value = reading!(src);
                        let outcome = context!().async_iterate(value);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::AsyncNext { dst, iterator } => {
                        frame.next = next as Label;
                        let value = frame.registers[usize::from(iterator)].clone();
                        let outcome = context!().async_next(value);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::EndAsyncFor { exception, end } => {
                        frame.next = next as Label;
                        let value = mem::take(&mut frame.registers[usize::from(exception)]);
                        match Exception::of(&value) {
                            Some(exception) if exception.is_a(&types().stop_async_iteration) => {
                                next = end as usize;
                            }
                            Some(exception) => return self.reraise(machine, frame, exception),
                            None => {}
                        }
                    }
                    Instruction::Call { dst, base, count, names } => {
                        frame.next = next as Label;
                        match self.call_registers(machine, frame, base, base + 1, count, names, dst)? {
                            Next::Go if frame.next == next as Label && Rc::ptr_eq(&frame.function.code, &code) && !graves::any() => {}
                            Next::Go => {
                                if graves::any() {
                                    self.bury(machine, frame);
                                }
                                continue 'frame;
                            }
                            rest => return Ok(rest),
                        }
                    }
                    Instruction::CallMethod { dst, base, count, names } => {
                        frame.next = next as Label;
                        let (first, count) = if frame.registers[usize::from(base) + 1].is_unset() {
                            (base + 2, count)
                        } else {
                            (base + 1, count + 1)
                        };
                        match self.call_registers(machine, frame, base, first, count, names, dst)? {
                            Next::Go if frame.next == next as Label && Rc::ptr_eq(&frame.function.code, &code) && !graves::any() => {}
                            Next::Go => {
                                if graves::any() {
                                    self.bury(machine, frame);
                                }
                                continue 'frame;
                            }
                            rest => return Ok(rest),
                        }
                    }
                    Instruction::CallSpread { dst, base } => {
                        frame.next = next as Label;
                        let outcome = context!().spread_call(frame, base);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::MakeFunction { dst, code: child, base, flags } => {
                        let function = make_function(frame, &code.children[usize::from(child)], base, flags);
                        frame.registers[usize::from(dst)] = function;
                    }
                    Instruction::BuildClass { dst } => {
                        frame.registers[usize::from(dst)] = self.build_class.clone();
                    }
                    Instruction::Return { src } => {
                        let value = reading!(src);
                        match self.leave(machine, frame, value)? {
                            Next::Go => {
                                if graves::any() {
                                    self.bury(machine, frame);
                                }
                                continue 'frame;
                            }
                            rest => return Ok(rest),
                        }
                    }
                    Instruction::Yield { src, .. } => {
                        let value = reading!(src);
                        match self.give(machine, frame, value)? {
                            Next::Go => continue 'frame,
                            rest => return Ok(rest),
                        }
                    }
                    Instruction::Awaitable { place, dst, src } => {
                        let value = reading!(src);
                        let outcome = context!().awaitable(value, place);
                        slow!(outcome, Then::Check(dst, super::frame::Must::AwaitIterator))
                    }
                    Instruction::DelegateIterator { dst, src } => {
                        let value = reading!(src);
                        let is_generator = code.kind == crate::code::CodeKind::Generator;
                        let outcome = context!().delegate_iterator(value, !is_generator || is_marked(frame));
                        slow!(outcome, Then::Check(dst, super::frame::Must::Iterator))
                    }
                    Instruction::Delegate { dst, iterator } => {
                        // It stays at this instruction until the iterator has ended.
                        frame.next = next as Label - 1;
                        match self.delegate(machine, frame, dst, iterator)? {
                            Next::Go => continue 'frame,
                            rest => return Ok(rest),
                        }
                    }
                    Instruction::RaiseAgain => {
                        frame.next = next as Label;
                        match Self::handled(frame) {
                            Some(exception) => return self.reraise(machine, frame, exception),
                            None => return Err(runtime_error("No active exception to reraise")),
                        }
                    }
                    Instruction::Raise { exception } => {
                        let value = reading!(exception);
                        let outcome = context!().exception_to_raise(value);
                        slow!(outcome, Then::Raise)
                    }
                    Instruction::RaiseFrom { exception, cause } => {
                        let value = reading!(exception);
                        let cause = reading!(cause);
                        slow!(context!().prelude("raise_from", vec![value, cause]), Then::Raise)
                    }
                    Instruction::BeginHandler { exception } => {
                        let caught = Exception::of(&frame.registers[usize::from(exception)]);
                        let before = mem::replace(&mut frame.handled, caught);
                        frame.registers[usize::from(exception) + 1] =
                            before.map_or(Value::None, |exception| exception.value());
                    }
                    Instruction::EndHandler { exception } => {
                        end_handler(frame, exception);
                        if graves::any() {
                            frame.next = next as Label;
                            self.bury(machine, frame);
                            continue 'frame;
                        }
                    }
                    Instruction::Reraise { exception } => {
                        frame.next = next as Label;
                        let value = frame.registers[usize::from(exception)].clone();
                        if frame.registers[usize::from(exception) + 1].is_unset() {
                            frame.registers[usize::from(exception)] = Value::Unset;
                        } else {
                            end_handler(frame, exception);
                        }
                        match Exception::of(&value) {
                            Some(exception) => return self.reraise(machine, frame, exception),
                            None => return Err(runtime_error("No active exception to reraise")),
                        }
                    }
                    Instruction::ExceptionMatches { dst, exception, classes } => {
                        let classes = reading!(classes);
                        let value = &frame.registers[usize::from(exception)];
                        let matches = super::patterns::exception_matches(value, &classes)?;
                        frame.registers[usize::from(dst)] = Value::Bool(matches);
                    }
                    Instruction::StarMatches { base, classes } => {
                        let classes = reading!(classes);
                        let left = mem::take(&mut frame.registers[usize::from(base)]);
                        slow!(context!().prelude("star_matches", vec![left, classes]), Then::Unpack { base })
                    }
                    Instruction::StarRest { dst, exception, list } => {
                        let list = reading!(list);
                        let original = frame.registers[usize::from(exception)].clone();
                        slow!(context!().prelude("star_rest", vec![original, list]), Then::Store(dst))
                    }
                    Instruction::LoadSpecial { special, base, object } => {
                        frame.next = next as Label;
                        let object = frame.registers[usize::from(object)].clone();
                        let (function, object) = super::patterns::load_special(special, object)?;
                        frame.registers[usize::from(base)] = function;
                        frame.registers[usize::from(base) + 1] = object;
                    }
                    Instruction::ExceptionParts { base, exception } => {
                        let value = frame.registers[usize::from(exception)].clone();
                        if let Some(exception) = Exception::of(&value) {
                            let traceback = exception.state().traceback.borrow().clone();
                            frame.registers[usize::from(base)] = Value::Class(exception.class());
                            frame.registers[usize::from(base) + 2] =
                                traceback.map_or(Value::None, Value::Traceback);
                        }
                        frame.registers[usize::from(base) + 1] = value;
                    }
                    Instruction::AssertionError { dst } => {
                        frame.registers[usize::from(dst)] = Value::Class(types().assertion_error.clone());
                    }
                    Instruction::Import { dst, site, level, names } => {
                        frame.next = next as Label;
                        let name = code.sites[usize::from(site)].name.clone();
                        let outcome = context!().import(frame, &name, level, names != 0);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::ImportFrom { dst, module, site } => {
                        frame.next = next as Label;
                        let module = frame.registers[usize::from(module)].clone();
                        let outcome = context!().import_from(&module, &code.sites[usize::from(site)].name);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::ImportAll { module } => {
                        let module = reading!(module);
                        let globals = Value::Dict(frame.function.globals.clone());
                        slow!(context!().prelude("import_all", vec![module, globals]), Then::Discard)
                    }
                    Instruction::IsSequence { dst, subject } => {
                        let is = super::patterns::is_sequence(&frame.registers[usize::from(subject)]);
                        frame.registers[usize::from(dst)] = Value::Bool(is);
                    }
                    Instruction::IsMapping { dst, subject } => {
                        let is = super::patterns::is_mapping(&frame.registers[usize::from(subject)]);
                        frame.registers[usize::from(dst)] = Value::Bool(is);
                    }
                    Instruction::Length { dst, subject } => {
                        frame.next = next as Label;
                        let value = frame.registers[usize::from(subject)].clone();
                        let outcome = context!().length(&value);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::MatchKeys { dst, subject, keys } => {
                        frame.next = next as Label;
                        let subject = frame.registers[usize::from(subject)].clone();
                        let keys = frame.registers[usize::from(keys)].clone();
                        slow!(context!().prelude("match_keys", vec![subject, keys]), Then::Store(dst))
                    }
                    Instruction::MatchClass { dst, subject, base, count, names } => {
                        frame.next = next as Label;
                        let class = mem::take(&mut frame.registers[usize::from(base)]);
                        let subject = frame.registers[usize::from(subject)].clone();
                        let names = name_list(&code, names).iter().cloned().map(Value::Str).collect();
                        let arguments = vec![subject, class, Value::int(i64::from(count)), Value::tuple(names)];
                        slow!(context!().prelude("match_class", arguments), Then::Store(dst))
                    }
                }
            }
        }
    }

    #[inline]
    fn load_global(&mut self, frame: &Frame, code: &Code, site: u16) -> Option<Value> {
        use super::cache::Cache;
        let site = &code.sites[usize::from(site)];
        let globals = &frame.function.globals;
        match site.cache.get() {
            Cache::Global { place } => {
                if let Some((value, place)) = globals.get_hinted(&site.name, place) {
                    site.cache.set(Cache::Global { place });
                    return Some(value);
                }
            }
            Cache::BuiltinName { globals: version, place } if version == globals.version() => {
                if let Some((value, _)) = self.builtins.get_hinted(&site.name, place) {
                    return Some(value);
                }
            }
            _ => {}
        }
        if let Some((value, place)) = globals.get_hinted(&site.name, u32::MAX) {
            site.cache.set(Cache::Global { place });
            return Some(value);
        }
        let (value, place) = self.builtins.get_hinted(&site.name, u32::MAX)?;
        site.cache.set(Cache::BuiltinName { globals: globals.version(), place });
        Some(value)
    }

    #[inline]
    fn store_global(&mut self, frame: &Frame, code: &Code, site: u16, value: Value) {
        use super::cache::Cache;
        let site = &code.sites[usize::from(site)];
        let place = match site.cache.get() {
            Cache::Global { place } => place,
            _ => u32::MAX,
        };
        let (old, place) = frame.function.globals.set_hinted(&site.name, value, place);
        site.cache.set(Cache::Global { place });
        drop(old);
    }
}

fn unbound(code: &Code, register: Register) -> Exception {
    match code.locals.get(usize::from(register)) {
        Some(name) => unbound_local(name),
        None => runtime_error("a temporary register was read before it was written"),
    }
}

fn load_cell(frame: &Frame, code: &Code, cell: Register) -> Result<Value, Exception> {
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
    let message = format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
    let exception = Exception::saying(&types().name_error, message);
    exception.instance().set(&crate::types::names().name_, Value::Str(name.clone()));
    Err(exception)
}

/// The names of a call's arguments.
pub(crate) fn name_list(code: &Code, names: u16) -> &[crate::value::Str] {
    match names.checked_sub(1) {
        Some(index) => &code.name_lists[usize::from(index)],
        None => &[],
    }
}

fn take_row(frame: &mut Frame, base: Register, count: u16) -> Vec<Value> {
    let base = usize::from(base);
    frame.registers[base..base + usize::from(count)].iter_mut().map(mem::take).collect()
}

fn quick_unpack(frame: &mut Frame, value: &Value, base: Register, count: u16) -> bool {
    let place = usize::from(base)..usize::from(base) + usize::from(count);
    match value {
        Value::Tuple(items) if items.len() == usize::from(count) => {
            frame.registers[place].clone_from_slice(items);
            true
        }
        Value::List(list) if list.len() == usize::from(count) => {
            frame.registers[place].clone_from_slice(&list.items());
            true
        }
        _ => false,
    }
}

/// What a comparison's result becomes: `==` and its like give what the method gives, `in` a truth.
fn comparison_result(operator: Comparison, dst: Register) -> Then {
    match operator {
        Comparison::In | Comparison::NotIn => Then::Truth { dst, negate: false },
        _ => Then::Store(dst),
    }
}

/// Operators on small numbers that cannot fail.
#[inline]
fn quick_binary(operator: BinaryOperator, left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(left, a), Value::Int(right, b)) if a.is_none() && b.is_none() => {
            let (left, right) = (*left, *right);
            Some(match operator {
                BinaryOperator::Subtract => Value::int(left.checked_sub(right)?),
                BinaryOperator::Multiply => Value::int(left.checked_mul(right)?),
                BinaryOperator::FloorDivide if right > 0 => Value::int(left.div_euclid(right)),
                BinaryOperator::Modulo if right > 0 => Value::int(left.rem_euclid(right)),
                BinaryOperator::And => Value::int(left & right),
                BinaryOperator::Or => Value::int(left | right),
                BinaryOperator::Xor => Value::int(left ^ right),
                _ => return None,
            })
        }
        (Value::Float(left, a), Value::Float(right, b)) if a.is_none() && b.is_none() => Some(match operator {
            BinaryOperator::Subtract => Value::float(left - right),
            BinaryOperator::Multiply => Value::float(left * right),
            BinaryOperator::Divide if *right != 0.0 => Value::float(left / right),
            _ => return None,
        }),
        _ => None,
    }
}

#[inline]
fn quick_compare(operator: Comparison, left: &Value, right: &Value) -> Option<bool> {
    match operator {
        Comparison::Is if !left.is_unset() && !right.is_unset() => return Some(left.is(right)),
        Comparison::IsNot if !left.is_unset() && !right.is_unset() => return Some(!left.is(right)),
        _ => {}
    }
    match (left, right) {
        (Value::Int(left, _), Value::Int(right, _)) => by_order(operator, left, right),
        (Value::Float(left, _), Value::Float(right, _)) => by_order(operator, left, right),
        (Value::Str(left), Value::Str(right)) => match operator {
            Comparison::Equal => Some(left == right),
            Comparison::NotEqual => Some(left != right),
            _ => None,
        },
        _ => None,
    }
}

#[inline]
fn by_order<T: PartialOrd>(operator: Comparison, left: &T, right: &T) -> Option<bool> {
    Some(match operator {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterEqual => left >= right,
        Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn => return None,
    })
}

#[inline]
fn quick_item(object: &Value, index: &Value) -> Option<Value> {
    match (object, index) {
        (Value::List(list), Value::Int(at, _)) => {
            let items = list.items();
            let at = if *at < 0 { at + i64::try_from(items.len()).ok()? } else { *at };
            items.get(usize::try_from(at).ok()?).cloned()
        }
        (Value::Tuple(items), Value::Int(at, _)) if items.class().is_builtin => {
            let at = if *at < 0 { at + i64::try_from(items.len()).ok()? } else { *at };
            items.get(usize::try_from(at).ok()?).cloned()
        }
        (Value::Dict(dict), Value::Str(name)) => dict.get(name.python_hash(), index).ok()?,
        _ => None,
    }
}

fn make_function(frame: &mut Frame, code: &Rc<Code>, base: Register, flags: u16) -> Value {
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
        defaults: std::cell::RefCell::new(defaults),
        keyword_defaults: std::cell::RefCell::new(keyword_defaults),
        annotations: std::cell::RefCell::new(annotations),
        name: std::cell::RefCell::new(code.name.clone()),
        qualname: std::cell::RefCell::new(code.qualname.clone()),
        attributes: Default::default(),
        awaitable: Default::default(),
        id: Default::default(),
    }))
}

/// The exception that was handled before is so again.
fn end_handler(frame: &mut Frame, exception: Register) {
    let before = mem::take(&mut frame.registers[usize::from(exception) + 1]);
    let handled = mem::replace(&mut frame.handled, Exception::of(&before));
    let caught = mem::take(&mut frame.registers[usize::from(exception)]);
    drop((handled, caught));
}

/// The generator was marked by `types.coroutine` or `asyncio.coroutine`.
fn is_marked(frame: &Frame) -> bool {
    frame.generator.as_ref().is_some_and(|generator| generator.quiet.get())
}

impl Context<'_> {
    /// A set display.
    fn make_set(&mut self, items: Vec<Value>) -> Result<Outcome, Exception> {
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
            Value::List(list) => list.take(),
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
            for entry in dict.entries() {
                let Value::Str(name) = entry.key else { return Err(type_error("keywords must be strings")) };
                names.push(name);
                arguments.push(entry.value);
            }
        }
        Ok(Outcome::Call(Box::new(super::native::Call { function, arguments, names })))
    }

    /// `[*items]`
    fn extend_display(&mut self, list: Value, items: Value) -> Result<Outcome, Exception> {
        if let Value::List(list) = &list
            && let Some(more) = super::iterate::known_items(&items)
        {
            list.items_mut().extend(more);
            return super::native::nothing();
        }
        self.prelude("extend_display", vec![list, items])
    }
}
