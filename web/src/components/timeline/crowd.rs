//! How many lanes do what, for runs with more of them than fit: one strip, in which a stretch to
//! look at more closely can be chosen.

use interleave_text::{Language, count};
use interleave_views::sight::Crowd;
use interleave_views::{decimal, layout};
use yew::prelude::*;

use super::geometry::{Fit, Geometry, INSET};
use super::marks::{STATES, fill};
use super::{Picture, capture};
use crate::held::Held;
use crate::messages;

/// The height of the strip in rem.
const HEIGHT_REM: f64 = 3.0;

#[derive(Properties, PartialEq)]
pub(super) struct CrowdStripProps {
    pub(super) language: Language,
    /// How many there are.
    pub(super) lanes: u32,
    pub(super) picture: Held<Picture>,
    pub(super) geometry: Geometry,
    pub(super) fit: Fit,
    /// Hears the stretch that was chosen, as shares of the width.
    pub(super) on_brush: Callback<(f64, f64)>,
}

#[component]
pub(super) fn CrowdStrip(props: &CrowdStripProps) -> Html {
    let svg = use_node_ref();
    // Where the brush was put down, and where it is.
    let brush = use_state_eq(|| None::<(f64, f64)>);
    let height = HEIGHT_REM * 16.0 * props.geometry.scale;
    let span = props.geometry.span();

    let place = {
        let svg = svg.clone();
        move |event: &PointerEvent| {
            let left =
                svg.cast::<web_sys::Element>().map_or(0.0, |svg| svg.get_bounding_client_rect().left());
            (f64::from(event.client_x()) - left - INSET).min(span).max(0.0)
        }
    };
    let onpointerdown = {
        let (brush, place) = (brush.setter(), place.clone());
        move |event: PointerEvent| {
            let x = place(&event);
            brush.set(Some((x, x)));
            capture(&event);
        }
    };
    let onpointermove = {
        let brush = brush.clone();
        move |event: PointerEvent| {
            if let Some((from, _)) = *brush {
                brush.set(Some((from, place(&event))));
            }
        }
    };
    let onpointerup = {
        let (brush, on_brush) = (brush.clone(), props.on_brush.clone());
        move |_: PointerEvent| {
            if let Some((from, to)) = *brush
                && (from - to).abs() > 4.0
            {
                on_brush.emit((from.min(to) / span, from.max(to) / span));
            }
            brush.set(None);
        }
    };
    let onpointercancel = {
        let brush = brush.setter();
        move |_: PointerEvent| brush.set(None)
    };
    let texts = &messages::of(props.language).views;
    html! {
        <div class="crowd">
        <span class="crowd-count">{ (texts.lanes)(&count(props.lanes.into())) }</span>
        <svg
            class="crowd-strip"
            ref={svg}
            role="img"
            aria-label={texts.crowd_label}
            width={decimal::of(props.geometry.width)}
            height={decimal::of(height)}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            {onpointercancel}
        >
            <CrowdLayers picture={props.picture.clone()} {height} fit={props.fit} />
            if let Some((from, to)) = *brush {
                <rect
                    class="brush"
                    x={decimal::of(INSET + from.min(to))}
                    y="0"
                    width={decimal::of((from - to).abs())}
                    height={decimal::of(height)}
                />
            }
        </svg>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CrowdLayersProps {
    picture: Held<Picture>,
    height: f64,
    fit: Fit,
}

#[component]
fn CrowdLayers(props: &CrowdLayersProps) -> Html {
    let crowd = &props.picture.timeline.crowd;
    let most = crowd.iter().map(|place| place.lanes.iter().sum::<u32>()).max().unwrap_or(0).max(1);
    let unit = props.height / f64::from(most);
    html! {
        <g transform={props.fit.transform()}>
            { for STATES.into_iter().enumerate().map(|(layer, state)| html! {
                <path class={classes!("layer", layout::state_class(state))} fill={fill(state)} d={outline(crowd, layer, props.height, unit)} />
            }) }
        </g>
    }
}

/// A layer of the stack: steps along its upper edge, and back along its lower one.
fn outline(crowd: &[Crowd], layer: usize, height: f64, unit: f64) -> String {
    let edge = |place: &Crowd, layers: usize| {
        height - f64::from(place.lanes.iter().take(layers).sum::<u32>()) * unit
    };
    let ends = crowd.iter().skip(1).map(|next| next.x).chain(crowd.last().map(|last| last.x + 1.0));
    let steps: Vec<_> = crowd.iter().zip(ends).collect();
    if steps.iter().all(|(place, _)| place.lanes.get(layer).is_none_or(|count| *count == 0)) {
        return String::new();
    }
    let upper = steps.iter().map(|(place, end)| (place.x, *end, edge(place, layer + 1)));
    let lower = steps.iter().rev().map(|(place, end)| (*end, place.x, edge(place, layer)));
    let mut path = String::new();
    for (from, to, y) in upper.chain(lower) {
        let pen = if path.is_empty() { 'M' } else { 'L' };
        let (from, to, y) = (decimal::of(from.into()), decimal::of(to.into()), decimal::of(y));
        path.push_str(&format!("{pen}{from} {y}L{to} {y}"));
    }
    path.push('Z');
    path
}

#[cfg(test)]
mod tests {
    use interleave_views::sight::Crowd;

    use super::outline;

    #[test]
    fn layers_stand_on_each_other() {
        let crowd = [
            Crowd { x: 0.0, lanes: [1, 1, 0, 0, 0, 0, 0, 0] },
            Crowd { x: 10.0, lanes: [0, 2, 0, 0, 0, 0, 0, 0] },
        ];
        let running = outline(&crowd, 1, 20.0, 10.0);
        assert_eq!(running, "M0 0L10 0L10 0L11 0L11 20L10 20L10 10L0 10Z");
        assert_eq!(outline(&crowd, 2, 20.0, 10.0), "");
    }
}
