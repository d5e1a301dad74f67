"""Classes made from their annotated fields."""

import sys
from abc import update_abstractmethods
from copy import deepcopy
from keyword import iskeyword
from types import GenericAlias, MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _Marker:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


class _HAS_DEFAULT_FACTORY_CLASS(_Marker):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_factory = _HAS_DEFAULT_FACTORY_CLASS('<factory>')
_FIELD, _CLASSVAR, _INITVAR = _Marker('_FIELD'), _Marker('_FIELD_CLASSVAR'), _Marker('_FIELD_INITVAR')
_no_metadata = MappingProxyType({})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if type(self.type) is type else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata',
                 'kw_only', '_field_type')
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _no_metadata if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only

    def __repr__(self):
        return 'Field(' + ','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__]) + ')'

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), '__set_name__', None)
        if hook:
            hook(self.default, owner, name)


class _DataclassParams:
    def __init__(self, **options):
        self.__dict__.update(options)

    def __repr__(self):
        return f'_DataclassParams({",".join([f"{name}={value!r}" for name, value in self.__dict__.items()])})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')  #@ 402
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _names_type(annotation, *names):
    # Is the annotation, perhaps as text, one of these names, subscripted or not?
    if isinstance(annotation, str):
        return annotation.partition('[')[0].strip().rpartition('.')[2] in names
    return False


def _is_classvar(annotation):
    if isinstance(annotation, str):
        return _names_type(annotation, 'ClassVar')
    typing = sys.modules.get('typing')
    return typing is not None and (
        annotation is typing.ClassVar or getattr(annotation, '__origin__', None) is typing.ClassVar)


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar or _names_type(annotation, 'InitVar')


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _CLASSVAR if _is_classvar(annotation) else _INITVAR if _is_initvar(annotation) else _FIELD
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a '  #@ 835+
                        'default factory')
    if f._field_type is _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies '  #@ 853+
                            'kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field '  #@ 860+
                         f'{f.name} is not allowed: use default_factory')
    return f


class _Methods:
    # The text of the methods, compiled at once: parameters and calls of a method written out are checked and run
    # as those of a method written by hand.
    def __init__(self):
        self.lines = []
        self.names = []
        self.values = {'_object': object, '_factory': _factory, '_frozen': FrozenInstanceError}

    def add(self, name, parameters, body, decorator=None):
        if decorator:
            self.lines.append(f' @{decorator}')
        self.lines.append(f' def {name}({", ".join(parameters)}):')
        self.lines += [f'  {line}' for line in body]
        self.names.append(name)

    def build(self, cls):
        if not self.names:
            return {}
        text = [f'def _make({", ".join(self.values)}):', *self.lines, f' return ({", ".join(self.names)},)']
        module = sys.modules.get(cls.__module__)
        namespace = {}
        exec('\n'.join(text), vars(module) if module else {}, namespace)
        made = dict(zip(self.names, namespace['_make'](**self.values)))
        for name, function in made.items():
            function.__qualname__ = f'{cls.__qualname__}.{name}'
        return made


def _parameter(f, values):
    if f.default is not MISSING:
        values[f'_default_{f.name}'] = f.default
        return f'{f.name}=_default_{f.name}'
    if f.default_factory is not MISSING:
        return f'{f.name}=_factory'
    return f.name


def _init_fn(all_fields, ordered, keywords, frozen, has_post_init, this, methods, slots):
    seen_default = None
    for f in ordered:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} '  #@ 627+
                                f'follows default argument {seen_default.name!r}')
    values = methods.values
    parameters = [this, *[_parameter(f, values) for f in ordered if f.init]]
    keywords = [_parameter(f, values) for f in keywords if f.init]
    if keywords:
        parameters += ['*', *keywords]
    body = []
    for f in all_fields:
        name = f.name
        if f.default_factory is not MISSING:
            values[f'_default_{name}'] = f.default_factory
            value = f'_default_{name}()'
            if f.init:
                value += f' if {name} is _factory else {name}'
        elif f.init:
            value = name
        elif slots and f.default is not MISSING:
            values[f'_default_{name}'] = f.default
            value = f'_default_{name}'
        else:
            continue
        if f._field_type is _FIELD:
            body.append(f'_object.__setattr__({this},{name!r},{value})' if frozen else f'{this}.{name}={value}')
    if has_post_init:
        given = ','.join([f.name for f in all_fields if f._field_type is _INITVAR])
        body.append(f'{this}.__post_init__({given})')
    methods.add('__init__', parameters, body or ['pass'])


