//! Deep programs end in an error or in a tree, on a small stack, in every build.

use interleave_syntax::{Limits, SyntaxError, parse, tree::Module};

/// Half of what the smallest browser gives a thread.
const STACK: usize = 512 * 1024;

#[expect(clippy::disallowed_types, reason = "the size of a stack is what is tested")]
fn parse_on_a_small_stack(source: String) -> Result<Module, SyntaxError> {
    let work = move || parse(&source, Limits::default());
    std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread").join().expect("no panic")
}

fn is_too_deep(source: String) {
    let start: String = source.chars().take(40).collect();
    let error = parse_on_a_small_stack(source).expect_err(&start);
    assert!(error.message.contains("limit"), "{start}: {}", error.message);
}

#[test]
fn deep_nesting_is_refused() {
    let n = 100_000;
    let around = |open: &str, close: &str| format!("x = {}1{}", open.repeat(n), close.repeat(n));
    is_too_deep(around("(", ")"));
    is_too_deep(around("[", "]"));
    is_too_deep(around("{", "}"));
    is_too_deep(around("{1: ", "}"));
    is_too_deep(around("f(", ")"));
    is_too_deep(around("a[", "]"));
    is_too_deep(around("f(1, ", ")"));
    for prefix in
        ["-", "~", "not ", "lambda: ", "lambda a, b: ", "lambda a=1, *b: ", "await ", "2 ** ", "a if b else "]
    {
        is_too_deep(around(prefix, ""));
    }
    is_too_deep(around("*", ""));
    is_too_deep(around("yield ", ""));
    is_too_deep(around("(a, ", ")"));
    is_too_deep("async ".repeat(n));
    is_too_deep("if x: ".repeat(n));
    is_too_deep("x: ".repeat(n) + &"lambda: ".repeat(n));
    is_too_deep(format!("x = {}1{}", "f'{".repeat(n), "}'".repeat(n)));
    is_too_deep(format!("x = f'{}{}'", "{1:".repeat(n), "}".repeat(n)));
    is_too_deep(format!("match x:\n case {}a{}: pass\n", "[".repeat(n), "]".repeat(n)));
}

#[test]
fn long_chains_are_refused() {
    let n = 50_000;
    is_too_deep(format!("x{}", ".x".repeat(n)));
    is_too_deep(format!("x{}", "()".repeat(n)));
    is_too_deep(format!("x{}", "[0]".repeat(n)));
    for operator in ["+", "-", "|", "<", "and", "or", "in", "is not", "@"] {
        is_too_deep(format!("a{}", format!(" {operator} a").repeat(n)));
    }
}

#[test]
fn deep_blocks_are_refused() {
    let mut blocks = String::new();
    let mut indent = String::new();
    for _ in 0..2_000 {
        blocks += &format!("{indent}if x:\n");
        indent.push(' ');
    }
    is_too_deep(format!("{blocks}{indent}pass\n"));
}

#[test]
fn what_is_long_but_flat_is_accepted() {
    let several = |piece: &str, n: usize| piece.repeat(n);
    let flat = [
        format!("if x:\n  y\n{}", several("elif x:\n  y\n", 5_000)),
        format!("x = [{}]", several("1, ", 50_000)),
        format!("x = [{}]", several("lambda a, b: a.b + 1, ", 5_000)),
        format!("x = {{{}}}", several("a: -b, ", 5_000)),
        format!("x = ({})", several("'a' ", 50_000)),
        several("x = y = -1\n", 10_000),
        format!("f'{}'", several("{x.y}", 10_000)),
        several("a = ", 10_000) + "1",
        format!("try:\n  x\n{}", several("except A:\n  y\n", 5_000)),
    ];
    for source in flat {
        let start: String = source.chars().take(40).collect();
        if let Err(error) = parse_on_a_small_stack(source) {
            panic!("{start}: {}", error.message);
        }
    }
}

#[test]
fn at_the_limits_a_small_stack_suffices() {
    let Limits { nesting, links } = Limits::default();
    let chain = |links: usize| format!("x{}", ".x".repeat(links));
    let sum = |links: usize| format!("a{}", " + a".repeat(links));
    let near = [
        format!("y = {}{}{}", "(".repeat(nesting), sum(links), ")".repeat(nesting)),
        format!("y = {}{}", "-".repeat(nesting), chain(links)),
        format!("y = {}1{}", "[x for x in ".repeat(nesting / 3), "]".repeat(nesting / 3)),
        format!("y = {}1", "lambda a=1: ".repeat(nesting)),
        format!("y = {}1{}", "f(a.b + ".repeat(links / 3), ")".repeat(links / 3)),
        format!("y = {}1{}", "{1: ".repeat(nesting), "}".repeat(nesting)),
        (0..nesting / 2).map(|depth| format!("{}def f():\n", " ".repeat(depth))).collect::<String>()
            + &format!("{}{}\n", " ".repeat(nesting / 2), sum(links)),
        format!("y = {}f(a b){}", "(".repeat(nesting - 1), ")".repeat(nesting - 1)),
        format!("y = {}", "(".repeat(nesting)),
    ];
    for source in near {
        let start: String = source.chars().take(40).collect();
        if let Err(error) = parse_on_a_small_stack(source) {
            assert!(!error.message.contains("limit"), "{start}: {}", error.message);
        }
    }
}
