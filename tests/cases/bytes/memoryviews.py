# A view shows the bytes of somebody else without copying them.
data = bytearray(b"interleave")
view = memoryview(data)
print(len(view), view[0], view[-1], view[2:5].tobytes(), bytes(view[5:]), view.tolist()[:3])
view[0] = ord("I")
view[5:10] = b"LEAVE"
print(data, view == data, view == b"x", view != b"x", view == "text", view[:3] == memoryview(b"Int"))
inner = memoryview(view[2:8])[1:3]
inner[0] = 42
print(data, inner.obj is data, inner.nbytes, inner.hex(), inner.hex("-"))
print(view.readonly, memoryview(b"").readonly, view.format, view.itemsize, view.ndim, view.shape, view.strides)
print(list(inner), 42 in inner, [*reversed(inner)], b"".join([inner, view[:2]]))
print(data.find(view[:2]), bytes(2) + view[:1], bytearray(view)[-3:], hash(memoryview(b"ab")) == hash(b"ab"))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: view[100])
attempt(lambda: view["x"])
attempt(lambda: view.__setitem__(0, 300))
attempt(lambda: view.__setitem__(0, "x"))
attempt(lambda: view.__setitem__(100, 1))
attempt(lambda: view.__setitem__(slice(0, 2), b"abc"))
attempt(lambda: view.__setitem__(slice(0, 2), "ab"))
attempt(lambda: memoryview(b"abc").__setitem__(0, 1))
attempt(lambda: memoryview("text"))
attempt(lambda: memoryview(5))
attempt(lambda: memoryview())
attempt(lambda: hash(view))
attempt(lambda: view < b"x")
attempt(lambda: view + b"x")
attempt(lambda: memoryview.tobytes(b"x"))
with memoryview(b"for a moment") as short:
    print(short[0])
attempt(lambda: short[0])
attempt(lambda: len(short))
attempt(lambda: short.tobytes())
print(short, repr(view))
short.release()
