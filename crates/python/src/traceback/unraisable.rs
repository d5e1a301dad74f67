//! Exceptions that nobody can catch: in finalizers and callbacks of the machine's. They are reported on
//! standard error, by simpler rules than others: no marks, no chain, no notes.

use super::lines::{self, Detail};
use super::render;
use crate::builtins::exception_texts::text_or_class;
use crate::object::Exception;
use crate::value::Value;
use crate::vm::native::Context;
use crate::vm::{Loop, Vm};

impl Vm {
    /// `Exception ignored in: …`
    pub(crate) fn report_unraisable(&mut self, machine: &mut Loop, exception: &Exception, what: &Value) {
        let cx = &mut Context { vm: self, machine };
        let mut text = String::new();
        if !what.is_none() {
            let shown = crate::builtins::repr::repr_of(cx, what).and_then(Result::ok);
            let shown = shown.unwrap_or_else(|| crate::builtins::repr::default_repr(what));
            text += &format!("Exception ignored in: {shown}\n");
        }
        let frames = render::frames_of(exception, None);
        if !frames.is_empty() {
            text += "Traceback (most recent call last):\n";
            let detail = if cx.vm.is_ending { Detail::Place } else { Detail::Source };
            text.extend(lines::texts(&frames, detail));
        }
        let class = render::class_text(&exception.class());
        let message = text_or_class(cx, exception);
        text += &format!("{class}: {message}\n");
        cx.write_error(&text);
    }
}
