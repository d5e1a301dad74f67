"""Type hints: names to annotate with, generics and protocols to inherit from, and what reads hints."""

import sys
from types import GenericAlias, NoneType, UnionType
from typing import _forms
from typing._forms import (
    Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Literal, LiteralString, Never, NoDefault, NoReturn,
    NotRequired, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, ReadOnly, Required, Self, Tuple, TypeAlias,
    TypeAliasType, TypeGuard, TypeIs, TypeVar, TypeVarTuple, Union, Unpack, _Alias, _AnnotatedAlias, _BareAlias,
    _BareCallable, _callable_alias, _postpone)
from typing._generics import Generic, Protocol, _ProtocolMeta, runtime_checkable

TYPE_CHECKING = False
_aliases = {
    'List': list, 'Dict': dict, 'Set': set, 'FrozenSet': frozenset, 'Type': type,
    'DefaultDict': 'collections.defaultdict', 'OrderedDict': 'collections.OrderedDict',
    'Counter': 'collections.Counter', 'ChainMap': 'collections.ChainMap', 'Deque': 'collections.deque',
    'Pattern': 're.Pattern', 'Match': 're.Match',
    'ContextManager': 'contextlib.AbstractContextManager',
    'AsyncContextManager': 'contextlib.AbstractAsyncContextManager', 'AbstractSet': 'collections.abc.Set',
}
_abstract = (
    'Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Iterable Iterator Reversible Generator Container '
    'Collection MutableSet Mapping MutableMapping Sequence MutableSequence MappingView KeysView '
    'ItemsView ValuesView Hashable Sized'
).split()
_supported = {
    'SupportsInt': '__int__', 'SupportsFloat': '__float__', 'SupportsComplex': '__complex__',
    'SupportsBytes': '__bytes__', 'SupportsIndex': '__index__', 'SupportsAbs': '__abs__', 'SupportsRound': '__round__',
}


def __getattr__(name):
    # What stands for a class of another module is made when first asked for.
    if name in _aliases:
        target = _aliases[name]
        if isinstance(target, str):
            module, _, target = target.rpartition('.')
            target = _imported(module, target)
        made = _BareAlias(target, name)
    elif name in _abstract:
        made = _BareAlias(_imported('collections.abc', name), name)
    elif name == 'Callable':
        made = _BareCallable(_imported('collections.abc', name), name)
    elif name in ('NamedTuple', 'TypedDict', 'is_typeddict'):
        made = _imported('typing._records', name)
    elif name in _supported:
        made = _make_supports(name, _supported[name])
    elif name in ('IO', 'TextIO', 'BinaryIO'):
        bases = (Generic[AnyStr],) if name == 'IO' else (__getattr__('IO')[str if name == 'TextIO' else bytes],)
        from types import new_class
        made = new_class(name, bases)
        made.__module__ = 'typing'
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


def _imported(module, name):
    __import__(module)
    return getattr(sys.modules[module], name)


def _make_supports(name, method):
    def required(self):
        pass

    required.__name__ = method
    required.__isabstractmethod__ = True
    cls = _ProtocolMeta(name, (Protocol,), {'__module__': 'typing', '__slots__': (), method: required})
    return runtime_checkable(cls)


for _cls in (Any, ForwardRef, Generic, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Protocol, TypeAliasType, TypeVar,
             TypeVarTuple):
    _cls.__module__ = 'typing'
del _cls
Text = str
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)


class NewType(_forms._Joinable):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _forms._caller()

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                        f'`{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`')


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


_overloads = {}


def overload(func):
    plain = getattr(func, '__func__', func)
    _overloads.setdefault((plain.__module__, plain.__qualname__), []).append(func)
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def get_overloads(func):
    plain = getattr(func, '__func__', func)
    return list(_overloads.get((plain.__module__, plain.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _mark(name, value):
    def decorate(arg):
        try:
            setattr(arg, name, value)
        except (AttributeError, TypeError):
            # A hint more or less: what takes no attributes goes without.
            pass
        return arg

    return decorate


final = _mark('__final__', True)
override = _mark('__override__', True)


def no_type_check(arg):
    return _mark('__no_type_check__', True)(arg)


def dataclass_transform(**options):
    return _mark('__dataclass_transform__', options)


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _BareAlias, GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_Alias, GenericAlias)):
        args = tp.__args__
        if isinstance(tp, _forms._CallableAlias) and not (
                args[0] is ... or isinstance(args[0], ParamSpec) or get_origin(args[0]) is Concatenate):
            args = (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, UnionType) else ()


def _evaluated(hint, globalns, localns):
    if isinstance(hint, ForwardRef):
        value = eval(hint.__forward_code__, globalns, localns)
        return _evaluated(_forms._checked(value, 'Forward references must evaluate to types.'), globalns, localns)
    if isinstance(hint, _AnnotatedAlias):
        return _AnnotatedAlias(_evaluated(hint.__origin__, globalns, localns), hint.__metadata__)
    if isinstance(hint, (_Alias, GenericAlias, UnionType)):
        args = tuple([_evaluated(ForwardRef(arg) if isinstance(arg, str) and isinstance(hint, GenericAlias) else arg,
                                 globalns, localns) for arg in hint.__args__])
        if args == hint.__args__:
            return hint
        if isinstance(hint, GenericAlias):
            return GenericAlias(hint.__origin__, args)
        return Union[args] if isinstance(hint, UnionType) else hint._with_args(args)
    return hint


def _without_extras(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _without_extras(hint.__origin__)
    if isinstance(hint, (_Alias, GenericAlias, UnionType)):
        if get_origin(hint) in (Required, NotRequired, ReadOnly):
            return _without_extras(hint.__args__[0])
        args = tuple([_without_extras(arg) for arg in hint.__args__])
        if args == hint.__args__:
            return hint
        if isinstance(hint, GenericAlias):
            return GenericAlias(hint.__origin__, args)
        return Union[args] if isinstance(hint, UnionType) else hint._with_args(args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    sources = []
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            own = globalns if globalns is not None else getattr(module, '__dict__', {})
            sources.append((base.__dict__.get('__annotations__', {}), own, localns or dict(vars(base))))
    else:
        inner = obj
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        own = globalns if globalns is not None else getattr(inner, '__globals__', getattr(obj, '__dict__', {}))
        hints = getattr(obj, '__annotations__', None)
        if hints is None:
            if callable(obj):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        variables = {variable.__name__: variable for variable in getattr(obj, '__type_params__', ())}
        sources.append((hints, own, localns or variables))
    found = {}
    for hints, own, local in sources:
        for name, value in hints.items():
            if value is None:
                value = NoneType
            elif isinstance(value, str):
                value = ForwardRef(value)
            found[name] = _evaluated(value, own, local)
    return found if include_extras else {name: _without_extras(hint) for name, hint in found.items()}


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


__all__ = [name for name in (*globals(), *_aliases, *_abstract, *_supported, 'Callable', 'NamedTuple', 'TypedDict',
                             'is_typeddict', 'IO', 'TextIO', 'BinaryIO')
           if name[0] != '_' and name not in ('sys', 'GenericAlias', 'NoneType', 'UnionType', 'T', 'KT', 'VT', 'T_co',
                                              'T_contra')]
