class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[name or cls.__name__.lower()] = cls

class Csv(Plugin): pass
class Json(Plugin, name='js'): pass
print({k: v.__name__ for k, v in Plugin.registry.items()})
try:
    class Wrong(Plugin, colour='red'): pass
except TypeError as error:
    print(error)

class Box:
    def __class_getitem__(cls, item):
        return f'{cls.__name__}[{item.__name__}]'
print(Box[int])

class Named:
    def __set_name__(self, owner, name):
        print('I am', name, 'of', owner.__name__)

class Owner:
    a = Named()
    b = Named()

class Duck:
    def quack(self): pass
class Meta(type):
    def __instancecheck__(cls, obj): return hasattr(obj, 'quack')
    def __subclasscheck__(cls, sub): return hasattr(sub, 'quack')
class Quacker(metaclass=Meta): pass
print(isinstance(Duck(), Quacker), isinstance(5, Quacker), issubclass(Duck, Quacker))
for bad in [lambda: isinstance(1, 'int'), lambda: issubclass(1, int), lambda: isinstance(1, [int])]:
    try:
        bad()
    except TypeError as error:
        print(error)
print(isinstance(1, int | str), isinstance('x', (int, (float, str))))
