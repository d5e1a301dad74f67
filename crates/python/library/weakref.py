"""Weak references, proxies, collections that don't keep their members alive, and finalizers."""

from _interleave import ref, weakref_count as getweakrefcount, weakrefs as getweakrefs
from types import MethodType

ReferenceType = ref


class _Proxy:
    __slots__ = ('_proxy_ref', '__weakref__')
    __hash__ = None

    def __init__(self, object, callback=None):
        set_slot(self, '_proxy_ref', ref(object, callback))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)


ProxyType = CallableProxyType = _Proxy
ProxyTypes = (_Proxy,)
get_slot = object.__getattribute__
set_slot = object.__setattr__


def _target(proxy):
    found = get_slot(proxy, '_proxy_ref')()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


def _forward(name):
    def method(self, *args):
        return getattr(_target(self), name)(*args)

    setattr(_Proxy, name, method)


for _name in ('repr str bool len iter next contains getitem setitem delitem call eq ne lt le gt ge add sub mul '
              'truediv floordiv mod radd rmul').split():
    if _name not in ('repr', 'bool', 'eq', 'ne', 'next', 'iter'):
        _forward(f'__{_name}__')
_Proxy.__bool__ = lambda self: bool(_target(self))
_Proxy.__eq__ = lambda self, other: _target(self) == other
_Proxy.__ne__ = lambda self, other: _target(self) != other
_Proxy.__iter__ = lambda self: iter(_target(self))
_Proxy.__next__ = lambda self: next(_target(self))
_Proxy.__repr__ = lambda self: f'<weakproxy at {id(self):#x} to {type(_target(self)).__name__} at {id(_target(self)):#x}>'


def proxy(object, callback=None, /):
    return _Proxy(object, callback)


class WeakMethod(ref):
    # A reference to a bound method, which itself dies at once.
    __slots__ = ('_func_ref', '_method_type')

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self = ref.__new__(cls, obj, callback)
        self._func_ref = ref(func)
        return self

    def __init__(self, meth, callback=None):
        ref.__init__(self, meth.__self__, callback)

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        return None if obj is None or func is None else MethodType(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self() is None or other() is None:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    __hash__ = ref.__hash__


class _KeyedRef(ref):
    __slots__ = ('key',)

    def __new__(cls, value, callback, key):
        self = ref.__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        ref.__init__(self, value, callback)


def _mapping_base():
    from collections.abc import MutableMapping
    return MutableMapping


class WeakValueDictionary(_mapping_base()):
    def __init__(self, other=(), /, **kw):
        self.data = data = {}

        def remove(dead):
            if data.get(dead.key) is dead:
                del data[dead.key]

        self._remove = remove
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = _KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def __iter__(self):
        for key, weak in list(self.data.items()):
            if weak() is not None:
                yield key

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def get(self, key, default=None):
        weak = self.data.get(key)
        value = None if weak is None else weak()
        return default if value is None else value

    def items(self):
        for key, weak in list(self.data.items()):
            value = weak()
            if value is not None:
                yield key, value

    def keys(self):
        return iter(self)

    def values(self):
        for _, value in self.items():
            yield value

    def valuerefs(self):
        return list(self.data.values())

    def copy(self):
        return type(self)(dict(self.items()))

    __copy__ = copy


class WeakKeyDictionary(_mapping_base()):
    def __init__(self, dict=None):
        self.data = data = {}
        self._remove = lambda dead: data.pop(dead, None)
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for key, _ in self.items():
            yield key

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def items(self):
        for weak, value in list(self.data.items()):
            key = weak()
            if key is not None:
                yield key, value

    def keys(self):
        return iter(self)

    def values(self):
        for _, value in self.items():
            yield value

    def keyrefs(self):
        return list(self.data)

    def copy(self):
        return type(self)(self)

    __copy__ = copy


def _set_base():
    from collections.abc import MutableSet
    return MutableSet


class WeakSet(_set_base()):
    def __init__(self, data=None):
        self.data = refs = {}
        self._remove = lambda dead: refs.pop(dead, None)
        if data is not None:
            self.update(data)

    def __iter__(self):
        for weak in list(self.data):
            item = weak()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.setdefault(ref(item, self._remove))

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def update(self, items):
        for item in items:
            self.add(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return '{' + ', '.join(map(repr, self)) + '}'


class finalize:
    # Calls a function when the object dies, or at the latest at the program's end.
    __slots__ = ('__weakref__',)
    _registry = {}
    atexit = True

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registry:
            import atexit
            atexit.register(self._exit)
        self._registry[self] = ref(obj, self), func, args, kwargs

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry is not None:
            _, func, args, kwargs = entry
            return func(*args, **kwargs)

    def detach(self):
        entry = self.peek()
        if entry is not None:
            del self._registry[self]
        return entry

    def peek(self):
        entry = self._registry.get(self)
        if entry is not None and (obj := entry[0]()) is not None:
            return (obj, *entry[1:])

    @property
    def alive(self):
        return self in self._registry

    def __repr__(self):
        entry = self.peek()
        state = 'dead' if entry is None else f'for {type(entry[0]).__name__!r} at {id(entry[0]):#x}'
        return f'<{type(self).__name__} object at {id(self):#x}; {state}>'

    @classmethod
    def _exit(cls):
        while cls._registry:
            next(reversed(cls._registry))()
