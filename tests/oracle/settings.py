"""The settings comment of a program, before its first statement: `# interleave: seed=7, latency=0.2, start=16:41:11`.

Several lines add up and the later value wins; each `input=` is another line to be read. An unknown key or a bad value
is only worth a warning, which is for the playground to give; here it is passed over. `cpu` and `removed` have no
counterpart in CPython.
"""
import datetime
import re

_LINE = re.compile(r'#\s*interleave:\s*(.*)')
_DEFAULT_DAY = datetime.date(2024, 1, 1)


def _start(text):
    """Seconds of the Unix clock, from a time of day or an ISO date and time; UTC."""
    try:
        moment = datetime.datetime.combine(_DEFAULT_DAY, datetime.time.fromisoformat(text))
    except ValueError:
        moment = datetime.datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)).timestamp()


def _latency(text):
    seconds = float(text)
    if not 0 <= seconds < float('inf'):
        raise ValueError(text)
    return seconds


_READERS = {'seed': int, 'latency': _latency, 'start': _start}


def read(source):
    values = {'seed': 0, 'latency': 0.2, 'start': _start('00:00'), 'input': ''}
    for line in map(str.strip, source.splitlines()):
        if line and not line.startswith('#'):
            break
        setting = _LINE.match(line)
        for item in setting[1].split(',') if setting else ():
            key, _, text = map(str.strip, item.partition('='))
            if key == 'input':
                values['input'] += text + '\n'
            try:
                values[key] = _READERS[key](text)
            except (KeyError, ValueError):
                continue
    return values
