//! Builtin functions about objects, names and code: `print`, `isinstance`, `getattr`,
//! `exec`, and their like. Those about numbers and sequences have files of their own.

use std::rc::Rc;

use super::Table;
use super::object::name_argument;
use super::receive::inside;
use crate::code::Source;
use crate::object::{Class, Dict, Exception};
use crate::types::{names, types};
use crate::value::{Value, intern};
use crate::vm::describe::{address, class_name, class_of, is_instance};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{eof_error, type_error, unexpected_keyword, value_error};

pub(crate) const FUNCTIONS: &Table = &[
    ("print", print),
    ("input", input),
    ("isinstance", isinstance),
    ("issubclass", issubclass),
    ("callable", callable),
    ("getattr", getattr),
    ("setattr", setattr),
    ("hasattr", hasattr),
    ("delattr", delattr),
    ("id", id),
    ("vars", vars),
    ("dir", dir),
    ("globals", globals),
    ("locals", locals),
    ("exec", exec),
    ("eval", eval),
    ("compile", compile),
    ("__import__", import),
    ("open", open),
    ("exit", exit),
    ("quit", exit),
];

impl Context<'_> {
    /// Writes to standard output, as the program's own stream does.
    pub(crate) fn write_out(&mut self, text: &str) {
        self.machine.note_text(text, interleave_trace::What::Prints);
        if !self.vm.output.write(text) {
            self.vm.stop_at(crate::vm::Halt::Output);
        }
    }

    /// Writes to standard error.
    pub(crate) fn write_error(&mut self, text: &str) {
        self.machine.note_text(text, interleave_trace::What::Warns);
        if !self.vm.output.write_error(text) {
            self.vm.stop_at(crate::vm::Halt::Output);
        }
    }
}

fn print(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut separator = Value::None;
    let mut end = Value::None;
    let mut elsewhere = false;
    for (name, value) in arguments.named() {
        match name.as_str() {
            "sep" => separator = text_or_none("sep", value)?,
            "end" => end = text_or_none("end", value)?,
            "file" => elsewhere = !value.is_none(),
            "flush" => {}
            _ => return Err(unexpected_keyword("print", name, &["sep", "end", "file", "flush"])),
        }
    }
    let by_prelude = |cx: &mut Context<'_>| {
        let names = arguments.names().iter().cloned().map(Value::Str).collect();
        let named = arguments.named().map(|(_, value)| value.clone()).collect();
        let positional = Value::tuple(arguments.positional().to_vec());
        cx.prelude("print", vec![positional, Value::tuple(names), Value::tuple(named)])
    };
    if elsewhere || cx.vm.redirected() {
        return by_prelude(cx);
    }
    let separator = if let Value::Str(text) = &separator { text.as_str() } else { " " };
    let mut line = String::new();
    for (index, value) in arguments.positional().iter().enumerate() {
        if index > 0 {
            line.push_str(separator);
        }
        match value {
            Value::Str(text) => line.push_str(text),
            value => match super::repr::str_of(cx, value) {
                Some(text) => line.push_str(&text?),
                None => return by_prelude(cx),
            },
        }
    }
    line.push_str(if let Value::Str(text) = &end { text.as_str() } else { "\n" });
    cx.write_out(&line);
    nothing()
}

fn text_or_none(name: &str, value: &Value) -> Result<Value, Exception> {
    match value {
        Value::None | Value::Str(_) => Ok(value.clone()),
        other => Err(type_error(format!("{name} must be None or a string, not {}", class_name(other)))),
    }
}

fn input(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let prompt = arguments.plain_between("input", 0, 1)?;
    if let Some(prompt) = prompt.first() {
        match super::repr::str_of(cx, prompt) {
            Some(text) => cx.write_out(&text?),
            None => return cx.prelude("input_with_prompt", vec![prompt.clone()]),
        }
    }
    match cx.vm.read_line() {
        Some(line) => Ok(Outcome::from(line)),
        None => Err(eof_error("EOF when reading a line")),
    }
}

