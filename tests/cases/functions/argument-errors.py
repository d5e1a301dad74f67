def f(a, b): pass
def g(a, b=1, *, c): pass
def h(x, /): pass
def none(): pass
class C:
    def __init__(self, x): pass
    def m(self): pass

calls = ['f()', 'f(1)', 'f(1, 2, 3)', 'f(1, 2, c=3)', 'f(1, a=2)', 'f(b=1)', 'g(1)', 'g(1, 2, 3, c=4)', 'g(1, d=4)', 'h(x=1)', 'none(1)', 'none(x=1)',
         'C()', 'C(1, 2)', 'C(1).m(2)', 'C.m()', 'C(1).m(y=1)', '(lambda: 0)(1)', 'f(*[1])', 'f(**{"a": 1, "z": 2})', 'len()', 'len(1, 2)', 'print(end=1)', 'int(1, 2, 3)',
         'f(1, 2, *[3])', 'g()', 'none(*range(3))', 'str(1, 2, 3, 4)', 'abs()', 'isinstance(1)', 'sorted()', '"a".join()', '[].append()', 'f(aa=1, b=2)']
for call in calls:
    try:
        eval(call)
    except TypeError as error:
        print(f'{call:24} {error}')
