class Base:
    def hello(self):
        return ['Base']

class Left(Base):
    def hello(self):
        return ['Left'] + super().hello()

class Right(Base):
    def hello(self):
        return ['Right'] + super().hello()

class Bottom(Left, Right):
    def hello(self):
        return ['Bottom'] + super().hello()

print(Bottom().hello(), [c.__name__ for c in Bottom.__mro__])

class JsonMixin:
    def to_json(self):
        return str(self.__dict__).replace("'", '"')

class Named:
    def __init__(self, name, **kwargs):
        self.name = name
        super().__init__(**kwargs)

class Aged:
    def __init__(self, age, **kwargs):
        self.age = age
        super().__init__(**kwargs)

class Person(JsonMixin, Named, Aged):
    pass

print(Person(name='Ada', age=36).to_json())
try:
    Person(name='Ada', age=36, extra=1)
except TypeError as error:
    print(error)
try:
    class Impossible(Base, Left): pass
except TypeError as error:
    print(error)
try:
    class Double(Base, Base): pass
except TypeError as error:
    print(error)
try:
    class Layout(int, str): pass
except TypeError as error:
    print(error)
