//! The part of `_interleave` that the prelude is made of: special methods as the types have them, which
//! operand is asked first, and what only the machine knows of classes, modules and exceptions.
//! What containers need is in `builtins`; tracebacks are in `traceback::natives`.

use std::rc::Rc;

use crate::builtins::{Table, functions_into};
use crate::code::{AwaitPlace, BinaryOperator, Comparison};
use crate::object::class::{Builtin, Layout};
use crate::object::{Dict, Exception, Method, Payload};
use crate::types::{names, types};
use crate::value::{Str, Value};
use crate::vm::attributes::special;
use crate::vm::describe::{class_name, class_of, with_class};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing, to_name};
use crate::vm::raise::type_error;

/// The module's names.
pub(crate) fn fill(_: &mut Context<'_>, namespace: &Rc<Dict>) {
    crate::builtins::collection_helpers::fill(namespace);
    super::threads::fill(namespace);
    super::intrinsics::fill(namespace);
    for table in [FUNCTIONS, crate::traceback::natives::FUNCTIONS] {
        functions_into(namespace, "_interleave", table);
    }
}

const FUNCTIONS: &Table = &[
    ("attempts", attempts),
    ("await_iterator", await_iterator),
    ("class_name", name_of_class),
    ("comparisons", comparisons),
    ("exception_matches", exception_matches),
    ("forget_module", forget_module),
    ("is_package", is_package),
    ("is_python", is_python),
    ("load_module", load_module),
    ("lookup", lookup),
    ("metaclass_of", metaclass_of),
    ("modules", modules),
    ("run_class", crate::builtins::class::run_class),
    ("same_story", same_story),
    ("set_cause", set_cause),
    ("shape", shape),
    ("star_classes", star_classes),
    ("take_story", take_story),
    ("takes_itself", takes_itself),
    ("type_lookup", type_lookup),
    ("unordered", unordered),
    ("unsupported", unsupported),
];

fn name(value: &Value) -> Str {
    match value {
        Value::Str(name) => to_name(name.as_str()),
        _ => names().underscore.clone(),
    }
}

fn exception(value: &Value) -> Result<Exception, Exception> {
    Exception::of(value)
        .ok_or_else(|| type_error(format!("an exception is needed, not '{}'", class_name(value))))
}

// --- special methods ---

/// `lookup(value, name)`: the special method as the type has it, bound; `None` if there is none.
fn lookup(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value, method] = arguments.plain_between("lookup", 2, 2)? else { return nothing() };
    let method = name(method);
    // A descriptor of the program's, as a class attribute, binds by its own `__get__`.
    if let Some(descriptor @ Value::Instance(instance)) = &with_class(value, |class| class.lookup(&method))
        && !matches!(instance.payload, Payload::StaticMethod(_) | Payload::ClassMethod(_))
        && let Some(get) = special(descriptor, &names().get)
    {
        return Ok(Outcome::call(get, vec![value.clone(), Value::Class(class_of(value))]));
    }
    Ok(Outcome::Value(special(value, &method).unwrap_or(Value::None)))
}

/// `type_lookup(class, name, default=None)`: an attribute as the class or an ancestor has it, bound to nothing.
fn type_lookup(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [class, attribute, rest @ ..] = arguments.plain_between("type_lookup", 2, 3)? else {
        return nothing();
    };
    let found = match class {
        Value::Class(class) => class.lookup(&name(attribute)),
        _ => None,
    };
    Ok(Outcome::Value(found.or_else(|| rest.first().cloned()).unwrap_or(Value::None)))
}

/// Whether a method is written in Python, or an object of the program's, rather than the machine's own.
fn is_python(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(match arguments.object() {
        Value::Method(method) => !matches!(method.function, Value::Native(_)),
        Value::None | Value::Native(_) => false,
        _ => true,
    }))
}

fn name_of_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(class_name(arguments.object()))))
}

/// The name of the builtin class that a value is of, or that its class inherits from first.
fn shape(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let found = with_class(arguments.object(), |class| {
        if class.is_builtin {
            return class.name();
        }
        let ancestors = class.ancestors.borrow();
        ancestors
            .iter()
            .find(|ancestor| ancestor.is_builtin)
            .map_or_else(|| class.name(), |class| class.name())
    });
    Ok(Outcome::Value(Value::Str(found)))
}

