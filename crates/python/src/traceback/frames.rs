//! Tracebacks and frames as objects: `error.__traceback__.tb_frame.f_lineno` and the like.
//! A frame object is a picture of the frame at the moment when it was asked for.

use std::rc::Rc;

use super::lines::Line;
use super::visible;
use crate::builtins::introspect::code_object;
use crate::builtins::{install, install_getters};
use crate::code::{BEFORE, CodeKind};
use crate::modules::asyncio::trace::left_at;
use crate::object::exception::{LibraryLine, Place};
use crate::object::{Dict, Exception, Instance, Payload, Traceback};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::frame::Frame;
use crate::vm::library::shell_code;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::questions::{locals_of, named};
use crate::vm::raise::type_error;
use crate::vm::{Vm, cycles};

/// Gives tracebacks and frames their attributes.
pub(crate) fn fill(types: &Types) {
    install_getters(
        &types.traceback,
        &[("tb_frame", tb_frame), ("tb_lineno", tb_line), ("tb_lasti", tb_instruction), ("tb_next", tb_next)],
    );
    install_getters(
        &types.frame,
        &[
            ("f_back", f_back),
            ("f_builtins", f_builtins),
            ("f_code", f_code),
            ("f_globals", f_globals),
            ("f_lasti", f_instruction),
            ("f_lineno", f_line),
            ("f_locals", f_locals),
        ],
    );
    install(&types.frame, &[("clear", clear), ("__repr__", repr)]);
}

/// What a frame object shows.
pub(crate) struct FrameData {
    pub(crate) place: Place,
    /// Unknown where a traceback has kept the place alone.
    globals: Option<Rc<Dict>>,
    locals: Rc<Dict>,
    /// The frame object of the caller, or `None`.
    pub(crate) back: Value,
}

fn object(data: FrameData) -> Value {
    Value::Instance(Rc::new(Instance::new(types().frame.clone(), Payload::Native(Box::new(data)))))
}

/// A running frame and those behind it, as objects. Shells around natives are none.
pub(crate) fn snapshot(frame: &Frame) -> Value {
    let mut chain = Vec::new();
    let mut next = Some(frame);
    while let Some(here) = next {
        if !is_shell(here) {
            chain.push(here);
        }
        next = here.back.as_deref();
    }
    chain.into_iter().rev().fold(Value::None, |back, here| {
        object(FrameData {
            place: Place::Code(here.function.code.clone(), here.at()),
            globals: Some(here.function.globals.clone()),
            locals: locals_of(here),
            back,
        })
    })
}

/// The frame of a coroutine of the library.
pub(crate) fn of_library(line: &'static LibraryLine) -> Value {
    object(FrameData { place: Place::Library(line), globals: None, locals: Rc::default(), back: Value::None })
}

/// A frame that is no code of anybody's.
fn is_shell(frame: &Frame) -> bool {
    let source = &frame.function.code.source;
    frame.native.is_some() || source.is_library && source.text.is_empty()
}

/// File, line and globals of the innermost frame of the program's; those of `sys` if there is none.
pub(crate) fn caller(vm: &Vm, frame: &Frame) -> Value {
    place_of(vm, frame, |here| !here.function.code.hidden)
}

/// The same, where the library's own frames count that stand at a line which tracebacks show.
pub(crate) fn shown_place(vm: &Vm, frame: &Frame) -> Value {
    place_of(vm, frame, |_| true)
}

fn place_of(vm: &Vm, frame: &Frame, counts: impl Fn(&Frame) -> bool) -> Value {
    let mut next = Some(frame);
    while let Some(here) = next {
        if !is_shell(here)
            && counts(here)
            && let Some(line) = Line::of_code(&here.function.code, here.at())
        {
            let globals = Value::Dict(here.function.globals.clone());
            let (file, number) = (Value::str(&line.file), Value::int(i64::from(line.number)));
            if here.function.code.hidden {
                vm.deathbeds.borrow_mut().push(line);
            }
            return Value::tuple(vec![file, number, globals]);
        }
        next = here.back.as_deref();
    }
    let globals = match vm.modules.get_name("sys") {
        Some(Value::Module(sys)) => sys.namespace.clone(),
        _ => Rc::default(),
    };
    Value::tuple(vec![Value::name("<sys>"), Value::int(0), Value::Dict(globals)])
}

