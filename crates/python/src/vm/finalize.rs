//! Last words: `__del__`, the `finally` of generators that nobody will resume, and
//! coroutines that were never awaited.

use std::rc::Rc;

use super::frame::{Frame, Then};
use super::graves::{self, Grave};
use super::native::{Call, Resumption};
use super::{Loop, Next, Vm};
use crate::code::{CodeKind, Label};
use crate::object::generator::{AsyncHooks, State};
use crate::object::{Exception, Generator, Instance};
use crate::traceback::frames::shown_place;
use crate::traceback::lines::{Detail, texts};
use crate::types::names;
use crate::value::Value;

impl Vm {
    /// Runs what the dead have to say, where no code of the program's is running.
    pub(crate) fn last_words(&mut self, machine: &mut Loop) {
        while self.state.asyncio.inside == 0 && graves::any() {
            let mut frame = self.spare_frame();
            if self.count_in(&frame).is_err() {
                return;
            }
            self.state.asyncio.inside += 1;
            if self.bury(machine, &mut frame) {
                self.run_to_end(machine, frame);
            } else {
                self.count_out(&frame);
                self.recycle(frame);
            }
            self.state.asyncio.inside -= 1;
        }
    }

    /// Runs what waits to be finalized, on top of the frame that let go of it. True if there is code to run.
    pub(crate) fn bury(&mut self, machine: &mut Loop, frame: &mut Box<Frame>) -> bool {
        loop {
            machine.bury(self);
            graves::join_in();
            let Some((grave, place)) = graves::next() else { return false };
            graves::hold(place.clone());
            let entered = match grave {
                Grave::Future(id) => {
                    machine.bury_claimed(self, id);
                    Ok(false)
                }
                Grave::Instance(instance) => self.bury_instance(machine, frame, instance),
                Grave::Generator(generator) => self.end_generator(machine, frame, Rc::new(generator), place),
                Grave::Ending(generator) => self.end_generator(machine, frame, generator, place),
                Grave::NeverAwaited(method, generator) => {
                    let message = format!(
                        "coroutine method '{method}' of '{}' was never awaited",
                        generator.qualname.borrow()
                    );
                    self.never_awaited(machine, frame, message, Value::None, place)
                }
                Grave::Call(call) => {
                    let what = call.function.clone();
                    self.call(machine, frame, *call, Then::Finalizer(what)).map(|_| true)
                }
            };
            match entered {
                // A finalizer runs now; the rest has its turn when that has ended.
                Ok(true) => return true,
                Ok(false) => {}
                Err(exception) => self.report_unraisable(machine, &exception, &Value::None),
            }
            graves::release();
        }
    }

    /// The same, after an instruction that has jumped: what died, died before the jump.
    pub(crate) fn bury_before_jump(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        next: Label,
        target: Label,
    ) {
        frame.next = next;
        self.died_here(frame);
        frame.next = target;
        self.bury(machine, frame);
    }

    /// Whoever has died and is not buried yet died where the frame is.
    pub(crate) fn died_here(&self, frame: &Frame) {
        if graves::any() {
            graves::died_at(|| shown_place(self, frame));
        }
    }

    fn bury_instance(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        instance: Instance,
    ) -> Result<bool, Exception> {
        let Some(del) = instance.with_class(|class| class.lookup(&names().del)) else { return Ok(false) };
        let object = Value::Instance(Rc::new(instance));
        let call = Call { function: del.clone(), arguments: vec![object], names: Vec::new() };
        self.call(machine, frame, call, Then::Finalizer(del))?;
        Ok(true)
    }

    fn end_generator(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        generator: Rc<Generator>,
        place: Value,
    ) -> Result<bool, Exception> {
        match (generator.kind, generator.state.get()) {
            (CodeKind::Coroutine, State::Created) => {
                // It is warned of once, and until it is gone it shows as one that has not begun.
                if generator.quiet.replace(true) {
                    generator.state.set(State::Closed);
                    return Ok(false);
                }
                // What it was called with dies after it.
                let mut message = format!("coroutine '{}' was never awaited", generator.qualname.borrow());
                let origin = generator.origin.lines();
                if !origin.is_empty() {
                    message += "\nCoroutine created at (most recent call last)\n";
                    let lines: Vec<_> = origin.iter().rev().cloned().collect();
                    message.extend(texts(&lines, Detail::Source));
                    message.truncate(message.trim_end_matches('\n').len());
                }
                self.never_awaited(machine, frame, message, Value::Generator(generator), place)
            }
            (_, State::Suspended) if needs_closing(&generator) => self.close(machine, frame, &generator),
            (_, State::Running) => Ok(false),
            _ => {
                generator.state.set(State::Closed);
                let left = generator.frame.borrow_mut().take();
                drop(left);
                Ok(false)
            }
        }
    }

    /// Closes one that is suspended; a loop that knows of it does so itself.
    fn close(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        generator: &Rc<Generator>,
    ) -> Result<bool, Exception> {
        if self.hand_to_loop(machine, generator) {
            return Ok(false);
        }
        // One that goes on in spite of it is not asked again.
        generator.hooks.set(AsyncHooks { finalized: true, ..generator.hooks.get() });
        let what = Value::Generator(generator.clone());
        let next =
            self.resume_generator(machine, frame, generator, Resumption::Close, Then::Finalizer(what))?;
        Ok(matches!(next, Next::Go))
    }

    /// A `RuntimeWarning` of something that was never awaited.
    fn never_awaited(
        &mut self,
        machine: &mut Loop,
        frame: &mut Box<Frame>,
        message: String,
        what: Value,
        place: Value,
    ) -> Result<bool, Exception> {
        let warn = self.prelude_function("warn_never_awaited");
        let place = if place.is_none() { shown_place(self, frame) } else { place };
        let call = Call { function: warn, arguments: vec![Value::string(message), place], names: Vec::new() };
        self.call(machine, frame, call, Then::Finalizer(what)).map(|_| true)
    }
}

/// It stands inside a `try` or `with`, or awaits something that may, or a loop may know of it.
fn needs_closing(generator: &Generator) -> bool {
    let frame = generator.frame.borrow();
    let Some(frame) = frame.as_ref().filter(|_| !generator.hooks.get().finalized) else { return false };
    generator.kind == CodeKind::AsyncGenerator
        || frame.native.is_some()
        || frame.function.code.handler(frame.at()).is_some()
        || frame.delegate().is_some()
}
