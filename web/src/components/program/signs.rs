//! The signs of steps and things, as outlines of 24 by 24.

use interleave_edits::graph::{StepKind, ThingKind};
use yew::prelude::*;

/// The sign of a kind of step.
pub(super) fn of_step(kind: StepKind) -> Html {
    let outline = match kind {
        StepKind::Print => "M4 5h16v11H10l-4 4v-4H4z",
        StepKind::Make => "M12 3l8 4.5v9L12 21l-8-4.5v-9z",
        StepKind::Sleep | StepKind::CallLater => "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z",
        StepKind::BlockingSleep => "M8 3h8l5 5v8l-5 5H8l-5-5V8z",
        StepKind::Await | StepKind::WaitFor | StepKind::WaitThing | StepKind::Wait | StepKind::Join => {
            "M6 3h12v3l-4.5 6 4.5 6v3H6v-3l4.5-6L6 6z"
        }
        StepKind::CreateTask | StepKind::Run => "M5 4l15 8-15 8z",
        StepKind::Hold | StepKind::Acquire | StepKind::Release => {
            "M7 11V8a5 5 0 0 1 10 0v3h2v10H5V11zm2.5 0h5V8a2.5 2.5 0 0 0-5 0z"
        }
        StepKind::Put => "M3 10h9V5l9 7-9 7v-5H3z",
        StepKind::Get => "M21 10h-9V5l-9 7 9 7v-5h9z",
        StepKind::TaskDone => "M4 12l3-3 4 4 7-8 3 3L11 19z",
        StepKind::SetEvent | StepKind::SetResult | StepKind::Notify => "M5 3h2v1h13l-3 5 3 5H7v7H5z",
        StepKind::ClearEvent | StepKind::SetException | StepKind::Cancel | StepKind::Raise => {
            "M6 3l6 6 6-6 3 3-6 6 6 6-3 3-6-6-6 6-3-3 6-6-6-6z"
        }
        StepKind::Gather | StepKind::TaskGroup | StepKind::AsCompleted => {
            "M4 4h16v4H4zM4 10h16v4H4zM4 16h16v4H4z"
        }
        StepKind::Timeout => "M9 2h6v2h-2v2a8 8 0 1 1-2 0V4H9zm2 7v6h5v-2h-3V9z",
        StepKind::Shield => "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z",
        StepKind::InThread => "M6 3h3v18H6zM15 3h3v18h-3z",
        StepKind::Loop => "M12 4V1l5 4.5-5 4.5V7a5 5 0 1 0 5 5h3a8 8 0 1 1-8-8z",
        StepKind::Branch => "M10.5 21v-7L4 7.5 6.5 5 12 10.5 17.5 5 20 7.5 13.5 14v7z",
        StepKind::Try => "M12 3l10 18H2zm-1.5 7v5h3v-5zm0 6.5v2.5h3v-2.5z",
        StepKind::Return => "M10 4v4h4a6 6 0 0 1 0 12H6v-3h8a3 3 0 0 0 0-6h-4v4L3 9.5z",
        StepKind::Code => "M8 6l2 2-4 4 4 4-2 2-6-6zM16 6l6 6-6 6-2-2 4-4-4-4z",
    };
    draw(outline)
}

/// The sign of a kind of thing.
pub(super) fn of_thing(kind: ThingKind) -> Html {
    let outline = match kind {
        ThingKind::Lock | ThingKind::Condition => {
            "M7 11V8a5 5 0 0 1 10 0v3h2v10H5V11zm2.5 0h5V8a2.5 2.5 0 0 0-5 0z"
        }
        ThingKind::Semaphore => "M6 3h12v18H6zm6 2.5a2 2 0 1 0 .1 0zm0 5a2 2 0 1 0 .1 0zm0 5a2 2 0 1 0 .1 0z",
        ThingKind::Event => "M5 3h2v1h13l-3 5 3 5H7v7H5z",
        ThingKind::Barrier => "M3 6h18v5H3zM5 11h3v9H5zM16 11h3v9h-3z",
        ThingKind::Queue => "M2 7h5.5v10H2zM9.2 7h5.5v10H9.2zM16.5 7H22v10h-5.5z",
        ThingKind::Future => "M4 10h16v11H4zM3 5h18v4H3zM11 3h2v18h-2z",
        ThingKind::ThreadPool | ThingKind::ProcessPool => "M5 3h3v18H5zM10.5 3h3v18h-3zM16 3h3v18h-3z",
    };
    draw(outline)
}

/// The sign of a card.
pub(super) fn of_card() -> Html {
    draw("M4 4h16v16H4zm3 4v2h10V8zm0 5v2h7v-2z")
}

fn draw(outline: &'static str) -> Html {
    html! {
        <svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d={outline} /></svg>
    }
}
