//! The binding to the code editor, whose source is `vendor/editor/editor.js`.
//!
//! It tells the text a moment after the last change, and never in the middle of a
//! composition: a half-typed syllable is not yet a program.
//!
//! `unsafe` is allowed for what `#[wasm_bindgen]` writes, and nothing else here.
#![allow(unsafe_code)]

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// How long a pause in typing ends a change: one answer for a burst of keys, and
/// still at once to the eye.
const PAUSE_MILLIS: u32 = 40;

#[wasm_bindgen(module = "/vendor/editor/editor.min.js")]
extern "C" {
    #[derive(Clone)]
    type Handle;

    #[wasm_bindgen(js_name = createEditor)]
    fn create_editor(host: &Element, text: &str, changed: &Closure<dyn FnMut(Handle)>) -> Handle;

    #[wasm_bindgen(method)]
    fn text(this: &Handle) -> String;

    #[wasm_bindgen(method)]
    fn composing(this: &Handle) -> bool;

    #[wasm_bindgen(method)]
    fn name(this: &Handle, name: &str, way_out: &str);

    #[wasm_bindgen(method)]
    fn destroy(this: &Handle);
}

/// An editor in the document. Dropping it takes it away.
pub(crate) struct Editor {
    handle: Handle,
    // The editor calls it for as long as it lives.
    _changed: Closure<dyn FnMut(Handle)>,
}

impl Editor {
    /// Put an editor with this text into `host`; `tell` hears each later text.
    pub(crate) fn open(host: &Element, text: &str, tell: impl Fn(Rc<str>) + 'static) -> Self {
        let tell = Rc::new(tell);
        let mut pause: Option<Timeout> = None;
        let changed = Closure::new(move |handle: Handle| {
            let tell = Rc::clone(&tell);
            let ended = move || {
                if !handle.composing() {
                    tell(handle.text().into());
                }
            };
            // A further change starts the pause anew.
            if let Some(earlier) = pause.replace(Timeout::new(PAUSE_MILLIS, ended)) {
                earlier.cancel();
            }
        });
        let handle = create_editor(host, text, &changed);
        Self { handle, _changed: changed }
    }

    /// Tell screen readers what it is, and how to leave it by keyboard.
    pub(crate) fn name(&self, name: &str, way_out: &str) {
        self.handle.name(name, way_out);
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}
