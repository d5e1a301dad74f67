//! Every text the page shows, once a language.
//!
//! A language is one constant of [`Messages`], so a text that is missing is a
//! compile error. Terms follow the glossary of the Python documentation in each
//! language; the two Chinese are written side by side, never converted.

mod en;
mod views;
mod zh_hans;
mod zh_hant;

use interleave_text::Language;

pub(crate) use views::ViewMessages;

/// The page's texts in one language.
pub(crate) struct Messages {
    /// Those around what a run shows.
    pub(crate) views: ViewMessages,

    /// The document's title.
    pub(crate) title: &'static str,
    /// What this is, beside the name.
    pub(crate) tagline: &'static str,

    pub(crate) language: &'static str,
    pub(crate) theme: &'static str,
    pub(crate) theme_auto: &'static str,
    pub(crate) theme_light: &'static str,
    pub(crate) theme_dark: &'static str,

    pub(crate) program: &'static str,
    pub(crate) log: &'static str,
    pub(crate) timeline: &'static str,
    /// The editor's name, spoken.
    pub(crate) editor: &'static str,
    /// How a keyboard leaves the editor, shown and spoken.
    pub(crate) way_out: &'static str,

    /// What to say where nothing has run.
    pub(crate) log_empty: &'static str,
    pub(crate) timeline_empty: &'static str,

    pub(crate) engine_loading: &'static str,
    pub(crate) engine_ready: fn(version: &str) -> String,
    pub(crate) engine_broken: &'static str,
    pub(crate) engine_garbled: &'static str,
}

/// The page's texts in this language.
pub(crate) const fn of(language: Language) -> &'static Messages {
    match language {
        Language::TraditionalChinese => &zh_hant::MESSAGES,
        Language::SimplifiedChinese => &zh_hans::MESSAGES,
        Language::English => &en::MESSAGES,
    }
}
