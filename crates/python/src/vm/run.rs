//! The dispatch: one instruction after the other. What is simple happens here; what may
//! call code, raise, or change frames is done elsewhere and comes back as a [`Next`].

use std::mem;
use std::rc::Rc;

use super::cache::{Cache, Found};
use super::cycles;
use super::frame::{Frame, Must, Then};
use super::native::{Context, Outcome};
use super::operators::truth;
use super::quick::{
    known_of, let_go, peek, quick_binary, quick_compare, quick_getter, quick_item, quick_load, quick_method,
    quick_unpack, read,
};
use super::rare::{end_handler, load_cell, make_function, unbound};
use super::{Loop, Next, Rest, Vm, graves};
use crate::code::{BinaryOperator, Code, Comparison, Instruction, Label, NOTHING, Operand, Register};
use crate::object::Exception;
use crate::object::function::CellObject;
use crate::provenance::Operation;
use crate::value::Value;
use crate::vm::raise::name_error;

impl Vm {
    /// Reads an operand that has to be bound.
    #[inline]
    pub(super) fn operand(&self, frame: &mut Frame, operand: Operand) -> Result<Value, Exception> {
        let Frame { function, registers, .. } = frame;
        let body = function.code.body();
        let value = read(registers, body, operand);
        if value.is_unset() && operand < body.temporaries {
            return Err(unbound(&function.code, operand));
        }
        Ok(value)
    }

