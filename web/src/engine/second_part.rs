//! The second part of the worker's own module: functions that lessons do without, cut off when the page
//! is built (`crates/xtask/src/parts`).
//!
//! It is wanted in the middle of a call, so it is fetched without a promise, as a worker may. Nothing
//! here can do without it being possible to do so: what fails, fails as the worker's error event.

use js_sys::WebAssembly::{Instance, Module};
use js_sys::{Array, ArrayBuffer, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{XmlHttpRequest, XmlHttpRequestResponseType};

/// The custom section that names the file.
const NAME: &str = "second";

/// What the second part calls the module that it was cut from.
const FIRST: &str = "first";

/// Fetch the second part and put its functions into the table of the first.
///
/// # Panics
/// When it can't be had. The page is told by the worker's error event.
pub fn load() {
    if let Err(error) = fetch().and_then(|part| instantiate(&part)) {
        wasm_bindgen::throw_val(error);
    }
}

fn fetch() -> Result<ArrayBuffer, JsValue> {
    let names: Array = Module::custom_sections(wasm_bindgen::module().unchecked_ref(), NAME);
    let file = String::from_utf8(js_sys::Uint8Array::new(&names.get(0)).to_vec()).unwrap_or_default();
    let request = XmlHttpRequest::new()?;
    request.open_with_async("GET", &file, false)?;
    request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    request.send()?;
    match request.status()? {
        200 => Ok(request.response()?.unchecked_into()),
        status => Err(js_sys::Error::new(&format!("{file}: {status}")).into()),
    }
}

fn instantiate(part: &ArrayBuffer) -> Result<(), JsValue> {
    let imports = Object::new();
    Reflect::set(&imports, &FIRST.into(), &wasm_bindgen::exports())?;
    Instance::new(&Module::new(part)?, &imports)?;
    Ok(())
}
