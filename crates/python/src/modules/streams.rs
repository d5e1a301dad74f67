//! The three standard streams: what is written goes to the run's output, and what is read
//! comes from the lines that were given with it.

use std::cell::Cell;
use std::rc::Rc;

use crate::builtins::{install, install_getters, receive};
use crate::object::{Exception, Instance, Payload};
use crate::types::{Types, types};
use crate::value::{Value, intern};
use crate::vm::describe::class_name;
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{bare, type_error, value_error};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    In,
    Out,
    Error,
}

/// A text stream, or the stream of bytes below it.
struct Stream {
    kind: Kind,
    closed: Cell<bool>,
}

pub(super) fn stream(kind: Kind) -> Value {
    made(&types().text_stream, kind)
}

fn made(class: &Rc<crate::object::Class>, kind: Kind) -> Value {
    let payload = Payload::Native(Box::new(Stream { kind, closed: Cell::new(false) }));
    Value::Instance(Rc::new(Instance::new(class.clone(), payload)))
}

pub(super) fn fill_classes(types: &Types) {
    for class in [&types.text_stream, &types.byte_stream] {
        install(
            class,
            &[
                ("write", write),
                ("writelines", write_lines),
                ("flush", flush),
                ("close", close),
                ("isatty", is_terminal),
                ("fileno", file_number),
                ("readable", is_readable),
                ("writable", is_writable),
                ("seekable", is_terminal),
                ("__enter__", enter),
                ("__exit__", close),
            ],
        );
        install_getters(class, &[("name", name), ("closed", is_closed), ("mode", mode)]);
    }
    let text = &types.text_stream;
    install(
        text,
        &[
            ("read", read),
            ("readline", read_line),
            ("readlines", read_lines),
            ("reconfigure", flush),
            ("__iter__", enter),
            ("__next__", next),
            ("__repr__", repr),
        ],
    );
    install_getters(
        text,
        &[
            ("encoding", encoding),
            ("errors", errors),
            ("newlines", newlines),
            ("line_buffering", is_terminal),
            ("write_through", is_terminal),
            ("buffer", buffer),
        ],
    );
}

fn own<'a>(arguments: &Arguments<'a>) -> Result<&'a Stream, Exception> {
    arguments.object().native().ok_or_else(|| {
        let class = class_name(arguments.object());
        type_error(format!("descriptor requires a '_io.TextIOWrapper' object but received a '{class}'"))
    })
}

fn open<'a>(arguments: &Arguments<'a>) -> Result<&'a Stream, Exception> {
    let stream = own(arguments)?;
    if stream.closed.get() { Err(value_error("I/O operation on closed file.")) } else { Ok(stream) }
}

/// `io.UnsupportedOperation`, raised by the library, which defines it.
fn unsupported(cx: &mut Context<'_>, what: &str) -> Answer {
    cx.prelude("unsupported_operation", vec![Value::name(what)])
}

// --- writing ---

fn write(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [given] = arguments.exactly("TextIOWrapper.write")?;
    let stream = open(&arguments)?;
    let of_bytes = arguments.object().native::<Stream>().is_some()
        && matches!(arguments.object(), Value::Instance(instance) if instance.with_class(|class| class.is(&types().byte_stream)));
    let (text, length) = match (receive::inside(given), of_bytes) {
        (Value::Str(text), false) => (text.clone(), text.len()),
        (Value::Bytes(bytes), true) => {
            let bytes = bytes.get().clone();
            (crate::value::Str::from(String::from_utf8_lossy(&bytes).into_owned()), bytes.len())
        }
        (other, false) => {
            return Err(type_error(format!(
                "write() argument must be str, not {}",
                receive::shown_class(other)
            )));
        }
        (other, true) => {
            let class = class_name(other);
            return Err(type_error(format!("a bytes-like object is required, not '{class}'")));
        }
    };
    match stream.kind {
        Kind::In => return unsupported(cx, "not writable"),
        Kind::Out => cx.write_out(&text),
        Kind::Error => cx.write_error(&text),
    }
    Ok(Outcome::Value(Value::index(length)))
}

