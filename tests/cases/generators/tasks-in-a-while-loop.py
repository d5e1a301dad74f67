# "while there are tasks: take one, run it a bit, put it back"
tasks = [('wash', 3), ('cook', 2), ('read', 1)]
clock = 0
while tasks:
    name, left = tasks.pop(0)
    clock += 1
    print(f't={clock} {name} has {left - 1} left')
    if left > 1:
        tasks.append((name, left - 1))
print('all done at', clock)

waiting = {'download': 3, 'timer': 1, 'disk': 2}
tick = 0
while waiting:
    tick += 1
    done = [name for name, at in waiting.items() if at <= tick]
    for name in done:
        del waiting[name]
    print('tick', tick, 'ready:', done or 'nothing', 'waiting:', list(waiting))

callbacks = []
def call_soon(f, *args):
    callbacks.append((f, args))
def greet(name, times):
    print('hello', name)
    if times > 1:
        call_soon(greet, name, times - 1)
call_soon(greet, 'a', 2)
call_soon(greet, 'b', 3)
while callbacks:
    ready, callbacks = callbacks, []
    print('iteration with', len(ready))
    for f, args in ready:
        f(*args)
