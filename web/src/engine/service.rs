//! The worker's end of the line: it hears requests, lets the desk work, and posts what that says.
//!
//! Between two bouts of work it posts itself a message, behind which those of the
//! page wait no longer than for one bout.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use interleave_python::SECOND_VOLUME;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort, Performance, Response as Answer,
};

use super::desk::Desk;
use super::embeds::{Embeds, Heard, Told};
use super::memory;
use super::protocol::{Request, Response, decode, encode};
use crate::parts;

/// The engine's version, which the page shows.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Answer requests until the page ends the worker.
///
/// # Panics
/// Outside a dedicated worker, or where the worker can't post to its page. The
/// page is told by the worker's error event.
pub fn start() {
    parts::start();
    memory::count();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let channel = MessageChannel::new().unwrap_throw();
    let worker = Rc::new(Worker {
        clock: scope.performance().expect_throw("a worker has a clock"),
        scope,
        hop: channel.port1(),
        is_hopping: Cell::new(false),
        is_fetching: Cell::new(false),
        desk: RefCell::default(),
        embeds: RefCell::default(),
    });

    let on_request = Closure::<dyn Fn(MessageEvent)>::new({
        let worker = Rc::clone(&worker);
        move |event: MessageEvent| worker.hear(&event.data())
    });
    worker.scope.set_onmessage(Some(on_request.as_ref().unchecked_ref()));
    let on_hop = Closure::<dyn Fn()>::new({
        let worker = Rc::clone(&worker);
        move || worker.work()
    });
    channel.port2().set_onmessage(Some(on_hop.as_ref().unchecked_ref()));
    // The listeners live as long as the worker.
    on_request.forget();
    on_hop.forget();
    worker.post(&Response::Ready { version: VERSION.into() });
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    clock: Performance,
    /// Where it posts itself a message.
    hop: MessagePort,
    /// One is on its way.
    is_hopping: Cell<bool>,
    /// The library's second volume is on its way.
    is_fetching: Cell<bool>,
    desk: RefCell<Desk>,
    /// If it is they that it works for, and not the page.
    embeds: RefCell<Option<Embeds>>,
}

impl Worker {
    fn hear(self: &Rc<Self>, message: &JsValue) {
        let Some(bytes) = message.dyn_ref::<Uint8Array>() else {
            let heard = self.embeds.borrow_mut().get_or_insert_default().hear(message);
            return match heard {
                Heard::Request(request) => self.take(request),
                Heard::Answer(answer) => self.post_value(&answer),
                Heard::Nonsense => self.complain("no embed asks this"),
            };
        };
        match decode(&bytes.to_vec()) {
            Ok(request @ Request::Prepare { parts }) => {
                let worker = Rc::clone(self);
                spawn_local(async move {
                    parts::prepared(parts).await;
                    worker.take(request);
                });
            }
            Ok(request) => self.take(request),
            Err(error) => self.complain(&error.to_string()),
        }
    }

    fn take(self: &Rc<Self>, request: Request) {
        let said = self.desk.borrow_mut().take(request, self.clock.now());
        self.post_all(&said);
        // What is short is over before anybody could say a word.
        if self.is_hopping.get() { self.go_on() } else { self.work() }
    }

    fn complain(&self, problem: &str) {
        self.post(&Response::Unintelligible { problem: problem.to_owned() });
    }

    fn work(self: &Rc<Self>) {
        self.is_hopping.set(false);
        let said = self.desk.borrow_mut().work(|| self.clock.now());
        self.post_all(&said);
        self.desk.borrow_mut().tidy();
        self.go_on();
    }

    /// Sees to it that work which is left will be done.
    fn go_on(self: &Rc<Self>) {
        if self.desk.borrow().is_busy() && !self.is_hopping.replace(true) {
            self.hop.post_message(&JsValue::NULL).unwrap_throw();
        }
        if self.desk.borrow().wants_library() && !self.is_fetching.replace(true) {
            let worker = Rc::clone(self);
            spawn_local(async move {
                let volume = worker.fetch(SECOND_VOLUME).await.ok();
                worker.is_fetching.set(false);
                let said = worker.desk.borrow_mut().receive_library(volume, worker.clock.now());
                worker.post_all(&said);
                worker.go_on();
            });
        }
    }

    /// A file of the page's.
    async fn fetch(&self, file: &str) -> Result<String, JsValue> {
        let answer: Answer = JsFuture::from(self.scope.fetch_with_str(file)).await?.unchecked_into();
        let text = JsFuture::from(answer.text()?).await?;
        text.as_string().ok_or(text)
    }

    fn post_all(&self, said: &[Response]) {
        said.iter().for_each(|response| self.post(response));
    }

    fn post(&self, response: &Response) {
        let told = self.embeds.borrow_mut().as_mut().map(|embeds| embeds.tell(response));
        match told {
            Some(Told::Answer(answer)) => return self.post_value(&answer),
            Some(Told::Question(request)) => {
                let said = self.desk.borrow_mut().take(request, self.clock.now());
                return self.post_all(&said);
            }
            Some(Told::Nothing) => return,
            None => {}
        }
        let bytes = encode(response).unwrap_or_else(|error| wasm_bindgen::throw_str(&error.to_string()));
        self.post_value(&Uint8Array::from(bytes.as_slice()));
    }

    /// Post to the page. What can't be posted becomes the worker's error event, and
    /// so a failure that the page shows.
    fn post_value(&self, value: &JsValue) {
        if let Err(error) = self.scope.post_message(value) {
            wasm_bindgen::throw_val(error);
        }
    }
}
