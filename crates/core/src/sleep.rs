//! `sleep`.

use crate::event_loop::EventLoop;
use crate::futures::Future;
use crate::machine::Machine;
use crate::native::{Coroutine, Output, Step};
use crate::program::{Input, Program, Raised};

/// Waits for some seconds, then returns a value. Not a positive number of
/// seconds: one turn of the loop, and no timer.
pub struct Sleep<P: Program> {
    home: EventLoop,
    seconds: f64,
    value: P::Value,
    nap: Option<Future<P>>,
}

impl<P: Program> Sleep<P> {
    /// A sleep on a loop.
    pub fn new(home: EventLoop, seconds: f64, value: P::Value) -> Self {
        Self { home, seconds, value, nap: None }
    }
}

impl<P: Program> Coroutine<P> for Sleep<P> {
    fn resume(&mut self, machine: &mut Machine<P>, input: Input<P>) -> Step<P> {
        match input {
            Input::Start if self.seconds <= 0.0 => Step::Pass,
            Input::Start if self.seconds.is_nan() => {
                Step::Raise(P::raise(Raised::Value("Invalid delay: NaN (not a number)".to_owned())))
            }
            Input::Start => {
                let due = machine.after(self.seconds);
                let nap = Future::nap(machine, self.home, due, self.value.clone());
                self.nap = Some(nap.clone());
                Step::Await(nap)
            }
            Input::Throw(exception) => {
                self.close(machine);
                Step::Raise(exception)
            }
            Input::Value(_) | Input::Done(_) | Input::Signalled(_) | Input::Answer(_) | Input::Continue => {
                self.close(machine);
                Step::Return(Output::Value(self.value.clone()))
            }
        }
    }

    fn close(&mut self, machine: &mut Machine<P>) {
        if let Some(nap) = self.nap.take() {
            nap.end_nap(machine);
        }
    }
}
