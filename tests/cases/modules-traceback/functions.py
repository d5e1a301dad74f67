import traceback
import sys

def inner():
    raise ValueError('deep')

def outer():
    inner()

try:
    outer()
except ValueError as error:
    print(traceback.format_exc(), end='')
    print(traceback.format_exception_only(error), traceback.format_tb(error.__traceback__)[-1].splitlines()[0])
    frames = traceback.extract_tb(error.__traceback__)
    print([(f.name, f.lineno) for f in frames], frames[0].filename, len(frames))
    traceback.print_tb(error.__traceback__, limit=1, file=sys.stdout)
    traceback.print_exc(limit=-1, file=sys.stdout)
    te = traceback.TracebackException.from_exception(error)
    print(str(te), te.exc_type_str, len(te.stack))

def show_stack():
    traceback.print_stack(file=sys.stdout)
    return [f.name for f in traceback.extract_stack()[-2:]]

print(show_stack())
print(traceback.format_stack()[-1], end='')
