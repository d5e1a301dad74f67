def f(a, b=2, *args, c, d=4, **kwargs):
    print(a, b, args, c, d, kwargs)

f(1, c=3)
f(1, 5, 6, 7, c=8, e=9)
f(c=1, a=0, d=2, z=3)

def only_positions(a, b, /, c, *, d):
    return a, b, c, d

print(only_positions(1, 2, 3, d=4), only_positions(1, 2, c=3, d=4))

def names(a, /, **kw):
    return a, kw

print(names(1, a=2))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))

def defaults(item, bucket=[]):
    bucket.append(item)
    return bucket

print(defaults(1), defaults(2), defaults(3, []), defaults(4))
print(f.__name__, f.__defaults__, f.__kwdefaults__, defaults.__defaults__, f.__code__.co_varnames[:3], f.__code__.co_argcount)
