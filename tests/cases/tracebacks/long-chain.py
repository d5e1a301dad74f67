def one():
    raise KeyError('one')
def two():
    try:
        one()
    except KeyError as error:
        raise ValueError('two') from error
def three():
    try:
        two()
    except ValueError:
        raise TypeError('three')
def four():
    try:
        three()
    finally:
        [][4]
four()
