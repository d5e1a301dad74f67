"""Raising, groups, warnings and reports; how a program ends and what is left of it dies."""
from _interleave import (
    begin_end, caller, class_name, exception_matches, is_ending, lookup, loose_texts, modules, render_exception,
    same_story, set_cause, star_classes, take_story)


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


def warn(msg, category, result=None, *, stacklevel=1, source=None, place=None):
    import warnings
    if is_ending():
        warnings._hand_out = _show_plainly
    filename, line, names = place or caller()
    registry = names.setdefault('__warningregistry__', {})
    module = names.get('__name__', '<string>')
    warnings.warn_explicit(msg, category, filename, line, module, registry, None, source)
    return result


def _show_plainly(message):
    from sys import stderr
    stderr.write(f'{message.filename}:{message.lineno}: {message.category.__name__}: {message.message}\n')


def _warner(place):
    def warn_there(msg, category, stacklevel, source):
        warn(msg, category, source=msg, place=place)
    return warn_there


def _warn_unawaited_coroutine(msg, place):
    warn, coro = _warner(place), None
    warn(msg, category=RuntimeWarning, stacklevel=2, source=coro)  #@ warnings.py:692


warn_never_awaited = _warn_unawaited_coroutine


# --- the end ---


def tell_why(error):
    """Tells of what ends the main thread's code; the program's exit code."""
    if not isinstance(error, SystemExit):
        report_uncaught(error)
        import sys
        sys.last_exc = error
        return 130 if isinstance(error, KeyboardInterrupt) else 1
    if error.code is None or isinstance(error.code, int):
        return error.code or 0
    from sys import stderr
    stderr.write(f'{error.code}\n')
    return 1


def end_of_program():
    pools = modules().get('concurrent.futures.thread')
    if pools is not None:
        pools._python_exit()
    atexit = modules().get('atexit')
    if atexit is not None:
        atexit._run_exitfuncs()


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


def last_exception():
    sys = modules().get('sys')
    return sys and sys.__dict__.get('last_exc')


def begin_tear_down():
    begin_end()
    sys = modules().get('sys')
    if sys is not None:
        sys.__dict__.pop('last_exc', None)


def clear_main():
    names = modules()['__main__'].__dict__
    for name in [*names]:
        if name.startswith('_') and not name.startswith('__'):
            names[name] = None
    for name in [*names]:
        if name != '__builtins__':
            names[name] = None
