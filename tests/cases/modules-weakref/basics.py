import weakref

class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return f'Node({self.name})'

n = Node('a')
r = weakref.ref(n, lambda ref: print('collected', ref() is None))
print(r() is n, r().name, weakref.getweakrefcount(n))
p = weakref.proxy(n)
print(p.name)
cache = weakref.WeakValueDictionary()
cache['n'] = n
names = weakref.WeakKeyDictionary({n: 'first'})
group = weakref.WeakSet([n])
print(len(cache), cache['n'], names[n], len(group), n in group)
f = weakref.finalize(n, print, 'finalizer ran')
print(f.alive)
del n
print(r(), len(cache), len(names), len(group), f.alive)
try:
    p.name
except ReferenceError as error:
    print(error)
for bad in [5, 'text', [1]]:
    try:
        weakref.ref(bad)
    except TypeError as error:
        print(error)
