//! Exceptions as objects: how they are made, and their attributes. Groups are in `exception_groups`, texts in
//! `exception_texts`; how exceptions are printed with a traceback, in `traceback`.

use std::rc::Rc;

use super::{
    Table, exception_groups, exception_texts, install, install_attributes, install_getters, install_static,
};
use crate::object::class::Layout;
use crate::object::exception::ExceptionState;
use crate::object::{Class, Exception, Instance, Payload, Tuple};
use crate::types::{Types, names, types};
use crate::value::{Str, Value, intern};
use crate::vm::describe::class_name;
use crate::vm::iterate::known_items;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::unwrapped;
use crate::vm::raise::{type_error, unexpected_keyword};

/// Gives the exceptions' classes their methods.
pub(crate) fn fill(types: &Types) {
    let base = &types.base_exception;
    install_static(base, &[("__new__", new)]);
    install(
        base,
        &[
            ("__init__", init),
            ("with_traceback", with_traceback),
            ("add_note", add_note),
            ("__reduce__", reduce),
            ("__reduce_ex__", reduce),
            ("__setstate__", set_state),
        ],
    );
    install_attributes(
        base,
        &[
            ("args", get_args, set_args),
            ("__traceback__", get_traceback, set_traceback),
            ("__cause__", get_cause, set_cause),
            ("__context__", get_context, set_context),
            ("__suppress_context__", get_suppress, set_suppress),
        ],
    );
    for (class, attributes) in parts(types) {
        for name in attributes {
            class.namespace.set_name(name, Value::None);
        }
        class.changed();
    }
    let inits: [(&Class, &Table); 9] = [
        (&types.stop_iteration, &[("__init__", init_stop_iteration)]),
        (
            &types.os_error,
            &[
                ("__init__", init_os_error),
                ("__reduce__", reduce_os_error),
                ("__reduce_ex__", reduce_os_error),
            ],
        ),
        (&types.import_error, &[("__init__", init_import_error)]),
        (&types.name_error, &[("__init__", init_name_error)]),
        (&types.attribute_error, &[("__init__", init_attribute_error)]),
        (&types.syntax_error, &[("__init__", init_syntax_error)]),
        (&types.unicode_decode_error, &[("__init__", init_decode_error)]),
        (&types.unicode_encode_error, &[("__init__", init_encode_error)]),
        (&types.unicode_translate_error, &[("__init__", init_translate_error)]),
    ];
    for (class, table) in inits {
        install(class, table);
    }
    install_static(&types.os_error, &[("__new__", new_os_error)]);
    install_getters(&types.blocking_io_error, &[("characters_written", characters_written)]);
    install_attributes(&types.system_exit, &[("code", get_code, set_code)]);
    exception_texts::fill(types);
    exception_groups::fill(types);
}

/// What exceptions of these classes have besides their arguments, which they are made of.
fn parts(types: &Types) -> [(&Rc<Class>, &'static [&'static str]); 9] {
    [
        (&types.stop_iteration, &["value"]),
        (&types.os_error, &["errno", "strerror", "filename", "filename2"]),
        (&types.import_error, &["msg", "name", "path", "name_from"]),
        (&types.name_error, &["name"]),
        (&types.attribute_error, &["name", "obj"]),
        (
            &types.syntax_error,
            &[
                "msg",
                "filename",
                "lineno",
                "offset",
                "text",
                "end_lineno",
                "end_offset",
                "print_file_and_line",
            ],
        ),
        (&types.unicode_decode_error, &UNICODE_PARTS),
        (&types.unicode_encode_error, &UNICODE_PARTS),
        (&types.unicode_translate_error, &UNICODE_PARTS),
    ]
}

const UNICODE_PARTS: [&str; 5] = ["encoding", "object", "start", "end", "reason"];

// --- making ---

/// An exception of a class that the program names, with its arguments.
pub(super) fn make(class: &Rc<Class>, args: Vec<Value>) -> Value {
    let state = ExceptionState::default();
    *state.args.borrow_mut() = Some(Rc::new(Tuple::new(args)));
    Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Exception(Box::new(state)))))
}

/// The class that `__new__` is called for, and the other arguments.
pub(super) fn class_to_make<'a>(
    arguments: &Arguments<'a>,
) -> Result<(&'a Rc<Class>, Arguments<'a>), Exception> {
    match arguments.positional().first() {
        Some(Value::Class(class)) if class.layout == Layout::Exception => Ok((class, arguments.rest())),
        Some(Value::Class(class)) => {
            let name = class.name();
            Err(type_error(format!(
                "BaseException.__new__({name}): {name} is not a subtype of BaseException"
            )))
        }
        Some(other) => Err(type_error(format!(
            "BaseException.__new__(X): X is not a type object ({})",
            class_name(other)
        ))),
        None => Err(type_error("BaseException.__new__(): not enough arguments")),
    }
}

fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, rest) = class_to_make(&arguments)?;
    Ok(Outcome::Value(make(class, rest.positional().to_vec())))
}

/// The exception that a method is called on.
pub(super) fn itself(arguments: &Arguments<'_>) -> Result<Exception, Exception> {
    let object = arguments.object();
    Exception::of(object).ok_or_else(|| {
        type_error(format!(
            "descriptor requires a 'BaseException' object but received a '{}'",
            class_name(object)
        ))
    })
}

fn init(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    if !arguments.names().is_empty() {
        return Err(type_error(format!("{}() takes no keyword arguments", exception.class().name())));
    }
    keep_args(&exception, arguments.rest().positional());
    nothing()
}

fn keep_args(exception: &Exception, args: &[Value]) {
    let args = Rc::new(Tuple::new(args.to_vec()));
    let old = exception.state().args.replace(Some(args));
    drop(old);
}

/// Takes arguments that must be named, as attributes; the others are the exception's `args`.
fn init_with_names(arguments: &Arguments<'_>, known: &[&str]) -> Result<Exception, Exception> {
    let exception = itself(arguments)?;
    let native = exception.class();
    let class = native.name();
    if arguments.names().len() > known.len() {
        let (most, given) = (known.len(), arguments.names().len());
        let plural = if most == 1 { "" } else { "s" };
        return Err(type_error(format!(
            "{class}() takes at most {most} keyword argument{plural} ({given} given)"
        )));
    }
    for (name, value) in arguments.named() {
        if !known.iter().any(|other| name == other) {
            return Err(unexpected_keyword(&class, name, known));
        }
        exception.instance().set(&intern(name), value.clone());
    }
    keep_args(&exception, arguments.rest().positional());
    Ok(exception)
}

fn init_stop_iteration(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.rest().positional().first().cloned().unwrap_or(Value::None);
    itself(&arguments)?.instance().set(&names().value, value);
    init(cx, arguments)
}

fn init_name_error(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    init_with_names(&arguments, &["name"])?;
    nothing()
}

fn init_attribute_error(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    init_with_names(&arguments, &["name", "obj"])?;
    nothing()
}

fn init_import_error(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = init_with_names(&arguments, &["name", "path", "name_from"])?;
    if let [message] = arguments.rest().positional() {
        exception.instance().set(&names().msg, message.clone());
    }
    nothing()
}

fn init_syntax_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let instance = exception.instance();
    let names = names();
    let given = arguments.rest().positional();
    if let Some(message) = given.first() {
        instance.set(&names.msg, message.clone());
    }
    if let [_, place] = given {
        let Some(parts) = known_items(place) else {
            return Err(type_error(format!("'{}' object is not iterable", class_name(place))));
        };
        if parts.len() == 5 {
            return Err(type_error("end_offset must be provided when end_lineno is provided"));
        }
        if parts.len() != 4 && parts.len() != 6 {
            let count = if parts.len() < 4 { "at least 4" } else { "at most 6" };
            return Err(type_error(format!("function takes {count} arguments ({} given)", parts.len())));
        }
        let attributes = [
            &names.filename,
            &names.lineno,
            &names.offset,
            &names.text,
            &names.end_lineno,
            &names.end_offset,
        ];
        for (name, part) in attributes.into_iter().zip(parts) {
            instance.set(name, part);
        }
    }
    init(cx, arguments)
}

fn init_decode_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    init_unicode_error(cx, arguments, &UNICODE_PARTS, true)
}

fn init_encode_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    init_unicode_error(cx, arguments, &UNICODE_PARTS, false)
}

/// To translate is from text to text: there is no encoding.
fn init_translate_error(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    init_unicode_error(cx, arguments, &UNICODE_PARTS[1..], false)
}

fn init_unicode_error(
    cx: &mut Context<'_>,
    arguments: Arguments<'_>,
    parts: &[&str],
    of_bytes: bool,
) -> Answer {
    let given = arguments.rest().positional();
    if given.len() != parts.len() {
        let (wanted, given) = (parts.len(), given.len());
        return Err(type_error(format!("function takes exactly {wanted} arguments ({given} given)")));
    }
    let object = parts.len() - 4;
    match unwrapped(&given[object]) {
        Value::Bytes(_) if of_bytes => {}
        Value::Str(_) if !of_bytes => {}
        other if of_bytes => {
            return Err(type_error(format!("a bytes-like object is required, not '{}'", class_name(other))));
        }
        other => {
            let class = class_name(other);
            return Err(type_error(format!("argument {} must be str, not {class}", object + 1)));
        }
    }
    let exception = itself(&arguments)?;
    for (name, value) in parts.iter().zip(given) {
        exception.instance().set(&intern(name), value.clone());
    }
    init(cx, arguments)
}

