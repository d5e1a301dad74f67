//! The engine as the page sees it: a worker that answers typed messages.
//!
//! `protocol` is the messages, `client` the page's end of the line, `service`
//! the worker's. `line` sends what the page's state wants to know. What the worker
//! does is in `desk`: runs, with `outcome` and `variables`; pulls at a delay, in
//! `pulling`; the program's picture, in `program`; links, in `links`, and what else
//! can be taken away, in `offers`; what embeds ask, in `embeds`. `rehearsal` helps the
//! build to see what may be cut off the worker's module.

mod advice;
pub(crate) mod client;
mod desk;
mod embeds;
pub(crate) mod line;
mod links;
mod memory;
mod offers;
mod outcome;
mod program;
pub(crate) mod protocol;
mod pulling;
mod question;
mod record;
pub(crate) mod rehearsal;
pub(crate) mod service;
mod variables;
