"""Special forms, generics with arguments, and the variables that stand for types."""

import sys
from abc import ABCMeta
from types import FunctionType, GenericAlias, NoneType, UnionType


def _shown(arg):
    if arg is ...:
        return '...'
    if isinstance(arg, type) and not isinstance(arg, GenericAlias):
        return arg.__qualname__ if arg.__module__ == 'builtins' else f'{arg.__module__}.{arg.__qualname__}'
    if isinstance(arg, FunctionType):
        return arg.__name__
    if isinstance(arg, (tuple, list)):
        return f'[{", ".join(map(_shown, arg))}]'
    return repr(arg)


def _checked(arg, message):
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg is Generic or arg is Protocol:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{message} Got {arg!r:.100}.')
    return arg


def _variables(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (arg,)
        elif isinstance(arg, (tuple, list)):
            inner = _variables(arg)
        else:
            inner = () if isinstance(arg, type) and not isinstance(arg, GenericAlias) else getattr(
                arg, '__parameters__', ())
        found += [variable for variable in inner if variable not in found]
    return tuple(found)


class _Joinable:
    # What `|` joins into a union.
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Immutable:
    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _SpecialForm(_Joinable, _Immutable):
    def __init__(self, name, getitem=None):
        self._name = self.__name__ = self.__qualname__ = name
        self._getitem = getitem
        self.__module__ = 'typing'

    def __repr__(self):
        return f'typing.{self._name}'

    def __hash__(self):
        return hash(self._name)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _check_instances(alias):
    origin = alias.__origin__
    if isinstance(origin, (ABCMeta, _SpecialForm)) or origin in (list, dict, set, frozenset, tuple, type):
        raise TypeError(f'Type {alias._name} cannot be instantiated; use {origin.__name__}() instead')


class _Alias(_Joinable, _Immutable):
    # A generic with its arguments.
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _variables(self.__args__)
        self._name = name
        self.__module__ = 'typing' if name else getattr(origin, '__module__', None)

    def __repr__(self):
        name = f'typing.{self._name}' if self._name else _shown(self.__origin__)
        return f'{name}[{", ".join(map(_shown, self.__args__)) or "()"}]'

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwargs):
        if self._name:
            _check_instances(self)
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            # Not every object takes new attributes.
            pass
        return made

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__') and self._name:
            return self._name
        if name.startswith('__') and name.endswith('__') and name not in ('__name__', '__qualname__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        later = bases[bases.index(self) + 1:]
        generic_follows = any(
            isinstance(base, (_Alias, _BareAlias)) or isinstance(base, type) and issubclass(base, Generic)
            for base in later)
        if self.__origin__ is Generic:
            return () if Protocol in bases or generic_follows else (Generic,)
        if self._name and not generic_follows:
            return self.__origin__, Generic
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __getitem__(self, given):
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        given = _arguments(self, self.__parameters__, given)
        return self._with_args(_substituted(self.__args__, dict(zip(self.__parameters__, given))))

    def _with_args(self, args):
        return type(self)(self.__origin__, args, self._name)


def _arguments(cls, parameters, given):
    given = given if isinstance(given, tuple) else (given,)
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and (len(given) != 1 or given[0] is not ...):
        given = given if len(given) == 1 and isinstance(given[0], (list, ParamSpec)) else (list(given),)
    given = tuple([arg if isinstance(arg, list) or arg is ... else
                   _checked(arg, 'Parameters to generic types must be types.') for arg in given])
    for at, parameter in enumerate(parameters):
        if isinstance(parameter, TypeVarTuple):
            after = len(parameters) - at - 1
            end = len(given) - after
            return given[:at] + (given[at:end],) + given[end:]
    if len(given) < len(parameters):
        given += tuple([p.__default__ for p in parameters[len(given):] if p.__default__ is not NoDefault])
    if len(given) != len(parameters):
        many = 'many' if len(given) > len(parameters) else 'few'
        raise TypeError(f'Too {many} arguments for {cls}; actual {len(given)}, expected {len(parameters)}')
    return given


def _substituted(args, values):
    made = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec)):
            value = values.get(arg, arg)
            if isinstance(arg, ParamSpec) and isinstance(value, list):
                made += value
            else:
                made.append(value)
        elif isinstance(arg, _Unpacked):
            value = values.get(arg.variable, arg)
            made += value if isinstance(value, tuple) else [value]
        elif isinstance(arg, (_Alias, GenericAlias, UnionType)) and getattr(arg, '__parameters__', ()):
            made.append(arg[tuple([values.get(p, p) for p in arg.__parameters__])])
        else:
            made.append(arg)
    return tuple(made)


