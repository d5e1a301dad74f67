//! An exception in one line, without asking the program.

use super::glance;
use crate::object::Exception;
use crate::traceback::render::class_text;
use crate::types::{names, types};
use crate::value::Value;

/// The most characters of a message that are told.
const MESSAGE: usize = 200;

/// As the last line of a traceback, as far as that can be said.
pub(crate) fn line(exception: &Exception) -> String {
    let class = class_text(&exception.class());
    match message(exception) {
        Some(message) if !message.is_empty() => format!("{class}: {}", one_line(&message)),
        _ => class,
    }
}

/// The same without what is not a text in itself: exceptions may hold each other, however deep.
pub(super) fn short(exception: &Exception) -> String {
    let class = class_text(&exception.class());
    match &exception.args()[..] {
        [Value::Str(text), ..] if !text.as_str().is_empty() => {
            format!("{class}: {}", one_line(text.as_str()))
        }
        _ => class,
    }
}

fn message(exception: &Exception) -> Option<String> {
    // A `__str__` of the program's has the last word, and is not asked.
    let Some(Value::Native(_)) = exception.class().lookup(&names().str) else { return None };
    match &exception.args()[..] {
        [] => None,
        [Value::Str(text)] if !exception.is_a(&types().key_error) => Some(text.as_str().to_owned()),
        [one] => Some(glance::text(one)),
        [number, Value::Str(text), ..] if exception.is_a(&types().os_error) => {
            Some(format!("[Errno {}] {text}", glance::text(number)))
        }
        [Value::Str(text), ..] if exception.is_a(&types().base_exception_group) => {
            Some(text.as_str().to_owned())
        }
        several => Some(format!("({})", several.iter().map(glance::text).collect::<Vec<_>>().join(", "))),
    }
}

fn one_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    match line.char_indices().nth(MESSAGE) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None if line.len() < message.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}
