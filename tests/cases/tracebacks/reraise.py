def inner():
    raise ValueError('inner')

def outer():
    try:
        inner()
    except ValueError as error:
        print('saw', error)
        raise

try:
    outer()
except ValueError as error:
    raise error
