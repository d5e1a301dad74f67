//! Subscripts and membership of builtin collections.

use std::rc::Rc;

use super::describe::{class_error_name, error_name};
use super::equality::{MustAsk, equal, small_int};
use super::hashing::{self, NoHash};
use super::native::{Answer, Arguments, Context, Outcome, nothing};
use super::operators::integer;
use super::raise::{index_error, key_error, type_error, value_error};
use crate::builtins::type_expressions::make_alias;
use crate::code::Comparison;
use crate::effort;
use crate::object::{Dict, Exception, List, Payload, Set, Slice};
use crate::types::names;
use crate::value::Value;

/// A slice's indices for a length: start, stop, step, each as Python bounds them.
pub(crate) fn slice_bounds(slice: &Slice, length: usize) -> Result<(i64, i64, i64), Exception> {
    let part = |value: &Value, default: i64| match value {
        Value::None => Ok(default),
        _ => match integer(value) {
            Some(number) => {
                Ok(number.small().unwrap_or(if number.is_negative() { i64::MIN } else { i64::MAX }))
            }
            None => Err(type_error("slice indices must be integers or None or have an __index__ method")),
        },
    };
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let step = part(&slice.step, 1)?;
    if step == 0 {
        return Err(value_error("slice step cannot be zero"));
    }
    let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
    let bound = |number: i64| {
        let number = if number < 0 { number.saturating_add(length) } else { number };
        number.clamp(low, high)
    };
    let (first, last) = if step > 0 { (low, high) } else { (high, low) };
    let start = if slice.start.is_none() { first } else { bound(part(&slice.start, 0)?) };
    let stop = if slice.stop.is_none() { last } else { bound(part(&slice.stop, 0)?) };
    Ok((start, stop, step.max(-i64::MAX)))
}

/// One of its parts is an object of the program's, which has to be asked for an int.
fn asks_for_index(slice: &Slice) -> bool {
    [&slice.start, &slice.stop, &slice.step].into_iter().any(|part| {
        matches!(part, Value::Instance(_))
            && integer(part).is_none()
            && super::attributes::special(part, &names().index).is_some()
    })
}

/// The indices that a slice picks.
pub(crate) fn slice_indices(
    slice: &Slice,
    length: usize,
) -> Result<impl ExactSizeIterator<Item = usize> + Clone, Exception> {
    let (start, stop, step) = slice_bounds(slice, length)?;
    let range = crate::object::Range { start, stop, step };
    effort::spend(range.len());
    let count = usize::try_from(range.len()).unwrap_or(0);
    Ok((0..count).map(move |index| usize::try_from(range.at(index as u64)).unwrap_or(0)))
}

/// Of each place, whether it is among these.
pub(crate) fn places(indices: impl IntoIterator<Item = usize>, length: usize) -> Vec<bool> {
    effort::make(length, 3);
    let mut among = vec![false; length];
    for index in indices {
        among[index] = true;
    }
    among
}

/// An index into something of a length, counted from the end if negative.
fn place(index: &Value, length: usize, kind: &str) -> Result<usize, Exception> {
    let Some(number) = integer(index) else {
        return Err(type_error(format!(
            "{kind} indices must be integers or slices, not {}",
            error_name(index)
        )));
    };
    let out = || index_error(format!("{kind} index out of range"));
    let number = number.small().ok_or_else(|| index_error("cannot fit 'int' into an index-sized integer"))?;
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let number = if number < 0 { number + length } else { number };
    if (0..length).contains(&number) { Ok(usize::try_from(number).unwrap_or(0)) } else { Err(out()) }
}

