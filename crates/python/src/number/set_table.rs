//! The hash table of a Python set, probed and resized as CPython does, so that iteration
//! yields the same order.
//!
//! Comparing keys may need to run Python code, so looking up is a walk that stops at every
//! candidate: `probe` starts it, `step` goes on, and whoever walks decides between two
//! steps. `find` is the walk for keys that compare without Python.

/// Neighbouring slots looked at before jumping.
const NEIGHBOURS: usize = 9;
const SMALLEST: usize = 8;

#[derive(Clone, Debug)]
enum Slot<K> {
    Unused,
    /// Held a key once: a walk goes on here, and a new key may move in.
    Removed,
    Taken {
        hash: i64,
        key: K,
    },
}

/// The keys of a set, with their hashes.
#[derive(Clone, Debug)]
pub(crate) struct SetTable<K> {
    slots: Vec<Slot<K>>,
    /// Slots that aren't unused.
    filled: usize,
    taken: usize,
    /// Where `pop` looks next.
    finger: usize,
}

/// A walk over the slots where a key of this hash may be.
#[derive(Clone, Debug)]
pub(crate) struct Probe {
    hash: i64,
    start: usize,
    perturb: u64,
    /// The next slot to look at, as a distance from `start`.
    offset: usize,
    /// The last removed slot on the way, which a new key takes.
    vacated: Option<usize>,
}

/// Where a walk has stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The key in this slot has the same hash: compare it.
    Candidate(usize),
    /// No such key; it would go here.
    Absent(usize),
}

impl<K> Default for SetTable<K> {
    fn default() -> Self {
        Self { slots: unused(SMALLEST), filled: 0, taken: 0, finger: 0 }
    }
}

fn unused<K>(size: usize) -> Vec<Slot<K>> {
    (0..size).map(|_| Slot::Unused).collect()
}

impl<K> SetTable<K> {
    pub(crate) fn len(&self) -> usize {
        self.taken
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    pub(crate) fn probe(&self, hash: i64) -> Probe {
        Probe { hash, start: hash as usize & self.mask(), perturb: hash as u64, offset: 0, vacated: None }
    }

    /// The next candidate, or the free slot that ends the walk.
    pub(crate) fn step(&self, probe: &mut Probe) -> Step {
        let mask = self.mask();
        loop {
            let last = if probe.start + NEIGHBOURS <= mask { NEIGHBOURS } else { 0 };
            while probe.offset <= last {
                let slot = probe.start + probe.offset;
                probe.offset += 1;
                match &self.slots[slot] {
                    Slot::Unused => return Step::Absent(probe.vacated.unwrap_or(slot)),
                    Slot::Taken { hash, .. } if *hash == probe.hash => return Step::Candidate(slot),
                    Slot::Removed => probe.vacated = Some(slot),
                    Slot::Taken { .. } => {}
                }
            }
            probe.perturb >>= 5;
            probe.start =
                probe.start.wrapping_mul(5).wrapping_add(1).wrapping_add(probe.perturb as usize) & mask;
            probe.offset = 0;
        }
    }

    /// Walks with a comparison that needs no Python code, or gives up with its error.
    pub(crate) fn find<E>(&self, hash: i64, mut equal: impl FnMut(&K) -> Result<bool, E>) -> Result<Step, E> {
        let mut probe = self.probe(hash);
        loop {
            match self.step(&mut probe) {
                Step::Absent(slot) => return Ok(Step::Absent(slot)),
                Step::Candidate(slot) => {
                    if let Some((_, key)) = self.at(slot)
                        && equal(key)?
                    {
                        return Ok(Step::Candidate(slot));
                    }
                }
            }
        }
    }

    /// The hash and key in a slot.
    pub(crate) fn at(&self, slot: usize) -> Option<(i64, &K)> {
        match self.slots.get(slot)? {
            Slot::Taken { hash, key } => Some((*hash, key)),
            Slot::Unused | Slot::Removed => None,
        }
    }

    /// Puts a key where a walk has found it absent, and grows the table if it is time.
    pub(crate) fn insert_at(&mut self, slot: usize, hash: i64, key: K) {
        let before = std::mem::replace(&mut self.slots[slot], Slot::Taken { hash, key });
        self.taken += 1;
        if matches!(before, Slot::Removed) {
            return;
        }
        self.filled += 1;
        if self.filled * 5 >= self.mask() * 3 {
            self.resize(self.roomy());
        }
    }

    /// Takes out the key that a walk has found.
    pub(crate) fn remove_at(&mut self, slot: usize) -> Option<K> {
        let taken = matches!(self.slots.get(slot)?, Slot::Taken { .. });
        if !taken {
            return None;
        }
        self.taken -= 1;
        match std::mem::replace(&mut self.slots[slot], Slot::Removed) {
            Slot::Taken { key, .. } => Some(key),
            Slot::Unused | Slot::Removed => None,
        }
    }

    /// `pop()`: the first key from the finger on.
    pub(crate) fn pop(&mut self) -> Option<K> {
        if self.taken == 0 {
            return None;
        }
        let mut slot = self.finger & self.mask();
        while self.at(slot).is_none() {
            slot = (slot + 1) & self.mask();
        }
        self.finger = slot + 1;
        self.remove_at(slot)
    }

    /// Takes the keys of another table; where `pop` looks next stays.
    fn become_table(&mut self, other: Self) {
        *self = Self { finger: self.finger, ..other };
    }

    pub(crate) fn clear(&mut self) {
        self.become_table(Self::default());
    }

    /// The hashes and keys in the order of iteration.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (i64, &K)> {
        (0..self.slots.len()).filter_map(|slot| self.at(slot))
    }

