//! What a machine does before and after the program: loading the prelude, and calls
//! that are not the program's own.

use std::rc::Rc;

use super::frame::Then;
use super::native::Call;
use super::{Loop, Next, Rest, Vm};
use crate::modules;
use crate::object::{Dict, Exception, Module};
use crate::value::{Value, intern};

/// The prelude: what natives hand over to. Its texts share one namespace, where natives
/// find a function by its name alone and one text the functions of another; the order is
/// that of what they need while they load. An error is never raised there inside an
/// `except`, so that it gets no context that the program does not know of.
const PRELUDE: &[&str] = &[
    "_prelude.operators",
    "_prelude.language",
    "_prelude.exceptions",
    "_prelude.builtins",
    "_prelude.keyed",
    "_prelude.sequences",
    "_prelude.iteration",
    "_prelude.modules",
];

impl Vm {
    /// Runs the texts of the prelude, which only define functions.
    pub(crate) fn load_prelude(&mut self, machine: &mut Loop) {
        let namespace: Rc<Dict> = Rc::default();
        namespace.set_name("__name__", Value::name("_prelude"));
        self.prelude = namespace.clone();
        for code in PRELUDE.iter().filter_map(|name| modules::shelf::code(name)) {
            let function = self.module_function(code, namespace.clone());
            let frame = self.blank_frame(function);
            self.depth = 0;
            if let Rest::Raised(exception) = self.run(machine, frame) {
                unreachable!("the prelude raised {}", exception.class().name());
            }
        }
        // The main module's frame comes next.
        self.depth = 1;
    }

    /// Calls a function of the prelude's outside of any code of the program's. Nobody has a turn while it sleeps.
    /// What it raises is reported; nothing comes back then, or if a limit is reached, of which the host hears.
    pub(crate) fn call_prelude(
        &mut self,
        machine: &mut Loop,
        name: &str,
        arguments: Vec<Value>,
    ) -> Option<Value> {
        let function = self.prelude_function(name);
        let rest = self.run_call(machine, function, arguments);
        match self.sleep_through(machine, rest) {
            Rest::Returned(value) => Some(value),
            Rest::Raised(exception) => {
                self.report_unraisable(machine, &exception, &Value::None);
                None
            }
            Rest::Yielded(_) | Rest::Blocks(..) | Rest::Slice(_) => None,
        }
    }

    /// Tells why the main thread's code ends, which says what the program's exit code is.
    pub(crate) fn tell_why(&mut self, machine: &mut Loop, exception: &Exception) {
        let grant = self.suspend_grant();
        let code = self.call_prelude(machine, "tell_why", vec![exception.value()]);
        self.resume_grant(&grant);
        let Some(Value::Int(code, _)) = code else { return self.exit = 1 };
        self.exit = i32::try_from(code & 0xff).unwrap_or(1);
    }

    /// Calls a function outside of any code of the program's.
    pub(crate) fn run_call(&mut self, machine: &mut Loop, function: Value, arguments: Vec<Value>) -> Rest {
        let mut frame = self.spare_frame();
        let call = Call { function, arguments, names: Vec::new() };
        match self.call(machine, &mut frame, call, Then::Store(0)) {
            Ok(Next::Go) => self.run(machine, frame),
            Ok(Next::Blocks(block)) => Rest::Blocks(block, frame),
            Ok(Next::Slice) => Rest::Slice(frame),
            Ok(Next::Ended(rest)) => rest,
            Err(exception) => self.raise_in(machine, frame, exception),
        }
    }

    fn raise_in(
        &mut self,
        machine: &mut Loop,
        mut frame: Box<super::frame::Frame>,
        exception: Exception,
    ) -> Rest {
        match self.unwind(machine, &mut frame, exception) {
            Next::Ended(rest) => rest,
            _ => self.run(machine, frame),
        }
    }

    /// Nobody can look at the program any more: modules, and all that leads back to itself, let go of what they hold,
    /// so that nothing of the program is left.
    pub(crate) fn dissolve(&mut self) {
        super::cycles::cut_all();
        let namespaces = self.modules.clear().into_iter().filter_map(|entry| match entry.value {
            Value::Module(module) => Some(module.namespace.clone()),
            _ => None,
        });
        let all: Vec<_> = namespaces.chain([self.builtins.clone(), self.prelude.clone()]).collect();
        all.iter().for_each(|namespace| drop(namespace.clear()));
    }

    /// The module `builtins`.
    pub(crate) fn builtins_module(&self) -> Value {
        Value::Module(Rc::new(Module { namespace: self.builtins.clone(), id: Default::default() }))
    }

    /// A module that has been imported.
    pub(crate) fn module(&self, name: &str) -> Option<Value> {
        self.modules.get_str(&intern(name))
    }
}
