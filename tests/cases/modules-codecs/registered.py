# A codec of the program's own: str.encode and bytes.decode ask for it by name.
import codecs


def search(name):
    print('asked for', name)
    if name != 'shout':
        return None

    def encode(text, errors='strict'):
        if errors == 'wrong':
            return text, 1
        return text.upper().encode('ascii'), len(text)

    def decode(data, errors='strict'):
        return bytes(data).decode('ascii').lower(), len(data)
    return codecs.CodecInfo(encode, decode, name='shout')


codecs.register(search)
print('tea'.encode('Shout'), b'TEA'.decode('SHOUT'), codecs.lookup('shout').name)
print(bytes('milk', 'shout'), str(b'MILK', 'shout'))
for act in (
    lambda: 'ä'.encode('shout'),
    lambda: 'a'.encode('shout', 'wrong'),
    lambda: 'a'.encode('whisper'),
    lambda: 'abc'.encode('rot13'),
    lambda: b'ff'.decode('hex'),
    lambda: codecs.register('no function'),
):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, '__notes__', ''))
print(codecs.encode('tea', 'shout', 'wrong'), codecs.encode('abc', 'rot13'), codecs.encode(b'abc', 'hex'))
codecs.unregister(search)
try:
    'tea'.encode('shout')
except LookupError as error:
    print(error)
