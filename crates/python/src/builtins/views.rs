//! What shows a dict without being one: `dict_keys`, `dict_values`, `dict_items`, and `mappingproxy`.

use std::rc::Rc;

use super::receive::{inside, wrong_object};
use super::{Table, install, install_getters, install_static, repr};
use crate::code::{BinaryOperator, Comparison};
use crate::object::iter::{DictPart, DictWalk, Walk};
use crate::object::{Dict, Exception, Instance, Iter, Payload};
use crate::types::{Types, names, types};
use crate::value::{Value, intern};
use crate::vm::describe::class_name;
use crate::vm::hashing::{self, NoHash};
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::raise::type_error;

/// A view of a dict.
struct View {
    dict: Rc<Dict>,
    part: DictPart,
}

/// A `mappingproxy`: a mapping, and no way to change it.
struct Proxy(Value);

/// Gives these classes their methods.
pub(crate) fn fill(types: &Types) {
    for class in [&types.dict_keys, &types.dict_values, &types.dict_items] {
        install(class, VIEW);
        install_getters(class, &[("mapping", view_mapping)]);
    }
    for class in [&types.dict_keys, &types.dict_items] {
        install(class, SET_LIKE);
        class.namespace.set_name("__hash__", Value::None);
    }
    install(&types.mappingproxy, PROXY);
    install_static(&types.mappingproxy, &[("__new__", new_proxy)]);
}

const VIEW: &Table = &[
    ("__len__", view_length),
    ("__iter__", view_iter),
    ("__reversed__", view_reversed),
    ("__repr__", view_repr),
];

const SET_LIKE: &Table = &[
    ("__contains__", view_contains),
    ("__and__", |cx, arguments| operate(cx, &arguments, "__and__", false)),
    ("__or__", |cx, arguments| operate(cx, &arguments, "__or__", false)),
    ("__sub__", |cx, arguments| operate(cx, &arguments, "__sub__", false)),
    ("__xor__", |cx, arguments| operate(cx, &arguments, "__xor__", false)),
    ("__rand__", |cx, arguments| operate(cx, &arguments, "__and__", true)),
    ("__ror__", |cx, arguments| operate(cx, &arguments, "__or__", true)),
    ("__rsub__", |cx, arguments| operate(cx, &arguments, "__sub__", true)),
    ("__rxor__", |cx, arguments| operate(cx, &arguments, "__xor__", true)),
    ("__eq__", |cx, arguments| view_compare(cx, &arguments, Comparison::Equal)),
    ("__ne__", |cx, arguments| view_compare(cx, &arguments, Comparison::NotEqual)),
    ("__lt__", |cx, arguments| view_compare(cx, &arguments, Comparison::Less)),
    ("__le__", |cx, arguments| view_compare(cx, &arguments, Comparison::LessEqual)),
    ("__gt__", |cx, arguments| view_compare(cx, &arguments, Comparison::Greater)),
    ("__ge__", |cx, arguments| view_compare(cx, &arguments, Comparison::GreaterEqual)),
    ("isdisjoint", view_is_disjoint),
];

/// `dict.keys()`, `dict.values()`, `dict.items()`
pub(crate) fn view(dict: &Rc<Dict>, part: DictPart) -> Value {
    let class = match part {
        DictPart::Keys => &types().dict_keys,
        DictPart::Values => &types().dict_values,
        DictPart::Items => &types().dict_items,
    };
    let view = View { dict: dict.clone(), part };
    Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Native(Box::new(view)))))
}

/// A view of a mapping through which it cannot be changed.
pub(crate) fn mapping_proxy(mapping: Value) -> Value {
    let payload = Payload::Native(Box::new(Proxy(mapping)));
    Value::Instance(Rc::new(Instance::new(types().mappingproxy.clone(), payload)))
}

/// An iterator over an object of a native class, if that needs no code of the program's.
pub(crate) fn iter(instance: &Instance) -> Option<Rc<Iter>> {
    if let Some(view) = instance.native::<View>() {
        return Some(walk(view, false));
    }
    if let Some(Proxy(mapping)) = instance.native() {
        return match mapping {
            Value::Dict(_) => crate::vm::iterate::builtin_iter(mapping),
            _ => None,
        };
    }
    if instance
        .with_class(|class| class.lookup(&names().iter).is_some_and(|iter| !matches!(iter, Value::Native(_))))
    {
        return None;
    }
    crate::modules::deque::iter(instance)
}

