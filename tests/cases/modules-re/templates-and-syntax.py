# What templates and patterns may say, and what is said where they may not.
import re

print(re.sub("(a)(b)?", r"[\1|\2|\g<1>|\g<0>|\n|\t|\\|\x]".replace(r"\x", r"\101\0\012\07"), "ab a"))
print(re.sub("(?P<one>a)", r"\g<one>\g<1>2\g<1>", "xax"), re.sub("a", r"\a\b\f\r\v".replace(r"\v", ""), "a").encode(), re.sub("(.)" * 11, r"\11\10\1", "abcdefghijk"))


def template(text, pattern="(a)(?P<name>b)?"):
    try:
        print(repr(re.sub(pattern, text, "ab")))
    except (re.PatternError, IndexError) as error:
        print(type(error).__name__, error, getattr(error, "pos", "-"), sep=" | ")


for text in r"\3", r"\99", r"\g<3>", r"\g<name>", r"\g<nobody>", r"\g", r"\g<", r"\g<>", r"\g<1", r"\g<-1>", r"\g<1a>", r"\g<a b>", r"\777", r"\400", r"\377", r"\q", "end\\", r"\_", r"\ ", r"\g<01>", r"\g<+1>":
    template(text)


def pattern(text, flags=0):
    try:
        found = re.compile(text, flags).search("aAbB 12_é\n")
        print(found and found.group(), found and found.span())
    except (re.PatternError, ValueError) as error:
        print(type(error).__name__, error, getattr(error, "pos", "-"), sep=" | ")


for text in (
    "a{2", "a{,2}", "a{2,1}", "a{2}{3}", "*a", "a**", "a*+", "a++", "a?+b", "a{1,2}+", "(?>a+)A", "(", ")", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<1>a)", "(?P<a>a)(?P<a>b)", "(?P=a)", "(?P=", "(?P<a>.)(?P=a)", "(?Pa)", "(?<", "(?<a)", "(?<=a*)b", "(?<=a)A", "(?<!a)B", "(?=a)", "(?!a)A", "(?#comment", "(?#ok)b",
    "(?(1)a|b)", "(a)(?(1)A|b)", "(a)?(?(1)A|b|c)", "(?(x)a)", "(?(0)a)", "(?(", "(?(1", "(?(99999)a)", "(a)(?(1)A)", r"\1", r"(a)\2", r"(a\1)", "[", "[]", "[^]", "[]a]", "[b-a]", r"[\w-a]", "[a-", r"[\b]", r"[\q]", r"[\d\s]+", r"[^\W\d_]+",
    r"\q", "\\", r"\x4", r"\x41", r"\u41", r"\u0041", r"\U00000041", r"\U00110000", r"\0", r"\01", r"\08", r"\141", r"\777", r"[\141]", r"[\8]", r"\A.\Z", r"\ba\B", r"\bb", "(?i)B", "a(?i)b", "(?i:b)B", "(?-i:b)", "(?i-i:b)", "(?z)", "(?i", "(?i-", "(?-", "(?-u:a)", "(?au)a", "(?a:\\w+)$", "(?x) a # b\n A", "(?s).$", "(?m)^$", "(?ix:B )", "(?L:a)", "(?t:a)", "(?i\n)", "(?~)", "a|", "|", "", "x*?", "a+?", ".{3}?", "$^",
):
    print(text.encode("unicode_escape").decode(), end=" -> ")
    pattern(text)
pattern("a", re.ASCII | re.UNICODE)
pattern("É", re.IGNORECASE)
pattern("[É-Ê]", re.IGNORECASE)
pattern(" A # comment", re.VERBOSE | re.DOTALL | re.MULTILINE)
for flags in re.I & re.M, (re.I | re.S) ^ re.I, re.I, re.I | re.M, re.A | re.S | re.X, re.RegexFlag(0), ~re.I & re.M:
    print(repr(flags), flags.value, end="; ")
print(repr(re.compile("x" * 300, re.I | re.S))[-60:], re.compile("a", 2).flags, re.compile("a", re.A).flags, re.template if hasattr(re, "template") else "")
