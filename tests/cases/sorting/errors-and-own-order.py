for bad in [lambda: sorted([1, 'a']), lambda: sorted([None, 1]), lambda: sorted([1], key=5), lambda: sorted([{}, {}]), lambda: sorted(3), lambda: sorted([1], lambda: 0)]:
    try:
        print(bad())
    except TypeError as error:
        print(error)

class Version:
    def __init__(self, text):
        self.parts = [int(part) for part in text.split('.')]
    def __lt__(self, other):
        return self.parts < other.parts
    def __repr__(self):
        return '.'.join(map(str, self.parts))

versions = [Version(v) for v in ['1.10', '1.2', '0.9.1', '1.2.0']]
print(sorted(versions), max(versions), min(versions), Version('1.2') > Version('1.1'))
try:
    Version('1') <= Version('2')
except TypeError as error:
    print(error)

items = [3, 1, 2]
def meddle(x):
    items.append(x)
    return x
try:
    items.sort(key=meddle)
except ValueError as error:
    print(error)
