z = 2 + 3j
print(z, 3j, z * (1 - 1j), abs(3 + 4j), -z, z ** 2, z / 2)
print(z.real, z.imag, z.conjugate(), complex(1, -0.0), complex('1+2j'), complex(2), 1j * 1j)
print(z == 2 + 3j, z != 2, 2 + 0j == 2, type(z), bool(0j), 1 + 2j in [z - 1 - 1j])
print(f'{z} {z!r} {1e20 + 1j} {0.1 + 0.25j}', str(-1j), complex(0, -1))
for bad in [lambda: z < 1, lambda: int(z), lambda: z // 1, lambda: z / 0, lambda: complex('x')]:
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