/// What a builtin collection is at an index; nothing if the program has to be asked.
fn builtin_item(object: &Value, index: &Value) -> Result<Option<Value>, Exception> {
    let picks = |items: &[Value], slice: &Slice| -> Result<Vec<Value>, Exception> {
        Ok(slice_indices(slice, items.len())?.map(|at| items[at].clone()).collect())
    };
    Ok(Some(match (object, index) {
        (Value::List(list), Value::Slice(slice)) => Value::list(picks(&list.items(), slice)?),
        (Value::Tuple(tuple), Value::Slice(slice)) => Value::tuple(picks(tuple, slice)?),
        (Value::Str(text), Value::Slice(slice)) => {
            let (start, stop, step) = slice_bounds(slice, text.len())?;
            if step == 1 {
                let start = usize::try_from(start).unwrap_or(0);
                Value::Str(text.slice(start, usize::try_from(stop).unwrap_or(0)))
            } else {
                let indices = slice_indices(slice, text.len())?;
                Value::string(indices.filter_map(|at| text.at(at)).collect())
            }
        }
        (Value::Bytes(bytes), Value::Slice(slice)) => {
            let all = bytes.get();
            let (start, stop, step) = slice_bounds(slice, all.len())?;
            let part = match (usize::try_from(start), usize::try_from(stop)) {
                (Ok(start), Ok(stop)) if step == 1 => all[start..stop.max(start)].to_vec(),
                _ => slice_indices(slice, all.len())?.map(|at| all[at]).collect(),
            };
            let part = if bytes.is_array() {
                crate::object::Bytes::array(part)
            } else {
                crate::object::Bytes::new(part)
            };
            Value::Bytes(Rc::new(part))
        }
        (Value::Range(range), Value::Slice(slice)) => {
            let length = usize::try_from(range.len()).unwrap_or(usize::MAX);
            let (start, stop, step) = slice_bounds(slice, length)?;
            let at = |index: i64| range.start.wrapping_add(index.wrapping_mul(range.step));
            Value::Range(Rc::new(crate::object::Range {
                start: at(start),
                stop: at(stop),
                step: range.step.wrapping_mul(step),
            }))
        }
        (Value::List(list), _) if integer(index).is_some() => {
            let at = place(index, list.len(), "list")?;
            list.get(at).unwrap_or_default()
        }
        (Value::Tuple(tuple), _) if integer(index).is_some() => {
            tuple[place(index, tuple.len(), "tuple")?].clone()
        }
        (Value::Str(text), _) if integer(index).is_some() => {
            let at = place(index, text.len(), "string")?;
            text.at(at).map_or(Value::None, |letter| Value::Str(crate::object::text::of_character(letter)))
        }
        (Value::Bytes(bytes), _) if integer(index).is_some() => {
            let kind = if bytes.is_array() { "bytearray" } else { "index" };
            let at = place(index, bytes.get().len(), kind)
                .map_err(|error| if bytes.is_array() { error } else { index_error("index out of range") })?;
            Value::int(i64::from(bytes.get()[at]))
        }
        (Value::Range(range), _) if integer(index).is_some() => {
            let length = usize::try_from(range.len()).unwrap_or(usize::MAX);
            let at = place(index, length, "range object")?;
            Value::int(range.at(at as u64))
        }
        (Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_), _) => {
            if super::attributes::special(index, &names().index).is_some() {
                return Ok(None);
            }
            return Err(wrong_index(object, index));
        }
        _ => return Ok(None),
    }))
}

fn wrong_index(object: &Value, index: &Value) -> Exception {
    let class = error_name(index);
    type_error(match object {
        Value::Str(_) => format!("string indices must be integers, not '{class}'"),
        Value::Tuple(_) => format!("tuple indices must be integers or slices, not {class}"),
        Value::Range(_) => format!("range indices must be integers or slices, not {class}"),
        Value::Bytes(bytes) => {
            let kind = if bytes.is_array() { "bytearray" } else { "byte" };
            format!("{kind} indices must be integers or slices, not {class}")
        }
        _ => format!("list indices must be integers or slices, not {class}"),
    })
}

/// The collection inside an object of a subclass, if it has no method of its own under this name.
fn inside(object: &Value, method: &crate::value::Str) -> Value {
    match object {
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) if !super::compare::has_python_method(object, method) => inner.clone(),
            _ => object.clone(),
        },
        _ => object.clone(),
    }
}

