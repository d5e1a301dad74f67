//! What functions, methods, generators, modules, code and cells tell of
//! themselves, and how generators and coroutines are resumed by hand.

use std::rc::Rc;

use super::receive::{shown_class, wrong_object};
use super::{coroutine_wrapper, install, install_attributes, install_getters, install_static};
use crate::code::{Code, CodeKind};
use crate::object::generator::State;
use crate::object::{Exception, Function, Generator, Instance, Method, Module, Payload};
use crate::traceback::frames;
use crate::types::{Types, names, types};
use crate::value::{Str, Value};
use crate::vm::describe::class_name;
use crate::vm::frame::Frame;
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome, Resumption, nothing};
use crate::vm::raise::{bare, type_error, value_error};

/// Gives these classes their attributes and methods.
pub(crate) fn fill(types: &Types) {
    functions(types);
    generators(types);
    others(types);
}

fn functions(types: &Types) {
    install_attributes(
        &types.function,
        &[
            ("__name__", function_name, set_function_name),
            ("__qualname__", function_qualname, set_function_qualname),
            ("__defaults__", function_defaults, set_function_defaults),
            ("__kwdefaults__", function_keyword_defaults, set_function_keyword_defaults),
            ("__annotations__", function_annotations, set_function_annotations),
            ("__doc__", function_doc, set_function_doc),
            ("__module__", function_module, set_function_module),
        ],
    );
    install_getters(
        &types.function,
        &[("__code__", function_code), ("__globals__", function_globals), ("__closure__", function_closure)],
    );
    install(&types.function, &[("__get__", bind_to), ("__call__", call_itself)]);
    install_static(&types.function, &[("__new__", new_function)]);
    install_getters(
        &types.native,
        &[
            ("__name__", native_name),
            ("__qualname__", native_qualname),
            ("__module__", native_module),
            ("__self__", native_self),
            ("__doc__", none),
            ("__text_signature__", none),
        ],
    );
    install(&types.native, &[("__call__", call_itself)]);
    install_getters(
        &types.method_descriptor,
        &[("__name__", native_name), ("__qualname__", native_qualname), ("__doc__", none)],
    );
    install(&types.method_descriptor, &[("__get__", bind_to), ("__call__", call_itself)]);
    install_getters(
        &types.method,
        &[
            ("__self__", method_self),
            ("__func__", method_function),
            ("__doc__", |cx, arguments| of_function(cx, arguments, "__doc__")),
            ("__module__", |cx, arguments| of_function(cx, arguments, "__module__")),
        ],
    );
    install(&types.method, &[("__call__", call_itself), ("__get__", unchanged)]);
    install_static(&types.method, &[("__new__", new_method)]);
}

fn generators(types: &Types) {
    let resuming: &super::Table =
        &[("send", generator_send), ("throw", generator_throw), ("close", generator_close)];
    install(&types.generator, resuming);
    install(&types.coroutine, resuming);
    install(&types.generator, &[("__iter__", unchanged), ("__next__", generator_next)]);
    install(&types.coroutine, &[("__await__", coroutine_await)]);
    install(&types.coroutine_wrapper, resuming);
    install(&types.coroutine_wrapper, &[("__iter__", unchanged), ("__next__", generator_next)]);
    for class in [&types.generator, &types.coroutine, &types.async_generator] {
        install_attributes(
            class,
            &[
                ("__name__", generator_name, set_generator_name),
                ("__qualname__", generator_qualname, set_generator_qualname),
            ],
        );
    }
    let getters: [(&_, [&'static str; 5]); 3] = [
        (&types.generator, ["gi_code", "gi_frame", "gi_running", "gi_suspended", "gi_yieldfrom"]),
        (&types.coroutine, ["cr_code", "cr_frame", "cr_running", "cr_suspended", "cr_await"]),
        (&types.async_generator, ["ag_code", "ag_frame", "ag_running", "ag_suspended", "ag_await"]),
    ];
    for (class, [code, frame, running, suspended, delegate]) in getters {
        install_getters(
            class,
            &[
                (code, generator_code),
                (frame, generator_frame),
                (running, generator_running),
                (suspended, generator_suspended),
                (delegate, generator_delegate),
            ],
        );
    }
    install_getters(&types.coroutine, &[("cr_origin", coroutine_origin)]);
}

fn others(types: &Types) {
    install_attributes(&types.cell, &[("cell_contents", cell_contents, set_cell_contents)]);
    install_static(&types.cell, &[("__new__", new_cell)]);
    install_static(&types.module, &[("__new__", new_module)]);
    install(&types.none, &[("__bool__", no_truth)]);
    install_getters(
        &types.code,
        &[
            ("co_name", code_name),
            ("co_qualname", code_qualname),
            ("co_filename", code_filename),
            ("co_firstlineno", code_first_line),
            ("co_argcount", code_argument_count),
            ("co_posonlyargcount", code_positional_only),
            ("co_kwonlyargcount", code_keyword_only),
            ("co_varnames", code_variables),
            ("co_nlocals", code_variable_count),
            ("co_flags", code_flags),
            ("co_consts", code_constants),
            ("co_names", code_names),
            ("co_freevars", code_free),
        ],
    );
}

fn none(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn no_truth(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from(false))
}

fn unchanged(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(arguments.object().clone()))
}

fn call_itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let rest = arguments.rest();
    Ok(Outcome::Call(Box::new(Call {
        function: arguments.object().clone(),
        arguments: rest.all().to_vec(),
        names: rest.names().to_vec(),
    })))
}

