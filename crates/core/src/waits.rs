//! `wait` and `as_completed`.

use crate::futures::Future;
use crate::machine::Machine;
use crate::program::Program;

pub(crate) struct Waiter<P: Program>(Future<P>);

impl<P: Program> Waiter<P> {
    pub(crate) fn one_done(&self, _machine: &mut Machine<P>, _future: &Future<P>) {}
    pub(crate) fn time_out(&self, _machine: &mut Machine<P>) {}
}
