print('before')
age = input('How old are you? ')
print('never', age)
