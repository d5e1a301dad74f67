//! `collections.deque`. Searches and comparisons that have to ask the program are the prelude's.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::builtins::collections::{MOST_ITEMS, again_with_index, bounds, index_of, items_of};
use crate::builtins::receive::{class_to_make, wrong_object};
use crate::builtins::{Table, install, install_getters, install_static, repr};
use crate::code::Comparison;
use crate::effort;
use crate::object::iter::{Walk, WalkError, Walkable};
use crate::object::{Exception, Instance, Iter, Payload, trashcan};
use crate::types::{Types, types};
use crate::value::Value;
use crate::vm::classes::check_abstract;
use crate::vm::describe::class_name;
use crate::vm::equality::MustAsk;
use crate::vm::native::{Answer, Arguments, Context, Outcome, nothing};
use crate::vm::operators::integer;
use crate::vm::raise::{index_error, memory_error, type_error, value_error};

/// A double-ended queue.
#[derive(Debug, Default)]
struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Cell<Option<usize>>,
    changes: Cell<u64>,
}

/// A walk over one, which minds changes.
#[derive(Debug)]
struct DequeWalk {
    deque: Rc<Deque>,
    changes: u64,
    backwards: bool,
}

impl Walkable for DequeWalk {
    fn item(&self, place: usize) -> Result<Option<Value>, WalkError> {
        if self.changes != self.deque.changes.get() {
            return Err(WalkError::Changed("deque mutated during iteration"));
        }
        let items = self.deque.items.borrow();
        Ok(match self.backwards {
            false => items.get(place).cloned(),
            true => items.len().checked_sub(place + 1).and_then(|place| items.get(place).cloned()),
        })
    }

    fn count(&self) -> usize {
        self.deque.items.borrow().len()
    }
}

impl Deque {
    fn changed(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    fn len(&self) -> usize {
        self.items.borrow().len()
    }

    fn to_vec(&self) -> Vec<Value> {
        effort::make(self.len(), 0);
        self.items.borrow().iter().cloned().collect()
    }

    /// Adds at one end, and gives what falls out at the other.
    fn push(&self, value: Value, left: bool) -> Result<Option<Value>, Exception> {
        self.changed();
        let mut items = self.items.borrow_mut();
        if items.len() >= MOST_ITEMS {
            return Err(memory_error(""));
        }
        if left {
            items.push_front(value)
        } else {
            items.push_back(value)
        }
        if self.most.get().is_some_and(|most| items.len() > most) {
            return Ok(if left { items.pop_back() } else { items.pop_front() });
        }
        Ok(None)
    }

    fn push_all(&self, values: Vec<Value>, left: bool) -> Answer {
        for value in values {
            drop(self.push(value, left)?);
        }
        nothing()
    }

    fn take(&self) -> VecDeque<Value> {
        self.changed();
        self.items.take()
    }
}

impl Drop for Deque {
    fn drop(&mut self) {
        trashcan::discard(self.items.take());
    }
}

/// Gives `deque` its methods.
pub(crate) fn fill(types: &Types) {
    let class = &types.deque;
    install(class, METHODS);
    install(class, OPERATORS);
    install_static(class, &[("__new__", new)]);
    install_getters(class, &[("maxlen", most_items)]);
    crate::builtins::install_class_methods(
        class,
        &[("__class_getitem__", crate::builtins::type_expressions::make_alias)],
    );
    class.namespace.set_name("__hash__", Value::None);
}

const METHODS: &Table = &[
    ("__init__", init),
    ("append", |_, arguments| add_one(&arguments, "append", false)),
    ("appendleft", |_, arguments| add_one(&arguments, "appendleft", true)),
    ("pop", |_, arguments| take_one(&arguments, "pop", false)),
    ("popleft", |_, arguments| take_one(&arguments, "popleft", true)),
    ("extend", |cx, arguments| add_all(cx, &arguments, "extend", false)),
    ("extendleft", |cx, arguments| add_all(cx, &arguments, "extendleft", true)),
    ("rotate", rotate),
    ("clear", clear),
    ("copy", copy),
    ("count", count),
    ("index", index),
    ("insert", insert),
    ("remove", remove),
    ("reverse", reverse),
];

const OPERATORS: &Table = &[
    ("__len__", |_, arguments| Ok(Outcome::Value(Value::index(own(&arguments, "__len__")?.len())))),
    ("__iter__", |_, arguments| Ok(walk(own(&arguments, "__iter__")?, false))),
    ("__reversed__", |_, arguments| Ok(walk(own(&arguments, "__reversed__")?, true))),
    ("__repr__", show),
    ("__copy__", copy),
    ("__reduce__", reduce),
    ("__contains__", contains),
    ("__getitem__", get_item),
    ("__setitem__", set_item),
    ("__delitem__", delete_item),
    ("__add__", add),
    ("__iadd__", add_in_place),
    ("__mul__", multiply),
    ("__rmul__", multiply),
    ("__imul__", multiply_in_place),
    ("__eq__", |cx, arguments| compare(cx, &arguments, Comparison::Equal)),
    ("__ne__", |cx, arguments| compare(cx, &arguments, Comparison::NotEqual)),
    ("__lt__", |cx, arguments| compare(cx, &arguments, Comparison::Less)),
    ("__le__", |cx, arguments| compare(cx, &arguments, Comparison::LessEqual)),
    ("__gt__", |cx, arguments| compare(cx, &arguments, Comparison::Greater)),
    ("__ge__", |cx, arguments| compare(cx, &arguments, Comparison::GreaterEqual)),
];

fn own<'a>(arguments: &Arguments<'a>, method: &str) -> Result<&'a Rc<Deque>, Exception> {
    arguments.object().native().ok_or_else(|| wrong_object(arguments, "collections.deque", method))
}