/// A method of an operand's, and what it is called with.
fn attempt(method: Value, other: &Value) -> Value {
    Value::tuple(vec![method, other.clone()])
}

/// Where a sequence is to be repeated, a count that only its `__index__` tells.
fn repetition(cx: &Context<'_>, method: Value, other: &Value, name: &Str) -> Value {
    let counts = *name == "__mul__" || *name == "__rmul__";
    if counts
        && is_sequence_operator(&method)
        && crate::vm::operators::integer(other).is_none()
        && special(other, &names().index).is_some()
        && let Value::Method(own) = &method
    {
        return Value::Method(Rc::new(Method::new(cx.vm.prelude_function("times"), own.object.clone())));
    }
    method
}

/// Sequences have no operators in CPython's sense: what stands for theirs is asked when all others have been.
fn is_sequence_operator(method: &Value) -> bool {
    let Value::Method(method) = method else { return false };
    // `%` is the one operator that texts do have.
    matches!(&method.function, Value::Native(native) if native.name != "__mod__")
        && matches!(
            crate::vm::operators::unwrapped(&method.object),
            Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_)
        )
}

/// `attempts(left, right, method, reflected)`: what to ask for a binary operator, in order.
fn attempts(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [left, right, method, reflected] = arguments.plain_between("attempts", 4, 4)? else {
        return nothing();
    };
    let (left_class, right_class) = (class_of(left), class_of(right));
    let (method, reflected) = (name(method), name(reflected));
    let own = special(left, &method);
    let other = if left_class.is(&right_class) { None } else { special(right, &reflected) };
    let is_overridden = || match (left_class.lookup(&reflected), right_class.lookup(&reflected)) {
        (Some(one), Some(other)) => !one.is(&other),
        (one, other) => one.is_none() && other.is_some(),
    };
    let other_first = other.is_some()
        && (own.as_ref().is_some_and(is_sequence_operator)
            || right_class.inherits(&left_class) && is_overridden());
    let own = own.filter(|own| !own.is_none()).map(|own| attempt(repetition(cx, own, right, &method), right));
    let other = other
        .filter(|other| !other.is_none())
        .map(|other| attempt(repetition(cx, other, left, &reflected), left));
    let order = if other_first { [other, own] } else { [own, other] };
    Ok(Outcome::Value(Value::tuple(order.into_iter().flatten().collect())))
}

/// `comparisons(left, right, method, reflected)`: the same for a comparison.
fn comparisons(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [left, right, method, reflected] = arguments.plain_between("comparisons", 4, 4)? else {
        return nothing();
    };
    let (left_class, right_class) = (class_of(left), class_of(right));
    let own = special(left, &name(method)).filter(|own| !own.is_none()).map(|own| attempt(own, right));
    let other =
        special(right, &name(reflected)).filter(|other| !other.is_none()).map(|other| attempt(other, left));
    let other_first = !left_class.is(&right_class) && right_class.inherits(&left_class);
    let order = if other_first { [other, own] } else { [own, other] };
    Ok(Outcome::Value(Value::tuple(order.into_iter().flatten().collect())))
}

const OPERATORS: [BinaryOperator; 13] = [
    BinaryOperator::Add,
    BinaryOperator::Subtract,
    BinaryOperator::Multiply,
    BinaryOperator::MatrixMultiply,
    BinaryOperator::Divide,
    BinaryOperator::FloorDivide,
    BinaryOperator::Modulo,
    BinaryOperator::Power,
    BinaryOperator::LeftShift,
    BinaryOperator::RightShift,
    BinaryOperator::And,
    BinaryOperator::Or,
    BinaryOperator::Xor,
];

/// `unsupported(symbol, left, right, in_place)` raises what an operator without an answer raises.
fn unsupported(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Str(symbol), left, right, in_place] = arguments.plain_between("unsupported", 4, 4)? else {
        return nothing();
    };
    let in_place = matches!(in_place, Value::Bool(true));
    let operator = OPERATORS.into_iter().find(|operator| *symbol == operator.symbol());
    Err(crate::vm::operators::unsupported(operator.unwrap_or(BinaryOperator::Add), left, right, in_place))
}

/// `unordered(symbol, left, right)` raises what an order without an answer raises.
fn unordered(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Str(symbol), left, right] = arguments.plain_between("unordered", 3, 3)? else {
        return nothing();
    };
    let operator = match symbol.as_str() {
        "<" => Comparison::Less,
        "<=" => Comparison::LessEqual,
        ">" => Comparison::Greater,
        _ => Comparison::GreaterEqual,
    };
    Err(crate::vm::compare::unordered(operator, left, right))
}

