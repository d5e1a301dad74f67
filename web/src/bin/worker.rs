//! What the browser runs as the page's one worker.
#![allow(unsafe_code, reason = "the code that #[wasm_bindgen] makes of an export has it")]

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called before a function of a later part first is: see `crates/xtask/src/parts`.
#[wasm_bindgen]
pub fn load_part(number: u32) {
    interleave_web::load_part(number);
}

/// Called by the build, which asks so to see what lessons need.
#[wasm_bindgen]
pub fn rehearsal(program: &str) -> Vec<Uint8Array> {
    interleave_web::rehearsal(program).iter().map(|request| Uint8Array::from(request.as_slice())).collect()
}

fn main() {
    interleave_web::start_worker();
}
