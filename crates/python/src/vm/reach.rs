//! What a program still leads to when it is over: by way of values, and of what the event loop keeps for it. Library
//! modules are no part of that, and neither is what only they lead to.

use std::collections::BTreeSet;
use std::rc::Rc;

use interleave_core::{EventLoop, Future, Kept};
use interleave_trace::FutureId;

use super::cycles::{address, for_each_child};
use super::program::Routine;
use super::{Loop, Vm};
use crate::modules::asyncio::keeping;
use crate::object::Dict;
use crate::value::Value;

/// All that was reached.
pub(crate) struct Reach<'a> {
    main: &'a Rc<Dict>,
    values: BTreeSet<usize>,
    futures: BTreeSet<FutureId>,
    loops: BTreeSet<EventLoop>,
    ahead: Vec<Ahead>,
}

/// Something that leads on.
pub(crate) enum Ahead {
    Value(Value),
    Future(Future<Vm>),
    Loop(EventLoop),
}

impl<'a> Reach<'a> {
    /// All that these lead to, in a program whose main module has these names.
    pub(crate) fn from(machine: &Loop, main: &'a Rc<Dict>, ahead: Vec<Ahead>) -> Self {
        let (values, futures, loops) = Default::default();
        let mut reach = Self { main, values, futures, loops, ahead };
        while let Some(next) = reach.ahead.pop() {
            match next {
                Ahead::Value(value) => reach.pass(&value),
                Ahead::Future(future) => {
                    if reach.futures.insert(future.id()) {
                        reach.ahead.push(Ahead::Value(future.face().coroutine()));
                        future.each_kept(&mut |kept| reach.keep(kept));
                    }
                }
                Ahead::Loop(home) => {
                    if reach.loops.insert(home) {
                        machine.each_kept_by(home, &mut |kept| reach.keep(kept));
                    }
                }
            }
        }
        reach
    }

    /// Whether it has come to this future.
    pub(crate) fn has(&self, future: &Future<Vm>) -> bool {
        self.futures.contains(&future.id())
    }

    /// Whether it has come to the names of the main module.
    pub(crate) fn has_main(&self) -> bool {
        address(&Value::Dict(self.main.clone())).is_some_and(|main| self.values.contains(&main))
    }

    /// The loops that it has come to.
    pub(crate) fn loops(&self) -> &BTreeSet<EventLoop> {
        &self.loops
    }

    fn keep(&mut self, kept: Kept<'_, Vm>) {
        match kept {
            Kept::Future(future) => self.ahead.push(Ahead::Future(future.clone())),
            Kept::Code(routine) => self.keep_code(routine),
        }
    }

    fn keep_code(&mut self, routine: &Routine) {
        routine.each_value(|value| self.ahead.push(Ahead::Value(value.clone())));
    }

    fn pass(&mut self, value: &Value) {
        if matches!(value, Value::Module(_)) || !address(value).is_some_and(|place| self.values.insert(place))
        {
            return;
        }
        let of_library = match value {
            Value::Function(function) if !Rc::ptr_eq(&function.globals, self.main) => Some(&function.globals),
            _ => None,
        };
        for_each_child(value, &mut |child| {
            let is_library = |names| matches!(child, Value::Dict(dict) if Rc::ptr_eq(dict, names));
            if !of_library.is_some_and(is_library) {
                self.ahead.push(Ahead::Value(child.clone()));
            }
        });
        keeping::each_kept(value, &mut |next| self.ahead.push(next));
    }
}
