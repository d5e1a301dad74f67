# stdin: first
# stdin: second
# stdin: third
# What the streams tell about themselves, and what they refuse.
import sys

for stream in sys.stdout, sys.stderr:
    print(stream.name, stream.encoding, stream.errors, stream.newlines, stream.isatty())
    print(stream.writable(), stream.closed, type(stream).__name__)
sys.stdout.writelines(["some ", "lines\n"])
sys.stdout.writelines(f"{number} " for number in range(3))
print(sys.stdout.write("four"), file=sys.stdout, flush=True)
sys.stdout.buffer.write(b"bytes below\n")
sys.stdout.buffer.flush()
print(sys.stdout.buffer is sys.stdout.buffer, sys.stdin.readline(), end="")
print(sys.stdin.readlines(), sys.stdin.readline() == "", sys.stdin.read() == "")


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: sys.stdout.write(5))
attempt(lambda: sys.stdout.write(b"bytes"))
attempt(lambda: sys.stdout.write(None))
attempt(lambda: sys.stdout.buffer.write("text"))
attempt(lambda: sys.stdout.writelines([1]))
attempt(lambda: sys.stdout.writelines(5))
attempt(lambda: sys.stdout.write())
