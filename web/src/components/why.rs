//! The reasons for what one asked about, link by link; each leads to its moment.

use interleave_text::{Language, Span};
use interleave_views::sight::{Aim, Lane, Moment, Why};
use yew::prelude::*;

use crate::held::Held;
use crate::messages;

#[derive(Properties, PartialEq)]
pub(crate) struct WhyPanelProps {
    pub(crate) language: Language,
    /// The answer, if anything was asked.
    pub(crate) why: Option<Held<Why>>,
    pub(crate) cursor: Moment,
    pub(crate) on_cursor: Callback<Aim>,
    pub(crate) on_select: Callback<Option<Lane>>,
    pub(crate) on_place: Callback<Span>,
}

#[component]
pub(crate) fn WhyPanel(props: &WhyPanelProps) -> Html {
    let texts = &messages::of(props.language).views;
    let Some(why) = &props.why else {
        return html! { <p class="why-empty">{ texts.why_empty }</p> };
    };
    let links = why.links.iter().map(|link| {
        let Some(moment) = link.moment else {
            // What has not happened yet is nowhere to go to.
            return html! { <li class="why-link"><span class="why-step">{ &link.sentence }</span></li> };
        };
        let here = moment == props.cursor;
        let onclick = {
            let (lane, span) = (link.lane, link.span);
            let (on_cursor, on_select, on_place) =
                (props.on_cursor.clone(), props.on_select.clone(), props.on_place.clone());
            move |_: MouseEvent| {
                on_cursor.emit(Aim::At(moment));
                if lane.is_some() {
                    on_select.emit(lane);
                }
                on_place.emit(span);
            }
        };
        html! {
            <li class={classes!("why-link", here.then_some("here"))}>
                <button
                    type="button"
                    class="why-step"
                    title={texts.go_there}
                    aria-current={here.then_some("step")}
                    {onclick}
                >
                    { &link.sentence }
                </button>
            </li>
        }
    });
    html! {
        <div class="why">
            <p class="why-question">{ &why.question }</p>
            <ol class="why-chain">{ for links }</ol>
        </div>
    }
}
