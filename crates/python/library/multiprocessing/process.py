"""Which process runs, what a fork copies of the program's globals, and how objects travel between the two."""
import sys
import types

from _interleave import get_ident

_processes = {}
_count = 0


class BaseProcess:
    def __init__(self, name, pid):
        self.name, self.pid, self.ident = name, pid, pid
        self.daemon, self.exitcode = False, None

    def is_alive(self):
        return True


class ForkProcess(BaseProcess):
    def __repr__(self):
        return f'<ForkProcess name={self.name!r} parent={_main.pid} started>'


class _MainProcess(BaseProcess):
    def __repr__(self):
        return f"<_MainProcess name={self.name!r} parent=None started>"


_main = _MainProcess('MainProcess', 4242)


def current_process():
    namespace = _processes.get(get_ident())
    return _main if namespace is None else namespace.process


def parent_process():
    return _main if get_ident() in _processes else None


class Namespace:
    """A worker's copy of the program's globals, as a fork makes it."""

    def __init__(self):
        global _count
        _count += 1
        self.process = ForkProcess(f'ForkProcess-{_count}', _main.pid + _count)
        self._original = vars(sys.modules['__main__'])
        self.names = names = {}
        for name, value in self._original.items():
            if isinstance(value, types.FunctionType):
                value = self.rebound(value)
            elif isinstance(value, (list, dict, set, bytearray)):
                try:
                    value = _Copier(self).copy(value)
                except Exception:
                    pass            # not to be pickled, but a fork would have it
            names[name] = value

    def rebound(self, function):
        if not isinstance(function, types.FunctionType) or function.__globals__ is not self._original:
            return function
        new = types.FunctionType(function.__code__, self.names, function.__name__, function.__defaults__,
                                 function.__closure__)
        new.__kwdefaults__, new.__qualname__ = function.__kwdefaults__, function.__qualname__
        new.__module__ = function.__module__
        return new


class ForkingPickler:
    """Copies what it is given; `dumps` answers a function that makes the copy in a namespace."""

    def __init__(self, buf, protocol):
        self._copies = buf

    def dump(self, obj):
        self._copies.append(_Copier(None).copy(obj))

    @classmethod
    def dumps(cls, obj, protocol=None):
        buf = []
        cls(buf, protocol).dump(obj)  #@ multiprocessing/reduction.py:51
        return lambda namespace: _Copier(namespace).copy(buf[0]) if namespace else buf[0]


_ATOMS = (type(None), bool, int, float, complex, str, bytes, type(...), type(NotImplemented), range, slice)


class _Copier:
    def __init__(self, namespace):
        self._namespace, self._memo = namespace, {}

    def copy(self, obj):
        kind = type(obj)
        if kind in _ATOMS:
            return obj
        known = self._memo.get(id(obj))
        if known is None:
            known = self._memo[id(obj)] = self._copy(kind, obj), obj
        return known[0]

    def _copy(self, kind, obj):
        if isinstance(obj, type):
            return self._found(obj)
        if kind is types.FunctionType:
            self._found(obj)
            return self._namespace.rebound(obj) if self._namespace else obj
        if kind is types.BuiltinFunctionType:
            return obj
        if kind is types.MethodType:
            return getattr(self.copy(obj.__self__), obj.__name__)
        if isinstance(obj, BaseException):
            make, args, *state = obj.__reduce_ex__(2)
            return self._dress(make(*self.copy(args)), state[0] if state and state[0] else {})
        if isinstance(obj, tuple):
            return tuple.__new__(kind, [self.copy(item) for item in obj])
        if isinstance(obj, (set, frozenset)):
            return kind([self.copy(item) for item in obj])
        if kind is bytearray:
            return bytearray(obj)
        if kind.__module__ == 'functools' and kind.__name__ == 'partial':
            return kind(self.copy(obj.func), *self.copy(obj.args), **self.copy(obj.keywords))
        if kind.__module__ in ('_thread', '_interleave', '_asyncio', '_io', '_contextvars', 'select') or kind in _BEYOND:
            name = kind.__name__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__name__}'
            raise TypeError(f'cannot pickle {name!r} object')
        return self._instance(kind, obj)

    def _instance(self, kind, obj):
        enum = getattr(kind, '__members__', None)
        if enum is not None:
            return obj
        new = kind.__new__(kind)
        self._memo[id(obj)] = new, obj
        if isinstance(obj, list) or kind.__name__ == 'deque':
            new.extend(self.copy(item) for item in obj)
        elif isinstance(obj, dict):
            for key, value in obj.items():
                dict.__setitem__(new, self.copy(key), self.copy(value))
        state = obj.__getstate__() if hasattr(obj, '__getstate__') else getattr(obj, '__dict__', None)
        slots = None
        if isinstance(state, tuple) and len(state) == 2 and isinstance(state[1], dict):
            state, slots = state
        if state is not None and hasattr(new, '__setstate__'):
            new.__setstate__(self.copy(state))
            return new
        return self._dress(new, {**(state or {}), **(slots or {})})

    def _dress(self, new, state):
        for name, value in state.items():
            object.__setattr__(new, name, self.copy(value))
        return new

    def _found(self, obj):
        name, module = obj.__qualname__, obj.__module__
        if '<locals>' in name:
            raise AttributeError(f"Can't get local object {name!r}")
        if '<lambda>' in name:
            from pickle import PicklingError
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed")
        return obj


def _beyond():
    async def coroutine():
        pass
    made = coroutine()
    made.close()
    return types.GeneratorType, types.ModuleType, types.FrameType, types.TracebackType, types.CodeType, type(made)


_BEYOND = _beyond()
