//! What is asked of the worker follows from the state; this is how it gets there.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::client::Client;
use super::protocol::{Request, RequestId};
use crate::reader::Reader;
use crate::state::{Action, Phase, State};

/// How long a run may take before the page says that it is under way: most are over by then, and what comes and
/// goes with each run costs a frame each time.
const NOTICED_MILLIS: u32 = 150;

/// How long a worker may take to stop before it is replaced. It should take a
/// fifth of that.
const PATIENCE_MILLIS: u32 = 500;

/// Later parts of the worker's module, each with those before it: what lessons need, and what any program may.
const LESSONS: u32 = 1;
const ALL: u32 = 2;

/// Keep the worker that the state wants, and ask it what the state wants to know.
#[hook]
pub(crate) fn use_worker(state: &UseReducerHandle<State>) {
    let client = use_mut_ref(|| None::<Client>);
    {
        let (client, dispatcher) = (Rc::clone(&client), state.dispatcher());
        use_effect_with(state.worker, move |_| {
            let report = {
                let dispatcher = dispatcher.clone();
                move |report| dispatcher.dispatch(Action::HearEngine(report))
            };
            match Client::start(report) {
                Ok(started) => *client.borrow_mut() = Some(started),
                Err(failure) => dispatcher.dispatch(Action::HearEngine(Err(failure))),
            }
            move || *client.borrow_mut() = None
        });
    }
    let run = state.running.under_way.as_ref();
    use_request(&client, state.worker, run.map(|run| Rc::clone(&run.request)));
    use_request(&client, state.worker, run.and_then(|run| run.word()).map(Rc::new));
    use_request(&client, state.worker, state.looking.request());
    use_request(&client, state.worker, state.inspecting.request());
    use_request(&client, state.worker, state.pulling.request());
    use_request(&client, state.worker, state.comparing.request());
    use_request(&client, state.worker, state.drawing.reading());
    use_request(&client, state.worker, state.drawing.changing());
    use_request(&client, state.worker, state.linking.request());
    use_request(&client, state.worker, state.sharing.request());
    use_request(&client, state.worker, state.predicting.request());
    use_request(&client, state.worker, state.advising.request());
    use_request(&client, state.worker, prepared(state.reader).map(Rc::new));

    use_delay(run.map(|run| run.id), NOTICED_MILLIS, Action::Last, state.dispatcher());
    // What does not stop is not waited for for ever.
    let stopping = run.filter(|run| run.phase == Phase::Stopping).map(|run| run.id);
    use_delay(stopping, PATIENCE_MILLIS, Action::MissStop, state.dispatcher());
}

/// What the worker fetches before it is needed.
fn prepared(reader: Reader) -> Option<Request> {
    let parts = match reader {
        Reader::Away => return None,
        Reader::Near => LESSONS,
        Reader::AtWork => ALL,
    };
    Some(Request::Prepare { parts })
}

/// Send a request once to each worker.
#[hook]
fn use_request(client: &Rc<RefCell<Option<Client>>>, worker: u32, request: Option<Rc<Request>>) {
    let client = Rc::clone(client);
    use_effect_with((worker, request), move |(_, request)| {
        if let (Some(client), Some(request)) = (&*client.borrow(), request) {
            client.send(request);
        }
    });
}

/// Tell of a run that is still the one when so much time has passed.
#[hook]
fn use_delay(
    run: Option<RequestId>,
    millis: u32,
    tell: fn(RequestId) -> Action,
    dispatcher: UseReducerDispatcher<State>,
) {
    use_effect_with(run, move |run| {
        let delay = run.map(|id| Timeout::new(millis, move || dispatcher.dispatch(tell(id))));
        move || drop(delay)
    });
}
