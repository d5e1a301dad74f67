//! What exceptions say: `str(error)` of each class, and `repr(error)`.

use super::exceptions::{attribute, itself};
use super::{Table, install};
use crate::object::{Class, Exception};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::unwrapped;
use crate::vm::raise::recursion_error;

/// Gives the exceptions' classes their texts.
pub(super) fn fill(types: &Types) {
    let tables: [(&Class, &Table); 8] = [
        (&types.base_exception, &[("__str__", text), ("__repr__", repr)]),
        (&types.os_error, &[("__str__", text_of_os_error)]),
        (&types.import_error, &[("__str__", text_of_import_error)]),
        (&types.syntax_error, &[("__str__", text_of_syntax_error)]),
        (&types.key_error, &[("__str__", text_of_key_error)]),
        (&types.unicode_decode_error, &[("__str__", text_of_unicode_error)]),
        (&types.unicode_encode_error, &[("__str__", text_of_unicode_error)]),
        (&types.unicode_translate_error, &[("__str__", text_of_unicode_error)]),
    ];
    for (class, table) in tables {
        install(class, table);
    }
}

/// How many exceptions may be each other's arguments.
const NESTED: usize = 10_000;

/// The text of the only argument; of an exception that is an argument likewise, without recursion.
fn text(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut exception = itself(&arguments)?;
    for _ in 0..NESTED {
        let args = exception.args();
        match &args[..] {
            [] => return Ok(Outcome::from("")),
            [one] => match Exception::of(one).filter(says_its_argument) {
                Some(inner) => exception = inner,
                None => return cx.str(one),
            },
            _ => return cx.repr(&Value::Tuple(args.clone())),
        }
    }
    Err(recursion_error("maximum recursion depth exceeded while getting the str of an object"))
}

/// Its `__str__` is that of `BaseException`.
fn says_its_argument(exception: &Exception) -> bool {
    let base = types().base_exception.namespace.get_str(&names().str);
    matches!((exception.class().lookup(&names().str), base), (Some(own), Some(base)) if own.is(&base))
}

fn text_of_key_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match &itself(&arguments)?.args()[..] {
        [key] => cx.repr(key),
        _ => text(cx, arguments),
    }
}

fn text_of_import_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match attribute(&itself(&arguments)?, "msg") {
        Some(message @ Value::Str(_)) => Ok(Outcome::Value(message)),
        _ => text(cx, arguments),
    }
}

/// The text of a part of a message that natives can say, and of others their class.
fn shown(cx: &mut Context<'_>, value: &Value, as_repr: bool) -> Result<String, Exception> {
    let text = if as_repr { super::repr::repr_of(cx, value) } else { super::repr::str_of(cx, value) };
    text.unwrap_or_else(|| Ok(super::repr::default_repr(value)))
}

fn text_of_os_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let (Some(errno), Some(strerror)) = (attribute(&exception, "errno"), attribute(&exception, "strerror"))
    else {
        return text(cx, arguments);
    };
    let mut said = format!("[Errno {}] {}", shown(cx, &errno, false)?, shown(cx, &strerror, false)?);
    if let Some(filename) = attribute(&exception, "filename") {
        said += &format!(": {}", shown(cx, &filename, true)?);
        if let Some(second) = attribute(&exception, "filename2") {
            said += &format!(" -> {}", shown(cx, &second, true)?);
        }
    }
    Ok(Outcome::from(said))
}

fn text_of_syntax_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let message = attribute(&exception, "msg").unwrap_or(Value::None);
    let mut said = shown(cx, &message, false)?;
    let file = attribute(&exception, "filename").and_then(|filename| match filename {
        Value::Str(path) => Some(path.as_str().rsplit('/').next().unwrap_or_default().to_owned()),
        _ => None,
    });
    let line = attribute(&exception, "lineno").and_then(|line| crate::vm::equality::small_int(&line));
    match (file, line) {
        (Some(file), Some(line)) => said += &format!(" ({file}, line {line})"),
        (Some(file), None) => said += &format!(" ({file})"),
        (None, Some(line)) => said += &format!(" (line {line})"),
        (None, None) => {}
    }
    Ok(Outcome::from(said))
}

fn text_of_unicode_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let part = |name: &str| attribute(&exception, name);
    let place = |name: &str| part(name).and_then(|value| crate::vm::equality::small_int(&value));
    let (Some(object), Some(start), Some(end), Some(reason)) =
        (part("object"), place("start"), place("end"), part("reason"))
    else {
        return text(cx, arguments);
    };
    let reason = shown(cx, &reason, false)?;
    let single = usize::try_from(start).ok().filter(|_| end == start + 1);
    let encoding = match part("encoding") {
        Some(Value::Str(encoding)) => Some(encoding),
        _ => None,
    };
    let (verb, what) = match unwrapped(&object) {
        Value::Bytes(bytes) => {
            let byte = single.and_then(|at| bytes.get().get(at).copied());
            ("decode", byte.map_or_else(|| "bytes".to_owned(), |byte| format!("byte 0x{byte:02x}")))
        }
        Value::Str(text) => {
            let character = single.and_then(|at| text.at(at));
            (
                if encoding.is_some() { "encode" } else { "translate" },
                character
                    .map_or_else(|| "characters".to_owned(), |one| format!("character '{}'", escape(one))),
            )
        }
        _ => return text(cx, arguments),
    };
    let at = match single {
        Some(at) => at.to_string(),
        None => format!("{start}-{}", end - 1),
    };
    let who = encoding.map_or_else(String::new, |encoding| format!("'{encoding}' codec "));
    Ok(Outcome::from(format!("{who}can't {verb} {what} in position {at}: {reason}")))
}

/// A character by its number.
fn escape(character: char) -> String {
    match u32::from(character) {
        number @ ..0x100 => format!("\\x{number:02x}"),
        number @ ..0x1_0000 => format!("\\u{number:04x}"),
        number => format!("\\U{number:08x}"),
    }
}

fn repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    match repr_of(cx, &exception) {
        Some(text) => Ok(Outcome::from(text?)),
        None => cx.prelude("repr_exception", vec![exception.value()]),
    }
}

/// `ValueError('x')`, if its arguments need no code to be shown; whether its class has a `__repr__` of its
/// own is the caller's to mind.
pub(crate) fn repr_of(cx: &mut Context<'_>, exception: &Exception) -> Option<Result<String, Exception>> {
    let name = exception.class().name();
    let args = exception.args();
    let shown = match &args[..] {
        [one] => super::repr::repr_of(cx, one)?.map(|one| format!("({one})")),
        _ => super::repr::repr_of(cx, &Value::Tuple(args.clone()))?,
    };
    Some(shown.map(|args| format!("{name}{args}")))
}

/// `str(exception)`, if that needs no code of the program's.
pub(crate) fn text_of(cx: &mut Context<'_>, exception: &Exception) -> Option<Result<String, Exception>> {
    let method = exception.class().lookup(&names().str)?;
    let Value::Native(native) = &method else { return None };
    let object = [exception.value()];
    match (native.call)(cx, Arguments::new(&object, &[])) {
        Ok(Outcome::Value(Value::Str(text))) => Some(Ok(text.as_str().to_owned())),
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    }
}

/// The text of an exception whose own `__str__` cannot be asked now.
pub(crate) fn text_or_class(cx: &mut Context<'_>, exception: &Exception) -> String {
    match text_of(cx, exception) {
        Some(Ok(text)) => text,
        Some(Err(_)) => "<exception str() failed>".to_owned(),
        None => match &exception.args()[..] {
            [Value::Str(text)] => text.as_str().to_owned(),
            _ => String::new(),
        },
    }
}
