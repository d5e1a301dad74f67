class Dog:
    """A good dog."""
    kind = 'canine'
    tricks_of_all = []

    def __init__(self, name):
        self.name = name
        self.tricks = []

    def learn(self, trick):
        self.tricks.append(trick)
        self.tricks_of_all.append(trick)
        return self

    def __repr__(self):
        return f'Dog({self.name!r})'

rex, fido = Dog('Rex'), Dog('Fido')
rex.learn('roll').learn('sit')
fido.learn('beg')
print(rex, rex.tricks, fido.tricks, Dog.tricks_of_all, rex.kind)
rex.kind = 'robot'
print(rex.kind, fido.kind, Dog.kind, vars(rex), fido.__dict__)
print(isinstance(rex, Dog), type(rex) is Dog, Dog.__name__, Dog.__doc__, rex.__class__.__name__, Dog.__module__)
Dog.bark = lambda self: self.name + ' says woof'
print(fido.bark(), Dog.bark(rex), Dog.learn(rex, 'x') is rex)
method = fido.learn
method('later')
print(fido.tricks, method.__self__ is fido, method.__func__ is Dog.learn, hasattr(rex, 'fly'), getattr(rex, 'fly', 'no wings'))
setattr(rex, 'age', 3)
del rex.kind
print(rex.age, rex.kind, [n for n in dir(rex) if not n.startswith('_')])