fn write_lines(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [lines] = arguments.exactly("TextIOWrapper.writelines")?;
    let Some(lines) = known_items(lines) else {
        return cx.prelude("write_lines", arguments.all().to_vec());
    };
    for line in lines {
        write(cx, Arguments::new(&[arguments.object().clone(), line], &[]))?;
    }
    nothing()
}

fn flush(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    open(&arguments)?;
    nothing()
}

/// What the program has printed stays; `print` has to notice.
fn close(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    own(&arguments)?.closed.set(true);
    if let Some((_, stream)) = &mut cx.vm.state.stdout
        && stream.is(arguments.object())
    {
        *stream = Value::Unset;
    }
    nothing()
}

fn enter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    open(&arguments)?;
    Ok(Outcome::Value(arguments.object().clone()))
}

// --- reading ---

/// Checks that there is anything to be read from.
fn readable(cx: &mut Context<'_>, arguments: &Arguments<'_>) -> Result<Option<Answer>, Exception> {
    let stream = open(arguments)?;
    Ok((stream.kind != Kind::In).then(|| unsupported(cx, "not readable")))
}

fn read(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let size = arguments.between("read", 0, 1)?;
    if let Some(refusal) = readable(cx, &arguments)? {
        return refusal;
    }
    Ok(Outcome::from(cx.vm.read_characters(at_most(size)?)))
}

/// How much is wanted, of all there is if nothing is said or a negative number.
fn at_most(size: &[Value]) -> Result<Option<usize>, Exception> {
    match size.first() {
        None | Some(Value::None) => Ok(None),
        Some(size) => Ok(usize::try_from(receive::count(size)?).ok()),
    }
}

fn read_line(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let size = arguments.between("readline", 0, 1)?;
    match readable(cx, &arguments)? {
        Some(refusal) => refusal,
        None => Ok(Outcome::from(cx.vm.read_in_line(at_most(size)?))),
    }
}

fn read_lines(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let hint = arguments.between("readlines", 0, 1)?;
    if let Some(refusal) = readable(cx, &arguments)? {
        return refusal;
    }
    // Lines are whole: it ends with the one that is enough.
    let enough = at_most(hint)?.filter(|enough| *enough > 0).unwrap_or(usize::MAX);
    let (mut lines, mut length) = (Vec::new(), 0_usize);
    while length < enough
        && let Some(line) = cx.vm.read_raw_line()
    {
        length += line.chars().count();
        lines.push(Value::string(line));
    }
    Ok(Outcome::Value(Value::list(lines)))
}

fn next(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Some(refusal) = readable(cx, &arguments)? {
        return refusal;
    }
    match cx.vm.read_raw_line() {
        Some(line) => Ok(Outcome::from(line)),
        None => Err(bare(&types().stop_iteration)),
    }
}

// --- what it is ---

fn is_terminal(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from(false))
}

fn file_number(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(match open(&arguments)?.kind {
        Kind::In => 0,
        Kind::Out => 1,
        Kind::Error => 2,
    })))
}

fn is_readable(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(open(&arguments)?.kind == Kind::In))
}

fn is_writable(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(open(&arguments)?.kind != Kind::In))
}

fn is_closed(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(own(&arguments)?.closed.get()))
}

fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::In => "<stdin>",
        Kind::Out => "<stdout>",
        Kind::Error => "<stderr>",
    }
}

fn mode_of(kind: Kind) -> &'static str {
    if kind == Kind::In { "r" } else { "w" }
}

fn name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(name_of(own(&arguments)?.kind)))
}

fn mode(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(mode_of(own(&arguments)?.kind)))
}

fn encoding(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from("utf-8"))
}

fn errors(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(if own(&arguments)?.kind == Kind::Error { "backslashreplace" } else { "strict" }))
}

fn newlines(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

/// The stream of bytes below: one for each text stream.
fn buffer(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let stream = own(&arguments)?;
    let Value::Instance(instance) = arguments.object() else { return nothing() };
    let name = intern("_buffer");
    if let Some(known) = instance.get(&name) {
        return Ok(Outcome::Value(known));
    }
    let below = made(&types().byte_stream, stream.kind);
    instance.set(&name, below.clone());
    Ok(Outcome::Value(below))
}

fn repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let kind = own(&arguments)?.kind;
    let (name, mode) = (name_of(kind), mode_of(kind));
    Ok(Outcome::from(format!("<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>")))
}
