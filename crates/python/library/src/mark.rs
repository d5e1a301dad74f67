//! How a volume is known, for those that bind it and for those that are given one.

/// A number by which a volume is known from another build's, and from what is none: FNV-1a.
pub(crate) fn mark(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
