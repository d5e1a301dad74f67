//! "Did you mean …?" and "Did you forget to import …?": which names were known where an exception was raised.

use std::rc::Rc;

use crate::builtins::exceptions::said_name;
use crate::object::{CellObject, Dict, Exception};
use crate::types::{names, types};
use crate::value::{Str, Value, intern};
use crate::vm::attributes::special;
use crate::vm::frame::Frame;
use crate::vm::native::{Arguments, Context, Outcome};
use crate::vm::suggest::closest;

/// What is kept of the innermost frame of a `NameError` or `AttributeError`.
#[derive(Debug)]
pub(crate) struct NamesThere {
    locals: Vec<Str>,
    globals: Rc<Dict>,
    /// For a name: `self` has an attribute of that name. For an attribute: `self` is the object that lacks it.
    about_self: bool,
}

/// An exception passes a frame: if that is the first that shows, and the exception is about a name, what
/// suggestions need is kept.
pub(crate) fn remember(frame: &Frame, exception: &Exception) {
    let code = &frame.function.code;
    if code.hidden || exception.state().names_there.borrow().is_some() {
        return;
    }
    let is_name = exception.is_a(&types().name_error);
    if !is_name && !exception.is_a(&types().attribute_error) {
        return;
    }
    let Some(name) = said_name(exception, &names().name_) else { return };
    let bound = |value: &Value| match value {
        Value::Cell(cell) => Some(CellObject::get(cell)).filter(|value| !value.is_unset()),
        Value::Unset => None,
        value => Some(value.clone()),
    };
    let mut locals = Vec::new();
    let mut own = None;
    for (name, value) in code.locals.iter().zip(&frame.registers) {
        if let Some(value) = bound(value) {
            if name.is(&names().self_) {
                own = Some(value);
            }
            locals.push(name.clone());
        }
    }
    if let Some(namespace) = frame.names() {
        locals.extend(strings(&namespace));
    }
    let about_self = own.is_some_and(|own| {
        if is_name {
            has_attribute(&own, &name)
        } else {
            exception.instance().get(&names().obj).is_some_and(|object| object.is(&own))
        }
    });
    let there = NamesThere { locals, globals: frame.function.globals.clone(), about_self };
    *exception.state().names_there.borrow_mut() = Some(Box::new(there));
}

fn strings(dict: &Dict) -> Vec<Str> {
    let string = |key| match key {
        Value::Str(name) => Some(name),
        _ => None,
    };
    dict.keys().into_iter().filter_map(string).collect()
}

fn has_attribute(object: &Value, name: &Str) -> bool {
    let in_object = match object {
        Value::Instance(instance) => instance.get(name).is_some(),
        _ => false,
    };
    in_object || crate::vm::describe::with_class(object, |class| class.lookup(name).is_some())
}

/// What follows the message: `. Did you mean: 'x'?`, or nothing.
pub(super) fn text(cx: &mut Context<'_>, exception: &Exception) -> String {
    let types = types();
    let known = names();
    let said = |suggestion: Option<String>| {
        suggestion.map_or_else(String::new, |name| format!(". Did you mean: '{name}'?"))
    };
    if exception.is_a(&types.import_error) {
        let Some(wrong) = said_name(exception, &known.name_from) else { return String::new() };
        return said(for_import(cx, exception, &wrong));
    }
    let Some(wrong) = said_name(exception, &known.name_) else { return String::new() };
    if exception.is_a(&types.attribute_error) {
        return said(for_attribute(cx, exception, &wrong));
    }
    if !exception.is_a(&types.name_error) {
        return String::new();
    }
    let suggestion = said(for_name(cx, exception, &wrong));
    if !STANDARD_MODULES.split_ascii_whitespace().any(|module| wrong == module) {
        return suggestion;
    }
    let or = if suggestion.is_empty() { ". Did" } else { " Or did" };
    format!("{suggestion}{or} you forget to import '{wrong}'?")
}

fn closest_of(wrong: &Str, candidates: &[Str]) -> Option<String> {
    let candidates: Vec<&str> = candidates.iter().map(Str::as_str).collect();
    closest(wrong.as_str(), &candidates).map(str::to_owned)
}

fn for_name(cx: &mut Context<'_>, exception: &Exception, wrong: &Str) -> Option<String> {
    let there = exception.state().names_there.borrow();
    let there = there.as_ref()?;
    if there.about_self {
        return Some(format!("self.{wrong}"));
    }
    let mut candidates = there.locals.clone();
    candidates.extend(strings(&there.globals));
    candidates.extend(strings(&cx.vm.builtins));
    candidates.extend(["False", "None", "True"].map(intern));
    closest_of(wrong, &candidates)
}

fn for_attribute(cx: &mut Context<'_>, exception: &Exception, wrong: &Str) -> Option<String> {
    let object = exception.instance().get(&names().obj)?;
    let of_self = exception.state().names_there.borrow().as_ref().is_some_and(|there| there.about_self);
    let mut candidates = attributes_of(cx, &object)?;
    if !wrong.as_str().starts_with('_') && !of_self {
        candidates.retain(|name| !name.as_str().starts_with('_'));
    }
    closest_of(wrong, &candidates)
}

fn for_import(cx: &mut Context<'_>, exception: &Exception, wrong: &Str) -> Option<String> {
    let module = cx.vm.modules.get_str(&said_name(exception, &names().name_)?)?;
    let mut candidates = attributes_of(cx, &module)?;
    if !wrong.as_str().starts_with('_') {
        candidates.retain(|name| !name.as_str().starts_with('_'));
    }
    closest_of(wrong, &candidates)
}

/// `dir(object)`, unless that is the program's own.
fn attributes_of(cx: &mut Context<'_>, object: &Value) -> Option<Vec<Str>> {
    let Value::Method(method) = special(object, &names().dir)? else { return None };
    let Value::Native(native) = &method.function else { return None };
    let Ok(Outcome::Value(Value::List(list))) =
        (native.call)(cx, Arguments::new(std::slice::from_ref(object), &[]))
    else {
        return None;
    };
    let name = |value| match value {
        Value::Str(name) => Some(name),
        _ => None,
    };
    Some(list.to_vec().into_iter().filter_map(name).collect())
}

/// CPython's `sys.stdlib_module_names`.
const STANDARD_MODULES: &str = "\
    __future__ abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 \
    cProfile calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser \
    contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis \
    doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions \
    ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html \
    http idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma \
    mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path \
    numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib \
    posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri \
    random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil \
    signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics \
    string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios \
    textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty \
    turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser \
    winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo \
";
