import sys
import traceback

def deep(n):
    if n:
        return deep(n - 1)
    return 1 / n

try:
    deep(2)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
    text = traceback.format_exc()
    print(text.splitlines()[-1], len(text.splitlines()))
try:
    try:
        deep(0)
    except ZeroDivisionError as error:
        raise ValueError('wrapped') from error
except ValueError as error:
    traceback.print_exception(error, file=sys.stdout)
    print(''.join(traceback.format_exception(error, chain=False)), end='')
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__cause__.__traceback__)])
traceback.print_exc(file=sys.stdout)
