# Each part of a complex number is formatted as a float; the padding goes around both.
number = 3.14159 - 2.5j
for spec in "", ".2f", "+.1f", "e", ".3E", "g", "G", "n", "20", "<20", "*^30", ">+20.1f", " .2f", ",", "#.0f", ".10", "12.3", "z.1f", "_":
    print(f"{spec!r:>10} [{number:{spec}}]")
for other in 0j, 2j, -0.5j, 1 + 0j, complex("inf"), complex("nanj"), 1e20 + 1e-7j, complex(-0.0, 1):
    print(f"{other} {other:.1f} {other:g} [{other:>15}] {other:+}", format(other, ""))
print("{0.real:.1f} {0.imag:.1f}".format(number), "%s %r" % (number, number))
for spec in "05", "=10", "d", "x", "%", "s", ".2q", "<=", "0<9", "10.2d", ",_":
    try:
        print(format(number, spec))
    except ValueError as error:
        print(spec, error)
try:
    print("%d" % number)
except TypeError as error:
    print(error)
try:
    print("%.1f" % number)
except TypeError as error:
    print(error)
