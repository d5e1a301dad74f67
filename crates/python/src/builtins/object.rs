//! `object`: what every object can do.

use std::rc::Rc;

use super::{install, install_attributes, install_class_methods, native};
use crate::object::class::Layout;
use crate::object::dict::sorted_list;
use crate::object::function::{Home, NativeFunction};
use crate::object::{Class, Dict, Exception, Instance, Payload};
use crate::types::{Types, names};
use crate::value::{Str, Value, intern};
use crate::vm::attributes::look_up;
use crate::vm::classes::check_abstract;
use crate::vm::describe::{class_name, class_of};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{attribute_error, type_error};

/// `object.__hash__`, `object.__new__`, `object.__init__`.
pub(crate) fn basics() -> [Rc<NativeFunction>; 3] {
    let of_object =
        |name, call, is_method| Rc::new(native(name, Home::Class(intern("object")), call, is_method));
    [
        of_object("__hash__", object_hash, true),
        of_object("__new__", object_new, false),
        of_object("__init__", object_init, true),
    ]
}

/// Gives `object` its methods.
pub(crate) fn fill(types: &Types) {
    let object = &types.object;
    object.namespace.set_name("__hash__", Value::Native(types.object_hash.clone()));
    object.namespace.set_name("__new__", Value::Native(types.object_new.clone()));
    object.namespace.set_name("__init__", Value::Native(types.object_init.clone()));
    object.namespace.set_name("__doc__", Value::None);
    install(
        object,
        &[
            ("__repr__", object_repr),
            ("__str__", object_str),
            ("__format__", object_format),
            ("__eq__", object_eq),
            ("__ne__", object_ne),
            ("__lt__", not_implemented),
            ("__le__", not_implemented),
            ("__gt__", not_implemented),
            ("__ge__", not_implemented),
            ("__getattribute__", object_getattribute),
            ("__setattr__", object_setattr),
            ("__delattr__", object_delattr),
            ("__dir__", object_dir),
            ("__reduce__", object_reduce),
            ("__reduce_ex__", object_reduce_ex),
            ("__getstate__", object_state),
            ("__sizeof__", crate::modules::sizes::size_without_header),
        ],
    );
    install_class_methods(
        object,
        &[("__init_subclass__", init_subclass), ("__subclasshook__", not_implemented)],
    );
    install_attributes(object, &[("__class__", get_class, set_class)]);
    install_attributes(object, &[("__dict__", get_dict, set_dict)]);
}

fn object_hash(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let number = crate::vm::describe::id(arguments.object()).map_or(0, |id| i64::from(id.number()));
    Ok(Outcome::Value(Value::int(number)))
}

/// The class that a `__new__` is called for.
pub(crate) fn new_class<'a>(arguments: &Arguments<'a>, base: &str) -> Result<&'a Rc<Class>, Exception> {
    match arguments.positional().first() {
        Some(Value::Class(class)) => Ok(class),
        Some(other) => {
            Err(type_error(format!("{base}.__new__(X): X is not a type object ({})", class_name(other))))
        }
        None => Err(type_error(format!("{base}.__new__(): not enough arguments"))),
    }
}

fn object_new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = new_class(&arguments, "object")?;
    match class.layout {
        Layout::Object => {}
        Layout::Native | Layout::Builtin(_) | Layout::Exception => {
            let name = class.name();
            return Err(type_error(format!("object.__new__({name}) is not safe, use {name}.__new__()")));
        }
    }
    if arguments.all().len() > 1 {
        let own_new = !matches!(class.lookup(&names().new), Some(Value::Native(_)));
        if own_new {
            return Err(type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        let own_init = !matches!(class.lookup(&names().init), Some(Value::Native(_)));
        if !own_init {
            return Err(type_error(format!("{}() takes no arguments", class.name())));
        }
    }
    check_abstract(class)?;
    let object = Rc::new(Instance::new(class.clone(), Payload::None));
    crate::vm::cycles::note_instance(&object);
    Ok(Outcome::Value(Value::Instance(object)))
}

fn object_init(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if arguments.all().len() > 1 {
        let class = class_of(arguments.object());
        let own_init = !matches!(class.lookup(&names().init), Some(Value::Native(_)));
        if own_init {
            return Err(type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        let own_new = !matches!(class.lookup(&names().new), Some(Value::Native(_)));
        if !own_new && class.layout == Layout::Object {
            return Err(type_error(format!(
                "{}.__init__() takes exactly one argument (the instance to initialize)",
                class.name()
            )));
        }
    }
    nothing()
}

pub(super) fn object_repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(super::repr::default_repr(arguments.object())))
}

fn object_str(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.repr(arguments.object())
}

fn object_format(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [spec] = arguments.exactly("object.__format__")?;
    match spec {
        Value::Str(spec) if spec.is_empty() => cx.str(arguments.object()),
        _ => Err(type_error(format!(
            "unsupported format string passed to {}.__format__",
            class_name(arguments.object())
        ))),
    }
}

fn object_eq(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("object.__eq__")?;
    Ok(Outcome::Value(if arguments.object().is(other) { Value::Bool(true) } else { Value::NotImplemented }))
}

fn object_ne(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("object.__ne__")?;
    cx.prelude("opposite_of_eq", vec![arguments.object().clone(), other.clone()])
}

fn not_implemented(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::NotImplemented))
}

