//! Files, from the reader's disk and to it. They are read and written by the browser alone.

use interleave_link::bounds;
use js_sys::{Array, JsString};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, Document, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

/// Dots of a picture for each of its pixels, so that it is sharp on good screens.
const SHARPNESS: f64 = 2.0;

/// Browsers draw no larger pictures, in dots a side.
const LARGEST_SIDE: f64 = 8192.0;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    TooLarge,
    NoText,
}

/// What a file says.
pub(crate) async fn read(file: &Blob) -> Result<String, Unfit> {
    if file.size() > bounds::TEXT as f64 {
        return Err(Unfit::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    // What is no UTF-8 comes with signs of that.
    text.filter(|text| !text.contains(['\0', '\u{fffd}'])).ok_or(Unfit::NoText)
}

/// Offer a text as a file with this name; nothing if the browser does not.
pub(crate) fn save(name: &str, kind: &str, text: &str) -> Option<()> {
    let parts = Array::of1(&JsString::from(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    hand_over(name, &Blob::new_with_str_sequence_and_options(&parts, &options).ok()?)
}

/// The same for a picture, given as SVG, as PNG.
pub(crate) async fn save_png(name: &str, svg: &str) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    let escaped = String::from(js_sys::encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{escaped}"));
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let sharpness = SHARPNESS.min(LARGEST_SIDE / width.max(height).max(1.0));
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    // No side is larger than the largest.
    canvas.set_width((width * sharpness) as u32);
    canvas.set_height((height * sharpness) as u32);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        canvas.width().into(),
        canvas.height().into(),
    )
    .ok()?;
    let drawn = js_sys::Promise::new(&mut |resolve, reject| {
        let hand = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if let Err(problem) = canvas.to_blob(hand.unchecked_ref()) {
            // Nobody else could refuse it.
            drop(reject.call1(&JsValue::NULL, &problem));
        }
    });
    hand_over(name, JsFuture::from(drawn).await.ok()?.dyn_ref::<Blob>()?)
}

/// As a link to it would, were it clicked.
fn hand_over(name: &str, file: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address).ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
