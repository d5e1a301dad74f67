s = '中文ñ😀é'
print(len(s), s[1], s[-2], s[::-1], [ord(c) for c in s])
print(s.encode(), s.encode('utf-16-le'), len(s.encode('utf-8')))
print(chr(20013), chr(0x1F600), ord('文'), '😀' > '中', sorted('中文é😀a'))
print(b'\xe4\xb8\xad'.decode(), b'\xff\xfe'.decode('latin-1'), b'ab\xff'.decode('utf-8', 'replace'))
print('é' == 'e\u0301', len('e\u0301'), 'Ünï'.encode('ascii', 'ignore'), 'Ünï'.encode('ascii', 'backslashreplace'), 'Ü'.encode('ascii', 'xmlcharrefreplace'))
for call in [lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: 'abc中文'.encode('latin-1'), lambda: chr(0x110000), lambda: ord('ab'), lambda: 'x'.encode('nope')]:
    try:
        print(call())
    except (ValueError, TypeError, LookupError) as error:
        print(type(error).__name__, error)
