"""What the machine hands over because the program's own code has to run: one function for each such thing.

Natives call these by name. Frames of this file are hidden from tracebacks. An error is never raised inside an
`except` here, so that it gets no context that the program does not know of.
"""
from _interleave import (
    attempts, await_iterator, begin_end, caller, class_name, comparisons, exception_matches, forget_module, is_ending,
    is_package, is_python, load_module, lookup, loose_texts, metaclass_of, modules, render_exception, run_class, same_story,
    set_cause, shape, star_classes, take_story, takes_itself, unordered, unsupported)

# --- operators ---


def _binary(name, symbol):
    method, reflected, own = f'__{name}__', f'__r{name}__', f'__i{name}__'

    def operator(left, right):
        for ask, other in attempts(left, right, method, reflected):
            result = ask(other)
            if result is not NotImplemented:
                return result
        return unsupported(symbol, left, right, False)

    def in_place(left, right):
        ask = lookup(left, own)
        if ask is not None:
            result = ask(right)
            if result is not NotImplemented:
                return result
        for ask, other in attempts(left, right, method, reflected):
            result = ask(other)
            if result is not NotImplemented:
                return result
        return unsupported(symbol, left, right, True)

    return operator, in_place


add, iadd = _binary('add', '+')
sub, isub = _binary('sub', '-')
mul, imul = _binary('mul', '*')
matmul, imatmul = _binary('matmul', '@')
truediv, itruediv = _binary('truediv', '/')
floordiv, ifloordiv = _binary('floordiv', '//')
mod, imod = _binary('mod', '%')
pow, ipow = _binary('pow', '**')
lshift, ilshift = _binary('lshift', '<<')
rshift, irshift = _binary('rshift', '>>')
and_, iand_ = _binary('and', '&')
or_, ior_ = _binary('or', '|')
xor, ixor = _binary('xor', '^')


def divmod_(left, right):
    for ask, other in attempts(left, right, '__divmod__', '__rdivmod__'):
        result = ask(other)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for divmod(): '{class_name(left)}' and '{class_name(right)}'")


def times(sequence, count):
    return sequence * to_index(count)


def _comparison(method, reflected, symbol):
    def compare(left, right):
        for ask, other in comparisons(left, right, method, reflected):
            result = ask(other)
            if result is not NotImplemented:
                return result
        return unordered(symbol, left, right)
    return compare


less = _comparison('__lt__', '__gt__', '<')
less_equal = _comparison('__le__', '__ge__', '<=')
greater = _comparison('__gt__', '__lt__', '>')
greater_equal = _comparison('__ge__', '__le__', '>=')


def equal(left, right):
    for ask, other in comparisons(left, right, '__eq__', '__eq__'):
        result = ask(other)
        if result is not NotImplemented:
            return result
    return left is right


def not_equal(left, right):
    for ask, other in comparisons(left, right, '__ne__', '__ne__'):
        result = ask(other)
        if result is not NotImplemented:
            return result
    return left is not right


def opposite_of_eq(value, other):
    result = lookup(value, '__eq__')(other)
    return result if result is NotImplemented else not result


def contains(collection, item):
    ask = lookup(collection, '__contains__')
    if ask is not None and (is_python(ask) or not isinstance(collection, (list, tuple, range))):
        return True if ask(item) else False
    if ask is None and lookup(collection, '__iter__') is None and lookup(collection, '__getitem__') is None:
        raise TypeError(f"argument of type '{class_name(collection)}' is not iterable")
    for other in collection:
        if other is item or other == item:
            return True
    return False


def not_contains(collection, item):
    return not contains(collection, item)


# --- truth, length, text ---


def truth(value):
    ask = lookup(value, '__bool__')
    if ask is None:
        ask = lookup(value, '__len__')
        return ask is None or length(ask) != 0
    result = ask()
    if result is True or result is False:
        return result
    raise TypeError(f'__bool__ should return bool, returned {class_name(result)}')


def length(ask):
    result = to_index(ask())
    if result < 0:
        raise ValueError('__len__() should return >= 0')
    if result > 0x7fffffffffffffff:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return result


def to_index(value):
    if isinstance(value, int):
        return value
    ask = lookup(value, '__index__')
    if ask is None:
        raise TypeError(f"'{class_name(value)}' object cannot be interpreted as an integer")
    result = ask()
    if not isinstance(result, int):
        raise TypeError(f'__index__ returned non-int (type {class_name(result)})')
    return result


def _checked_text(result, method):
    if isinstance(result, str):
        return result
    raise TypeError(f'{method} returned non-string (type {class_name(result)})')


def str_of(value):
    return _checked_text(lookup(value, '__str__')(), '__str__')


_showing = []


def repr_of(value):
    ask = lookup(value, '__repr__')
    if is_python(ask):
        return _checked_text(ask(), '__repr__')
    show, again = _SHOWN.get(shape(value), (None, None))
    if show is None:
        return _checked_text(ask(), '__repr__')
    for other in _showing:
        if other is value:
            return again or f'{class_name(value)}(...)'
    _showing.append(value)
    try:
        return show(value)
    finally:
        _showing.pop()


def _show_list(value):
    return f'[{", ".join([repr(item) for item in list.__iter__(value)])}]'


def _show_tuple(value):
    items = [repr(item) for item in tuple.__iter__(value)]
    return f'({items[0]},)' if len(items) == 1 else f'({", ".join(items)})'


def _show_dict(value):
    return f'{{{", ".join([f"{key!r}: {item!r}" for key, item in dict.items(value)])}}}'


def _show_set(value):
    items = f'{{{", ".join([repr(item) for item in value])}}}'
    return items if type(value) is set else f'{class_name(value)}({items})'


