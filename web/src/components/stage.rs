//! All that shows the run, under one cursor: log, timeline, the way through time,
//! and the panels that are folded until asked for.

use std::rc::Rc;

use interleave_text::Span;
use interleave_views::sight::{Aim, Frame, Lane, Moment, Question};
use web_sys::Element;
use yew::prelude::*;

use super::comparison::ComparisonPanel;
use super::fold::fold;
use super::graph::GraphPanel;
use super::hints::HintsPanel;
use super::log::Log;
use super::loop_panel::LoopPanel;
use super::pane::pane;
use super::player_bar::PlayerBar;
use super::prediction::{PredictionPane, Verdict, use_way_back};
use super::program::ProgramPanel;
use super::timeline::Timeline;
use super::variables::Variables;
use super::why::WhyPanel;
use crate::keys;
use crate::messages::{self, Messages};
use crate::state::{Action, Draw, Face, Panel, Predict, State};

/// The picture of the opening program as `index.html` has it, to stay in sight until
/// there is a live one.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Opening {
    log: Option<Element>,
    timeline: Option<Element>,
}

impl Opening {
    /// Take it out of the document, unless it is hidden because it shows another program.
    pub(crate) fn take(root: &Element) -> Self {
        let find = |what| root.query_selector(what).ok().flatten();
        Self {
            log: find("#opening:not([hidden]) .log-pane > .log"),
            timeline: find("#opening:not([hidden]) .timeline-pane > svg"),
        }
    }

