for score in [95, 85, 70, 30, -1, None]:
    if score is None:
        grade = '?'
    elif score < 0:
        grade = 'invalid'
    elif score >= 90:
        grade = 'A'
    elif 80 <= score < 90:
        grade = 'B'
    else:
        grade = 'C' if score >= 60 else 'F'
    print(score, grade)
x = []
print('empty' if not x else 'full', x or 'default', x and x[0], None is None, x is not None)
print(1 if 0 else 2 if 0 else 3, (lambda: 'call')() if True else 1 / 0, not True == False)
print(1 < 2 and 2 < 3 or False, 'a' in 'abc' in ['abc'], not not [])
if x: print('one')
else: print('two')
pass; print('same line'); pass
def nothing(): ...
print(nothing(), ... is Ellipsis, assert_ok := True)
