def average(numbers):
    assert len(numbers) > 0, 'no numbers'
    assert all(isinstance(n, (int, float)) for n in numbers)
    return sum(numbers) / len(numbers)

print(average([1, 2, 3]))
for numbers in [[], ['a']]:
    try:
        average(numbers)
    except AssertionError as error:
        print(repr(error), error.args)
x = 1
del x
try:
    print(x)
except NameError as error:
    print(error)
a = b = [1, 2, 3]
del a, b[0]
print(b)

def local():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        return str(error)

print(local())
assert (True)
try:
    assert False, ('a', 'tuple')
except AssertionError as error:
    print(error, error.args)
