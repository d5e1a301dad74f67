# Tasks as generators: "wait for this" is said by yielding.
def read(name):
    data = yield ('read', name)
    print(f'{name} received {data}')
    more = yield ('read', name)
    print(f'{name} received {more}')

tasks = [read('left'), read('right')]
waiting = {}
for task in tasks:
    waiting[next(task)] = task
for event, data in ((('read', 'right'), 1), (('read', 'left'), 2), (('read', 'right'), 3), (('read', 'left'), 4)):
    task = waiting.pop(event)
    try:
        waiting[task.send(data)] = task
    except StopIteration:
        print('task for', event[1], 'is done')
print('still waiting:', waiting)
