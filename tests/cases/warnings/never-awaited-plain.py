# Calling a coroutine function without await, with no loop anywhere.
async def greet(name):
    print('hello', name)

greet('Ada')
x = greet('Bob')
print(type(x).__name__, x.__name__)
x.close()
del x
y = greet('Cy')
print('end')
