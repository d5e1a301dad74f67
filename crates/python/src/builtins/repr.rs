//! `repr` and `str` of everything, as far as no code of the program has to be run: where an
//! object of the program's shows itself, the library's prelude goes on.

use std::cell::RefCell;
use std::rc::Rc;

use crate::number::integer::Integer;
use crate::object::{Class, Exception, Instance, Method, Module, NativeFunction, Payload};
use crate::text::{float_repr, repr};
use crate::types::{names, types};
use crate::value::{Str, Value};
use crate::vm::compare::has_python_method;
use crate::vm::describe::{address_text, class_name, class_of, full_name};
use crate::vm::native::{Arguments, Context, Outcome};
use crate::vm::operators::LARGEST;
use crate::vm::raise::{memory_error, recursion_error};

/// How many collections may be inside each other.
const DEPTH: usize = 500;

thread_local! {
    /// Where the collections are that are being shown now, the outermost first.
    static SHOWING: RefCell<Vec<usize>> = RefCell::default();
}

/// Why there is no text.
enum Stop {
    /// Only code of the program's knows.
    Ask,
    Raise(Exception),
}

impl<E: Into<Exception>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Raise(error.into())
    }
}

/// `repr(value)`; nothing if code of the program's has to be run.
pub(crate) fn repr_of(cx: &mut Context<'_>, value: &Value) -> Option<Result<String, Exception>> {
    let mut text = String::new();
    finished(push(cx, &mut text, value), text)
}

/// `repr` of a builtin value or of what an object carries inside, whatever its class's `__repr__` says.
pub(crate) fn plain_repr(cx: &mut Context<'_>, value: &Value) -> Option<Result<String, Exception>> {
    let mut text = String::new();
    let shown = match value {
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) => push_plain(cx, &mut text, inner, Some(&instance.class())),
            _ => return Some(Ok(default_repr(value))),
        },
        _ => push_plain(cx, &mut text, value, None),
    };
    finished(shown, text)
}

/// `str(value)`; nothing if code of the program's has to be run.
pub(crate) fn str_of(cx: &mut Context<'_>, value: &Value) -> Option<Result<String, Exception>> {
    match value {
        Value::Str(text) => Some(Ok(text.as_str().to_owned())),
        Value::Instance(instance) => match instance.with_class(|class| class.lookup(&names().str)) {
            Some(Value::Native(native)) if native.is_of("object", "__str__") => repr_of(cx, value),
            Some(Value::Native(native)) => match &instance.payload {
                Payload::Value(Value::Str(text)) => Some(Ok(text.as_str().to_owned())),
                _ => {
                    let mut text = String::new();
                    finished(push_answer(cx, &mut text, &native, value), text)
                }
            },
            _ => None,
        },
        Value::Class(_) | Value::Tuple(_) | Value::Set(_) if has_python_method(value, &names().str) => None,
        _ => repr_of(cx, value),
    }
}

fn finished(shown: Result<(), Stop>, text: String) -> Option<Result<String, Exception>> {
    match shown {
        Ok(()) => Some(Ok(text)),
        Err(Stop::Ask) => None,
        Err(Stop::Raise(exception)) => Some(Err(exception)),
    }
}

fn push(cx: &mut Context<'_>, text: &mut String, value: &Value) -> Result<(), Stop> {
    match value {
        Value::Instance(instance) => push_instance(cx, text, value, instance),
        Value::Class(_) | Value::Tuple(_) | Value::Set(_) if has_python_method(value, &names().repr) => {
            Err(Stop::Ask)
        }
        // A named record of the machine's own, such as `time.struct_time`.
        Value::Tuple(tuple) if !tuple.class().is(&types().tuple) => match tuple.class().lookup(&names().repr)
        {
            Some(Value::Native(native)) if !native.is_of("tuple", "__repr__") => {
                push_answer(cx, text, &native, value)
            }
            _ => push_plain(cx, text, value, None),
        },
        _ => push_plain(cx, text, value, None),
    }
}

