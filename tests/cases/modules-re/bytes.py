# Patterns of bytes look into bytes, and answer in bytes; text and bytes do not mix.
import re

line = b"GET /index.html HTTP/1.1\r\nHost: example.org\r\n"
found = re.match(rb"(?P<method>\w+) (\S+) HTTP/(\d)\.(\d)(x)?", line)
print(found, found.group(), found.groups(), found.groupdict(), found["method"], found[2], found.span(3), found.span(5))
print(found.pos, found.endpos, found.lastindex, found.lastgroup, found.regs, found.string is line, found.re.pattern)
print(found.expand(rb"\g<method>-\2"), found.start("method"), found.end(2), found.groups(b"-"))
print(re.findall(rb"\w+:", line), re.split(rb"\r\n", line), re.sub(rb"\d", b"#", line, count=1), re.subn(rb"[aeiou]", lambda m: m[0].upper(), b"vowels"))
print(re.compile(rb"\xe9").search("é".encode("latin-1")), re.escape(b"a.b*c"), re.fullmatch(rb"[\x80-\xff]+", "é".encode()), re.search(b"\\w", b"\xe9"))
pattern = re.compile(rb"(?P<a>x)(?P<b>y)?", re.IGNORECASE)
print(pattern, pattern.groups, pattern.groupindex, dict(pattern.groupindex), pattern.flags == re.I, pattern == re.compile(rb"(?P<a>x)(?P<b>y)?", re.I), hash(pattern) == hash(pattern))
print([m.group() for m in pattern.finditer(b"xXxy")], pattern.match(b"axy", 1).span(), pattern.search(b"axy", 0, 1), pattern.search(b"xy", 100), bool(found))


def attempt(action):
    try:
        print(action())
    except (TypeError, IndexError, re.PatternError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: re.search(b"a", "a"))
attempt(lambda: re.search("a", b"a"))
attempt(lambda: re.search("a", 5))
attempt(lambda: re.search(5, "a"))
attempt(lambda: re.sub(b"a", "x", b"a"))
attempt(lambda: re.sub("a", b"x", "a"))
attempt(lambda: re.sub("a", 5, "a"))
attempt(lambda: re.sub("a", r"\2", "a"))
attempt(lambda: re.sub("a", r"\g<nobody>", "a"))
attempt(lambda: re.sub("a", r"\q", "a"))
attempt(lambda: re.match("(a)", "a").expand(r"\3"))
attempt(lambda: re.match("(a)", "a").expand(5))
attempt(lambda: re.match("a", "a").group(1))
attempt(lambda: re.match("a", "a").group("x"))
attempt(lambda: re.match("a", "a").start(2))
attempt(lambda: re.match("a", "a")[-1])
attempt(lambda: re.compile(b"\\u0041"))
attempt(lambda: re.compile(b"(?u)a"))
attempt(lambda: re.compile("(?L)a"))
attempt(lambda: type(found)())
attempt(lambda: type(pattern)())
print(re.sub("a", "x", "bbb"), re.split("x", "axbxc", maxsplit=1), re.split("x", "axb", maxsplit=-1), re.split("(x)", "axb"), re.sub("", "-", "ab"), re.subn("a", "x", "bbb"))
import copy
print(copy.copy(pattern) is pattern, copy.deepcopy(found) is found)
