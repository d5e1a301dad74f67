# Objects as bytes and back, in each protocol.
import pickle


class Cup:
    def __init__(self, tea, size=1.5):
        self.tea, self.size = tea, size

    def __eq__(self, other):
        return type(other) is Cup and vars(self) == vars(other)


class Slotted:
    __slots__ = 'left', 'right'


class Counted:
    def __init__(self, count):
        self.count = count

    def __getstate__(self):
        return self.count

    def __setstate__(self, state):
        self.count = state + 1


class Made:
    def __init__(self, *parts):
        self.parts = parts

    def __reduce__(self):
        return Made, self.parts


shared = ['shared']
ring = []
ring.append(ring)
things = [
    None, True, 7, -1, 300, 2**40, -(2**70), 0.1, 'tea', 'grün €', b'\0\xff', bytearray(b'ab'), (), (1,), (1, 2, 3, 4),
    [], [1], [1, 2], {}, {'a': 1}, {'a': 1, 'b': 2}, set(), {5}, frozenset((5,)), range(3), 1 + 2j, [shared, shared],
    Cup('green'), len, Cup, ValueError('x'), ...,
]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print('protocol', protocol)
    for thing in things:
        data = pickle.dumps(thing, protocol)
        print(' ', data)
        again = pickle.loads(data)
        same = repr(again) == repr(thing) if isinstance(thing, ValueError) else again == thing
        if not same:
            print('differs:', again, thing)
again = pickle.loads(pickle.dumps(ring))
print(again[0] is again)
one, other = pickle.loads(pickle.dumps([shared, shared]))
print(one is other)
print(pickle.loads(pickle.dumps(Counted(1))).count, pickle.loads(pickle.dumps(Made(1, 2))).parts)
slotted = Slotted()
slotted.left = 1
again = pickle.loads(pickle.dumps(slotted))
print(again.left, hasattr(again, 'right'))
items = iter(['a', 'b', 'c'])
next(items)
print(list(pickle.loads(pickle.dumps(items))), next(items))
print([*pickle.loads(pickle.dumps(enumerate('ab', 1)))])


def local():
    def inner():
        pass
    return inner


for thing in (lambda: 1), local(), (n for n in ()), slotted:
    try:
        pickle.dumps(thing, 0)
    except Exception as error:
        print(type(error).__name__, str(error).partition(' at ')[0])
for data in b'', b'K', b'Z.', b'\x80\x09.', b'.', b'c__main__\nnothing\n.':
    try:
        pickle.loads(data)
    except Exception as error:
        print(type(error).__name__, error)
