//! `sleep`.

use crate::event_loop::EventLoop;
use crate::events::{Call, Handle};
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Input, Program};

/// Waits for some seconds, then returns a value. Not a positive number of
/// seconds: one turn of the loop, and no timer.
pub struct Sleep<P: Program> {
    home: EventLoop,
    seconds: f64,
    value: Option<P::Value>,
    waits_for: Option<(Future<P>, Handle<P>)>,
}

impl<P: Program> Sleep<P> {
    /// A sleep on a loop.
    pub fn new(home: EventLoop, seconds: f64, value: P::Value) -> Self {
        Self { home, seconds, value: Some(value), waits_for: None }
    }
}

impl<P: Program> Coroutine<P> for Sleep<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match input {
            Input::Start if self.seconds <= 0.0 => Step::Pass,
            Input::Start => {
                let future = machine.create_future(self.home);
                let due = machine.after(self.seconds);
                let timer = machine.set_timer(self.home, due, Call::Wake(future.clone()));
                self.waits_for = Some((future.clone(), timer));
                Step::Await(future)
            }
            Input::Throw(exception) => {
                self.close(machine);
                Step::Raise(exception)
            }
            Input::Value(_) | Input::Done(_) | Input::Signalled(_) | Input::Continue => {
                self.close(machine);
                Step::Return(self.value.take().map_or(Output::Nothing, Output::Value))
            }
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Some((_, timer)) = self.waits_for.take() {
            timer.cancel(machine);
        }
    }
}
