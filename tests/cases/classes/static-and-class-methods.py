class Pizza:
    count = 0

    def __init__(self, *toppings):
        self.toppings = toppings
        type(self).count += 1

    @classmethod
    def margherita(cls):
        return cls('tomato', 'cheese')

    @staticmethod
    def area(r):
        return round(3.14159 * r * r, 1)

    @classmethod
    def how_many(cls):
        return f'{cls.__name__}: {cls.count}'

class Calzone(Pizza):
    pass

print(Pizza.margherita().toppings, Pizza.area(2), Pizza('x').area(1), Pizza.how_many())
print(type(Calzone.margherita()).__name__, Calzone.how_many(), Pizza.how_many(), Calzone('a').how_many())
print(Pizza.margherita.__self__.__name__, Pizza.area is Pizza('y').area, Pizza.__dict__['area'].__func__(1))
try:
    Pizza.area()
except TypeError as error:
    print(error)

class Date:
    def __init__(self, y, m, d):
        self.parts = y, m, d
    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split('-')))
    def __repr__(self):
        return '%s(%d, %d, %d)' % (type(self).__name__, *self.parts)

class Holiday(Date): pass
print(Date.parse('2024-02-29'), Holiday.parse('2024-12-25'))
