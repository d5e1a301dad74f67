//! Two runs under one clock: that of the program that is kept, and the present one. Bars of a lane
//! stand one above the other, and the logs are one table; what differs is marked.

use std::rc::Rc;

use interleave_text::{Language, count};
use interleave_views::comparison::{Against, Change, Comparison, LanePair, LinePair};
use interleave_views::decimal;
use interleave_views::sight::{Aim, Axis, Lane, LogRow, Row, Segment};
use web_sys::Element;
use yew::prelude::*;

use super::instant;
use super::size::{USUAL_REM, use_size};
use super::timeline::axis::anchor;
use super::timeline::marks;
use super::who::{colour_class, who, who_to_select};
use crate::held::Held;
use crate::messages::{self, ViewMessages};
use crate::state::Compared;

/// The height of one run's bars in rem, and how much smaller they are than the timeline's.
const BARS_REM: f64 = 1.25;
const SMALLER: f64 = 0.75;

/// Room for marks that stand at the very ends of the clock.
const INSET: f64 = 8.0;

#[derive(Properties, PartialEq)]
pub(crate) struct ComparisonPanelProps {
    pub(crate) language: Language,
    pub(crate) compared: Option<Rc<Compared>>,
    /// The program that is kept is the present one.
    pub(crate) same: bool,
    /// The cursor's virtual time, and its moment.
    pub(crate) cursor: (i64, u32),
    pub(crate) on_cursor: Callback<Aim>,
    pub(crate) on_select: Callback<Option<Lane>>,
    pub(crate) on_keep: Callback<()>,
    /// Puts the program that is kept in place of the present one, which is kept from then on.
    pub(crate) on_swap: Callback<()>,
}

