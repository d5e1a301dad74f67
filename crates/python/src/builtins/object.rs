//! `object` and `type`: what every object and every class can do.

use std::rc::Rc;

use super::{install, install_attributes, install_class_methods, install_getters, native};
use crate::object::class::{Builtin, Layout};
use crate::object::function::NativeFunction;
use crate::object::{Class, Dict, Exception, Instance, Payload};
use crate::types::{Types, names, types};
use crate::value::{Str, Value};
use crate::vm::attributes::look_up;
use crate::vm::classes::{check_abstract, make_class, metaclass_of};
use crate::vm::describe::{class_name, class_of};
use crate::vm::frame::ClassCall;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{attribute_error, type_error};

/// `object.__hash__`, `object.__new__`, `object.__init__`.
pub(crate) fn basics() -> [Rc<NativeFunction>; 3] {
    [
        Rc::new(native("__hash__", "object.__hash__", None, object_hash, true)),
        Rc::new(native("__new__", "object.__new__", None, object_new, false)),
        Rc::new(native("__init__", "object.__init__", None, object_init, true)),
    ]
}

/// Gives `object` and `type` their methods.
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
            ("__reduce_ex__", object_reduce),
            ("__sizeof__", object_sizeof),
        ],
    );
    install_class_methods(object, &[("__init_subclass__", init_subclass), ("__subclasshook__", not_implemented)]);
    install_attributes(object, &[("__class__", get_class, set_class)]);
    install_attributes(object, &[("__dict__", get_dict, set_dict)]);
    let class = &types.class;
    class.namespace.set_name(
        "__new__",
        Value::Native(Rc::new(native("__new__", "type.__new__", None, type_new, false))),
    );
    install(
        class,
        &[
            ("__init__", type_init),
            ("__call__", type_call),
            ("__repr__", object_repr),
            ("__setattr__", type_setattr),
            ("__delattr__", object_delattr),
            ("__getattribute__", object_getattribute),
            ("mro", type_mro),
            ("__subclasses__", type_subclasses),
            ("__instancecheck__", type_instancecheck),
            ("__subclasscheck__", type_subclasscheck),
            ("__or__", type_or),
            ("__ror__", type_ror),
            ("__dir__", object_dir),
        ],
    );
    install_class_methods(class, &[("__prepare__", type_prepare)]);
    install_getters(
        class,
        &[
            ("__mro__", type_mro_tuple),
            ("__base__", type_base),
            ("__dict__", type_dict),
            ("__text_signature__", none_getter),
            ("__basicsize__", basic_size),
            ("__flags__", class_flags),
        ],
    );
    install_attributes(
        class,
        &[
            ("__name__", type_name, type_set_name),
            ("__qualname__", type_qualname, type_set_qualname),
            ("__module__", type_module, type_set_in_namespace_module),
            ("__bases__", type_bases, type_set_bases),
            ("__doc__", type_doc, type_set_in_namespace_doc),
            ("__abstractmethods__", type_abstract, type_set_abstract),
            ("__annotations__", type_annotations, type_set_annotations),
        ],
    );
}

fn object_hash(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let number = crate::vm::describe::id(arguments.object()).map_or(0, |id| i64::from(id.number()));
    Ok(Outcome::Value(Value::int(number)))
}

/// The class that a `__new__` is called for.
pub(crate) fn new_class<'a>(arguments: &Arguments<'a>, base: &str) -> Result<&'a Rc<Class>, Exception> {
    match arguments.positional().first() {
        Some(Value::Class(class)) => Ok(class),
        Some(other) => Err(type_error(format!(
            "{base}.__new__(X): X is not a type object ({})",
            class_name(other)
        ))),
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
            return Err(type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        let own_new = !matches!(class.lookup(&names().new), Some(Value::Native(_)));
        if !own_new && class.layout == Layout::Object {
            return Err(type_error(format!("{}.__init__() takes exactly one argument (the instance to initialize)", class.name())));
        }
    }
    nothing()
}

fn object_repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
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

