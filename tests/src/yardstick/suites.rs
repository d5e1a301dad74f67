//! Which of CPython's files are measured, and what stands for the modules that they import from CPython's `test` package.

/// Some of CPython's test files.
pub struct Suite {
    /// The word for all of them.
    pub name: &'static str,
    /// Where they are, below CPython's `test` package.
    pub folder: &'static str,
    /// Their names, without `.py`.
    pub files: &'static [&'static str],
}

/// All there are.
pub const SUITES: [Suite; 2] = [
    Suite {
        name: "asyncio",
        folder: "test_asyncio/",
        files: &[
            "test_locks",
            "test_queues",
            "test_taskgroups",
            "test_timeouts",
            "test_waitfor",
            "test_tasks",
            "test_futures",
            "test_runners",
        ],
    },
    Suite {
        name: "language",
        folder: "",
        files: &[
            "test_grammar",
            "test_scope",
            "test_named_expressions",
            "test_patma",
            "test_keywordonlyarg",
            "test_positional_only_arg",
            "test_decorators",
            "test_class",
            "test_super",
            "test_property",
            "test_generators",
            "test_generator_stop",
            "test_yield_from",
            "test_coroutines",
            "test_asyncgen",
            "test_with",
            "test_raise",
            "test_exception_group",
            "test_except_star",
            "test_iter",
            "test_enumerate",
            "test_range",
            "test_slice",
            "test_bool",
            "test_int",
            "test_float",
            "test_dict",
            "test_list",
            "test_tuple",
            "test_set",
            "test_sort",
            "test_str",
            "test_string",
            "test_string_literals",
            "test_format",
            "test_fstring",
        ],
    },
];

/// Where a helper's text is.
pub(super) enum Helper {
    Ours(&'static str),
    /// CPython's own, read where it is installed.
    Theirs(&'static str),
}

use Helper::{Ours, Theirs};

/// What the files import from CPython's `test` package: who is imported stands before who imports.
pub(super) const HELPERS: [(&str, Helper); 18] = [
    ("test", Ours("")),
    ("test.support", Ours(include_str!("../../yardstick/support.py"))),
    ("test.support.script_helper", Ours(include_str!("../../yardstick/script_helper.py"))),
    ("test.support.import_helper", Ours(include_str!("../../yardstick/import_helper.py"))),
    ("test.support.os_helper", Ours(include_str!("../../yardstick/os_helper.py"))),
    ("test.support.testcase", Theirs("support/testcase.py")),
    ("test.support.warnings_helper", Theirs("support/warnings_helper.py")),
    ("test.support.threading_helper", Ours(include_str!("../../yardstick/threading_helper.py"))),
    ("test.test_asyncio", Ours("")),
    ("test.test_asyncio.utils", Ours(include_str!("../../yardstick/loops.py"))),
    ("test.seq_tests", Theirs("seq_tests.py")),
    ("test.list_tests", Theirs("list_tests.py")),
    ("test.mapping_tests", Theirs("mapping_tests.py")),
    ("test.string_tests", Theirs("string_tests.py")),
    ("test.typinganndata", Ours("")),
    ("test.typinganndata.ann_module", Theirs("typinganndata/ann_module.py")),
    ("test.typinganndata.ann_module2", Theirs("typinganndata/ann_module2.py")),
    ("test.test_grammar", Theirs("test_grammar.py")),
];
