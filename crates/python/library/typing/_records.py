"""NamedTuple and TypedDict: records declared by annotations."""

from collections import namedtuple
from typing._forms import NotRequired, ReadOnly, Required, _Alias, _caller, _checked
from typing._generics import Generic

_refused = ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types',
            '_make', '_replace', '_asdict', '_source')


def _hints(pairs, message):
    return {name: _checked(hint, message.format(name)) for name, hint in pairs}


def _make_named(name, hints, defaults, module):
    cls = namedtuple(name, list(hints), defaults=[defaults[field] for field in hints if field in defaults],
                     module=module)
    cls.__annotations__ = cls.__new__.__annotations__ = hints
    return cls


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        hints = _hints(namespace.get('__annotations__', {}).items(), 'field {} annotation must be a type')
        defaulted = []
        for field in hints:
            if field in namespace:
                defaulted.append(field)
            elif defaulted:
                plural = 's' if len(defaulted) > 1 else ''
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field{plural} '
                                f'{", ".join(defaulted)}')
        made = _make_named(typename, hints, namespace, namespace['__module__'])
        if Generic in bases:
            made = type(typename, (made, Generic), {'__slots__': (), '__module__': namespace['__module__'],
                                                    '__orig_bases__': namespace.get('__orig_bases__', ())})
        for name, value in namespace.items():
            if name in _refused:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + name)
            if name not in ('__annotations__', '__module__', '__orig_bases__') and name not in hints:
                setattr(made, name, value)
                hook = getattr(type(value), '__set_name__', None)
                if hook is not None:
                    hook(value, made, name)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {'__module__': 'typing'})


class _NamedTupleFactory:
    def __call__(self, typename, fields=(), /):
        hints = _hints(fields, 'field {} annotation must be a type')
        return _make_named(typename, hints, {}, _caller())

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTupleFactory()


def _form(hint):
    return hint.__origin__ if isinstance(hint, _Alias) else None


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        own = _hints(namespace.get('__annotations__', {}).items(),
                     "TypedDict('Name', {{f0: t0, f1: t1, ...}}); each t must be a type")
        annotations, required, optional, readonly = {}, set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
            readonly |= base.__dict__.get('__readonly_keys__', set())
        for key, hint in own.items():
            if _form(hint) is ReadOnly:
                readonly.add(key)
            needed = _form(hint) is Required or total and _form(hint) is not NotRequired
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        annotations.update(own)
        generic = (Generic,) if Generic in bases else ()
        made = super().__new__(cls, name, (*generic, dict), dict(namespace))
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(annotations) - readonly
        made.__total__ = total
        return made

    def __init__(cls, *args, **kwargs):
        pass

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {'__module__': 'typing'})


class _TypedDictFactory:
    def __call__(self, typename, fields, /, *, total=True):
        namespace = {'__annotations__': dict(fields), '__module__': _caller()}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return '<function TypedDict>'


TypedDict = _TypedDictFactory()


def is_typeddict(tp):
    return type(tp) is _TypedDictMeta and tp is not _TypedDict
