//! What stands in classes and is bound when it is looked up: properties, static and class methods, the members
//! of `__slots__`; and `super`. How binding works is in `vm::attributes`.

use std::cell::RefCell;
use std::rc::Rc;

use super::receive::wrong_object;
use super::{Table, install, install_attributes, install_getters, install_static};
use crate::object::class::Layout;
use crate::object::function::NativeCall;
use crate::object::instance::{Property, Super};
use crate::object::{Class, Exception, Instance, Payload};
use crate::types::{Types, names, types};
use crate::value::{Str, Value, intern};
use crate::vm::describe::{class_name, class_of, error_name};
use crate::vm::frame::Frame;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::raise::{attribute_error, runtime_error, type_error};

/// Gives the descriptors' classes their methods.
pub(crate) fn fill(types: &Types) {
    install_static(&types.property, &[("__new__", new_property)]);
    install(
        &types.property,
        &[
            ("__init__", accept),
            ("getter", with_getter),
            ("setter", with_setter),
            ("deleter", with_deleter),
            ("__get__", property_get),
            ("__set__", property_set),
            ("__delete__", property_delete),
            ("__set_name__", property_set_name),
        ],
    );
    install_getters(
        &types.property,
        &[
            ("fget", property_fget),
            ("fset", property_fset),
            ("fdel", property_fdel),
            ("__name__", property_name),
            ("__isabstractmethod__", is_abstract_descriptor),
        ],
    );
    install_attributes(&types.property, &[("__doc__", property_doc, set_property_doc)]);
    let wrapped: &Table = &[
        ("__func__", wrapped_function),
        ("__wrapped__", wrapped_function),
        ("__name__", wrapped_name),
        ("__qualname__", wrapped_qualname),
        ("__doc__", wrapped_doc),
        ("__annotations__", wrapped_annotations),
        ("__isabstractmethod__", is_abstract_descriptor),
    ];
    let kinds: [(&Class, NativeCall, NativeCall); 2] = [
        (&types.staticmethod, new_static_method, static_method_get),
        (&types.classmethod, new_class_method, class_method_get),
    ];
    for (class, new, get) in kinds {
        install_static(class, &[("__new__", new)]);
        install(class, &[("__init__", accept), ("__get__", get), ("__repr__", wrapper_repr)]);
        install_getters(class, wrapped);
    }
    install(&types.staticmethod, &[("__call__", static_method_call)]);
    install_static(&types.super_, &[("__new__", new_super)]);
    install(&types.super_, &[("__init__", accept), ("__get__", super_get), ("__repr__", super_repr)]);
    install_getters(
        &types.super_,
        &[("__self__", super_object), ("__thisclass__", super_class), ("__self_class__", super_object_class)],
    );
    install(
        &types.member,
        &[
            ("__get__", member_get),
            ("__set__", member_set),
            ("__delete__", member_delete),
            ("__repr__", member_repr),
        ],
    );
    install_getters(
        &types.member,
        &[
            ("__name__", member_name),
            ("__qualname__", member_qualname),
            ("__objclass__", member_class),
            ("__doc__", member_doc),
        ],
    );
}

