class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


def look(thing):
    match thing:
        case Point(0, 0):
            return 'origin'
        case Point(x, y, z):
            return 'three'


print(look(Point(0, 0)))
look(Point(1, 2))