def _add_comparisons(methods, names, eq, order):
    if eq:
        same = ' and '.join([f'self.{name}==other.{name}' for name in names]) or 'True'
        methods.add('__eq__', ('self', 'other'), (
            'if self is other:', ' return True', 'if other.__class__ is self.__class__:', f' return {same}',
            'return NotImplemented'))
    if order:
        mine = ''.join([f'self.{name},' for name in names])
        yours = ''.join([f'other.{name},' for name in names])
        for name, sign in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            methods.add(name, ('self', 'other'), (
                'if other.__class__ is self.__class__:', f' return ({mine}){sign}({yours})', 'return NotImplemented'))


def _add_frozen(methods, cls, names):
    methods.values['cls'] = cls
    condition = 'type(self) is cls' + (f' or name in {set(names)!r}' if names else '')
    for name, value, verb in (('__setattr__', ',value', 'assign to'), ('__delattr__', '', 'delete')):
        methods.add(name, ('self', 'name' + value), (
            f'if {condition}:', f' raise _frozen(f"cannot {verb} field {{name!r}}")',
            f'super(cls, self).{name}(name{value})'))


def _shown(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        module = annotation.__module__
        return annotation.__qualname__ if module == 'builtins' else f'{module}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '')


def _describe(cls, ordered, keywords):
    def shown(f):
        text = f'{f.name}: {_shown(f.type)}'
        if f.default is not MISSING:
            return f'{text} = {f.default!r}'
        return text if f.default_factory is MISSING else f'{text} = <factory>'

    parts = [shown(f) for f in ordered if f.init]
    keywords = [shown(f) for f in keywords if f.init]
    if keywords:
        parts += ['*', *keywords]
    return f'{cls.__name__}({", ".join(parts)})'


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found, frozen_bases, cls_fields = {}, [], []
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get('__dataclass_fields__')
        if inherited is not None:
            found.update(inherited)
            frozen_bases.append(base.__dataclass_params__.frozen)
    annotations = cls.__dict__.get('__annotations__', {})
    seen_marker = False
    for name, type in annotations.items():
        if type is KW_ONLY or _names_type(type, 'KW_ONLY'):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY '  #@ 1002+
                                'has already been specified')
            seen_marker = kw_only = True
        else:
            cls_fields.append(_get_field(cls, name, type, kw_only))  #@ 1008
    for f in cls_fields:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')  #@ 1032
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a '  #@ 1038+
                            'frozen one')
        if not all(frozen_bases) and frozen:
            raise TypeError('cannot inherit frozen dataclass from a '  #@ 1043+
                            'non-frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')  #@ 1062
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    own_hash = cls.__dict__.get('__hash__', MISSING)
    has_own_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
    given = [f for f in found.values() if f._field_type is not _CLASSVAR]
    ordered = [f for f in given if not f.kw_only]
    keywords = [f for f in given if f.kw_only]
    kept = [f for f in given if f._field_type is _FIELD]
    methods = _Methods()
    if init:
        all_init_fields, std_init_fields = given, ordered
        # A traceback shows the first and the last lines of this, and how many are between: as many as CPython's.
        _init_fn(all_init_fields,  #@ 1078+
                 std_init_fields,
                 keywords,
                 frozen,
                 hasattr(
                     cls, '__post_init__'
                 ),
                 '__dataclass_self__'
                 if 'self' in found
                 else 'self',
                 methods,
                 slots,
                 )
    if repr:
        from reprlib import recursive_repr
        methods.values['_recursive_repr'] = recursive_repr
        shown = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in kept if f.repr])
        methods.add('__repr__', ('self',), (f'return f"{{self.__class__.__qualname__}}({shown})"',), '_recursive_repr()')
    _add_comparisons(methods, [f.name for f in kept if f.compare], eq, order)
    if frozen:
        _add_frozen(methods, cls, [f.name for f in kept])
    wants_hash = unsafe_hash or eq and frozen
    if wants_hash and has_own_hash and unsafe_hash:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if wants_hash and not has_own_hash:
        hashed = ''.join([f'self.{f.name},' for f in kept if (f.compare if f.hash is None else f.hash)])
        methods.add('__hash__', ('self',), (f'return hash(({hashed}))',))
    for name, function in methods.build(cls).items():
        if name == '__init__':
            function.__annotations__ = {f.name: f.type for f in ordered + keywords if f.init} | {'return': None}
        if name in cls.__dict__ and name != '__hash__':
            if name in ('__lt__', '__le__', '__gt__', '__ge__'):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__} '
                                'Consider using functools.total_ordering')
            if name in ('__setattr__', '__delattr__'):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
            continue
        setattr(cls, name, function)
    if eq and not wants_hash and not has_own_hash:
        cls.__hash__ = None
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if not getattr(cls, '__doc__'):
        cls.__doc__ = _describe(cls, ordered, keywords)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in ordered if f.init])
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')  #@ 1176
    if slots:
        cls = _with_slots(cls, kept, frozen, weakref_slot)
    return update_abstractmethods(cls)


