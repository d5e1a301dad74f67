//! What a value is: its class, that class's name, its address.

use std::rc::Rc;

use crate::code::CodeKind;
use crate::object::{Class, Id};
use crate::types::types;
use crate::value::{Str, Value};

/// `type(value)`
pub(crate) fn class_of(value: &Value) -> Rc<Class> {
    match value {
        Value::Instance(instance) => instance.class(),
        Value::Class(class) => class.metaclass(),
        Value::Tuple(tuple) => tuple.class().clone(),
        Value::Set(set) => set.class().clone(),
        _ => builtin_class(value).clone(),
    }
}

/// A look at the class of a value, without counting.
pub(crate) fn with_class<T>(value: &Value, look: impl FnOnce(&Class) -> T) -> T {
    match value {
        Value::Instance(instance) => instance.with_class(look),
        Value::Class(class) => look(&class.metaclass()),
        Value::Tuple(tuple) => look(tuple.class()),
        Value::Set(set) => look(set.class()),
        _ => look(builtin_class(value)),
    }
}

fn builtin_class(value: &Value) -> &'static Rc<Class> {
    let types = types();
    match value {
        Value::Unset | Value::None => &types.none,
        Value::NotImplemented => &types.not_implemented,
        Value::Ellipsis => &types.ellipsis,
        Value::Bool(_) => &types.bool,
        Value::Int(..) | Value::Big(_) => &types.int,
        Value::Float(..) => &types.float,
        Value::Complex(_) => &types.complex,
        Value::Str(_) => &types.str,
        Value::Bytes(bytes) if bytes.is_array() => &types.bytearray,
        Value::Bytes(_) => &types.bytes,
        Value::Tuple(_) => &types.tuple,
        Value::List(_) => &types.list,
        Value::Dict(_) => &types.dict,
        Value::Set(set) if set.is_frozen() => &types.frozenset,
        Value::Set(_) => &types.set,
        Value::Range(_) => &types.range,
        Value::Slice(_) => &types.slice,
        Value::Iter(iter) => types.iterator_named(iter.class_name()),
        Value::Cell(_) => &types.cell,
        Value::Function(_) => &types.function,
        Value::Native(native) if native.face.is_some() => &types.function,
        Value::Native(native) if native.is_method => &types.method_descriptor,
        Value::Native(_) => &types.native,
        Value::Method(method) if matches!(method.function, Value::Native(_)) => &types.native,
        Value::Method(_) => &types.method,
        Value::Generator(generator) => match generator.kind {
            CodeKind::Coroutine => &types.coroutine,
            CodeKind::AsyncGenerator => &types.async_generator,
            CodeKind::Generator | CodeKind::Function | CodeKind::Class | CodeKind::Module => &types.generator,
        },
        Value::Class(_) => &types.class,
        Value::Module(_) => &types.module,
        Value::Traceback(_) => &types.traceback,
        Value::Instance(_) => &types.object,
    }
}

/// `type(value).__name__`
pub(crate) fn class_name(value: &Value) -> Str {
    with_class(value, Class::name)
}

/// Classes that CPython's own errors name with their module, as it does those that it has in C; all of `itertools` too.
const NAMED_IN_FULL: &[&str] = &[
    "_asyncio.Future",
    "_asyncio.Task",
    "_contextvars.Context",
    "_contextvars.ContextVar",
    "_contextvars.Token",
    "_io.BufferedReader",
    "_io.BufferedWriter",
    "_io.BytesIO",
    "_io.StringIO",
    "_io.TextIOWrapper",
    "_thread.RLock",
    "_thread.lock",
    "collections.OrderedDict",
    "collections.defaultdict",
    "collections.deque",
    "datetime.date",
    "datetime.datetime",
    "datetime.time",
    "datetime.timedelta",
    "datetime.timezone",
    "datetime.tzinfo",
    "functools.partial",
    "re.Match",
    "re.Pattern",
    "time.struct_time",
    "types.GenericAlias",
    "types.SimpleNamespace",
    "types.UnionType",
    "weakref.ReferenceType",
];

/// The class of a value as the machine's errors name it.
pub(crate) fn error_name(value: &Value) -> Str {
    with_class(value, class_error_name)
}

/// A class as the machine's errors name it.
pub(crate) fn class_error_name(class: &Class) -> Str {
    if class.namespace.get_str(&crate::types::names().module).is_some() {
        let full = full_name(class);
        if NAMED_IN_FULL.contains(&full.as_str()) || full.starts_with("itertools.") {
            return Str::from(full);
        }
    }
    class.name()
}

/// Whether a value is an instance of a class or of one that inherits from it.
pub(crate) fn is_instance(value: &Value, class: &Class) -> bool {
    with_class(value, |own| own.inherits(class))
}

/// Where a value's address is kept, if it has one.
pub(crate) fn id(value: &Value) -> Option<&Id> {
    Some(match value {
        Value::Str(text) => text.id(),
        Value::Bytes(bytes) => bytes.id(),
        Value::Tuple(tuple) => tuple.id(),
        Value::List(list) => list.id(),
        Value::Dict(dict) => dict.id(),
        Value::Set(set) => set.id(),
        Value::Slice(slice) => &slice.id,
        Value::Iter(iter) => &iter.id,
        Value::Cell(cell) => &cell.id,
        Value::Function(function) => &function.id,
        Value::Native(native) => &native.id,
        Value::Method(method) => &method.id,
        Value::Generator(generator) => &generator.id,
        Value::Class(class) => &class.id,
        Value::Module(module) => &module.id,
        Value::Instance(instance) => &instance.id,
        Value::Unset
        | Value::None
        | Value::NotImplemented
        | Value::Ellipsis
        | Value::Bool(_)
        | Value::Int(..)
        | Value::Big(_)
        | Value::Float(..)
        | Value::Complex(_)
        | Value::Range(_)
        | Value::Traceback(_) => return None,
    })
}

/// `id(value)`: a made-up address; values that are kept in place have one that goes with what they are.
pub(crate) fn address(value: &Value) -> u64 {
    match value {
        Value::Int(number, _) => {
            0x7e00_0000_0000 + (number.cast_unsigned().wrapping_mul(32) & 0xff_ffff_ffff)
        }
        Value::Bool(truth) => 0x7d00_0000_0020 + u64::from(*truth) * 0x20,
        Value::Float(number, _) => 0x7c00_0000_0000 + ((number.to_bits() >> 24) & 0xff_ffff_fff0),
        _ => id(value).map_or(0x7b00_0000_0000, Id::address),
    }
}

/// `0x7f…`, as reprs show it.
pub(crate) fn address_text(value: &Value) -> String {
    format!("{:#x}", address(value))
}

/// `module.qualname` of a class, without the module for builtins: how exceptions and objects are named.
pub(crate) fn full_name(class: &Class) -> String {
    let qualname = class.qualname.borrow().clone();
    match class.lookup(&crate::types::names().module) {
        Some(Value::Str(module)) if module != "builtins" => format!("{module}.{qualname}"),
        _ => qualname.as_str().to_owned(),
    }
}