/// `function.__get__(object, class)`
fn bind_to(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("__get__", 1, 2)?;
    let function = arguments.object().clone();
    Ok(Outcome::Value(match &given[0] {
        Value::None => function,
        object => Value::Method(Rc::new(Method::new(function, object.clone()))),
    }))
}

// --- functions ---

fn function<'a>(arguments: &Arguments<'a>) -> Result<&'a Rc<Function>, Exception> {
    match arguments.object() {
        Value::Function(function) => Ok(function),
        Value::Native(native) if let Some(face) = &native.face => Ok(face),
        other => Err(type_error(format!("a function was expected, not '{}'", class_name(other)))),
    }
}

/// What an attribute is set to; nothing to delete it.
fn given<'a>(arguments: &Arguments<'a>) -> Option<&'a Value> {
    arguments.rest().all().first()
}

fn text(value: Option<&Value>, name: &str) -> Result<Str, Exception> {
    match value {
        Some(Value::Str(text)) => Ok(text.clone()),
        _ => Err(type_error(format!("{name} must be set to a string object"))),
    }
}

fn function_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(function(&arguments)?.name.borrow().clone())))
}

fn set_function_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    *function(&arguments)?.name.borrow_mut() = text(given(&arguments), "__name__")?;
    nothing()
}

fn function_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(function(&arguments)?.qualname.borrow().clone())))
}

fn set_function_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    *function(&arguments)?.qualname.borrow_mut() = text(given(&arguments), "__qualname__")?;
    nothing()
}

fn function_defaults(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let defaults = function(&arguments)?.defaults.borrow().clone();
    Ok(Outcome::Value(defaults.map_or(Value::None, Value::Tuple)))
}

fn set_function_defaults(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let defaults = match given(&arguments) {
        Some(Value::Tuple(defaults)) => Some(defaults.clone()),
        None | Some(Value::None) => None,
        Some(_) => return Err(type_error("__defaults__ must be set to a tuple object")),
    };
    let old = function(&arguments)?.defaults.replace(defaults);
    drop(old);
    nothing()
}

fn function_keyword_defaults(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let defaults = function(&arguments)?.keyword_defaults.borrow().clone();
    Ok(Outcome::Value(defaults.map_or(Value::None, Value::Dict)))
}

fn set_function_keyword_defaults(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let defaults = match given(&arguments) {
        None | Some(Value::None) => None,
        Some(given) => Some(
            super::functions::dict_argument(given)
                .ok_or_else(|| type_error("__kwdefaults__ must be set to a dict object"))?,
        ),
    };
    let old = function(&arguments)?.keyword_defaults.replace(defaults);
    drop(old);
    nothing()
}

fn function_annotations(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let dict = function(&arguments)?.annotations.borrow_mut().get_or_insert_with(Rc::default).clone();
    Ok(Outcome::Value(Value::Dict(dict)))
}

fn set_function_annotations(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let annotations = given(&arguments).and_then(super::functions::dict_argument);
    let old = function(&arguments)?.annotations.replace(annotations);
    drop(old);
    nothing()
}

fn own_attribute(function: &Function, name: &Str) -> Option<Value> {
    function.attributes.get().and_then(|attributes| attributes.get_str(name))
}