def _with_slots(cls, kept, frozen, weakref_slot):
    # Slots are settled when a class is made, so it is made a second time.
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = {name for base in cls.__mro__[1:-1] for name in _slot_names(base)}
    names = [f.name for f in kept]
    wanted = [*names, '__weakref__'] if weakref_slot else names
    namespace['__slots__'] = tuple([name for name in wanted if name not in inherited])
    for name in (*names, '__dict__', '__weakref__'):
        namespace.pop(name, None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    if frozen:
        if '__getstate__' not in namespace:
            new.__getstate__ = lambda self: [getattr(self, f.name) for f in fields(self)]
        if '__setstate__' not in namespace:
            new.__setstate__ = _set_state
    return new


def _slot_names(cls):
    names = cls.__dict__.get('__slots__', ())
    return (names,) if isinstance(names, str) else names


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash,  #@ 1295+
                              frozen, match_args, kw_only, slots,
                              weakref_slot)

    if cls is None:
        return wrap
    return wrap(cls)  #@ 1305


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None  #@ 1319
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _converted(obj, convert, factory):
    # The value with every dataclass instance within it converted, whatever containers lie between.
    cls = type(obj)
    if cls in (int, str, float, bool, bytes, type(None)):
        return obj
    if hasattr(cls, '__dataclass_fields__'):
        return convert(obj, factory)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return cls(*[_converted(item, convert, factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return cls([_converted(item, convert, factory) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_converted(key, convert, factory), _converted(value, convert, factory)) for key, value in obj.items()]
        if not hasattr(obj, 'default_factory'):
            return cls(pairs)
        new = cls(obj.default_factory)
        new.update(pairs)
        return new
    return deepcopy(obj)


def _to_dict(obj, dict_factory):
    return dict_factory([(f.name, _converted(getattr(obj, f.name), _to_dict, dict_factory)) for f in fields(obj)])


def _to_tuple(obj, tuple_factory):
    return tuple_factory([_converted(getattr(obj, f.name), _to_tuple, tuple_factory) for f in fields(obj)])


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")  #@ 1358
    return _to_dict(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")  #@ 1450
    return _to_tuple(obj, tuple_factory)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, decorator=dataclass, **options):
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, default = item
            namespace[name] = default
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    namespace['__annotations__'] = annotations
    from types import new_class
    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    cls.__module__ = module or sys._getframe(1).f_globals.get('__name__', '__main__')
    return decorator(cls, **options)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, '
                                'it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)  #@ 1630


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")  #@ 1595
    return _replace(obj, **changes)  #@ 1596
