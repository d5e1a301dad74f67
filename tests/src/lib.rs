//! What the tests of Interleave share. The tests themselves are in `tests/`.
//!
//! What drives a browser needs much, so it stands behind the feature that turns it on.

#[cfg(feature = "browser")]
pub mod browser;
pub mod cpython;
pub mod differ;
pub mod fingerprint;
#[cfg(feature = "browser")]
pub mod page_bench;
pub mod yardstick;