fn none_getter(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

/// An attribute's name, as an argument.
pub(crate) fn name_argument(value: &Value) -> Result<Str, Exception> {
    match crate::vm::operators::unwrapped(value) {
        Value::Str(name) => Ok(crate::object::text::intern_str(name)),
        other => Err(type_error(format!("attribute name must be string, not '{}'", class_name(other)))),
    }
}

fn object_getattribute(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name] = arguments.exactly("object.__getattribute__")?;
    let name = name_argument(name)?;
    let object = arguments.object();
    use crate::vm::attributes::Lookup;
    match look_up(object, &name, &Default::default()) {
        Lookup::Value(value) => Ok(Outcome::Value(value)),
        Lookup::Function(function) => Ok(Outcome::Value(Value::Method(Rc::new(crate::object::Method::new(
            function,
            object.clone(),
        ))))),
        Lookup::Getter(getter, arguments) => Ok(Outcome::call(getter, arguments)),
        Lookup::Missing => {
            let _ = cx;
            Err(crate::vm::attributes::no_attribute(object, &name))
        }
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

fn type_setattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name, value] = arguments.exactly("type.__setattr__")?;
    let name = name_argument(name)?;
    match arguments.object() {
        Value::Class(class) => cx.set_on_class(class, &name, value.clone()),
        _ => nothing(),
    }
}

fn object_delattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name] = arguments.exactly("object.__delattr__")?;
    let name = name_argument(name)?;
    cx.delete_plainly(arguments.object(), &name)
}

fn object_dir(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mut found: Vec<Str> = Vec::new();
    let mut take = |dict: &Dict| {
        found.extend(dict.keys().into_iter().filter_map(|key| match key {
            Value::Str(name) => Some(name),
            _ => None,
        }));
    };
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
    found.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    found.dedup();
    Ok(Outcome::Value(Value::list(found.into_iter().map(Value::Str).collect())))
}

/// For `copy`: how an object is made anew.
fn object_reduce(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("reduce_object", vec![arguments.object().clone()])
}

fn object_sizeof(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(56)))
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

fn set_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (Value::Instance(instance), [Value::Class(class)]) = (arguments.object(), arguments.rest().all()) else {
        return Err(type_error("__class__ must be set to a class, not another object"));
    };
    let same = instance.with_class(|own| own.layout == class.layout && own.has_dict == class.has_dict);
    if class.is_builtin || instance.with_class(|own| own.is_builtin) || !same {
        return Err(type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    instance.set_class(class.clone());
    nothing()
}

fn get_dict(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let object = arguments.object();
    let missing = || {
        attribute_error(object, &names().dict, format!("'{}' object has no attribute '__dict__'", class_name(object)))
    };
    let dict = match object {
        Value::Instance(instance) if instance.with_class(|class| class.has_dict) => instance.attributes_or_new(),
        Value::Function(function) => function.attributes.get_or_init(Rc::default).clone(),
        Value::Module(module) => module.namespace.clone(),
        _ => return Err(missing()),
    };
    Ok(Outcome::Value(Value::Dict(dict)))
}

fn set_dict(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match (arguments.object(), arguments.rest().all()) {
        (Value::Instance(instance), [value]) => match crate::vm::operators::unwrapped(value) {
            Value::Dict(dict) => {
                instance.set_attributes(dict.clone());
                nothing()
            }
            other => {
                Err(type_error(format!("__dict__ must be set to a dictionary, not a '{}'", class_name(other))))
            }
        },
        (object, _) => Err(attribute_error(object, &names().dict, "attribute '__dict__' is not writable")),
    }
}

// --- type ---

fn class_argument<'a>(arguments: &Arguments<'a>) -> Result<&'a Rc<Class>, Exception> {
    match arguments.object() {
        Value::Class(class) => Ok(class),
        other => Err(type_error(format!("expected a class, not '{}'", class_name(other)))),
    }
}

/// `type(x)`, and `type(name, bases, namespace)`.
fn type_new(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let metaclass = new_class(&arguments, "type")?;
    let given = arguments.rest();
    if metaclass.is(&types().class)
        && given.names().is_empty()
        && let [object] = given.all()
    {
        return Ok(Outcome::Value(Value::Class(class_of(object))));
    }
    let [name, bases, namespace] = given.positional() else {
        return Err(type_error("type() takes 1 or 3 arguments"));
    };
    let Value::Str(name) = name else {
        return Err(type_error(format!("type.__new__() argument 1 must be str, not {}", class_name(name))));
    };
    let Value::Tuple(bases) = bases else {
        return Err(type_error(format!("type.__new__() argument 2 must be tuple, not {}", class_name(bases))));
    };
    let Value::Dict(namespace) = crate::vm::operators::unwrapped(namespace) else {
        return Err(type_error(format!("type.__new__() argument 3 must be dict, not {}", class_name(namespace))));
    };
    let metaclass = metaclass_of(metaclass.clone(), bases)?;
    let cell = namespace.get_str(&names().class_cell).unwrap_or_default();
    let class = make_class(metaclass, name, bases, namespace)?;
    if class.namespace.get_str(&names().module).is_none() {
        drop(class.namespace.set_str(&names().module, cx.vm.current_module.clone()));
    }
    let keywords = given.named().map(|(name, value)| (name.clone(), value.clone())).collect();
    cx.complete_class(&class, cell, keywords)
}

