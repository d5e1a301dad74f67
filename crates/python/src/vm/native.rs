//! How functions of the machine are written: what they are given, and what they answer.
//!
//! A native function never runs the program's code itself, so nothing nests in
//! Rust however deeply a program does. Where code has to run, it answers with
//! what to call ([`Outcome::Call`]), and that call's result is its own.

use interleave_core::{Block, Coroutine, Machine};

use super::Vm;
use super::frame::Frame;
use super::raise::{type_error, unexpected_keyword};
use crate::modules::asyncio::trace::Known;
use crate::object::{Dict, Exception, Generator, Instance};
use crate::value::{Str, Value, intern};
use std::rc::Rc;

/// What a native function works in.
pub(crate) struct Context<'a> {
    pub(crate) vm: &'a mut Vm,
    pub(crate) machine: &'a mut Machine<Vm>,
}

/// What it answers.
pub(crate) type Answer = Result<Outcome, Exception>;

/// How a call goes on. What is rare is boxed: an answer is handed on several times.
pub(crate) enum Outcome {
    /// It is done.
    Value(Value),
    /// By a call, whose result is its own.
    Call(Box<Call>),
    /// By resuming a generator or coroutine; what that yields or returns is the result.
    Resume(Rc<Generator>, Resumption),
    /// By a step of an asynchronous generator, driven by hand.
    Step(Rc<Instance>, Resumption),
    /// By a coroutine of the event loop's library, run to its end.
    Drive(Box<dyn Coroutine<Vm>>),
    /// By such a coroutine as an object, unless it is awaited at once.
    Coroutine(&'static Known, Box<dyn Coroutine<Vm>>),
    /// The whole thread waits; then the result is the value.
    Block(Box<Block<Vm>>, Value),
    /// By looking at the frame that calls.
    Frame(crate::builtins::functions::FrameQuestion),
    /// By a look at the frame that calls, and those behind it.
    Look(Look, Box<[Value]>),
    /// By making an instance of a class: `type.__call__`.
    Make(Rc<crate::object::Class>, Box<(Vec<Value>, Vec<Str>)>),
    /// By running a class's body, and then calling its metaclass.
    Class(Value, Box<super::frame::ClassCall>),
    /// The whole thread waits for a signal; the result is whether it came.
    Await(Box<Block<Vm>>),
}

/// A function that is shown the frame that calls it.
pub(crate) type Look = fn(&mut Context<'_>, &Frame, &[Value]) -> Answer;

/// A call to be made.
pub(crate) struct Call {
    pub(crate) function: Value,
    /// Positional ones, then those named.
    pub(crate) arguments: Vec<Value>,
    pub(crate) names: Vec<Str>,
}

/// What a generator is resumed with.
pub(crate) enum Resumption {
    Send(Value),
    Throw(Exception),
    /// `close()`: a `GeneratorExit` that it must not swallow.
    Close,
}

impl From<Value> for Outcome {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

impl From<bool> for Outcome {
    fn from(truth: bool) -> Self {
        Self::Value(Value::Bool(truth))
    }
}

impl From<String> for Outcome {
    fn from(text: String) -> Self {
        Self::Value(Value::string(text))
    }
}

impl From<&str> for Outcome {
    fn from(text: &str) -> Self {
        Self::Value(Value::str(text))
    }
}

/// `None`, as an answer.
pub(crate) fn nothing() -> Answer {
    Ok(Outcome::Value(Value::None))
}

impl Outcome {
    /// A call with positional arguments.
    pub(crate) fn call(function: Value, arguments: Vec<Value>) -> Self {
        Self::Call(Box::new(Call { function, arguments, names: Vec::new() }))
    }
}

impl Context<'_> {
    /// What is set next, a timer or a blocking sleep, lasts as long as this number says.
    pub(crate) fn note_delay(&mut self, delay: &Value) {
        note_delay(self.machine, delay);
        self.vm.provenance.renew();
    }

    /// A call of one of the functions of the library's prelude, which are written in Python.
    pub(crate) fn prelude(&self, name: &str, arguments: Vec<Value>) -> Answer {
        let function = self.vm.prelude_function(name);
        Ok(Outcome::call(function, arguments))
    }

    /// The same call again, with an iterable turned into a list by running what has to run: for natives that
    /// want all items of an argument before they begin.
    pub(crate) fn again_with_list(&self, function: Value, arguments: &Arguments<'_>, index: usize) -> Answer {
        let mut all = vec![function, Value::index(index)];
        all.extend(arguments.values.iter().cloned());
        let mut names = vec![Value::Unset; 0];
        names.extend(arguments.names.iter().cloned().map(Value::Str));
        all.insert(2, Value::tuple(names));
        self.prelude("again_with_list", all)
    }
}

/// The arguments of a call: positional ones, then the values of those with a name.
#[derive(Clone, Copy)]
pub(crate) struct Arguments<'a> {
    values: &'a [Value],
    names: &'a [Str],
}

impl<'a> Arguments<'a> {
    pub(crate) fn new(values: &'a [Value], names: &'a [Str]) -> Self {
        Self { values, names }
    }

