//! The line under the timeline about the delay that is held: which literal it changes, and with it what; or why
//! it can't be changed.

use interleave_edits::drag::Lock;
use interleave_text::Language;
use interleave_views::instant;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::messages::{self, ViewMessages};
use crate::state::{Action, Hold, Nudge};

/// The line, while something is held; `elsewhere`: the run took another way, on which the delay is not as asked.
pub(super) fn line(
    language: Language,
    hold: Option<&Hold>,
    elsewhere: bool,
    on_action: &Callback<Action>,
) -> Html {
    let texts = &messages::of(language).views;
    let Some(hold) = hold else { return html! {} };
    let content = match hold.handle.choices() {
        None => return html! {},
        Some(Err(lock)) => html! { <span role="status">{ "🔒 " }{ locked(texts, lock) }</span> },
        Some(Ok(_)) => held(texts, hold, elsewhere, on_action),
    };
    html! { <div class="pull-line">{ content }</div> }
}

fn held(texts: &ViewMessages, hold: &Hold, elsewhere: bool, on_action: &Callback<Action>) -> Html {
    let (Some(Ok(choices)), Some(choice)) = (hold.handle.choices(), hold.handle.choice()) else {
        return html! {};
    };
    let pull = hold.handle.pull;
    let step = |longer, sign: &'static str, name: &'static str| {
        let nudged =
            move |event: MouseEvent| Action::Nudge(pull, Nudge { longer, finely: event.shift_key() });
        let onclick = on_action.reform(nudged);
        html! { <button type="button" class="tool sign" title={name} aria-label={name} {onclick}>{ sign }</button> }
    };
    let told = || {
        if let Some(lock) = hold.refused {
            return locked(texts, lock).to_owned();
        }
        let told = (texts.pull_changes)(
            hold.literal_now().unwrap_or(&choice.text),
            choice.line,
            choice.delays.len(),
        );
        if elsewhere { format!("{told} {}", texts.pull_elsewhere) } else { told }
    };
    let onchange = on_action.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        Action::ChooseLiteral(
            select.map_or(0, |select| usize::try_from(select.selected_index()).unwrap_or(0)),
        )
    });
    html! {
        <>
            <span class="pull-length">{ (texts.seconds)(&instant::seconds(hold.told_ns())) }</span>
            <span class="tool-group">
                { step(false, "−", texts.pull_shorter) }
                { step(true, "+", texts.pull_longer) }
            </span>
            if choices.len() == 1 || hold.handle.is_pulled {
                <span role="status">{ told() }</span>
            } else {
                <label class="pull-choice">
                    { texts.pull_which }
                    <select {onchange}>
                        { for choices.iter().enumerate().map(|(index, choice)| html! {
                            <option value={index.to_string()} selected={index == hold.handle.chosen}>
                                { (texts.pull_choice)(&choice.text, choice.line, choice.delays.len()) }
                            </option>
                        }) }
                    </select>
                </label>
            }
        </>
    }
}

fn locked(texts: &ViewMessages, lock: Lock) -> &'static str {
    match lock {
        Lock::NotWritten => texts.locks[0],
        Lock::Fixed => texts.locks[1],
        Lock::NoSolution => texts.locks[2],
    }
}