def _show_view(value):
    return f'{class_name(value)}([{", ".join([repr(item) for item in value])}])'


def _show_slice(value):
    return f'slice({value.start!r}, {value.stop!r}, {value.step!r})'


def _show_proxy(value):
    return f'mappingproxy({_show_dict(dict(value))})'


def _show_method(value):
    return f'<bound method {value.__func__.__qualname__} of {value.__self__!r}>'


_SHOWN = {
    'list': (_show_list, '[...]'), 'tuple': (_show_tuple, '(...)'), 'dict': (_show_dict, '{...}'),
    'set': (_show_set, None), 'frozenset': (_show_set, None), 'slice': (_show_slice, '...'),
    'dict_keys': (_show_view, '...'), 'dict_values': (_show_view, '...'), 'dict_items': (_show_view, '...'),
    'mappingproxy': (_show_proxy, '{...}'), 'method': (_show_method, '...')}


def repr_exception(error):
    args = error.args
    return f'{class_name(error)}({args[0]!r})' if len(args) == 1 else class_name(error) + repr(args)


def format_by_method(value, ask, spec):
    result = ask(spec)
    if isinstance(result, str):
        return result
    raise TypeError(f'__format__ must return a str, not {class_name(result)}')


def format_str(value, spec):
    return format(str(value), spec)


def format_repr(value, spec):
    return format(repr(value), spec)


def format_ascii(value, spec):
    return format(ascii(value), spec)


# --- attributes and classes ---


def getattribute(value, name):
    try:
        return lookup(value, '__getattribute__')(name)
    except AttributeError:
        ask = lookup(value, '__getattr__')
        if ask is None:
            raise
    return ask(name)


def build_class(body, name, bases, metaclass, keywords):
    original = None
    if any([not isinstance(base, type) for base in bases]):
        original, settled = bases, []
        for base in bases:
            entries = None if isinstance(base, type) else getattr(base, '__mro_entries__', None)
            if entries is None:
                settled.append(base)
                continue
            entries = entries(bases)
            if not isinstance(entries, tuple):
                raise TypeError('__mro_entries__ must return a tuple')
            settled += entries
        bases = tuple(settled)
    if metaclass is None:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = metaclass_of(metaclass, bases)
    prepare = getattr(metaclass, '__prepare__', None)
    namespace = {} if prepare is None else prepare(name, bases, **keywords)
    if lookup(namespace, '__setitem__') is None:
        kind = metaclass.__name__ if isinstance(metaclass, type) else '<metaclass>'
        raise TypeError(f'{kind}.__prepare__() must return a mapping, not {class_name(namespace)}')
    return run_class(body, name, bases, original, namespace, metaclass, keywords)


def complete_class(made, named, keywords):
    for name, value in named:
        try:
            lookup(value, '__set_name__')(made, name)
        except BaseException as error:
            error.add_note(f'Error calling __set_name__ on {class_name(value)!r} instance {name!r} in {made.__name__!r}')
            raise
    super(made, made).__init_subclass__(**keywords)
    return made


def new_object(kind, *args):
    return kind.__new__(kind, *args)


def reduce_object(value):
    kind = type(value)
    ask = lookup(value, '__reduce__')
    if is_python(ask):
        return ask()
    args = ()
    ask = lookup(value, '__getnewargs__')
    if ask is not None:
        args = ask()
    else:
        for plain in int, float, complex, str, bytes, tuple, frozenset:
            if isinstance(value, plain):
                args = (plain(value),)
    ask = lookup(value, '__getstate__')
    state = ask() if ask is not None else getattr(value, '__dict__', None) or None
    if ask is None:
        slots = {name: getattr(value, name) for base in kind.__mro__ for name in _slots(base) if hasattr(value, name)}
        if slots:
            state = state, slots
    items = iter(value) if isinstance(value, list) else None
    pairs = iter(dict.items(value)) if isinstance(value, dict) else None
    return new_object, (kind, *args), state, items, pairs


def _slots(kind):
    slots = kind.__dict__.get('__slots__', ())
    slots = (slots,) if isinstance(slots, str) else slots
    return [name for name in slots if name not in ('__dict__', '__weakref__')]


# --- calls and iteration ---


def again_with_list(function, index, names, *values):
    values = [*values]
    values[index] = [*values[index]]
    count = len(values) - len(names)
    return function(*values[:count], **dict(zip(names, values[count:])))


def iterate_by_index(value):
    ask = lookup(value, '__getitem__')
    index = 0
    while True:
        try:
            item = ask(index)
        except (IndexError, StopIteration):
            return
        yield item
        index += 1


def unpack(value, count):
    items = []
    for item in value:
        if len(items) == count:
            raise ValueError(f'too many values to unpack (expected {count})')
        items.append(item)
    if len(items) < count:
        raise ValueError(f'not enough values to unpack (expected {count}, got {len(items)})')
    return items


def unpack_rest(value, before, after):
    items = [*value]
    if len(items) < before + after:
        raise ValueError(f'not enough values to unpack (expected at least {before + after}, got {len(items)})')
    end = len(items) - after
    return [*items[:before], items[before:end], *items[end:]]


def async_iterate(value, ask):
    result = ask()
    if lookup(result, '__anext__') is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__: "
                        + class_name(result))
    return result


def async_next(ask):
    return await_iterator(ask())


# --- patterns ---


_MISSING = []


def match_keys(subject, keys):
    values, seen = [], set()
    get = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.add(key)
        value = get(key, _MISSING)
        if value is _MISSING:
            return None
        values.append(value)
    return tuple(values)


