//! What the reader takes away of a program, and how they looked at it: a link holds both. What is offered is asked
//! for when the dialog opens, and is of that moment.

use std::rc::Rc;

use super::{Speed, State};
use crate::engine::protocol::{Offer, Request, RequestId, Shared, Unfolded};
use crate::held::Held;

/// A dialog over the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Dialog {
    /// Which keys do what.
    Keys,
    /// What can be taken away.
    Share,
    /// Where another program may come from; a Markdown text, if there is one to choose from.
    Open(Option<Rc<str>>),
}

/// What is offered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sharing {
    asked: Option<(RequestId, Rc<Request>)>,
    /// What there is of the program as it was when the dialog opened.
    pub(crate) offer: Option<Held<Offer>>,
}

impl Sharing {
    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|(_, request)| Rc::clone(request))
    }

    pub(super) fn ask(&mut self, id: RequestId, request: Request) {
        (self.asked, self.offer) = (Some((id, request.into())), None);
    }

    pub(super) fn hear(&mut self, id: RequestId, offer: Offer) {
        if self.asked.take_if(|(asked, _)| *asked == id).is_some() {
            self.offer = Some(offer.into());
        }
    }

    /// Another worker does not know what was asked.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }
}

impl State {
    pub(super) fn make_link(&mut self) {
        let (id, shared) = (self.next_id(), self.shared());
        self.linking.make(id, shared, self.language);
    }

    pub(super) fn offer(&mut self, page: &str, dark: bool) {
        let (id, shared, language) = (self.next_id(), self.shared(), self.language);
        let seen = self.seen().filter(|seen| seen.picture.text == self.text);
        let run = seen.map(|seen| seen.picture.run);
        let request = Request::Offer { id, run, shared, language, page: page.to_owned(), dark };
        self.sharing.ask(id, request);
    }

    /// What a link is to hold of all this.
    fn shared(&self) -> Shared {
        let panels = &self.looking.wish.panels;
        let (graph, loop_state, variables) = (panels.graph, panels.loop_state, panels.variables);
        let position = self.seen().filter(|seen| !seen.is_at_end()).map(|seen| &seen.position);
        Shared {
            text: String::from(&*self.text),
            time_ns: position.map(|position| position.ns),
            event: position.map(|position| position.moment.0),
            selected: self.selection,
            unfolded: Unfolded { graph, loop_state, variables, why: self.shows_why },
            speed_milli: Some(self.player.speed.milli()).filter(|milli| *milli != Speed::One.milli()),
        }
    }

    /// A link says how its maker looked at the program.
    pub(super) fn see_as(&mut self, unfolded: Option<Unfolded>, speed_milli: Option<u32>) {
        if let Some(Unfolded { graph, loop_state, variables, why }) = unfolded {
            let panels = &mut self.looking.wish.panels;
            (panels.graph, panels.loop_state, panels.variables) = (graph, loop_state, variables);
            self.shows_why = why;
        }
        self.player.speed = speed_milli.map_or(self.player.speed, Speed::nearest);
    }
}
