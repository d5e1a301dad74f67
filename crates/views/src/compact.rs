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

/// Values by id, where ids come in order of creation and some may have no value yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct ById<T>(Vec<T>);

impl<T: Clone + Default> ById<T> {
    pub(crate) fn get(&self, id: u32) -> Option<&T> {
        self.0.get(id as usize)
    }

    /// The value to be written, which begins as its type's default.
    pub(crate) fn at(&mut self, id: u32) -> &mut T {
        let index = id as usize;
        if index >= self.0.len() {
            self.0.resize(index + 1, T::default());
        }
        &mut self.0[index]
    }

    pub(crate) fn len(&self) -> u32 {
        size(self.0.len())
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (u32, &T)> {
        (0..self.len()).zip(&self.0)
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
    pub(crate) fn new(owners: u32, pairs: &[(u32, T)]) -> Self {
        let Some(&(_, filler)) = pairs.first() else { return Self::default() };
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
    use super::Grouped;

    #[test]
    fn values_of_an_owner_keep_their_order() {
        let grouped = Grouped::new(3, &[(2, 'a'), (0, 'b'), (2, 'c'), (9, 'x')]);
        assert_eq!([0, 1, 2, 9].map(|owner| grouped.of(owner)), [&['b'][..], &[], &['a', 'c'], &[]]);
    }
}
