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
    if crowd.iter().all(|place| place.lanes.get(layer).is_none_or(|count| *count == 0)) {
        return String::new();
    }
    let upper = edge(crowd, layer + 1);
    let lower = edge(crowd, layer).into_iter().rev().map(|Step { from, to, lanes }| Step {
        from: to,
        to: from,
        lanes,
    });
    let mut path = String::new();
    for Step { from, to, lanes } in upper.into_iter().chain(lower) {
        let pen = if path.is_empty() { 'M' } else { 'L' };
        let y = decimal::of(height - f64::from(lanes) * unit);
        let (from, to) = (decimal::of(from.into()), decimal::of(to.into()));
        path.push_str(&format!("{pen}{from} {y}L{to} {y}"));
    }
    path.push('Z');
    path
}

/// A stretch of an edge that is level.
struct Step {
    from: f32,
    to: f32,
    /// How many lanes stand below it.
    lanes: u32,
}

/// The upper edge of so many layers. Neighbours of one height are one step, which is most of them.
fn edge(crowd: &[Crowd], layers: usize) -> Vec<Step> {
    let ends = crowd.iter().skip(1).map(|next| next.x).chain(crowd.last().map(|last| last.x + 1.0));
    let mut steps: Vec<Step> = Vec::new();
    for (place, to) in crowd.iter().zip(ends) {
        let lanes = place.lanes.iter().take(layers).sum();
        match steps.last_mut().filter(|step| step.lanes == lanes) {
            Some(step) => step.to = to,
            None => steps.push(Step { from: place.x, to, lanes }),
        }
    }
    steps
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
        assert_eq!(running, "M0 0L11 0L11 20L10 20L10 10L0 10Z");
        assert_eq!(outline(&crowd, 2, 20.0, 10.0), "");
    }
}
