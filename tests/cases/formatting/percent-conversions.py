# Every conversion of %, with flags, widths given as arguments, mappings, and what is refused.
class Celsius:
    def __float__(self):
        return 21.5

    def __str__(self):
        return "warm"

    def __repr__(self):
        return "Celsius()"

    def __int__(self):
        return 21


class Three:
    def __index__(self):
        return 3


class Dicts:
    def __getitem__(self, key):
        return key * 2


print("%d %i %u %5d|%-5d|%05d|%+d|% d|%.3d|%+06.3d" % (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), "%x %X %#x %#o %o %#X %08.3x" % (255, 255, 255, 8, 8, 255, 10))
print("%e %E %f %F %g %G %.0f %#.0f %10.3e|%-10.1f|%010.2f %+g % g" % (1.5, 1.5, 1.5, 1.5, 1e-7, 1e20, 2.5, 2.5, 12345.678, 1.25, -1.5, 1.0, 1.0))
print("%s %r %a %10s|%-10s|%.2s|%10.3r" % ("é", "é", "é", "right", "left", "cut", "quoted"), "%c%c%5c|%-3c|" % ("a", 98, "c", 100), "%%|%5s%%" % 1)
print("%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 3, 1.23456, 8, 2, 9.876), "%(a)s %(b)05.1f %(a)r %%" % {"a": 1, "b": 2}, "%(x)s %(yy)s" % Dicts(), "%s" % {"a": 1}, "%s %s" % ((1, 2), [3]))
print("%s %r %f %d %.1f %5.0e" % (Celsius(), Celsius(), Celsius(), Celsius(), Celsius(), Celsius()), "%d %x %c" % (Three(), Three(), 65), "%d %d %s" % (2.9, True, None), "%(a)d" % {"a": Three()})
print(b"%d %s %b %r %a %c%c %5.1f|%-4s|%x %%" % (1, b"s", bytearray(b"b"), "é", [1], 65, b"B", 2.25, b"l", 255), b"%(k)s" % {b"k": b"v"}, bytearray(b"%s") % b"x", b"%*d" % (4, 7))


def attempt(template, values):
    try:
        print(repr(template % values))
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(type(error).__name__, error, sep=": ")


for template, values in (
    ("%d", "x"), ("%d", None), ("%d", 1j), ("%x", 1.5), ("%x", "a"), ("%f", "x"), ("%e", None), ("%c", "ab"), ("%c", -1), ("%c", 0x110000), ("%c", 1.5), ("%c", ""), ("%s %s", 1), ("%s", ()), ("%s", (1, 2)), ("", 1), ("x", (1,)), ("%", 1), ("%z", 1), ("%5", 1), ("%(a)s", 1), ("%(a)s", {}), ("%(a", {}), ("%(a)", {"a": 1}), ("%*d", ("x", 1)), ("%.*d", (1.5, 1)), ("%*d", (1,)), ("%s%(a)s", {"a": 1}), ("%.999999999999d", 1), ("%ld %hd %Ld", (1, 2, 3)), ("% +d", 5), ("%i", float("nan")), ("%d", float("inf")), ("%.3", 1), ("%-", 1), ("%!", 1), ("%é", 1),
    (b"%s", "text"), (b"%b", 5), (b"%c", "a"), (b"%c", 256), (b"%c", b"ab"), (b"%d", "x"), (b"%(k)s", {"k": b"v"}), (b"%z", 1), (b"%f", None), (b"%s", None),
):
    attempt(template, values)