def match_class(subject, kind, count, names):
    if not isinstance(kind, type):
        raise TypeError('called match pattern must be a class')
    if not isinstance(subject, kind):
        return None
    values, wanted = [], []
    if count:
        known = getattr(kind, '__match_args__', None)
        itself = known is None and takes_itself(kind)
        if known is None:
            known = ()
        elif not isinstance(known, tuple):
            raise TypeError(f'{kind.__name__}.__match_args__ must be a tuple (got {class_name(known)})')
        allowed = 1 if itself else len(known)
        if allowed < count:
            plural = '' if allowed == 1 else 's'
            raise TypeError(f'{kind.__name__}() accepts {allowed} positional sub-pattern{plural} ({count} given)')
        if itself:
            values.append(subject)
        else:
            wanted += known[:count]
    wanted += names
    for index, name in enumerate(wanted):
        if not isinstance(name, str):
            raise TypeError(f'__match_args__ elements must be strings (got {class_name(name)})')
        if name in wanted[:index]:
            raise TypeError(f'{kind.__name__}() got multiple sub-patterns for attribute {name!r}')
        value = getattr(subject, name, _MISSING)
        if value is _MISSING:
            return None
        values.append(value)
    return tuple(values)


# --- imports ---


def import_module(name, whole):
    known = modules()
    first = parent = None
    path = ''
    for part in name.split('.'):
        path = f'{path}.{part}' if path else part
        module = known.get(path)
        if module is None:
            module = load_module(path)
            if parent is not None:
                setattr(parent, part, module)
        parent = module
        if first is None:
            first = module
    return module if whole else first


def run_module(module, body):
    try:
        body()
    except BaseException:
        forget_module(module)
        raise
    return modules().get(module.__name__, module)


def import_from(module, name):
    value = getattr(module, name, _MISSING)
    if value is not _MISSING:
        return value
    own = getattr(module, '__name__', '<unknown module name>')
    path = f'{own}.{name}'
    if path in modules():
        return modules()[path]
    if is_package(own):
        try:
            return import_module(path, True)
        except ModuleNotFoundError as error:
            if error.name != path:
                raise
    file = getattr(module, '__file__', None)
    error = ImportError(f"cannot import name {name!r} from {own!r} ({file or 'unknown location'})", name=own, path=file)
    error.name_from = name
    raise error


def import_all(module, names):
    public = getattr(module, '__all__', None)
    if public is None:
        public = [name for name in vars(module) if not name.startswith('_')]
    for name in public:
        if not isinstance(name, str):
            raise TypeError(f'Item in {module.__name__}.__all__ must be str, not {class_name(name)}')
        names[name] = getattr(module, name)


# --- exceptions ---


def raise_from(error, cause):
    error = _made(error, 'exceptions must derive from BaseException')
    if cause is not None:
        cause = _made(cause, 'exception causes must derive from BaseException')
    set_cause(error, cause)
    return error


def _made(error, complaint):
    if isinstance(error, type) and issubclass(error, BaseException):
        made = error()
        if isinstance(made, BaseException):
            return made
        raise TypeError(f'calling {error!r} should have returned an instance of BaseException, not {type(made)!r}')
    if isinstance(error, BaseException):
        return error
    raise TypeError(complaint)


def set_exception_args(error, args):
    error.args = tuple(args)


def new_group(kind, message, members):
    if lookup(members, '__getitem__') is None:
        raise TypeError('second argument (exceptions) must be a sequence')
    return BaseExceptionGroup.__new__(kind, message, [*members])


def group_split(group, condition, with_rest):
    if isinstance(condition, type) and issubclass(condition, BaseException) or (
            isinstance(condition, tuple)
            and all([isinstance(kind, type) and issubclass(kind, BaseException) for kind in condition])):
        match, rest = _parted(group, lambda error: exception_matches(error, condition))
    elif callable(condition) and not isinstance(condition, type):
        match, rest = _parted(group, condition)
    else:
        raise TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')
    return (match, rest) if with_rest else match


def _parted(error, fits):
    if fits(error):
        return error, None
    if not isinstance(error, BaseExceptionGroup):
        return None, error
    matching, others = [], []
    for member in error.exceptions:
        match, rest = _parted(member, fits)
        if match is not None:
            matching.append(match)
        if rest is not None:
            others.append(rest)
    return _part_of(error, matching), _part_of(error, others)


def _part_of(group, members):
    if not members:
        return None
    part = group.derive(members)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    take_story(part, group)
    return part


def star_matches(error, classes):
    if error is None:
        return [None, None]
    star_classes(classes)
    is_group = isinstance(error, BaseExceptionGroup)
    if exception_matches(error, classes):
        return [None, error if is_group else BaseExceptionGroup('', (error,))]
    if not is_group:
        return [error, None]
    parts = error.split(classes)
    if not isinstance(parts, tuple):
        raise TypeError(f'{class_name(error)}.split must return a tuple, not {class_name(parts)}')
    if len(parts) < 2:
        raise TypeError(f'{class_name(error)}.split must return a 2-tuple, got tuple of size {len(parts)}')
    return [parts[1], parts[0]]


def star_rest(original, errors):
    errors = [error for error in errors if error is not None]
    if not errors:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return errors[0]
    raised = [error for error in errors if not same_story(error, original)]
    kept = []
    for error in errors:
        if same_story(error, original):
            _leaves(error, kept)
    if kept:
        left = _parted(original, lambda error: any([error is leaf for leaf in kept]))[0]
        if not raised:
            return left
        raised.append(left)
    return raised[0] if len(raised) == 1 else BaseExceptionGroup('', raised)


def _leaves(error, found):
    if not isinstance(error, BaseExceptionGroup):
        found.append(error)
        return
    for member in error.exceptions:
        _leaves(member, found)


