"""What live objects tell about themselves: kinds, signatures, sources, frames."""
import sys
import types

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 32, 128, 256, 512
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def _kind(*names):
    found = tuple(getattr(types, name) for name in names)
    return lambda object: isinstance(object, found)


ismodule, isfunction, ismethod = _kind('ModuleType'), _kind('FunctionType'), _kind('MethodType')
isgenerator, iscoroutine, isasyncgen = _kind('GeneratorType'), _kind('CoroutineType'), _kind('AsyncGeneratorType')
istraceback, isframe, iscode = _kind('TracebackType'), _kind('FrameType'), _kind('CodeType')
isbuiltin = _kind('BuiltinFunctionType')


def isclass(object):
    return isinstance(object, type)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(obj):
    kind = type(obj)
    if isclass(obj) or ismethod(obj) or isfunction(obj) or kind.__name__ == 'partial':
        return False
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')


def isdatadescriptor(object):
    return not isclass(object) and (hasattr(type(object), '__set__') or hasattr(type(object), '__delete__'))


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))


def _function(obj):
    import functools
    while ismethod(obj) or isinstance(obj, functools.partial):
        obj = obj.__func__ if ismethod(obj) else obj.func
    return obj


def _flagged(obj, flag):
    obj = _function(obj)
    return isfunction(obj) and bool(obj.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _flagged(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _flagged(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    marked = getattr(getattr(obj, '__func__', obj), '_is_coroutine_mark', None) is _mark
    own_call = not isfunction(obj) and not ismethod(obj) and not isclass(obj) and type(obj).__module__ == 'unittest.mock'
    return _flagged(obj, CO_COROUTINE) or marked or own_call and any(kind.__name__ == 'AsyncMock' for kind in type(obj).__mro__)


_mark = object()


def markcoroutinefunction(func):
    getattr(func, '__func__', func)._is_coroutine_mark = _mark
    return func


def _is_marked(generator):
    from _asyncio import is_marked_generator
    return is_marked_generator(generator)


def isawaitable(object):
    return (iscoroutine(object) or hasattr(type(object), '__await__')
            or isgenerator(object) and _is_marked(object))


def _state(frame, running, suspended, states):
    return states[1] if running else states[3] if frame is None else states[2] if suspended else states[0]


def getgeneratorstate(generator):
    return _state(generator.gi_frame, generator.gi_running, generator.gi_suspended,
                  (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_frame, coroutine.cr_running, coroutine.cr_suspended,
                  (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen.ag_frame, agen.ag_running, agen.ag_suspended,
                  (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def getcoroutinelocals(coroutine):
    return coroutine.cr_frame.f_locals if coroutine.cr_frame else {}


def getgeneratorlocals(generator):
    return generator.gi_frame.f_locals if generator.gi_frame else {}


def getmembers(object, predicate=None):
    names = set(dir(object))
    if isclass(object):
        names.update(dir(type(object)) if type(object) is not type else ())
    found = []
    for name in sorted(names):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and isclass(object):
        doc = next((base.__doc__ for base in object.__mro__ if base is not type and base.__doc__), None)
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def _source(object):
    from _interleave import getsource
    object = unwrap(object) if not ismodule(object) else object
    found = getsource(getattr(object, '__func__', object))
    if found is None:
        if isclass(object) and object.__module__ == 'builtins':
            raise TypeError(f'{object!r} is a built-in class')
        if not (isclass(object) or isfunction(object) or ismethod(object) or iscode(object) or isframe(object)):
            raise TypeError('module, class, method, function, traceback, frame, or code object was expected, '
                            f'got {type(object).__name__}')
        raise OSError('could not get source code')
    return found


def getsource(object):
    return _source(object)[0]


def getsourcelines(object):
    text, line = _source(object)
    return text.splitlines(True), line


def getsourcefile(object):
    return getfile(object)


def getfile(object):
    if ismodule(object):
        return object.__file__
    code = getattr(_function(object), '__code__', None)
    return code.co_filename if code else sys.modules[object.__module__].__file__


def currentframe():
    return sys._getframe(1)


class FrameInfo(tuple):
    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return ('FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, code_context={!r}, index={!r})'
                .format(*self))


def getouterframes(frame, context=1):
    from _interleave import source_line
    found = []
    while frame:
        code = frame.f_code
        line = source_line(code.co_filename, frame.f_lineno)
        found.append(FrameInfo((frame, code.co_filename, frame.f_lineno, code.co_name, [line] if line else None,
                                0 if line else None)))
        frame = frame.f_back
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


class _empty:
    pass


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name, self.description = name, description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'


_KINDS = [_ParameterKind(*row) for row in (
    (0, 'POSITIONAL_ONLY', 'positional-only'), (1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword'),
    (2, 'VAR_POSITIONAL', 'variadic positional'), (3, 'KEYWORD_ONLY', 'keyword-only'),
    (4, 'VAR_KEYWORD', 'variadic keyword'))]


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, _KINDS[kind], default, annotation

    def replace(self, **changes):
        now = dict(name=self.name, kind=self.kind, default=self.default, annotation=self.annotation) | changes
        return Parameter(now.pop('name'), now.pop('kind'), **now)

    def __str__(self):
        text = {2: '*', 4: '**'}.get(self.kind, '') + self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            text += f' = {self.default!r}' if self.annotation is not _empty else f'={self.default!r}'
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        made = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            made += self.arguments[name] if parameter.kind == 2 else (self.arguments[name],)
        return tuple(made)

    @property
    def kwargs(self):
        made, by_name = {}, False
        for name, parameter in self.signature.parameters.items():
            by_name = by_name or parameter.kind in (3, 4) or name not in self.arguments
            if by_name and name in self.arguments:
                made.update(self.arguments[name] if parameter.kind == 4 else {name: self.arguments[name]})
        return made

    def apply_defaults(self):
        whole = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                whole[name] = self.arguments[name]
            elif parameter.default is not _empty:
                whole[name] = parameter.default
            elif parameter.kind in (2, 4):
                whole[name] = () if parameter.kind == 2 else {}
        self.arguments = whole

    def __repr__(self):
        return f'<BoundArguments ({", ".join(f"{name}={value!r}" for name, value in self.arguments.items())})>'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({parameter.name: parameter for parameter in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return Signature(self.parameters.values() if parameters is _empty else parameters,
                         return_annotation=self.return_annotation if return_annotation is _empty else return_annotation)

    def __str__(self):
        parts, last, starred = [], None, False
        for parameter in self.parameters.values():
            if last == 0 and parameter.kind != 0:
                parts.append('/')
            if parameter.kind == 2:
                starred = True
            elif parameter.kind == 3 and not starred:
                parts.append('*')
                starred = True
            parts.append(str(parameter))
            last = parameter.kind
        if last == 0 and parts:
            parts.append('/')
        text = f'({", ".join(parts)})'
        return text if self.return_annotation is _empty else f'{text} -> {formatannotation(self.return_annotation)}'

    format = __str__

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        return (isinstance(other, Signature) and list(self.parameters.items()) == list(other.parameters.items())
                and self.return_annotation == other.return_annotation)

    def __hash__(self):
        return hash(tuple(self.parameters))

    def _bind(self, args, kwargs, partial):
        found, args, kwargs = {}, list(args), dict(kwargs)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == 2:
                if args:
                    found[name] = tuple(args)
                args = []
            elif kind == 4:
                if kwargs:
                    found[name] = kwargs
                kwargs = {}
            elif args and kind != 3:
                if name in kwargs and kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                found[name] = args.pop(0)
            elif name in kwargs and kind != 0:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, found)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)


def _of_function(function):
    code = function.__code__
    names, positional, only = code.co_varnames, code.co_argcount, code.co_posonlyargcount
    notes, defaults = function.__annotations__, function.__defaults__ or ()
    made = []
    for at, name in enumerate(names[:positional]):
        back = at - positional + len(defaults)
        made.append(Parameter(name, 0 if at < only else 1, annotation=notes.get(name, _empty),
                              default=defaults[back] if back >= 0 else _empty))
    at = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        made.append(Parameter(names[at], 2, annotation=notes.get(names[at], _empty)))
        at += 1
    by_name = function.__kwdefaults__ or {}
    for name in names[positional:positional + code.co_kwonlyargcount]:
        made.append(Parameter(name, 3, annotation=notes.get(name, _empty), default=by_name.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        made.append(Parameter(names[at], 4, annotation=notes.get(names[at], _empty)))
    return Signature(made, return_annotation=notes.get('return', _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (3, 4):
        raise ValueError('invalid method signature')
    return found.replace(parameters=parameters if parameters[0].kind == 2 else parameters[1:])


def signature(obj, *, follow_wrapped=True, **options):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, '__signature__'))
    if getattr(obj, '__signature__', None) is not None:
        return obj.__signature__
    if isfunction(obj):
        return _of_function(obj)
    import functools
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        for name in '__new__', '__init__':
            method = getattr(obj, name)
            if isfunction(method):
                return _without_first(_of_function(method)).replace(return_annotation=_empty)
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
    elif isfunction(getattr(type(obj), '__call__', None)):
        return _without_first(_of_function(type(obj).__call__))
    raise ValueError(f'no signature found for builtin {obj!r}')


def _of_partial(partial):
    whole = signature(partial.func)
    given = whole.bind_partial(*partial.args).arguments
    made, by_name = [], False
    for name, parameter in whole.parameters.items():
        if name in given and parameter.kind != 2:
            continue
        if name in partial.keywords:
            by_name = True
            parameter = parameter.replace(default=partial.keywords[name], kind=3)
        elif by_name and parameter.kind == 1:
            parameter = parameter.replace(kind=3)
        made.append(parameter)
    return whole.replace(parameters=made)


class FullArgSpec(tuple):
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations = (
        property(lambda self, at=at: self[at]) for at in range(7))

    def __repr__(self):
        return ('FullArgSpec(args=%r, varargs=%r, varkw=%r, defaults=%r, kwonlyargs=%r, kwonlydefaults=%r, '
                'annotations=%r)' % tuple(self))


def getfullargspec(func):
    found = signature(func).parameters.values()
    of = lambda *kinds: [parameter.name for parameter in found if parameter.kind in kinds]
    defaults = tuple(parameter.default for parameter in found if parameter.kind < 2 and parameter.default is not _empty)
    by_name = {parameter.name: parameter.default for parameter in found
               if parameter.kind == 3 and parameter.default is not _empty}
    return FullArgSpec((of(0, 1), next(iter(of(2)), None), next(iter(of(4)), None), defaults or None, of(3),
                        by_name or None, dict(getattr(_function(func), '__annotations__', {}))))


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments
