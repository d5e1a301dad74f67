//! Attributes: finding them on objects, classes, modules and builtin values, binding
//! methods, and setting and deleting them.

use std::cell::Cell;
use std::rc::Rc;

use super::cache::{Cache, Found};
use super::describe::{class_error_name, class_of, error_name, with_class};
use super::native::{Answer, Arguments, Call, Context, Outcome, nothing};
use super::raise::{attribute_error, type_error};
use crate::builtins::descriptors::lacks;
use crate::object::function::Home;
use crate::object::instance::Property;
use crate::object::{Class, Dict, Exception, Instance, Method, Payload};
use crate::types::{names, types};
use crate::value::{Str, Value};

/// What is found under a name.
pub(crate) enum Lookup {
    /// The attribute itself.
    Value(Value),
    /// A function that takes the object as its first argument.
    Function(Value),
    /// What computes it, called with these arguments.
    Getter(Value, Vec<Value>),
    Missing,
}

impl Lookup {
    /// As an attribute: functions become methods.
    fn bound(self, object: &Value) -> Option<Outcome> {
        match self {
            Self::Value(value) => Some(Outcome::Value(value)),
            Self::Function(function) => {
                Some(Outcome::Value(Value::Method(Rc::new(Method::new(function, object.clone())))))
            }
            Self::Getter(getter, arguments) => Some(Outcome::call(getter, arguments)),
            Self::Missing => None,
        }
    }
}

