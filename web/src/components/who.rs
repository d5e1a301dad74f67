//! Who somebody is, at a glance: a lane's name in its colour, with a shape of its own for
//! those who see no colours.

use interleave_views::sight::{COLOURS, Lane};
use yew::prelude::*;

/// The outlines of the shapes, in a square from -5 to 5: filled ones, then hollow ones.
const OUTLINES: [&str; 4] = [
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "M-3.5 -3.5h7v7h-7z",
    "M0 -4.5L4.5 3.5H-4.5z",
    "M0 -4.8L4.8 0L0 4.8L-4.8 0z",
];

#[derive(Properties, PartialEq)]
pub(super) struct ShapeProps {
    pub(super) colour: u8,
}

/// The shape that goes with a colour.
#[component]
pub(super) fn Shape(props: &ShapeProps) -> Html {
    let colour = usize::from(props.colour % COLOURS);
    let hollow = (colour >= OUTLINES.len()).then_some("hollow");
    html! {
        <svg class={classes!("shape", hollow)} viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={OUTLINES[colour % OUTLINES.len()]} />
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