/// `__init__` of what `__new__` has made complete.
fn accept(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn class_argument(arguments: &Arguments<'_>) -> Result<Rc<Class>, Exception> {
    match arguments.positional().first() {
        Some(Value::Class(class)) if class.layout == Layout::Native => Ok(class.clone()),
        _ => Err(type_error("__new__() needs a class of this kind")),
    }
}

fn object(class: Rc<Class>, payload: Payload) -> Value {
    Value::Instance(Rc::new(Instance::new(class, payload)))
}

// --- property ---

/// A subclass may have an `__init__` that takes more: what is left over is for that.
fn new_property(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    let given = arguments.rest();
    let own_init = !matches!(class.lookup(&names().init), Some(Value::Native(_)));
    let [getter, setter, deleter, doc] = if own_init {
        let mut values = given.positional().iter().cloned();
        [(); 4].map(|()| values.next().unwrap_or_default())
    } else {
        given.bind("property", ["fget", "fset", "fdel", "doc"], 0, 0)?
    };
    make_property(class, [getter, setter, deleter], doc, None)
}

fn make_property(class: Rc<Class>, functions: [Value; 3], doc: Value, name: Option<Str>) -> Answer {
    let [getter, setter, deleter] = functions.map(|function| function.or(Value::None));
    let doc = if doc.is_unset() || doc.is_none() { doc_of(&getter) } else { doc };
    // The words of a subclass would hide those of the property from its objects.
    let own_doc = (!class.is_builtin && !doc.is_none()).then(|| doc.clone());
    let property = Property { getter, setter, deleter, doc: RefCell::new(doc), name: RefCell::new(name) };
    let made = Instance::new(class, Payload::Property(Box::new(property)));
    if let Some(doc) = own_doc {
        made.set(&names().doc, doc);
    }
    Ok(Outcome::Value(Value::Instance(Rc::new(made))))
}

fn doc_of(function: &Value) -> Value {
    let Value::Function(function) = function else { return Value::None };
    let own = function.attributes.get().and_then(|attributes| attributes.get_str(&names().doc));
    own.or_else(|| function.code.doc.clone().map(Value::Str)).unwrap_or(Value::None)
}

fn property<'a>(
    arguments: &Arguments<'a>,
    method: &str,
) -> Result<(&'a Rc<Instance>, &'a Property), Exception> {
    if let Value::Instance(instance) = arguments.object()
        && let Payload::Property(property) = &instance.payload
    {
        return Ok((instance, property));
    }
    Err(wrong_object(arguments, "property", method))
}

fn changed_property(arguments: Arguments<'_>, which: usize) -> Answer {
    let [function] = arguments.exactly(["property.getter", "property.setter", "property.deleter"][which])?;
    let (instance, own) = property(&arguments, ["getter", "setter", "deleter"][which])?;
    let mut functions = [own.getter.clone(), own.setter.clone(), own.deleter.clone()];
    functions[which] = function.clone();
    let doc = if which == 0 { Value::Unset } else { own.doc.borrow().clone() };
    let class = instance.class();
    if !class.is_builtin {
        let mut all = functions.to_vec();
        all.push(doc.or(Value::None));
        return Ok(Outcome::call(Value::Class(class), all));
    }
    make_property(class, functions, doc, own.name.borrow().clone())
}

fn with_getter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed_property(arguments, 0)
}

fn with_setter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed_property(arguments, 1)
}

fn with_deleter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    changed_property(arguments, 2)
}

/// The name that a property has in its class, or else that of its getter.
fn name_of(own: &Property) -> Option<Str> {
    own.name.borrow().clone().or_else(|| match &own.getter {
        Value::Function(function) => Some(function.name.borrow().clone()),
        _ => None,
    })
}

/// The error of a property that lacks the function that is asked for; `word` says which.
pub(crate) fn lacks(property: &Instance, own: &Property, object: &Value, word: &str) -> Exception {
    let class = class_of(object).qualname.borrow().clone();
    let name = name_of(own);
    let message = match &name {
        // What builtin classes compute is no property of CPython's.
        Some(name) if property.with_class(|class| class.is(&types().getset)) => {
            format!("attribute '{name}' of '{}' objects is not writable", error_name(object))
        }
        Some(name) => format!("property '{name}' of '{class}' object has no {word}"),
        None => format!("property of '{class}' object has no {word}"),
    };
    attribute_error(object, name.as_ref().unwrap_or(&names().name), message)
}

/// `__set_name__(class, name)`
fn property_set_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [_, name] = arguments.exactly("property.__set_name__")?;
    let before = property(&arguments, "__set_name__")?.1.name.replace(match name {
        Value::Str(name) => Some(name.clone()),
        _ => None,
    });
    drop(before);
    nothing()
}