/// What `await` runs for what `__anext__` gave.
fn await_iterator(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.awaitable(arguments.object().clone(), AwaitPlace::AsyncNext)
}

// --- classes and modules ---

/// Whether a class pattern's one positional pattern is matched against the subject itself.
fn takes_itself(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Value::Class(class) = arguments.object() else { return Ok(Outcome::from(false)) };
    Ok(Outcome::from(match class.layout {
        Layout::Builtin(Builtin::Complex | Builtin::Class | Builtin::Final) => class.is(&types().bool),
        Layout::Builtin(_) => true,
        Layout::Object | Layout::Exception | Layout::Native => false,
    }))
}

/// `metaclass_of(metaclass, bases)`: the most derived one.
fn metaclass_of(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Class(first), Value::Tuple(bases)] = arguments.plain_between("metaclass_of", 2, 2)? else {
        return Err(type_error("metaclass_of() needs a class and a tuple"));
    };
    Ok(Outcome::Value(Value::Class(crate::vm::classes::metaclass_of(first.clone(), bases)?)))
}

/// `sys.modules`
fn modules(cx: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Dict(cx.vm.modules.clone())))
}

/// Brings in one module that is not there yet.
fn load_module(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.load_module(&name(arguments.object()))
}

fn forget_module(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.vm.forget_module(arguments.object());
    nothing()
}

fn is_package(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(crate::modules::shelf::is_package(name(arguments.object()).as_str())))
}

// --- exceptions ---

fn set_cause(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [error, cause] = arguments.plain_between("set_cause", 2, 2)? else { return nothing() };
    exception(error)?.set_cause(Exception::of(cause));
    nothing()
}

/// Whether an exception is of a class, or one of a tuple of classes.
fn exception_matches(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [error, classes] = arguments.plain_between("exception_matches", 2, 2)? else { return nothing() };
    crate::vm::patterns::exception_matches(error, classes).map(Outcome::from)
}

/// What follows `except*` must be classes of exceptions, and not of groups.
fn star_classes(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let classes = arguments.object();
    crate::vm::patterns::exception_matches(&Value::None, classes)?;
    let is_group = |value: &Value| match value {
        Value::Class(class) => class.inherits(&types().base_exception_group),
        _ => false,
    };
    let has_group = match classes {
        Value::Tuple(classes) => classes.iter().any(is_group),
        class => is_group(class),
    };
    if has_group {
        return Err(type_error("catching ExceptionGroup with except* is not allowed. Use except instead."));
    }
    nothing()
}

/// Whether two exceptions have the same traceback, cause and context: a part of a group that was raised
/// again as it was.
fn same_story(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [one, other] = arguments.plain_between("same_story", 2, 2)? else { return nothing() };
    let (one, other) = (exception(one)?, exception(other)?);
    let same = |one: Option<Exception>, other: Option<Exception>| match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => one.is(&other),
        _ => false,
    };
    let traceback = |error: &Exception| error.state().traceback.borrow().clone();
    let same_traceback = match (traceback(&one), traceback(&other)) {
        (None, None) => true,
        (Some(one), Some(other)) => Rc::ptr_eq(&one, &other),
        _ => false,
    };
    let cause = |error: &Exception| error.state().cause.borrow().clone();
    let context = |error: &Exception| error.state().context.borrow().clone();
    let same_links = same(cause(&one), cause(&other)) && same(context(&one), context(&other));
    Ok(Outcome::from(same_traceback && same_links))
}

/// `take_story(part, group)`: a part of a group has the group's traceback, cause, context and notes.
fn take_story(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [part, group] = arguments.plain_between("take_story", 2, 2)? else { return nothing() };
    let (part, group) = (exception(part)?, exception(group)?);
    let (cause, context, traceback) = {
        let state = group.state();
        (state.cause.borrow().clone(), state.context.borrow().clone(), state.traceback.borrow().clone())
    };
    part.set_cause(cause);
    let old = part.state().context.replace(context);
    let line = part.state().traceback.replace(traceback);
    drop((old, line));
    if let Some(Value::List(notes)) = group.instance().get(&names().notes) {
        part.instance().set(&names().notes, Value::list(notes.to_vec()));
    }
    nothing()
}
