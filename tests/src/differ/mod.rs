//! Random asyncio programs, played by CPython on the ideal machine and by Interleave, and what
//! differs. `program` writes a program from a seed (its statements are in `statements`, `tasks`,
//! `primitives`, `threads`, `callbacks` and `iteration`; `interfaces` says what must occur),
//! `oracle` and `engine` play it, `compare` judges, `outside` knows what is not to be judged,
//! `shrink` makes what differs small, and `campaign` does all that for many seeds.

mod callbacks;
pub mod campaign;
pub mod compare;
mod engine;
#[cfg(test)]
mod interfaces;
mod iteration;
pub mod oracle;
mod outside;
mod primitives;
mod program;
mod random;
pub mod shrink;
mod statements;
mod tasks;
mod threads;

pub use engine::engine;
pub use program::program;

/// What a program is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As in a lesson: few tasks, whole steps of time, much that prints.
    Lesson,
    /// Much at the same instant.
    Scheduling,
    /// Exceptions and cancellations everywhere.
    Storm,
}

impl Shape {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Lesson, Self::Scheduling, Self::Storm];

    /// The shape that a seed has by itself.
    pub fn of_seed(seed: u64) -> Self {
        Self::ALL[(seed % 3) as usize]
    }

    /// The shape of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.name() == name)
    }

    /// As it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lesson => "lesson",
            Self::Scheduling => "scheduling",
            Self::Storm => "storm",
        }
    }
}
