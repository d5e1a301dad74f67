x = 'global'

def read():
    return x

def shadow():
    x = 'local'
    return x

def change():
    global x
    x = 'changed'

def broken():
    print(x)
    x = 'too late'

print(read(), shadow(), x)
change()
print(x, read())
try:
    broken()
except UnboundLocalError as error:
    print(error)

def outer():
    x = 'enclosing'
    def inner():
        nonlocal x
        x += '!'
        return x
    return inner(), inner(), x

print(outer(), x)

def makes_global():
    global fresh
    fresh = 'new'

makes_global()
print(fresh, 'fresh' in globals(), sorted(locals())[-2:] == sorted(globals())[-2:])

def local_names(a, b=1):
    c = a
    return locals()

print(local_names(5))
try:
    undefined_name
except NameError as error:
    print(error, error.name)
