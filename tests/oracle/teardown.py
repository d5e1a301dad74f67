"""How what is left of a program dies: in CPython's order, with CPython's words.

Collection is off while a program runs, as the ideal machine has it. At the end CPython collects what is garbage already,
drops the main module, and collects again; what is left then dies unseen with the process.
"""
import gc
import sys
import traceback
import warnings
import weakref
from asyncio import Future

# No frame of ours may be the one in which an object dies: warnings name it, or else CPython's word for none.
_NOWHERE, _NO_LINE = ('<sys>', 0) if sys.version_info >= (3, 13) else ('sys', 1)
_ACT = compile('for act, *arguments in acts: act(*arguments)', _NOWHERE, 'exec').replace(co_firstlineno=_NO_LINE)
_LAST_EXCEPTION = 'last_type', 'last_value', 'last_traceback', 'last_exc'

_held = []


def prepare():
    """From here on every object is the program's."""
    sys.unraisablehook = _report_unraisable
    gc.disable()
    gc.freeze()                 # what there is now, `_held` included, is out of the collector's sight


def tear_down():
    """First what is garbage already, and the last exception. Then the main module, most often as one heap of garbage;
    only if somebody still holds that module are its names cleared, private ones first."""
    place = {'__name__': 'sys'}

    def act(*acts):
        place['acts'] = acts
        exec(_ACT, place)

    # The collector puts what it finds only through others last: held, futures come in their order, before coroutines.
    _held.extend(_futures_within([vars(sys.modules['__main__']), vars(sys).get('last_exc')]))
    act([gc.collect])
    _held.clear()
    warnings._showwarnmsg = _show_warning_while_finalizing
    sys.unraisablehook = _report_unraisable_while_finalizing
    main = weakref.ref(sys.modules['__main__'])
    act(*([vars(sys).pop, name, None] for name in _LAST_EXCEPTION), [sys.modules.pop, '__main__'], [gc.collect])
    if main() is not None:
        names = vars(main())
        private = [name for name in names if name[:1] == '_' != name[1:2]]
        others = [name for name in names if name not in private and name != '__builtins__']
        act(*([names.__setitem__, name, None] for name in private + others))


def _futures_within(ahead):
    """The futures, tasks among them, that these keep alive."""
    collectable = {id(item): item for item in gc.get_objects()}
    if not any(map(_is_future, collectable.values())):
        return []
    found = []
    while ahead:
        item = ahead.pop()
        if collectable.pop(id(item), None) is not None:
            ahead += gc.get_referents(item)
            if _is_future(item):
                found.append(item)
    return found


def _is_future(item):
    # A weak proxy passes for what it stands for.
    return issubclass(type(item), Future)


def _show_warning_while_finalizing(message):
    sys.stderr.write(f'{message.filename}:{message.lineno}: {message.category.__name__}: {message.message}\n')


def _report_unraisable(report, with_source=True):
    """What CPython says of an exception in __del__, source lines included although there is no file to read them from."""
    of_what = '' if report.object is None else f' {report.object!r}'
    sys.stderr.write(f'{report.err_msg or "Exception ignored in"}:{of_what}\n')
    # Where nothing of the program runs any more, CPython has no frame to name.
    frames = [frame for frame in traceback.extract_tb(report.exc_traceback) if frame.filename != _NOWHERE]
    if frames:
        sys.stderr.write('Traceback (most recent call last):\n')
    for frame in frames:
        sys.stderr.write(f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n')
        if with_source and frame.line:
            sys.stderr.write(f'    {frame.line}\n')
    # By simpler rules than others: no notes, and a colon even before nothing.
    kind = report.exc_type
    module = '' if kind.__module__ in ('builtins', '__main__') else f'{kind.__module__}.'
    try:
        said = str(report.exc_value)
    except Exception:
        said = '<exception str() failed>'
    sys.stderr.write(f'{module}{kind.__qualname__}: {said}\n')


def _report_unraisable_while_finalizing(report):
    _report_unraisable(report, with_source=False)
