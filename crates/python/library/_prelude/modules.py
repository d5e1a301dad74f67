"""What functions of the modules written in Rust leave to Python."""
from _interleave import (
    empty_all, enter_context, garbage, last_words, leave_context, modules, remember_hash, report_ignored)


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
