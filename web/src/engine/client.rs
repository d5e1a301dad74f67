//! The page's end of the line to the worker.
//!
//! Requests made before the worker listens wait here. Whatever goes wrong becomes
//! a [`Failure`]; after one the line is dead and requests are dropped. Dropping
//! the client ends the worker, whatever it is doing.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::protocol::{Request, Response, decode, encode};

/// The function of `boot.js` that gives a worker; the first one loads beside the page.
const GIVE_WORKER: &str = "interleaveWorker";
/// That worker's own function, which is told who is to hear what happens to it, or has happened: if it is told of
/// nobody, nobody.
const TELL: &str = "tell";

/// Why there is no engine to talk to. The texts are the browser's or the codec's,
/// in English; the page says the rest in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The worker did not start, or broke down.
    Broken(String),
    /// It and the page do not understand each other.
    Garbled(String),
}

/// What the client reports: the worker's messages, or why none will come.
pub(crate) type Report = Result<Response, Failure>;

/// A running worker.
pub(crate) struct Client {
    line: Rc<Line>,
    // The worker's events call it for as long as it lives.
    _listener: Closure<dyn Fn(Event)>,
}

impl Client {
    /// Start the worker; `report` hears all it says.
    pub(crate) fn start(report: impl Fn(Report) + 'static) -> Result<Self, Failure> {
        let broken = |error: JsValue| Failure::Broken(describe(&error));
        let worker = call(&js_sys::global(), GIVE_WORKER, &JsValue::UNDEFINED).map_err(broken)?;
        let line = Rc::new(Line {
            worker: worker.unchecked_into(),
            state: RefCell::new(LineState::Opening(Vec::new())),
            report: Box::new(report),
        });
        // Weak: the line's own worker holds the listener.
        let hearer = Rc::downgrade(&line);
        let listener = Closure::new(move |event: Event| {
            if let Some(line) = hearer.upgrade() {
                line.hear(&event);
            }
        });
        call(&line.worker, TELL, listener.as_ref()).map_err(broken)?;
        Ok(Self { line, _listener: listener })
    }

    /// Ask. The answer, if one comes, is reported.
    pub(crate) fn send(&self, request: &Rc<Request>) {
        self.line.send(request);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // What the worker has said last may still be on its way.
        let _ = call(&self.line.worker, TELL, &JsValue::UNDEFINED);
        self.line.worker.terminate();
    }
}

/// Calls a function that `boot.js` has made.
fn call(owner: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(owner, &name.into())?.dyn_into()?;
    function.call1(owner, argument)
}

struct Line {
    worker: Worker,
    state: RefCell<LineState>,
    report: Box<dyn Fn(Report)>,
}

enum LineState {
    /// The worker loads; these requests wait for it.
    Opening(Vec<Rc<Request>>),
    Open,
    Dead,
}

impl Line {
    fn send(&self, request: &Rc<Request>) {
        match &mut *self.state.borrow_mut() {
            LineState::Opening(waiting) => return waiting.push(Rc::clone(request)),
            LineState::Open => {}
            LineState::Dead => return,
        }
        self.post(request);
    }

    fn post(&self, request: &Request) {
        let posted = encode(request).map_err(|error| Failure::Garbled(error.to_string())).and_then(|bytes| {
            self.worker
                .post_message(&Uint8Array::from(bytes.as_slice()))
                .map_err(|error| Failure::Broken(describe(&error)))
        });
        if let Err(failure) = posted {
            self.fail(failure);
        }
    }

    fn hear(&self, event: &Event) {
        match event.type_().as_str() {
            "message" => self.receive(&event.unchecked_ref::<MessageEvent>().data()),
            "messageerror" => self.fail(Failure::Garbled("messageerror".into())),
            _ => self.fail(Failure::Broken(describe(event))),
        }
    }

    fn receive(&self, data: &JsValue) {
        match decode(&Uint8Array::new(data).to_vec()) {
            Ok(response) => {
                if matches!(response, Response::Ready { .. }) {
                    self.open();
                }
                (self.report)(Ok(response));
            }
            Err(error) => self.fail(Failure::Garbled(error.to_string())),
        }
    }

    fn open(&self) {
        if let LineState::Opening(waiting) = self.state.replace(LineState::Open) {
            waiting.iter().for_each(|request| self.post(request));
        }
    }

    fn fail(&self, failure: Failure) {
        self.state.replace(LineState::Dead);
        (self.report)(Err(failure));
    }
}

/// What an error or an error event has to say; a script that can't be fetched
/// says nothing.
fn describe(error: &JsValue) -> String {
    if let Some(event) = error.dyn_ref::<ErrorEvent>() {
        return event.message();
    }
    Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string()).unwrap_or_default()
}