fn push_instance(
    cx: &mut Context<'_>,
    text: &mut String,
    value: &Value,
    instance: &Rc<Instance>,
) -> Result<(), Stop> {
    match instance.with_class(|class| class.lookup(&names().repr)) {
        Some(Value::Native(native)) => {
            if let Payload::Value(inner) = &instance.payload {
                return push_plain(cx, text, inner, Some(&instance.class()));
            }
            if !native.is_of("object", "__repr__") {
                let again = match instance.with_class(|class| class.inherits(&types().deque)) {
                    true => "[...]".to_owned(),
                    false => format!("{}(...)", class_name(value)),
                };
                return within(text, Rc::as_ptr(instance) as usize, &again, |text| {
                    push_answer(cx, text, &native, value)
                });
            }
        }
        Some(_) => return Err(Stop::Ask),
        None => {}
    }
    text.push_str(&builtin_attribute(instance).unwrap_or_else(|| default_repr(value)));
    Ok(())
}

/// `<attribute 'real' of 'int' objects>`, of the attributes that builtin classes compute.
fn builtin_attribute(instance: &Instance) -> Option<String> {
    let Payload::Property(property) = &instance.payload else { return None };
    let Value::Native(getter) = &property.getter else { return None };
    let (class, name) = (getter.class()?, &getter.name);
    instance
        .with_class(|own| own.is(&types().getset))
        .then(|| format!("<attribute '{name}' of '{class}' objects>"))
}

/// What a native `__repr__` or `__str__` answers at once.
fn push_answer(
    cx: &mut Context<'_>,
    text: &mut String,
    native: &NativeFunction,
    value: &Value,
) -> Result<(), Stop> {
    match (native.call)(cx, Arguments::new(std::slice::from_ref(value), &[]))? {
        Outcome::Value(Value::Str(shown)) => {
            text.push_str(&shown);
            Ok(())
        }
        _ => Err(Stop::Ask),
    }
}

