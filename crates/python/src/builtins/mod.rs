//! The builtin classes' methods and the builtin functions: tables of native functions,
//! one file for each kind of thing.

pub(crate) mod async_generator;
pub(crate) mod bytearray;
pub(crate) mod bytes;
pub(crate) mod class;
pub(crate) mod collection_helpers;
pub(crate) mod collections;
pub(crate) mod complex;
pub(crate) mod coroutine_wrapper;
pub(crate) mod descriptors;
pub(crate) mod dict;
pub(crate) mod exception_groups;
pub(crate) mod exception_texts;
pub(crate) mod exceptions;
pub(crate) mod formatting;
pub(crate) mod functions;
pub(crate) mod introspect;
pub(crate) mod iterators;
pub(crate) mod list;
pub(crate) mod memoryview;
pub(crate) mod number_functions;
pub(crate) mod numbers;
pub(crate) mod object;
pub(crate) mod operator_methods;
pub(crate) mod range;
pub(crate) mod receive;
pub(crate) mod repr;
pub(crate) mod sequence_functions;
pub(crate) mod set;
pub(crate) mod sorting;
pub(crate) mod text;
pub(crate) mod tuple;
pub(crate) mod type_expressions;
pub(crate) mod views;

use std::rc::Rc;

use crate::object::function::{Home, NativeCall, NativeFunction};
use crate::object::instance::Property;
use crate::object::{Class, Dict, Instance, Payload};
use crate::types::{Types, types};
use crate::value::{Str, Value, intern};
use crate::vm::native::Arguments;

pub(crate) use formatting::{format_builtin, percent};
pub(crate) use set::collections_binary;

/// Names and the functions behind them.
pub(crate) type Table = [(&'static str, NativeCall)];

/// A native function.
pub(crate) fn native(name: &str, home: Home, call: NativeCall, is_method: bool) -> NativeFunction {
    NativeFunction { name: intern(name), home, call, is_method, face: None, id: Default::default() }
}

/// Puts functions into a namespace, each as `wrap` makes a value of it.
fn put(namespace: &Dict, home: Home, table: &Table, is_method: bool, wrap: impl Fn(Value) -> Value) {
    namespace.reserve(table.len());
    for (name, call) in table {
        let function = native(name, home.clone(), *call, is_method);
        // The function has the shared name already.
        let name = function.name.clone();
        drop(namespace.set_str(&name, wrap(Value::Native(Rc::new(function)))));
    }
}

/// Methods: they bind to the object that they are looked up on.
pub(crate) fn install(class: &Class, table: &Table) {
    put(&class.namespace, Home::Class(class.name()), table, true, |method| method);
    class.changed();
}

/// Class methods: they are called with the class first.
pub(crate) fn install_class_methods(class: &Class, table: &Table) {
    put(&class.namespace, Home::Class(class.name()), table, false, |function| {
        let method = Instance::new(types().classmethod.clone(), Payload::ClassMethod(function));
        Value::Instance(Rc::new(method))
    });
    class.changed();
}

/// Functions that bind to nothing: `__new__`, which is given the class, and static methods.
pub(crate) fn install_static(class: &Class, table: &Table) {
    put(&class.namespace, Home::Class(class.name()), table, false, |function| function);
    class.changed();
}

/// Attributes that are computed and cannot be set.
pub(crate) fn install_getters(class: &Class, table: &Table) {
    for (name, get) in table {
        class.namespace.set_name(name, attribute(class, name, *get, None));
    }
    class.changed();
}

/// Attributes that can be set, too: name, getter, setter. The setter gets object and value; to delete, the object alone.
pub(crate) fn install_attributes(class: &Class, table: &[(&'static str, NativeCall, NativeCall)]) {
    for (name, get, set) in table {
        class.namespace.set_name(name, attribute(class, name, *get, Some(*set)));
    }
    class.changed();
}

fn attribute(class: &Class, name: &str, get: NativeCall, set: Option<NativeCall>) -> Value {
    let home = Home::Class(class.name());
    let function = |call| Value::Native(Rc::new(native(name, home.clone(), call, false)));
    let setter = set.map_or(Value::None, function);
    let property = Property {
        getter: function(get),
        deleter: setter.clone(),
        setter,
        doc: std::cell::RefCell::new(Value::None),
        name: std::cell::RefCell::new(Some(intern(name))),
    };
    Value::Instance(Rc::new(Instance::new(types().getset.clone(), Payload::Property(Box::new(property)))))
}

/// A subclass with a method of its own for the other half of making an object may have names for that one: what
/// is inherited pays them no heed then.
fn heeded<'a>(arguments: Arguments<'a>, class: &Class, other_half: &Str) -> Arguments<'a> {
    match class.lookup(other_half) {
        Some(Value::Native(_)) | None => arguments,
        Some(_) => Arguments::new(arguments.positional(), &[]),
    }
}

/// A module's functions.
pub(crate) fn functions_into(namespace: &Dict, module: &str, table: &Table) {
    put(namespace, Home::Module(intern(module)), table, false, |function| function);
}

/// Gives the builtin classes what they can do.
pub(crate) fn fill(types: &Types) {
    object::fill(types);
    class::fill(types);
    repr::fill();
    descriptors::fill(types);
    introspect::fill(types);
    type_expressions::fill(types);
    async_generator::fill(types);
    exceptions::fill(types);
    crate::traceback::frames::fill(types);
    numbers::fill(types);
    complex::fill(types);
    text::fill(types);
    bytes::fill(types);
    list::fill(types);
    tuple::fill(types);
    dict::fill(types);
    views::fill(types);
    set::fill(types);
    range::fill(types);
    iterators::fill(types);
    sequence_functions::fill(types);
    crate::modules::deque::fill(types);
}

/// The names that every program has.
pub(crate) fn namespace() -> Rc<Dict> {
    let namespace = Dict::default();
    namespace.set_name("__name__", Value::name("builtins"));
    for class in types().public() {
        namespace.set_name(&class.name(), Value::Class(class));
    }
    namespace.set_name("IOError", Value::Class(types().os_error.clone()));
    namespace.set_name("EnvironmentError", Value::Class(types().os_error.clone()));
    namespace.set_name("NotImplemented", Value::NotImplemented);
    namespace.set_name("Ellipsis", Value::Ellipsis);
    namespace.set_name("__debug__", Value::Bool(true));
    for table in [functions::FUNCTIONS, number_functions::FUNCTIONS, sequence_functions::FUNCTIONS] {
        functions_into(&namespace, "builtins", table);
    }
    functions_into(&namespace, "builtins", &[("__build_class__", class::build_class)]);
    Rc::new(namespace)
}

/// The function behind `class` statements.
pub(crate) fn build_class() -> Value {
    let home = Home::Module(intern("builtins"));
    Value::Native(Rc::new(native("__build_class__", home, class::build_class, false)))
}

/// Whether an object of a native class counts as true; nothing if all of its kind do.
pub(crate) fn native_truth(instance: &Instance) -> Option<bool> {
    Some(views::length(instance).is_none_or(|length| length > 0))
}
