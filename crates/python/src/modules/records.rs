//! Tuples whose items have names, as CPython makes them in C: `time.struct_time`,
//! `sys.version_info` and their like; and namespaces, which are names and values alone.

use std::rc::Rc;

use crate::builtins::{install, native, repr};
use crate::object::function::Home;
use crate::object::instance::Property;
use crate::object::{Class, Instance, Method, Payload, Tuple};
use crate::types::{Types, types};
use crate::value::{Value, intern};
use crate::vm::describe::full_name;
use crate::vm::native::{Answer, Arguments, Context, Outcome};

const STRUCT_TIME: &[&str] =
    &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];
const VERSION_INFO: &[&str] = &["major", "minor", "micro", "releaselevel", "serial"];
const FLAGS: &[&str] = &[
    "debug",
    "inspect",
    "interactive",
    "optimize",
    "dont_write_bytecode",
    "no_user_site",
    "no_site",
    "ignore_environment",
    "verbose",
    "bytes_warning",
    "quiet",
    "hash_randomization",
    "isolated",
    "dev_mode",
    "utf8_mode",
    "warn_default_encoding",
    "safe_path",
    "int_max_str_digits",
];
const FLOAT_INFO: &[&str] = &[
    "max",
    "max_exp",
    "max_10_exp",
    "min",
    "min_exp",
    "min_10_exp",
    "dig",
    "mant_dig",
    "epsilon",
    "radix",
    "rounds",
];
const INT_INFO: &[&str] =
    &["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"];
const HASH_INFO: &[&str] =
    &["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"];

pub(super) fn fill_classes(types: &Types) {
    for class in [
        &types.struct_time,
        &types.version_info,
        &types.flags,
        &types.float_info,
        &types.int_info,
        &types.hash_info,
    ] {
        let fields = fields_of(class);
        for (name, index) in fields.iter().zip(0..) {
            class.namespace.set_name(name, field(class, name, index));
        }
        let names = fields.iter().map(|name| Value::name(name)).collect();
        class.namespace.set_name("__match_args__", Value::tuple(names));
        class.namespace.set_name("n_fields", Value::index(fields.len()));
        install(class, &[("__repr__", record_repr)]);
    }
    install(&types.simple_namespace, &[("__repr__", namespace_repr)]);
}

fn fields_of(class: &Class) -> &'static [&'static str] {
    match class.name().as_str() {
        "struct_time" => STRUCT_TIME,
        "version_info" => VERSION_INFO,
        "flags" => FLAGS,
        "float_info" => FLOAT_INFO,
        "int_info" => INT_INFO,
        "hash_info" => HASH_INFO,
        _ => &[],
    }
}

/// An attribute that is the item at an index.
fn field(class: &Class, name: &str, index: i64) -> Value {
    let function = Value::Native(Rc::new(native(name, Home::Class(class.name()), item_at, false)));
    let getter = Value::Method(Rc::new(Method::new(function, Value::int(index))));
    let property = Property {
        getter,
        setter: Value::None,
        deleter: Value::None,
        doc: Value::None.into(),
        name: Some(intern(name)).into(),
    };
    Value::Instance(Rc::new(Instance::new(types().getset.clone(), Payload::Property(Box::new(property)))))
}

/// `item_at(index, record)`
fn item_at(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let found = match arguments.all() {
        [Value::Int(index, _), Value::Tuple(tuple)] => {
            usize::try_from(*index).ok().and_then(|index| tuple.get(index).cloned())
        }
        _ => None,
    };
    Ok(Outcome::Value(found.unwrap_or(Value::None)))
}

/// A tuple of one of these classes.
pub(super) fn record(class: &Rc<Class>, items: Vec<Value>) -> Value {
    Value::Tuple(Rc::new(Tuple::of_class(class.clone(), items)))
}

/// A list of names with their values; nothing if code of the program's is needed to show one.
fn shown<'a>(cx: &mut Context<'_>, start: &str, items: impl Iterator<Item = (&'a str, &'a Value)>) -> Answer {
    let mut parts = Vec::new();
    for (name, value) in items {
        let text = match repr::repr_of(cx, value) {
            Some(text) => text?,
            None => repr::default_repr(value),
        };
        parts.push(format!("{name}={text}"));
    }
    Ok(Outcome::from(format!("{start}({})", parts.join(", "))))
}

fn record_repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Value::Tuple(tuple) = arguments.object() else { return Ok(Outcome::from("()")) };
    let fields = fields_of(tuple.class()).iter().copied();
    shown(cx, &full_name(tuple.class()), fields.zip(tuple.iter()))
}

/// An object that is names and values alone, such as `sys.implementation`.
pub(super) fn namespace<'a>(items: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let instance = Instance::new(types().simple_namespace.clone(), Payload::None);
    for (name, value) in items {
        instance.set(&intern(name), value);
    }
    Value::Instance(Rc::new(instance))
}

fn namespace_repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let Value::Instance(instance) = arguments.object() else { return Ok(Outcome::from("namespace()")) };
    let entries = instance.attributes().map(|attributes| attributes.entries()).unwrap_or_default();
    let items = entries.iter().filter_map(|entry| match &entry.key {
        Value::Str(name) => Some((name.as_str(), &entry.value)),
        _ => None,
    });
    shown(cx, "namespace", items)
}
