//! The axis above the rows: its ticks, and the cursor's handle, which can be dragged.

use interleave_views::sight::Tick;
use yew::prelude::*;

use super::geometry::{Fit, Geometry, INSET};
use crate::held::Held;

use super::Picture;

#[derive(Properties, PartialEq)]
pub(super) struct TicksProps {
    pub(super) picture: Held<Picture>,
    pub(super) geometry: Geometry,
    pub(super) fit: Fit,
}

/// The marks of the axis.
#[component]
pub(super) fn Ticks(props: &TicksProps) -> Html {
    let (from, to) = (-1.0, props.geometry.span() + 1.0);
    let places = props.picture.timeline.ticks.iter().map(|tick| (INSET + props.fit.x(tick.x), tick));
    html! {
        <g class="ticks">
            { for places.filter(|(x, _)| (from..=to).contains(&(x - INSET))).map(|(x, Tick { label, .. })| html! {
                <g transform={format!("translate({x} 0)")}>
                    <line class="tick" y1="20" y2="28" />
                    <text class="tick-label" y="15" text-anchor={anchor(x, &props.geometry)}>{ label }</text>
                </g>
            }) }
        </g>
    }
}

/// Labels at the edges stay inside.
fn anchor(x: f64, geometry: &Geometry) -> &'static str {
    const HALF_A_LABEL: f64 = 24.0;
    if x < HALF_A_LABEL {
        "start"
    } else if x > geometry.width - HALF_A_LABEL {
        "end"
    } else {
        "middle"
    }
}