fn set_own_attribute(function: &Function, name: &Str, value: Option<&Value>) {
    let value = value.cloned().unwrap_or(Value::None);
    drop(function.attributes.get_or_init(Rc::default).set_str(name, value));
}

fn function_doc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let function = function(&arguments)?;
    let doc = function.code.doc.clone().map_or(Value::None, Value::Str);
    Ok(Outcome::Value(own_attribute(function, &names().doc).unwrap_or(doc)))
}

fn set_function_doc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    set_own_attribute(function(&arguments)?, &names().doc, given(&arguments));
    nothing()
}

fn function_module(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let function = function(&arguments)?;
    let module = function.globals.get_str(&names().name).unwrap_or(Value::None);
    Ok(Outcome::Value(own_attribute(function, &names().module).unwrap_or(module)))
}

fn set_function_module(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    set_own_attribute(function(&arguments)?, &names().module, given(&arguments));
    nothing()
}

fn function_code(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(code_object(function(&arguments)?.code.clone())))
}

fn function_globals(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Dict(function(&arguments)?.globals.clone())))
}

fn function_closure(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let function = function(&arguments)?;
    if function.closure.is_empty() {
        return nothing();
    }
    Ok(Outcome::Value(Value::tuple(function.closure.iter().cloned().map(Value::Cell).collect())))
}

/// `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`
fn new_function(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let names = ["code", "globals", "name", "argdefs", "closure"];
    let [code, globals, name, defaults, closure] = arguments.rest().bind("function", names, 2, 0)?;
    let wrong = |name: &str, class: &str, value: &Value| {
        type_error(format!("function() argument '{name}' must be {class}, not {}", shown_class(value)))
    };
    let code = code.native::<Rc<Code>>().ok_or_else(|| wrong("code", "code", &code))?;
    let globals =
        super::functions::dict_argument(&globals).ok_or_else(|| wrong("globals", "dict", &globals))?;
    if !code.free.is_empty() && !matches!(closure, Value::Tuple(_)) {
        return Err(type_error("arg 5 (closure) must be tuple"));
    }
    let closure = match &closure {
        Value::Tuple(cells) => cells
            .iter()
            .filter_map(|cell| match cell {
                Value::Cell(cell) => Some(cell.clone()),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    if closure.len() != code.free.len() {
        let (wanted, given) = (code.free.len(), closure.len());
        return Err(value_error(format!("{} requires closure of length {wanted}, not {given}", code.name)));
    }
    let name = match &name {
        Value::Str(name) => name.clone(),
        _ => code.name.clone(),
    };
    crate::vm::cycles::note_globals(&globals);
    let function = Function {
        code: code.clone(),
        globals,
        closure: closure.into(),
        defaults: std::cell::RefCell::new(match defaults {
            Value::Tuple(defaults) => Some(defaults),
            _ => None,
        }),
        keyword_defaults: Default::default(),
        annotations: Default::default(),
        name: std::cell::RefCell::new(name),
        qualname: std::cell::RefCell::new(code.qualname.clone()),
        attributes: Default::default(),
        awaitable: Default::default(),
        id: Default::default(),
    };
    Ok(Outcome::Value(Value::Function(Rc::new(function))))
}

fn native_of(value: &Value) -> Option<(Rc<crate::object::NativeFunction>, Option<&Value>)> {
    match value {
        Value::Native(native) => Some((native.clone(), None)),
        Value::Method(method) => match &method.function {
            Value::Native(native) => Some((native.clone(), Some(&method.object))),
            _ => None,
        },
        _ => None,
    }
}

fn native_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(
        native_of(arguments.object()).map_or(Value::None, |(native, _)| Value::Str(native.name.clone())),
    ))
}

fn native_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let native = native_of(arguments.object());
    Ok(Outcome::Value(native.map_or(Value::None, |(native, _)| Value::Str(native.qualname()))))
}

fn native_module(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let native = native_of(arguments.object());
    let module =
        native.and_then(|(native, object)| if object.is_none() { native.module().cloned() } else { None });
    Ok(Outcome::Value(module.map_or(Value::None, Value::Str)))
}

fn native_self(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(match native_of(arguments.object()) {
        Some((_, Some(object))) => object.clone(),
        Some((native, None)) => match native.module() {
            Some(module) => cx.vm.module(module).unwrap_or(Value::None),
            None => Value::None,
        },
        None => Value::None,
    }))
}

