//! `coroutine_wrapper`: what `coroutine.__await__()` gives to code that awaits by hand.
//! The machine itself looks through it, at the coroutine.

use std::rc::Rc;

use crate::object::{Generator, Instance, Payload};
use crate::types::types;
use crate::value::Value;

/// The coroutine inside.
struct Wrapper(Rc<Generator>);

/// What `coroutine.__await__()` gives.
pub(crate) fn wrapped(coroutine: Rc<Generator>) -> Value {
    let payload = Payload::Native(Box::new(Wrapper(coroutine)));
    Value::Instance(Rc::new(Instance::new(types().coroutine_wrapper.clone(), payload)))
}

/// The coroutine of a wrapper.
pub(crate) fn coroutine_of(instance: &Instance) -> Option<&Rc<Generator>> {
    instance.native::<Wrapper>().map(|wrapper| &wrapper.0)
}
