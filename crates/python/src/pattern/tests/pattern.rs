//! Answers of CPython 3.13.

use super::matcher::{Mode, TooManySteps};
use super::*;

type Groups<'a> = Option<&'a [Option<(usize, usize)>]>;

fn characters(text: &str) -> Vec<char> {
    text.chars().collect()
}

fn said(error: &PatternError) -> String {
    match error.position {
        Some(position) => format!("{} at position {position}", error.message),
        None => error.message.clone(),
    }
}

#[test]
fn searching() {
    let cases: [(&str, u32, &str, Groups<'_>); 21] = [
        ("a+b", 0, "xaab", Some(&[Some((1, 4))])),
        ("(a)|(b)", 0, "b", Some(&[Some((0, 1)), None, Some((0, 1))])),
        ("(a*)*", 0, "aa", Some(&[Some((0, 2)), Some((2, 2))])),
        ("(?P<x>a)(?P=x)", 0, "baa", Some(&[Some((1, 3)), Some((1, 2))])),
        ("(?<=a)b", 0, "ab", Some(&[Some((1, 2))])),
        ("(?<!a)b", 0, "abb", Some(&[Some((2, 3))])),
        ("(?i)É", 0, "é", Some(&[Some((0, 1))])),
        ("a{2,3}?", 0, "aaaa", Some(&[Some((0, 2))])),
        ("a++a", 0, "aaa", None),
        ("(?>a*)b", 0, "aab", Some(&[Some((0, 3))])),
        ("(a)?(?(1)b|c)", 0, "c", Some(&[Some((0, 1)), None])),
        ("^b", 8, "a\nb", Some(&[Some((2, 3))])),
        ("a.c", 16, "a\nc", Some(&[Some((0, 3))])),
        ("\\bfoo\\b", 0, "a foo b", Some(&[Some((2, 5))])),
        ("[^\\W\\d_]+", 0, "1é中_", Some(&[Some((1, 3))])),
        ("(?s-i:.)b", 2, "\nB", Some(&[Some((0, 2))])),
        ("a # x\n b", 64, "ab", Some(&[Some((0, 2))])),
        ("(?=(a))a\\1", 0, "aa", Some(&[Some((0, 2)), Some((0, 1))])),
        ("(a|ab)(c|bcd)(d*)", 0, "abcd", Some(&[Some((0, 4)), Some((0, 1)), Some((1, 4)), Some((4, 4))])),
        ("$", 0, "a\n", Some(&[Some((1, 1))])),
        ("\\d{2}-(\\d+)", 0, "x12-345", Some(&[Some((1, 7)), Some((4, 7))])),
    ];
    for (pattern, flags, text, wanted) in cases {
        let compiled = Pattern::compile(pattern, flags, false).expect(pattern);
        let found = compiled.run(&characters(text), 0, Mode::Search, &mut 10_000).expect("it is short");
        assert_eq!(found.as_ref().map(|spans| &*spans.groups), wanted, "{pattern}");
    }
}

#[test]
fn refusals() {
    let cases = [
        ("[", "unterminated character set at position 0"),
        ("(", "missing ), unterminated subpattern at position 0"),
        ("*a", "nothing to repeat at position 0"),
        ("a**", "multiple repeat at position 2"),
        (")", "unbalanced parenthesis at position 0"),
        ("(?", "unexpected end of pattern at position 2"),
        ("(?P<", "missing group name at position 4"),
        ("(?P<1>a)", "bad character in group name '1' at position 4"),
        ("(?P<a>)(?P<a>)", "redefinition of group name 'a' as group 2; was group 1 at position 11"),
        ("\\", "bad escape (end of pattern) at position 0"),
        ("\\q", "bad escape \\q at position 0"),
        ("\\1", "invalid group reference 1 at position 1"),
        ("(\\1)", "cannot refer to an open group at position 1"),
        ("a{3,2}", "min repeat greater than max repeat at position 2"),
        ("[b-a]", "bad character range b-a at position 1"),
        ("(?<=a*)b", "look-behind requires fixed-width pattern"),
        ("(?z)", "unknown extension ?z at position 1"),
        ("a(?i)", "global flags not at the start of the expression at position 1"),
        ("(?:", "missing ), unterminated subpattern at position 0"),
        ("(?P=x)", "unknown group name 'x' at position 4"),
        ("(?(1)a|b|c)", "conditional backref with more than two branches at position 8"),
        ("\\x1", "incomplete escape \\x1 at position 0"),
        ("(?#", "missing ), unterminated comment at position 0"),
        ("a\n(", "missing ), unterminated subpattern at position 2"),
        ("[a", "unterminated character set at position 0"),
        ("(?i-", "missing flag at position 4"),
        ("(?a-u:)", "bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 5"),
    ];
    for (pattern, wanted) in cases {
        match Pattern::compile(pattern, 0, false) {
            Err(Refusal::Pattern(error)) => assert_eq!(said(&error), wanted, "{pattern}"),
            other => panic!("{pattern}: {other:?}"),
        }
    }
}

#[test]
fn scanning() {
    let pattern = Pattern::compile("x*", 0, false).expect("it is valid");
    let text = characters("axbx");
    let (mut scan, mut found) = (scan::Scan::starting_at(0), Vec::new());
    while let Ok(Some(spans)) = scan.next(&pattern, &text, &mut 10_000) {
        found.extend(spans.groups[0]);
    }
    assert_eq!(found, [(0, 0), (1, 2), (2, 2), (3, 4), (4, 4)]);
    let pattern = Pattern::compile("(,)|;", 0, false).expect("it is valid");
    let pieces = scan::split(&pattern, &characters("a,b;c"), 0, &mut 10_000);
    assert_eq!(pieces, Ok(vec![Some((0, 1)), Some((1, 2)), Some((2, 3)), None, Some((4, 5))]));
}

#[test]
fn replacement_templates() {
    let pattern = Pattern::compile("(a)(?P<x>b)?", 0, false).expect("it is valid");
    let text = characters("a");
    let spans = pattern.run(&text, 0, Mode::Match, &mut 100).expect("it is short").expect("it matches");
    let parts = template::parse(r"<\1\g<x>\g<0>\n\.>", &pattern).expect("it is valid");
    assert_eq!(template::expand(&parts, &spans, &text, 99).as_deref(), Ok("<aa\n\\.>"));
    for (text, wanted) in [
        ("\\9", "invalid group reference 9 at position 1"),
        ("\\g<", "missing group name at position 3"),
        ("\\g<>", "missing group name at position 3"),
        ("\\q", "bad escape \\q at position 0"),
        ("\\g<9>", "invalid group reference 9 at position 3"),
        ("\\g<a b>", "bad character in group name 'a b' at position 3"),
        ("\\", "bad escape (end of pattern) at position 0"),
    ] {
        match template::parse(text, &pattern) {
            Err(Refusal::Pattern(error)) => assert_eq!(said(&error), wanted, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn exponential_patterns_run_out_of_steps() {
    let pattern = Pattern::compile("(a+)+$", 0, false).expect("it is valid");
    let text = characters(&format!("{}b", "a".repeat(40)));
    assert_eq!(pattern.run(&text, 0, Mode::Match, &mut 100_000), Err(TooManySteps));
}
