//! The name of the page, what it is, and the reader's two choices.

use yew::prelude::*;

use super::choice::{ChoiceOption, choice};
use interleave_text::Language;

use crate::state::{Action, Dialog};
use crate::theme::Theme;
use crate::{document, messages};

/// The masthead; the callbacks hear what was chosen.
pub(crate) fn header(
    language: Language,
    theme: Theme,
    on_language: &Callback<Language>,
    on_theme: &Callback<Theme>,
    on_action: &Callback<Action>,
) -> Html {
    let messages = messages::of(language);
    let languages = Language::ALL.map(|language| {
        let tag = language.tag();
        ChoiceOption { word: tag, text: language.own_name(), language: Some(tag) }
    });
    let themes = Theme::ALL.map(|theme| {
        let text = match theme {
            Theme::Auto => messages.theme_auto,
            Theme::Light => messages.theme_light,
            Theme::Dark => messages.theme_dark,
        };
        ChoiceOption { word: theme.word(), text, language: None }
    });
    let on_share = {
        let on_action = on_action.clone();
        move |_: MouseEvent| {
            let page = document::address_with("").unwrap_or_default().into();
            on_action.emit(Action::Offer { page, dark: document::is_dark(theme) });
            on_action.emit(Action::Show(Some(Dialog::Share)));
        }
    };
    let on_language = on_language.filter_reform(|tag: String| Language::from_tag(&tag));
    let on_theme = on_theme.filter_reform(|word: String| Theme::from_word(&word));
    html! {
        <header class="masthead">
            <img class="mark" src="favicon.svg" alt="" width="32" height="32" />
            <h1 class="name">{ "Interleave" }</h1>
            <p class="tagline">{ messages.tagline }</p>
            <div class="choices">
                <a id="lessons" class="way" href={document::lesson_address(language, None)}>
                    { messages.course.lessons }
                </a>
                <button
                    id="open"
                    type="button"
                    class="way"
                    title={messages.sharing.open_hint}
                    onclick={on_action.reform(|_| Action::Show(Some(Dialog::Open(None))))}
                >
                    { messages.sharing.open }
                </button>
                <button id="share" type="button" class="way" title={messages.sharing.share_hint} onclick={on_share}>
                    { messages.sharing.share }
                </button>
                { choice("language", messages.language, &languages, language.tag(), on_language) }
                { choice("theme", messages.theme, &themes, theme.word(), on_theme) }
            </div>
        </header>
    }
}