/// A class has been made with this under a name. Properties are told at once, which spares most classes a call.
pub(crate) fn is_named_at_once(value: &Value, name: &Value) -> bool {
    if let (Value::Instance(instance), Value::Str(name)) = (value, name)
        && let Payload::Property(property) = &instance.payload
        && instance.with_class(|class| matches!(class.lookup(&names().set_name), Some(Value::Native(_))))
    {
        drop(property.name.replace(Some(name.clone())));
        return true;
    }
    false
}

fn property_get(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("property.__get__", 1, 2)?;
    let (instance, own) = property(&arguments, "__get__")?;
    if given[0].is_none() {
        return Ok(Outcome::Value(arguments.object().clone()));
    }
    if own.getter.is_none() {
        return Err(lacks(instance, own, &given[0], "getter"));
    }
    Ok(Outcome::call(own.getter.clone(), vec![given[0].clone()]))
}

fn property_set(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, value] = arguments.exactly("property.__set__")?;
    let (instance, own) = property(&arguments, "__set__")?;
    if own.setter.is_none() {
        return Err(lacks(instance, own, object, "setter"));
    }
    Ok(Outcome::call(own.setter.clone(), vec![object.clone(), value.clone()]))
}

fn property_delete(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object] = arguments.exactly("property.__delete__")?;
    let (instance, own) = property(&arguments, "__delete__")?;
    if own.deleter.is_none() {
        return Err(lacks(instance, own, object, "deleter"));
    }
    Ok(Outcome::call(own.deleter.clone(), vec![object.clone()]))
}

fn property_fget(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(property(&arguments, "fget")?.1.getter.clone()))
}

fn property_fset(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(property(&arguments, "fset")?.1.setter.clone()))
}

fn property_fdel(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(property(&arguments, "fdel")?.1.deleter.clone()))
}

fn property_name(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let (_, own) = property(&arguments, "__name__")?;
    match &*own.name.borrow() {
        Some(name) => Ok(Outcome::Value(Value::Str(name.clone()))),
        None if own.getter.is_none() => {
            let message = "'property' object has no attribute '__name__'".to_owned();
            Err(attribute_error(arguments.object(), &names().name, message))
        }
        None => cx.get_attribute(&own.getter, &names().name),
    }
}

fn property_doc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(property(&arguments, "__doc__")?.1.doc.borrow().clone()))
}

fn set_property_doc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let words = arguments.all().get(1).cloned().unwrap_or(Value::None);
    let before = property(&arguments, "__doc__")?.1.doc.replace(words);
    drop(before);
    nothing()
}

fn is_abstract_descriptor(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(is_abstract(arguments.object())))
}

/// `function.__isabstractmethod__`
fn is_abstract(function: &Value) -> bool {
    match function {
        Value::Function(function) => {
            let mark =
                function.attributes.get().and_then(|attributes| attributes.get_str(&names().is_abstract));
            mark.is_some_and(|mark| crate::vm::operators::truth(&mark).unwrap_or(false))
        }
        Value::Instance(instance) => match &instance.payload {
            Payload::StaticMethod(inner) | Payload::ClassMethod(inner) => is_abstract(inner),
            Payload::Property(own) => [&own.getter, &own.setter, &own.deleter].into_iter().any(is_abstract),
            _ => false,
        },
        _ => false,
    }
}

// --- static and class methods ---

fn new_static_method(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    let [function] = arguments.between("staticmethod", 1, 1)? else { return nothing() };
    Ok(Outcome::Value(object(class, Payload::StaticMethod(function.clone()))))
}

fn new_class_method(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    let [function] = arguments.between("classmethod", 1, 1)? else { return nothing() };
    Ok(Outcome::Value(object(class, Payload::ClassMethod(function.clone()))))
}

fn wrapped<'a>(arguments: &Arguments<'a>) -> Result<&'a Value, Exception> {
    if let Value::Instance(instance) = arguments.object()
        && let Payload::StaticMethod(function) | Payload::ClassMethod(function) = &instance.payload
    {
        return Ok(function);
    }
    Err(wrong_object(arguments, "staticmethod", "__get__"))
}

