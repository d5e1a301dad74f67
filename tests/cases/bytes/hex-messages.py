# What fromhex and hex say of wrong arguments.


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for kind in bytes, bytearray:
    for given in (), ("00", "11"), (1,), (None,), ("0",), ("0g",), ("00 g0",), ("00 1", ), (" 00\n11 ",), ("0 0",):
        attempt(kind.fromhex, *given)
    attempt(kind.fromhex, text="00")
    data = kind(b"abcd")
    for given in (":",), ("::",), (1,), (":", 2), (":", -3), (":", "x"), ("é",), ("",), (b"-",), (":", 1, 2), (":", 2.5):
        attempt(data.hex, *given)
    attempt(data.hex, sep="-", bytes_per_sep=2)
    attempt(data.hex, bytes_per_set=2)
