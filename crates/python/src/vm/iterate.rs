//! Iterating: getting iterators, their next items, and unpacking.

use std::rc::Rc;

use super::describe::{error_name, with_class};
use super::frame::{Frame, Then};
use super::native::{Answer, Call, Context, Outcome, Resumption};
use super::raise::{runtime_error, type_error, value_error};
use super::{Loop, Next, Vm};
use crate::builtins::collections::{MOST_ITEMS, not_iterable};
use crate::builtins::coroutine_wrapper;
use crate::code::{AwaitPlace, CodeKind, Label, Register};
use crate::effort;
use crate::modules::matches::is_match;
use crate::object::iter::{DictPart, DictWalk, Walk, WalkError};
use crate::object::{Exception, Iter, Payload};
use crate::types::names;
use crate::value::Value;

impl From<WalkError> for Exception {
    fn from(error: WalkError) -> Self {
        match error {
            WalkError::Changed(message) => runtime_error(message),
            WalkError::Uneven(message) => value_error(message),
        }
    }
}

/// A builtin collection's iterator.
pub(crate) fn builtin_iter(value: &Value) -> Option<Rc<Iter>> {
    let walk = match value {
        Value::List(list) => Walk::List(list.clone(), 0),
        Value::Tuple(tuple) if tuple.class().is_builtin || !has_own_iter(value) => {
            Walk::Tuple(tuple.clone(), 0)
        }
        Value::Range(range) => range.walk(),
        Value::Str(text) => Walk::Text(text.clone(), 0),
        Value::Bytes(bytes) => Walk::Bytes(bytes.clone(), 0),
        Value::Dict(dict) => Walk::Dict(DictWalk::new(dict.clone(), DictPart::Keys, false)),
        Value::Set(set) => Walk::Set { set: set.clone(), place: 0, size: set.len(), left: set.len() },
        Value::Iter(iter) => return Some(iter.clone()),
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) if !has_own_iter(value) => return builtin_iter(inner),
            native if native.is_native() => return crate::builtins::views::iter(instance),
            _ => return None,
        },
        _ => return None,
    };
    Some(Iter::new(walk))
}

/// `__iter__` in Python.
fn has_own_iter(value: &Value) -> bool {
    with_class(value, |class| {
        class.lookup(&names().iter).is_some_and(|iter| !matches!(iter, Value::Native(_)))
    })
}

/// All items of a builtin collection, without running code; nothing if code has to be run, or if there are
/// so many that they had better be walked over one by one.
pub(crate) fn known_items(value: &Value) -> Option<Vec<Value>> {
    let items = match value {
        Value::List(list) => list.to_vec(),
        Value::Tuple(tuple) if tuple.class().is_builtin => tuple.to_vec(),
        Value::Set(set) => set.keys(),
        Value::Dict(dict) => dict.keys(),
        _ => {
            let iter = builtin_iter(value)?;
            let expected = iter.length_hint();
            if expected > MOST_ITEMS {
                return None;
            }
            let mut items = Vec::with_capacity(expected);
            while let Some(item) = iter.next().ok()? {
                items.push(item);
            }
            items
        }
    };
    effort::spend_length(items.len(), 0);
    Some(items)
}

pub(crate) fn is_iterator(value: &Value) -> bool {
    match value {
        Value::Iter(_) => true,
        Value::Generator(generator) => generator.kind == CodeKind::Generator,
        _ => with_class(value, |class| class.lookup(&names().next).is_some()),
    }
}

/// Whether its items can be asked for one after the other. A match's groups are none, though they have numbers.
fn goes_by_index(value: &Value) -> bool {
    !is_match(value) && with_class(value, |class| class.lookup(&names().getitem)).is_some()
}