/// Whether a class, or one of a tuple or union of classes, is met; nothing if code has to be asked.
fn among(classes: &Value, is_met: &mut dyn FnMut(&Rc<Class>) -> bool, depth: u32) -> Option<bool> {
    match classes {
        Value::Class(class) => {
            let metaclass = class.metaclass();
            if !metaclass.is_builtin && !is_met(class) {
                return None;
            }
            Some(is_met(class))
        }
        Value::Tuple(tuple) if depth > 0 => {
            for class in tuple.iter() {
                if among(class, is_met, depth - 1)? {
                    return Some(true);
                }
            }
            Some(false)
        }
        Value::Instance(_) => {
            let members = super::type_expressions::union_members(classes)?;
            for class in members.iter() {
                if among(class, is_met, depth.checked_sub(1)?)? {
                    return Some(true);
                }
            }
            Some(false)
        }
        _ => None,
    }
}

fn isinstance(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, classes] = exactly_two("isinstance", &arguments)?;
    match among(classes, &mut |class| is_instance(object, class), 20) {
        Some(answer) => Ok(Outcome::from(answer)),
        None => cx.prelude("isinstance_", vec![object.clone(), classes.clone()]),
    }
}

fn issubclass(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [class, classes] = exactly_two("issubclass", &arguments)?;
    let Value::Class(own) = class else {
        return cx.prelude("issubclass_", vec![class.clone(), classes.clone()]);
    };
    match among(classes, &mut |class| own.inherits(class), 20) {
        Some(answer) => Ok(Outcome::from(answer)),
        None => cx.prelude("issubclass_", vec![class.clone(), classes.clone()]),
    }
}

fn exactly_two<'a>(function: &str, arguments: &Arguments<'a>) -> Result<[&'a Value; 2], Exception> {
    match arguments.plain_between(function, 2, 2)? {
        [one, other] => Ok([one, other]),
        _ => Err(type_error(format!("{function} expected 2 arguments"))),
    }
}

fn callable(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(is_callable(arguments.only("callable")?)))
}

pub(crate) fn is_callable(object: &Value) -> bool {
    match object {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        _ => class_of(object).lookup(&names().call).is_some(),
    }
}

fn getattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.plain_between("getattr", 2, 3)?;
    let name = name_argument(&given[1])?;
    match given {
        [object, _] => cx.get_attribute(object, &name),
        [object, _, default] => match quick_attribute(cx, object, &name) {
            Some(Some(value)) => Ok(Outcome::Value(value)),
            Some(None) => Ok(Outcome::Value(default.clone())),
            None => cx.prelude("getattr_or", vec![object.clone(), Value::Str(name), default.clone()]),
        },
        _ => nothing(),
    }
}

/// An attribute that is found, or known to be missing, without running code.
fn quick_attribute(cx: &mut Context<'_>, object: &Value, name: &crate::value::Str) -> Option<Option<Value>> {
    match cx.get_attribute(object, name) {
        Ok(Outcome::Value(value)) => Some(Some(value)),
        Err(exception) if exception.is_a(&types().attribute_error) => Some(None),
        _ => None,
    }
}

fn setattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, name, value] = arguments.plain_between("setattr", 3, 3)? else { return nothing() };
    let name = name_argument(name)?;
    cx.set_attribute(object, &name, value.clone(), &Default::default())
}

fn hasattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, name] = exactly_two("hasattr", &arguments)?;
    let name = name_argument(name)?;
    match quick_attribute(cx, object, &name) {
        Some(found) => Ok(Outcome::from(found.is_some())),
        None => cx.prelude("has_attribute", vec![object.clone(), Value::Str(name)]),
    }
}

fn delattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, name] = exactly_two("delattr", &arguments)?;
    let name = name_argument(name)?;
    cx.delete_attribute(object, &name)
}

fn id(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let object = arguments.only("id")?;
    Ok(Outcome::Value(Value::int(i64::try_from(address(object)).unwrap_or(0))))
}

fn vars(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.plain_between("vars", 0, 1)? {
        [object] => cx.prelude("vars_", vec![object.clone()]),
        _ => Ok(Outcome::Frame(FrameQuestion::Locals)),
    }
}

fn dir(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.plain_between("dir", 0, 1)? {
        [object] => cx.prelude("dir_", vec![object.clone()]),
        _ => Ok(Outcome::Frame(FrameQuestion::Names)),
    }
}