impl Context<'_> {
    /// `object[index]`
    pub(crate) fn get_item(&mut self, object: Value, index: Value) -> Answer {
        let whole = object.clone();
        let object = inside(&object, &names().getitem);
        if let Value::Dict(dict) = &object {
            return match hashing::of(&index) {
                Ok(hash) => match dict.get(hash, &index) {
                    Ok(Some(value)) => Ok(Outcome::Value(value)),
                    Ok(None) => self.missing_key(&whole, index),
                    Err(MustAsk) => self.prelude("dict_get_item", vec![whole, object, index]),
                },
                Err(NoHash::Unhashable(error)) => Err(error),
                Err(NoHash::Ask) => self.prelude("dict_get_item", vec![whole, object, index]),
            };
        }
        if let Value::Slice(slice) = &index
            && asks_for_index(slice)
            && !matches!(object, Value::Instance(_) | Value::Class(_))
        {
            return self.prelude("get_item_by_index", vec![object, index]);
        }
        if let Some(value) = builtin_item(&object, &index)? {
            return Ok(Outcome::Value(value));
        }
        match &object {
            Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => {
                self.prelude("get_item_by_index", vec![object, index])
            }
            Value::Class(class) => {
                if let Some(getitem) = class.metaclass().lookup(&names().getitem)
                    && !class.metaclass().is(&crate::types::types().class)
                {
                    return Ok(Outcome::call(getitem, vec![object.clone(), index]));
                }
                if class.is(&crate::types::types().class) {
                    return make_alias(self, Arguments::new(&[object, index], &[]));
                }
                match self.get_attribute(&object, &names().class_getitem) {
                    Ok(Outcome::Value(function)) => Ok(Outcome::call(function, vec![index])),
                    _ => Err(type_error(format!("type '{}' is not subscriptable", class_error_name(class)))),
                }
            }
            _ => match super::attributes::special(&object, &names().getitem) {
                Some(getitem) => Ok(Outcome::call(getitem, vec![index])),
                None => Err(type_error(format!("'{}' object is not subscriptable", error_name(&object)))),
            },
        }
    }

    /// A key that a dict does not have: `__missing__`, or an error.
    pub(crate) fn missing_key(&mut self, object: &Value, key: Value) -> Answer {
        if let Value::Instance(_) = object
            && let Some(missing) = super::attributes::special(object, &names().missing)
        {
            return Ok(Outcome::call(missing, vec![key]));
        }
        Err(key_error(key))
    }

    /// `object[index] = value`
    pub(crate) fn set_item(&mut self, object: Value, index: Value, value: Value) -> Answer {
        let object = inside(&object, &names().setitem);
        match &object {
            Value::Dict(dict) => match hashing::of(&index) {
                Ok(hash) => match dict.set(hash, &index, value.clone()) {
                    Ok(old) => {
                        drop(old);
                        nothing()
                    }
                    Err(MustAsk) => self.prelude("dict_set_item", vec![object, index, value]),
                },
                Err(NoHash::Unhashable(error)) => Err(error),
                Err(NoHash::Ask) => self.prelude("dict_set_item", vec![object, index, value]),
            },
            Value::List(list) => match &index {
                Value::Slice(slice) if asks_for_index(slice) => {
                    self.prelude("set_item_by_index", vec![object.clone(), index.clone(), value])
                }
                Value::Slice(slice) => match super::iterate::known_items(&value) {
                    Some(items) => set_slice(list, slice, items),
                    None => self.prelude("set_slice", vec![object.clone(), index.clone(), value]),
                },
                _ if integer(&index).is_some() => {
                    let at = place(&index, list.len(), "list assignment").map_err(|error| {
                        if integer(&index).is_some() {
                            index_error("list assignment index out of range")
                        } else {
                            error
                        }
                    })?;
                    let old = std::mem::replace(&mut list.items_mut()[at], value);
                    drop(old);
                    nothing()
                }
                _ if super::attributes::special(&index, &names().index).is_some() => {
                    self.prelude("set_item_by_index", vec![object, index, value])
                }
                _ => Err(wrong_index(&object, &index)),
            },
            Value::Bytes(bytes) if bytes.is_array() => {
                crate::builtins::bytes::set_item(self, bytes, &index, &value)
            }
            _ => match super::attributes::special(&object, &names().setitem) {
                Some(setitem) => Ok(Outcome::call(setitem, vec![index, value])),
                None => Err(type_error(format!(
                    "'{}' object does not support item assignment",
                    error_name(&object)
                ))),
            },
        }
    }

    /// `del object[index]`
    pub(crate) fn delete_item(&mut self, object: Value, index: Value) -> Answer {
        let object = inside(&object, &names().delitem);
        match &object {
            Value::Dict(dict) => match hashing::of(&index) {
                Ok(hash) => match dict.remove(hash, &index) {
                    Ok(Some(_)) => nothing(),
                    Ok(None) => Err(key_error(index)),
                    Err(MustAsk) => self.prelude("dict_delete_item", vec![object, index]),
                },
                Err(NoHash::Unhashable(error)) => Err(error),
                Err(NoHash::Ask) => self.prelude("dict_delete_item", vec![object, index]),
            },
            Value::List(list) => match &index {
                Value::Slice(slice) if asks_for_index(slice) => {
                    self.prelude("delete_item_by_index", vec![object.clone(), index.clone()])
                }
                Value::Slice(slice) => {
                    let mut goes = places(slice_indices(slice, list.len())?, list.len()).into_iter();
                    let removed: Vec<Value> =
                        list.items_mut().extract_if(.., |_| goes.next().unwrap_or(false)).collect();
                    drop(removed);
                    nothing()
                }
                _ => {
                    if integer(&index).is_none() {
                        return match super::attributes::special(&index, &names().index) {
                            Some(_) => {
                                self.prelude("delete_item_by_index", vec![object.clone(), index.clone()])
                            }
                            None => Err(wrong_index(&object, &index)),
                        };
                    }
                    let at = place(&index, list.len(), "list assignment")?;
                    let removed = list.items_mut().remove(at);
                    drop(removed);
                    nothing()
                }
            },
            Value::Bytes(bytes) if bytes.is_array() => {
                let length = bytes.get().len();
                let goes = match &index {
                    Value::Slice(slice) => places(slice_indices(slice, length)?, length),
                    _ => places([place(&index, length, "bytearray")?], length),
                };
                let mut goes = goes.into_iter();
                bytes.get_mut().retain(|_| !goes.next().unwrap_or(false));
                nothing()
            }
            _ => match super::attributes::special(&object, &names().delitem) {
                Some(delitem) => Ok(Outcome::call(delitem, vec![index])),
                None => {
                    Err(type_error(format!("'{}' object doesn't support item deletion", error_name(&object))))
                }
            },
        }
    }

    /// A set comprehension's item.
    pub(crate) fn set_add(&mut self, set: Value, item: Value) -> Answer {
        let Value::Set(keys) = &set else { return nothing() };
        match hashing::of(&item) {
            Ok(hash) => match keys.add(hash, item.clone()) {
                Ok(_) => nothing(),
                Err(MustAsk) => self.prelude("set_add", vec![set, item]),
            },
            Err(NoHash::Unhashable(error)) => Err(error),
            Err(NoHash::Ask) => self.prelude("set_add", vec![set, item]),
        }
    }

    /// A dict display, of keys and values in turn.
    pub(crate) fn make_dict(&mut self, items: Vec<Value>) -> Answer {
        let dict = Rc::new(Dict::default());
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            let set = match hashing::of(&key) {
                Ok(hash) => dict.set(hash, &key, value.clone()).map(drop),
                Err(NoHash::Unhashable(error)) => return Err(error),
                Err(NoHash::Ask) => Err(MustAsk),
            };
            if set == Err(MustAsk) {
                let mut rest = vec![key, value];
                rest.extend(items);
                return self.prelude("dict_display", vec![Value::Dict(dict), Value::list(rest)]);
            }
        }
        Ok(Outcome::Value(Value::Dict(dict)))
    }

    /// `f(**mapping)`, added to the keywords that are there.
    pub(crate) fn merge_keywords(&mut self, dict: Value, mapping: Value, callee: Value) -> Answer {
        let (Value::Dict(keywords), Value::Dict(more)) = (&dict, &mapping) else {
            return self.prelude("merge_keywords", vec![dict, mapping, callee]);
        };
        for entry in more.entries() {
            if !matches!(entry.key, Value::Str(_)) {
                return Err(type_error("keywords must be strings"));
            }
            if keywords.get(entry.hash, &entry.key).is_ok_and(|found| found.is_some()) {
                let Value::Str(name) = &entry.key else { continue };
                let function = crate::builtins::repr::function_text(&callee);
                return Err(type_error(format!(
                    "{function} got multiple values for keyword argument '{name}'"
                )));
            }
            let _ = keywords.set(entry.hash, &entry.key, entry.value);
        }
        nothing()
    }
}

