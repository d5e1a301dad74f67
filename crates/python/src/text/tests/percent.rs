//! Answers of CPython 3.13.

use super::*;

fn only(template: &str) -> Conversion {
    match parse(template).remove(0) {
        Part::Value(conversion) => conversion,
        other => panic!("{other:?}"),
    }
}

#[test]
fn integers() {
    let cases = [
        ("%5d", 3, "    3"),
        ("%-5d", 3, "3    "),
        ("%05d", -3, "-0003"),
        ("%+d", 3, "+3"),
        ("%#x", 255, "0xff"),
        ("%.5d", -3, "-00003"),
        ("%08.3d", -5, "-0000005"),
        ("%#X", -255, "-0XFF"),
        ("%o", 8, "10"),
    ];
    for (template, value, wanted) in cases {
        assert_eq!(
            only(template).integer(&Integer::Small(value), 1000).ok().as_deref(),
            Some(wanted),
            "{template}"
        );
    }
}

#[test]
fn floats() {
    let cases = [
        ("%.2f", 2.71459, "2.71"),
        ("%08.3f", -2.71459, "-002.715"),
        ("%g", 0.0001, "0.0001"),
        ("%#.0f", 2.5, "2."),
        ("%+.3e", 12345.678, "+1.235e+04"),
        ("%06f", f64::INFINITY, "000inf"),
        ("%F", f64::INFINITY, "INF"),
    ];
    for (template, value, wanted) in cases {
        assert_eq!(only(template).float(value, 1000).ok().as_deref(), Some(wanted), "{template}");
    }
}

#[test]
fn templates() {
    let parts = parse("%(a)-5s%%|%*.*f");
    assert_eq!(parts.len(), 3);
    assert!(matches!(&parts[0], Part::Value(Conversion { key: Some(key), left: true, .. }) if key == "a"));
    assert_eq!(parts[1], Part::Literal("%|".to_owned()));
    assert_eq!(only("%*.*f").width, Size::Star);
    assert_eq!(only("%y").unsupported().text, "unsupported format character 'y' (0x79) at index 1");
    assert_eq!(parse("%"), [Part::Fault(Failure::value("incomplete format"))]);
    assert_eq!(parse("%(a"), [Part::Fault(Failure::value("incomplete format key"))]);
    assert_eq!(only("%d").wrong_type("str").text, "%d format: a real number is required, not str");
    assert_eq!(only("%5.2s|").text("abc", 1000).ok().as_deref(), Some("   ab"));
}