/// An iterator over a deque.
pub(crate) fn iter(instance: &Instance) -> Option<Rc<Iter>> {
    instance.native::<Rc<Deque>>().map(|deque| iterator(deque, false))
}

/// How much a deque holds.
pub(crate) fn length(instance: &Instance) -> Option<usize> {
    instance.native::<Rc<Deque>>().map(|deque| deque.len())
}

fn iterator(deque: &Rc<Deque>, backwards: bool) -> Rc<Iter> {
    let walk = DequeWalk { deque: deque.clone(), changes: deque.changes.get(), backwards };
    Iter::new(Walk::Native(Rc::new(walk), 0))
}

fn walk(deque: &Rc<Deque>, backwards: bool) -> Outcome {
    Outcome::Value(Value::Iter(iterator(deque, backwards)))
}

pub(crate) fn made(items: Vec<Value>, most: Option<usize>) -> Result<Outcome, Exception> {
    let deque = Deque::default();
    deque.most.set(most);
    deque.push_all(items, false)?;
    let instance = Instance::new(types().deque.clone(), Payload::Native(Box::new(Rc::new(deque))));
    Ok(Outcome::Value(Value::Instance(Rc::new(instance))))
}

fn new(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let class = class_to_make(&arguments, &types().deque)?;
    check_abstract(class)?;
    let deque: Rc<Deque> = Rc::default();
    let instance = Instance::new(class.clone(), Payload::Native(Box::new(deque)));
    Ok(Outcome::Value(Value::Instance(Rc::new(instance))))
}

fn init(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__init__")?;
    let [items, most] = arguments.rest().bind("deque", ["iterable", "maxlen"], 0, 0)?;
    let most = match most.or(Value::None) {
        Value::None => None,
        most => {
            let number = integer(&most).ok_or_else(|| type_error("an integer is required"))?;
            let number = number.small().unwrap_or(i64::MAX);
            Some(usize::try_from(number).map_err(|_| value_error("maxlen must be non-negative"))?)
        }
    };
    deque.most.set(most);
    let old = deque.take();
    drop(old);
    if items.is_unset() {
        return nothing();
    }
    match items_of(&items)? {
        Some(items) => deque.push_all(items, false),
        None => cx.prelude("deque_extend", vec![arguments.object().clone(), items, Value::Bool(false)]),
    }
}

fn most_items(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    Ok(Outcome::Value(own(&arguments, "maxlen")?.most.get().map_or(Value::None, Value::index)))
}

fn add_one(arguments: &Arguments<'_>, method: &str, left: bool) -> Answer {
    let deque = own(arguments, method)?;
    let [value] = arguments.exactly(&format!("deque.{method}"))?;
    drop(deque.push(value.clone(), left)?);
    nothing()
}

fn take_one(arguments: &Arguments<'_>, method: &str, left: bool) -> Answer {
    let deque = own(arguments, method)?;
    let [] = arguments.exactly(&format!("deque.{method}"))?;
    deque.changed();
    let mut items = deque.items.borrow_mut();
    let taken = if left { items.pop_front() } else { items.pop_back() };
    taken.map(Outcome::Value).ok_or_else(|| index_error("pop from an empty deque"))
}

fn add_all(cx: &mut Context<'_>, arguments: &Arguments<'_>, method: &str, left: bool) -> Answer {
    let deque = own(arguments, method)?;
    let [items] = arguments.exactly(&format!("deque.{method}"))?;
    match items_of(items)? {
        Some(items) => deque.push_all(items, left),
        None => {
            cx.prelude("deque_extend", vec![arguments.object().clone(), items.clone(), Value::Bool(left)])
        }
    }
}

