//! Calls that the program asked a loop for: when, and what they are called.

use interleave_trace::{CallId, Event, TextId, What};

use crate::compact::{ById, Maybe};

/// A call's life.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CallLife {
    /// The event that asked for it.
    pub(crate) asked: Maybe,
    pub(crate) name: TextId,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Calls(ById<CallLife>);

impl Calls {
    pub(crate) fn note(&mut self, index: u32, event: &Event) {
        if let What::CallAsked { call, name } = event.what {
            *self.0.at(call.0) = CallLife { asked: Maybe::some(index), name };
        }
    }

    pub(crate) fn get(&self, call: CallId) -> Option<CallLife> {
        self.0.get(call.0).copied()
    }
}
