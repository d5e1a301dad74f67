class Thing:
    def __new__(cls, *args):
        print('new', args)
        self = super().__new__(cls)
        self.tag = 'made'
        return self
    def __init__(self, x):
        print('init', x, self.tag)
    def __del__(self):
        print('del')

t = Thing(1)
u = t
del t
print('one name left')
u = None
print('gone')

def scope():
    local = Thing(2)
    print('leaving')
scope()
print('left')

class Singleton:
    _instance = None
    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance
print(Singleton() is Singleton())

class NotMine:
    def __new__(cls):
        return 'a string instead'
    def __init__(self):
        print('never called')
print(NotMine())

class Even(int):
    def __new__(cls, n):
        return super().__new__(cls, n - n % 2)
print(Even(7), Even(7) + 1, type(Even(4)).__name__)
class NeedsNone:
    def __init__(self): return 5
try:
    NeedsNone()
except TypeError as error:
    print(error)
kept = Thing(3)
