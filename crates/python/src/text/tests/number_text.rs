//! Answers of CPython 3.13.

use super::*;

#[test]
fn integers() {
    let cases: [(&str, i64, Result<i64, &str>); 13] = [
        ("12", 10, Ok(12)),
        (" -1_000 ", 10, Ok(-1000)),
        ("0x1F", 0, Ok(31)),
        ("0b_11", 2, Ok(3)),
        ("z", 36, Ok(35)),
        ("٣٤", 10, Ok(34)),
        ("", 10, Err("invalid literal for int() with base 10: ''")),
        ("1__0", 10, Err("invalid literal for int() with base 10: '1__0'")),
        ("010", 0, Err("invalid literal for int() with base 0: '010'")),
        ("00", 0, Ok(0)),
        ("1", 37, Err("int() base must be >= 2 and <= 36, or 0")),
        ("abc", 10, Err("invalid literal for int() with base 10: 'abc'")),
        ("o'k", 10, Err("invalid literal for int() with base 10: \"o'k\"")),
    ];
    for (text, base, wanted) in cases {
        let found = integer_of_text(text, base).map_err(|failure| failure.text);
        assert_eq!(found, wanted.map(Integer::Small).map_err(str::to_owned), "{text}");
    }
}

#[test]
fn floats() {
    let cases: [(&str, Result<f64, &str>); 12] = [
        ("1.5", Ok(1.5)),
        (" 1e3 ", Ok(1000.0)),
        ("1_0.5", Ok(10.5)),
        ("inf", Ok(f64::INFINITY)),
        ("-Infinity", Ok(f64::NEG_INFINITY)),
        (".5", Ok(0.5)),
        ("5.", Ok(5.0)),
        ("1__0", Err("could not convert string to float: '1__0'")),
        ("abc", Err("could not convert string to float: 'abc'")),
        ("", Err("could not convert string to float: ''")),
        ("1e", Err("could not convert string to float: '1e'")),
        ("٣.5", Ok(3.5)),
    ];
    for (text, wanted) in cases {
        let found = float_of_text(text).map_err(|failure| failure.text);
        assert_eq!(found, wanted.map_err(str::to_owned), "{text}");
    }
}

#[test]
fn long_numbers_are_refused() {
    let text = integer_of_text(&"9".repeat(5000), 10).map_err(|failure| failure.text);
    assert!(text.is_err_and(|text| text.contains("value has 5000 digits")));
}
