//! Sorting: in the order in which CPython compares as far as short lists go, so that a program that
//! watches its own `__lt__` sees the same; keys that only the program can compare are sorted by the prelude.

use std::cmp::Ordering;

use super::collections::items_of;
use super::list::own;
use crate::code::Comparison;
use crate::object::Exception;
use crate::value::Value;
use crate::vm::compare::unordered;
use crate::vm::equality::{MustAsk, order};
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::truth;
use crate::vm::raise::{type_error, unexpected_keyword};

/// Runs shorter than this are lengthened by insertion.
const SHORT: usize = 64;

/// Why keys could not be sorted here.
enum Stop {
    Ask,
    Raise(Exception),
}

impl From<MustAsk> for Stop {
    fn from(MustAsk: MustAsk) -> Self {
        Self::Ask
    }
}

/// `list.sort(*, key=None, reverse=False)`
pub(crate) fn sort(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let list = own(&arguments, "sort")?;
    if arguments.positional().len() > 1 {
        return Err(type_error(match arguments.rest().all().len() {
            given @ 3.. => format!("sort() takes at most 2 arguments ({given} given)"),
            _ => "sort() takes no positional arguments".to_owned(),
        }));
    }
    let (key, reverse) = options(&arguments)?;
    if key.is_none() {
        let items = list.to_vec();
        match in_order(&items, reverse) {
            Ok(order) => {
                *list.items_mut() = order.into_iter().map(|index| items[index].clone()).collect();
                return nothing();
            }
            Err(Stop::Raise(error)) => return Err(error),
            Err(Stop::Ask) => {}
        }
    }
    cx.prelude("list_sort", vec![Value::List(list.clone()), key, Value::Bool(reverse)])
}

/// `sorted(iterable, /, *, key=None, reverse=False)`
pub(crate) fn sorted(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [iterable] = arguments.positional() else {
        return Err(type_error(format!("sorted expected 1 argument, got {}", arguments.positional().len())));
    };
    let items = items_of(iterable)?;
    let (key, reverse) = options(&arguments)?;
    if key.is_none()
        && let Some(items) = &items
    {
        match in_order(items, reverse) {
            Ok(order) => {
                return Ok(Outcome::Value(Value::list(
                    order.into_iter().map(|index| items[index].clone()).collect(),
                )));
            }
            Err(Stop::Raise(error)) => return Err(error),
            Err(Stop::Ask) => {}
        }
    }
    let items = items.map_or_else(|| iterable.clone(), Value::list);
    cx.prelude("sorted_of", vec![items, key, Value::Bool(reverse)])
}

fn options(arguments: &Arguments<'_>) -> Result<(Value, bool), Exception> {
    let (mut key, mut reverse) = (Value::None, false);
    for (name, value) in arguments.named() {
        match name.as_str() {
            "key" => key = value.clone(),
            "reverse" => reverse = truth(value).unwrap_or(true),
            _ => return Err(unexpected_keyword("sort", name, &["key", "reverse"])),
        }
    }
    Ok((key, reverse))
}

/// `_interleave.sort_items(items, keys, reverse)`: a list in the order of the keys; `None` if the program has to compare.
pub(crate) fn sort_items(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::List(items), Value::List(keys), reverse] = arguments.positional() else {
        return Err(type_error("sort_items() needs two lists"));
    };
    let keys = keys.to_vec();
    match in_order(&keys, truth(reverse).unwrap_or(false)) {
        Ok(order) => {
            let items = items.to_vec();
            let sorted = order.into_iter().filter_map(|index| items.get(index).cloned()).collect();
            Ok(Outcome::Value(Value::list(sorted)))
        }
        Err(Stop::Raise(error)) => Err(error),
        Err(Stop::Ask) => nothing(),
    }
}

/// `_interleave.list_return(list, items)`: ends what began with emptying the list for the time of a sort;
/// whether somebody has changed it meanwhile.
pub(crate) fn list_return(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let [Value::List(list), Value::List(items)] = arguments.positional() else {
        return Err(type_error("list_return() needs two lists"));
    };
    let items = items.to_vec();
    let old = std::mem::replace(&mut *list.items_mut(), items);
    Ok(Outcome::from(old.capacity() > 0))
}

