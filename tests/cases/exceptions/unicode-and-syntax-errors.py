# Exceptions that are made of several parts, made by hand.
def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")


decode = UnicodeDecodeError("utf-8", b"a\xffb", 1, 2, "invalid start byte")
print(decode, decode.encoding, decode.object, decode.start, decode.end, decode.reason, decode.args)
encode = UnicodeEncodeError("ascii", "aéb", 1, 2, "ordinal not in range(128)")
print(encode, encode.object, repr(encode))
print(UnicodeDecodeError("x", b"abcd", 1, 3, "why"), UnicodeEncodeError("x", "abcd", 1, 3, "why"), sep="\n")
print(UnicodeEncodeError("x", "日🎉", 0, 1, "why"), UnicodeEncodeError("x", "日🎉", 1, 2, "why"), UnicodeTranslateError("aé", 1, 2, "why"), sep="\n")
decode.reason, decode.start = "other", 0
print(decode)
attempt(lambda: UnicodeDecodeError())
attempt(lambda: UnicodeDecodeError("x", "text", 0, 1, "why"))
attempt(lambda: UnicodeEncodeError("x", b"bytes", 0, 1, "why"))
attempt(lambda: UnicodeEncodeError("x", "text", 0, 1))
attempt(lambda: UnicodeError("just", "words"))

syntax = SyntaxError("words", ("file.py", 3, 5, "some text\n", 3, 9))
print(syntax, syntax.filename, syntax.lineno, syntax.offset, repr(syntax.text), syntax.end_lineno, syntax.end_offset, syntax.msg)
print(SyntaxError("words", ("file.py", 3, 5, "text")), SyntaxError("words"), SyntaxError().msg, SyntaxError("a", ("", 1, 2, "x")))
print(SyntaxError("a", (None, 7, 2, "x")), repr(IndentationError("b", ("f.py", None, 1, ""))), SyntaxError("words").lineno)
attempt(lambda: SyntaxError("words", 5))
attempt(lambda: SyntaxError("words", (1, 2)))
attempt(lambda: SyntaxError("words", (1, 2, 3, 4, 5, 6, 7)))
attempt(lambda: SyntaxError("words", ("file.py", 3, 5, "text", 1)))
print(KeyError("k"), KeyError(), KeyError(1, 2), str(KeyError("it's")), IndexError(), repr(LookupError()))
