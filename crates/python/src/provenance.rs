//! Where a number comes from: the literal it is, or the sums and products of
//! literals it was computed by. Kept only while a trace is; solving for a literal is not here.

use interleave_text::Span;
use interleave_trace::OriginId;

use crate::code::{BinaryOperator, UnaryOperator};

/// A number's history, as an index into the run's [`Provenance`]; 0 for a number that has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Origin(u32);

/// Set in the origin of a computed number; the rest is its place in the arena.
const COMPUTED: u32 = 1 << 31;

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
        match u32::try_from(index + 1) {
            Ok(number) if number < COMPUTED => Self(number),
            _ => Self::NONE,
        }
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
    computed: Vec<Computation>,
    /// How many there may be before the stretch ends.
    room: usize,
    /// All bits while there is room, and none after that: what of an origin is worth looking at.
    attention: u32,
}

/// How a number was computed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Computation {
    pub(crate) operation: Operation,
    pub(crate) left: Origin,
    pub(crate) right: Origin,
    /// The operands' values: a number without an origin is as good as a constant.
    pub(crate) values: (f64, f64),
    depth: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
}

impl Operation {
    pub(crate) fn of_binary(operator: BinaryOperator) -> Option<Self> {
        match operator {
            BinaryOperator::Add => Some(Self::Add),
            BinaryOperator::Subtract => Some(Self::Subtract),
            BinaryOperator::Multiply => Some(Self::Multiply),
            BinaryOperator::Divide => Some(Self::Divide),
            _ => None,
        }
    }

    pub(crate) fn of_unary(operator: UnaryOperator) -> Option<Self> {
        (operator == UnaryOperator::Minus).then_some(Self::Negate)
    }
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
        let Some(place) = u32::try_from(self.computed.len()).ok().filter(|_| depth <= DEEPEST) else {
            return Origin::NONE;
        };
        let values = (left.1, right.1);
        self.computed.push(Computation { operation, left: left.0, right: right.0, values, depth });
        self.attend();
        Origin(COMPUTED | place)
    }

    fn depth(&self, origin: Origin) -> u8 {
        self.computation(origin).map_or(0, |computation| computation.depth)
    }

    /// How a number was computed.
    fn computation(&self, origin: Origin) -> Option<Computation> {
        if origin.0 & COMPUTED == 0 {
            return None;
        }
        self.computed.get((origin.0 & !COMPUTED) as usize).copied()
    }
}

/// Where the numbers of a run come from; what [`OriginId`]s of its trace mean.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    literals: Vec<Span>,
    provenance: Provenance,
}

impl Origins {
    pub(crate) fn new(literals: Vec<Span>, provenance: Provenance) -> Self {
        Self { literals, provenance }
    }

    /// The literals that a number is made of, in the order in which they stand in its computation.
    pub fn literals(&self, number: OriginId) -> Vec<Span> {
        let mut found = Vec::new();
        let mut ahead = vec![Origin(number.0)];
        while let Some(origin) = ahead.pop() {
            if let Some(computation) = self.provenance.computation(origin) {
                ahead.extend([computation.right, computation.left]);
            } else if let Some(literal) =
                (origin.0 as usize).checked_sub(1).and_then(|index| self.literals.get(index))
                && !found.contains(literal)
            {
                found.push(*literal);
            }
        }
        found
    }

    /// What the number becomes if one of its literals is another number.
    pub fn with_literal(&self, number: OriginId, literal: Span, value: f64) -> Option<f64> {
        self.evaluate(Origin(number.0), literal, value)
    }

    /// Histories are at most [`DEEPEST`] deep.
    fn evaluate(&self, origin: Origin, literal: Span, value: f64) -> Option<f64> {
        let Some(computation) = self.provenance.computation(origin) else {
            let own = self.literals.get((origin.0 as usize).checked_sub(1)?)?;
            return (*own == literal).then_some(value);
        };
        let part = |origin: Origin, was: f64| self.evaluate(origin, literal, value).unwrap_or(was);
        let (left, right) =
            (part(computation.left, computation.values.0), part(computation.right, computation.values.1));
        Some(match computation.operation {
            Operation::Add => left + right,
            Operation::Subtract => left - right,
            Operation::Multiply => left * right,
            Operation::Divide => left / right,
            Operation::Negate => -left,
        })
    }
}
