class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class LinkedList:
    def __init__(self, it=()):
        self.head = None; self.n = 0
        for x in it: self.push(x)
    def push(self, x): self.head = Node(x, self.head); self.n += 1
    def __iter__(self):
        cur = self.head
        while cur: yield cur.v; cur = cur.next
    def __len__(self): return self.n
    def __str__(self): return ' -> '.join(map(str, self))
    def __getitem__(self, i):
        if isinstance(i, slice): return list(self)[i]
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError('no such item')
l = LinkedList('abc'); print(l, len(l), l[1], l[0:2], list(reversed(list(l))), 'a' in l, sorted(l), list(zip(l, range(3))))
try: l[9]
except IndexError as e: print(e)
print(l.__class__, repr(l)[:22], f'{l!s}', f'{l}', '%s' % l)
class Vec:
    def __init__(s, *c): s.c = c
    def __repr__(s): return f'Vec{s.c}'
    def __add__(s, o): return Vec(*(a + b for a, b in zip(s.c, o.c)))
    def __radd__(s, o): return s if o == 0 else NotImplemented
    def __mul__(s, k): return Vec(*(a * k for a in s.c)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __neg__(s): return s * -1
    def __abs__(s): return sum(a * a for a in s.c) ** .5
    def __matmul__(s, o): return sum(a * b for a, b in zip(s.c, o.c))
    def __iadd__(s, o): s.c = (s + o).c; return s
    def __format__(s, spec): return '<' + ', '.join(format(x, spec) for x in s.c) + '>'
    def __round__(s, n=0): return Vec(*(round(a, n) for a in s.c))
    def __int__(s): return 7
    def __float__(s): return 7.5
    def __index__(s): return 2
    def __divmod__(s, o): return 'divmod'
    def __lshift__(s, o): return 'shift'
    def __getattr__(s, n):
        if n == 'x': return s.c[0]
        raise AttributeError(f'no {n} here')
    def __setitem__(s, i, v): s.c = s.c[:i] + (v,) + s.c[i + 1:]
    def __delitem__(s, i): print('del', i)
    def __missing__(s, k): return k
    def __dir__(s): return ['a', 'b']
    def __sizeof__(s): return 5
    def __bytes__(s): return b'vec'
    def __reversed__(s): return iter('rev')
    def __enter__(s): return s
    def __exit__(s, *a): print(a[0]); return True
v = Vec(1, 2) + Vec(3, 4); print(v, v * 2, 3 * v, -v, abs(v), v @ v, sum([v, v]), f'{v:.1f}', round(v / 1 if 0 else v, 1), int(v), float(v), [1, 2, 3][v], divmod(v, 1), v << 1, v.x, dir(v), bytes(v), list(reversed(v)), hex(v), range(5)[v], 'abc'[v])
v += v; v[0] = 9; del v[5]; print(v)
with v: raise KeyError
for bad in (lambda: v * 'a', lambda: v.y, lambda: v - v, lambda: 'a' + v, lambda: v + 1, lambda: v < v, lambda: v[0], lambda: len(v), lambda: iter(v), lambda: v(), lambda: [] @ v, lambda: v ** 2, lambda: 1 in v, lambda: +v, lambda: ~v, lambda: v // 2, lambda: hash(v) and 1, lambda: bool(v)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Dict2(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = Dict2(a=1); d['b'] = 1; print(d, d['zz'], d.get('zz'), type(d), d | {'c': 1}, isinstance(d, dict))
class MyList(list):
    def sum(self): return sum(self)
    def __getitem__(self, i): return super().__getitem__(i - 1)
m = MyList([1, 2, 3]); print(m, m.sum(), m[1], m + [4], type(m + [4]), m == [1, 2, 3], len(m), m[1:])if 0 else print(m, m.sum(), m[1], m + [4], type(m + [4]), m == [1, 2, 3], len(m))
class Str2(str):
    def shout(self): return self.upper() + '!'
print(Str2('a').shout(), type(Str2('a') + 'b'), Str2('a') == 'a', {Str2('a'): 1}['a'], repr(Str2('q')))
class Int2(int):
    def __add__(self, o): return Int2(int(self) + o + 100)
print(Int2(5) + 1, 1 + Int2(5), Int2(3) * 2, repr(Int2(4)), f'{Int2(4):03}')
class Err(Exception):
    def __str__(self): return 'custom'
try: raise Err(1, 2)
except Err as e: print(e, repr(e), e.args)
class Sing:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Sing() is Sing(1))
print(type('Dyn', (Vec,), {'z': 1})(1).z, callable(v), callable(Vec), hasattr(v, 'x'), getattr(v, 'nope', 'dflt'), isinstance(v, (int, Vec)), issubclass(bool, int), type(type), type(None), type(...), type(NotImplemented), type(print), type(lambda: 0), type(Vec.__add__), type(v.__add__), type((x for x in ())), type(range(1)), type(iter([])), type({}.keys()), type(open) if 0 else '')
def __getattr__(x): pass
raise Err('final')
