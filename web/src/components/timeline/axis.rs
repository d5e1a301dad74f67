//! The axis above the rows: its ticks, and the cursor's handle, which can be dragged.

use interleave_views::decimal;
use interleave_views::sight::Tick;
use web_sys::Element;
use yew::prelude::*;

use super::geometry::{Fit, Geometry, INSET};
use super::{Picture, capture};
use crate::held::Held;

#[derive(Properties, PartialEq)]
pub(super) struct RulerProps {
    pub(super) drawn: Option<(Held<Picture>, Fit)>,
    pub(super) geometry: Geometry,
    /// The cursor's place, if it is in sight.
    pub(super) cursor_x: Option<f64>,
    /// Hears the share of the width to which the cursor is dragged.
    pub(super) on_scrub: Callback<f64>,
}

#[component]
pub(super) fn Ruler(props: &RulerProps) -> Html {
    let svg = use_node_ref();
    let held = use_mut_ref(|| false);
    let geometry = props.geometry;
    let scrub = {
        let (svg, on_scrub) = (svg.clone(), props.on_scrub.clone());
        move |event: &PointerEvent| {
            if let Some(svg) = svg.cast::<Element>() {
                on_scrub.emit(
                    geometry.share(f64::from(event.client_x()) - svg.get_bounding_client_rect().left()),
                );
            }
        }
    };
    let onpointerdown = {
        let (scrub, held) = (scrub.clone(), held.clone());
        move |event: PointerEvent| {
            if event.button() == 0 {
                *held.borrow_mut() = true;
                capture(&event);
                scrub(&event);
            }
        }
    };
    let onpointermove = {
        let held = held.clone();
        move |event: PointerEvent| {
            if *held.borrow() {
                scrub(&event);
            }
        }
    };
    let release = move |_: PointerEvent| *held.borrow_mut() = false;
    html! {
        <div class="timeline-head" aria-hidden="true">
            <svg
                class="ruler"
                ref={svg}
                width={decimal::of(geometry.width)}
                height="28"
                {onpointerdown}
                {onpointermove}
                onpointerup={release.clone()}
                onpointercancel={release}
            >
                <rect class="ruler-ground" width="100%" height="28" />
                if let Some((picture, fit)) = &props.drawn {
                    { ticks(picture, geometry, *fit) }
                }
                if let Some(x) = props.cursor_x {
                    <path class="cursor-handle" d="M-5 17H5V22L0 28L-5 22z" transform={format!("translate({} 0)", decimal::of(x))} />
                }
            </svg>
        </div>
    }
}

/// The marks of the axis.
fn ticks(picture: &Picture, geometry: Geometry, fit: Fit) -> Html {
    let (from, to) = (-1.0, geometry.span() + 1.0);
    let places = picture.timeline.ticks.iter().map(|tick| (INSET + fit.x(tick.x), tick));
    html! {
        <g class="ticks">
            { for places.filter(|(x, _)| (from..=to).contains(&(x - INSET))).map(|(x, Tick { label, .. })| html! {
                <g transform={format!("translate({} 0)", decimal::of(x))}>
                    <line class="tick" y1="20" y2="28" />
                    <text class="tick-label" y="12" text-anchor={anchor(x, geometry.width)}>{ label }</text>
                </g>
            }) }
        </g>
    }
}

/// Labels at the edges stay inside.
pub(in crate::components) fn anchor(x: f64, width: f64) -> &'static str {
    const HALF_A_LABEL: f64 = 24.0;
    if x < HALF_A_LABEL {
        "start"
    } else if x > width - HALF_A_LABEL {
        "end"
    } else {
        "middle"
    }
}
