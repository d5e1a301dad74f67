//! What every program stands on: builtins, and the library's prelude. A host that has time can have it made before
//! there is a program, which then begins that much sooner.

use interleave_core::Machine;

use crate::object::identity;
use crate::options::Options;
use crate::vm::program::Routine;
use crate::vm::{Vm, graves};

/// What a program stands on, which no program has seen. Values of two programs would meet on one thread: while there
/// is one, nothing of an earlier program may be left, and no other program may begin.
pub struct Groundwork(Option<Vm>);

impl Groundwork {
    /// Made anew.
    pub fn lay() -> Self {
        identity::restart();
        graves::open();
        crate::effort::forget();
        crate::number::digits::forget();
        crate::vm::cycles::forget_all();
        crate::object::text::forget_names();
        let mut vm = Vm::new(Options::default());
        // Nothing of this machine's is needed to define functions.
        let frame = vm.spare_frame();
        vm.load_prelude(&mut Machine::new(Routine::main(frame), interleave_core::Limits::default()));
        Self(Some(vm))
    }

    /// A machine for a program that is run with these options.
    pub(crate) fn with(mut self, options: &Options) -> Vm {
        let mut vm = self.0.take().unwrap_or_else(|| unreachable!("it is taken but once"));
        vm.set_options(options);
        vm
    }
}

impl Drop for Groundwork {
    fn drop(&mut self) {
        if let Some(vm) = &mut self.0 {
            graves::close();
            vm.dissolve();
        }
    }
}
