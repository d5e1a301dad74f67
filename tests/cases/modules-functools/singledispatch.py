from functools import singledispatch, singledispatchmethod, total_ordering

@singledispatch
def describe(x):
    return f'something: {x}'

@describe.register
def _(x: int):
    return f'int {x}'

@describe.register(list)
@describe.register(tuple)
def _(x):
    return f'{len(x)} items'

@describe.register
def _(x: str | None):
    return f'text or nothing: {x!r}'

for value in [5, True, [1], (1, 2), 'a', None, 2.5, {}]:
    print(describe(value))
print(describe.dispatch(bool) is describe.dispatch(int), describe.registry[int](9))

class Printer:
    @singledispatchmethod
    def show(self, x):
        return 'default'
    @show.register
    def _(self, x: int):
        return 'an int'

print(Printer().show(1), Printer().show('s'))

@total_ordering
class Student:
    def __init__(self, mark): self.mark = mark
    def __eq__(self, other): return self.mark == other.mark
    def __lt__(self, other): return self.mark < other.mark

print(Student(1) <= Student(2), Student(3) > Student(2), Student(2) >= Student(2))
