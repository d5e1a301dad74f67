# A slice of a view with a step shows every so many bytes, still of the same object; in three colours, say.
pixels = bytearray(b"RGBRGBRGBRGB")
view = memoryview(pixels)
red, green = view[::3], view[1::3]
print(red.tobytes(), green.tobytes(), red.strides, red.shape, len(red), red.nbytes, red[-1], list(green[1:3]))
red[:] = b"1234"
green[1:3] = b"!!"
red[0] = ord("r")
print(pixels)
backwards = view[::-1]
print(bytes(backwards), backwards.strides, bytes(backwards[2:5]), bytes(backwards[::-2]), bytes(view[10:2:-4]))
backwards[:3] = b"xyz"
print(pixels, view[5:5].tobytes(), view[::2] == pixels[::2])
for part in view, red, backwards, view[:1], view[2:2], view[::100]:
    print(part.c_contiguous, part.f_contiguous, part.contiguous, part.strides)
fixed = view.toreadonly()
print(fixed.readonly, fixed[:2].readonly, fixed[0] == view[0], view.readonly)
try:
    fixed[0] = 1
except TypeError as error:
    print(error)
view[0] = 64
print(bytes(fixed[:2]), bytes(memoryview(fixed[::6])))
for wrong in slice(None, None, 0), slice("a"):
    try:
        print(view[wrong])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