// --- tracebacks ---

fn traceback<'a>(arguments: &Arguments<'a>) -> Result<&'a Rc<Traceback>, Exception> {
    match arguments.object() {
        Value::Traceback(traceback) => Ok(traceback),
        _ => Err(type_error("a traceback was expected")),
    }
}

fn line_of(place: &Place) -> i64 {
    i64::from(match place {
        Place::Code(code, at) => code.source.line_of(code.place(*at).0.start),
        Place::Library(line) => line.line,
    })
}

fn instruction_of(place: &Place) -> i64 {
    match place {
        Place::Code(_, BEFORE) => 2,
        Place::Code(_, at) => 2 * i64::from(*at),
        Place::Library(_) => 0,
    }
}

fn tb_frame(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Look(frame_of_line, arguments.all().into()))
}

/// The frame of a line is where it is now, or where it has ended; not where the exception passed it.
fn frame_of_line(_: &mut Context<'_>, frame: &Frame, values: &[Value]) -> Answer {
    let [Value::Traceback(line)] = values else { return nothing() };
    let is_its = |frame: &&Frame| frame.remains.as_ref().is_some_and(|own| Rc::ptr_eq(own, &line.remains));
    let running = std::iter::successors(Some(frame), |frame| frame.back.as_deref()).find(is_its);
    let look = |frame: &Frame| (frame.at(), locals_of(frame));
    let live =
        running.map(look).or_else(|| cycles::find_suspended(|frame| is_its(&frame).then(|| look(frame))));
    let (place, locals) = match &line.place {
        Place::Code(code, at) => {
            let (now, locals) = live.unwrap_or_else(|| {
                (line.remains.at.get().unwrap_or(*at), named(code, &line.remains.locals.borrow()))
            });
            (Place::Code(code.clone(), now), locals)
        }
        Place::Library(line) => (Place::Library(left_at(line)), Rc::default()),
    };
    Ok(Outcome::Value(object(FrameData { place, globals: None, locals, back: Value::None })))
}

fn tb_line(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(line_of(&traceback(&arguments)?.place))))
}

fn tb_instruction(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(instruction_of(&traceback(&arguments)?.place))))
}

fn tb_next(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let next = visible(traceback(&arguments)?.next.borrow().clone());
    Ok(Outcome::Value(next.map_or(Value::None, Value::Traceback)))
}

// --- frames ---

fn data<'a>(arguments: &Arguments<'a>) -> Result<&'a FrameData, Exception> {
    arguments.object().native().ok_or_else(|| type_error("a frame was expected"))
}

fn f_back(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(data(&arguments)?.back.clone()))
}

fn f_builtins(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Dict(cx.vm.builtins.clone())))
}

fn f_code(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(match &data(&arguments)?.place {
        Place::Code(code, _) => code_object(code.clone()),
        Place::Library(line) => {
            let filename = format!("{}{}", super::lines::LIBRARY, line.file);
            code_object(Rc::new(shell_code(&filename, line.function, CodeKind::Function)))
        }
    }))
}

fn f_globals(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let globals = data(&arguments)?.globals.clone().or_else(|| match cx.vm.modules.get_name("__main__") {
        Some(Value::Module(main)) => Some(main.namespace.clone()),
        _ => None,
    });
    Ok(Outcome::Value(Value::Dict(globals.unwrap_or_default())))
}

fn f_instruction(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(instruction_of(&data(&arguments)?.place))))
}

fn f_line(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(line_of(&data(&arguments)?.place))))
}

fn f_locals(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Dict(data(&arguments)?.locals.clone())))
}

/// `<frame at 0x…, file 'main.py', line 5, code main>`
fn repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let place = &data(&arguments)?.place;
    let (file, code) = match place {
        Place::Code(code, _) => (code.source.filename.as_str().to_owned(), code.name.as_str()),
        Place::Library(line) => (format!("{}{}", super::lines::LIBRARY, line.file), line.function),
    };
    let line = line_of(place);
    let address = crate::vm::describe::address_text(arguments.object());
    let file = crate::text::repr::text(&file);
    Ok(Outcome::Value(Value::string(format!("<frame at {address}, file {file}, line {line}, code {code}>"))))
}

fn clear(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.exactly::<0>("frame.clear")?;
    nothing()
}
