# Bytes of /dev/urandom, which on the playground are always the same.
with open('/dev/urandom', 'rb') as source:
    first = source.read(8)
    second = source.read(4)
print(list(first), second.hex())
with open('random.bin', 'wb') as target:
    target.write(first + second)
with open('random.bin', 'rb') as source:
    print(source.read(2), source.seek(10), source.read(), source.read())
