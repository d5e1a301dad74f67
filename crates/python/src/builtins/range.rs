//! `range` and `slice`.

use std::rc::Rc;

use super::collections::{again_with_index, index_of};
use super::receive::{inside, wrong_object};
use super::{install, install_getters, install_static};
use crate::object::iter::Walk;
use crate::object::{Exception, Iter, Range, Slice};
use crate::types::Types;
use crate::value::Value;
use crate::vm::equality::{MustAsk, equal};
use crate::vm::hashing::{self, NoHash};
use crate::vm::items::{contains, slice_bounds};
use crate::vm::native::{Answer, Arguments, Context, Outcome};
use crate::vm::operators::integer;
use crate::vm::raise::{type_error, value_error};

/// Gives both classes their methods.
pub(crate) fn fill(types: &Types) {
    let range = &types.range;
    // Length, membership, items and iteration; there is no `+` and no `*`.
    install(range, &super::operator_methods::SEQUENCE[..4]);
    install(
        range,
        &[
            ("__eq__", eq),
            ("__hash__", hash),
            ("__repr__", super::operator_methods::show),
            ("__reversed__", range_reversed),
            ("__bool__", range_truth),
            ("index", range_index),
            ("count", range_count),
        ],
    );
    install_static(range, &[("__new__", new_range)]);
    install_getters(
        range,
        &[
            ("start", |_, arguments| Ok(Outcome::Value(Value::int(own_range(&arguments, "start")?.start)))),
            ("stop", |_, arguments| Ok(Outcome::Value(Value::int(own_range(&arguments, "stop")?.stop)))),
            ("step", |_, arguments| Ok(Outcome::Value(Value::int(own_range(&arguments, "step")?.step)))),
        ],
    );
    let slice = &types.slice;
    install(
        slice,
        &[
            ("__eq__", eq),
            ("__hash__", hash),
            ("__repr__", super::operator_methods::show),
            ("indices", slice_indices),
        ],
    );
    install_static(slice, &[("__new__", new_slice)]);
    install_getters(
        slice,
        &[
            ("start", |_, arguments| Ok(Outcome::Value(own_slice(&arguments, "start")?.start.clone()))),
            ("stop", |_, arguments| Ok(Outcome::Value(own_slice(&arguments, "stop")?.stop.clone()))),
            ("step", |_, arguments| Ok(Outcome::Value(own_slice(&arguments, "step")?.step.clone()))),
        ],
    );
}

fn own_range<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Range>, Exception> {
    match arguments.object() {
        Value::Range(range) => Ok(range),
        _ => Err(wrong_object(arguments, "range", method)),
    }
}

fn own_slice<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Slice>, Exception> {
    match arguments.object() {
        Value::Slice(slice) => Ok(slice),
        _ => Err(wrong_object(arguments, "slice", method)),
    }
}

fn new_range(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let rest = arguments.rest();
    if !rest.names().is_empty() {
        return Err(type_error("range() takes no keyword arguments"));
    }
    let given = rest.plain_between("range", 1, 3)?;
    let mut numbers = [0, 0, 1];
    let first = usize::from(given.len() == 1);
    for (at, value) in given.iter().enumerate() {
        if index_of(value)?.is_none() {
            return again_with_index(cx, "range", new_range, &arguments, at + 1);
        }
        let Some(number) = integer(value).and_then(|number| number.small()) else {
            return cx.prelude("long_range", given.to_vec());
        };
        numbers[first + at] = number;
    }
    let [start, stop, step] = numbers;
    if step == 0 {
        return Err(value_error("range() arg 3 must not be zero"));
    }
    Ok(Outcome::Value(Value::Range(Rc::new(Range { start, stop, step }))))
}

fn eq(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [other] = arguments.exactly("__eq__")?;
    let own = arguments.object();
    match (own, other) {
        (Value::Range(_), Value::Range(_)) | (Value::Slice(_), Value::Slice(_)) => match equal(own, other) {
            Ok(same) => Ok(Outcome::from(same)),
            Err(MustAsk) => Ok(Outcome::Value(Value::NotImplemented)),
        },
        _ => Ok(Outcome::Value(Value::NotImplemented)),
    }
}

fn hash(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    match hashing::of(arguments.object()) {
        Ok(hash) => Ok(Outcome::Value(Value::int(hash))),
        Err(NoHash::Unhashable(error)) => Err(error),
        Err(NoHash::Ask) => cx.prelude("hash_of", vec![arguments.object().clone()]),
    }
}

/// The numbers from last to first.
pub(crate) fn backwards(range: &Range) -> Rc<Iter> {
    let length = range.len();
    let last = range.at(length.wrapping_sub(1));
    Iter::new(Walk::Range(last, length, range.step.wrapping_neg()))
}

fn range_reversed(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [] = arguments.exactly("range.__reversed__")?;
    Ok(Outcome::Value(Value::Iter(backwards(own_range(&arguments, "__reversed__")?))))
}

fn range_truth(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::from(own_range(&arguments, "__bool__")?.len() > 0))
}

fn range_index(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let range = own_range(&arguments, "index")?;
    let [value] = arguments.exactly("range.index")?;
    match contains(arguments.object(), value)? {
        Ok(true) => {
            let number = match inside(value) {
                #[expect(clippy::cast_possible_truncation, reason = "it is in the range")]
                Value::Float(number, _) => *number as i64,
                other => integer(other).and_then(|number| number.small()).unwrap_or(range.start),
            };
            let distance = (i128::from(number) - i128::from(range.start)) / i128::from(range.step);
            Ok(Outcome::Value(Value::int(i64::try_from(distance).unwrap_or(0))))
        }
        Ok(false) | Err(MustAsk) => {
            let stop = Value::int(i64::try_from(range.len()).unwrap_or(i64::MAX));
            cx.prelude("range_index", vec![arguments.object().clone(), value.clone(), stop])
        }
    }
}

fn range_count(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [value] = arguments.exactly("range.count")?;
    match contains(arguments.object(), value)? {
        Ok(truth) => Ok(Outcome::Value(Value::int(i64::from(truth)))),
        Err(MustAsk) => cx.prelude("sequence_count", vec![arguments.object().clone(), value.clone()]),
    }
}

fn new_slice(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let rest = arguments.rest();
    if !rest.names().is_empty() {
        return Err(type_error("slice() takes no keyword arguments"));
    }
    let given = rest.plain_between("slice", 1, 3)?;
    let part = |index: usize| given.get(index).cloned().unwrap_or(Value::None);
    let (start, stop, step) =
        if given.len() == 1 { (Value::None, part(0), Value::None) } else { (part(0), part(1), part(2)) };
    Ok(Outcome::Value(Value::Slice(Rc::new(Slice { start, stop, step, id: Default::default() }))))
}

fn slice_indices(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let slice = own_slice(&arguments, "indices")?;
    let [length] = arguments.exactly("slice.indices")?;
    let Some(length) = index_of(length)? else {
        return again_with_index(cx, "slice.indices", slice_indices, &arguments, 1);
    };
    let length = usize::try_from(length).map_err(|_| value_error("length should not be negative"))?;
    let (start, stop, step) = slice_bounds(slice, length)?;
    Ok(Outcome::Value(Value::tuple(vec![Value::int(start), Value::int(stop), Value::int(step)])))
}
