//! The list of what can be done with a part of the picture, over the page: beside that part, or at the bottom of
//! a narrow screen.

use interleave_text::Language;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::offers::{Group, Offering, title};
use crate::held::Held;
use crate::messages;
use crate::state::{Chosen, Draw, Drawn, Open};

#[derive(Properties, PartialEq)]
pub(super) struct MenuProps {
    pub(super) language: Language,
    pub(super) drawn: Held<Drawn>,
    pub(super) chosen: Option<Chosen>,
    pub(super) open: Option<Open>,
    pub(super) on_draw: Callback<Draw>,
}

/// How far from the window's edge a menu stays, in pixels.
const AWAY: f64 = 8.0;

#[component]
pub(super) fn Menu(props: &MenuProps) -> Html {
    let dialog = use_node_ref();
    let messages = &messages::of(props.language).drawing;
    let open = props.open.filter(|open| matches!(open, Open::Menu(_) | Open::Things | Open::Connect(..)));
    {
        let dialog = dialog.clone();
        use_effect_with(open, move |open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                match (open, dialog.open()) {
                    (Some(open), false) => {
                        // Refused only for a dialog that is not in the document.
                        drop(dialog.show_modal());
                        place(&dialog, *open);
                    }
                    (None, true) => dialog.close(),
                    _ => {}
                }
            }
        });
    }
    let offering = Offering { messages, drawn: &props.drawn, chosen: props.chosen };
    let groups: Vec<Group> = open.map(|open| offering.groups(open)).unwrap_or_default();
    let title = open.map(|open| title(messages, &props.drawn, open, props.chosen)).unwrap_or_default();
    let onclose = {
        let on_draw = props.on_draw.clone();
        // What closes because something was chosen has told so.
        move |_: Event| {
            if open.is_some() {
                on_draw.emit(Draw::Open(None));
            }
        }
    };
    let onclick = {
        let (dialog, on_draw) = (dialog.clone(), props.on_draw.clone());
        // Beside the list is the dialog itself.
        move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some() && target == dialog.cast::<Element>() {
                on_draw.emit(Draw::Open(None));
            }
        }
    };
    html! {
        <dialog ref={dialog} class="menu" aria-label={(messages.menu_of)(&title)} {onclose} {onclick} {onkeydown}>
            if open.is_some() {
                <div class="menu-inside">
                    <p class="menu-title" aria-hidden="true">{ title.clone() }</p>
                    <div role="menu" aria-label={title}>
                        { for groups.iter().map(|group| show_group(group, &props.on_draw)) }
                    </div>
                </div>
            }
        </dialog>
    }
}

fn show_group(group: &Group, on_draw: &Callback<Draw>) -> Html {
    html! {
        <div role="group" class="menu-group" aria-label={group.title.clone()}>
            <p class="menu-group-title" aria-hidden="true">{ &group.title }</p>
            { for group.offers.iter().map(|offer| {
                let draw = offer.draw.clone();
                let onclick = on_draw.reform(move |_: MouseEvent| draw.clone());
                html! {
                    <button type="button" role="menuitem" class="menu-item" {onclick}>{ &offer.words }</button>
                }
            }) }
        </div>
    }
}

/// Beside what it is about, and wholly in the window.
fn place(dialog: &HtmlDialogElement, open: Open) {
    let anchor = match open {
        Open::Menu(item) | Open::Connect(_, item) => format!("[data-item='{}']", super::name_of(item)),
        Open::Things | Open::Literal(..) | Open::Name(..) | Open::Source(_) => "#new-thing".to_owned(),
    };
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document.and_then(|document: Document| document.query_selector(&anchor).ok().flatten());
    let (Some(anchor), Some(window)) = (anchor, web_sys::window()) else { return };
    let size =
        |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|size| size.as_f64()).unwrap_or_default();
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let (from, own) = (anchor.get_bounding_client_rect(), dialog.get_bounding_client_rect());
    let left = (from.left() + 24.0).min(width - own.width() - AWAY).max(AWAY);
    let below = from.bottom() + 2.0;
    let top = if below + own.height() + AWAY <= height { below } else { height - own.height() - AWAY };
    let style = dialog.unchecked_ref::<HtmlElement>().style();
    for (name, place) in [("left", left), ("top", top.max(AWAY))] {
        // Refused only for names that are no properties.
        drop(style.set_property(name, &format!("{place}px")));
    }
}

/// Arrows go from one to the next, letters to the next that begins with them.
fn onkeydown(event: KeyboardEvent) {
    event.stop_propagation();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(dialog) = target.and_then(|target| target.closest("dialog").ok().flatten()) else {
        return;
    };
    let Ok(list) = dialog.query_selector_all("[role=menuitem]") else { return };
    let items: Vec<HtmlElement> =
        (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect();
    let active = dialog.owner_document().and_then(|document| document.active_element());
    let here =
        items.iter().position(|item| active.as_ref().is_some_and(|active| item.is_same_node(Some(active))));
    let words: Vec<String> = items.iter().map(|item| item.text_content().unwrap_or_default()).collect();
    if !(event.ctrl_key() || event.meta_key() || event.alt_key())
        && let Some(item) = next(&words, here, &event.key()).and_then(|next| items.get(next))
    {
        event.prevent_default();
        // Refused only by elements that can't have the focus.
        drop(item.focus());
    }
}

fn next(words: &[String], here: Option<usize>, key: &str) -> Option<usize> {
    let count = words.len();
    match key {
        "ArrowDown" => Some(here.map_or(0, |here| (here + 1) % count.max(1))),
        "ArrowUp" => Some(here.map_or(0, |here| (here + count - 1) % count.max(1))),
        "Home" => Some(0),
        "End" => count.checked_sub(1),
        _ if key.chars().count() == 1 && key != " " => {
            let start = here.map_or(0, |here| here + 1);
            let key = key.to_lowercase();
            let around = (start..count).chain(0..start);
            around
                .into_iter()
                .find(|place| words.get(*place).is_some_and(|words| words.to_lowercase().starts_with(&key)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn keys_lead_through_the_list() {
        let words: Vec<String> = ["print", "put", "sleep"].map(String::from).into();
        for (here, key, expected) in [
            (None, "ArrowDown", Some(0)),
            (Some(2), "ArrowDown", Some(0)),
            (Some(0), "ArrowUp", Some(2)),
            (Some(0), "p", Some(1)),
            (Some(1), "P", Some(0)),
            (Some(0), "x", None),
            (Some(0), "Tab", None),
            (Some(0), "End", Some(2)),
        ] {
            assert_eq!(next(&words, here, key), expected, "{key} from {here:?}");
        }
        assert_eq!(next(&[], None, "End"), None);
    }
}
