//! What the tests of Interleave share. The tests themselves are in `tests/`.
//!
//! Only the browser tests need more than the standard library, so everything here
//! stands behind the feature that turns them on.

#[cfg(feature = "browser")]
pub mod browser;
