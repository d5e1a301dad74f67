//! Iterators of the machine's own: over builtin collections, and over each other.
//! Those that have to call the program's code are written in Python, in the library's prelude.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Bytes, Dict, Id, List, Range, Set, Tuple, trashcan};
use crate::effort;
use crate::value::{Str, Value};

/// How many iterators may be inside each other.
const DEPTH: u32 = 30;

/// An iterator.
#[derive(Debug)]
pub(crate) struct Iter {
    state: RefCell<Walk>,
    depth: u32,
    class_name: &'static str,
    pub(crate) id: Id,
}

/// What an iterator walks over, and where it is.
#[derive(Debug)]
pub(crate) enum Walk {
    Ended,
    List(Rc<List>, usize),
    ListBackwards(Rc<List>, usize),
    Tuple(Rc<Tuple>, usize),
    TupleBackwards(Rc<Tuple>, usize),
    /// The next number, how many are left, and the step.
    Range(i64, u64, i64),
    /// By byte.
    Text(Str, usize),
    TextBackwards(Str, usize),
    Bytes(Rc<Bytes>, usize),
    Dict(DictWalk),
    Set {
        set: Rc<Set>,
        place: usize,
        /// How many there were at the beginning.
        size: usize,
        left: usize,
    },
    Enumerate(Rc<Iter>, i64),
    Zip {
        inner: Vec<Rc<Iter>>,
        strict: bool,
    },
    /// Values that are all known.
    Values(std::vec::IntoIter<Value>),
    /// A native module's collection, and how far.
    Native(Rc<dyn Walkable>, usize),
}

/// A native module's collection, as an iterator walks over it.
pub(crate) trait Walkable: std::fmt::Debug {
    /// The item at a place, counted from the beginning.
    fn item(&self, place: usize) -> Result<Option<Value>, WalkError>;

    /// How many items there are in all.
    fn count(&self) -> usize;
}

/// A walk over a dict.
#[derive(Clone, Debug)]
pub(crate) struct DictWalk {
    pub(crate) dict: Rc<Dict>,
    pub(crate) what: DictPart,
    pub(crate) place: usize,
    pub(crate) version: u32,
    pub(crate) length: usize,
    pub(crate) backwards: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DictPart {
    Keys,
    Values,
    Items,
}

/// What went wrong in a walk: class name is `RuntimeError`, or `ValueError` for `zip`.
#[derive(Debug)]
pub(crate) enum WalkError {
    Changed(&'static str),
    Uneven(String),
}

impl Iter {
    pub(crate) fn new(walk: Walk) -> Rc<Self> {
        let depth = match &walk {
            Walk::Enumerate(inner, _) => inner.depth + 1,
            Walk::Zip { inner, .. } => inner.iter().map(|inner| inner.depth + 1).max().unwrap_or(0),
            _ => 0,
        };
        let class_name = walk.class_name();
        Rc::new(Self { state: RefCell::new(walk), depth, class_name, id: Id::default() })
    }

    /// It can be inside another.
    pub(crate) fn can_nest(&self) -> bool {
        self.depth < DEPTH
    }

    /// The name of its class, which stays when it has ended.
    pub(crate) fn class_name(&self) -> &'static str {
        self.class_name
    }

    /// The next value.
    pub(crate) fn next(&self) -> Result<Option<Value>, WalkError> {
        let mut state = self.state.borrow_mut();
        let next = advance(&mut state);
        if matches!(next, Ok(None)) {
            let ended = std::mem::replace(&mut *state, Walk::Ended);
            drop(state);
            drop(ended);
        }
        next
    }

