//! How states, prints and their like are drawn: each state has a height, a pattern and a colour
//! of its own, so that any one of them is enough to tell them apart.

use interleave_views::sight::{Segment, State};
use yew::prelude::*;

/// The states, in their order.
pub(super) const STATES: [State; 8] = [
    State::Ready,
    State::Running,
    State::Sleeping,
    State::Waiting,
    State::Blocking,
    State::Done,
    State::Failed,
    State::Cancelled,
];

/// A state's name in classes and patterns.
pub(super) fn word(state: State) -> &'static str {
    match state {
        State::Ready => "ready",
        State::Running => "running",
        State::Sleeping => "sleeping",
        State::Waiting => "waiting",
        State::Blocking => "blocking",
        State::Done => "done",
        State::Failed => "failed",
        State::Cancelled => "cancelled",
    }
}

/// The classes of what is drawn in a state's manner.
pub(super) fn state_class(state: State) -> String {
    format!("state-{}", word(state))
}

/// The fill of a state, defined by [`Patterns`] where it is one.
pub(super) fn fill(state: State) -> Option<String> {
    matches!(state, State::Ready | State::Sleeping | State::Waiting | State::Blocking)
        .then(|| format!("url(#pattern-{})", word(state)))
}

/// The height of a state's bar; ends have none.
fn height(state: State) -> Option<f64> {
    match state {
        State::Running | State::Blocking => Some(18.0),
        State::Ready => Some(10.0),
        State::Waiting => Some(14.0),
        State::Sleeping => Some(8.0),
        State::Done | State::Failed | State::Cancelled => None,
    }
}

/// What takes no time is drawn so wide.
const THINNEST: f64 = 3.0;

/// The patterns, once in a document.
#[component]
pub(super) fn Patterns() -> Html {
    html! {
        <svg class="patterns" width="0" height="0" aria-hidden="true">
            <defs>
                <pattern id="pattern-ready" width="5" height="5" patternUnits="userSpaceOnUse">
                    <rect class="ground-ready" width="5" height="5" />
                    <circle class="dot-ready" cx="2.5" cy="2.5" r="0.9" />
                </pattern>
                <pattern id="pattern-sleeping" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="ground-sleeping" width="6" height="6" />
                    <rect class="stripe-sleeping" width="1.6" height="6" />
                </pattern>
                <pattern id="pattern-waiting" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="ground-waiting" width="6" height="6" />
                    <path class="stripe-waiting" d="M0 0L6 6M6 0L0 6" />
                </pattern>
                <pattern id="pattern-blocking" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
                    <rect class="ground-blocking" width="8" height="8" />
                    <rect class="stripe-blocking" width="3" height="8" />
                </pattern>
            </defs>
        </svg>
    }
}

/// A segment about the middle of its row, in the picture's own pixels.
pub(super) fn segment(segment: &Segment, middle: f64, scale: f64) -> Html {
    let (left, right) = (f64::from(segment.x0), f64::from(segment.x1));
    html! {
        <>
            { mark(segment.state, (left, right), middle, scale) }
            if label_fits(&segment.label, right - left, scale) {
                <text class={classes!("bar-label", state_class(segment.state))} x={(left + 6.0).to_string()} y={middle.to_string()}>
                    { &segment.label }
                </text>
            }
        </>
    }
}

/// The bar of a state, or the sign of an end.
pub(super) fn mark(state: State, (left, right): (f64, f64), middle: f64, scale: f64) -> Html {
    let Some(height) = height(state) else { return end(state, left, middle) };
    let height = height * scale;
    let width = (right - left).max(THINNEST);
    // What takes no time stands about its instant.
    let left = (left + right - width) / 2.0;
    html! {
        <rect
            class={classes!("bar", state_class(state))}
            x={left.to_string()}
            y={(middle - height / 2.0).to_string()}
            width={width.to_string()}
            height={height.to_string()}
            rx="1.5"
            fill={fill(state)}
        />
    }
}

/// The sign of an end.
fn end(state: State, x: f64, middle: f64) -> Html {
    html! {
        <g class={classes!("end", state_class(state))} transform={format!("translate({x} {middle})")}>
            <circle class="end-ground" r="7" />
            { match state {
                State::Failed => html! { <path class="end-sign" d="M-4.5 -4.5L4.5 4.5M4.5 -4.5L-4.5 4.5" /> },
                State::Cancelled => html! { <path class="end-sign" d="M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M-3.5 3.5L3.5 -3.5" /> },
                _ => html! { <circle class="end-sign" r="5" /> },
            } }
        </g>
    }
}

/// The sign of a print.
pub(super) fn print(x: f64, middle: f64) -> Html {
    html! { <path class="print" d="M0 -5.5L4 0L0 5.5L-4 0z" transform={format!("translate({x} {middle})")} /> }
}

/// Is there room for a word? Chinese glyphs are as wide as two others.
fn label_fits(label: &str, width: f64, scale: f64) -> bool {
    let columns: usize = label.chars().map(|glyph| if glyph < '\u{1100}' { 1 } else { 2 }).sum();
    columns > 0 && (columns as f64) * 6.6 * scale + 12.0 <= width
}

#[cfg(test)]
mod tests {
    use super::label_fits;

    #[test]
    fn words_stand_where_there_is_room() {
        assert!(label_fits("sleep 2 s", 80.0, 1.0));
        assert!(!label_fits("sleep 2 s", 60.0, 1.0));
        assert!(!label_fits("等待旗號", 60.0, 1.0));
        assert!(!label_fits("", 100.0, 1.0));
    }
}
