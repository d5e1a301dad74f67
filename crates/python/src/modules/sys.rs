//! `sys`: what the program may know of the interpreter it believes to run on.

use std::rc::Rc;

use super::records::{namespace, record};
use super::streams::{Kind, stream};
use super::{constant, exactly_one};
use crate::builtins::functions::FrameQuestion;
use crate::builtins::{Table, functions_into, receive};
use crate::number::digits;
use crate::object::{Dict, Exception};
use crate::types::{names, types};
use crate::value::{Value, intern};
use crate::vm::describe::class_name;
use crate::vm::frame::Frame;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{overflow_error, type_error, value_error};

const VERSION: &str = "3.13.0 (main, Oct  7 2024, 00:00:00) [GCC 12.2.0]";
const HEX_VERSION: i64 = 0x030d_00f0;

const FUNCTIONS: &Table = &[
    ("exit", exit),
    ("exc_info", exc_info),
    ("exception", exception),
    ("excepthook", excepthook),
    ("_getframe", get_frame),
    ("getrecursionlimit", get_recursion_limit),
    ("setrecursionlimit", set_recursion_limit),
    ("intern", intern_text),
    ("getsizeof", super::sizes::size_of),
    ("getrefcount", super::sizes::reference_count),
    ("getdefaultencoding", default_encoding),
    ("getfilesystemencoding", default_encoding),
    ("getswitchinterval", switch_interval),
    ("setswitchinterval", accept_one),
    ("settrace", accept_one),
    ("setprofile", accept_one),
    ("gettrace", no_value),
    ("getprofile", no_value),
    ("get_coroutine_origin_tracking_depth", zero),
    ("set_coroutine_origin_tracking_depth", accept_one),
    ("get_int_max_str_digits", most_digits),
    ("set_int_max_str_digits", set_most_digits),
    ("is_finalizing", is_finalizing),
    ("_is_gil_enabled", is_gil_enabled),
];

pub(super) fn fill(cx: &mut Context<'_>, namespace: &Rc<Dict>) {
    functions_into(namespace, "sys", FUNCTIONS);
    streams(cx, namespace);
    constant(namespace, "__excepthook__", namespace.get_name("excepthook").unwrap_or_default());
    constant(namespace, "modules", Value::Dict(cx.vm.modules.clone()));
    let argv = Value::str(&cx.vm.options.filename);
    constant(namespace, "argv", Value::list(vec![argv.clone()]));
    constant(namespace, "orig_argv", Value::list(vec![Value::name("python"), argv]));
    let texts = |texts: &[&str]| Value::list(texts.iter().map(|text| Value::name(text)).collect());
    let library = "/usr/lib/python3.13";
    let path = ["/home/user", "/usr/lib/python313.zip", library, "/usr/lib/python3.13/lib-dynload"];
    constant(namespace, "path", texts(&path));
    constant(namespace, "warnoptions", texts(&[]));
    for (name, text) in [
        ("version", VERSION),
        ("platform", "linux"),
        ("byteorder", "little"),
        ("executable", "/usr/bin/python3.13"),
        ("prefix", "/usr"),
        ("base_prefix", "/usr"),
        ("exec_prefix", "/usr"),
        ("base_exec_prefix", "/usr"),
        ("platlibdir", "lib"),
        ("float_repr_style", "short"),
        ("abiflags", ""),
    ] {
        constant(namespace, name, Value::name(text));
    }
    constant(namespace, "hexversion", Value::int(HEX_VERSION));
    constant(namespace, "api_version", Value::int(1013));
    constant(namespace, "maxsize", Value::int(i64::MAX));
    constant(namespace, "maxunicode", Value::int(0x10_ffff));
    constant(namespace, "dont_write_bytecode", Value::Bool(true));
    records(namespace);
}

fn streams(cx: &mut Context<'_>, namespace: &Rc<Dict>) {
    for (name, kind) in [("stdin", Kind::In), ("stdout", Kind::Out), ("stderr", Kind::Error)] {
        let stream = stream(kind);
        if kind == Kind::Out {
            cx.vm.state.stdout = Some((namespace.clone(), stream.clone()));
        }
        constant(namespace, &format!("__{name}__"), stream.clone());
        constant(namespace, name, stream);
    }
}

