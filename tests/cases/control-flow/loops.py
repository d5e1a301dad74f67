for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    print(i)
else:
    print('never')
for i in []:
    pass
else:
    print('empty loop, else runs')
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print('reached 1 after', steps)
for number in range(2, 10):
    for divisor in range(2, number):
        if number % divisor == 0:
            print(number, '=', divisor, '*', number // divisor)
            break
    else:
        print(number, 'is prime')
while True:
    steps -= 50
    if steps < 0:
        break
print(steps, i, list(range(0)), list(range(5, 0, -2)), list(range(-3, 3)), range(0, 10, 3))
