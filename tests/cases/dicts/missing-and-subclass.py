class Polite(dict):
    def __missing__(self, key):
        return f'no {key}, sorry'

d = Polite(a=1)
print(d['a'], d['b'], d.get('b'), 'b' in d, d, len(d), type(d).__name__)

class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

u = Upper(low=1)
u['key'] = 2
u.update(other=3)
print(u, u == {'low': 1, 'KEY': 2, 'other': 3}, isinstance(u, dict), u | {'x': 1}, type(u.copy()))

class Attr(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__

a = Attr(x=1)
a.y = 2
print(a.x, a.y, a)
try:
    a.z
except KeyError as error:
    print(repr(error))