impl Context<'_> {
    /// `object.name`
    pub(crate) fn get_attribute(&mut self, object: &Value, name: &Str) -> Answer {
        let cache = Cell::default();
        self.get_attribute_cached(object, name, &cache)
    }

    /// `object.name`, with what was remembered at this place.
    pub(crate) fn get_attribute_cached(&mut self, object: &Value, name: &Str, cache: &Cell<Cache>) -> Answer {
        if let Value::Instance(instance) = object {
            let habits = instance.with_class(Class::habits);
            if habits.getattribute {
                return self.prelude("getattribute", vec![object.clone(), Value::Str(name.clone())]);
            }
        }
        match look_up(object, name, cache).bound(object) {
            Some(outcome) => Ok(outcome),
            None => self.missing_attribute(object, name),
        }
    }

    /// For a call of a method: the function and its object, or what the attribute is and nothing; or else how
    /// to find it.
    pub(crate) fn load_method(
        &mut self,
        object: Value,
        site: &crate::code::Site,
    ) -> Result<Result<(Value, Value), Outcome>, Exception> {
        if let Value::Instance(instance) = &object
            && instance.with_class(Class::habits).getattribute
        {
            return self.get_attribute_cached(&object, &site.name, &site.cache).map(Err);
        }
        match look_up(&object, &site.name, &site.cache) {
            Lookup::Function(function) => Ok(Ok((function, object))),
            Lookup::Value(value) => Ok(Ok((value, Value::Unset))),
            found => match found.bound(&object) {
                Some(outcome) => Ok(Err(outcome)),
                None => self.missing_attribute(&object, &site.name).map(Err),
            },
        }
    }

    /// The name was not found in the usual ways.
    pub(crate) fn missing_attribute(&mut self, object: &Value, name: &Str) -> Answer {
        let getattr = with_class(object, |class| class.lookup(&names().getattr));
        if let Some(getattr) = getattr {
            return Ok(Outcome::call(getattr, vec![object.clone(), Value::Str(name.clone())]));
        }
        if let Value::Module(module) = object
            && let Some(getattr) = module.namespace.get_str(&names().getattr)
        {
            return Ok(Outcome::call(getattr, vec![Value::Str(name.clone())]));
        }
        Err(no_attribute(object, name))
    }

    /// `object.name = value`
    pub(crate) fn set_attribute(
        &mut self,
        object: &Value,
        name: &Str,
        value: Value,
        cache: &Cell<Cache>,
    ) -> Answer {
        match object {
            Value::Instance(instance) => {
                let habits = instance.with_class(Class::habits);
                if habits.setattr {
                    let setattr =
                        with_class(object, |class| class.lookup(&names().setattr)).unwrap_or_default();
                    return Ok(Outcome::call(setattr, vec![object.clone(), Value::Str(name.clone()), value]));
                }
                self.set_plainly(object, instance, name, value, cache)
            }
            Value::Class(class) => {
                let metaclass = class.metaclass();
                if metaclass.habits().setattr {
                    let setattr = metaclass.lookup(&names().setattr).unwrap_or_default();
                    return Ok(Outcome::call(setattr, vec![object.clone(), Value::Str(name.clone()), value]));
                }
                self.set_on_class(class, name, value)
            }
            Value::Module(module) => {
                drop(module.namespace.set_str(name, value));
                nothing()
            }
            _ => self.set_by_descriptor(object, name, value),
        }
    }

    /// `type.__setattr__`
    pub(crate) fn set_on_class(&mut self, class: &Rc<Class>, name: &Str, value: Value) -> Answer {
        if class.is_builtin {
            let message = format!("cannot set '{name}' attribute of immutable type '{}'", class.name());
            return Err(type_error(message));
        }
        let metaclass = class.metaclass();
        if let Some(descriptor) = metaclass.lookup(name)
            && let Some(set) = setter_of(&descriptor)
        {
            return set.call(Value::Class(class.clone()), name, Some(value));
        }
        drop(class.set(name, value));
        nothing()
    }

    /// `object.__setattr__`
    pub(crate) fn set_plainly(
        &mut self,
        object: &Value,
        instance: &Rc<Instance>,
        name: &Str,
        value: Value,
        cache: &Cell<Cache>,
    ) -> Answer {
        let version = instance.with_class(Class::version);
        let place = match cache.get() {
            Cache::Attribute { version: known, found: Found::Nothing, place } if known == version => place,
            _ => {
                let class = instance.class();
                match class.lookup(name) {
                    Some(descriptor) => match setter_of(&descriptor) {
                        Some(set) => return set.call(object.clone(), name, Some(value)),
                        None if !allows(&class, name) => return Err(read_only(object, name)),
                        None => {
                            instance.set(name, value);
                            return nothing();
                        }
                    },
                    None if !allows(&class, name) => {
                        return Err(no_dict(object, name));
                    }
                    None => u32::MAX,
                }
            }
        };
        let (old, place) = instance.set_hinted(name, value, place);
        cache.set(Cache::Attribute { version, found: Found::Nothing, place });
        drop(old);
        nothing()
    }

    fn set_by_descriptor(&mut self, object: &Value, name: &Str, value: Value) -> Answer {
        let class = class_of(object);
        match class.lookup(name) {
            Some(descriptor) => match setter_of(&descriptor) {
                Some(set) => set.call(object.clone(), name, Some(value)),
                None => match own_dict(object) {
                    Some(dict) => {
                        drop(dict.set_str(name, value));
                        nothing()
                    }
                    None => Err(read_only(object, name)),
                },
            },
            None => match own_dict(object) {
                Some(dict) => {
                    drop(dict.set_str(name, value));
                    nothing()
                }
                None => Err(no_dict(object, name)),
            },
        }
    }

    /// `del object.name`
    pub(crate) fn delete_attribute(&mut self, object: &Value, name: &Str) -> Answer {
        let class = class_of(object);
        if class.habits().delattr {
            let delattr = class.lookup(&names().delattr).unwrap_or_default();
            return Ok(Outcome::call(delattr, vec![object.clone(), Value::Str(name.clone())]));
        }
        self.delete_plainly(object, name)
    }

    /// `object.__delattr__`, and that of classes.
    pub(crate) fn delete_plainly(&mut self, object: &Value, name: &Str) -> Answer {
        let class = class_of(object);
        if let Some(descriptor) = class.lookup(name)
            && let Some(set) = setter_of(&descriptor)
        {
            return set.call(object.clone(), name, None);
        }
        let removed = match object {
            Value::Instance(instance) => instance.attributes().and_then(|dict| dict.remove_str(name)),
            Value::Class(class) if class.is_builtin => {
                let message = format!("cannot set '{name}' attribute of immutable type '{}'", class.name());
                return Err(type_error(message));
            }
            Value::Class(class) => {
                let removed = class.namespace.remove_str(name);
                class.changed();
                removed
            }
            Value::Module(module) => module.namespace.remove_str(name),
            _ => own_dict(object).and_then(|dict| dict.remove_str(name)),
        };
        match removed {
            Some(_) => nothing(),
            None if is_slot(&class, name) => Err(attribute_error(object, name, name.as_str().to_owned())),
            None if may_have(object, &class, name) => Err(no_attribute(object, name)),
            None if class.lookup(name).is_some() => Err(read_only(object, name)),
            None => Err(no_dict(object, name)),
        }
    }
}

