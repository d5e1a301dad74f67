//! Where the numbers of a run come from: the literals they are, or the sums and products of literals.

use crate::{OriginId, Span};

/// Set in the id of a computed number; the rest is its place among them. Without it, the id is one more than the
/// literal's place.
const COMPUTED: u32 = 1 << 31;

/// What the [`OriginId`]s of a run mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origins {
    /// Where each numeric literal of the program stands.
    pub literals: Vec<Span>,
    /// Numbers made of others, each after those that it is made of.
    pub computed: Vec<Computed>,
}

/// How a number was computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Computed {
    /// What was done.
    pub operation: Operation,
    /// What it was done to; nothing for a number that remembers nothing.
    pub left: Option<OriginId>,
    /// And with.
    pub right: Option<OriginId>,
    /// The values of both: a number that remembers nothing is as good as a constant.
    pub values: (f64, f64),
    /// How many operations one behind the other have led to it.
    pub depth: u8,
}

/// What numbers are computed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Origin {
    /// It is written in the program.
    Literal(Span),
    /// It was computed.
    Computed(Computed),
}

impl OriginId {
    /// The id of a literal; nothing if there are too many.
    pub fn literal(place: usize) -> Option<Self> {
        let number = u32::try_from(place).ok()?.checked_add(1)?;
        (number < COMPUTED).then_some(Self(number))
    }

    /// The id of a computed number; nothing if there are too many.
    pub fn computed(place: usize) -> Option<Self> {
        let place = u32::try_from(place).ok()?;
        (place < COMPUTED).then_some(Self(COMPUTED | place))
    }

    /// The place of a computed number among the computed ones.
    pub fn computed_place(self) -> Option<usize> {
        (self.0 & COMPUTED != 0).then_some((self.0 & !COMPUTED) as usize)
    }
}

impl Origins {
    /// What a number is; nothing for an id that is not of this run.
    pub fn get(&self, number: OriginId) -> Option<Origin> {
        match number.computed_place() {
            Some(place) => self.computed.get(place).copied().map(Origin::Computed),
            None => self.literals.get((number.0 as usize).checked_sub(1)?).copied().map(Origin::Literal),
        }
    }
}
