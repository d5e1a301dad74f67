print((255).to_bytes(2, 'big'), (255).to_bytes(2, 'little'), (-2).to_bytes(2, 'big', signed=True), (5).to_bytes())
print(int.from_bytes(b'\x01\x00', 'big'), int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes([1, 2]))
print((10).bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count())
print((6).numerator, (6).denominator, (6).real, (6).imag, (6).conjugate(), (6).as_integer_ratio(), (6).is_integer())
print(bin(10), bin(-10), oct(8), hex(255), hex(-255))
for call in [lambda: (256).to_bytes(1, 'big'), lambda: (-1).to_bytes(1, 'big'), lambda: hex(1.5), lambda: bin('1')]:
    try:
        print(call())
    except (OverflowError, TypeError) as error:
        print(type(error).__name__, error)
