//! CRC-32, as in zip files, PNG pictures and `zlib.crc32`: what tells a whole text from an altered one.

/// The checksum of some bytes.
pub(crate) fn of(bytes: &[u8]) -> u32 {
    // Bit by bit: a table would be faster, and larger than all there is to check.
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ (0xedb8_8320 * (sum & 1)))
    })
}

#[test]
fn sums_are_those_of_zlib() {
    assert_eq!([of(b""), of(b"a"), of(b"123456789")], [0, 0xe8b7_be43, 0xcbf4_3926]);
}
