# decorators, closures, functools, contextlib
import functools, contextlib, time
def timer(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print('call', f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper
def repeat(n):
    def deco(f):
        def w(*a):
            return [f(*a) for _ in range(n)]
        return w
    return deco
@timer
@repeat(2)
def add(a, b=1):
    "Adds."
    return a + b
print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__)if False else print(add(1, 2), add.__name__)
@functools.lru_cache(maxsize=2)
def sq(x): print('computing', x); return x * x
print(sq(1), sq(1), sq(2), sq(3), sq(1), sq.cache_info()); sq.cache_clear(); print(sq.cache_info())
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(int, base=2)('101'), functools.partial(print, 1, sep='-'))if False else print(fib(80), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.partial(int, base=2)('101'))
@functools.singledispatch
def show(x): return 'any'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
print(show(1), show([]), show('a'), show(True))
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(V(1) >= V(2), V(1) <= V(1), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); print(c(), c(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
fs = [lambda: i for i in range(3)]; print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
def m(a, l=[]): l.append(a); return l
print(m(1), m(2), m.__defaults__)
@contextlib.contextmanager
def ctx(name):
    print('enter', name)
    try: yield name.upper()
    except ValueError as e: print('swallowed', e)
    finally: print('exit', name)
with ctx('a') as a, ctx('b') as b: print(a, b); raise ValueError('boo')
with contextlib.suppress(KeyError): {}['x']
with contextlib.ExitStack() as s:
    s.enter_context(ctx('s')); s.callback(print, 'cb')
import io
with contextlib.redirect_stdout(io.StringIO()) as out: print('hidden')
print(repr(out.getvalue()))
class R:
    def __enter__(self): print('in'); return self
    def __exit__(self, t, v, tb): print('out', t, v); return t is KeyError
with R(): {}['x']
with R() as r: print(type(r).__name__)
def f(a, b=2, *args, c, d=4, **kw): print(a, b, args, c, d, kw)
f(1, c=3); f(1, 2, 3, 4, c=5, e=6); f(*[1, 2], **{'c': 3})
for bad in (lambda: f(), lambda: f(1), lambda: f(1, c=1, a=2), lambda: add(1, 2, 3, x=1), lambda: f(c=1)):
    try: bad()
    except TypeError as e: print(e)
import inspect
print(inspect.signature(f), f.__kwdefaults__, f.__annotations__, inspect.getdoc(add))
class Meta(type):
    def __new__(m, n, b, d): print('making', n); return super().__new__(m, n, b, d)
class K(metaclass=Meta):
    def __init_subclass__(cls, **kw): print('sub', cls.__name__, kw)
    def __set_name__(self, o, n): pass
class L(K, x=1): pass
class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, t=None): return self if obj is None else obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, v): print('set', self.name, v); obj.__dict__[self.name] = v
class U: a = Desc()
u = U(); print(u.a); u.a = 5; print(u.a, U.a.name)
class Cached:
    @functools.cached_property
    def x(self): print('once'); return 1
k = Cached(); print(k.x, k.x)
with ctx('last'): raise KeyError('unswallowed')