/// Whether `await` and `yield from` can run it.
pub(crate) fn can_delegate(value: &Value) -> bool {
    match value {
        Value::Generator(generator) => generator.kind != CodeKind::AsyncGenerator,
        Value::Instance(instance) if crate::builtins::async_generator::step_of(instance).is_some() => true,
        Value::Instance(instance) if crate::modules::asyncio::future_of(instance).is_some() => true,
        _ => is_iterator(value),
    }
}

impl Context<'_> {
    /// `iter(value)`; what a method gives has still to be checked.
    pub(crate) fn iterate(&mut self, value: Value) -> Answer {
        if let Some(iter) = builtin_iter(&value) {
            return Ok(Outcome::Value(Value::Iter(iter)));
        }
        if let Value::Generator(generator) = &value
            && generator.kind == CodeKind::Generator
        {
            return Ok(Outcome::Value(value));
        }
        match super::attributes::special(&value, &names().iter) {
            // Said not to be iterable, items by index or not.
            Some(Value::None) => {}
            Some(iter) => return Ok(Outcome::call(iter, Vec::new())),
            None if goes_by_index(&value) => {
                return self.prelude("iterate_by_index", vec![value]);
            }
            None => {}
        }
        Err(not_iterable(&value))
    }

    /// `count` items, as a list for `Then::Unpack`; with `after`, a list of the rest between.
    pub(crate) fn unpack(&mut self, value: Value, count: u16, after: Option<u16>) -> Answer {
        let Some(items) = known_items(&value) else {
            let is_generator = matches!(&value, Value::Generator(one) if one.kind == CodeKind::Generator);
            if !is_generator
                && super::attributes::special(&value, &names().iter).is_none()
                && !goes_by_index(&value)
            {
                return Err(type_error(format!("cannot unpack non-iterable {} object", error_name(&value))));
            }
            let count = Value::int(i64::from(count));
            return match after {
                Some(after) => self.prelude("unpack_rest", vec![value, count, Value::int(i64::from(after))]),
                None => self.prelude("unpack", vec![value, count]),
            };
        };
        unpacked(items, usize::from(count), after.map(usize::from)).map(Outcome::Value)
    }

    /// `aiter(value)`
    pub(crate) fn async_iterate(&mut self, value: Value) -> Answer {
        if let Value::Generator(generator) = &value
            && generator.kind == CodeKind::AsyncGenerator
        {
            return Ok(Outcome::Value(value));
        }
        match super::attributes::special(&value, &names().aiter) {
            Some(aiter) => self.prelude("async_iterate", vec![value, aiter]),
            None => Err(type_error(format!(
                "'async for' requires an object with __aiter__ method, got {}",
                error_name(&value)
            ))),
        }
    }

    /// What `__anext__` gives, ready for `Delegate`.
    pub(crate) fn async_next(&mut self, iterator: Value) -> Answer {
        if let Value::Generator(generator) = &iterator
            && generator.kind == CodeKind::AsyncGenerator
        {
            let step = crate::builtins::async_generator::asend(generator.clone(), Value::None);
            return Ok(Outcome::Value(step));
        }
        match super::attributes::special(&iterator, &names().anext) {
            Some(anext) => self.prelude("async_next", vec![anext]),
            None => Err(type_error(format!(
                "'async for' requires an iterator with __anext__ method, got {}",
                error_name(&iterator)
            ))),
        }
    }

    /// What `await` runs.
    pub(crate) fn awaitable(&mut self, value: Value, place: AwaitPlace) -> Answer {
        match &value {
            Value::Generator(generator) if generator.kind == CodeKind::Coroutine => {
                if generator.delegate().is_some()
                    && generator.state.get() == crate::object::generator::State::Suspended
                {
                    return Err(runtime_error("coroutine is being awaited already"));
                }
                return Ok(Outcome::Value(value));
            }
            Value::Generator(generator) if generator.kind == CodeKind::Generator && generator.quiet.get() => {
                return Ok(Outcome::Value(value));
            }
            Value::Instance(instance)
                if crate::modules::asyncio::future_of(instance).is_some()
                    || crate::builtins::async_generator::step_of(instance).is_some() =>
            {
                return Ok(Outcome::Value(value));
            }
            _ => {}
        }
        match super::attributes::special(&value, &names().await_) {
            Some(method) => Ok(Outcome::call(method, Vec::new())),
            None => {
                let class = error_name(&value);
                Err(type_error(match place {
                    AwaitPlace::Expression => format!("object {class} can't be used in 'await' expression"),
                    AwaitPlace::AsyncEnter => {
                        format!(
                            "'async with' received an object from __aenter__ that does not implement __await__: {class}"
                        )
                    }
                    AwaitPlace::AsyncExit => {
                        format!(
                            "'async with' received an object from __aexit__ that does not implement __await__: {class}"
                        )
                    }
                    AwaitPlace::AsyncNext => {
                        format!("'async for' received an invalid object from __anext__: {class}")
                    }
                }))
            }
        }
    }

    /// What `yield from` runs.
    pub(crate) fn delegate_iterator(&mut self, value: Value, takes_coroutines: bool) -> Answer {
        match &value {
            Value::Generator(generator) if generator.kind == CodeKind::Coroutine && !takes_coroutines => {
                Err(type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"))
            }
            Value::Generator(generator) if generator.kind != CodeKind::AsyncGenerator => {
                Ok(Outcome::Value(value))
            }
            Value::Instance(instance) if let Some(coroutine) = coroutine_wrapper::coroutine_of(instance) => {
                Ok(Outcome::Value(Value::Generator(coroutine.clone())))
            }
            Value::Instance(instance) if crate::modules::asyncio::future_of(instance).is_some() => {
                Ok(Outcome::Value(value))
            }
            _ => self.iterate(value),
        }
    }
}

