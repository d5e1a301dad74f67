//! Sets and frozensets: CPython's table, so that they iterate in its order; or,
//! once a key is hashed by its address, the order of insertion.

use std::cell::{Cell, RefCell};
use std::ptr;
use std::rc::Rc;

use super::{Class, Dict, Id, trashcan};
use crate::effort;
use crate::number::set_table::{SetTable, Step};
use crate::types::types;
use crate::value::Value;
use crate::vm::equality::{MustAsk, same_key};
use crate::vm::hashing::is_by_address;

/// A Python `set` or `frozenset`.
#[derive(Debug)]
pub(crate) struct Set {
    keys: RefCell<Keys>,
    frozen: bool,
    class: Option<Rc<Class>>,
    hash: Cell<Option<i64>>,
    id: Id,
}

#[derive(Debug)]
enum Keys {
    Table(SetTable<Value>),
    /// With `None` as values.
    InOrder(Dict),
}

impl Default for Set {
    fn default() -> Self {
        Self::empty(false)
    }
}

impl Set {
    pub(crate) fn empty(frozen: bool) -> Self {
        Self {
            keys: RefCell::new(Keys::Table(SetTable::default())),
            frozen,
            class: None,
            hash: Cell::new(None),
            id: Id::default(),
        }
    }

    pub(crate) fn id(&self) -> &Id {
        &self.id
    }

    pub(crate) fn is_frozen(&self) -> bool {
        self.frozen
    }

    pub(crate) fn class(&self) -> &Rc<Class> {
        match &self.class {
            Some(class) => class,
            None if self.frozen => &types().frozenset,
            None => &types().set,
        }
    }

    pub(crate) fn len(&self) -> usize {
        match &*self.keys.borrow() {
            Keys::Table(table) => table.len(),
            Keys::InOrder(dict) => dict.len(),
        }
    }

    pub(crate) fn contains(&self, hash: i64, key: &Value) -> Result<bool, MustAsk> {
        match &*self.keys.borrow() {
            Keys::Table(table) => table.contains(hash, key, &mut same_key),
            Keys::InOrder(dict) => Ok(dict.get(hash, key)?.is_some()),
        }
    }

    /// Whether the key was not there before.
    pub(crate) fn add(&self, hash: i64, key: Value) -> Result<bool, MustAsk> {
        self.keep_order_for(&key);
        match &mut *self.keys.borrow_mut() {
            Keys::Table(table) => table.add(hash, key, same_key),
            Keys::InOrder(dict) => {
                if dict.get(hash, &key)?.is_some() {
                    return Ok(false);
                }
                dict.push(hash, key, Value::None);
                Ok(true)
            }
        }
    }

    /// Adds a key that is known to be absent.
    pub(crate) fn push(&self, hash: i64, key: Value) {
        self.keep_order_for(&key);
        match &mut *self.keys.borrow_mut() {
            Keys::Table(table) => {
                if let Ok(Step::Absent(slot)) = table.find(hash, |_| Ok::<bool, MustAsk>(false)) {
                    table.insert_at(slot, hash, key);
                }
            }
            Keys::InOrder(dict) => dict.push(hash, key, Value::None),
        }
    }

    fn keep_order_for(&self, key: &Value) {
        if !is_by_address(key) {
            return;
        }
        let mut keys = self.keys.borrow_mut();
        if let Keys::Table(table) = &*keys {
            let dict = Dict::default();
            for (hash, key) in table.iter() {
                dict.push(hash, key.clone(), Value::None);
            }
            *keys = Keys::InOrder(dict);
        }
    }

    /// Takes a key out.
    pub(crate) fn remove(&self, hash: i64, key: &Value) -> Result<Option<Value>, MustAsk> {
        match &mut *self.keys.borrow_mut() {
            Keys::Table(table) => match table.find(hash, |there| same_key(there, key))? {
                Step::Candidate(slot) => Ok(table.remove_at(slot)),
                Step::Absent(_) => Ok(None),
            },
            Keys::InOrder(dict) => Ok(dict.remove(hash, key)?.map(|entry| entry.key)),
        }
    }

    /// Takes exactly this object out.
    pub(crate) fn remove_identical(&self, hash: i64, key: &Value) -> Option<Value> {
        match &mut *self.keys.borrow_mut() {
            Keys::Table(table) => match table.find(hash, |there| Ok::<_, MustAsk>(there.is(key))) {
                Ok(Step::Candidate(slot)) => table.remove_at(slot),
                _ => None,
            },
            Keys::InOrder(dict) => dict.remove_identical(hash, key).map(|entry| entry.key),
        }
    }

    /// Keys of this hash, for a search that has to ask the program.
    pub(crate) fn candidates(&self, hash: i64) -> Vec<Value> {
        match &*self.keys.borrow() {
            Keys::Table(table) => {
                let mut found = Vec::new();
                let _ = table.find(hash, |key| {
                    found.push(key.clone());
                    Ok::<bool, MustAsk>(false)
                });
                found
            }
            Keys::InOrder(dict) => dict.candidates(hash),
        }
    }

    pub(crate) fn pop(&self) -> Option<Value> {
        match &mut *self.keys.borrow_mut() {
            Keys::Table(table) => table.pop(),
            Keys::InOrder(dict) => dict.pop_first().map(|entry| entry.key),
        }
    }

