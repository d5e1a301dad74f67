//! The screen's own beat, while something moves on it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

/// The longest step of time: who comes back to a page that was hidden goes on
/// where it stood.
const LONGEST_MILLIS: f64 = 100.0;

/// While it `runs`, tell before each frame how many milliseconds have passed.
#[hook]
pub(crate) fn use_frames(runs: bool, tick: Callback<f64>) {
    use_effect_with(runs, move |runs| {
        let next = Rc::new(RefCell::new(None));
        if *runs {
            ask(&next, tick, None);
        }
        // Dropping the frame that was asked for takes it back.
        move || drop(next.take())
    });
}

fn ask(next: &Rc<RefCell<Option<AnimationFrame>>>, tick: Callback<f64>, last: Option<f64>) {
    let slot = Rc::downgrade(next);
    let frame = request_animation_frame(move |now| {
        tick.emit(last.map_or(0.0, |last| (now - last).clamp(0.0, LONGEST_MILLIS)));
        if let Some(slot) = slot.upgrade() {
            ask(&slot, tick, Some(now));
        }
    });
    *next.borrow_mut() = Some(frame);
}
