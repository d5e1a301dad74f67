"""Builtin functions and classes whose arguments have to be asked; texts and how they are formatted."""
from _interleave import class_name, hash_items, is_python, lookup


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
        if class_name(classes) == 'GenericAlias':
            raise TypeError(f'{plain.__name__}() argument 2 cannot be a parameterized generic')
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


def vars_(value):
    names = getattr(value, '__dict__', _MISSING)
    if names is _MISSING:
        raise TypeError('vars() argument must have __dict__ attribute')
    return names


def has_attribute(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def dir_(value):
    ask = lookup(value, '__dir__')
    return sorted(ask())


def open_(names, values):
    from io import open_file
    return open_file(**dict(zip(names, values)))


def throw_in_parts(generator, kind, value=None, traceback=None):
    name = 'athrow' if class_name(generator) == 'async_generator' else 'throw'
    warn(f'the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead.',
         DeprecationWarning)
    if traceback is not None and class_name(traceback) != 'traceback':
        raise TypeError('throw() third argument must be a traceback object')
    if isinstance(kind, type) and issubclass(kind, BaseException):
        if not isinstance(value, kind):
            value = kind() if value is None else kind(*value) if isinstance(value, tuple) else kind(value)
    elif value is not None and isinstance(kind, BaseException):
        raise TypeError('instance exception may not have a separate value')
    else:
        value = kind
    if traceback is not None:
        value = value.with_traceback(traceback)
    return generator.throw(value)


def throw_made(generator, cls):
    return generator.throw(cls())


def call_step(step, method, value):
    return getattr(step, method)(value)


def close_step(step):
    try:
        step.throw(GeneratorExit)
    except (StopIteration, StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError('coroutine ignored GeneratorExit')


def call_bound(bound, *args, **kwargs):
    descriptor, value, kind = bound
    return lookup(descriptor, '__get__')(value, kind)(*args, **kwargs)


def alias_repr(alias):
    items = ', '.join([_type_text(item) for item in alias.__args__]) or '()'
    return f'{_type_text(alias.__origin__)}[{items}]'


def union_repr(union):
    return ' | '.join([_type_text(item) for item in union.__args__])


def _type_text(item):
    if item is ...:
        return '...'
    if item is type(None):
        return 'None'
    if isinstance(item, list):
        return f'[{", ".join([_type_text(one) for one in item])}]'
    if hasattr(item, '__origin__') and hasattr(item, '__args__'):
        return repr(item)
    module, name = getattr(item, '__module__', None), getattr(item, '__qualname__', None)
    if module is None or name is None:
        return repr(item)
    return name if module == 'builtins' else f'{module}.{name}'


def alias_parameters(alias):
    found = []
    for each in alias.__args__:
        if class_name(each) in ('TypeVar', 'ParamSpec', 'TypeVarTuple'):
            if each not in found:
                found.append(each)
        else:
            found += [inner for inner in getattr(each, '__parameters__', ()) if inner not in found]
    return tuple(found)


def alias_iter(alias):
    from typing._forms import _Starred
    return iter([_Starred(alias)])


def _substituted(alias, index):
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f'{alias!r} is not a generic class')
    given = index if isinstance(index, tuple) else (index,)
    if len(given) != len(parameters):
        word, at_least = ('many', '') if len(given) > len(parameters) else ('few', 'at least ')
        raise TypeError(f'Too {word} arguments for {alias!r}; actual {len(given)}, expected {at_least}{len(parameters)}')
    by_parameter = dict(zip(parameters, given))

    def put(each):
        if each in by_parameter:
            return by_parameter[each]
        inner = getattr(each, '__parameters__', ())
        return each[tuple([by_parameter[one] for one in inner])] if inner else each

    return tuple([put(each) for each in alias.__args__])


def alias_substitute(alias, index):
    return alias.__origin__[_substituted(alias, index)]


def union_substitute(union, index):
    result, *others = _substituted(union, index)
    for other in others:
        result = result | other
    return result


def alias_reduce(alias):
    from types import GenericAlias
    return GenericAlias, (alias.__origin__, alias.__args__)


def union_reduce(union):
    from functools import reduce
    from operator import or_
    return reduce, (or_, union.__args__)


def union_hash(members):
    return hash(frozenset(members))


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


def size_with_header(value, header):
    return lookup(value, '__sizeof__')() + header


def bytearray_assign(array, places, numbers):
    array[places] = bytearray(numbers)


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
