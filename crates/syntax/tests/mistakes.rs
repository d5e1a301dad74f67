//! Wrong programs: what is printed equals what CPython 3.13 prints, byte for byte.
//!
//! `record_mistakes.py` writes CPython's answers into `mistakes.txt`.

use interleave_syntax::{Limits, parse, render};

#[test]
fn mistakes_read_as_in_cpython() {
    let entries = include_str!("mistakes.txt").split("====================\n").skip(1);
    let mut different = Vec::new();
    let mut count = 0;
    for entry in entries {
        let (program, expected) =
            entry.split_once("--------------------\n").expect("a program and an answer");
        let program = program.strip_suffix("⌁\n").unwrap_or(program);
        let printed =
            parse(program, Limits::default()).err().map_or(String::new(), |error| render(&error, "main.py"));
        count += 1;
        if printed != expected {
            different.push(format!("{program}--- CPython\n{expected}--- here\n{printed}"));
        }
    }
    assert!(different.is_empty(), "{} of {count} differ:\n{}", different.len(), different.join("======\n"));
}
