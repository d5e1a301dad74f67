"""Warnings: which are shown, once or always, and how. The machine's own come here too, once this module is in use."""
import sys

from _interleave import source_line

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'deprecated']

# (action, message pattern, category, module pattern, line); a pattern may be the plain name of a module.
filters = [('default', None, DeprecationWarning, '__main__', 0)] + [
    ('ignore', None, category, None, 0)
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)]
defaultaction = 'default'
onceregistry = {}
_version = 1
_ACTIONS = 'default', 'always', 'ignore', 'module', 'once', 'error', 'all'


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


def formatwarning(message, category, filename, lineno, line=None):
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def _format(msg):
    category = msg.category.__name__
    text = f'{msg.filename}:{msg.lineno}: {category}: {msg.message}\n'
    line = source_line(msg.filename, msg.lineno) if msg.line is None else msg.line
    if line and line.strip():
        text += f'  {line.strip()}\n'
    if msg.source is not None:
        text += f'{category}: Enable tracemalloc to get the object allocation traceback\n'
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show(WarningMessage(message, category, filename, lineno, file, line))


def _show(msg):
    stream = msg.file or sys.stderr
    if formatwarning is _formatwarning:
        stream.write(_format(msg))
    else:
        stream.write(formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line))


_showwarning, _formatwarning = showwarning, formatwarning


def _hand_out(msg):
    if showwarning is _showwarning:
        _show(msg)
    else:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def _add(item, append):
    global _version
    if item in filters:
        if append:
            return
        filters.remove(item)
    filters.append(item) if append else filters.insert(0, item)
    _version += 1


def _check(action, category, lineno):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action, category, lineno)
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action, category, lineno)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    global _version
    filters.clear()
    _version += 1


def _matches(pattern, text):
    return pattern is None or (pattern == text if isinstance(pattern, str) else pattern.match(text))


def _action(text, category, module, lineno):
    for action, message, kind, place, line in filters:
        if (issubclass(category, kind) and line in (0, lineno) and _matches(message, text)
                and _matches(place, module)):
            return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(stacklevel)
        place, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    except ValueError:
        place, filename, lineno = vars(sys), '<sys>', 0
    registry = place.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, place.get('__name__', '<string>'), registry, None, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    lineno = int(lineno)
    if module is None:
        module = filename.removesuffix('.py') or '<unknown>'
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    action = _action(text, category, module, lineno)
    key = text, category, lineno
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry, key = onceregistry, (text, category)
    elif action == 'module':
        key = text, category, 0
    if action not in ('always', 'all'):
        if registry.get(key):
            return
        registry[key] = 1
    _hand_out(WarningMessage(message, category, filename, lineno, None, None, source))


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._filter, self._entered = record, (action, category, lineno, append), False

    def __enter__(self):
        global filters, showwarning, _hand_out, _version
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters, showwarning, _hand_out
        filters = filters[:]
        _version += 1
        if self._filter[0] is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _hand_out, showwarning = log.append, _showwarning
        return log

    def __exit__(self, *exc_info):
        global filters, showwarning, _hand_out, _version
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, showwarning, _hand_out = self._saved
        _version += 1

    def __repr__(self):
        return 'catch_warnings(record=True)' if self._record else 'catch_warnings()'


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        from functools import wraps
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            made = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category, stacklevel + 1)
                return made(cls) if made is object.__new__ else made(cls, *args, **kwargs)
            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = message
            return arg

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel + 1)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