/// Where the items of a sorted list come from. Equal ones keep their order, in reverse, too.
fn in_order(keys: &[Value], reverse: bool) -> Result<Vec<usize>, Stop> {
    let rounds = usize::BITS - keys.len().leading_zeros();
    crate::effort::spend(keys.len() as u64 * u64::from(rounds));
    let mut order: Vec<usize> = (0..keys.len()).collect();
    if reverse {
        order.reverse();
    }
    sort_known(keys, &mut order)?;
    if reverse {
        order.reverse();
    }
    Ok(order)
}

fn sort_known(keys: &[Value], order: &mut [usize]) -> Result<(), Stop> {
    let all = |fits: fn(&Value) -> bool| keys.iter().all(fits);
    if all(|key| matches!(key, Value::Int(..))) || all(|key| matches!(key, Value::Str(_))) {
        order.sort_by(|one, other| match (&keys[*one], &keys[*other]) {
            (Value::Int(one, _), Value::Int(other, _)) => one.cmp(other),
            (Value::Str(one), Value::Str(other)) => one.as_str().cmp(other.as_str()),
            _ => Ordering::Equal,
        });
        return Ok(());
    }
    merge_sort(order, &mut |one, other| {
        let (one, other) = (&keys[one], &keys[other]);
        match order_of(one, other)? {
            Some(order) => Ok(order == Some(Ordering::Less)),
            None => Err(Stop::Raise(unordered(Comparison::Less, one, other))),
        }
    })
}

fn order_of(one: &Value, other: &Value) -> Result<Option<Option<Ordering>>, Stop> {
    match order(one, other)? {
        // Sets are ordered by what they hold.
        None if matches!((one, other), (Value::Set(_), Value::Set(_))) => Err(Stop::Ask),
        order => Ok(order),
    }
}

type Less<'a> = &'a mut dyn FnMut(usize, usize) -> Result<bool, Stop>;

/// Sorts by finding runs, lengthening short ones, and merging neighbours.
fn merge_sort(order: &mut [usize], less: Less<'_>) -> Result<(), Stop> {
    let count = order.len();
    let (mut least, mut odd) = (count, 0);
    while least >= SHORT {
        odd |= least & 1;
        least >>= 1;
    }
    least += odd;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    while start < count {
        let sorted = run_end(order, start, less)?;
        let end = sorted.max(count.min(start + least));
        insert_rest(&mut order[start..end], sorted - start, less)?;
        runs.push((start, end));
        start = end;
        while let [.., (first, middle), (_, last)] = runs[..]
            && (start == count || middle - first <= last - middle)
        {
            merge(order, first, middle, last, less)?;
            runs.truncate(runs.len() - 2);
            runs.push((first, last));
        }
    }
    Ok(())
}

/// The end of the run that begins here; if it descends, it is turned round.
fn run_end(order: &mut [usize], start: usize, less: Less<'_>) -> Result<usize, Stop> {
    let count = order.len();
    let mut end = start + 1;
    while end < count && !less(order[end], order[end - 1])? {
        end += 1;
    }
    if end >= count {
        return Ok(count);
    }
    if end - start > 1 {
        if less(order[start], order[end - 1])? {
            return Ok(end);
        }
        // All equal so far: they are to keep their order when the whole run is turned.
        order[start..end].reverse();
    }
    end += 1;
    let mut equal_from = None;
    while end < count {
        if less(order[end], order[end - 1])? {
            if let Some(from) = equal_from.take() {
                order[from..end].reverse();
            }
        } else if less(order[end - 1], order[end])? {
            break;
        } else {
            equal_from.get_or_insert(end - 1);
        }
        end += 1;
    }
    if let Some(from) = equal_from {
        order[from..end].reverse();
    }
    order[start..end].reverse();
    while end < count && !less(order[end], order[end - 1])? {
        end += 1;
    }
    Ok(end)
}

/// Sorts by insertion what follows the part that is sorted.
fn insert_rest(run: &mut [usize], sorted: usize, less: Less<'_>) -> Result<(), Stop> {
    for at in sorted..run.len() {
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = low.midpoint(high);
            if less(run[at], run[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        run[low..=at].rotate_right(1);
    }
    Ok(())
}

fn merge(order: &mut [usize], first: usize, middle: usize, last: usize, less: Less<'_>) -> Result<(), Stop> {
    let left = order[first..middle].to_vec();
    let (mut from_left, mut from_right) = (0, middle);
    for place in first..last {
        if from_left == left.len() {
            break;
        }
        if from_right < last && less(order[from_right], left[from_left])? {
            order[place] = order[from_right];
            from_right += 1;
        } else {
            order[place] = left[from_left];
            from_left += 1;
        }
    }
    Ok(())
}
