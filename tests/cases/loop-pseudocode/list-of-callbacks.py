# An event loop is a list and a while-loop.
ready = []

def call_soon(callback, *args):
    ready.append((callback, args))

def greet(name, times):
    print('hello', name)
    if times > 1:
        call_soon(greet, name, times - 1)

call_soon(greet, 'Ann', 3)
call_soon(greet, 'Bob', 2)
while ready:
    callback, args = ready.pop(0)
    callback(*args)
print('nothing left to do')
