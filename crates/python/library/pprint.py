"""Data printed over several lines when one does not hold it."""

import sys
from collections import Counter, OrderedDict, defaultdict, deque
from types import MappingProxyType, SimpleNamespace


class _SafeKey:
    # An order for what has none: by type and address where `<` fails.
    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_pair(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._flat(object, {}, 0)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        stream = sys.stdout if self._stream is None else self._stream
        if stream is not None:
            stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._format(object, out.append, 0, 0, {}, 0)
        return ''.join(out)

    def format(self, object, context, maxlevels, level):
        return self._flat(object, context, level), True, False

    def _items(self, mapping):
        return sorted(mapping.items(), key=_safe_pair) if self._sort_dicts else mapping.items()

    def _flat(self, object, context, level):
        # The object on one line.
        cls = type(object)
        shows = cls.__repr__
        if self._underscores and cls is int:
            return f'{object:_d}'
        if shows not in (dict.__repr__, list.__repr__, tuple.__repr__):
            return repr(object)
        if not object:
            return repr(object)
        left, right = {dict.__repr__: '{}', list.__repr__: '[]', tuple.__repr__: '()'}[shows]
        if self._depth is not None and level >= self._depth:
            return f'{left}...{right}'
        if id(object) in context:
            return f'<Recursion on {cls.__name__} with id={id(object)}>'
        context[id(object)] = 1
        if left == '{':
            parts = [f'{self._flat(key, context, level + 1)}: {self._flat(value, context, level + 1)}'
                     for key, value in self._items(object)]
        else:
            parts = [self._flat(item, context, level + 1) for item in object]
        del context[id(object)]
        return left + ', '.join(parts) + (',' if left == '(' and len(parts) == 1 else '') + right

    def _format(self, object, write, indent, allowance, context, level):
        if id(object) in context:
            write(f'<Recursion on {type(object).__name__} with id={id(object)}>')
            return
        text = self._flat(object, context, level)
        if len(text) <= self._width - indent - allowance:
            write(text)
            return
        spread = self._spread(object)
        if spread is None:
            write(text)
            return
        context[id(object)] = 1
        spread(object, write, indent, allowance, context, level + 1)
        del context[id(object)]

    def _spread(self, object):
        # What writes such an object over several lines, if anything does.
        cls = type(object)
        shows = cls.__repr__
        for kind, method in (
            (dict, self._dict), (list, self._list), (tuple, self._tuple), (set, self._set), (frozenset, self._set),
            (str, self._str), (bytes, self._bytes), (OrderedDict, self._ordered), (defaultdict, self._default),
            (Counter, self._counter), (deque, self._deque), (SimpleNamespace, self._namespace),
            (MappingProxyType, self._proxy),
        ):
            if shows is kind.__repr__:
                return method
        # A dataclass's own repr is wrapped against recursion; one written by hand is not.
        if hasattr(cls, '__dataclass_fields__') and hasattr(shows, '__wrapped__'):
            return self._dataclass
        return None

    def _pairs(self, pairs, write, indent, allowance, context, level):
        self._lines([(self._flat(key, context, level) + ': ', value) for key, value in pairs], write, indent, allowance,
                    context, level)

    def _lines(self, entries, write, indent, allowance, context, level):
        last = len(entries) - 1
        for i, (start, value) in enumerate(entries):
            write(start)
            self._format(value, write, indent + len(start), allowance if i == last else 1, context, level)
            if i < last:
                write(',\n' + ' ' * indent)

    def _dict(self, object, write, indent, allowance, context, level):
        write('{' + ' ' * (self._indent - 1))
        if object:
            self._pairs(self._items(object), write, indent + self._indent, allowance + 1, context, level)
        write('}')

    def _list(self, object, write, indent, allowance, context, level):
        write('[')
        self._sequence(object, write, indent, allowance + 1, context, level)
        write(']')

    def _tuple(self, object, write, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        write('(')
        self._sequence(object, write, indent, allowance + len(end), context, level)
        write(end)

    def _set(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        start, end = '{', '}'
        if type(object) is not set:
            start, end = type(object).__name__ + '({', '})'
            indent += len(type(object).__name__) + 1
        write(start)
        self._sequence(sorted(object, key=_SafeKey), write, indent, allowance + len(end), context, level)
        write(end)

    def _sequence(self, items, write, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            write(' ' * (self._indent - 1))
        items = list(items)
        if not self._compact:
            self._lines([('', item) for item in items], write, indent, allowance, context, level)
            return
        room = width = self._width - indent + 1
        delimiter = ''
        for i, item in enumerate(items):
            if i == len(items) - 1:
                room -= allowance
                width -= allowance
            text = self._flat(item, context, level)
            needed = len(text) + 2
            if room < needed:
                room = width
                if delimiter:
                    delimiter = ',\n' + ' ' * indent
            if room >= needed:
                room -= needed
                write(delimiter + text)
                delimiter = ', '
                continue
            write(delimiter)
            delimiter = ',\n' + ' ' * indent
            self._format(item, write, indent, allowance if i == len(items) - 1 else 1, context, level)

    def _str(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = limit = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                limit -= allowance
            if len(text) <= limit:
                chunks.append(text)
                continue
            current = ''
            parts = _words(line)
            for j, part in enumerate(parts):
                longer = current + part
                last = j == len(parts) - 1 and i == len(lines) - 1
                if len(repr(longer)) > (width - allowance if last else width):
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(text)
            return
        joined = ('\n' + ' ' * indent).join(chunks)
        write(f'({joined})' if level == 1 else joined)

    def _bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        outermost = level == 1
        indent += outermost
        allowance += outermost
        parts = []
        width = self._width - indent
        current = b''
        last = len(object) // 4 * 4
        for i in range(0, len(object), 4):
            longer = current + object[i:i + 4]
            if i == last:
                width -= allowance
            if len(repr(longer)) > width:
                if current:
                    parts.append(repr(current))
                current = object[i:i + 4]
            else:
                current = longer
        if current:
            parts.append(repr(current))
        joined = ('\n' + ' ' * indent).join(parts)
        write(f'({joined})' if outermost else joined)

    def _ordered(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        start = type(object).__name__ + '('
        write(start)
        self._format(list(object.items()), write, indent + len(start), allowance + 1, context, level)
        write(')')

    def _default(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        start = type(object).__name__ + '('
        indent += len(start)
        write(f'{start}{self._flat(object.default_factory, context, level)},\n{" " * indent}')
        self._dict(object, write, indent, allowance + 1, context, level)
        write(')')

    def _counter(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        start = type(object).__name__ + '('
        write(start)
        write('{' + ' ' * (self._indent - 1))
        self._pairs(object.most_common(), write, indent + len(start) + self._indent, allowance + 2, context, level)
        write('})')

    def _deque(self, object, write, indent, allowance, context, level):
        if not object:
            write(repr(object))
            return
        start = type(object).__name__ + '('
        indent += len(start)
        write(start + '[')
        if object.maxlen is None:
            self._sequence(object, write, indent, allowance + 2, context, level)
            write('])')
        else:
            self._sequence(object, write, indent, 2, context, level)
            write(f'],\n{" " * indent}maxlen={self._flat(object.maxlen, context, level)})')

    def _proxy(self, object, write, indent, allowance, context, level):
        write('mappingproxy(')
        self._format(object.copy(), write, indent + 13, allowance + 1, context, level)
        write(')')

    def _attributes(self, name, pairs, write, indent, allowance, context, level):
        indent += len(name) + 1
        write(name + '(')
        self._lines([(f'{key}=', value) for key, value in pairs], write, indent, allowance + 1, context, level)
        write(')')

    def _namespace(self, object, write, indent, allowance, context, level):
        name = 'namespace' if type(object) is SimpleNamespace else type(object).__name__
        self._attributes(name, object.__dict__.items(), write, indent, allowance, context, level)

    def _dataclass(self, object, write, indent, allowance, context, level):
        fields = type(object).__dataclass_fields__.values()
        pairs = [(f.name, getattr(object, f.name)) for f in fields if f.repr and hasattr(object, f.name)]
        self._attributes(type(object).__name__, pairs, write, indent, allowance, context, level)


def _words(line):
    # The line cut after each run of whitespace.
    parts = []
    start = 0
    for i in range(1, len(line)):
        if line[i - 1].isspace() and not line[i].isspace():
            parts.append(line[start:i])
            start = i
    parts.append(line[start:])
    return parts
