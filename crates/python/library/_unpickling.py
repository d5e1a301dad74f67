"""Reading pickles: a machine with a stack, of whose instructions each is a method."""

import copyreg
import sys

from _pickle_parts import PYTHON2_MODULES, PYTHON2_NAMES, UnpicklingError, found_in, undouble

_NEW_MODULES = {old: new for new, old in PYTHON2_MODULES.items()}
_NEW_NAMES = {old: new for new, old in PYTHON2_NAMES.items()}


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        if not (hasattr(file, 'read') and hasattr(file, 'readline')):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file, self._old_names = file, fix_imports
        self.encoding, self.errors = encoding, errors
        self.memo = {}

    def load(self):
        self._proto, self._marks, self._stack = 0, [], []
        code = self._file.read(1)
        if not code:
            raise EOFError('Ran out of input')
        while code != b'.':
            if (act := _ACTS.get(code)) is None:
                shown = repr(code)[2:-1]
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            act(self)
            code = self._file.read(1)
            if not code:
                raise EOFError('Ran out of input')
        return self._pop()

    def persistent_load(self, pid):
        raise UnpicklingError(
            'A load persistent id instruction was encountered, but no persistent_load function was specified.')

    def find_class(self, module, name, /):
        if self._proto < 3 and self._old_names:
            if (module, name) in _NEW_NAMES:
                module, name = _NEW_NAMES[module, name]
            module = 'builtins' if module == 'exceptions' else _NEW_MODULES.get(module, module)
        __import__(module)
        found = found_in(sys.modules[module], name.split('.') if self._proto >= 4 else [name], None)
        if found is None:
            raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}")
        return found[0]

    # --- bytes ---

    def _bytes(self, count):
        if count > sys.maxsize:
            raise OverflowError(f"BINBYTES exceeds system's maximum size of {sys.maxsize} bytes")
        data = self._file.read(count)
        if len(data) < count:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _number(self, count, signed=False):
        return int.from_bytes(self._bytes(count), 'little', signed=signed)

    def _line(self):
        line = self._file.readline()
        if not line.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return line[:-1]

    # --- the stack ---

    def _push(self, value):
        self._stack.append(value)

    def _pop(self):
        if not self._stack:
            raise UnpicklingError('unexpected MARK found' if self._marks else 'unpickling stack underflow')
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            raise UnpicklingError('unpickling stack underflow')
        return self._stack[-1]

    def _popped_mark(self):
        # What lies above the last mark.
        if not self._marks:
            raise UnpicklingError('could not find MARK')
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _drop(self):
        if self._stack:
            self._stack.pop()
        else:
            self._popped_mark()

    # --- the memo ---

    def _remember(self, number):
        self.memo[number] = self._top()

    def _memoize(self):
        self._remember(len(self.memo))

    def _recall(self, number):
        if number not in self.memo:
            raise UnpicklingError(f'Memo value not found at index {number}')
        self._push(self.memo[number])

    # --- values ---

    def _protocol(self):
        self._proto = self._number(1)
        if self._proto > 5:
            raise ValueError(f'unsupported pickle protocol: {self._proto}')

    def _int_line(self):
        line = self._line()
        self._push(line == b'01' if line in (b'00', b'01') else int(line, 0))

    def _long_line(self):
        self._push(int(self._line().removesuffix(b'L'), 0))

    def _old_text(self, data):
        self._push(data if self.encoding == 'bytes' else data.decode(self.encoding, self.errors))

    def _string_line(self):
        line = self._line().strip()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b'"', b"'"):
            raise UnpicklingError('the STRING opcode argument must be quoted')
        self._old_text(line[1:-1].decode('unicode_escape').encode('latin-1'))

    def _text(self, count):
        self._push(self._bytes(self._number(count)).decode('utf-8', 'surrogatepass'))

    def _long(self, count):
        size = self._number(count, signed=count == 4)
        if size < 0:
            raise UnpicklingError('LONG pickle has negative byte count')
        self._push(self._number(size, signed=True))

    def _tuple_of(self, count):
        items = [self._pop() for _ in range(count)]
        self._push(tuple(items[::-1]))

    def _extend(self):
        items = self._popped_mark()
        target = self._top()
        if isinstance(target, list):
            target.extend(items)
        elif (extend := getattr(target, 'extend', None)) is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def _append(self):
        item = self._pop()
        self._top().append(item)

    def _pairs(self):
        items = self._popped_mark()
        target = self._top()
        for at in range(0, len(items) - 1, 2):
            target[items[at]] = items[at + 1]

    def _pair(self):
        value, key = self._pop(), self._pop()
        self._top()[key] = value

    def _dict(self):
        items = self._popped_mark()
        if len(items) % 2:
            raise UnpicklingError('odd number of items for DICT')
        self._push(dict(zip(items[::2], items[1::2])))

    def _add_items(self):
        items = self._popped_mark()
        target = self._top()
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    # --- objects ---

    def _global(self):
        module = self._line().decode()
        self._push(self.find_class(module, self._line().decode()))

    def _stack_global(self):
        name, module = self._pop(), self._pop()
        if not (type(name) is type(module) is str):
            raise UnpicklingError('STACK_GLOBAL requires str')
        self._push(self.find_class(module, name))

    def _extension(self, count):
        code = self._number(count)
        if code not in copyreg._inverted_registry:
            raise ValueError(f'unregistered extension code {code}')
        self._push(self.find_class(*copyreg._inverted_registry[code]))

    def _reduce(self):
        args = self._pop()
        self._push(self._pop()(*args))

    def _new(self):
        args, kind = self._pop(), self._pop()
        self._push(kind.__new__(kind, *args))

    def _new_named(self):
        named, args, kind = self._pop(), self._pop(), self._pop()
        self._push(kind.__new__(kind, *args, **named))

    def _instance(self, kind, args):
        if args or not isinstance(kind, type) or hasattr(kind, '__getinitargs__'):
            self._push(kind(*args))
        else:
            self._push(kind.__new__(kind))

    def _instance_named(self):
        module = self._line().decode()
        kind = self.find_class(module, self._line().decode())
        self._instance(kind, self._popped_mark())

    def _object(self):
        kind, *args = self._popped_mark()
        self._instance(kind, args)

    def _build(self):
        state, made = self._pop(), self._top()
        if (take := getattr(made, '__setstate__', None)) is not None:
            return take(state)
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            made.__dict__.update(state)
        for name, value in (slots or {}).items():
            setattr(made, name, value)