// --- OSError ---

/// The class of an `OSError` with this number.
fn class_by_errno(errno: i64) -> Option<&'static Rc<Class>> {
    let types = types();
    Some(match errno {
        1 | 13 => &types.permission_error,
        2 => &types.file_not_found_error,
        3 => &types.process_lookup_error,
        4 => &types.interrupted_error,
        10 => &types.child_process_error,
        11 | 114 | 115 => &types.blocking_io_error,
        17 => &types.file_exists_error,
        20 => &types.not_a_directory_error,
        21 => &types.is_a_directory_error,
        32 | 108 => &types.broken_pipe_error,
        103 => &types.connection_aborted_error,
        104 => &types.connection_reset_error,
        110 => &types.timeout_error,
        111 => &types.connection_refused_error,
        _ => return None,
    })
}

/// A class with an `__init__` of its own reads the arguments that this passes on, not those of the call.
fn reads_in_init(class: &Class) -> bool {
    matches!(class.lookup(&names().init), Some(function) if !matches!(function, Value::Native(_)))
        && matches!(class.lookup(&names().new), Some(Value::Native(_)))
}

fn new_os_error(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, rest) = class_to_make(&arguments)?;
    let given = rest.positional();
    let by_number = match given {
        [Value::Int(errno, _), _, ..] if class.is(&types().os_error) => class_by_errno(*errno),
        _ => None,
    };
    let value = make(by_number.unwrap_or(class), given.to_vec());
    if !reads_in_init(class)
        && let Some(exception) = Exception::of(&value)
    {
        read_os_error(&exception, given);
    }
    Ok(Outcome::Value(value))
}

fn init_os_error(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    if !arguments.names().is_empty() {
        return Err(type_error(format!("{}() takes no keyword arguments", exception.class().name())));
    }
    if reads_in_init(&exception.class()) {
        let given = arguments.rest().positional();
        keep_args(&exception, given);
        read_os_error(&exception, given);
    }
    nothing()
}

/// `OSError(errno, strerror, filename, winerror, filename2)`: the names of files are no part of `args`.
fn read_os_error(exception: &Exception, given: &[Value]) {
    let instance = exception.instance();
    let names = names();
    if let [errno, strerror, files @ ..] = given
        && files.len() <= 3
    {
        instance.set(&names.errno, errno.clone());
        instance.set(&names.strerror, strerror.clone());
        if let [written @ Value::Int(..)] = files
            && exception.class().inherits(&types().blocking_io_error)
        {
            instance.set(&intern("characters_written"), written.clone());
            return;
        }
        if let Some(filename) = files.first()
            && !filename.is_none()
        {
            instance.set(&names.filename, filename.clone());
            if let Some(second) = files.get(2) {
                instance.set(&intern("filename2"), second.clone());
            }
            keep_args(exception, &given[..2]);
        }
    }
}

/// What a `BlockingIOError` was told as its third argument.
fn characters_written(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let name = intern("characters_written");
    match itself(&arguments)?.instance().get(&name) {
        Some(written) => Ok(Outcome::Value(written)),
        None => Err(crate::vm::raise::attribute_error(arguments.object(), &name, name.as_str())),
    }
}

/// An attribute, unless it is `None`.
pub(super) fn attribute(exception: &Exception, name: &str) -> Option<Value> {
    exception.instance().get(&intern(name)).filter(|value| !value.is_none())
}

// --- attributes ---

fn get_args(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Tuple(itself(&arguments)?.args())))
}

fn set_args(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let [value] = arguments.rest().all() else { return Err(type_error("args may not be deleted")) };
    match known_items(value) {
        Some(items) => {
            keep_args(&exception, &items);
            nothing()
        }
        None => cx.prelude("set_exception_args", vec![exception.value(), value.clone()]),
    }
}

fn get_traceback(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let all = itself(&arguments)?.state().traceback.borrow().clone();
    // Inside the library its own lines are better than none.
    let traceback = crate::traceback::visible(all.clone()).or(all);
    Ok(Outcome::Value(traceback.map_or(Value::None, Value::Traceback)))
}

fn set_traceback(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let traceback = match arguments.rest().all() {
        [Value::None] => None,
        [Value::Traceback(traceback)] => Some(traceback.clone()),
        [] => return Err(type_error("__traceback__ may not be deleted")),
        _ => return Err(type_error("__traceback__ must be a traceback or None")),
    };
    let old = exception.state().traceback.replace(traceback);
    drop(old);
    nothing()
}

fn linked(exception: Option<Exception>) -> Answer {
    Ok(Outcome::Value(exception.map_or(Value::None, |exception| exception.value())))
}

fn get_cause(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    linked(itself(&arguments)?.state().cause.borrow().clone())
}

