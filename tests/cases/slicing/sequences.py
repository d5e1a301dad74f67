s = list(range(10))
print(s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[::3], s[1::4], s[::-1], s[5:2], s[5:2:-1], s[-1:-4:-1], s[20:], s[-20:3], s[:], s[2:20:5])
t = 'abcdefgh'
print(t[::2], t[::-2], t[-2::-3], t[1:-1], t[:0], t[100:], t[True:3])
print((1, 2, 3)[1:], range(10)[2:8:2], range(10)[::-1], bytes(5)[1:3], range(10)[-1])
r = slice(1, None, 2)
print(s[r], r, r.start, r.stop, r.step, r.indices(6), slice(3), slice(-3, None).indices(10))
for bad in [lambda: s[::0], lambda: s['a':], lambda: s[1.5:], lambda: (1, 2)[5], lambda: range(3)[3]]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
