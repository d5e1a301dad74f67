//! The engine as the page sees it: a worker that answers typed messages.
//!
//! `protocol` is the messages, `client` the page's end of the line, `service`
//! the worker's. `line` sends what the page's state wants to know.

pub(crate) mod client;
pub(crate) mod line;
pub(crate) mod protocol;
pub(crate) mod service;
