print(bool(0), bool(''), bool([]), bool({}), bool(None), bool(0.0), bool(()), bool(set()), bool(range(0)))
print(bool(-1), bool(' '), bool([0]), bool('False'), bool(1e-300))
print(True and 'yes', False and 'yes', 0 or 'default', '' or 0 or None, 1 and 2 and 3, not '', not 'x')
print(isinstance(True, int), issubclass(bool, int), True + 1, sum([True, False, True]))
print(True & False, True | False, True ^ True, type(True & 1), ~True if False else 'skipped')
print(['no', 'yes'][True], 'ab' * True, str(True), repr(False), f'{True:d} {True:>6}')

class Never:
    def __bool__(self):
        return False

class Sized:
    def __len__(self):
        return 0

print(bool(Never()), bool(Sized()), not Never(), 'empty' if not Sized() else 'full')