    /// How many are left, where that is known.
    pub(crate) fn length_hint(&self) -> usize {
        match &*self.state.borrow() {
            Walk::List(list, index) => list.len().saturating_sub(*index),
            Walk::ListBackwards(_, index) | Walk::TupleBackwards(_, index) => *index,
            Walk::Tuple(tuple, index) => tuple.len().saturating_sub(*index),
            Walk::Range(_, left, _) => usize::try_from(*left).unwrap_or(usize::MAX),
            Walk::Dict(walk) => walk.left(),
            Walk::Set { left, .. } => *left,
            Walk::Values(values) => values.len(),
            Walk::Native(collection, place) => collection.count().saturating_sub(*place),
            Walk::Enumerate(inner, _) => inner.length_hint(),
            Walk::Zip { inner, .. } => inner.iter().map(|each| each.length_hint()).min().unwrap_or(0),
            Walk::Text(text, place) => {
                effort::make(text.len(), 4);
                text.as_str().get(*place..).map_or(0, |left| left.chars().count())
            }
            Walk::Bytes(bytes, place) => bytes.get().len().saturating_sub(*place),
            _ => 0,
        }
    }
}

/// How an iterator is made anew: by which function, of what, and at which place it then has to go on.
pub(crate) struct Recipe {
    pub(crate) maker: &'static str,
    pub(crate) arguments: Vec<Value>,
    pub(crate) state: Option<Value>,
}

impl Iter {
    /// How one is made that goes on where this is. The maker `rest` makes it of all that is left.
    pub(crate) fn recipe(&self) -> Recipe {
        let made = |maker, arguments, state| Recipe { maker, arguments, state };
        let at = |maker, value, place: usize| made(maker, vec![value], Some(Value::index(place)));
        match &*self.state.borrow() {
            Walk::Ended => match self.class_name {
                "zip" => made("zip", Vec::new(), None),
                "reversed" | "list_reverseiterator" => made("reversed", vec![Value::tuple(Vec::new())], None),
                "enumerate" => made("enumerate", vec![Value::tuple(Vec::new())], None),
                "list_iterator" => made("iter", vec![Value::list(Vec::new())], None),
                _ => made("iter", vec![Value::tuple(Vec::new())], None),
            },
            Walk::List(list, place) => at("iter", Value::List(list.clone()), *place),
            Walk::Tuple(tuple, place) => at("iter", Value::Tuple(tuple.clone()), *place),
            Walk::Bytes(bytes, place) => at("iter", Value::Bytes(bytes.clone()), *place),
            Walk::Text(text, place) => {
                at("iter", Value::Str(text.clone()), text.as_str()[..*place].chars().count())
            }
            Walk::ListBackwards(list, 0) => {
                made("reversed", vec![Value::List(list.clone())], Some(Value::int(-1)))
            }
            Walk::ListBackwards(list, left) => at("reversed", Value::List(list.clone()), left - 1),
            Walk::TupleBackwards(tuple, left) => {
                let place = i64::try_from(*left).map_or(-1, |left| left - 1);
                made("reversed", vec![Value::Tuple(tuple.clone())], Some(Value::int(place)))
            }
            Walk::TextBackwards(text, end) => {
                made("reversed", vec![Value::str(&text.as_str()[..*end])], None)
            }
            Walk::Range(next, left, step) => {
                let stop =
                    i64::try_from(*left).map_or(i64::MAX, |left| next.wrapping_add(left.wrapping_mul(*step)));
                let range = Range { start: *next, stop, step: *step };
                made("iter", vec![Value::Range(Rc::new(range))], Some(Value::None))
            }
            Walk::Dict(walk) => made("rest", vec![Value::Iter(Self::new(Walk::Dict(walk.clone())))], None),
            Walk::Set { set, place, size, left } => {
                let walk = Walk::Set { set: set.clone(), place: *place, size: *size, left: *left };
                made("rest", vec![Value::Iter(Self::new(walk))], None)
            }
            Walk::Enumerate(inner, count) => {
                made("enumerate", vec![Value::Iter(inner.clone()), Value::int(*count)], None)
            }
            Walk::Zip { inner, strict } => {
                let inner = inner.iter().cloned().map(Value::Iter).collect();
                made("zip", inner, strict.then_some(Value::Bool(true)))
            }
            Walk::Values(values) => made("rest", vec![Value::list(values.as_slice().to_vec())], None),
            Walk::Native(collection, place) => {
                let walk = Walk::Native(collection.clone(), *place);
                made("rest", vec![Value::Iter(Self::new(walk))], None)
            }
        }
    }

