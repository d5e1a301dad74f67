"""The types of the interpreter's own objects, and the making of classes."""

import sys
from _interleave import (AsyncGeneratorType, CellType, CodeType, CoroutineType, FrameType, FunctionType, GeneratorType,
                         MemberDescriptorType, MethodType, TracebackType)

GenericAlias = type(list[int])
UnionType = type(int | str)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
ModuleType = type(sys)
BuiltinFunctionType = BuiltinMethodType = type(len)
MappingProxyType = type(type.__dict__)
LambdaType = FunctionType


def __getattr__(name):
    match name:
        case 'WrapperDescriptorType':
            return type(object.__init__)
        case 'MethodWrapperType':
            return type(object().__str__)
        case 'MethodDescriptorType':
            return type(str.join)
        case 'ClassMethodDescriptorType':
            return type(dict.__dict__['fromkeys'])
        case 'GetSetDescriptorType':
            return type(FunctionType.__code__)
    raise AttributeError(f"module 'types' has no attribute {name!r}")


class SimpleNamespace:
    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable, **kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _being_shown:
            return f'{name}(...)'
        _being_shown.add(id(self))
        try:
            return f'{name}({", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()])})'
        finally:
            _being_shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __replace__(self, /, **changes):
        return type(self)(self.__dict__ | changes)


_being_shown = set()


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
        else:
            resolved.extend(base.__mro_entries__(bases))
    return tuple(resolved) if resolved != list(bases) else bases


def get_original_bases(cls, /):
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}') from None


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', None) or (type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                                'of the metaclasses of all its bases')
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    from _interleave import allow_await
    allow_await(func)
    return func
