//! Who somebody is, at a glance: a lane's name in its colour, with a shape of its own for
//! those who see no colours.

use interleave_views::layout;
use interleave_views::sight::{COLOURS, Lane};
use yew::prelude::*;

/// The shape that goes with a colour.
pub(super) fn shape(colour: u8) -> Html {
    let (outline, is_hollow) = layout::lane_shape(colour);
    html! {
        <svg class={classes!("shape", is_hollow.then_some("hollow"))} viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={outline} />
        </svg>
    }
}

/// A name in its colour.
pub(super) fn who(name: &str, colour: u8) -> Html {
    let name = AttrValue::from(name.to_owned());
    html! { <span class={class(colour)} title={name.clone()}>{ inside(name, colour) }</span> }
}

/// The same to be clicked, which selects a lane.
pub(super) fn who_to_select(name: &str, colour: u8, lane: Lane, on_select: &Callback<Option<Lane>>) -> Html {
    let onclick = on_select.reform(move |_: MouseEvent| Some(lane));
    let name = AttrValue::from(name.to_owned());
    html! { <button type="button" class={class(colour)} {onclick}>{ inside(name, colour) }</button> }
}

fn class(colour: u8) -> Classes {
    classes!("who", colour_class(colour))
}

fn inside(name: AttrValue, colour: u8) -> Html {
    html! { <>{ shape(colour) }<span class="who-name">{ name }</span></> }
}

/// The class that sets the colour of a lane.
pub(super) fn colour_class(colour: u8) -> String {
    format!("colour-{}", colour % COLOURS)
}
