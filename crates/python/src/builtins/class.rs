//! `type`: what every class can do, and how a `class` statement makes one.

use std::rc::Rc;

use super::object::{
    name_argument, new_class, none_getter, object_delattr, object_dir, object_getattribute, object_repr,
};
use super::{install, install_attributes, install_class_methods, install_getters, install_static};
use crate::object::class::{Builtin, Layout};
use crate::object::{Class, Exception, Payload};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::classes::{check_abstract, make_class, metaclass_of};
use crate::vm::describe::{class_error_name, class_name, class_of};
use crate::vm::frame::ClassCall;
use crate::vm::native::{Answer, Arguments, Call, Context, Outcome, nothing};
use crate::vm::raise::{attribute_error, type_error};

/// Gives `type` its methods.
pub(crate) fn fill(types: &Types) {
    let class = &types.class;
    install_static(class, &[("__new__", type_new)]);
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

fn type_setattr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [name, value] = arguments.exactly("type.__setattr__")?;
    let name = name_argument(name)?;
    match arguments.object() {
        Value::Class(class) => cx.set_on_class(class, &name, value.clone()),
        _ => nothing(),
    }
}

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
        return Err(type_error(format!(
            "type.__new__() argument 2 must be tuple, not {}",
            class_name(bases)
        )));
    };
    let Value::Dict(namespace) = crate::vm::operators::unwrapped(namespace) else {
        return Err(type_error(format!(
            "type.__new__() argument 3 must be dict, not {}",
            class_name(namespace)
        )));
    };
    let given_metaclass = metaclass;
    let metaclass = metaclass_of(metaclass.clone(), bases)?;
    if !metaclass.is(given_metaclass)
        && let Some(Value::Instance(new)) = metaclass.lookup(&names().new)
        && let Payload::StaticMethod(function) = &new.payload
    {
        let mut all = vec![Value::Class(metaclass.clone())];
        all.extend(given.all().iter().cloned());
        let call = Call { function: function.clone(), arguments: all, names: given.names().to_vec() };
        return Ok(Outcome::Call(Box::new(call)));
    }
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
    Ok(Outcome::Make(class, Box::new((rest.all().to_vec(), rest.names().to_vec()))))
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
    Ok(Outcome::Value(super::type_expressions::union_of(arguments.object(), other)))
}

fn type_ror(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("type.__ror__")?;
    Ok(Outcome::Value(super::type_expressions::union_of(other, arguments.object())))
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
        return Err(type_error(format!(
            "cannot delete '{name}' attribute of immutable type '{}'",
            class.name()
        )));
    };
    if class.is_builtin {
        return Err(type_error(format!(
            "cannot set '{name}' attribute of immutable type '{}'",
            class.name()
        )));
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
    // `type` has under this name what tells it of other classes.
    let own = class.namespace.get_str(&names().module).filter(|_| !class.is(&types().class));
    Ok(Outcome::Value(own.unwrap_or_else(|| Value::name("builtins"))))
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
        attribute_error(
            arguments.object(),
            name,
            format!("type object '{}' has no attribute '{name}'", class_error_name(class)),
        )
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
        if key == "metaclass" {
            metaclass = Some(value.clone())
        } else {
            keywords.push((key.clone(), value.clone()))
        }
    }
    let simple_bases = bases.iter().all(|base| matches!(base, Value::Class(_)));
    let metaclass = match (metaclass, simple_bases) {
        (None, true) => metaclass_of(types().class.clone(), bases)?,
        (Some(Value::Class(first)), true) if first.inherits(&types().class) => metaclass_of(first, bases)?,
        (metaclass, _) => {
            let keywords = Value::Dict(Rc::new(crate::vm::native::dict_of_names(keywords)));
            let metaclass = metaclass.unwrap_or(Value::None);
            let bases = Value::tuple(bases.to_vec());
            return cx
                .prelude("build_class", vec![function.clone(), name.clone(), bases, metaclass, keywords]);
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
    let [function, name, bases, original_bases, namespace, metaclass, keywords] = arguments.positional()
    else {
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
