with open('image.bin', 'wb') as f:
    print(f.write(b'\x89PNG\r\n'), f.write(bytes(range(3))))
with open('image.bin', 'rb') as f:
    print(f.read(4), f.tell(), f.read(), f.read())
    f.seek(1)
    print(f.read(3), f.seek(-2, 2), f.read())
with open('text.txt', 'w', encoding='utf-8') as f:
    f.write('中文 é\n')
print(open('text.txt', 'rb').read(), open('text.txt', encoding='utf-8').read())
try:
    open('text.txt', encoding='ascii').read()
except UnicodeDecodeError as error:
    print(error)
print(repr(open('text.txt', encoding='latin-1').read()), open('text.txt', encoding='ascii', errors='replace').read().count('\ufffd'))
with open('crlf.txt', 'wb') as f:
    f.write(b'a\r\nb\rc\n')
print(repr(open('crlf.txt').read()), repr(open('crlf.txt', newline='').read()))
with open('/dev/urandom', 'rb') as f:
    print(f.read(8).hex(), f.read(2).hex())
with open('image.bin', 'ab') as f:
    f.write(b'end')
print(open('image.bin', 'rb').read()[-4:], len(open('image.bin', 'rb').read()))
