print(1_000_000, 0xFF, 0b1010, 0o17, 0XdeadBEEF)
print(1e3, 1E-3, .5, 5., 1_0.0_1, 1e400, -1e400)
print(type(1), type(1.0), type(True))
print(0x_ff, 0b_1, 00, -0, - -1, 1 if True else 2)
