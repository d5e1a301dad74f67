//! A push to a heap or a pop from it, comparison by comparison, in the order
//! of CPython's `heapq`. To compare is to run code of the program's, so nobody
//! here compares anything: a [`Sift`] asks, and goes on when it is told.

/// An item on its way to its place in a heap, the least of which is the first.
///
/// It knows places only, not what lies there: `swap` exchanges two of them.
///
/// ```
/// let mut heap = vec![1, 3, 2, 0];
/// let mut sift = interleave_core::Sift::pushed(heap.len());
/// while let Some((a, b)) = sift.question(|a, b| heap.swap(a, b)) {
///     let less = heap[a] < heap[b];
///     sift.answer(less, |a, b| heap.swap(a, b));
/// }
/// assert_eq!(heap, [0, 1, 2, 3]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sift {
    len: usize,
    at: usize,
    /// On its way down; later up again.
    falls: bool,
}

impl Sift {
    /// The last of so many items is new.
    pub fn pushed(len: usize) -> Self {
        Self { len, at: len.saturating_sub(1), falls: false }
    }

    /// The first of so many items was taken away, and the last was put into its place.
    pub fn popped(len: usize) -> Self {
        Self { len, at: 0, falls: true }
    }

    /// Nothing has to move.
    pub(crate) fn nothing() -> Self {
        Self { len: 0, at: 0, falls: false }
    }

    /// How many items there were when it began; it cannot go on with more or fewer.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Two places: is the item at the first less than that at the second? `None` once the heap is in order.
    pub fn question(&mut self, mut swap: impl FnMut(usize, usize)) -> Option<(usize, usize)> {
        // Down to the very end, to the lesser child each time, without a look at the item
        // itself: it was the last, so it mostly belongs there.
        while self.falls {
            let child = self.child();
            if self.len.saturating_sub(child) > 1 {
                return Some((child, child + 1));
            }
            if child < self.len {
                swap(child, self.at);
                self.at = child;
            }
            self.falls = child < self.len;
        }
        (self.at > 0).then(|| (self.at, self.parent()))
    }

    /// What the answer to the last question is.
    pub fn answer(&mut self, less: bool, mut swap: impl FnMut(usize, usize)) {
        let child = self.child();
        let next = match (self.falls, less) {
            // Nothing was asked.
            (true, _) if self.len.saturating_sub(child) < 2 => return,
            (false, _) if self.at == 0 => return,
            (true, true) => child,
            (true, false) => child + 1,
            (false, true) => self.parent(),
            (false, false) => {
                *self = Self::nothing();
                return;
            }
        };
        swap(next, self.at);
        self.at = next;
    }

    /// The first of its two children.
    fn child(&self) -> usize {
        self.at.saturating_mul(2).saturating_add(1)
    }

    fn parent(&self) -> usize {
        self.at.saturating_sub(1) / 2
    }
}

#[cfg(test)]
mod tests {
    use super::Sift;

    #[test]
    fn an_answer_to_no_question_moves_nothing() {
        let sifts = [Sift::pushed(0), Sift::pushed(1), Sift::popped(0), Sift::popped(1), Sift::popped(2)];
        for mut sift in sifts {
            for less in [true, false] {
                sift.answer(less, |a, b| panic!("{a} and {b} are swapped"));
            }
        }
    }
}
