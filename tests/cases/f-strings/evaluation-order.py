def show(x):
    print('evaluating', x)
    return x

print(f'{show(1)} and {show(2):{show(5)}} and {show("last")!r}')
try:
    f'{show(1)} {1 / 0} {show(2)}'
except ZeroDivisionError as error:
    print('stopped:', error)

class Loud:
    def __str__(self):
        return 'str()'
    def __repr__(self):
        return 'repr()'

print(f'{Loud()} {Loud()!r} {Loud()=} {Loud()=!s} {[Loud()]}')
x = 10
print(f'{x:=^10}', f'{(y := x + 1)} {y}')
