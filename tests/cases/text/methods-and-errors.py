# The rarer methods of str, objects that stand for numbers, and what is said of wrong arguments.
class Two:
    def __index__(self):
        return 2


class Table:
    def __getitem__(self, code):
        if code == ord("x"):
            raise LookupError
        return {97: "A", 98: None, 99: 67}.get(code, code)


print("abcx".translate(Table()), "abc".translate({97: "<a>", 98: None, 99: 0x1F600}), "abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate(str.maketrans({"a": 1, 98: "b" * 3, "c": None})).encode())
print(str.maketrans("ab", "cd"), str.maketrans({"x": None, 5: "y"}), "a,b,c".rsplit(",", Two()), "a,b,c".split(",", maxsplit=Two()), "ab" * Two(), "abc"[Two()], "a".center(Two() .__index__() * 2, "*"), "x".zfill(Two()))
print("abcabc".find("c", Two()), "abcabc".index("b", Two(), 100), "abcabc".count("a", -3), "abc".startswith("c", Two()), "abc".startswith(("x", "a")), "abc".endswith(("c", "d"), 1), "abc".startswith((), 0), "".startswith("", 1), "aXbX".replace("X", "-", Two().__index__() - 1), "aaa".replace("a", "b", count=1))
print(str(), str(b"abc", "ascii"), str(b"\xc3\xa9", encoding="utf-8"), str(object=5), str(b"x"), str(b"\xff", errors="replace"), str(bytearray(b"ab"), "utf-8"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode(errors="strict"), "é".encode("latin-1"))
print("abc".__str__() is not None, "abc".__getnewargs__(), "abc".__sizeof__() > 3, "abc".__format__("^5"), "\t\x0b\x1c x".split(), "a\x85b\u2028c\x1dd".splitlines(), "ǆ".title(), "ß".upper(), "İ".lower().encode(), "Ω".casefold(), "ﬁ".capitalize(), "hELLO wORLD'S".title(), "ŉ".upper())
print("x".isidentifier(), "1x".isidentifier(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "a b".isprintable(), "\n".isprintable(), "".isascii(), "Ab C".istitle(), "tab\tb".expandtabs(Two()), "a\tb\n\tc".expandtabs(4), "ab".ljust(4, "é"), "%s" % Two().__index__(), "a-b".partition("-"), "a-b-c".rpartition("-"), "ab".removeprefix("a"), "ab".removesuffix("ab"), "xxaxx".strip("x"), "xxaxx".rstrip("ax"), "a".join("bcd"), "".join(iter(["a", "b"])))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, LookupError, OverflowError, UnicodeError) as error:
        print(type(error).__name__, error, sep=": ")


for action in (
    lambda: "a".startswith(5), lambda: "a".startswith(("a", 5)), lambda: "b".endswith(("a", 5)), lambda: "a".split(5), lambda: "a".split(""), lambda: "a".split(",", "x"), lambda: "a".strip(5), lambda: "a".center("x"), lambda: "a".center(3, "xy"), lambda: "a".center(3, 5), lambda: "a".ljust(3, b"x"), lambda: "a".zfill(1.5), lambda: "a".join([1]), lambda: "a".join(5), lambda: "a".join(["b", b"c"]),
    lambda: "a".replace("a"), lambda: "a".replace(1, 2), lambda: "a".replace("a", "b", "c"), lambda: "a".find(5), lambda: "a".find("a", "x"), lambda: "a".index("b"), lambda: "a".rindex("b"), lambda: "a".count(), lambda: "a".partition(""), lambda: "a".partition(5), lambda: "a".removeprefix(5), lambda: "a".expandtabs("x"), lambda: "a".splitlines(1, 2), lambda: "a".encode("nowhere"), lambda: "é".encode("ascii"), lambda: "a".encode(5), lambda: "é".encode("ascii", "nothing"), lambda: "a".upper(1), lambda: "a".format_map(5), lambda: "a".isalpha(1),
    lambda: str.maketrans("a"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans({1.5: 1}), lambda: str.maketrans("ab", "c"), lambda: str.maketrans(5, "a"), lambda: str.maketrans("a", 5), lambda: str.maketrans("a", "b", 5), lambda: str.maketrans(), lambda: "a".translate({97: 0x110000}), lambda: "a".translate({97: 1.5}), lambda: "a".translate(5), lambda: "a".translate(), lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"\xff", "utf-8"), lambda: str(1, 2, 3, 4), lambda: str(x=1), lambda: "a" + 5, lambda: "a" * "b", lambda: "a"[5], lambda: "a"["x"], lambda: "a"[1.5], lambda: "a"[::0], lambda: "a" < 5, lambda: 5 in "a", lambda: str.upper(5), lambda: str.join(), lambda: "a" * 10**20, lambda: "a" - "b", lambda: -"a", lambda: "abc".index("c", 0, 2), lambda: ord("ab"), lambda: ord(5), lambda: chr(-1), lambda: chr("a"), lambda: chr(10**20),
):
    attempt(action)
