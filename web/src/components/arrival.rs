//! The way to a place that was asked for: its reader is there when it is on the screen, and then the keys are.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What is to be looked at.
const TIMELINE: &str = "#timeline [tabindex='0']";

/// A callback by which to ask; the timeline gets the focus as soon as it `is_there`, what was asked for.
#[hook]
pub(super) fn use_arrival(is_there: bool) -> Callback<()> {
    let times = use_state(|| 0_u32);
    let arrived = use_mut_ref(|| 0_u32);
    let frame = use_mut_ref(|| None::<AnimationFrame>);
    use_effect_with((*times, is_there), move |(times, is_there)| {
        if *is_there && arrived.replace(*times) != *times {
            // The editor scrolls to where the program runs, in the next frame.
            after_a_frame(&frame, || {
                let document = web_sys::window().and_then(|window| window.document());
                let timeline = document.and_then(|document| document.query_selector(TIMELINE).ok().flatten());
                if let Some(timeline) = timeline.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                    // Refused only to what cannot be focused.
                    let _ = timeline.focus();
                }
            });
        }
    });
    Callback::from(move |()| times.set(*times + 1))
}

fn after_a_frame(slot: &Rc<RefCell<Option<AnimationFrame>>>, then: impl FnOnce() + 'static) {
    let later = Rc::downgrade(slot);
    let frame = request_animation_frame(move |_| {
        if let Some(slot) = later.upgrade() {
            slot.replace(Some(request_animation_frame(move |_| then())));
        }
    });
    slot.replace(Some(frame));
}
