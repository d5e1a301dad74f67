for x in [0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00012345,
          5e-324, 1.7976931348623157e308, 100.0, -0.0, 1e22, 1e21, 1.5e300, 3.14159]:
    print(repr(x), str(x), x.hex())
print(float('inf'), float('-inf'), float('nan'), float('  1_0.5 '), float('1e5'))
print(float('infinity') == float('inf'), float('nan') == float('nan'))
print((0.1).as_integer_ratio(), (2.5).is_integer(), (2.0).is_integer())
print(0.1 + 0.2 == 0.3, 0.1 * 3, 1.1 + 2.2, 4.35 * 100, 1.005 * 1000)
