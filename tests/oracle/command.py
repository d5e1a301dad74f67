"""The command line of the oracle: one program like `python PROGRAM.py`, or many, each in a process of its own.

A batch is forked from one warm interpreter, so that a program costs a millisecond or two and cannot harm the next one.
"""
import argparse
import gc
import json
import os
import sys
from pathlib import Path

from . import files, program

_DESCRIPTION = 'Runs Python programs under CPython on the ideal machine: virtual time, simulated threads, no network.'
# What most programs import, so that each one of a batch finds it there.
_WARM = ('contextlib contextvars dataclasses enum functools heapq itertools logging operator queue statistics string '
         'traceback typing unittest uuid weakref').split()


def _arguments(argv):
    parser = argparse.ArgumentParser(prog='oracle', description=_DESCRIPTION)
    parser.add_argument('program', nargs='?', help='a Python file')
    parser.add_argument('--filename', default='main.py', help='what the program is called in its own tracebacks')
    parser.add_argument('--json', metavar='FILE', help='also write the result there, as one JSON object')
    parser.add_argument('--schedule', metavar='FILE', help='also write there what the loop ran, one JSON line per handle')
    parser.add_argument('--batch', metavar='DIR', help='run every *.py of a folder, or with "-" the programs on stdin (a '
                        'JSON line each: a string, or an object with source, and filename, stdin and schedule if wanted); '
                        'print one JSON line per program')
    arguments = parser.parse_args(argv)
    if (arguments.program is None) == (arguments.batch is None):
        parser.error('give either a program or --batch')
    return arguments


def main(argv):
    arguments = _arguments(argv)
    if arguments.batch is not None:
        _batch(list(_folder(arguments)) if arguments.batch != '-' else _lines(arguments))
    else:
        _single(arguments)


def _single(arguments):
    source = Path(arguments.program).read_text(encoding='utf-8')
    json_file = arguments.json and open(arguments.json, 'w', encoding='utf-8')
    schedule_file = arguments.schedule and open(arguments.schedule, 'w', encoding='utf-8')

    _, remove_folder = files.own_folder()

    def report(result):
        remove_folder()
        schedule = result.pop('schedule', ())
        if json_file:
            json_file.write(_line(result))
            json_file.close()
        if schedule_file:
            schedule_file.writelines(map(_line, schedule))
            schedule_file.close()
        _write_all(1, result['stdout'])
        _write_all(2, result['stderr'])
        os._exit(result['exit'])

    program.install()
    program.Run(source, arguments.filename, report, with_schedule=bool(schedule_file)).start()


# Each program of a batch: its source, its filename, and what else is to be said in its result.

def _folder(arguments):
    for path in sorted(Path(arguments.batch).glob('*.py')):
        yield path.read_text(encoding='utf-8'), arguments.filename, {'file': path.name}


def _lines(arguments):
    for line in sys.stdin:
        given = json.loads(line)
        given = {'source': given} if isinstance(given, str) else given
        yield given.pop('source'), given.pop('filename', arguments.filename), given


def _batch(programs):
    program.install()
    for name in _WARM:
        __import__(name)
    empty_folder, remove_folder = files.own_folder()
    gc.collect()
    gc.freeze()                 # pages that the collector never touches stay shared
    for source, filename, given in programs:
        with_schedule, stdin = given.pop('schedule', False), given.pop('stdin', '')
        _write_all(1, _line(given | _run_in_child(source, filename, with_schedule, stdin)))
        empty_folder()
    remove_folder()


def _run_in_child(source, filename, with_schedule, stdin):
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)

        def report(result):
            _write_all(writing, json.dumps(result))
            os._exit(0)
        try:
            program.Run(source, filename, report, with_schedule, stdin).start()
        finally:
            os._exit(70)
    os.close(writing)
    with open(reading, encoding='utf-8') as pipe:
        result = pipe.read()
    _, status = os.waitpid(child, 0)
    return json.loads(result) if result else {'exit': os.waitstatus_to_exitcode(status), 'stdout': '', 'stderr': ''}


def _line(value):
    return json.dumps(value, ensure_ascii=False) + '\n'


def _write_all(descriptor, text):
    data = text.encode('utf-8', 'replace')
    while data:
        data = data[os.write(descriptor, data):]
