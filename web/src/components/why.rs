//! The reasons for what one asked about, link by link; each leads to its moment.

use interleave_text::{Language, Span};
use interleave_views::sight::{Aim, Lane, Moment, Question, Why};
use yew::prelude::*;

use crate::messages;

pub(crate) struct WhyPanel<'a> {
    pub(crate) language: Language,
    /// The answer, if anything was asked.
    pub(crate) why: Option<&'a Why>,
    pub(crate) cursor: Moment,
    pub(crate) on_ask: &'a Callback<Question>,
    pub(crate) on_cursor: &'a Callback<Aim>,
    pub(crate) on_select: &'a Callback<Option<Lane>>,
    pub(crate) on_place: &'a Callback<Span>,
}

impl WhyPanel<'_> {
    /// The answer, or how to get one.
    pub(crate) fn show(&self) -> Html {
        let texts = &messages::of(self.language).views;
        let Some(why) = self.why else {
            return html! { <><p class="why-empty">{ texts.why_empty }</p>{ self.ask_here() }</> };
        };
        let is_about_here = why.links.iter().any(|link| link.moment == Some(self.cursor));
        let links = why.links.iter().map(|link| {
            let Some(moment) = link.moment else {
                // What has not happened yet is nowhere to go to.
                return html! { <li class="why-link"><span class="why-step">{ &link.sentence }</span></li> };
            };
            let here = moment == self.cursor;
            let onclick = {
                let (lane, span) = (link.lane, link.span);
                let (on_cursor, on_select, on_place) =
                    (self.on_cursor.clone(), self.on_select.clone(), self.on_place.clone());
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
                if !is_about_here {
                    { self.ask_here() }
                }
            </div>
        }
    }

    /// The way to the reasons for what has just happened, if anything has.
    fn ask_here(&self) -> Html {
        let moment = self.cursor;
        if moment == Moment(0) {
            return Html::default();
        }
        let onclick = self.on_ask.reform(move |_| Question::Why(moment));
        html! { <button id="why-here" type="button" class="link" {onclick}>{ messages::of(self.language).views.why_here }</button> }
    }
}
