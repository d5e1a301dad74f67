//! Every text the page shows, once a language.
//!
//! A language is one constant of [`Messages`], so a text that is missing is a
//! compile error. Terms follow the glossary of the Python documentation in each
//! language; the two Chinese are written side by side, never converted.

mod course;
mod drawing;
mod en;
mod predicting;
mod sharing;
mod views;
mod zh_hans;
mod zh_hant;

use interleave_text::Language;

pub(crate) use course::CourseMessages;
pub(crate) use drawing::DrawingMessages;
pub(crate) use predicting::PredictingMessages;
pub(crate) use sharing::SharingMessages;
pub(crate) use views::ViewMessages;

/// The page's texts in one language.
pub(crate) struct Messages {
    /// Those around what a run shows.
    pub(crate) views: ViewMessages,
    /// Those of the program's picture.
    pub(crate) drawing: DrawingMessages,
    /// Those around lessons.
    pub(crate) course: CourseMessages,
    /// Those of predicting a run.
    pub(crate) predicting: PredictingMessages,
    /// Those around sharing and opening.
    pub(crate) sharing: SharingMessages,

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
    /// A number of the program, as a slider.
    pub(crate) number: &'static str,

    pub(crate) engine_loading: &'static str,
    pub(crate) engine_ready: fn(version: &str) -> String,
    pub(crate) engine_broken: &'static str,
    pub(crate) engine_garbled: &'static str,

    pub(crate) run: &'static str,
    pub(crate) run_hint: &'static str,
    pub(crate) stop: &'static str,
    pub(crate) stop_here: &'static str,
    pub(crate) go_on: &'static str,
    pub(crate) start_over: &'static str,
    pub(crate) start_over_hint: &'static str,
    pub(crate) copy_link: &'static str,
    pub(crate) copy_link_hint: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) not_copied: &'static str,
    pub(crate) linked: &'static str,
    pub(crate) leave_link: &'static str,
    pub(crate) linked_first: &'static str,
    pub(crate) leave_first: &'static str,
    pub(crate) started_over: &'static str,
    pub(crate) undo: &'static str,
    /// A run has used up what a run may use while one types.
    pub(crate) still_running: &'static str,
    pub(crate) older_run_shown: &'static str,
    pub(crate) progress: fn(instructions: &str, time: &str) -> String,
    pub(crate) problem: &'static str,
    /// The program cannot begin, so what is seen is older.
    pub(crate) earlier_run_shown: &'static str,
    /// How a run ended.
    pub(crate) finished: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) mistake: &'static str,
    pub(crate) deadlock: &'static str,
    pub(crate) limit: &'static str,
    pub(crate) was_stopped: &'static str,
    pub(crate) took: fn(time: &str) -> String,
    pub(crate) iterations: fn(count: &str) -> String,
    pub(crate) left_out: fn(count: &str) -> String,
    /// What became of the engine.
    pub(crate) ended_by_force: &'static str,
    pub(crate) engine_replaced: &'static str,
    pub(crate) engine_given_up: &'static str,
    pub(crate) player: &'static str,
    pub(crate) play: &'static str,
    pub(crate) pause: &'static str,
    pub(crate) step: &'static str,
    pub(crate) step_back: &'static str,
    pub(crate) to_start: &'static str,
    pub(crate) to_end: &'static str,
    pub(crate) scrub: &'static str,
    pub(crate) stride: &'static str,
    /// What a step can be, in the order of `Stride::ALL`.
    pub(crate) strides: [&'static str; 6],
    pub(crate) speed: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) skip_hint: &'static str,
    pub(crate) keys: &'static str,
    pub(crate) close: &'static str,
    /// Keys, one or several between spaces, and what they do.
    pub(crate) key_list: [(&'static str, &'static str); 18],
    /// Titles of panels.
    pub(crate) hints: &'static str,
    pub(crate) why: &'static str,
    pub(crate) loop_state: &'static str,
    pub(crate) variables: &'static str,
    pub(crate) graph: &'static str,
    pub(crate) comparison: &'static str,
}

/// Those of predicting alone, for whoever needs none of the others.
pub(crate) fn predicting(language: Language) -> &'static PredictingMessages {
    match language {
        Language::English => &predicting::en::PREDICTING,
        Language::TraditionalChinese => &predicting::zh_hant::PREDICTING,
        Language::SimplifiedChinese => &predicting::zh_hans::PREDICTING,
    }
}

/// The page's texts in this language.
pub(crate) const fn of(language: Language) -> &'static Messages {
    match language {
        Language::TraditionalChinese => &zh_hant::MESSAGES,
        Language::SimplifiedChinese => &zh_hans::MESSAGES,
        Language::English => &en::MESSAGES,
    }
}
