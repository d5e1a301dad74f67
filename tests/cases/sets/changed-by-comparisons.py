# Members whose hashes and comparisons change from one moment to the next: nothing breaks.
turns = 0


class Fickle:
    def __eq__(self, other):
        global turns
        turns += 1
        if turns == 5:
            left.clear()
        return turns % 3 == 0

    def __hash__(self):
        return turns % 2


left, right = set(), set()
for _ in range(6):
    left.add(Fickle())
    right.add(Fickle())
for act in lambda: left ^ right, lambda: left.symmetric_difference_update(right), lambda: left.update(right):
    try:
        act()
    except RuntimeError as error:
        print(error)
print('done')
