def shout(text): return text.upper() + '!'
def twice(f, x): return f(f(x))

actions = {'shout': shout, 'len': len, 'rev': lambda s: s[::-1]}
for name, action in actions.items():
    print(name, action('abc'), callable(action))
print(twice(shout, 'hi'), list(map(shout, 'ab')), list(filter(None, [0, 1, '', 'x'])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])))
compose = lambda *fs: lambda x: __import__('functools').reduce(lambda v, f: f(v), fs, x)
print(compose(str, len, lambda n: n * 2)(12345))
shout.calls = 3
print(shout.calls, shout.__dict__, shout.__name__, shout.__qualname__, shout.__module__, (lambda: 0).__name__, shout.__doc__)
say = shout
shout = None
print(say('still'), say.__name__)

def documented(a: int, b: 'str' = 'x') -> bool:
    """One line.

    More."""
    return True

print(documented.__doc__, documented.__annotations__)
print(twice, sep='')
print(len, print, str.upper, 'a'.upper, [].append)
