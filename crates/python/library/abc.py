"""Abstract base classes: the metaclass with its virtual subclasses, and the marks for methods."""

from _interleave import type_lookup

_registrations = 0


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractproperty(property):
    __isabstractmethod__ = True


class _Verdicts:
    # What is known of one abstract class: who registered, who is a subclass, who was none when last asked.
    def __init__(self):
        self.registered = []
        self.subclasses = set()
        self.others = set()
        self.age = _registrations


def _collect_abstract(cls):
    names = {name for name, value in cls.__dict__.items() if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(type_lookup(cls, name), '__isabstractmethod__', False):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._abc_impl = _Verdicts()
        return _collect_abstract(cls)

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.registered.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        claimed = instance.__class__
        if cls.__subclasscheck__(claimed):
            return True
        actual = type(instance)
        return actual is not claimed and cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        verdicts = cls._abc_impl
        if subclass in verdicts.subclasses:
            return True
        if verdicts.age != _registrations:
            verdicts.others.clear()
            verdicts.age = _registrations
        elif subclass in verdicts.others:
            return False
        verdict = cls.__subclasshook__(subclass)
        if verdict is NotImplemented:
            verdict = (
                cls in subclass.__mro__
                or any(issubclass(subclass, known) for known in verdicts.registered)
                or any(issubclass(subclass, below) for below in cls.__subclasses__())
            )
        (verdicts.subclasses if verdict else verdicts.others).add(subclass)
        return verdict


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    return _collect_abstract(cls) if hasattr(cls, '__abstractmethods__') else cls


def get_cache_token():
    return _registrations
