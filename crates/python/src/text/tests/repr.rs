//! Answers of CPython 3.13.

use super::*;

#[test]
fn texts() {
    let cases = [
        ("a", "'a'", "'a'"),
        ("it's", "\"it's\"", "\"it's\""),
        ("\"", "'\"'", "'\"'"),
        ("'\"", "'\\'\"'", "'\\'\"'"),
        ("\n\t\\", "'\\n\\t\\\\'", "'\\n\\t\\\\'"),
        ("é中😀", "'é中😀'", "'\\xe9\\u4e2d\\U0001f600'"),
        ("\u{0}\u{7f}\u{ad}", "'\\x00\\x7f\\xad'", "'\\x00\\x7f\\xad'"),
        ("\u{200b}\u{e000}", "'\\u200b\\ue000'", "'\\u200b\\ue000'"),
        ("", "''", "''"),
    ];
    for (value, shown, plain) in cases {
        assert_eq!(text(value), shown);
        assert_eq!(ascii_of_repr(shown), plain);
    }
}

#[test]
fn byte_strings() {
    assert_eq!(bytes(b"a"), "b'a'");
    assert_eq!(bytes(b"it's"), "b\"it's\"");
    assert_eq!(bytes(b"\x00\xff\x0a\""), "b'\\x00\\xff\\n\"'");
    assert_eq!(bytes(b"\\"), "b'\\\\'");
}