fn wrapped_function(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(wrapped(&arguments)?.clone()))
}

/// An attribute that is the wrapped function's.
fn copied(cx: &mut Context<'_>, arguments: &Arguments<'_>, name: &Str) -> Answer {
    cx.get_attribute(wrapped(arguments)?, name)
        .map_err(|_| crate::vm::attributes::no_attribute(arguments.object(), name))
}

fn wrapped_name(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    copied(cx, &arguments, &names().name)
}

fn wrapped_qualname(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    copied(cx, &arguments, &names().qualname)
}

fn wrapped_doc(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    copied(cx, &arguments, &names().doc)
}

fn wrapped_annotations(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    copied(cx, &arguments, &names().annotations)
}

fn static_method_get(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(wrapped(&arguments)?.clone()))
}

fn static_method_call(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let call = crate::vm::native::Call {
        function: wrapped(&arguments)?.clone(),
        arguments: arguments.rest().all().to_vec(),
        names: arguments.names().to_vec(),
    };
    Ok(Outcome::Call(Box::new(call)))
}

fn class_method_get(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("classmethod.__get__", 1, 2)?;
    let class = match given {
        [_, class @ Value::Class(_)] => class.clone(),
        [object, ..] => Value::Class(class_of(object)),
        [] => Value::None,
    };
    Ok(Outcome::Value(Value::Method(Rc::new(crate::object::Method::new(
        wrapped(&arguments)?.clone(),
        class,
    )))))
}

fn wrapper_repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_name(arguments.object());
    let function = wrapped(&arguments)?.clone();
    let text = match super::repr::repr_of(cx, &function) {
        Some(text) => text?,
        None => super::repr::default_repr(&function),
    };
    Ok(Outcome::from(format!("<{class}({text})>")))
}

// --- super ---

fn new_super(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_argument(&arguments)?;
    arguments.rest().no_names("super")?;
    let given = arguments.rest().positional();
    if given.len() > 2 {
        return Err(type_error(format!("super() expected at most 2 arguments, got {}", given.len())));
    }
    let [first, rest @ ..] = given else { return Ok(Outcome::Look(without_class, Box::default())) };
    let Value::Class(this) = first else {
        return Err(type_error(format!("super() argument 1 must be a type, not {}", class_name(first))));
    };
    bound_super(class, this, rest.first().unwrap_or(&Value::None))
}

/// An object of `super` that begins behind a class, for an object or for none yet.
fn bound_super(kind: Rc<Class>, this: &Rc<Class>, given: &Value) -> Answer {
    let (bound, bound_class) = match given {
        Value::None => (Value::None, types().none.clone()),
        Value::Class(bound) if bound.inherits(this) => (given.clone(), bound.clone()),
        bound => {
            let own = class_of(bound);
            if !own.inherits(this) {
                let (what, name) = match bound {
                    Value::Class(class) => ("type", class.name()),
                    _ => ("instance of", own.name()),
                };
                return Err(type_error(format!(
                    "super(type, obj): obj ({what} {name}) is not an instance or subtype of type ({}).",
                    this.name()
                )));
            }
            (bound.clone(), own)
        }
    };
    let data = Super { class: this.clone(), object: bound, object_class: bound_class };
    Ok(Outcome::Value(object(kind, Payload::Super(Box::new(data)))))
}

/// One that is for no object yet becomes one for the object that it is looked up on.
fn super_get(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("__get__", 1, 2)?;
    let data = super_data(&arguments)?;
    if given[0].is_none() || !data.object.is_none() {
        return Ok(Outcome::Value(arguments.object().clone()));
    }
    bound_super(class_of(arguments.object()), &data.class, &given[0])
}

/// `super()` where no class is around: methods of classes are compiled to say what they mean.
fn without_class(_: &mut Context<'_>, frame: &Frame, _: &[Value]) -> Answer {
    Err(runtime_error(match frame.function.code.parameters.positional {
        0 => "super(): no arguments",
        _ => "super(): __class__ cell not found",
    }))
}

