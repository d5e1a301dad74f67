//! Going through time: the buttons, the slider, and what has just happened.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interleave_text::{Language, count};
use interleave_views::has_notes;
use interleave_views::sight::{Aim, Moment};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::choice::{ChoiceOption, choice};
use super::icon::Icon;
use super::instant;
use crate::messages::{self, Messages};
use crate::state::{Action, Dialog, Player, Seen, Speed, Stride};

/// How long a moment must last for its sentence to be spoken.
const SPOKEN_AFTER_MILLIS: u32 = 400;

#[derive(Properties, PartialEq)]
pub(crate) struct PlayerBarProps {
    pub(crate) language: Language,
    pub(crate) player: Player,
    pub(crate) seen: Option<Rc<Seen>>,
    pub(crate) on_action: Callback<Action>,
}

#[component]
pub(crate) fn PlayerBar(props: &PlayerBarProps) -> Html {
    let messages = messages::of(props.language);
    let sentence = props.seen.as_ref().map(|seen| seen.position.sentence.clone()).unwrap_or_default();
    let code = props.seen.as_ref().map(|seen| seen.position.code.clone());
    let note = props.seen.as_ref().and_then(|seen| seen.position.note.clone());
    let text = props.seen.as_ref().map(|seen| Rc::clone(&seen.picture.text));
    let has_notes = use_memo(text, |text| text.as_deref().is_some_and(has_notes));
    let said = note.as_ref().map_or_else(|| sentence.clone(), |note| format!("{sentence}\n{note}"));
    let spoken = use_spoken(said, props.player.playing);
    let held = use_state_eq(|| None::<String>);
    let end = props.seen.as_ref().map_or(Moment(0), |seen| seen.picture.overview.end);
    let none = props.seen.is_none();
    let button = |id: &'static str, icon: Icon, title: &'static str, action: Action| {
        let onclick = props.on_action.reform(move |_| action.clone());
        html! {
            <button {id} type="button" class="player-button" {title} aria-label={title} disabled={none} {onclick}>
                { icon.draw() }
            </button>
        }
    };
    let on_stride = props.on_action.filter_reform(|word: String| {
        Stride::ALL.into_iter().find(|stride| stride.word() == word).map(Action::ChooseStride)
    });
    let on_speed = props.on_action.filter_reform(|label: String| {
        Speed::ALL.into_iter().find(|speed| speed.label() == label).map(Action::ChooseSpeed)
    });
    let playing = props.player.playing;
    let (play_icon, play_title) =
        if playing { (Icon::Pause, messages.pause) } else { (Icon::Play, messages.play) };
    html! {
        <div id="player" class="player" role="group" aria-label={messages.player}>
            <div class="player-buttons">
                { button("to-start", Icon::Start, messages.to_start, Action::Aim(Aim::At(Moment(0)))) }
                { button("step-back", Icon::Back, messages.step_back, Action::Step { stride: None, forward: false }) }
                { button("play", play_icon, play_title, Action::TogglePlay) }
                { button("step", Icon::Forward, messages.step, Action::Step { stride: None, forward: true }) }
                { button("to-end", Icon::End, messages.to_end, Action::Aim(Aim::At(end))) }
            </div>
            { scrubber(props, &held) }
            <div class="player-choices">
                { choice("stride", messages.stride, &strides(messages), props.player.stride.word(), on_stride) }
                { choice("speed", messages.speed, &speeds(), props.player.speed.label(), on_speed) }
                <label class="choice" title={messages.skip_hint}>
                    <input
                        id="skip"
                        type="checkbox"
                        checked={props.player.skips}
                        onchange={
                            let skips = !props.player.skips;
                            props.on_action.reform(move |_| Action::SkipDeadTime(skips))
                        }
                    />
                    <span>{ messages.skip }</span>
                </label>
                <button
                    id="keys"
                    type="button"
                    class="quiet"
                    aria-haspopup="dialog"
                    onclick={props.on_action.reform(|_| Action::Show(Some(Dialog::Keys)))}
                >
                    { messages.keys }
                </button>
            </div>
            <p id="caption" class="caption">{ sentence }</p>
            <code id="line-here" class="line-here">{ code }</code>
            if *has_notes {
                <p id="note" class="note">{ note }</p>
            }
            <p id="spoken" class="unseen" aria-live="polite">{ spoken }</p>
        </div>
    }
}

/// The sentence once the cursor rests: a flood of sentences would never be heard out.
#[hook]
fn use_spoken(sentence: String, playing: bool) -> String {
    let spoken = use_state_eq(String::new);
    {
        let spoken = spoken.setter();
        use_effect_with((sentence, playing), move |(sentence, playing)| {
            let sentence = sentence.clone();
            let rest = (!playing).then(|| Timeout::new(SPOKEN_AFTER_MILLIS, move || spoken.set(sentence)));
            move || drop(rest)
        });
    }
    (*spoken).clone()
}

fn strides(messages: &Messages) -> Vec<ChoiceOption> {
    let texts = Stride::ALL.into_iter().zip(messages.strides);
    texts.map(|(stride, text)| ChoiceOption { word: stride.word(), text, language: None }).collect()
}

fn speeds() -> [ChoiceOption; 6] {
    Speed::ALL.map(|speed| ChoiceOption { word: speed.label(), text: speed.label(), language: None })
}

/// A slider along the timeline's axis, and where it stands in words. `held`: where the thumb is while
/// it is held, since the moments below it come in leaps.
fn scrubber(props: &PlayerBarProps, held: &UseStateHandle<Option<String>>) -> Html {
    let messages = messages::of(props.language);
    let Some(seen) = &props.seen else {
        return html! {
            <div class="scrubber">
                <input id="scrub" type="range" aria-label={messages.scrub} disabled=true />
                <output class="player-time">{ "\u{a0}" }</output>
            </div>
        };
    };
    let position = &seen.position;
    let now_ns = props.player.now_ns(seen);
    let (axis, place, end) = (seen.axis(), seen.place(now_ns), seen.end().max(1));
    let now = instant::with_unit(now_ns, props.language);
    let oninput = {
        let (held, on_action) = (held.setter(), props.on_action.clone());
        move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(value) = input.map(|input| input.value()) else { return };
            if let Ok(place) = value.parse() {
                on_action.emit(Action::Aim(Aim::Along(axis, place)));
            }
            held.set(Some(value));
        }
    };
    let onchange = {
        let held = held.setter();
        move |_: Event| held.set(None)
    };
    html! {
        <div class="scrubber">
            <input
                id="scrub"
                type="range"
                min="0"
                max={end.to_string()}
                step="1"
                value={(**held).clone().unwrap_or_else(|| place.to_string())}
                aria-label={messages.scrub}
                aria-valuetext={now.clone()}
                {oninput}
                {onchange}
            />
            <output id="now" class="player-time" aria-live="off">
                { now }
                if position.iteration > 0 {
                    { " · " }{ (messages.views.iteration)(&count(position.iteration)) }
                }
            </output>
        </div>
    }
}
