//! The part of Python's library that is written in Python, as two volumes of `interleave-compiler`'s.
//!
//! The texts lie around this folder, under the names that programs import them by; `build.rs`
//! compiles and binds them. What they mean is for `interleave-python` to know.

mod mark;
#[cfg(test)]
mod pack;
#[cfg(test)]
mod tests;

/// What lessons on asyncio need: part of the engine.
pub const FIRST: &str = include_str!(concat!(env!("OUT_DIR"), "/first"));

/// The rest. A page downloads it, as the file [`SECOND_FILE`], when a program imports some of it.
pub const SECOND: &str = include_str!(concat!(env!("OUT_DIR"), "/second"));

/// The second volume's file. Another text has another name, so that no cache mixes them up.
pub const SECOND_FILE: &str = concat!("library-", env!("SECOND_MARK"), ".txt");

/// Whether a text is [`SECOND`], the one that belongs to [`FIRST`].
pub fn is_second(text: &str) -> bool {
    format!("{:016x}", mark::mark(text)) == env!("SECOND_MARK")
}
