# Encodings of sixteen bits, pieces that end too early, and what to do with what does not fit.
text = "aé日🎉"
for name in "utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig", "UTF_16LE", "U8", "latin-1", "ascii", "cp1252":
    try:
        data = text.encode(name)
        print(name, data.hex(" "), data.decode(name) == text)
    except (UnicodeError, LookupError) as error:
        print(name, type(error).__name__, error)
for name, data in (
    ("utf-16-le", b"a"), ("utf-16-le", b"\x3c\xd8"), ("utf-16-le", b"\x3c\xd8a"), ("utf-16-le", b"\x3c\xd8a\x00"), ("utf-16-le", b"\x89\xdf"), ("utf-16-be", b"\xd8\x3c\xdf\x89"), ("utf-16", b"\xff\xfea\x00"), ("utf-16", b"\xfe\xff\x00a"), ("utf-16", b"a\x00"), ("utf-16", b""), ("utf-16", b"\xff"),
    ("utf-8", b"\xff"), ("utf-8", b"a\xe9"), ("utf-8", b"\xe6\x97"), ("utf-8", b"\xed\xa0\x80"), ("utf-8", b"\xf0\x9f\x8e"), ("utf-8", b"\xc0\x80"), ("utf-8", b"\xf5\x80\x80\x80"), ("utf-8", b"\x80abc"), ("utf-8-sig", b"\xef\xbb\xbfok"), ("ascii", b"a\x80\xffb"), ("latin-1", b"\xe9"),
):
    try:
        print(name, ascii(data.decode(name)))
    except UnicodeDecodeError as error:
        print(name, error, error.start, error.end, error.object)
    print(*(ascii(data.decode(name, errors)) for errors in ("ignore", "replace", "backslashreplace")))
for errors in "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "strict", "nothing":
    try:
        print(errors, text.encode("ascii", errors), text.encode("latin-1", errors))
    except (UnicodeEncodeError, LookupError) as error:
        print(errors, type(error).__name__, error)
print("straße ẞ İ ᾳ ᾲ ᾷ ŉ ǰ ﬁ Σας".upper(), "ẞ ÀΣ Σ".lower(), "ẞß".casefold(), "ᾼ ᾳ ǆ ŉ".title(), "ᾳx".capitalize(), "Ǆ".swapcase())
for call in (lambda: b"a".decode("nowhere"), lambda: "a".encode("utf-7x"), lambda: b"a".decode(5), lambda: b"a".decode("utf-8", 5), lambda: "é".encode("ascii", "nowhere"), lambda: b"\xff".decode("utf-8", "nowhere"), lambda: b"a".decode(encoding="utf-8", errors="strict"), lambda: b"a".decode(errors="nowhere"), lambda: "a".encode("utf-8", encoding="x"), lambda: str(b"\xff", "ascii")):
    try:
        print(repr(call()))
    except (LookupError, TypeError, UnicodeError) as error:
        print(type(error).__name__, error)