/// What only the frame that calls can answer.
#[derive(Clone, Debug)]
pub(crate) enum FrameQuestion {
    Globals,
    Locals,
    /// The names of the locals, sorted.
    Names,
    /// A frame object, so many frames further out.
    Frame(usize),
    /// File, line and globals of the innermost frame of the program's: where a warning belongs.
    Caller,
    /// Runs a function, made of a text, with globals and locals of the frame's.
    Run(Rc<crate::code::Code>, Box<(Value, Value)>),
}

fn globals(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("globals", 0, 0)?;
    Ok(Outcome::Frame(FrameQuestion::Globals))
}

fn locals(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("locals", 0, 0)?;
    Ok(Outcome::Frame(FrameQuestion::Locals))
}

/// A text, compiled; or the code that a code object holds.
fn code_of(text: &Value, filename: &str, is_expression: bool) -> Result<Rc<crate::code::Code>, Exception> {
    if let Some(code) = text.native::<Rc<crate::code::Code>>() {
        return Ok(code.clone());
    }
    let Value::Str(text) = text else {
        let kind = if is_expression { "eval" } else { "exec" };
        return Err(type_error(format!("{kind}() arg 1 must be a string, bytes or code object")));
    };
    let owned;
    let text: &str = if is_expression {
        owned = text.trim_start_matches([' ', '\t']).to_owned();
        &owned
    } else {
        text
    };
    let filename = intern(filename);
    let source = Rc::new(Source::new(filename, text.into(), false));
    let options = interleave_compiler::Options { has_namespace: true, ..Default::default() };
    let compile = if is_expression { crate::code::compiled_expression } else { crate::code::compiled };
    compile(text, &source, options)
        .map_err(|error| crate::traceback::syntax::exception(&error, &source.filename))
}

fn exec(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [text, globals, locals] = arguments.bind("exec", ["", "globals", "locals"], 1, 0)?;
    let code = code_of(&text, "<string>", false)?;
    Ok(Outcome::Frame(FrameQuestion::Run(code, Box::new((globals.or(Value::None), locals.or(Value::None))))))
}

fn eval(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [text, globals, locals] = arguments.bind("eval", ["", "globals", "locals"], 1, 0)?;
    let code = code_of(&text, "<string>", true)?;
    Ok(Outcome::Frame(FrameQuestion::Run(code, Box::new((globals.or(Value::None), locals.or(Value::None))))))
}

fn compile(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let names = ["source", "filename", "mode", "flags", "dont_inherit", "optimize"];
    let [source, filename, mode, _, _, _] = arguments.bind("compile", names, 3, 0)?;
    let (Value::Str(filename), Value::Str(mode)) = (&filename, &mode) else {
        return Err(type_error("compile() arg 2 and 3 must be strings"));
    };
    let is_expression = match mode.as_str() {
        "eval" => true,
        "exec" | "single" => false,
        _ => return Err(value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let code = code_of(&source, filename, is_expression)?;
    Ok(Outcome::Value(super::introspect::code_object(code)))
}

fn import(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let names = ["name", "globals", "locals", "fromlist", "level"];
    let [name, _, _, from_list, _] = arguments.bind("__import__", names, 1, 0)?;
    if !matches!(inside(&name), Value::Str(_)) {
        return Err(type_error("module name must be a string"));
    }
    let with_list = crate::vm::operators::truth(&from_list.or(Value::None)).unwrap_or(true);
    cx.prelude("import_module", vec![name, Value::Bool(with_list)])
}

fn open(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let names = ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"];
    let values = arguments.bind("open", names, 1, 0)?;
    let given = names.iter().zip(values).filter(|(_, value)| !value.is_unset());
    let (names, values) = given.map(|(name, value)| (Value::name(name), value)).unzip();
    cx.prelude("open_", vec![Value::tuple(names), Value::tuple(values)])
}

fn exit(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let code = arguments.positional().first().cloned().unwrap_or(Value::None);
    let exception =
        Exception::new(&types().system_exit, if code.is_none() { Vec::new() } else { vec![code.clone()] });
    exception.instance().set(&names().code, code);
    Err(exception)
}

/// A dict as an argument that may be left out.
pub(crate) fn dict_argument(value: &Value) -> Option<Rc<Dict>> {
    match crate::vm::operators::unwrapped(value) {
        Value::Dict(dict) => Some(dict.clone()),
        _ => None,
    }
}
