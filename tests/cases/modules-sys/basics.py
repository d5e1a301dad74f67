import sys

print(sys.argv, sys.version_info[:2], sys.version_info >= (3, 11), sys.maxsize, sys.byteorder, sys.platform, sys.version.split('.')[:2], sys.implementation.name)
print(sys.getrecursionlimit(), type(sys.stdout).__name__, sys.stdout.write('x\n'), sys.stdout.encoding, sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit)
sys.stderr.write('to stderr\n')
print(sys.getsizeof(0) > 0, sys.intern('a') is sys.intern('a'), 'sys' in sys.modules, sys.hexversion >> 16 == 0x30d, sys.executable is not None)
def f():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_lineno, sys._getframe().f_locals
print(f())
class Upper:
    def __init__(self, out): self.out = out
    def write(self, text): return self.out.write(text.upper())
    def flush(self): pass
real = sys.stdout
sys.stdout = Upper(real)
print('redirected')
sys.stdout = real
print('back', sys.exc_info(), sys.stdin.isatty() if hasattr(sys.stdin, 'isatty') else None)
sys.setrecursionlimit(150)
def down(n): return down(n + 1) if n < 500 else n
try:
    down(0)
except RecursionError as error:
    print(error, sys.getrecursionlimit())
