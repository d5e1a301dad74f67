//! Things inside things, deeper than any native stack: they are made, asked about and let go of without
//! the machine's falling over. What CPython refuses by `RecursionError` may be refused so.

use interleave_python::{Options, run};

/// How a deep thing is begun and wrapped, and what is asked of it.
const DEEP: [(&str, &str, &str); 24] = [
    ("()", "(x,)", "hash(x)"),
    ("()", "(x,)", "{x}"),
    ("()", "(x,)", "{x: 1}"),
    ("()", "(x,)", "x == (x,)"),
    ("()", "(x,)", "x < (x,)"),
    ("()", "(x,)", "isinstance(1, x)"),
    ("()", "(x,)", "'%s' % x"),
    ("[]", "[x]", "repr(x)"),
    ("[]", "[x]", "copy.deepcopy(x)"),
    ("[]", "[x]", "json.dumps(x)"),
    ("{}", "{1: x}", "x == {1: x}"),
    ("{}", "{1: x}.values()", "repr(x)"),
    ("frozenset()", "frozenset([x])", "x == frozenset([x])"),
    ("None", "slice(x)", "hash(x)"),
    ("None", "slice(x)", "repr(x)"),
    ("None", "slice(x)", "x == slice(x)"),
    ("print", "types.MethodType(x, x)", "hash(x)"),
    ("print", "staticmethod(x)", "x"),
    ("None", "property(x)", "x"),
    ("iter([1])", "map(abs, x)", "next(x)"),
    ("iter([1])", "filter(None, x)", "next(x)"),
    ("iter([1])", "zip(x)", "next(x)"),
    ("None", "variable.set(x) and contextvars.copy_context()", "x"),
    ("int", "list[x]", "hash(x)"),
];

#[test]
fn deep_things_do_no_harm() {
    for (begun, wrapped, asked) in DEEP {
        let source = format!(
            "import contextvars, copy, json, types\nvariable = contextvars.ContextVar('variable')\nx = {begun}\nfor _ in range(20_000): x = {wrapped}\nprint('made')\ntry: {asked}\nexcept RecursionError: pass\ndel x\nprint('gone')\n"
        );
        let run = run(&source, &Options::default());
        assert_eq!(
            (run.exit, run.stdout.as_str()),
            (0, "made\ngone\n"),
            "{wrapped}, {asked}: {}",
            run.stderr
        );
    }
}

/// As deep as programs go, what is asked is answered.
#[test]
fn what_is_moderately_deep_is_answered() {
    let source = "x = y = ()\nfor _ in range(300): x, y = (x,), (y,)\nprint(x == y, hash(x) == hash(y), len({x, y}))\n\
        f = g = frozenset()\nfor _ in range(30): f, g = frozenset([f]), frozenset([g])\nprint(f == g, len({f, g}))\n";
    let run = run(source, &Options::default());
    assert_eq!(run.stdout, "True True 1\nTrue 1\n", "{}", run.stderr);
}

#[test]
fn an_object_that_is_its_own_call_is_refused() {
    let source = "class C:\n    def __call__(self): pass\nC.__call__ = C()\ntry: C()()\nexcept RecursionError as error: print(error)\n";
    let run = run(source, &Options::default());
    assert_eq!(run.stdout, "maximum recursion depth exceeded while calling a Python object\n");
}
