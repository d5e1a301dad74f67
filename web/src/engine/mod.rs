//! The engine as the page sees it: a worker that answers typed messages.
//!
//! `protocol` is the messages, `client` the page's end of the line, `service`
//! the worker's. Answers depend on the request alone.

pub(crate) mod client;
pub(crate) mod protocol;
pub(crate) mod service;
