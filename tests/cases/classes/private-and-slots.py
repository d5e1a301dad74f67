class Account:
    def __init__(self):
        self.__balance = 100
        self._hint = 'internal'
    def __secret(self):
        return 'hidden'
    def reveal(self):
        return self.__secret(), self.__balance

a = Account()
print(a.reveal(), a._hint, a._Account__balance, a._Account__secret(), sorted(vars(a)))
try:
    a.__balance
except AttributeError as error:
    print(error)

class Point:
    __slots__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y

p = Point(1, 2)
p.x = 10
print(p.x, p.y, Point.__slots__, hasattr(p, '__dict__'))
for attempt in ['p.z = 3', 'vars(p)', 'del p.y; p.y', 'Point(1)', 'p.w']:
    try:
        exec(attempt)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)

class Point3(Point):
    pass

q = Point3(1, 2)
q.z = 3
print(q.z, vars(q), q.x)
