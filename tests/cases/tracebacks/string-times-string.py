name = 'Ada'
print(('*' * 3) + name)
print(name * name)