/// Whether an object may have an attribute of its own of this name.
fn may_have(object: &Value, class: &Class, name: &Str) -> bool {
    match object {
        Value::Instance(_) => allows(class, name),
        Value::Class(_) | Value::Module(_) | Value::Function(_) => true,
        _ => false,
    }
}

/// Whether objects of a class may have an attribute of this name in their own dict.
fn allows(class: &Class, name: &Str) -> bool {
    class.has_dict || is_slot(class, name)
}

fn is_slot(class: &Class, name: &Str) -> bool {
    class.slots.contains(name)
        || class.ancestors.borrow().iter().any(|ancestor| ancestor.slots.contains(name))
}

/// The dict of own attributes of what is no instance: functions have one.
fn own_dict(object: &Value) -> Option<Rc<Dict>> {
    match object {
        Value::Function(function) => Some(function.attributes.get_or_init(Rc::default).clone()),
        _ => None,
    }
}

/// `'C' object has no attribute 'x'`
pub(crate) fn no_attribute(object: &Value, name: &Str) -> Exception {
    if let Some(error) = without_getter(object, name) {
        return error;
    }
    let message = match object {
        // A method has the attributes of its function, which is whom it asks last.
        Value::Method(method) if matches!(method.function, Value::Function(_)) => {
            return no_attribute(&method.function, name);
        }
        Value::Class(class) => format!("type object '{}' has no attribute '{name}'", class_error_name(class)),
        Value::Module(module) => {
            let module = module.name().map_or_else(String::new, |name| name.as_str().to_owned());
            format!("module '{module}' has no attribute '{name}'")
        }
        Value::Instance(instance) => match &instance.payload {
            Payload::Super(_) => format!("'super' object has no attribute '{name}'"),
            _ => format!("'{}' object has no attribute '{name}'", error_name(object)),
        },
        _ => format!("'{}' object has no attribute '{name}'", error_name(object)),
    };
    attribute_error(object, name, message)
}

/// The error of a property that can only be set.
fn without_getter(object: &Value, name: &Str) -> Option<Exception> {
    let Value::Instance(instance) = object else { return None };
    let Some(Value::Instance(found)) = instance.with_class(|class| class.lookup(name)) else { return None };
    let Payload::Property(property) = &found.payload else { return None };
    property.getter.is_none().then(|| lacks(&found, property, object, "getter"))
}

fn no_dict(object: &Value, name: &Str) -> Exception {
    let class = error_name(object);
    let message =
        format!("'{class}' object has no attribute '{name}' and no __dict__ for setting new attributes");
    attribute_error(object, name, message)
}

fn read_only(object: &Value, name: &Str) -> Exception {
    let message = format!("'{}' object attribute '{name}' is read-only", error_name(object));
    attribute_error(object, name, message)
}

/// What sets or deletes an attribute in an object's place.
enum Setter {
    Property(Rc<Instance>),
    /// `__set__` and `__delete__` of an object of the program's.
    Descriptor {
        descriptor: Value,
        set: Value,
        delete: Value,
    },
}

fn setter_of(descriptor: &Value) -> Option<Setter> {
    let Value::Instance(instance) = descriptor else { return None };
    if plain_property(instance).is_some() {
        return Some(Setter::Property(instance.clone()));
    }
    // What a slot holds is among the object's own attributes.
    if instance.with_class(|class| class.is(&types().member)) {
        return None;
    }
    let (set, delete) =
        instance.with_class(|class| (class.lookup(&names().set), class.lookup(&names().delete)));
    if set.is_none() && delete.is_none() {
        return None;
    }
    let (set, delete) = (set.unwrap_or_default(), delete.unwrap_or_default());
    Some(Setter::Descriptor { descriptor: descriptor.clone(), set, delete })
}

