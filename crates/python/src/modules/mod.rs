//! Modules: which there are, and how each comes to be. Those written in Rust are tables
//! of functions and constants; the others are texts that our own compiler reads.

pub(crate) mod asyncio;
pub(crate) mod contextvars;
pub(crate) mod deque;
mod gc;
pub(crate) mod interleave;
mod intrinsics;
mod json;
pub(crate) mod matches;
mod math;
mod random;
mod records;
mod regex;
pub(crate) mod shelf;
pub(crate) mod sizes;
mod streams;
mod sys;
pub(crate) mod threads;
mod time;
pub(crate) mod weakrefs;

use std::rc::Rc;

use interleave_text::Span;

use crate::object::{Dict, Exception, Module};
use crate::provenance::Origin;
use crate::settings::Settings;
use crate::types::Types;
use crate::value::{Str, Value, intern};
use crate::vm::Vm;
use crate::vm::imports::Found;
use crate::vm::native::{Answer, Arguments, Context};
use crate::vm::raise::type_error;

/// What modules written in Rust keep during a run.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) asyncio: asyncio::State,
    /// The context variables of the code that runs.
    pub(crate) context: contextvars::Context,
    /// What `gc.isenabled()` says.
    pub(crate) collector_enabled: bool,
    pub(crate) entropy: random::Entropy,
    settings: Option<Rc<Settings>>,
    /// The module `sys`, once it has been imported, and the stream it began with.
    pub(crate) stdout: Option<(Rc<Dict>, Value)>,
}

impl State {
    /// `sys.stdout` has been set to something else.
    pub(crate) fn stdout_replaced(&self) -> bool {
        let Some((sys, stream)) = &self.stdout else { return false };
        sys.get_name("stdout").is_none_or(|now| !now.is(stream))
    }
}

impl Vm {
    /// The settings of the scenario.
    pub(crate) fn settings(&mut self) -> Rc<Settings> {
        let text = self.sources.first().map_or("", |source| &source.text);
        let settings = &mut self.state.settings;
        settings.get_or_insert_with(|| Rc::new(Settings::read(text, &self.options.settings))).clone()
    }

    /// The origin of a number that the program's text says elsewhere than in a literal of its own.
    pub(crate) fn origin_at(&mut self, place: Span) -> Origin {
        if !(self.options.record && self.options.origins) {
            return Origin::NONE;
        }
        let known = self.literals.iter().position(|literal| *literal == place);
        Origin::literal(known.unwrap_or_else(|| {
            self.literals.push(place);
            self.literals.len() - 1
        }))
    }
}

/// How a module written in Rust is filled.
type Fill = fn(&mut Context<'_>, &Rc<Dict>);

/// The modules written in Rust, by name.
const NATIVE: &[(&str, Fill)] = &[
    ("_asyncio", asyncio::fill),
    ("_interleave", |cx, namespace| interleave::fill(cx, namespace)),
    ("contextvars", contextvars::fill),
    ("gc", gc::fill),
    ("math", math::fill),
    ("sys", sys::fill),
    ("time", time::fill),
];

/// The module of a name, if the playground has it.
pub(crate) fn find(cx: &mut Context<'_>, name: &Str) -> Option<Found> {
    if let Some((_, fill)) = NATIVE.iter().find(|(known, _)| name == known) {
        let module = Module::new(name);
        fill(cx, &module.namespace);
        return Some(Found::Native(Rc::new(module)));
    }
    shelf::code(name).map(Found::Library)
}

/// Gives the classes of these modules their methods.
pub(crate) fn fill_classes(types: &Types) {
    contextvars::fill_classes(types);
    random::fill_classes(types);
    records::fill_classes(types);
    regex::fill_classes(types);
    streams::fill_classes(types);
    time::fill_classes(types);
    weakrefs::fill_classes(types);
}

/// It is written in Rust, and stands in no package.
pub(crate) fn is_native(name: &str) -> bool {
    NATIVE.iter().any(|(known, _)| name == *known)
}

/// Puts a constant into a module.
pub(crate) fn constant(namespace: &Dict, name: &str, value: Value) {
    drop(namespace.set_str(&intern(name), value));
}

// --- what the functions of several modules share ---

/// The one argument of a function, with CPython's words if there are more or fewer.
fn exactly_one<'a>(function: &str, arguments: &Arguments<'a>) -> Result<&'a [Value; 1], Exception> {
    arguments.no_names(function)?;
    let given = arguments.all();
    <&[Value; 1]>::try_from(given)
        .map_err(|_| type_error(format!("{function}() takes exactly one argument ({} given)", given.len())))
}

/// That a function was given nothing.
fn no_arguments(function: &str, arguments: &Arguments<'_>) -> Result<(), Exception> {
    match arguments.all().len() {
        0 => Ok(()),
        given => Err(type_error(format!("{function}() takes no arguments ({given} given)"))),
    }
}

/// A call of a function by module and name, once the prelude has prepared its arguments.
fn again(cx: &Context<'_>, helper: &str, function: &str, arguments: &Arguments<'_>) -> Answer {
    let names = arguments.names().iter().cloned().map(Value::Str).collect();
    let values = Value::tuple(arguments.all().to_vec());
    cx.prelude(helper, vec![Value::str(function), values, Value::tuple(names)])
}

/// With the arguments as floats: `__float__` of the program's is asked.
fn again_with_floats(cx: &Context<'_>, function: &str, arguments: &Arguments<'_>) -> Answer {
    again(cx, "with_floats", function, arguments)
}

/// With the arguments as ints: `__index__` of the program's is asked.
fn again_with_index(cx: &Context<'_>, function: &str, arguments: &Arguments<'_>) -> Answer {
    again(cx, "with_indices", function, arguments)
}

/// With a list in place of the argument at an index.
fn again_with_items(cx: &Context<'_>, function: &str, arguments: &Arguments<'_>, index: usize) -> Answer {
    let values = Value::tuple(arguments.all().to_vec());
    cx.prelude("with_items", vec![Value::str(function), values, Value::index(index)])
}
