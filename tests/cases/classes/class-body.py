class Config:
    print('body runs once')
    for i in range(3):
        print(i, end=' ')
    print()
    sizes = [n * 10 for n in range(3)]
    if len(sizes) > 2:
        big = True
    def show(self):
        return self.sizes, self.big, self.i
    del i
    class Inner:
        value = 'nested'
    alias = show

try:
    print(Config().show())
except AttributeError as error:
    print(error)
print(Config.Inner.value, Config.Inner.__qualname__, Config.alias.__name__, Config.big, Config.alias is Config.show)
print([k for k in vars(Config) if not k.startswith('__')])

def make(name, **attrs):
    return type(name, (Config,), attrs)

Custom = make('Custom', x=1, double=lambda self: self.x * 2)
print(Custom, Custom().double(), Custom.__mro__[1].__name__, make.__qualname__)

def local():
    class Local:
        def m(self): pass
    return Local

print(local(), local().m.__qualname__, local() is local())
