# needs: greenlet
# python: 3.10
from greenlet import greenlet, getcurrent

def worker(x):
    print('got', x)
    while True:
        x = main.switch(x * 2)
        print('then', x)
        if x is None:
            return 'finished'

main = getcurrent()
g = greenlet(worker)
print(g.switch(1))
print(g.switch(5))
print(g.switch(None), g.dead)

def fails():
    main.switch('before')
    raise ValueError('from greenlet')

g = greenlet(fails)
print(g.switch())
try:
    g.switch()
except ValueError as error:
    print(error, g.dead)