    /// Goes to a place, as `__setstate__` asks for it: outside there is only the beginning and the end.
    pub(crate) fn go_to(&self, wanted: i64) {
        let from_start = usize::try_from(wanted.max(0)).unwrap_or(usize::MAX);
        let left_of =
            |count: usize| usize::try_from(wanted.saturating_add(1).max(0)).unwrap_or(usize::MAX).min(count);
        match &mut *self.state.borrow_mut() {
            // A list's iterator counts places before the beginning as beyond the end.
            Walk::List(list, place) => {
                *place = usize::try_from(wanted).unwrap_or(usize::MAX).min(list.len());
            }
            Walk::Tuple(tuple, place) => *place = from_start.min(tuple.len()),
            Walk::Bytes(bytes, place) => *place = from_start.min(bytes.get().len()),
            Walk::Text(text, place) => {
                *place =
                    text.as_str().char_indices().nth(from_start).map_or(text.as_str().len(), |(at, _)| at);
            }
            Walk::ListBackwards(list, left) => *left = left_of(list.len()),
            Walk::TupleBackwards(tuple, left) => *left = left_of(tuple.len()),
            Walk::Range(next, left, step) => {
                let passed = u64::try_from(wanted.max(0)).unwrap_or(0).min(*left);
                *left -= passed;
                *next = next.wrapping_add(step.wrapping_mul(i64::try_from(passed).unwrap_or(0)));
            }
            Walk::Zip { strict, .. } => *strict = wanted != 0,
            _ => {}
        }
    }
}

impl Walk {
    /// The name of the class of an iterator that walks so.
    fn class_name(&self) -> &'static str {
        match self {
            Self::Ended | Self::Values(_) | Self::Native(..) => "iterator",
            Self::List(..) => "list_iterator",
            Self::ListBackwards(..) => "list_reverseiterator",
            Self::Tuple(..) => "tuple_iterator",
            Self::TupleBackwards(..) | Self::TextBackwards(..) => "reversed",
            Self::Range(..) => "range_iterator",
            Self::Text(text, _) if text.is_ascii() => "str_ascii_iterator",
            Self::Text(..) => "str_iterator",
            Self::Bytes(bytes, _) if bytes.is_array() => "bytearray_iterator",
            Self::Bytes(..) => "bytes_iterator",
            Self::Dict(walk) => match (walk.what, walk.backwards) {
                (DictPart::Keys, false) => "dict_keyiterator",
                (DictPart::Values, false) => "dict_valueiterator",
                (DictPart::Items, false) => "dict_itemiterator",
                (DictPart::Keys, true) => "dict_reversekeyiterator",
                (DictPart::Values, true) => "dict_reversevalueiterator",
                (DictPart::Items, true) => "dict_reverseitemiterator",
            },
            Self::Set { .. } => "set_iterator",
            Self::Enumerate(..) => "enumerate",
            Self::Zip { .. } => "zip",
        }
    }
}

fn advance(walk: &mut Walk) -> Result<Option<Value>, WalkError> {
    Ok(match walk {
        Walk::Ended => None,
        Walk::List(list, index) => {
            let value = list.get(*index);
            *index += 1;
            value
        }
        Walk::ListBackwards(list, index) => {
            if *index == 0 {
                return Ok(None);
            }
            *index -= 1;
            list.get(*index)
        }
        Walk::Tuple(tuple, index) => {
            let value = tuple.get(*index).cloned();
            *index += 1;
            value
        }
        Walk::TupleBackwards(tuple, index) => {
            if *index == 0 {
                return Ok(None);
            }
            *index -= 1;
            tuple.get(*index).cloned()
        }
        Walk::Range(next, left, step) => {
            if *left == 0 {
                return Ok(None);
            }
            let value = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Value::int(value))
        }
        Walk::Text(text, place) => {
            let Some(character) = text.as_str().get(*place..).and_then(|rest| rest.chars().next()) else {
                return Ok(None);
            };
            *place += character.len_utf8();
            Some(Value::Str(super::text::of_character(character)))
        }
        Walk::TextBackwards(text, place) => {
            let Some(character) = text.as_str().get(..*place).and_then(|rest| rest.chars().next_back())
            else {
                return Ok(None);
            };
            *place -= character.len_utf8();
            Some(Value::Str(super::text::of_character(character)))
        }
        Walk::Bytes(bytes, index) => {
            let value = bytes.get().get(*index).map(|byte| Value::int(i64::from(*byte)));
            *index += 1;
            value
        }
        Walk::Dict(walk) => return walk.advance(),
        Walk::Set { set, place, size, left } => {
            if set.len() != *size {
                *size = usize::MAX;
                return Err(WalkError::Changed("Set changed size during iteration"));
            }
            let Some((next, key)) = set.next_from(*place) else { return Ok(None) };
            *place = next;
            *left = left.saturating_sub(1);
            Some(key)
        }
        Walk::Enumerate(inner, count) => {
            let Some(value) = inner.next()? else { return Ok(None) };
            let number = Value::int(*count);
            *count += 1;
            Some(Value::tuple(vec![number, value]))
        }
        Walk::Zip { inner, strict } => {
            if inner.is_empty() {
                return Ok(None);
            }
            let mut values = Vec::with_capacity(inner.len());
            for (index, each) in inner.iter().enumerate() {
                match each.next()? {
                    Some(value) => values.push(value),
                    None if *strict => return uneven(inner, index),
                    None => return Ok(None),
                }
            }
            Some(Value::tuple(values))
        }
        Walk::Values(values) => values.next(),
        Walk::Native(collection, place) => {
            let value = collection.item(*place)?;
            *place += 1;
            value
        }
    })
}

