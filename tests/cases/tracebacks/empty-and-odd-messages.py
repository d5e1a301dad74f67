import traceback

for error in [ValueError(), ValueError(''), ValueError('a', 'b'), ValueError(None), KeyError('missing key'), KeyError(), OSError(2, 'nope'), StopIteration(3), ValueError('two\nlines'), SystemExit(2), AssertionError(('t',))]:
    print(traceback.format_exception_only(error))
class Silent(Exception):
    def __str__(self): return ''
class Broken(Exception):
    def __str__(self): raise RuntimeError('in str')
class Mod(Exception): pass
Mod.__module__ = 'some.module'
Mod.__qualname__ = 'Outer.Mod'
for error in [Silent(1), Broken(2), Mod('x')]:
    print(traceback.format_exception_only(error))
raise Broken('uncaught')
