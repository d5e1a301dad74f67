//! The worker's end of the line: a request in, a response out.
//!
//! [`answer`] is the whole of it and needs no browser; the rest is the glue that
//! moves bytes.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{CodecError, Request, Response, decode, encode};

/// The engine's version, which the page shows.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Answer requests until the page ends the worker.
///
/// # Panics
/// Outside a dedicated worker, or where the worker can't post to its page. The
/// page is told by the worker's error event.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let listener = Closure::<dyn Fn(MessageEvent)>::new({
        let scope = scope.clone();
        move |event: MessageEvent| {
            let bytes = Uint8Array::new(&event.data()).to_vec();
            post(&scope, reply(&bytes));
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    listener.forget();
    post(&scope, encode(&Response::Ready { version: VERSION.into() }));
}

/// Post to the page. What can't be posted becomes the worker's error event, and
/// so a failure that the page shows.
fn post(scope: &DedicatedWorkerGlobalScope, bytes: Result<Vec<u8>, CodecError>) {
    let bytes = bytes.unwrap_or_else(|error| wasm_bindgen::throw_str(&error.to_string()));
    if let Err(error) = scope.post_message(&Uint8Array::from(bytes.as_slice())) {
        wasm_bindgen::throw_val(error);
    }
}

/// The response, as bytes, to a request as bytes.
fn reply(bytes: &[u8]) -> Result<Vec<u8>, CodecError> {
    encode(&match decode(bytes) {
        Ok(request) => answer(&request),
        Err(error) => Response::Unintelligible { problem: error.to_string() },
    })
}

/// The response to a request. No run is kept yet, so whichever is meant is gone.
fn answer(request: &Request) -> Response {
    match request {
        Request::Run { id, .. }
        | Request::GoOn { id }
        | Request::Stop { id }
        | Request::Look { id, .. }
        | Request::Variables { id, .. } => Response::Gone { id: *id },
    }
}

#[cfg(test)]
mod tests {
    use super::super::protocol::{Request, RequestId, Response, decode, encode};
    use super::{answer, reply};

    #[test]
    fn a_request_is_answered_in_bytes() {
        let request = Request::Stop { id: RequestId(1) };
        let bytes = reply(&encode(&request).unwrap()).unwrap();
        assert_eq!(decode(&bytes), Ok(answer(&request)));
    }

    #[test]
    fn noise_is_answered_too() {
        let bytes = reply(&[0xff, 0xff]).unwrap();
        assert!(matches!(decode(&bytes), Ok(Response::Unintelligible { .. })));
    }
}
