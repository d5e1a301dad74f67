# The methods that bytes and bytearrays share with text: they look at ASCII alone, and answer in the kind that was asked.
for kind in bytes, bytearray:
    line = kind(b"  Hello, wOrld of bytes\r\n")
    print(line.lower(), line.upper(), line.swapcase())
    print(line.capitalize(), line.title(), kind(b"they're \xe9t\xe9").title())
    print(line.lstrip(), line.rstrip(), line.strip(b" \r\nHs"), line.lstrip(None))
    words = kind(b"one,two,,three")
    print(words.rsplit(b",", 1), words.split(b",", maxsplit=2), words.rsplit(b","), words.rsplit())
    print(words.partition(b","), words.rpartition(b","), words.rpartition(b";"))
    print(words.removeprefix(b"one,"), words.removesuffix(b"three"), words.removeprefix(b"two"))
    print(words.index(b"two"), words.rindex(b","), words.rfind(b"o"), words.rindex(b"o", 0, 5), words.find(44))
    print(words.count(b","), words.count(44), words.count(b""), words.count(b"e", 3), words.count(b"e", -3, -1))
    print(words.startswith((b"two", b"one")), words.startswith(b"two", 4), words.endswith((b"x", b"y")), words.endswith(b"two", 0, 7))
    print(kind(b"a\nb\r\nc\rd\x0be").splitlines(), kind(b"a\nb\r\n\n").splitlines(keepends=True), kind(b"").splitlines())
    print(kind(b"7").zfill(3), kind(b"-7").zfill(4), kind(b"+").zfill(3), kind(b"long").zfill(2))
    print(kind(b"a\tbc\td").expandtabs(), kind(b"a\tbc\n\td").expandtabs(4), kind(b"a\tb").expandtabs(tabsize=0))
    print(kind(b"ab").center(7, b"*"), kind(b"ab").ljust(5, b"-"), kind(b"ab").rjust(5), kind(b"ab").center(1))
    print(kind(b"aaa").replace(b"a", b"bb", 2), kind(b"abc").replace(b"", b"-"), kind(b"aaa").replace(b"aa", b"x"))
    print(kind(b", ").join([b"a", bytearray(b"b"), memoryview(b"c")]), kind(b"+").join(part for part in (b"x", b"y")))

for sample in b"", b"abc", b"Abc", b"ABC", b"123", b"a1", b" \t\n", b"Title Case", b"\xe9":
    answers = [getattr(sample, name)() for name in
               ("isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper")]
    print(sample, *(int(answer) for answer in answers))
