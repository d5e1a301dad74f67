b = b'hello\x00\xff'
print(b, len(b), b[0], b[-1], b[1:3], list(b[:3]), bytes(3), bytes([65, 66]), bytes('é', 'utf-8'))
print(b'a' + b'b', b'ab' * 2, b'el' in b, 104 in b, b == b'hello\x00\xff', b'a' < b'b')
print(b'It\'s', b"say \"hi\"", b'\n\t\\', bytes(range(5)))
print(b'a,b'.split(b','), b'-'.join([b'x', b'y']), b'Abc'.upper(), b'abc'.find(b'c'), b' x '.strip(), b'ab'.hex(), bytes.fromhex('61 62'))
print(b'abc'.replace(b'b', b'--'), b'abc'.startswith(b'ab'), b'12'.isdigit(), b'ab'.hex(' '), b'x'.rjust(3, b'.'))
for call in [lambda: bytes([256]), lambda: b'a' + 'a', lambda: b['x'], lambda: bytes('é'), lambda: b'\xff'.decode('ascii'), lambda: bytes(-1)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(b'%d items %s' % (3, b'ok'), b'a' == 'a', hash(b'abc') == hash('abc'))
