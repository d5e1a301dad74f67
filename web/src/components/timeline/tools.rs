//! The timeline's buttons, and what its marks mean.

use interleave_text::{Language, Span};
use interleave_views::layout;
use interleave_views::sight::{Axis, Moment, Segment, State};
use yew::prelude::*;

use super::marks::{self, STATES};
use super::overlay::{self, KINDS};
use super::window::Window;
use crate::messages;

/// How much a button or a key zooms.
pub(super) const ZOOM: f64 = 1.5;

/// The buttons, for this axis; `all`: is everything in sight already?
pub(super) fn tools(
    language: Language,
    axis: Axis,
    all: bool,
    on_window: &Callback<Window>,
    on_zoom: &Callback<f64>,
) -> Html {
    let texts = &messages::of(language).views;
    let here = axis;
    let axis = |axis: Axis, text: &'static str| {
        let onclick = on_window.reform(move |_: MouseEvent| Window::all(axis));
        html! {
            <button type="button" class="tool" aria-pressed={(here == axis).to_string()} {onclick}>{ text }</button>
        }
    };
    let zoom = |factor: f64, sign: &'static str, name: &'static str, useless: bool| {
        let onclick = on_zoom.reform(move |_: MouseEvent| factor);
        html! {
            <button type="button" class="tool sign" title={name} aria-label={name} disabled={useless} {onclick}>{ sign }</button>
        }
    };
    html! {
        <div class="timeline-tools">
            <div class="tool-group" role="group" aria-label={texts.axis}>
                { axis(Axis::Time, texts.axis_time) }
                { axis(Axis::Steps, texts.axis_steps) }
            </div>
            <div class="tool-group">
                { zoom(1.0 / ZOOM, "−", texts.zoom_out, all) }
                { zoom(ZOOM, "+", texts.zoom_in, false) }
                <button type="button" class="tool" disabled={all} onclick={on_window.reform(move |_: MouseEvent| Window::all(here))}>
                    { texts.fit }
                </button>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct LegendProps {
    pub(super) language: Language,
}

/// What the marks mean.
#[component]
pub(super) fn Legend(props: &LegendProps) -> Html {
    let texts = &messages::of(props.language).views;
    let entry = |picture: Html, text: &'static str| {
        html! {
            <li class="legend-entry">
                <svg class="legend-mark" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">{ picture }</svg>
                { text }
            </li>
        }
    };
    let arrow = |kind| {
        html! {
            <path class={classes!("arrow", layout::arrow_class(kind))} d="M2 10H29" marker-end={overlay::head(kind)} />
        }
    };
    html! {
        <details class="legend">
            <summary>{ texts.legend }</summary>
            <ul>
                { for STATES.into_iter().zip(texts.states).map(|(state, text)| entry(sample(state), text)) }
                { entry(marks::print(16.0, 10.0), texts.printed) }
                { for KINDS.into_iter().zip(texts.arrows).map(|(kind, text)| entry(arrow(kind), text)) }
                { entry(html! { <path class="pull-end" d="M16 4V16" /> }, texts.pulled) }
            </ul>
        </details>
    }
}

/// A bar of a state, or the sign of an end.
fn sample(state: State) -> Html {
    let segment = Segment {
        state,
        x0: 2.0,
        x1: 30.0,
        from: Moment(0),
        to: Moment(0),
        label: String::new(),
        sentence: String::new(),
        span: Span::default(),
        endless: false,
    };
    match layout::end_shape(state) {
        Some(_) => marks::end(state, 16.0, 10.0),
        None => marks::segment(&segment, 10.0, 0.8),
    }
}
