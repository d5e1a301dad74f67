class AppError(Exception):
    """Base of ours."""

class NotFound(AppError):
    def __init__(self, what, where='here'):
        super().__init__(what, where)
        self.what, self.where = what, where
    def __str__(self):
        return f'{self.what} not found in {self.where}'

class Plain(AppError):
    pass

for error in [NotFound('key'), Plain(), Plain('one'), Plain('one', 2)]:
    try:
        raise error
    except NotFound as e:
        print('NotFound:', e, e.args, e.what, repr(e))
    except AppError as e:
        print('AppError:', repr(str(e)), e.args, repr(e))
print(issubclass(NotFound, Exception), NotFound.__mro__[1].__name__, AppError.__doc__)
try:
    raise Plain
except Exception as e:
    print(type(e), e.args)
for bad in [lambda: exec('raise 5'), lambda: exec('raise "text"'), lambda: exec('raise None'), lambda: exec('raise int'), lambda: exec('raise')]:
    try:
        bad()
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
try:
    try:
        1 / 0
    except 'ZeroDivisionError':
        pass
except TypeError as e:
    print(e)
