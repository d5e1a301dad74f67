from contextlib import contextmanager, suppress, closing, nullcontext, redirect_stdout, ExitStack, ContextDecorator
import io

@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name.upper()
    except ValueError as error:
        print('handled', error)
    finally:
        print(f'</{name}>')

with tag('p') as t:
    print('inside', t)
with tag('v'):
    raise ValueError('oops')
try:
    with tag('k'):
        raise KeyError('through')
except KeyError as error:
    print('outside', error)

@tag('deco')
def work():
    print('work')

work()
with suppress(ZeroDivisionError, KeyError):
    1 / 0
    print('never')

class Door:
    def close(self): print('closed')

with closing(Door()) as d, nullcontext('n') as n:
    print(type(d).__name__, n)
out = io.StringIO()
with redirect_stdout(out):
    print('captured')
print(repr(out.getvalue()))
with ExitStack() as stack:
    names = [stack.enter_context(tag(x)) for x in 'ab']
    stack.callback(print, 'callback', 1)
    print(names)

@contextmanager
def never(): 
    if False: yield
@contextmanager
def twice():
    yield 1
    yield 2
for bad in [never, twice]:
    try:
        with bad(): print('body')
    except RuntimeError as error:
        print(error)