def format_exception(error, limit=None, chain=True, only=False):
    texts = []
    for one in loose_texts(error):
        try:
            text = str(one)
        except BaseException:
            text = '<exception str() failed>'
        texts.append((one, text))
    return render_exception(error, limit, chain, only, texts)


def print_exception(error):
    from sys import stderr
    stderr.write(format_exception(error))


def warn(msg, category, result=None, *, stacklevel=1, source=None):
    import warnings
    if is_ending():
        warnings._hand_out = _show_plainly
    filename, line, names = caller()
    registry = names.setdefault('__warningregistry__', {})
    module = names.get('__name__', '<string>')
    warnings.warn_explicit(msg, category, filename, line, module, registry, None, source)
    return result


def _show_plainly(message):
    from sys import stderr
    stderr.write(f'{message.filename}:{message.lineno}: {message.category.__name__}: {message.message}\n')


def _warn_unawaited_coroutine(msg):
    coro = msg
    warn(msg, category=RuntimeWarning, stacklevel=2, source=coro)  #@ warnings.py:692


warn_never_awaited = _warn_unawaited_coroutine


# --- builtin functions ---


def print(values, names, named):
    options = dict(zip(names, named))
    file = options.get('file')
    if file is None:
        import sys
        file = sys.stdout
        if file is None:
            return
    separator = options.get('sep')
    end = options.get('end')
    if separator is None:
        separator = ' '
    first = True
    for value in values:
        if not first:
            file.write(separator)
        first = False
        file.write(str(value))
    file.write('\n' if end is None else end)
    if options.get('flush'):
        file.flush()


def input_with_prompt(prompt):
    return input(str(prompt))


def _class_test(value, classes, method, plain, words):
    if isinstance(classes, tuple):
        for each in classes:
            if _class_test(value, each, method, plain, words):
                return True
        return False
    ask = lookup(classes, method)
    if ask is not None:
        return True if ask(value) else False
    members = getattr(classes, '__args__', None) if class_name(classes) == 'UnionType' else None
    if members is None:
        raise TypeError(words)
    return _class_test(value, members, method, plain, words)


def isinstance_(value, classes):
    if type(value) is classes:
        return True
    return _class_test(value, classes, '__instancecheck__', isinstance,
                       'isinstance() arg 2 must be a type, a tuple of types, or a union')


def issubclass_(value, classes):
    if not isinstance(value, type) and not hasattr(value, '__bases__'):
        raise TypeError('issubclass() arg 1 must be a class')
    return _class_test(value, classes, '__subclasscheck__', issubclass,
                       'issubclass() arg 2 must be a class, a tuple of classes, or a union')


