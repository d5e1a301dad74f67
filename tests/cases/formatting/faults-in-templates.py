# What str.format and format_map say of templates that are not well made, and where they look things up.
import string


class Deep:
    name = "deep"

    def __getitem__(self, key):
        return f"<{key!r}>"

    def __format__(self, spec):
        return f"Deep[{spec}]"

    def __getattr__(self, name):
        return f"any {name}"


class Default(dict):
    def __missing__(self, key):
        return f"no {key}"


deep = Deep()
print("{0[1]} {0[a b]} {0[-1]} {0.name} {0.other} {0:>{1}} {0!r:.5} {0!s:.3}".format(deep, 5)[:90])
print("{:{}} {:{width}.{precision}} {0}".replace("{0}", "{{}}").format(1, 5, 2.34567, width=8, precision=3), "{a[x][0].real}".format(a={"x": [7]}), "{[0]} {.real} {!r}".format([1], 2, "q"), "{x}{x!a}{{}}".format(x="é"))
print("{a} {b}".format_map(Default(a=1)), "{k[0]}".format_map({"k": "text"}), "{0}{1}{0}".format("a", "b"), "{:%Y}".format(__import__("datetime").date(2024, 1, 1)), "{!s:^7}|{:<5}|{:=+7d}|{:_}|{:,.2f}|{:#x}|{:c}|{:%}".format("mid", "l", 42, 10**6, 12345.678, 255, 65, 0.25))
print(list(string.Formatter().parse("a{0.b[c]!r:>{w}}d{{e}}{}")), string.Formatter().format("{0}-{x}", 1, x=2), string.Formatter().vformat("{0[k]} {1.real}", ({"k": 5}, 3), {}), string.Formatter().get_field("a.b[0]", (), {"a": type("A", (), {"b": [9]})}))


def attempt(template, *arguments, **named):
    try:
        print(repr(template.format(*arguments, **named)))
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        print(f"{template!r}: {type(error).__name__}: {error}")


for template in (
    "{", "}", "{0", "a}", "{0!}", "{0!x}", "{0!rr}", "{0!é}", "{0!r", "{0!r:", "{0:", "{0:{", "{0:{1:{2}}}", "{0[", "{0[a", "{0[]}", "{0[a]b}", "{0.}", "{0..a}", "{0.a", "{.}", "{[]}", "{0}{}", "{}{0}", "{1}", "{}{}", "{name}", "{0.missing}", "{0[9]}", "{0[k]}", "{:d}", "{:5x}", "{0:zz}", "{0!r:d}", "{ 0}", "{0 }", "{-1}", "{a.b}", "{99999999999999999999}", "{0[99999999999999999999]}", "{:.{}}", "{:{}{}}", "{0:{a}}", "{{}", "{}}", "{{{0}", "{!}", "{:!r}", "{0!s!r}",
):
    attempt(template, "text", 5)
for template, mapping in (("{}", {}), ("{0}", {0: 1}), ("{a}", {}), ("{a}", 5), ("{a.b}", {"a": 1})):
    try:
        print(template.format_map(mapping))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"{template!r}: {type(error).__name__}: {error}")
for value, spec in ((5, "q"), (5, ".2d"), (5, "s"), ("a", "d"), ("a", "+"), ("a", "="), ("a", ","), (1.5, "d"), (1.5, ",_"), (5, ",x"), (5, "_,"), (5, "c,"), (True, "d"), (None, "5"), ([], ">5"), (5, "1" * 30), (5, ".5"), (5, "#c"), (5, "+c"), (10**7, "c"), (1.5, ".9999999999"), (5, "z"), ("a", "z"), (2.0, "n"), (-0.0, "z.1f"), (5, "é^5"), (5, "<<5"), (5, "05,"), (1234567, "010,"), (1e6, "012_.1f"), ("a", "05"), (5, "^05")):
    try:
        print(repr(format(value, spec)), end=" ")
    except (ValueError, TypeError, OverflowError) as error:
        print(f"\n{value!r}:{spec}: {type(error).__name__}: {error}")