fn rotate(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "rotate")?;
    let steps = match arguments.between("deque.rotate", 0, 1)?.first() {
        None => 1,
        Some(steps) => match index_of(steps)? {
            Some(steps) => steps,
            None => return again_with_index(cx, "deque.rotate", rotate, &arguments, 1),
        },
    };
    let length = i64::try_from(deque.len()).unwrap_or(i64::MAX);
    if length > 0 {
        deque.changed();
        let steps = usize::try_from(steps.rem_euclid(length)).unwrap_or(0);
        effort::make(deque.len(), 2);
        deque.items.borrow_mut().rotate_right(steps);
    }
    nothing()
}

fn clear(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "clear")?;
    let [] = arguments.exactly("deque.clear")?;
    let old = deque.take();
    drop(old);
    nothing()
}

fn copy(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "copy")?;
    let [] = arguments.exactly("deque.copy")?;
    let Value::Instance(instance) = arguments.object() else { return nothing() };
    if instance.class().is_builtin {
        return made(deque.to_vec(), deque.most.get());
    }
    cx.prelude("deque_copy", vec![arguments.object().clone()])
}

fn reduce(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    cx.prelude("deque_reduce", vec![arguments.object().clone()])
}

fn show(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__repr__")?;
    let items = Value::list(deque.to_vec());
    let class = class_name(arguments.object());
    let most = deque.most.get().map_or(String::new(), |most| format!(", maxlen={most}"));
    match repr::repr_of(cx, &items) {
        Some(text) => Ok(Outcome::from(format!("{class}({}{most})", text?))),
        None => cx.prelude("deque_repr", vec![arguments.object().clone()]),
    }
}

/// The first item from a place on that is or equals a value.
fn find(items: &[Value], value: &Value) -> Result<Option<usize>, MustAsk> {
    crate::builtins::collections::position(items, value)
}

fn contains(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__contains__")?;
    let [value] = arguments.exactly("deque.__contains__")?;
    match find(&deque.to_vec(), value) {
        Ok(found) => Ok(Outcome::from(found.is_some())),
        Err(MustAsk) => cx.prelude("sequence_contains", vec![arguments.object().clone(), value.clone()]),
    }
}

fn count(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "count")?;
    let [value] = arguments.exactly("deque.count")?;
    match crate::builtins::collections::occurrences(&deque.to_vec(), value) {
        Ok(count) => Ok(Outcome::Value(Value::index(count))),
        Err(MustAsk) => cx.prelude("sequence_count", vec![arguments.object().clone(), value.clone()]),
    }
}

fn index(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "index")?;
    let given = arguments.between("deque.index", 1, 3)?;
    let mut limits = [0, i64::MAX];
    for (at, (limit, value)) in limits.iter_mut().zip(&given[1..]).enumerate() {
        match index_of(value)? {
            Some(number) => *limit = number,
            None => return again_with_index(cx, "deque.index", index, &arguments, at + 2),
        }
    }
    let items = deque.to_vec();
    let (start, stop) = bounds(limits[0], limits[1], items.len());
    match find(&items[start..stop], &given[0]) {
        Ok(Some(place)) => Ok(Outcome::Value(Value::index(start + place))),
        Ok(None) | Err(MustAsk) => {
            let (start, stop) = (Value::index(start), Value::index(stop));
            cx.prelude("deque_index", vec![arguments.object().clone(), given[0].clone(), start, stop])
        }
    }
}

fn insert(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "insert")?;
    let [place, value] = arguments.exactly("deque.insert")?;
    let Some(place) = index_of(place)? else {
        return again_with_index(cx, "deque.insert", insert, &arguments, 1);
    };
    if deque.most.get() == Some(deque.len()) {
        return Err(index_error("deque already at its maximum size"));
    }
    let (place, _) = bounds(place, i64::MAX, deque.len());
    deque.changed();
    effort::make(deque.len(), 2);
    deque.items.borrow_mut().insert(place, value.clone());
    nothing()
}

fn remove(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "remove")?;
    let [value] = arguments.exactly("deque.remove")?;
    match find(&deque.to_vec(), value) {
        Ok(Some(place)) => {
            deque.changed();
            let removed = deque.items.borrow_mut().remove(place);
            drop(removed);
            nothing()
        }
        Ok(None) | Err(MustAsk) => {
            cx.prelude("deque_remove", vec![arguments.object().clone(), value.clone()])
        }
    }
}

fn reverse(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "reverse")?;
    let [] = arguments.exactly("deque.reverse")?;
    effort::make(deque.len(), 0);
    deque.items.borrow_mut().make_contiguous().reverse();
    nothing()
}

