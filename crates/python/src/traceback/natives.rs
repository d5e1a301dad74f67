//! What Python code of the library asks of tracebacks, as functions of `_interleave`.

use super::frames::FrameData;
use super::lines::{Detail, Line};
use super::render::{self, Manner};
use crate::builtins::Table;
use crate::builtins::exception_texts::text_of;
use crate::builtins::functions::FrameQuestion;
use crate::modules::asyncio::trace::text_at;
use crate::object::Exception;
use crate::value::Value;
use crate::vm::equality::small_int;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::type_error;

pub(crate) const FUNCTIONS: &Table = &[
    ("begin_end", begin_end),
    ("caller", caller),
    ("format_exception", format_exception),
    ("format_exception_only", format_exception_only),
    ("is_ending", is_ending),
    ("loose_texts", loose_texts),
    ("render_exception", render_exception),
    ("source_line", source_line),
    ("stack_entries", stack_entries),
    ("traceback_entries", traceback_entries),
];

fn exception(value: &Value) -> Result<Exception, Exception> {
    Exception::of(value).ok_or_else(|| type_error("an exception is needed"))
}

fn limit(value: &Value) -> Option<i64> {
    small_int(value)
}

/// `format_exception(exception, limit=None, chain=True) -> str`
fn format_exception(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [error, limit, chain] = arguments.bind("format_exception", ["exception", "limit", "chain"], 1, 0)?;
    cx.prelude("format_exception", vec![error, limit.or(Value::None), chain.or(Value::Bool(true))])
}

/// `format_exception_only(exception) -> str`: the message and notes.
fn format_exception_only(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [error] = arguments.bind("format_exception_only", ["exception"], 1, 0)?;
    cx.prelude("format_exception", vec![error, Value::None, Value::Bool(false), Value::Bool(true)])
}

/// Those exceptions told with this one whose texts are made by code of the program's.
fn loose_texts(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let family = render::family(&exception(arguments.object())?);
    let loose = family.into_iter().filter(|one| text_of(cx, one).is_none());
    Ok(Outcome::Value(Value::list(loose.map(|one| one.value()).collect())))
}

/// `render_exception(exception, limit, chain, only, texts) -> str`
fn render_exception(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [error, most, chain, only, Value::List(texts)] = arguments.plain_between("render_exception", 5, 5)?
    else {
        return Err(type_error("render_exception() needs a list of texts"));
    };
    let is_true = |value: &Value| crate::vm::operators::truth(value).unwrap_or(true);
    let manner = Manner { limit: limit(most), chain: is_true(chain), only: is_true(only) };
    let texts = texts.to_vec().into_iter().filter_map(|pair| match &pair {
        Value::Tuple(pair) => match &pair[..] {
            [one, Value::Str(text)] => Some((Exception::of(one)?, text.as_str().to_owned())),
            _ => None,
        },
        _ => None,
    });
    let texts: Vec<(Exception, String)> = texts.collect();
    Ok(Outcome::from(render::exception(cx, &exception(error)?, &manner, &texts)))
}

/// `(filename, line, function, source line, text)`
fn entry(line: &Line, detail: Detail) -> Value {
    Value::tuple(vec![
        Value::str(&line.file),
        Value::int(i64::from(line.number)),
        Value::str(&line.function),
        Value::string(line.source()),
        Value::string(line.text(detail)),
    ])
}

/// `traceback_entries(traceback) -> list`: the frames that show, the outermost first.
fn traceback_entries(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let traceback = match arguments.object() {
        Value::Traceback(traceback) => Some(traceback.clone()),
        _ => None,
    };
    let lines = render::lines_from(traceback);
    Ok(Outcome::Value(Value::list(lines.iter().map(|line| entry(line, Detail::Marks)).collect())))
}

/// `stack_entries(frame, limit) -> list`: a frame and its callers, the outermost first; at most the `limit`
/// innermost.
fn stack_entries(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [frame, most] = arguments.plain_between("stack_entries", 2, 2)? else { return Ok(Outcome::from("")) };
    let most = limit(most).and_then(|most| usize::try_from(most).ok()).unwrap_or(usize::MAX);
    let mut entries = Vec::new();
    let mut next = frame.clone();
    while let Some(data) = next.native::<FrameData>() {
        if entries.len() >= most {
            break;
        }
        entries.extend(Line::of(&data.place).map(|line| entry(&line, Detail::Source)));
        let back = data.back.clone();
        next = back;
    }
    entries.reverse();
    Ok(Outcome::Value(Value::list(entries)))
}

/// `source_line(filename, number) -> str`
fn source_line(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [filename, number] = arguments.plain_between("source_line", 2, 2)? else {
        return Ok(Outcome::from(""));
    };
    let Value::Str(filename) = filename else { return Ok(Outcome::from("")) };
    let source = cx
        .vm
        .sources
        .iter()
        .find(|source| source.filename == *filename && !filename.as_str().starts_with('<'));
    let number = small_int(number).and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
    let line = source.zip(number).map_or("", |(source, number)| source.line(number));
    let library = filename.as_str().strip_prefix(super::lines::LIBRARY);
    let known = library.zip(number).and_then(|(file, number)| text_at(file, number));
    let beds = cx.vm.deathbeds.borrow();
    let bed = beds.iter().find(|bed| Some(bed.number) == number && filename.as_str() == bed.file);
    Ok(bed.map_or_else(|| Outcome::from(known.unwrap_or(line)), |bed| Outcome::from(bed.source())))
}

/// `caller() -> (filename, line, globals)` of the innermost frame of the program's: where a warning belongs.
fn caller(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Frame(FrameQuestion::Caller))
}

/// From here on the program is being taken apart: its text is no longer there to be shown.
fn begin_end(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    cx.vm.is_ending = true;
    nothing()
}

fn is_ending(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from(cx.vm.is_ending))
}
