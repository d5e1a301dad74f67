"""What statements and expressions leave to Python: attributes, classes, calls, unpacking, patterns, imports."""
from _interleave import (
    await_iterator, class_name, forget_module, is_package, is_python, load_module, lookup, metaclass_of, modules,
    run_class, takes_itself)


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


def reduction(name, *values):
    import _reduction
    return getattr(_reduction, name)(*values)


# --- calls and iteration ---


def again_with_list(function, index, names, *values):
    values = [*values]
    values[index] = [*values[index]]
    count = len(values) - len(names)
    return function(*values[:count], **dict(zip(names, values[count:])))


def again_with_indices(function, values, names, error):
    values = [_number_of(value) for value in values]
    count = len(values) - len(names)
    try:
        return function(*values[:count], **dict(zip(names, values[count:])))
    except TypeError:
        pass
    raise error


def _number_of(value):
    if type(value) is list or type(value) is tuple:
        return [_number_of(item) for item in value]
    return value if isinstance(value, int) or lookup(value, '__index__') is None else to_index(value)


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
    if not name:
        raise ValueError('Empty module name')
    known = modules()
    first = parent = None
    path = ''
    for part in name.split('.'):
        path = f'{path}.{part}' if path else part
        module = known.get(path)
        if module is None:
            if path in known:
                raise ModuleNotFoundError(f'import of {path} halted; None in sys.modules', name=path)
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
