//! The page's end of the line to the worker.
//!
//! Requests made before the worker listens wait here. Whatever goes wrong becomes
//! a [`Failure`]; after one the line is dead and requests are dropped. Dropping
//! the client ends the worker, whatever it is doing.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::protocol::{Request, Response, decode, encode};

/// Trunk's name for the script that loads the worker's module, beside the page.
const SCRIPT: &str = "./worker_loader.js";

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
    // The worker calls these for as long as it lives.
    _listeners: [Closure<dyn Fn(JsValue)>; 3],
}

impl Client {
    /// Start the worker; `report` hears all it says.
    pub(crate) fn start(report: impl Fn(Report) + 'static) -> Result<Self, Failure> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker =
            Worker::new_with_options(SCRIPT, &options).map_err(|error| Failure::Broken(describe(&error)))?;
        let line = Rc::new(Line {
            worker,
            state: RefCell::new(LineState::Opening(Vec::new())),
            report: Box::new(report),
        });

        let on_message =
            listener(&line, |line, event| line.receive(&event.unchecked_into::<MessageEvent>().data()));
        let on_message_error = listener(&line, |line, _| line.fail(Failure::Garbled("messageerror".into())));
        let on_error = listener(&line, |line, event| {
            // Told here, it need not be told to the window as well.
            event.unchecked_ref::<web_sys::Event>().prevent_default();
            line.fail(Failure::Broken(describe(&event)));
        });
        line.worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        line.worker.set_onmessageerror(Some(on_message_error.as_ref().unchecked_ref()));
        line.worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { line, _listeners: [on_message, on_message_error, on_error] })
    }

    /// Ask. The answer, if one comes, is reported.
    pub(crate) fn send(&self, request: &Rc<Request>) {
        self.line.send(request);
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.line.worker.set_onmessage(None);
        self.line.worker.set_onmessageerror(None);
        self.line.worker.set_onerror(None);
        self.line.worker.terminate();
    }
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

fn listener(line: &Rc<Line>, hear: impl Fn(&Line, JsValue) + 'static) -> Closure<dyn Fn(JsValue)> {
    // Weak: the line's own worker holds the listener.
    let line = Rc::downgrade(line);
    Closure::new(move |event| {
        if let Some(line) = line.upgrade() {
            hear(&line, event);
        }
    })
}

/// What an error or an error event has to say; a script that can't be fetched
/// says nothing.
fn describe(error: &JsValue) -> String {
    if let Some(event) = error.dyn_ref::<ErrorEvent>() {
        return event.message();
    }
    Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string()).unwrap_or_default()
}