impl Setter {
    fn call(self, object: Value, name: &Str, value: Option<Value>) -> Answer {
        let word = if value.is_some() { "setter" } else { "deleter" };
        match self {
            Self::Property(found) => {
                let Payload::Property(property) = &found.payload else { return nothing() };
                let function = if value.is_some() { &property.setter } else { &property.deleter };
                if function.is_none() || function.is_unset() {
                    return Err(lacks(&found, property, &object, word));
                }
                let mut arguments = vec![object];
                arguments.extend(value);
                Ok(Outcome::call(function.clone(), arguments))
            }
            Self::Descriptor { descriptor, set, delete } => {
                let function = if value.is_some() { set } else { delete };
                if function.is_unset() {
                    let dunder = if value.is_some() { "__set__" } else { "__delete__" };
                    return Err(attribute_error(&object, name, dunder));
                }
                let mut arguments = vec![descriptor, object];
                arguments.extend(value);
                Ok(Outcome::call(function, arguments))
            }
        }
    }
}

/// Finds an attribute; `__getattribute__` and `__getattr__` of the program's are the caller's to mind.
pub(crate) fn look_up(object: &Value, name: &Str, cache: &Cell<Cache>) -> Lookup {
    match object {
        Value::Instance(instance) => match &instance.payload {
            Payload::Super(data) => match super_look_up(data, name) {
                Lookup::Missing => look_up_instance(object, instance, name, cache),
                found => found,
            },
            _ => look_up_instance(object, instance, name, cache),
        },
        Value::Class(class) => look_up_class(class, name),
        Value::Module(module) => {
            let place = match cache.get() {
                Cache::Attribute { place, .. } => place,
                _ => u32::MAX,
            };
            match module.namespace.get_hinted(name, place) {
                Some((value, place)) => {
                    cache.set(Cache::Attribute { version: 0, found: Found::Nothing, place });
                    Lookup::Value(value)
                }
                None => look_up_builtin(object, name),
            }
        }
        Value::Function(function) => {
            if let Some(value) = function.attributes.get().and_then(|dict| dict.get_str(name)) {
                return Lookup::Value(value);
            }
            look_up_builtin(object, name)
        }
        Value::Method(_) => match look_up_builtin(object, name) {
            Lookup::Missing => method_function_attribute(object, name),
            found => found,
        },
        Value::Unset => Lookup::Missing,
        _ => look_up_cached_builtin(object, name, cache),
    }
}

/// A bound method shows the attributes of its function.
fn method_function_attribute(object: &Value, name: &Str) -> Lookup {
    let Value::Method(method) = object else { return Lookup::Missing };
    match look_up(&method.function, name, &Cell::default()) {
        Lookup::Function(_) => Lookup::Missing,
        Lookup::Getter(getter, _) => Lookup::Getter(getter, vec![method.function.clone()]),
        found => found,
    }
}

fn look_up_cached_builtin(object: &Value, name: &Str, cache: &Cell<Cache>) -> Lookup {
    with_class(object, |class| {
        let version = class.version();
        if let Cache::Attribute { version: known, found: Found::Function(ancestor, place), .. } = cache.get()
            && known == version
            && let Some(function) = fetch(class, name, ancestor, place)
        {
            return Lookup::Function(function);
        }
        let Some((value, found)) = find_in_class(class, name) else { return Lookup::Missing };
        if matches!(found, Found::Function(..)) {
            cache.set(Cache::Attribute { version, found, place: 0 });
        }
        bind(value, object, class)
    })
}

fn look_up_builtin(object: &Value, name: &Str) -> Lookup {
    with_class(object, |class| match class.lookup(name) {
        Some(value) => bind(value, object, class),
        None => Lookup::Missing,
    })
}

fn look_up_instance(object: &Value, instance: &Instance, name: &Str, cache: &Cell<Cache>) -> Lookup {
    instance.with_class(|class| {
        let version = class.version();
        let (found, place) = match cache.get() {
            Cache::Attribute { version: known, found, place } if known == version => (found, place),
            _ => match find_in_class(class, name) {
                Some((value, Found::Plain(..))) if is_data_descriptor(&value) => {
                    return bind(value, object, class);
                }
                Some((_, found)) => (found, u32::MAX),
                None => (Found::Nothing, u32::MAX),
            },
        };
        if let Found::Property(ancestor, index) = found {
            if let Some(value) = fetch(class, name, ancestor, index) {
                cache.set(Cache::Attribute { version, found, place });
                return bind(value, object, class);
            }
            return Lookup::Missing;
        }
        if let Some((value, place)) = instance.get_hinted(name, place) {
            cache.set(Cache::Attribute { version, found, place });
            return Lookup::Value(value);
        }
        match found {
            Found::Function(ancestor, index) => {
                cache.set(Cache::Attribute { version, found, place });
                fetch(class, name, ancestor, index).map_or(Lookup::Missing, Lookup::Function)
            }
            Found::Plain(ancestor, index) => match fetch(class, name, ancestor, index) {
                Some(value) => bind(value, object, class),
                None => Lookup::Missing,
            },
            Found::Nothing | Found::Property(..) => Lookup::Missing,
        }
    })
}

