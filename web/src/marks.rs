//! What the page did when, told to the browser's own stopwatch (User Timing), where developer
//! tools show it and `cargo xtask bench page` reads it. Nothing leaves the page.
//!
//! `interleave.alive`: the first run is on the screen. `interleave.run`: from asking for a run
//! to having it there. `interleave.look`: the same for a look at a run.

use wasm_bindgen::UnwrapThrowExt;
use web_sys::Performance;
use yew::prelude::*;

use crate::engine::protocol::RequestId;
use crate::state::State;

const ALIVE: &str = "interleave.alive";
const RUN: &str = "interleave.run";
const RUN_ASKED: &str = "interleave.run.asked";
const LOOK: &str = "interleave.look";
const LOOK_ASKED: &str = "interleave.look.asked";

/// Keep the browser's book on runs and looks.
#[hook]
pub(crate) fn use_marks(state: &State) {
    // Effects come after the document has been brought up to date.
    let seen = state.seen().map(|seen| (seen.picture.run, seen.position.moment, seen.wish.frame));
    let shown = seen.map(|(run, ..)| run);
    use_effect_with(shown, |shown| {
        if shown.is_some() {
            if let Some(performance) = performance()
                && performance.get_entries_by_name(ALIVE).length() == 0
            {
                begin(ALIVE);
            }
            end(RUN, RUN_ASKED);
        }
    });
    use_effect_with(seen, |seen| {
        if seen.is_some() {
            end(LOOK, LOOK_ASKED);
        }
    });
    // What was seen may have been followed at once by the next question.
    let run: Option<RequestId> = state.running.under_way.as_ref().map(|run| run.id);
    use_effect_with(run, |run| {
        if run.is_some() {
            begin(RUN_ASKED);
        }
    });
    use_effect_with(state.looking.awaits(), |look| {
        if look.is_some() {
            begin(LOOK_ASKED);
        }
    });
}

fn performance() -> Option<Performance> {
    web_sys::window()?.performance()
}

fn begin(name: &str) {
    if let Some(performance) = performance() {
        performance.clear_marks_with_mark_name(name);
        performance.mark(name).unwrap_throw();
    }
}

/// Ends what began, if it did.
fn end(name: &str, began: &str) {
    if let Some(performance) = performance()
        && performance.get_entries_by_name(began).length() > 0
    {
        performance.measure_with_start_mark(name, began).unwrap_throw();
        performance.clear_marks_with_mark_name(began);
    }
}