# What each instruction does.
_ACTS = {
    b'\x80': Unpickler._protocol,
    b'\x95': lambda self: self._number(8) and None,
    b'(': Unpickler._mark,
    b'0': Unpickler._drop,
    b'1': Unpickler._popped_mark,
    b'2': lambda self: self._push(self._top()),
    b'p': lambda self: self._remember(int(self._line())),
    b'q': lambda self: self._remember(self._number(1)),
    b'r': lambda self: self._remember(self._number(4)),
    b'\x94': Unpickler._memoize,
    b'g': lambda self: self._recall(int(self._line())),
    b'h': lambda self: self._recall(self._number(1)),
    b'j': lambda self: self._recall(self._number(4)),
    b'N': lambda self: self._push(None),
    b'\x88': lambda self: self._push(True),
    b'\x89': lambda self: self._push(False),
    b'I': Unpickler._int_line,
    b'L': Unpickler._long_line,
    b'K': lambda self: self._push(self._number(1)),
    b'M': lambda self: self._push(self._number(2)),
    b'J': lambda self: self._push(self._number(4, signed=True)),
    b'\x8a': lambda self: self._long(1),
    b'\x8b': lambda self: self._long(4),
    b'F': lambda self: self._push(float(self._line())),
    b'G': lambda self: self._push(undouble(self._bytes(8))),
    b'S': Unpickler._string_line,
    b'T': lambda self: self._old_text(self._bytes(self._number(4))),
    b'U': lambda self: self._old_text(self._bytes(self._number(1))),
    b'B': lambda self: self._push(self._bytes(self._number(4))),
    b'C': lambda self: self._push(self._bytes(self._number(1))),
    b'\x8e': lambda self: self._push(self._bytes(self._number(8))),
    b'\x96': lambda self: self._push(bytearray(self._bytes(self._number(8)))),
    b'V': lambda self: self._push(self._line().decode('raw_unicode_escape')),
    b'X': lambda self: self._text(4),
    b'\x8c': lambda self: self._text(1),
    b'\x8d': lambda self: self._text(8),
    b')': lambda self: self._push(()),
    b't': lambda self: self._push(tuple(self._popped_mark())),
    b'\x85': lambda self: self._tuple_of(1),
    b'\x86': lambda self: self._tuple_of(2),
    b'\x87': lambda self: self._tuple_of(3),
    b']': lambda self: self._push([]),
    b'l': lambda self: self._push(self._popped_mark()),
    b'a': Unpickler._append,
    b'e': Unpickler._extend,
    b'}': lambda self: self._push({}),
    b'd': Unpickler._dict,
    b's': Unpickler._pair,
    b'u': Unpickler._pairs,
    b'\x8f': lambda self: self._push(set()),
    b'\x90': Unpickler._add_items,
    b'\x91': lambda self: self._push(frozenset(self._popped_mark())),
    b'c': Unpickler._global,
    b'\x93': Unpickler._stack_global,
    b'\x82': lambda self: self._extension(1),
    b'\x83': lambda self: self._extension(2),
    b'\x84': lambda self: self._extension(4),
    b'R': Unpickler._reduce,
    b'\x81': Unpickler._new,
    b'\x92': Unpickler._new_named,
    b'i': Unpickler._instance_named,
    b'o': Unpickler._object,
    b'b': Unpickler._build,
    b'P': lambda self: self._push(self.persistent_load(self._line().decode())),
    b'Q': lambda self: self._push(self.persistent_load(self._pop())),
}
