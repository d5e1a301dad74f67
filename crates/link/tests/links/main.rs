//! Links as others meet them: whole and damaged, old and hostile, made and read by others.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "links lie in files, programs too, and another Python reads them"
)]

mod any_bytes;
mod bounds;
mod damaged;
mod golden;
mod lessons;
mod others;
