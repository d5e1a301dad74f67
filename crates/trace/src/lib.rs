//! The record of a run: a flat sequence of small events, written once, in order.
//!
//! Plain data and no logic: who writes it is `interleave-core`, and who reads
//! it needs no knowledge of how a run comes about. Every id counts from zero in
//! order of creation, so that equal runs give equal traces.

use std::collections::BTreeMap;

mod ending;
mod event;
mod events;
mod ids;
mod origins;
mod packing;
mod pages;
mod texts;

pub use ending::{Limit, Stopped};
pub use event::{Actor, BarrierPhase, Change, Event, Reason, Resource, What};
pub use events::{Events, Iter};
pub use ids::{
    CallId, FutureId, JobId, LoopId, OriginId, ResourceId, StepId, TaskId, TextId, ThreadId, TimerId,
};
pub use interleave_text::Span;
pub use origins::{Computed, Operation, Origin, Origins};
pub use texts::Texts;

/// Everything that happened in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Trace {
    /// What happened, in order.
    pub events: Events,
    /// Events that happened after the record was full.
    pub left_out: u64,
    /// It ended because nothing could ever go on.
    pub stuck: bool,
    /// The words that events refer to.
    pub texts: Texts,
    /// Where the code of tasks is defined, by the id of its name: two codes of one name have two ids.
    pub definitions: BTreeMap<TextId, Span>,
}

impl Trace {
    /// The words behind an id of this trace.
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(id)
    }
}
