class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        if spec.endswith('F'):
            return format(self.degrees * 9 / 5 + 32, spec[:-1] or '.0f') + '°F'
        return format(self.degrees, spec or '.0f') + '°C'

t = Celsius(21.55)
print(f'{t} {t:.1f} {t:F} {t:6.2fF}', '{:.2f}'.format(t), format(t), format(t, '08.3f'))

class Plain:
    pass

try:
    f'{Plain():>10}'
except TypeError as error:
    print(error)

class Wrong:
    def __format__(self, spec):
        return 5

try:
    format(Wrong())
except TypeError as error:
    print(error)
