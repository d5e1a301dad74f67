class Typed:
    def __init__(self, kind):
        self.kind = kind
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner):
        if instance is None:
            return self
        print('get', self.name)
        return instance.__dict__[self.name]
    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} must be {self.kind.__name__}, not {type(value).__name__}')
        instance.__dict__[self.name] = value
    def __delete__(self, instance):
        print('delete', self.name)
        del instance.__dict__[self.name]

class Person:
    name = Typed(str)
    age = Typed(int)
    def __init__(self, name, age):
        self.name, self.age = name, age

p = Person('Ada', 36)
print(p.name, p.age, Person.age.kind, p.__dict__)
try:
    p.age = 'old'
except TypeError as error:
    print(error)
p.__dict__['age'] = 'sneaky'
print(p.age)
del p.age
try:
    p.age
except KeyError as error:
    print(repr(error))
