"""Containers beside the built-in ones; those that stand on abstract classes are in _wrappers."""

import sys
from _interleave import deque, tuple_field
from types import GenericAlias

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']


def __getattr__(name):
    if name == 'abc':
        import collections.abc as found
    elif name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from collections import _wrappers
        found = getattr(_wrappers, name)
    else:
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    globals()[name] = found
    return found


class defaultdict(dict):
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def __repr__(self):
        return f'{type(self).__name__}({self.default_factory!r}, {super().__repr__()})'

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (self.default_factory,), None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        return type(self)(self.default_factory, {**other, **self})


class OrderedDict(dict):
    __class_getitem__ = classmethod(GenericAlias)

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            rest = list(dict.items(self))
            dict.clear(self)
            dict.update(self, [(key, value), *rest])

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        key = next(iter(self))
        return key, dict.pop(self, key)

    def __repr__(self):
        return f'{type(self).__name__}({super().__repr__() if self else ""})'

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (), self.__dict__ or None, None, iter(self.items())

    def __eq__(self, other):
        same = dict.__eq__(self, other)
        if isinstance(other, OrderedDict):
            return same and list(self) == list(other)
        return same

    def __ne__(self, other):
        equal = self == other
        return equal if equal is NotImplemented else not equal

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new


def _is_mapping(x):
    if isinstance(x, dict):
        return True
    if not hasattr(type(x), 'keys'):
        return False
    from collections.abc import Mapping
    return isinstance(x, Mapping)


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        return sorted(self.items(), key=lambda item: item[1], reverse=True)[:n if n is None else max(n, 0)]

    def elements(self):
        return (elem for elem, count in self.items() for _ in range(count))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        get = self.get
        if iterable is None:
            pass
        elif _is_mapping(iterable):
            if self:
                for elem, count in iterable.items():
                    self[elem] = count + get(elem, 0)
            else:
                super().update(iterable)
        else:
            for elem in iterable:
                self[elem] = get(elem, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        get = self.get
        if iterable is None:
            pass
        elif _is_mapping(iterable):
            for elem, count in iterable.items():
                self[elem] = get(elem, 0) - count
        else:
            for elem in iterable:
                self[elem] = get(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f'{self.__class__.__name__}({shown!r})'

    def _everywhere(self, other, holds):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(holds(self[elem], other[elem]) for counter in (self, other) for elem in counter)

    def __eq__(self, other):
        return self._everywhere(other, lambda mine, yours: mine == yours)

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        return self._everywhere(other, lambda mine, yours: mine <= yours)

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return self._everywhere(other, lambda mine, yours: mine >= yours)

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def _combined(self, other, combine):
        # Multisets keep positive counts alone.
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem in {**self, **other}:
            count = combine(self[elem], other[elem])
            if count > 0:
                result[elem] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda mine, yours: mine + yours)

    def __sub__(self, other):
        return self._combined(other, lambda mine, yours: mine - yours)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return self._keep_positive()

    def __iand__(self, other):
        for elem, count in self.items():
            if other[elem] < count:
                self[elem] = other[elem]
        return self._keep_positive()


def _make(cls, iterable):
    result = tuple.__new__(cls, iterable)
    num_fields = len(cls._fields)
    if len(result) != num_fields:
        raise TypeError(f'Expected {num_fields} arguments, got {len(result)}')  #@ 451
    return result


def _replace(self, /, **kwds):
    result = self._make(map(kwds.pop, self._fields, self))
    if kwds:
        raise TypeError(f'Got unexpected field names: {list(kwds)!r}')  #@ 460
    return result


def _tuple_repr(self):
    shown = ', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])
    return f'{self.__class__.__name__}({shown})'


def _asdict(self):
    return dict(zip(self._fields, self))


def _getnewargs(self):
    return tuple(self)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    from keyword import iskeyword
    names = [str(name) for name in field_names]
    typename = sys.intern(str(typename))
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if not name.isidentifier() or iskeyword(name) or name.startswith('_') or name in seen:
                names[index] = f'_{index}'
            seen.add(name)
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid '  #@ 400+
                             f'identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError('Type names and field names cannot be a '  #@ 403+
                             f'keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: '  #@ 409+
                             f'{name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')  #@ 412
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')  #@ 419
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    # Only a function with these very parameters reports wrong calls as Python does.
    given = ', '.join(names)
    __new__ = eval(f'lambda _cls, {given}: _new(_cls, ({given}{"," if names else ""}))', {'_new': tuple.__new__})
    __new__.__name__ = '__new__'
    __new__.__qualname__ = f'{typename}.__new__'
    __new__.__doc__ = f'Create new instance of {typename}({given})'
    __new__.__defaults__ = defaults
    namespace = {
        '__doc__': f'{typename}({given})',
        '__slots__': (),
        '_fields': tuple(names),
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': _tuple_repr,
        '_asdict': _asdict,
        '__getnewargs__': _getnewargs,
        '__match_args__': tuple(names),
    }
    for index, name in enumerate(names):
        namespace[name] = tuple_field(index, f'Alias for field number {index}')
    if module is None:
        module = sys._getframe(1).f_globals.get('__name__', '__main__')
    namespace['__module__'] = module
    return type(typename, (tuple,), namespace)
