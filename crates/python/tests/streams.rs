//! What the standard streams are, which no case can say: cases are recorded with streams in memory.

use interleave_python::{Options, run};

#[test]
fn the_streams_of_a_process() {
    let source = r#"
import sys
for stream in sys.stdin, sys.stdout, sys.stderr:
    print(stream, stream.name, stream.mode, stream.errors, stream.fileno())
    print(stream.readable(), stream.writable(), stream.closed)
for action in (sys.stdout.read, sys.stdout.readline, sys.stdout.readlines, lambda: next(sys.stdout), lambda: sys.stdin.write("x")):
    try:
        print(action())
    except OSError as error:
        print(type(error).__name__, error)
sys.stderr.close()
print(sys.stderr.closed)
try:
    sys.stderr.write("x")
except ValueError as error:
    print(error)
sys.stdout.close()
"#;
    let ran = run(source, &Options::default());
    let expected = "\
<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'> <stdin> r strict 0
True False False
<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'> <stdout> w strict 1
False True False
<_io.TextIOWrapper name='<stderr>' mode='w' encoding='utf-8'> <stderr> w backslashreplace 2
False True False
UnsupportedOperation not readable
UnsupportedOperation not readable
UnsupportedOperation not readable
UnsupportedOperation not readable
UnsupportedOperation not writable
True
I/O operation on closed file.
";
    assert_eq!(ran.stdout, expected, "{}", ran.stderr);
}
