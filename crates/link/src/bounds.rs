//! How much a link may be, and how much may come out of it.
//!
//! Reading one takes at most a megabyte of memory, whatever it is: half of it
//! for the text while it grows, the rest for what unpacks it.

/// Characters of a link that are read; what lies behind them is lost.
pub const LINK: usize = 32 * 1024;

/// Bytes of a text. Whoever unpacks more than that from so short a link means harm.
pub const TEXT: usize = 256 * 1024;
