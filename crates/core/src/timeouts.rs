//! `timeout`, `timeout_at`, `wait_for`.

use crate::futures::Future;
use crate::machine::Machine;
use crate::program::Program;

pub(crate) struct TimeoutNode<P: Program>(Future<P>);

impl<P: Program> TimeoutNode<P> {
    pub(crate) fn fire(&self, _machine: &mut Machine<P>) {}
}
