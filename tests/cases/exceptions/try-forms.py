def run(action):
    try:
        print('try')
        result = action()
    except ZeroDivisionError as error:
        print('except', error)
        return 'zero'
    except (KeyError, IndexError) as error:
        print('lookup', type(error).__name__, error)
    except Exception:
        print('anything else')
        raise
    else:
        print('else', result)
    finally:
        print('finally')
    return 'end'

print(run(lambda: 5))
print(run(lambda: 1 / 0))
print(run(lambda: {}['k']))
print(run(lambda: [][1]))
try:
    run(lambda: int('x'))
except ValueError as error:
    print('outside', error)
try:
    error
except NameError as gone:
    print(gone)

def finally_wins():
    try:
        return 'try'
    finally:
        return 'finally'

def finally_keeps():
    x = 1
    try:
        return x
    finally:
        x = 2

def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            print('loop', i)
        finally:
            print('cleanup', i)

print(finally_wins(), finally_keeps())
loop()