    /// Those without a name.
    pub(crate) fn positional(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// All values, those with a name at the end.
    pub(crate) fn all(&self) -> &'a [Value] {
        self.values
    }

    pub(crate) fn names(&self) -> &'a [Str] {
        self.names
    }

    /// Those with a name.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&'a Str, &'a Value)> {
        self.names.iter().zip(&self.values[self.values.len() - self.names.len()..])
    }

    /// The object of a method: the first argument.
    pub(crate) fn object(&self) -> &'a Value {
        self.values.first().unwrap_or(&Value::Unset)
    }

    /// Without the first: the arguments of a method as its caller counts them.
    pub(crate) fn rest(&self) -> Arguments<'a> {
        Arguments { values: self.values.get(1..).unwrap_or(&[]), names: self.names }
    }

    pub(crate) fn no_names(&self, function: &str) -> Result<(), Exception> {
        if self.names.is_empty() {
            Ok(())
        } else {
            Err(type_error(format!("{function}() takes no keyword arguments")))
        }
    }

    /// Exactly `N` arguments after the object, without names: for methods, with CPython's words
    /// (`list.append() takes exactly one argument (2 given)`).
    pub(crate) fn exactly<const N: usize>(&self, function: &str) -> Result<[&'a Value; N], Exception> {
        self.no_names(function)?;
        let values = self.values.get(1..).unwrap_or(&[]);
        <&[Value; N]>::try_from(values).map(|values| values.each_ref()).map_err(|_| {
            let given = values.len();
            type_error(match N {
                0 => format!("{function}() takes no arguments ({given} given)"),
                1 => format!("{function}() takes exactly one argument ({given} given)"),
                _ => {
                    let short = function.rsplit('.').next().unwrap_or(function);
                    format!("{short} expected {N} arguments, got {given}")
                }
            })
        })
    }

    /// Between `low` and `high` arguments after the object, without names.
    pub(crate) fn between(&self, function: &str, low: usize, high: usize) -> Result<&'a [Value], Exception> {
        if !self.names.is_empty() {
            self.no_names(&self.qualified(function))?;
        }
        self.rest().count_between(function, low, high)
    }

    /// The same for functions, which have no object.
    pub(crate) fn plain_between(
        &self,
        function: &str,
        low: usize,
        high: usize,
    ) -> Result<&'a [Value], Exception> {
        self.no_names(function)?;
        self.count_between(function, low, high)
    }

    /// A method's name with that of the class that it is a method of.
    fn qualified(&self, function: &str) -> String {
        let object = crate::builtins::receive::inside(self.object());
        let class = super::describe::class_name(object);
        let is_method = !matches!(object, Value::Class(_) | Value::Unset) && class != function;
        if is_method && !function.contains('.') { format!("{class}.{function}") } else { function.to_owned() }
    }

    /// The one argument of a function that takes no others.
    pub(crate) fn only(&self, function: &str) -> Result<&'a Value, Exception> {
        self.no_names(function)?;
        match self.values {
            [value] => Ok(value),
            given => {
                Err(type_error(format!("{function}() takes exactly one argument ({} given)", given.len())))
            }
        }
    }

    fn count_between(&self, function: &str, low: usize, high: usize) -> Result<&'a [Value], Exception> {
        let given = self.values.len();
        if (low..=high).contains(&given) {
            return Ok(self.values);
        }
        let short = function.rsplit('.').next().unwrap_or(function);
        let (word, bound) = match (low == high, given < low) {
            (true, _) => ("", low),
            (false, true) => ("at least ", low),
            (false, false) => ("at most ", high),
        };
        let plural = if bound == 1 { "" } else { "s" };
        Err(type_error(format!("{short} expected {word}{bound} argument{plural}, got {given}")))
    }

    /// Sorts arguments to parameters by position and name. `names` are all parameters in order (an empty
    /// name for one that is positional only); the first `required` must be given. `keyword_only` of them, at
    /// the end, must be named. What is not given is `Unset`.
    pub(crate) fn bind<const N: usize>(
        &self,
        function: &str,
        names: [&str; N],
        required: usize,
        keyword_only: usize,
    ) -> Result<[Value; N], Exception> {
        let mut slots = [const { Value::Unset }; N];
        self.bind_to(&mut slots, function, &names, required, keyword_only)?;
        Ok(slots)
    }

    /// The same for any number of parameters.
    pub(crate) fn bind_to(
        &self,
        slots: &mut [Value],
        function: &str,
        names: &[&str],
        required: usize,
        keyword_only: usize,
    ) -> Result<(), Exception> {
        let positional = self.positional();
        let most = names.len() - keyword_only;
        if self.values.len() > names.len() {
            let (given, known) = (self.values.len(), names.len());
            let plural = if known == 1 { "" } else { "s" };
            let keyword = if positional.is_empty() { "keyword " } else { "" };
            return Err(type_error(format!(
                "{function}() takes at most {known} {keyword}argument{plural} ({given} given)"
            )));
        }
        if positional.len() > most {
            let given = positional.len();
            let plural = if most == 1 { "" } else { "s" };
            let at_most = if required == most { "exactly" } else { "at most" };
            return Err(type_error(match most {
                0 => format!("{function}() takes no positional arguments"),
                _ => {
                    format!("{function}() takes {at_most} {most} positional argument{plural} ({given} given)")
                }
            }));
        }
        for (slot, value) in slots.iter_mut().zip(positional) {
            *slot = value.clone();
        }
        let mut unexpected = None;
        for (name, value) in self.named() {
            let Some(index) = names.iter().position(|other| !other.is_empty() && name == other) else {
                unexpected = unexpected.or(Some(name));
                continue;
            };
            if !slots[index].is_unset() {
                return Err(type_error(format!(
                    "argument for {function}() given by name ('{name}') and position ({})",
                    index + 1
                )));
            }
            slots[index] = value.clone();
        }
        if let Some(index) = slots[..required].iter().position(Value::is_unset) {
            let name = names[index];
            if name.is_empty() {
                let nameless = names[..required].iter().filter(|name| name.is_empty()).count();
                let at_least = if nameless == most { "exactly" } else { "at least" };
                let plural = if nameless == 1 { "" } else { "s" };
                let given = positional.len();
                return Err(type_error(format!(
                    "{function}() takes {at_least} {nameless} positional argument{plural} ({given} given)"
                )));
            }
            return Err(type_error(format!(
                "{function}() missing required argument '{name}' (pos {})",
                index + 1
            )));
        }
        if let Some(name) = unexpected {
            let known: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
            return Err(unexpected_keyword(function, name, &known));
        }
        Ok(())
    }
}

