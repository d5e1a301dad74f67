# python: 3.10
# needs: greenlet
# Two greenlets hand over to each other by name.
from greenlet import greenlet

def ping():
    print('ping 1')
    pong_greenlet.switch()
    print('ping 2')
    pong_greenlet.switch()

def pong():
    print('pong 1')
    ping_greenlet.switch()
    print('pong 2')

ping_greenlet = greenlet(ping)
pong_greenlet = greenlet(pong)
ping_greenlet.switch()
print('main again;', ping_greenlet.dead, pong_greenlet.dead)