    /// Takes everything out, to be dropped when nobody borrows the set.
    pub(crate) fn clear(&self) -> Vec<Value> {
        effort::make(self.len(), 1);
        let mut keys = self.keys.borrow_mut();
        let old = match &*keys {
            Keys::Table(table) => table.iter().map(|(_, key)| key.clone()).collect(),
            Keys::InOrder(dict) => dict.keys(),
        };
        match &mut *keys {
            Keys::Table(table) => table.clear(),
            Keys::InOrder(_) => *keys = Keys::Table(SetTable::default()),
        }
        old
    }

    /// A copy; the order may differ as CPython's does.
    pub(crate) fn copy(&self, frozen: bool) -> Self {
        effort::make(self.len(), 0);
        let copy = Self::empty(frozen);
        *copy.keys.borrow_mut() = match &*self.keys.borrow() {
            Keys::Table(table) => Keys::Table(table.copied()),
            Keys::InOrder(dict) => Keys::InOrder(dict.copy()),
        };
        copy
    }

    /// Hashes and keys in the order of iteration.
    pub(crate) fn entries(&self) -> Vec<(i64, Value)> {
        effort::make(self.len(), 0);
        match &*self.keys.borrow() {
            Keys::Table(table) => table.iter().map(|(hash, key)| (hash, key.clone())).collect(),
            Keys::InOrder(dict) => dict.entries().into_iter().map(|entry| (entry.hash, entry.key)).collect(),
        }
    }

    pub(crate) fn keys(&self) -> Vec<Value> {
        self.entries().into_iter().map(|(_, key)| key).collect()
    }

    /// The next key at or after a place, with the place after it.
    pub(crate) fn next_from(&self, place: usize) -> Option<(usize, Value)> {
        match &*self.keys.borrow() {
            Keys::Table(table) => table.next_from(place).map(|(next, _, key)| (next, key.clone())),
            Keys::InOrder(dict) => dict.entry_from(place).map(|(next, key, _)| (next, key)),
        }
    }

    /// `self |= other`
    pub(crate) fn unite(&self, other: &Self) -> Result<(), MustAsk> {
        if ptr::eq(self, other) {
            return Ok(());
        }
        effort::make(other.len(), 0);
        if let (Keys::Table(own), Keys::Table(theirs)) = (&mut *self.keys.borrow_mut(), &*other.keys.borrow())
        {
            return own.unite(theirs, &mut same_key);
        }
        for (hash, key) in other.entries() {
            self.add(hash, key)?;
        }
        Ok(())
    }

    /// `self & other`
    pub(crate) fn intersection(&self, other: &Self, frozen: bool) -> Result<Self, MustAsk> {
        effort::make(self.len() + other.len(), 0);
        let result = Self::empty(frozen);
        if let (Keys::Table(own), Keys::Table(theirs)) = (&*self.keys.borrow(), &*other.keys.borrow()) {
            *result.keys.borrow_mut() = Keys::Table(own.intersection(theirs, &mut same_key)?);
            return Ok(result);
        }
        for (hash, key) in self.entries() {
            if other.contains(hash, &key)? {
                result.add(hash, key)?;
            }
        }
        Ok(result)
    }

    /// `self - other`
    pub(crate) fn difference(&self, other: &Self, frozen: bool) -> Result<Self, MustAsk> {
        effort::make(self.len() + other.len(), 0);
        let result = Self::empty(frozen);
        if let (Keys::Table(own), Keys::Table(theirs)) = (&*self.keys.borrow(), &*other.keys.borrow()) {
            *result.keys.borrow_mut() = Keys::Table(own.difference(theirs, &mut same_key)?);
            return Ok(result);
        }
        for (hash, key) in self.entries() {
            if !other.contains(hash, &key)? {
                result.add(hash, key)?;
            }
        }
        Ok(result)
    }

    /// `self -= other`
    pub(crate) fn subtract(&self, other: &Self) -> Result<(), MustAsk> {
        if ptr::eq(self, other) {
            drop(self.clear());
            return Ok(());
        }
        effort::make(other.len(), 0);
        if let (Keys::Table(own), Keys::Table(theirs)) = (&mut *self.keys.borrow_mut(), &*other.keys.borrow())
        {
            return own.subtract(theirs, &mut same_key);
        }
        for (hash, key) in other.entries() {
            self.remove(hash, &key)?;
        }
        Ok(())
    }

    /// `self ^= other`
    pub(crate) fn exchange(&self, other: &Self) -> Result<(), MustAsk> {
        if ptr::eq(self, other) {
            drop(self.clear());
            return Ok(());
        }
        effort::make(other.len(), 0);
        if let (Keys::Table(own), Keys::Table(theirs)) = (&mut *self.keys.borrow_mut(), &*other.keys.borrow())
        {
            return own.exchange(theirs, &mut same_key);
        }
        for (hash, key) in other.entries() {
            if self.remove(hash, &key)?.is_none() {
                self.add(hash, key)?;
            }
        }
        Ok(())
    }

    /// Room for the keys of a dict, before they are added.
    pub(crate) fn reserve(&self, count: usize) {
        if let Keys::Table(table) = &mut *self.keys.borrow_mut() {
            table.reserve(count);
        }
    }

    /// The two have each other's keys from now on.
    pub(crate) fn swap(&self, other: &Self) {
        self.keys.swap(&other.keys);
    }

    /// A frozenset's hash, kept once it is known.
    pub(crate) fn known_hash(&self) -> &Cell<Option<i64>> {
        &self.hash
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        if self.len() > 0 {
            let keys = self.clear();
            if keys.iter().any(trashcan::holds_others) {
                trashcan::discard(keys);
            }
        }
    }
}