impl Value {
    /// What is given, or else the default.
    pub(crate) fn or(self, default: Value) -> Value {
        if self.is_unset() { default } else { self }
    }

    /// The native state of an object of a native class.
    pub(crate) fn native<T: 'static>(&self) -> Option<&T> {
        match self {
            Self::Instance(instance) => instance_native(instance),
            _ => None,
        }
    }
}

/// The native state of an instance, or of the value that it carries inside.
fn instance_native<T: 'static>(instance: &Rc<Instance>) -> Option<&T> {
    if let Some(native) = instance.native::<T>() {
        return Some(native);
    }
    match &instance.payload {
        crate::object::Payload::Value(inner) => inner.native(),
        _ => None,
    }
}

/// A dict whose keys are names.
pub(crate) fn dict_of_names(entries: impl IntoIterator<Item = (Str, Value)>) -> Dict {
    let dict = Dict::default();
    for (name, value) in entries {
        drop(dict.set_str(&name, value));
    }
    dict
}

/// A name made of a text that the program computed.
pub(crate) fn to_name(text: &str) -> Str {
    intern(text)
}

/// The trace hears which of the program's numbers the next delay is.
pub(crate) fn note_delay(machine: &mut Machine<Vm>, delay: &Value) {
    let (Value::Int(_, origin) | Value::Float(_, origin)) = delay else { return };
    if let Some(origin) = origin.id() {
        machine.note(|| interleave_trace::What::DelayFrom(origin));
    }
}