/// How much such an object holds.
pub(crate) fn length(instance: &Instance) -> Option<usize> {
    if let Some(view) = instance.native::<View>() {
        return Some(view.dict.len());
    }
    if let Some(Proxy(mapping)) = instance.native() {
        return crate::vm::items::builtin_length(mapping);
    }
    crate::modules::deque::length(instance)
}

/// A sequence pattern may match it.
pub(crate) fn is_sequence(instance: &Instance) -> bool {
    crate::modules::deque::length(instance).is_some()
        || instance.with_class(|class| class.inherits_named("collections.abc", "Sequence"))
}

/// A mapping pattern may match it.
pub(crate) fn is_mapping(instance: &Instance) -> bool {
    instance.native::<Proxy>().is_some()
        || instance.with_class(|class| class.inherits_named("collections.abc", "Mapping"))
}

fn walk(view: &View, backwards: bool) -> Rc<Iter> {
    Iter::new(Walk::Dict(DictWalk::new(view.dict.clone(), view.part, backwards)))
}

fn own<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a View, Exception> {
    arguments.object().native().ok_or_else(|| wrong_object(arguments, "dict_keys", method))
}

fn view_length(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::index(own(&arguments, "__len__")?.dict.len())))
}

fn view_iter(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Iter(walk(own(&arguments, "__iter__")?, false))))
}

fn view_reversed(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(Value::Iter(walk(own(&arguments, "__reversed__")?, true))))
}

fn view_mapping(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(mapping_proxy(Value::Dict(own(&arguments, "mapping")?.dict.clone()))))
}

fn items(view: &View) -> Vec<Value> {
    match view.part {
        DictPart::Keys => view.dict.keys(),
        DictPart::Values => view.dict.values(),
        DictPart::Items => {
            view.dict.entries().into_iter().map(|entry| Value::tuple(vec![entry.key, entry.value])).collect()
        }
    }
}

fn view_repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let items = Value::list(items(own(&arguments, "__repr__")?));
    match repr::repr_of(cx, &items) {
        Some(text) => Ok(Outcome::from(format!("{}({})", class_name(arguments.object()), text?))),
        None => cx.prelude("repr_of", vec![arguments.object().clone()]),
    }
}

fn view_contains(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let view = own(&arguments, "__contains__")?;
    let [item] = arguments.exactly("__contains__")?;
    let dict = Value::Dict(view.dict.clone());
    match view.part {
        DictPart::Keys => cx.compare(Comparison::In, item.clone(), dict),
        _ => cx.prelude("items_contain", vec![dict, item.clone()]),
    }
}

fn operate(cx: &mut Context<'_>, arguments: &Arguments<'_>, name: &str, reflected: bool) -> Answer {
    let [other] = arguments.exactly(name)?;
    // A set is made of a dict in another way than of an iterable, which shows in its order.
    let own = match own(arguments, name)? {
        View { dict, part: DictPart::Keys } if !reflected => Value::Dict(dict.clone()),
        _ => arguments.object().clone(),
    };
    let (left, right) = if reflected { (other.clone(), own) } else { (own, other.clone()) };
    cx.prelude("view_operation", vec![left, right, Value::name(name)])
}

fn view_compare(cx: &mut Context<'_>, arguments: &Arguments<'_>, operator: Comparison) -> Answer {
    let [other] = arguments.exactly("comparison")?;
    let is_set = match inside(other) {
        Value::Set(_) => true,
        other => other.native::<View>().is_some_and(|view| view.part != DictPart::Values),
    };
    if !is_set {
        return Ok(Outcome::Value(Value::NotImplemented));
    }
    cx.prelude(
        "view_compare",
        vec![arguments.object().clone(), other.clone(), Value::name(operator.symbol())],
    )
}

fn view_is_disjoint(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("isdisjoint")?;
    cx.prelude("view_is_disjoint", vec![arguments.object().clone(), other.clone()])
}

// --- mappingproxy: everything is asked of the mapping ---

