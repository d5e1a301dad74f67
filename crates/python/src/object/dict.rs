//! Dicts: entries in order of insertion, and a table to find them by hash.
//!
//! A search that would have to ask a program's own `__eq__` says so, and the
//! machine does it by running code; what keys hash to is in `vm::hashing`.

use std::cell::{Cell, Ref, RefCell};

use hashbrown::HashTable;

use super::{Id, trashcan};
use crate::effort;
use crate::value::{Str, Value, intern};
use crate::vm::equality::{MustAsk, same_key};

/// How many entries are looked through without a table.
const SMALL: usize = 8;

/// A Python `dict`.
#[derive(Debug, Default)]
pub(crate) struct Dict {
    data: RefCell<Data>,
    /// Changes whenever a key comes or goes; for iterators and caches.
    version: Cell<u32>,
    id: Id,
}

#[derive(Debug, Default)]
struct Data {
    /// A deleted entry has no key.
    entries: Vec<Entry>,
    live: usize,
    /// A key is a text that may not be shared as names are.
    has_loose_texts: bool,
    table: Option<Box<HashTable<u32>>>,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) hash: i64,
    pub(crate) key: Value,
    pub(crate) value: Value,
}

fn spread(hash: i64) -> u64 {
    hash.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Data {
    fn find(&self, hash: i64, key: &Value) -> Result<Option<usize>, MustAsk> {
        let mut asks = false;
        let found = self.find_by(hash, |other| {
            same_key(other, key).unwrap_or_else(|MustAsk| {
                asks = true;
                false
            })
        });
        if found.is_none() && asks { Err(MustAsk) } else { Ok(found) }
    }

    /// The first entry of this hash whose key is the one looked for; candidates are asked one by one.
    fn find_by(&self, hash: i64, mut is_it: impl FnMut(&Value) -> bool) -> Option<usize> {
        let mut matches = |index: usize| {
            let entry = &self.entries[index];
            entry.hash == hash && !entry.key.is_unset() && is_it(&entry.key)
        };
        match &self.table {
            None => (0..self.entries.len()).find(|index| matches(*index)),
            Some(table) => {
                table.find(spread(hash), |index| matches(*index as usize)).map(|index| *index as usize)
            }
        }
    }

    fn push(&mut self, entry: Entry) -> usize {
        let index = self.entries.len();
        self.entries.push(entry);
        self.live += 1;
        match &mut self.table {
            Some(table) => {
                let entries = &self.entries;
                table.insert_unique(spread(entries[index].hash), index as u32, |index| {
                    spread(entries[*index as usize].hash)
                });
            }
            None if index >= SMALL => self.rebuild(),
            None => {}
        }
        index
    }

    /// Drops deleted entries and indexes the rest.
    fn rebuild(&mut self) {
        self.entries.retain(|entry| !entry.key.is_unset());
        let entries = &self.entries;
        if entries.len() <= SMALL {
            self.table = None;
            return;
        }
        let mut table = HashTable::with_capacity(entries.len() * 2);
        for (index, entry) in entries.iter().enumerate() {
            table.insert_unique(spread(entry.hash), index as u32, |index| {
                spread(entries[*index as usize].hash)
            });
        }
        self.table = Some(Box::new(table));
    }

    fn remove(&mut self, index: usize) -> Entry {
        let hash = self.entries[index].hash;
        if let Some(table) = &mut self.table
            && let Ok(place) = table.find_entry(spread(hash), |other| *other as usize == index)
        {
            place.remove();
        }
        self.live -= 1;
        let entry = std::mem::replace(
            &mut self.entries[index],
            Entry { hash: 0, key: Value::Unset, value: Value::Unset },
        );
        while self.entries.last().is_some_and(|entry| entry.key.is_unset()) {
            self.entries.pop();
        }
        if self.entries.len() > SMALL && self.entries.len() > self.live * 4 {
            self.rebuild();
        }
        entry
    }
}

impl Dict {
    pub(crate) fn id(&self) -> &Id {
        &self.id
    }

    pub(crate) fn len(&self) -> usize {
        self.data.borrow().live
    }

    pub(crate) fn version(&self) -> u32 {
        self.version.get()
    }

    fn changed(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// The value of a key of this hash.
    pub(crate) fn get(&self, hash: i64, key: &Value) -> Result<Option<Value>, MustAsk> {
        let data = self.data.borrow();
        Ok(data.find(hash, key)?.map(|index| data.entries[index].value.clone()))
    }

    /// Sets a key, and gives the value that it had.
    pub(crate) fn set(&self, hash: i64, key: &Value, value: Value) -> Result<Option<Value>, MustAsk> {
        let mut data = self.data.borrow_mut();
        match data.find(hash, key)? {
            Some(index) => Ok(Some(std::mem::replace(&mut data.entries[index].value, value))),
            None => {
                data.has_loose_texts |= matches!(&key, Value::Str(text) if !text.is_shared());
                data.push(Entry { hash, key: key.clone(), value });
                drop(data);
                self.changed();
                Ok(None)
            }
        }
    }

    /// Has room for so many keys more.
    pub(crate) fn reserve(&self, keys: usize) {
        self.data.borrow_mut().entries.reserve(keys);
    }

    /// Adds a key that is known not to be there.
    pub(crate) fn push(&self, hash: i64, key: Value, value: Value) {
        let mut data = self.data.borrow_mut();
        data.has_loose_texts |= matches!(&key, Value::Str(text) if !text.is_shared());
        data.push(Entry { hash, key, value });
        drop(data);
        self.changed();
    }

    /// Takes a key out.
    pub(crate) fn remove(&self, hash: i64, key: &Value) -> Result<Option<Entry>, MustAsk> {
        let mut data = self.data.borrow_mut();
        let Some(index) = data.find(hash, key)? else { return Ok(None) };
        let entry = data.remove(index);
        drop(data);
        self.changed();
        Ok(Some(entry))
    }

    /// Keys of this hash, for a search that has to ask the program.
    pub(crate) fn candidates(&self, hash: i64) -> Vec<Value> {
        let mut found = Vec::new();
        self.data.borrow().find_by(hash, |key| {
            found.push(key.clone());
            false
        });
        found
    }

    /// The value of exactly this key object.
    pub(crate) fn get_identical(&self, hash: i64, key: &Value) -> Option<Value> {
        let data = self.data.borrow();
        data.find_by(hash, |other| other.is(key)).map(|index| data.entries[index].value.clone())
    }

    /// Sets the value of exactly this key object, which may be new; gives the value that it had.
    pub(crate) fn set_identical(&self, hash: i64, key: &Value, value: Value) -> Option<Value> {
        let mut data = self.data.borrow_mut();
        if let Some(index) = data.find_by(hash, |other| other.is(key)) {
            return Some(std::mem::replace(&mut data.entries[index].value, value));
        }
        data.push(Entry { hash, key: key.clone(), value });
        drop(data);
        self.changed();
        None
    }

    /// Takes exactly this key object out.
    pub(crate) fn remove_identical(&self, hash: i64, key: &Value) -> Option<Entry> {
        let mut data = self.data.borrow_mut();
        let index = data.find_by(hash, |other| other.is(key))?;
        let entry = data.remove(index);
        drop(data);
        self.changed();
        Some(entry)
    }

    /// The first entry at or after a place, with the place after it: how iterators walk.
    pub(crate) fn entry_from(&self, place: usize) -> Option<(usize, Value, Value)> {
        let data = self.data.borrow();
        let (index, entry) =
            data.entries.iter().enumerate().skip(place).find(|(_, entry)| !entry.key.is_unset())?;
        Some((index + 1, entry.key.clone(), entry.value.clone()))
    }

    /// The last entry before a place, with its place: how reversed iterators walk.
    pub(crate) fn entry_before(&self, place: usize) -> Option<(usize, Value, Value)> {
        let data = self.data.borrow();
        let place = place.min(data.entries.len());
        let (index, entry) =
            data.entries[..place].iter().enumerate().rev().find(|(_, entry)| !entry.key.is_unset())?;
        Some((index, entry.key.clone(), entry.value.clone()))
    }

    /// Takes the first entry out.
    pub(crate) fn pop_first(&self) -> Option<Entry> {
        let mut data = self.data.borrow_mut();
        let index = data.entries.iter().position(|entry| !entry.key.is_unset())?;
        let entry = data.remove(index);
        drop(data);
        self.changed();
        Some(entry)
    }

    /// Takes the last entry out.
    pub(crate) fn pop_last(&self) -> Option<Entry> {
        let mut data = self.data.borrow_mut();
        let index = data.entries.iter().rposition(|entry| !entry.key.is_unset())?;
        let entry = data.remove(index);
        drop(data);
        self.changed();
        Some(entry)
    }

    /// All entries, copied.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let data = self.data.borrow();
        effort::make(data.entries.len(), 0);
        data.entries.iter().filter(|entry| !entry.key.is_unset()).cloned().collect()
    }

    pub(crate) fn keys(&self) -> Vec<Value> {
        let data = self.data.borrow();
        effort::make(data.entries.len(), 0);
        data.entries.iter().filter(|entry| !entry.key.is_unset()).map(|entry| entry.key.clone()).collect()
    }

    /// Adds those of its keys that are names.
    pub(crate) fn add_names_to(&self, names: &mut Vec<Str>) {
        names.extend(self.keys().into_iter().filter_map(|key| match key {
            Value::Str(name) => Some(name),
            _ => None,
        }));
    }

    pub(crate) fn values(&self) -> Vec<Value> {
        let data = self.data.borrow();
        effort::make(data.entries.len(), 0);
        data.entries.iter().filter(|entry| !entry.key.is_unset()).map(|entry| entry.value.clone()).collect()
    }

    /// Takes everything out; what it held is given back, to be dropped when nobody borrows the dict.
    pub(crate) fn clear(&self) -> Vec<Entry> {
        let data = self.data.take();
        self.changed();
        data.entries
    }

    /// A copy, entry by entry.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::default();
        {
            let mut data = copy.data.borrow_mut();
            data.has_loose_texts = self.data.borrow().has_loose_texts;
            data.entries = self.entries();
            data.live = data.entries.len();
            data.rebuild();
        }
        copy
    }

    // --- keys that are names ---

    /// The value under a name that is shared (interned), if `hint` or a look tells where.
    pub(crate) fn get_str(&self, name: &Str) -> Option<Value> {
        let data = self.data.borrow();
        find_name(&data, name).map(|index| data.entries[index].value.clone())
    }

    /// Whether there is anything under a name.
    pub(crate) fn has_str(&self, name: &Str) -> bool {
        find_name(&self.data.borrow(), name).is_some()
    }

    /// Copies the value under a name to where it is wanted, if there is one; gives the place to look first next time.
    #[inline]
    pub(crate) fn copy_hinted(&self, name: &Str, hint: u32, to: &mut Value) -> Option<u32> {
        let data = self.data.borrow();
        let index = match data.entries.get(hint as usize) {
            Some(Entry { key: Value::Str(key), .. }) if key.is(name) => hint,
            _ => find_name(&data, name)? as u32,
        };
        // Whoever was there goes when nothing of this dict is borrowed.
        let before = if to.is_plain() { Value::Unset } else { std::mem::take(to) };
        data.entries[index as usize].value.copy_to(to);
        drop(data);
        drop(before);
        Some(index)
    }

    /// The value under a name, and the place to look first next time.
    pub(crate) fn get_hinted(&self, name: &Str, hint: u32) -> Option<(Value, u32)> {
        let data = self.data.borrow();
        if let Some(entry) = data.entries.get(hint as usize)
            && let Value::Str(key) = &entry.key
            && key.is(name)
        {
            return Some((entry.value.clone(), hint));
        }
        let index = find_name(&data, name)?;
        Some((data.entries[index].value.clone(), index as u32))
    }

    /// Sets a name, with a place to look first; gives the value that it had and the place.
    pub(crate) fn set_hinted(&self, name: &Str, value: Value, hint: u32) -> (Option<Value>, u32) {
        let mut data = self.data.borrow_mut();
        if let Some(entry) = data.entries.get_mut(hint as usize)
            && let Value::Str(key) = &entry.key
            && key.is(name)
        {
            return (Some(std::mem::replace(&mut entry.value, value)), hint);
        }
        match find_name(&data, name) {
            Some(index) => (Some(std::mem::replace(&mut data.entries[index].value, value)), index as u32),
            None => {
                data.has_loose_texts |= !name.is_shared();
                let index =
                    data.push(Entry { hash: name.python_hash(), key: Value::Str(name.clone()), value })
                        as u32;
                drop(data);
                self.changed();
                (None, index)
            }
        }
    }

    pub(crate) fn set_str(&self, name: &Str, value: Value) -> Option<Value> {
        self.set_hinted(name, value, u32::MAX).0
    }

    pub(crate) fn remove_str(&self, name: &Str) -> Option<Entry> {
        let mut data = self.data.borrow_mut();
        let index = find_name(&data, name)?;
        let entry = data.remove(index);
        drop(data);
        self.changed();
        Some(entry)
    }

    pub(crate) fn get_name(&self, name: &str) -> Option<Value> {
        self.get_str(&intern(name))
    }

    pub(crate) fn set_name(&self, name: &str, value: Value) {
        let old = self.set_str(&intern(name), value);
        drop(old);
    }

    /// For a look at the entries without copying.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&[Entry]) -> T) -> T {
        let data: Ref<'_, Data> = self.data.borrow();
        look(&data.entries)
    }
}

