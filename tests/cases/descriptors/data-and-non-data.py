class NonData:
    def __get__(self, instance, owner=None):
        return f'from descriptor of {owner.__name__}'

class Data(NonData):
    def __set__(self, instance, value):
        print('refused', value)

class C:
    plain = NonData()
    strict = Data()
    constant = 1

c = C()
print(c.plain, '|', c.strict, '|', C.plain)
c.plain = c.strict = 'mine'
c.__dict__['strict'] = 'hidden'
print(c.plain, '|', c.strict, '|', sorted(c.__dict__))
try:
    del c.strict
except AttributeError as error:
    print(error)

class Lazy:
    def __init__(self, function):
        self.function = function
    def __get__(self, instance, owner):
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value

class Page:
    @Lazy
    def body(self):
        print('loading')
        return '<html>'

page = Page()
print(page.body, page.body, vars(page))
def function(self): return 'bound to', self
print(function.__get__('anything')(), type(function.__get__(5)), type(C.__dict__['plain']))