def getattr_or(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def has_attribute(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def dir_(value):
    ask = lookup(value, '__dir__')
    return sorted(ask())


def open_(values, names, named):
    from io import open as open_file
    return open_file(*values, **dict(zip(names, named)))


def throw_made(generator, cls):
    return generator.throw(cls())


def send_to_step(step, value=None):
    async def relay():
        return await step
    raise StopIteration(relay().send(value))


def alias_parameters(alias):
    found = []
    for each in alias.__args__:
        if class_name(each) in ('TypeVar', 'ParamSpec', 'TypeVarTuple'):
            if each not in found:
                found.append(each)
        else:
            found += [inner for inner in getattr(each, '__parameters__', ()) if inner not in found]
    return tuple(found)


def alias_substitute(alias, index):
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f'{alias!r} is not a generic class')
    given = index if isinstance(index, tuple) else (index,)
    if len(given) != len(parameters):
        word = 'many' if len(given) > len(parameters) else 'few'
        raise TypeError(f'Too {word} arguments for {alias!r}; actual {len(given)}, expected {len(parameters)}')
    by_parameter = dict(zip(parameters, given))

    def put(each):
        if each in by_parameter:
            return by_parameter[each]
        inner = getattr(each, '__parameters__', ())
        return each[tuple(by_parameter[one] for one in inner)] if inner else each

    return alias.__origin__[tuple(put(each) for each in alias.__args__)]


# --- the end ---


def end_of_program(error):
    code = 0
    if isinstance(error, SystemExit):
        code = error.code
        if code is None:
            code = 0
        elif not isinstance(code, int):
            from sys import stderr
            stderr.write(f'{code}\n')
            code = 1
    elif error is not None:
        report_uncaught(error)
        code = 130 if isinstance(error, KeyboardInterrupt) else 1
    atexit = modules().get('atexit')
    if atexit is not None:
        atexit._run_exitfuncs()
    return code


def report_uncaught(error):
    sys = modules().get('sys')
    hook = getattr(sys, 'excepthook', None)
    if hook is None or hook is sys.__excepthook__:
        return print_exception(error)
    try:
        hook(type(error), error, error.__traceback__)
    except BaseException as other:
        sys.stderr.write('Error in sys.excepthook:\n' + format_exception(other) + '\nOriginal exception was:\n'
                         + format_exception(error))


def tear_down():
    begin_end()
    names = modules()['__main__'].__dict__
    for name in [*names]:
        if name != '__builtins__':
            names[name] = None


# --- numbers and texts ---


def _asked(value, *methods):
    for method, kind, word in methods:
        ask = lookup(value, method)
        if ask is not None:
            result = ask()
            if isinstance(result, kind):
                return result
            raise TypeError(f'{_owner(value, word)}{method} returned non-{word} (type {class_name(result)})')
    return value


def _owner(value, word):
    return f'{class_name(value)}.' if word == 'float' else ''


def int_of(kind, value):
    return int.__new__(kind, int.__pos__(_asked(value, ('__int__', int, 'int'), ('__index__', int, 'int'), ('__trunc__', int, 'Integral'))))


def float_of(kind, value):
    result = _asked(value, ('__float__', float, 'float'), ('__index__', int, 'int'))
    return float.__new__(kind, float.__pos__(result) if isinstance(result, float) else int.__float__(result))


def complex_of(kind, real, imag):
    return complex.__new__(kind, _complex_part(real, ('__complex__', complex, 'complex')), _complex_part(imag))


def _complex_part(value, *methods):
    if isinstance(value, str):
        return value
    value = _asked(value, *methods, ('__float__', float, 'float'), ('__index__', int, 'int'))
    for plain in complex, float, int:
        if isinstance(value, plain):
            return plain.__pos__(value)
    return value


def int_from_iterable(kind, numbers, order, signed):
    if lookup(numbers, '__iter__') is None:
        raise TypeError(f"cannot convert '{class_name(numbers)}' object to bytes")
    return kind.from_bytes(bytes([*numbers]), order, signed=True if signed else False)


def bytes_of(kind, value):
    base = bytearray if issubclass(kind, bytearray) else bytes
    ask = lookup(value, '__bytes__')
    if ask is not None:
        result = ask()
        if not isinstance(result, bytes):
            raise TypeError(f'__bytes__ returned non-bytes (type {class_name(result)})')
        return base.__new__(kind, result)
    if lookup(value, '__index__') is not None:
        return base.__new__(kind, to_index(value))
    return base.__new__(kind, [*value])


def bytearray_extend(array, numbers):
    if lookup(numbers, '__iter__') is None:
        raise TypeError(f"can't extend bytearray with {class_name(numbers)}")
    array.extend([*numbers])


def with_index(function, value):
    return function(to_index(value))


def hash_of(value):
    if isinstance(value, tuple) and not is_python(lookup(value, '__hash__')):
        return hash_items([hash(item) for item in value])
    result = lookup(value, '__hash__')()
    if not isinstance(result, int):
        raise TypeError('__hash__ method should return an integer')
    if -0x8000000000000000 <= result <= 0x7fffffffffffffff:
        return -2 if result == -1 else int(result)
    return int.__hash__(result)


def str_for(kind, value):
    return str.__new__(kind, str(value))


def ascii_of(value):
    return repr(value).encode('ascii', 'backslashreplace').decode('ascii')


def join(separator, parts):
    if lookup(parts, '__iter__') is None and lookup(parts, '__getitem__') is None:
        raise TypeError('can only join an iterable')
    return separator.join([*parts])


def translate(text, table):
    letters = []
    for letter in text:
        try:
            result = table[ord(letter)]
        except LookupError:
            result = letter
        letters.append(result if isinstance(result, str) else '' if result is None else str.translate(letter, {ord(letter): result}))
    return ''.join(letters)


_CONVERSIONS = {'s': str, 'r': repr, 'a': ascii, 'd': int, 'i': int, 'u': int, 'x': to_index, 'X': to_index, 'o': to_index}


def percent_pieces(pieces):
    texts = []
    for piece in pieces:
        if type(piece) is tuple:
            kind, value, template, has_key, key = piece
            if has_key:
                value = value[key]
            if kind == 'c':
                piece = template % value
            else:
                piece = template % (_CONVERSIONS.get(kind, float)(value),)
        texts.append(piece)
    return ''.join(texts)


def format_pieces(pieces):
    texts = []
    for piece in pieces:
        if type(piece) is tuple:
            value, path, conversion, spec = piece
            for is_attribute, key in path:
                value = getattr(value, key) if is_attribute else value[key]
            if conversion:
                value = _CONVERSIONS[conversion](value)
            piece = format(value, spec if isinstance(spec, str) else format_pieces(spec))
        texts.append(piece)
    return ''.join(texts)


# --- collections: keys that have a hash or an equality of the program's ---


from _interleave import (
    begin_sum, dict_candidates, dict_drop, dict_put, dict_value, function_text, hash_items, list_return, make_driven,
    make_filter, make_map, set_candidates, set_drop, set_put, set_reserve, sort_items)


def _same(candidates, key):
    for other in candidates:
        if other is key or other == key:
            return other
    return _MISSING


def dict_get_item(whole, target, key):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is not _MISSING:
        return dict_value(target, code, own)
    ask = None if whole is target else lookup(whole, '__missing__')
    if ask is None:
        raise KeyError(key)
    return ask(key)


def dict_get(target, key, default):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    return default if own is _MISSING else dict_value(target, code, own)


def dict_contains(target, key):
    return _same(dict_candidates(target, hash(key)), key) is not _MISSING


def dict_set_item(target, key, value):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    dict_put(target, code, key if own is _MISSING else own, value)


def dict_set_default(target, key, default):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is not _MISSING:
        return dict_value(target, code, own)
    dict_put(target, code, key, default)
    return default


def dict_delete_item(target, key):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is _MISSING:
        raise KeyError(key)
    dict_drop(target, code, own)


def dict_pop(target, key, *default):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is not _MISSING:
        return dict_drop(target, code, own)
    if default:
        return default[0]
    raise KeyError(key)


def dict_display(target, rest):
    for index in range(0, len(rest), 2):
        target[rest[index]] = rest[index + 1]
    return target


def dict_display_update(target, source):
    if lookup(source, 'keys') is None:
        raise TypeError(f"'{class_name(source)}' object is not a mapping")
    dict.update(target, source)


def dict_update(target, source, named):
    if isinstance(source, dict) and not is_python(lookup(source, 'keys')):
        for key, value in dict.items(source):
            target[key] = value
    elif lookup(source, 'keys') is not None:
        for key in source.keys():
            target[key] = source[key]
    else:
        for index, pair in enumerate(source):
            if lookup(pair, '__iter__') is None and lookup(pair, '__getitem__') is None:
                raise TypeError(f'cannot convert dictionary update sequence element #{index} to a sequence')
            pair = [*pair]
            if len(pair) != 2:
                raise ValueError(f'dictionary update sequence element #{index} has length {len(pair)}; 2 is required')
            target[pair[0]] = pair[1]
    for key, value in named.items():
        target[key] = value


def dict_update_in_place(target, source):
    dict.update(target, source)
    return target


def dict_union(left, right):
    return dict_update_in_place(left.copy(), right)


def dict_from_keys(kind, keys, value):
    made = kind()
    for key in keys:
        made[key] = value
    return made


def dict_equal(left, right):
    if len(left) != len(right):
        return False
    for key, value in left.items():
        other = right.get(key, _MISSING)
        if other is _MISSING or other is not value and not value == other:
            return False
    return True


def merge_keywords(keywords, mapping, callee):
    if lookup(mapping, 'keys') is None:
        raise TypeError(f'{function_text(callee)} argument after ** must be a mapping, not {class_name(mapping)}')
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError('keywords must be strings')
        if key in keywords:
            raise TypeError(f"{function_text(callee)} got multiple values for keyword argument '{key}'")
        keywords[key] = mapping[key]


def set_add(target, item):
    code = hash(item)
    if _same(set_candidates(target, code), item) is _MISSING:
        set_put(target, code, item)


def set_contains(target, item):
    return _same(set_candidates(target, hash(item)), item) is not _MISSING


def set_discard(target, item):
    code = hash(item)
    own = _same(set_candidates(target, code), item)
    if own is _MISSING:
        return False
    set_drop(target, code, own)
    return True


def set_remove(target, item):
    if not set_discard(target, item):
        raise KeyError(item)


def set_fill(target, items):
    for item in items:
        target.add(item)


def set_update(target, items):
    if isinstance(items, (set, frozenset, dict)):
        set_reserve(target, len(items))
    for item in [*items] if items is target else items:
        target.add(item)
    return target


def set_intersect(target, items):
    kept = [item for item in items if item in target]
    target.clear()
    return set_update(target, kept)


def set_subtract(target, items):
    for item in [*items] if items is target else items:
        target.discard(item)
    return target


def set_exchange(target, items):
    for item in items.copy() if isinstance(items, (set, frozenset)) else set(items):
        if item in target:
            target.remove(item)
        else:
            target.add(item)
    return target


def set_combined(change, own, *others):
    result = set(own)
    for other in others:
        change(result, other)
    return frozenset(result) if isinstance(own, frozenset) else result


def set_changed(change, own, *others):
    for other in others:
        change(own, other)


def set_or(left, right):
    return set_combined(set_update, left, right)


def set_and(left, right):
    return set_combined(set_intersect, left, right)


def set_sub(left, right):
    return set_combined(set_subtract, left, right)


def set_xor(left, right):
    return set_combined(set_exchange, left, right)


def _all_in(items, container):
    for item in items:
        if item not in container:
            return False
    return True


def set_issubset(own, other):
    return _all_in(own, other if isinstance(other, (set, frozenset)) else set(other))


def set_issuperset(own, other):
    return _all_in(other, own)


def set_isdisjoint(own, other):
    for item in other:
        if item in own:
            return False
    return True


def set_equal(left, right):
    return len(left) == len(right) and _all_in(left, right)


def compare_sets(left, right, symbol):
    if symbol == '==':
        return set_equal(left, right)
    if symbol == '!=':
        return not set_equal(left, right)
    if symbol == '<' or symbol == '<=':
        return len(left) <= len(right) - (symbol == '<') and _all_in(left, right)
    return len(right) <= len(left) - (symbol == '>') and _all_in(right, left)


view_compare, view_is_disjoint = compare_sets, set_isdisjoint


def view_operation(left, right, name):
    if name == '__and__':
        if type(right) is set and len(left) <= len(right):
            return right.intersection(left)
        return set([item for item in right if item in left])
    result = set(left)
    if name == '__or__':
        result.update(right)
    elif name == '__sub__':
        result.difference_update(right)
    else:
        result.symmetric_difference_update(right)
    return result


def items_contain(target, item):
    if not isinstance(item, tuple) or len(item) != 2:
        return False
    value = target.get(item[0], _MISSING)
    return value is not _MISSING and (value is item[1] or value == item[1])


def proxy_repr(mapping):
    return f'mappingproxy({mapping!r})'


def frozenset_new(kind, items):
    return frozenset.__new__(kind, set_update(set(), items))


def call_spread(function, items, keywords):
    if lookup(items, '__iter__') is None and lookup(items, '__getitem__') is None:
        raise TypeError(f'{function_text(function)} argument after * must be an iterable, not {class_name(items)}')
    items = [item for item in items]
    return function(*items, **keywords) if keywords else function(*items)


# --- collections: sequences ---


def tuple_new(kind, items):
    return tuple.__new__(kind, [item for item in items])


def again_with_index(function, index, *values):
    values = [*values]
    values[index] = to_index(values[index])
    return function(*values)


def get_item_by_index(sequence, index):
    if isinstance(index, slice):
        parts = index.start, index.stop, index.step
        return sequence[slice(*[part if part is None else to_index(part) for part in parts])]
    return sequence[to_index(index)]


def set_item_by_index(sequence, index, value):
    sequence[to_index(index)] = value


def set_slice(target, place, items):
    if lookup(items, '__iter__') is None and lookup(items, '__getitem__') is None:
        raise TypeError('must assign iterable to extended slice')
    target[place] = [item for item in items]


def extend_display(target, items):
    if lookup(items, '__iter__') is None and lookup(items, '__getitem__') is None:
        raise TypeError(f'Value after * must be an iterable, not {class_name(items)}')
    list_extend(target, items)


def list_extend(target, items):
    for item in items:
        target.append(item)


def list_extend_in_place(target, items):
    list.extend(target, items)
    return target


def _place(sequence, value, start, stop):
    for index in range(start, stop):
        if index >= len(sequence):
            break
        item = sequence[index]
        if item is value or item == value:
            return index
    return -1


def list_index(target, value, start, stop):
    index = _place(target, value, start, stop)
    if index < 0:
        raise ValueError(f'{value!r} is not in list')
    return index


def tuple_index(target, value, start, stop):
    index = _place(target, value, start, stop)
    if index < 0:
        raise ValueError('tuple.index(x): x not in tuple')
    return index


def range_index(numbers, value, stop):
    index = -1 if isinstance(value, int) else _place(numbers, value, 0, stop)
    if index < 0:
        if isinstance(value, int):
            raise ValueError(f'{value!r} is not in range')
        raise ValueError('sequence.index(x): x not in sequence')
    return index


def list_remove(target, value):
    index = _place(target, value, 0, len(target))
    if index < 0:
        raise ValueError('list.remove(x): x not in list')
    del target[index]


def sequence_count(sequence, value):
    count = 0
    for item in sequence:
        if item is value or item == value:
            count += 1
    return count


def sequence_contains(sequence, value):
    for item in sequence:
        if item is value or item == value:
            return True
    return False


def sequence_equal(left, right):
    if len(left) != len(right):
        return False
    for one, other in zip(left, right):
        if one is not other and not one == other:
            return False
    return True


def differs(ask, left, right):
    return not ask(left, right)


def sequence_order(left, right, symbol):
    for one, other in zip(left, right):
        if one is not other and not one == other:
            return _in_order(one, other, symbol)
    return _in_order(len(left), len(right), symbol)


def _in_order(one, other, symbol):
    if symbol == '<':
        return one < other
    if symbol == '<=':
        return one <= other
    return one > other if symbol == '>' else one >= other


def deque_extend(target, items, left):
    add = target.appendleft if left else target.append
    for item in items:
        add(item)


def deque_extend_in_place(target, items):
    deque_extend(target, items, False)
    return target


def deque_copy(target):
    kind = type(target)
    return kind(target) if target.maxlen is None else kind(target, target.maxlen)


def deque_reduce(target):
    args = () if target.maxlen is None else ((), target.maxlen)
    return type(target), args, getattr(target, '__dict__', None) or None, iter(target)


def deque_repr(target):
    for other in _showing:
        if other is target:
            return '[...]'
    _showing.append(target)
    try:
        items = repr([*target])
    finally:
        _showing.pop()
    limit = '' if target.maxlen is None else f', maxlen={target.maxlen}'
    return f'{class_name(target)}({items}{limit})'


def deque_index(target, value, start, stop):
    index = _place(target, value, start, stop)
    if index < 0:
        raise ValueError(f'{value!r} is not in deque')
    return index


def deque_remove(target, value):
    index = _place(target, value, 0, len(target))
    if index < 0:
        raise ValueError(f'{value!r} is not in deque')
    del target[index]


# --- sorting ---


def list_sort(target, key, reverse):
    items = target.copy()
    target.clear()
    try:
        result = sorted_of(items, key, reverse)
    except BaseException:
        list_return(target, items)
        raise
    if list_return(target, result):
        raise ValueError('list modified during sort')


def sorted_of(items, key, reverse):
    items = [item for item in items]
    keys = items if key is None else [key(item) for item in items]
    result = sort_items(items, keys, reverse)
    if result is None:
        result = [items[index] for index in _order(keys, reverse)]
    return result


def _order(keys, reverse):
    # As `sorting` in Rust, step by step.
    order = [*range(len(keys))]
    if reverse:
        order.reverse()
    count = least = len(keys)
    odd = 0
    while least >= 64:
        odd |= least & 1
        least >>= 1
    least += odd
    runs = []
    start = 0
    while start < count:
        end = _run_end(keys, order, start, count)
        for at in range(end, min(count, start + least)):
            new = order[at]
            low, high = start, at
            while low < high:
                middle = (low + high) // 2
                if keys[new] < keys[order[middle]]:
                    high = middle
                else:
                    low = middle + 1
            order.insert(low, order.pop(at))
        end = max(end, min(count, start + least))
        runs.append((start, end))
        start = end
        while len(runs) > 1 and (start == count or runs[-2][1] - runs[-2][0] <= runs[-1][1] - runs[-1][0]):
            first, middle = runs[-2]
            last = runs.pop()[1]
            order[first:last] = _merged(keys, order[first:middle], order[middle:last])
            runs[-1] = first, last
    if reverse:
        order.reverse()
    return order


def _run_end(keys, order, start, count):
    end = start + 1
    while end < count and not keys[order[end]] < keys[order[end - 1]]:
        end += 1
    if end >= count:
        return count
    if end - start > 1:
        if keys[order[start]] < keys[order[end - 1]]:
            return end
        order[start:end] = order[start:end][::-1]
    end += 1
    equal = None
    while end < count:
        if keys[order[end]] < keys[order[end - 1]]:
            if equal is not None:
                order[equal:end] = order[equal:end][::-1]
                equal = None
        elif keys[order[end - 1]] < keys[order[end]]:
            break
        elif equal is None:
            equal = end - 1
        end += 1
    if equal is not None:
        order[equal:end] = order[equal:end][::-1]
    order[start:end] = order[start:end][::-1]
    while end < count and not keys[order[end]] < keys[order[end - 1]]:
        end += 1
    return end


def _merged(keys, left, right):
    result = []
    at = 0
    for index in left:
        while at < len(right) and keys[right[at]] < keys[index]:
            result.append(right[at])
            at += 1
        result.append(index)
    return result + right[at:]


# --- iteration ---


def iterator_of(value):
    ask = lookup(value, '__iter__')
    if ask is None:
        return iterate_by_index(value)
    result = ask()
    if lookup(result, '__next__') is None:
        raise TypeError(f"iter() returned non-iterator of type '{class_name(result)}'")
    return result


def next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


async def anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def anext_of(ask, default):
    return anext_or(ask(), default)


def call_until(function, sentinel):
    return make_driven(None, _until(function, sentinel))


def _until(function, sentinel):
    while True:
        try:
            item = function()
        except StopIteration:
            return
        if sentinel is item or sentinel == item:
            return
        yield item


def map_of(function, *iterables):
    return make_map(function, [iter(items) for items in iterables])


def map_next(function, iterator):
    return function(next(iterator))


def map_next_of_several(function, items, iterators):
    for iterator in iterators:
        items.append(next(iterator))
    return function(*items)


def filter_of(function, items):
    return make_filter(function, iter(items))


def filter_next(function, iterator):
    while True:
        item = next(iterator)
        if item if function is None else function(item):
            return item


def filter_next_after(item, iterator):
    return item if item else filter_next(None, iterator)


def enumerate_of(items, start):
    return make_driven(enumerate, _enumerated(iter(items), to_index(start)))


def _enumerated(items, count):
    for item in items:
        yield count, item
        count += 1


def zip_of(iterables, strict):
    iterators = [iter(items) for items in iterables]
    return make_driven(zip, _zipped_strictly(iterators) if strict else _zipped(iterators))


def _zipped(iterators):
    while True:
        row = []
        for iterator in iterators:
            for item in iterator:
                row.append(item)
                break
            else:
                return
        yield tuple(row)


def _zipped_strictly(iterators):
    while True:
        row = []
        for index, iterator in enumerate(iterators):
            item = next_or(iterator, _MISSING)
            if item is not _MISSING:
                row.append(item)
            elif index:
                raise ValueError(f'zip() argument {index + 1} is shorter than {_arguments(index)}')
            else:
                for index in range(1, len(iterators)):
                    if next_or(iterators[index], _MISSING) is not _MISSING:
                        raise ValueError(f'zip() argument {index + 1} is longer than {_arguments(index)}')
                return
        yield tuple(row)


def _arguments(count):
    return 'argument 1' if count == 1 else f'arguments 1-{count}'


def reversed_of(sequence):
    return make_driven(reversed, _reversed(sequence, len(sequence)))


def _reversed(sequence, index):
    ask = lookup(sequence, '__getitem__')
    while index > 0:
        index -= 1
        try:
            item = ask(index)
        except (IndexError, StopIteration):
            return
        yield item


def sum_of(items, start):
    items = iter(items)
    total = begin_sum(start)
    for item in items:
        if total.add(item):
            return sum_by_adding(items, total.total() + item)
    return total.total()


def sum_by_adding(items, total):
    for item in items:
        total = total + item
    return total


def min_of(items, key, *default):
    best = _MISSING
    for item in items:
        rank = item if key is None else key(item)
        if best is _MISSING or rank < lowest:
            best, lowest = item, rank
    return _found(best, 'min', default)


def max_of(items, key, *default):
    best = _MISSING
    for item in items:
        rank = item if key is None else key(item)
        if best is _MISSING or rank > highest:
            best, highest = item, rank
    return _found(best, 'max', default)


def _found(best, name, default):
    if best is not _MISSING:
        return best
    if default:
        return default[0]
    raise ValueError(f'{name}() iterable argument is empty')


def any_of(items):
    for item in items:
        if item:
            return True
    return False


def all_of(items):
    for item in items:
        if not item:
            return False
    return True


# --- native modules: what their functions leave to Python ---

from _interleave import empty_all, enter_context, garbage, last_words, leave_context, remember_hash, report_ignored


def _by_path(path, values, names=()):
    module, name = path.split('.')
    count = len(values) - len(names)
    return getattr(modules()[module], name)(*values[:count], **dict(zip(names, values[count:])))


def _as_float(value):
    return value if isinstance(value, (int, float)) else float(value)


def with_floats(path, values, names):
    return _by_path(path, [_as_float(value) for value in values], names)


def with_indices(path, values, names):
    return _by_path(path, [to_index(value) for value in values], names)


def with_items(path, values, index):
    values = [*values]
    values[index] = list(values[index])
    return _by_path(path, values)


def with_list_of_floats(path, *lists):
    return _by_path(path, [[_as_float(value) for value in values] for values in lists])


def prod(items, product):
    for item in items:
        product = product * item
    return product


def sumprod(left, right):
    total = 0
    for one, other in zip(left, right):
        total = total + one * other
    return total


def strptime(text, format='%a %b %d %H:%M:%S %Y'):
    from _strptime import _strptime_time
    return _strptime_time(text, format)


def unsupported_operation(what):
    from io import UnsupportedOperation
    raise UnsupportedOperation(what)


def write_lines(stream, lines):
    for line in lines:
        stream.write(line)


def raise_new(kind, *args):
    raise kind(*args)


def run_in_context(context, function, args, named):
    enter_context(context)
    try:
        return function(*args, **named)
    finally:
        leave_context(context)


def tell_watchers(*calls):
    for callback, reference in calls:
        try:
            callback(reference)
        except BaseException as error:
            report_ignored(error, callback)


def weak_hash(reference, target):
    return remember_hash(reference, hash(target))


def collect():
    found = garbage()
    for each in found:
        last_words(each)
    return empty_all(found)
