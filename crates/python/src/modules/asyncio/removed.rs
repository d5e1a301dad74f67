//! The `loop` argument that asyncio's functions and classes took until Python 3.10.

use crate::value::Value;
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome};

/// If a loop is named, the call that warns of it and then calls the function, or the class's
/// `__init__`, without it.
pub(super) fn without_loop(cx: &Context<'_>, name: &str, arguments: Arguments<'_>) -> Option<Answer> {
    if !arguments.named().any(|(name, _)| name == "loop") {
        return None;
    }
    let function = cx.vm.state.asyncio.python.without_loop.clone();
    let mut values = vec![Value::str(name)];
    values.extend_from_slice(arguments.all());
    let names = arguments.names().to_vec();
    Some(Ok(Outcome::Call(Box::new(Call { function, arguments: values, names }))))
}