    /// A part of it, or a word where there is none.
    fn show(part: Option<&Element>, otherwise: &'static str) -> Html {
        part.map_or_else(
            || html! { <p class="empty">{ otherwise }</p> },
            |part| html! { <div class="opening">{ Html::VRef(part.clone().into()) }</div> },
        )
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct StageProps {
    pub(crate) opening: Opening,
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) on_action: Callback<Action>,
    /// Goes to a place in the program.
    pub(crate) on_place: Callback<Span>,
    /// Brings one into sight.
    pub(crate) on_glance: Callback<Span>,
    /// Puts the program that is kept in place of the present one, which is kept from then on.
    pub(crate) on_swap: Callback<()>,
    /// Puts another program in place of the present one.
    pub(crate) on_repair: Callback<Rc<str>>,
    pub(crate) on_undo: Callback<()>,
    pub(crate) on_redo: Callback<()>,
}

#[component]
pub(crate) fn Stage(props: &StageProps) -> Html {
    let StageProps { opening, state, on_action, on_place, on_glance, on_swap, on_repair, on_undo, on_redo } =
        props;
    // Each is made once, so that what has not changed is not drawn again.
    let on_cursor = use_callback(on_action.clone(), |aim: Aim, act| act.emit(Action::Aim(aim)));
    let on_select = use_callback(on_action.clone(), |lane: Option<Lane>, act| act.emit(Action::Select(lane)));
    let on_ask = use_callback(on_action.clone(), |asked: Question, act| act.emit(Action::Ask(Some(asked))));
    let on_rows = use_callback(on_action.clone(), |(first, count): (u32, u32), act| {
        act.emit(Action::ShowRows(first, count));
    });
    let on_frame = use_callback(on_action.clone(), |frame: Frame, act| act.emit(Action::ShowFrame(frame)));
    let on_predict =
        use_callback(on_action.clone(), |predict: Predict, act| act.emit(Action::Predict(predict)));
    let on_why = use_callback(on_action.clone(), |moment: Moment, act| {
        act.emit(Action::Aim(Aim::At(moment)));
        act.emit(Action::Ask(Some(Question::Why(moment))));
    });
    let on_draw = use_callback(on_action.clone(), |draw: Draw, act| act.emit(Action::Draw(draw)));
    let onkeydown = use_callback(on_action.clone(), |event: KeyboardEvent, act| {
        if let Some(action) = keys::action(&event) {
            act.emit(action);
        }
    });

    let (messages, language, selected) = (messages::of(state.language), state.language, state.selection);
    let seen = state.seen();
    let panels = state.looking.wish.panels;
    let folds = |panel| on_action.reform(move |open| Action::Fold(panel, open));
    let nothing = messages.views.timeline_empty;
    use_way_back(state.predicting.hides());
    if state.predicting.hides() {
        let lasts = state.running.under_way.as_ref().is_some_and(|run| run.lasts);
        let has_run = lasts || state.running.latest.as_ref().is_none_or(|run| run.began());
        return html! {
            <div class="stage">
                <PredictionPane {language} predicting={state.predicting.clone()} {has_run} {on_predict} />
            </div>
        };
    }
    let log = seen.map_or_else(
        || Opening::show(opening.log.as_ref(), nothing),
        |seen| {
            html! {
                <Log
                    {language}
                    rows={seen.log.clone()}
                    total={seen.picture.overview.log_rows}
                    cursor={seen.position.moment}
                    current={seen.position.log_row}
                    {selected}
                    on_cursor={&on_cursor}
                    on_select={&on_select}
                    on_ask={&on_ask}
                    {on_rows}
                    on_place={on_glance}
                />
            }
        },
    );
    let found = state.advising.found();
    let hinted = found.filter(|(text, _)| seen.is_some_and(|seen| seen.picture.text == **text));
    let hinted = hinted.map(|(_, hints)| hints.clone());
    let timeline = seen.map_or_else(
        || Opening::show(opening.timeline.as_ref(), nothing),
        |seen| {
            html! {
                <Timeline
                    {language}
                    overview={seen.picture.overview.clone()}
                    picture={seen.timeline.clone()}
                    cursor={seen.position.moment}
                    cursor_ns={state.player.now_ns(seen)}
                    {selected}
                    {on_frame}
                    on_cursor={&on_cursor}
                    on_select={&on_select}
                    on_ask={&on_ask}
                    on_place={on_glance}
                    hints={hinted}
                    hold={state.pulling.hold.clone()}
                    pulled={seen.pulled.map(|(delay, _)| delay)}
                    elsewhere={state.pulling.hold.as_ref().is_some_and(|hold| hold.went_elsewhere(seen))}
                    {on_action}
                />
            }
        },
    );
    let why = || {
        let why = seen.map(|seen| WhyPanel {
            language,
            why: seen.why.as_deref(),
            cursor: seen.position.moment,
            on_ask: &on_ask,
            on_cursor: &on_cursor,
            on_select: &on_select,
            on_place,
        });
        why.map(|panel| panel.show()).unwrap_or_default()
    };
    let on_compare = on_action.reform(Action::CompareWith);
    let found = found.filter(|(text, _)| **text == state.text);
    let hints = || {
        let panel = found.map(|(_, hints)| HintsPanel {
            language,
            hints,
            on_place,
            on_cursor: &on_cursor,
            on_select: &on_select,
            on_compare: &on_compare,
            on_repair,
        });
        panel.map(|panel| panel.show()).unwrap_or_default()
    };
    let loop_state = || {
        let shown = seen.and_then(|seen| Some((seen, seen.loop_state.as_deref()?)));
        let panel = shown.map(|(seen, shown)| LoopPanel {
            language,
            state: shown,
            now_ns: state.player.now_ns(seen),
            selected,
            on_cursor: &on_cursor,
            on_select: &on_select,
            on_place,
        });
        panel.map(|panel| panel.show()).unwrap_or_default()
    };
    let variables = || {
        let panel = state.inspecting.seen.as_ref().map(|inspected| Variables {
            language,
            tasks: &inspected.tasks,
            selected,
            on_select: &on_select,
            on_place,
        });
        panel.map(|panel| panel.show()).unwrap_or_default()
    };
    let run_graph = || {
        let graph = seen.and_then(|seen| seen.graph.clone());
        graph.map_or_else(Html::default, |graph| {
            html! { <GraphPanel {language} {graph} {selected} on_select={&on_select} /> }
        })
    };
    let comparison = || {
        let position = seen.map(|seen| &seen.position);
        html! {
            <ComparisonPanel
                {language}
                compared={state.comparing.seen.clone()}
                same={state.comparing.kept == state.text}
                cursor={position.map_or((0, 0), |position| (position.ns, position.moment.0))}
                on_cursor={&on_cursor}
                on_select={&on_select}
                on_keep={on_action.reform(|()| Action::Keep)}
                {on_swap}
            />
        }
    };
    let program_graph = || {
        let drawing = &state.drawing;
        let drawn = drawing.shown.as_ref().map(|shown| &shown.text);
        let marks = seen.filter(|seen| Some(&seen.picture.text) == drawn).map(|seen| seen.marks.clone());
        html! {
            <ProgramPanel
                {language}
                drawing={drawing.clone()}
                is_dim={drawing.is_dim(&state.text)}
                is_drawn={drawn == Some(&state.text)}
                {marks}
                on_draw={&on_draw}
                {on_undo}
                {on_redo}
            />
        }
    };
    let graph = || {
        let shown = match state.drawing.face {
            Face::Program => program_graph(),
            Face::Run => run_graph(),
        };
        html! { <>{ faces(messages, state.drawing.face, &on_draw) }{ shown }</> }
    };
    html! {
        <div class="stage" {onkeydown}>
            { pane("log", messages.log, Html::default(), html! { <div id="log">{ log }</div> }) }
            { pane("timeline", messages.timeline, Html::default(), html! { <div id="timeline">{ timeline }</div> }) }
            <PlayerBar {language} player={state.player} seen={seen.cloned()} {on_action} />
            <div class="folds">
                { Verdict { language, predicting: &state.predicting, on_why: &on_why, on_predict: &on_predict }.show() }
                if found.is_some() {
                    { fold("hints", messages.hints, state.advising.open, folds(Panel::Hints), &hints) }
                }
                { fold("why", messages.why, state.shows_why, folds(Panel::Why), &why) }
                { fold("loop", messages.loop_state, panels.loop_state, folds(Panel::LoopState), &loop_state) }
                { fold("variables", messages.variables, panels.variables, folds(Panel::Variables), &variables) }
                { fold("graph", messages.graph, panels.graph, folds(Panel::Graph), &graph) }
                { fold("comparison", messages.comparison, panels.comparison, folds(Panel::Comparison), &comparison) }
            </div>
        </div>
    }
}

/// Whether the graph is of the program or of the run.
fn faces(messages: &Messages, shown: Face, on_draw: &Callback<Draw>) -> Html {
    html! {
        <div class="graph-face tool-group" role="group" aria-label={messages.drawing.faces}>
            { for [Face::Program, Face::Run].into_iter().zip(messages.drawing.face).map(|(face, word)| html! {
                <button
                    type="button"
                    class="tool"
                    aria-pressed={(face == shown).to_string()}
                    onclick={on_draw.reform(move |_: MouseEvent| Draw::Turn(face))}
                >
                    { word }
                </button>
            }) }
        </div>
    }
}
