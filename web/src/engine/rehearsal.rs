//! What the page asks when somebody opens a program and looks around, as bytes: whatever that takes goes
//! into the first part of the worker's module.

use interleave_text::Language;
use interleave_views::sight::{Aim, Axis, Frame, Look, Moment, Pace};

use super::protocol::{Foresight, Request, RequestId, encode};

const RUN: RequestId = RequestId(1);

/// A frame that is long enough for a lesson, in nanoseconds and in events.
const SECONDS: i64 = 10_000_000_000;
const STEPS: i64 = 500;

/// Requests, in the order in which a reader of each language would make the page ask them.
pub fn requests(program: &str) -> Vec<Vec<u8>> {
    let requests = Language::ALL.into_iter().flat_map(|language| ask(program, language));
    requests.filter_map(|request| encode(&request).ok()).collect()
}

/// A link to a program: most who open one open it for the first time.
fn link_to(program: &str) -> Option<String> {
    interleave_link::link(program, &interleave_link::View::default(), interleave_link::Form::Short).ok()
}

fn ask(program: &str, language: Language) -> Vec<Request> {
    let step = |pace, forward| Aim::Step { from: Moment(0), pace, forward };
    let cursors = [
        Aim::At(Moment(u32::MAX)),
        Aim::At(Moment(0)),
        step(Pace::Line, true),
        step(Pace::Event, true),
        step(Pace::Switch, true),
        step(Pace::Print, true),
        step(Pace::Line, false),
        Aim::Along(Axis::Time, SECONDS / 2),
    ];
    let frames = [(Axis::Time, SECONDS), (Axis::Steps, STEPS)].map(|(axis, to)| Frame {
        axis,
        from: 0,
        to,
        width: 800.0,
        first_row: 0,
        rows: 10,
    });
    let looks = frames.into_iter().flat_map(|frame| cursors.map(|cursor| (frame, cursor)));
    let looks = looks.map(|(frame, cursor)| Look {
        log: Some((0, 50)),
        timeline: true,
        ..Look::at(language, cursor, frame)
    });
    let looks: Vec<Look> = looks.collect();
    let foresight = looks.first().cloned().map(|look| Foresight { look, whole: true }.into());
    let run = Request::Run {
        id: RUN,
        text: program.to_owned(),
        stdin: String::new(),
        seed: None,
        fuel: Some(u64::MAX),
        language,
        foresight,
    };
    let looks = looks.into_iter().map(|look| Request::Look { id: RUN, run: RUN, look });
    let links = [link_to(program)].into_iter().flatten();
    let open = links.map(|link| Request::OpenLink { id: RUN, link, language });
    open.chain([run]).chain(looks).chain([Request::Prepare { parts: 1 }]).collect()
}