/// A builtin value; `class` is that of the object which carries it inside.
fn push_plain(
    cx: &mut Context<'_>,
    text: &mut String,
    value: &Value,
    class: Option<&Rc<Class>>,
) -> Result<(), Stop> {
    match value {
        Value::Unset => text.push_str("<NULL>"),
        Value::None => text.push_str("None"),
        Value::NotImplemented => text.push_str("NotImplemented"),
        Value::Ellipsis => text.push_str("Ellipsis"),
        Value::Bool(truth) => text.push_str(if *truth { "True" } else { "False" }),
        Value::Int(number, _) => text.push_str(&number.to_string()),
        Value::Big(number) => text.push_str(&Integer::Big(num_bigint::BigInt::clone(number)).digits(10)?),
        Value::Float(number, _) => text.push_str(&float_repr::repr(*number)),
        Value::Complex(parts) => text.push_str(&super::complex::text(parts.0, parts.1)),
        Value::Str(shown) => text.push_str(&repr::text(shown)),
        Value::Bytes(bytes) => {
            if bytes.is_array() {
                let shown = repr::array_of_bytes(&bytes.get());
                let name = class.map_or_else(|| Str::new("bytearray"), |class| class.name());
                text.push_str(&format!("{name}({shown})"));
            } else {
                text.push_str(&repr::bytes(&bytes.get()));
            }
        }
        Value::List(list) => {
            let items = list.to_vec();
            within(text, Rc::as_ptr(list) as usize, "[...]", |text| push_items(cx, text, "[", &items, "]"))?;
        }
        Value::Tuple(tuple) => {
            let end = if tuple.len() == 1 { ",)" } else { ")" };
            within(text, Rc::as_ptr(tuple) as usize, "(...)", |text| push_items(cx, text, "(", tuple, end))?;
        }
        Value::Dict(dict) => {
            within(text, Rc::as_ptr(dict) as usize, "{...}", |text| push_dict(cx, text, dict))?;
        }
        Value::Set(set) => {
            let name = class.map_or_else(|| set.class().name(), |class| class.name());
            let is_plain = !set.is_frozen() && &name == "set";
            match (set.len(), is_plain) {
                (0, _) => text.push_str(&format!("{name}()")),
                (_, true) => push_items(cx, text, "{", &set.keys(), "}")?,
                (_, false) => push_items(cx, text, &format!("{name}({{"), &set.keys(), "})")?,
            }
        }
        Value::Range(range) => {
            let (start, stop, step) = (range.start, range.stop, range.step);
            text.push_str(&match step {
                1 => format!("range({start}, {stop})"),
                _ => format!("range({start}, {stop}, {step})"),
            });
        }
        Value::Slice(slice) => {
            let parts = [slice.start.clone(), slice.stop.clone(), slice.step.clone()];
            let place = Rc::as_ptr(slice).addr();
            within(text, place, "", |text| push_items(cx, text, "slice(", &parts, ")"))?;
        }
        Value::Cell(cell) => {
            let address = address_text(value);
            text.push_str(&match cell.get() {
                Value::Unset => format!("<cell at {address}: empty>"),
                held => {
                    format!("<cell at {address}: {} object at {}>", class_name(&held), address_text(&held))
                }
            });
        }
        Value::Function(function) => {
            let name = function.qualname.borrow();
            text.push_str(&format!("<function {name} at {}>", address_text(value)));
        }
        Value::Native(native) => text.push_str(&native_text(value, native)),
        Value::Method(method) => push_method(cx, text, method)?,
        Value::Generator(generator) => {
            let (kind, name) = (class_name(value), generator.qualname.borrow());
            text.push_str(&format!("<{kind} object {name} at {}>", address_text(value)));
        }
        Value::Module(module) => text.push_str(&module_text(module)),
        Value::Class(_) | Value::Iter(_) | Value::Traceback(_) | Value::Instance(_) => {
            text.push_str(&default_repr(value));
        }
    }
    crate::effort::spend(1);
    if text.len() > LARGEST { Err(memory_error("").into()) } else { Ok(()) }
}

/// Shows what is inside a collection, unless that is being shown already.
fn within(
    text: &mut String,
    place: usize,
    again: &str,
    show: impl FnOnce(&mut String) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let depth =
        SHOWING.with_borrow(|showing| if showing.contains(&place) { None } else { Some(showing.len()) });
    match depth {
        None => {
            text.push_str(again);
            return Ok(());
        }
        Some(depth) if depth >= DEPTH => {
            let message = "maximum recursion depth exceeded while getting the repr of an object";
            return Err(recursion_error(message).into());
        }
        Some(_) => {}
    }
    SHOWING.with_borrow_mut(|showing| showing.push(place));
    let shown = show(text);
    SHOWING.with_borrow_mut(Vec::pop);
    shown
}

fn push_items(
    cx: &mut Context<'_>,
    text: &mut String,
    opening: &str,
    items: &[Value],
    closing: &str,
) -> Result<(), Stop> {
    text.push_str(opening);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        push(cx, text, item)?;
    }
    text.push_str(closing);
    Ok(())
}

fn push_dict(cx: &mut Context<'_>, text: &mut String, dict: &crate::object::Dict) -> Result<(), Stop> {
    text.push('{');
    for (index, entry) in dict.entries().into_iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        push(cx, text, &entry.key)?;
        text.push_str(": ");
        push(cx, text, &entry.value)?;
    }
    text.push('}');
    Ok(())
}