fn find_name(data: &Data, name: &Str) -> Option<usize> {
    let is_it = |entry: &Entry| matches!(&entry.key, Value::Str(key) if key.is(name));
    match &data.table {
        None => {
            if let Some(index) = data.entries.iter().position(is_it) {
                return Some(index);
            }
            if !data.has_loose_texts && name.is_shared() {
                return None;
            }
            let hash = name.python_hash();
            data.entries
                .iter()
                .position(|entry| entry.hash == hash && matches!(&entry.key, Value::Str(key) if key == name))
        }
        Some(table) => {
            let hash = name.python_hash();
            let found = table.find(spread(hash), |index| {
                let entry = &data.entries[*index as usize];
                entry.hash == hash && matches!(&entry.key, Value::Str(key) if key == name)
            });
            found.map(|index| *index as usize)
        }
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        let entries = std::mem::take(&mut self.data.get_mut().entries);
        if entries
            .iter()
            .any(|entry| trashcan::holds_others(&entry.value) || trashcan::holds_others(&entry.key))
        {
            trashcan::discard(entries.into_iter().flat_map(|entry| [entry.key, entry.value]));
        }
    }
}

/// Names as a list in their order, each once.
pub(crate) fn sorted_list(mut names: Vec<Str>) -> Value {
    names.sort();
    names.dedup();
    Value::list(names.into_iter().map(Value::Str).collect())
}
