class Base:
    def area(self):
        raise NotImplementedError(f'{type(self).__name__} must define area()')

class Square(Base):
    def area(self):
        return super().area()

shapes = [Square()]
print([shape.area() for shape in shapes])