fn super_data<'a>(arguments: &Arguments<'a>) -> Result<&'a Super, Exception> {
    if let Value::Instance(instance) = arguments.object()
        && let Payload::Super(data) = &instance.payload
    {
        return Ok(data);
    }
    Err(wrong_object(arguments, "super", "__get__"))
}

fn super_repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let data = super_data(&arguments)?;
    let class = data.class.name();
    Ok(Outcome::from(match &data.object {
        Value::None => format!("<super: <class '{class}'>, NULL>"),
        _ => format!("<super: <class '{class}'>, <{} object>>", data.object_class.name()),
    }))
}

fn super_object(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(super_data(&arguments)?.object.clone()))
}

fn super_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Class(super_data(&arguments)?.class.clone())))
}

fn super_object_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let data = super_data(&arguments)?;
    Ok(Outcome::Value(if data.object.is_none() {
        Value::None
    } else {
        Value::Class(data.object_class.clone())
    }))
}

// --- members of `__slots__` ---

/// A member: what the class has under the name of a slot. Values are among the object's attributes, where they
/// are found first; this is asked only if there is none.
struct Member {
    name: Str,
    class: String,
    owner: std::rc::Weak<Class>,
}

/// The member for a slot of a class.
pub(crate) fn member(slot: &Str, class: &Rc<Class>) -> Value {
    let member =
        Member { name: slot.clone(), class: class.name().as_str().to_owned(), owner: Rc::downgrade(class) };
    object(types().member.clone(), Payload::Native(Box::new(member)))
}

fn member_data<'a>(arguments: &Arguments<'a>) -> Result<&'a Member, Exception> {
    arguments.object().native().ok_or_else(|| wrong_object(arguments, "member_descriptor", "__get__"))
}

/// The object that a member is asked about: one of its class.
fn member_of<'a>(
    arguments: &Arguments<'a>,
    object: &'a Value,
) -> Result<(&'a Member, &'a Instance), Exception> {
    let data = member_data(arguments)?;
    match (object, data.owner.upgrade()) {
        (Value::Instance(instance), Some(owner)) if instance.with_class(|class| class.inherits(&owner)) => {
            Ok((data, instance))
        }
        _ => Err(type_error(format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            data.name,
            data.class,
            class_name(object)
        ))),
    }
}

fn member_get(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let given = arguments.between("member_descriptor.__get__", 1, 2)?;
    if given[0].is_none() {
        return Ok(Outcome::Value(arguments.object().clone()));
    }
    let (data, instance) = member_of(&arguments, &given[0])?;
    match instance.get(&data.name) {
        Some(value) => Ok(Outcome::Value(value)),
        None => Err(crate::vm::attributes::no_attribute(&given[0], &data.name)),
    }
}

fn member_set(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object, value] = arguments.exactly("member_descriptor.__set__")?;
    let (data, instance) = member_of(&arguments, object)?;
    instance.set(&data.name, value.clone());
    nothing()
}

fn member_delete(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [object] = arguments.exactly("member_descriptor.__delete__")?;
    let (data, instance) = member_of(&arguments, object)?;
    match instance.attributes().and_then(|attributes| attributes.remove_str(&data.name)) {
        Some(_) => nothing(),
        None => Err(attribute_error(object, &data.name, data.name.as_str().to_owned())),
    }
}

fn member_repr(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let data = member_data(&arguments)?;
    Ok(Outcome::from(format!("<member '{}' of '{}' objects>", data.name, data.class)))
}

fn member_name(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Str(intern(member_data(&arguments)?.name.as_str()))))
}

fn member_qualname(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let data = member_data(&arguments)?;
    Ok(Outcome::from(format!("{}.{}", data.class, data.name)))
}

fn member_doc(_: &mut Context<'_>, _: Arguments<'_>) -> Answer {
    nothing()
}

fn member_class(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(member_data(&arguments)?.owner.upgrade().map_or(Value::None, Value::Class)))
}