const PROXY: &Table = &[
    ("__len__", |cx, arguments| cx.length(proxied(&arguments)?)),
    ("__iter__", |cx, arguments| cx.iterate(proxied(&arguments)?.clone())),
    ("__getitem__", |cx, arguments| {
        let [key] = arguments.exactly("mappingproxy.__getitem__")?;
        cx.get_item(proxied(&arguments)?.clone(), key.clone())
    }),
    ("__contains__", |cx, arguments| {
        let [key] = arguments.exactly("mappingproxy.__contains__")?;
        cx.compare(Comparison::In, key.clone(), proxied(&arguments)?.clone())
    }),
    ("__or__", |cx, arguments| {
        let [other] = arguments.exactly("mappingproxy.__or__")?;
        let other = other.native().map_or(other, |Proxy(mapping)| mapping);
        cx.binary(BinaryOperator::Or, proxied(&arguments)?.clone(), other.clone(), false)
    }),
    ("__ror__", |cx, arguments| {
        let [other] = arguments.exactly("mappingproxy.__ror__")?;
        cx.binary(BinaryOperator::Or, other.clone(), proxied(&arguments)?.clone(), false)
    }),
    ("__eq__", |cx, arguments| proxy_compare(cx, &arguments, Comparison::Equal)),
    ("__ne__", |cx, arguments| proxy_compare(cx, &arguments, Comparison::NotEqual)),
    ("__repr__", proxy_repr),
    ("__str__", |cx, arguments| cx.str(proxied(&arguments)?)),
    ("__reversed__", |cx, arguments| ask(cx, &arguments, "__reversed__")),
    ("__hash__", proxy_hash),
    ("__ior__", |_, _| Err(type_error("'|=' is not supported by mappingproxy; use '|' instead"))),
    ("get", |cx, arguments| ask(cx, &arguments, "get")),
    ("keys", |cx, arguments| ask(cx, &arguments, "keys")),
    ("values", |cx, arguments| ask(cx, &arguments, "values")),
    ("items", |cx, arguments| ask(cx, &arguments, "items")),
    ("copy", |cx, arguments| ask(cx, &arguments, "copy")),
];

fn new_proxy(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [mapping] = arguments.rest().bind("mappingproxy", ["mapping"], 1, 0)?;
    match inside(&mapping) {
        Value::Dict(_) | Value::Instance(_) => Ok(Outcome::Value(mapping_proxy(mapping.clone()))),
        _ => {
            let class = class_name(&mapping);
            Err(type_error(format!("mappingproxy() argument must be a mapping, not {class}")))
        }
    }
}

fn proxied<'a>(arguments: &Arguments<'a>) -> Result<&'a Value, Exception> {
    match arguments.object().native() {
        Some(Proxy(mapping)) => Ok(mapping),
        None => Err(wrong_object(arguments, "mappingproxy", "__len__")),
    }
}

/// The mapping's own method is called.
fn ask(cx: &mut Context<'_>, arguments: &Arguments<'_>, method: &str) -> Answer {
    let mapping = proxied(arguments)?;
    let Outcome::Value(method) = cx.get_attribute(mapping, &intern(method))? else {
        return Err(type_error(format!("'{method}' of a mapping is no plain method")));
    };
    Ok(Outcome::call(method, arguments.rest().all().to_vec()))
}

fn proxy_hash(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let mapping = proxied(&arguments)?;
    match hashing::of(mapping) {
        Ok(hash) => Ok(Outcome::Value(Value::int(hash))),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude("hash_of", vec![mapping.clone()]),
    }
}

fn proxy_compare(cx: &mut Context<'_>, arguments: &Arguments<'_>, operator: Comparison) -> Answer {
    let [other] = arguments.exactly("mappingproxy.__eq__")?;
    let other = other.native().map_or(other, |Proxy(mapping)| mapping);
    cx.compare(operator, proxied(arguments)?.clone(), other.clone())
}

fn proxy_repr(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match repr::repr_of(cx, proxied(&arguments)?) {
        Some(text) => Ok(Outcome::from(format!("mappingproxy({})", text?))),
        None => cx.prelude("proxy_repr", vec![proxied(&arguments)?.clone()]),
    }
}
