# Error handlers: what stands in the place of what can't be translated.
import codecs


def braced(error):
    wrong = error.object[error.start:error.end]
    print(' ', type(error).__name__, wrong, error.start, error.end)
    return f'<{wrong!r}>', error.end


codecs.register_error('braced', braced)
print('tee'.encode('ascii', 'no such handler'))
for text, encoding, errors in (
    ('a€b', 'latin-1', 'backslashreplace'),
    ('€5 – £4', 'cp1252', 'strict'),
    ('日本', 'cp1252', 'xmlcharrefreplace'),
    ('日本', 'cp1252', 'strict'),
    ('grün', 'ascii', 'no such handler'),
    ('x', 'utf-32', 'strict'),
    ('z\n€\\', 'unicode_escape', 'strict'),
):
    try:
        print(text.encode(encoding, errors))
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
for data, encoding in (b'a\xff\xfeb', 'ascii'), (b'x\xe2\x82y', 'utf-8'), (b'\\x41\\u20ac', 'unicode_escape'):
    print(data.decode(encoding, 'braced'))
codecs.register_error('back', lambda error: ('?', -1))
print('äbc'.encode('ascii', 'back'))
for answer in 'x', ('?', 99):
    codecs.register_error('odd', lambda error: answer)
    try:
        'ä'.encode('ascii', 'odd')
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(codecs.lookup_error('braced') is braced)
decoder = codecs.getincrementaldecoder('utf-8')()
print([decoder.decode(bytes([byte])) for byte in 'ä€'.encode()])
print(codecs.BOM_UTF8, codecs.utf_8_decode(b'a\xc3'), list(codecs.iterencode(['ä', 'ö'], 'utf-8')))