/// Items sorted into places: `before` singly, the rest as a list, `after` singly.
pub(crate) fn unpacked(
    mut items: Vec<Value>,
    before: usize,
    after: Option<usize>,
) -> Result<Value, Exception> {
    let given = items.len();
    match after {
        None if given == before => Ok(Value::list(items)),
        None if given < before => {
            Err(value_error(format!("not enough values to unpack (expected {before}, got {given})")))
        }
        None => Err(value_error(format!("too many values to unpack (expected {before})"))),
        Some(after) if given < before + after => Err(value_error(format!(
            "not enough values to unpack (expected at least {}, got {given})",
            before + after
        ))),
        Some(after) => {
            let last = items.split_off(given - after);
            let rest = items.split_off(before);
            items.push(Value::list(rest));
            items.extend(last);
            Ok(Value::list(items))
        }
    }
}

impl Vm {
    /// The next item of a `for` over what is no builtin iterator.
    pub(crate) fn next_item(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        dst: Register,
        iterator: Register,
        end: Label,
    ) -> Result<Next, Exception> {
        let then = Then::Next { dst, iterator, end };
        if let Value::Generator(generator) = &frame.registers[usize::from(iterator)] {
            let generator = generator.clone();
            return self.resume_generator(machine, frame, &generator, Resumption::Send(Value::None), then);
        }
        let value = frame.registers[usize::from(iterator)].clone();
        let Some(function) = super::attributes::special(&value, &names().next) else {
            return Err(type_error(format!("'{}' object is not an iterator", error_name(&value))));
        };
        let here: *const Frame = &raw const **frame;
        let call = Call { function, arguments: Vec::new(), names: Vec::new() };
        match self.call(machine, frame, call, then) {
            // A native `__next__` has no frame that could end the loop.
            Err(exception)
                if exception.is_a(&crate::types::types().stop_iteration)
                    && std::ptr::eq(here, &raw const **frame) =>
            {
                frame.registers[usize::from(iterator)] = Value::Unset;
                frame.next = end;
                Ok(Next::Go)
            }
            other => other,
        }
    }
}
