//! What the browser runs as the page.
#![allow(unsafe_code, reason = "the code that #[wasm_bindgen] makes of an export has it")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Called before a function of a later part first is: see `crates/xtask/src/parts`.
#[wasm_bindgen]
pub fn load_part(number: u32) {
    interleave_web::load_part(number);
}

fn main() {
    interleave_web::start_page();
}
