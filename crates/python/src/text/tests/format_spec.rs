//! Answers of CPython 3.13.

use super::*;

fn text_of(outcome: Outcome<String>) -> Result<String, String> {
    outcome.map_err(|failure| failure.text)
}

fn told(wanted: Result<&str, &str>) -> Result<String, String> {
    wanted.map(str::to_owned).map_err(str::to_owned)
}

#[test]
fn texts() {
    let cases = [
        ("abc", ">6", Ok("   abc")),
        ("abc", "*^8", Ok("**abc***")),
        ("abc", ".2", Ok("ab")),
        ("é", "05", Ok("é0000")),
        ("中文", "中<5", Ok("中文中中中")),
        ("a", "d", Err("Unknown format code 'd' for object of type 'str'")),
        ("a", "+", Err("Sign not allowed in string format specifier")),
        ("a", " ", Err("Space not allowed in string format specifier")),
        ("a", "z", Err("Negative zero coercion (z) not allowed in string format specifier")),
        ("a", "#", Err("Alternate form (#) not allowed in string format specifier")),
        ("a", "=5", Err("'=' alignment not allowed in string format specifier")),
        ("a", ",", Err("Cannot specify ',' with 's'.")),
        ("a", "abc", Err("Invalid format specifier 'abc' for object of type 'str'")),
        ("a", ".", Err("Format specifier missing precision")),
    ];
    for (value, spec, wanted) in cases {
        assert_eq!(text_of(format_text(value, spec, 1000)), told(wanted), "{value} {spec}");
    }
}

#[test]
fn integers() {
    let cases = [
        (5, "05d", Ok("00005")),
        (-5, "+06", Ok("-00005")),
        (1234567, ",", Ok("1,234,567")),
        (1234, "010,", Ok("00,001,234")),
        (255, "#x", Ok("0xff")),
        (255, "#_b", Ok("0b1111_1111")),
        (-255, "_X", Ok("-FF")),
        (65, "3c", Ok("  A")),
        (3, ".2d", Err("Precision not allowed in integer format specifier")),
        (3, "q", Err("Unknown format code 'q' for object of type 'int'")),
        (3, ",x", Err("Cannot specify ',' with 'x'.")),
        (3, ",_", Err("Cannot specify both ',' and '_'.")),
        (3, "z", Err("Negative zero coercion (z) not allowed in integer format specifier")),
        (-1, "c", Err("%c arg not in range(0x110000)")),
        (3, "e", Ok("3.000000e+00")),
        (3, "%", Ok("300.000000%")),
        (12, "*^7", Ok("**12***")),
        (12, "=+6", Ok("+   12")),
        (1, "99999999999999999999", Err("Too many decimal digits in format string")),
        (1, "5.", Err("Format specifier missing precision")),
        (1, "+c", Err("Sign not allowed with integer format specifier 'c'")),
    ];
    for (value, spec, wanted) in cases {
        assert_eq!(
            text_of(format_integer(&Integer::Small(value), spec, "int", 1000)),
            told(wanted),
            "{value} {spec}"
        );
    }
}

#[test]
fn floats() {
    let cases = [
        (2.71459, ".2f", Ok("2.71")),
        (2.5, ".0f", Ok("2")),
        (0.125, ".2f", Ok("0.12")),
        (1e+16, "", Ok("1e+16")),
        (1234567.891, ",.2f", Ok("1,234,567.89")),
        (0.5, "%", Ok("50.000000%")),
        (1e-07, "g", Ok("1e-07")),
        (123456789.0, ".3", Ok("1.23e+08")),
        (1.0, ".3", Ok("1.0")),
        (100000.0, ".5", Ok("1e+05")),
        (f64::NAN, "06", Ok("000nan")),
        (f64::NEG_INFINITY, "+010,", Ok("-000000inf")),
        (-0.04, "z.1f", Ok("0.0")),
        (3.0, "#.0f", Ok("3.")),
        (3.0, "d", Err("Unknown format code 'd' for object of type 'float'")),
        (3.0, ".", Err("Format specifier missing precision")),
        (12.5, "012,.3f", Ok("0,000,012.500")),
        (1e+300, ".3E", Ok("1.000E+300")),
    ];
    for (value, spec, wanted) in cases {
        assert_eq!(text_of(format_float(value, spec, 1000)), told(wanted), "{value} {spec}");
    }
}

#[test]
fn what_would_be_too_long_is_refused() {
    assert!(format_text("a", "1000000", 1000).is_err());
    assert!(format_integer(&Integer::Small(1), "01000000", "int", 1000).is_err());
    assert!(format_float(1.0, ".1000000f", 1000).is_err());
}