fn get_context(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    linked(itself(&arguments)?.state().context.borrow().clone())
}

/// The exception that `__cause__` or `__context__` is set to.
fn link(arguments: &Arguments<'_>, which: &str) -> Result<Option<Exception>, Exception> {
    match arguments.rest().all() {
        [] => Err(type_error(format!("__{which}__ may not be deleted"))),
        [Value::None] => Ok(None),
        [value, ..] => Exception::of(value).map(Some).ok_or_else(|| {
            type_error(format!("exception {which} must be None or derive from BaseException"))
        }),
    }
}

fn set_cause(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    itself(&arguments)?.set_cause(link(&arguments, "cause")?);
    nothing()
}

fn set_context(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let context = link(&arguments, "context")?;
    let old = itself(&arguments)?.state().context.replace(context);
    drop(old);
    nothing()
}

fn get_suppress(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(itself(&arguments)?.state().suppress_context.get()))
}

fn set_suppress(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    match arguments.rest().all() {
        [Value::Bool(suppress)] => {
            exception.state().suppress_context.set(*suppress);
            nothing()
        }
        [] => Err(type_error("can't delete numeric/char attribute")),
        _ => Err(type_error("attribute value type must be bool")),
    }
}

fn get_code(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(exit_code(&itself(&arguments)?)))
}

fn set_code(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let code = arguments.rest().all().first().cloned().unwrap_or(Value::None);
    itself(&arguments)?.instance().set(&names().code, code);
    nothing()
}

/// `SystemExit.code`
pub(crate) fn exit_code(exception: &Exception) -> Value {
    exception.instance().get(&names().code).unwrap_or_else(|| match &exception.args()[..] {
        [] => Value::None,
        [code] => code.clone(),
        _ => Value::Tuple(exception.args()),
    })
}

// --- methods ---

fn with_traceback(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.exactly::<1>("BaseException.with_traceback")?;
    set_traceback(cx, arguments)?;
    Ok(Outcome::Value(arguments.object().clone()))
}

fn add_note(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [note] = arguments.exactly("BaseException.add_note")?;
    let exception = itself(&arguments)?;
    if !matches!(unwrapped(note), Value::Str(_)) {
        return Err(type_error(format!("note must be a str, not '{}'", class_name(note))));
    }
    let notes = exception.instance().get(&names().notes);
    match notes.as_ref().map(unwrapped) {
        None => exception.instance().set(&names().notes, Value::list(vec![note.clone()])),
        Some(Value::List(notes)) => notes.push(note.clone()),
        Some(_) => return Err(type_error("Cannot add note: __notes__ is not a list")),
    }
    nothing()
}

/// Class, arguments, and the attributes that do not follow from these.
fn reduced(exception: &Exception, args: Value) -> Answer {
    let class = exception.class();
    let mut made = vec![Value::Class(class.clone()), args];
    if let Some(attributes) = exception.instance().attributes() {
        let rest = attributes.copy();
        let types = types();
        for (other, names) in parts(types) {
            let of_arguments = !other.is(&types.import_error) && !other.is(&types.attribute_error);
            if of_arguments && class.inherits(other) {
                names.iter().for_each(|name| drop(rest.remove_str(&intern(name))));
            }
        }
        if class.inherits(&types.attribute_error) {
            // It may be anything, and need not be picklable.
            drop(rest.remove_str(&intern("obj")));
        }
        if rest.len() > 0 {
            made.push(Value::Dict(Rc::new(rest)));
        }
    }
    Ok(Outcome::Value(Value::tuple(made)))
}

fn reduce(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    reduced(&exception, Value::Tuple(exception.args()))
}

/// The names of files are put back among the arguments.
fn reduce_os_error(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let exception = itself(&arguments)?;
    let mut args = exception.args().to_vec();
    if let (2, Some(filename)) = (args.len(), attribute(&exception, "filename")) {
        args.push(filename);
        if let Some(second) = attribute(&exception, "filename2") {
            args.extend([Value::None, second]);
        }
    }
    reduced(&exception, Value::tuple(args))
}

fn set_state(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [state] = arguments.exactly("BaseException.__setstate__")?;
    let exception = itself(&arguments)?;
    match state {
        Value::None => {}
        Value::Dict(dict) => {
            for entry in dict.entries() {
                if let Value::Str(name) = &entry.key {
                    exception.instance().set(name, entry.value);
                }
            }
        }
        _ => return Err(type_error("state is not a dictionary")),
    }
    nothing()
}

/// A name as an attribute of an exception says it.
pub(crate) fn said_name(exception: &Exception, name: &Str) -> Option<Str> {
    match exception.instance().get(name) {
        Some(Value::Str(name)) => Some(name),
        _ => None,
    }
}
