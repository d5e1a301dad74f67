//! Small tables: numbers that may be absent, values by id, and values grouped
//! by their owner. A trace has millions of events, so every byte counts here.

/// A number, or nothing, in four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Maybe(u32);

impl Maybe {
    pub(crate) const NONE: Self = Self(u32::MAX);

    pub(crate) const fn some(number: u32) -> Self {
        Self(number)
    }

    pub(crate) fn get(self) -> Option<u32> {
        (self != Self::NONE).then_some(self.0)
    }

    pub(crate) fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// The number, or one that is larger than all.
    pub(crate) const fn or_never(self) -> u32 {
        self.0
    }
}

impl Default for Maybe {
    fn default() -> Self {
        Self::NONE
    }
}

/// Values of a piece.
const PIECE: usize = 4096;

/// A sequence in pieces: one that grows large is never moved, and has little room to spare.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<T> {
    /// All full but the last.
    pieces: Vec<Vec<T>>,
}

impl<T> Default for Pieces<T> {
    fn default() -> Self {
        Self { pieces: Vec::new() }
    }
}

impl<T> Pieces<T> {
    pub(crate) fn push(&mut self, value: T) {
        match self.pieces.last_mut().filter(|piece| piece.len() < PIECE) {
            Some(piece) => piece.push(value),
            None => {
                // Most tables fill no piece at all; of one that does the next has its room at once.
                let mut piece = Vec::with_capacity(if self.pieces.is_empty() { 1 } else { PIECE });
                piece.push(value);
                self.pieces.push(piece);
            }
        }
    }

    pub(crate) fn len(&self) -> u32 {
        size(self.pieces.last().map_or(0, |last| (self.pieces.len() - 1) * PIECE + last.len()))
    }

    pub(crate) fn get(&self, index: u32) -> Option<&T> {
        self.pieces.get(index as usize / PIECE)?.get(index as usize % PIECE)
    }

    pub(crate) fn get_mut(&mut self, index: u32) -> Option<&mut T> {
        self.pieces.get_mut(index as usize / PIECE)?.get_mut(index as usize % PIECE)
    }

    pub(crate) fn set(&mut self, index: u32, value: T) {
        if let Some(place) = self.get_mut(index) {
            *place = value;
        }
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.pieces.iter().flatten()
    }

    pub(crate) fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.pieces.iter_mut().flatten()
    }

    /// How many come before the first for which this is not so, if it is so for all before that and for none after.
    pub(crate) fn partition_point(&self, is_before: impl Fn(&T) -> bool) -> u32 {
        let full = self.pieces.partition_point(|piece| piece.last().is_some_and(&is_before));
        let rest = self.pieces.get(full).map_or(0, |piece| piece.partition_point(is_before));
        size(full * PIECE + rest).min(self.len())
    }
}

/// Values by id, where ids come in order of creation and some may have no value yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct ById<T>(Pieces<T>);

impl<T: Clone + Default> ById<T> {
    pub(crate) fn get(&self, id: u32) -> Option<&T> {
        self.0.get(id)
    }

    /// The value to be written, which begins as its type's default.
    #[inline]
    pub(crate) fn at(&mut self, id: u32) -> &mut T {
        if id >= self.0.len() {
            self.grow(id);
        }
        &mut self.0.pieces[id as usize / PIECE][id as usize % PIECE]
    }

    #[inline(never)]
    fn grow(&mut self, id: u32) {
        while id >= self.0.len() {
            self.0.push(T::default());
        }
    }

    pub(crate) fn len(&self) -> u32 {
        self.0.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        (0..).zip(self.0.iter())
    }

    pub(crate) fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.0.iter_mut()
    }
}

/// Values of many owners, each owner's together and in the order in which they came.
#[derive(Clone, Debug)]
pub(crate) struct Grouped<T> {
    /// Where each owner's values begin; one more than there are owners.
    begins: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Self { begins: Vec::new(), values: Vec::new() }
    }
}

impl<T: Copy> Grouped<T> {
    /// Of pairs of owner and value.
    pub(crate) fn new(owners: u32, pairs: &Pieces<(u32, T)>) -> Self {
        let Some(&(_, filler)) = pairs.get(0) else { return Self::default() };
        let mut begins = vec![0; owners as usize + 1];
        let known = || pairs.iter().filter(|(owner, _)| *owner < owners);
        for (owner, _) in known() {
            begins[*owner as usize + 1] += 1;
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut next = begins.clone();
        let mut values = vec![filler; sum as usize];
        for (owner, value) in known() {
            let place = &mut next[*owner as usize];
            values[*place as usize] = *value;
            *place += 1;
        }
        Self { begins, values }
    }

    pub(crate) fn of(&self, owner: u32) -> &[T] {
        let bounds = (self.begins.get(owner as usize), self.begins.get(owner as usize + 1));
        let (Some(&from), Some(&to)) = bounds else { return &[] };
        self.values.get(from as usize..to as usize).unwrap_or(&[])
    }
}

/// A length as the number it is in tables.
pub(crate) fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Grouped, PIECE, Pieces};

    fn pieces<T>(values: impl IntoIterator<Item = T>) -> Pieces<T> {
        let mut pieces = Pieces::default();
        values.into_iter().for_each(|value| pieces.push(value));
        pieces
    }

    #[test]
    fn pieces_are_one_sequence() {
        let piece = PIECE as u32;
        for count in [0, 1, piece - 1, piece, piece + 1, 2 * piece, 3 * piece + 7] {
            let mut all = pieces(0..count);
            assert_eq!(all.len(), count);
            assert!(all.iter().copied().eq(0..count));
            for index in [0, piece - 1, piece, 2 * piece].into_iter().filter(|index| *index < count) {
                assert_eq!(all.get(index), Some(&index));
                assert_eq!(all.get_mut(index).copied(), Some(index));
                assert_eq!(all.partition_point(|value| *value < index), index);
            }
            assert_eq!((all.get(count), all.partition_point(|_| true)), (None, count));
        }
    }

    #[test]
    fn values_of_an_owner_keep_their_order() {
        let grouped = Grouped::new(3, &pieces([(2, 'a'), (0, 'b'), (2, 'c'), (9, 'x')]));
        assert_eq!([0, 1, 2, 9].map(|owner| grouped.of(owner)), [&['b'][..], &[], &['a', 'c'], &[]]);
    }
}
