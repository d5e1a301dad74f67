def check(x):
    return x > 0 and x < 10 or len(x) > 3

print(check(5))
print('yes' if check(None) else 'no')
