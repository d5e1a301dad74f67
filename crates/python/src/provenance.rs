//! Where a number comes from: the literal it is, or the sums and products of
//! literals it was computed by. Kept only while a trace is; solving for a literal is not here.

pub(crate) use interleave_trace::Operation;
use interleave_trace::{Computed, OriginId};

use crate::code::{BinaryOperator, UnaryOperator};

/// A number's history, as the number of an [`OriginId`]; 0 for a number that has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Origin(u32);

/// How many computed numbers of one run are remembered.
const MOST: usize = 50_000;

/// How many of one stretch: from one delay, or one step of the loop, to the next. What computes for long takes
/// nothing from what waits afterwards, and soon goes on at full speed.
const MOST_OF_STRETCH: usize = 1_000;

/// How deep a history may be.
const DEEPEST: u8 = 32;

impl Origin {
    pub(crate) const NONE: Self = Self(0);

    /// The literal of this number in the program's list of literals.
    pub(crate) fn literal(index: usize) -> Self {
        OriginId::literal(index).map_or(Self::NONE, |id| Self(id.0))
    }

    pub(crate) fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// As the trace writes it; nothing for a number that remembers nothing.
    pub(crate) fn id(self) -> Option<OriginId> {
        (!self.is_none()).then_some(OriginId(self.0))
    }
}

/// The histories of a run's computed numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Provenance {
    computed: Vec<Computed>,
    /// How many there may be before the stretch ends.
    room: usize,
    /// All bits while there is room, and none after that: what of an origin is worth looking at.
    attention: u32,
}

/// The operation, if numbers remember it.
pub(crate) fn of_binary(operator: BinaryOperator) -> Option<Operation> {
    match operator {
        BinaryOperator::Add => Some(Operation::Add),
        BinaryOperator::Subtract => Some(Operation::Subtract),
        BinaryOperator::Multiply => Some(Operation::Multiply),
        BinaryOperator::Divide => Some(Operation::Divide),
        _ => None,
    }
}

pub(crate) fn of_unary(operator: UnaryOperator) -> Option<Operation> {
    (operator == UnaryOperator::Minus).then_some(Operation::Negate)
}

impl Provenance {
    /// Another stretch begins.
    pub(crate) fn renew(&mut self) {
        self.room = MOST.min(self.computed.len() + MOST_OF_STRETCH);
        self.attend();
    }

    fn attend(&mut self) {
        self.attention = if self.computed.len() < self.room { u32::MAX } else { 0 };
    }

    /// The origin of a number computed from others; none if its operands have none, or if too much is remembered
    /// already.
    #[inline]
    pub(crate) fn derive(
        &mut self,
        operation: Operation,
        left: (Origin, f64),
        right: (Origin, f64),
    ) -> Origin {
        if (left.0.0 | right.0.0) & self.attention == 0 {
            return Origin::NONE;
        }
        self.remember(operation, left, right)
    }

    #[cold]
    #[inline(never)]
    fn remember(&mut self, operation: Operation, left: (Origin, f64), right: (Origin, f64)) -> Origin {
        let depth = self.depth(left.0).max(self.depth(right.0)) + 1;
        let Some(id) = OriginId::computed(self.computed.len()).filter(|_| depth <= DEEPEST) else {
            return Origin::NONE;
        };
        let values = (left.1, right.1);
        self.computed.push(Computed { operation, left: left.0.id(), right: right.0.id(), values, depth });
        self.attend();
        Origin(id.0)
    }

    fn depth(&self, origin: Origin) -> u8 {
        let place = OriginId(origin.0).computed_place();
        place.and_then(|place| self.computed.get(place)).map_or(0, |computed| computed.depth)
    }

    /// As the run's reader gets it.
    pub(crate) fn into_computed(self) -> Vec<Computed> {
        self.computed
    }
}