/// `zip(strict=True)`: one has ended, and the others had better have, too.
fn uneven(inner: &[Rc<Iter>], ended: usize) -> Result<Option<Value>, WalkError> {
    let others =
        |count: usize| if count == 1 { "argument 1".to_owned() } else { format!("arguments 1-{count}") };
    if ended > 0 {
        return Err(WalkError::Uneven(format!(
            "zip() argument {} is shorter than {}",
            ended + 1,
            others(ended)
        )));
    }
    for (index, each) in inner.iter().enumerate().skip(1) {
        if each.next()?.is_some() {
            return Err(WalkError::Uneven(format!(
                "zip() argument {} is longer than {}",
                index + 1,
                others(index)
            )));
        }
    }
    Ok(None)
}

impl DictWalk {
    pub(crate) fn new(dict: Rc<Dict>, what: DictPart, backwards: bool) -> Self {
        let (version, length) = (dict.version(), dict.len());
        let place = if backwards { usize::MAX } else { 0 };
        Self { dict, what, place, version, length, backwards }
    }

    /// How many entries are left.
    fn left(&self) -> usize {
        self.dict.look(|entries| {
            let place = self.place.min(entries.len());
            effort::make(entries.len(), 4);
            let left = if self.backwards { &entries[..place] } else { &entries[place..] };
            left.iter().filter(|entry| !entry.key.is_unset()).count()
        })
    }

    fn advance(&mut self) -> Result<Option<Value>, WalkError> {
        if self.version != self.dict.version() {
            if self.length != self.dict.len() {
                return Err(WalkError::Changed("dictionary changed size during iteration"));
            }
            return Err(WalkError::Changed("dictionary keys changed during iteration"));
        }
        let found = if self.backwards {
            self.dict.entry_before(self.place)
        } else {
            self.dict.entry_from(self.place)
        };
        let Some((place, key, value)) = found else { return Ok(None) };
        self.place = place;
        Ok(Some(match self.what {
            DictPart::Keys => key,
            DictPart::Values => value,
            DictPart::Items => Value::tuple(vec![key, value]),
        }))
    }
}

impl Range {
    /// An iterator over its numbers.
    pub(crate) fn walk(&self) -> Walk {
        Walk::Range(self.start, self.len(), self.step)
    }
}

impl Drop for Iter {
    fn drop(&mut self) {
        match std::mem::replace(self.state.get_mut(), Walk::Ended) {
            Walk::List(list, _) | Walk::ListBackwards(list, _) => trashcan::discard([Value::List(list)]),
            Walk::Tuple(tuple, _) | Walk::TupleBackwards(tuple, _) => {
                trashcan::discard([Value::Tuple(tuple)])
            }
            Walk::Dict(walk) => trashcan::discard([Value::Dict(walk.dict)]),
            Walk::Set { set, .. } => trashcan::discard([Value::Set(set)]),
            Walk::Values(values) => trashcan::discard(values),
            _ => {}
        }
    }
}
