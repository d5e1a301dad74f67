import uuid

a, b = uuid.uuid4(), uuid.uuid4()
print(len(str(a)), repr(b)[:6], a == b, a.version, len(a.hex), a.variant == uuid.RFC_4122, len(a.bytes), str(a)[14])
c = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(c, c.int, c.hex, c == uuid.UUID(int=c.int), c < uuid.UUID(int=c.int + 1), hash(c) == hash(uuid.UUID(c.hex)), {c: 'key'}[c], c.urn)
try:
    uuid.UUID('nope')
except ValueError as error:
    print(error)
