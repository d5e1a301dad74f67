//! The engine alone as WebAssembly: `cargo xtask size` weighs it, and the test `cases` holds it
//! against the native one. Elsewhere there is nothing in it.
#![allow(unsafe_code, reason = "the code that #[wasm_bindgen] makes of an export has it")]

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs a program; the fingerprint of what it came to.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn play(source: &str, stdin: &str) -> String {
    interleave_tests::fingerprint::of_program(source, stdin)
}

/// Gives it the second volume of the library, which is not part of it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn provide(library: String) -> bool {
    interleave_python::provide_library(library)
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
extern "C" {
    /// The host's: makes an instance of a part that was cut off.
    fn instantiate_part(number: u32);
}

/// Called before a function of a later part first is: see `crates/xtask/src/parts`.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn load_part(number: u32) {
    instantiate_part(number);
}

/// What such a part imports from.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn lend() -> wasm_bindgen::JsValue {
    wasm_bindgen::exports()
}

fn main() {}
