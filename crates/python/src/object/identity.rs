//! Made-up addresses: an object gets one when somebody first asks. With it goes whether
//! somebody wants to know when the object dies: see `object::weak`.

use std::cell::Cell;

use interleave_core::Birth;

/// The bit of an object's number that says: somebody is to be told of its death.
const WATCHED: u32 = 1 << 31;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
    static BIRTHS: Cell<Birth> = const { Cell::new(0) };
}

/// An object's place in the order in which objects were first asked for their address.
#[derive(Debug, Default)]
pub(crate) struct Id(Cell<u32>);

impl Id {
    /// The number, the same whenever asked.
    pub(crate) fn number(&self) -> u32 {
        if self.0.get() == 0 {
            LAST.set(LAST.get() + 1);
            self.0.set(LAST.get());
        }
        self.0.get() & !WATCHED
    }

    /// From now on, the death of the object is told to `object::weak`.
    pub(crate) fn watch(&self) -> u32 {
        let number = self.number();
        self.0.set(number | WATCHED);
        number
    }

    /// The address: twelve hex digits, a multiple of sixteen.
    pub(crate) fn address(&self) -> u64 {
        0x7f00_0000_0000 + 16 * u64::from(self.number())
    }
}

impl Drop for Id {
    fn drop(&mut self) {
        if self.0.get() & WATCHED != 0 {
            super::weak::died(self.number());
        }
    }
}

/// Something is made of which it matters whether it was made before another: coroutines, and what futures are to Python.
pub(crate) fn birth() -> Birth {
    let birth = BIRTHS.get().saturating_add(1);
    BIRTHS.set(birth);
    birth
}

/// A run begins: addresses begin anew, so that equal runs show equal ones.
pub(crate) fn restart() {
    LAST.set(0);
    BIRTHS.set(0);
    super::weak::forget_all();
}
