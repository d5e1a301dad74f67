# stdin: first line
# stdin: second
# stdin:
# stdin: 日本 fourth
# stdin: fifth
# stdin: sixth
# stdin: seventh
# stdin: eighth
# stdin: ninth
# Standard input can be read in lines, in parts and to its end.
import sys

print(repr(sys.stdin.readline(3)), repr(sys.stdin.readline(-1)), repr(sys.stdin.readline(0)), repr(sys.stdin.read(3)), repr(input()), repr(sys.stdin.readline()))
print(repr(sys.stdin.readline().strip()), repr(next(sys.stdin)), sys.stdin.readable())
for line in sys.stdin:
    print(repr(line))
    break
print(sys.stdin.readlines(3), sys.stdin.readlines(), sys.stdin.readlines(), repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
try:
    input()
except EOFError as error:
    print(error)
try:
    next(sys.stdin)
except StopIteration:
    print("no more")