/// `list[slice] = items`
pub(crate) fn set_slice(list: &List, slice: &Slice, items: Vec<Value>) -> Answer {
    let (start, stop, step) = slice_bounds(slice, list.len())?;
    if step == 1 {
        let start = usize::try_from(start).unwrap_or(0);
        let stop = usize::try_from(stop).unwrap_or(0).max(start);
        let old: Vec<Value> = list.items_mut().splice(start..stop, items).collect();
        drop(old);
        return nothing();
    }
    let indices = slice_indices(slice, list.len())?;
    if indices.len() != items.len() {
        return Err(value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            items.len(),
            indices.len()
        )));
    }
    let mut old = Vec::new();
    for (at, item) in indices.zip(items) {
        old.push(std::mem::replace(&mut list.items_mut()[at], item));
    }
    nothing()
}

/// `item in collection`, if that needs no code of the program's.
pub(crate) fn contains(collection: &Value, item: &Value) -> Result<Result<bool, MustAsk>, Exception> {
    let collection = inside(collection, &names().contains);
    let search = |items: &[Value]| {
        for other in items {
            effort::spend(1);
            if other.is(item) || equal(other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    };
    Ok(match &collection {
        Value::List(list) => search(&list.items()),
        Value::Tuple(tuple) => search(tuple),
        Value::Dict(dict) => match hashing::of(item) {
            Ok(hash) => dict.get(hash, item).map(|found| found.is_some()),
            Err(NoHash::Unhashable(error)) => return Err(error),
            Err(NoHash::Ask) => Err(MustAsk),
        },
        Value::Set(set) => match (item, hashing::of(item)) {
            (_, Ok(hash)) => set.contains(hash, item),
            (Value::Set(other), Err(NoHash::Unhashable(_))) => {
                let frozen = Value::Set(Rc::new(other.copy(true)));
                match hashing::of(&frozen) {
                    Ok(hash) => set.contains(hash, &frozen),
                    Err(_) => Err(MustAsk),
                }
            }
            (_, Err(NoHash::Unhashable(error))) => return Err(error),
            (_, Err(NoHash::Ask)) => Err(MustAsk),
        },
        Value::Str(text) => match crate::builtins::receive::inside(item) {
            Value::Str(part) => {
                effort::make(text.as_str().len(), 3);
                Ok(text.as_str().contains(part.as_str()))
            }
            _ => {
                let class = error_name(item);
                return Err(type_error(format!(
                    "'in <string>' requires string as left operand, not {class}"
                )));
            }
        },
        Value::Bytes(bytes) => crate::builtins::bytes::contains(bytes, item)?,
        Value::Range(range) => match small_int(item) {
            Some(number) => {
                let inside = if range.step > 0 {
                    (range.start..range.stop).contains(&number)
                } else {
                    number <= range.start && number > range.stop
                };
                Ok(inside && (i128::from(number) - i128::from(range.start)) % i128::from(range.step) == 0)
            }
            None => match item {
                Value::Float(number, _) if number.fract() == 0.0 => {
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "a float of any size is in no range beyond"
                    )]
                    let number = Value::int(*number as i64);
                    return contains(&collection, &number);
                }
                Value::Instance(_) => Err(MustAsk),
                _ => Ok(false),
            },
        },
        _ => Err(MustAsk),
    })
}

