//! Everything the page knows, and the one function that changes it.
//!
//! No browser in here: effects (storage, worker, document) follow from the state
//! and live in `app`.

use std::rc::Rc;

use yew::Reducible;

use crate::engine::client::{Failure, Report};
use crate::engine::protocol::{RequestId, Response};
use crate::theme::Theme;
use interleave_text::Language;

/// The page, whole.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    pub(crate) language: Language,
    pub(crate) theme: Theme,
    /// The program, as the editor last told it.
    pub(crate) text: Rc<str>,
    /// Which text that is. What is asked about it carries this number, so that an
    /// answer about an earlier text is known when it comes late.
    pub(crate) revision: RequestId,
    pub(crate) engine: Engine,
}

/// How the engine does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Engine {
    Loading,
    Ready { version: Rc<str> },
    Failed(Failure),
}

/// What can happen to the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    ChooseLanguage(Language),
    ChooseTheme(Theme),
    Edit(Rc<str>),
    HearEngine(Report),
}

impl State {
    /// The page as it opens, with this program.
    pub(crate) fn new(language: Language, theme: Theme, text: &str) -> Self {
        Self { language, theme, text: text.into(), revision: RequestId(0), engine: Engine::Loading }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::ChooseLanguage(language) => self.language = language,
            Action::ChooseTheme(theme) => self.theme = theme,
            Action::Edit(text) if text == self.text => {}
            Action::Edit(text) => {
                self.text = text;
                self.revision = RequestId(self.revision.0.wrapping_add(1));
            }
            Action::HearEngine(Ok(response)) => self.hear(response),
            Action::HearEngine(Err(failure)) => self.engine = Engine::Failed(failure),
        }
    }

    fn hear(&mut self, response: Response) {
        match response {
            Response::Ready { version } => self.engine = Engine::Ready { version: version.into() },
            Response::Unintelligible { problem } => self.engine = Engine::Failed(Failure::Garbled(problem)),
            Response::Progress { .. }
            | Response::Paused { .. }
            | Response::Ran { .. }
            | Response::Seen { .. }
            | Response::Gone { .. }
            | Response::Variables { .. } => {}
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(action);
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        let opened = Rc::new(State::new(Language::English, Theme::Auto, "pass"));
        Rc::unwrap_or_clone(actions.into_iter().fold(opened, State::reduce))
    }

    fn ready() -> Action {
        Action::HearEngine(Ok(Response::Ready { version: "1.0.0".into() }))
    }

    #[test]
    fn choices_are_kept() {
        let state =
            after([Action::ChooseLanguage(Language::TraditionalChinese), Action::ChooseTheme(Theme::Dark)]);
        assert_eq!((state.language, state.theme), (Language::TraditionalChinese, Theme::Dark));
    }

    #[test]
    fn an_edit_is_a_new_revision_and_the_same_text_is_none() {
        let state = after([Action::Edit("a".into()), Action::Edit("a".into()), Action::Edit("b".into())]);
        assert_eq!((&*state.text, state.revision), ("b", RequestId(2)));
    }

    #[test]
    fn what_goes_wrong_is_shown() {
        let broken = Failure::Broken("out of memory".into());
        let state = after([ready(), Action::HearEngine(Err(broken.clone()))]);
        assert_eq!(state.engine, Engine::Failed(broken));

        let problem = String::from("cut short");
        let state = after([Action::HearEngine(Ok(Response::Unintelligible { problem: problem.clone() }))]);
        assert_eq!(state.engine, Engine::Failed(Failure::Garbled(problem)));
    }
}
