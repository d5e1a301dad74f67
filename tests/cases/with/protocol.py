class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, kind, error, trace):
        print('exit', self.name, kind and kind.__name__, error, trace is not None)
        return self.swallow

with Managed('a') as a, Managed('b') as b:
    print('body', a, b)
with Managed('s', swallow=True):
    raise ValueError('swallowed')
print('goes on')
try:
    with Managed('outer'), Managed('inner'):
        1 / 0
except ZeroDivisionError as error:
    print('came out:', error)

def early():
    with Managed('r'):
        return 'returned'
print(early())
for i in range(3):
    with Managed(str(i)):
        if i == 1:
            break
with (
    Managed('x') as x,
    Managed('y') as (y, *more),
):
    print(x, y, more)

class Holder:
    slots = {}

with Managed('t') as Holder.attribute, Managed('u') as Holder.slots['u']:
    print(Holder.attribute, Holder.slots)
