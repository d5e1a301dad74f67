for bad in [lambda: open('none.txt'), lambda: open('x.txt', 'q'), lambda: open('x.txt', 'rw'), lambda: open(''), lambda: open('new.txt', 'x').write('first'), lambda: open('new.txt', 'x')]:
    try:
        print(bad())
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
with open('data.txt', 'w') as f:
    f.write('12345')
    try:
        f.read()
    except OSError as error:
        print(type(error).__name__, error)
with open('data.txt') as f:
    try:
        f.write('x')
    except OSError as error:
        print(type(error).__name__, error)
    print(f.read(2), f.read(), repr(f.read()))
try:
    f.read()
except ValueError as error:
    print(error)
try:
    open('data.txt', 'w').write(5)
except TypeError as error:
    print(error)
try:
    open('data.bin', 'wb').write('text')
except TypeError as error:
    print(error)
try:
    open('missing.txt')
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename)
f = open('data.txt')
print(f.readable(), f.writable(), f.seekable(), f.encoding, f.close(), f.closed)
