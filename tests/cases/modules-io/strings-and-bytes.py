import io

s = io.StringIO('one\ntwo\nthree')
print(repr(s.readline()), s.read(), s.seek(0), list(s), s.tell(), s.getvalue().count('\n'))
out = io.StringIO()
print('hello', 'there', file=out, sep='-')
out.write('more')
print(repr(out.getvalue()), out.closed)
out.seek(0)
out.write('HELLO')
out.truncate(5)
print(out.getvalue(), out.tell())
b = io.BytesIO(b'abc')
print(b.read(2), b.read(), b.seek(0), b.getvalue(), b.write(b'XY'), b.getvalue())
with io.StringIO() as f:
    f.writelines(['a', 'b'])
    print(f.getvalue())
for bad in [lambda: f.read(), lambda: io.StringIO(5), lambda: io.BytesIO('x'), lambda: out.write(b'x'), lambda: b.write('x')]:
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(isinstance(s, io.IOBase), isinstance(s, io.TextIOBase), io.DEFAULT_BUFFER_SIZE > 0, io.open is open, [line for line in io.StringIO('x\r\ny\n', newline=None)], io.TextIOWrapper(io.BytesIO('é\n'.encode()), encoding='utf-8').read())
