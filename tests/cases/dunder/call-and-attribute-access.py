class Trace:
    def __init__(self):
        self.known = 1
    def __getattr__(self, name):
        print('getattr', name)
        if name.startswith('_'):
            raise AttributeError(f'no {name}')
        return name.upper()
    def __setattr__(self, name, value):
        print('setattr', name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print('delattr', name)
        super().__delattr__(name)
    def __call__(self, *args, **kwargs):
        return 'called', args, kwargs
    def __dir__(self):
        return ['b', 'a']

t = Trace()
print(t.known, t.unknown, t(1, k=2), hasattr(t, '_private'), hasattr(t, 'public'), getattr(t, '_x', 'default'), dir(t))
t.known = 2
del t.known
print(t.known)

class Proxy:
    def __init__(self, target):
        self._target = target
    def __getattribute__(self, name):
        if name == '_target':
            return object.__getattribute__(self, name)
        print('through proxy:', name)
        return getattr(self._target, name)

p = Proxy([1, 2])
p.append(3)
print(p.count(3), p._target)
try:
    len(p)
except TypeError as error:
    print(error)