    /// Runs a frame, and those that it calls, until all of them rest.
    pub(crate) fn run(&mut self, machine: &mut Loop, mut frame: Box<Frame>) -> Rest {
        loop {
            let next = match self.dispatch(machine, &mut frame) {
                Ok(next) => next,
                Err(_) if self.stops_instead(&frame) => return Rest::Slice(frame),
                Err(exception) => {
                    let next = self.unwind(machine, &mut frame, exception);
                    if graves::any() && frame.native.is_none() && matches!(next, Next::Go) {
                        self.bury(machine, &mut frame);
                    }
                    next
                }
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

    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each instruction is the simplest to read and the fastest"
    )]
    fn dispatch(&mut self, machine: &mut Loop, frame: &mut Box<Frame>) -> Result<Next, Exception> {
        'frame: loop {
            if frame.native.is_some() {
                match self.drive(machine, frame)? {
                    Next::Go => continue 'frame,
                    rest => return Ok(rest),
                }
            }
            let code: Rc<Code> = frame.function.code.clone();
            let body = code.body();
            let mut next = frame.next as usize;
            // Whoever died meanwhile has its say before the next instruction.
            macro_rules! bury {
                () => {
                    if graves::any() {
                        frame.next = next as Label;
                        self.bury(machine, frame);
                        continue 'frame;
                    }
                };
            }
            macro_rules! slow {
                ($outcome:expr, $then:expr) => {{
                    frame.next = next as Label;
                    let outcome = $outcome?;
                    self.charge();
                    if let Outcome::Value(value) = outcome {
                        match $then {
                            Then::Store(dst) => {
                                frame.set(dst, value);
                            }
                            then => {
                                self.deliver(frame, then, value)?;
                                next = frame.next as usize;
                            }
                        }
                        bury!();
                        continue;
                    }
                    match self.proceed(machine, frame, outcome, $then)? {
                        Next::Go => continue 'frame,
                        rest => return Ok(rest),
                    }
                }};
            }
            // Another frame may go on now; whoever has died has its say on top of that.
            macro_rules! follow {
                ($next:expr) => {
                    match $next? {
                        // The same frame, or another of the same function.
                        Next::Go
                            if Rc::ptr_eq(&frame.function.code, &code)
                                && frame.native.is_none()
                                && !graves::any() =>
                        {
                            next = frame.next as usize;
                        }
                        Next::Go => {
                            if graves::any() {
                                self.bury(machine, frame);
                            }
                            continue 'frame;
                        }
                        rest => return Ok(rest),
                    }
                };
            }
            macro_rules! context {
                () => {
                    Context { vm: self, machine }
                };
            }
            macro_rules! reading {
                ($operand:expr) => {{
                    frame.next = next as Label;
                    if $operand < body.temporaries && frame.registers[usize::from($operand)].is_unset() {
                        return Err(unbound(&code, $operand));
                    }
                    read(&mut frame.registers, body, $operand)
                }};
            }
            macro_rules! derive {
                ($operation:expr, $left:expr, $a:expr, $right:expr, $b:expr) => {
                    self.provenance.derive($operation, (*$a, *$left as f64), (*$b, *$right as f64))
                };
            }
            macro_rules! arithmetic {
                ($operator:ident, $checked:ident, $float:tt, $dst:expr, $left:expr, $right:expr) => {{
                    match (peek(&frame.registers, body, $left), peek(&frame.registers, body, $right)) {
                        (Value::Int(left, a), Value::Int(right, b)) => {
                            if let Some(number) = left.$checked(*right) {
                                let origin = derive!(Operation::$operator, left, a, right, b);
                                frame.place($dst).fill(Value::Int(number, origin));
                                continue;
                            }
                        }
                        (Value::Float(left, a), Value::Float(right, b)) => {
                            let origin = derive!(Operation::$operator, left, a, right, b);
                            let number = left $float right;
                            frame.place($dst).fill(Value::Float(number, origin));
                            continue;
                        }
                        _ => {}
                    }
                    let left = reading!($left);
                    let right = reading!($right);
                    let outcome = context!().binary(BinaryOperator::$operator, left, right, false);
                    slow!(outcome, Then::Store($dst))
                }};
            }
            macro_rules! branch {
                ($condition:expr, $target:expr, $when:expr) => {{
                    let value = peek(&frame.registers, body, $condition);
                    match truth(value) {
                        Some(truth) if !value.is_unset() => {
                            let before = next as Label;
                            let_go(&mut frame.registers, body, $condition);
                            if truth == $when {
                                next = $target as usize;
                            }
                            if graves::any() {
                                self.bury_before_jump(machine, frame, before, next as Label);
                                continue 'frame;
                            }
                        }
                        _ => {
                            let value = reading!($condition);
                            let outcome = context!().truth_of(&value);
                            slow!(outcome, Then::Branch { when: $when, target: $target })
                        }
                    }
                }};
            }
            // For `and` and `or`: what decides stays as the result.
            macro_rules! keep {
                ($register:expr, $target:expr, $when:expr) => {{
                    match truth(&frame.registers[usize::from($register)]) {
                        Some(truth) if truth == $when => next = $target as usize,
                        Some(_) => drop(mem::take(&mut frame.registers[usize::from($register)])),
                        None => {
                            frame.next = next as Label;
                            let value = frame.registers[usize::from($register)].clone();
                            let outcome = context!().truth_of(&value);
                            slow!(
                                outcome,
                                Then::BranchKeep { register: $register, when: $when, target: $target }
                            )
                        }
                    }
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
                let at = next;
                next += 1;
                match body.instructions[at] {
                    Instruction::Line => {
                        self.budget += 1;
                        if self.keeps_lines {
                            self.begin_line(machine, body.spans[at]);
                        }
                    }
                    Instruction::EndDetour { target } => {
                        self.budget += 1;
                        next = target as usize;
                    }
                    Instruction::Move { dst, src } => {
                        let value = read(&mut frame.registers, body, src);
                        if value.is_unset() {
                            frame.next = next as Label;
                            return Err(unbound(&code, src));
                        }
                        frame.set(dst, value);
                        bury!();
                    }
                    Instruction::Copy { dst, src } => {
                        let value = frame.registers[usize::from(src)].copied();
                        frame.set(dst, value);
                    }
                    Instruction::Constant { dst, index } => {
                        body.constants[index as usize].copy_to(&mut frame.registers[usize::from(dst)]);
                    }
                    Instruction::Clear { register } => {
                        drop(mem::take(&mut frame.registers[usize::from(register)]));
                        bury!();
                    }
                    Instruction::Discard { register } => {
                        drop(reading!(register));
                        bury!();
                    }
                    Instruction::LoadGlobal { dst, site } => {
                        if !self.load_global(frame, body, site, dst) {
                            frame.next = next as Label;
                            return Err(name_error(&body.sites[usize::from(site)].name));
                        }
                    }
                    Instruction::StoreGlobal { src, site } => {
                        let value = reading!(src);
                        self.store_global(frame, body, site, value);
                        bury!();
                    }
                    Instruction::MakeCell { register } => {
                        let place = &mut frame.registers[usize::from(register)];
                        let value = mem::take(place);
                        let cell = Rc::new(CellObject::new(value));
                        cycles::note_cell(&cell);
                        *place = Value::Cell(cell);
                    }
                    Instruction::LoadCell { dst, cell } => {
                        frame.next = next as Label;
                        let value = load_cell(frame, &code, cell)?;
                        frame.set(dst, value);
                    }
                    Instruction::StoreCell { src, cell } => {
                        let value = reading!(src);
                        if let Value::Cell(cell) = &frame.registers[usize::from(cell)] {
                            drop(cell.set(value));
                        }
                        bury!();
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
                            &mut self.provenance,
                            operator,
                            peek(&frame.registers, body, left),
                            peek(&frame.registers, body, right),
                        ) {
                            frame.set(dst, value);
                            continue;
                        }
                        let left = reading!(left);
                        let right = reading!(right);
                        let outcome = context!().binary(operator, left, right, false);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::InPlace { operator, dst, left, right } => {
                        let (here, there) =
                            (peek(&frame.registers, body, left), peek(&frame.registers, body, right));
                        if operator == BinaryOperator::Add {
                            match (here, there) {
                                (Value::Int(here, a), Value::Int(there, b)) => {
                                    if let Some(number) = here.checked_add(*there) {
                                        let origin = derive!(Operation::Add, here, a, there, b);
                                        frame.place(dst).fill(Value::Int(number, origin));
                                        continue;
                                    }
                                }
                                (Value::Float(here, a), Value::Float(there, b)) => {
                                    let origin = derive!(Operation::Add, here, a, there, b);
                                    let number = here + there;
                                    frame.place(dst).fill(Value::Float(number, origin));
                                    continue;
                                }
                                _ => {}
                            }
                        } else if let Some(value) = quick_binary(&mut self.provenance, operator, here, there)
                        {
                            frame.set(dst, value);
                            continue;
                        }
                        let right = reading!(right);
                        let mut left_value = reading!(left);
                        if dst == left
                            && let Value::Str(_) = left_value
                        {
                            // The local lets go, so that the text can grow where it is.
                            frame.set(dst, Value::Unset);
                            if let (Value::Str(text), Value::Str(more), BinaryOperator::Add) =
                                (&mut left_value, &right, operator)
                                && text.as_str().len() + more.as_str().len() <= super::operators::LARGEST
                            {
                                text.push_str(more);
                                frame.set(dst, left_value);
                                continue;
                            }
                            frame.set(dst, left_value.clone());
                        }
                        let outcome = context!().binary(operator, left_value, right, true);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::Unary { operator, dst, src } => {
                        let value = reading!(src);
                        let outcome = context!().unary(operator, value);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::Not { dst, src } => match truth(peek(&frame.registers, body, src)) {
                        Some(truth) if !matches!(peek(&frame.registers, body, src), Value::Unset) => {
                            let_go(&mut frame.registers, body, src);
                            frame.place(dst).fill(Value::Bool(!truth));
                        }
                        _ => {
                            let value = reading!(src);
                            let outcome = context!().truth_of(&value);
                            slow!(outcome, Then::Truth { dst, negate: true })
                        }
                    },
                    Instruction::Compare { operator, dst, left, right } => {
                        let quick = quick_compare(
                            operator,
                            peek(&frame.registers, body, left),
                            peek(&frame.registers, body, right),
                        );
                        if let Some(truth) = quick {
                            let_go(&mut frame.registers, body, left);
                            let_go(&mut frame.registers, body, right);
                            frame.place(dst).fill(Value::Bool(truth));
                            continue;
                        }
                        let left = reading!(left);
                        let right = reading!(right);
                        let outcome = context!().compare(operator, left, right);
                        slow!(outcome, comparison_result(operator, dst))
                    }
                    Instruction::Jump { target } => next = target as usize,
                    Instruction::JumpIfTrue { condition, target } => branch!(condition, target, true),
                    Instruction::JumpIfFalse { condition, target } => branch!(condition, target, false),
                    Instruction::JumpUnless { operator, left, right, target } => {
                        let quick = quick_compare(
                            operator,
                            peek(&frame.registers, body, left),
                            peek(&frame.registers, body, right),
                        );
                        if let Some(truth) = quick {
                            let_go(&mut frame.registers, body, left);
                            let_go(&mut frame.registers, body, right);
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
                    Instruction::JumpIfTrueKeep { register, target } => keep!(register, target, true),
                    Instruction::JumpIfFalseKeep { register, target } => keep!(register, target, false),
                    Instruction::JumpIfNone { register, target } => {
                        if frame.registers[usize::from(register)].is_none() {
                            next = target as usize;
                        }
                    }
                    Instruction::LoadAttribute { dst, object, site } => {
                        let site = &body.sites[usize::from(site)];
                        let known = known_of(peek(&frame.registers, body, object), site);
                        if quick_load(frame, body, object, site, known, dst) {
                            continue;
                        }
                        let object = reading!(object);
                        if let Value::Instance(instance) = &object
                            && let Some(getter) = quick_getter(instance, site, known)
                        {
                            let mut new = self.blank_frame(getter);
                            new.set(0, object);
                            match self.enter(frame, new, Then::Store(dst))? {
                                Next::Go => continue 'frame,
                                rest => return Ok(rest),
                            }
                        }
                        let outcome = context!().get_attribute_cached(&object, &site.name, &site.cache);
                        drop(object);
                        slow!(outcome, Then::Store(dst))
                    }
                    Instruction::StoreAttribute { object, src, site } => {
                        let object = reading!(object);
                        let value = reading!(src);
                        let site = &body.sites[usize::from(site)];
                        if let Value::Instance(instance) = &object
                            && let Cache::Attribute { version, found: Found::Nothing, place } =
                                known_of(&object, site)
                            && place != u32::MAX
                        {
                            let (old, place) = instance.set_hinted(&site.name, value, place);
                            site.cache.set(Cache::Attribute { version, found: Found::Nothing, place });
                            drop((old, object));
                            bury!();
                            continue;
                        }
                        let outcome = context!().set_attribute(&object, &site.name, value, &site.cache);
                        drop(object);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::LoadMethod { base, object, site } => {
                        let site = &body.sites[usize::from(site)];
                        let object = reading!(object);
                        let known = known_of(&object, site);
                        if let Value::Instance(instance) = &object
                            && quick_method(instance, site, known, &mut frame.registers[usize::from(base)])
                        {
                            frame.set(base + 1, object);
                            continue;
                        }
                        match context!().load_method(object, site)? {
                            Ok((function, object)) => {
                                frame.set(base, function);
                                frame.set(base + 1, object);
                            }
                            Err(outcome) => {
                                // Arithmetic leaves numbers where it has read them.
                                frame.set(base + 1, Value::Unset);
                                slow!(Ok::<_, Exception>(outcome), Then::Store(base))
                            }
                        }
                    }
                    Instruction::LoadItem { dst, object, index } => {
                        if let Some(value) = quick_item(
                            peek(&frame.registers, body, object),
                            peek(&frame.registers, body, index),
                        ) {
                            let_go(&mut frame.registers, body, object);
                            let_go(&mut frame.registers, body, index);
                            frame.set(dst, value);
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
                            bury!();
                            continue;
                        }
                        let outcome = context!().set_item(object, index, value);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::MakeTuple { dst, base, count } => {
                        let items = take_row(frame, base, count);
                        frame.set(dst, Value::tuple(items));
                    }
                    Instruction::MakeList { dst, base, count } => {
                        let items = take_row(frame, base, count);
                        frame.set(dst, Value::list(items));
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
                    Instruction::SetAdd { set, src } => {
                        let value = reading!(src);
                        let set = frame.registers[usize::from(set)].clone();
                        let outcome = context!().set_add(set, value);
                        slow!(outcome, Then::Discard)
                    }
                    Instruction::DictInsert { dict, key, value } => {
                        let key = reading!(key);
                        let value = reading!(value);
                        let dict = frame.registers[usize::from(dict)].clone();
                        let outcome = context!().set_item(dict, key, value);
                        slow!(outcome, Then::Discard)
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
                        frame.set(dst, Value::string(text));
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
                    Instruction::Iterate { dst, src } => {
                        let value = reading!(src);
                        let outcome = context!().iterate(value);
                        slow!(outcome, Then::Check(dst, Must::Iterator))
                    }
                    Instruction::Next { dst, iterator, end } => {
                        frame.next = next as Label;
                        let before = next as Label;
                        let walked = match &frame.registers[usize::from(iterator)] {
                            Value::Iter(iter) => iter.next(),
                            _ => {
                                follow!(self.next_item(machine, frame, dst, iterator, end));
                                continue;
                            }
                        };
                        match walked {
                            Ok(Some(value)) => frame.set(dst, value),
                            Ok(None) => {
                                frame.set(iterator, Value::Unset);
                                next = end as usize;
                            }
                            Err(error) => return Err(error.into()),
                        }
                        if graves::any() {
                            self.bury_before_jump(machine, frame, before, next as Label);
                            continue 'frame;
                        }
                    }
                    Instruction::Call { dst, base, count, names } => {
                        frame.next = next as Label;
                        follow!(self.call_registers(machine, frame, base, base + 1, count, names, dst))
                    }
                    Instruction::CallMethod { dst, base, count, names } => {
                        frame.next = next as Label;
                        let (first, count) = if frame.registers[usize::from(base) + 1].is_unset() {
                            (base + 2, count)
                        } else {
                            (base + 1, count + 1)
                        };
                        follow!(self.call_registers(machine, frame, base, first, count, names, dst))
                    }
                    Instruction::MakeFunction { dst, code: child, base, flags } => {
                        let function = make_function(frame, &body.children[usize::from(child)], base, flags);
                        frame.set(dst, function);
                    }
                    Instruction::Return { src } => {
                        let value = reading!(src);
                        follow!(self.leave(machine, frame, value))
                    }
                    Instruction::Yield { src, .. } => {
                        let value = reading!(src);
                        follow!(self.give(machine, frame, value))
                    }
                    Instruction::Awaitable { place, dst, src } => {
                        let value = reading!(src);
                        match context!().awaitable(value, place) {
                            Ok(Outcome::Value(ready)) => frame.set(dst, ready),
                            asked => slow!(asked, Then::Check(dst, Must::AwaitIterator)),
                        }
                    }
                    Instruction::Delegate { dst, iterator } => {
                        // It stays at this instruction until the iterator has ended.
                        frame.next = next as Label - 1;
                        match self.delegate(machine, frame, dst, iterator)? {
                            Next::Go => continue 'frame,
                            rest => return Ok(rest),
                        }
                    }
                    Instruction::BeginHandler { exception } => {
                        let caught = Exception::of(&frame.registers[usize::from(exception)]);
                        let before = mem::replace(&mut frame.handled, caught);
                        frame.registers[usize::from(exception) + 1] =
                            before.map_or(Value::None, |exception| exception.value());
                    }
                    Instruction::EndHandler { exception } => {
                        end_handler(frame, exception);
                        bury!();
                    }
                    Instruction::ExceptionMatches { dst, exception, classes } => {
                        let classes = reading!(classes);
                        let value = &frame.registers[usize::from(exception)];
                        let matches = super::patterns::exception_matches(value, &classes)?;
                        frame.set(dst, Value::Bool(matches));
                    }
                    rare => {
                        frame.next = next as Label;
                        follow!(self.run_rare(machine, frame, &code, rare))
                    }
                }
            }
        }
    }
}

fn take_row(frame: &mut Frame, base: Register, count: u16) -> Vec<Value> {
    let base = usize::from(base);
    frame.registers[base..base + usize::from(count)].iter_mut().map(mem::take).collect()
}

/// What a comparison's result becomes: `==` and its like give what the method gives, `in` a truth.
fn comparison_result(operator: Comparison, dst: Register) -> Then {
    match operator {
        Comparison::In | Comparison::NotIn => Then::Truth { dst, negate: false },
        _ => Then::Store(dst),
    }
}
