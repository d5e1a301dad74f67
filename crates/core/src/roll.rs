//! A roll of what is looked for at the end, and is not kept alive by that.

use std::rc::{Rc, Weak};

/// So many are on it before the dead are struck off for the first time.
const FIRST_LOOK: usize = 64;

pub(crate) struct Roll<T> {
    listed: Vec<Weak<T>>,
    /// When there are so many, the dead are struck off.
    next_look: usize,
}

impl<T> Default for Roll<T> {
    fn default() -> Self {
        Self { listed: Vec::new(), next_look: FIRST_LOOK }
    }
}

impl<T> Roll<T> {
    pub(crate) fn list(&mut self, thing: &Rc<T>) {
        if self.listed.len() >= self.next_look {
            self.listed.retain(|listed| listed.strong_count() > 0);
            self.next_look = (self.listed.len() * 2).max(FIRST_LOOK);
        }
        self.listed.push(Rc::downgrade(thing));
    }

    /// Those that somebody holds, in the order in which they were listed.
    pub(crate) fn living(&self) -> impl Iterator<Item = Rc<T>> + '_ {
        self.listed.iter().filter_map(Weak::upgrade)
    }
}
