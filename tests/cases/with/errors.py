class NoExit:
    def __enter__(self): pass
class Fails:
    def __enter__(self):
        print('enter fails')
        raise OSError('cannot enter')
    def __exit__(self, *args):
        print('never')
class ExitFails:
    def __enter__(self): return self
    def __exit__(self, *args):
        raise RuntimeError('exit failed')

for make in [lambda: 5, NoExit, Fails]:
    try:
        with make() as x:
            print('body')
    except Exception as error:
        print(type(error).__name__, error)
try:
    with ExitFails():
        raise ValueError('body failed')
except RuntimeError as error:
    print(error, '| context:', repr(error.__context__))

class Transaction:
    def __init__(self): self.log = []
    def __enter__(self): return self
    def __exit__(self, kind, error, tb):
        self.log.append('rollback' if error else 'commit')
        return kind is not None and issubclass(kind, KeyError)

t = Transaction()
with t: pass
with t: {}['x']
try:
    with t: [][0]
except IndexError:
    pass
print(t.log)
with open('notes.txt', 'w') as f:
    f.write('hello')
print(f.closed)
try:
    f.write('more')
except ValueError as error:
    print(error)
