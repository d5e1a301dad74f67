import bisect

marks = [10, 20, 20, 30]
print(bisect.bisect(marks, 20), bisect.bisect_left(marks, 20), bisect.bisect_right(marks, 25), bisect.bisect_left(marks, 5), bisect.bisect(marks, 99), bisect.bisect_left(marks, 20, 2), bisect.bisect([], 1))
bisect.insort(marks, 25)
bisect.insort_left(marks, 20)
print(marks)

def grade(score, breakpoints=[60, 70, 80, 90], grades='FDCBA'):
    return grades[bisect.bisect(breakpoints, score)]

print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])
people = [('Ada', 36), ('Bob', 40)]
bisect.insort(people, ('Cy', 38), key=lambda p: p[1])
print(people, bisect.bisect_left(people, 37, key=lambda p: p[1]))
try:
    bisect.bisect([1, 2], 'x')
except TypeError as error:
    print(error)
try:
    bisect.insort([1], 2, -1)
except ValueError as error:
    print(error)
