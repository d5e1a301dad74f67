"""Generic and Protocol, from which programs' own generic classes and protocols inherit."""

import sys
from abc import ABCMeta
from typing._forms import ParamSpec, TypeVar, TypeVarTuple, _Alias, _Unpacked, _arguments, _variables

_checkers = ('abc', 'functools', 'typing._generics')


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, given):
        given = given if isinstance(given, tuple) else (given,)
        if cls in (Generic, Protocol):
            if not given:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            for arg in given:
                if not isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple, _Unpacked)):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables '
                                    'or parameter specification variables.')
            if len(set(given)) != len(given):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _Alias(cls, given, cls.__name__)
        parameters = cls.__parameters__
        if not parameters:
            raise TypeError(f'{cls!r} is not a generic class')
        chosen = []
        for arg in _arguments(cls, parameters, given):
            chosen += arg if isinstance(arg, tuple) else [arg]
        return _Alias(cls, tuple(chosen))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != 'Protocol' and '__type_params__' not in cls.__dict__:
                raise TypeError('Cannot inherit from plain Generic')
            bases = ()
        parameters = list(_variables(bases))
        for base in bases:
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                declared = _variables((base,))
                missing = [str(variable) for variable in parameters if variable not in declared]
                if missing:
                    raise TypeError(f'Some type variables ({", ".join(missing)}) are not listed in '
                                    f'{base._name}[{", ".join(map(str, declared))}]')
                parameters = declared
                break
        cls.__parameters__ = tuple(parameters)


_no_members = frozenset((
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__',
    '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__', '__static_attributes__',
    '__firstlineno__', '__parameters__', '__orig_bases__', '_is_protocol', '__protocol_attrs__', '_is_runtime_protocol',
    '_abc_impl', '__qualname__', '__type_params__', '__hash__',
))


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol') or cls is Protocol:
            return super().__instancecheck__(instance)
        if super().__instancecheck__(instance):
            return True
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with"  #@ typing.py:2112+
                            " @runtime_checkable protocols")
        return all(_has_member(instance, name, cls) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get('_is_protocol') or cls is Protocol or not isinstance(other, type):
            return super().__subclasscheck__(other)
        if cls in other.__mro__:
            return True
        if not getattr(cls, '_is_runtime_protocol', False):
            if sys._getframe(1).f_globals.get('__name__') in _checkers:
                return False
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        plain = [name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))]
        if plain and sys._getframe(1).f_globals.get('__name__') not in _checkers:
            raise TypeError('Protocols with non-method members don\'t support issubclass(). '
                            f'Non-method members: {str(sorted(plain))[1:-1]}.')
        return not plain and all(
            any(name in base.__dict__ and base.__dict__[name] is not None
                or name in base.__dict__.get('__annotations__', {}) and getattr(other, '_is_protocol', False)
                for base in other.__mro__)
            for name in cls.__protocol_attrs__)


def _has_member(instance, name, protocol):
    try:
        value = getattr(instance, name)
    except AttributeError:
        return False
    return value is not None or not callable(getattr(protocol, name, None))


def _refuse_instances(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')  #@ typing.py:1944
    super(Protocol, self).__init__(*args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if base not in (object, Generic) and not getattr(base, '_is_protocol', False) and (
                    base.__module__ not in ('collections.abc', 'contextlib')):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        cls.__protocol_attrs__ = {
            name for base in cls.__mro__[:-1] if base not in (Protocol, Generic)
            for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())) if name not in _no_members}
        if '__init__' not in cls.__dict__ and cls.__init__ is object.__init__:
            cls.__init__ = _refuse_instances


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls
