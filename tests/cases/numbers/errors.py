def attempt(what, function):
    try:
        print(what, function())
    except ArithmeticError as error:
        print(what, type(error).__name__, error)

attempt('1 / 0', lambda: 1 / 0)
attempt('1 // 0', lambda: 1 // 0)
attempt('1 % 0', lambda: 1 % 0)
attempt('divmod', lambda: divmod(1, 0))
attempt('1.0 / 0', lambda: 1.0 / 0)
attempt('1.0 // 0', lambda: 1.0 // 0)
attempt('1.0 % 0', lambda: 1.0 % 0)
attempt('0 ** -1', lambda: 0 ** -1)
attempt('0.0 ** -1', lambda: 0.0 ** -1)
attempt('1e308 * 10', lambda: 1e308 * 10)
attempt('10.0 ** 400', lambda: 10.0 ** 400)
attempt('float(10 ** 400)', lambda: float(10 ** 400))
attempt('10 ** 400 / 3', lambda: 10 ** 400 / 3)
attempt('int(inf)', lambda: int(float('inf')))
try:
    int(float('nan'))
except ValueError as error:
    print(error)
try:
    1 << -1
except ValueError as error:
    print(error)
