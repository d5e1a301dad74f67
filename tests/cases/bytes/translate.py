# A table of 256 bytes says what becomes of each byte; those to delete go first.
rot13 = bytes.maketrans(b"abcdefghijklmnopqrstuvwxyz", b"nopqrstuvwxyzabcdefghijklm")
print(len(rot13), b"secret message".translate(rot13), b"secret message".translate(rot13).translate(rot13))
print(b"a-b-c".translate(None, b"-"), bytearray(b"a-b-c").translate(rot13, b"-"), b"abc".translate(rot13, delete=b"ab"))
print(bytearray.maketrans(b"ab", bytearray(b"xy"))[96:100])


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(bytes.maketrans, b"ab", b"x")
attempt(bytes.maketrans, "ab", b"xy")
attempt(bytes.maketrans, b"ab")
attempt(b"abc".translate, b"too short")
attempt(b"abc".translate, "text")
attempt(b"abc".translate, None, 5)
attempt(b"abc".translate)
