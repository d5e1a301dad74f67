"""Objects into JSON."""
from _interleave import json_dumps_str as _escaped


class JSONEncoder:
    item_separator, key_separator = ', ', ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan = skipkeys, ensure_ascii, allow_nan
        self.check_circular, self.sort_keys, self.indent = check_circular, sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} '  #@ 180+
                        f'is not JSON serializable')

    def encode(self, o):
        chunks = self.iterencode(o, _one_shot=True)  #@ 200
        return ''.join(chunks)

    def iterencode(self, o, _one_shot=False):
        def _iterencode(o, level):
            parts = []
            self._write(o, parts.append, '', set())
            return iter(parts)
        return _iterencode(o, 0)  #@ 261

    def _atom(self, o):
        if isinstance(o, str):
            return _escaped(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _float(self, o):
        text = float.__repr__(o)
        text = {'nan': 'NaN', 'inf': 'Infinity', '-inf': '-Infinity'}.get(text, text)
        if not self.allow_nan and text[-1] in 'Ny':
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def _key(self, key):
        if isinstance(key, str):
            return _escaped(key, self.ensure_ascii)
        text = self._atom(key)
        if text is not None:
            return f'"{text}"'
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _write(self, o, write, margin, above):
        text = self._atom(o)
        if text is not None:
            write(text)
            return
        if id(o) in above:
            raise ValueError('Circular reference detected')
        above.add(id(o))
        if isinstance(o, dict):
            self._dict(o, write, margin, above)
        elif isinstance(o, (list, tuple)):
            self._list(o, write, margin, above)
        else:
            self._write(self.default(o), write, margin, above)
        above.discard(id(o))

    def _margins(self, margin):
        """What begins, parts and ends what is inside."""
        if self.indent is None:
            return margin, '', self.item_separator, ''
        inner = margin + (self.indent if isinstance(self.indent, str) else ' ' * self.indent)
        return inner, '\n' + inner, self.item_separator + '\n' + inner, '\n' + margin

    def _list(self, items, write, margin, above):
        if not items:
            write('[]')
            return
        inner, between, comma, end = self._margins(margin)
        write('[')
        for item in items:
            write(between)
            between = comma
            self._write(item, write, inner, above)
        write(end + ']')

    def _dict(self, items, write, margin, above):
        inner, between, comma, end = self._margins(margin)
        opened = False
        for key, value in sorted(items.items()) if self.sort_keys else items.items():
            text = self._key(key)
            if text is None:
                continue
            write(('' if opened else '{') + between + text + self.key_separator)
            opened, between = True, comma
            self._write(value, write, inner, above)
        write(end + '}' if opened else '{}')