fn type_init(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn type_call(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?.clone();
    let rest = arguments.rest();
    Ok(Outcome::Make(class, rest.all().to_vec(), rest.names().to_vec()))
}

fn type_mro(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    Ok(Outcome::Value(Value::list(mro(class))))
}

fn type_mro_tuple(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    Ok(Outcome::Value(Value::tuple(mro(class))))
}

fn mro(class: &Rc<Class>) -> Vec<Value> {
    let ancestors = class.ancestors.borrow();
    std::iter::once(class.clone()).chain(ancestors.iter().cloned()).map(Value::Class).collect()
}

fn type_base(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    let bases = class.bases.borrow();
    let solid = bases.iter().find(|base| base.layout == class.layout && class.layout != Layout::Object);
    Ok(Outcome::Value(solid.or(bases.first()).cloned().map_or(Value::None, Value::Class)))
}

fn type_bases(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    Ok(Outcome::Value(Value::tuple(class.bases.borrow().iter().cloned().map(Value::Class).collect())))
}

fn type_set_bases(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Err(type_error("the playground does not change the bases of a class that exists"))
}

fn type_dict(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    Ok(Outcome::Value(super::views::mapping_proxy(Value::Dict(class.namespace.clone()))))
}

fn basic_size(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::int(16)))
}

/// The bits of CPython's `tp_flags` that programs look at: whether a class is abstract, and whether it can be a base.
fn class_flags(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    let is_abstract = check_abstract(class).is_err();
    let can_be_base = !matches!(class.layout, Layout::Builtin(Builtin::Final));
    Ok(Outcome::Value(Value::int(i64::from(is_abstract) << 20 | i64::from(can_be_base) << 10)))
}

fn type_subclasses(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    Ok(Outcome::Value(Value::list(class.subclasses().into_iter().map(Value::Class).collect())))
}

fn type_instancecheck(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object] = arguments.exactly("type.__instancecheck__")?;
    let class = class_argument(&arguments)?;
    Ok(Outcome::from(crate::vm::describe::is_instance(object, class)))
}

fn type_subclasscheck(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("type.__subclasscheck__")?;
    let class = class_argument(&arguments)?;
    match other {
        Value::Class(other) => Ok(Outcome::from(other.inherits(class))),
        _ => Err(type_error("issubclass() arg 1 must be a class")),
    }
}

fn type_or(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("type.__or__")?;
    Ok(Outcome::Value(super::introspect::union_of(arguments.object(), other)))
}

fn type_ror(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("type.__ror__")?;
    Ok(Outcome::Value(super::introspect::union_of(other, arguments.object())))
}

fn type_prepare(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Dict(Rc::default())))
}

fn type_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(class_argument(&arguments)?.name())))
}

fn changeable<'a>(arguments: &Arguments<'a>, name: &str) -> Result<(&'a Rc<Class>, &'a Value), Exception> {
    let class = class_argument(arguments)?;
    let [value] = arguments.rest().all() else {
        return Err(type_error(format!("cannot delete '{name}' attribute of type '{}'", class.name())));
    };
    if class.is_builtin {
        return Err(type_error(format!("cannot set '{name}' attribute of immutable type '{}'", class.name())));
    }
    Ok((class, value))
}

fn type_set_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, value) = changeable(&arguments, "__name__")?;
    let Value::Str(name) = value else {
        return Err(type_error(format!(
            "can only assign string to {}.__name__, not '{}'",
            class.name(),
            class_name(value)
        )));
    };
    *class.name.borrow_mut() = name.clone();
    nothing()
}

fn type_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(class_argument(&arguments)?.qualname.borrow().clone())))
}

fn type_set_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, value) = changeable(&arguments, "__qualname__")?;
    let Value::Str(name) = value else {
        return Err(type_error(format!(
            "can only assign string to {}.__qualname__, not '{}'",
            class.name(),
            class_name(value)
        )));
    };
    *class.qualname.borrow_mut() = name.clone();
    nothing()
}

fn type_module(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    Ok(Outcome::Value(class.namespace.get_str(&names().module).unwrap_or_else(|| Value::name("builtins"))))
}