pub(super) fn none_getter(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

/// An attribute's name, as an argument.
pub(crate) fn name_argument(value: &Value) -> Result<Str, Exception> {
    match crate::vm::operators::unwrapped(value) {
        Value::Str(name) => Ok(crate::object::text::intern_str(name)),
        other => Err(type_error(format!("attribute name must be string, not '{}'", class_name(other)))),
    }
}

pub(super) fn object_getattribute(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name] = arguments.exactly("object.__getattribute__")?;
    let name = name_argument(name)?;
    let object = arguments.object();
    use crate::vm::attributes::Lookup;
    match look_up(object, &name, &Default::default()) {
        Lookup::Value(value) => Ok(Outcome::Value(value)),
        Lookup::Function(function) => {
            Ok(Outcome::Value(Value::Method(Rc::new(crate::object::Method::new(function, object.clone())))))
        }
        Lookup::Getter(getter, arguments) => Ok(Outcome::call(getter, arguments)),
        Lookup::Missing => Err(crate::vm::attributes::no_attribute(object, &name)),
    }
}

fn object_setattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name, value] = arguments.exactly("object.__setattr__")?;
    let name = name_argument(name)?;
    match arguments.object() {
        object @ Value::Instance(instance) => {
            cx.set_plainly(object, instance, &name, value.clone(), &Default::default())
        }
        object => cx.set_attribute(object, &name, value.clone(), &Default::default()),
    }
}

pub(super) fn object_delattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name] = arguments.exactly("object.__delattr__")?;
    let name = name_argument(name)?;
    cx.delete_plainly(arguments.object(), &name)
}

pub(super) fn object_dir(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut found = Vec::new();
    let mut take = |dict: &Dict| dict.add_names_to(&mut found);
    let classes = |class: &Rc<Class>, take: &mut dyn FnMut(&Dict)| {
        take(&class.namespace);
        class.ancestors.borrow().iter().for_each(|ancestor| take(&ancestor.namespace));
    };
    match arguments.object() {
        Value::Class(class) => classes(class, &mut take),
        Value::Module(module) => take(&module.namespace),
        object => {
            if let Value::Instance(instance) = object
                && let Some(attributes) = instance.attributes()
            {
                take(&attributes);
            }
            if let Value::Function(function) = object
                && let Some(attributes) = function.attributes.get()
            {
                take(attributes);
            }
            classes(&class_of(object), &mut take);
        }
    }
    Ok(Outcome::Value(sorted_list(found)))
}

/// For `copy`: how an object is made anew.
fn object_reduce(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("reduction", vec![Value::name("reduce"), arguments.object().clone()])
}

fn object_reduce_ex(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [protocol] = arguments.exactly("object.__reduce_ex__")?;
    cx.prelude("reduction", vec![Value::name("reduce_ex"), arguments.object().clone(), protocol.clone()])
}

fn object_state(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("reduction", vec![Value::name("state_of"), arguments.object().clone()])
}

fn init_subclass(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    if arguments.all().len() > 1 {
        let name = match arguments.object() {
            Value::Class(class) => class.name(),
            other => class_name(other),
        };
        return Err(type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
    }
    nothing()
}

fn get_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Class(class_of(arguments.object()))))
}

fn class_stays() -> Exception {
    type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")
}

fn set_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = match arguments.rest().all() {
        [Value::Class(class)] => class,
        [other] => {
            let given = class_name(other);
            return Err(type_error(format!("__class__ must be set to a class, not '{given}' object")));
        }
        _ => return Err(type_error("can't delete __class__ attribute")),
    };
    let fits = |own: &Class| {
        !own.is_builtin && !class.is_builtin && own.layout == class.layout && own.has_dict == class.has_dict
    };
    let Value::Instance(instance) = arguments.object() else {
        return Err(class_stays());
    };
    if !instance.with_class(fits) {
        return Err(class_stays());
    }
    instance.set_class(class.clone());
    nothing()
}

fn get_dict(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let object = arguments.object();
    let missing = || {
        attribute_error(
            object,
            &names().dict,
            format!("'{}' object has no attribute '__dict__'", class_name(object)),
        )
    };
    let dict = match object {
        Value::Instance(instance) if instance.with_class(|class| class.has_dict) => {
            without_slots(&instance.class(), instance.attributes_or_new())
        }
        Value::Function(function) => function.attributes.get_or_init(Rc::default).clone(),
        Value::Module(module) => module.namespace.clone(),
        _ => return Err(missing()),
    };
    Ok(Outcome::Value(Value::Dict(dict)))
}

/// What an object has besides its slots; these are kept with the rest, so it is a copy where there are any.
fn without_slots(class: &Class, attributes: Rc<Dict>) -> Rc<Dict> {
    let ancestors = class.ancestors.borrow();
    let mut slots =
        class.slots.iter().chain(ancestors.iter().flat_map(|ancestor| &ancestor.slots)).peekable();
    if slots.peek().is_none() {
        return attributes;
    }
    let rest = attributes.copy();
    for slot in slots {
        drop(rest.remove_str(slot));
    }
    Rc::new(rest)
}

fn set_dict(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match (arguments.object(), arguments.rest().all()) {
        (Value::Instance(instance), [value]) => match crate::vm::operators::unwrapped(value) {
            Value::Dict(dict) => {
                instance.set_attributes(dict.clone());
                nothing()
            }
            other => Err(type_error(format!(
                "__dict__ must be set to a dictionary, not a '{}'",
                class_name(other)
            ))),
        },
        (object, _) => Err(attribute_error(object, &names().dict, "attribute '__dict__' is not writable")),
    }
}
