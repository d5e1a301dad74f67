//! Calls: sorting arguments to parameters, and making the frame that runs.

use std::rc::Rc;

use super::Vm;
use super::frame::{Frame, Then};
use super::native::Arguments;
use super::raise::type_error;
use super::signature::{self, Signature};
use crate::code::{BEFORE, Code, CodeKind};
use crate::object::{Dict, Exception, Function, Generator};
use crate::value::{Str, Value};

impl Vm {
    /// A frame for a function, its arguments in place.
    pub(crate) fn frame_for(
        &mut self,
        function: &Rc<Function>,
        first: Option<&Value>,
        arguments: Arguments<'_>,
    ) -> Result<Box<Frame>, Exception> {
        let mut frame = self.blank_frame(function.clone());
        let code = &function.code;
        let positional = arguments.positional();
        let given = positional.len() + usize::from(first.is_some());
        let simple = arguments.names().is_empty() && code.parameters.are(given);
        if simple {
            let values = first.into_iter().chain(positional);
            for (slot, value) in frame.registers.iter_mut().zip(values) {
                *slot = value.clone();
            }
        } else {
            bind(function, &mut frame.registers, first, arguments)
                .map_err(|error| signature::complaint_of_c(function, first, arguments).unwrap_or(error))?;
        }
        Ok(frame)
    }

    /// A frame whose parameters are still to be filled in.
    pub(crate) fn blank_frame(&mut self, function: Rc<Function>) -> Box<Frame> {
        let code: &Code = &function.code;
        let count = usize::from(code.registers);
        let mut frame = match self.pool.pop() {
            Some(mut frame) => {
                frame.registers.resize_with(count, Value::default);
                frame.function = function;
                frame.next = 0;
                frame
            }
            None => Box::new(Frame {
                registers: vec![Value::Unset; count],
                function,
                next: 0,
                raised_at: BEFORE,
                namespace: None,
                back: None,
                then: Then::Root,
                generator: None,
                handled: None,
                passed_over: false,
                remains: None,
                native: None,
            }),
        };
        let Frame { function, registers, .. } = &mut *frame;
        for (register, cell) in function.code.free.iter().zip(&function.closure) {
            registers[usize::from(*register)] = Value::Cell(cell.clone());
        }
        frame
    }

    /// What is left in the place of a frame that has been set aside, and is never run: it has no registers.
    pub(super) fn stand_in(&mut self) -> Box<Frame> {
        self.stand_in.take().unwrap_or_else(|| {
            let mut frame = self.spare_frame();
            frame.registers = Vec::new();
            frame
        })
    }

    /// A frame that has ended, to be used again. Its registers are let go of in order, and then its function, which
    /// may be the last to hold what encloses it.
    pub(crate) fn recycle(&mut self, mut frame: Box<Frame>) {
        let is_stand_in = frame.registers.is_empty() && Rc::ptr_eq(&frame.function, &self.relay_function);
        if self.pool.len() >= 64 && !is_stand_in {
            return;
        }
        frame.registers.clear();
        if !is_stand_in {
            frame.function = self.relay_function.clone();
        }
        frame.namespace = None;
        frame.generator = None;
        frame.handled = None;
        frame.passed_over = false;
        frame.native = None;
        frame.remains = None;
        frame.set_then(Then::Root);
        if is_stand_in {
            self.stand_in = Some(frame);
        } else {
            self.pool.push(frame);
        }
    }

    /// A generator or coroutine of a frame that has not begun.
    pub(crate) fn suspended(&mut self, frame: Box<Frame>) -> Value {
        let function = &frame.function;
        let (kind, name, qualname) =
            (function.code.kind, function.name.borrow().clone(), function.qualname.borrow().clone());
        let awaitable = kind == CodeKind::Generator && function.awaitable.get();
        let generator = Rc::new(Generator::new(kind, name, qualname, frame));
        generator.quiet.set(awaitable);
        super::cycles::note_generator(&generator);
        Value::Generator(generator)
    }
}

/// Whether calling it gives a generator or coroutine instead of running it.
pub(crate) fn is_resumable(kind: CodeKind) -> bool {
    matches!(kind, CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator)
}

