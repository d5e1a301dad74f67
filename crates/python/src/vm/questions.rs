//! What only the frame that calls can answer: its variables, itself, and running a text in
//! the place of its caller.

use std::rc::Rc;

use super::frame::{Frame, Then};
use super::raise::type_error;
use super::{Loop, Next, Vm};
use crate::builtins::functions::{FrameQuestion, dict_argument};
use crate::code::Code;
use crate::object::dict::sorted_list;
use crate::object::{Dict, Exception};
use crate::value::Value;

impl Vm {
    /// Answers a question about the innermost frame that is not the library's own.
    pub(crate) fn answer(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        question: FrameQuestion,
        then: Then,
    ) -> Result<Next, Exception> {
        let value = match question {
            FrameQuestion::Globals => Value::Dict(frame.function.globals.clone()),
            FrameQuestion::Locals => Value::Dict(locals_of(frame)),
            FrameQuestion::Names => {
                let mut names = Vec::new();
                locals_of(frame).add_names_to(&mut names);
                sorted_list(names)
            }
            FrameQuestion::Frame(depth) => {
                let mut here: Option<&Frame> = Some(frame);
                for _ in 0..depth {
                    here = here.and_then(|frame| frame.back.as_deref());
                }
                match here {
                    Some(frame) => crate::traceback::frames::snapshot(frame),
                    None => return Err(super::raise::value_error("call stack is not deep enough")),
                }
            }
            FrameQuestion::Caller => crate::traceback::frames::caller(self, frame),
            FrameQuestion::Run(code, scopes) => {
                let (globals, locals) = *scopes;
                let own_globals = match (&globals, dict_argument(&globals)) {
                    (Value::None, _) => frame.function.globals.clone(),
                    (_, Some(dict)) => dict,
                    (other, None) => {
                        let class = super::describe::class_name(other);
                        return Err(type_error(format!("globals must be a dict, not {class}")));
                    }
                };
                let namespace = match (&globals, &locals) {
                    (Value::None, Value::None) => Value::Dict(locals_of(frame)),
                    (_, Value::None) => Value::Dict(own_globals.clone()),
                    (_, locals) => locals.clone(),
                };
                if own_globals.get_name("__builtins__").is_none() {
                    own_globals.set_name("__builtins__", self.builtins_module());
                }
                if !matches!(globals, Value::None) {
                    super::cycles::note_globals(&own_globals);
                }
                let function = self.module_function(code, own_globals);
                let mut new = self.blank_frame(function);
                new.namespace = Some(namespace);
                return self.enter(frame, new, then);
            }
        };
        self.settle(machine, frame, then, value)
    }
}

/// A frame's variables: the namespace itself where that is a dict, else a dict made of registers.
pub(crate) fn locals_of(frame: &Frame) -> Rc<Dict> {
    let code = &frame.function.code;
    if let Some(names) = frame.names() {
        return names;
    }
    if code.kind == crate::code::CodeKind::Module {
        return frame.function.globals.clone();
    }
    named(code, &frame.registers)
}

/// The variables of a code's frame, by name.
pub(crate) fn named(code: &Code, values: &[Value]) -> Rc<Dict> {
    let dict = Rc::new(Dict::default());
    for (name, value) in code.locals.iter().zip(values) {
        let value = match value {
            Value::Cell(cell) => cell.get(),
            value => value.clone(),
        };
        if !value.is_unset() && !name.starts_with('.') {
            drop(dict.set_str(name, value));
        }
    }
    dict
}
