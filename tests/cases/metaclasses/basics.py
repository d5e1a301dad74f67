class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        print('new', name, [k for k in namespace if not k.startswith('__')], kwargs)
        namespace['added'] = name.lower()
        return super().__new__(mcls, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
    def __call__(cls, *args):
        print('call', cls.__name__, args)
        return super().__call__(*args)
    def __len__(cls):
        return 42
    def __repr__(cls):
        return f'<the class {cls.__name__}>'
    def __prepare__(name, bases, **kwargs):
        print('prepare', name)
        return {}
    @property
    def loud(cls):
        return cls.__name__.upper()

class Base(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, n): self.n = n

class Child(Base):
    y = 2

print(Base(5).n, Child.added, len(Child), Child, type(Child), Child.loud)
try:
    Child(1).loud
except AttributeError as error:
    print(error)
print(type(type), isinstance(Base, type), type.__name__, type(3).__name__)
class Other(type): pass
try:
    class Clash(Base, metaclass=Other): pass
except TypeError as error:
    print(error)
Made = type('Made', (Base,), {'z': 3})
print(Made.z, Made.added)