fn records(sys: &Dict) {
    let types = types();
    let int = Value::int;
    let version = || {
        let items = vec![int(3), int(13), int(0), Value::name("final"), int(0)];
        record(&types.version_info, items)
    };
    constant(sys, "version_info", version());
    let mut flags = vec![int(0); 18];
    flags[4] = int(1);
    flags[13] = Value::Bool(false);
    flags[16] = Value::Bool(false);
    flags[17] = Value::index(digits::USUAL);
    constant(sys, "flags", record(&types.flags, flags));
    let float_info = vec![
        Value::float(f64::MAX),
        int(1024),
        int(308),
        Value::float(f64::MIN_POSITIVE),
        int(-1021),
        int(-307),
        int(15),
        int(53),
        Value::float(f64::EPSILON),
        int(2),
        int(1),
    ];
    constant(sys, "float_info", record(&types.float_info, float_info));
    constant(
        sys,
        "int_info",
        record(
            &types.int_info,
            vec![int(30), int(4), Value::index(digits::USUAL), Value::index(digits::LEAST)],
        ),
    );
    let hash_info = vec![
        int(64),
        int((1 << 61) - 1),
        int(314_159),
        int(0),
        int(1_000_003),
        Value::name("siphash13"),
        int(64),
        int(128),
        int(0),
    ];
    constant(sys, "hash_info", record(&types.hash_info, hash_info));
    let implementation = namespace([
        ("name", Value::name("cpython")),
        ("cache_tag", Value::name("cpython-313")),
        ("version", version()),
        ("hexversion", int(HEX_VERSION)),
        ("_multiarch", Value::name("x86_64-linux-gnu")),
    ]);
    constant(sys, "implementation", implementation);
}

/// Raises `SystemExit`.
fn exit(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("exit", 0, 1)?;
    let code = given.first().cloned().unwrap_or(Value::None);
    let args = match &code {
        Value::None => Vec::new(),
        Value::Tuple(items) => items.to_vec(),
        code => vec![code.clone()],
    };
    let shown = match args.as_slice() {
        [] => Value::None,
        [one] => one.clone(),
        _ => code,
    };
    let exception = Exception::new(&types().system_exit, args);
    exception.instance().set(&names().code, shown);
    Err(exception)
}

fn exception(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("exception", 0, 0)?;
    Ok(Outcome::Look(
        |cx: &mut Context<'_>, frame: &Frame, _: &[Value]| {
            Ok(Outcome::Value(cx.vm.handled(frame).map_or(Value::None, |exception| exception.value())))
        },
        Box::default(),
    ))
}

fn exc_info(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("exc_info", 0, 0)?;
    Ok(Outcome::Look(
        |cx: &mut Context<'_>, frame: &Frame, _: &[Value]| {
            let Some(exception) = cx.vm.handled(frame) else {
                return Ok(Outcome::Value(Value::tuple(vec![Value::None; 3])));
            };
            let traceback = exception.state().traceback.borrow().clone();
            Ok(Outcome::Value(Value::tuple(vec![
                Value::Class(exception.class()),
                exception.value(),
                traceback.map_or(Value::None, Value::Traceback),
            ])))
        },
        Box::default(),
    ))
}

fn excepthook(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [_, exception, _] = arguments.plain_between("excepthook", 3, 3)? else { return nothing() };
    cx.prelude("print_exception", vec![exception.clone()])
}

fn get_frame(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("_getframe", 0, 1)?;
    let depth = given.first().map_or(Ok(0), receive::count)?;
    Ok(Outcome::Frame(FrameQuestion::Frame(usize::try_from(depth).unwrap_or(0))))
}

fn get_recursion_limit(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(cx.vm.recursion_limit)))
}

fn set_recursion_limit(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [limit] = exactly_one("sys.setrecursionlimit", &arguments)?;
    match usize::try_from(c_int(limit)?) {
        Ok(limit) if limit > 0 => {
            cx.vm.recursion_limit = limit;
            nothing()
        }
        _ => Err(value_error("recursion limit must be greater or equal than 1")),
    }
}

fn c_int(value: &Value) -> Result<i32, Exception> {
    let small = receive::integer(value)?.small().and_then(|number| i32::try_from(number).ok());
    small.ok_or_else(|| overflow_error("Python int too large to convert to C int"))
}

fn intern_text(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [text] = exactly_one("sys.intern", &arguments)?;
    match text {
        Value::Str(text) => Ok(Outcome::Value(Value::Str(intern(text)))),
        Value::Instance(_) => Err(type_error(format!("can't intern {}", class_name(text)))),
        other => {
            Err(type_error(format!("intern() argument must be str, not {}", receive::shown_class(other))))
        }
    }
}

fn default_encoding(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from("utf-8"))
}

fn switch_interval(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::float(0.005)))
}

/// What would be set changes nothing that the playground shows.
fn accept_one(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn no_value(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn zero(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(0)))
}

fn most_digits(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(digits::limit())))
}

fn set_most_digits(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [most] = arguments.bind("set_int_max_str_digits", ["maxdigits"], 1, 0)?;
    match usize::try_from(c_int(&most)?) {
        Ok(most) if most == 0 || most >= digits::LEAST => {
            digits::set_limit(most);
            nothing()
        }
        _ => Err(value_error(format!("maxdigits must be 0 or larger than {}", digits::LEAST))),
    }
}

fn is_finalizing(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from(false))
}

fn is_gil_enabled(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from(true))
}
