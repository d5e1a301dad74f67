//! Answers of CPython 3.13.

use super::*;

#[test]
fn from_the_left() {
    let cases: [(&str, Option<&str>, i64, &[&str]); 7] = [
        ("a b  c ", None, -1, &["a", "b", "c"]),
        ("a b  c ", None, 1, &["a", "b  c "]),
        ("  a ", None, 0, &["a "]),
        ("a,b,,c", Some(","), -1, &["a", "b", "", "c"]),
        ("a,b,,c", Some(","), 1, &["a", "b,,c"]),
        ("", None, -1, &[]),
        ("", Some(","), -1, &[""]),
    ];
    for (text, separator, most, wanted) in cases {
        assert_eq!(split(text, separator, most).as_deref(), Ok(wanted));
    }
}

#[test]
fn from_the_right() {
    let cases: [(&str, Option<&str>, i64, &[&str]); 7] = [
        ("a b  c ", None, -1, &["a", "b", "c"]),
        ("a b  c ", None, 1, &["a b", "c"]),
        ("  a ", None, 0, &["  a"]),
        ("a,b,,c", Some(","), -1, &["a", "b", "", "c"]),
        ("a,b,,c", Some(","), 1, &["a,b,", "c"]),
        ("", None, -1, &[]),
        ("", Some(","), -1, &[""]),
    ];
    for (text, separator, most, wanted) in cases {
        assert_eq!(split_right(text, separator, most).as_deref(), Ok(wanted));
    }
}

#[test]
fn lines_and_parts() {
    assert_eq!(split_lines("a\r\nb\n\u{85}c", false), ["a", "b", "", "c"]);
    assert_eq!(split_lines("a\r\nb", true), ["a\r\n", "b"]);
    assert_eq!(partition("a=b=c", "="), Ok(["a", "=", "b=c"]));
    assert_eq!(partition_right("a=b=c", "="), Ok(["a=b", "=", "c"]));
    assert_eq!(partition("a", ""), Err(Failure::value("empty separator")));
    assert_eq!(strip("xxaxx", Some("x"), Sides { left: true, right: false }), "axx");
}
