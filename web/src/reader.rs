//! How near a reader has come: what an untouched page does without is fetched then, before it is needed.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::Event;
use yew::prelude::*;

use crate::parts;

/// The nearer, the greater.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reader {
    /// Nobody has touched the page.
    #[default]
    Away,
    /// Somebody looks around.
    Near,
    /// Somebody presses keys or buttons.
    AtWork,
}

/// What a reader does first, and how near that is.
const SIGNS: [(&str, Reader); 5] = [
    ("pointermove", Reader::Near),
    ("wheel", Reader::Near),
    ("focusin", Reader::Near),
    ("pointerdown", Reader::AtWork),
    ("keydown", Reader::AtWork),
];

/// The later part of the page's own module.
const PANELS: u32 = 1;

/// Tells when the reader comes nearer, and has the page whole by then.
#[hook]
pub(crate) fn use_reader(reader: Reader, tell: Callback<Reader>) {
    use_effect_with(reader, move |reader| {
        let next = SIGNS.into_iter().filter(|(_, sign)| sign > reader);
        let listeners: Vec<EventListener> = web_sys::window()
            .into_iter()
            .flat_map(|window| {
                let tell = tell.clone();
                next.clone().map(move |(kind, sign)| {
                    let tell = tell.clone();
                    let hear = move |_: &Event| {
                        parts::prepare(PANELS);
                        tell.emit(sign);
                    };
                    // Before whoever may need what is fetched then.
                    let options = EventListenerOptions::run_in_capture_phase();
                    EventListener::new_with_options(&window, kind, options, hear)
                })
            })
            .collect();
        move || drop(listeners)
    });
}