    /// The next key at or after a slot, with the slot to go on from: iteration in steps.
    pub(crate) fn next_from(&self, slot: usize) -> Option<(usize, i64, &K)> {
        (slot..self.slots.len()).find_map(|slot| self.at(slot).map(|(hash, key)| (slot + 1, hash, key)))
    }

    fn roomy(&self) -> usize {
        if self.taken > 50_000 { self.taken * 2 } else { self.taken * 4 }
    }

    fn resize(&mut self, more_than: usize) {
        let mut size = SMALLEST;
        while size <= more_than {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.slots, unused(size));
        self.filled = self.taken;
        for slot in old {
            if let Slot::Taken { hash, key } = slot {
                self.settle(hash, key);
            }
        }
    }

    /// Puts a key that is surely new into a table without removed slots.
    fn settle(&mut self, hash: i64, key: K) {
        let mut probe = self.probe(hash);
        loop {
            if let Step::Absent(slot) = self.step(&mut probe) {
                self.slots[slot] = Slot::Taken { hash, key };
                return;
            }
        }
    }

    /// To be called before adding all `count` keys of another set or of a dict.
    pub(crate) fn reserve(&mut self, count: usize) {
        if count > 0 && (self.filled + count) * 5 >= self.mask() * 3 {
            self.resize((self.taken + count) * 2);
        }
    }

    /// To be called after removing all keys of another set: shrinks away many removed slots.
    pub(crate) fn tidy(&mut self) {
        if self.filled - self.taken > self.mask() / 4 {
            self.resize(self.roomy());
        }
    }
}

impl<K: Clone> SetTable<K> {
    /// Adds all of another set, if this one is empty, which needs no comparing: copies too
    /// are made so. Otherwise `reserve` was called, and the keys are to be added singly.
    pub(crate) fn fill_from(&mut self, other: &Self) -> bool {
        self.reserve(other.taken);
        if self.filled > 0 {
            return false;
        }
        if self.slots.len() == other.slots.len() && other.filled == other.taken {
            self.slots = other.slots.clone();
        } else {
            for (hash, key) in other.iter() {
                self.settle(hash, key.clone());
            }
        }
        (self.filled, self.taken) = (other.taken, other.taken);
        true
    }

    /// `copy()`, whose order may differ from the original's.
    pub(crate) fn copied(&self) -> Self {
        let mut copy = Self::default();
        copy.fill_from(self);
        copy
    }

    /// Adds a key unless it is there; answers whether it was added.
    pub(crate) fn add<E>(
        &mut self,
        hash: i64,
        key: K,
        equal: impl FnMut(&K, &K) -> Result<bool, E>,
    ) -> Result<bool, E> {
        let mut equal = equal;
        match self.find(hash, |there| equal(there, &key))? {
            Step::Candidate(_) => Ok(false),
            Step::Absent(slot) => {
                self.insert_at(slot, hash, key);
                Ok(true)
            }
        }
    }

    pub(crate) fn contains<E>(
        &self,
        hash: i64,
        key: &K,
        equal: &mut impl FnMut(&K, &K) -> Result<bool, E>,
    ) -> Result<bool, E> {
        Ok(matches!(self.find(hash, |there| equal(there, key))?, Step::Candidate(_)))
    }

    /// `|=` with a set.
    pub(crate) fn unite<E>(
        &mut self,
        other: &Self,
        equal: &mut impl FnMut(&K, &K) -> Result<bool, E>,
    ) -> Result<(), E> {
        if !self.fill_from(other) {
            for (hash, key) in other.iter() {
                self.add(hash, key.clone(), &mut *equal)?;
            }
        }
        Ok(())
    }

    /// `&` of two sets: the keys come from the smaller one, of equals from the other.
    pub(crate) fn intersection<E>(
        &self,
        other: &Self,
        equal: &mut impl FnMut(&K, &K) -> Result<bool, E>,
    ) -> Result<Self, E> {
        let (walked, asked) = if other.taken > self.taken { (self, other) } else { (other, self) };
        let mut result = Self::default();
        for (hash, key) in walked.iter() {
            if asked.contains(hash, key, equal)? {
                result.add(hash, key.clone(), &mut *equal)?;
            }
        }
        Ok(result)
    }

    /// `-` of two sets.
    pub(crate) fn difference<E>(
        &self,
        other: &Self,
        equal: &mut impl FnMut(&K, &K) -> Result<bool, E>,
    ) -> Result<Self, E> {
        if self.taken / 4 > other.taken {
            let mut result = self.copied();
            result.subtract(other, equal)?;
            return Ok(result);
        }
        let mut result = Self::default();
        for (hash, key) in self.iter() {
            if !other.contains(hash, key, equal)? {
                result.add(hash, key.clone(), &mut *equal)?;
            }
        }
        Ok(result)
    }

    /// `-=` with a set.
    pub(crate) fn subtract<E>(
        &mut self,
        other: &Self,
        equal: &mut impl FnMut(&K, &K) -> Result<bool, E>,
    ) -> Result<(), E> {
        for (hash, key) in other.iter() {
            if let Step::Candidate(slot) = self.find(hash, |there| equal(there, key))? {
                self.remove_at(slot);
            }
        }
        self.tidy();
        Ok(())
    }

    /// `^=` with a set; `a ^ b` is a copy of b, changed by a.
    pub(crate) fn exchange<E>(
        &mut self,
        other: &Self,
        equal: &mut impl FnMut(&K, &K) -> Result<bool, E>,
    ) -> Result<(), E> {
        for (hash, key) in other.iter() {
            match self.find(hash, |there| equal(there, key))? {
                Step::Candidate(slot) => {
                    self.remove_at(slot);
                }
                Step::Absent(slot) => self.insert_at(slot, hash, key.clone()),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "tests/set_table.rs"]
mod tests;
