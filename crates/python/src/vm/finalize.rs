//! Last words: `__del__`, the `finally` of generators that nobody will resume, and
//! coroutines that were never awaited.

use std::rc::Rc;

use super::frame::{Frame, Then};
use super::graves::{self, Grave};
use super::native::{Call, Resumption};
use super::{Loop, Next, Vm};
use crate::code::CodeKind;
use crate::object::generator::State;
use crate::object::{Exception, Generator, Instance};
use crate::types::names;
use crate::value::Value;

impl Vm {
    /// Runs what waits to be finalized, on top of the frame that let go of it.
    pub(crate) fn bury(&mut self, machine: &mut Loop, frame: &mut Box<Frame>) {
        machine.bury(self);
        while let Some(grave) = graves::next() {
            let entered = match grave {
                Grave::Instance(instance) => self.bury_instance(machine, frame, instance),
                Grave::Generator(generator) => self.bury_generator(machine, frame, generator),
                Grave::Call(call) => {
                    let what = call.function.clone();
                    self.call(machine, frame, *call, Then::Finalizer(what)).map(|_| true)
                }
            };
            match entered {
                // A finalizer runs now; the rest has its turn when that has ended.
                Ok(true) => return,
                Ok(false) => {}
                Err(exception) => self.report_unraisable(machine, &exception, &Value::None),
            }
        }
    }

    fn bury_instance(&mut self, machine: &mut Loop, frame: &mut Box<Frame>, instance: Instance) -> Result<bool, Exception> {
        let Some(del) = instance.with_class(|class| class.lookup(&names().del)) else { return Ok(false) };
        let object = Value::Instance(Rc::new(instance));
        let call = Call { function: del.clone(), arguments: vec![object], names: Vec::new() };
        self.call(machine, frame, call, Then::Finalizer(del))?;
        Ok(true)
    }

    fn bury_generator(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        generator: Generator,
    ) -> Result<bool, Exception> {
        let generator = Rc::new(generator);
        match (generator.kind, generator.state.get()) {
            (CodeKind::Coroutine, State::Created) => {
                generator.state.set(State::Closed);
                let left = generator.frame.borrow_mut().take();
                if generator.quiet.get() {
                    return Ok(false);
                }
                self.never_awaited(machine, frame, &generator)?;
                drop(left);
                Ok(true)
            }
            (CodeKind::AsyncGenerator, State::Suspended) if self.hand_to_loop(machine, &generator) => Ok(false),
            (_, State::Suspended) if needs_closing(&generator) => {
                let what = Value::Generator(generator.clone());
                let next =
                    self.resume_generator(machine, frame, &generator, Resumption::Close, Then::Finalizer(what))?;
                Ok(matches!(next, Next::Go))
            }
            _ => {
                generator.state.set(State::Closed);
                let left = generator.frame.borrow_mut().take();
                drop(left);
                Ok(false)
            }
        }
    }

    /// `RuntimeWarning: coroutine '…' was never awaited`
    fn never_awaited(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        generator: &Rc<Generator>,
    ) -> Result<(), Exception> {
        let message = format!("coroutine '{}' was never awaited", generator.qualname.borrow());
        let warn = self.prelude_function("warn_never_awaited");
        let call = Call { function: warn, arguments: vec![Value::string(message)], names: Vec::new() };
        self.call(machine, frame, call, Then::Finalizer(Value::Generator(generator.clone())))?;
        Ok(())
    }
}

/// It stands inside a `try` or `with`, or awaits something that may.
fn needs_closing(generator: &Generator) -> bool {
    let frame = generator.frame.borrow();
    let Some(frame) = frame.as_ref() else { return false };
    frame.native.is_some()
        || frame.function.code.handler(frame.at()).is_some()
        || frame.delegate().is_some()
}
