//! The variables at the cursor, while somebody looks at them: the last that were
//! told, and the one question that may be on its way.

use std::rc::Rc;

use interleave_views::sight::Moment;

use crate::engine::protocol::{LaneVariables, Request, RequestId};
use crate::held::Held;

/// Looks at variables.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Inspecting {
    asked: Option<(RequestId, Rc<Request>)>,
    pub(crate) seen: Option<Rc<Inspected>>,
}

/// Variables at a moment of a run.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Inspected {
    pub(crate) run: RequestId,
    pub(crate) moment: Moment,
    pub(crate) tasks: Held<Vec<LaneVariables>>,
}

impl Inspecting {
    /// What the worker is asked, if it is asked something.
    pub(crate) fn request(&self) -> Option<Rc<Request>> {
        self.asked.as_ref().map(|(_, request)| Rc::clone(request))
    }

    pub(super) fn is_idle(&self) -> bool {
        self.asked.is_none()
    }

    /// Ask about this moment, unless the answer is known or another is awaited.
    pub(super) fn proceed(&mut self, run: RequestId, moment: Moment, id: impl FnOnce() -> RequestId) {
        let known = self.seen.as_ref().is_some_and(|seen| seen.run == run && seen.moment == moment);
        if self.asked.is_none() && !known {
            let id = id();
            self.asked = Some((id, Request::Variables { id, run, moment }.into()));
        }
    }

    pub(super) fn hear(&mut self, id: RequestId, inspected: Inspected) {
        if self.asked.take_if(|(asked, _)| *asked == id).is_some() {
            self.seen = Some(Rc::new(inspected));
        }
    }

    /// The worker does not have the run: nothing is known of the moment asked about.
    pub(super) fn hear_gone(&mut self, id: RequestId) {
        if let Some((_, request)) = self.asked.take_if(|(asked, _)| *asked == id)
            && let Request::Variables { run, moment, .. } = *request
        {
            self.seen = Some(Rc::new(Inspected { run, moment, tasks: Held::default() }));
        }
    }

    /// No answer will come.
    pub(super) fn give_up(&mut self) {
        self.asked = None;
    }
}