/// The place that an index means; nothing if the program's `__index__` has to be asked.
fn place(deque: &Deque, index: &Value) -> Result<Option<usize>, Exception> {
    let number = index_of(index)
        .map_err(|_| type_error(format!("sequence index must be integer, not '{}'", class_name(index))))?;
    let Some(number) = number else { return Ok(None) };
    let length = i64::try_from(deque.len()).unwrap_or(i64::MAX);
    let number = if number < 0 { number.saturating_add(length) } else { number };
    match usize::try_from(number) {
        Ok(place) if place < deque.len() => Ok(Some(place)),
        _ => Err(index_error("deque index out of range")),
    }
}

fn get_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__getitem__")?;
    let [index] = arguments.exactly("deque.__getitem__")?;
    match place(deque, index)? {
        Some(place) => Ok(Outcome::Value(deque.items.borrow()[place].clone())),
        None => again_with_index(cx, "deque.__getitem__", get_item, &arguments, 1),
    }
}

fn set_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__setitem__")?;
    let [index, value] = arguments.exactly("deque.__setitem__")?;
    let Some(place) = place(deque, index)? else {
        return again_with_index(cx, "deque.__setitem__", set_item, &arguments, 1);
    };
    let old = std::mem::replace(&mut deque.items.borrow_mut()[place], value.clone());
    drop(old);
    nothing()
}

fn delete_item(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__delitem__")?;
    let [index] = arguments.exactly("deque.__delitem__")?;
    let Some(place) = place(deque, index)? else {
        return again_with_index(cx, "deque.__delitem__", delete_item, &arguments, 1);
    };
    deque.changed();
    effort::make(deque.len(), 2);
    let removed = deque.items.borrow_mut().remove(place);
    drop(removed);
    nothing()
}

fn add(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__add__")?;
    let [other] = arguments.exactly("deque.__add__")?;
    let Some(more) = other.native::<Rc<Deque>>() else {
        return Err(type_error(format!(
            "can only concatenate deque (not \"{}\") to deque",
            class_name(other)
        )));
    };
    let mut items = deque.to_vec();
    items.extend(more.to_vec());
    made(items, deque.most.get())
}

fn add_in_place(cx: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__iadd__")?;
    let [items] = arguments.exactly("deque.__iadd__")?;
    match items_of(items)? {
        Some(items) => {
            deque.push_all(items, false)?;
            Ok(Outcome::Value(arguments.object().clone()))
        }
        None => cx.prelude("deque_extend_in_place", vec![arguments.object().clone(), items.clone()]),
    }
}

/// The items, so many times, as far as they fit.
fn repeated(deque: &Deque, times: &Value) -> Result<Option<Vec<Value>>, Exception> {
    let Some(times) = integer(times) else { return Ok(None) };
    let times = times.small().unwrap_or(if times.is_negative() { 0 } else { i64::MAX });
    let times = usize::try_from(times).unwrap_or(0);
    let items = deque.to_vec();
    let count = items.len().saturating_mul(times);
    let kept = deque.most.get().unwrap_or(usize::MAX).min(count);
    if kept > MOST_ITEMS {
        return Err(memory_error(""));
    }
    let skipped = (count - kept) % items.len().max(1);
    Ok(Some(items.iter().cloned().cycle().skip(skipped).take(kept).collect()))
}

fn multiply(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__mul__")?;
    let [times] = arguments.exactly("deque.__mul__")?;
    match repeated(deque, times)? {
        Some(items) => made(items, deque.most.get()),
        None => Ok(Outcome::Value(Value::NotImplemented)),
    }
}

fn multiply_in_place(_: &mut Context<'_>, arguments: Arguments<'_>) -> Answer {
    let deque = own(&arguments, "__imul__")?;
    let [times] = arguments.exactly("deque.__imul__")?;
    let Some(items) = repeated(deque, times)? else { return Ok(Outcome::Value(Value::NotImplemented)) };
    let old = deque.take();
    deque.items.borrow_mut().extend(items);
    drop(old);
    Ok(Outcome::Value(arguments.object().clone()))
}

fn compare(cx: &mut Context<'_>, arguments: &Arguments<'_>, operator: Comparison) -> Answer {
    let deque = own(arguments, "__eq__")?;
    let [other] = arguments.exactly("deque.__eq__")?;
    let Some(more) = other.native::<Rc<Deque>>() else { return Ok(Outcome::Value(Value::NotImplemented)) };
    let (left, right) = (Value::list(deque.to_vec()), Value::list(more.to_vec()));
    cx.compare(operator, left, right)
}
