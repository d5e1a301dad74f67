from abc import ABC, abstractmethod, ABCMeta

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self):
        return f'{self.name} of {self.area()}'
    @classmethod
    @abstractmethod
    def unit(cls): ...

class Square(Shape):
    name = 'square'
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2
    @classmethod
    def unit(cls): return cls(1)

class Half(Shape):
    def area(self): return 0

print(Square(3).describe(), Square.unit().side, Shape.__abstractmethods__ == {'area', 'name', 'unit'}, isinstance(Square(1), Shape))
for cls in [Shape, Half]:
    try:
        cls()
    except TypeError as error:
        print(error)

class Drawable(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, 'draw') or NotImplemented

class Pencil:
    def draw(self): pass

print(issubclass(Pencil, Drawable), isinstance(5, Drawable))
Shape.register(int)
print(isinstance(5, Shape), issubclass(bool, Shape))
@Shape.register
class Virtual: pass
print(isinstance(Virtual(), Shape), Shape in Virtual.__mro__)
