"""Objects as bytes: what CPython's pickles are, byte for byte, in all six protocols. What reads them is `_unpickling`."""

import copyreg
import sys
from io import BytesIO
from types import BuiltinFunctionType, FunctionType

from _pickle_parts import (
    PYTHON2_MODULES, PYTHON2_NAMES, PickleError, PicklingError, UnpicklingError, double, found_in, long_bytes)
from _unpickling import Unpickler

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = '4.0'

_FRAME = 64 * 1024
_BATCH = 1000
_SINGLETONS = {type(None): None, type(...): ..., type(NotImplemented): NotImplemented}


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file, self.proto, self.bin = file, protocol, protocol >= 1
        self._old_names = fix_imports and protocol < 3
        self.memo = {}
        self.fast = False
        self._done, self._size = [], 0

    def persistent_id(self, obj):
        return None

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        if self.proto >= 2:
            self._file.write(b'\x80' + bytes([self.proto]))
        self.save(obj)
        self._write(b'.')
        self._end_frame()

    def _write(self, data):
        self._done.append(data)
        self._size += len(data)

    def _end_frame(self):
        # From protocol 4 on, what is written comes in frames that begin with their size.
        if self.proto >= 4 and self._size >= 4:
            self._file.write(b'\x95' + self._size.to_bytes(8, 'little'))
        self._file.write(b''.join(self._done))
        self._done, self._size = [], 0

    def _write_large(self, head, data):
        if self.proto >= 4 and len(data) >= _FRAME:
            self._end_frame()
            self._file.write(head + data)
        else:
            self._write(head + data)

    # --- what has been written before ---

    def memoize(self, obj):
        if self.fast:
            return
        number = len(self.memo)
        # The object is kept, so that no other gets its address.
        self.memo[id(obj)] = number, obj
        if self.proto >= 4:
            self._write(b'\x94')
        elif not self.bin:
            self._write(b'p%d\n' % number)
        else:
            self._write(_numbered(b'q', b'r', number))

    def _recall(self, obj):
        number = self.memo[id(obj)][0]
        self._write(_numbered(b'h', b'j', number) if self.bin else b'g%d\n' % number)

    # --- any object ---

    def save(self, obj):
        pid = self.persistent_id(obj)
        if pid is not None:
            self._save_persistent(pid)
        elif id(obj) in self.memo:
            self._recall(obj)
        elif (save := _savers.get(type(obj))) is not None:
            save(self, obj)
        else:
            self._save_other(obj)
        if self._size >= _FRAME and self.proto >= 4:
            self._end_frame()

    def _save_persistent(self, pid):
        if self.bin:
            self.save(pid)
            self._write(b'Q')
        elif not (text := str(pid)).isascii():
            raise PicklingError('persistent IDs in protocol 0 must be ASCII strings')
        else:
            self._write(f'P{text}\n'.encode())

    def _save_other(self, obj):
        kind = type(obj)
        rv = NotImplemented
        if (override := getattr(self, 'reducer_override', None)) is not None:
            rv = override(obj)
        if rv is NotImplemented:
            if kind in (FunctionType, BuiltinFunctionType) and getattr(obj, '__self__', None) in (None, *_MODULES):
                return self._save_global(obj)
            reducer = getattr(self, 'dispatch_table', copyreg.dispatch_table).get(kind)
            if reducer is not None:
                rv = reducer(obj)
            elif issubclass(kind, type):
                if obj in _SINGLETONS:
                    return self._save_reduced(type, (_SINGLETONS[obj],), obj=obj)
                return self._save_global(obj)
            else:
                rv = obj.__reduce_ex__(self.proto)
        if isinstance(rv, str):
            return self._save_global(obj, rv)
        if not isinstance(rv, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(rv) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        self._save_reduced(*rv, obj=obj)

    def _save_reduced(self, func, args, state=None, items=None, pairs=None, setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        if not callable(func):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        name = getattr(func, '__name__', '')
        if self.proto >= 2 and name == '__newobj_ex__':
            kind, args, named = args
            if self.proto >= 4:
                self._save_all(kind, args, named)
                self._write(b'\x92')
            else:
                from functools import partial
                self._save_all(partial(kind.__new__, kind, *args, **named), ())
                self._write(b'R')
        elif self.proto >= 2 and name == '__newobj__':
            kind, *args = args
            if obj is not None and kind is not obj.__class__:
                raise PicklingError('args[0] from __newobj__ args has the wrong class')
            self._save_all(kind, tuple(args))
            self._write(b'\x81')
        else:
            self._save_all(func, args)
            self._write(b'R')
        if obj is not None:
            # Its own arguments may have led back to it.
            if id(obj) in self.memo:
                self._write(b'0')
                self._recall(obj)
            else:
                self.memoize(obj)
        if items is not None:
            self._save_batches(items, b'a', b'e')
        if pairs is not None:
            self._save_batches(pairs, b's', b'u', 2)
        if state is not None and setter is not None:
            self._save_all(setter, obj, state)
            self._write(b'\x86R0')
        elif state is not None:
            self.save(state)
            self._write(b'b')

    def _save_all(self, *objects):
        for obj in objects:
            self.save(obj)

    def _save_batches(self, items, one, many, width=1, whole=False):
        # A batch of one has no mark, unless it is the rest of a list or dict that is known as a whole.
        items = [*items]
        for start in range(0, len(items), _BATCH if self.bin else 1):
            batch = items[start:start + _BATCH] if self.bin else items[start:start + 1]
            marked = len(batch) > 1 or whole and len(items) > 1 and self.bin
            if marked:
                self._write(b'(')
            for item in batch:
                self._save_all(*(item if width == 2 else (item,)))
            self._write(many if marked else one)
        if whole and width == 2 and self.bin and items and len(items) % _BATCH == 0:
            # CPython looks for more pairs after a full batch, and finds none.
            self._write(b'(' + many)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None) or obj.__name__
        module = _module_of(obj, name)
        try:
            __import__(module)
        except (ImportError, ValueError, KeyError):
            failed = True
        else:
            failed = False
        if failed or module not in sys.modules:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module!r} failed")
        parts = name.split('.')
        if '<locals>' in parts:
            raise AttributeError(f"Can't get local object {name!r}")
        found = found_in(sys.modules[module], parts, None)
        if found is None:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed")
        if found[0] is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        code = copyreg._extension_registry.get((module, name)) if self.proto >= 2 else None
        if code is not None:
            self._write(b'\x82' + bytes([code]) if code < 256 else b'\x83' + code.to_bytes(2, 'little')
                        if code < 65536 else b'\x84' + code.to_bytes(4, 'little'))
            return
        if self.proto >= 4:
            self._save_all(module, name)
            self._write(b'\x93')
        elif len(parts) > 2:
            return self._save_reduced(getattr, (found[1], parts[-1]))
        elif len(parts) > 1:
            self.save(getattr)
            self._write(b'(' if self.proto < 2 else b'')
            self._write_name(found[1], module, parts[0])
            self.save(parts[1])
            self._write(b'tR' if self.proto < 2 else b'\x86R')
        else:
            self._write_name(obj, module, name)
        self.memoize(obj)

    def _write_name(self, obj, module, name):
        if self._old_names:
            if module == 'builtins' and isinstance(obj, type) and issubclass(obj, BaseException):
                module, name = 'exceptions', 'OSError' if issubclass(obj, OSError) else name
            else:
                module, name = PYTHON2_NAMES.get((module, name), (PYTHON2_MODULES.get(module, module), name))
        self._write(f'c{module}\n{name}\n'.encode())

    # --- builtin values ---

    def _save_none(self, obj):
        self._write(b'N')

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(b'\x88' if obj else b'\x89')
        else:
            self._write(b'I01\n' if obj else b'I00\n')

    def _save_int(self, obj):
        is_small = -0x80000000 <= obj <= 0x7fffffff
        if not self.bin or self.proto < 2 and not is_small:
            self._write(b'I%d\n' % obj if is_small else b'L%dL\n' % obj)
        elif 0 <= obj < 0x100:
            self._write(b'K' + bytes([obj]))
        elif 0 <= obj < 0x10000:
            self._write(b'M' + obj.to_bytes(2, 'little'))
        elif is_small:
            self._write(b'J' + obj.to_bytes(4, 'little', signed=True))
        else:
            data = long_bytes(obj)
            self._write(_sized(b'\x8a', b'\x8b', None, data))

    def _save_float(self, obj):
        self._write(b'G' + double(obj) if self.bin else f'F{obj!r}\n'.encode())

    def _save_bytes(self, obj):
        if self.proto < 3:
            args = (obj.decode('latin-1'), 'latin1')
            import codecs
            return self._save_reduced(codecs.encode, args, obj=obj) if obj else self._save_reduced(
                bytes, (), obj=obj)
        self._write_large(_head(b'C', b'B', b'\x8e', len(obj)), obj)
        self.memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            return self._save_reduced(bytearray, (bytes(obj),) if obj else (), obj=obj)
        self._write_large(b'\x96' + len(obj).to_bytes(8, 'little'), bytes(obj))
        self.memoize(obj)

    def _save_str(self, obj):
        if self.bin:
            data = obj.encode()
            self._write_large(_head(b'\x8c' if self.proto >= 4 else None, b'X', b'\x8d', len(data)), data)
        else:
            text = obj.replace('\\', '\\u005c')
            for c in '\0\n\r\x1a':
                text = text.replace(c, f'\\u{ord(c):04x}')
            self._write(b'V' + text.encode('raw_unicode_escape') + b'\n')
        self.memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            self._write(b')' if self.bin else b'(t')
            return
        short = self.proto >= 2 and len(obj) <= 3
        if not short:
            self._write(b'(')
        self._save_all(*obj)
        if id(obj) in self.memo:
            # An item has led back to it: what is on the stack is not wanted.
            self._write(b'0' * len(obj) if short else b'1' if self.bin else b'0' * (len(obj) + 1))
            self._recall(obj)
            return
        self._write((b'\x85', b'\x86', b'\x87')[len(obj) - 1] if short else b't')
        self.memoize(obj)

    def _save_list(self, obj):
        self._write(b']' if self.bin else b'(l')
        self.memoize(obj)
        self._save_batches(obj, b'a', b'e', whole=True)

    def _save_dict(self, obj):
        self._write(b'}' if self.bin else b'(d')
        self.memoize(obj)
        self._save_batches(obj.items(), b's', b'u', 2, whole=True)

    def _save_set(self, obj):
        if self.proto < 4:
            return self._save_reduced(set, ([*obj],), obj=obj)
        self._write(b'\x8f')
        self.memoize(obj)
        items = [*obj]
        for start in range(0, len(items) + (len(items) % _BATCH == 0 < len(items)), _BATCH):
            self._write(b'(')
            self._save_all(*items[start:start + _BATCH])
            self._write(b'\x90')

    def _save_frozenset(self, obj):
        if self.proto < 4:
            return self._save_reduced(frozenset, ([*obj],), obj=obj)
        self._write(b'(')
        self._save_all(*obj)
        if id(obj) in self.memo:
            self._write(b'1')
            self._recall(obj)
            return
        self._write(b'\x91')
        self.memoize(obj)


_savers = {
    type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float,
    bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, str: Pickler._save_str,
    tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set,
    frozenset: Pickler._save_frozenset,
}
_MODULES = (sys.modules['builtins'],) if 'builtins' in sys.modules else ()


def _numbered(short, long, number):
    return short + bytes([number]) if number < 0x100 else long + number.to_bytes(4, 'little')


def _head(short, long, huge, size):
    if size < 0x100 and short is not None:
        return short + bytes([size])
    return long + size.to_bytes(4, 'little') if size < 0x100000000 else huge + size.to_bytes(8, 'little')


def _sized(short, long, huge, data):
    return _head(short, long, huge, len(data)) + data


def _module_of(obj, name):
    module = getattr(obj, '__module__', None)
    if module is not None:
        return module
    parts = name.split('.')
    for module, there in [*sys.modules.items()]:
        if module not in ('__main__', '__mp_main__') and there is not None:
            found = found_in(there, parts, None)
            if found is not None and found[0] is obj:
                return module
    return '__main__'


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = BytesIO()
    dump(obj, file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return load(BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)


_Pickler, _Unpickler, _dumps, _loads = Pickler, Unpickler, dumps, loads
