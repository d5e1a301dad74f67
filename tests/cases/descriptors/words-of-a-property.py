class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def area(self):
        """About the area."""
        return 3 * self.radius**2

    area.__doc__ = "Roughly the area."

    size = property(lambda self: self.radius * 2, doc="The width.")


print(Circle.area.__doc__)
print(Circle.size.__doc__)
Circle.size.__doc__ = "The diameter."
print(Circle.size.__doc__, Circle(2).size, Circle(2).area)