/// A value of a class's namespace and where it is.
fn find_in_class(class: &Class, name: &Str) -> Option<(Value, Found)> {
    let of = |value: Value, ancestor: u16, place: u32| {
        let found = match &value {
            Value::Function(_) => Found::Function(ancestor, place),
            Value::Native(native) if native.is_method => Found::Function(ancestor, place),
            Value::Instance(instance) if plain_property(instance).is_some() => {
                Found::Property(ancestor, place)
            }
            _ => Found::Plain(ancestor, place),
        };
        (value, found)
    };
    if let Some((value, place)) = class.namespace.get_hinted(name, u32::MAX) {
        return Some(of(value, 0, place));
    }
    let ancestors = class.ancestors.borrow();
    ancestors.iter().zip(1_u16..).find_map(|(ancestor, index)| {
        let (value, place) = ancestor.namespace.get_hinted(name, u32::MAX)?;
        Some(of(value, index, place))
    })
}

/// Copies what was found before from where it was; false if it is no longer there.
pub(crate) fn copy_found(class: &Class, name: &Str, ancestor: u16, place: u32, to: &mut Value) -> bool {
    let found = match ancestor.checked_sub(1) {
        None => class.namespace.copy_hinted(name, place, to),
        Some(index) => match class.ancestors.borrow().get(usize::from(index)) {
            Some(ancestor) => ancestor.namespace.copy_hinted(name, place, to),
            None => None,
        },
    };
    found.is_some()
}

/// What was found before, from where it was.
pub(crate) fn fetch(class: &Class, name: &Str, ancestor: u16, place: u32) -> Option<Value> {
    let value = match ancestor.checked_sub(1) {
        None => class.namespace.get_hinted(name, place),
        Some(index) => class.ancestors.borrow().get(usize::from(index))?.namespace.get_hinted(name, place),
    };
    value.map(|(value, _)| value)
}

/// A property whose class leaves it as it is: a subclass may say itself what is got, set and deleted.
fn plain_property(instance: &Instance) -> Option<&Property> {
    let Payload::Property(property) = &instance.payload else { return None };
    let names = names();
    let is_plain = instance.with_class(|class| {
        class.is_builtin
            || [&names.get, &names.set, &names.delete]
                .into_iter()
                .all(|name| matches!(class.lookup(name), Some(Value::Native(_))))
    });
    is_plain.then_some(&**property)
}

fn is_data_descriptor(value: &Value) -> bool {
    match value {
        Value::Instance(instance) => match &instance.payload {
            Payload::Property(_) => true,
            Payload::StaticMethod(_) | Payload::ClassMethod(_) | Payload::Exception(_) => false,
            Payload::None
            | Payload::Value(_)
            | Payload::Native(_)
            | Payload::Future(_)
            | Payload::Super(_) => instance.with_class(|class| {
                !class.is(&types().member)
                    && (class.lookup(&names().set).is_some() || class.lookup(&names().delete).is_some())
            }),
        },
        _ => false,
    }
}

/// A value found in the class, as the object has it.
fn bind(value: Value, object: &Value, class: &Class) -> Lookup {
    match &value {
        Value::Function(_) => Lookup::Function(value),
        Value::Native(native) if native.is_method => Lookup::Function(value),
        Value::Instance(instance) if let Some(property) = plain_property(instance) => {
            if property.getter.is_none() {
                return Lookup::Missing;
            }
            Lookup::Getter(property.getter.clone(), vec![object.clone()])
        }
        Value::Instance(instance) => match &instance.payload {
            Payload::StaticMethod(function) => Lookup::Value(function.clone()),
            Payload::ClassMethod(function) => class_method(function, class),
            _ => match instance.with_class(|class| class.lookup(&names().get)) {
                Some(get) => {
                    let class = class.itself().map_or(Value::None, Value::Class);
                    Lookup::Getter(get, vec![value.clone(), object.clone(), class])
                }
                None => Lookup::Value(value),
            },
        },
        _ => Lookup::Value(value),
    }
}