#[component]
pub(crate) fn ComparisonPanel(props: &ComparisonPanelProps) -> Html {
    let texts = &messages::of(props.language).views;
    let comparison = props.compared.as_ref().filter(|_| !props.same).map(|seen| seen.comparison.clone());
    let button = |id: &'static str, text: &'static str, hint: &'static str, pressed: &Callback<()>| {
        let onclick = pressed.reform(|_: MouseEvent| ());
        html! { <button {id} type="button" class="quiet" title={hint} disabled={props.same} {onclick}>{ text }</button> }
    };
    html! {
        <div class="comparison">
            <div class="comparison-head">
                <p id="comparison-summary" role="status">
                    { match &comparison {
                        None if props.same => texts.comparison_same,
                        None => "",
                        Some(None) => texts.comparison_empty,
                        Some(Some(comparison)) => &comparison.summary,
                    } }
                </p>
                { button("swap", texts.swap, texts.swap_hint, &props.on_swap) }
                { button("keep", texts.keep, texts.keep_hint, &props.on_keep) }
            </div>
            if let Some(comparison) = comparison.flatten() {
                <Lanes
                    language={props.language}
                    comparison={comparison.clone()}
                    cursor={props.cursor}
                    on_cursor={&props.on_cursor}
                    on_select={&props.on_select}
                />
                <Lines
                    language={props.language}
                    {comparison}
                    on_cursor={&props.on_cursor}
                    on_select={&props.on_select}
                />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LanesProps {
    language: Language,
    comparison: Held<Comparison>,
    cursor: (i64, u32),
    on_cursor: Callback<Aim>,
    on_select: Callback<Option<Lane>>,
}

#[component]
fn Lanes(props: &LanesProps) -> Html {
    let ruler = use_node_ref();
    let size = use_size(&ruler);
    let LanesProps { comparison, on_select, .. } = props;
    let texts = &messages::of(props.language).views;
    let sides = sides(texts, comparison.against);
    let span = (size.width - 2.0 * INSET).max(0.0);
    let clock = Clock {
        width: size.width,
        stretch: span / f64::from(comparison.width).max(1.0),
        height: BARS_REM * size.rem,
        scale: SMALLER * size.rem / USUAL_REM,
    };
    let place = match comparison.axis {
        Axis::Time => props.cursor.0 as f64,
        Axis::Steps => f64::from(props.cursor.1),
    };
    let cursor_x = decimal::of(INSET + span * place / (comparison.end as f64).max(1.0));
    let onclick = {
        let (ruler, comparison) = (ruler.clone(), comparison.clone());
        props.on_cursor.reform(move |event: MouseEvent| {
            let left = ruler.cast::<Element>().map_or(0.0, |ruler| ruler.get_bounding_client_rect().left());
            let share = (f64::from(event.client_x()) - left - INSET) / span.max(1.0);
            let place = share.clamp(0.0, 1.0) * comparison.end as f64;
            Aim::Along(comparison.axis, place.round() as i64)
        })
    };
    html! {
        <div class="both-lanes">
            <div class="both-clock" ref={ruler} aria-hidden="true">
                <svg width={decimal::of(size.width)} height="20">
                    { for comparison.ticks.iter().map(|tick| (clock.x(tick.x), tick)).map(|(x, tick)| html! {
                        <g transform={format!("translate({} 0)", decimal::of(x))}>
                            <line class="tick" y1="16" y2="20" />
                            <text class="tick-label" y="11" text-anchor={anchor(x, clock.width)}>{ &tick.label }</text>
                        </g>
                    }) }
                </svg>
            </div>
            <ul aria-label={texts.both_lanes}>
                { for comparison.lanes.iter().map(|pair| html! {
                    <li class={classes!("both", pair.differs.then_some("differs"))}>
                        { lane_label(texts, comparison.against, pair, on_select) }
                        <div class="both-sides" aria-hidden="true">{ for sides.map(|side| html! { <span>{ side }</span> }) }</div>
                        <svg
                            class={classes!("both-bars", pair.after.as_ref().map(|row| colour_class(row.colour)))}
                            role="img"
                            aria-label={sentence(texts, sides, pair)}
                            width={decimal::of(size.width)}
                            height={decimal::of(2.0 * clock.height)}
                            onclick={&onclick}
                        >
                            { clock.bars(pair.before.as_ref(), 0.5, texts.changes[4]) }
                            { clock.bars(pair.after.as_ref(), 1.5, texts.changes[3]) }
                            <line class="cursor" x1={cursor_x.clone()} x2={cursor_x.clone()} y1="0" y2="100%" />
                        </svg>
                    </li>
                }) }
            </ul>
            { more(texts, comparison.more_lanes) }
        </div>
    }
}

/// What the two runs are called, the one before and the one after.
fn sides(texts: &ViewMessages, against: Against) -> [&'static str; 2] {
    match against {
        Against::Earlier => [texts.before, texts.now],
        Against::Repaired => [texts.now, texts.repaired],
    }
}

/// Of two that belong together, the one in the present run.
fn present<T>(against: Against, before: Option<T>, after: Option<T>) -> Option<T> {
    match against {
        Against::Earlier => after,
        Against::Repaired => before,
    }
}

fn lane_label(
    texts: &ViewMessages,
    against: Against,
    pair: &LanePair,
    on_select: &Callback<Option<Lane>>,
) -> Html {
    let (before, after) = (pair.before.as_ref(), pair.after.as_ref());
    let present = present(against, before, after);
    let Some(row) = present.or(after).or(before) else { return Html::default() };
    html! {
        <div class="both-label">
            if present.is_some() {
                { who_to_select(&row.name, row.colour, row.lane, on_select) }
            } else {
                { who(&row.name, row.colour) }
            }
            <code class="lane-code">{ &row.code }</code>
            if pair.differs {
                <span class="change">{ texts.differs }</span>
            }
        </div>
    }
}

/// Both lives in words.
fn sentence(texts: &ViewMessages, [before, after]: [&str; 2], pair: &LanePair) -> String {
    let side = |word: &str, row: &Option<Row>, otherwise: &str| {
        format!("{word}: {}", row.as_ref().map_or(otherwise, |row| &row.sentence))
    };
    let before = side(before, &pair.before, texts.changes[4]);
    format!("{before} {}", side(after, &pair.after, texts.changes[3]))
}

/// The sizes that bars are drawn by.
#[derive(Clone, Copy)]
struct Clock {
    width: f64,
    /// From the picture's pixels to the screen's.
    stretch: f64,
    /// Of one run's bars.
    height: f64,
    scale: f64,
}

impl Clock {
    fn x(self, x: f32) -> f64 {
        INSET + f64::from(x) * self.stretch
    }

    /// The bars of a lane, or a word where there are none.
    fn bars(self, row: Option<&Row>, place: f64, otherwise: &'static str) -> Html {
        let middle = place * self.height;
        let Some(row) = row else {
            return html! { <text class="tick-label" x={decimal::of(INSET)} y={decimal::of(middle + 4.0)}>{ otherwise }</text> };
        };
        let segments = row.segments.iter().map(|segment| Segment {
            x0: self.x(segment.x0) as f32,
            x1: self.x(segment.x1).min(self.width) as f32,
            ..segment.clone()
        });
        html! {
            <>
                { for segments.map(|segment| html! {
                    <>
                        { marks::segment(&segment, middle, self.scale) }
                        { for marks::word(&segment, middle, self.scale) }
                    </>
                }) }
                { for row.dots.iter().map(|dot| marks::print(self.x(dot.x), middle)) }
            </>
        }
    }
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    language: Language,
    comparison: Held<Comparison>,
    on_cursor: Callback<Aim>,
    on_select: Callback<Option<Lane>>,
}

#[component]
fn Lines(props: &LinesProps) -> Html {
    let texts = &messages::of(props.language).views;
    let lines = &props.comparison.lines;
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <table class="both-lines">
                <caption class="unseen">{ texts.both_logs }</caption>
                <thead>
                    <tr>
                        { for sides(texts, props.comparison.against).map(|side| html! { <th scope="col">{ side }</th> }) }
                        <th scope="col">{ texts.who }</th>
                        <th scope="col">{ texts.text }</th>
                        <th scope="col"><span class="unseen">{ texts.change }</span></th>
                    </tr>
                </thead>
                <tbody>{ for lines.iter().map(|line| show_line(texts, line, props)) }</tbody>
            </table>
            { more(texts, props.comparison.more_lines) }
        </>
    }
}

fn show_line(texts: &ViewMessages, line: &LinePair, props: &LinesProps) -> Html {
    let Some(row) = line.after.as_ref().or(line.before.as_ref()) else { return Html::default() };
    let time = |row: &LogRow| (texts.seconds)(&instant::seconds_in_column(row.ns));
    // The present run is the one that there is a way into.
    let way = |row: &LogRow| {
        let (lane, moment) = (row.lane, row.moment);
        let (on_cursor, on_select) = (props.on_cursor.clone(), props.on_select.clone());
        let onclick = move |_: MouseEvent| {
            on_cursor.emit(Aim::At(moment));
            on_select.emit(Some(lane));
        };
        html! { <button type="button" class="link" title={texts.go_there} {onclick}>{ time(row) }</button> }
    };
    let plain = |row: &LogRow| html! { { time(row) } };
    let shows: [&dyn Fn(&LogRow) -> Html; 2] = match props.comparison.against {
        Against::Earlier => [&plain, &way],
        Against::Repaired => [&way, &plain],
    };
    let times = [&line.before, &line.after].into_iter().zip(shows);
    let (class, word) = match line.change {
        Change::Same => (None, texts.changes[0]),
        Change::Shifted => (Some("shifted"), texts.changes[1]),
        Change::Reordered => (Some("reordered"), texts.changes[2]),
        Change::Gone => (Some("gone"), texts.changes[3]),
        Change::New => (Some("new"), texts.changes[4]),
    };
    html! {
        <tr {class}>
            { for times.map(|(row, show)| html! { <td class="log-time">{ for row.as_ref().map(show) }</td> }) }
            <td>{ who(&row.name, row.colour) }</td>
            <td class="log-text">{ &row.text }</td>
            <td><span class={if class.is_some() { "change" } else { "unseen" }}>{ word }</span></td>
        </tr>
    }
}

fn more(texts: &ViewMessages, number: u32) -> Html {
    if number == 0 {
        return Html::default();
    }
    html! { <p class="comparison-more">{ (texts.more)(&count(number.into())) }</p> }
}
