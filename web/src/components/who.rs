//! Who somebody is, at a glance: a lane's name in its colour, with a shape of its own for
//! those who see no colours.

use interleave_views::layout;
use interleave_views::sight::{COLOURS, Lane};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ShapeProps {
    pub(super) colour: u8,
}

/// The shape that goes with a colour.
#[component]
pub(super) fn Shape(props: &ShapeProps) -> Html {
    let (outline, is_hollow) = layout::lane_shape(props.colour);
    html! {
        <svg class={classes!("shape", is_hollow.then_some("hollow"))} viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={outline} />
        </svg>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct WhoProps {
    pub(super) name: AttrValue,
    pub(super) colour: u8,
    /// Whom a click selects.
    #[prop_or_default]
    pub(super) lane: Option<Lane>,
    /// What a click does; none makes it plain text.
    #[prop_or_default]
    pub(super) on_select: Option<Callback<Option<Lane>>>,
}

/// A name in its colour.
#[component]
pub(super) fn Who(props: &WhoProps) -> Html {
    let class = classes!("who", colour_class(props.colour));
    let inside = html! {
        <>
            <Shape colour={props.colour} />
            <span class="who-name">{ props.name.clone() }</span>
        </>
    };
    match (props.lane, &props.on_select) {
        (Some(lane), Some(on_select)) => {
            let onclick = on_select.reform(move |_: MouseEvent| Some(lane));
            html! { <button type="button" {class} {onclick}>{ inside }</button> }
        }
        _ => html! { <span {class} title={props.name.clone()}>{ inside }</span> },
    }
}

/// The class that sets the colour of a lane.
pub(super) fn colour_class(colour: u8) -> String {
    format!("colour-{}", colour % COLOURS)
}
