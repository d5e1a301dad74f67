//! What fingers and mice do to the timeline: pointers come, move and go; taps, drags and
//! pinches come out.

/// What was meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Gesture {
    /// A place was touched and let go.
    Tap { x: f64, y: f64 },
    /// The picture was moved sideways.
    Drag { by: f64 },
    /// The picture was stretched about a place, and moved with it.
    Pinch { at: f64, factor: f64, by: f64 },
}

/// How far a pointer moves before it means a drag, in pixels.
const SLACK: f64 = 4.0;

#[derive(Clone, Copy, Debug)]
struct Pointer {
    id: i32,
    x: f64,
    y: f64,
}

/// The pointers that are down.
#[derive(Debug, Default)]
pub(super) struct Hand {
    pointers: Vec<Pointer>,
    /// It has moved: letting go is no tap any more.
    moved: bool,
}

impl Hand {
    pub(super) fn down(&mut self, id: i32, x: f64, y: f64) {
        self.moved = !self.pointers.is_empty();
        self.pointers.retain(|pointer| pointer.id != id);
        self.pointers.push(Pointer { id, x, y });
    }

    pub(super) fn moves(&mut self, id: i32, x: f64, y: f64) -> Option<Gesture> {
        let before = self.pointers.clone();
        let pointer = self.pointers.iter_mut().find(|pointer| pointer.id == id)?;
        if !self.moved && (x - pointer.x).powi(2) + (y - pointer.y).powi(2) < SLACK * SLACK {
            return None;
        }
        self.moved = true;
        (pointer.x, pointer.y) = (x, y);
        match (before.as_slice(), self.pointers.as_slice()) {
            ([was], [is]) => Some(Gesture::Drag { by: is.x - was.x }),
            ([a, b], [c, d]) => {
                let (was, is) = ((a.x - b.x).abs().max(1.0), (c.x - d.x).abs().max(1.0));
                let (middle, at) = ((a.x + b.x) / 2.0, (c.x + d.x) / 2.0);
                Some(Gesture::Pinch { at, factor: is / was, by: at - middle })
            }
            _ => None,
        }
    }

    pub(super) fn up(&mut self, id: i32) -> Option<Gesture> {
        let pointer = self.leave(id)?;
        (!self.moved).then_some(Gesture::Tap { x: pointer.x, y: pointer.y })
    }

    /// It goes without having meant anything.
    pub(super) fn cancel(&mut self, id: i32) {
        self.leave(id);
    }

    /// Is something being dragged?
    pub(super) fn drags(&self) -> bool {
        self.moved && !self.pointers.is_empty()
    }

    fn leave(&mut self, id: i32) -> Option<Pointer> {
        let place = self.pointers.iter().position(|pointer| pointer.id == id)?;
        Some(self.pointers.remove(place))
    }
}

#[cfg(test)]
mod tests {
    use super::{Gesture, Hand};

    #[test]
    fn a_tap_may_tremble() {
        let mut hand = Hand::default();
        hand.down(1, 10.0, 20.0);
        assert_eq!(hand.moves(1, 12.0, 21.0), None);
        assert_eq!(hand.up(1), Some(Gesture::Tap { x: 10.0, y: 20.0 }));
    }

    #[test]
    fn a_drag_is_no_tap() {
        let mut hand = Hand::default();
        hand.down(1, 10.0, 20.0);
        assert_eq!(hand.moves(1, 30.0, 20.0), Some(Gesture::Drag { by: 20.0 }));
        assert_eq!(hand.moves(1, 29.0, 20.0), Some(Gesture::Drag { by: -1.0 }));
        assert_eq!(hand.up(1), None);
        assert!(!hand.drags());
    }

    #[test]
    fn two_fingers_stretch() {
        let mut hand = Hand::default();
        hand.down(1, 0.0, 0.0);
        hand.down(2, 100.0, 0.0);
        assert_eq!(hand.moves(2, 200.0, 0.0), Some(Gesture::Pinch { at: 100.0, factor: 2.0, by: 50.0 }));
        assert_eq!((hand.up(1), hand.up(2)), (None, None));
    }

    #[test]
    fn strangers_mean_nothing() {
        let mut hand = Hand::default();
        assert_eq!((hand.moves(7, 1.0, 1.0), hand.up(7)), (None, None));
        hand.down(1, 0.0, 0.0);
        hand.cancel(1);
        assert_eq!(hand.up(1), None);
    }
}
