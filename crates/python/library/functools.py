"""Tools for functions: caches, partial application, generic functions, derived comparisons."""

from types import GenericAlias, MethodType

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, iterable, initial=_missing, /):
    try:
        items = iter(iterable)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    if initial is _missing:
        for value in items:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


# Which answer of one comparison gives another: is it turned round, and does equality then join or part?
_derivations = {
    '__lt__': {'__gt__': (True, 'and'), '__le__': (False, 'or'), '__ge__': (True, '')},
    '__le__': {'__ge__': (True, 'or'), '__lt__': (False, 'and'), '__gt__': (True, '')},
    '__gt__': {'__lt__': (True, 'and'), '__ge__': (False, 'or'), '__le__': (True, '')},
    '__ge__': {'__le__': (True, 'or'), '__gt__': (False, 'and'), '__lt__': (True, '')},
}


def _derive(root, name, turned, equality):
    def derived(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        answer = bool(answer) != turned
        if equality == 'or':
            return answer or self == other
        if equality == 'and':
            return answer and self != other
        return answer

    derived.__name__ = name
    return derived


def total_ordering(cls):
    defined = [root for root in _derivations if getattr(cls, root) is not getattr(object, root)]
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name, (turned, equality) in _derivations[defined[0]].items():
        if name not in defined:
            setattr(cls, name, _derive(defined[0], name, turned, equality))
    return cls


def cmp_to_key(mycmp):
    class KeyWrapper:
        __slots__ = ('obj',)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return KeyWrapper


class partial:
    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')
    __class_getitem__ = classmethod(GenericAlias)

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def __get__(self, obj, objtype=None):
        if obj is not None:
            from warnings import warn
            warn('functools.partial will be a method descriptor in future Python versions; '
                 'wrap it in staticmethod() if you want to preserve the old behavior', FutureWarning, 2)
        return self

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__)

    def __setstate__(self, state):
        self.func, self.args, self.keywords, attributes = state
        self.__dict__.update(attributes)


class partialmethod:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f'functools.partialmethod({", ".join(parts)})'

    def __get__(self, obj, cls=None):
        func = self.func
        bound = func.__get__(obj, cls) if hasattr(func, '__get__') else func
        if bound is func:
            # Nothing was bound: a plain function looked up through the class, or a mere callable.
            if obj is None:
                return lambda this, /, *args, **keywords: func(
                    this, *self.args, *args, **{**self.keywords, **keywords})
            bound = MethodType(func, obj)
        made = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, '__self__'):
            made.__self__ = bound.__self__
        return made

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


def _make_key(args, kwds, typed):
    key = args
    if kwds:
        key += (_missing,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(map(type, args)) + tuple(map(type, kwds.values()))
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


class _lru_cache_wrapper:
    def __init__(self, user_function, maxsize, typed):
        update_wrapper(self, user_function)
        self._function = user_function
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()

    def __call__(self, /, *args, **kwds):
        key = args[0] if not kwds and len(args) == 1 and type(args[0]) is int else _make_key(args, kwds, self._typed)
        store = self._store
        maxsize = self._maxsize
        if key in store:
            self._hits += 1
            if maxsize is None:
                return store[key]
            result = store[key] = store.pop(key)
            return result
        self._misses += 1
        result = self._function(*args, **kwds)
        if maxsize is None:
            store[key] = result
        elif key not in store and maxsize:
            if len(store) >= maxsize:
                del store[next(iter(store))]
            store[key] = result
        return result

    def __get__(self, obj, cls=None):
        return self if obj is None else MethodType(self, obj)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def cache_info(self):
        return _cache_info_type()(self._hits, self._misses, self._maxsize, len(self._store))

    def cache_clear(self):
        self._store = {}
        self._hits = self._misses = 0


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return lru_cache(128, typed)(maxsize)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return wrapper

    return decorate


def cache(user_function, /):
    return lru_cache(None)(user_function)


@cache
def _cache_info_type():
    from collections import namedtuple
    return namedtuple('CacheInfo', 'hits misses maxsize currsize', module='functools')


class cached_property:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                f'Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            store = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                            f'to cache {name!r} property.') from None
        val = store.get(name, _missing)
        if val is _missing:
            val = self.func(instance)  #@ 1037
            store[name] = val
        return val


def _best_implementation(cls, registry):
    mro = cls.__mro__
    # An abstract class that knows `cls` only by registration or by its methods stands before `object`.
    matches = [known for known in registry if known not in mro and issubclass(cls, known)]
    matches = [known for known in matches if not any(m is not known and issubclass(m, known) for m in matches)]
    for base in mro:
        if base is object and matches:
            if len(matches) > 1:
                raise RuntimeError(f'Ambiguous dispatch: {matches[0]} or {matches[1]}')
            return registry[matches[0]]
        if base in registry:
            return registry[base]
    return None


def _union_members(cls):
    from typing import Union, get_args, get_origin
    from types import UnionType
    return get_args(cls) if get_origin(cls) in (Union, UnionType) else None


def singledispatch(func):
    registry = {}
    known = {}

    def dispatch(cls):
        if cls not in known:
            known[cls] = registry.get(cls) or _best_implementation(cls, registry)
        return known[cls]

    def register(cls, func=None):
        if isinstance(cls, type) and not isinstance(cls, GenericAlias):
            classes = (cls,)
        else:
            classes = _union_members(cls)
            if func is None and classes is None:
                hints = getattr(cls, '__annotations__', {})
                if not hints:
                    raise TypeError(
                        f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` '
                        'or plain `@register` on an annotated function.')
                from typing import get_type_hints
                func = cls
                name, cls = next(iter(get_type_hints(func).items()))
                classes = (cls,) if isinstance(cls, type) else _union_members(cls)
                if classes is None:
                    raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
            if classes is None or not all(isinstance(member, type) for member in classes):
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        if func is None:
            return lambda f: register(cls, f)
        for member in classes:
            registry[member] = func
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least '  #@ 927+
                            '1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)  #@ 929

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = known.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{funcname} requires at least '  #@ 981+
                                '1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)  #@ 983

        funcname = getattr(self.func, '__name__', 'singledispatchmethod method')
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
