//! What a machine does before and after the program: loading the prelude, and calls
//! that are not the program's own.

use std::rc::Rc;

use super::frame::Then;
use super::native::Call;
use super::{Loop, Next, Rest, Vm};
use crate::modules;
use crate::object::{Dict, Exception, Module};
use crate::value::{Value, intern};

impl Vm {
    /// Runs the text of the prelude, which only defines functions.
    pub(crate) fn load_prelude(&mut self, machine: &mut Loop) {
        let Some(code) = modules::library_code("_prelude") else { return };
        let namespace: Rc<Dict> = Rc::default();
        namespace.set_name("__name__", Value::name("_prelude"));
        self.prelude = namespace.clone();
        let function = self.module_function(code, namespace);
        let frame = self.blank_frame(function);
        self.depth = 0;
        if let Rest::Raised(exception) = self.run(machine, frame) {
            unreachable!("the prelude raised {:?}", exception.args());
        }
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

    fn raise_in(&mut self, machine: &mut Loop, mut frame: Box<super::frame::Frame>, exception: Exception) -> Rest {
        match self.unwind(machine, &mut frame, exception) {
            Next::Ended(rest) => rest,
            _ => self.run(machine, frame),
        }
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
