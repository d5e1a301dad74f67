//! How a `SyntaxError` shows its place: the line, and marks under the part that is wrong.

use crate::object::Exception;
use crate::types::{names, types};
use crate::value::{Str, Value};
use crate::vm::equality::small_int;
use crate::vm::native::Context;

/// The lines of the place, and the message.
pub(super) fn text(cx: &mut Context<'_>, exception: &Exception, class: &str) -> String {
    let names = names();
    let attribute = |name: &Str| exception.instance().get(name).filter(|value| !value.is_none());
    let number = |name: &Str| attribute(name).and_then(|value| small_int(&value));
    let string = |name: &Str| match attribute(name) {
        Some(Value::Str(text)) => Some(text),
        _ => None,
    };
    let (filename, line) = (string(&names.filename), number(&names.lineno));
    let mut text = String::new();
    let mut after = String::new();
    match (&filename, line) {
        (_, Some(line)) => {
            let filename = filename.as_ref().map_or("<string>", Str::as_str);
            text += &format!("  File \"{filename}\", line {line}\n");
        }
        (Some(filename), None) => after = format!(" ({filename})"),
        (None, None) => {}
    }
    if let Some(source) = string(&names.text) {
        let one_line = line.is_some() && line == number(&names.end_lineno);
        text += &excerpt(
            source.as_str(),
            number(&names.offset),
            one_line.then(|| number(&names.end_offset).unwrap_or(0)),
        );
    }
    let message = match attribute(&names.msg) {
        Some(message) => crate::builtins::repr::str_of(cx, &message).and_then(Result::ok).unwrap_or_default(),
        None => String::new(),
    };
    let message = if message.is_empty() { "<no detail available>" } else { &message };
    text + &format!("{class}: {message}{after}\n")
}

/// The line and marks from `offset` to `end`, columns counted from one; without an end on this line, to the
/// line's end.
fn excerpt(source: &str, offset: Option<i64>, end: Option<i64>) -> String {
    let whole = source.trim_end_matches('\n');
    let line = whole.trim_start_matches([' ', '\n', '\x0c']);
    let shown = format!("    {line}\n");
    let Some(offset) = offset else { return shown };
    let count = |text: &str| i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    let (all, length) = (count(source), count(whole));
    let mut start = offset;
    let mut end = match end {
        Some(0) => offset,
        Some(end) => end,
        None => length + 1,
    };
    if !source.is_empty() && start > all {
        start = length + 1;
    }
    if !source.is_empty() && end > all {
        end = length + 1;
    }
    if start >= end || end < 0 {
        end = start + 1;
    }
    let first = start - 1 - (length - count(line));
    let Ok(first) = usize::try_from(first) else { return shown };
    // Tabs stay what they are, so that the marks stand where they should.
    let blanks =
        line.chars().take(first).map(|character| if character.is_whitespace() { character } else { ' ' });
    let blanks: String = blanks.collect();
    let marks = "^".repeat(usize::try_from(end - start).unwrap_or(1).min(10_000));
    format!("{shown}    {blanks}{marks}\n")
}

/// What is wrong with a text that the program compiles itself, as the exception that it gets.
pub(crate) fn exception(error: &interleave_syntax::SyntaxError, filename: &Str) -> Exception {
    let types = types();
    let class = match error.kind {
        interleave_syntax::ErrorKind::Syntax => &types.syntax_error,
        interleave_syntax::ErrorKind::Indentation => &types.indentation_error,
        interleave_syntax::ErrorKind::Tab => &types.tab_error,
    };
    let number = |number: u32| Value::int(i64::from(number));
    // CPython's parser has the line; its compiler looks into the file, and there is none.
    let text = if error.is_parsed { Value::None } else { Value::str(&error.text) };
    let message = Value::str(&error.message);
    let place = vec![
        Value::Str(filename.clone()),
        number(error.lineno),
        number(error.offset),
        text.clone(),
        number(error.end_lineno),
        number(error.end_offset),
    ];
    let exception = Exception::new(class, vec![message.clone(), Value::tuple(place)]);
    let names = names();
    for (name, value) in [
        (&names.msg, message),
        (&names.filename, Value::Str(filename.clone())),
        (&names.lineno, number(error.lineno)),
        (&names.offset, number(error.offset)),
        (&names.text, text),
        (&names.end_lineno, number(error.end_lineno)),
        (&names.end_offset, number(error.end_offset)),
        (&names.print_file_and_line, Value::None),
    ] {
        exception.instance().set(name, value);
    }
    exception
}
