//! `contextvars`: variables of which every task has its own. A context is a small map that
//! is shared until somebody changes it, so that copying one costs nothing.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::constant;
use crate::builtins::{
    Table, functions_into, install, install_class_methods, install_getters, install_static, repr,
};
use crate::object::iter::Walk;
use crate::object::{Dict, Exception, Instance, Iter, Payload};
use crate::types::{Types, types};
use crate::value::{Str, Value};
use crate::vm::Vm;
use crate::vm::describe::{address_text, class_name};
use crate::vm::native::{Answer, Arguments, Context as Machine, Outcome, nothing};
use crate::vm::raise::{key_error, runtime_error, type_error, unexpected_keyword, value_error};

/// A context: the same one as long as it is cloned, another once it is copied.
#[derive(Clone, Default)]
pub(crate) struct Context(Rc<Data>);

type Entries = Vec<(Rc<Instance>, Value)>;

#[derive(Default)]
struct Data {
    entries: RefCell<Rc<Entries>>,
    /// The context in which `run` was called, while that runs.
    outer: RefCell<Option<Context>>,
    /// The object that stands for it, while there is one.
    object: RefCell<Weak<Instance>>,
}

impl Context {
    pub(crate) fn copy(&self) -> Self {
        Self(Rc::new(Data { entries: RefCell::new(self.0.entries.borrow().clone()), ..Data::default() }))
    }

    fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    fn entries(&self) -> Rc<Entries> {
        self.0.entries.borrow().clone()
    }

    fn get(&self, variable: &Rc<Instance>) -> Option<Value> {
        let entries = self.0.entries.borrow();
        entries.iter().find(|(known, _)| Rc::ptr_eq(known, variable)).map(|(_, value)| value.clone())
    }

    /// Sets a variable, or, with nothing, forgets it; gives what it was.
    fn replace(&self, variable: &Rc<Instance>, value: Option<Value>) -> Option<Value> {
        let mut entries = self.0.entries.borrow_mut();
        // A map that others share stays theirs: what is dropped below is dropped after the borrow.
        let place = entries.iter().position(|(known, _)| Rc::ptr_eq(known, variable));
        let own = Rc::make_mut(&mut *entries);
        match (place, value) {
            (Some(place), Some(value)) => Some(std::mem::replace(&mut own[place].1, value)),
            (Some(place), None) => Some(own.remove(place).1),
            (None, Some(value)) => {
                own.push((variable.clone(), value));
                None
            }
            (None, None) => None,
        }
    }
}

/// The object that stands for a context.
pub(crate) fn object_of(_: &Vm, context: &Context) -> Value {
    if let Some(object) = context.0.object.borrow().upgrade() {
        return Value::Instance(object);
    }
    let payload = Payload::Native(Box::new(context.clone()));
    let object = Rc::new(Instance::new(types().context.clone(), payload));
    *context.0.object.borrow_mut() = Rc::downgrade(&object);
    Value::Instance(object)
}

/// The context that an object stands for.
pub(crate) fn context_of(value: &Value) -> Option<Context> {
    value.native::<Context>().cloned()
}

/// A `ContextVar`.
struct Variable {
    name: Str,
    /// Unset if there is none.
    default: Value,
}

/// What `ContextVar.set` gives.
struct Token {
    variable: Rc<Instance>,
    /// Unset if the variable had no value.
    old: Value,
    context: Context,
    used: Cell<bool>,
}

pub(super) const INTRINSICS: &Table = &[("enter_context", enter), ("leave_context", leave)];

pub(super) fn fill(_: &mut Machine<'_>, namespace: &Rc<Dict>) {
    functions_into(namespace, "_contextvars", &[("copy_context", copy_context)]);
    let types = types();
    for class in [&types.context_variable, &types.context, &types.context_token] {
        constant(namespace, &class.name(), Value::Class(class.clone()));
    }
}

pub(super) fn fill_classes(types: &Types) {
    let variable = &types.context_variable;
    install_static(variable, &[("__new__", new_variable)]);
    install(
        variable,
        &[
            ("get", variable_get),
            ("set", variable_set),
            ("reset", variable_reset),
            ("__repr__", variable_repr),
        ],
    );
    install_getters(variable, &[("name", variable_name)]);
    let token = &types.context_token;
    install_static(token, &[("__new__", new_token)]);
    install(token, &[("__repr__", token_repr)]);
    install_getters(token, &[("var", token_variable), ("old_value", token_old_value)]);
    let missing = Instance::new(types.missing.clone(), Payload::None);
    token.namespace.set_name("MISSING", Value::Instance(Rc::new(missing)));
    install(&types.missing, &[("__repr__", missing_repr)]);
    let context = &types.context;
    install_static(context, &[("__new__", new_context)]);
    install(
        context,
        &[
            ("run", run),
            ("copy", copy),
            ("get", get),
            ("keys", keys),
            ("values", values),
            ("items", items),
            ("__getitem__", get_item),
            ("__contains__", contains),
            ("__iter__", keys),
            ("__len__", length),
            ("__eq__", equal),
        ],
    );
    context.namespace.set_name("__hash__", Value::None);
    for class in [variable, token] {
        install_class_methods(class, &[("__class_getitem__", crate::builtins::type_expressions::make_alias)]);
    }
}

