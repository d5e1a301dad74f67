//! Methods that the program has put in place of the library's. Where CPython's library calls such a one,
//! a version in Python (`library/asyncio`) does what is native otherwise.

use super::Python;
use crate::types::names;
use crate::value::{Str, Value};
use crate::vm::native::{Answer, Context, Outcome};

/// What is native, and calls methods by their names in its version in Python.
#[derive(Clone, Copy)]
pub(super) enum Caller {
    Enter,
    Leave,
    EnterBarrier,
    Wait,
    Notify,
    NotifyAll,
    Put,
    Get,
}

/// The state of the last class, for each caller, whose methods were seen to be the library's.
pub(super) type Seen = [Option<u32>; 8];

impl Caller {
    fn has_overridden(self, object: &Value) -> bool {
        let names = names();
        let is_overridden = |name| is_overridden(object, name);
        match self {
            Self::Enter => is_overridden(&names.acquire),
            Self::Leave => is_overridden(&names.release),
            Self::EnterBarrier => is_overridden(&names.wait),
            Self::Wait => [&names.locked, &names.release, &names.acquire].into_iter().any(is_overridden),
            Self::Notify => is_overridden(&names.locked),
            Self::NotifyAll => [&names.notify, &names.locked].into_iter().any(is_overridden),
            Self::Put => is_overridden(&names.put_nowait),
            Self::Get => is_overridden(&names.get_nowait),
        }
    }

    fn version(self, python: &Python) -> &Value {
        match self {
            Self::Enter => &python.enter_by_methods,
            Self::Leave => &python.leave_by_methods,
            Self::EnterBarrier => &python.enter_barrier_by_methods,
            Self::Wait => &python.wait_by_methods,
            Self::Notify => &python.notify_by_methods,
            Self::NotifyAll => &python.notify_all_by_methods,
            Self::Put => &python.put_by_methods,
            Self::Get => &python.get_by_methods,
        }
    }
}

/// A call of the version that calls the object's methods by their names; nothing if those are the library's own.
pub(super) fn call(
    cx: &mut Context<'_>,
    caller: Caller,
    object: &Value,
    argument: Option<&Value>,
) -> Option<Answer> {
    let Value::Instance(instance) = object else { return None };
    let class = instance.attributes().is_none().then(|| instance.with_class(|class| class.version()));
    let seen = &mut cx.vm.state.asyncio.unchanged[caller as usize];
    if class.is_some() && *seen == class {
        return None;
    }
    if !caller.has_overridden(object) {
        if class.is_some() {
            *seen = class;
        }
        return None;
    }
    let version = caller.version(&cx.vm.state.asyncio.python).clone();
    Some(Ok(Outcome::call(version, [object].into_iter().chain(argument).cloned().collect())))
}

/// What is found under this name is the program's: in the object, in its class, or put into the library's class.
fn is_overridden(object: &Value, name: &Str) -> bool {
    let Value::Instance(instance) = object else { return false };
    let found = instance.get(name).or_else(|| instance.with_class(|class| class.lookup(name)));
    found.is_some_and(|found| !is_of_library(&found))
}

fn is_of_library(method: &Value) -> bool {
    match method {
        Value::Native(_) => true,
        Value::Function(function) => function.code.source.is_library,
        Value::Method(method) => is_of_library(&method.function),
        _ => false,
    }
}
