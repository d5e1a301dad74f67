//! Answers of CPython 3.13.

use super::*;

#[test]
fn changes_by_upper() {
    let cases = [
        ("they're bill's", "THEY'RE BILL'S"),
        ("ΑΣΣ", "ΑΣΣ"),
        ("ǆ ß", "Ǆ SS"),
        ("ﬁne ŉ", "FINE ʼN"),
        ("İI", "İI"),
        ("ᾳ Ა", "ΑΙ Ა"),
        ("Hello World", "HELLO WORLD"),
        ("ΣΑΣ.Σ", "ΣΑΣ.Σ"),
    ];
    for (text, wanted) in cases {
        assert_eq!(upper(text), wanted);
    }
}

#[test]
fn changes_by_lower() {
    let cases = [
        ("they're bill's", "they're bill's"),
        ("ΑΣΣ", "ασς"),
        ("ǆ ß", "ǆ ß"),
        ("ﬁne ŉ", "ﬁne ŉ"),
        ("İI", "i̇i"),
        ("ᾳ Ა", "ᾳ ა"),
        ("Hello World", "hello world"),
        ("ΣΑΣ.Σ", "σασ.ς"),
    ];
    for (text, wanted) in cases {
        assert_eq!(lower(text), wanted);
    }
}

#[test]
fn changes_by_title() {
    let cases = [
        ("they're bill's", "They'Re Bill'S"),
        ("ΑΣΣ", "Ασς"),
        ("ǆ ß", "ǅ Ss"),
        ("ﬁne ŉ", "Fine ʼN"),
        ("İI", "İi"),
        ("ᾳ Ა", "ᾼ Ა"),
        ("Hello World", "Hello World"),
        ("ΣΑΣ.Σ", "Σασ.Σ"),
    ];
    for (text, wanted) in cases {
        assert_eq!(title(text), wanted);
    }
}

#[test]
fn changes_by_capitalize() {
    let cases = [
        ("they're bill's", "They're bill's"),
        ("ΑΣΣ", "Ασς"),
        ("ǆ ß", "ǅ ß"),
        ("ﬁne ŉ", "Fine ŉ"),
        ("İI", "İi"),
        ("ᾳ Ა", "ᾼ ა"),
        ("Hello World", "Hello world"),
        ("ΣΑΣ.Σ", "Σασ.ς"),
    ];
    for (text, wanted) in cases {
        assert_eq!(capitalize(text), wanted);
    }
}

#[test]
fn changes_by_swapcase() {
    let cases = [
        ("they're bill's", "THEY'RE BILL'S"),
        ("ΑΣΣ", "ασς"),
        ("ǆ ß", "Ǆ SS"),
        ("ﬁne ŉ", "FINE ʼN"),
        ("İI", "i̇i"),
        ("ᾳ Ა", "ΑΙ ა"),
        ("Hello World", "hELLO wORLD"),
        ("ΣΑΣ.Σ", "σασ.ς"),
    ];
    for (text, wanted) in cases {
        assert_eq!(swap_case(text), wanted);
    }
}

#[test]
fn changes_by_casefold() {
    let cases = [
        ("they're bill's", "they're bill's"),
        ("ΑΣΣ", "ασσ"),
        ("ǆ ß", "ǆ ss"),
        ("ﬁne ŉ", "fine ʼn"),
        ("İI", "i̇i"),
        ("ᾳ Ა", "αι ა"),
        ("Hello World", "hello world"),
        ("ΣΑΣ.Σ", "σασ.σ"),
    ];
    for (text, wanted) in cases {
        assert_eq!(casefold(text), wanted);
    }
}

#[test]
fn predicates() {
    let cases = [
        ("a", true, true, false, false, false, true, true, false, false),
        ("中文", true, true, false, false, false, true, true, false, false),
        ("²", false, true, false, true, true, false, true, false, false),
        ("½", false, true, false, false, true, false, true, false, false),
        ("٣", false, true, true, true, true, false, true, false, false),
        ("_a1", false, false, false, false, false, true, true, false, false),
        ("1a", false, true, false, false, false, false, true, false, false),
        ("é \u{200b}", false, false, false, false, false, false, false, false, false),
        ("", false, false, false, false, false, false, true, false, false),
        ("Hello World", false, false, false, false, false, false, true, true, false),
        ("ABC", true, true, false, false, false, true, true, false, true),
        ("〇", false, true, false, false, true, true, true, false, false),
        ("á", false, false, false, false, false, true, true, false, false),
    ];
    for (text, alpha, alnum, decimal, digit, numeric, identifier, printable, title, upper) in cases {
        assert_eq!(is_alpha(text), alpha, "{text}");
        assert_eq!(is_alnum(text), alnum, "{text}");
        assert_eq!(is_decimal_text(text), decimal, "{text}");
        assert_eq!(is_digit_text(text), digit, "{text}");
        assert_eq!(is_numeric_text(text), numeric, "{text}");
        assert_eq!(is_identifier(text), identifier, "{text}");
        assert_eq!(is_printable_text(text), printable, "{text}");
        assert_eq!(is_title_text(text), title, "{text}");
        assert_eq!(is_upper(text), upper, "{text}");
    }
}