fn push_method(cx: &mut Context<'_>, text: &mut String, method: &Method) -> Result<(), Stop> {
    if let Value::Native(native) = &method.function {
        let (class, address) = (class_name(&method.object), address_text(&method.object));
        let kind =
            if native.is_method && is_slot(&native.name) { "method-wrapper" } else { "built-in method" };
        text.push_str(&match kind {
            "method-wrapper" => format!("<{kind} '{}' of {class} object at {address}>", native.name),
            _ => format!("<{kind} {} of {class} object at {address}>", native.name),
        });
        return Ok(());
    }
    let mut function = &method.function;
    while let Value::Method(inner) = function {
        function = &inner.function;
    }
    let name = match function {
        Value::Function(function) => function.qualname.borrow().clone(),
        Value::Class(class) => class.qualname.borrow().clone(),
        _ => Str::new("?"),
    };
    text.push_str(&format!("<bound method {name} of "));
    push(cx, text, &method.object)?;
    text.push('>');
    Ok(())
}

/// Special methods that CPython has as plain methods, not as slots of a type.
const PLAIN_METHODS: [&str; 18] = [
    "__bytes__",
    "__ceil__",
    "__class_getitem__",
    "__complex__",
    "__copy__",
    "__dir__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__getnewargs__",
    "__getstate__",
    "__reduce__",
    "__reduce_ex__",
    "__reversed__",
    "__round__",
    "__sizeof__",
    "__trunc__",
];

fn is_slot(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__") && !PLAIN_METHODS.contains(&name)
}

fn native_text(value: &Value, native: &NativeFunction) -> String {
    let name = &native.name;
    if native.face.is_some() {
        return format!("<function {name} at {}>", address_text(value));
    }
    match native.class() {
        Some(class) if native.is_method => {
            let kind = if is_slot(name) { "slot wrapper" } else { "method" };
            format!("<{kind} '{name}' of '{class}' objects>")
        }
        Some(_) => {
            format!("<built-in method {name} of type object at {}>", address_text(value))
        }
        None => format!("<built-in function {name}>"),
    }
}

fn module_text(module: &Module) -> String {
    let name = module.name().unwrap_or_else(|| Str::new("?"));
    match module.namespace.get_str(&names().file) {
        Some(Value::Str(file)) => format!("<module '{name}' from '{file}'>"),
        _ if crate::modules::is_native(&name) => format!("<module '{name}' (built-in)>"),
        _ => format!("<module '{name}'>"),
    }
}

/// `<__main__.C object at 0x…>`, and `<class '__main__.C'>` for a class.
pub(crate) fn default_repr(value: &Value) -> String {
    match value {
        Value::Class(class) => format!("<class '{}'>", full_name(class)),
        _ => format!("<{} object at {}>", full_name(&class_of(value)), address_text(value)),
    }
}

/// A callable as errors about its arguments name it: `__main__.f()`.
pub(crate) fn function_text(callee: &Value) -> String {
    let (module, qualname) = match callee {
        Value::Method(method) => return function_text(&method.function),
        Value::Class(class) => return format!("{}()", full_name(class)),
        Value::Function(function) => {
            let own = function.attributes.get().and_then(|attributes| attributes.get_str(&names().module));
            let module = own.or_else(|| function.globals.get_str(&names().name));
            (module, function.qualname.borrow().clone())
        }
        Value::Native(native) => (native.module().cloned().map(Value::Str), native.qualname()),
        _ => return default_repr(callee),
    };
    match module {
        Some(Value::Str(module)) if &module != "builtins" => format!("{module}.{qualname}()"),
        _ => format!("{qualname}()"),
    }
}

/// Gives the builtin classes whose values are shown here their `__repr__`.
pub(crate) fn fill() {
    let types = types();
    let shown = [
        &types.int,
        &types.bool,
        &types.float,
        &types.complex,
        &types.str,
        &types.bytes,
        &types.bytearray,
        &types.tuple,
        &types.list,
        &types.dict,
        &types.set,
        &types.frozenset,
        &types.range,
        &types.slice,
        &types.none,
        &types.not_implemented,
        &types.ellipsis,
        &types.cell,
        &types.function,
        &types.native,
        &types.method,
        &types.method_descriptor,
        &types.generator,
        &types.coroutine,
        &types.async_generator,
        &types.module,
    ];
    for class in shown {
        super::install(class, &[("__repr__", super::operator_methods::show)]);
    }
}
