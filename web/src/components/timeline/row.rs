//! A row of the timeline: who, and what it did. Its bars are a part of their own, which moving the
//! cursor leaves alone.

use interleave_text::Language;
use interleave_views::sight::Lane;
use interleave_views::{decimal, layout};
use yew::prelude::*;

use super::Picture;
use super::geometry::{Fit, Geometry};
use super::marks;
use crate::components::who::{colour_class, shape};
use crate::held::Held;
use crate::messages;

#[derive(Properties, PartialEq)]
pub(super) struct TimelineRowProps {
    pub(super) language: Language,
    pub(super) picture: Held<Picture>,
    /// Which of the picture's rows.
    pub(super) index: usize,
    pub(super) geometry: Geometry,
    pub(super) fit: Fit,
    pub(super) selected: bool,
    /// It waits, and one may ask why.
    pub(super) waits: bool,
    pub(super) on_why_not_yet: Callback<Lane>,
}

#[component]
pub(super) fn TimelineRow(props: &TimelineRowProps) -> Html {
    let Some(row) = props.picture.timeline.rows.get(props.index) else { return html! {} };
    let number = props.picture.row_number(props.index);
    let texts = &messages::of(props.language).views;
    let lane = row.lane;
    let ask = props.on_why_not_yet.reform(move |event: MouseEvent| {
        event.stop_propagation();
        lane
    });
    html! {
        <div
            class={classes!("lane", colour_class(row.colour), props.selected.then_some("selected"))}
            role="row"
            aria-rowindex={(u64::from(number) + 1).to_string()}
            aria-selected={props.selected.to_string()}
        >
            <div
                class={classes!("lane-label", format!("depth-{}", row.depth.min(layout::INDENT.1)))}
                id={label_id(number)}
                role="rowheader"
                aria-label={row.sentence.clone()}
                title={row.sentence.clone()}
            >
                { shape(row.colour) }
                <span class="lane-name">{ &row.name }</span>
                <code class="lane-code">{ &row.code }</code>
                if props.waits {
                    <button
                        type="button"
                        class="ask"
                        tabindex="-1"
                        title={texts.why_not_yet}
                        aria-label={(texts.why_not_yet_of)(&row.name)}
                        onclick={ask}
                    >
                        { "?" }
                    </button>
                }
            </div>
            <Bars picture={props.picture.clone()} index={props.index} geometry={props.geometry} fit={props.fit} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct BarsProps {
    picture: Held<Picture>,
    index: usize,
    geometry: Geometry,
    fit: Fit,
}

#[component]
fn Bars(props: &BarsProps) -> Html {
    let Some(row) = props.picture.timeline.rows.get(props.index) else { return html! {} };
    let number = props.picture.row_number(props.index);
    let Geometry { width, bars, scale, .. } = props.geometry;
    let middle = bars / 2.0;
    html! {
        <svg class="bars" role="none" width={decimal::of(width)} height={decimal::of(bars)}>
            <g role="none" transform={props.fit.transform()}>
                { for row.segments.iter().enumerate().map(|(index, segment)| html! {
                    <g role="gridcell" id={segment_id(number, index)} aria-label={segment.sentence.clone()}>
                        { marks::segment(segment, middle, scale) }
                    </g>
                }) }
                <g aria-hidden="true">
                    { for row.segments.iter().filter_map(|segment| marks::word(segment, middle, scale)) }
                    { for row.dots.iter().map(|dot| marks::print(dot.x.into(), middle)) }
                </g>
            </g>
        </svg>
    }
}

/// The id of a row's name.
pub(super) fn label_id(row: u32) -> String {
    format!("lane-{row}")
}

/// The id of a segment.
pub(super) fn segment_id(row: u32, segment: usize) -> String {
    format!("lane-{row}-{segment}")
}
