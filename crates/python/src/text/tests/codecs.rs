//! Answers of CPython 3.13.

use super::super::encode::encode;
use super::*;

/// What an error tells, in the order of CPython's text.
fn pieces(error: Untranslatable) -> (&'static str, usize, usize, &'static str) {
    (error.encoding, error.start, error.end, error.reason)
}

#[test]
fn decoding() {
    let cases = [
        (b"a\xc3\xa9".as_slice(), "utf-8", "strict", Ok("aé")),
        (b"\xff".as_slice(), "UTF8", "strict", Err(("utf-8", 0, 1, "invalid start byte"))),
        (b"a\xc3".as_slice(), "utf-8", "strict", Err(("utf-8", 1, 2, "unexpected end of data"))),
        (b"\xe4\xb8a".as_slice(), "utf-8", "strict", Err(("utf-8", 0, 2, "invalid continuation byte"))),
        (b"\xed\xa0\x80".as_slice(), "utf-8", "strict", Err(("utf-8", 0, 1, "invalid continuation byte"))),
        (b"\xe4\xb8a\xff".as_slice(), "utf-8", "replace", Ok("�a�")),
        (b"\xe4\xb8a\xff".as_slice(), "utf-8", "backslashreplace", Ok("\\xe4\\xb8a\\xff")),
        (b"\xff".as_slice(), "ascii", "ignore", Ok("")),
        (b"\xff".as_slice(), "latin-1", "strict", Ok("ÿ")),
        (b"\xff\xfea\x00".as_slice(), "utf-16", "strict", Ok("a")),
        (b"\x00\xdc".as_slice(), "utf-16-le", "strict", Err(("utf-16-le", 0, 2, "illegal encoding"))),
    ];
    for (bytes, encoding, on_error, wanted) in cases {
        let encoding = Encoding::named(encoding).expect("it is known");
        let on_error = OnError::named(on_error).expect("it is known");
        let found = decode(bytes, encoding, on_error).map_err(pieces);
        assert_eq!(found, wanted.map(str::to_owned));
    }
}

#[test]
fn encoding() {
    let cases = [
        ("é", "ascii", "strict", Err(("ascii", 0, 1, "ordinal not in range(128)"))),
        ("aéé", "ascii", "strict", Err(("ascii", 1, 3, "ordinal not in range(128)"))),
        ("中", "latin-1", "strict", Err(("latin-1", 0, 1, "ordinal not in range(256)"))),
        ("中a", "ascii", "replace", Ok(b"?a".as_slice())),
        ("中é😀", "ascii", "backslashreplace", Ok(b"\\u4e2d\\xe9\\U0001f600".as_slice())),
        ("中", "ascii", "xmlcharrefreplace", Ok(b"&#20013;".as_slice())),
        ("😀", "utf-16-le", "strict", Ok(b"=\xd8\x00\xde".as_slice())),
        ("ab", "utf-16", "strict", Ok(b"\xff\xfea\x00b\x00".as_slice())),
    ];
    for (text, encoding, on_error, wanted) in cases {
        let encoding = Encoding::named(encoding).expect("it is known");
        let on_error = OnError::named(on_error).expect("it is known");
        let found = encode(text, encoding, on_error).map_err(pieces);
        assert_eq!(found, wanted.map(<[u8]>::to_vec));
    }
}
