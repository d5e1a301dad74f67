//! Made-up addresses: an object gets one when somebody first asks. With it goes whether
//! somebody wants to know when the object dies: see `object::weak`.

use std::cell::Cell;

/// The bit of an object's number that says: somebody is to be told of its death.
const WATCHED: u32 = 1 << 31;

/// Numbers given by all runs together, after which they begin anew.
const MOST_OF_FORMER_RUNS: u32 = 1 << 30;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// The last that a former run has given.
    static FORMER: Cell<u32> = const { Cell::new(0) };
    static BIRTHS: Cell<Birth> = const { Cell::new(0) };
}

/// An object's place in the order in which objects were first asked for their address.
#[derive(Debug, Default)]
pub(crate) struct Id(Cell<u32>);

impl Id {
    /// The number, the same whenever asked in a run.
    pub(crate) fn number(&self) -> u32 {
        self.given().unwrap_or_else(|| {
            LAST.set(LAST.get() + 1);
            self.0.set(LAST.get());
            LAST.get() - FORMER.get()
        })
    }

    /// The number, if this run has given one: what outlives a run, such as a well-known text, may have one of another's.
    fn given(&self) -> Option<u32> {
        (self.0.get() & !WATCHED).checked_sub(FORMER.get()).filter(|number| *number > 0)
    }

    /// From now on, the death of the object is told to `object::weak`.
    pub(crate) fn watch(&self) -> u32 {
        let number = self.number();
        self.0.set(self.0.get() | WATCHED);
        number
    }

    /// The address: twelve hex digits, a multiple of sixteen.
    pub(crate) fn address(&self) -> u64 {
        0x7f00_0000_0000 + 16 * u64::from(self.number())
    }
}

impl Drop for Id {
    fn drop(&mut self) {
        if self.0.get() & WATCHED != 0
            && let Some(number) = self.given()
        {
            super::weak::died(number);
        }
    }
}

/// When something was made: a later one has a greater number.
pub(crate) type Birth = u32;

/// Something is made of which it matters whether it was made before another: objects, coroutines, loops, and what
/// futures are to Python.
pub(crate) fn birth() -> Birth {
    let birth = BIRTHS.get().saturating_add(1);
    BIRTHS.set(birth);
    birth
}

/// A run begins: addresses begin anew, so that equal runs show equal ones.
pub(crate) fn restart() {
    if LAST.get() > MOST_OF_FORMER_RUNS {
        LAST.set(0);
    }
    FORMER.set(LAST.get());
    BIRTHS.set(0);
    super::weak::forget_all();
}