fn type_set_in_namespace_module(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, value) = changeable(&arguments, "__module__")?;
    drop(class.set(&names().module, value.clone()));
    nothing()
}

fn type_doc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    Ok(Outcome::Value(class.namespace.get_str(&names().doc).unwrap_or(Value::None)))
}

fn type_set_in_namespace_doc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, value) = changeable(&arguments, "__doc__")?;
    drop(class.set(&names().doc, value.clone()));
    nothing()
}

fn type_abstract(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    let name = &names().abstract_methods;
    class.namespace.get_str(name).map(Outcome::Value).ok_or_else(|| {
        attribute_error(arguments.object(), name, format!("type object '{}' has no attribute '{name}'", class.name()))
    })
}

fn type_set_abstract(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, value) = changeable(&arguments, "__abstractmethods__")?;
    drop(class.set(&names().abstract_methods, value.clone()));
    nothing()
}

fn type_annotations(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    let name = &names().annotations;
    if let Some(annotations) = class.namespace.get_str(name) {
        return Ok(Outcome::Value(annotations));
    }
    if class.is_builtin {
        let message = format!("type object '{}' has no attribute '__annotations__'", class.name());
        return Err(attribute_error(arguments.object(), name, message));
    }
    let annotations = Value::Dict(Rc::default());
    drop(class.namespace.set_str(name, annotations.clone()));
    Ok(Outcome::Value(annotations))
}

fn type_set_annotations(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (class, value) = changeable(&arguments, "__annotations__")?;
    drop(class.set(&names().annotations, value.clone()));
    nothing()
}

/// What a `class` statement calls: the body, the name, bases, keywords.
pub(crate) fn build_class(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function, name, bases @ ..] = arguments.positional() else {
        return Err(type_error("__build_class__: not enough arguments"));
    };
    let mut metaclass = None;
    let mut keywords = Vec::new();
    for (key, value) in arguments.named() {
        if key == "metaclass" { metaclass = Some(value.clone()) } else { keywords.push((key.clone(), value.clone())) }
    }
    let simple_bases = bases.iter().all(|base| matches!(base, Value::Class(_)));
    let metaclass = match (metaclass, simple_bases) {
        (None, true) => metaclass_of(types().class.clone(), bases)?,
        (Some(Value::Class(first)), true) if first.inherits(&types().class) => metaclass_of(first, bases)?,
        (metaclass, _) => {
            let keywords = Value::Dict(Rc::new(crate::vm::native::dict_of_names(keywords)));
            let metaclass = metaclass.unwrap_or(Value::None);
            let bases = Value::tuple(bases.to_vec());
            return cx.prelude("build_class", vec![function.clone(), name.clone(), bases, metaclass, keywords]);
        }
    };
    let prepares = metaclass.lookup(&names().prepare);
    let own_prepare = !matches!(&prepares, Some(Value::Instance(instance)) if matches!(&instance.payload, Payload::ClassMethod(Value::Native(_))));
    let metaclass = Value::Class(metaclass);
    if own_prepare {
        let keywords = Value::Dict(Rc::new(crate::vm::native::dict_of_names(keywords)));
        let bases = Value::tuple(bases.to_vec());
        return cx.prelude("build_class", vec![function.clone(), name.clone(), bases, metaclass, keywords]);
    }
    let call = ClassCall {
        metaclass,
        name: name.clone(),
        bases: Value::tuple(bases.to_vec()),
        original_bases: None,
        namespace: Value::Dict(Rc::default()),
        keywords,
    };
    Ok(Outcome::Class(function.clone(), Box::new(call)))
}

/// `_interleave.run_class(body, name, bases, original_bases, namespace, metaclass, keywords)`: the second half
/// of `build_class`, when the prelude has settled bases, metaclass and namespace.
pub(crate) fn run_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [function, name, bases, original_bases, namespace, metaclass, keywords] = arguments.positional() else {
        return Err(type_error("run_class() takes 7 arguments"));
    };
    let keywords = match keywords {
        Value::Dict(keywords) => keywords
            .entries()
            .into_iter()
            .filter_map(|entry| match entry.key {
                Value::Str(name) => Some((name, entry.value)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    let call = ClassCall {
        metaclass: metaclass.clone(),
        name: name.clone(),
        bases: bases.clone(),
        original_bases: (!original_bases.is_none()).then(|| original_bases.clone()),
        namespace: namespace.clone(),
        keywords,
    };
    Ok(Outcome::Class(function.clone(), Box::new(call)))
}
