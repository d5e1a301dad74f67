//! Answers of CPython 3.13.

use super::*;

#[test]
fn places_count_characters() {
    assert_eq!(find("a中b中", "中", None, None, true), Some(3));
    assert_eq!(find("a中b中", "中", Some(2), None, false), Some(3));
    assert_eq!(find("abc", "", Some(3), None, false), Some(3));
    assert_eq!(find("abc", "", Some(4), None, false), None);
    assert_eq!(count("中中中", "中中", None, None), 1);
    assert_eq!(count("abc", "", None, None), 4);
    assert!(starts_with("éa", "a", Some(1), None));
    assert!(ends_with("éa", "é", None, Some(-1)));
}

#[test]
fn replacing_and_padding() {
    assert_eq!(replace("abc", "", "-", -1, 99).as_deref(), Ok("-a-b-c-"));
    assert_eq!(replace("aaa", "a", "b", 2, 99).as_deref(), Ok("bba"));
    assert!(replace("aaa", "a", "bbbb", -1, 5).is_err());
    assert_eq!(pad("ab", 5, '*', Place::Center, 99).as_deref(), Ok("**ab*"));
    assert_eq!(pad("abc", 6, '*', Place::Center, 99).as_deref(), Ok("*abc**"));
    assert_eq!(zero_fill("-5", 4, 99).as_deref(), Ok("-005"));
    assert_eq!(expand_tabs("a\tb\n\tc", 4, 99).as_deref(), Ok("a   b\n    c"));
}
