class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError('below absolute zero')
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print('deleting')
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

t = Temperature(25)
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__, vars(t))
t.celsius += 5
print(t.fahrenheit)
for attempt in [lambda: setattr(t, 'celsius', -300), lambda: setattr(t, 'fahrenheit', 1), lambda: delattr(t, 'fahrenheit')]:
    try:
        attempt()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
del t.celsius
try:
    t.celsius
except AttributeError as error:
    print(error)

class Square:
    side = property(lambda self: self._side, lambda self, v: setattr(self, '_side', v))
    area = property(lambda self: self.side ** 2)

s = Square()
s.side = 4
print(s.area, isinstance(Square.area, property), Square.area.fget(s))
