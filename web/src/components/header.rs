//! The name of the page, what it is, and the reader's two choices.

use yew::prelude::*;

use super::choice::{Choice, ChoiceOption};
use interleave_text::Language;

use crate::messages;
use crate::theme::Theme;

#[derive(Properties, PartialEq)]
pub(crate) struct HeaderProps {
    pub(crate) language: Language,
    pub(crate) theme: Theme,
    pub(crate) on_language: Callback<Language>,
    pub(crate) on_theme: Callback<Theme>,
}

#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let messages = messages::of(props.language);
    let languages = Language::ALL.map(|language| ChoiceOption {
        value: language,
        word: language.tag(),
        text: language.own_name(),
        language: Some(language.tag()),
    });
    let themes = Theme::ALL.map(|theme| ChoiceOption {
        value: theme,
        word: theme.word(),
        text: match theme {
            Theme::Auto => messages.theme_auto,
            Theme::Light => messages.theme_light,
            Theme::Dark => messages.theme_dark,
        },
        language: None,
    });
    html! {
        <header class="masthead">
            <img class="mark" src="favicon.svg" alt="" width="32" height="32" />
            <h1 class="name">{ "Interleave" }</h1>
            <p class="tagline">{ messages.tagline }</p>
            <div class="choices">
                <Choice<Language>
                    id="language"
                    label={messages.language}
                    options={languages.to_vec()}
                    chosen={props.language}
                    on_choose={&props.on_language}
                />
                <Choice<Theme>
                    id="theme"
                    label={messages.theme}
                    options={themes.to_vec()}
                    chosen={props.theme}
                    on_choose={&props.on_theme}
                />
            </div>
        </header>
    }
}
