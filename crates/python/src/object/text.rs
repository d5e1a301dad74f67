//! Texts: UTF-8 inside, counted in characters outside.

use std::cell::{Cell, OnceCell, RefCell};
use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use hashbrown::HashTable;

use super::Id;
use crate::effort;

/// A Python `str`.
#[derive(Clone)]
pub(crate) struct Str(Rc<Text>);

struct Text {
    text: String,
    /// Characters; `u32::MAX` if nobody has counted.
    length: Cell<u32>,
    hash: Cell<Option<i64>>,
    /// It is the one that all names of these letters share.
    shared: Cell<bool>,
    /// The characters one by one, for a text that is not ASCII and was indexed.
    characters: OnceCell<Box<[char]>>,
    id: Id,
}

impl Str {
    pub(crate) fn new(text: &str) -> Self {
        Self::from(text.to_owned())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The same object.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Every name of the same letters is this very object.
    pub(crate) fn is_shared(&self) -> bool {
        self.0.shared.get()
    }

    pub(crate) fn id(&self) -> &Id {
        &self.0.id
    }

    /// Characters.
    pub(crate) fn len(&self) -> usize {
        if self.0.length.get() == u32::MAX {
            let length = self.0.text.chars().count();
            effort::make(self.0.text.len(), 5);
            self.0.length.set(u32::try_from(length).unwrap_or(u32::MAX - 1));
        }
        self.0.length.get() as usize
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.text.is_empty()
    }

    pub(crate) fn is_ascii(&self) -> bool {
        self.len() == self.0.text.len()
    }

    /// The characters one by one; for what is ASCII, bytes do as well.
    pub(crate) fn characters(&self) -> &[char] {
        self.0.characters.get_or_init(|| {
            effort::make(self.0.text.len(), 1);
            self.0.text.chars().collect()
        })
    }

    /// The character at a place that exists.
    pub(crate) fn at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.0.text.as_bytes().get(index).map(|byte| char::from(*byte))
        } else {
            self.characters().get(index).copied()
        }
    }

    /// Characters from `start` up to `end`.
    pub(crate) fn slice(&self, start: usize, end: usize) -> Self {
        if self.is_ascii() {
            Self::new(self.0.text.get(start..end.max(start)).unwrap_or(""))
        } else {
            Self::from(self.characters().get(start..end.max(start)).unwrap_or(&[]).iter().collect::<String>())
        }
    }

    /// CPython's hash with PYTHONHASHSEED=0.
    pub(crate) fn python_hash(&self) -> i64 {
        if let Some(hash) = self.0.hash.get() {
            return hash;
        }
        effort::make(self.0.text.len(), 4);
        let hash = crate::number::hash::text(&self.0.text);
        self.0.hash.set(Some(hash));
        hash
    }

    /// Appends; in place if nobody else holds the text.
    pub(crate) fn push_str(&mut self, more: &str) {
        match Rc::get_mut(&mut self.0) {
            Some(text) => {
                text.text.push_str(more);
                text.length.set(u32::MAX);
                text.hash.set(None);
                text.characters = OnceCell::new();
            }
            None => {
                let mut joined = String::with_capacity(self.0.text.len() + more.len());
                joined.push_str(&self.0.text);
                joined.push_str(more);
                *self = Self::from(joined);
            }
        }
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        effort::make(text.len(), 4);
        Self(Rc::new(Text {
            text,
            length: Cell::new(u32::MAX),
            hash: Cell::new(None),
            shared: Cell::new(false),
            characters: OnceCell::new(),
            id: Id::default(),
        }))
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl std::ops::Deref for Str {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.text
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        if self.is(other) || self.0.text.len() != other.0.text.len() {
            return self.is(other);
        }
        effort::make(self.0.text.len(), 6);
        self.0.text == other.0.text
    }
}

impl Eq for Str {}

impl PartialEq<str> for Str {
    fn eq(&self, other: &str) -> bool {
        self.0.text == other
    }
}

impl PartialEq<&str> for Str {
    fn eq(&self, other: &&str) -> bool {
        self.0.text == *other
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Self) -> Ordering {
        effort::make(self.0.text.len().min(other.0.text.len()), 6);
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::borrow::Borrow<str> for Str {
    fn borrow(&self) -> &str {
        &self.0.text
    }
}

impl fmt::Display for Str {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.text)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.text, formatter)
    }
}

/// So many names there are before a program has any.
const OWN_NAMES: usize = 2500;

thread_local! {
    static NAMES: RefCell<HashTable<Str>> = RefCell::new(HashTable::with_capacity(OWN_NAMES));
}

/// Where a name lies in the table: nobody sees that, so it need not be the hash that programs see.
fn place(name: &str) -> u64 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let mix = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    let (words, tail) = name.as_bytes().as_chunks::<8>();
    let state = words.iter().fold(name.len() as u64, |state, word| mix(state, u64::from_le_bytes(*word)));
    let state = tail.iter().fold(state, |state, byte| mix(state, u64::from(*byte)));
    // The table looks at the highest bits first, and at the lowest.
    state ^ (state >> 32)
}

/// The one text of these letters that all names share.
pub(crate) fn intern(text: &str) -> Str {
    shared(text, || Str::new(text))
}

/// As [`intern`], for a text that exists already.
pub(crate) fn intern_str(text: &Str) -> Str {
    shared(text, || text.clone())
}

fn shared(text: &str, make: impl FnOnce() -> Str) -> Str {
    NAMES.with_borrow_mut(|names| {
        let entry = names.entry(place(text), |name| name.as_str() == text, |name| place(name));
        entry
            .or_insert_with(|| {
                let name = make();
                name.0.shared.set(true);
                name
            })
            .get()
            .clone()
    })
}

/// Forgets names that nobody uses any more.
pub(crate) fn forget_names() {
    NAMES.with_borrow_mut(|names| names.retain(|name| Rc::strong_count(&name.0) > 1));
}

thread_local! {
    static LETTERS: Vec<Str> = (0..=255_u8).map(|byte| Str::new(char::from(byte).encode_utf8(&mut [0; 4]))).collect();
}

/// A text of one character; those of Latin-1 are shared.
pub(crate) fn of_character(character: char) -> Str {
    match u8::try_from(u32::from(character)) {
        Ok(byte) => LETTERS.with(|letters| letters[usize::from(byte)].clone()),
        Err(_) => Str::new(character.encode_utf8(&mut [0; 4])),
    }
}
