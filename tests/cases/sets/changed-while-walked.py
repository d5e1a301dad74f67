one = {1}
try:
    for number in one:
        one.add(number + 1)
except RuntimeError as error:
    print(error, one)

few = {1, 2, 3}
try:
    for number in few:
        few.discard(3)
except RuntimeError as error:
    print(error, few)

same_size = {1, 2}
for number in same_size:
    same_size.discard(2)
    same_size.add(2)
print(sorted(same_size))

walk = iter({1, 2})
print(next(walk), next(walk), next(walk, 'over'))

many = set(range(5))
walk = iter(many)
next(walk)
many.add(99)
for _ in range(2):
    try:
        next(walk)
    except RuntimeError as error:
        print(error)
