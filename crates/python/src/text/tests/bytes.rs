//! Answers of CPython 3.13.

use super::*;

#[test]
fn taking_apart() {
    let parts = |parts: Outcome<Vec<&[u8]>>| parts.map(|parts| parts.concat().len());
    assert_eq!(split(b" a b ", None, -1, false), Ok(vec![b"a".as_slice(), b"b"]));
    assert_eq!(split(b"a,b,c", Some(b","), 1, true), Ok(vec![b"a,b".as_slice(), b"c"]));
    assert_eq!(parts(split(b"", None, -1, false)), Ok(0));
    assert_eq!(split_lines(b"a\r\nb\x0bc", false), [b"a".as_slice(), b"b\x0bc"]);
    assert_eq!(partition(b"a=b", b"=", false), Ok([b"a".as_slice(), b"=", b"b"]));
    assert_eq!(strip(b" a ", None, Sides { left: true, right: true }), b"a");
}

#[test]
fn searching_and_replacing() {
    assert_eq!(find(b"abcabc", b"bc", None, None, true), Some(4));
    assert_eq!(count(b"aaaa", b"aa", None, None), 2);
    assert_eq!(replace(b"ab", b"", b"-", -1, 99).as_deref(), Ok(b"-a-b-".as_slice()));
    assert_eq!(title(b"hello wORLD"), b"Hello World");
}

#[test]
fn hexadecimal() {
    assert_eq!(hex(b"\x01\x02\x03", Some(':'), 2), "01:0203");
    assert_eq!(from_hex("01 fF"), Ok(vec![1, 255]));
    assert_eq!(
        from_hex("0g"),
        Err(Failure::value("non-hexadecimal number found in fromhex() arg at position 1"))
    );
}
