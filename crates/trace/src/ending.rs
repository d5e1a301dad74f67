//! Why a run was ended before its program was.

/// A run that came to a limit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stopped {
    /// Which.
    pub limit: Limit,
    /// The line of the program that ran then, counted from one, and what it says.
    pub at: Option<(u32, String)>,
    /// Computing took no time, so whoever waits for the clock while computing waits for ever.
    pub ideal: bool,
}

/// What there may not be more of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Bytes of the program.
    Source {
        /// So many it has.
        bytes: usize,
        /// So many it may have.
        most: usize,
    },
    /// So many instructions.
    Instructions(u64),
    /// So many MiB of values.
    Memory(usize),
    /// So many MiB of output.
    Output(usize),
    /// The ways in which a regular expression may match.
    Pattern,
    /// The size of numbers.
    Numbers,
    /// Virtual time.
    Time,
    /// Turns of an event loop.
    Iterations,
    /// What can be imported: a part of the library was not at hand.
    Library,
}
