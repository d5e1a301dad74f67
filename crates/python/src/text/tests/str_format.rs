//! Answers of CPython 3.13.

use super::*;

#[test]
fn faults() {
    let cases = [
        ("}", "Single '}' encountered in format string"),
        ("{", "Single '{' encountered in format string"),
        ("{0", "expected '}' before end of string"),
        ("{0!", "end of string while looking for conversion specifier"),
        ("{0!r", "unmatched '{' in format spec"),
        ("{0!rr}", "expected ':' after conversion specifier"),
        ("{0:{", "unmatched '{' in format spec"),
        ("{0{1}}", "unexpected '{' in field name"),
        ("{99999999999999999999}", "Too many decimal digits in format string"),
    ];
    for (template, wanted) in cases {
        assert!(
            matches!(parse(template).last(), Some(Part::Fault(failure)) if failure.text == wanted),
            "{template}"
        );
    }
}

#[test]
fn fields() {
    let parts = parse("a{{{0.name[key][3]!r:>{width}}}}");
    let field = Field {
        first: First::Index(0),
        path: vec![Access::Attribute("name".to_owned()), Access::Key("key".to_owned()), Access::Index(3)],
        conversion: Some('r'),
        spec: ">{width}".to_owned(),
    };
    let literal = |text: &str| Part::Literal(text.to_owned());
    assert_eq!(parts, [literal("a{"), Part::Field(field), literal("}")]);
}

#[test]
fn numbering_is_manual_or_automatic() {
    let mut numbering = Numbering::default();
    assert_eq!(numbering.automatic(), Ok(0));
    assert!(numbering.manual().is_err());
}
