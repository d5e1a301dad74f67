//! `TaskGroup`.

use crate::futures::Future;
use crate::machine::Machine;
use crate::program::Program;

pub(crate) struct Group<P: Program>(Future<P>);

impl<P: Program> Group<P> {
    pub(crate) fn task_done(&self, _machine: &mut Machine<P>, _program: &mut P, _future: &Future<P>) {}
}