fn wrong(value: &Value, kind: &str) -> Exception {
    type_error(format!("descriptor requires a '{kind}' object but received a '{}'", class_name(value)))
}

// --- variables ---

fn variable<'a>(arguments: &Arguments<'a>) -> Result<(&'a Rc<Instance>, &'a Variable), Exception> {
    match arguments.object() {
        Value::Instance(instance) => instance
            .native()
            .map(|variable| (instance, variable))
            .ok_or_else(|| wrong(arguments.object(), "ContextVar")),
        other => Err(wrong(other, "ContextVar")),
    }
}

fn new_variable(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.rest();
    let [name] = given.positional() else {
        let count = given.positional().len();
        return Err(type_error(format!("ContextVar() takes exactly 1 positional argument ({count} given)")));
    };
    let mut default = Value::Unset;
    for (keyword, value) in given.named() {
        if keyword != "default" {
            return Err(unexpected_keyword("ContextVar", keyword, &["default"]));
        }
        default = value.clone();
    }
    let Value::Str(name) = crate::builtins::receive::inside(name) else {
        return Err(type_error("context variable name must be a str"));
    };
    let payload = Payload::Native(Box::new(Variable { name: name.clone(), default }));
    let instance = Instance::new(types().context_variable.clone(), payload);
    Ok(Outcome::Value(Value::Instance(Rc::new(instance))))
}

fn variable_get(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("get", 0, 1)?;
    let (instance, own) = variable(&arguments)?;
    let found = cx.vm.state.context.get(instance).or_else(|| given.first().cloned());
    match found {
        Some(value) => Ok(Outcome::Value(value)),
        None if !own.default.is_unset() => Ok(Outcome::Value(own.default.clone())),
        None => Err(Exception::new(&types().lookup_error, vec![arguments.object().clone()])),
    }
}

fn variable_set(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.exactly("ContextVar.set")?;
    let (instance, _) = variable(&arguments)?;
    let context = cx.vm.state.context.clone();
    let old = context.replace(instance, Some(value.clone())).unwrap_or_default();
    let token = Token { variable: instance.clone(), old, context, used: Cell::new(false) };
    let object = Instance::new(types().context_token.clone(), Payload::Native(Box::new(token)));
    Ok(Outcome::Value(Value::Instance(Rc::new(object))))
}

fn shown(cx: &mut Machine<'_>, value: &Value) -> Result<String, Exception> {
    repr::repr_of(cx, value).unwrap_or_else(|| Ok(repr::default_repr(value)))
}

fn variable_reset(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let [given] = arguments.exactly("ContextVar.reset")?;
    let (instance, _) = variable(&arguments)?;
    let Some(token) = given.native::<Token>() else {
        let shown = shown(cx, given)?;
        return Err(type_error(format!("expected an instance of Token, got {shown}")));
    };
    if token.used.get() {
        return Err(runtime_error(format!("{} has already been used once", shown(cx, given)?)));
    }
    if !Rc::ptr_eq(&token.variable, instance) {
        return Err(value_error(format!("{} was created by a different ContextVar", shown(cx, given)?)));
    }
    let context = cx.vm.state.context.clone();
    if !token.context.is(&context) {
        return Err(value_error(format!("{} was created in a different Context", shown(cx, given)?)));
    }
    token.used.set(true);
    let old = if token.old.is_unset() { None } else { Some(token.old.clone()) };
    drop(context.replace(instance, old));
    nothing()
}

fn variable_repr(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let (_, own) = variable(&arguments)?;
    let default = match &own.default {
        Value::Unset => String::new(),
        default => format!(" default={}", shown(cx, default)?),
    };
    let name = crate::text::repr::text(&own.name);
    Ok(Outcome::from(format!("<ContextVar name={name}{default} at {}>", address_text(arguments.object()))))
}

fn variable_name(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(variable(&arguments)?.1.name.clone())))
}

// --- tokens ---

fn token<'a>(arguments: &Arguments<'a>) -> Result<&'a Token, Exception> {
    arguments.object().native().ok_or_else(|| wrong(arguments.object(), "Token"))
}

fn new_token(_: &mut Machine<'_>, _: Arguments<'_>) -> Answer {
    Err(runtime_error("Tokens can only be created by ContextVars"))
}

fn token_repr(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let own = token(&arguments)?;
    let used = if own.used.get() { " used" } else { "" };
    let variable = shown(cx, &Value::Instance(own.variable.clone()))?;
    Ok(Outcome::from(format!("<Token{used} var={variable} at {}>", address_text(arguments.object()))))
}

fn token_variable(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Instance(token(&arguments)?.variable.clone())))
}