class _UnionAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and NoneType in args:
            return f'typing.Optional[{_shown(args[args[0] is NoneType])}]'
        return f'typing.Union[{", ".join(map(_shown, args))}]'

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def _with_args(self, args):
        return Union[args]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')


class _LiteralAlias(_Alias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return set(map(_typed, self.__args__)) == set(map(_typed, other.__args__))

    def __hash__(self):
        return hash(frozenset(map(_typed, self.__args__)))

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), 'Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return f'typing.Annotated[{_shown(self.__origin__)}, {", ".join(map(repr, self.__metadata__))}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def _with_args(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)


class _CallableAlias(_Alias):
    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and (parameters[0] is ... or isinstance(parameters[0], ParamSpec)):
            parameters = _shown(parameters[0])
        else:
            parameters = f'[{", ".join(map(_shown, parameters))}]'
        name = self._name if '.' in self._name else f'typing.{self._name}'
        return f'{name}[{parameters}, {_shown(result)}]'


class _BareAlias(_Joinable, _Immutable):
    # A generic of another module under its name here, still without arguments.
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name
        self.__module__ = 'typing'
        self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'

    def __repr__(self):
        return f'typing.{self._name}'

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __call__(self, *args, **kwargs):
        _check_instances(self)
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return self.__origin__, Generic

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getitem__(self, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        args = [_checked(arg, 'Parameters to generic types must be types.') for arg in parameters]
        wanted = 2 if issubclass(self.__origin__, dict) and self._name != 'Counter' else None
        if self._name in ('List', 'Set', 'FrozenSet', 'Type', 'Deque', 'Counter', 'Awaitable', 'Iterable', 'Iterator',
                          'Sequence', 'AsyncIterator', 'AsyncIterable', 'Collection', 'Container'):
            wanted = 1
        if wanted and len(args) != wanted:
            many = 'many' if len(args) > wanted else 'few'
            raise TypeError(f'Too {many} arguments for {self}; actual {len(args)}, expected {wanted}')
        if self._name == 'Generator' and len(args) < 3:
            args += [NoneType] * (3 - len(args))
        if self._name == 'AsyncGenerator' and len(args) < 2:
            args.append(NoneType)
        if self._name in ('ContextManager', 'AsyncContextManager') and len(args) < 2:
            args.append(bool | None)
        return _Alias(self.__origin__, tuple(args), self._name)


class _BareTuple(_BareAlias):
    def __getitem__(self, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        return _Alias(tuple, tuple([
            arg if arg is ... else _checked(arg, 'Tuple[t0, t1, ...]: each t must be a type.') for arg in parameters
        ]), 'Tuple')


def _callable_alias(origin, name, params):
    if not isinstance(params, tuple) or len(params) != 2:
        raise TypeError('Callable must be used as Callable[[arg, ...], result].')
    parameters, result = params
    result = _checked(result, 'Callable[args, result]: result must be a type.')
    if isinstance(parameters, (list, tuple)):
        parameters = tuple([_checked(arg, 'Callable[[arg, ...], result]: each arg must be a type.')
                            for arg in parameters])
    else:
        parameters = (parameters,)
    return _CallableAlias(origin, (*parameters, result), name)


class _BareCallable(_BareAlias):
    def __getitem__(self, params):
        return _callable_alias(self.__origin__, 'Callable', params)


Tuple = _BareTuple(tuple, 'Tuple')


def _typed(value):
    return value, type(value)


def _distinct(items, key=lambda item: item):
    found = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())


def _union(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for arg in parameters:
        arg = _checked(arg, 'Union[arg, ...]: each arg must be a type.')
        flat += arg.__args__ if isinstance(arg, (_UnionAlias, UnionType)) else [arg]
    flat = _distinct(flat)
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, flat, 'Union')


def _optional(self, parameter):
    return Union[_checked(parameter, f'{self} requires a single type.'), None]


def _literal(self, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for arg in parameters:
        flat += arg.__args__ if isinstance(arg, _LiteralAlias) else [arg]
    try:
        flat = _distinct(flat, _typed)
    except TypeError:
        flat = tuple(flat)
    return _LiteralAlias(self, flat, 'Literal')


def _one(self, parameter):
    return _Alias(self, (_checked(parameter, f'{self} accepts only single type.'),), self._name)


def _several(self, parameters):
    return _Alias(self, parameters if isinstance(parameters, tuple) else (parameters,), self._name)


def _annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin = params[0]
    if not isinstance(origin, _Alias) or origin.__origin__ not in (ClassVar, Final):
        origin = _checked(origin, 'Annotated[t, ...]: t must be a type.')
    return _AnnotatedAlias(origin, params[1:])


Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _SpecialForm('Literal', _literal)
Annotated = _SpecialForm('Annotated', _annotated)
Concatenate = _SpecialForm('Concatenate', _several)
ClassVar, Final, TypeGuard, TypeIs, Required, NotRequired, ReadOnly = [
    _SpecialForm(name, _one) for name in 'ClassVar Final TypeGuard TypeIs Required NotRequired ReadOnly'.split()]
NoReturn, Never, Self, LiteralString, TypeAlias = [
    _SpecialForm(name) for name in 'NoReturn Never Self LiteralString TypeAlias'.split()]


class ForwardRef(_Joinable):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            self.__forward_code__ = compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class _NoDefaultType:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefaultType()


def _caller(depth=2):
    return sys._getframe(depth).f_globals.get('__name__', '__main__')


class _Postponed:
    _postponed = {}

    def __getattr__(self, name):
        evaluate = self._postponed.get(name)
        if evaluate is None:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}', name=name, obj=self)
        value = self.__dict__[name] = evaluate()
        return value


def _postpone(made, name, evaluate):
    # What the syntax for type parameters and aliases says is evaluated when somebody asks for it.
    del made.__dict__[name]
    made._postponed = {**made._postponed, name: evaluate}


class _Variable(_Joinable, _Immutable, _Postponed):
    def __init__(self, name, bound, covariant, contravariant, default):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__ = name
        self.__bound__ = None if bound is None else _checked(bound, 'Bound must be a type.')
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default
        self.__module__ = _caller(3)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return f'{"+" if self.__covariant__ else "-" if self.__contravariant__ else "~"}{self.__name__}'

    def has_default(self):
        return self.__default__ is not NoDefault

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, bound, covariant, contravariant, default)
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__constraints__ = tuple([_checked(arg, 'TypeVar(name, constraint, ...): constraints must be types.')
                                      for arg in constraints])
        self.__infer_variance__ = infer_variance


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        super().__init__(name, bound, covariant, contravariant, default)
        self.__infer_variance__ = infer_variance

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs(_Immutable):
    _suffix = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._suffix}'

    def __eq__(self, other):
        return type(other) is type(self) and self.__origin__ == other.__origin__

    def __hash__(self):
        return hash(self.__origin__)


class ParamSpecKwargs(ParamSpecArgs):
    _suffix = 'kwargs'


class _Unpacked(_Immutable):
    def __init__(self, variable):
        self.variable = variable
        self.__parameters__ = (variable,)

    def __call__(self):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __repr__(self):
        return f'typing.Unpack[{_shown(self.variable)}]'

    def __eq__(self, other):
        return self.variable == other.variable if isinstance(other, _Unpacked) else NotImplemented

    def __hash__(self):
        return hash(self.variable)


class _Starred(_Unpacked):
    def __repr__(self):
        return f'*{self.variable!r}'


Unpack = _SpecialForm('Unpack', lambda self, variable: _Unpacked(variable))


class TypeVarTuple(_Immutable, _Postponed):
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__default__ = default
        self.__module__ = _caller()

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield _Unpacked(self)


class TypeAliasType(_Joinable, _Postponed):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = self.__parameters__ = type_params
        self.__module__ = _caller()

    def __repr__(self):
        return self.__name__

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return _Alias(self, parameters)


from typing._generics import Generic, Protocol  # These need the names above.