fn method<'a>(arguments: &Arguments<'a>) -> Result<&'a Method, Exception> {
    match arguments.object() {
        Value::Method(method) => Ok(method),
        other => Err(type_error(format!("a method was expected, not '{}'", class_name(other)))),
    }
}

fn method_self(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(method(&arguments)?.object.clone()))
}

/// What a method says as its function does.
fn of_function(cx: &mut Context<'_>, arguments: Arguments<'_>, name: &str) -> Answer {
    let Value::Method(method) = arguments.object() else { return nothing() };
    cx.get_attribute(&method.function, &crate::value::intern(name))
}

fn method_function(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(method(&arguments)?.function.clone()))
}

fn new_method(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match arguments.rest().all() {
        [function, _] if !super::functions::is_callable(function) => {
            Err(type_error("first argument must be callable"))
        }
        [_, Value::None] => Err(type_error("instance must not be None")),
        [function, object] => {
            Ok(Outcome::Value(Value::Method(Rc::new(Method::new(function.clone(), object.clone())))))
        }
        given => Err(type_error(format!("method expected 2 arguments, got {}", given.len()))),
    }
}

// --- generators and coroutines ---

fn generator<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Generator>, Exception> {
    match arguments.object() {
        Value::Generator(generator) => Ok(generator),
        Value::Instance(instance) if let Some(coroutine) = coroutine_wrapper::coroutine_of(instance) => {
            Ok(coroutine)
        }
        _ => Err(wrong_object(arguments, "generator", method)),
    }
}

fn coroutine_await(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(coroutine_wrapper::wrapped(generator(&arguments, "__await__")?.clone())))
}

fn generator_next(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Resume(generator(&arguments, "__next__")?.clone(), Resumption::Send(Value::None)))
}

fn generator_send(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.exactly("generator.send")?;
    Ok(Outcome::Resume(generator(&arguments, "send")?.clone(), Resumption::Send(value.clone())))
}

fn generator_throw(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("throw", 1, 3)?;
    let generator = generator(&arguments, "throw")?.clone();
    if given.len() > 1 {
        return cx.prelude("throw_in_parts", arguments.all().to_vec());
    }
    let exception = match &given[0] {
        Value::Class(class) if class.inherits(&types().base_exception) => {
            let plain = matches!(class.lookup(&names().init), Some(Value::Native(_)));
            if !plain {
                return cx.prelude("throw_made", vec![arguments.object().clone(), given[0].clone()]);
            }
            bare(class)
        }
        value => Exception::of(value).ok_or_else(|| {
            type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {}",
                class_name(value)
            ))
        })?,
    };
    Ok(Outcome::Resume(generator, Resumption::Throw(exception)))
}

fn generator_close(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("generator.close")?;
    Ok(Outcome::Resume(generator(&arguments, "close")?.clone(), Resumption::Close))
}

fn generator_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(generator(&arguments, "__name__")?.name.borrow().clone())))
}

fn set_generator_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    *generator(&arguments, "__name__")?.name.borrow_mut() = text(given(&arguments), "__name__")?;
    nothing()
}

fn generator_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(generator(&arguments, "__qualname__")?.qualname.borrow().clone())))
}

fn set_generator_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    *generator(&arguments, "__qualname__")?.qualname.borrow_mut() = text(given(&arguments), "__qualname__")?;
    nothing()
}

fn generator_code(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(code_object(generator(&arguments, "gi_code")?.code.clone())))
}

fn generator_frame(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let generator = generator(&arguments, "gi_frame")?;
    if generator.state.get() == State::Running {
        return Ok(Outcome::Look(running_frame, Box::new([arguments.object().clone()])));
    }
    let frame = generator.frame.borrow();
    Ok(Outcome::Value(match frame.as_ref().filter(|_| generator.state.get() != State::Closed) {
        None => Value::None,
        Some(frame) if frame.native.is_some() => {
            let begun = generator.state.get() != State::Created;
            generator.known.map_or(Value::None, |known| frames::of_library(known.place(begun)))
        }
        Some(frame) => frames::snapshot(frame),
    }))
}

/// The frame of a generator that runs, or that somebody runs who is further in.
fn running_frame(_: &mut Context<'_>, frame: &Frame, values: &[Value]) -> Answer {
    let [Value::Generator(generator)] = values else { return nothing() };
    let mut frames = std::iter::successors(Some(frame), |frame| frame.back.as_deref());
    let is_it = |frame: &&Frame| frame.generator.as_ref().is_some_and(|other| Rc::ptr_eq(other, generator));
    Ok(Outcome::Value(frames.find(is_it).map_or(Value::None, frames::snapshot)))
}

