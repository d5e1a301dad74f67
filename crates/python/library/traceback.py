"""Tracebacks as lists and text. The text itself is made by the virtual machine, which knows what a frame shows."""
import sys

import _interleave

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_NOT_GIVEN = object()


def _value(exc, value):
    if value is _NOT_GIVEN:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc
    return value


def _pieces(text):
    """One string for a frame with its source lines, one for what stands between two exceptions, one for any other line."""
    pieces = ['']
    for line in text.splitlines(True):
        last = pieces[-1]
        of_frame = last.startswith('  File "') and line.startswith('    ')
        of_link = last[:1] == '\n' and (last == '\n' or line == '\n') and not last.endswith('\n\n')
        if of_frame or of_link or not last:
            pieces[-1] += line
        else:
            pieces.append(line)
    return pieces


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def format_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, chain=True, **options):
    return _pieces(_text(_value(exc, value), limit, chain))


def _text(error, limit, chain):
    return 'NoneType: None\n' if error is None else _interleave.format_exception(error, limit, chain)


def format_exception_only(exc, /, value=_NOT_GIVEN, *, show_group=False, **options):
    error = _value(exc, value)
    lines = _interleave.format_exception_only(error).splitlines(True)
    if isinstance(error, SyntaxError):
        return lines
    notes = getattr(error, '__notes__', None)
    after = sum([len(str(note).split('\n')) for note in notes]) if isinstance(notes, (list, tuple)) else 0
    end = max(len(lines) - after, 1)
    return [''.join(lines[:end]), *lines[end:]]


def print_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, file=None, chain=True, **options):
    _write(_text(_value(exc, value), limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    _write(_text(sys.exception(), limit, chain), file)


def format_exc(limit=None, chain=True):
    return _text(sys.exception(), limit, chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    _write(_text(sys.last_exc, limit, chain), file)


class FrameSummary:
    __slots__ = 'filename', 'lineno', 'name', 'line', '_text', 'locals', 'end_lineno', 'colno', 'end_colno'

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **columns):
        self.filename, self.lineno, self.name, self.locals = filename, lineno, name, locals
        self.line = _interleave.source_line(filename, lineno).strip() if line is None else line
        self.end_lineno, self.colno, self.end_colno = map(columns.get, ('end_lineno', 'colno', 'end_colno'))
        self._text = columns.get('text')

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def _format(self):
        if self._text is not None:
            return self._text
        head = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
        return head + (f'    {self.line}\n' if self.line else '')


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        made = []
        for frame, line in frame_gen:
            shown = _interleave.stack_entries(frame, 1)
            made += [_summary(entry) for entry in shown]
        return cls(_limited(made, limit))

    @classmethod
    def from_list(cls, a_list):
        return cls(item if isinstance(item, FrameSummary) else FrameSummary(*item[:3], line=item[3]) for item in a_list)

    def format_frame_summary(self, frame_summary, **options):
        return frame_summary._format()

    def format(self, **options):
        texts, last, count = [], None, 0
        for frame in [*self, None]:
            place = frame and (frame.filename, frame.lineno, frame.name)
            if place != last:
                if count > 3:
                    texts.append(f'  [Previous line repeated {count - 3} more time{"s" if count > 4 else ""}]\n')
                last, count = place, 0
            count += 1
            if frame and count <= 3:
                texts.append(self.format_frame_summary(frame))
        return texts


def _summary(entry):
    filename, lineno, name, line, text = entry
    return FrameSummary(filename, lineno, name, line=line, text=text)


def _limited(entries, limit):
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def extract_tb(tb, limit=None):
    return StackSummary(_limited(list(map(_summary, _interleave.traceback_entries(tb))), limit))


def extract_stack(f=None, limit=None):
    entries = _interleave.stack_entries(sys._getframe(1) if f is None else f, None)
    return StackSummary(_limited(list(map(_summary, entries)), None if limit is None else -limit))


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(''.join(format_list(extracted_list)), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(''.join(format_tb(tb, limit)), file)


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write(''.join(extract_stack(sys._getframe(1) if f is None else f, limit).format()), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    f = sys._getframe(1) if f is None else f
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    for frame, _ in walk_tb(tb):
        try:
            frame.clear()
        except RuntimeError:
            pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **options):
        self.exc_type, self._error, self._limit = exc_type, exc_value, limit
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        for link in '__cause__', '__context__':
            inner = getattr(exc_value, link)
            setattr(self, link, None if inner is None else TracebackException.from_exception(inner))
        self.__suppress_context__ = exc_value.__suppress_context__

    @classmethod
    def from_exception(cls, exc, *args, **options):
        return cls(type(exc), exc, exc.__traceback__, *args, **options)

    @property
    def exc_type_str(self):
        kind = self.exc_type
        return kind.__qualname__ if kind.__module__ in ('__main__', 'builtins') else f'{kind.__module__}.{kind.__qualname__}'

    def __str__(self):
        return str(self._error)

    def format(self, *, chain=True, **options):
        yield from _pieces(_text(self._error, self._limit, chain))

    def format_exception_only(self, **options):
        yield from format_exception_only(self._error)

    def print(self, *, file=None, chain=True, **options):
        _write(_text(self._error, self._limit, chain), file)
