//! The later parts of the page's module and of the worker's: functions that most do without at first, cut off
//! when the page is built (`crates/xtask/src/parts`). `web/parts.js` fetches them.
//!
//! One that is wanted in the middle of a call is fetched without a promise, and what fails then fails as an error
//! event. Who sees earlier that one will be wanted asks for it with [`prepare`].
//!
//! `unsafe` is allowed for what `#[wasm_bindgen]` writes, and nothing else here.
#![allow(unsafe_code)]

use wasm_bindgen::prelude::*;

// `boot.js` and `engine.js` have put it there.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = interleaveParts)]
    fn begin(exports: &JsValue);

    /// Make sure of all later parts up to a number, now.
    #[wasm_bindgen(js_namespace = interleaveParts)]
    pub fn load(up_to: u32);

    /// Get later parts up to a number while something else goes on. What fails now is tried again when it is needed.
    #[wasm_bindgen(js_namespace = interleaveParts)]
    pub(crate) fn prepare(up_to: u32);

    /// The same, and wait until they are there.
    #[wasm_bindgen(js_namespace = interleaveParts, js_name = prepare)]
    pub(crate) async fn prepared(up_to: u32);
}

/// Say that the module runs: from now on it can get what was cut off.
pub(crate) fn start() {
    begin(&wasm_bindgen::exports());
}