fn coroutine_origin(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(crate::modules::asyncio::debug::origin(
        &generator(&arguments, "gi_origin")?.origin.lines(),
    )))
}

fn generator_running(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(generator(&arguments, "gi_running")?.state.get() == State::Running))
}

fn generator_suspended(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(generator(&arguments, "gi_suspended")?.state.get() == State::Suspended))
}

fn generator_delegate(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(generator(&arguments, "gi_delegate")?.delegate().unwrap_or(Value::None)))
}

// --- cells, modules, code ---

fn cell_contents(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Value::Cell(cell) = arguments.object() else { return nothing() };
    match cell.get() {
        Value::Unset => Err(value_error("Cell is empty")),
        value => Ok(Outcome::Value(value)),
    }
}

fn set_cell_contents(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if let Value::Cell(cell) = arguments.object() {
        drop(cell.set(given(&arguments).cloned().unwrap_or_default()));
    }
    nothing()
}

fn new_cell(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let value = arguments.rest().all().first().cloned().unwrap_or_default();
    Ok(Outcome::Value(Value::Cell(Rc::new(crate::object::CellObject::new(value)))))
}

fn new_module(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name, doc] = arguments.rest().bind("module", ["name", "doc"], 1, 0)?;
    let Value::Str(name) = &name else { return Err(type_error("module() argument 'name' must be str")) };
    let module = Module::new(name);
    drop(module.namespace.set_str(&names().doc, doc.or(Value::None)));
    Ok(Outcome::Value(Value::Module(Rc::new(module))))
}

/// A code object.
pub(crate) fn code_object(code: Rc<Code>) -> Value {
    if let Some(known) = code.object.borrow().upgrade() {
        return Value::Instance(known);
    }
    let object = Rc::new(Instance::new(types().code.clone(), Payload::Native(Box::new(code.clone()))));
    *code.object.borrow_mut() = Rc::downgrade(&object);
    Value::Instance(object)
}

fn code<'a>(arguments: &Arguments<'a>) -> Result<&'a Rc<Code>, Exception> {
    arguments.object().native().ok_or_else(|| type_error("a code object was expected"))
}

fn strings(names: &[Str]) -> Outcome {
    Outcome::Value(Value::tuple(names.iter().cloned().map(Value::Str).collect()))
}

fn count(number: u16) -> Outcome {
    Outcome::Value(Value::int(i64::from(number)))
}

fn code_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(code(&arguments)?.name.clone())))
}

fn code_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(code(&arguments)?.qualname.clone())))
}

fn code_filename(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(code(&arguments)?.source.filename.clone())))
}

fn code_first_line(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(i64::from(code(&arguments)?.first_line))))
}

fn code_argument_count(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(count(code(&arguments)?.parameters.positional))
}

fn code_positional_only(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(count(code(&arguments)?.parameters.positional_only))
}

fn code_keyword_only(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(count(code(&arguments)?.parameters.keyword_only))
}

fn code_variables(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(strings(&code(&arguments)?.locals))
}

fn code_variable_count(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(code(&arguments)?.locals.len())))
}

/// CPython's flags for `*args`, `**kwargs`, and the kinds of generators.
fn code_flags(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let code = code(&arguments)?;
    let kind = match code.kind {
        CodeKind::Generator => 0x20,
        CodeKind::Coroutine => 0x80,
        CodeKind::AsyncGenerator => 0x200,
        CodeKind::Module | CodeKind::Class | CodeKind::Function => 0,
    };
    let rest = if code.parameters.rest { 4 } else { 0 };
    let keywords = if code.parameters.keywords { 8 } else { 0 };
    Ok(Outcome::Value(Value::int(3 | kind | rest | keywords)))
}

fn code_constants(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::tuple(code(&arguments)?.body().constants.clone())))
}

fn code_names(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut names: Vec<Str> = Vec::new();
    for site in &code(&arguments)?.body().sites {
        if !names.contains(&site.name) {
            names.push(site.name.clone());
        }
    }
    Ok(strings(&names))
}

fn code_free(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let code = code(&arguments)?;
    let names: Vec<Str> =
        code.free.iter().filter_map(|register| code.locals.get(usize::from(*register)).cloned()).collect();
    Ok(strings(&names))
}
