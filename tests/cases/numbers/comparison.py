print(1 == 1.0, 1 == True, 0 == False, 0.0 == -0.0)
print(2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53 + 1), 2 ** 53 + 1 > float(2 ** 53))
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 == 2, 1 < 2 > 3)
nan = float('nan')
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], min(1, nan), min(nan, 1))
inf = float('inf')
print(10 ** 400 < inf, -inf < -10 ** 400, inf == inf, inf - inf, inf * 0)
print(hash(1) == hash(1.0) == hash(True), hash(2 ** 61 - 1), hash(-1), hash(0.5), hash(inf), hash(-2))
print({1: 'int', 1.0: 'float', True: 'bool'})
try:
    1 < '2'
except TypeError as error:
    print(error)
