//! Fetches what the page shows of lessons.

use interleave_text::Language;
use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use yew::prelude::*;

use crate::held::Held;
use crate::state::{Action, Fetched, Sheet, State};

/// What is wanted of lessons is fetched, again when the reader's language is another.
#[hook]
pub(crate) fn use_leaves(state: &State, on_action: &Callback<Action>) {
    let act = on_action.clone();
    let wanted = state.course.wanted.clone().map(|sheet| (sheet, state.language));
    use_effect_with(wanted, move |wanted| {
        if let Some((sheet, language)) = wanted.clone() {
            wasm_bindgen_futures::spawn_local(async move {
                let fetched = fetch(&sheet, language).await.unwrap_or(Fetched::Missing);
                act.emit(Action::HearLesson(sheet, fetched));
            });
        }
    });
}

async fn fetch(sheet: &Sheet, language: Language) -> Option<Fetched> {
    match sheet {
        Sheet::List => read(language, "index").await.map(Fetched::List),
        Sheet::Lesson(slug) => read(language, slug).await.map(Fetched::Lesson),
    }
}

async fn read<T: DeserializeOwned>(language: Language, name: &str) -> Option<Held<T>> {
    let address = format!("lessons/{}/{name}.leaf", language.tag());
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(&address)).await.ok()?;
    let response = response.dyn_into::<Response>().ok().filter(Response::ok)?;
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    postcard::from_bytes::<T>(&Uint8Array::new(&bytes).to_vec()).ok().map(Held::from)
}