fn bind(
    function: &Function,
    registers: &mut [Value],
    first: Option<&Value>,
    arguments: Arguments<'_>,
) -> Result<(), Exception> {
    let code = &function.code;
    let parameters = &code.parameters;
    let positional_count = usize::from(parameters.positional);
    let named_count = positional_count + usize::from(parameters.keyword_only);
    let given = arguments.positional().len() + usize::from(first.is_some());
    let values = first.into_iter().chain(arguments.positional());
    let mut extra = Vec::new();
    for (index, value) in values.enumerate() {
        if index < positional_count {
            registers[index] = value.clone();
        } else {
            extra.push(value.clone());
        }
    }
    let mut next = named_count;
    let too_many = !extra.is_empty() && !parameters.rest;
    if parameters.rest {
        registers[next] = Value::tuple(extra);
        next += 1;
    }
    let mut others = None;
    if parameters.keywords {
        let dict = Rc::new(Dict::default());
        registers[next] = Value::Dict(dict.clone());
        others = Some(dict);
    }
    let mut misplaced = Vec::new();
    for (name, value) in arguments.named() {
        let from = usize::from(parameters.positional_only);
        let found = code.locals[from..named_count].iter().position(|local| local == name).map(|at| at + from);
        match (found, &others) {
            (Some(index), _) if registers[index].is_unset() => registers[index] = value.clone(),
            (Some(_), _) => {
                return Err(complaint(function, |signature| signature.twice(name)));
            }
            (None, Some(others)) => {
                let name = crate::object::text::intern_str(name);
                drop(others.set_str(&name, value.clone()));
            }
            (None, None) if code.locals[..from].contains(name) => misplaced.push(name.clone()),
            (None, None) => return Err(complaint(function, |signature| signature.unexpected(name, from))),
        }
    }
    if !misplaced.is_empty() {
        let names: Vec<&str> = misplaced.iter().map(Str::as_str).collect();
        return Err(type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            function.qualname.borrow(),
            names.join(", ")
        )));
    }
    if too_many {
        let keyword_given = registers[positional_count..named_count].iter().filter(|value| !value.is_unset());
        let keyword_given = keyword_given.count();
        return Err(complaint(function, |signature| signature.too_many(given, keyword_given)));
    }
    fill_defaults(function, registers)
}

/// Puts defaults in place of what was not given.
fn fill_defaults(function: &Function, registers: &mut [Value]) -> Result<(), Exception> {
    let parameters = &function.code.parameters;
    let positional = usize::from(parameters.positional);
    let defaults = function.defaults.borrow().clone();
    let defaults = defaults.as_ref().map_or(&[] as &[Value], |defaults| defaults);
    let required = positional.saturating_sub(defaults.len());
    let missing: Vec<usize> = (0..required).filter(|index| registers[*index].is_unset()).collect();
    if !missing.is_empty() {
        return Err(complaint(function, |signature| signature.missing(&missing, "positional")));
    }
    let surplus = defaults.len().saturating_sub(positional);
    for (slot, default) in registers[required..positional].iter_mut().zip(&defaults[surplus..]) {
        if slot.is_unset() {
            *slot = default.clone();
        }
    }
    let keyword_defaults = function.keyword_defaults.borrow().clone();
    let mut missing = Vec::new();
    let places = registers.iter_mut().enumerate().skip(positional).take(usize::from(parameters.keyword_only));
    for (index, place) in places.filter(|(_, place)| place.is_unset()) {
        match keyword_defaults.as_ref().and_then(|dict| dict.get_str(&function.code.locals[index])) {
            Some(default) => *place = default,
            None => missing.push(index),
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(complaint(function, |signature| signature.missing(&missing, "keyword-only")))
    }
}

/// What a function says of arguments that don't fit.
fn complaint(function: &Function, say: impl FnOnce(&Signature<'_>) -> Exception) -> Exception {
    let parameters = &function.code.parameters;
    let positional = usize::from(parameters.positional);
    let named = positional + usize::from(parameters.keyword_only);
    let names: Vec<&str> = function.code.locals[..named].iter().map(Str::as_str).collect();
    let defaults = function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.len());
    say(&Signature { qualname: &function.qualname.borrow(), names: &names, positional, defaults })
}
