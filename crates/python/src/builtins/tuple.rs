//! `tuple`: its methods, and the fields of named tuples.

use std::rc::Rc;

use super::collections::{COMPARISONS, again_with_index, bounds, index_of, items_of, occurrences, position};
use super::list::wrong_bound;
use super::operator_methods::{SEQUENCE, show};
use super::receive::{class_to_make, inside, made, wrong_object};
use super::{heeded, install, install_getters, install_static};
use crate::object::class::HashHabit;
use crate::object::{Class, Exception, Instance, Payload, Tuple};
use crate::types::{Types, names, types};
use crate::value::Value;
use crate::vm::classes::check_abstract;
use crate::vm::equality::MustAsk;
use crate::vm::hashing::{self, NoHash};
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::raise::{index_error, type_error, value_error};

/// Gives `tuple` its methods.
pub(crate) fn fill(types: &Types) {
    let tuple = &types.tuple;
    install(tuple, SEQUENCE);
    install(tuple, COMPARISONS);
    install(
        tuple,
        &[
            ("__repr__", show),
            ("__hash__", hash),
            ("__getnewargs__", new_arguments),
            ("index", index),
            ("count", count),
        ],
    );
    install_static(tuple, &[("__new__", new)]);
    let field = &types.tuple_field;
    install(field, &[("__get__", get_field), ("__set__", set_field)]);
    install_getters(field, &[("__doc__", field_doc)]);
}

fn own<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Tuple>, Exception> {
    match inside(arguments.object()) {
        Value::Tuple(tuple) => Ok(tuple),
        _ => Err(wrong_object(arguments, "tuple", method)),
    }
}

fn new(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().tuple)?;
    let arguments = heeded(arguments, class, &names().init);
    let given = arguments.between("tuple", 0, 1)?;
    let items = match given.first() {
        None => Vec::new(),
        Some(Value::Tuple(same)) if class.is_builtin && same.class().is_builtin => {
            return Ok(Outcome::Value(Value::Tuple(same.clone())));
        }
        Some(items) => match items_of(items)? {
            Some(items) => items,
            None => return cx.prelude("tuple_new", vec![Value::Class(class.clone()), items.clone()]),
        },
    };
    if !class.is_builtin && is_nothing_else(class) {
        check_abstract(class)?;
        return Ok(Outcome::Value(Value::Tuple(Rc::new(Tuple::of_class(class.clone(), items)))));
    }
    made(class, Value::tuple(items))
}

/// Objects of the class are tuples with another name: nothing that the machine does to tuples is done otherwise.
fn is_nothing_else(class: &Class) -> bool {
    let names = names();
    let habits = class.habits();
    let asked =
        [&names.ne, &names.lt, &names.le, &names.gt, &names.ge, &names.iter, &names.getitem, &names.contains];
    !class.has_dict
        && class.slots.is_empty()
        && !(habits.eq || habits.truth || habits.del || habits.getattribute)
        && habits.hash == HashHabit::Payload
        && asked.iter().all(|name| matches!(class.lookup(name), Some(Value::Native(_))))
}

fn hash(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let tuple = own(&arguments, "__hash__")?;
    match hashing::of(&Value::Tuple(tuple.clone())) {
        Ok(hash) => Ok(Outcome::Value(Value::int(hash))),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude("hash_of", vec![Value::Tuple(tuple.clone())]),
    }
}

fn new_arguments(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let tuple = own(&arguments, "__getnewargs__")?;
    Ok(Outcome::Value(Value::tuple(vec![Value::tuple(tuple.to_vec())])))
}

fn index(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let tuple = own(&arguments, "index")?;
    let given = arguments.between("tuple.index", 1, 3)?;
    let mut limits = [0, i64::MAX];
    for (at, (limit, value)) in limits.iter_mut().zip(&given[1..]).enumerate() {
        match index_of(value).map_err(|_| wrong_bound())? {
            Some(number) => *limit = number,
            None => return again_with_index(cx, "tuple.index", index, &arguments, at + 2),
        }
    }
    let (start, stop) = bounds(limits[0], limits[1], tuple.len());
    match position(&tuple[start..stop], &given[0]) {
        Ok(Some(index)) => Ok(Outcome::Value(Value::index(start + index))),
        Ok(None) => Err(value_error("tuple.index(x): x not in tuple")),
        Err(MustAsk) => {
            let (start, stop) = (Value::index(start), Value::index(stop));
            cx.prelude("tuple_index", vec![Value::Tuple(tuple.clone()), given[0].clone(), start, stop])
        }
    }
}

fn count(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let tuple = own(&arguments, "count")?;
    let [value] = arguments.exactly("tuple.count")?;
    match occurrences(tuple, value) {
        Ok(count) => Ok(Outcome::Value(Value::index(count))),
        Err(MustAsk) => cx.prelude("sequence_count", vec![Value::Tuple(tuple.clone()), value.clone()]),
    }
}

// --- fields of named tuples ---

/// An attribute that is an item of a tuple.
struct Field {
    index: usize,
    doc: Value,
}

/// `_interleave.tuple_field(index, doc)`
pub(crate) fn tuple_field(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::Int(index, _), doc] = arguments.plain_between("tuple_field", 2, 2)? else {
        return Err(type_error("tuple_field() needs an index and a text"));
    };
    let field = Field { index: usize::try_from(*index).unwrap_or(0), doc: doc.clone() };
    let instance = Instance::new(types().tuple_field.clone(), Payload::Native(Box::new(field)));
    Ok(Outcome::Value(Value::Instance(Rc::new(instance))))
}

fn get_field(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let field = arguments.object();
    let object = arguments.rest().all().first().unwrap_or(&Value::None);
    let Some(Field { index, .. }) = field.native() else {
        return Err(wrong_object(&arguments, "_tuplegetter", "__get__"));
    };
    match inside(object) {
        Value::Tuple(items) => {
            let item = items.get(*index).cloned().ok_or_else(|| index_error("tuple index out of range"))?;
            Ok(Outcome::Value(item))
        }
        _ => Ok(Outcome::Value(field.clone())),
    }
}

fn set_field(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let object = arguments.rest().all().first().unwrap_or(&Value::None);
    let name = names().underscore.clone();
    Err(crate::vm::raise::attribute_error(object, &name, "can't set attribute"))
}

fn field_doc(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let doc = arguments.object().native::<Field>().map_or(Value::None, |field| field.doc.clone());
    Ok(Outcome::Value(doc))
}