fn class_method(function: &Value, class: &Class) -> Lookup {
    let class = class.itself().map_or(Value::None, Value::Class);
    Lookup::Value(Value::Method(Rc::new(Method::new(function.clone(), class))))
}

fn look_up_class(class: &Rc<Class>, name: &Str) -> Lookup {
    let metaclass = class.metaclass();
    let in_metaclass = metaclass.lookup(name);
    let object = Value::Class(class.clone());
    if let Some(value) = &in_metaclass
        && is_data_descriptor(value)
    {
        // What the class itself holds under `__doc__` and the like comes before what `type` says of classes.
        let own = class.namespace.get_str(name);
        if own.is_none_or(|own| own.is(value)) || !metaclass.is_builtin || is_said_by_type(name) {
            return bind(value.clone(), &object, &metaclass);
        }
    }
    if let Some(value) = class.lookup(name) {
        return match &value {
            Value::Instance(instance) if plain_property(instance).is_some() => Lookup::Value(value),
            Value::Instance(instance) => match &instance.payload {
                Payload::StaticMethod(function) => Lookup::Value(function.clone()),
                Payload::ClassMethod(function) => class_method(function, class),
                _ => match instance.with_class(|class| class.lookup(&names().get)) {
                    Some(get) => Lookup::Getter(get, vec![value.clone(), Value::None, object]),
                    None => Lookup::Value(value),
                },
            },
            _ => Lookup::Value(value),
        };
    }
    match in_metaclass {
        Some(value) => bind(value, &object, &metaclass),
        None => Lookup::Missing,
    }
}

/// Attributes of classes that their namespace cannot hide.
fn is_said_by_type(name: &Str) -> bool {
    matches!(name.as_str(), "__name__" | "__qualname__" | "__dict__" | "__bases__" | "__mro__" | "__class__")
}

/// What `super()` finds: nothing of `super` itself.
fn super_look_up(data: &crate::object::instance::Super, name: &Str) -> Lookup {
    if name.is(&names().class) {
        return Lookup::Missing;
    }
    let Some(value) = data.object_class.lookup_after(&data.class, name) else { return Lookup::Missing };
    let of_class = matches!(&data.object, Value::Class(class) if class.is(&data.object_class));
    match &value {
        Value::Function(_) | Value::Native(_) if of_class => Lookup::Value(value),
        Value::Function(_) => Lookup::Value(Value::Method(Rc::new(Method::new(value, data.object.clone())))),
        Value::Native(native) if native.is_method => {
            Lookup::Value(Value::Method(Rc::new(Method::new(value, data.object.clone()))))
        }
        Value::Instance(instance) if of_class && plain_property(instance).is_some() => Lookup::Value(value),
        _ => match bind(value, &data.object, &data.object_class) {
            Lookup::Function(function) => {
                Lookup::Value(Value::Method(Rc::new(Method::new(function, data.object.clone()))))
            }
            found => found,
        },
    }
}

/// A special method, as the type has it: what operators and statements call.
pub(crate) fn special(object: &Value, name: &Str) -> Option<Value> {
    let found = with_class(object, |class| class.lookup(name))?;
    match &found {
        Value::Function(_) => Some(Value::Method(Rc::new(Method::new(found, object.clone())))),
        Value::Native(native) if native.is_method => {
            Some(Value::Method(Rc::new(Method::new(found, object.clone()))))
        }
        Value::Instance(instance) => match &instance.payload {
            Payload::StaticMethod(function) => Some(function.clone()),
            Payload::ClassMethod(function) => {
                Some(Value::Method(Rc::new(Method::new(function.clone(), Value::Class(class_of(object))))))
            }
            _ if instance.with_class(|class| class.lookup(&names().get)).is_some() => {
                let all = vec![found.clone(), object.clone(), Value::Class(class_of(object))];
                let call = crate::builtins::native("__call__", Home::Nowhere, call_bound, true);
                Some(Value::Method(Rc::new(Method::new(Value::Native(Rc::new(call)), Value::tuple(all)))))
            }
            _ => Some(found),
        },
        _ => Some(found),
    }
}

/// A special method that a descriptor of the program's has to give before it is called.
fn call_bound(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let function = cx.vm.prelude_function("call_bound");
    let (arguments, names) = (arguments.all().to_vec(), arguments.names().to_vec());
    Ok(Outcome::Call(Box::new(Call { function, arguments, names })))
}
