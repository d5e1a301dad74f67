x = 5
if x is 5:
    print('is')
assert (x == 6, 'a tuple is always true')
pattern = '\d+ \w'
print(pattern, x is not 'five')
print((1, 2) (3)) if x == 0 else None
print([1, 2, 3] [0, 1]) if x == 0 else print('end')