/// The length of a builtin collection.
pub(crate) fn builtin_length(value: &Value) -> Option<usize> {
    match value {
        Value::Str(text) => Some(text.len()),
        Value::Bytes(bytes) => Some(bytes.get().len()),
        Value::Tuple(tuple) => Some(tuple.len()),
        Value::List(list) => Some(list.len()),
        Value::Dict(dict) => Some(dict.len()),
        Value::Set(set) => Some(set.len()),
        Value::Range(range) => usize::try_from(range.len()).ok(),
        Value::Instance(instance) => match &instance.payload {
            Payload::Value(inner) if !super::compare::has_python_method(value, &names().len) => {
                builtin_length(inner)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Subsets and supersets.
pub(crate) fn compare_sets(operator: Comparison, one: &Set, other: &Set) -> Result<bool, MustAsk> {
    let within = |small: &Set, large: &Set| -> Result<bool, MustAsk> {
        if small.len() > large.len() {
            return Ok(false);
        }
        for (hash, key) in small.entries() {
            if !large.contains(hash, &key)? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    Ok(match operator {
        Comparison::Less => one.len() < other.len() && within(one, other)?,
        Comparison::LessEqual => within(one, other)?,
        Comparison::Greater => other.len() < one.len() && within(other, one)?,
        _ => within(other, one)?,
    })
}
