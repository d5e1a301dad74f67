def outer(a):
    return (a +
            inner(a) *
            2)

def inner(b):
    return (b
            / 0)

outer(1)
