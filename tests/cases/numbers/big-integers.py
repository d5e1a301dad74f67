n = 2 ** 100
print(n, -n, n * n)
print(n // 3, n % 1000, -n // 7, -n % 7)
print(n + 1 > n, n == 2.0 ** 100, n - 1 == 2.0 ** 100)
print(hex(n), oct(n - 1), len(bin(n)))
print(n.bit_length(), (n - 1).bit_count(), n >> 98, n & (n - 1), ~n)

factorial = 1
for i in range(1, 31):
    factorial *= i
print(factorial)
print(pow(3, 1000, 10 ** 9 + 7), pow(3, -1, 11), pow(2, 200) % 97)
print(int('123456789' * 4) * int('987654321' * 4))
print(10 ** 30 / 10 ** 29, 3 ** 50 / 3 ** 49, int(1e23), 10 ** 23 == 1e23)