fn token_old_value(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let old = token(&arguments)?.old.clone();
    let missing = || types().context_token.namespace.get_name("MISSING").unwrap_or(Value::None);
    Ok(Outcome::Value(if old.is_unset() { missing() } else { old }))
}

fn missing_repr(_: &mut Machine<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::from("<Token.MISSING>"))
}

// --- contexts ---

fn context(arguments: &Arguments<'_>) -> Result<Context, Exception> {
    context_of(arguments.object()).ok_or_else(|| wrong(arguments.object(), "Context"))
}

fn new_context(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    if arguments.all().len() > 1 {
        return Err(type_error("Context() does not accept any arguments"));
    }
    Ok(Outcome::Value(object_of(cx.vm, &Context::default())))
}

fn copy_context(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    arguments.plain_between("copy_context", 0, 0)?;
    let copy = cx.vm.state.context.copy();
    Ok(Outcome::Value(object_of(cx.vm, &copy)))
}

fn copy(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let copy = context(&arguments)?.copy();
    Ok(Outcome::Value(object_of(cx.vm, &copy)))
}

/// `run(function, *args, **kwargs)`: the prelude enters the context, calls, and leaves it.
fn run(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    context(&arguments)?;
    if arguments.positional().len() < 2 {
        return Err(type_error("run() missing 1 required positional argument"));
    }
    let positional = Value::tuple(arguments.positional()[2..].to_vec());
    let named = arguments.named().map(|(name, value)| (name.clone(), value.clone()));
    let named = Value::Dict(Rc::new(crate::vm::native::dict_of_names(named)));
    let function = arguments.positional()[1].clone();
    cx.prelude("run_in_context", vec![arguments.object().clone(), function, positional, named])
}

fn enter(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let context = context(&arguments)?;
    let current = &mut cx.vm.state.context;
    if context.is(current) || context.0.outer.borrow().is_some() {
        let shown = repr::default_repr(arguments.object());
        return Err(runtime_error(format!("cannot enter context: {shown} is already entered")));
    }
    let outer = std::mem::replace(current, context.clone());
    *context.0.outer.borrow_mut() = Some(outer);
    nothing()
}

fn leave(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let context = context(&arguments)?;
    let outer = context.0.outer.borrow_mut().take();
    if let Some(outer) = outer {
        cx.vm.state.context = outer;
    }
    nothing()
}

/// The variable that a key is.
fn key(cx: &mut Machine<'_>, value: &Value) -> Result<Rc<Instance>, Exception> {
    match value {
        Value::Instance(instance) if instance.native::<Variable>().is_some() => Ok(instance.clone()),
        other => Err(type_error(format!("a ContextVar key was expected, got {}", shown(cx, other)?))),
    }
}

fn get(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("get", 1, 2)?;
    let variable = key(cx, &given[0])?;
    let found = context(&arguments)?.get(&variable);
    Ok(Outcome::Value(found.or_else(|| given.get(1).cloned()).unwrap_or(Value::None)))
}

fn get_item(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let [given] = arguments.exactly("_contextvars.Context.__getitem__")?;
    let variable = key(cx, given)?;
    context(&arguments)?.get(&variable).map(Outcome::Value).ok_or_else(|| key_error(given.clone()))
}

fn contains(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let [given] = arguments.exactly("_contextvars.Context.__contains__")?;
    let variable = key(cx, given)?;
    Ok(Outcome::from(context(&arguments)?.get(&variable).is_some()))
}

fn length(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(context(&arguments)?.entries().len())))
}

fn listed(arguments: &Arguments<'_>, pick: impl Fn(&(Rc<Instance>, Value)) -> Value) -> Answer {
    let values: Vec<Value> = context(arguments)?.entries().iter().map(pick).collect();
    Ok(Outcome::Value(Value::Iter(Iter::new(Walk::Values(values.into_iter())))))
}

fn keys(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    listed(&arguments, |(variable, _)| Value::Instance(variable.clone()))
}

fn values(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    listed(&arguments, |(_, value)| value.clone())
}

fn items(_: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    listed(&arguments, |(variable, value)| {
        Value::tuple(vec![Value::Instance(variable.clone()), value.clone()])
    })
}

/// Equal if they hold equal values under the same variables.
fn equal(cx: &mut Machine<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("_contextvars.Context.__eq__")?;
    let Some(other) = context_of(other) else { return Ok(Outcome::Value(Value::NotImplemented)) };
    let (one, other) = (context(&arguments)?.entries(), other.entries());
    if one.len() != other.len() {
        return Ok(Outcome::from(false));
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (variable, value) in one.iter() {
        let Some((_, its)) = other.iter().find(|(known, _)| Rc::ptr_eq(known, variable)) else {
            return Ok(Outcome::from(false));
        };
        left.push(value.clone());
        right.push(its.clone());
    }
    cx.compare(crate::code::Comparison::Equal, Value::list(left), Value::list(right))
}
